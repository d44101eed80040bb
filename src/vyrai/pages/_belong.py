"""What opens for whom in a country, as a screen and as a page of its own: bars through time, and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from vyrai.belong import FROM_AGE, UNTIL_AGE, Flag, Gap, Score, Support, Year
from vyrai.choose import Abreast, Around, Belongs
from vyrai.law import WEEKS
from vyrai.pages._alone import alone, desk_without_ways
from vyrai.pages._around import laid_out
from vyrai.pages._desk import Desk
from vyrai.pages._draw import Piece, piece, stretch
from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.pages._templates import OPENS
from vyrai.words import belonging as said
from vyrai.words import parting
from vyrai.words.home import lacking

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

SIGNS = {
    "at_once": "met",
    "open": "met",
    "sometime": "unk",
    "limited": "nar",
    "closed": "not",
    "unknown": "unk",
    "against": "not",
}
"""The class of the chip of a group of supports."""
_STEPS = 4
"""Into how many parts the scale of months is divided."""
_AGES = {"sure": "sure", "maybe": "maybe", "gap": "unk"}


class Line(NamedTuple):
    """A support with its bars: by law, and as seen."""

    support: Support
    by_law: tuple[Piece, ...]
    as_seen: tuple[Piece, ...]


class Member(NamedTuple):
    """Members for whom it is the same: red lines, supports by group, needs for which nothing is there."""

    names: tuple[str, ...]
    flags: tuple[Flag, ...]
    groups: list[tuple[str, list[Line]]]
    gaps: list[tuple[str, str, tuple[Gap, ...]]]


class Years(NamedTuple):
    """Years of a child that are alike: the ages, what is due, what is perhaps, why nothing is."""

    ages: str
    by_law: str
    perhaps: str
    gap: str


class Life(NamedTuple):
    """The years of a child: a strip with one piece a year, where things end, and the same as a table."""

    name: str
    first: int
    strip: tuple[Piece, ...]
    ends: tuple[str, ...]
    years: list[Years]
    grown: Score | None


class Opened(NamedTuple):
    """Everything that the templates ask for."""

    found: Belongs
    members: list[Member]
    lives: list[Life]
    marks: list[tuple[str, str]]


def opens(
    frame: Frame,
    words: Words,
    atlas: Atlas,
    found: Belongs,
    ways: Sequence[tuple[str, str]],
    beside: Abreast | None = None,
    unasked: Sequence[str] = (),
    around: Around | None = None,
) -> str:
    """The screen. ways: ids and titles of the ways to choose from; beside: all ways, around: all places, if
    that was asked.

    unasked: children of whose needs nothing was said.
    """
    desk = _desk(found, words, frame, beside, around)
    homes = [
        (one.id, words.text(one.title)) for one in atlas.countries if one.home and one.id != found.country
    ]
    values = _values(desk, words, found, ways, beside, around)
    values["with_places"] = bool(atlas.places_of(found.country))
    html = screen("belong.html", frame, words, atlas, homes=homes, unasked=unasked, **values)
    return desk.sources.back(html)


def opens_alone(
    words: Words,
    found: Belongs,
    beside: Abreast | None,
    around: Around | None = None,
    unasked: Sequence[str] = (),
) -> str:
    """The same as one page with everything inside, as HTML text ending in a line break."""
    desk = _desk(found, words, None, beside, around)
    values = {
        "homes": (),
        "unasked": unasked,
        "with_places": False,
        **_values(desk, words, found, (), beside, around),
    }
    return alone(desk, "belong_alone.html", OPENS, values)


def _desk(
    found: Belongs, words: Words, frame: Frame | None, beside: Abreast | None, around: Around | None
) -> Desk:
    more = [one.sources for one in (around, beside) if one is not None]
    sources = {name: said for of in (*more, found.sources) for name, said in of.items()}
    return desk_without_ways(words, frame, found.basis, sources, found.labels, found.people)


def _values(
    desk: Desk,
    w: Words,
    found: Belongs,
    ways: Sequence[tuple[str, str]],
    beside: Abreast | None,
    around: Around | None,
) -> dict[str, object]:
    belonging = found.belonging
    return {
        "c": desk.comparison,
        "d": desk,
        "x": Opened(found, _members(w, found), _lives(w, found), _marks(w, belonging.window)),
        "said": said,
        "parting": parting,
        "crossed": [pair for link in found.chain for pair in desk.crossings(link)],
        "unplaced": lacking(w, found.home),
        "signs": SIGNS,
        "ways": ways,
        "beside": beside,
        "placed": None if around is None else laid_out(w, around),
        "chosen": "" if beside is None else said.route(w, beside.labels, beside.chosen),
        "differing": said.differing([one.scores for one in beside.months]) if beside else set(),
        "until_age": UNTIL_AGE,
        "from_age": FROM_AGE,
    }


def _marks(w: Words, window: int) -> list[tuple[str, str]]:
    """Where the months stand on the scale, per cent, and their numbers."""
    part = window // _STEPS
    return [(f"{100 * n / _STEPS:.3g}", w.number(n * part)) for n in range(_STEPS + 1)]


def _members(w: Words, found: Belongs) -> list[Member]:
    """Those of whom there is something to say, those for whom it is the same together."""
    belonging = found.belonging
    top = float(belonging.window * WEEKS["months"])
    everything: list[Support | Gap] = [*belonging.supports, *belonging.gaps]
    alike: dict[bytes, list[str]] = {}
    for name in dict.fromkeys(one.member for one in everything):
        mine = [msgspec.structs.replace(one, member="") for one in everything if one.member == name]
        alike.setdefault(msgspec.json.encode(mine), []).append(name)
    members = []
    for names in alike.values():
        lines = [
            Line(one, stretch(one.due, one.ends, top), stretch(one.seen, one.ends, top))
            for one in belonging.supports
            if one.member == names[0]
        ]
        groups = [(code, [one for one in lines if said.group(one.support) == code]) for code in said.STATES]
        flags = tuple(one for one in belonging.flags if one.member == names[0])
        gaps = _gaps(w, found, [one for one in belonging.gaps if one.member == names[0]])
        members.append(Member(tuple(names), flags, [pair for pair in groups if pair[1]], gaps))
    return members


def _gaps(w: Words, found: Belongs, gaps: Iterable[Gap]) -> list[tuple[str, str, tuple[Gap, ...]]]:
    """Needs of which the same is said together: the needs, what is said, the gaps."""
    groups: dict[tuple[str, str], list[Gap]] = {}
    for one in gaps:
        text = said.gap(w, one.begins, one.ends, one.cause, one.unwritten)
        groups.setdefault((text, str([bridge.provision for bridge in one.bridges])), []).append(one)
    return [
        ("; ".join(w.text(found.labels.get(one.need)) or one.need for one in of), text, tuple(of))
        for (text, _), of in groups.items()
    ]


def _lives(w: Words, found: Belongs) -> list[Life]:
    belonging, lives = found.belonging, []
    for name, years in groupby(belonging.life, lambda one: one.member):
        mine = list(years)
        grown = next((one for one in belonging.grown if one.member == name), None)
        ends = tuple(said.ends(w, one, found.basis.on) for one in belonging.cliffs if one.member == name)
        lives.append(Life(name, mine[0].age, _strip(mine), ends, _years(w, found, mine), grown))
    return lives


def _strip(years: Sequence[Year]) -> tuple[Piece, ...]:
    """One piece a year: something is due for sure, may be there, or nothing is known to be."""
    width = 100 / len(years)
    kinds = ["sure" if one.by_law else "maybe" if one.perhaps else "gap" for one in years]
    return tuple(
        piece(_AGES[kind], place * width, (place + 1) * width - width / 8) for place, kind in enumerate(kinds)
    )


def _years(w: Words, found: Belongs, years: Sequence[Year]) -> list[Years]:
    def names(ids: Iterable[str]) -> str:
        return "; ".join(w.text(found.labels.get(one)) for one in ids)

    told = []
    for _, alike in groupby(years, lambda one: (one.by_law, one.perhaps, one.gap)):
        same = list(alike)
        first, last = same[0], same[-1]
        ages = w.number(first.age) if first.age == last.age else w.span(first.age, last.age)
        gap = "" if first.gap is None else said.cause(w, first.gap)
        told.append(Years(ages, names(first.by_law), names(first.perhaps), gap))
    return told
