"""What is open, and what stands in the way: each once, for whom, why, and who could settle it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vyrai.choose.matters import Matter, matters
from vyrai.choose.model import Change, Open, Shut, Text
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.words import Words

_MOST = 5


def barred(
    shut: Iterable[Shut], labels: Mapping[str, str], w: Words, cites: Cites, plain: bool = False
) -> list[str]:
    """Requirements that are not met, each once with everybody of whom it is not.

    plain: without saying so, where the line does already.
    """
    whom: dict[str, list[str]] = {}
    first: dict[str, Shut] = {}
    for one in shut:
        first.setdefault(one.requirement, one)
        names = whom.setdefault(one.requirement, [])
        if one.member is not None and one.member in labels:
            names.append(labels[one.member])
    said = []
    for name, one in first.items():
        wording = worded(one.wording, w).rstrip(".") + cites.of(one.facts, 2)
        of = f"{w.list(whom[name])}: {wording}" if whom[name] else wording
        said.append(of if plain else w("asked, but not so: {what}", what=of))
    return said


def worded(wording: Text, w: Words) -> str:
    """A requirement in words; one without words is the status that a way builds on."""
    return w.text(wording) or w("The status that this way builds on is not held.")


def changed(change: Change, w: Words) -> str:
    """Answers that would be others, and which."""
    said: dict[str, list[str]] = {}
    for one, becomes in zip(change.items, change.becomes, strict=True):
        value = w.valued(becomes)
        text = w(
            "if the answer to “{answer}” were: {value}",
            answer=f"{w.text(one.text)} ({one.label})",
            value=value,
        )
        _, _, field = one.label.partition(".")
        said.setdefault(f"{field}={becomes}" if field else text, []).append(
            text if not said.get(f"{field}={becomes}") else one.label.partition(".")[0]
        )
    return "; ".join(
        texts[0] + (f" ({w('the same of {names}', names=w.list(texts[1:]))})" if texts[1:] else "")
        for texts in said.values()
    )


def unknown(
    paper: Paper, items: Iterable[Open], w: Words, cites: Cites, indent: int = 4, most: int = _MOST
) -> None:
    """What is unknown, why, and who could settle it; one question to several people is said once."""
    every = matters(items)
    for number, one in enumerate(every):
        if number == most:
            more = w.plural("{n} more thing", "{n} more things", len(every) - most)
            paper.line(" " * indent + more)
            return
        paper.item(_said(one, w) + cites.of(_facts(one.opens)), indent, "?")


def _said(matter: Matter, w: Words) -> str:
    first, where = matter.opens[0], ""
    if first.who == "family":
        where = f" ({first.label})"
        others = [one.label.partition(".")[0] for one in matter.opens[1:]]
        if others:
            where = f" ({first.label}; {w('the same of {names}', names=w.list(others))})"
    texts = matter.texts[:1] if first.who == "family" else matter.texts
    why = []
    for judge, helps in matter.judges:
        why.append(w.because(first.reason, judge))
        if helps:
            why.append(w("what helps: {what}", what=w.text(helps)))
    if not first.judge and first.who != "time":
        why.append(w.who(first.who))
    return f"{'; '.join(w.text(text).rstrip('.') for text in texts)}{where}: {'; '.join(why)}"


def _facts(group: Iterable[Open]) -> list[str]:
    return [one.item.partition(":")[2] for one in group if one.item.startswith("fact:")]
