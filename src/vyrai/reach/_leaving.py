"""Ways out of the country where a family lives, towards the country that it wants to reach."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil

from vyrai.law import Chain, Chains, Family, Law, Purse, fares
from vyrai.world import Country, Route, World

LEAVING = "leaving"
"""The kind of a route out of the country where somebody lives."""


@dataclass(frozen=True, slots=True)
class Fare:
    """What tickets of everybody who goes cost at the least, in the family's currency, and the facts that say
    so. complete: it is known of everybody.
    """

    least: int
    complete: bool
    facts: tuple[str, ...]


def fare_to(purse: Purse, route: Route, country: Country) -> Fare:
    """The least known fare of a way out to a country."""
    before = len(purse.facts)
    (least, _), complete = fares(purse, route.fares.get(country.id, ()))
    return Fare(ceil(least), complete, tuple(purse.facts[before:]))


def home_of(family: Family) -> str | None:
    """The country where who is named first lives; None: nobody has said."""
    return next(iter(_lived(family)), None)


def _lived(family: Family) -> list[str]:
    homes = [family.known.get(f"{member}.residence") for member in family.people["person"]]
    return [str(found[0]) for found in homes if found is not None]


class Leaving:
    """The leaving routes of the family's residence, of who is named first. `exists`: there are some that the
    atlas tells; `apart`: not all live in one country. gone: the country that the family has gone to since
    (empty: it has left, and nobody knows where to); from there no way out is known.
    """

    def __init__(
        self, law: Law, family: Family, world: World, country: Country, gone: str | None = None
    ) -> None:
        self.law, self.family, self.world, self.country = law, family, world, country
        lived = _lived(family)
        self.origin = home_of(family) if gone is None else gone
        self.apart = len({*lived}) > 1
        self.routes = [] if self.origin == country.id or gone is not None else [*self._routes()]
        self.exists = bool(self.routes)

    def _routes(self) -> Iterable[Route]:
        atlas = self.law.atlas
        for route in atlas.routes:
            leads = route.folder == self.origin and route.kind == LEAVING and self._leads(route)
            if leads and any(atlas.step(name).moves for name in route.steps):
                yield route

    def _leads(self, route: Route) -> bool:
        to = {self.country.id, self.country.union}
        return (not route.toward or not to.isdisjoint(route.toward)) and to.isdisjoint(route.not_toward)

    def open_to(
        self, chains: Chains, ways: Iterable[Chain], made: Container[str]
    ) -> list[tuple[Route, tuple[str, ...]]]:
        """Those not closed as things stand; and those that are not once the family holds what a way gives
        before its crossing, each with the papers of such ways. made: ids of the steps of the problem.
        """
        now = {route.id: self._open(route, self.family, self.world.on) for route in self.routes}
        later = {} if all(now.values()) else self._later(chains, ways, made)
        found: list[tuple[Route, tuple[str, ...]]] = []
        for route in self.routes:
            if now[route.id]:
                found.append((route, ()))
            elif papers := tuple(paper for paper, held in later.items() if self._open(route, *held)):
                found.append((route, papers))
        return self._direct(found)

    def _direct(self, found: list[tuple[Route, tuple[str, ...]]]) -> list[tuple[Route, tuple[str, ...]]]:
        """Whoever may go by a road into the country itself goes by no other into its union."""
        own = [papers for route, papers in found if self.country.id in route.toward]
        kept = []
        for route, papers in found:
            if not route.toward or self.country.id in route.toward:
                kept.append((route, papers))
            elif () not in own:
                left = tuple(paper for paper in papers if all(paper not in of for of in own))
                if left or not papers:
                    kept.append((route, left))
        return kept

    def _later(
        self, chains: Chains, ways: Iterable[Chain], made: Container[str]
    ) -> dict[str, tuple[Family, date]]:
        """By the paper that there is before the crossing, the family as it then is, and the day."""
        found: dict[str, tuple[Family, date]] = {}
        for chain in ways:
            first = chain.links[0].route
            paper = self._before_crossing(first, made) if first.filed != "inside" else None
            if paper is not None and paper not in found:
                found[paper] = chains.after(chain.links[:1])
        return found

    def _open(self, route: Route, family: Family, on: date) -> bool:
        return self.law.decide(route, family, self.world.at(on)).way != "closed"

    def _before_crossing(self, route: Route, made: Container[str]) -> str | None:
        """What there is of a route just before its own crossing; None: it begins with that."""
        own = [name for name in route.steps if f"{route.id}/{name}" in made]
        at = next((number for number, name in enumerate(own) if self.law.atlas.step(name).moves), None)
        if at is None:
            return f"given:{route.id}"
        return f"after:{route.id}/{own[at - 1]}" if at else None
