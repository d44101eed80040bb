"""What waits for each other: the rings among makers that no choice of makers breaks."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

Needs = Mapping[str, Sequence[Hashable]]
Yields = Mapping[str, Collection[Hashable]]


def rings(needs: Needs, yields: Yields, had: Iterable[Hashable]) -> list[tuple[str, ...]]:
    """Each ring, its makers in the order in which they wait, the first of `needs` first.

    needs, yields: of each maker what it asks for and what it makes. had: what is there from the start. Every
    need must have a maker or be there.
    """
    there, stuck = set(had), dict.fromkeys(needs)
    while free := [name for name in stuck if there.issuperset(needs[name])]:
        for name in free:
            del stuck[name]
            there.update(yields[name])
    place = {name: number for number, name in enumerate(stuck)}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for name in stuck:
        chain: list[str] = []
        while name not in chain:
            # Each asks the first stuck maker of what it lacks; whoever waits for a ring comes to it.
            chain.append(name)
            lacks = next(need for need in needs[name] if need not in there)
            name = next(one for one in stuck if lacks in yields[one])
        ring = chain[chain.index(name) :]
        at = ring.index(min(ring, key=place.__getitem__))
        found.setdefault(frozenset(ring), (*ring[at:], *ring[:at]))
    return list(found.values())
