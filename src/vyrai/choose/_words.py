"""Engine values as plain records: numbers, ranges, days, and claims with their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from msgspec import UNSET, UnsetType

from vyrai.choose.model import EventOn, SourceOn
from vyrai.law import RATE, rate_facts
from vyrai.law.record import day, number
from vyrai.world import Atlas, Claim, Fact, World

_ID, _INSIDE = re.compile(r"\b[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+"), re.compile(r"\.[a-z0-9]")
OLD = 365
"""Days after which a source is said to be old; it decides nothing."""


def partial(first: int, last: int) -> str:
    """A day, month or year from its first and last day, as it was written."""
    low, high = date.fromordinal(first), date.fromordinal(last)
    if low == high:
        return low.isoformat()
    return f"{low:%Y-%m}" if (low.year, low.month) == (high.year, high.month) else f"{low:%Y}"


def written(claim: Claim) -> str | None:
    """The value of a claim without words: `12`, `3–14`, `≤ 12`, `2022-10`, codes with commas."""
    if claim.value is None:
        return None
    kind, *rest = claim.value
    if kind == "number":
        low, high = rest
        if low == high:
            return _figure(low)
        if low is None or high is None:
            return f"≤ {_figure(high)}" if low is None else f"≥ {_figure(low)}"
        return f"{_figure(low)}–{_figure(high)}"
    if kind == "date":
        return partial(*rest)
    if kind == "codes":
        return ", ".join(rest[0])
    return str(rest[0]) if kind == "code" else None


def fact_value(world: World, name: str) -> str:
    """Every value that a fact may have on the day, with its unit: `12 months | 3 years`; empty for none.

    A yes or no is written so.
    """
    values = [(_yes_or_no(claim) or written(claim), claim.unit) for claim in world.value(name).claims]
    return " | ".join(dict.fromkeys(f"{value} {unit}" if unit else f"{value}" for value, unit in values))


def _yes_or_no(claim: Claim) -> str | None:
    match claim.value:
        case ["yesno", held]:
            return "yes" if held else "no"
    return None


def _figure(value: int | str) -> str:
    return f"{number(Fraction(value)):,}".replace(",", "\N{THIN SPACE}")


def sources(world: World, facts: Iterable[str]) -> dict[str, tuple[SourceOn, ...]]:
    """Every claim of each fact, with source and standing on the day; also of what a rate is made of."""
    named = set(facts)
    for name in [one for one in named if one.startswith(RATE)]:
        named.update(rate_facts(world, name))
    return {
        name: tuple(said for _, said in claims(world, name))
        for name in sorted(named)
        if name in world.atlas.by_fact
    }


def claims(world: World, name: str) -> tuple[tuple[Claim, SourceOn], ...]:
    """Every claim of a fact beside its record, those first that count on the day. KeyError: no such fact."""
    fact, standing = world.atlas.fact(name), world.claims(name)
    today = world.on.toordinal()
    result = []
    for place in ("surely", "perhaps", "excluded", "too_old", "not_that_day", "seen_later", "not_yet_known"):
        for claim in getattr(standing, place):
            shown = claim.shown
            law = shown.law_ref or {}
            record = SourceOn(
                fact=name,
                title=fact.title or {},
                statement={lang: _named(world.atlas, text, lang) for lang, text in shown.statement.items()},
                value=written(claim),
                unit=claim.unit,
                standing=place,
                kind=claim.kind,
                confidence=claim.confidence,
                publisher=shown.source.publisher,
                source_title=shown.source.title,
                url=shown.source.url,
                lang=shown.source.lang,
                as_of=partial(*claim.as_of),
                as_of_unknown=shown.as_of_unknown,
                old=claim.as_of[1] + OLD < today,
                since=partial(*claim.as_of) if place == "seen_later" and claim.as_of[0] > today else None,
                act=law.get("act", UNSET),
                article=law.get("article", UNSET),
                read=_read(fact, claim, shown.as_of_unknown),
            )
            result.append((claim, record))
    return tuple(result)


def _read(fact: Fact, claim: Claim, undated: bool) -> str | UnsetType:
    """When a claim was last read against its source; of a source without a date, at the latest then."""
    days = fact.reviewed or (claim.as_of if undated else None)
    return partial(*days) if days else UNSET


def _named(atlas: Atlas, text: str, lang: str) -> str:
    """A statement in which the title of another fact stands in place of its id."""
    if _INSIDE.search(text) is None:  # as in most, and to look for a whole id takes much longer
        return text

    def title(found: re.Match[str]) -> str:
        titles = (atlas.fact(found[0]).title or {}) if found[0] in atlas.by_fact else {}
        said = titles.get(lang) or titles.get("en")
        return f"“{said}”" if said else found[0]

    return _ID.sub(title, text)


def event(atlas: Atlas, name: str) -> EventOn:
    """An event as a record."""
    found = atlas.event(name)
    when = found.when
    return EventOn(
        event=name,
        title=found.title,
        begin=_end(when.begin_lo, when.begin_hi),
        end=_end(when.end_lo, when.end_hi),
        fact=found.fact,
        seen=None if when.end_hi is not None else day(when.end_lo),
    )


def _end(first: int | None, last: int | None) -> str | None:
    """An end of a time as it was written (`2023-09`); None where it has none or is not known."""
    if last is None:
        return None
    same = first is not None and date.fromordinal(first).year == date.fromordinal(last).year
    return partial(first, last) if first is not None and same else day(last)
