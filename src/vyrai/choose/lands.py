"""The comparison by country: each once, by its best way; what it hangs on; and whom to ask there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from vyrai.choose.model import RANK, Comparison, Link, Open, Price, RightFrom, Row, Text, Way
from vyrai.law.chain import PROTECTION

Keeper = Literal["you", "person", "sources"]
KEEPERS: tuple[Keeper, ...] = ("you", "person", "sources")
"""Who keeps a way that is perhaps open from being decided: nobody but the family; also a person, a later day
or a door that takes only some; also the sources, which do not say.
"""
VISITS = frozenset({"visa", "visa-free"})
"""Kinds of routes on which a consul or a border officer asks what somebody comes for."""
GREAT = 3
"""From this level on a way is best only where there is no other."""


class Land(NamedTuple):
    """A country: its best way in; `entries`: those with the least in the way first; `later`: to stay on."""

    country: str
    title: Text
    best: Row
    entries: tuple[Row, ...]
    closed: tuple[Row, ...]
    later: tuple[Row, ...]

    @property
    def way(self) -> Way:
        """Open, perhaps or closed, by the best way."""
        return self.best.way

    @property
    def keeper(self) -> Keeper:
        """What the best way hangs on."""
        return keeper(self.best)


def lands(comparison: Comparison) -> tuple[Land, ...]:
    """Every country in the order of the comparison's rows by its name; what crosses no red line is best."""
    by_country: dict[str, list[Row]] = {}
    for row in comparison.rows:
        by_country.setdefault(row.country, []).append(row)
    found = []
    for country, rows in by_country.items():
        ways_in = [row for row in rows if not row.later]
        found.append(
            Land(
                country=country,
                title=rows[0].title,
                best=min(ways_in or rows, key=lambda row: (left_of(row), not row.months)),
                entries=tuple(sorted((row for row in ways_in if row.way != "closed"), key=left_of)),
                closed=tuple(row for row in ways_in if row.way == "closed"),
                later=tuple(row for row in rows if row.later),
            )
        )
    return tuple(sorted(found, key=lambda land: (land.title["en"], land.country)))


def keeper(row: Row) -> Keeper:
    """Whether answers and papers of the family alone could settle a way, or whoever else is needed."""
    who = {one.who for one in open_of(row)}
    doors = {state for link in row.chain for state in link.door.states}
    if "atlas" in who or "unknown" in doors:
        return "sources"
    alone = who <= {"family"} and doors <= {"open"} and not any(link.left_out for link in row.chain)
    return "you" if alone else "person"


def open_of(row: Row) -> tuple[Open, ...]:
    """Everything unknown about a way, each thing once."""
    every = (*row.open, *(one for link in row.chain for one in link.open))
    return tuple({(one.item, one.reason): one for one in every}.values())


def sums_of(row: Row) -> tuple[Price, ...]:
    """The sums that the conditions of a way name, each once."""
    every = [one for link in row.chain for one in link.sums]
    return tuple(one for place, one in enumerate(every) if one not in every[:place])


def asks_after_entering(chain: Iterable[Link]) -> frozenset[str]:
    """The routes of a chain by which one comes in as a visitor, and of protection that is asked for then."""
    visits: set[str] = set()
    found: set[str] = set()
    for link in chain:
        if link.kind in VISITS:
            visits.add(link.route)
        elif link.kind == PROTECTION and visits:
            found |= visits | {link.route}
    return frozenset(found)


class Thought(NamedTuple):
    """The children with needs, how many countries are not closed, and of how many what is known for them."""

    children: tuple[str, ...]
    all: int
    known: dict[str, int]


def thought(comparison: Comparison) -> Thought | None:
    """What is known for the children with needs by the best way of each country; None if there is none."""
    children = tuple(one.alias for one in comparison.people if one.group == "child" and one.needs)
    live = [land.best for land in lands(comparison) if land.way != "closed"]
    if not children or not live:
        return None
    known: dict[str, int] = {}
    for row in live:
        for right, state in {one.right: one.state for one in for_child(row, children)}.items():
            known[right] = known.get(right, 0) + (state != "unknown")
    return Thought(children, len(live), known)


def for_child(row: Row, children: Iterable[str]) -> tuple[RightFrom, ...]:
    """What a way opens for children with needs: school for each, then care."""
    asked = set(children)
    return (*(one for one in row.school if one.member in asked), *row.care)


def least_in_the_way(rows: Sequence[Row]) -> int:
    """The place of the way in with the least in the way; of ways to stay on only where there is no other."""
    first = [place for place, row in enumerate(rows) if not row.later] or range(len(rows))
    return min(first, key=lambda place: left_of(rows[place]))


def left_of(row: Row) -> tuple[bool, int, bool, int, int, bool, int, int]:
    """How far a way is from open: great danger, doors not known to take anybody, work not known to open, a
    visa for a visit from which somebody means to ask for protection, then what is not met and what is
    unknown.
    """
    counts = [link.conditions for link in row.chain]
    not_met, unknown = sum(one.not_met for one in counts), sum(one.unknown for one in counts)
    great = (row.danger_way.level.lo or 0) >= GREAT
    asked = asks_after_entering(row.chain)
    visit = any(link.kind == "visa" and link.route in asked for link in row.chain)
    doors = sum(link.door.states not in (("open",), ("narrow",)) for link in row.chain)
    work = {"yes": 0, "limited": 0, "unknown": 1, "no": 2}[row.weeks_to_work.state]
    return bool(row.red_lines), RANK[row.way], great, doors, work, visit, not_met, unknown


def contacts(comparison: Comparison) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Whom to ask, by country; `""` is where the family is now. Countries that are closed are left out.

    Those who stand beside the most ways come first: a lawyer before the office of one profession.
    """
    found = [("", _asked(link for link in comparison.leaving))]
    for land in lands(comparison):
        rows = [row for row in (*land.entries, *land.later) if row.way != "closed"]
        links = [link for row in rows for link in row.chain]
        if rows:
            found.append((land.country, _asked([*links, *comparison.also.get(land.country, ())])))
    return tuple(found)


def _asked(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(fact for fact, _ in Counter(fact for link in links for fact in link.contacts).most_common())
