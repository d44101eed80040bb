"""What is reached says on which paper: a visit is no permit, and a claim no protection."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.law.made import after, parent
from tests.reach.made import country, describe, into, rich
from vyrai.choose import planning
from vyrai.choose.plan_on import PlanOn
from vyrai.law import Law
from vyrai.world._built import Outcome

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
WORK: Any = {"work": "yes"}


def marks(law: Law) -> dict[str, tuple[str | None, float | None]]:
    """Those of the first plan."""
    return marks_of(planning(law, rich(parent()), "XA", date(2026, 11, 20), lives=50).plans[0])


def marks_of(plan: PlanOn) -> dict[str, tuple[str | None, float | None]]:
    """By kind of mark the status, and for how long at the most."""
    return {
        one.kind: (
            None if one.title is None else one.title["en"],
            None if one.lasts is None else one.lasts.hi,
        )
        for one in plan.steps
        if one.kind in {"safe", "settled"}
    }


def test_a_way_on_one_paper_ends_with_it() -> None:
    here = replace(status("here", WORK), lasts="f.half-year")
    law = country(into("visa", "st.here", CROSS), statuses=(here,))
    assert marks(law) == {"safe": ("here", 26), "settled": ("here", 26)}


def test_whoever_waits_for_an_answer_is_there_as_one_who_asks() -> None:
    ask = describe("ask", "f.now", who_comes="each", yields=("st.pending",))
    wait = describe("wait", "f.ten", refused=True)
    law = country(
        into("claim", "st.here", CROSS, ask, wait, kind="protection"),
        statuses=(status("pending"), status("here", WORK)),
    )
    assert marks(law) == {"safe": ("pending", None), "settled": ("here", None)}


def test_of_a_way_of_which_nobody_has_written_what_it_gives_nothing_is_said() -> None:
    assert marks(country(into("visa", None, CROSS))) == {"safe": (None, None), "settled": (None, None)}


@pytest.mark.parametrize("of_step", [True, False])
def test_whoever_was_given_protection_asks_for_none(of_step: bool) -> None:
    """A route may give what whoever asks is given; what the decision gives stands with the decision."""
    ask = describe("ask", "f.now", who_comes="each", yields=() if of_step else ("st.pending",))
    granted = Outcome(yields=() if of_step else ("st.here",))
    outcomes = {"refused": Outcome(), "granted": granted}
    wait = describe("wait", "f.ten", outcomes=outcomes, yields=("st.here",) if of_step else ())
    visit = describe("come", "f.now", who_comes="each", moves=True, level=0)
    law = country(
        into("visit", "st.guest", visit, kind="visa"),
        into("claim", "st.pending", ask, wait, kind="protection", **after("st.guest")),
        statuses=(status("guest"), status("pending"), status("here", WORK)),
    )
    plans = planning(law, rich(parent()), "XA", date(2026, 11, 20), lives=50).plans
    (told,) = {marks_of(one)["settled"] for one in plans if one.way[-1] == "r.claim"}
    assert told == ("here", None)


def test_whoever_has_a_paper_comes_in_with_that() -> None:
    ask = describe("ask", "f.week", refused=True)
    come = describe("come", "f.now", who_comes="each", moves=True, level=0, yields=("st.guest",))
    law = country(
        into("kin", "st.here", ask, come),
        into("visit", "st.guest", come, kind="visa-free"),
        statuses=(status("guest"), status("here", WORK)),
    )
    plans = planning(law, rich(parent()), "XA", date(2026, 11, 20), lives=50).plans
    (told,) = {marks_of(one)["safe"] for one in plans if one.way == ("r.kin",)}
    assert told == ("here", None)
