"""Irredundant reasons of a finding and of a route, by trying only where an answer could count twice.

Trying is dear: an answer is hidden and everything decided again. Most reasons need none. An atom that needs
an answer which is not among the items stays unknown whatever is hidden; where the atoms that remain share no
answer, no item can be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial

from vyrai.law import _decide
from vyrai.law._programs import Programs, topic
from vyrai.law.finding import Finding
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Env, irredundant
from vyrai.rules._intervals import OPPOSITE


class Reasons:
    """The reasons of one verdict, found when asked for; most of what is decided nobody asks about."""

    def __init__(
        self,
        programs: Programs,
        asked: _decide.Outline,
        parts: dict[_decide.Asked, _decide.Part],
        env: Env,
        whole: _decide.Part,
    ) -> None:
        """`whole` is the verdict with the items that settled it, each once."""
        self._programs, self._asked, self._parts, self._env = programs, asked, parts, env
        self._whole = whole

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every requirement asked."""
        return tuple(self._found.values())

    @cached_property
    def blockers(self) -> tuple[Finding, ...]:
        """Every finding that keeps the route shut: of the family; of everybody where nobody passes."""
        asked, found = self._asked, self._found
        shut = [found[one] for one in asked.family if found[one].bits == SURELY_NOT]
        for group in ({who: asked.members[who] for who in asked.entering}, asked.applicants):
            failed = [
                [found[one] for one in ones if found[one].bits == SURELY_NOT] for ones in group.values()
            ]
            if group and all(failed):
                shut += [one for ones in failed for one in ones]
        return tuple(dict.fromkeys(shut))

    @cached_property
    def _found(self) -> dict[_decide.Asked, Finding]:
        return {one: self._finding(one, *part) for one, part in self._parts.items()}

    def _finding(self, asked: _decide.Asked, bits: int, items: tuple[str, ...]) -> Finding:
        items = tuple(dict.fromkeys(items))
        least = partial(self._least, asked, bits, items) if _tangled(asked, bits, items) else None
        return Finding(asked.program.requirement.id, asked.member, bits, items, least)

    def _least(self, asked: _decide.Asked, bits: int, items: tuple[str, ...]) -> tuple[str, ...]:
        about = _About(items)[asked.member]
        if not asked.program.sums and not _overlap(_reach(self._programs, asked, about, bits)):
            return items
        return irredundant(
            lambda other: _decide.decide_asked(self._programs, asked, other)[0], self._env, bits, items
        )

    def might_be(self, turns: Callable[[_decide.Asked], bool]) -> bool:
        """Whether the verdict need not be surely not met, were those requirements otherwise that may turn."""
        parts = {
            one: (UNKNOWN, ()) if part[0] == SURELY_NOT and turns(one) else part
            for one, part in self._parts.items()
        }
        return _decide.combine(self._asked, parts)[0] != SURELY_NOT

    @cached_property
    def support(self) -> tuple[str, ...]:
        """The items that settled the route, or fewer of them: none of them can be left out.

        Only parts that came out as the verdict did and could do so by these items are decided again.
        """
        asked, programs, (bits, items) = self._asked, self._programs, self._whole
        if len(items) < 2 and not any(one.program.sums for one in asked.all):
            return items
        fewer = self._smaller(bits)
        if fewer:
            items = tuple(dict.fromkeys(_decide.combine(asked, self._parts | fewer)[1]))
        about = _About(items)
        alike = {
            one: reads
            for one in asked.deciding
            if self._parts[one][0] == bits and (reads := _reach(programs, one, about[one.member], bits))
        }
        if _each_needed(asked, alike, bits):
            parts = self._parts | fewer
            foreign = {one: about[one.member] - set(map(topic, parts[one][1])) for one in alike}
            if _separate(alike, foreign):
                return items
        rest = {one: part if not part[1] else (UNKNOWN, ()) for one, part in self._parts.items()}

        def still(other: Env) -> int:
            again = {one: _decide.decide_asked(programs, one, other) for one in alike}
            return _decide.combine(asked, rest | again)[0]

        return irredundant(still, self._env, bits, items)

    def _smaller(self, bits: int) -> dict[_decide.Asked, _decide.Part]:
        """The parts that have more items than they need, with only those."""
        return {
            one: (bits, least)
            for one in self._asked.deciding
            if _tangled(one, *(part := self._parts[one])) and part[0] == bits
            if len(least := self._least(one, *part)) < len(part[1])
        }


