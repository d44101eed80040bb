"""The sheet for the day on which nobody comes home, as text."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.choose import AtHome
from vyrai.choose.home import ChildHome, TakingOn
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.words import Words
from vyrai.words import home as said

_WIDE = 20
_BLANK = "_" * 40


def draw(found: AtHome, languages: Sequence[Words]) -> Paper:
    """The sheet in each language, one below the other."""
    paper = Paper()
    for w in languages:
        _sheet(paper, found, w)
    return paper


def _sheet(paper: Paper, found: AtHome, w: Words) -> None:
    cites = Cites(found.sources, w)
    paper.heading(w("IF I CANNOT COME HOME"))
    if not found.children:
        paper.para(w("No child is named in this case."))
    else:
        paper.para(said.tonight(w))
    for child in found.children:
        _child(paper, found, child, w)
    for country in found.countries:
        paper.heading(
            w("PAPERS THAT MAKE IT LAWFUL: {country}", country=w.text(found.labels.get(country))), "-"
        )
        papers = [one for one in found.papers if one.country == country]
        if not papers:
            paper.para(
                w("Nobody has written down yet which paper that is in this country. Ask a notary there.")
            )
        for one in papers:
            _paper(paper, one, w, cites)
    if found.sources:
        paper.heading(w("SOURCES"), "-")
        cites.write(paper, True)
    paper.line()
    paper.para(w("By the law as it is known for {date}. It may have changed.", date=w.date(found.basis.on)))


def _child(paper: Paper, found: AtHome, child: ChildHome, w: Words) -> None:
    paper.heading(child.member.upper(), "-")
    paper.item(said.standing(w, child.taken), 0, "+" if child.taken.state == "in_place" else "!")
    for one in child.takers:
        paper.field(w("Who takes the child"), said.taker(w, one), 0, _WIDE)
    if not child.takers:
        paper.field(w("Who takes the child"), _BLANK, 0, _WIDE)
    for label, text in (
        (w("School"), child.school),
        (w("Doctor"), child.doctor),
        (w("Medicine"), child.medicine),
        (w("Telephone"), None),
        (w("Telephone"), None),
    ):
        paper.field(label, text or _BLANK, 0, _WIDE)
    for label, text in said.passport(w, child, found.labels):
        paper.field(label, text, 0, _WIDE)
    if child.todo:
        paper.para(w("Not done yet:"), style="bold")
        for code in child.todo:
            paper.item(said.todo(w, code), 0, "!")


def _paper(paper: Paper, one: TakingOn, w: Words, cites: Cites) -> None:
    clocks = [fact for time in (one.takes, one.lasts) if time is not None for fact in time.facts]
    paper.item(w.text(one.title) + cites.of((*one.facts, *clocks), 9), 0)
    fee = "; ".join(cites.says(fact) + cites.of([fact]) for fact in one.fee)
    for label, text in said.paper(w, one, fee):
        paper.field(label, text, 2, _WIDE)
