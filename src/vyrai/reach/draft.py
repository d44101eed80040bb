"""From verdicts to a planning problem: the ways into one country that are not closed to one family, as steps.

Steps of a route follow each other; a route that comes after another waits for what that one gives; a paper may be
made by any step of the atlas that yields it. Every number stands on a fact; what the atlas does not know is listed
with the step and counts as the least, so a plan says "at least".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil, floor, inf

from vyrai.belong import belong
from vyrai.law import (
    RATE,
    Chain,
    Chains,
    Family,
    Law,
    Link,
    Purse,
    Weeks,
    duration,
    monthly,
    rights_of,
    step_takes,
    timeline,
)
from vyrai.law._time import OPEN
from vyrai.reach.problem import Attends, Buckets, Held, Income, Place, Problem, Step
from vyrai.world import Right, Route, World
from vyrai.world import Step as Described

HORIZON = 540
HOME, THERE = "home", "there"
SAFE, SETTLED, ENTER, LEFT, PAY, JOURNEY = "safe", "settled", "enter", "left", "pay", "journey"
"""Papers and steps that no atlas names: to be there and allowed to stay; to have the last status of the way; to
enter; to be out of the country; to have pay; and the way there."""
SHORT = 26
"""Weeks: a status that surely lasts less is no end of a way, only a part of one."""
SHUT = ({"closed"}, {"paused"}, {"closed", "paused"})
QUALITY_WHOLE = 100
BUCKETS = Buckets(quality=10)


@dataclass(frozen=True, slots=True)
class Way:
    """A chain and the name of its end in the problem (`safe:KEY`, `settled:KEY`, `earn:KEY`)."""

    key: str
    chain: Chain


@dataclass(frozen=True, slots=True)
class Draft:
    """A problem, and what its parts are in the atlas.

    of: step of the problem -> (route or None, step of the atlas or None). ways: those that have an end.
    unmade: papers asked for that no step of the atlas makes. unknown: what is not known of the whole.
    """

    problem: Problem
    of: dict[str, tuple[str | None, str | None]]
    ways: tuple[Way, ...]
    unmade: tuple[str, ...]
    unknown: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(slots=True)
class _Making:
    """A step as it is put together."""

    id: str
    yields: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    days: tuple[int, int, int] = (0, 0, 0)
    attends: Attends | None = None
    fee: int = 0
    place: str | None = None
    moves: bool = False
    valid: int | None = None
    refused: float | None = 0.0
    danger: int = 0
    quality: int = 0
    income: Income | None = None
    windows: tuple[tuple[int, int], ...] = ()
    unknown: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def done(self) -> Step:
        """The published record."""
        return Step(
            id=self.id,
            yields=tuple(dict.fromkeys(self.yields)) or (f"done:{self.id}",),
            needs=tuple(dict.fromkeys(self.needs)),
            days=self.days,
            attends=self.attends,
            fee=self.fee,
            place=None if self.moves else self.place,
            moves_to=THERE if self.moves else None,
            valid=self.valid,
            refused=self.refused,
            danger=self.danger,
            quality=self.quality,
            income=self.income,
            windows=self.windows,
            unknown=tuple(dict.fromkeys(self.unknown)),
            facts=tuple(dict.fromkeys(self.facts)),
        )


def draft(
    law: Law, family: Family, world: World, country: str, reserve: int = 0, horizon: int = HORIZON
) -> Draft:
    """The problem of reaching a country. KeyError: no such country in the atlas.

    It has no steps where every way in is closed.
    """
    return _Drafting(law, family, world, country, horizon).draft(reserve)


class _Drafting:
    def __init__(self, law: Law, family: Family, world: World, country: str, horizon: int) -> None:
        self.law, self.family, self.world, self.horizon = law, family, world, horizon
        self.country = law.atlas.country(country)
        self.chains = Chains(law, family, world, country)
        self.purse = Purse(law, family, world, self.country.currency or "")
        self.steps: dict[str, _Making] = {}
        self.of: dict[str, tuple[str | None, str | None]] = {}
        self.unknown: list[str] = []
        self.asked: dict[str, None] = {}
        self.rent = self._rent()
        self.ended: list[Way] = []
        labels = family.answers.labels
        self.alias = {member: str(labels[member]) for member in family.people["person"]}
        self.held = family.papers(world.on.toordinal())
        self.origin = next(
            (
                found[0]
                for member in family.people["person"]
                if (found := family.known.get(f"{member}.residence")) is not None
            ),
            None,
        )

    def draft(self, reserve: int) -> Draft:
        ways = tuple(chain for chain in self.chains.rows() if chain.way != "closed")
        ends = [chain for chain in ways if not self._short(chain)]
        if ways and not ends:
            self.unknown.append("short")
        for chain in ways:
            self._way(chain, chain in ends or not ends)
        if ways and not self.chains.there:
            self._leaving(ways)
            if any(ENTER in step.needs or ENTER in step.yields for step in self.steps.values()):
                self._journey()
        self._papers()
        steps = tuple(step.done() for step in self.steps.values())
        savings = self._savings()
        places = (Place(id=HOME, monthly=0), Place(id=THERE, monthly=self.rent))
        problem = Problem(
            steps=steps,
            places=places[1:] if self.chains.there else places,
            goals=(SAFE, SETTLED, *((PAY,) if any(PAY in step.yields for step in steps) else ())),
            safe=SAFE,
            savings=savings,
            start=self.world.on.isoformat(),
            horizon=self.horizon,
            currency=self.purse.currency,
            reserve=reserve,
            people=tuple(self.alias.values()),
            has=tuple(self._in_hand()),
            quality_from=QUALITY_WHOLE,
            buckets=BUCKETS,
        )
        self.unknown += [name for name in self.purse.missing if name.startswith(RATE)]
        made = {paper for step in steps for paper in step.yields} | {held.paper for held in problem.has}
        unmade = tuple(sorted(set(self.asked) - made))
        return Draft(
            problem,
            self.of,
            tuple(self.ended),
            unmade,
            tuple(dict.fromkeys(self.unknown)),
            tuple(dict.fromkeys(self.purse.facts)),
        )

    # ------------------------------------------------------------------ ways
    def _way(self, chain: Chain, ends: bool) -> None:
        """The links of a chain as steps that follow each other, and what they come to."""
        moved = self.chains.there
        before: str | None = None
        stay: str | None = None
        work: str | None = None
        for number, link in enumerate(chain.links):
            crosses = any(self.law.atlas.step(name).moves for name in link.route.steps)
            journey = (
                not moved and not crosses and number + 1 == chain.entry and not self._inside(link, chain)
            )
            key = link.route.id if before is None else f"{link.route.id}@{before}"
            last = self._link(key, link, before, moved)
            if journey:
                self.steps[last].yields.append(ENTER)
            moved = moved or crosses or journey
            if stay is None and self._stays(link):
                stay = self._made(f"stay:{key}", f"given:{key}")
            if work is None and self._made(f"work:{key}", "") == f"work:{key}":
                work = f"work:{key}"
            before = key
        if ends and before is not None and stay is not None:
            self._ends(before, chain, stay, work)

    def _made(self, paper: str, otherwise: str) -> str:
        return paper if any(paper in step.yields for step in self.steps.values()) else otherwise

    def _ends(self, key: str, chain: Chain, stay: str, work: str | None) -> None:
        """To be there and allowed to stay; to have the last status; to be paid: of one and the same way."""
        route = chain.links[-1].route.id
        if f"settled:{key}" in self.steps:
            return
        self.ended.append(Way(key, chain))
        safe = f"safe:{key}"
        self._mark(safe, route, [stay], [SAFE, safe])
        self._mark(f"settled:{key}", route, [f"given:{key}", safe], [SETTLED]).quality = self._quality(chain)
        if work is not None:
            earn = self._mark(f"earn:{key}", route, [work, safe], [PAY])
            # From a month after work is lawful the family lives on its pay: what it is, and when, nobody knows.
            earn.income = Income(monthly=self.rent, only_at=THERE)
            earn.unknown += ["days", "income"]

    def _mark(self, name: str, route: str, needs: list[str], yields: list[str]) -> _Making:
        step = self.steps[name] = _Making(name, needs=needs, yields=yields, place=THERE)
        self.of[name] = (route, None)
        return step

    def _inside(self, link: Link, chain: Chain) -> bool:
        return link.route.filed == "inside" and len(chain.links) > 1 and chain.links[0] is not link

    def _stays(self, link: Link) -> bool:
        given = [name for _, name in self._statuses(link)]
        return any(self.law.atlas.status(name).stay for name in given) or link.route.gives is None

    def _works(self, status: str, link: Link) -> list[Right]:
        rights = rights_of(self.law.atlas.status(status), "work", link.on.toordinal())
        return [one for one in rights if one.holds in ("yes", "limited")]

    def _work(self, key: str, step: _Making, status: str, link: Link) -> None:
        """Where the status that a step gives lets somebody work: at once, or after a time that is a step."""
        rights = self._works(status, link)
        right = next((one for one in rights if one.holds == "yes"), rights[0] if rights else None)
        if right is None:
            return
        if right.opens.after is not None:
            paper = f"held:{key}/{status}"
            step.yields.append(paper)
            step = self.steps[f"wait:{key}/{status}"] = _Making(f"wait:{key}/{status}", needs=[paper])
            self.of[step.id] = (link.route.id, None)
            self._time(step, duration(self.world, right.opens.after) or OPEN)
        if right.holds == "limited":
            step.unknown.append("work")
        step.yields.append(f"work:{key}")

    def _statuses(self, link: Link) -> Iterator[tuple[int, str]]:
        """After which step of the route which status is held."""
        route = link.route
        known = {one.id for one in self.law.atlas.statuses if one.folder == route.folder}
        own = self._own(link)
        for number, name in enumerate(own):
            for given in self.law.atlas.step(name).yields:
                if given in known:
                    yield number, given
        if route.gives is not None and route.gives.status is not None:
            yield max(0, len(own) - 1), route.gives.status

    def _own(self, link: Link) -> list[str]:
        """The steps of a route that are its own: not shared ones, which any way to the paper replaces."""
        atlas = self.law.atlas
        return [
            name
            for name in link.route.steps
            if atlas.step(name).folder and self.held.isdisjoint(atlas.step(name).yields)
        ]

    def _link(self, key: str, link: Link, before: str | None, moved: bool) -> str:
        """The steps of one route; the id of its last."""
        atlas, route = self.law.atlas, link.route
        names: list[str | None] = [*self._own(link)] or [None]
        ids = [f"{key}/{name or 'file'}" for name in names]
        if ids[-1] in self.steps:
            return ids[-1]
        shared = [name for name in route.steps if not atlas.step(name).folder]
        for number, (name, step_id) in enumerate(zip(names, ids, strict=True)):
            step = self._step(step_id, route, None if name is None else atlas.step(name), link, moved)
            if step.moves:
                moved = True
            if number:
                step.needs.append(f"after:{ids[number - 1]}")
            elif before is not None:
                step.needs.append(f"given:{before}")
            if not number:
                for other in shared:
                    self._shared(other)
                    step.needs += [paper for paper in atlas.step(other).yields if paper in self._needed(link)]
            step.yields.append(f"after:{step_id}")
        last = self.steps[ids[-1]]
        last.yields.append(f"given:{key}")
        if route.refusal or "refused" in route.outcomes:
            last.refused = None
            last.unknown.append("refused")
        self._fees(route, [self.steps[one] for one in ids])
        self._doors(route, self.steps[ids[0]])
        for number, status in self._statuses(link):
            if atlas.status(status).stay:
                self.steps[ids[number]].yields.append(f"stay:{key}")
            if self._made(f"work:{key}", "") == "":
                self._work(key, self.steps[ids[number]], status, link)
        return ids[-1]

    def _short(self, chain: Chain) -> bool:
        """Whether the last status of a way surely lasts less than half a year."""
        gives = chain.links[-1].route.gives
        if gives is None or gives.status is None:
            return False
        lasts = self.law.atlas.status(gives.status).lasts
        found = None if lasts is None else duration(self.world, lasts)
        return found is not None and found.hi < SHORT

    def _needed(self, link: Link) -> set[str]:
        """The papers that the route's own steps ask for."""
        return {paper for name in self._own(link) for paper in self.law.atlas.step(name).needs}

    def _step(
        self, step_id: str, route: Route | None, described: Described | None, link: Link | None, moved: bool
    ) -> _Making:
        step = self.steps[step_id] = _Making(step_id)
        self.of[step_id] = (None if route is None else route.id, None if described is None else described.id)
        if described is None:
            step.unknown += ["days", "steps"]
            step.place = THERE if moved else None
            return step
        known = {one.id for one in self.law.atlas.documents}
        step.yields += [paper for paper in described.yields if paper in known]
        for paper in described.needs:
            self.asked[paper] = None
            step.needs.append(paper)
        world = self.world if link is None else self.world.at(link.on)
        self._time(step, step_takes(world, described))
        who = self._who(described)
        if who:
            step.attends = Attends(days=1, who=who)
        elif described.who_comes is None:
            step.unknown.append("attends")
        if described.moves and (route is None or route.kind != "leaving"):
            step.moves = True
            if self._origin_leaves():
                step.needs.append(LEFT)
            step.attends = Attends(days=1, who=tuple(self.alias.values()))
        elif described.at is not None:
            inside = THERE if described.folder == self.country.id else HOME
            step.place = {"inside": inside, "outside": HOME, "anywhere": None}[described.at]
        elif who:
            step.place = THERE if moved else None if route is not None and route.filed == "either" else HOME
        if described.danger is not None:
            step.danger = described.danger.level
            step.facts += [described.danger.fact] if described.danger.fact else []
        elif described.who_comes not in (None, "nobody"):
            step.unknown.append("danger")
        if "refused" in described.outcomes:
            step.refused = None
            step.unknown.append("refused")
        for fact in described.costs:
            self._pay(step, fact)
        return step

    def _time(self, step: _Making, takes: Weeks) -> None:
        low = floor(takes.lo * 7)
        if takes.hi == inf:
            step.days = (low, low, low)
            step.unknown.append("days")
        else:
            high = ceil(takes.hi * 7)
            step.days = (low, (low + high) // 2, high)
        step.facts += takes.facts

    def _who(self, described: Described) -> tuple[str, ...]:
        people = self.family.people
        groups: dict[str, Iterable[str]] = {
            "each": people["person"],
            "adults": people["adult"],
            "applicant": people["applicant"][:1],
            "parent": people["adult"][:1],
        }
        return tuple(self.alias[member] for member in groups.get(described.who_comes or "", ()))

    def _pay(self, step: _Making, fact: str) -> None:
        pair = self.purse.fact(fact)
        if pair is None:
            return
        step.facts.append(fact)
        if pair[1] == inf:
            step.unknown.append("fee")
        step.fee += ceil(pair[0] if pair[1] == inf else pair[1])

    def _fees(self, route: Route, steps: list[_Making]) -> None:
        """The fees of a route that none of its steps asks for, paid where somebody first comes."""
        paid = {fact for step in steps for fact in step.facts}
        counter = next((step for step in steps if step.attends and not step.moves), steps[0])
        for fact in route.fees:
            if fact not in paid:
                self._pay(counter, fact)

    def _doors(self, route: Route, step: _Making) -> None:
        """The days on which the door takes people, as far as they are known to be others than all."""
        start = self.world.on
        end = start + timedelta(days=self.horizon)
        days = [start, *(date.fromordinal(day) for day in self.world.door_breaks(route, start, end)), end]
        spans: list[tuple[int, int]] = []
        shut = False
        for begin, after in zip(days, days[1:], strict=False):
            states = set(self.world.at(begin).door(route).states)
            if states in SHUT:
                shut = True
                continue
            first, last = (begin - start).days, (after - start).days - (after != end)
            if spans and spans[-1][1] == first - 1:
                spans[-1] = (spans[-1][0], last)
            else:
                spans.append((first, last))
        if shut and spans:
            step.windows = tuple(spans)

    def _quality(self, chain: Chain) -> int:
        """Points of a hundred: the least part of the months in which the children have, by law, what they need."""
        line = timeline(self.law, self.world, chain)
        parts = belong(self.law, self.family, self.world, line, self.country.id).quality
        return floor(sum(part.paper.lo for part in parts) / len(parts) * QUALITY_WHOLE) if parts else 0

    # ------------------------------------------------------------------ shared steps
    def _shared(self, name: str) -> None:
        """A step that stands for itself: whoever needs its paper uses it."""
        if name not in self.steps:
            described = self.law.atlas.step(name)
            step = self._step(name, None, described, None, False)
            step.place = step.place and HOME

    def _papers(self) -> None:
        """Makers of the papers that are asked for; a need that nobody makes is told, not asked."""
        atlas = self.law.atlas
        held = {one.paper for one in self._in_hand()}
        done: set[str] = set()
        while waiting := [paper for paper in self.asked if paper not in done]:
            for paper in waiting:
                done.add(paper)
                if paper in held:
                    continue
                for described in atlas.steps:
                    if (
                        paper in described.yields
                        and described.folder in ("", self.origin)
                        and not described.moves
                    ):
                        self._shared(described.id)
        made = {paper for step in self.steps.values() for paper in step.yields} | held
        for step in self.steps.values():
            step.needs = [paper for paper in step.needs if paper in made or paper not in done]

    def _in_hand(self) -> Iterator[Held]:
        known = {one.id for one in self.law.atlas.documents}
        for paper in sorted(self.held & known):
            until = self._runs_out(paper)
            yield Held(paper=paper, until=until)

    def _runs_out(self, paper: str) -> int | None:
        """The last day, from today, on which everybody's paper is good."""
        ends = []
        for member in self.family.people["person"]:
            for prefix in self.family.lists.get(f"{member}.citizenships", ()):
                held, expires = (
                    self.family.known.get(f"{prefix}.{name}") for name in ("document", "expires")
                )
                if held is not None and held[0] == paper and expires is not None:
                    ends.append(expires[0][0])
        last = min(ends, default=inf)
        return None if last == inf else int(last) - self.world.on.toordinal()

    # ------------------------------------------------------------------ leaving, the journey, pay
    def _leaving_routes(self) -> list[Route]:
        atlas = self.law.atlas
        return [
            route
            for route in atlas.routes
            if route.folder == self.origin
            and route.kind == "leaving"
            and (not route.toward or self._among(route.toward))
            and not self._among(route.not_toward)
            and any(atlas.step(name).moves for name in route.steps)
        ]

    def _among(self, countries: tuple[str, ...]) -> bool:
        return self.country.id in countries or self.country.union in countries

    def _origin_leaves(self) -> bool:
        return bool(self.origin) and self.origin != self.country.id and bool(self._leaving_routes())

    def _leaving(self, ways: tuple[Chain, ...]) -> None:
        """Ways out that are not closed once the family holds what one of the ways in gives before the crossing."""
        if not self._origin_leaves():
            return
        families = {self.family: self.world.on}
        for chain in ways:
            if any(self.law.atlas.step(name).moves for name in chain.links[0].route.steps):
                families.setdefault(*self.chains.after(chain.links[:1]))
        found = False
        for route in self._leaving_routes():
            verdicts = [
                self.law.decide(route, family, self.world.at(day)) for family, day in families.items()
            ]
            if all(verdict.way == "closed" for verdict in verdicts):
                continue
            found = True
            link = Link(min(verdicts, key=lambda one: one.way != "open"), self.world.on, Weeks())
            for name in self._own(link):
                step = self._step(f"{route.id}/{name}", route, self.law.atlas.step(name), None, False)
                step.yields.append(LEFT)
                # It is one journey: out on the day on which they are in.
                step.attends, step.place, step.valid = None, None, 0
        if not found:
            self.unknown.append("leaving")
            for step in self.steps.values():
                step.needs = [paper for paper in step.needs if paper != LEFT]

    def _journey(self) -> None:
        """The way there where no step of the atlas tells it."""
        step = self.steps[JOURNEY] = _Making(JOURNEY, moves=True, needs=[ENTER], unknown=["days", "fee"])
        if self._origin_leaves() and "leaving" not in self.unknown:
            step.needs.append(LEFT)
        step.attends = Attends(days=1, who=tuple(self.alias.values()))
        self.of[JOURNEY] = (None, None)

    def _rent(self) -> int:
        """The least monthly rent that is known, in the family's currency."""
        rents = [
            pair
            for name in self.country.columns.get("rent", ())
            if (pair := monthly(self.purse, name)) is not None
        ]
        if not rents:
            self.unknown.append("rent")
            return 0
        return int(ceil(min(pair[0] for pair in rents)))

    def _savings(self) -> int:
        if "savings" not in self.family.lists and "savings" not in self.family.known:
            self.unknown.append("savings")
        return int(floor(self.purse.savings()[0]))
