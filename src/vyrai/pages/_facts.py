"""Facts: all of them by country and topic, found by words, and each in full with its rivals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vyrai.pages._frame import Frame
from vyrai.pages._library import FactOn
from vyrai.pages._reader import Reader
from vyrai.pages._screen import screen
from vyrai.pages._search import found, haystack, shelves

PAGE = 50
"""Results on one page."""


def facts(frame: Frame, reader: Reader, asked: str = "", page: int = 1) -> str:
    """All facts by country and topic, or those that have all words that are asked for."""
    library = reader.library
    if not asked:
        groups = [(reader.country(code), shelves(reader, code)) for code in ("", *_codes(reader))]
        listed = [group for group in groups if group[1]]
        return _draw("facts.html", frame, reader, asked="", found=len(library.atlas.facts), groups=listed)
    every = found(asked, library.atlas.facts, lambda one: _haystack(reader, one.id))
    pages = max(1, -(-len(every) // PAGE))
    page = min(max(page, 1), pages)
    shown = [library.fact(one.id) for one in every[(page - 1) * PAGE : page * PAGE]]
    return _draw(
        "facts.html", frame, reader, asked=asked, found=len(every), facts=shown, page=page, pages=pages
    )


def _codes(reader: Reader) -> list[str]:
    return [one.id for one in reader.countries]


def _haystack(reader: Reader, name: str) -> str:
    def made() -> str:
        known = reader.fact(name)
        texts = [known.title, *(one.on.statement for one in known.said)]
        return haystack(
            reader, texts, *(one.on.publisher for one in known.said), reader.country(known.fact.folder), name
        )

    return reader.once(("fact", name), made)


def shelf(frame: Frame, reader: Reader, name: str) -> str:
    """All facts of a country and topic. KeyError: no such shelf."""
    return _shelf(frame, reader, name, reader.facts(reader.library.shelved[name]), False)


def fact(frame: Frame, reader: Reader, name: str) -> str:
    """One fact. KeyError: no such fact."""
    return _shelf(frame, reader, reader.library.shelves[name], [reader.fact(name)], True)


def _shelf(frame: Frame, reader: Reader, name: str, listed: Sequence[FactOn], one: bool) -> str:
    place, topic, part = reader.shelf(name)
    return _draw(
        "shelf.html", frame, reader, shelf=name, place=place, topic=topic, part=part, facts=listed, one=one
    )


def _draw(template: str, frame: Frame, reader: Reader, **values: Any) -> str:
    return screen(template, frame, reader.words, reader.atlas, r=reader, **values)
