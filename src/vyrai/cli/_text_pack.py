"""A pack as text: what each member's sheet says, then for the family the papers to take and what is open."""

from __future__ import annotations

from vyrai.choose.packing import Packed
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.prove import Member
from vyrai.words import Words
from vyrai.words import packing as said

_WIDE = 30
_DOTS = "." * _WIDE
"""To be written by hand."""
_SIGNS = {"asked": "+", "helps": "~", "useless": "x"}


def draw(found: Packed, w: Words, other: str | None = None) -> Paper:
    """The whole answer. other: the second language of the sheets, beside the first."""
    paper, cites = Paper(), Cites(found.sources, w)
    whom = said.whom(w, found.pack.audience)
    place = "" if found.title is None else f": {w.text(found.title)}"
    paper.heading((whom + place).upper())
    second = None if other is None else Words(other)
    if second is not None:
        place = "" if found.title is None else f": {second.text(found.title)}"
        paper.para(said.whom(second, found.pack.audience) + place, style="bold")
    paper.para(said.about(w, found.pack.audience))
    for one in found.pack.members:
        _member(paper, one, w, second)
    if not found.pack.members:
        paper.para(w("Nobody of the family is meant by this pack."))
    if found.country is not None:
        _papers(paper, found, w, cites)
    _open(paper, found, w)
    if found.sources:
        paper.heading(w("SOURCES"), "-")
        cites.write(paper, True)
        paper.line()
        basis(paper, found.basis, w)
    return paper


def _member(paper: Paper, one: Member, w: Words, second: Words | None) -> None:
    paper.heading(one.alias.upper(), "-")
    _field(paper, w("My name"), _DOTS)
    for words in (w, second):
        if words is not None:
            _passport(paper, one, words, words is w)
    for pair in said.pairs(w, second, one):
        label = f"{pair.label} / {pair.label2}" if pair.label2 else pair.label
        for number, text in enumerate(pair.said):
            twin = pair.said2[number] if pair.said2 else text
            _field(paper, "" if number else label, text if twin == text else f"{text} / {twin}")


def _passport(paper: Paper, one: Member, w: Words, first: bool) -> None:
    """In the second language the words of the family are left for somebody to translate."""
    for entry in said.passport(w, one):
        _field(paper, entry.label, "; ".join(entry.said) if first or not entry.own else _DOTS)
    if one.sayings:
        paper.para(w("This is how I show it") + ":", style="bold")
    for saying in one.sayings:
        _field(paper, f"  {w.text(saying.title)}", (saying.how if first else None) or _DOTS)


def _field(paper: Paper, label: str, text: str) -> None:
    paper.field(label, text, 0, _WIDE)


def _papers(paper: Paper, found: Packed, w: Words, cites: Cites) -> None:
    paper.heading(w("PAPERS TO TAKE BEFORE LEAVING"), "-")
    if not found.pack.papers:
        paper.para(_nothing(w, found.pack.written))
    for one in found.pack.papers:
        of = "; ".join(map(w.text, one.of))
        again = "" if one.again is None else f" {w('Had again: {where}.', where=w.text(one.again))}"
        text = (
            f"{said.use(w, one.use)}: {w.text(one.text)}{cites.of(one.facts)}. {w('For: {what}.', what=of)}"
        )
        paper.item(text + again, 0, _SIGNS[one.use])


def _nothing(w: Words, written: bool) -> str:
    if written:
        return w("For what you have said no paper is named here.")
    return w("Nobody has written down yet which papers count here. Take what you have.")


def _open(paper: Paper, found: Packed, w: Words) -> None:
    if not any(one.unanswered for one in found.pack.members):
        return
    paper.heading(w("NOT ANSWERED YET"), "-")
    for one in found.pack.members:
        for name in one.unanswered:
            paper.item(w.text(found.labels[name]).replace("{name}", one.alias), 0, "?")
