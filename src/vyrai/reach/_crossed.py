"""What a family has crossed out: it is asked for no plan of that."""

from __future__ import annotations

from collections.abc import Iterable, Set

from vyrai.law import Chain, Family

CROSSED = "crossed"


def crossed_out(family: Family, today: int) -> frozenset[str]:
    """Countries and routes whose mark says so and has not lapsed. today: as an ordinal."""
    out = set()
    for prefix in family.lists.get("marks", ()):
        what, mark, until = (family.known.get(f"{prefix}.{name}") for name in ("what", "mark", "until"))
        if what is not None and mark is not None:
            lasts = until is None or until[0][1] >= today
            if lasts and mark[0] == CROSSED:
                out.add(str(what[0]))
    return frozenset(out)


def apart(chains: Iterable[Chain], out: Set[str]) -> tuple[list[Chain], tuple[tuple[str, ...], ...]]:
    """The chains without a route that is crossed out, and the routes of the others."""
    ways, crossed = list[Chain](), list[tuple[str, ...]]()
    for chain in chains:
        routes = tuple(link.route.id for link in chain.links)
        if out.isdisjoint(routes):
            ways.append(chain)
        else:
            crossed.append(routes)
    return ways, tuple(crossed)
