"""What the templates ask for: words, chips of sources, what stands in a cell, pictures on common scales."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from vyrai.choose.lands import Land
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
    Shut,
    SourceOn,
)
from vyrai.pages import _draw
from vyrai.pages._sources import BACK, ORDER, Cited, Sources
from vyrai.pages._telling import Telling

if TYPE_CHECKING:
    from vyrai.words import Words

LONGEST = 28
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
        self.top = _draw.weeks_top(
            row.weeks_to_safety for row in comparison.rows if row.way != "closed" and not row.later
        )

    def by_name(self, lands: Iterable[Land]) -> tuple[Land, ...]:
        """Open ones first, then perhaps, then closed; within each by the name on this page."""
        name = self.words.text
        return tuple(
            sorted(lands, key=lambda land: (RANK[land.way], name(land.title).casefold(), land.country))
        )

    # -- sources -------------------------------------------------------------------------------------------

    def cite(self, *facts: str | Iterable[str]) -> list[Cited]:
        """Chips for facts, given one by one or in groups."""
        flat: list[str] = []
        for fact in facts:
            flat.extend([fact] if isinstance(fact, str) else fact)
        return self.sources.cite(flat)

    @staticmethod
    def back(cited: Cited) -> str:
        """Where the ways back to the places that lean on a fact are put in once the page is drawn."""
        return f"{BACK}{cited.number}{BACK}"

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

    def counting(self, facts: Iterable[str], most: int) -> tuple[list[str], int]:
        """The facts to be told, those that hold on the day first, and how many are left out."""
        known = [fact for fact in dict.fromkeys(facts) if self.comparison.sources.get(fact)]
        ranks = {fact: ORDER.index(self.sources.claims(fact)[0].standing) for fact in known}
        listed = sorted(known, key=lambda fact: ranks[fact])
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

    def anchor(self, row: Row) -> str:
        """The place of a row on the page: its country, and which of the country's rows it is."""
        return self._anchors[tuple(link.route for link in row.chain)]

    def in_the_way(self, row: Row) -> str:
        """What keeps a way from being open: what is not met, whom the door does not take, what is unknown."""
        shut = [link for link in row.chain if link.blockers]
        barred = [link for link in row.chain if link.door.states in (("closed",), ("paused",))]
        if shut or barred:
            return self.barring((shut or barred)[0])
        every = self.merged(self.open_of(row))
        if every:
            return self._things(every)
        unsure = [link for link in row.chain if link.door.states != ("open",)]
        return self.barring(unsure[0]) if unsure else self.words("nothing that we know of")

    def barring(self, link: Link) -> str:
        """The one thing that keeps a route from being open."""
        w = self.words
        for shut in self.shut_of(link):
            hidden = self.hidden(shut.shut)
            return (
                w("something that rests on a sensitive answer")
                if hidden
                else str(self.wording(shut).striptags())
            )
        if link.open and link.door.states != ("closed",):
            return self._things(self.merged(link.open))
        return w.doorway(link.door.states, link.door.whom)

    def _things(self, every: list[Asked]) -> str:
        w = self.words
        things = w.plural("{n} thing is unknown", "{n} things are unknown", len(every))
        return w("{things}, first: {what}", things=things, what=self.unknown(every[0].open))

    def doors(self, row: Row) -> str:
        """The narrowest door of a chain."""
        for state in ("closed", "paused", "unknown", "narrow"):
            for link in row.chain:
                if state in link.door.states or (state == "unknown" and not link.door.states):
                    return self.words.door(link.door.states)
        return self.words.door(row.chain[0].door.states)

    @staticmethod
    def open_after(row: Row) -> list[Open]:
        """What is unknown of the links of a way to stay on; what its entry hangs on is told there."""
        return list({(o.item, o.reason): o for link in Desk.tail(row) for o in link.open}.values())

    def part(self, key: str) -> str:
        """The heading of a part of the sources: leaving, dangers, a country, or what holds anywhere."""
        if key == "leaving":
            return self.words("Leaving where you are")
        if key == "risks":
            return self.words("What can go wrong, and who would learn of you")
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
    def barred(row: Row) -> list[tuple[Link, DoorNow]]:
        """The links of a row whose door surely takes nobody, or nobody decides."""
        shut = {"closed", "paused"}
        return [(link, link.door) for link in row.chain if link.door.states and set(link.door.states) <= shut]

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

    # -- pictures ------------------------------------------------------------------------------------------

    def weeks(self, r: Range | None) -> tuple[_draw.Piece, ...]:
        """The bar of weeks, on one scale for all ways."""
        return _draw.timeline(r, self.top)

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
