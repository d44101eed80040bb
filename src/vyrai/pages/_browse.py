"""Countries and ways, for whoever wants to look around without answering anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from vyrai.pages import _naming as naming
from vyrai.pages._doors import History
from vyrai.pages._frame import Frame
from vyrai.pages._library import Library
from vyrai.pages._papers import listed
from vyrai.pages._reader import Reader
from vyrai.pages._screen import screen
from vyrai.pages._search import found, haystack, shelves
from vyrai.world import Document, Requirement, Right, Route, Status


class Opens(NamedTuple):
    """A status, its rights, and for each right what holds of it on the day."""

    status: Status
    rights: tuple[Right, ...]
    holds: dict[str, tuple[str, ...]]


def countries(frame: Frame, reader: Reader) -> str:
    """All countries, in the order of the alphabet."""
    return _draw("countries.html", frame, reader)


def country(frame: Frame, reader: Reader, code: str) -> str:
    """One country. KeyError: no such country."""
    library = reader.library
    found_ = library.atlas.country(code)
    statuses = library.once(("opens", code), lambda: [_opens(library, one) for one in library.statuses[code]])
    rights = dict.fromkeys(right for one in statuses for right in one.holds)
    return _draw(
        "country.html",
        frame,
        reader,
        c=found_,
        union=found_.union if found_.union in library.routes else None,
        languages=[reader.language(one) for one in found_.languages],
        kinds=reader.kinds(library.routes[code]),
        columns=[
            (reader.words(name), found_.columns[column])
            for column, name in naming.COLUMNS.items()
            if found_.columns.get(column)
        ],
        statuses=sorted(statuses, key=lambda one: reader.words.order(reader.words.text(one.status.title))),
        rights=list(rights),
        recipes=listed(reader, code),
        events=library.events(code),
        contacts=library.contacts(code),
        asked=library.asked(code),
        shelves=shelves(reader, code),
    )


def _opens(library: Library, status: Status) -> Opens:
    holds: dict[str, list[str]] = {}
    for one in status.rights:
        listed = holds.setdefault(one.right, [])
        if library.in_force(one.valid):
            listed.append(one.holds)
    every = {right: tuple(dict.fromkeys(found)) for right, found in holds.items()}
    return Opens(status, status.rights, _Missing(every))


class _Missing(dict[str, tuple[str, ...]]):
    """What is not told of a right is nothing."""

    def __missing__(self, _: str) -> tuple[str, ...]:
        return ()


def routes(frame: Frame, reader: Reader, asked: str = "") -> str:
    """All ways: by country, by name on one list, or those that have all words that are asked for."""
    every = reader.routes(reader.atlas.routes)
    if asked:
        every = found(asked, every, lambda one: _haystack(reader, one))
    groups: list[tuple[str, Sequence[Route]]] = [("", every)]
    if frame.face == "app" and not asked:
        groups = [
            (one.id, reader.routes(reader.library.routes[one.id]))
            for one in reader.countries
            if reader.library.routes[one.id]
        ]
    return _draw("routes.html", frame, reader, asked=asked, found=len(every), groups=groups)


def _haystack(reader: Reader, route: Route) -> str:
    place = reader.atlas.country(route.folder).title
    return reader.once(
        ("route", route.id),
        lambda: haystack(reader, [route.title, route.for_whom, route.term, place], route.id),
    )


def route(frame: Frame, reader: Reader, name: str) -> str:
    """One way. KeyError: no such way."""
    library = reader.library
    found_ = library.atlas.route(name)
    door, steps = library.door(found_), library.steps(found_)
    gives = found_.gives.status if found_.gives else None
    return _draw(
        "route.html",
        frame,
        reader,
        x=found_,
        kind=reader.code(naming.KINDS, found_.kind),
        state=library.state(found_),
        door=door,
        door_facts=[one.fact for one in door.doors],
        history=library.once(("history", name), lambda: History(found_, library.world)),
        prior=[library.atlas.status(one) for one in (found_.prior.any if found_.prior else ())],
        conditions=_conditions(reader, found_.requirements),
        steps=steps,
        papers=_papers(library, [need for step in steps for need in step.needs]),
        status=library.atlas.status(gives) if gives else None,
    )


def _conditions(reader: Reader, requirements: Iterable[Requirement]) -> list[tuple[str, list[Requirement]]]:
    """What is asked today; apart from it exceptions, and what is asked on other days."""
    listed, force = list(requirements), reader.library.in_force
    today = [one for one in listed if force(one.valid) and not one.aside]
    aside = [one for one in listed if force(one.valid) and one.aside]
    other = [one for one in listed if not force(one.valid)]
    w = reader.words
    groups = [
        ("", today),
        (w("What can stand in place of a condition, or speak against it"), aside),
        (w("Asked on other days"), other),
    ]
    return [group for group in groups if group[1]]


def _papers(library: Library, names: Iterable[str]) -> list[Document]:
    return [library.atlas.document(name) for name in dict.fromkeys(names)]


def _draw(template: str, frame: Frame, reader: Reader, **values: Any) -> str:
    return screen(template, frame, reader.words, reader.atlas, r=reader, **values)