def _tangled(asked: _decide.Asked, bits: int, items: tuple[str, ...]) -> bool:
    """Whether something could be left out of what was found of a requirement."""
    program = asked.program
    return bits != UNKNOWN and (program.sums or (len(items) > 1 and program.overlaps))


class _About(dict[str | None, set[str]]):
    """What items are about, seen from each member: `p.birth` and `members.birth`, `happened`, `fact:ID`."""

    def __init__(self, items: tuple[str, ...]) -> None:
        self._items, self._topics = items, set(map(topic, items))

    def __missing__(self, member: str | None) -> set[str]:
        found = self[member] = self._topics
        if member is not None:
            own = [f"p{topic(item)[7:]}" for item in self._items if item.startswith(f"{member}.")]
            found = self[member] = self._topics.union(own)
        return found


def _reach(programs: Programs, asked: _decide.Asked, topics: set[str], bits: int) -> list[frozenset[str]]:
    """What each atom reads that could take part in settling a requirement by these topics alone."""
    program, asides = asked.program, (*asked.unless, *asked.excluded)
    if not asides and not program.sums:
        return program.reach[0](topics, OPPOSITE[bits] if asked.sinks else bits) or []
    found: list[frozenset[str]] = []
    for one in (program, *map(programs.of, asides)):
        for of in one.reach:
            found += (of(topics, SURE) or []) + (of(topics, SURELY_NOT) or [])
    return found


def _overlap(reads: Iterable[frozenset[str]]) -> bool:
    """Whether two atoms share a topic."""
    seen: set[str] = set()
    for some in reads:
        if not seen.isdisjoint(some):
            return True
        seen |= some
    return False


def _separate(
    alike: dict[_decide.Asked, list[frozenset[str]]], foreign: dict[_decide.Asked, set[str]]
) -> bool:
    """Whether no item of one part could stand in for an item of another, or for another of its own.

    foreign: of each part what the items are about, without its own.
    """
    if any(one.program.sums or _overlap(reads) for one, reads in alike.items()):
        return False
    if len(alike) == 1:
        return True
    seen: set[str] = set()
    for one, reads in alike.items():
        whole = frozenset().union(*reads)
        single = {topic for topic in whole if ":" in topic or topic.startswith("family.")}
        if not single.isdisjoint(foreign[one]):  # by it the part may be settled without what is its own
            return False
        several = {  # a fact or an answer of the family is one item: nothing can stand in for it
            f"{one.member}{topic[1:]}" if topic.startswith("p.") else topic for topic in whole - single
        }
        if not seen.isdisjoint(several) or any(topic.startswith("members.") for topic in several):
            return False
        seen |= several
    return True


def _each_needed(asked: _decide.Outline, alike: Iterable[_decide.Asked], bits: int) -> bool:
    """Whether the verdict falls with any one of these parts, if no others can be settled."""
    those = set(alike)
    if len(those) == 1:
        return True
    entering = [those.intersection(asked.members[who]) for who in asked.entering]
    applying = [those.intersection(ones) for ones in asked.applicants.values()]
    if bits == SURE:
        return sum(map(bool, entering)) < 2 and sum(map(bool, applying)) < 2

    def falls(group: list[set[_decide.Asked]]) -> bool:
        return sum(map(len, group)) == len(those) == len(group)

    failed = [group for group in (entering, applying) if group and all(group)]
    return bool(failed) and all(map(falls, failed))
