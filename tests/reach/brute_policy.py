"""The oracle of `policy`: backward induction over the whole tree of moves and answers, from the records."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from vyrai.reach._moves import No
from vyrai.reach.problem import Problem, Step

NEVER = 10**6


class Way(NamedTuple):
    """Steps prepared, place, fee with what is locked, days from now, first day, last day, most days from
    now.
    """

    made: frozenset[str]
    place: int
    fee: int
    wait: float
    first: int
    until: int
    within: int = NEVER


class Brute:
    """One problem; nothing is remembered between states."""

    def __init__(
        self,
        problem: Problem,
        noes: Sequence[No] = (),
        ends: Mapping[str, Set[str]] | None = None,
        shuts: Mapping[str, Set[str]] | None = None,
    ) -> None:
        self.problem, self.ends, self.shuts = problem, ends or {}, shuts or {}
        self.noes = {no.paper: no for no in noes}
        self.at = {place.id: at for at, place in enumerate(problem.places)}
        if len(problem.places) == 2:
            self.at[problem.places[1].id] = 2
        self.cost = {self.at[place.id]: place.monthly for place in problem.places}
        self.steps = {step.id: step for step in problem.steps}
        self.way: list[Step] = []
        papers = [problem.safe]
        for paper in papers:
            for step in problem.steps:
                held = any(one.paper == paper and paper != problem.safe for one in problem.has)
                if not held and paper in self.gives(step) and step not in self.way:
                    self.way.append(step)
                    papers += [need for need in self.wants(step) if need not in papers]
        abroad = {
            need
            for step in self.way
            if not step.moves_to and self.place(step) in (1, 2)
            for need in step.needs
        }
        self.aside = [step.id for step in self.way if step.id.startswith("aside")]
        self.moves = [
            step.id
            for step in self.way
            if step.refused
            or (step.windows and step.id not in self.aside)
            or problem.safe in step.yields
            or (self.place(step) == 0 and not step.moves_to and abroad & set(step.yields))
        ]
        self.begun: dict[str, int] = {}
        for _ in self.way:
            for step in self.way:
                late = step.windows and step.id not in self.aside
                plain = not (step.refused or late or step.moves_to or problem.safe in step.yields)
                if plain and self.place(step) in (0, None) and (day := self.had(self.wants(step))) < NEVER:
                    self.begun[step.id] = min(self.begun.get(step.id, NEVER), day + step.days[1])

    def had(self, needs: list[str]) -> int:
        days = [0]
        for need in needs:
            held = any(held.paper == need for held in self.problem.has)
            made = [day for id_, day in self.begun.items() if need in self.gives(self.steps[id_])]
            days.append(0 if held else min(made, default=NEVER))
        return max(days)

    def place(self, step: Step) -> int | None:
        return None if step.place is None else self.at[step.place]

    def gives(self, step: Step) -> list[str]:
        return [*step.yields, *([f"in {self.at[step.moves_to]}"] if step.moves_to else [])]

    def wants(self, step: Step) -> list[str]:
        there = self.place(step)
        return [*step.needs, *([f"in {there}"] if there and not step.moves_to else [])]

    # -- preparations
    def need(self, paper: str, here: int, had: set[str], way: Way, above: tuple[str, ...]) -> Way | None:
        for held in self.problem.has:
            if held.paper == paper:
                until = NEVER if held.until is None else held.until
                return way._replace(wait=-NEVER, first=0, until=min(way.until, until))
        if paper in had:
            within = self.noes[paper].within if paper in self.noes else None
            least = way.within if within is None else min(way.within, within)
            return way._replace(wait=-NEVER, first=0, within=least)
        makers = [
            step
            for step in self.way
            if paper in self.gives(step) and step.id not in self.moves and step.id not in above
        ]
        for step in sorted(makers, key=lambda one: (math.ceil(one.days[1] / 7), one.fee, one.id)):
            at = self.place(step) if not step.moves_to else None
            if at == 0 and here != 0:
                continue
            got = self.all_needs(step, here, had, way, (*above, step.id))
            if got is None or (at == 1 and here == 2):
                continue
            if step.id not in got.made:
                got = got._replace(made=got.made | {step.id}, fee=got.fee + step.fee + step.locked)
            if step.moves_to:
                got = got._replace(place=max(got.place, self.at[step.moves_to]))
            if step.id in self.begun:
                return got._replace(wait=-NEVER, first=self.begun[step.id])
            return got._replace(wait=got.wait + step.days[1], first=got.first + step.days[1])
        return None

    def all_needs(self, step: Step, here: int, had: set[str], way: Way, above: tuple[str, ...]) -> Way | None:
        if step.moves_to and self.at[step.moves_to] <= here:
            return None
        wait, first = 0.0, 0
        for paper in self.wants(step):
            got = self.need(paper, here, had, way, above)
            if got is None:
                return None
            wait, first, way = max(wait, got.wait), max(first, got.first), got
        return way._replace(wait=wait, first=first)

    # -- the tree
    def best(
        self,
        week: int,
        money: int,
        answers: dict[str, bool],
        made: frozenset[str],
        here: int,
        react: bool = True,
    ) -> float:
        if any(yes and self.problem.safe in self.steps[id_].yields for id_, yes in answers.items()):
            return 1.0
        return max(self.all_moves(week, money, answers, made, here, react).values(), default=0.0)

    def all_moves(
        self, week: int, money: int, answers: dict[str, bool], made: frozenset[str], here: int, react: bool
    ) -> dict[str, float]:
        had = {paper for id_, yes in answers.items() if yes for paper in self.gives(self.steps[id_])}
        had |= {paper for id_ in made for paper in self.gives(self.steps[id_])}
        for no in self.noes.values():
            noes = [id_ for id_, yes in answers.items() if not yes and id_ in no.of]
            if noes and (no.within is None or [*answers][-1] == noes[-1]):
                had.add(no.paper)
        values = {}
        for id_ in self.moves:
            step = self.steps[id_]
            if any(id_ in (self.ends if yes else self.shuts).get(one, ()) for one, yes in answers.items()):
                continue
            if id_ in answers or set(self.gives(step)) <= had:
                continue
            way = self.all_needs(step, here, had, Way(made, here, 0, 0, 0, NEVER), (id_,))
            at = None if step.moves_to else self.place(step)
            if way is None or (at in (0, 1) and at != way.place):
                continue
            values[id_] = sum(
                share * self.outcome(week, money, answers, here, react, step, way, days)
                for share, days in zip((0.25, 0.5, 0.25), step.days, strict=True)
            )
        return values

    def outcome(
        self,
        week: int,
        money: int,
        answers: dict[str, bool],
        here: int,
        react: bool,
        step: Step,
        way: Way,
        days: int,
    ) -> float:
        now = week * 7
        if step.id in self.begun:
            end = max(now, self.begun[step.id] + days - step.days[1])
        else:
            start = int(max(now + way.wait, way.first))
            if step.windows:
                start = min((max(start, a) for a, b in step.windows if b >= start), default=NEVER)
            if start > way.until or start > now + way.within or start >= NEVER:
                return 0.0
            end = start + days
        weeks = math.ceil((end - now) / 7)
        monthly = max(self.cost.get(here, 0), self.cost.get(way.place, 0))
        cost = way.fee + step.fee + step.locked + math.ceil(monthly * 7 * weeks / self.problem.month)
        money -= math.ceil(cost / self.problem.buckets.money)
        if week + weeks > self.problem.horizon // 7 or money < 0:
            return 0.0
        if here == way.place == 0 and not step.moves_to:
            aside = sum(one.income.monthly for id_ in self.aside if (one := self.steps[id_]).income)
            paid = [day for day in range(now + 1, (week + weeks) * 7 + 1) if day % self.problem.month == 0]
            money += math.floor(len(paid) * aside / self.problem.buckets.money)
        refused = step.refused or 0
        there = max(way.place, self.at[step.moves_to]) if step.moves_to else way.place
        yes = self.best(week + weeks, money, {**answers, step.id: True}, way.made, there, react)
        if not (refused and react):
            return (1 - refused) * yes
        no = self.best(week + weeks, money, {**answers, step.id: False}, way.made, way.place, react)
        return (1 - refused) * yes + refused * no

    def start(self, money: int, react: bool = True) -> dict[str, float]:
        money = (money - self.problem.reserve) // self.problem.buckets.money
        return self.all_moves(0, money, {}, frozenset(), 0, react)
