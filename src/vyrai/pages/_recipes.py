"""How papers and statuses are had: for each the steps that give it, by the country whose office does so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from vyrai.world import Atlas, Document, Route, Status, Step

ANYWHERE = "all"
"""The name of the pages of what belongs to no country."""


class Giving(NamedTuple):
    """A step that gives a paper, and how it must end for that; no outcome: whenever it is done."""

    step: Step
    outcomes: tuple[str, ...]


class Recipe(NamedTuple):
    """All ways to a paper or status in one place; none if no step that gives it is written down.

    elsewhere: the other places that give it. wanted: the routes that ask for it.
    """

    paper: Document | Status
    place: str
    giving: tuple[Giving, ...]
    elsewhere: tuple[str, ...]
    wanted: tuple[Route, ...]


class Recipes:
    """The recipes of an atlas."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Recipe, ...]]:
        """The recipes of each country, and of none."""
        found: dict[str, list[Recipe]] = {}
        for name, by in self._places.items():
            for place, giving in by.items():
                others = tuple(one for one in by if one != place)
                recipe = Recipe(self._papers[name], place, giving, others, self._wanted(name))
                found.setdefault(place, []).append(recipe)
        return {place: tuple(listed) for place, listed in found.items()}

    def near(self, name: str, place: str = "") -> str | None:
        """The place whose page tells how to get a paper: this one if it does, else the first that does."""
        places = self._places.get(name, {})
        return place if place in places else next(iter(places), None)

    def paper(self, name: str) -> Document | Status:
        """A paper or status by its id. KeyError: no such thing."""
        return self._papers[name]

    @cached_property
    def _papers(self) -> Mapping[str, Document | Status]:
        papers: tuple[Document | Status, ...] = (*self._atlas.documents, *self._atlas.statuses)
        return {one.id: one for one in papers}

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, tuple[Giving, ...]]]:
        """By paper and place the steps that give it. A status that no step gives has no recipe."""
        found: dict[str, dict[str, list[Giving]]] = {}
        for step in self._atlas.steps:
            for name, outcomes in _given(step).items():
                by = found.setdefault(name, {})
                by.setdefault(self._place(step.folder, _facts(step)), []).append(Giving(step, outcomes))
        for paper in self._atlas.documents:
            if paper.id not in found:
                found[paper.id] = {self._place(paper.folder, _told(paper)): []}
        return {name: {place: tuple(giving) for place, giving in by.items()} for name, by in found.items()}

    def _place(self, folder: str, facts: Iterable[str]) -> str:
        """Where a thing belongs: what many countries share, to the one whose law alone it rests on."""
        of = {self._atlas.fact(name).folder for name in facts} - {""}
        return folder or (of.pop() if len(of) == 1 else ANYWHERE)

    def _wanted(self, name: str) -> tuple[Route, ...]:
        return tuple(route for route in self._atlas.routes if name in self._asked_by[route.id])

    @cached_property
    def _asked_by(self) -> Mapping[str, frozenset[str]]:
        """What a route asks for: papers of its steps, and the statuses one of which is held before."""
        step = self._atlas.step
        return {
            route.id: frozenset(
                [*(route.prior.any if route.prior else ()), *(n for s in route.steps for n in step(s).needs)]
            )
            for route in self._atlas.routes
        }


def _given(step: Step) -> dict[str, tuple[str, ...]]:
    """What a step gives, and with which outcomes."""
    found: dict[str, tuple[str, ...]] = {}
    for name, outcome in step.outcomes.items():
        for one in outcome.yields:
            found[one] = (*found.get(one, ()), name)
    return found | {name: found.get(name, ()) for name in step.yields}


def _facts(step: Step) -> list[str]:
    named = [step.takes.law, step.takes.observed, step.danger.fact if step.danger else None]
    outcomes = [fact for one in step.outcomes.values() for fact in one.facts]
    return [*filter(None, named), *step.costs, *step.cites, *outcomes]


def _told(paper: Document) -> list[str]:
    named = [paper.validity, paper.freshness, paper.reissue.fact if paper.reissue else None]
    return [*filter(None, named), *paper.cites]
