"""A pack as sheets to print and hand over, on a screen and as a page; the passport in two languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from vyrai.choose.model import Text
from vyrai.choose.packing import Packed
from vyrai.pages._alone import alone, desk_without_ways
from vyrai.pages._desk import Desk
from vyrai.pages._frame import Frame
from vyrai.pages._screen import TONGUES, screen
from vyrai.pages._templates import PACKS
from vyrai.prove import Member, PaperTold, drawing
from vyrai.words import packing as said

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

SIGNS = {"asked": "met", "helps": "nar", "useless": "not"}
"""The class of the chip of a paper."""


class Shown(NamedTuple):
    """A saying with its picture."""

    title: Text
    how: str | None
    picture: Markup | None


class Sheet(NamedTuple):
    """A member: the passport and the lines of the pack, each in one language or two."""

    alias: str
    passport: bool
    sayings: tuple[Shown, ...]
    talk: tuple[said.Entry, ...]
    talk2: tuple[said.Entry, ...]
    lines: tuple[said.Pair, ...]


class Sheets(NamedTuple):
    """Everything that the templates ask for. open: questions to answer, each with where it is asked."""

    audience: str
    country: str | None
    title: Text | None
    members: list[Sheet]
    papers: tuple[PaperTold, ...]
    written: bool
    open: list[tuple[str, str]]
    signs: dict[str, str]


class Links(NamedTuple):
    """Where else the screen leads: names, addresses, and whether one is the place where somebody is.

    tongues: languages by code, none first. asked: by alias the key of the member in the interview.
    """

    audiences: Sequence[tuple[str, str, bool]]
    members: Sequence[tuple[str, str, bool]]
    tongues: Sequence[tuple[str, str, bool]]
    board: str
    asked: Mapping[str, str]


def packing(
    frame: Frame, words: Words, second: Words | None, atlas: Atlas, found: Packed, links: Links
) -> str:
    """The screen. second: the other language of the sheets, if there is one."""
    desk = desk_without_ways(words, frame, found.basis, found.sources, {})
    named = [(TONGUES.get(code) or words("none"), to, here) for code, to, here in links.tongues]
    links = links._replace(tongues=named)
    values = _values(desk, words, second, found, links)
    return desk.sources.back(screen("pack.html", frame, words, atlas, links=links, **values))


def pack_alone(words: Words, second: Words | None, found: Packed) -> str:
    """The same as one page with everything inside, as HTML text ending in a line break."""
    desk = desk_without_ways(words, None, found.basis, found.sources, {})
    values = _values(desk, words, second, found, None)
    return alone(desk, "pack_alone.html", PACKS, values)


def _values(
    desk: Desk, w: Words, second: Words | None, found: Packed, links: Links | None
) -> dict[str, object]:
    still_open = [
        (w.text(found.labels[name]).replace("{name}", one.alias), _asked(desk, links, one.alias, name))
        for one in found.pack.members
        for name in one.unanswered
    ]
    return {
        "c": desk.comparison,
        "d": desk,
        "v2": second,
        "said": said,
        "x": Sheets(
            audience=found.pack.audience,
            country=found.country,
            title=found.title,
            members=[_sheet(w, second, one) for one in found.pack.members],
            papers=found.pack.papers,
            written=found.pack.written,
            open=still_open,
            signs=SIGNS,
        ),
    }


def _asked(desk: Desk, links: Links | None, alias: str, question: str) -> str:
    """Where the app asks a question about a member; nowhere on a page of its own."""
    if links is None or desk.frame is None:
        return ""
    return desk.frame.to("ask", q=f"{links.asked[alias]}.{question.partition('.')[2]}")


def _sheet(w: Words, second: Words | None, one: Member) -> Sheet:
    talk = tuple(said.passport(w, one))
    return Sheet(
        alias=one.alias,
        passport=bool(talk or one.sayings),
        sayings=tuple(Shown(saying.title, saying.how, _picture(saying.means)) for saying in one.sayings),
        talk=talk,
        talk2=() if second is None else tuple(said.passport(second, one)),
        lines=tuple(said.pairs(w, second, one)),
    )


def _picture(meaning: str) -> Markup | None:
    """Our own drawing, hidden from readers of the screen: its word stands beside it."""
    drawn = drawing(meaning)
    if drawn is None:
        return None
    hidden = drawn.replace("<svg ", '<svg aria-hidden="true" ', 1)
    return Markup(hidden)  # noqa: S704 - a drawing of ours, with nothing of a case in it
