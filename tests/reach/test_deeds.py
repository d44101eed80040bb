"""What the family has ticked as done is behind it; what has lapsed since is to be done again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.made import ON, ask, parent
from tests.law.made import family as family_of
from tests.reach.made import (
    country,
    days,
    describe,
    drafted,
    into,
    planned,
    rich,
    step_of,
    ticked,
    ticked_all,
)
from vyrai.choose import planning
from vyrai.choose.planned import first
from vyrai.family import Case
from vyrai.law import Law
from vyrai.reach import Draft, Said
from vyrai.reach.problem import Step

BOTH = {"r.visa", "r.permit"}
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)


def test_a_step_ticked_done_is_behind_the_family() -> None:
    first, second = describe("first", "f.week"), describe("second", "f.ten")
    law = country(into("visa", "st.here", first, second, CROSS))
    for outcome in (None, "granted"):
        found = days(planned(law, ticked(law, "s.first", outcome)))
        assert "r.visa/s.first" not in found
        assert found["r.visa/s.second"] == (0, 70)
    waiting = days(planned(law, ticked(law, "s.first", "no_answer")))
    assert waiting["r.visa/s.first"] == (0, 7)


@pytest.mark.parametrize(
    ("outcome", "every", "one"), [("refused", set(), {"r.permit"}), ("granted", BOTH, BOTH)]
)
def test_a_tick_of_one_way_says_nothing_of_another_with_the_same_step(
    outcome: str, every: set[str], one: set[str]
) -> None:
    decide = describe("decide", "f.ten", refused=True)
    law = country(into("visa", "st.here", decide, CROSS), into("permit", "st.here", decide, CROSS))
    everywhere = planned(law, ticked_all(law, ("s.decide", outcome, None)))
    assert {of.way for of in everywhere.plans} <= every
    assert bool(everywhere.plans) == bool(every)
    drawn = drafted(law, ticked_all(law, ("s.decide", outcome, None), route="r.visa"))
    steps = {step.id for step in drawn.problem.steps}
    assert "r.visa/s.decide" not in steps
    assert "r.permit/s.decide" in steps
    found = planned(law, ticked_all(law, ("s.decide", outcome, None), route="r.visa"))
    assert {of.way for of in found.plans} <= one
    assert found.plans
    # What is said of every way afterwards holds on this one too.
    both = ticked_all(law, ("s.decide", outcome, None), ("s.decide", "no_answer", None), route="r.visa")
    assert "r.visa/s.decide" in {step.id for step in drafted(law, both).problem.steps}


def test_a_step_ticked_does_not_tick_those_before_it() -> None:
    first, second = describe("first", "f.week"), describe("second", "f.ten")
    law = country(into("visa", "st.here", first, second, describe("decide", "f.now"), CROSS))
    found = days(planned(law, ticked(law, "s.second")))
    assert "r.visa/s.second" not in found
    assert (found["r.visa/s.first"], found["r.visa/s.cross"]) == ((0, 7), (7, 7))


@pytest.mark.parametrize(
    ("deeds", "said"),
    [
        ([], False),
        ([("s.file", "done", None)], False),
        ([("s.file", "done", None), ("s.decide", "refused", None)], False),
        ([("s.file", "done", None), ("s.decide", "granted", None)], True),
        ([("s.decide", "granted", None)], True),
    ],
)
def test_who_hands_in_a_passport_is_told_of_the_visa_that_lies_in_it(deeds: Any, said: bool) -> None:
    file = describe("file", "f.now", needs=("passport",))
    decide = describe("decide", "f.ten", refused=True)
    renew = describe("renew", "f.week", folder="", yields=("passport",))
    law = country(into("visa", "st.here", file, decide, CROSS), shared=(renew,), sole=("passport",))
    of = ticked_all(law, *deeds) if deeds else rich()
    draft = drafted(law, of)
    assert draft.problem.sole == ("passport",)
    assert ("inside" in step_of(draft.problem, "s.renew").unknown) is said
    # A visa may not be the last paper of its way.
    card = describe("card", "f.week", who_comes="each", yields=("st.here",))
    law = country(into("visa", "st.here", file, decide, CROSS, card), shared=(renew,), sole=("passport",))
    draft = drafted(law, of)
    assert ("inside" in step_of(draft.problem, "s.renew").unknown) is said


@pytest.mark.parametrize(
    "second", [describe("second", "f.ten", who_comes="each"), describe("second", "f.ten", refused=True)]
)
def test_a_step_at_an_office_is_reached_only_through_those_before_it(second: Any) -> None:
    """Nobody comes to the hearing, or gets an answer, who has not filed."""
    law = country(
        into("visa", "st.here", describe("first", "f.week"), second, describe("wait", "f.ten"), CROSS)
    )
    found = days(planned(law, ticked(law, "s.second")))
    assert not {"r.visa/s.first", "r.visa/s.second"} & set(found)
    assert found["r.visa/s.wait"] == (0, 70), "since when nobody has said"


@pytest.mark.parametrize(
    ("on", "left", "unknown"),
    [
        ("2026-11-20", (70, 70, 70), False),
        ("2026-11-10", (60, 60, 60), False),
        ("2026-09-12", (1, 1, 1), False),
        ("2026-09-11", (0, 0, 0), True),
        ("2026-01-01", (0, 0, 0), True),
    ],
)
def test_a_wait_runs_since_the_day_of_the_tick_and_is_open_when_it_is_over(
    on: str, left: tuple[int, int, int], unknown: bool
) -> None:
    hand_in, wait = describe("hand", "f.now", who_comes="each"), describe("wait", "f.ten")
    law = country(into("visa", "st.here", hand_in, wait, CROSS))
    step = step_of(drafted(law, ticked(law, "s.hand", None, on)).problem, "r.visa/s.wait")
    assert (step.days, "days" in step.unknown) == (left, unknown)


def test_no_wait_runs_for_who_must_come_or_has_something_else_to_wait_for() -> None:
    hand_in = describe("hand", "f.now", who_comes="each")
    come = describe("come", "f.ten", who_comes="each")
    law = country(into("visa", "st.here", hand_in, come, CROSS))
    step = step_of(drafted(law, ticked(law, "s.hand", None, "2026-11-01")).problem, "r.visa/s.come")
    assert step.days == (70, 70, 70)


def test_what_is_ticked_for_one_way_is_no_application_on_another() -> None:
    """Fingerprints stand on both: given for the visit, nothing before them is done for the permit."""
    prints = describe("prints", "f.now", who_comes="each")
    visit, permit = describe("visit", "f.now"), describe("permit", "f.ten", costs=("f.dear",))
    law = country(
        into("visit", "st.here", visit, prints, CROSS), into("permit", "st.here", permit, prints, CROSS)
    )

    def left(family: Case) -> set[str]:
        steps = drafted(law, family).problem.steps
        return {step.id for step in plan_steps(steps) if step.id.endswith(("s.visit", "s.permit"))}

    def plan_steps(steps: tuple[Step, ...]) -> list[Step]:
        waited = {need for step in steps for need in step.needs}
        return [step for step in steps if not waited.isdisjoint(step.yields)]

    assert left(ticked(law, "s.prints")) == {"r.visit/s.visit", "r.permit/s.permit"}, "nobody knows of which"
    assert left(ticked_all(law, ("s.prints", None, None), route="r.visit")) == {"r.permit/s.permit"}
    both = ticked_all(law, ("s.visit", None, None), ("s.prints", None, None))
    assert left(both) == {"r.permit/s.permit"}, "of the visit something else is ticked"


def test_who_has_crossed_into_another_country_is_at_home_for_none() -> None:
    """No way out of home and no paper that is made there; how one goes on from there nobody knows."""
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    into_xc = describe("border", "f.now", folder="XC", who_comes="each", moves=True)
    law = country(
        into("visa", "st.here", describe("ask", "f.week"), CROSS),
        into("road", None, out, folder="XB", kind="leaving"),
        into("other", None, into_xc, folder="XC"),
        into("back", None, describe("back", folder="XB", moves=True), folder="XB", kind="visa-free"),
    )

    def found(*deeds: str) -> Draft:
        family = ticked_all(law, *((one, None, None) for one in deeds), residence="XB")
        return drafted(law, family)

    at_home = drafted(law, rich(parent(residence="XB")))
    assert "r.road/s.road" in {step.id for step in at_home.problem.steps}
    for deeds in (("s.road",), ("s.road", "s.border"), ("s.border", "s.road")):
        gone = found(*deeds)
        assert "r.road/s.road" not in {step.id for step in gone.problem.steps}
        assert "gone" in gone.unknown
        assert {"leaving", "shut", "home"}.isdisjoint(gone.unknown)
        assert "days" in step_of(gone.problem, "r.visa/s.cross").unknown
    law_of = Said(family_of(law, ticked_all(law, ("s.road", None, None), ("s.border", None, None))))
    assert law_of.gone_to(law.atlas, "XB") == "XC"
    only = Said(family_of(law, ticked_all(law, ("s.road", None, None), residence="XB")))
    assert only.gone_to(law.atlas, "XB") == ""
    assert Said(family_of(law, rich())).gone_to(law.atlas, "XB") is None
    moved = ticked_all(law, ("s.road", None, None), ("s.back", None, None), residence="XB")
    assert Said(family_of(law, moved)).gone_to(law.atlas, "XB") is None, "they live where they went"
    assert "gone" not in drafted(law, moved).unknown


def test_a_border_crossed_is_behind_the_family_with_all_before_it() -> None:
    ask_for, register = describe("ask", "f.ten"), describe("register", "f.week", at="inside")
    law = country(into("visa", "st.here", ask_for, CROSS, register, kind="visa-free"))
    found = days(planned(law, ticked(law, "s.cross")))
    assert set(found) >= {"here", "r.visa/s.register"}
    assert "r.visa/s.cross" not in found
    assert "r.visa/s.ask" not in found
    assert (found["safe:r.visa"], found["settled:r.visa"]) == ((0, 0), (7, 7))


def test_whoever_is_out_by_road_is_asked_for_nothing_that_came_before_and_crosses_once() -> None:
    ask_for = describe("ask", "f.ten")
    claim = describe("claim", "f.week", at="inside", who_comes="each")
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True, costs=("f.fee",))
    law = country(
        into("visa", "st.here", ask_for, CROSS, claim),
        into("road", None, out, folder="XB", kind="leaving"),
    )
    at_home = drafted(law, rich(parent(residence="XB"))).problem
    assert step_of(at_home, "r.visa/s.cross").needs == ("left", "after:r.visa/s.ask")
    for on in ("2026-11-20", "2026-11-10", None):
        family = ticked_all(law, ("s.road", None, on), residence="XB")
        left = {step.id: step.needs for step in drafted(law, family).problem.steps}
        assert "r.road/s.road" not in left, "nobody crosses and pays twice"
        assert left["r.visa/s.cross"] == ("after:r.visa/s.ask",)
        assert planned(law, family).plans


def test_a_road_that_waits_for_a_paper_hands_on_nothing_once_it_is_behind() -> None:
    """What the way out waited for, of one way, is asked of nobody who has taken it, on whatever way."""
    entry = ask("entry", "any(s.status == 'st.here' for s in p.statuses)", "person")
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    claim = describe("claim", "f.now", who_comes="each", moves=True, level=3)
    law = country(
        into("visa", "st.here", describe("ask", "f.week"), CROSS),
        into("border", "st.here", claim),
        into("road", None, out, folder="XB", kind="leaving", asked=(entry,)),
    )
    home: dict[str, Any] = {
        "residence": "XB",
        "citizenships": {"complete": True, "items": [{"country": "XB"}]},
        "statuses": {"complete": True, "items": []},
    }
    waits = step_of(drafted(law, rich(parent(**home))).problem, "r.road/s.road@after:r.visa/s.ask")
    assert "after:r.visa/s.ask" in waits.needs
    taken = drafted(law, ticked_all(law, ("s.road", None, "2026-11-20"), **home)).problem
    assert step_of(taken, "r.border/s.claim").needs == ()


@pytest.mark.parametrize(("on", "until"), [("2026-10-31", 50), ("2026-11-20", 70), (None, None)])
def test_a_paper_made_on_a_day_is_good_from_that_day(on: str | None, until: int | None) -> None:
    law = stamped()
    found = drafted(law, ticked(law, "s.stamp", on=on)).problem
    assert [(one.paper, one.until) for one in found.has] == [("diploma-stamped", until)]
    assert "s.stamp" not in {step.id for step in found.steps}


def test_a_paper_that_has_lapsed_since_is_made_again() -> None:
    law = stamped()
    found = drafted(law, ticked(law, "s.stamp", on="2026-08-01")).problem
    assert (found.has, step_of(found, "s.stamp").valid) == ((), 70)


def stamped() -> Law:
    """A country that asks for a stamp, good for ten weeks."""
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    file = describe("file", "f.now", needs=("diploma-stamped",))
    return country(into("visa", "st.here", file, CROSS), shared=(stamp,), lapses={"diploma-stamped": "f.ten"})


def test_a_deed_without_a_step_says_nothing() -> None:
    law = country(into("visa", "st.here", CROSS))
    of = rich(parent(), done=[{"outcome": "granted"}])
    assert days(planned(law, of)) == days(planned(law, rich(parent())))


def test_a_paper_that_lapses_is_good_for_as_long_as_is_known() -> None:
    assert step_of(drafted(stamped(), rich()).problem, "s.stamp").valid == 70


def test_a_wait_that_runs_already_is_nothing_to_begin() -> None:
    """What was handed in an office decides; nobody begins that, and putting it off costs nothing."""
    file, wait = describe("file", who_comes="each"), describe("wait", "f.ten", refused=True)
    law = country(into("visa", "st.here", file, wait, CROSS))
    before = planning(law, rich(), "XA", ON)
    assert [one.step.step for one in first(before)] == ["s.file"]
    after = planning(law, ticked(law, "s.file", on=ON.isoformat()), "XA", ON)
    assert first(after) == ()
    assert after.firsts is None or "s.wait" not in {one.step for one in after.firsts.first}
    (running,) = [step for step in after.plans[0].steps if step.step == "s.wait"]
    assert "running" in running.unknown
    # What nobody decides is still to be done.
    law = country(into("visa", "st.here", file, describe("buy"), wait, CROSS))
    bought = step_of(drafted(law, ticked(law, "s.file")).problem, "r.visa/s.buy")
    assert "running" not in bought.unknown
