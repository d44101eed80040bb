"""What to do first: what waiting costs, against a search of the plan's own steps with the step put off."""

from __future__ import annotations

import msgspec
import pytest

from tests.reach.invented import BY_WAY, PEOPLE, step, stored
from vyrai.reach._schedule import Limits, Schedule, Stopped
from vyrai.reach.firsts import Firsts, firsts
from vyrai.reach.problem import Buckets, Front, Held, Place, Plan, Problem
from vyrai.reach.search import Search

replace = msgspec.structs.replace


def front(problem: Problem, *by: str) -> Front:
    return Search(problem).front(by or ("weeks", "money", "chance", "danger"))


def own(problem: Problem, plan: Plan, late: str = "", day: int = 0) -> tuple[int, int] | None:
    """Soonest safety and least danger of the plan's own steps, one of which opens on a day."""
    used = {one.step for one in plan.steps}
    steps = [
        replace(one, extra=True, windows=((day, problem.horizon),))
        if one.id == late
        else replace(one, extra=True)
        for one in problem.steps
        if one.id in used
    ]
    few = replace(problem, steps=tuple(steps), buckets=Buckets(weeks=1, danger=1))
    best = []
    for objective in ("weeks", "danger"):
        plans = [
            found
            for found in Search(few).optimum(objective).plans
            if {one.step for one in found.steps} == used
        ]
        if not plans:
            return None
        best.append(plans[0].comes_to[objective])
    return best[0], best[1]


BUSY = Problem(
    steps=(
        step("a", "a", (29, 29, 29), "home", attends=10),
        step("b", "b", (30, 30, 30), "home", attends=3),
        step("c", "c", (1, 1, 1), None, ("a", "b"), attends=0),
    ),
    places=(Place(id="home", monthly=0),),
    goals=("c",),
    safe="c",
    savings=10,
    people=PEOPLE,
)
"""One person, who cannot be in two places: the soonest is later than the longest chain."""


@pytest.mark.dear
@pytest.mark.parametrize("problem", [BY_WAY, BUSY, stored("small-05"), stored("small-07")])
def test_what_waiting_costs_is_what_a_search_of_the_same_steps_finds(problem: Problem) -> None:
    for plan in front(problem).plans[:4]:
        alone = firsts({"there": (problem, Front(plans=(plan,), by=("weeks",), proven=True))})
        usual = own(problem, plan)
        assert usual is not None
        for one in alone.first:
            assert (one.plans, one.destinations, one.used_by) == (1, 1, ("there",))
            for delay in one.delays:
                late = own(problem, plan, one.step, 7 * delay.weeks)
                assert delay.proven
                if late is None:
                    assert (delay.lost, delay.closed) == (1, ("there",))
                else:
                    assert (delay.lost, delay.closed) == (0, ())
                    assert (delay.later, delay.danger) == (late[0] - usual[0], late[1] - usual[1])


def errand(name: str, **more: object) -> Problem:
    """Two ways to one paper, one of them with a door; then the journey."""
    problem = Problem(
        steps=(
            step("file", "file", (5, 5, 5), "home", fee=10),
            step("ask", "leave", (10, 10, 10), "home", ("file",), windows=((0, 40),), danger=1),
            step("letter", "leave", (30, 30, 30), "home", ("card",), fee=60),
            step("go", "gone", (1, 1, 1), None, ("leave",), moves_to=name, fee=100),
            step("stay", "stay", (20, 20, 20), name, refused=0.1),
        ),
        places=(Place(id="home", monthly=10, danger_every=7), Place(id=name, monthly=10)),
        goals=("stay",),
        safe="stay",
        savings=5_000,
        people=PEOPLE,
        has=(Held(paper="card", until=60),),
    )
    return replace(problem, **more)


def both(problem: Problem) -> Front:
    """One plan of each way."""
    plans: list[Plan] = []
    for left_out in ("letter", "ask"):
        few = replace(problem, steps=tuple(one for one in problem.steps if one.id != left_out))
        plans += Search(few).optimum("weeks").plans
    return Front(plans=tuple(plans), by=("weeks",), proven=True)


def test_what_more_ways_use_and_waiting_closes_stands_first() -> None:
    here, there = errand("here"), errand("there")
    only_letter = Front(plans=both(there).plans[1:], by=("weeks",), proven=True)
    told = firsts({"here": (here, both(here)), "there": (there, only_letter)})
    assert (told.destinations, told.plans) == (("here", "there"), 3)
    assert [one.step for one in told.first] == ["letter", "file"]
    letter, file = told.first
    assert (letter.plans, letter.destinations, letter.used_by) == (0.6667, 1, ("here", "there"))
    assert (file.plans, file.destinations, file.used_by) == (0.3333, 0.5, ("here",))
    assert (letter.fee, letter.danger, letter.start) == (60, 0, 0)
    # Put off by four weeks the letter starts on day 28; for "here" there is the other way, quicker anyway.
    assert [(one.weeks, one.lost, one.closed, one.later, one.danger) for one in letter.delays] == [
        (1, 0, (), 7, 1),
        (4, 0, (), 28, 4),
        (8, 0, (), 56, 8),
    ]
    # The file is for a door that closes on day 40: after eight weeks that way is lost; the other is later.
    assert [(one.lost, one.closed, one.later, one.danger) for one in file.delays] == [
        (0, (), 7, 1),
        (0, (), 15, 1),
        (0.3333, (), 15, 1),
    ]


