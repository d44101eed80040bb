"""The ways into a country and the months of arrival side by side for the children with needs, as text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from vyrai.belong import Score
from vyrai.choose import Abreast
from vyrai.cli import _text_unasked
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.words import Words
from vyrai.words import belonging as said

_WIDE = 28


def draw(found: Abreast, unasked: Sequence[str], w: Words) -> Paper:
    """The whole answer. unasked: children of whose needs nothing was said."""
    paper, cites = Paper(), Cites(found.sources, w)
    paper.heading(w("{country}: ALL WAYS TOGETHER", country=w.text(found.title)))
    named = any(one.scores for one in found.groups)
    _text_unasked.draw(paper, unasked, named, w)
    if not named:
        return paper
    paper.para(said.about_months(w))
    for number, group in enumerate(found.groups, 1):
        paper.heading(w("{n}. The same on", n=number), "-")
        for way in group.ways:
            titles = said.route(w, found.labels, way.routes)
            paper.item(w("{ways} (today: {way})", ways=titles, way=w.way(way.way)), 0)
        _scores(paper, found, group.scores, w, cites)
    paper.heading(w("WHAT IS SURELY MORE"), "-")
    for one in found.better:
        kind = said.kind(w, found, one.kind)
        paper.item(said.better(w, one.member, kind, one.measure, one.group, one.than), 0)
    if not found.better:
        paper.para(w("With what is known no way surely brings more than another."))
    _months(paper, found, w)
    paper.heading(w("SOURCES"), "-")
    cites.write(paper, True)
    paper.line()
    basis(paper, found.basis, w)
    return paper


def _scores(paper: Paper, found: Abreast, scores: Sequence[Score], w: Words, cites: Cites) -> None:
    for member, mine in groupby(scores, lambda one: one.member):
        paper.para(member, style="bold")
        for one in mine:
            paper.field(
                said.kind(w, found, one.kind), said.months(w, one) + cites.of(one.real.facts), 2, _WIDE
            )


def _months(paper: Paper, found: Abreast, w: Words) -> None:
    """Each month of arrival with what differs between months."""
    paper.heading(w("THE MONTH OF ARRIVAL"), "-")
    paper.para(w("By this way: {way}", way=said.route(w, found.labels, found.chosen)))
    differing = said.differing([one.scores for one in found.months])
    if not differing:
        paper.para(w("As far as anybody has written down, the month of arrival changes nothing."))
    for one in found.months:
        told = [
            w(
                "{name}, {what}: {months}",
                name=mine.member,
                what=said.kind(w, found, mine.kind),
                months=said.months(w, mine),
            )
            for mine in one.scores
            if (mine.member, mine.kind) in differing
        ]
        if told:
            paper.field(w.date(one.on), "; ".join(told), 0, _WIDE)
