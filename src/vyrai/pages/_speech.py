"""The words of a page: texts of the records, ids, codes, numbers, doors, in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from vyrai.choose.model import (
    Comparison,
    DoorNow,
    Language,
    Mark,
    Open,
    Question,
    Range,
    RightFrom,
    Row,
    Text,
)
from vyrai.pages import _terms

if TYPE_CHECKING:
    from vyrai.words import Words


WHOLE = 20
"""From here on numbers are said without a fraction."""


class Speech:
    """Says what the records of one comparison hold."""

    terms = _terms

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self.comparison = comparison
        self.words = words
        self._names = _named(comparison)
        self._asked = _asked(comparison)

    def said(self, text: Text | None, start: bool = False) -> Markup:
        """A text of the records, marked with its language if that is not the page's; `start`: a sentence."""
        if not text:
            return Markup("")
        said = self.words.text(text)
        words = escape(said[:1].upper() + said[1:] if start else said)
        if self.words.lang in text:
            return words
        return Markup('<span lang="{}">{}</span>').format("en" if "en" in text else min(text), words)

    def asked(self, one: Open) -> Markup:
        """What an unknown is about; where its own words are missing, those it has elsewhere."""
        said = one.text if _worded(one) else self._asked.get(one.item)
        return self.said(said, True) or escape(self.words("something unnamed"))

    def name(self, item: str) -> str:
        """The words for an id or code, or the id itself."""
        if item == "rent":
            return self.words("rent")
        if item.startswith("rate."):
            return self.words("an exchange rate")
        label = self.comparison.labels.get(item) or self._names.get(item)
        if label:
            return self.words.text(label)
        claims = self.comparison.sources.get(item)
        return self.words.text(claims[0].title or claims[0].statement) if claims else item

    def names(self, items: Iterable[str]) -> str:
        """Several ids in words, as one list."""
        return self.words.list([self.name(item) for item in items])

    def alias(self, alias: str) -> str:
        """A member, as the family calls it."""
        named = self.name(alias)
        return named if named != alias else alias[:1].upper() + alias[1:]

    def aliases(self, aliases: Iterable[str]) -> str:
        """Several members, as one list."""
        return self.words.list([self.alias(alias) for alias in aliases])

    def code(self, table: Mapping[str, str], code: str) -> str:
        """A code in words, out of one of the tables of terms."""
        return self.words(table[code]) if code in table else code

    def listed(self, texts: Iterable[Text]) -> str:
        """Several texts as one list."""
        return self.words.list([self.words.text(text) for text in texts])

    def listed_terms(self, names: Iterable[str]) -> str:
        """Names of columns as one list."""
        return self.words.list([self.code(_terms.METRICS, name) for name in names])

    def family(self) -> str:
        """Who the page is for: aliases, and the ages of children."""
        said = []
        for person in self.comparison.people:
            name = self.alias(person.alias)
            if person.group == "child" and person.age is not None and not self.blank(person.age):
                name = f"{name} ({self.words.span(person.age.lo, person.age.hi)})"
            said.append(name)
        return self.words.list(said)

    # -- numbers -------------------------------------------------------------------------------------------

    @staticmethod
    def blank(r: Range | None) -> bool:
        """Whether nothing is known of a number."""
        return r is None or (r.lo is None and r.hi is None) or (r.lo == 0 and r.hi is None)

    def range(self, r: Range | None) -> str:
        """A number in words."""
        return self.words("unknown") if r is None or self.blank(r) else self.words.range(rounded(r))

    def unit(self, r: Range) -> str:
        """The unit of a number."""
        return self.words.unit(r.unit)

    def when(self, right: RightFrom) -> str:
        """When a right opens, or that it does not."""
        w = self.words
        if right.state == "no":
            return w("stays closed")
        if self.blank(right.weeks):
            known = {"unknown": w("unknown"), "limited": w("opens in part, when is unknown")}
            return known.get(right.state, w("opens, when is unknown"))
        when = self.range(right.weeks)
        if right.weeks is not None and right.weeks.hi == 0:
            when = w("at once")
        if right.state == "unknown":
            return w("unknown; if it opens: {when}", when=when)
        return w("in part: {when}", when=when) if right.state == "limited" else when

    def span(self, begin: str | None, end: str | None) -> str:
        """From when to when."""
        w = self.words
        if begin and end:
            return w("{begin} to {end}", begin=w.date(begin), end=w.date(end))
        if begin:
            return w("since {date}", date=w.date(begin))
        return w("until {date}", date=w.date(end)) if end else w("date unknown")

    # -- doors, languages ----------------------------------------------------------------------------------

    def states(self, door: DoorNow) -> str:
        """The door in words: one state, or the several it may be in."""
        w = self.words
        if len(door.states) == 1:
            return self.code(_terms.DOORS, door.states[0])
        if not door.states:
            return w("door unknown")
        return w(
            "door unsure: {states}",
            states=w.list([self.code(_terms.DOORS_SHORT, one) for one in door.states]),
        )

    def door(self, row: Row) -> str:
        """The narrowest door of a chain."""
        for state in ("closed", "paused", "unknown", "narrow"):
            for link in row.chain:
                if state in link.door.states or (state == "unknown" and not link.door.states):
                    return self.states(link.door)
        return self.states(row.chain[0].door)

    def door_text(self, door: DoorNow) -> Markup:
        """What is said of a door."""
        return Markup(" ").join(self.said(text) for text in door.texts)

    def nearness(self, language: Language) -> str:
        """How near a language is to the nearest one that somebody speaks."""
        w = self.words
        near = w.text(language.nearest_title) if language.nearest_title else ""
        band = w.band(language.band)
        if language.band not in ("same_group", "same_family") or not near:
            return band
        return w("{band}; nearest: {language}", band=band, language=near)

    def chain(self, row: Row) -> Markup:
        """The links of a row, one after the other."""
        return Markup(" → ").join(self.said(link.title) for link in row.chain)

    def marked(self, mark: Mark) -> str:
        """What the family wrote beside a way, with what keeps it open and until when."""
        w = self.words
        said = [w.mark(mark.mark)]
        if mark.keeps_open:
            said.append(w("kept open by: {what}", what=mark.keeps_open))
        if mark.until:
            said.append(w("until {date}", date=w.date(mark.until)))
        if mark.stands:
            said.append(w("stands as it is until {date}", date=w.date(mark.stands)))
        return "; ".join(said)

    def asking(self, question: Question) -> str:
        """What the next question settles and costs, as sentences."""
        w, said = self.words, []
        if question.settles:
            said.append(
                w.plural(
                    "The answer would settle {n} way.", "The answer would settle {n} ways.", question.settles
                )
            )
        burden = w.burden(question.burden)
        said.append(burden[:1].upper() + burden[1:] + ".")
        if question.sensitive:
            said.append(w("It is sensitive: answer where nobody looks over your shoulder, or skip it."))
        if question.danger > 1:
            said.append(w("Finding out carries danger {n} of 4.", n=question.danger))
        return " ".join(said)

    def basis(self) -> str:
        """On which law and dates the page stands, as sentences."""
        w, basis = self.words, self.comparison.basis
        said = [w("This is the law of {date}.", date=w.date(basis.on))]
        if basis.known:
            said.append(w("It uses only what was known on {date}.", date=w.date(basis.known)))
        if basis.newest:
            said.append(w("The newest date that a verdict leans on is {date}.", date=w.date(basis.newest)))
        if basis.oldest:
            said.append(w("The oldest is {date}.", date=w.date(basis.oldest)))
        return " ".join(said)

    def reading(self) -> str:
        """How the page is to be read, as sentences."""
        w, said = self.words, []
        if self.comparison.people:
            said.append(w("For {people}.", people=self.family()))
        said.append(w("Law and practice on {date}.", date=w.date(self.comparison.basis.on)))
        said.append(w("The door of a way says whether anybody is let through now."))
        said.append(w("Countries stand in alphabetical order: there is no ranking."))
        said.append(w("Money counts fees, and rent until work is lawful: not food, travel or a deposit."))
        said.append(w("Ranges that overlap cannot be told apart with what is known."))
        return " ".join(said)


