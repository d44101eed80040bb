"""The search where it is cut short, and where nobody moves."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import msgspec
import pytest

from tests.reach.invented import BY_WAY, step
from vyrai.reach import Search, Step, load
from vyrai.reach._net import Net
from vyrai.reach._schedule import Limits, Schedule, Stopped
from vyrai.reach.problem import Attends, Care, Place, Problem

PLANS = Path(__file__).parents[2] / "benchmarks/plans"


def test_a_search_whose_time_is_up_proves_nothing() -> None:
    problem = load((PLANS / "large-05.json").read_text(encoding="utf-8"))
    assert not Search(problem, seconds=0.0).front().proven
    assert not Search(problem, seconds=0.0).optimum("quality").proven


def test_time_may_run_out_at_any_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a clock that goes on by one each time it is looked at: what was found is kept, and not proven."""
    problem = load((PLANS / "small-05.json").read_text(encoding="utf-8"))
    clock = count()
    monkeypatch.setattr("vyrai.reach.search.monotonic", lambda: next(clock))
    whole = Search(problem, seconds=1e9).front()
    cut = [Search(problem, seconds=ticks).front() for ticks in range(1, 120, 7)]
    assert whole.proven
    assert not any(one.proven for one in cut if len(one.plans) < len(whole.plans))
    assert not cut[0].proven
    assert any(one.plans for one in cut if not one.proven)


def test_where_nobody_moves_the_child_waits_from_the_first_day() -> None:
    both = Attends(days=4, who=("stork",))
    problem = Problem(
        steps=(
            Step(id="card", yields=("card",), days=(5, 5, 5), attends=both),
            Step(id="course", yields=("help",), days=(9, 9, 9), attends=both),
            Step(id="quick", yields=("help",), days=(2, 2, 2), fee=200, attends=both),
        ),
        places=(Place(id="here", monthly=0),),
        goals=("card", "help"),
        safe="card",
        savings=300,
        people=("stork",),
        care=Care(paper="help", every=2),
        horizon=60,
    )
    found = Search(problem)
    (best,) = found.optimum("quality").plans
    assert best.comes_to["quality"] == 1
    (cheap,) = found.optimum("money").plans
    assert cheap.comes_to["quality"] in (4, 6)
    assert found.front().proven


def test_steps_that_wait_for_each_other_are_no_plan_even_if_they_take_no_days() -> None:
    problem = Problem(
        steps=(
            Step(id="bank", yields=("account",), needs=("address",), days=(0, 0, 0)),
            Step(id="flat", yields=("address",), needs=("account",), days=(0, 0, 0)),
            Step(id="savings-bank", yields=("account",), days=(0, 0, 0), fee=200),
        ),
        places=(Place(id="here", monthly=0),),
        goals=("account", "address"),
        safe="account",
        savings=300,
        people=("stork",),
        horizon=60,
    )
    found = Search(problem).front()
    (plan,) = found.plans
    assert [placed.step for placed in plan.steps] == ["flat", "savings-bank"]
    assert found.proven


def test_what_only_a_third_place_gives_is_done_before_the_family_goes_on() -> None:
    stamp = step("stamp", "stamp", (9, 9, 9), "transit", attends=4)
    problem = msgspec.structs.replace(BY_WAY, steps=(*BY_WAY.steps, stamp), goals=("stamp", *BY_WAY.goals))
    search = Search(problem)
    for objective, front in search.optima().items():
        (plan,) = front.plans
        assert front.proven
        starts = {placed.step: placed.start for placed in plan.steps}
        on = starts.get("fly", starts.get("drive", -1))
        assert starts["over_the_border"] < starts["stamp"] <= on - 4, objective


def test_a_schedule_longer_than_the_horizon_has_no_days() -> None:
    problem = Problem(
        steps=(Step(id="card", yields=("card",), days=(90, 90, 90)),),
        places=(Place(id="here", monthly=0),),
        goals=("card",),
        safe="card",
        savings=300,
        people=("stork",),
        horizon=60,
    )
    assert Schedule(Net(problem), [0], ()).find(Limits()) is None


def test_a_schedule_that_meets_its_limit_proves_nothing() -> None:
    net = Net(load((PLANS / "small-05.json").read_text(encoding="utf-8")))
    schedule = Schedule(net, [0], ())
    with pytest.raises(Stopped):
        schedule.find(Limits(), most=0)


def test_a_front_with_a_schedule_cut_short_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Schedule, limits: Limits, most: int = 0) -> None:
        raise Stopped

    monkeypatch.setattr(Schedule, "find", stop)
    problem = load((PLANS / "small-05.json").read_text(encoding="utf-8"))
    found = Search(problem).optimum("weeks")
    assert (found.plans, found.proven) == ((), False)
