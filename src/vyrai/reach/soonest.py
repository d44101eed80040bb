"""How soon each way of a draft leads to safety on likely days, were everybody free and money no matter."""

from __future__ import annotations

from typing import NamedTuple

from vyrai.reach._making import RECKONED
from vyrai.reach._net import LATE, Net
from vyrai.reach.draft import Draft

LENGTHS = frozenset({"days", "steps"}) | RECKONED
"""What may be unknown of a step and moves every day behind it."""


class Soonest(NamedTuple):
    """The day of safety from the start, the steps on which it hangs, and what is not known of their lengths
    (`days`, `steps`, `usual`, `by_law`).
    """

    day: int
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
            steps = _behind(net, paper)
            unknown = {what for at in steps for what in draft.problem.steps[at].unknown} & LENGTHS
            names = tuple(net.ids[at] for at in steps)
            found[way.key] = Soonest(net.soonest[paper], names, frozenset(unknown))
    return found


def _behind(net: Net, paper: int) -> list[int]:
    """The steps by which a paper is had soonest."""
    steps, waiting, seen = list[int](), [paper], set[int]()
    while waiting:
        wanted = waiting.pop()
        if wanted in seen or wanted in net.in_hand:
            continue
        seen.add(wanted)
        made = min(net.makers[wanted], key=lambda at: (_end(net, at), at))
        if made not in steps:
            steps.append(made)
            waiting += net.needs[made]
    return steps


def _end(net: Net, at: int) -> int:
    start = max((net.soonest[paper] for paper in net.needs[at]), default=0)
    return LATE if start >= LATE else net.opens(at, start) + net.days[at]