def rounded(r: Range) -> Range:
    """A number without the pennies and tenths that nobody can plan by."""
    lo, hi = (end if end is None or abs(end) < WHOLE else round(end) for end in (r.lo, r.hi))
    return Range(lo=lo, hi=hi, unit=r.unit, facts=r.facts)


def _named(comparison: Comparison) -> dict[str, Text]:
    """What the records themselves call routes, statuses and countries."""
    names: dict[str, Text] = {}
    links = [link for row in comparison.rows for link in row.chain]
    links += [*comparison.leaving, *(link for apart in comparison.also.values() for link in apart)]
    for link in links:
        names[link.route] = link.title
        if link.gives and link.gives_title:
            names[link.gives] = link.gives_title
    names.update({row.country: row.title for row in comparison.rows})
    return names


def _asked(comparison: Comparison) -> dict[str, Text]:
    """The words of each unknown that has some."""
    links = [link for row in comparison.rows for link in row.chain]
    links += [*comparison.leaving, *(link for apart in comparison.also.values() for link in apart)]
    every = [
        *(one for row in comparison.rows for one in row.open),
        *(one for link in links for one in link.open),
    ]
    return {one.item: one.text for one in every if _worded(one)}


def _worded(one: Open) -> bool:
    """Whether an unknown has words of its own, not its id in their place."""
    return bool(one.text) and one.label not in one.text.values()
