"""How soon each way of a draft leads to safety on likely days, were everybody free and money no matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vyrai.reach._making import BY_LAW, RECKONED
from vyrai.reach._net import LATE, Net
from vyrai.reach.draft import Draft

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


def soonest(draft: Draft) -> dict[str, Soonest]:
    """By way. A way whose papers no step makes is not in it."""
    if not draft.problem.steps:
        return {}
    net, found = Net(draft.problem), dict[str, Soonest]()
    index = {paper: at for at, paper in enumerate(net.papers)}
    for way in draft.ways:
        paper = index[f"safe:{way.key}"]
        if net.soonest[paper] < LATE:
            makers = _behind(net, paper)
            steps = [*dict.fromkeys(makers.values())]
            unknown = {what for at in steps for what in draft.problem.steps[at].unknown} & LENGTHS
            most = _day(net, makers, paper, _MOST)
            found[way.key] = Soonest(
                net.soonest[paper],
                _day(net, makers, paper, _LEAST),
                None if most >= LATE or not unknown <= BOUNDED else most,
                tuple(net.ids[at] for at in steps),
                frozenset(unknown),
            )
    return found


def _behind(net: Net, paper: int) -> dict[int, int]:
    """By paper the steps by which one paper is had soonest."""
    makers, waiting = dict[int, int](), [paper]
    while waiting:
        wanted = waiting.pop()
        if wanted in makers or wanted in net.in_hand:
            continue
        made = min(net.makers[wanted], key=lambda at: (_end(net, at), at))
        makers[wanted] = made
        waiting += net.needs[made]
    return makers


def _day(net: Net, makers: Mapping[int, int], paper: int, which: int) -> int:
    """The day on which these steps make a paper if each takes its least or its most days."""
    made = makers.get(paper)
    if made is None:
        return 0  # It is in hand.
    start = max((_day(net, makers, need, which) for need in net.needs[made]), default=0)
    return LATE if start >= LATE else net.opens(made, start) + net.problem.steps[made].days[which]


def _end(net: Net, at: int) -> int:
    start = max((net.soonest[paper] for paper in net.needs[at]), default=0)
    return LATE if start >= LATE else net.opens(at, start) + net.days[at]
