"""Chains: routes in sequence, each with its prior status given by the one before, decided link by link."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import inf
from typing import Any

from vyrai.law._family import Family, is_telling
from vyrai.law._soon import question_of
from vyrai.law._time import AT_ONCE, Weeks, duration, step_takes, total
from vyrai.law.finding import Verdict, Way
from vyrai.law.law import Law
from vyrai.law.opening import openings
from vyrai.law.trial import Trial
from vyrai.law.witness import Proposal
from vyrai.rules import SURE, SURELY_NOT
from vyrai.world import Atlas, Route, World

LONGEST = 4
PROTECTION, CITIZENSHIP = "protection", "citizenship"
ENTRY, INSIDE = frozenset({"visa", "permit", "visa-free", PROTECTION, CITIZENSHIP}), "inside"
_YEAR = 53
"""Weeks."""
_VISITS = frozenset({"visa", "visa-free"})
_ORDER: dict[Way, int] = {"open": 0, "perhaps": 1, "closed": 2}


@dataclass(frozen=True, slots=True)
class Link:
    """One route of a chain, decided on its earliest filing day.

    after: the status or route it waits for. to_do: answers that a family can change within days, without
    which it is surely not met. weeks: until the status or right it gives; safe: until the first status on the
    way, a pending claim say, that lets its holder stay. family: as it then is.
    """

    verdict: Verdict
    on: date
    weeks: Weeks
    after: str | None = None
    to_do: Proposal | None = None
    safe: Weeks = AT_ONCE
    family: Family | None = None

    @property
    def way(self) -> Way:
        """As the verdict says; but what stands in the way and can be done within days closes nothing."""
        way = self.verdict.way
        return "perhaps" if self.to_do and self.verdict.door.states != ("closed",) else way

    @property
    def route(self) -> Route:
        """The route."""
        return self.verdict.route


@dataclass(frozen=True, slots=True)
class Chain:
    """A row of the comparison. `entry`: how many links are needed until the family is lawfully there."""

    links: tuple[Link, ...]
    entry: int

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of its routes."""
        return tuple(link.route.id for link in self.links)

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes of its links."""
        return tuple(link.route for link in self.links)

    @property
    def without_last(self) -> Chain:
        """All but its last link."""
        return Chain(self.links[:-1], len(self.links) - 1)

    @property
    def way(self) -> Way:
        """The worst of the links that lead in."""
        return max((link.way for link in self.links[: self.entry]), key=_ORDER.__getitem__)

    @property
    def later(self) -> bool:
        """Whether it is a way to stay on, open only to who has come in by another way first."""
        return self.entry > 1 and self.links[self.entry - 1].route.kind != PROTECTION

    def safety(self) -> Weeks:
        """The time until the family may first stay."""
        return self.weeks(self.entry - 1) + self.links[self.entry - 1].safe

    def weeks(self, links: int) -> Weeks:
        """The time until the end of so many links."""
        return total([link.weeks for link in self.links[:links]])


class Chains:
    """The chains of one country for one family on one day, without some of its routes (`but`)."""

    def __init__(
        self, law: Law, family: Family, world: World, country: str, but: Collection[str] = ()
    ) -> None:
        self.law, self.family, self.world, self.country = law, family, world, country
        self.routes = [one for one in law.atlas.routes if one.folder == country and one.id not in but]
        self._families: dict[tuple[tuple[str, int], ...], Family] = {(): family}
        self._decided: dict[tuple[str, Family, date], Link] = {}
        self._stays_here = {one.id for one in law.atlas.statuses if one.folder == country and one.stay}
        self.there = any(
            family.known.get(f"{member}.residence") == (country,) for member in family.people["person"]
        )

    @property
    def asked(self) -> tuple[Law, Family, World, str]:
        """Of whom, when and where they are asked for."""
        return self.law, self.family, self.world, self.country

    def rows(self) -> list[Chain]:
        """One chain for every way in, with what it leads on to; every route of the country is in one."""
        return self._rows

    def further(self) -> list[Chain]:
        """The same claims for protection after other visits than the one that they stand behind in a row: a
        plan may be quicker or cheaper by another one.
        """
        return self._further

    @cached_property
    def _further(self) -> list[Chain]:
        return [
            self._entered(self._longer(self._inside(route, visit)))
            for route in self._claims
            for visit in self._visits[1:]
        ]

    def others(self) -> list[Chain]:
        """Every route after each that leads there and after which it stands in no row, by the row of that, if
        it hangs on no paper or stay that nobody has told of.
        """
        handed = [*self._rows, *self._further]
        begun = {chain.ids[:links] for chain in handed for links in range(1, len(chain.links) + 1)}
        before: dict[str, Chain] = {}
        for chain in handed:
            for links, link in enumerate(chain.links, 1):
                before.setdefault(link.route.id, Chain(chain.links[:links], links))
        longer = [
            Chain((*chain.links, link), len(chain.links) + 1)
            for chain in before.values()
            if chain.way != "closed" and len(chain.links) < LONGEST and self.as_told(chain)
            for link in (*self.leads(chain), *self._filed_there(chain))
            if (*chain.ids, link.route.id) not in begun and (self.there or self._told(link))
        ]
        return [self._entered(one) for one in longer]

    def _filed_there(self, chain: Chain) -> list[Link]:
        """What may be asked for by whoever came in by the first link of a row; protection where that is a
        visa for no more than a year: whoever has been given more than that asks for none.
        """
        if len(chain.links) > 1 or not self._guest(chain.links[0]):
            return []
        family, on = self.after(chain.links)
        claims = () if self._passing(chain.links[0]) else self._claims
        following = [
            self._link(route, family, on, chain.links[0].route.id)
            for route in self.routes
            if route.kind in ENTRY and route.prior is None and route not in claims
            if not self._starts(route)
        ]
        return [link for link in following if link.way != "closed"]

    def _passing(self, link: Link) -> bool:
        """Whether it is a visa, or a stay without one, that surely lasts no longer than a year."""
        gives = link.route.gives
        if link.route.kind not in _VISITS or gives is None or gives.status is None:
            return False
        lasts = self.law.atlas.status(gives.status).lasts
        known = None if lasts is None else duration(self.world, lasts)
        return known is not None and known.hi <= _YEAR

    def as_told(self, chain: Chain) -> bool:
        """Whether it hangs on no paper and on no stay that nobody has told of; of who is there already more
        may be true than was told.
        """
        return self.there or all(self._told(link) for link in chain.links)

    def _told(self, link: Link) -> bool:
        """Whether that nobody has papers or stays but those that were named would not close it."""
        if not any(map(is_telling, link.verdict.open)):
            return True  # to know of more than this changes no verdict
        family = (link.family or self.family).as_told()
        told = self.law.decide(link.route, family, self.world.at(link.on))
        return told.way != "closed" or link.verdict.way == "closed"

    @cached_property
    def _claims(self) -> list[Route]:
        """The routes on which somebody asks for protection who came in by another."""
        asked = [one for one in self.routes if one.kind == PROTECTION and one.prior is None]
        return sorted((one for one in asked if not self._starts(one)), key=lambda route: route.id)

    @cached_property
    def _starting(self) -> list[Chain]:
        """The routes that a family can begin with, the likeliest first."""
        starts = [
            self._link(route, self.family, self.world.on)
            for route in sorted(self.routes, key=lambda route: route.id)
            if route.kind in ENTRY and self._starts(route)
        ]
        return sorted((Chain((link,), 1) for link in starts), key=_first)

    @cached_property
    def _visits(self) -> list[Chain]:
        """Those that are not closed and lead to a stay as a guest who may not work: whoever means to ask for
        protection need not first be given more than that. Of those as likely what asks for less stands first.
        """
        visits = [one for one in self._starting if one.way != "closed" and self._visit(one.links[0])]
        return sorted(visits, key=lambda one: (*_first(one)[:3], _asks(one.links[0].route)))

    @cached_property
    def _rows(self) -> list[Chain]:
        ways = sorted((one for one in self.routes if one.kind in ENTRY), key=lambda route: route.id)
        chains = list(self._starting)
        best = next((chain for chain in chains if self._guest(chain.links[0])), None)
        for route in ways:
            if route.prior is None and not self._starts(route):
                first = self._visits[0] if route in self._claims and self._visits else best
                chains.append(self._inside(route, first))
        chains = [self._entered(self._longer(chain)) for chain in chains]
        shown = {link.route.id for chain in chains for link in chain.links}
        for route in ways:
            if route.id not in shown:
                chains.append(self._later(route, chains))
        return chains

    def apart(self) -> list[Link]:
        """The other routes of the country (recognition, travel document), decided as things stand."""
        apart = [route for route in self.routes if route.kind not in ENTRY and self._concerns(route)]
        return [self.alone(route) for route in apart]

    def alone(self, route: Route) -> Link:
        """A route by itself, decided as things stand."""
        return self._link(route, self.family, self.world.on)

    def _concerns(self, route: Route) -> bool:
        """Whether anybody in the family is asked anything: a route of children, say, by who has none."""
        day = self.world.on.toordinal()
        asked = [one for one in route.requirements if one.valid is None or one.valid.perhaps(day)]
        return not asked or any(one.who is None or self.family.people[one.who.each] for one in asked)

    def _starts(self, route: Route) -> bool:
        """Whether a family can begin with it: nothing held is needed (or it is held), nor being there."""
        prior = self.law.programs.prior(route)
        if prior is not None:
            env = self.family.on(self.world)
            held = []
            for member in self.family.people["person"]:
                env.at[0] = member
                held.append(prior.decide(env)[0])
            if all(bits == SURELY_NOT for bits in held):
                return False
        return route.filed != INSIDE or self.there

    def _link(self, route: Route, family: Family, on: date, after: str | None = None) -> Link:
        link = self._decided.get((route.id, family, on))
        if link is None:
            world = self.world.at(on)
            gives = None if route.gives is None else route.gives.status
            held = family.papers(on.toordinal())
            weeks = route_takes(self.law.atlas, world, route, () if gives is None else (gives,), held)
            safe = route_takes(self.law.atlas, world, route, self._stays_here, held)
            verdict = self.law.decide(route, family, world)
            to_do = self._to_do(verdict, family, world)
            link = Link(verdict, on, weeks, None, to_do, safe, family)
            self._decided[route.id, family, on] = link
        return link if after is None else replace(link, after=after)

    def _to_do(self, verdict: Verdict, family: Family, world: World) -> Proposal | None:
        if verdict.bits != SURELY_NOT or not self.law.soon.could_open(verdict):
            return None
        return next(iter(openings(Trial(self.law, verdict.route, family, world), self._soon, False)), None)

    def _soon(self, key: str) -> bool:
        return self.law.may_change(question_of(self.law.atlas, key), soon=True)

    def _inside(self, route: Route, best: Chain | None) -> Chain:
        """A route filed in the country: after the best way in."""
        if best is None:
            return Chain((self._link(route, self.family, self.world.on),), 1)
        family, on = self.after(best.links)
        return Chain(
            (*best.links, self._link(route, family, on, best.links[-1].route.id)), len(best.links) + 1
        )

    def _stays(self, link: Link) -> bool:
        """Whether the status that a route gives lets its holder be in the country."""
        gives = link.route.gives
        return gives is None or gives.status is None or self.law.atlas.status(gives.status).stay

    def _guest(self, link: Link) -> bool:
        """Whether it lets its holder be there as a guest: a citizen asks for no leave to stay."""
        return link.route.kind != CITIZENSHIP and self._stays(link)

    def _visit(self, link: Link) -> bool:
        """Whether it lets its holder be there, and nobody has written down that they may work."""
        gives = link.route.gives
        if link.route.kind not in _VISITS or gives is None or gives.status is None:
            return False
        status = self.law.atlas.status(gives.status)
        return status.stay and not any(
            one.right == "work" and one.holds in ("yes", "limited") for one in status.rights
        )

    def _entered(self, chain: Chain) -> Chain:
        """Counts as entry up to the first status that lets its holder stay."""
        entry = chain.entry
        while entry < len(chain.links) and not self._stays(chain.links[entry - 1]):
            entry += 1
        return Chain(chain.links, entry)

    def after(self, links: tuple[Link, ...]) -> tuple[Family, date]:
        """The family and the earliest day once each of the links was granted."""
        family, day = self.family, self.world.on.toordinal()
        given: tuple[tuple[str, int], ...] = ()
        for link in links:
            day = min(day + _whole(link.weeks.lo), date.max.toordinal())
            gives = link.route.gives
            if gives is not None and gives.status is not None:
                given = (*given, (gives.status, day))
                if given not in self._families:
                    everybody, there = family.people["person"], self.law.atlas.status(gives.status).stay
                    self._families[given] = family.given(
                        gives.status, link.route.folder, day, everybody, there
                    )
                family = self._families[given]
        return family, date.fromordinal(day)

    def _next(self, chain: Chain) -> list[Route]:
        gives = chain.links[-1].route.gives
        been = {link.route.id for link in chain.links}
        return [
            route
            for route in self.routes
            if gives is not None
            and route.kind in ENTRY
            and route.prior is not None
            and gives.status in route.prior.any
            and route.id not in been
        ]

    def leads(self, chain: Chain) -> list[Link]:
        """What the last status of a chain leads on to, closed ways left out."""
        family, on = self.after(chain.links)
        status = chain.links[-1].route.gives
        name = None if status is None else status.status
        following = [self._link(route, family, on, name) for route in self._next(chain)]
        return [link for link in following if link.way != "closed"]

    def _longer(self, chain: Chain) -> Chain:
        """The chain with what it surely leads on to; a claim for protection with the decision on it."""
        while len(chain.links) < LONGEST:
            claim = chain.links[-1].route.kind == PROTECTION
            following = [
                link
                for link in self.leads(chain)
                if link.verdict.bits == SURE or (claim and link.route.kind == PROTECTION)
            ]
            if not following:
                return chain
            best = min(following, key=lambda link: (*_likely(link), link.weeks.lo, link.route.id))
            chain = Chain((*chain.links, best), chain.entry)
        return chain

    def _later(self, route: Route, chains: list[Chain]) -> Chain:
        """A route in no chain yet that follows another: after the likeliest chain that gives its prior."""
        for chain in sorted(chains, key=_first):
            for links in range(1, len(chain.links) + 1):
                start = Chain(chain.links[:links], links)
                if route in self._next(start) and links < LONGEST:
                    family, on = self.after(start.links)
                    gives = start.links[-1].route.gives
                    link = self._link(route, family, on, None if gives is None else gives.status)
                    return Chain((*start.links, link), links + 1)
        after = None if route.prior is None else route.prior.any[0]
        return Chain((self._link(route, self.family, self.world.on, after),), 1)


def _likely(link: Link) -> tuple[int, bool, bool]:
    """Open before perhaps, doors open to all before narrow ones, then ways on which nobody decides."""
    return _ORDER[link.way], link.verdict.door.states != ("open",), link.route.kind != "visa-free"


def _first(chain: Chain) -> tuple[int, bool, bool, Any]:
    """How likely a chain begins, then how soon."""
    return (_ORDER[chain.way], *_likely(chain.links[0])[1:], chain.weeks(1).lo)


def _asks(route: Route) -> float:
    """How much it asks for: conditions and steps; where no condition is written down nobody knows."""
    return len(route.requirements) + len(route.steps) if route.requirements else inf


def route_takes(
    atlas: Atlas, world: World, route: Route, until: Collection[str], held: frozenset[str] = frozenset()
) -> Weeks:
    """The time of the steps of a route, up to the first that yields one of the statuses.

    held: papers that everybody has; a step that yields one of them takes no time.
    """
    parts: list[Weeks] = []
    for name in route.steps:
        step = atlas.step(name)
        if not held.isdisjoint(step.yields):
            continue
        parts.append(step_takes(world, step))
        granted = step.outcomes.get("granted")
        if not {*step.yields, *(granted.yields if granted is not None else ())}.isdisjoint(until):
            break
    return total(parts) if parts else Weeks(0, inf)


def _whole(weeks: Any) -> int:
    days = weeks * 7
    return int(-(-days // 1))
