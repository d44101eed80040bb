"""The places of one country side by side: for each kind of support bars by place, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vyrai.belong import WINDOW_MONTHS
from vyrai.choose import Around, PlaceOn
from vyrai.choose.placed import Block, Row, layout
from vyrai.law import WEEKS
from vyrai.pages._draw import Piece, stretch
from vyrai.words import belonging as said

if TYPE_CHECKING:
    from vyrai.words import Words


class Line(NamedTuple):
    """Places that are alike, their bars by law and as seen, and the same in words."""

    name: str
    by_law: tuple[Piece, ...]
    as_seen: tuple[Piece, ...]
    due: str
    seen: str
    months: str
    facts: tuple[str, ...]


class Way(NamedTuple):
    """Ways (no name if there is but one) with a line for places that are alike; then the places not known."""

    name: str
    lines: list[Line]
    unknown: str


class Part(NamedTuple):
    """A kind of support for a child."""

    member: str
    kind: str
    ways: list[Way]


class Beside(NamedTuple):
    """A place by its name, and what stands beside it."""

    name: str
    place: PlaceOn
    notes: list[tuple[str, str]]


class LaidOut(NamedTuple):
    """What the template asks for."""

    way: str
    parts: list[Part]
    unknown: list[tuple[str, str]]
    left_out: str
    better: list[str]
    places: list[Beside]


def laid_out(w: Words, found: Around) -> LaidOut:
    """By kind of support, then by way; places by the alphabet, none is ranked."""
    places = sorted(found.places, key=lambda one: w.order(w.text(one.title)))
    laid = layout(found, [one.place for one in places])
    ways = [way for one in found.groups[:1] for way in one.ways]
    return LaidOut(
        way="" if found.ways else said.routes(w, found, ways),
        parts=[_part(w, found, block) for block in laid.blocks],
        unknown=[
            (member, said.unclear_everywhere(w, [said.kind(w, found, one) for one in kinds]))
            for member, kinds in laid.unclear.items()
        ]
        + [
            (member, said.unseen_anywhere(w, [said.kind(w, found, one) for one in kinds]))
            for member, kinds in laid.unknown.items()
        ],
        left_out=said.routes(w, found, laid.left_out),
        better=[
            said.more_there(
                w,
                one.member,
                said.kind(w, found, one.kind),
                one.measure,
                said.spot(w, found, found.groups[one.group]),
                [said.spot(w, found, found.groups[other]) for other in one.than],
            )
            for one in found.better
        ],
        places=[_beside(w, found, one) for one in places],
    )


def _part(w: Words, found: Around, block: Block) -> Part:
    ways = []
    for on in block.on:
        unknown = [w.text(found.labels[one]) for one in on.unknown]
        every = said.elsewhere(w, unknown, len(unknown) == len(found.places)) if unknown else ""
        lines = [_line(w, found, row) for row in on.rows]
        ways.append(Way(said.routes(w, found, on.ways) if found.ways else "", lines, every))
    return Part(block.member, said.kind(w, found, block.kind), ways)


def _line(w: Words, found: Around, row: Row) -> Line:
    top, at = float(WINDOW_MONTHS * WEEKS["months"]), row.at
    names = "; ".join(w.text(found.labels[one]) for one in row.places) or w("wherever in the country")
    return Line(
        name=names[:1].upper() + names[1:],
        by_law=stretch(at.due, at.ends, top),
        as_seen=stretch(at.seen, at.ends, top),
        due=said.when(w, at.due),
        seen=said.seen_there(w, at.seen, at.averages),
        months=said.months(w, at.score),
        facts=at.score.real.facts,
    )


def _beside(w: Words, found: Around, one: PlaceOn) -> Beside:
    within = None if one.within is None else w.text(found.labels[one.within])
    notes = [(w.text(found.labels[of.of]), w.text(of.note)) for of in one.differs if of.note is not None]
    return Beside(said.place(w, w.text(one.title), within), one, notes)
