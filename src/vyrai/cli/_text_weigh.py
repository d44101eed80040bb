"""For how many ways of weighing a place comes first, as text: words and bands, no figures."""

from __future__ import annotations

from vyrai.choose.weigh_model import Criterion, LeftOut, Weighed, Weighing
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.cli._text_way import SIGNS
from vyrai.words import Words
from vyrai.words.weighing import about, known_of, left, result

_WIDE = 26


def draw(weighing: Weighing, words: Words) -> Paper:
    """The whole answer: what it counts, the places by the alphabet, what was weighed and what was not."""
    paper, w = Paper(), words
    paper.heading(
        w("For how many ways of weighing a place comes first, {date}", date=w.date(weighing.basis.on))
    )
    for line in about(w, weighing.samples):
        paper.para(line)
    paper.line()
    firsts = [place.first.bands for place in weighing.places]
    for line in result(w, weighing.matters, weighing.settled.bands, firsts):
        paper.para(line)
    paper.heading(w("PLACES, IN ALPHABETICAL ORDER"))
    for place in w.by_name(weighing.places):
        _place(paper, place, w)
    _criteria(paper, weighing.criteria, w)
    paper.heading(w("WHAT DID NOT GO IN"), "-")
    paper.para(w("It matters too, but it is told in words only:"))
    for name in weighing.in_words_only:
        paper.item(w.criterion(name))
    _left(paper, weighing.left_out, w)
    paper.line()
    basis(paper, weighing.basis, w)
    return paper


def _place(paper: Paper, place: Weighed, w: Words) -> None:
    names = " > ".join(w.text(title) for title in place.titles)
    paper.line()
    paper.para(f"{SIGNS[place.way]} {w.text(place.title)} ({place.country}): {names}", 0, 2, "bold")
    by_known = {
        known: [one.criterion for one in place.readings if one.known == known]
        for known in ("known", "partly", "unknown")
    }
    least, most = w.share(place.surely.bands), w.share(place.at_most.bands)
    told = {
        w("Comes first"): w.share(place.first.bands),
        w("By what is unknown"): w("at worst {least}, at best {most}", least=least, most=most),
        w("Among the first three"): w.share(place.among_three.bands),
        w("Rather where this weighs"): w.briefly(place.suits),
        w("Known"): w.briefly(by_known["known"]),
        w("Known in part"): w.briefly(by_known["partly"]),
        w("Not known at all"): w.briefly(by_known["unknown"]),
    }
    for label, said in told.items():
        if said:
            paper.field(label, said, 2, _WIDE)


def _criteria(paper: Paper, criteria: tuple[Criterion, ...], w: Words) -> None:
    paper.heading(w("WHAT WENT IN, AND WHERE THE UNKNOWN MAKES IT WIDE"), "-")
    for one in criteria:
        paper.item(f"{w.criterion(one.name)}: {known_of(w, one.known, one.partly, one.unknown, one.same)}")


def _left(paper: Paper, left_out: tuple[LeftOut, ...], w: Words) -> None:
    for label, names in left(w, ((one.why, w.text(one.title)) for one in left_out)):
        paper.para(f"{label}: {w.list(names)}.")
