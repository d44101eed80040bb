"""Support promised and given, as text."""

from __future__ import annotations

from itertools import groupby

from vyrai.choose import Helps
from vyrai.choose.helps import Help, Sum
from vyrai.cli._paper import Paper
from vyrai.words import Words
from vyrai.words import home as said

_WIDE = 22


def draw(found: Helps, w: Words) -> Paper:
    """Each member with its supports, then their sums."""
    paper = Paper()
    paper.heading(w("PROMISED AND GIVEN"))
    paper.para(said.counted(w, found.on))
    if not found.rows:
        paper.line()
        paper.para(w("No support is written down. Its question is: {question}", question="members.helps"))
    for member, rows in groupby(found.rows, lambda one: one.member):
        paper.heading(member.upper(), "-")
        for row in rows:
            _row(paper, found, row, w)
        for one in found.sums:
            if one.member == member:
                _sum(paper, found, one, w)
    return paper


def _row(paper: Paper, found: Helps, row: Help, w: Words) -> None:
    between = f"{said.day(w, row.begin)} – {said.day(w, row.end)}"
    paper.item(f"{said.kind(w, found.labels, row.kind)}: {between}", 0)
    paper.field(w("Weeks counted"), said.hours(w, row.weeks), 2, _WIDE)
    paper.field(w("Hours a week"), said.weekly(w, row.promised, row.given), 2, _WIDE)
    paper.field(w("Hours in all"), said.whole(w, row.due, row.got, row.missing, row.share), 2, _WIDE)
    if row.words:
        paper.field(w("In your words"), row.words, 2, _WIDE)


def _sum(paper: Paper, found: Helps, one: Sum, w: Words) -> None:
    kind = w("All together") if one.kind is None else said.kind(w, found.labels, one.kind)
    paper.item(w("{kind}, {n} times written down", kind=kind, n=w.number(one.count)), 0, "=")
    paper.field(w("Hours in all"), said.whole(w, one.due, one.got, one.missing, one.share), 2, _WIDE)
