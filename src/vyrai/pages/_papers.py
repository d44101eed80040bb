"""Papers and how to get them, for whoever wants to look around without answering anything."""

from __future__ import annotations

from typing import NamedTuple

from vyrai.pages._frame import Frame
from vyrai.pages._reader import Reader
from vyrai.pages._recipes import Giving, Recipe
from vyrai.pages._screen import screen
from vyrai.pages._search import found, haystack
from vyrai.world import Document, Route, Status, Step


class Part(NamedTuple):
    """A route that a step is part of, the steps before it there, and the fees of the whole."""

    route: Route
    before: tuple[Step, ...]
    fees: tuple[str, ...]


def recipes(frame: Frame, reader: Reader, asked: str = "") -> str:
    """All papers by country, or those that have all words that are asked for."""
    groups = []
    for place in _places(reader):
        here = listed(reader, place)
        if asked:
            here = found(asked, here, lambda one: _haystack(reader, one))
        groups.append((place, here))
    number = len({one.paper.id for _, here in groups for one in here})
    groups = [group for group in groups if group[1]]
    return screen(
        "recipes.html", frame, reader.words, reader.atlas, r=reader, asked=asked, found=number, groups=groups
    )


def recipe(frame: Frame, reader: Reader, place: str) -> str:
    """The papers of one country. KeyError: no such country, or it gives none."""
    w = reader.words
    if place not in reader.library.recipes.by_place:
        raise KeyError(place)
    here = listed(reader, place)
    groups = [
        (w("Papers"), [one for one in here if isinstance(one.paper, Document)]),
        (w("Statuses"), [one for one in here if isinstance(one.paper, Status)]),
    ]
    return screen(
        "recipe.html",
        frame,
        reader.words,
        reader.atlas,
        r=reader,
        place=place,
        country=next((one for one in reader.countries if one.id == place), None),
        groups=[group for group in groups if group[1]],
        ways=lambda giving, paper: _parts(reader, giving, paper),
    )


def _places(reader: Reader) -> list[str]:
    """Where papers are given, in the order of names; what no country gives alone comes last."""
    by = reader.library.recipes.by_place
    own = [one.id for one in reader.countries if one.id in by]
    return [*own, *(place for place in by if place not in own)]


def listed(reader: Reader, place: str) -> list[Recipe]:
    """What is had in a place, in the order of names; papers and statuses alike."""
    w = reader.words
    every = reader.library.recipes.by_place.get(place, ())
    return sorted(every, key=lambda one: (w.order(w.text(one.paper.title)), one.paper.id))


def _parts(reader: Reader, giving: Giving, paper: Document | Status) -> list[Part]:
    """The routes with a step. A status stands at the end of one: what leads there belongs to its recipe."""
    steps, name = reader.library.steps, giving.step.id
    routes = reader.routes(reader.library.step_routes.get(name, ()))
    if isinstance(paper, Document):
        return [Part(route, (), ()) for route in routes]
    return [Part(route, steps(route)[: route.steps.index(name)], route.fees) for route in routes]


def _haystack(reader: Reader, one: Recipe) -> str:
    paper = one.paper
    own = paper.issuer if isinstance(paper, Document) else paper.term
    texts = [paper.title, own, *(giving.step.title for giving in one.giving)]
    return reader.once(
        ("recipe", paper.id, one.place),
        lambda: haystack(reader, texts, reader.place(one.place), paper.id),
    )
