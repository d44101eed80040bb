"""A requirement alone, tried on its examples: as often as slips can be made in it, so by its bits only.

Which answers settled it is nobody's question here. What a slip leaves as it is is decided once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from vyrai.law import _decide
from vyrai.law._family import Family
from vyrai.law._programs import Programs
from vyrai.law.finding import WORDS, Word
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Entry, Node, Points
from vyrai.rules import nodes as n
from vyrai.rules._values import value
from vyrai.rules.closures import Verdict, gather, plain
from vyrai.rules.points import Bounds, best, bits_of, bounds
from vyrai.world import Requirement, World

Rule = Node | Points


@dataclass(slots=True)
class _Member:
    """Who is asked: the prefix, what the exceptions come to, and what was found of each part of a rule.

    best: what was found of each group of points.
    """

    prefix: str
    excuses: list[Verdict]
    shut: list[Verdict]
    found: dict[int, int] = field(default_factory=dict)
    best: dict[int, Bounds] = field(default_factory=dict)


class Tries:
    """One requirement and one example; `word` is what a rule in its place makes of it.

    Asked as examples speak of it: of everybody whom it is asked, of one who may apply. The trees of a rule
    must live as long as this.
    """

    def __init__(self, programs: Programs, asked: Requirement, family: Family, world: World) -> None:
        remembering = family.on(world)
        self._env = env = remembering.alone()
        self._one_is_enough = asked.who is not None and asked.who.effect == "applicant"
        span, self._members = asked.valid, list[_Member]()
        self._numbers: dict[int, Bounds] = {}
        self._perhaps = span is not None and not span.surely(env.on)
        if span is not None and not span.perhaps(env.on):
            return
        for member in ("",) if asked.who is None else family.people[asked.who.each]:
            excuses, shut = (
                _decide.asides(
                    programs, _decide.made_for(programs, names, family, member), remembering, member
                )
                for names in (asked.unless, asked.excluded)
            )
            self._members.append(_Member(member, excuses, [_decide.opposite(one) for one in shut]))

    def word(self, rule: Rule) -> Word:
        """Met, not met or unknown. Nobody asked, or not on that day: unknown."""
        parts: list[Verdict] = [(self._part(member, rule), ()) for member in self._members]
        if len(parts) == 1:
            return WORDS[parts[0][0]]
        if not parts:
            return WORDS[UNKNOWN]
        return WORDS[(_decide.some if self._one_is_enough else _decide.whole)(parts)[0]]

    def _part(self, member: _Member, rule: Rule) -> int:
        self._env.at[0] = member.prefix
        if isinstance(rule, Points):
            bits = bits_of(rule, partial(self._bits, member), self._bounds, partial(self._best, member))
        else:
            bits = self._bits(member, rule)
        if member.excuses:
            bits = gather([(bits, ()), *member.excuses], SURE, SURELY_NOT)[0]
        if member.shut:
            bits = gather([(bits, ()), *member.shut], SURELY_NOT, SURE)[0]
        return UNKNOWN if bits == SURELY_NOT and self._perhaps else bits

    def _bits(self, member: _Member, node: Node) -> int:
        found = member.found.get(id(node))
        if found is None:
            found = member.found[id(node)] = self._decided(member, node)
        return found

    def _decided(self, member: _Member, node: Node) -> int:
        match node:
            case n.Not():
                return _decide.opposite((self._bits(member, node.part), ()))[0]
            case n.And() | n.Or():
                settles = SURELY_NOT if isinstance(node, n.And) else SURE
                unknown = False
                for part in node.parts:
                    bits = self._bits(member, part)
                    if bits == settles:
                        return settles
                    unknown = unknown or bits == UNKNOWN
                return UNKNOWN if unknown else SURELY_NOT + SURE - settles
        return plain(node)(self._env)[0]

    def _best(self, member: _Member, group: tuple[Entry, ...]) -> Bounds:
        found = member.best.get(id(group))
        if found is None:
            row = [(self._bits(member, entry.when), self._bounds(entry.gives)) for entry in group]
            found = member.best[id(group)] = best(row)
        return found

    def _bounds(self, node: Node) -> Bounds:
        found = self._numbers.get(id(node))
        if found is None:
            found = self._numbers[id(node)] = bounds(value(node)(self._env)[0])
        return found


def with_rule(block: Points, place: tuple[Any, ...], tree: Node) -> Points:
    """A block of points with another condition: of a line (`of`, group, place), a gate or a tier (place)."""
    kind, *at = place
    if kind == "of":
        group, number = at
        line = Entry(tree, block.of[group][number].gives)
        return replace(block, of=_put(block.of, group, _put(block.of[group], number, line)))
    if kind == "gates":
        return replace(block, gates=_put(block.gates, at[0], tree))
    return replace(block, tiers=_put(block.tiers, at[0], (tree, block.tiers[at[0]][1])))


def _put(items: tuple[Any, ...], place: int, item: Any) -> tuple[Any, ...]:
    return (*items[:place], item, *items[place + 1 :])
