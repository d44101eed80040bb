"""The comparison on the screens of the app: all countries, and each on a screen of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from vyrai.choose import Comparison
from vyrai.choose.lands import lands
from vyrai.choose.model import Mark
from vyrai.pages._desk import Desk
from vyrai.pages._fields import Choice, label
from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.pages._shown import shown, whole

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas


_LINE = "red_line"


def compared(
    frame: Frame, words: Words, atlas: Atlas, comparison: Comparison, chosen: Collection[str]
) -> str:
    """Every country in a line, the one question, the first step, dangers, leaving; each country is a link.

    chosen: the codes of the family's red lines.
    """
    desk = Desk(comparison, words, frame)
    every = desk.by_name(lands(comparison))
    html = screen(
        "compare.html",
        frame,
        words,
        atlas,
        **whole(desk, every),
        lines=[Choice(code, label(words, of, code), code in chosen) for code, of in red_lines(atlas).items()],
    )
    return desk.sources.back(html)


def red_lines(atlas: Atlas) -> dict[str, Mapping[str, Any]]:
    """What a family may say that it will not do, whatever it gains: the words by code."""
    wishes = atlas.codes.get("wishes")
    return {
        code: texts for code, texts in (wishes.codes if wishes else {}).items() if texts.get("group") == _LINE
    }


def only(comparison: Comparison, country: str) -> Comparison:
    """The comparison as far as it speaks of one country."""
    return msgspec.structs.replace(
        comparison,
        rows=tuple(row for row in comparison.rows if row.country == country),
        leaving=(),
        also={country: comparison.also.get(country, ())},
        perils=tuple(one for one in comparison.perils if country in one.countries),
        next=None,
        first=None,
    )


def destination(
    frame: Frame, words: Words, atlas: Atlas, comparison: Comparison, country: str, mark: Mark | None
) -> str:
    """One country: its ways in and to stay, what can go wrong, what is unknown, whom to ask. Its sources.

    mark: what the family wrote beside the country. Raises KeyError if no way leads there.
    """
    comparison = only(comparison, country)
    if not comparison.rows:
        raise KeyError(country)
    desk = Desk(comparison, words, frame)
    every = desk.by_name(lands(comparison))
    html = screen(
        "place.html",
        frame,
        words,
        atlas,
        **shown(desk, every),
        land=every[0],
        what=country,
        mark=mark,
    )
    return desk.sources.back(html)
