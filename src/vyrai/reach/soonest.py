"""How soon each way of a draft leads to safety on likely days, were everybody free and money no matter."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from msgspec.structs import replace

from vyrai.reach._drafted import Draft
from vyrai.reach._making import BY_LAW, RECKONED
from vyrai.reach._net import LATE, Net
from vyrai.reach.problem import Problem

LENGTHS = frozenset({"days", "steps"}) | RECKONED
"""What may be unknown of a step and moves every day behind it."""
BOUNDED = frozenset({BY_LAW})
"""With this there is a most all the same: all the time that the law gives."""
_LEAST, _MOST = 0, 2
"""Places in the days of a step."""


class Soonest(NamedTuple):
    """The day of safety from the start, the steps on which it hangs, and what is not known of their lengths
    (`days`, `steps`, `usual`, `by_law`). least, most: the day if each of these steps takes the least and the
    most that is known of it; most is None where of some nobody knows a most.
    """

    day: int
    least: int
    most: int | None
    steps: tuple[str, ...]
    unknown: frozenset[str]
    richer: bool = False
    bound: bool = True
    late: bool = False


def least_day(problem: Problem) -> int:
    """The day before which nobody is safe, if every step takes the least that is known of it."""
    steps = tuple(replace(step, days=(step.days[_LEAST],) * 3) for step in problem.steps)
    net = Net(replace(problem, steps=steps))
    return net.soonest[net.safe]


def soonest(draft: Draft) -> dict[str, Soonest]:
    """By way. A way whose papers no step makes is not in it."""
    if not draft.problem.steps:
        return {}
    net, found = Net(draft.problem), dict[str, Soonest]()
    makers = _makers(net)
    earliest, latest = _days(net, makers, _LEAST), _days(net, makers, _MOST)
    index = {paper: at for at, paper in enumerate(net.papers)}
    for way in draft.ways:
        paper = index[f"safe:{way.key}"]
        if net.soonest[paper] < LATE:
            steps = _behind(net, makers, paper)
            unknown = {what for at in steps for what in draft.problem.steps[at].unknown} & LENGTHS
            most = latest[paper]
            found[way.key] = Soonest(
                net.soonest[paper],
                earliest[paper],
                None if most >= LATE or not unknown <= BOUNDED else most,
                tuple(net.ids[at] for at in steps),
                frozenset(unknown),
            )
    return found


def _makers(net: Net) -> dict[int, int]:
    """By paper the step that makes it soonest; none of them waits for itself (Knuth 1977)."""
    makers, ends = dict[int, int](), dict.fromkeys(net.in_hand, 0)
    missing = [len({*needs} - ends.keys()) for needs in net.needs]
    heap = [(_end(net, at), at) for at in range(net.n) if not missing[at]]
    users: list[list[int]] = [[] for _ in net.papers]
    for at, needs in enumerate(net.needs):
        for paper in {*needs} - ends.keys():
            users[paper].append(at)
    heapify(heap)
    while heap:
        end, at = heappop(heap)
        if end >= LATE:
            break
        for paper in net.yields[at]:
            if paper in ends:
                continue
            makers[paper], ends[paper] = at, end
            for user in users[paper]:
                missing[user] -= 1
                if not missing[user]:
                    heappush(heap, (_end(net, user), user))
    return makers


def _behind(net: Net, makers: Mapping[int, int], paper: int) -> list[int]:
    """The steps by which a paper is had soonest."""
    steps, waiting, seen = dict[int, None](), [paper], set[int]()
    while waiting:
        wanted = waiting.pop()
        if wanted not in seen and wanted in makers:
            seen.add(wanted)
            steps[makers[wanted]] = None
            waiting += net.needs[makers[wanted]]
    return [*steps]


def _days(net: Net, makers: Mapping[int, int], which: int) -> dict[int, int]:
    """The day on which each paper is had by these steps if each takes its least or its most days."""
    days: dict[int, int] = {}
    for paper, made in makers.items():  # In this order none comes before what it needs.
        start = max((days.get(need, 0) for need in net.needs[made]), default=0)
        opens = LATE if start >= LATE else net.opens(made, start)
        days[paper] = LATE if opens >= LATE else opens + net.problem.steps[made].days[which]
    return days


def _end(net: Net, at: int) -> int:
    start = max((net.soonest[paper] for paper in net.needs[at]), default=0)
    return LATE if start >= LATE else net.opens(at, start) + net.days[at]
