"""How long a plan waits for the money alone."""

from __future__ import annotations

import msgspec
import pytest

from tests.reach.invented import PEOPLE, step
from tests.reach.made import country, describe, drafted, into, rich
from tests.reach.test_home import land, sums
from vyrai.law import Law
from vyrai.reach import Front, Search, enough, plan_all, waits
from vyrai.reach.problem import Place, Problem

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)


def law(takes: str = "f.ten", rent: str = "f.rent") -> Law:
    """A visa, and a status that is asked for there and takes long; nobody may work before."""
    return country(into("visa", "st.here", describe("ask", takes), CROSS), rent=rent)


def test_a_plan_that_could_be_no_sooner_with_more_money_waits_for_none() -> None:
    draft = drafted(law(), rich())
    (one,) = plan_all(draft).plans
    assert waits(draft.problem, one.plan) == 0


def test_days_that_only_let_the_money_last_are_counted() -> None:
    draft = drafted(law(), rich(amount=600))
    (front,) = (Search(_later(draft.problem, 90)).optimum("weeks"),)
    (late,) = front.plans
    (soon,) = plan_all(enough(draft)).plans
    assert late.comes_to["weeks"] - soon.plan.comes_to["weeks"] == 20
    assert waits(draft.problem, late) == 20


def test_whoever_first_puts_the_fee_aside_waits_for_the_money_alone() -> None:
    draft = drafted(land(), rich(amount=400, saved_at_home=sums(100)), reserve=100)
    (one,) = plan_all(draft).plans
    assert (one.plan.comes_to["weeks"], waits(draft.problem, one.plan)) == (91, 91)


def test_whoever_takes_the_slow_way_does_not_wait_for_what_another_way_costs() -> None:
    quick = describe("quick", "f.now", who_comes="applicant", costs=("f.dear",))
    two = country(
        into("quick", "st.here", quick, CROSS), into("slow", "st.here", describe("ask", "f.ten"), CROSS)
    )
    draft = drafted(two, rich())
    waited = {one.way: waits(draft.problem, one.plan) for one in plan_all(draft).plans}
    assert waited == {"r.quick": 0, "r.slow": 0}


def test_the_days_are_counted_from_the_very_first_on_which_they_could_be_safe() -> None:
    """A day in court before the visit makes it later, but no other bucket of weeks."""
    visit = step("visit", "visit", (1, 1, 1), "home")
    court = step("court", "court", (5, 5, 5), "home")
    answer = step("answer", "answer", (29, 29, 29), needs=("visit",), attends=0)
    go = step("go", "there", (0, 0, 0), needs=("answer", "court"), moves_to="there", windows=((90, 300),))
    problem = Problem(
        steps=(visit, court, answer, go),
        places=(Place(id="home", monthly=0), Place(id="there", monthly=0)),
        goals=("there",),
        safe="there",
        savings=0,
        people=PEOPLE,
    )
    (late,) = Search(problem).optimum("weeks").plans
    free = msgspec.structs.replace(
        problem, steps=(visit, court, answer, msgspec.structs.replace(go, windows=()))
    )
    assert waits(free, late) == 90 - 30


def test_within_a_bucket_of_weeks_nothing_is_said() -> None:
    draft = drafted(law(), rich())
    (late,) = Search(_later(draft.problem, 75)).optimum("weeks").plans
    assert waits(draft.problem, late) == 0


def _later(problem: Problem, day: int) -> Problem:
    """The same where the crossing cannot be before a day."""
    steps = tuple(
        msgspec.structs.replace(step, windows=((day, problem.horizon),)) if step.moves_to else step
        for step in problem.steps
    )
    return msgspec.structs.replace(problem, steps=steps)


def test_where_nothing_is_found_in_time_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = drafted(law(), rich())
    (late,) = Search(_later(draft.problem, 90)).optimum("weeks").plans
    none = Front(plans=(), by=("weeks",), proven=False)
    monkeypatch.setattr(Search, "optimum", lambda *_: none)
    assert waits(draft.problem, late, 1.0) == 0
