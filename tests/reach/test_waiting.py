"""How long a plan waits for the money alone."""

from __future__ import annotations

import msgspec
import pytest

from tests.reach.made import country, describe, drafted, into, rich
from vyrai.law import Law
from vyrai.reach import Front, Search, enough, plan_all, waits
from vyrai.reach.problem import Problem

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
