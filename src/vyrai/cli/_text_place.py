"""What depends on the country, not on the way: languages, rents and pay, dangers, papers."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.choose.model import Comparison, EventOn, Language, Price, Row
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.words import N_, Words

_WIDE = 18
_MOST = 4
_LONGEST = 240
"""Letters of what is stated of one thing; a single statement is never cut."""
_KNOWN = {
    "profession_wanted": N_("Profession wanted"),
    "hired_before_licence": N_("Before licence"),
    "danger_there": N_("Danger there"),
    "sent_back": N_("Being sent back"),
    "renew_papers": N_("Renewing papers"),
}


def place(paper: Paper, row: Row, comparison: Comparison, w: Words, cites: Cites) -> None:
    """A country, the first time that one of its ways is told."""
    paper.line()
    paper.para(f"== {w.text(row.title)} ==", style="bold")
    for language in row.language:
        paper.field(w("Language"), _language(language, w, cites), 2, _WIDE)
    for label, prices in ((w("Rent"), row.rents), (w("Pay"), row.pays)):
        said = _prices(prices, w, cites)
        paper.field(label, said or w("unknown: no source that can be leaned on was found"), 2, _WIDE)
    for name, label in _KNOWN.items():
        said = _stated(getattr(row, name).facts, cites)
        paper.field(w(label), said or w("unknown: no source that can be leaned on was found"), 2, _WIDE)
    events = [comparison.events[name] for name in row.events if name in comparison.events]
    if events:
        last = sorted(events, key=lambda one: one.begin or "")[-_MOST:]
        told = [f"{w.text(one.title)} ({_since(one, w)}){cites.of([one.fact])}" for one in last]
        paper.field(w("Events"), "; ".join(told), 2, _WIDE)


def _since(event: EventOn, w: Words) -> str:
    return w.date(event.begin) if event.begin else w("date unknown")


def _stated(facts: Iterable[str], cites: Cites) -> str:
    """What facts say, those that count first, as long as it stays short; then how many more there are."""
    listed = sorted(facts, key=lambda fact: not cites.counts(fact))
    said: list[str] = []
    for fact in listed:
        if said and sum(map(len, said)) + len(cites.says(fact)) > _LONGEST:
            break
        said.append(cites.says(fact) + cites.of([fact]))
    more = len(listed) - len(said)
    return " ".join(said) + (f" (+{more})" if more else "")


def _language(language: Language, w: Words, cites: Cites) -> str:
    said = [w.text(language.title)]
    if language.speaks:
        said.append(w("spoken by {names}", names=w.list(language.speaks)))
    elif language.nearest_title is not None:
        nearest = w.text(language.nearest_title)
        said.append(w("{band}; nearest: {language}", band=w.band(language.band), language=nearest))
    else:
        said.append(w.band(language.band))
    if language.new_script:
        said.append(w("a new script to read"))
    counting = [fact for fact in language.level if cites.counts(fact)] or language.level
    levels = dict.fromkeys(cites.figure(fact) for fact in counting[:2])
    said.append(w("asked: {levels}", levels="; ".join(levels)) if levels else w("level asked: unknown"))
    return "; ".join(said) + cites.of((*language.facts, *counting))


def _prices(prices: Iterable[Price], w: Words, cites: Cites) -> str:
    listed = list(prices)
    said = [
        f"{w.text(one.title)}: {w.range(one.value)} ({w.date(one.when)}){cites.of([one.fact])}"
        for one in listed[:_MOST]
    ]
    if len(listed) > _MOST:
        more = len(listed) - _MOST
        said.append(w.plural("{n} more figure", "{n} more figures", more))
    return "; ".join(said)
