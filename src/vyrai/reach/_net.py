"""A problem as arrays of whole numbers, with the bounds that every search leans on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from copy import copy
from functools import cached_property, reduce
from math import log
from operator import or_
from typing import NamedTuple

import msgspec

from vyrai.reach.problem import Problem, Step

HOME, TRANSIT, THERE, ANY = 0, 1, 2, -1
IN_HAND = -1
"""The producer of a paper that is in hand on the first day."""
CERTAIN = 10**6
"""Cost in chance of a step that is always refused, as of one in 10^44 granted."""
LATE = NO_END = 10**9
_MADE_OF = ("steps", "places", "goals", "safe", "care", "has", "sole", "people", "horizon")
"""What of a problem a net is made of."""


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


class Sums(NamedTuple):
    """What adds up over the steps of a choice: fees, chance cost, danger, quality."""

    fee: int
    chance: int
    danger: int
    quality: int


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

    @classmethod
    def like(cls, problem: Problem, other: Net | None) -> Net:
        """The net of a problem; that of another which differs only in money is not made again."""
        if other is None or any(
            getattr(problem, name) is not getattr(other.problem, name) for name in _MADE_OF
        ):
            return cls(problem)
        net = copy(other)
        net.problem = problem
        return net

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

    @cached_property
    def twin(self) -> list[int | None]:
        """The step before that is alike in all but name: only if that one is in the plan may this one be."""
        same = Counter((step.yields, step.days) for step in self.problem.steps)
        last: dict[Step, int] = {}
        twins: list[int | None] = []
        for at, step in enumerate(self.problem.steps):
            if same[step.yields, step.days] == 1:
                twins.append(None)
                continue
            nameless = msgspec.structs.replace(step, id="", facts=())
            twins.append(last.get(nameless))
            last[nameless] = at
        return twins

    @cached_property
    def soonest(self) -> list[int]:
        """The first day on which each paper could be had, were everybody free and money no matter; LATE:
        never.
        """
        soonest = [0 if paper in self.in_hand else LATE for paper in range(len(self.papers))]
        changed = True
        while changed:
            changed = False
            for at in range(self.n):
                start = max([soonest[paper] for paper in self.needs[at]], default=0)
                if start >= LATE:
                    continue
                end = (self.opens(at, start) if self.windows[at] else start) + self.days[at]
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

    @cached_property
    def musts(self) -> list[int]:
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
                    if not common:
                        break
                common |= 1 << paper
                if common != musts[paper]:
                    musts[paper] = common
                    changed = True
        return musts

    # ------------------------------------------------------------------ for choices of steps
    @cached_property
    def first(self) -> list[int]:
        """The first day on which each step could start at all."""
        soonest = self.soonest
        ready = [max([soonest[paper] for paper in needs], default=0) for needs in self.needs]
        return [self.opens(at, day) if self.windows[at] else day for at, day in enumerate(ready)]

    @cached_property
    def last(self) -> list[int]:
        """The last one, were nothing behind it."""
        horizon = self.problem.horizon
        ends = [max([last for _, last in windows], default=horizon) for windows in self.windows]
        return [min(horizon - days, end) for days, end in zip(self.days, ends, strict=True)]

    @cached_property
    def alone(self) -> list[int]:
        """For each step those of its papers that one step only may make, as bits."""
        return [sum([1 << paper for paper in made if paper in self.single]) for made in self.yields]

    @cached_property
    def extras(self) -> list[int]:
        """Steps that may stand unused."""
        return [at for at in range(self.n) if self.extra[at] and not self.alone[at] and self.moves[at] == ANY]

    @cached_property
    def bringers(self) -> list[int]:
        """Steps that may bring money."""
        return [at for at in range(self.n) if self.brings[at]]

    @cached_property
    def _under(self) -> list[list[int]]:
        """For each paper the steps whose cost stands with it, so that bounds count each once."""
        under: list[list[int]] = [[] for _ in self.papers]
        for at, made in enumerate(self.yields):
            under[made[0] if self.moves[at] == ANY else made[-1]].append(at)
        return under

    @cached_property
    def cheap(self) -> list[Sums]:
        """What each paper costs at the least, and the most quality that it may bring."""
        cheap = []
        for own, makers in zip(self._under, self.makers, strict=True):
            # Of those whose cost stands elsewhere it is nought here.
            more = [0] if len(own) < len(makers) else []
            cheap.append(
                Sums(
                    min([self.fee[at] for at in own] + more),
                    min([self.chance[at] for at in own] + more),
                    min([self.danger[at] for at in own] + more),
                    max([self.quality[at] for at in own] + more),
                )
                if own
                else _FREE
            )
        return cheap

    @cached_property
    def bonus(self) -> list[int]:
        """The quality that each paper which may be made more than once could still bring."""
        return [
            0 if paper in self.single else sum([max(0, self.quality[at]) for at in own])
            for paper, own in enumerate(self._under)
        ]

    @cached_property
    def gap_least(self) -> int:
        """Fewest days from leaving to the child's support, over all ways to it."""
        if self.care is None or THERE not in self.states:
            return 0
        far = [-LATE if paper in self.in_hand else LATE for paper in range(len(self.papers))]
        nearer = True
        while nearer:
            nearer = False
            for at in range(self.n):
                if self.moves[at] != ANY:
                    begin = 0
                else:
                    begin = max((far[paper] for paper in self.needs[at]), default=-LATE)
                if begin >= LATE:
                    continue
                end = begin + self.days[at] if begin > -LATE else -LATE
                for paper in self.yields[at]:
                    if end < far[paper]:
                        far[paper] = end
                        nearer = True
        return max(0, far[self.care]) if far[self.care] < LATE else 0


_FREE = Sums(0, 0, 0, 0)
