"""What of a condition a few answers alone could settle: told from the tree, without deciding.

An atom that needs an answer which is not there stays unknown, and so does all that rests on it.
"""

from __future__ import annotations

from collections.abc import Callable

from vyrai.rules import nodes as n
from vyrai.rules._intervals import OPPOSITE, SURE, SURELY_NOT
from vyrai.rules.support import leaves, needed

Topics = frozenset[str]
Reach = Callable[[set[str], int], list[Topics] | None]
"""Called with the topics of the answers at hand and a verdict: what each atom reads that could take part in
reaching it by them, None where it cannot be reached."""


def reach(node: n.Node, topics: Callable[[list[str], bool], Topics], slots: dict[int, str]) -> Reach:
    """The reach of a condition. topics: those of the leaves of an atom, all of them (True) or the needed."""
    match node:
        case n.Not():
            part = reach(node.part, topics, slots)
            return lambda known, verdict: part(known, OPPOSITE[verdict])
        case n.And() | n.Or():
            parts = tuple(reach(one, topics, slots) for one in node.parts)
            return _together(parts, SURE if isinstance(node, n.And) else SURELY_NOT)
    needs, reads = topics(needed(node, slots), False), topics(leaves(node, slots), True)
    found = [reads]

    def atom(known: set[str], verdict: int) -> list[Topics] | None:
        if not needs <= known:
            return None
        return [] if reads.isdisjoint(known) else found

    return atom


def _together(parts: tuple[Reach, ...], every: int) -> Reach:
    """`and` wants every part for yes and one for no, `or` the other way round."""

    def those(known: set[str], verdict: int) -> list[Topics] | None:
        found: list[Topics] = []
        one = False
        for part in parts:
            reads = part(known, verdict)
            if reads is not None:
                found += reads
                one = True
            elif verdict == every:
                return None
        return found if one else None

    return those
