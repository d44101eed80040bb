"""A problem as arrays of whole numbers, with the bounds that every search leans on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from math import log
from operator import or_

import msgspec

from vyrai.reach.problem import Problem, Step

HOME, TRANSIT, THERE, ANY = 0, 1, 2, -1
IN_HAND = -1
"""The producer of a paper that is in hand on the first day."""
CERTAIN = 10**6
"""Cost in chance of a step that is always refused, as of one in 10^44 granted."""
LATE = NO_END = 10**9


def chance_cost(refused: float | None) -> int:
    """-ln(share granted) in ten-thousandths: sums over steps are products of chances. Nobody knows: 0, told
    apart.
    """
    if not refused:
        return 0
    return CERTAIN if refused >= 1 else round(-log(1 - refused) * 10000)


def _together(bits: Iterable[int]) -> int:
    """All of them at once, each person once."""
    return reduce(or_, bits, 0)


class Net:
    """Steps 0..n-1, papers 0..m-1. Being in transit and being there are papers too, made by the moves."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        steps = problem.steps
        self.n = len(steps)
        self.ids = [step.id for step in steps]
        self.days = [step.days[1] for step in steps]
        where = {place.id: at for place, at in zip(problem.places, self._kinds(problem), strict=True)}
        self.cost_of = {where[place.id]: place.monthly for place in problem.places}
        self.danger_every = {where[place.id]: place.danger_every for place in problem.places}
        self.place = [ANY if step.place is None else where[step.place] for step in steps]
        self.moves = [ANY if step.moves_to is None else where[step.moves_to] for step in steps]
        people = {name: 1 << at for at, name in enumerate(problem.people)}
        self.who = [
            _together(people[name] for name in step.attends.who) if step.attends else 0 for step in steps
        ]
        self.attends = [step.attends.days if step.attends else 0 for step in steps]
        self.fee = [step.fee for step in steps]
        self.paid = [step.fee + step.locked for step in steps]
        """What leaves the purse on the first day; only the fee of it is gone for good."""
        self.gain = [step.gain for step in steps]
        self.income = [step.income.monthly if step.income else 0 for step in steps]
        self.after = [step.income.after if step.income else 0 for step in steps]
        self.only_at = [
            where[step.income.only_at] if step.income and step.income.only_at else ANY for step in steps
        ]
        self.months = [
            NO_END if step.income is None or step.income.months is None else step.income.months
            for step in steps
        ]
        """How often the income is paid."""
        self.brings = [
            step.gain > 0 or self.income[at] * self.months[at] > step.locked for at, step in enumerate(steps)
        ]
        """Whether it may bring more than it locks."""
        self.valid = [step.valid for step in steps]
        self.chance = [chance_cost(step.refused) for step in steps]
        self.danger = [step.danger for step in steps]
        self.quality = [step.quality for step in steps]
        self.extra = [step.extra for step in steps]
        self.windows = [step.windows for step in steps]
        self._papers(problem)
        self.twin = self._twins()
        self.soonest = self._soonest()
        self.musts = self._musts()

    @staticmethod
    def _kinds(problem: Problem) -> list[int]:
        count = len(problem.places)
        return [HOME] if count == 1 else [HOME, THERE] if count == 2 else [HOME, TRANSIT, THERE]

    def _papers(self, problem: Problem) -> None:
        names = dict.fromkeys(
            [*problem.goals, problem.safe, *((problem.care.paper,) if problem.care else ())]
            + [held.paper for held in problem.has]
            + [paper for step in problem.steps for paper in (*step.yields, *step.needs)]
        )
        self.papers = [*names]
        index = {name: at for at, name in enumerate(names)}
        self.yields = [[index[paper] for paper in step.yields] for step in problem.steps]
        self.needs = [[index[paper] for paper in dict.fromkeys(step.needs)] for step in problem.steps]
        self.in_hand = {index[held.paper]: held.until for held in problem.has}
        self.sole = {index[paper] for paper in problem.sole if paper in index}
        """Of these all steps use the same one."""
        self.goals = [index[goal] for goal in problem.goals]
        self.safe = index[problem.safe]
        self.care = index[problem.care.paper] if problem.care else None
        self.states: dict[int, int] = {}
        for place, name in ((TRANSIT, "@transit"), (THERE, "@there")):
            movers = [at for at in range(self.n) if self.moves[at] == place]
            if place in self.cost_of:
                self.states[place] = len(self.papers)
                self.papers.append(name)
                for at in movers:
                    self.yields[at] = [*self.yields[at], self.states[place]]
        for at in range(self.n):
            state = self.states.get(self.place[at])
            if state is not None and self.moves[at] == ANY:
                self.needs[at] = [*self.needs[at], state]
        if THERE in self.states:
            self.goals.append(self.states[THERE])
        self.makers: list[list[int]] = [[] for _ in self.papers]
        for at, made in enumerate(self.yields):
            for paper in made:
                self.makers[paper].append(at)
        # Of these exactly one step is in a plan; of moves to transit at most one.
        self.single = set(self.goals) | ({self.states[TRANSIT]} if TRANSIT in self.states else set())

    def _twins(self) -> list[int | None]:
        """The step before that is alike in all but name: only if that one is in the plan may this one be."""
        last: dict[Step, int] = {}
        twins: list[int | None] = []
        for at, step in enumerate(self.problem.steps):
            nameless = msgspec.structs.replace(step, id="", facts=())
            twins.append(last.get(nameless))
            last[nameless] = at
        return twins

    def _soonest(self) -> list[int]:
        """The first day on which each paper could be had, were everybody free and money no matter; LATE:
        never.
        """
        soonest = [0 if paper in self.in_hand else LATE for paper in range(len(self.papers))]
        changed = True
        while changed:
            changed = False
            for at in range(self.n):
                start = max((soonest[paper] for paper in self.needs[at]), default=0)
                if start >= LATE:
                    continue
                end = self.opens(at, start) + self.days[at]
                for paper in self.yields[at]:
                    if end < soonest[paper]:
                        soonest[paper] = end
                        changed = True
        return soonest

    def opens(self, step: int, start: int) -> int:
        """The first day from `start` on which the step may start."""
        windows = self.windows[step]
        if not windows:
            return start
        days = [max(start, first) for first, last in windows if last >= start]
        return min(days, default=LATE)

    def _musts(self) -> list[int]:
        """For each paper, as bits, the papers that must be had in every way to it (itself too)."""
        every = (1 << len(self.papers)) - 1
        musts = [0 if paper in self.in_hand else every for paper in range(len(self.papers))]
        changed = True
        while changed:
            changed = False
            for paper, makers in enumerate(self.makers):
                if paper in self.in_hand:
                    continue
                common = every
                for at in makers:
                    both = 0
                    for need in self.needs[at]:
                        both |= musts[need]
                    common &= both
                common |= 1 << paper
                if common != musts[paper]:
                    musts[paper] = common
                    changed = True
        return musts
