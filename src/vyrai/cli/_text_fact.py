"""One fact as text: its claims side by side, what rules compute with, where it is used."""

from __future__ import annotations

from datetime import date

import msgspec

from vyrai.cli._paper import Paper
from vyrai.words import Words
from vyrai.world import Claim, FactView, Source

_WIDE = 12


class ClaimAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in JSON; `standing` as in a comparison."""

    value: str | None
    standing: str
    statement: dict[str, str]
    kind: str
    confidence: str
    as_of: str
    source: Source


class UseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Where a fact is used: by which kind of thing, its id, and as what."""

    kind: str
    id: str
    use: str


class FactAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """`atlas show --json`: a fact on a day."""

    format: int = 1
    fact: str
    title: dict[str, str] | None
    topic: str
    on: date
    known: date | None
    why_unknown: str | None
    claims: tuple[ClaimAnswer, ...]
    used_by: tuple[UseAnswer, ...]


def _partial(days: tuple[int, int]) -> str:
    low, high = map(date.fromordinal, days)
    if low == high:
        return low.isoformat()
    return f"{low:%Y-%m}" if (low.year, low.month) == (high.year, high.month) else f"{low:%Y}"


def _value(claim: Claim) -> str:
    """The value of a claim in figures."""
    if claim.value is None:
        return ""
    kind, *rest = claim.value
    if kind == "number":
        low, high = rest
        said = f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
        return f"{said} {claim.unit or ''}".strip()
    if kind == "date":
        return _partial((rest[0], rest[1]))
    if kind == "yesno":
        return "yes" if rest[0] else "no"
    return ", ".join(rest[0]) if kind == "codes" else str(rest[0])


def draw(view: FactView, w: Words) -> Paper:
    """The fact on its day."""
    paper, fact = Paper(), view.fact
    paper.heading(f"{fact.id}{f': {w.text(fact.title)}' if fact.title else ''}")
    paper.field(w("Topic"), fact.topic, 0, _WIDE)
    paper.field(w("On"), w.date(view.on.isoformat()), 0, _WIDE)
    if view.value.why is not None:
        paper.field(w("For rules"), f"{w('unknown')}: {w.reason(view.value.why)}", 0, _WIDE)
    else:
        values = list(dict.fromkeys(_value(claim) for claim in view.value.claims))
        paper.field(w("For rules"), " | ".join(values), 0, _WIDE)
    for number, (claim, standing) in enumerate(view.claims, 1):
        shown = claim.shown
        paper.line()
        value = _value(claim)
        head = f"{number}. {value + ' - ' if value else ''}{w.standing(standing)}"
        paper.para(head, 0, 3, "bold")
        paper.para(w.text(shown.statement), 3)
        paper.para(f"{shown.source.publisher}: {shown.source.title}", 3)
        paper.line(f"   {shown.source.url}")
        day = _partial(claim.as_of)
        as_of = w("read {date}", date=w.date(day)) if shown.as_of_unknown else w.date(day)
        paper.para(f"{w.kind(claim.kind)}, {w.confidence(claim.confidence)}, {as_of}, {_time(claim, w)}", 3)
        if shown.applies_to:
            applies = shown.applies_to
            paper.para(w("for: {whom}", whom=applies if isinstance(applies, str) else w.text(applies)), 3)
        if shown.note:
            paper.para(shown.note if isinstance(shown.note, str) else w.text(shown.note), 3)
    paper.line()
    if not view.used_by:
        paper.para(w("Nothing in the atlas uses it."))
    else:
        paper.para(w("Used by:"))
        for use in view.used_by:
            paper.item(f"{use.kind} {use.id} ({use.use})", 2)
    paper.line()
    paper.para(f"{fact.file}:{fact.line}")
    return paper


def _time(claim: Claim, w: Words) -> str:
    """When a claim is in force, or when it was observed."""
    if claim.valid is None:
        assert claim.observed is not None
        return w("observed {date}", date=w.date(_partial(claim.observed)))
    return w.in_force(claim.valid)


def record(view: FactView, known: date | None) -> FactAnswer:
    """The fact on its day, for JSON."""
    fact = view.fact
    return FactAnswer(
        fact=fact.id,
        title=fact.title,
        topic=fact.topic,
        on=view.on,
        known=known,
        why_unknown=view.value.why,
        claims=tuple(
            ClaimAnswer(
                value=_value(claim) or None,
                standing=standing,
                statement=claim.shown.statement,
                kind=claim.kind,
                confidence=claim.confidence,
                as_of=_partial(claim.as_of),
                source=claim.shown.source,
            )
            for claim, standing in view.claims
        ),
        used_by=tuple(UseAnswer(kind=use.kind, id=use.id, use=use.use) for use in view.used_by),
    )
