"""Ways out of the country where a family lives, towards the country that it wants to reach."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vyrai.law import Chain, Chains, Family, Law
from vyrai.world import Country, Route, World


class Leaving:
    """The leaving routes of the family's residence. `exists`: there are some that the atlas tells."""

    def __init__(self, law: Law, family: Family, world: World, country: Country) -> None:
        self.law, self.family, self.world, self.country = law, family, world, country
        self.origin = next(
            (
                found[0]
                for member in family.people["person"]
                if (found := family.known.get(f"{member}.residence")) is not None
            ),
            None,
        )
        self.routes = [] if self.origin == country.id else [*self._routes()]
        self.exists = bool(self.routes)

    def _routes(self) -> Iterable[Route]:
        atlas = self.law.atlas
        for route in atlas.routes:
            leads = route.folder == self.origin and route.kind == "leaving" and self._leads(route)
            if leads and any(atlas.step(name).moves for name in route.steps):
                yield route

    def _leads(self, route: Route) -> bool:
        to = {self.country.id, self.country.union}
        return (not route.toward or not to.isdisjoint(route.toward)) and to.isdisjoint(route.not_toward)

    def open_to(self, chains: Chains, ways: Iterable[Chain]) -> list[tuple[Route, tuple[str, ...]]]:
        """Those not closed as things stand; and those that are not once the family holds what a way gives
        before its crossing, with the first routes of these ways.
        """
        later: dict[str, tuple[Family, date]] = {}
        for chain in ways:
            first = chain.links[0].route
            if any(self.law.atlas.step(name).moves for name in first.steps):
                later.setdefault(first.id, chains.after(chain.links[:1]))
        found: list[tuple[Route, tuple[str, ...]]] = []
        for route in self.routes:
            if self._open(route, self.family, self.world.on):
                found.append((route, ()))
            elif by := tuple(name for name, held in later.items() if self._open(route, *held)):
                found.append((route, by))
        return found

    def _open(self, route: Route, family: Family, on: date) -> bool:
        return self.law.decide(route, family, self.world.at(on)).way != "closed"
