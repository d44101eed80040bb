"""The atlas on a day, as the pages that ask nobody anything read it; the same for every language.

Everything is looked up once and kept: a static site draws each of it several times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from vyrai.choose import News, claims, event, news
from vyrai.choose.model import EventOn, SourceOn, Text
from vyrai.law import Law
from vyrai.pages._recipes import ANYWHERE, Recipes
from vyrai.world import Atlas, Claim, Country, DoorOn, Fact, OpenQuestion, Route, Status, Step, World

T = TypeVar("T")
SHELF = 40
"""How many facts stand on one page at most."""
DOORS = ("open", "narrow", "paused", "closed", "unknown")


class Said(NamedTuple):
    """One claim of a fact: as it is shown, and how it was written."""

    on: SourceOn
    claim: Claim


class Used(NamedTuple):
    """A thing that leans on a fact, and as what it does."""

    kind: str
    id: str
    as_what: tuple[str, ...]


class FactOn(NamedTuple):
    """A fact on the day.

    said: its claims, those first that count. value: those that a rule reckons with; why: why there is none.
    problems: what is known to be wrong with it, by code. asked: what nobody has found out about it.
    """

    fact: Fact
    said: tuple[Said, ...]
    value: tuple[Said, ...]
    why: str | None
    problems: tuple[str, ...]
    used: tuple[Used, ...]
    asked: tuple[OpenQuestion, ...]

    @property
    def title(self) -> Text:
        """What it is about."""
        return self.fact.title or self.said[0].on.statement


class Library:
    """An atlas on a day."""

    def __init__(self, atlas: Atlas, on: date) -> None:
        self.atlas, self.on = atlas, on
        self.world = World(atlas, on)
        self._law = Law(atlas)
        self._kept: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Something made once, whatever the language."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    # -- countries and routes ------------------------------------------------------------------------------

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """All countries, and unions of them, by code."""
        return self.atlas.countries

    @cached_property
    def routes(self) -> dict[str, tuple[Route, ...]]:
        """The routes of each country, by id."""
        return {country.id: self.atlas.routes_of(country.id) for country in self.countries}

    def door(self, route: Route) -> DoorOn:
        """The door of a route today."""
        return self.once(("door", route.id), lambda: self.world.door(route))

    def state(self, route: Route) -> str:
        """The state of the door today; of several that rival it is not known which."""
        states = self.door(route).states
        return states[0] if len(states) == 1 else "unknown"

    def doors(self, country: str) -> dict[str, int]:
        """How many doors of a country are in which state today."""
        found = Counter(map(self.state, self.routes[country]))
        return {state: found[state] for state in DOORS}

    @cached_property
    def statuses(self) -> dict[str, tuple[Status, ...]]:
        """The statuses of each country."""
        every = self.atlas.statuses
        return {one.id: tuple(s for s in every if s.folder == one.id) for one in self.countries}

    def in_force(self, span: Any) -> bool:
        """Whether a time may hold today; what has none always does."""
        return span is None or span.perhaps(self.on.toordinal())

    def asked(self, country: str) -> tuple[OpenQuestion, ...]:
        """What nobody has found out about a country."""
        return tuple(one for one in self.atlas.open_questions if one.folder == country)

    def events(self, country: str) -> tuple[EventOn, ...]:
        """What happened that matters to a country, the latest first."""
        found = next((one for one in self.countries if one.id == country), None)
        named = () if found is None else found.columns.get("events", ())
        own = (one.id for one in self.atlas.events if one.folder == country)
        every = [event(self.atlas, name) for name in dict.fromkeys((*named, *own))]
        return tuple(sorted(every, key=lambda one: one.begin or "", reverse=True))

    def contacts(self, country: str) -> tuple[str, ...]:
        """The facts that name somebody to ask in a country."""
        own = self.atlas.country(country).contacts
        named = (fact for route in self.routes[country] for fact in route.contacts)
        return tuple(dict.fromkeys((*own, *named)))

    @cached_property
    def step_routes(self) -> dict[str, tuple[Route, ...]]:
        """The routes that a step is part of."""
        found: dict[str, list[Route]] = {}
        for route in self.atlas.routes:
            for step in route.steps:
                found.setdefault(step, []).append(route)
        return {step: tuple(routes) for step, routes in found.items()}

    def steps(self, route: Route) -> tuple[Step, ...]:
        """The steps of a route in their order."""
        return tuple(map(self.atlas.step, route.steps))

    @cached_property
    def recipes(self) -> Recipes:
        """How papers and statuses are had."""
        return Recipes(self.atlas)

    # -- facts ---------------------------------------------------------------------------------------------

    @cached_property
    def shelved(self) -> dict[str, tuple[str, ...]]:
        """The ids of the facts on each shelf: by country, topic and, where they are many, number."""
        by: dict[str, list[str]] = {}
        for fact in sorted(self.atlas.facts, key=lambda one: (one.folder, one.topic, one.id)):
            by.setdefault(f"{fact.folder or ANYWHERE}-{fact.topic}", []).append(fact.id)
        shelves: dict[str, tuple[str, ...]] = {}
        for name, facts in by.items():
            parts = -(-len(facts) // SHELF)
            size = -(-len(facts) // parts)
            for part in range(parts):
                key = name if not part else f"{name}-{part + 1}"
                shelves[key] = tuple(facts[part * size : (part + 1) * size])
        return shelves

    @cached_property
    def shelves(self) -> dict[str, str]:
        """The shelf on which each fact stands."""
        return {fact: shelf for shelf, facts in self.shelved.items() for fact in facts}

    def fact(self, name: str) -> FactOn:
        """A fact on the day. KeyError: no such fact."""
        return self.once(("fact", name), lambda: self._fact(name))

    def _fact(self, name: str) -> FactOn:
        fact, value = self.atlas.fact(name), self.world.value(name)
        said = tuple(Said(record, claim) for claim, record in claims(self.world, name))
        asked = tuple(one for one in self.atlas.open_questions if one.fact == name)
        counting = tuple(one for one in said if any(one.claim is claim for claim in value.claims))
        computes = any(one.claim.value is not None for one in said)
        return FactOn(
            fact,
            said,
            counting,
            value.why if computes else None,
            tuple(_problems(said, counting)),
            self._used(name),
            asked,
        )

    def _used(self, name: str) -> tuple[Used, ...]:
        found: dict[tuple[str, str], list[str]] = {}
        for use in self.atlas.used_by(name):
            for thing in self._owner(use.kind, use.id):
                found.setdefault(thing, []).append(use.use)
        return tuple(Used(*thing, tuple(dict.fromkeys(uses))) for thing, uses in found.items())

    def _owner(self, kind: str, name: str) -> Iterable[tuple[str, str]]:
        """What has a page and holds the thing that uses a fact."""
        if kind == "requirement":
            route = self._route_of.get(name)  # a provision asks too, and has no page
            return [] if route is None else [("route", route)]
        if kind == "step":
            routes = self.step_routes.get(name, ())
            return [("route", route.id) for route in routes]
        return [(kind, name)] if kind in ("route", "status", "country", "event", "document") else []

    @cached_property
    def _route_of(self) -> dict[str, str]:
        return {one.id: route.id for route in self.atlas.routes for one in route.requirements}

    def title(self, code: str, name: str) -> Text:
        """The words for a code of one of the lists of the atlas; none if it is not there."""
        listed = self.atlas.codes.get(code)
        return {} if listed is None else _texts(listed.codes.get(name, {}))

    # -- what changed --------------------------------------------------------------------------------------

    def news(self, start: date, end: date) -> News:
        """What changed between two days, for anybody."""
        return self.once(("news", start, end), lambda: news(self._law, start, end))


def _texts(data: dict[str, Any]) -> Text:
    return {key: text for key, text in data.items() if isinstance(text, str)}


def _problems(said: tuple[Said, ...], counting: tuple[Said, ...]) -> Iterable[str]:
    values = {(str(one.claim.value), one.claim.unit) for one in counting}
    if len(values) > 1:
        yield "rivals"
    best = said[0]
    if best.on.standing == "too_old":
        yield "too_old"
    elif best.on.standing in ("not_that_day", "seen_later", "not_yet_known"):
        yield "past"
    elif best.on.standing == "excluded":
        yield "weak"
    elif all(one.on.old for one in said if one.on.standing in ("surely", "perhaps")):
        yield "old"
    if best.on.as_of_unknown:
        yield "undated"
