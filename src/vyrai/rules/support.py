"""Irredundant supports: what is shown as the reason of a verdict holds nothing that could be left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from vyrai.rules import _values
from vyrai.rules import nodes as n
from vyrai.rules._intervals import OPPOSITE, SURE
from vyrai.rules.env import EVENT, FACT, FAMILY, JUDGED, LATER, Env

Bits = Callable[[Env], int]
_TOGETHER = 3
_MEMBERS = "members"


def irredundant(
    bits: Bits, env: Env, verdict: int, items: Iterable[str], always: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Drop items one by one while the rest alone still settles the verdict.

    What remains settles it, and hiding any one item of it makes it unknown. Items are tried in order, so that
    the same family on the same day gets the same reasons. Where there are many, several are tried together:
    what can be dropped together can be dropped one by one. `always`: known to be needed, and not tried.
    """
    kept = dict.fromkeys(items)

    listed = tuple(item for item in kept if item not in always)
    size = _TOGETHER if len(listed) > 2 * _TOGETHER else 1
    waiting = [listed[place : place + size] for place in range(0, len(listed), size)][::-1]
    while waiting:
        some = waiting.pop()
        if bits(env.only([item for item in kept if item not in some])) == verdict:
            for item in some:
                del kept[item]
        elif len(some) > 1:
            waiting += [(item,) for item in reversed(some)]
    return tuple(kept)


def free(node: n.Node) -> frozenset[int]:
    """The slots of the records that a tree is about, beside those that it goes through itself."""
    own = {node.source.var} if isinstance(node, n.Quantifier | n.Fold) else {getattr(node, "var", None)}
    below = {slot for part in n.children(node) if not isinstance(part, n.Source) for slot in free(part)}
    if isinstance(node, n.Quantifier | n.Fold):
        below.discard(node.var)
    return frozenset(slot for slot in own | below if slot is not None)


def needed(atom: n.Node, slots: dict[int, str] | None = None) -> list[str]:
    """Leaves of an atom or value without any of which it is never known; there may be more.

    A list stands for what is asked of its records too, where no record settles the atom without being asked.
    """
    if isinstance(atom, n.Quantifier):
        where, parts = leaves(atom, slots)[0], [atom.body] if atom.keep is None else [atom.body, atom.keep]
        return [where] if where != _MEMBERS and any(_asks(part, atom.var) for part in parts) else []
    if not _values.mixed(atom):
        return leaves(atom, slots)
    if isinstance(atom, n.Compare | n.OneOf | n.Arith | n.Duration):  # without both sides they say nothing
        return [leaf for side in n.children(atom) for leaf in needed(side, slots)]
    return []


def _asks(node: n.Node, var: int) -> bool:
    """Whether a condition is never settled without something of the record in a slot."""
    return all(any(leaf.startswith("#.") for leaf in needed(atom, {var: "#"})) for atom in atoms(node))


def apart(node: n.Node) -> bool:
    """Whether no answer occurs in two atoms of a tree: then irredundant items of each are so together."""
    found: list[str] = []
    for atom in atoms(node):
        found += dict.fromkeys(leaves(atom))
    return len(found) == len(set(found))


def atoms(node: n.Node) -> Iterator[n.Node]:
    """The conditions between which and, or, not stand."""
    if isinstance(node, n.And | n.Or | n.Not):
        for part in n.children(node):
            yield from atoms(part)
    else:
        yield node


@lru_cache(maxsize=10_000)
def least(node: n.Node, verdict: int) -> int:
    """With how few items a condition could come out as a verdict (1 surely met, 2 surely not)."""
    match node:
        case n.And() | n.Or():
            counts = [least(part, verdict) for part in node.parts]
            return sum(counts) if isinstance(node, n.And) == (verdict == SURE) else min(counts)
        case n.Not():
            return least(node.part, OPPOSITE[verdict])
        case n.Quantifier():
            if (node.kind == "any") != (verdict == SURE):
                return 1  # the list itself
            return least(node.body, verdict) + (0 if node.keep is None else least(node.keep, SURE))
    return len(leaves(node)) if read_once(node) else 0


def leaves(node: n.Node, slots: dict[int, str] | None = None) -> list[str]:
    """The questions and facts of a tree, once for each place where they stand: `members.birth`, `fact:ID`."""
    names = {0: _MEMBERS} if slots is None else slots
    found: list[str] = []
    match node:
        case n.Quantifier() | n.Fold():
            source = node.source
            where = source.name if source.var is None else f"{_place(names, source.var)}.{source.name}"
            names = names | {node.var: where}
            found.append(where)
        case n.Field():
            found.append(f"{FAMILY if node.var is None else _place(names, node.var)}.{node.name}")
        case n.Age():
            found.append(f"{_place(names, node.var)}.birth")
        case n.Level() | n.TimeIn():
            found.append(f"{_place(names, node.var)}.{'languages' if isinstance(node, n.Level) else 'stays'}")
        case n.Fact():
            found.append(FACT + node.id)
        case n.During():
            found.append(EVENT + node.event)
        case n.Judged():
            found.append((LATER if node.later else JUDGED) + node.id)
    for part in n.children(node):
        if not isinstance(part, n.Source):
            found += leaves(part, names)
    return found


def _place(names: dict[int, str], slot: int) -> str:
    """The list of the record in a slot; of a part of a rule looked at alone, the slot itself."""
    return names.get(slot, f"#{slot}")


@lru_cache(maxsize=10_000)
def read_once(node: n.Node) -> bool:
    """Whether no answer can occur twice, so that the items found on the way are already irredundant."""
    found = leaves(node)
    return len(found) == len(set(found)) and not _values.mixed(node)
