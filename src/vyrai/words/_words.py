"""Words of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from vyrai.words import _codes
from vyrai.words._alphabets import place
from vyrai.words._catalogue import translations
from vyrai.words._codes import N_

LANGUAGES = ("en", "ru", "be", "pl")
"""Languages whose catalogue is complete."""

_KNOWN_TOO = {"be": ("ru",)}
"""Languages that readers of one know too, and rather than English."""

Number = int | float
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_WHOLE = 1000
_MINUS, _NARROW = "\N{MINUS SIGN}", "\N{NARROW NO-BREAK SPACE}"


class Bounds(Protocol):
    """A number known within bounds."""

    @property
    def lo(self) -> Number | None:
        """The least; None if it has no end."""

    @property
    def hi(self) -> Number | None:
        """The most; None if it has no end."""

    @property
    def unit(self) -> str:
        """The unit: weeks, or a currency per something."""


class Counted(Protocol):
    """How many things are met, not met, unknown."""

    @property
    def met(self) -> int:
        """Met."""

    @property
    def not_met(self) -> int:
        """Not met."""

    @property
    def unknown(self) -> int:
        """Unknown."""


class Lasting(Protocol):
    """A time whose ends are known within bounds, as ordinals of days; None: no bound."""

    @property
    def begin_lo(self) -> int | None:
        """The earliest first day."""

    @property
    def begin_hi(self) -> int | None:
        """The latest first day."""

    @property
    def end_lo(self) -> int | None:
        """The earliest last day."""

    @property
    def end_hi(self) -> int | None:
        """The latest last day."""


class Named(Protocol):
    """What stands in lists by the name of its country."""

    @property
    def title(self) -> Mapping[str, str]:
        """The name by language."""

    @property
    def country(self) -> str:
        """Its code."""


OfCountry = TypeVar("OfCountry", bound=Named)


class Words:
    """Texts, numbers and codes in a language; of one that has no catalogue, in English."""

    def __init__(self, lang: str = "en") -> None:
        self.lang = lang
        self.dir = "ltr"
        self._texts = translations(lang)

    def __call__(self, message: str, **values: Any) -> str:
        """A text of the interface. With values it is a format, without it is taken as it is.

        A value that is marked up stays so, and the text around it is then marked up too.
        """
        text = self._texts.gettext(message)
        marked = next((value for value in values.values() if hasattr(value, "__html__")), None)
        if marked is not None:
            said: str = type(marked).escape(text).format_map(values)  # by its own kind
            return said
        return text.format_map(values) if values else text

    def plural(self, one: str, many: str, n: Number, **values: Any) -> str:
        """A text for a number of things; `{n}` is that number in figures."""
        return self._texts.ngettext(one, many, _counted(n)).format(n=self.number(n), **values)

    def text(self, texts: Mapping[str, str] | None) -> str:
        """A text of the atlas in this language, else in one its readers know, else in the first by code."""
        if not texts:
            return ""
        known = (texts.get(lang) for lang in (self.lang, *_KNOWN_TOO.get(self.lang, ()), "en"))
        return next((text for text in known if text), None) or texts[min(texts)]

    def number(self, value: Number) -> str:
        """A number with its thousands grouped, to at most two places, from a thousand on to none."""
        figures = f"{abs(value):,.2f}" if abs(value) < _WHOLE else f"{abs(value):,.0f}"
        if "." in figures:
            figures = figures.rstrip("0").rstrip(".")
        if self.lang != "en":
            figures = figures.replace(",", _NARROW).replace(".", ",")
        return (_MINUS if value < 0 else "") + figures

    def span(self, lo: Number | None, hi: Number | None) -> str:
        """Bounds without a unit."""
        return self._bounds(lo, hi, "")

    def range(self, bounds: Bounds | None) -> str:
        """Bounds with their unit: `6 to 22 weeks`, `at least 6 weeks`, `up to 22 weeks`, `unknown`."""
        return self("unknown") if bounds is None else self._bounds(bounds.lo, bounds.hi, bounds.unit)

    def _bounds(self, lo: Number | None, hi: Number | None, unit: str) -> str:
        if hi is None:
            if lo is None or (lo == 0 and unit):
                return self("unknown")
            return self("at least {n}", n=self._with(lo, unit))
        if lo is None or (lo == 0 < hi):
            return self("up to {n}", n=self._with(hi, unit))
        if lo == hi:
            return self._with(hi, unit)
        if lo < 0:
            return self("from {lo} to {hi}", lo=self.number(lo), hi=self._with(hi, unit))
        return self("{lo} to {hi}", lo=self.number(lo), hi=self._with(hi, unit))

    def _with(self, value: Number, unit: str) -> str:
        said = self.unit(unit, value) if unit else ""
        return f"{self.number(value)} {said}" if said else self.number(value)

    def unit(self, unit: str, n: Number | None = None) -> str:
        """The word of a unit beside a number; a currency is its code."""
        base, _, per = unit.partition("/")
        if n is not None and n != int(n) and base in _codes.OF_ONE and self._has_cases(base):
            said = self(_codes.OF_ONE[base])
        elif base in _codes.SILENT:
            said = ""
        elif base == "of 4":
            said = self("of 4")
        elif base in _codes.UNITS:
            said = self._texts.ngettext(*_codes.UNITS[base], 5 if n is None else _counted(n))
        else:
            said = base
        if per in _codes.PER:
            return self(_codes.PER[per], unit=said).strip()
        if per.isupper():
            return self("{unit} for one {per}", unit=said, per=per)
        return f"{said}/{per}" if per else said

    def of(self, n: Number, unit: str) -> str:
        """A number with its unit as it stands after "about": in the genitive where a language has one."""
        pair = _codes.UNITS[unit]
        if not self._has_cases(unit):
            return self._with(n, unit)
        counted = self._texts.ngettext(*pair, _counted(n))
        single = n != int(n) or counted == self._texts.ngettext(*pair, 1)
        said = self(_codes.OF_ONE[unit]) if single else self._texts.ngettext(*pair, 5)
        return f"{self.number(n)} {said}"

    def _has_cases(self, unit: str) -> bool:
        """Whether this language has a form of its own for a part of a unit."""
        return self(_codes.OF_ONE[unit]) != _codes.OF_ONE[unit]

    def date(self, iso: str | None) -> str:
        """A day, month or year; what is not one comes back as it is."""
        found = _DAY.fullmatch(iso or "")
        if found is None or not 0 < int(found[2] or 1) < 13:
            return iso or ""
        year, month, day = found.groups()
        if month is None:
            return year
        if day is None:
            return self(_codes.MONTHS[int(month) - 1], year=year)
        return self(_codes.DAYS[int(month) - 1], day=int(day), year=year)

    def days(self, first: int, last: int) -> str:
        """A day, month or year by the ordinals of its first and last day, as it was written."""
        low, high = date.fromordinal(first), date.fromordinal(last)
        if low == high:
            return self.date(low.isoformat())
        return self.date(f"{low:%Y-%m}" if (low.year, low.month) == (high.year, high.month) else f"{low:%Y}")

    def begin(self, span: Lasting) -> str:
        """Where a time begins."""
        return self._edge(span.begin_lo, span.begin_hi, self("beginning unknown"))

    def end(self, span: Lasting) -> str:
        """Where a time ends."""
        return self._edge(span.end_lo, span.end_hi, self("no end known"))

    def _edge(self, low: int | None, high: int | None, unknown: str) -> str:
        if high is None or high < 1:
            return unknown
        if low is None:
            return self("{date} at the latest", date=self.days(high, high))
        return self.days(low, high)

    def in_force(self, span: Lasting) -> str:
        """From when to when something is in force."""
        return self("in force: {begin} – {end}", begin=self.begin(span), end=self.end(span))

    def within(self, iso: str | None) -> str:
        """A date as it stands after "since" or "until": a month then has the form it has beside a day."""
        found = _DAY.fullmatch(iso or "")
        if found is None or found[2] is None or found[3] is not None or not 0 < int(found[2]) < 13:
            return self.date(iso)
        return self(_codes.DAYS[int(found[2]) - 1], day="", year=found[1]).strip()

    def order(self, text: str) -> tuple[tuple[int, int], ...]:
        """What to sort a name by, so that it stands where a reader of this language looks for it."""
        return place(text, self.lang)

    def by_name(self, listed: Iterable[OfCountry]) -> Sequence[OfCountry]:
        """What belongs to countries, by their names in this language; of one country as it came."""
        return sorted(listed, key=lambda one: (self.order(self.text(one.title)), one.country))

    def month(self, number: int) -> str:
        """A month by its name, 1 to 12."""
        return self(_codes.MONTHS[number - 1], year="").strip()

    def list(self, items: Iterable[str]) -> str:
        """Several words as one list: `a, b and c`."""
        every = list(items)
        if len(every) < 2:
            return "".join(every)
        return self("{first} and {last}", first=", ".join(every[:-1]), last=every[-1])

    def reason(self, code: str) -> str:
        """Why something is unknown, as a part of a sentence."""
        return self._of(_codes.REASONS, code)

    def who(self, code: str) -> str:
        """Who could settle it."""
        return self._of(_codes.WHO, code)

    def kind(self, code: str) -> str:
        """What kind of source it is."""
        return self._of(_codes.KINDS, code)

    def confidence(self, code: str) -> str:
        """How far a source is trusted."""
        return self._of(_codes.CONFIDENCE, code)

    def standing(self, code: str, since: str | None = None) -> str:
        """How a claim stands on a day; `since`: it was first said after that day."""
        if since is not None:
            return self("known only since {date}", date=self.within(since))
        return self._of(_codes.STANDINGS, code)

    def lacking(self, counts: Mapping[str, int]) -> str:
        """How many things are unknown, by who could settle them."""
        said = [self.plural(*_codes.LACKING[who], counts[who]) for who in _codes.LACKING if counts.get(who)]
        return "; ".join(said)

    def not_new(self, facts: int, old: int) -> str:
        """Of how many facts that an answer leans on nobody has said anything for a year."""
        return self.plural(*_codes.NOT_NEW, facts, old=self.number(old))

    def keeper(self, code: str) -> str:
        """What a country that is perhaps open hangs on."""
        return self._of(_codes.KEEPERS, code)

    def thought(self, countries: int, known: Mapping[str, int]) -> str:
        """What is known for children with needs, in how many of the countries."""
        said = {
            right: self.number(known.get(right, 0)) for right in ("school", "health_care", "care_benefit")
        }
        return self(
            "thought of in every country. Known so far, of {all}: school in {school}, treatment in "
            "{health_care}, a benefit for care in {care_benefit}. The rest nobody has written down yet.",
            all=self.number(countries),
            **said,
        )

    def way(self, code: str) -> str:
        """Open, perhaps or closed."""
        return self._of(_codes.WAYS, code)

    def verdict(self, code: str) -> str:
        """Met, not met or unknown."""
        return self._of(_codes.VERDICTS, code)

    def door(self, states: Iterable[str], whom: Iterable[Mapping[str, str]] = ()) -> str:
        """Whether a door takes people, and whom; of several states it is not known which."""
        said = [self._of(_codes.DOORS, state) for state in states] or [self._of(_codes.DOORS, "unknown")]
        if len(said) > 1:
            return self("not known which: {states}", states="; ".join(said))
        people = [self.text(one) for one in whom]
        return f"{said[0]}: {'; '.join(people)}" if people else said[0]

    def doorway(self, states: Iterable[str], whom: Iterable[Mapping[str, str]] = ()) -> str:
        """The same, with the word that it is a door."""
        return self("door: {door}", door=self.door(states, whom))

    def conditions(self, counted: Counted) -> str:
        """How many conditions are met, not met and unknown."""
        met, not_met, unknown = counted.met, counted.not_met, counted.unknown
        every = met + not_met + unknown
        if not every:
            return self("no condition was found")
        if met == every:
            return self.plural("the one condition is met", "all {n} conditions are met", every)
        said = [self("{n} of {all} conditions met", n=met, all=every)]
        if not_met:
            said.append(self("{n} not met", n=not_met))
        if unknown:
            said.append(self("{n} unknown", n=unknown))
        return ", ".join(said)

    def because(self, reason: str, judge: Mapping[str, str] | None = None) -> str:
        """Why something is unknown; of what a person judges, who that is."""
        return self("to be judged by {who}", who=self.text(judge)) if judge else self.reason(reason)

    def once(self, texts: Iterable[Mapping[str, str]]) -> str:
        """Lists of people as one list in which nobody stands twice."""
        every = self.apart(texts)
        marks = (*",;:", self("{first} and {last}", first="", last=""))
        # A list by commas and "and" would part what belongs together.
        apart = any(mark in one for mark in marks for one in every)
        return "; ".join(every) if apart else self.list(every)

    def apart(self, texts: Iterable[Mapping[str, str]]) -> Sequence[str]:
        """Everybody whom lists of people name, each once."""
        joint, links = (
            self("{first} and {last}", first="", last=""),
            self("which|who|whose|that|where|and|if|its"),
        )
        parts: list[str] = []
        for text in texts:
            for number, part in enumerate(self.text(text).split(", ")):
                if number and re.match(rf"(?:{links})\b", part):
                    parts[-1] += f", {part}"
                else:
                    parts.append(part)
        whole = {part.casefold() for part in parts}
        found: dict[str, str] = {}
        for part in parts:
            head, comma, rest = part.partition(", ")
            pair = head.split(joint)
            twice = any(one.casefold() in whole for one in pair)
            for one in (*pair[:-1], pair[-1] + comma + rest) if twice else (part,):
                found.setdefault(one.casefold(), one)
        return tuple(found.values())

    def figure(self, value: str, unit: str | None) -> str:
        """A value as written (`12`, `3–14`), with its unit in the form that the last figure takes."""
        numbers = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d)[\s,](?=\d{3})", "", value))
        n = float(numbers[-1]) if numbers else None
        return f"{value} {self.unit(unit, n)}".strip() if unit else value

    def valued(self, value: str | None) -> str:
        """The value of a fact or answer as the engine writes it, with its yes, no and units in words."""
        said = []
        for part in (value or "").split(" | "):
            figure, _, unit = part.rpartition(" ")
            known = figure[-1:].isdigit() or (figure and self.unit(unit) != unit)
            plain = {"yes": self("yes"), "no": self("no")}.get(part, part)
            said.append(self.figure(figure, unit) if known else plain)
        return " | ".join(said)

    def band(self, code: str | None) -> str:
        """How near a language is."""
        return self("nearness: unknown") if code is None else self._of(_codes.BANDS, code)

    def danger(self, level: int) -> str:
        """A level of danger, 0 to 4."""
        return self(_codes.DANGERS[level]) if 0 <= level < len(_codes.DANGERS) else str(level)

    def state(self, code: str) -> str:
        """Whether a right opens."""
        return self._of(_codes.STATES, code)

    def mark(self, code: str) -> str:
        """What the family wrote beside a way."""
        return self._of(_codes.MARKS, code)

    def burden(self, level: int) -> str:
        """How hard a question is to answer, 1 to 5."""
        return self(_codes.BURDENS[level]) if 0 <= level < len(_codes.BURDENS) else str(level)

    def share(self, bands: Iterable[str]) -> str:
        """For how many ways of weighing; near a border both bands: `for few or for some`."""
        said = [self._of(_codes.SHARES, band) for band in bands]
        return said[0] if len(said) == 1 else self("{first} or {last}", first=said[0], last=said[-1])

    def criterion(self, code: str) -> str:
        """Something that is weighed, or that is told in words only."""
        return self._of(_codes.CRITERIA | _codes.IN_WORDS_ONLY, code)

    def briefly(self, codes: Iterable[str]) -> str:
        """Things that are weighed, as a list of a word or two each."""
        return self.list(self._of(_codes.BRIEFLY, code) for code in codes)

    def _of(self, table: Mapping[str, str], code: str) -> str:
        return self(table[code]) if code in table else code


def _counted(n: Number) -> int:
    """The whole number that takes the same form of a word; a fraction is counted like two."""
    return abs(int(n)) if n == int(n) else 2


__all__ = ["LANGUAGES", "N_", "Words"]
