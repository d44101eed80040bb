"""What to begin with wherever one goes, as text."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.choose import Starting
from vyrai.choose.starting import BeginOn
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.words import Words
from vyrai.words import starting as said
from vyrai.words.home import lacking

_WIDE = 24
_FIRST = 10


def draw(found: Starting, w: Words, everything: bool = False) -> Paper:
    """The whole answer. everything: each step, not only the ten that serve most."""
    paper, cites = Paper(), Cites(found.sources, w)
    paper.heading(w("WHAT TO BEGIN WITH, WHEREVER YOU GO"))
    paper.para(said.counted(w, found))
    for text in said.not_said(w, found):
        paper.para(text)
    for text in (*said.barred(w, found), *lacking(w, found.home)):
        paper.item(text, 0, "!")
    closing = [one for one in found.leaving if one.closes is not None]
    ready = [one for one in found.first if not one.lacks]
    _part(paper, w("BEGIN WITH THIS"), found, ready, w, cites, everything)
    _part(paper, w("BEFORE YOU LEAVE: WHAT CLOSES FIRST"), found, closing, w, cites, everything)
    if found.unmade:
        paper.heading(w("PAPERS OF WHICH NOBODY HAS WRITTEN DOWN HOW TO GET THEM"), "-")
        for name, ways in found.unmade:
            paper.item(f"{said.paper_of(w, found, name)}: {w.plural('{n} way', '{n} ways', ways)}", 0)
    for names, text in (
        (found.without, w("No plan in this time, or every way is closed")),
        (found.left, w("Not looked at, because it was stopped")),
    ):
        if names:
            paper.line()
            paper.para(f"{text}: {w.list([w.text(found.labels.get(one)) or one for one in names])}")
    paper.line()
    paper.para(w("In which order and when, country by country: {command}", command="vyrai plan CASE --to CC"))
    paper.heading(w("SOURCES"), "-")
    cites.write(paper, True)
    paper.line()
    basis(paper, found.basis, w)
    return paper


def _part(
    paper: Paper,
    heading: str,
    found: Starting,
    steps: Sequence[BeginOn],
    w: Words,
    cites: Cites,
    everything: bool,
) -> None:
    shown = steps if everything else steps[:_FIRST]
    if shown:
        paper.heading(heading, "-")
    for number, one in enumerate(shown, 1):
        paper.item(f"{w.text(one.title) or one.step}{cites.of(one.facts)}", 0, f"{number}.")
        for told in said.fields(w, found, one):
            paper.field(told.label, told.text, 4, _WIDE)
    if len(shown) < len(steps):
        paper.para(w.plural("{n} more: --all", "{n} more: --all", len(steps) - len(shown)))