def test_what_takes_time_stands_before_what_is_over_in_a_day_whatever_uses_it() -> None:
    """A policy is bought in a day; how long one waits for a date at the consulate nobody knows."""
    slot = step("z-slot", "slot", (0, 0, 0), "home", unknown=("days",), danger=1)
    policy, letter = step("policy", "policy", (0, 0, 0), "home"), step("letter", "letter", (9, 9, 9), "home")
    go = step("go", "gone", (1, 1, 1), None, ("slot", "policy", "letter"), moves_to="there")
    stay = step("stay", "stay", (20, 20, 20), "there")
    problem = errand("there", steps=(slot, policy, letter, go, stay))
    told = firsts({"there": (problem, Search(problem).optimum("weeks"))})
    assert [one.step for one in told.first] == ["letter", "z-slot", "policy"]
    # Another place that asks for the policy alone does not bring it forward.
    other = errand("there", steps=(policy, replace(go, needs=("policy",)), stay))
    both_told = firsts(
        {
            "there": (problem, Search(problem).optimum("weeks")),
            "other": (other, Search(other).optimum("weeks")),
        }
    )
    assert [one.step for one in both_told.first] == ["letter", "z-slot", "policy"]
    assert both_told.first[-1].destinations == 1


def test_before_leaving_the_door_that_closes_first_stands_first() -> None:
    problem = errand("there")
    told = firsts({"there": (problem, both(problem))})
    assert [(one.step, one.now, one.closes, one.door) for one in told.before_leaving] == [
        ("file", True, 35, "ask"),
        ("ask", False, 40, "ask"),
        ("letter", True, 60, "card"),
    ]
    free = errand("there", has=(Held(paper="card"),))
    assert firsts({"there": (free, both(free))}).before_leaving[-1].closes is None


def test_a_step_that_another_way_has_after_the_crossing_counts_only_where_it_is_done_at_home() -> None:
    go = step("go", "there", (1, 1, 1), "home", ("paper",), moves_to="there")
    at_home = Problem(
        steps=(step("paper", "paper", (1, 1, 1), "home"), go),
        places=(Place(id="home", monthly=0), Place(id="there", monthly=0)),
        goals=("paper",),
        safe="paper",
        savings=10,
        people=PEOPLE,
    )
    moved = step("paper", "paper", (1, 1, 1), "there")
    behind = replace(at_home, steps=(moved, replace(go, needs=())))
    told = firsts({"here": (at_home, front(at_home)), "there": (behind, front(behind))})
    assert [(one.step, one.plans) for one in told.before_leaving] == [("paper", 0.5)]


def test_a_destination_whose_only_way_closes_is_named() -> None:
    problem = errand("there", has=())
    told = firsts(
        {"there": (problem, Front(plans=both(problem).plans[:1], by=("weeks",), proven=True))}, put_off=(8,)
    )
    assert [(one.step, one.delays[0].closed, one.delays[0].lost) for one in told.first] == [
        ("file", ("there",), 1)
    ]
    assert firsts({"there": (problem, both(problem))}, put_off=()).first[0].delays == ()


def test_no_plan_no_advice() -> None:
    problem = errand("there", savings=0)
    assert firsts({"there": (problem, front(problem))}) == Firsts(
        destinations=("there",), plans=0, first=(), before_leaving=()
    )


def test_safety_at_home_asks_nobody_to_leave() -> None:
    steps = (step("file", "file", (5, 5, 5), "home"), step("court", "stay", (9, 9, 9), "home", ("file",)))
    problem = errand("there", steps=steps, places=(Place(id="home", monthly=10),), has=())
    told = firsts({"home": (problem, front(problem))})
    assert [(one.weeks, one.later, one.danger) for one in told.first[0].delays] == [
        (1, 7, 0),
        (4, 28, 0),
        (8, 56, 0),
    ]
    in_hand = replace(problem, safe="card", has=(Held(paper="card"),))
    assert firsts({"home": (in_hand, front(in_hand))}).first[0].delays[0].later == 0


def test_a_search_that_meets_its_limit_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = errand("there")
    fronts = {"there": (problem, both(problem))}
    usual = Schedule.find

    def sometimes(self: Schedule, limits: Limits, most: int = 0) -> list[int] | None:
        if limits != Limits():
            raise Stopped
        return usual(self, limits)

    def never(self: Schedule, limits: Limits, most: int = 0) -> list[int] | None:
        raise Stopped

    assert all(delay.proven for one in firsts(fronts).first for delay in one.delays)
    monkeypatch.setattr(Schedule, "find", never)
    told = firsts(fronts)
    assert not any(delay.proven for one in told.first for delay in one.delays)
    monkeypatch.setattr(Schedule, "find", sometimes)
    busy = replace(BY_WAY, savings=9_000)
    assert not all(
        d.proven for one in firsts({"there": (busy, front(busy, "weeks"))}).first for d in one.delays
    )
