"""The end of an answer: people to ask, sources, and on which law it stands."""

from __future__ import annotations

from vyrai.choose.lands import contacts
from vyrai.choose.model import Basis, Comparison
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.words import Words


def ending(paper: Paper, comparison: Comparison, w: Words, cites: Cites, everything: bool) -> None:
    """People, sources, basis."""
    titles = {row.country: w.text(row.title) for row in comparison.rows}
    nobody = []
    paper.heading(w("PEOPLE TO ASK"))
    for country, facts in contacts(comparison):
        place = titles.get(country) or w("Leaving where you are")
        for name in facts:
            paper.item(f"{place}: {cites.says(name)}{cites.of([name])}", 0)
        nobody += [] if facts else [place]
    if nobody:
        names = w.list(nobody)
        paper.para(
            w("No office or helper with an address or a telephone was found for: {names}.", names=names)
        )
    paper.heading(w("SOURCES"))
    cites.write(paper, everything)
    paper.line()
    basis(paper, comparison.basis, w)


def basis(paper: Paper, found: Basis, w: Words) -> None:
    """On which atlas, and that the law may have changed."""
    said = [w("Law and practice on {date}, atlas {hash}.", date=w.date(found.on), hash=found.atlas[:12])]
    if found.newest is not None:
        said.append(w("The newest date that a verdict leans on is {date}.", date=w.date(found.newest)))
    if found.oldest is not None:
        said.append(w("The oldest is {date}.", date=w.date(found.oldest)))
    if found.old:
        said.append(w.not_new(found.decisive, len(found.old)))
    said.append(w("The law may have changed: ask again before a step that you cannot take back."))
    said.append(w("This says what is open, closed or unknown, and why. No office is bound by it."))
    if w.lang != "en":
        said.append(w("Nobody who grew up with this language has read the translation yet."))
    paper.para(" ".join(said))
