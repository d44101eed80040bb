"""All pages that ask nobody anything, as files: the same templates as in the app, without any script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vyrai.pages._about import about, people
from vyrai.pages._browse import countries, country, route, routes
from vyrai.pages._changes import changes, year_before
from vyrai.pages._facts import facts, shelf
from vyrai.pages._frame import Frame
from vyrai.pages._library import Library
from vyrai.pages._papers import recipe, recipes
from vyrai.pages._reader import Reader
from vyrai.pages._screen import TONGUES
from vyrai.pages._start import start
from vyrai.pages._templates import asset, assets, draw
from vyrai.words import Words
from vyrai.world import Atlas


class File(NamedTuple):
    """A file of the site: its path below the folder, with slashes, and its text."""

    path: str
    text: str


Make = Callable[[Frame, Reader], str]


def site(atlas: Atlas, on: date, languages: Sequence[str]) -> Iterator[File]:
    """The files of the site of a day, made one after the other. Same atlas, day and languages, same bytes."""
    library = Library(atlas, on)
    tongues = tuple(code for code in TONGUES if code in languages)
    style = asset(".css")
    yield File(f"s/{style}", assets()[style][1])
    words = {code: Words(code) for code in tongues}
    names = [(code, TONGUES[code]) for code in tongues]
    yield File("index.html", draw("gate.html", tongues=names, words=words, style=style))
    pages = list(_pages(library))
    for code in tongues:
        reader = Reader(library, words[code])
        for page, key, make in pages:
            here = f"{page}/{key}" if key else page
            frame = Frame("site", code, here, style, languages=tongues, shelves=library.shelves)
            yield File(f"{code}/{here or 'index'}.html", make(frame, reader))


def pages_in(atlas: Atlas, on: date) -> int:
    """How many pages a language of the site has."""
    return sum(1 for _ in _pages(Library(atlas, on)))


def _pages(library: Library) -> Iterator[tuple[str, str, Make]]:
    """Each page: its name, what it is about, and what makes it."""
    yield "", "", lambda frame, reader: start(frame, reader.words, reader.atlas)
    yield "countries", "", countries
    yield "routes", "", routes
    yield "recipes", "", recipes
    yield "facts", "", facts
    yield "people", "", people
    yield "about", "", about
    yield "changes", "", _changes
    for one in library.countries:
        yield "country", one.id, _about(country, one.id)
    for way in library.atlas.routes:
        yield "route", way.id, _about(route, way.id)
    for place in library.recipes.by_place:
        yield "recipes", place, _about(recipe, place)
    for name in library.shelved:
        yield "facts", name, _about(shelf, name)


def _changes(frame: Frame, reader: Reader) -> str:
    """What changed in the last twelve months."""
    on = reader.library.on
    return changes(frame, reader, year_before(on), on)


def _about(make: Callable[[Frame, Reader, str], str], name: str) -> Make:
    return lambda frame, reader: make(frame, reader, name)
