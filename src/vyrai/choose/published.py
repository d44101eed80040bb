"""The problem of each way as plain data, with the front of its plans, for whoever checks or plans anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vyrai.reach import Draft, Front, Problem, Search, alone


class Published(NamedTuple):
    """One way: its routes, its problem, and the front of its plans in all objectives."""

    way: tuple[str, ...]
    problem: Problem
    front: Front


def published(drafted: Draft, seconds: float | None = None) -> Iterator[Published]:
    """Each way of a draft. A way without a plan has an empty front. seconds: at most so long for each."""
    for way in drafted.ways:
        problem = alone(drafted, way.key)
        routes = tuple(link.route.id for link in way.chain.links)
        yield Published(routes, problem, Search(problem, seconds).front())
