"""The places of one country side by side for the children with needs, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vyrai.belong import There
from vyrai.choose import Around, PlaceOn
from vyrai.choose.placed import Block, layout
from vyrai.cli import _text_unasked
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.words import Words
from vyrai.words import belonging as said

_COUNTS = ("surely", "perhaps")


def draw(found: Around, unasked: Sequence[str], w: Words) -> Paper:
    """The whole answer. unasked: children of whose needs nothing was said."""
    paper, cites = Paper(), Cites(found.sources, w)
    paper.heading(w("{country}: ALL PLACES TOGETHER", country=w.text(found.title)))
    named = any(one.kinds for one in found.groups)
    _text_unasked.draw(paper, unasked, named, w)
    if not named:
        return paper
    places = sorted(found.places, key=lambda one: w.order(w.text(one.title)))
    laid = layout(found, [one.place for one in places])
    ways = [way for one in found.groups[:1] for way in one.ways]
    if ways and not found.ways:
        paper.para(w("By this way: {way}", way=said.routes(w, found, ways)))
    paper.para(said.about_months(w))
    paper.para(said.about_places(w))
    for block in laid.blocks:
        _block(paper, found, block, w, cites)
    for member, kinds in laid.unclear.items():
        paper.line()
        paper.para(f"{member}: {said.unclear_everywhere(w, [said.kind(w, found, one) for one in kinds])}")
    for member, kinds in laid.unknown.items():
        paper.line()
        paper.para(f"{member}: {said.unseen_anywhere(w, [said.kind(w, found, one) for one in kinds])}")
    if laid.left_out:
        paper.line()
        paper.para(w("Left out here, closed today: {ways}", ways=said.routes(w, found, laid.left_out)))
    paper.heading(w("WHAT IS SURELY MORE"), "-")
    for one in found.better:
        at, than = found.groups[one.group], [found.groups[other] for other in one.than]
        names = [said.spot(w, found, other) for other in than]
        kind = said.kind(w, found, one.kind)
        paper.item(said.more_there(w, one.member, kind, one.measure, said.spot(w, found, at), names), 0)
    if not found.better:
        paper.para(w("With what is known no place surely brings more than another."))
    paper.heading(w("WHAT IS KNOWN OF EACH PLACE"), "-")
    told: set[str] = set()
    for place in places:
        _place(paper, found, place, told, w, cites)
    paper.heading(w("SOURCES"), "-")
    cites.write(paper, True)
    paper.line()
    basis(paper, found.basis, w)
    return paper


def _block(paper: Paper, found: Around, block: Block, w: Words, cites: Cites) -> None:
    """A kind of support: way by way the country, and the places of which somebody has written."""
    paper.heading(f"{block.member}: {said.kind(w, found, block.kind)}", "-")
    for on in block.on:
        if found.ways:
            paper.para(said.routes(w, found, on.ways), style="bold")
        for row in on.rows:
            names = [_name(found, one, w) for one in row.places]
            place = "; ".join(names) if names else w("wherever in the country")
            paper.item(f"{place}: {_told(w, row.at)}{cites.of(row.at.score.real.facts)}")
        if on.unknown:
            names = [_name(found, one, w) for one in on.unknown]
            paper.item(said.elsewhere(w, names, len(names) == len(found.places)), sign="?")


def _place(paper: Paper, found: Around, place: PlaceOn, told: set[str], w: Words, cites: Cites) -> None:
    """What stands beside one place; if that is nothing, it says unknown. What was told is only named."""

    def says(facts: Iterable[str], label: str = "") -> list[str]:
        texts = []
        for fact in facts:
            text = cites.title(fact) if fact in told else cites.says(fact)
            told.add(fact)
            texts.append(f"{label}{text}{cites.of([fact])}")
        return texts

    within = None if place.within is None else _name(found, place.within, w)
    paper.para(said.place(w, w.text(place.title), within), style="bold")
    lines = [
        w("Offered here, not everywhere: {what}", what=_name(found, one.of, w)) + cites.of(one.facts)
        for one in place.offered
    ]
    for differs in place.differs:
        if differs.note is not None:
            lines.append(f"{_name(found, differs.of, w)}: {w.text(differs.note)}")
        lines += says(differs.facts)
    for fact in place.rent:
        lines.append(f"{cites.title(fact)}: {_figure(found, fact, w) or cites.says(fact)}{cites.of([fact])}")
    lines += says(place.observed, f"{w('What was observed')}: ")
    lines += says(place.contacts, f"{w('People to ask')}: ")
    if place.note is not None:
        lines.append(w.text(place.note))
    for line in lines or [said.unseen(w)]:
        paper.item(line)


def _figure(found: Around, fact: str, w: Words) -> str:
    """The figure of a fact that counts on the day; empty where none does."""
    counting = (one for one in found.sources.get(fact, ()) if one.value and one.standing in _COUNTS)
    best = next(counting, None)
    return "" if best is None else w.figure(best.value or "", best.unit)


def _told(w: Words, at: There) -> str:
    months = said.months(w, at.score)
    return (
        months
        if at.due is None or at.score.unwritten
        else said.times(w, at.due, at.seen, at.averages, months)
    )


def _name(found: Around, place: str, w: Words) -> str:
    return w.text(found.labels.get(place)) or place
