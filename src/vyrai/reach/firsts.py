"""Do first: what can be begun now, ranked by the ways that it keeps open; and what to do before leaving.

Given the fronts of one or more destinations, every step that can be begun on day 0 is put off by some weeks
and each plan that uses it is scheduled again with its own steps: what is lost is what waiting costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import msgspec

from vyrai.reach._making import RUNNING
from vyrai.reach._net import ANY, HOME, LATE, Net
from vyrai.reach._schedule import Limits, Schedule, Stopped
from vyrai.reach.problem import Front, Plan, Problem, Step

WEEK = 7
PUT_OFF = (1, 4, 8)
"""Weeks by which a step is put off."""


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base: published whole, nothing left out."""


class Delay(_Record, frozen=True, kw_only=True):
    """What is lost if a step is begun so many weeks from now.

    lost: share of all plans that can no longer be kept with their own steps. closed: destinations without a
    plan then. later, danger: by how many days the soonest safety, by how many points the least danger of a
    destination moves, where it moves most (closed ones apart). proven: False where a search met its limit:
    what is lost may differ from what is said.
    """

    weeks: int
    lost: float
    closed: tuple[str, ...]
    later: int
    danger: int
    proven: bool


class First(_Record, frozen=True, kw_only=True):
    """A step that can be begun now, what share of plans and destinations use it, its first planned day."""

    step: str
    plans: float
    destinations: float
    used_by: tuple[str, ...]
    start: int
    fee: int
    danger: int
    delays: tuple[Delay, ...]


class BeforeLeaving(_Record, frozen=True, kw_only=True):
    """A step that can be done at home alone. `closes`: the last day on which it may start so that every door
    after it is met, on likely days; `door`: the step whose window or the paper in hand whose validity ends
    then (None: no door is known). `now`: it can be begun now.
    """

    step: str
    now: bool
    closes: int | None
    door: str | None
    plans: float
    fee: int
    danger: int


class Firsts(_Record, frozen=True, kw_only=True):
    """What to do first, and before leaving, over so many plans of these destinations."""

    destinations: tuple[str, ...]
    plans: int
    first: tuple[First, ...]
    before_leaving: tuple[BeforeLeaving, ...]


class _PutOff(Schedule):
    """The steps of one plan, some of which may not start before a day."""

    def __init__(self, net: Net, plan: Plan) -> None:
        index = {step: at for at, step in enumerate(net.ids)}
        papers = {name: at for at, name in enumerate(net.papers)}
        steps = [index[placed.step] for placed in plan.steps]
        links = [
            (index[use.step], papers[use.paper], ANY if use.made_by is None else index[use.made_by])
            for use in plan.uses
        ]
        for state in net.states.values():
            movers = [at for at in steps if state in net.yields[at]]
            links += [(at, state, mover) for at in steps if state in net.needs[at] for mover in movers]
        self.begin: dict[int, int] = {}
        super().__init__(net, steps, tuple(links))

    def earliest(self) -> tuple[list[int], list[int]] | None:
        """Least and most starts, none before the day to which its step is put off."""
        self.first_lo = [self.begin.get(step, 0) for step in self.steps]
        return super().earliest()

    def least(
        self, day: Callable[[list[int]], int], limit: Callable[[int], Limits]
    ) -> tuple[int | None, bool]:
        """The soonest that a day can be (None: there is no schedule), and whether that is proven."""
        base = self.earliest()
        if base is None:
            return None, True
        low = day(base[0])
        starts, proven = self._try(limit(low))
        if starts is not None:
            return low, True
        starts, sure = self._try(Limits())
        if starts is None:
            return None, sure
        low, high = low + 1, day(starts)
        while low < high:
            middle = (low + high) // 2
            starts, sure = self._try(limit(middle))
            proven = proven and sure
            if starts is None:
                low = middle + 1
            else:
                high = day(starts)
        return high, proven

    def _try(self, limits: Limits) -> tuple[list[int] | None, bool]:
        """Starts within limits, and whether it is proven that there are none."""
        try:
            return self.find(limits), True
        except Stopped:
            return None, False

    def safety(self) -> tuple[int | None, bool]:
        """The soonest day of safety."""
        safe = self.safe
        if safe is None:
            return self.least(lambda starts: 0, lambda most: Limits())
        return self.least(lambda starts: starts[safe] + self.days[safe], lambda most: Limits(safe=most))

    def leaving(self) -> tuple[int | None, bool]:
        """The soonest day of leaving, where somebody leaves."""
        leave = self.leave
        assert leave is not None
        return self.least(lambda starts: starts[leave], lambda most: Limits(leave=most))


