"""Months of leaving that are passed over, because what another one lacks they lack too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyrai.reach import Search, load
from vyrai.reach._lasting import Asked, Days, Settle
from vyrai.reach.problem import Problem

PLANS = Path(__file__).parents[2] / "benchmarks/plans"


class Watch:
    """Looks at every month of leaving that was not looked at, and asks once more with none passed over.

    passed: how many were; wrong: months that were passed over and should not have been, -1: another answer.
    """

    def __init__(self) -> None:
        self.passed = 0
        self.wrong: list[int] = []

    def __enter__(self) -> Watch:
        self.patch = pytest.MonkeyPatch()
        leaving = Asked._leaving

        def watched(asked: Asked, leave: int, loose: Days, settle: Settle, lacking: set[int]) -> bool:
            looked_at = set()

            def watched_settle(step: int, since: int, until: int, days: Days) -> Days | None:
                if days is loose:
                    looked_at.add(-(-since // asked.lasting.month))
                return settle(step, since, until, days)

            found = leaving(asked, leave, loose, watched_settle, lacking)
            with self.patch.context() as patch:
                patch.setattr(Asked, "_lacking_later", lambda *_: False)
                every = set(range(asked.lasting.months + 1))
                passed = lacking & {*asked._months(loose.low[leave], loose.high[leave])} - looked_at
                self.passed += len(passed)
                for away in passed:
                    if leaving(asked, leave, loose, settle, every - {away}):
                        self.wrong.append(away)
                if leaving(asked, leave, loose, settle, set()) != found:
                    self.wrong.append(-1)
            return found

        self.patch.setattr(Asked, "_leaving", watched)
        return self

    def __exit__(self, *_: object) -> None:
        self.patch.undo()


COST = st.sampled_from((10, 60, 100, 180))
PAY = st.sampled_from((15, 40, 90, 120))
ONLY = st.sampled_from((None, None, "home", "there"))


@st.composite
def poor(draw: Any) -> Problem:
    """A few steps behind one another over many months, in which money is short."""
    steps: list[dict[str, Any]] = []
    papers: list[str] = []
    for name in ("visa", "go", "card", "job", "sale"):
        likely = draw(st.integers(0, 70))
        step: dict[str, Any] = {"id": name, "yields": [name], "days": [likely, likely, likely]}
        step["needs"] = draw(st.lists(st.sampled_from(papers), max_size=2, unique=True)) if papers else []
        step["fee"] = draw(st.sampled_from((0, 0, 90, 300)))
        if name == "go":
            step["moves_to"] = "there"
        else:
            step["place"] = draw(
                st.sampled_from(("home", None) if name == "visa" else ("home", "there", "there", None, None))
            )
        if name == "job" or draw(st.integers(0, 3)) == 0:
            months = draw(st.sampled_from((None, None, 1, 3)))
            step["income"] = {"monthly": draw(PAY), "after": draw(st.sampled_from((0, 30))), "months": months}
            step["income"]["only_at"] = draw(ONLY)
        if name == "sale":
            step["gain"] = draw(st.sampled_from((100, 300, 600)))
        if draw(st.integers(0, 14)) == 0:
            step["windows"] = [[draw(st.integers(0, 90)), 95], [200, 230], [290, 500]]
        steps.append(step)
        papers.append(name)
    way = {"id": "way", "monthly": draw(COST)}
    if draw(st.booleans()):
        steps.append({"id": "bus", "yields": ["out"], "days": [1, 1, 1], "moves_to": "way"})
        steps[1]["needs"].append("out")
    raw = {
        "steps": steps,
        "people": ["stork"],
        "places": [{"id": "home", "monthly": draw(COST)}, way, {"id": "there", "monthly": draw(COST)}],
        "goals": ["go", *draw(st.lists(st.sampled_from(["card", "job", "sale"]), unique=True))],
        "safe": "go",
        "savings": 0,
        "horizon": draw(st.sampled_from((290, 500))),
    }
    return msgspec.convert(raw, Problem)


@given(poor())
def test_a_month_that_is_passed_over_is_short_of_money_too(problem: Problem) -> None:
    for savings in range(60, 1_500, 60):
        with Watch() as watch:
            Search(msgspec.structs.replace(problem, savings=savings)).front()
        assert watch.wrong == []


def made(
    home: int, way: int | None, there: int, *steps: dict[str, Any], goals: tuple[str, ...] = ()
) -> Problem:
    """What a month costs at home, on the way and there; what is wanted (else what these steps make)."""
    costs = {"home": home} | ({} if way is None else {"way": way}) | {"there": there}
    raw = {
        "steps": [{"yields": [step["id"]], **step, "days": [step["days"]] * 3} for step in steps],
        "people": ["stork"],
        "places": [{"id": name, "monthly": cost} for name, cost in costs.items()],
        "goals": goals or [step["id"] for step in steps if step is not BUS],
        "safe": "go",
        "savings": 0,
        "horizon": 300,
    }
    return msgspec.convert(raw, Problem)


GO = {"id": "go", "days": 0, "moves_to": "there"}
BUS = {"id": "bus", "days": 1, "moves_to": "way"}
PERMIT = {"id": "permit", "days": 100}
LATER = {
    "a sum comes in the meantime": made(60, None, 180, GO, {"id": "sale", "days": 100, "gain": 600}),
    "who leaves later waits less where waiting is dear": made(
        20, 180, 20, PERMIT, BUS, GO | {"needs": ["permit", "bus"]}
    ),
    "who leaves later waits less until the pay": made(
        10,
        100,
        180,
        PERMIT,
        BUS,
        GO | {"needs": ["permit", "bus"], "income": {"monthly": 170, "after": 0, "only_at": "there"}},
    ),
    "the sum of a step that is not chosen yet comes in the meantime": made(
        10,
        None,
        10,
        PERMIT | {"fee": 300},
        GO | {"needs": ["permit"]},
        {"id": "sale", "place": "there", "days": 1, "gain": 300},
        goals=("go",),
    ),
    "only who leaves later is paid for as long as it takes": made(
        20,
        None,
        180,
        GO | {"days": 1},
        {"id": "job", "needs": ["go"], "days": 30, "income": {"monthly": 300, "after": 30, "months": 1}},
    ),
    "only who leaves later may be paid from that month on": made(
        60,
        180,
        300,
        BUS | {"days": 0},
        GO | {"days": 10, "needs": ["bus"]},
        {"id": "job", "place": "there", "days": 30, "income": {"monthly": 300, "after": 0, "months": 3}},
        goals=("go", "job"),
    ),
    "work is found in some weeks only": made(
        10,
        None,
        300,
        GO | {"days": 25},
        {
            "id": "job",
            "place": "there",
            "days": 25,
            "income": {"monthly": 120, "after": 0},
            "windows": [[0, 40], [120, 160], [290, 500]],
        },
    ),
    "what follows the work is done in some weeks only": made(
        10,
        180,
        60,
        PERMIT | {"days": 0, "fee": 90},
        BUS | {"needs": ["permit"]},
        GO | {"needs": ["permit", "bus"], "income": {"monthly": 300, "after": 0}},
        {"id": "card", "days": 0, "needs": ["go"]},
        {"id": "exam", "days": 31, "needs": ["card"], "windows": [[0, 20], [280, 290]]},
        goals=("go", "exam"),
    ),
    "who leaves in a month that has begun is later by days only": made(
        20,
        180,
        180,
        PERMIT | {"days": 20},
        BUS | {"needs": ["permit"]},
        GO | {"fee": 2_000},
        {"id": "ship", "yields": ["go"], "needs": ["bus"], "days": 0, "moves_to": "there"},
        {"id": "job", "place": "there", "needs": ["go"], "days": 25, "income": {"monthly": 300, "after": 0}},
        goals=("job",),
    ),
}
"""Why it may be better to leave later than in a month that lacks money."""


@pytest.mark.parametrize("problem", LATER.values(), ids=LATER)
def test_a_month_that_is_better_is_not_passed_over(problem: Problem) -> None:
    for savings in range(0, 1_500, 10):
        with Watch() as watch:
            Search(msgspec.structs.replace(problem, savings=savings)).front()
        assert watch.wrong == []


def test_where_money_is_short_most_months_are_passed_over() -> None:
    with Watch() as watch:
        Search(load((PLANS / "small-11.json").read_text(encoding="utf-8"))).front(
            ("weeks", "money", "chance")
        )
    assert watch.passed > 100
    assert watch.wrong == []
