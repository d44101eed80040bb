"""The places of a country laid out for people: by kind of support, then by way, what is alike together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vyrai.belong import There
from vyrai.choose.abreast import WayOn
from vyrai.choose.around import Around, Settling


class Row(NamedTuple):
    """Places (by id, in the order asked) in which a kind of support is the same; none: wherever one lives."""

    places: tuple[str, ...]
    at: There


class OnWays(NamedTuple):
    """Ways on which a kind of support is the same everywhere; unknown: places of which nobody wrote it."""

    ways: tuple[WayOn, ...]
    rows: list[Row]
    unknown: list[str]


class Block(NamedTuple):
    """A kind of support for a child, of which somebody has written how it is in some place."""

    member: str
    kind: str
    on: list[OnWays]


class Layout(NamedTuple):
    """Everything of one answer. unclear: by child the kinds of which something was written of a place, but
    no more than the country tells; unknown: those of which nothing was written of any place.

    left_out: ways that are closed today, where there are others.
    """

    blocks: list[Block]
    unclear: dict[str, list[str]]
    unknown: dict[str, list[str]]
    left_out: list[WayOn]


def layout(found: Around, order: Sequence[str]) -> Layout:
    """What is known of places, in this order; ways as they stand in the answer."""
    by_way = {way.routes: way for one in found.groups for way in one.ways}
    shown = [name for name in by_way if by_way[name].way != "closed"] or list(by_way)
    kinds = dict.fromkeys((of.score.member, of.score.kind) for one in found.groups for of in one.kinds)
    unclear: dict[str, list[str]] = {}
    unknown: dict[str, list[str]] = {}
    written = {(at.score.member, at.score.kind) for one in found.groups for at in one.kinds if at.own}
    blocks = []
    for member, kind in kinds:
        on = _on_ways(found, (member, kind), shown, by_way, order)
        if any(row.places for one in on for row in one.rows):
            blocks.append(Block(member, kind, on))
        else:
            (unclear if (member, kind) in written else unknown).setdefault(member, []).append(kind)
    return Layout(blocks, unclear, unknown, [by_way[name] for name in by_way if name not in shown])


def _on_ways(
    found: Around,
    asked: tuple[str, str],
    shown: Sequence[tuple[str, ...]],
    by_way: dict[tuple[str, ...], WayOn],
    order: Sequence[str],
) -> list[OnWays]:
    """The ways, those together on which the kind is the same in the country and in each place."""
    alike: dict[tuple[object, ...], OnWays] = {}
    for name in shown or [()]:
        there = {one.place: at for one in found.groups if _by(one, name) for at in _of(one, asked)}
        country = there.get(None)
        own = [place for place in order if place in there and _tells(there[place], country)]
        rows = [*([] if country is None else [Row((), country)]), *_rows(there, own)]
        key = tuple((row.places, _same(row.at)) for row in rows)
        mine = alike.setdefault(key, OnWays((), rows, [one for one in order if one not in own]))
        if name in by_way:
            alike[key] = mine._replace(ways=(*mine.ways, by_way[name]))
    return list(alike.values())


def _tells(at: There, country: There | None) -> bool:
    """Whether a place tells more than the country does: months or a wait that were seen, or another law."""
    real = at.score.real
    seen = bool(real.lo or at.averages) or real.hi != at.score.months
    return at.own and (seen or country is None or _on_paper(at) != _on_paper(country))


def _on_paper(at: There) -> tuple[object, ...]:
    paper, due = at.score.paper, at.due
    return paper.lo, paper.hi, None if due is None else (due.lo, due.hi)


def _by(one: Settling, routes: tuple[str, ...]) -> bool:
    return not one.ways or any(way.routes == routes for way in one.ways)


def _of(one: Settling, asked: tuple[str, str]) -> Iterator[There]:
    return (at for at in one.kinds if (at.score.member, at.score.kind) == asked)


def _rows(there: dict[str | None, There], own: Sequence[str]) -> list[Row]:
    """Places that are alike in one row, where the first of them stands."""
    rows: dict[tuple[object, ...], Row] = {}
    for place in own:
        at = there[place]
        mine = rows.setdefault(_same(at), Row((), at))
        rows[_same(at)] = mine._replace(places=(*mine.places, place))
    return list(rows.values())


def _same(at: There) -> tuple[object, ...]:
    score = at.score
    times = [None if one is None else (one.lo, one.hi) for one in (at.due, at.seen)]
    told = tuple((one.lo, one.hi, one.unit) for one in at.averages)
    return score.state, told, *times, score.paper.lo, score.paper.hi, score.real.lo, score.real.hi
