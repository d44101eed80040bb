"""The words of a page: texts of the records, ids, codes, numbers, doors, in the language of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from vyrai.choose.lands import thought
from vyrai.choose.model import (
    Comparison,
    DoorNow,
    EventOn,
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


_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
WHOLE = 20
"""From here on numbers are said without a fraction."""


class Speech:
    """Says what the records of one comparison hold."""

    terms = _terms

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self.comparison = comparison
        self.words = words
        self.thought = thought(comparison)
        self._names = _named(comparison)
        self._asked = _asked(comparison)

    def said(self, text: Text | None, start: bool = False) -> Markup:
        """A text of the records, marked with its language if that is not the page's; `start`: a sentence."""
        if not text:
            return Markup("")
        said = _DAY.sub(lambda day: self.words.date(day[0]), self.words.text(text))
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

    def range(self, r: Range | None, bare: bool = False) -> str:
        """A number in words; `bare`: its unit stands beside it."""
        if r is None or self.blank(r):
            return self.words("unknown")
        return self.words.span(rounded(r).lo, rounded(r).hi) if bare else self.words.range(rounded(r))

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

    def span(self, event: EventOn) -> str:
        """From when to when; an end that nobody found is said to be unknown, and never looks like an end."""
        w = self.words
        begin, end = w.within(event.begin), w.within(event.end)
        if event.begin and event.end:
            return w("{begin} to {end}", begin=begin, end=end)
        if event.end:
            return w("until {date}", date=end)
        said = w("since {date}", date=begin) if event.begin else w("date unknown")
        if event.seen:
            said = w(
                "{since}; still so on {date}, an end was not found", since=said, date=w.within(event.seen)
            )
        return said

    # -- doors, languages ----------------------------------------------------------------------------------

    def door(self, door: DoorNow) -> str:
        """Whether the door takes people, and whom."""
        said = self.words.door(door.states, door.whom)
        why = "" if door.why is None else self.words.reason(door.why)
        return f"{said} ({why})" if why else said

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

    def marked(self, mark: Mark, way: str = "") -> str:
        """What the family wrote beside a way, with what keeps it open; no day ends a perhaps."""
        w = self.words
        said = [w.mark(mark.mark)]
        if mark.keeps_open:
            said.append(w("kept open, in your words, by “{what}”", what=mark.keeps_open))
        if mark.until:
            said.append(w("until {date}", date=w.date(mark.until)))
        if mark.stands and way != "perhaps":
            said.append(w("this answer surely holds until {date}", date=w.date(mark.stands)))
        return "; ".join(said)

    def what(self) -> str:
        """What the page is, and who is who on it."""
        w = self.words
        said = w("Lawful ways on {date}.", date=w.date(self.comparison.basis.on))
        grown = [self.alias(person.alias) for person in self.comparison.people if person.group == "adult"]
        if len(grown) == 1:
            return f"{said} {w('Birds stand for your names: you are {name}.', name=grown[0])}"
        if not grown:
            return said
        return f"{said} {w('Birds stand for your names: the adults are {names}.', names=w.list(grown))}"

    def question(self, question: Question) -> str:
        """What is asked; of several members, about each of them."""
        return each(self.words, self.words.text(question.text), question.label if question.also else "")

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
        if basis.old:
            said.append(w.not_new(basis.decisive, len(basis.old)))
        if w.lang != "en":
            said.append(w("Nobody who grew up with this language has read the translation yet."))
        return " ".join(said)


def each(words: Words, said: str, label: str) -> str:
    """A question about one member asked about each; `label` is of that member, empty: it stays as it is."""
    alias = label.partition(".")[0]
    if not alias:
        return said
    if alias not in said:
        return words("For each of you: {question}", question=said)
    asked = said.replace(alias, words("each of you"))
    return asked[:1].upper() + asked[1:]


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
