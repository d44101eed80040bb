"""Days that the family was given: a date at an office, a ticket, the day of an answer. Plans keep them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import Literal, NamedTuple

from msgspec.structs import replace

from vyrai.law import Family
from vyrai.reach._deeds import Said
from vyrai.reach._making import RECKONED
from vyrai.reach._net import Net
from vyrai.reach._posts import journey
from vyrai.reach.problem import Problem, Step

Why = Literal["over", "early", "far", "shut", "clash", "unused"]
"""Why a day is not kept: it is past, and nobody wrote down what came of it; nothing is ready so soon; it lies
beyond the horizon of plans; on that day the step is not open; somebody has to be elsewhere on it; no plan
uses it.
"""
FOR_DAY = "for_day:"
"""Before what is not known of the length of a step that serves such a day alone: it moves no other."""
_LENGTHS = frozenset({"days", "steps"}) | RECKONED
_AFTER = "after:"
"""Papers that say no more than that a step is over."""


Of = Mapping[str, tuple[str | None, str | None]]


class Unkept(NamedTuple):
    """A day that no plan keeps: the step of the atlas, the day (ordinal), and why; other: the step with which
    it clashes.
    """

    step: str
    day: int
    why: Why
    other: str | None = None


class Given:
    """The days that a family was given, by step of the atlas and way (None: on every one that has it).

    kept: steps of the problem that are on theirs, once `keep` was asked. unkept: days that no step keeps;
    missed: of the others the day (ordinal) that is not over and that they do not keep. A
    day of which a tick says what came of it counts no more.
    """

    def __init__(self, family: Family, said: Said, today: int) -> None:
        self.today, self.said = today, said
        self.rounds: Set[str] = frozenset()
        self.kept: set[str] = set()
        self.missed: dict[str, int] = {}
        self.unkept: tuple[Unkept, ...] = ()
        self._days: dict[str, list[tuple[str | None, int]]] = {}
        for prefix in family.lists.get("dates", ()):
            step, day, route = (family.known.get(f"{prefix}.{name}") for name in ("step", "date", "route"))
            if step is not None and day is not None:
                on = None if route is None else str(route[0])
                self._days.setdefault(str(step[0]), []).append((on, int(day[0][1])))

    def keep(self, problem: Problem, of: Of, rounds: Collection[tuple[str, str]] = ()) -> Problem:
        """The problem with each day as the only one of its step, where the step can begin so soon.

        Where somebody comes the step begins on it, what is waited for is over on it. However long that takes
        which serves it alone: no day behind it moves. rounds: by route and step of the atlas those of which
        only the months were known.
        """
        self.rounds = {name for name, pair in of.items() if pair in rounds}
        dated = {step.id: day for step in problem.steps if (day := self._day(of[step.id])) is not None}
        every = dict(dated)
        unkept = dict[str | None, Unkept]()
        known, late = problem, self._late(problem, dated)
        while late or (dated and known is problem):
            for name, why in late.items():
                described = of[name][1]
                unkept[described] = Unkept(described or "", dated.pop(name), why)
            known = self._with(problem, dated)
            late = self._late(known, dated)
        clashing = dict(_clashing(problem, dated, of))
        for name, other in clashing.items():
            described = of[name][1]
            unkept[described] = Unkept(described or "", dated.pop(name), "clash", of[other][1])
        known = self._with(problem, dated) if clashing else known
        self.kept = {*dated}
        self.missed = {name: day for name, day in every.items() if name not in dated and day >= self.today}
        self.unkept = tuple(one for name, one in unkept.items() if name not in {of[one][1] for one in dated})
        return known

    def _late(self, problem: Problem, dated: Mapping[str, int]) -> dict[str, Why]:
        """The steps whose day cannot be kept, as far as the other days of the problem are."""
        if not dated:
            return {}
        net = Net(problem)
        ready = {paper: net.soonest[at] for at, paper in enumerate(net.papers)}
        found: dict[str, Why] = {}
        for step in problem.steps:
            if step.id in dated:
                soonest = max(_soonest(step, ready), _used_at(step, problem, ready))
                why = self._why(step, dated[step.id] - self.today, soonest, problem.horizon)
                found |= {} if why is None else {step.id: why}
        return found

    def _with(self, problem: Problem, dated: Mapping[str, int]) -> Problem:
        steps = {step.id: step for step in problem.steps}
        for name, day in dated.items():
            steps[name] = self._on(steps[name], day - self.today)
            _settle(steps, steps[name], dated.keys())
        return replace(problem, steps=tuple(steps.values()))

    def days(self) -> dict[str, int]:
        """By step of the atlas, on whichever way, the last one that is not over (ordinals)."""
        found = {
            (name, route): self._day((route, name)) for name, of in self._days.items() for route, _ in of
        }
        return {name: day for (name, _), day in found.items() if day is not None and day >= self.today}

    def _why(self, step: Step, day: int, soonest: int, horizon: int) -> Why | None:
        if day < 0:
            return "over"
        if day < soonest:
            return "early"
        if day > horizon:
            return "far"
        open_ = step.id in self.rounds or any(first <= day <= last for first, last in step.windows)
        return None if open_ or not step.windows else "shut"

    def _day(self, of: tuple[str | None, str | None]) -> int | None:
        route, described = of
        days = [
            day for on, day in self._days.get(described or "", ()) if route is None or on in {None, route}
        ]
        deed = self.said.of(described, route)
        if not days or deed is None:
            return days[-1] if days else None
        spent = days[-1] < self.today if deed.last is None else days[-1] <= deed.last
        return None if spent else days[-1]

    def _on(self, step: Step, day: int) -> Step:
        comes = step.attends is not None or step.moves_to is not None
        if not comes:
            return replace(step, windows=((day, day),), days=(0, 0, 0), unknown=_without(step))
        if step.id in self.rounds:
            return replace(step, windows=((day, day),), days=(step.days[0],) * 3)
        if step.refused == 0 and not step.days[-1] and all(one.startswith(_AFTER) for one in step.yields):
            # It gives no paper and nobody decides it: it is over with the visit.
            return replace(step, windows=((day, day),), unknown=_without(step))
        return replace(step, windows=((day, day),))


def _clashing(problem: Problem, dated: Mapping[str, int], of: Of) -> Iterator[tuple[str, str]]:
    """The steps on whose days somebody would have to be at another that stands before it too; with that one.
    Of two ways that rule each other out both days stand, and one visit of several ways is one. Whoever visits
    an office abroad is on the way there the day before.
    """
    journeys = {paper for step in problem.steps if journey(step.yields) for paper in step.yields}
    kept: list[tuple[Step, Set[int]]] = []
    for step in problem.steps:
        if step.id not in dated or step.attends is None:
            continue
        day = dated[step.id] - (not journeys.isdisjoint(step.needs))
        days = frozenset(range(day, dated[step.id] + step.attends.days))
        who = {*step.attends.who}
        other = next(
            (
                one.id
                for one, its_days in kept
                if of[one.id][1] != of[step.id][1]
                and _together(one.id, step.id)
                and one.attends is not None
                and not who.isdisjoint(one.attends.who)
                and not days.isdisjoint(its_days)
            ),
            None,
        )
        if other is None:
            kept.append((step, days))
        else:
            yield step.id, other


def _together(one: str, other: str) -> bool:
    """Whether a plan may have both: they are of one route, of routes of which one follows the other, or of
    papers that any way may use.
    """
    first, second = (name.rpartition("/")[0] for name in (one, other))
    alone = "" in (first, second)
    return alone or first == second or first.endswith(f"@{second}") or second.endswith(f"@{first}")


def _soonest(step: Step, ready: Mapping[str, int], but: Collection[str] = ()) -> int:
    return max((ready[need] for need in step.needs if need not in but), default=0)


def _used_at(step: Step, problem: Problem, ready: Mapping[str, int]) -> int:
    """What must be used on the day on which it is there, as a way out, is no sooner than its first use."""
    if step.valid != 0:
        return 0
    users = [one for one in problem.steps if not {*step.yields}.isdisjoint(one.needs)]
    return min((_soonest(one, ready, step.yields) for one in users), default=0)


def _settle(steps: dict[str, Step], dated: Step, kept: Set[str]) -> None:
    """What serves that step alone moves no day behind it, however long it takes."""
    waiting, seen = [dated], {dated.id, *kept}
    while waiting:
        needs = {*waiting.pop().needs}
        for step in [one for one in steps.values() if not needs.isdisjoint(one.yields)]:
            users = {one.id for one in steps.values() if not {*step.yields}.isdisjoint(one.needs)}
            if step.id not in seen and users <= seen:
                unknown = (FOR_DAY + what if what in _LENGTHS else what for what in step.unknown)
                steps[step.id] = replace(step, unknown=tuple(unknown))
                seen.add(step.id)
                waiting.append(step)


def lengths(unknown: Iterable[str]) -> set[str]:
    """What is not known of a step, its length told alike where that moves no other day."""
    return {what.removeprefix(FOR_DAY) for what in unknown}


def _without(step: Step) -> tuple[str, ...]:
    return tuple(what for what in step.unknown if what not in _LENGTHS)
