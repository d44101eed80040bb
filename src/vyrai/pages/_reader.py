"""The words of the pages that ask nobody anything: texts, names, values and times of the atlas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from markupsafe import Markup, escape

from vyrai.choose.model import EventOn, SourceOn, Text
from vyrai.pages import _naming as naming
from vyrai.pages import _terms
from vyrai.pages._face import Face, dated, face, short
from vyrai.pages._library import DOORS, FactOn, Library, Said, Used
from vyrai.pages._recipes import ANYWHERE
from vyrai.world import Country, Route, Span

if TYPE_CHECKING:
    from vyrai.words import Words

T = TypeVar("T")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


class Bar(NamedTuple):
    """A part of a picture: its class, where it lies and how wide it is, in per cent."""

    kind: str
    x: str
    width: str


class Reader:
    """Says what a library holds, in one language."""

    terms, names = _terms, naming

    def __init__(self, library: Library, words: Words) -> None:
        self.library, self.atlas, self.words = library, library.atlas, words

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """Something made once for this language."""
        return self.library.once((self.words.lang, key), make)

    # -- texts and names -----------------------------------------------------------------------------------

    def said(self, text: str | Text | None, start: bool = False) -> Markup:
        """A text of the atlas, marked with its language if that is not the page's; `start`: a heading."""
        if not text:
            return Markup("")
        if isinstance(text, str):
            text = {"en": text}
        words = self.words.text(text)
        lang = next((code for code in (self.words.lang, "en", *text) if text.get(code) == words), "")
        words = words[:1].upper() + words[1:] if start else words
        told = escape(_DAY.sub(lambda day: self.words.date(day[0]), words))
        return told if lang == self.words.lang else Markup('<span lang="{}">{}</span>').format(lang, told)

    def country(self, code: str) -> str:
        """A country by name; none at all is anywhere."""
        if not code:
            return self.words("Anywhere")
        found = next((one for one in self.library.countries if one.id == code), None)
        return self.words.text(found.title) if found else code

    def place(self, key: str) -> str:
        """The country of a page of papers by name."""
        return self.country("" if key == ANYWHERE else key)

    @property
    def countries(self) -> list[Country]:
        """All countries, in the order of their names in this language."""
        return self.once(
            "countries",
            lambda: sorted(self.library.countries, key=lambda one: self.words.order(self.country(one.id))),
        )

    def routes(self, routes: Iterable[Route]) -> list[Route]:
        """Routes in the order of their names in this language."""
        return sorted(routes, key=lambda one: (self.words.order(self.words.text(one.title)), one.id))

    def kinds(self, routes: Iterable[Route]) -> list[tuple[str, list[Route]]]:
        """Routes by kind, as a heading; entries first."""
        every = self.routes(routes)
        known = [*naming.KINDS, *sorted({one.kind for one in every} - set(naming.KINDS))]
        groups = [(kind, [one for one in every if one.kind == kind]) for kind in known]
        return [(self.code(naming.KINDS, kind), listed) for kind, listed in groups if listed]

    def code(self, table: dict[str, str], code: str) -> str:
        """A code in words, out of one of the tables of names."""
        return self.words(table[code]) if code in table else code

    def coded(self, codes: str, code: str) -> str:
        """A code in the words of the atlas."""
        return self.words.text(self.library.title(codes, code)) or code

    def right(self, code: str) -> str:
        """A right by name."""
        found = next((one.title for one in self.atlas.rights if one.id == code), None)
        return self.words.text(found) or self.coded("rights", code)

    def language(self, code: str) -> str:
        """A language by name."""
        found = next((one.title for one in self.atlas.languages if one.id == code), None)
        return self.words.text(found) or self.coded("languages", code)

    def topic(self, code: str) -> str:
        """A topic of facts by name."""
        return self.coded("topics", code)

    def shelf(self, name: str) -> tuple[str, str, str]:
        """The country (empty: none) and topic of a shelf, and which part of them it holds, if not all."""
        fact = self.atlas.fact(self.library.shelved[name][0])
        head = name.split("-")
        part = head[-1] if head[-1].isdigit() and len(head) > 1 else ""
        more = f"{name.removesuffix(f'-{part}') if part else name}-2" in self.library.shelved
        return fact.folder, fact.topic, (part or "1") if more else ""

    # -- doors ---------------------------------------------------------------------------------------------

    def state(self, state: str) -> str:
        """The state of a door in one word."""
        return self.code(naming.DOORS, state)

    def door(self, route: Route) -> str:
        """Whether the door takes people today, and whom."""
        found = self.library.door(route)
        whom = [one.narrow_for for one in found.doors if one.narrow_for]
        said = self.words.door(found.states, whom)
        return f"{said} ({self.words.reason(found.why)})" if found.why else said

    def counted(self, country: str) -> str:
        """How many doors of a country are in which state today."""
        w, doors = self.words, self.library.doors(country)
        said = {
            "open": w.plural("{n} open", "{n} open", doors["open"]),
            "narrow": w.plural("{n} narrow", "{n} narrow", doors["narrow"]),
            "paused": w.plural("{n} paused", "{n} paused", doors["paused"]),
            "closed": w.plural("{n} closed", "{n} closed", doors["closed"]),
            "unknown": w("{n} unknown", n=w.number(doors["unknown"])),
        }
        return ", ".join(said[state] for state, n in doors.items() if n)

    def stack(self, country: str) -> list[Bar]:
        """The doors of a country as one bar, on one scale for all countries."""
        most = max((len(routes) for routes in self.library.routes.values()), default=1) or 1
        bars, at = [], 0.0
        for state in DOORS:
            width = self.library.doors(country)[state] / most * 100
            if width:
                bars.append(Bar(naming.MARKS[state], f"{at:.4g}", f"{width:.4g}"))
            at += width
        return bars

    # -- facts ---------------------------------------------------------------------------------------------

    def fact(self, name: str) -> FactOn:
        """A fact on the day."""
        return self.library.fact(name)

    def facts(self, names: Iterable[str]) -> list[FactOn]:
        """Facts, each once."""
        return [self.library.fact(name) for name in dict.fromkeys(names)]

    def cited(self, names: Iterable[str]) -> list[tuple[FactOn, list[FactOn]]]:
        """Facts, those of one source of one day together."""
        groups: dict[tuple[str, str, str, bool], list[FactOn]] = {}
        for fact in self.facts(names):
            first = fact.said[0].on
            key = (first.kind, first.publisher, first.as_of, first.as_of_unknown)
            groups.setdefault(key, []).append(fact)
        return [(listed[0], listed[1:]) for listed in groups.values()]

    def value(self, one: Said) -> str:
        """The value of a claim in words and figures; empty if it has none."""
        kind = one.claim.value[0] if one.claim.value else ""
        written = one.on.value or ""
        match kind:
            case "yesno":
                return self.words("yes") if one.claim.value and one.claim.value[1] else self.words("no")
            case "number":
                return self.words.figure(written, one.on.unit)
            case "date":
                return self.words.date(written)
            case "code" | "codes" if one.on.unit:  # codes of no list are for the engine alone
                of = self.atlas.unit(one.on.unit).of or one.on.unit
                return self.words.list([self.coded(of, code) for code in written.split(", ")])
        return ""

    def figure(self, name: str) -> str:
        """What a fact says today in figures, all that may count; else that it is unknown, and why."""
        found = self.library.fact(name)
        if found.why is not None:
            return f"{self.words('unknown')} ({self.words.reason(found.why)})"
        return " / ".join(dict.fromkeys(self.value(one) for one in found.value))

    def time(self, one: Said) -> str:
        """When a claim is in force, or when it was observed."""
        if one.claim.valid is not None:
            return self.words.in_force(one.claim.valid)
        return self.words("observed {date}", date=self.words.days(*(one.claim.observed or one.claim.as_of)))

    def span(self, span: Span) -> str:
        """From when to when something holds."""
        return self.words.in_force(span)

    def dated(self, claim: SourceOn) -> str:
        """The day of a source; of one without a date, when it was read."""
        return dated(self.words, claim)

    short = staticmethod(short)

    def face(self, fact: FactOn, further: int) -> Face:
        """What a chip says of the first claim of a fact; further: facts of the same source beside it."""
        claim = fact.said[0].on
        return face(self.words, claim, " · ".join([self.kind(claim.kind), *self.flags(fact)]), further)

    def flags(self, fact: FactOn) -> list[str]:
        """What a chip warns of: an old source, and how many others say something of it."""
        w, others = self.words, len(fact.said) - 1
        old = [w("over a year old")] if fact.said[0].on.old else []
        return [*old, *([w.plural("{n} other source", "{n} other sources", others)] if others else [])]

    def kind(self, code: str) -> str:
        """The kind of a source, as a chip says it."""
        return self.code(_terms.KINDS, code)

    def scale(self, fact: FactOn) -> list[tuple[Said, Bar, str]]:
        """Claims with numbers of one unit on one scale, with their figures; none if there is but one."""
        every = [one for one in fact.said if one.claim.value and one.claim.value[0] == "number"]
        if len(every) < 2 or len({one.on.unit for one in every}) > 1:
            return []
        ends = [
            tuple(None if end is None else float(Fraction(end)) for end in (one.claim.value or ())[1:])
            for one in every
        ]
        most = max((end for pair in ends for end in pair if end is not None), default=0.0)
        least = min((end for pair in ends for end in pair if end is not None), default=0.0)
        if least < 0 or most <= 0:
            return []
        return [
            (one, _bar(pair[0], pair[1], most * 1.1), self.value(one))
            for one, pair in zip(every, ends, strict=True)
        ]

    def report(self, fact: FactOn) -> Markup:
        """A text to copy and send to whoever keeps the facts; its lines survive the drawing of the page."""
        w = self.words
        lines = [
            w("Fact: {id}", id=fact.fact.id),
            w(
                "Atlas {hash}, page of {date}",
                hash=self.atlas.version[:12],
                date=w.date(self.library.on.isoformat()),
            ),
            w("Source: {address}", address=fact.said[0].on.url),
            w("What is wrong:"),
            w("What is right, and where it is written:"),
        ]
        return Markup("&#10;").join(lines)

    def problem(self, code: str) -> str:
        """What is known to be wrong with a fact."""
        return self.code(naming.PROBLEMS, code)

    def used(self, one: Used) -> tuple[str, str, Text] | None:
        """The page of what leans on a fact, its key, and its name; none if it has no page."""
        match one.kind:
            case "route":
                return "route", one.id, self.atlas.route(one.id).title
            case "country":
                return "country", one.id, self.atlas.country(one.id).title
            case "status":
                status = self.atlas.status(one.id)
                return "country", status.folder, status.title
            case "document":
                return (
                    "recipes",
                    self.library.recipes.near(one.id) or ANYWHERE,
                    self.atlas.document(one.id).title,
                )
        return None

    def as_what(self, one: Used) -> str:
        """As what something leans on a fact."""
        said = (self.code(naming.USES, use) for use in one.as_what)
        return ", ".join(dict.fromkeys(said))

    # -- steps and events ----------------------------------------------------------------------------------

    def happened(self, one: EventOn) -> str:
        """From when to when; an end that nobody found never looks like an end."""
        w = self.words
        if one.end and one.end == one.begin:
            return w.date(one.begin)
        begin = w.within(one.begin) if one.begin else w("date unknown")
        if one.end:
            return w("{begin} to {end}", begin=begin, end=w.within(one.end))
        since = w("since {date}", date=begin) if one.begin else begin
        if one.seen:
            seen = w.within(one.seen)
            return w("{since}; still so on {date}, an end was not found", since=since, date=seen)
        return since

    def changed(self, name: str, value: str | None) -> str:
        """A value that a fact had on one of two days; none is unknown."""
        if not value:
            return self.words("unknown")
        unit = self.atlas.fact(name).unit
        of = self.atlas.unit(unit).of if unit else None
        if of in self.atlas.codes:
            written = (part.removesuffix(f" {unit}").split(", ") for part in value.split(" | "))
            return " | ".join(
                self.words.list([self.coded(of or "", one) for one in codes]) for codes in written
            )
        return self.words.valued(value)

    def holds(self, code: str | None) -> str:
        """Whether a right holds; of several sayings all of them."""
        if not code:
            return self.words("unknown")
        return " / ".join(self.code(naming.HOLDS, part) for part in code.split(" / "))

    def judged(self, route: Route, name: str) -> Text | None:
        """What is judged: in its own words, else in those of the first condition that hangs on it."""
        asked = f"judged('{name}')"
        conditions = (one.wording for one in route.requirements if asked in (one.when or ""))
        return route.judgements[name].text or next(conditions, None)

    def danger(self, level: int) -> str:
        """A level of danger in words."""
        return f"{self.words('{n} of 4', n=level)}, {self.words.danger(level)}"


def _bar(low: float | None, high: float | None, top: float) -> Bar:
    start = (low or 0.0) / top * 100
    if high is None:
        return Bar("unk", f"{start:.4g}", f"{100 - start:.4g}")
    width = max(high / top * 100 - start, 1.5)
    return Bar("sure" if low == high else "maybe", f"{min(start, 98.5):.4g}", f"{width:.4g}")
