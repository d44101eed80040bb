"""The comparison by country: each once, by its best way; and whom to ask there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from vyrai.choose.model import RANK, Comparison, Link, Row, Text, Way

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
                best=min(ways_in or rows, key=_left),
                entries=tuple(sorted((row for row in ways_in if row.way != "closed"), key=_left)),
                closed=tuple(row for row in ways_in if row.way == "closed"),
                later=tuple(row for row in rows if row.later),
            )
        )
    return tuple(sorted(found, key=lambda land: (land.title["en"], land.country)))


def _left(row: Row) -> tuple[bool, int, bool, int, int, int, int]:
    """How far a way is from open: great danger, doors not known to take anybody, work not known to open, then
    what is not met and what is unknown.
    """
    counts = [link.conditions for link in row.chain]
    not_met, unknown = sum(one.not_met for one in counts), sum(one.unknown for one in counts)
    great = (row.danger_way.level.lo or 0) >= GREAT
    doors = sum(link.door.states not in (("open",), ("narrow",)) for link in row.chain)
    work = {"yes": 0, "limited": 0, "unknown": 1, "no": 2}[row.weeks_to_work.state]
    return bool(row.red_lines), RANK[row.way], great, doors, work, not_met, unknown


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
