"""For how many ways of weighing a place comes first: bars in bands, the same in words, what was weighed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vyrai.choose.weigh_model import Share, Weighed, Weighing
from vyrai.pages import _terms
from vyrai.pages._draw import Piece, piece
from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.words.weighing import about, known_of, left, result

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

_AT = {"none": 0, "hardly": 2, "few": 12, "some": 30, "half": 50, "most": 75, "nearly": 96}
"""Where the bar of a band ends, per cent of its width: a band, and never a figure."""


class Choice(NamedTuple):
    """What somebody ticked as what matters; `wishes`: the same by the wishes in the notebook."""

    ticked: Sequence[str] = ()
    too_many: bool = False
    wishes: Sequence[str] = ()


class Told(NamedTuple):
    """A place: its way and verdict, its bar, for how many ways of weighing it comes first, what is known."""

    country: str
    title: str
    way: str
    sign: str
    verdict: str
    bar: tuple[Piece, ...]
    first: str
    bounds: str
    three: str
    suits: str
    partly: str
    unknown: str


class Thing(NamedTuple):
    """Something that is weighed: whether it was ticked, in how many places it is known."""

    name: str
    title: str
    ticked: bool
    known: str


def weighed(frame: Frame, words: Words, atlas: Atlas, weighing: Weighing, choice: Choice) -> str:
    """The screen. Places stand by the alphabet."""
    w = words
    places = [_told(w, place) for place in weighing.places]
    things = [
        Thing(
            one.name,
            w.criterion(one.name),
            one.name in choice.ticked,
            known_of(w, one.known, one.partly, one.unknown, one.same),
        )
        for one in weighing.criteria
    ]
    firsts = [place.first.bands for place in weighing.places]
    return screen(
        "weigh.html",
        frame,
        words,
        atlas,
        about=about(w, weighing.samples),
        result=result(w, weighing.matters, weighing.settled.bands, firsts),
        places=sorted(places, key=lambda place: (w.order(place.title), place.country)),
        things=things,
        choice=choice,
        wishes=[("m", name) for name in choice.wishes],
        untold=[w.criterion(name) for name in weighing.in_words_only],
        left=[
            (label, w.list(names))
            for label, names in left(w, ((one.why, w.text(one.title)) for one in weighing.left_out))
        ],
        basis=weighing.basis,
    )


def _told(w: Words, place: Weighed) -> Told:
    by_known = {
        known: [one.criterion for one in place.readings if one.known == known]
        for known in ("partly", "unknown")
    }
    least, most = w.share(place.surely.bands), w.share(place.at_most.bands)
    return Told(
        place.country,
        w.text(place.title),
        " › ".join(w.text(title) for title in place.titles),
        _terms.SIGNS[place.way],
        w(_terms.WAYS[place.way]),
        bar(place.surely, place.first, place.at_most),
        w.share(place.first.bands),
        w("at worst {least}, at best {most}", least=least, most=most),
        w.share(place.among_three.bands),
        w.briefly(place.suits),
        w.briefly(by_known["partly"]),
        w.briefly(by_known["unknown"]),
    )


def bar(surely: Share, first: Share, at_most: Share) -> tuple[Piece, ...]:
    """Solid as far as a place surely comes first, hatched as far as that hangs on what is unknown, dotted as
    far as it could come first at best.
    """
    ends = [_end(surely) if surely.share else 0, _end(first), _end(at_most)]
    ends = [max(ends[: number + 1]) for number in range(len(ends))]
    pieces = []
    start = 0.0
    for kind, end in zip(("sure", "maybe", "unk"), ends, strict=True):
        if end > start:
            pieces.append(piece(kind, start, end))
            start = end
    return tuple(pieces)


def _end(share: Share) -> float:
    return _middle(_AT[band] for band in share.bands)


def _middle(ends: Iterable[int]) -> float:
    every = list(ends)
    return sum(every) / len(every)
