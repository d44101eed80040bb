"""A day that the family was given is kept by every plan: a date at an office, a ticket, an answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.choose.plans import found
from tests.law.made import ON, ask, door, parent, span
from tests.reach.made import country, dated, days, describe, drafted, into, planned, rich, step_of
from tests.reach.test_draft import leaving
from tests.reach.test_rounds import drawn
from vyrai.choose import planning
from vyrai.choose.planned import loose
from vyrai.choose.unkept import UnkeptOn
from vyrai.law import Law
from vyrai.reach import simulate
from vyrai.words import Words
from vyrai.words.planning import unkept as words_unkept
from vyrai.world._built import Outcome

LATER = date(2027, 1, 14)
DAY = (LATER - ON).days
BOOK = describe("book")
FILE = describe("file", who_comes="each")
WAIT = describe("wait", "f.ten", refused=True)
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
VISA = country(into("visa", "st.here", BOOK, FILE, WAIT, CROSS))


def on(days_from_start: int) -> str:
    return (ON + timedelta(days=days_from_start)).isoformat()


def test_who_was_given_a_date_at_an_office_comes_on_that_day() -> None:
    kept = days(planned(VISA, dated(VISA, ("s.file", LATER.isoformat()))))
    assert kept["r.visa/s.file"] == (DAY, DAY)
    assert kept["r.visa/s.wait"] == (DAY, DAY + 70)
    told = planning(VISA, dated(VISA, ("s.file", LATER.isoformat())), "XA", ON)
    steps = {step.id: step for step in told.plans[0].steps}
    assert steps["r.visa/s.file"].given
    assert not steps["r.visa/s.wait"].given
    assert told.unkept == ()


def test_what_comes_before_has_to_be_ready_by_then_and_moves_no_day() -> None:
    """How long booking takes nobody knows; but the date is there, and what follows hangs on it alone."""
    told = planning(VISA, dated(VISA, ("s.file", LATER.isoformat())), "XA", ON).plans[0]
    steps = {step.id: (step, late) for step, late in zip(told.steps, loose(told), strict=True)}
    assert steps["r.visa/s.book"][0].not_after is None, "how long it takes nobody knows: at once"
    assert "for_day:days" in steps["r.visa/s.book"][0].unknown
    assert steps["r.visa/s.file"][0].not_after is None
    assert steps["r.visa/s.file"][0].unsure, "it may not be ready by then"
    assert not any(late for _, late in steps.values())
    undated = planning(VISA, rich(), "XA", ON).plans[0]
    assert any(loose(undated))


def test_the_last_day_to_begin_leaves_time_for_all_that_is_known() -> None:
    law = country(
        into("visa", "st.here", describe("letter", "f.ten"), describe("stamp", "f.week"), FILE, CROSS)
    )
    told = planning(law, dated(law, ("s.file", on(100))), "XA", ON).plans[0]
    last = {step.id: step.not_after for step in told.steps}
    assert last["r.visa/s.letter"] == on(100 - 77)
    assert last["r.visa/s.stamp"] == on(100 - 7)


def test_an_answer_is_there_on_the_day_that_was_said() -> None:
    case = dated(VISA, ("s.wait", on(30)))
    kept = days(planned(VISA, case))
    assert kept["r.visa/s.wait"] == (30, 30)
    assert kept["r.visa/s.cross"][0] == 30
    step = step_of(drafted(VISA, case).problem, "r.visa/s.wait")
    assert (step.days, step.windows) == ((0, 0, 0), ((30, 30),))
    assert "refused" in step.unknown, "it may still be a no"


def test_a_visit_that_is_decided_takes_its_time_from_that_day() -> None:
    decide = describe("decide", "f.ten", who_comes="each", refused=True)
    law = country(into("visa", "st.here", decide, CROSS))
    assert days(planned(law, dated(law, ("s.decide", on(30)))))["r.visa/s.decide"] == (30, 100)


def test_what_is_over_in_a_day_moves_nothing_behind_it() -> None:
    """Nobody wrote down how long it takes, for there is nothing to wait for."""
    act = describe("act", who_comes="each", a_day=True)
    law = country(into("visa", "st.here", act, CROSS))
    assert "days" not in step_of(drafted(law, rich()).problem, "r.visa/s.act").unknown
    assert not any(loose(planning(law, rich(), "XA", ON).plans[0]))


def test_a_ticket_is_kept() -> None:
    assert days(planned(VISA, dated(VISA, ("s.cross", on(90)))))["r.visa/s.cross"][0] == 90


def test_a_day_on_which_nothing_is_ready_is_told_and_not_kept() -> None:
    case = dated(VISA, ("s.cross", on(30)))
    told = planning(VISA, case, "XA", ON)
    assert [(one.on, one.why) for one in told.unkept] == [(on(30), "early")]
    assert days(planned(VISA, case))["r.visa/s.cross"][0] == 70
    assert planning(VISA, dated(VISA, ("s.cross", on(70))), "XA", ON).unkept == ()


def test_a_day_that_is_over_is_told_and_not_kept() -> None:
    case = dated(VISA, ("s.file", on(-1)))
    told = planning(VISA, case, "XA", ON)
    assert [(one.title["en"], one.on, one.why) for one in told.unkept] == [("file", on(-1), "over")]
    assert days(planned(VISA, case))["r.visa/s.file"][0] == 0
    assert planning(VISA, dated(VISA, ("s.file", on(0))), "XA", ON).unkept == ()


def test_a_day_beyond_the_plans_is_told_and_not_kept() -> None:
    case = dated(VISA, ("s.file", on(540)))
    told = planning(VISA, case, "XA", ON)
    assert [(one.on, one.why) for one in told.unkept] == [(on(540), "far")]
    assert days(planned(VISA, case))["r.visa/s.file"][0] == 0
    assert planning(VISA, dated(VISA, ("s.file", on(400))), "XA", ON).unkept == ()


def test_a_day_that_was_refused_is_none_for_asking_again() -> None:
    decide = describe("decide", "f.ten", who_comes="each", outcomes={"refused": Outcome(steps=("s.file",))})
    law = country(into("visa", "st.here", FILE, decide, CROSS))
    for last, begins in ((on(0), 0), (on(20), 20)):
        done = [
            {"step": "s.file", "date": on(-3), "outcome": "done"},
            {"step": "s.decide", "date": on(-1), "outcome": "refused"},
        ]
        case = dated(law, ("s.decide", on(-1)), ("s.file", last), done=done)
        told = planning(law, case, "XA", ON)
        assert told.unkept == ()
        (again,) = [one for one in told.plans[0].steps if one.title == {"en": "file"}]
        assert again.on == on(begins)


@pytest.mark.parametrize(("day", "kept"), [(-1, False), (0, True), (5, True)])
def test_a_tick_without_its_day_takes_out_a_day_that_is_over(day: int, kept: bool) -> None:
    case = dated(VISA, ("s.wait", on(day)), done=[{"step": "s.wait", "outcome": "no_answer"}])
    assert drafted(VISA, case).given == ({"r.visa/s.wait"} if kept else frozenset())
    assert planning(VISA, case, "XA", ON).unkept == ()


def test_a_tick_is_worth_more_than_a_day() -> None:
    case = dated(VISA, ("s.file", on(-1)), done=[{"step": "s.file", "date": on(-1)}])
    assert planning(VISA, case, "XA", ON).unkept == ()
    assert "r.visa/s.file" not in days(planned(VISA, case))


@pytest.mark.parametrize("route", ["r.visa", None])
def test_a_day_of_one_way_alone_says_nothing_of_another(route: str | None) -> None:
    law = country(
        into("visa", "st.here", FILE, WAIT, CROSS),
        into("permit", "st.here", FILE, WAIT, CROSS, kind="permit"),
    )
    problem = drafted(law, dated(law, ("s.file", on(30)), route=route)).problem
    assert step_of(problem, "r.visa/s.file").windows == ((30, 30),)
    assert step_of(problem, "r.permit/s.file").windows == (() if route else ((30, 30),))


def test_a_day_that_one_way_keeps_is_not_told_as_lost_for_another() -> None:
    law = country(into("visa", "st.here", FILE, CROSS), into("permit", "st.here", WAIT, FILE, CROSS))
    assert planning(law, dated(law, ("s.file", on(30))), "XA", ON).unkept == ()


def test_a_date_that_is_missed_in_a_life_is_something_not_reached() -> None:
    """What is ready on the last day at the least is not in every life."""
    slow = describe("slow", "f.half-year")
    law = country(into("visa", "st.here", slow, FILE, CROSS))
    problem = drafted(law, dated(law, ("s.file", on(100)))).problem
    plan = planned(law, dated(law, ("s.file", on(100)))).plans[0].plan
    lived = simulate(problem, plan, lives=500)
    assert 0 < lived.failed.share < 1


def test_each_of_two_days_in_a_row_is_kept() -> None:
    case = dated(VISA, ("s.file", on(20)), ("s.cross", on(120)))
    told = planning(VISA, case, "XA", ON)
    steps = {step.id: (step.on, step.not_after) for step in told.plans[0].steps}
    assert steps["r.visa/s.book"] == (on(0), None)
    assert steps["r.visa/s.file"] == (on(20), None)
    assert steps["r.visa/s.wait"] == (on(20), on(120 - 70))
    assert steps["r.visa/s.cross"] == (on(120), None)


def test_a_step_without_its_day_says_nothing() -> None:
    draft = drafted(VISA, dated(VISA, ("s.file", None)))
    assert (draft.given, draft.unkept) == (frozenset(), ())
    assert draft.problem == drafted(VISA, rich()).problem


def unkept(law: Law, *days_: tuple[str, str], **root: Any) -> list[tuple[str, str]]:
    """Each day that no plan keeps: the step and why."""
    told = planning(law, dated(law, *days_, **root), "XA", ON)
    return [(one.title["en"], one.why) for one in told.unkept]


def test_an_answer_before_the_visit_is_told_and_the_visit_kept() -> None:
    given = ("s.file", on(40)), ("s.wait", on(30))
    assert unkept(VISA, *given) == [("wait", "early")]
    told = planning(VISA, dated(VISA, *given), "XA", ON).plans[0]
    steps = {step.id: step for step in told.steps}
    assert steps["r.visa/s.file"].given
    assert (steps["r.visa/s.wait"].given, steps["r.visa/s.wait"].missed) == (False, on(30))


def test_a_ticket_out_before_anybody_may_come_in_is_told() -> None:
    law = country(into("visa", "st.here", FILE, WAIT, CROSS), leaving("road"))
    home: dict[str, Any] = {"members": [parent(residence="XB")]}
    assert unkept(law, ("s.road", on(30)), **home) == [("road", "early")]
    assert unkept(law, ("s.road", on(80)), **home) == []
    kept = days(planned(law, dated(law, ("s.road", on(80)), **home)))
    assert kept["r.road/s.road"][0] == kept["r.visa/s.cross"][0] == 80


def test_a_day_that_no_plan_uses_is_told() -> None:
    """Of a way into another country, or one that does not go together with another day."""
    law = country(into("visa", "st.here", FILE, CROSS), shared=(describe("else", folder="XC"),))
    assert unkept(law, ("s.else", on(30))) == [("else", "unused")]
    assert unkept(law, ("s.file", on(60)), ("s.cross", on(600))) == [("cross", "far")]


def test_of_two_visits_of_one_person_on_one_day_the_first_is_kept_and_the_clash_told() -> None:
    sign = describe("sign", who_comes="each")
    law = country(into("visa", "st.here", BOOK, FILE, sign, CROSS))
    both = ("s.sign", on(30)), ("s.file", on(30))
    told = planning(law, dated(law, *both), "XA", ON)
    assert [(one.title["en"], one.why, one.other) for one in told.unkept] == [
        ("sign", "clash", {"en": "file"})
    ]
    steps = {step.id: step for step in told.plans[0].steps}
    assert (steps["r.visa/s.file"].given, steps["r.visa/s.file"].on) == (True, on(30))
    assert (steps["r.visa/s.sign"].given, steps["r.visa/s.sign"].on) == (False, on(31))
    assert steps["r.visa/s.sign"].missed == on(30)
    # A letter of which nobody has to be there, and another day, clash with nothing.
    assert unkept(law, ("s.file", on(30)), ("s.book", on(30))) == []
    assert unkept(law, ("s.file", on(30)), ("s.sign", on(31))) == []


def test_papers_that_any_way_may_use_clash_too_and_ways_that_rule_each_other_out_do_not() -> None:
    stamp = describe("stamp", "f.now", folder="", who_comes="each", yields=("diploma-stamped",))
    oath = describe("oath", "f.now", folder="", who_comes="each", yields=("passport",))
    law = country(
        into("one", "st.here", replace(FILE, needs=("diploma-stamped",)), CROSS),
        into("two", "st.here", describe("ask", needs=("diploma-stamped", "passport")), CROSS),
        shared=(stamp, oath),
    )
    told = planning(law, dated(law, ("s.stamp", on(30)), ("s.oath", on(30))), "XA", ON)
    assert [(one.title["en"], one.why, one.other) for one in told.unkept] == [
        ("oath", "clash", {"en": "stamp"})
    ]
    days_ = {step.id: step.on for plan in told.plans for step in plan.steps}
    assert (days_["s.stamp"], days_["s.oath"]) == (on(30), on(0))
    shared = country(into("one", "st.here", FILE, CROSS), into("two", "st.here", FILE, BOOK, CROSS))
    assert unkept(shared, ("s.file", on(30))) == []
    # Whoever goes one way does not go the other: each plan keeps its own day.
    apart = country(
        into("one", "st.here", FILE, CROSS), into("two", "st.here", describe("ask", who_comes="each"), CROSS)
    )
    assert unkept(apart, ("s.file", on(30)), ("s.ask", on(30))) == []
    both = planning(apart, dated(apart, ("s.file", on(30)), ("s.ask", on(30))), "XA", ON)
    assert {step.on for plan in both.plans for step in plan.steps if step.given} == {on(30)}
    assert len(both.plans) == 2


def test_a_day_on_which_the_way_is_shut_is_told_and_not_kept() -> None:
    open_ = (door("open", span("2026-01-01", on(40))), door("closed", span(on(41))))
    law = country(into("visa", "st.here", FILE, CROSS, door=open_))
    assert unkept(law, ("s.file", on(60))) == [("file", "shut")]
    assert unkept(law, ("s.file", on(30))) == []


def test_the_last_day_that_was_written_counts() -> None:
    case = dated(VISA, ("s.file", on(50)), ("s.file", on(20)))
    assert days(planned(VISA, case))["r.visa/s.file"][0] == 20
    case = dated(VISA, ("s.file", on(50)), ("s.file", on(20)), route="r.visa")
    assert days(planned(VISA, case))["r.visa/s.file"][0] == 20


def test_a_day_of_a_paper_that_any_way_may_use_is_kept_with_a_way_too() -> None:
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    law = country(into("visa", "st.here", stamp, replace(FILE, needs=("diploma-stamped",)), CROSS))
    kept = days(planned(law, dated(law, ("s.stamp", on(9)), route="r.visa")))
    assert kept["s.stamp"] == (9, 9)


def test_a_visit_that_gives_a_paper_is_not_over_with_it() -> None:
    """The certificate is asked for on that day; when it is there nobody knows."""
    ask_for = describe("ask", who_comes="each", folder="", yields=("diploma-stamped",))
    law = country(into("visa", "st.here", ask_for, replace(WAIT, needs=("diploma-stamped",)), CROSS))
    case = dated(law, ("s.ask", on(9)))
    assert "days" in step_of(drafted(law, case).problem, "s.ask").unknown
    told = planning(law, case, "XA", ON).plans[0]
    late = {step.id: late for step, late in zip(told.steps, loose(told), strict=True)}
    assert (late["s.ask"], late["r.visa/s.wait"]) == (False, True)


def test_a_day_of_a_round_is_better_than_its_month() -> None:
    sit = describe("draw", "f.week", who_comes="applicant")
    law = drawn(sit)
    march = (date(2027, 3, 15) - ON).days
    told = planning(law, dated(law, ("s.draw", on(march))), "XA", ON)
    (one,) = [step for step in told.plans[0].steps if step.step == "s.draw"]
    assert (one.on, one.until, one.decided, one.given) == (on(march), on(march + 7), None, True)


def test_a_day_of_one_way_is_not_missed_by_another() -> None:
    """Given for the visa alone it is too soon there; of the permit nobody said anything."""
    law = country(
        into("visa", "st.here", WAIT, FILE, CROSS),
        into("permit", "st.here", WAIT, FILE, CROSS, kind="permit"),
    )

    def missed(route: str | None) -> dict[str, str | None]:
        told = planning(law, dated(law, ("s.file", on(30)), route=route), "XA", ON)
        steps = [step for plan in told.plans for step in plan.steps if step.step == "s.file"]
        return {step.id: step.missed for step in steps}

    assert missed("r.visa") == {"r.visa/s.file": on(30), "r.permit/s.file": None}
    assert missed(None) == {"r.visa/s.file": on(30), "r.permit/s.file": on(30)}


def test_a_ticket_is_no_looser_than_its_day() -> None:
    law = country(into("visa", "st.here", describe("wait", refused=True), CROSS), leaving("road"))
    case = dated(law, ("s.road", on(80)), members=[parent(residence="XB")])
    told = planning(law, case, "XA", ON).plans[0]
    late = {step.id: late for step, late in zip(told.steps, loose(told), strict=True)}
    assert not late["r.road/s.road"]
    assert next(step for step in told.steps if step.id == "r.road/s.road").unsure


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("over", "is over, 4 March 2027: File. Tick what came of it"),
        ("early", "is too soon, 4 March 2027: File. What it needs"),
        ("far", "is later than these plans look ahead, 4 March 2027: File."),
        ("shut", "is outside the days on which it is open, 4 March 2027: File."),
        ("unused", "No plan here keeps the day that you were given for this, 4 March 2027: File."),
        ("clash", "Two things at one time, 4 March 2027: File, and: Sign."),
    ],
)
def test_in_words(why: Any, said: str) -> None:
    one = UnkeptOn(title={"en": "File"}, on="2027-03-04", why=why, other={"en": "Sign"})
    (text,) = words_unkept(Words("en"), found(unkept=(one,)))
    assert said in text


def test_a_step_has_its_name_in_the_atlas_whatever_it_waits_for() -> None:
    """By it a family ticks the step, and writes a day for it."""
    entry = ask("entry", "any(s.status == 'st.here' for s in p.statuses)", "person")
    law = country(into("visa", "st.here", WAIT, CROSS, kind="visa"), leaving("road", asked=(entry,)))
    nothing: dict[str, Any] = {"complete": True, "items": []}
    told = planning(law, rich(parent(residence="XB", statuses=nothing)), "XA", ON).plans[0]
    named = {step.id: step.step for step in told.steps}
    assert named["r.road/s.road@after:r.visa/s.wait"] == "s.road"
    assert named["safe:r.visa"] is None


@pytest.mark.parametrize(("day", "last"), [(20, 19), (0, 0)])
def test_what_is_bought_in_a_day_is_bought_the_day_before(day: int, last: int) -> None:
    """Never later than that, and never earlier than today."""
    buy = describe("buy", a_day=True)
    told = planning(
        law := country(into("visa", "st.here", buy, FILE, CROSS)), dated(law, ("s.file", on(day))), "XA", ON
    )
    (bought,) = [step for step in told.plans[0].steps if step.step == "s.buy"]
    assert bought.not_after == on(last)
