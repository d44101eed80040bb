"""What the templates ask for: words, chips of sources, what stands in a cell, pictures on common scales."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from markupsafe import Markup, escape

from vyrai.choose.model import (
    Comparison,
    DoorNow,
    Link,
    Open,
    Price,
    Range,
    RightFrom,
    Row,
    Shut,
    SourceOn,
)
from vyrai.pages import _draw
from vyrai.pages._sources import Cited, Sources
from vyrai.pages._telling import Telling

if TYPE_CHECKING:
    from vyrai.pages._places import Place
    from vyrai.words import Words

Column = Literal["safety", "work"]
"""Any work and the own profession stand on one scale."""
LONGEST = 34
"""Letters of a publisher on a chip; the list of sources has the whole name."""


class Pupil(NamedTuple):
    """One or more children for whom school opens alike."""

    names: tuple[str, ...]
    right: RightFrom


class Unmet(NamedTuple):
    """A condition that is not met, and of whom; of nobody: of the family as a whole."""

    shut: Shut
    names: tuple[str, ...]


class Asked(NamedTuple):
    """Something unknown, and the other members of whom it is unknown too."""

    open: Open
    also: tuple[str, ...]


class Desk(Telling):
    """One comparison in one language, while its page is drawn."""

    def __init__(self, comparison: Comparison, words: Words) -> None:
        super().__init__(comparison, words)
        self.sources = Sources(comparison.sources)
        self._told: dict[str, str] = {}
        self._anchors = _anchors(comparison)
        shown = [row for row in comparison.rows if row.way != "closed" and not row.later]
        weeks: dict[Column, list[Range | None]] = {
            "safety": [row.weeks_to_safety for row in shown],
            "work": [right.weeks for row in shown for right in (row.weeks_to_work, row.weeks_to_profession)],
        }
        self.tops: dict[Column, int] = {name: _draw.weeks_top(ranges) for name, ranges in weeks.items()}
        self.money = _draw.money_scale(row.money.spare for row in shown)

    # -- sources -------------------------------------------------------------------------------------------

    def cite(self, *facts: str | Iterable[str]) -> list[Cited]:
        """Chips for facts, given one by one or in groups."""
        flat: list[str] = []
        for fact in facts:
            flat.extend([fact] if isinstance(fact, str) else fact)
        return self.sources.cite(flat)

    def told_before(self, link: Link, here: str) -> str:
        """Where a route was told in full; empty the first time, which is then remembered."""
        before = self._told.setdefault(link.route, here)
        return "" if before == here else before

    @staticmethod
    def short(name: str, most: int = LONGEST) -> str:
        """A publisher's name as a chip holds it, or a title as the list of sources does."""
        if len(name) <= most:
            return name
        return name[:most].rsplit(" ", 1)[0].rstrip(" ,.;:(-/") + "…"

    def value(self, claim: SourceOn) -> str:
        """What a claim says in figures, if it does and its words do not say it already."""
        if claim.value is None or not re.search(r"\d", claim.value):
            return ""  # codes are for the engine
        bare = re.sub(r"[\s,]", "", self.words.text(claim.statement))
        if re.sub(r"[\s,]", "", claim.value) in bare:
            return ""
        return f"{claim.value} {self.words.unit(claim.unit)}".strip() if claim.unit else claim.value

    def right_facts(self, right: RightFrom) -> tuple[str, ...]:
        """What a right stands on; how long it takes too, if that is known."""
        weeks = () if right.weeks is None or self.blank(right.weeks) else right.weeks.facts
        return (*right.facts, *weeks)

    def link_facts(self, link: Link) -> tuple[str, ...]:
        """What the durations of a link stand on, as far as they are known."""
        ranges = [r for r in (link.weeks, link.lasts) if r is not None and not self.blank(r)]
        return tuple(fact for r in ranges for fact in r.facts)

    # -- what stands where ---------------------------------------------------------------------------------

    def anchor(self, row: Row) -> str:
        """The place of a row on the page: its country, and which of the country's rows it is."""
        return self._anchors[tuple(link.route for link in row.chain)]

    @staticmethod
    def sign(row: Row) -> str:
        """The symbol of a row: a head where a person decides, a half-open door, else that of its group."""
        if row.way != "perhaps":
            return {"open": "met", "closed": "not"}[row.way]
        if any(link.door.states == ("narrow",) for link in row.chain):
            return "nar"
        asked = [o.who for o in row.open] + [o.who for link in row.chain for o in link.open]
        return "judge" if asked and all(who == "person" for who in asked) else "unk"

    @staticmethod
    def hidden(record: Shut | Open) -> bool:
        """Whether a record tells of a sensitive answer, which is not written. What nobody knows is none."""
        return record.sensitive and getattr(record, "reason", "") not in ("not_asked", "does_not_know")

    @staticmethod
    def open_of(row: Row) -> list[Open]:
        """Everything unknown about a row, each thing once."""
        every = [*row.open, *(o for link in row.chain for o in link.open)]
        return list({(o.item, o.reason): o for o in every}.values())

    @staticmethod
    def open_after(row: Row) -> list[Open]:
        """What is unknown of the links of a way to stay on; what its entry hangs on is told there."""
        return list({(o.item, o.reason): o for link in Desk.tail(row) for o in link.open}.values())

    def part(self, key: str) -> str:
        """The heading of a part of the sources: leaving, a country, or what holds anywhere."""
        if key == "leaving":
            return self.words("Leaving where you are")
        return self.name(key) if key else self.words("Anywhere")

    def merged(self, items: Iterable[Open]) -> list[Asked]:
        """The same question about several members once, with the others named."""
        found: dict[tuple[str, str], Asked] = {}
        for item in items:
            member, _, field = item.item.partition(".")
            of_member = member in self.comparison.labels and bool(field)
            key = (field if of_member else item.item, item.reason)
            if key not in found:
                found[key] = Asked(item, ())
            elif of_member:
                found[key] = Asked(found[key].open, (*found[key].also, self.alias(member)))
        return list(found.values())

    def shut_of(self, link: Link) -> list[Unmet]:
        """The conditions of a link that are not met, each once, with all of whom."""
        found: dict[str, Unmet] = {}
        for one in link.blockers:
            names = found[one.requirement].names if one.requirement in found else ()
            of = (self.alias(one.member),) if one.member else ()
            found[one.requirement] = Unmet(one, (*names, *of))
        return list(found.values())

    def wording(self, unmet: Unmet) -> Markup:
        """A condition that is not met, and of whom."""
        said = self.said(unmet.shut.wording) or escape(
            self.words("The status that this way builds on is not held.")
        )
        return Markup("{} ({})").format(said.rstrip("."), self.of(unmet.names)) if unmet.names else said

    @staticmethod
    def doors_of(row: Row) -> list[tuple[Link, DoorNow]]:
        """The links of a row whose door surely takes nobody, or nobody decides."""
        return [
            (link, link.door)
            for link in row.chain
            if link.door.states and set(link.door.states) <= {"closed", "paused"}
        ]

    @staticmethod
    def door_facts(row: Row) -> list[str]:
        """The facts of all doors of a chain."""
        return [fact for link in row.chain for fact in link.door.facts]

    @staticmethod
    def tail(row: Row) -> tuple[Link, ...]:
        """The links of a way to stay on that come after the entry."""
        return row.chain[1:] or row.chain

    def rent(self, row: Row) -> str:
        """The rents of a place that can be leaned on, from the least to the most; empty if there is none."""
        fresh = [price for price in row.rents if self.stands(price.fact)]
        if not fresh:
            return ""
        unit = fresh[0].value.unit
        rents = [price.value for price in fresh if price.value.unit == unit]
        lows = [r.lo for r in rents if r.lo is not None]
        highs = [r.hi for r in rents if r.hi is not None]
        whole = len(highs) == len(rents)
        return self.range(Range(lo=min(lows, default=None), hi=max(highs) if whole else None, unit=unit))

    def stands(self, fact: str) -> bool:
        """Whether a claim of a fact surely holds on the day, neither too old nor only shown."""
        return any(one.standing == "surely" for one in self.comparison.sources.get(fact, ()))

    def pupils(self, row: Row) -> list[Pupil]:
        """School for each child, children for whom it is alike together."""
        children = [person.alias for person in self.comparison.people if person.group == "child"]
        each = len(row.school) == len(children)
        groups: dict[tuple[object, ...], Pupil] = {}
        for number, right in enumerate(row.school):
            member = right.member or (children[number] if each else None)
            key = (right.state, right.status, right.weeks, str(right.note))
            names = groups[key].names if key in groups else ()
            groups[key] = Pupil((*names, self.alias(member)) if member else names, right)
        return list(groups.values())

    # -- pictures ------------------------------------------------------------------------------------------

    def weeks(self, r: Range | None, column: Column) -> tuple[_draw.Piece, ...]:
        """The bar of a column of weeks."""
        return _draw.timeline(r, self.tops[column])

    def balance(self, r: Range) -> _draw.Balance:
        """The bar of savings less what is needed."""
        return _draw.balance(r, self.money)

    def priced(self, place: Place, prices: Iterable[Price]) -> list[tuple[Price, tuple[_draw.Piece, ...]]]:
        """Prices with their bars: one scale for each unit of a place, rent and pay alike."""
        tops: dict[str, float] = {}
        for price in (*place.rents, *place.pays):
            ends = [float(end) for end in (price.value.lo, price.value.hi) if end is not None]
            tops[price.value.unit] = max([tops.get(price.value.unit, 0.0), *ends])
        return [(price, _draw.amount(price.value, (tops[price.value.unit] or 1) * 1.04)) for price in prices]

    pips = staticmethod(_draw.pips)


def _anchors(comparison: Comparison) -> dict[tuple[str, ...], str]:
    """A short place on the page for each row."""
    counts: dict[str, int] = {}
    found = {}
    for row in comparison.rows:
        country = row.country.lower()
        counts[country] = counts.get(country, 0) + 1
        found[tuple(link.route for link in row.chain)] = f"{country}-{counts[country]}"
    return found
