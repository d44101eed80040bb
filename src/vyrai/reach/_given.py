"""Days that the family was given: a date at an office, a ticket, the day of an answer. Plans keep them."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Literal, NamedTuple

from msgspec.structs import replace

from vyrai.law import Family
from vyrai.reach._deeds import Said
from vyrai.reach._making import RECKONED
from vyrai.reach._net import Net
from vyrai.reach.problem import Problem, Step

Why = Literal["over", "early", "far"]
"""Why a day is not kept: it is past, and nobody wrote down what came of it; nothing is ready so soon; it lies
beyond the horizon of plans.
"""
_LENGTHS = frozenset({"days", "steps"}) | RECKONED


class Unkept(NamedTuple):
    """A day that no plan keeps: the step of the atlas, the day (ordinal), and why."""

    step: str
    day: int
    why: Why


class Given:
    """The days that a family was given, by step of the atlas and way (None: on every one that has it).

    kept: steps of the problem that are on theirs, once `keep` was asked. unkept: days that no step keeps. A
    day of which a tick says what came of it counts no more.
    """

    def __init__(self, family: Family, said: Said, today: int) -> None:
        self.today, self.said = today, said
        self.kept: set[str] = set()
        self.unkept: tuple[Unkept, ...] = ()
        self._days: dict[tuple[str | None, str | None], int] = {}
        for prefix in family.lists.get("dates", ()):
            step, day, route = (family.known.get(f"{prefix}.{name}") for name in ("step", "date", "route"))
            if step is not None and day is not None:
                self._days[str(step[0]), None if route is None else str(route[0])] = int(day[0][1])

    def keep(self, problem: Problem, of: Mapping[str, tuple[str | None, str | None]]) -> Problem:
        """The problem with each day as the only one of its step, where the step can begin so soon.

        Where somebody comes the step begins on it, what is waited for is over on it. However long that takes
        which serves it alone: no day behind it moves.
        """
        dated = {step.id: day for step in problem.steps if (day := self._day(of[step.id])) is not None}
        unkept = dict[str | None, Unkept]()
        known, late = problem, self._late(problem, dated)
        while late or (dated and known is problem):
            for name, why in late.items():
                described = of[name][1]
                unkept[described] = Unkept(described or "", dated.pop(name), why)
            known = self._with(problem, dated)
            late = self._late(known, dated)
        self.kept = {*dated}
        self.unkept = tuple(one for name, one in unkept.items() if name not in {of[one][1] for one in dated})
        return known

    def _late(self, problem: Problem, dated: Mapping[str, int]) -> dict[str, Why]:
        """The steps whose day cannot be kept, as far as the other days of the problem are."""
        net = Net(problem)
        papers = {paper: at for at, paper in enumerate(net.papers)}
        found: dict[str, Why] = {}
        for step in problem.steps:
            if step.id in dated:
                soonest = max((net.soonest[papers[need]] for need in step.needs), default=0)
                why = self._why(dated[step.id], soonest, problem.horizon)
                found |= {} if why is None else {step.id: why}
        return found

    def _with(self, problem: Problem, dated: Mapping[str, int]) -> Problem:
        steps = {step.id: step for step in problem.steps}
        for name, day in dated.items():
            steps[name] = _on(steps[name], day - self.today)
            _settle(steps, steps[name], dated.keys())
        return replace(problem, steps=tuple(steps.values()))

    def days(self) -> dict[str, int]:
        """By step of the atlas, on whichever way, the days (ordinals) that are not over."""
        days = {
            (described, route): self._day((route, described))
            for described, route in self._days
            if described is not None
        }
        return {name: day for (name, _), day in days.items() if day is not None and day >= self.today}

    def _why(self, day: int, soonest: int, horizon: int) -> Why | None:
        if day < self.today:
            return "over"
        if day - self.today < soonest:
            return "early"
        return "far" if day - self.today > horizon else None

    def _day(self, of: tuple[str | None, str | None]) -> int | None:
        route, described = of
        day = self._days.get((described, route), self._days.get((described, None)))
        deed = self.said.of(described, route)
        if day is None or deed is None:
            return day
        spent = day < self.today if deed.last is None else day <= deed.last
        return None if spent else day


def _settle(steps: dict[str, Step], dated: Step, kept: Set[str]) -> None:
    """What serves that step alone moves no day behind it, however long it takes."""
    waiting, seen = [dated], {dated.id, *kept}
    while waiting:
        needs = {*waiting.pop().needs}
        for step in [one for one in steps.values() if not needs.isdisjoint(one.yields)]:
            users = {one.id for one in steps.values() if not {*step.yields}.isdisjoint(one.needs)}
            if step.id not in seen and users <= seen:
                steps[step.id] = replace(step, unknown=_settled(step))
                seen.add(step.id)
                waiting.append(step)


def _on(step: Step, day: int) -> Step:
    comes = step.attends is not None or step.moves_to is not None
    if comes and (step.days[-1] or step.refused != 0):
        return replace(step, windows=((day, day),))
    # What is decided by nobody is over with the visit; what is waited for on the day that was said.
    return replace(step, windows=((day, day),), days=(0, 0, 0), unknown=_settled(step))


def _settled(step: Step) -> tuple[str, ...]:
    return tuple(what for what in step.unknown if what not in _LENGTHS)