class _Best(NamedTuple):
    """What a plan can come to: day of safety (None: it cannot be kept), danger, whether that is proven."""

    safe: int | None
    danger: int
    proven: bool


class _Kept:
    """One plan of one destination."""

    def __init__(self, net: Net, plan: Plan) -> None:
        self.net, self.plan = net, plan
        self.schedule = _PutOff(net, plan)
        self.points = sum(net.danger[step] for step in self.schedule.steps)
        self.starts = {placed.step: placed.start for placed in plan.steps}
        self._known: dict[tuple[str, int], _Best] = {}

    def best(self, step: str = "", day: int = 0) -> _Best:
        """What it comes to at best if a step does not start before a day."""
        found = self._known.get((step, day))
        if found is None and step:
            # What a longer delay does not change, a shorter one does not.
            usual = self.best()
            longer = [best for (name, other), best in self._known.items() if name == step and other > day]
            found = usual if usual in longer else None
        if found is None:
            self.schedule.begin = {self.net.ids.index(step): day} if step else {}
            safe, proven = self.schedule.safety()
            every = 0 if self.schedule.leave is None else self.net.danger_every.get(HOME, 0)
            leave, sure = self.schedule.leaving() if safe is not None and every else (0, True)
            danger = self.points + ((leave or 0) // every if every else 0)
            found = self._known[step, day] = _Best(safe, danger, proven and sure)
        return found

    def closing(self) -> dict[str, tuple[int, str]]:
        """For each step the last day on which it may start so that every door after is met, and the door."""
        net, schedule = self.net, self.schedule
        closes: dict[int, tuple[int, str]] = {}
        for at, step in enumerate(schedule.steps):
            doors = [(last, net.ids[step]) for _, last in net.windows[step]][-1:]
            for use in self.plan.uses:
                if use.step == net.ids[step] and use.made_by is None:
                    until = net.in_hand[net.papers.index(use.paper)]
                    doors += [] if until is None else [(until, use.paper)]
            if doors:
                closes[at] = min(doors)
        queue = list(closes)
        while queue:
            target = queue.pop()
            for source, days in schedule.network.into[target]:
                day, door = closes[target]
                if days >= 0 and day - days < closes.get(source, (LATE, ""))[0]:
                    closes[source] = (day - days, door)
                    queue.append(source)
        return {net.ids[schedule.steps[at]]: found for at, found in closes.items()}


def firsts(fronts: Mapping[str, tuple[Problem, Front]], put_off: Iterable[int] = PUT_OFF) -> Firsts:
    """Rank what can be begun now by the ways it keeps open; order what is done at home by what closes first.

    What takes time, or nobody knows how much, stands before what is over in a day: that loses nothing as long
    as it is done by the day on which it is needed. Then options kept open: share of plans, share of
    destinations, plans lost and days lost by the longest delay; ties go to less danger, lower fee, earlier
    planned day.
    """
    nets = {name: Net(problem) for name, (problem, _) in fronts.items()}
    kept = {name: [_Kept(nets[name], plan) for plan in front.plans] for name, (_, front) in fronts.items()}
    count = sum(map(len, kept.values()))
    now = {step for name, net in nets.items() for step in _startable(net)}
    used = sorted({step for plans in kept.values() for plan in plans for step in plan.starts})
    weeks = tuple(put_off)
    first = [_first(step, nets, kept, weeks) for step in used if step in now]
    waits = {step.id for problem, _ in fronts.values() for step in problem.steps if _takes_time(step)}
    first.sort(key=lambda one: _rank(one, one.step in waits))
    before = [
        _before(step, nets, kept, step in now)
        for step in used
        if any(step in net.ids and _only_home(net, net.ids.index(step)) for net in nets.values())
    ]
    before.sort(
        key=lambda one: (
            LATE if one.closes is None else one.closes,
            -one.plans,
            one.danger,
            one.fee,
            one.step,
        )
    )
    return Firsts(destinations=tuple(fronts), plans=count, first=tuple(first), before_leaving=tuple(before))


def _only_home(net: Net, at: int) -> bool:
    return net.place[at] == HOME and net.moves[at] == ANY


def _startable(net: Net) -> list[str]:
    """Steps at home or anywhere that wait for no paper but those in hand, and whose window is open."""
    return [
        net.ids[at]
        for at in range(net.n)
        if net.place[at] in (HOME, ANY)
        and RUNNING not in net.problem.steps[at].unknown
        and net.opens(at, 0) == 0
        and all(paper in net.in_hand for paper in net.needs[at])
    ]


def _takes_time(step: Step) -> bool:
    return step.days[-1] > 0 or "days" in step.unknown


def _rank(one: First, waits: bool) -> tuple[bool, float, float, float, int, int, int, int, str]:
    longest = max(one.delays, key=lambda delay: delay.weeks, default=None)
    lost, later = (longest.lost, longest.later) if longest else (0.0, 0)
    return not waits, -one.plans, -one.destinations, -lost, -later, one.danger, one.fee, one.start, one.step


def _users(step: str, kept: Mapping[str, list[_Kept]]) -> list[tuple[str, _Kept]]:
    return [(name, plan) for name, plans in kept.items() for plan in plans if step in plan.starts]


def _costs(step: str, nets: Mapping[str, Net]) -> tuple[int, int]:
    """Fee and danger of a step, the most of any destination."""
    found = [
        (net.fee[at], net.danger[at]) for net in nets.values() for at in range(net.n) if net.ids[at] == step
    ]
    return max(fee for fee, _ in found), max(danger for _, danger in found)


def _first(
    step: str, nets: Mapping[str, Net], kept: Mapping[str, list[_Kept]], weeks: tuple[int, ...]
) -> First:
    users = _users(step, kept)
    names = tuple(name for name in kept if any(name == user for user, _ in users))
    fee, danger = _costs(step, nets)
    delays = {many: _delay(step, kept, names, many) for many in sorted(weeks, reverse=True)}
    return First(
        step=step,
        plans=round(len(users) / sum(map(len, kept.values())), 4),
        destinations=round(len(names) / len(kept), 4),
        used_by=names,
        start=min(plan.starts[step] for _, plan in users),
        fee=fee,
        danger=danger,
        delays=tuple(delays[many] for many in weeks),
    )


def _delay(step: str, kept: Mapping[str, list[_Kept]], names: tuple[str, ...], weeks: int) -> Delay:
    lost = later = danger = 0
    closed = []
    proven = True
    for name in names:
        usual = [plan.best() for plan in kept[name]]
        put_off = [
            plan.best(step, weeks * WEEK) if step in plan.starts else plan.best() for plan in kept[name]
        ]
        proven = proven and all(one.proven for one in (*usual, *put_off))
        left = [one for one in put_off if one.safe is not None]
        lost += sum(one.safe is not None for one in usual) - len(left)
        if not left:
            closed.append(name)
            continue
        later = max(later, _soonest(left) - _soonest(usual))
        danger = max(danger, min(one.danger for one in left) - min(one.danger for one in usual))
    return Delay(
        weeks=weeks,
        lost=round(lost / sum(map(len, kept.values())), 4),
        closed=tuple(closed),
        later=later,
        danger=danger,
        proven=proven,
    )


def _soonest(plans: list[_Best]) -> int:
    return min(one.safe for one in plans if one.safe is not None)


def _before(step: str, nets: Mapping[str, Net], kept: Mapping[str, list[_Kept]], now: bool) -> BeforeLeaving:
    # On another way the same step may come after the crossing.
    users = [
        (name, plan)
        for name, plan in _users(step, kept)
        if _only_home(nets[name], nets[name].ids.index(step))
    ]
    doors = [found for _, plan in users if (found := plan.closing().get(step)) is not None]
    first = min(doors, default=None)
    fee, danger = _costs(step, nets)
    return BeforeLeaving(
        step=step,
        now=now,
        closes=None if first is None else first[0],
        door=None if first is None else first[1],
        plans=round(len(users) / sum(map(len, kept.values())), 4),
        fee=fee,
        danger=danger,
    )
