"""Why a way has no plan, not even with everything that could be changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.reach._drafted import FREE, HERE, PAY, Draft
from vyrai.reach._making import HOME
from vyrai.reach._net import LATE, Net
from vyrai.reach.draft import PAID
from vyrai.reach.remedy import LONGEST, holding, lacking
from vyrai.reach.ways import doors_only, only


class Hopeless(NamedTuple):
    """A way without a plan. days: it takes so many at the least, on likely days, which is longer than is
    looked at (None: it does not, or nobody knows). outside: the family is in the country, and must come to an
    office outside it. border: it begins at the border, and nobody is let out without a paper with which one
    comes in another way.
    """

    way: str
    days: int | None
    outside: bool
    border: bool


def hopeless(draft: Draft, ways: Iterable[str]) -> tuple[Hopeless, ...]:
    """Those of the ways of which it is known why; whoever may know more of others is not asked."""
    chains = {one.key: one.chain for one in draft.ways}
    there = any(step.id == HERE for step in draft.problem.steps)
    shut_in = not any(FREE in step.yields for step in draft.problem.steps)
    found = []
    for way in ways:
        problem = only(draft.problem, way)
        net = Net(holding(doors_only(problem), lacking(problem)))
        soonest = {net.papers[goal]: net.soonest[goal] for goal in net.goals}
        days = max(soonest.values())
        least = max(days, soonest.get(PAY, -PAID) + PAID)
        routes = {link.route.id for link in chains[way].links}
        outside = there and any(
            step.place == HOME and step.attends and draft.of[step.id][0] in routes for step in problem.steps
        )
        border = shut_in and any(FREE in step.needs for step in problem.steps)
        if days < LATE and least > problem.horizon + LONGEST * problem.month:
            found.append(Hopeless(way, days, outside, border=False))
        elif outside or border:
            found.append(Hopeless(way, None, outside, border))
    return tuple(found)
