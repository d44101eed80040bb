"""What routes give a family, and whether one route more gives a right that it has not had, or not so well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import inf

from vyrai.law._time import duration
from vyrai.world import Right, Route, Status, World

_How = tuple[int, bool, float]
_HOLDS = ("yes", "limited", "unknown", "no")
_GOOD = ("yes", "limited")


def adds(world: World, routes: Sequence[Route], rights: Mapping[str, float]) -> bool:
    """Whether the last of the routes gives one of the rights, in full or in part, better than all before it:
    in full and not in part, at once and not later, or for longer within so many weeks.
    """
    before = [one for route in routes[:-1] for one in _given(world, route, rights)]
    return any(
        all(
            _how(world, *one, rights) < _how(world, *other, rights)
            for other in before
            if one[1].right == other[1].right
        )
        for one in _given(world, routes[-1], rights)
        if one[1].holds in _GOOD
    )


def gives(world: World, routes: Sequence[Route], right: str) -> bool:
    """Whether a status that one of the routes gives has the right, in full or in part."""
    return any(one.holds in _GOOD for route in routes for _, one in _given(world, route, {right}))


def _given(world: World, route: Route, rights: Collection[str]) -> Iterator[tuple[Status, Right]]:
    """What the statuses that a route gives, on its way too, say of the rights."""
    names = set() if route.gives is None else {route.gives.status}
    for step in map(world.atlas.step, route.steps):
        granted = step.outcomes.get("granted")
        names |= {*step.yields, *(() if granted is None else granted.yields)}
    for status in world.atlas.statuses:
        if status.folder == route.folder and status.id in names:
            yield from ((status, one) for one in status.rights if one.right in rights)


def _how(world: World, status: Status, right: Right, rights: Mapping[str, float]) -> _How:
    """How well a status gives a right; the best is least. Nobody knows how long: no time at all is sure."""
    known = None if status.lasts is None else duration(world, status.lasts)
    lasts = inf if status.ever else 0 if known is None else float(known.lo)
    return _HOLDS.index(right.holds), right.opens.after is not None, -min(rights[right.right], lasts)
