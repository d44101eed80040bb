"""From verdicts to a problem: what becomes a step, what is asked of whom, and what is told as not known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import offer, status
from tests.law.made import ON, after, ask, case, child, door, number, parent, span
from tests.reach.made import country, days, describe, drafted, into, planned, rich, step_of
from vyrai.law import Law
from vyrai.reach import Draft, Search, alone, only
from vyrai.reach._doors import windows
from vyrai.reach.problem import Step
from vyrai.world import Door, Route, World
from vyrai.world._built import Step as Described
from vyrai.world._built import Takes

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)


def test_a_way_in_is_its_steps_in_order_then_safety_pay_and_the_last_status() -> None:
    ask_for = describe("ask", "f.week", who_comes="applicant", level=0)
    found = planned(country(into("visa", "st.here", ask_for, CROSS)), rich())
    # The week passes at home, everybody crosses; being there is safe, and work is lawful at once.
    assert days(found) == {
        "r.visa/s.ask": (0, 7),
        "r.visa/s.cross": (7, 7),
        "safe:r.visa": (7, 7),
        "earn:r.visa": (7, 7),
        "settled:r.visa": (7, 7),
    }
    assert found.proven
    assert found.plans[0].best == ("weeks", "money", "chance", "danger", "quality")
    assert found.plans[0].plan.comes_to["danger"] == 3


def test_a_closed_way_has_no_steps() -> None:
    law = country(into("visa", "st.here", CROSS, asked=(ask("no", "citizen(p, 'XA')", "person"),)))
    found = drafted(law, rich(parent(citizenships={"complete": True, "items": [{"country": "XB"}]})))
    assert (found.problem.steps, found.ways) == ((), ())


def test_the_second_route_of_a_way_waits_for_what_the_first_gives() -> None:
    claim = into("claim", "st.pending", CROSS)
    decide = into("decide", "st.here", describe("wait", "f.ten"), **after("st.pending"))
    law = country(claim, decide, statuses=(status("pending"), status("here", {"work": "yes"})))
    found = planned(law, rich())
    by_way = {one.way: {placed.step: placed.end for placed in one.plan.steps} for one in found.plans}
    whole = by_way["r.decide@r.claim"]
    assert (whole["safe:r.decide@r.claim"], whole["settled:r.decide@r.claim"]) == (0, 70)
    # Work is lawful on the second status only, so pay begins with it.
    assert whole["earn:r.decide@r.claim"] == 70


def test_work_that_opens_later_is_waited_for() -> None:
    law = country(
        into("claim", "st.here", CROSS), statuses=(status("here", {"work": ("yes", "f.half-year")}),)
    )
    problem = drafted(law, rich()).problem
    wait = step_of(problem, "wait:r.claim/st.here")
    assert wait.days == (0, 91, 182)
    assert wait.needs == ("held:r.claim/st.here",)


def test_limited_work_is_told_as_not_known_and_none_is_no_pay() -> None:
    limited = country(into("visa", "st.here", CROSS), statuses=(status("here", {"work": "limited"}),))
    assert "work" in step_of(drafted(limited, rich()).problem, "r.visa/s.cross").unknown
    none = drafted(country(into("visa", "st.here", CROSS), statuses=(status("here"),)), rich())
    assert none.problem.goals == ("safe", "settled")


@pytest.mark.parametrize(
    ("times", "days", "unknown"),
    [
        ({"average": "f.ten"}, (0, 70, 140), "usual"),
        ({"average": "f.half-year"}, (0, 182, 364), "usual"),
        ({"average": "f.ten-or-more"}, (0, 70, 140), "usual"),
        ({"law": "f.ten-or-more", "average": "f.week"}, (70, 70, 70), "usual"),
        ({"observed": "f.week", "average": "f.ten"}, (7, 7, 7), None),
        ({"law": "f.half-year"}, (0, 182, 182), "by_law"),
        ({"law": "f.week"}, (7, 7, 7), "by_law"),
        ({"law": "f.ten-or-more"}, (70, 70, 70), "days"),
        ({"law": "f.two-years"}, (0, 0, 0), "days"),
        ({"law": "f.half-year", "average": "f.week"}, (0, 7, 14), "usual"),
        ({"law": "f.half-year", "average": "f.of-old"}, (0, 182, 182), "days"),
    ],
)
def test_what_is_usual_is_likely_else_all_the_time_that_the_law_gives_within_the_time_of_a_plan(
    times: dict[str, str], days: tuple[int, int, int], unknown: str | None
) -> None:
    wait = replace(describe("wait"), takes=Takes(**times))
    step = step_of(drafted(country(into("visa", "st.here", wait, CROSS)), rich()).problem, "r.visa/s.wait")
    assert step.days == days
    assert [what for what in step.unknown if what in ("days", "usual", "by_law")] == (
        [] if unknown is None else [unknown]
    )


def test_who_asks_for_protection_may_stay_while_an_answer_is_beyond_any_plan() -> None:
    """Whoever waits for a visa so long, or for protection at home, has no plan."""
    asks = describe("ask", "f.now", at="inside")
    weeks = (number("xa.three-years", 156, "weeks"), number("xa.as-long-as-a-plan", 77, "weeks"))

    def waits(kind: str, usual: str = "xa.three-years", there: bool = True) -> Step:
        hears = replace(describe("hear"), takes=Takes(average=usual), at="inside" if there else None)
        steps = (CROSS, asks, hears) if there else (hears, CROSS)
        made = country(into("asylum", "st.here", *steps, kind=kind))
        law = Law(replace(made.atlas, facts=(*made.atlas.facts, *weeks)))
        return step_of(drafted(law, rich()).problem, "r.asylum/s.hear")

    beyond, visa = waits("protection"), waits("visa")
    assert waits("protection", "xa.as-long-as-a-plan").days[1] == 539, "on the last day of a plan it is had"
    assert waits("protection", there=False).days[1] == 1_092
    assert (beyond.days, "days" in beyond.unknown, "xa.three-years" in beyond.facts) == (
        (0, 0, 0),
        True,
        True,
    )
    assert (visa.days[1], "usual" in visa.unknown) == (1_092, True)


def test_where_no_step_crosses_the_journey_follows_what_lets_in() -> None:
    found = planned(country(into("permit", "st.here", describe("ask", "f.week"))), rich())
    assert days(found)["journey"] == (7, 7)
    assert ("journey", "fee") in found.plans[0].unknown


def test_a_route_without_steps_is_one_step_of_which_nothing_is_known() -> None:
    step = step_of(drafted(country(into("visa", "st.here")), rich()).problem, "r.visa/file")
    assert step.unknown == ("days", "steps", "refused", "fee")


@pytest.mark.parametrize(
    ("who", "come"),
    [
        ("each", ("stork", "wren")),
        ("adults", ("stork",)),
        ("applicant", ("stork",)),
        ("parent", ("stork",)),
        ("nobody", None),
        (None, None),
    ],
)
def test_who_must_come(who: str | None, come: tuple[str, ...] | None) -> None:
    law = country(into("visa", "st.here", describe("file", "f.now", who_comes=who), CROSS))
    step = step_of(drafted(law, rich(parent(), child())).problem, "r.visa/s.file")
    assert (None if step.attends is None else step.attends.who) == come
    assert ("attends" in step.unknown) == (who is None)


@pytest.mark.parametrize(
    ("at", "filed", "place"),
    [
        ("inside", "outside", "there"),
        ("outside", "inside", "home"),
        ("anywhere", "outside", None),
        (None, "outside", "home"),
        (None, "either", None),
    ],
)
def test_where_it_is_done(at: str | None, filed: str, place: str | None) -> None:
    file = describe("file", "f.now", who_comes="applicant", at=at)
    law = country(into("visa", "st.here", file, CROSS, filed=filed))
    problem = drafted(law, rich(parent(residence="XA") if filed == "inside" else parent())).problem
    assert step_of(problem, "r.visa/s.file").place == place


def test_what_is_asked_for_in_the_country_waits_for_the_journey() -> None:
    """A form that nobody carries anywhere is still no use before the family is in the country."""
    visa = into("visa", "st.door", describe("ask", "f.week"), describe("cross", "f.ten", moves=True))
    permit = into("permit", "st.here", describe("file", "f.now"), **after("st.door"))
    law = country(visa, permit, statuses=(status("door"), status("here", {"work": "yes"})))
    by_way = {
        one.way: {placed.step: placed for placed in one.plan.steps} for one in planned(law, rich()).plans
    }
    whole = by_way["r.permit@r.visa"]
    assert whole["r.permit@r.visa/s.file"].start == whole["r.visa/s.cross"].end == 77


def test_fees_are_the_most_they_can_be_and_an_open_one_is_told() -> None:
    file = describe("file", "f.now", who_comes="applicant", costs=("f.fee",))
    law = country(into("visa", "st.here", file, CROSS, fees=("f.fee", "f.fee-open", "f.ten")))
    step = step_of(drafted(law, rich(parent(), child())).problem, "r.visa/s.file")
    # 40 for each of two, once though route and step name it; at least 30; ten weeks are no money.
    assert step.fee == 110
    assert "fee" in step.unknown


def test_a_decision_that_may_be_refused_has_no_chance_that_nobody_published() -> None:
    law = country(
        into("visa", "st.here", describe("file", "f.now", refused=True), CROSS, refusal=("f.week",))
    )
    problem = drafted(law, rich()).problem
    assert [step_of(problem, f"r.visa/s.{name}").refused for name in ("file", "cross")] == [None, 0.0]
    assert planned(law, rich()).plans[0].plan.comes_to["chance"] == 0


ASK, COLLECT = describe("ask", "f.week"), describe("collect", "f.week")
REFUSABLE = describe("ask", "f.week", refused=True)
GIVES = describe("ask", "f.week", yields=("st.here",))


@pytest.mark.parametrize(
    ("steps", "kind", "refusable"),
    [
        ((ASK, COLLECT, CROSS), "visa", "collect"),
        ((REFUSABLE, COLLECT, CROSS), "visa", "ask"),
        ((GIVES, COLLECT, CROSS), "visa", "ask"),
        ((CROSS,), "visa", "cross"),
        ((ASK, CROSS, COLLECT), "visa-free", ""),
    ],
)
def test_the_step_on_which_somebody_decides_is_the_one_that_may_be_refused(
    steps: tuple[Described, ...], kind: str, refusable: str
) -> None:
    problem = drafted(country(into("way", "st.here", *steps, kind=kind)), rich()).problem
    unsure = [step.id.rpartition("s.")[2] for step in problem.steps if step.refused is None]
    assert unsure == ([refusable] if refusable else [])


def test_what_follows_the_decision_is_settled_later_but_keeps_nobody_from_safety() -> None:
    register = describe("register", "f.week", at="inside")
    law = country(into("way", "st.here", ASK, CROSS, register, kind="visa-free"))
    found = days(planned(law, rich()))
    assert (found["safe:r.way"], found["settled:r.way"]) == ((7, 7), (14, 14))
    decided = country(into("permit", "st.here", ASK, register))
    late = drafted(decided, rich()).problem
    assert step_of(late, "r.permit/s.register").place == "there", "after the decision the family is there"


def test_nobody_waits_at_home_until_the_money_need_not_last() -> None:
    """The plan ends after eighteen months; what a family cannot pay does not become cheap by going late."""
    no_work = country(into("visa", "st.here", CROSS), statuses=(status("here"),))
    assert planned(no_work, rich(amount=3_000)).empty == ("r.visa",)
    assert planned(no_work, rich(amount=6_000)).plans
    late = country(
        into("visa", "st.here", CROSS), statuses=(status("here", {"work": ("yes", "f.half-year")}),)
    )
    assert planned(late, rich(amount=600)).empty == ("r.visa",)
    assert planned(late, rich(amount=1_600)).plans


def test_papers_are_made_by_whoever_yields_them_and_told_where_nobody_does() -> None:
    file = describe("file", "f.now", needs=("passport", "diploma-stamped"))
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    found = drafted(country(into("visa", "st.here", file, CROSS), shared=(stamp,)), rich())
    assert step_of(found.problem, "r.visa/s.file").needs == ("diploma-stamped",)
    assert found.unmade == ("passport",)
    assert found.of["s.stamp"] == (None, "s.stamp")


def test_a_shared_step_of_a_route_is_asked_for_its_paper_only() -> None:
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped", "passport"))
    file = describe("file", "f.now", needs=("diploma-stamped",))
    law = country(into("visa", "st.here", stamp, file, CROSS))
    assert days(planned(law, rich()))["r.visa/s.file"] == (7, 7)


def test_the_paper_of_a_shared_step_is_waited_for_where_it_stands_on_the_way() -> None:
    """A date is asked for before the translation is there, or after it, as the keeper wrote it."""
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    book, file = describe("book", "f.ten"), describe("file", "f.now", needs=("diploma-stamped",))
    before = days(planned(country(into("visa", "st.here", book, stamp, file, CROSS)), rich()))
    assert (before["r.visa/s.book"], before["r.visa/s.file"]) == ((0, 70), (70, 70))
    after = days(planned(country(into("visa", "st.here", stamp, book, file, CROSS)), rich()))
    assert (after["r.visa/s.book"], after["r.visa/s.file"]) == ((7, 77), (77, 77))


def test_a_passport_in_hand_is_good_until_the_first_of_the_family_runs_out() -> None:
    def holds(alias: str, until: str) -> dict[str, object]:
        own = [{"country": "XB", "document": "passport", "expires": until}]
        return {"alias": alias, "role": "parent", "citizenships": {"complete": True, "items": own}}

    file = describe("file", "f.week", needs=("passport",))
    law = country(into("visa", "st.here", file, CROSS))
    of = rich(holds("stork", "2027-01-01"), holds("crane", "2026-12-20"))
    found = drafted(law, of)
    assert [(one.paper, one.until) for one in found.problem.has] == [("passport", 30)]
    # Nobody holds one: it is asked for, and no step here makes it.
    assert drafted(law, rich()).unmade == ("passport",)


def test_a_status_that_is_over_soon_is_the_end_of_a_way_only_where_there_is_no_other() -> None:
    brief = status("brief", {"work": "yes"}, lasts="f.short")
    both = country(
        into("visit", "st.brief", CROSS), into("visa", "st.here", CROSS), statuses=(brief, status("here"))
    )
    assert [way.key for way in drafted(both, rich()).ways] == ["r.visa"]
    alone = drafted(country(into("visit", "st.brief", CROSS), statuses=(brief,)), rich())
    assert ([way.key for way in alone.ways], alone.unknown) == (["r.visit"], ("short", "home", "tickets"))


def test_nobody_plans_behind_the_end_of_a_door_of_which_it_is_written_that_nobody_knows_what_follows() -> (
    None
):
    def opens(*doors: Door) -> tuple[tuple[int, int], ...]:
        (way,) = country(into("visa", "st.here", CROSS, door=doors)).atlas.routes
        return windows(World(country(into("visa", "st.here", CROSS, door=doors)).atlas, ON), way, 60)

    ends = door("open", span(None, "2026-12-01"))
    assert opens(ends, door("unknown", span("2026-12-02"))) == ((0, 11),)
    assert opens(
        ends, door("unknown", span("2026-12-02", "2026-12-09")), door("open", span("2026-12-10"))
    ) == (
        (0, 11),
        (20, 60),
    )
    shut, again = door("closed", span(None, "2026-11-30")), door("open", span("2026-12-01", "2026-12-09"))
    assert opens(shut, again, door("unknown", span("2026-12-10"))) == ((11, 19),), "it opens first"
    for state in ("closed", "paused"):
        never = door(state, span(None, "2026-11-30"))
        assert opens(never, door("unknown", span("2026-12-01"))) == ((11, 60),), "it took nobody before"
    # Of what nobody has spoken yet, and where it is not known today, the day is not shut.
    assert opens(ends) == ()
    assert opens(door("unknown", span(None, "2026-12-01")), door("unknown", span("2026-12-02"))) == ()
    assert opens(door("unknown", span(None, "2026-12-01")), door("open", span("2026-12-02"))) == ()


def test_a_door_that_shuts_is_a_window() -> None:
    shuts = (door("open", span(None, "2026-12-01")), door("closed", span("2026-12-02")))
    law = country(into("visa", "st.here", describe("file", "f.now"), CROSS, door=shuts))
    assert step_of(drafted(law, rich()).problem, "r.visa/s.file").windows == ((0, 11), (255, 539))
    opens = (
        door("open", span(None, "2026-12-01")),
        door("paused", span("2026-12-02", "2026-12-09")),
        door("open", span("2026-12-10")),
    )
    twice = country(into("visa", "st.here", describe("file", "f.now"), CROSS, door=opens))
    assert step_of(drafted(twice, rich()).problem, "r.visa/s.file").windows == ((0, 11), (20, 539))
    (never,) = country(into("visa", "st.here", CROSS, door=(door("closed", span(None)),))).atlas.routes
    assert windows(World(law.atlas, ON), never, 60) == ((61, 61),), "no day is none, and not any"


def leaving(
    name: str, *, level: int = 1, takes: Takes | None = None, **keys: Any
) -> tuple[Route, tuple[Described, ...]]:
    """A way out of XB by one crossing."""
    out = describe(name, "f.now", folder="XB", who_comes="each", moves=True, level=level)
    out = replace(out, takes=takes or out.takes)
    return into(name, None, out, folder="XB", kind="leaving", **keys)


def test_ways_out_are_chosen_with_the_way_in_and_lead_the_right_way() -> None:
    law = country(
        into("visa", "st.here", describe("file", "f.week"), CROSS),
        leaving("road", level=1, toward=("XA",)),
        leaving("round", level=0, toward=("XU",)),
        leaving("sea", level=0, toward=("XC",)),
        leaving("air", level=0, not_toward=("XA",)),
        leaving("shut", level=0, asked=(ask("no", "citizen(p, 'XA')", "person"),)),
    )
    at_home = parent(residence="XB", citizenships={"complete": True, "items": [{"country": "XB"}]})
    found = planned(law, rich(at_home))
    # Out on the day on which they are in, not a week before.
    assert days(found)["r.road/s.road"] == (7, 7)
    assert found.plans[0].plan.comes_to["danger"] == 4


@pytest.mark.parametrize(
    ("takes", "unknown"),
    [
        (Takes(average="f.hours"), ("usual",)),
        (Takes(observed="f.hours"), ()),
        (Takes(average="f.week"), ("days",)),
        (Takes(observed="f.week"), ("days",)),
        (Takes(), ("days",)),
    ],
)
def test_nobody_sets_out_before_all_is_ready_that_lets_them_in(
    takes: Takes, unknown: tuple[str, ...]
) -> None:
    """However long the way out takes: out on the day on which they are in. More than a day is told."""
    law = country(into("visa", "st.here", describe("file", "f.week"), CROSS), leaving("road", takes=takes))
    at_home = parent(residence="XB", citizenships={"complete": True, "items": [{"country": "XB"}]})
    out = step_of(drafted(law, rich(at_home)).problem, "r.road/s.road")
    assert (out.days, out.unknown) == ((0, 0, 0), unknown)
    assert days(planned(law, rich(at_home)))["r.road/s.road"] == (7, 7)


def test_a_road_round_by_the_union_stays_for_whoever_has_no_paper_for_the_direct_one() -> None:
    """The visa lets in directly, the permit only round by another state; without a paper the sea is open."""
    visa = ask("visa", "any(s.status == 'st.here' for s in p.statuses)", "person")
    either = ask("either", "any(s.status in ('st.here', 'st.brief') for s in p.statuses)", "person")
    ways = (
        into("visa", "st.here", describe("file", "f.week"), CROSS),
        into("permit", "st.brief", describe("file", "f.week"), CROSS),
    )
    told = (status("here", {"work": "yes"}), status("brief", {"work": "yes"}))
    none: dict[str, object] = {"complete": True, "items": []}
    at_home = parent(
        residence="XB", citizenships={"complete": True, "items": [{"country": "XB"}]}, statuses=none
    )

    def outs(*roads: tuple[Route, tuple[Described, ...]]) -> set[str]:
        found = drafted(country(*ways, *roads, statuses=told), rich(at_home)).problem
        return {step.id for step in found.steps if "left" in step.yields}

    straight = leaving("road", toward=("XA",), asked=(visa,))
    assert outs(straight, leaving("round", toward=("XU",), asked=(either,))) == {
        "r.road/s.road@after:r.visa/s.file",
        "r.round/s.round@after:r.permit/s.file",
    }
    assert outs(straight, leaving("sea", toward=("XU",))) == {
        "r.road/s.road@after:r.visa/s.file",
        "r.sea/s.sea",
    }
    assert outs(leaving("road", toward=("XA",)), leaving("sea", toward=("XU",))) == {"r.road/s.road"}


def test_tickets_are_counted_at_the_least_that_is_known_and_what_is_not_known_is_told() -> None:
    at_home = parent(residence="XB", citizenships={"complete": True, "items": [{"country": "XB"}]})
    both = rich(at_home, child())
    visa = into("visa", "st.here", CROSS)

    def road(*fares: str) -> Draft:
        return drafted(country(visa, leaving("road", fares={"XA": fares, "XC": ("f.bus",)})), both)

    known = road("f.bus-dear", "f.bus", "f.bus-child")
    step = step_of(known.problem, "r.road/s.road")
    assert (step.fee, step.facts) == (40 + 25, ("f.now", "f.bus", "f.bus-child"))
    assert known.unknown == ()
    part = road("f.bus")
    assert (step_of(part.problem, "r.road/s.road").fee, part.unknown) == (40, ("tickets_in_part",))
    each = road("f.train")
    assert (step_of(each.problem, "r.road/s.road").fee, each.unknown) == (2 * 70, ())
    none = road()
    assert (step_of(none.problem, "r.road/s.road").fee, none.unknown) == (0, ("tickets",))


def test_where_every_way_out_is_closed_it_is_told_and_the_plan_goes_on() -> None:
    law = country(
        into("visa", "st.here", CROSS),
        leaving("shut", asked=(ask("no", "citizen(p, 'XA')", "person"),)),
    )
    at_home = parent(residence="XB", citizenships={"complete": True, "items": [{"country": "XB"}]})
    found = drafted(law, rich(at_home))
    assert found.unknown == ("shut", "tickets")
    assert step_of(found.problem, "r.visa/s.cross").needs == ()


def test_the_journey_needs_a_way_out_too() -> None:
    law = country(into("permit", "st.here", describe("ask", "f.week")), leaving("road"))
    found = drafted(law, rich(parent(residence="XB")))
    assert step_of(found.problem, "journey").needs == ("enter", "left")


def test_a_family_that_is_there_has_no_journey() -> None:
    law = country(into("permit", "st.here", describe("ask", "f.week", who_comes="applicant"), filed="inside"))
    found = drafted(law, rich(parent(residence="XA")))
    assert step_of(found.problem, "here").windows == ((0, 0),)
    assert days(planned(law, rich(parent(residence="XA"))))["settled:r.permit"] == (7, 7)


@pytest.mark.parametrize("rent", [None, "f.rent-at-most"])
def test_unknown_rent_and_savings_are_told(rent: str | None) -> None:
    found = drafted(country(into("visa", "st.here", CROSS), rent=rent), case())
    assert found.unknown == ("rent", "home", "tickets", "unsaid")


def test_the_quality_of_a_way_is_what_a_child_surely_has_by_law() -> None:
    at_once = offer("school", "school", right="school", law="f.now")
    at_school = status("here", {"work": "yes", "school": "yes"})
    law = country(into("visa", "st.here", CROSS), statuses=(at_school,), offers=(at_once,))
    born = date(2017, 5, 1).isoformat()
    of = rich(parent(), child(birth=born, needs=[{"need": "speaking"}]))
    assert 0 < step_of(alone(drafted(law, of), "r.visa"), "settled:r.visa").quality <= 100
    assert step_of(alone(drafted(law, rich()), "r.visa"), "settled:r.visa").quality == 0
    assert {step.quality for step in alone(drafted(law, of), "r.visa").steps if "settled" not in step.id} == {
        0
    }
    unasked = drafted(law, of, quality=False)
    assert step_of(alone(unasked, "r.visa"), "settled:r.visa").quality == 0


def test_a_step_that_two_routes_of_a_way_name_is_done_once() -> None:
    wait = describe("wait", "f.ten")
    claim = into("claim", "st.pending", CROSS, wait)
    decide = into("decide", "st.here", wait, **after("st.pending"))
    law = country(claim, decide, statuses=(status("pending"), status("here", {"work": "yes"})))
    found = drafted(law, rich()).problem
    assert step_of(found, "r.decide@r.claim/file").days == (0, 0, 0)
    assert step_of(found, "r.decide@r.claim/file").unknown == ("refused", "fee")


def test_who_may_enter_but_not_stay_is_not_safe_yet() -> None:
    visa = into("visa", "st.door", describe("ask", "f.week"), CROSS)
    permit = into("permit", "st.here", describe("file", "f.ten"), **after("st.door"))
    law = country(visa, permit, statuses=(status("door", stay=False), status("here", {"work": "yes"})))
    whole = next(one for one in planned(law, rich()).plans if one.way == "r.permit@r.visa")
    assert {placed.step: placed.end for placed in whole.plan.steps}["safe:r.permit@r.visa"] == 77


def test_a_way_out_that_is_shut_without_a_paper_waits_for_it_whoever_goes_by_it() -> None:
    """By road with a visa only: a way that asks for nothing before the border gets the visa first."""
    entry = ask("entry", "any(s.status == 'st.here' for s in p.statuses)", "person")
    claim = describe("claim", "f.now", who_comes="each", moves=True, level=3)
    law = country(
        into("visa", "st.here", ASK, CROSS, kind="visa"),
        into("other", "st.here", ASK, CROSS, kind="visa"),
        into("border", "st.here", claim),
        leaving("road", asked=(entry,)),
    )
    own = {"complete": True, "items": [{"country": "XB"}]}
    none: dict[str, object] = {"complete": True, "items": []}
    found = drafted(law, rich(parent(residence="XB", citizenships=own, statuses=none)))
    out = step_of(found.problem, "r.road/s.road@after:r.visa/s.ask")
    assert ("after:r.visa/s.ask" in out.needs, "left" in out.yields) == (True, True)
    assert "r.road/s.road@after:r.other/s.ask" not in {
        step.id for step in only(found.problem, "r.visa").steps
    }
    (plan,) = Search(only(found.problem, "r.border")).optimum("weeks").plans
    taken = {placed.step for placed in plan.steps}
    assert "r.border/s.claim" in taken
    assert any({f"r.{one}/s.ask", f"r.road/s.road@after:r.{one}/s.ask"} <= taken for one in ("visa", "other"))


def test_who_lives_apart_is_told_for_whom_the_plans_are() -> None:
    law = country(into("visa", "st.here", CROSS))
    for other, told in (("XB", False), ("XA", True)):
        found = drafted(law, rich(parent(residence="XB"), parent("wren", residence=other)))
        assert ("homes" in found.unknown) is told
    assert "homes" not in drafted(law, rich(parent(residence="XB"), parent("wren"))).unknown
