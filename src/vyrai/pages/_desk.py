"""What the templates ask for: words, chips of sources, what stands in a cell, pictures on common scales."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import UNSET

from vyrai.belong import Score
from vyrai.choose.lands import Land, asks_after_entering, open_of
from vyrai.choose.model import (
    RANK,
    Comparison,
    Danger,
    DoorNow,
    EventOn,
    Link,
    Open,
    Price,
    Range,
    RightFrom,
    Row,
    SourceOn,
)
from vyrai.pages import _draw
from vyrai.pages._asking import Asking
from vyrai.pages._face import Face, dated, face
from vyrai.pages._frame import Frame
from vyrai.pages._sources import BACK, ORDER, Cited, Sources
from vyrai.words.belonging import briefly
from vyrai.words.parting import crossings
from vyrai.words.planning import as_planned

if TYPE_CHECKING:
    from vyrai.words import Words

FULL = {6: 3, 10: 2}
"""Up to how many countries how many ways into each are told in full; further ones in a few lines."""


class Pupil(NamedTuple):
    """One or more children for whom school opens alike."""

    names: tuple[str, ...]
    right: RightFrom


class Desk(Asking):
    """One comparison in one language, while its page is drawn."""

    def __init__(self, comparison: Comparison, words: Words, frame: Frame | None = None) -> None:
        super().__init__(comparison, words)
        self.frame = frame
        self.sources = Sources(comparison.sources)
        self._told: dict[str, str] = {}
        self.drawn: dict[str, tuple[str, ...]] = {}
        self._asked_of: set[tuple[str, str, str]] = set()
        self._warned: set[str] = set()
        self._said: set[str] = set()
        self._anchors = _anchors(comparison)
        self.top = _draw.weeks_top(
            row.weeks_to_safety for row in comparison.rows if row.way != "closed" and not row.later
        )

    open_of = staticmethod(open_of)

    @staticmethod
    def full(countries: int) -> int:
        """How many ways into each country are told in full, the fewer the more countries there are."""
        return next((ways for most, ways in FULL.items() if countries <= most), 1)

    def by_name(self, lands: Iterable[Land]) -> tuple[Land, ...]:
        """Open ones first, then perhaps, then closed; within each by the name on this page."""
        name = self.words.text
        return tuple(
            sorted(lands, key=lambda land: (RANK[land.way], self.words.order(name(land.title)), land.country))
        )

    # -- sources -------------------------------------------------------------------------------------------

    def cite(self, *facts: str | Iterable[str]) -> list[Cited]:
        """Chips for facts, given one by one or in groups."""
        flat: list[str] = []
        for fact in facts:
            flat.extend([fact] if isinstance(fact, str) else fact)
        return self.sources.cite(flat)

    def sum_facts(self, price: Price) -> list[Cited]:
        """The chip of a sum: of the claims of its fact the first that names it."""
        unit = price.value.unit
        return [
            one._replace(claims=tuple(sorted(one.claims, key=lambda claim: claim.unit != unit)))
            for one in self.cite(price.fact)
        ]

    @staticmethod
    def back(cited: Cited) -> str:
        """Where the ways back to the places that lean on a fact are put in once the page is drawn."""
        return f"{BACK}{cited.number}{BACK}"

    def crossings(self, of: Row | Link) -> list[tuple[bool, str]]:
        """The red lines that a way or a link of it crosses: whether surely, and in words."""
        names = {name: self.words.text(text) for name, text in self.comparison.labels.items()}
        return crossings(self.words, of.crosses or (), names)

    def told_before(self, link: Link, here: str) -> str:
        """Where a route was told in full; empty the first time, which is then remembered."""
        before = self._told.setdefault(link.route, here)
        return "" if before == here else before

    def first_asked(self, one: Open, country: str) -> bool:
        """Whether an unknown is told for the first time under a country; from now on it is not."""
        key = (country, one.item, one.reason)
        new = key not in self._asked_of
        self._asked_of.add(key)
        return new

    def warns(self, row: Row) -> bool:
        """Whether a way is the first of its country that comes in as a visitor, then asks for protection."""
        if row.country in self._warned or not asks_after_entering(row.chain):
            return False
        self._warned.add(row.country)
        return True

    @property
    def warned_first(self) -> bool:
        """Whether so far only one country is warned of, so that the warning stands there in full."""
        return len(self._warned) == 1

    def first_time(self, what: str) -> bool:
        """Whether something is said for the first time on the page; from now on it is not."""
        new = what not in self._said
        self._said.add(what)
        return new

    def warns_of(self, route: str) -> bool:
        """Whether a route is part of a way that comes in as a visitor and then asks for protection."""
        return any(route in asks_after_entering(row.chain) for row in self.comparison.rows)

    @staticmethod
    def _first(land: Land, row: Row, column: str) -> Row:
        """The first way into a country of which a column says the same; at the latest the way itself."""
        said = getattr(row, column)
        return next(
            other for other in land.entries if other is row or (said and getattr(other, column) == said)
        )

    def own(self, land: Land, row: Row) -> list[str]:
        """The columns in which a way is not like one before it."""
        return [column for column in self.terms.COLUMNS if self._first(land, row, column) is row]

    def alike(self, land: Land, row: Row) -> list[tuple[Row, str]]:
        """Ways before this one that are like it, and in what."""
        found: dict[str, tuple[Row, list[str]]] = {}
        for column, name in self.terms.COLUMNS.items():
            other = self._first(land, row, column)
            if other is not row:
                found.setdefault(self.anchor(other), (other, []))[1].append(self.words(name))
        return [(other, self.words.list(names)) for other, names in found.values()]

    def face(self, cited: Cited, further: int) -> Face:
        """What a chip says of the claim that counts; further: numbers of facts beside it."""
        claim = self._known(cited.claim)
        kind = self.code(self.terms.KINDS, claim.kind)
        return face(self.words, claim, " · ".join([kind, *self.flags(cited)]), further)

    def dated(self, claim: SourceOn) -> str:
        """The day of a source; of one without a date, when it was read."""
        return dated(self.words, self._known(claim))

    def _known(self, claim: SourceOn) -> SourceOn:
        """On the page that is one file there is less room: it names no law and no day of reading."""
        if self.frame is not None:
            return claim
        return msgspec.structs.replace(claim, act=UNSET, article=UNSET, read=UNSET)

    def flags(self, cited: Cited) -> list[str]:
        """What a chip warns of: an old source, and how many others count beside it."""
        w, rivals = self.words, cited.rivals
        old = [w("over a year old")] if cited.claim.old else []
        return [*old, *([w.plural("{n} other source", "{n} other sources", rivals)] if rivals else [])]

    def counting(self, facts: Iterable[str], most: int) -> tuple[list[str], int]:
        """The facts to be told, those that hold on the day first, and how many are left out."""
        known = [fact for fact in dict.fromkeys(facts) if self.comparison.sources.get(fact)]
        ranks = {fact: ORDER.index(self.sources.claims(fact)[0].standing) for fact in known}
        latest = sorted(known, key=lambda fact: self.sources.claims(fact)[0].as_of, reverse=True)
        listed = sorted(latest, key=lambda fact: ranks[fact])
        return listed[:most], len(listed[most:])

    def value(self, claim: SourceOn) -> str:
        """What a claim says in figures, if it does and its words do not say it already."""
        if claim.value is None or not re.search(r"\d", claim.value):
            return ""  # codes are for the engine
        bare = re.sub(r"[\s,]", "", self.words.text(claim.statement))
        if re.sub(r"[\s,]", "", claim.value) in bare:
            return ""
        return self.words.figure(claim.value, claim.unit)

    def right_facts(self, right: RightFrom) -> tuple[str, ...]:
        """What a right stands on; how long it takes too, if that is known."""
        weeks = () if right.weeks is None or self.blank(right.weeks) else right.weeks.facts
        return (*right.facts, *weeks)

    def link_facts(self, link: Link) -> tuple[str, ...]:
        """What the durations of a link stand on, as far as they are known."""
        ranges = [r for r in (link.weeks, link.lasts) if r is not None and not self.blank(r)]
        return tuple(fact for r in ranges for fact in r.facts)

    # -- what stands where ---------------------------------------------------------------------------------

    def land(self, country: str) -> str:
        """Where a country is told in full: further down on the one page, else on a screen of its own."""
        return f"#land-{country.lower()}" if self.frame is None else self.frame.to("place", country)

    @property
    def asks(self) -> str:
        """Where the next question is asked."""
        if self.frame is None or self.comparison.next is None:
            return "#next"
        return self.frame.to("ask", q=self.comparison.next.item)

    def anchor(self, row: Row) -> str:
        """The place of a row on the page: its country, and which of the country's rows it is."""
        return self._anchors[tuple(link.route for link in row.chain)]

    def doors(self, row: Row) -> str:
        """The narrowest door of a chain."""
        for state in ("closed", "paused", "unknown", "narrow"):
            for link in row.chain:
                if state in link.door.states or (state == "unknown" and not link.door.states):
                    return self.words.door(link.door.states)
        return self.words.door(row.chain[0].door.states)

    def part(self, key: str) -> str:
        """The heading of a part of the sources: leaving, dangers, a country, or what holds anywhere."""
        if key == "leaving":
            return self.words("Leaving where you are")
        if key == "risks":
            return self.words("What can go wrong, and who would learn of you")
        return self.name(key) if key else self.words("Anywhere")

    @staticmethod
    def barred(row: Row) -> list[tuple[Link, DoorNow]]:
        """The links of a row whose door surely takes nobody, or nobody decides."""
        shut = {"closed", "paused"}
        return [(link, link.door) for link in row.chain if link.door.states and set(link.door.states) <= shut]

    @staticmethod
    def door_facts(row: Row) -> list[str]:
        """The facts of all doors of a chain."""
        return [fact for link in row.chain for fact in link.door.facts]

    @staticmethod
    def tail(row: Row) -> tuple[Link, ...]:
        """The links of a way to stay on that come after the entry."""
        return row.chain[1:] or row.chain

    def feared_at(self, danger: Danger) -> list[str]:
        """The facts on the steps of a way; what holds of the whole country stands in the list of dangers."""
        steps = {fact for one in self.comparison.perils for fact in one.facts}
        return [fact for fact in danger.facts if fact in steps]

    def latest(self, events: Iterable[str], most: int) -> list[EventOn]:
        """The latest events of a place, in the order in which they came."""
        known = [self.comparison.events[one] for one in events if one in self.comparison.events]
        return sorted(known, key=lambda one: one.begin or "")[-most:]

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

    def priced(self, prices: Iterable[Price], most: int) -> tuple[list[Price], int]:
        """Prices that can be leaned on, and how many are left out."""
        every = list(prices)
        fresh = [price for price in every if self.stands(price.fact)][:most]
        return fresh, len(every) - len(fresh)

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

    def first_months(self, scores: Iterable[Score]) -> str:
        """What a child with needs has of each kind of support in the months after arrival."""
        every = list(scores)
        titles = {one.kind: self.name(f"kind:{one.kind}") for one in every}
        return " ".join(briefly(self.words, every, titles))

    # -- pictures ------------------------------------------------------------------------------------------

    def as_planned(self, row: Row) -> str:
        """What a plan says of a way beyond the weeks that are known."""
        return as_planned(self.words, row.planned, row.weeks_to_safety.lo)

    def weeks(self, r: Range | None) -> tuple[_draw.Piece, ...]:
        """The bar of weeks, on one scale for all ways."""
        return _draw.timeline(r, self.top)

    def pips(self, r: Range) -> str:
        """The name of the four pips of a danger; each row of pips that is used is drawn once."""
        pips = _draw.pips(r)
        name = "p-" + "".join(pip[0] for pip in pips)
        self.drawn[name] = pips
        return name


def _anchors(comparison: Comparison) -> dict[tuple[str, ...], str]:
    """A short place on the page for each row."""
    counts: dict[str, int] = {}
    found = {}
    for row in comparison.rows:
        country = row.country.lower()
        counts[country] = counts.get(country, 0) + 1
        found[tuple(link.route for link in row.chain)] = f"{country}-{counts[country]}"
    return found
