"""Offices that stand in another country than the one where the family lives: the journeys there and back.

Whoever may go there by a way out that is open as things stand needs no more; else a visa of that country
opens it, if the atlas names one for this, and the plan asks for that first. The family comes home again, by
the same way: tickets and the border count twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from vyrai.law import Chain, Chains, Family, Law, Link
from vyrai.reach._leaving import Leaving, fare_to
from vyrai.reach._making import HOME, RECKONED, REFUSALS, Makers, Making
from vyrai.reach.problem import Attends
from vyrai.rules import SURE
from vyrai.world import Post, Route, Step, World

_AT = "at:"


class Trip(NamedTuple):
    """A journey to an office and back: to which country, for which step of the problem, by which crossing of
    the atlas.
    """

    country: str
    to: str
    crossing: str


class Posts:
    """What of a draft is asked for at such offices. trips: by step of the problem, once they are made."""

    def __init__(self, law: Law, family: Family, world: World, makers: Makers, origin: str | None) -> None:
        self.law, self.family, self.world, self.makers, self.origin = law, family, world, makers, origin
        self.trips: dict[str, Trip] = {}
        self.shut = False
        """Whether one cannot be reached by any way that is known."""
        self._asked: list[tuple[Making, Post]] = []

    def ask(self, step: Making, described: Step, moved: bool) -> None:
        """Notes a step for which the family must go there, if it lives where that is so."""
        post = described.posts.get(self.origin or "")
        if post is not None and not moved and step.attends is not None and self._then(post):
            step.needs.append(_paper(step))
            # The day of the visit, and one to come home.
            step.attends = Attends(days=2, who=step.attends.who)
            step.facts += post.facts
            self._asked.append((step, post))

    def _then(self, post: Post) -> bool:
        """Whether it was so on the day, by any source, however old."""
        said = [self.world.claims(fact) for fact in post.facts]
        return any(one.surely or one.perhaps or one.too_old for one in said)

    def journeys(
        self, made: dict[str, Making], link: Callable[[Link, set[str]], object]
    ) -> Iterator[tuple[Making, Route]]:
        """Every journey as a step, with its way out. made: the steps of the problem; link: makes the steps of
        a route, but for those named.
        """
        for step, post in self._asked:
            found = [one for land in post.countries for one in self._to(land, post, step, made, link)]
            self.shut = self.shut or not found
            yield from found

    def _to(
        self,
        land: str,
        post: Post,
        step: Making,
        made: dict[str, Making],
        link: Callable[[Link, set[str]], object],
    ) -> Iterator[tuple[Making, Route]]:
        country = self.law.atlas.country(land)
        for route, papers in self._ways(land, post, made, link):
            fare = fare_to(self.makers.purse, route, country)
            for name in [one for one in route.steps if self.law.atlas.step(one).moves]:
                for paper in papers or ("",):
                    trip = self._trip(step, route, name, paper)
                    if {country.id, country.union}.isdisjoint(route.toward):
                        # It leads out and not there: how long the rest takes nobody has written down.
                        trip.unknown = [*(one for one in trip.unknown if one not in RECKONED), "days"]
                    # Nobody sets out before all is ready that is asked for there.
                    trip.needs += [one for one in step.needs if one != _paper(step)]
                    trip.attends = step.attends and Attends(days=1, who=step.attends.who)
                    everybody = trip.attends == self.makers.everybody
                    trip.fee += 2 * fare.least if everybody else 0
                    trip.facts += fare.facts if everybody else ()
                    self.trips[trip.id] = Trip(land, step.id, name)
                    yield trip, route

    def _ways(
        self, land: str, post: Post, made: dict[str, Making], link: Callable[[Link, set[str]], object]
    ) -> list[tuple[Route, tuple[str, ...]]]:
        """Ways out that lead there, each with the visas of which it needs one: none where the way itself asks
        who may come in, as one that leads to that country alone does, or where everybody is let in.
        """
        leaving = Leaving(self.law, self.family, self.world, self.law.atlas.country(land))
        chains = Chains(self.law, self.family, self.world, land)
        now = leaving.open_to(chains, (), made)
        may_come = any(self._surely(route) for route in chains.routes if route.kind == "visa-free")
        # What nobody has answered lets nobody in: a visa is then asked for.
        found = [pair for pair in now if may_come or (pair[0].toward and self._surely(pair[0]))]
        if found:
            return found
        ways = [chains.alone(route) for route in chains.routes if route.id in post.by]
        visits = [one for one in ways if one.way != "closed"]
        for one in visits:
            link(one, self._from_crossing(one.route))
        given = tuple(f"given:{one.route.id}" for one in visits)
        opened = leaving.open_to(chains, [Chain((one,), 1) for one in visits], made)
        return [(route, papers or given) for route, papers in opened if given]

    def _surely(self, route: Route) -> bool:
        """Whether everything that a route asks is met, as things stand."""
        verdict = self.law.decide(route, self.family, self.world)
        return verdict.way != "closed" and all(one.bits == SURE for one in verdict.findings)

    def _from_crossing(self, route: Route) -> set[str]:
        """The steps of a route from the crossing on: the journey is another."""
        at = next((at for at, one in enumerate(route.steps) if self.law.atlas.step(one).moves), None)
        return set() if at is None else {*route.steps[at:]}

    def _trip(self, to: Making, route: Route, name: str, paper: str) -> Making:
        """There and back: those go who must come, the day before at the latest; a night and food there nobody
        has written down.
        """
        described = self.law.atlas.step(name)
        own = f"trip:{to.id}@{route.id}/{name}" + (f"@{paper}" if paper else "")
        trip = self.makers.make(own, replace(described, yields=()), route, self.world, False)
        trip.place, trip.valid, trip.refused = HOME, 1, 0.0
        trip.danger *= 2
        trip.needs += [paper] if paper else []
        trip.yields = [_paper(to)]
        trip.unknown = [*dict.fromkeys([*(one for one in trip.unknown if one not in REFUSALS), "fee"])]
        return trip


def journey(yields: Iterable[str]) -> bool:
    """Whether a step that yields this is a journey to an office."""
    return any(paper.startswith(_AT) for paper in yields)


def _paper(step: Making) -> str:
    return f"{_AT}{step.id}"
