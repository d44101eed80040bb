"""From verdicts to a planning problem: the ways into one country that are not closed to one family, as steps.

Steps of a route follow each other; a route that comes after another waits for what that one gives; a paper
may be made by any step of the atlas that yields it. Every number stands on a fact; what the atlas does not
know is listed with the step and counts as the least, so a plan says "at least".
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from math import floor, inf

from msgspec.structs import replace

from vyrai.law import (
    RATE,
    Chain,
    Chains,
    Family,
    Law,
    Link,
    Purse,
    duration,
)
from vyrai.law._time import OPEN
from vyrai.reach import _doors
from vyrai.reach._again import Again
from vyrai.reach._crossed import apart, crossed_out
from vyrai.reach._deeds import GoneOn, Said
from vyrai.reach._drafted import (
    ENTER,
    FREE,
    HERE,
    JOURNEY,
    LEFT,
    PAY,
    SAFE,
    SAVED,
    SETTLED,
    UNSAID,
    Draft,
    Way,
)
from vyrai.reach._given import Given
from vyrai.reach._handed import WHOLE, Handed
from vyrai.reach._held import in_hand
from vyrai.reach._leaving import Fare, Leaving, fare_to, home_of
from vyrai.reach._locks import lock
from vyrai.reach._making import GIVEN, HOME, STAY, THERE, Makers, Making
from vyrai.reach._minding import people
from vyrai.reach._no_waiting import no_waiting
from vyrai.reach._often import counted, may_be_refused
from vyrai.reach._opens import at_once, brief, open_right
from vyrai.reach._posts import Posts
from vyrai.reach._rounds import Round, bind, keep, over
from vyrai.reach.living import living_in, wage_in
from vyrai.reach.problem import Buckets, Held, Income, Place, Problem
from vyrai.reach.spent import most
from vyrai.world import Right, Route, World

MONTH = 30
HORIZON = 539
"""Eighteen months of thirty days: the last day is still within one."""
DECIDED = ("visa", "permit", "protection", "citizenship")
"""Kinds of route on which somebody decides: it may be no, and it has its price unless a fact says none."""
AT_BORDER = ("visa-free", "protection")
"""Kinds of route that may begin at the border."""
PARENT = "parent"
"""Who comes for what is for a child."""
BUCKETS = Buckets(danger=1, quality=10)
PAID = 60
"""Days before the horizon by which pay is to begin, so that it comes before the plan ends."""


def draft(
    law: Law,
    family: Family,
    world: World,
    country: str,
    reserve: int = 0,
    horizon: int = HORIZON,
    chains: Chains | None = None,
    quality: bool = True,
    others: bool = True,
    place: str | None = None,
) -> Draft:
    """The problem of reaching a country. KeyError: no such country in the atlas, or no such place in it.

    It has no steps where every way in is closed. chains: those of the country, where somebody has them
    already. quality: whether that of the ways can be asked for. others: whether ways are wanted of which no
    row tells. place: where in the country the family would live.
    """
    out = crossed_out(family, world.on.toordinal())
    rows = Handed(chains or Chains(law, family, world, country), quality, others)
    # Where a way is crossed out that others begin with, they begin with another one.
    left = rows if chains else rows.without(out)
    return _Drafting(left, reserve, horizon, place).draft(out, apart(rows.rows, out)[1])


class _Drafting:
    def __init__(self, handed: Handed, reserve: int, horizon: int, place: str | None) -> None:
        self.handed, self.chains, self.reserve, self.horizon = handed, handed.chains, reserve, horizon
        law, family, world, country = handed.chains.asked
        self.law, self.family, self.world = law, family, world
        self.country = law.atlas.country(country)
        self.purse = Purse(law, family, world, self.country.currency or "")
        self.makers = Makers(law, family, world, country, self.purse, horizon)
        self.said = Said(family)
        self.gone = self.said.gone_to(law.atlas, home_of(family))
        self.leaving = Leaving(law, family, world, self.country, self.gone)
        self.posts = Posts(law, family, world, self.makers, self.leaving.origin)
        self.steps: dict[str, Making] = {}
        self.of: dict[str, tuple[str | None, str | None]] = {}
        self.rounds: dict[tuple[str, str], Round] = {}
        self.unknown: list[str] = []
        self.ended: dict[str, Way] = {}
        self.again = Again(law, world, self.makers.documents, self.steps, self.of, self.said)
        self.unknown += ["untold"] if handed.untold else []
        ways = [link.route for chain in self.chains.rows() for link in chain.links]
        self.crossings = {name for route in ways for name in route.steps if law.atlas.step(name).moves}
        self.there = self.chains.there or not self.crossings.isdisjoint(self.said.well())
        self.held = family.papers(world.on.toordinal())
        self.hand = [*in_hand(family, self.held & self.makers.documents, world.on.toordinal())]
        self.living = living_in(self.purse, self.country, place)
        self.unknown += self.living.unknown

    def draft(self, out: Set[str], crossed: tuple[tuple[str, ...], ...]) -> Draft:
        """out: what the family has crossed out; crossed: the ways that are not in it for that."""
        today = self.world.on.toordinal()
        ways = apart(self.handed.rows, out)[0]
        ways += apart(self.handed.others, out)[0]
        ends = [chain for chain in ways if not brief(self.law, self.world, chain.links[-1].route)]
        if ways and not ends:
            self.unknown.append("short")
        for chain in ways:
            self._way(chain, chain in ends or not ends)
        if self.leaving.apart and ways:
            self.unknown.append("homes")
        if self.there:
            self._add(Making(HERE, moves=True, windows=((0, 0),)))
        elif ways:
            self._leave(ways)
            self._post()
            self._put_aside()
        asked = self._papers()
        since = self.again.since()
        out_of = {name for route in self.leaving.routes for name in route.steps}
        behind = self.crossings | {name for name in out_of if self.law.atlas.step(name).moves}
        gone_on = GoneOn(self.steps, self.makers.documents, behind, today, since)
        gone_on.take(self.of, self.said)
        gone_on.anew(sole := tuple(one.id for one in self.law.atlas.documents if one.sole))
        if self.there:
            gone_on.are_in(name for name, (_, described) in self.of.items() if described in self.crossings)
        steps = tuple(step.done() for step in self.steps.values())
        made = {paper for step in steps for paper in step.yields}
        at_home, there = max(0, self.living.home or 0), self.living.monthly
        places = (Place(id=HOME, monthly=at_home), Place(id=THERE, monthly=there))
        had = [(paper, until) for paper, until in sorted(gone_on.papers.items()) if paper not in self.held]
        held = (*self.hand, *(Held(paper=paper, until=until) for paper, until in had))
        problem = Problem(
            steps=steps,
            places=places,
            goals=(SAFE, SETTLED, *((PAY,) if PAY in made else ())),
            safe=SAFE,
            savings=0,
            start=self.world.on.isoformat(),
            horizon=self.horizon,
            currency=self.purse.currency,
            reserve=self.reserve,
            people=people(self.makers.alias.values(), steps),
            has=held,
            sole=sole,
            quality_from=WHOLE,
            buckets=BUCKETS,
        )
        given = Given(self.family, self.said, today)
        problem = given.keep(replace(problem, savings=self._savings(problem)), self.of, self.rounds)
        problem = no_waiting(problem, self.ended)
        self.unknown += [name for name in self.purse.missing if name.startswith(RATE)]
        unmade = tuple(sorted(asked - made - {one.paper for one in held}))
        facts, unknown = (tuple(dict.fromkeys(of)) for of in (self.purse.facts, self.unknown))
        ended, wage = tuple(self.ended.values()), wage_in(self.purse, self.leaving.origin)
        rest = (self.living, wage, unmade, unknown, facts, crossed, self.country.id in out)
        kept = (given.kept, given.unkept, given.days(), given.missed, self.again.anew)
        return Draft(
            problem,
            self.of,
            ended,
            *rest,
            self.posts.trips,
            self.rounds,
            *kept,
            self.handed.worth(self.ended),
        )

    # ------------------------------------------------------------------ ways
    def _way(self, chain: Chain, ends: bool) -> None:
        """The links of a chain as steps that follow each other, and what they come to."""
        moved = self.there
        before = stay = work = ""
        kept: Right | None = None
        over: list[str] = []
        seen: set[str] = set()
        for number, link in enumerate(chain.links):
            crosses = any(self.law.atlas.step(name).moves for name in link.route.steps)
            first = number == 0 or link.route.filed != "inside"
            journey = not moved and not crosses and number + 1 == chain.entry and first
            key = f"{link.route.id}@{before}" if before else link.route.id
            over.append(self._link(key, link, before, moved, seen, journey))
            moved = moved or crosses or journey
            if not stay and self._stays(link, seen):
                stay = self._made(f"{STAY}{key}") or f"{GIVEN}{key}"
            work = work or self._made(f"work:{key}")
            right = self._kept(link, seen)
            if at_once(right) and not at_once(kept):
                # The state gives a home and food to who has asked: safe with that, not with the visit before.
                kept, stay = right, self._made(f"{STAY}{key}") or f"{GIVEN}{key}"
            kept = kept or right
            seen.update(link.route.steps)
            before = key
        if ends and stay:
            self._ends(before, chain, stay, work, over, kept)

    def _made(self, paper: str) -> str:
        """The paper, where a step makes it."""
        return paper if any(paper in step.yields for step in self.steps.values()) else ""

    def _ends(
        self, key: str, chain: Chain, stay: str, work: str, over: list[str], kept: Right | None
    ) -> None:
        """To be there and allowed to stay; to have the last status and to have done all that the way asks
        (`over`); to be paid: of one and the same way. kept: the state gives a home and food from then on.
        """
        self.ended[key] = Way(key, chain, kept, any(chain is one for one in self.handed.others))
        route = chain.links[-1].route
        safe = f"safe:{key}"
        there = self._add(Making(safe, needs=[stay], yields=[SAFE, safe], place=THERE), route)
        if kept is not None and at_once(kept):
            there.income = Income(monthly=self.living.monthly, after=0, only_at=THERE)
            there.facts += kept.facts
        given = [f"{GIVEN}{key}", safe, *over]
        settled = Making(f"settled:{key}", needs=given, yields=[SETTLED], place=THERE)
        self._add(settled, route)
        if work:
            # From a month after work is lawful the family lives on its pay; when it comes, nobody knows.
            pay = Making(f"earn:{key}", needs=[work, safe], yields=[PAY], place=THERE)
            pay.income = Income(monthly=0 if there.income else self.living.pay, only_at=THERE)
            pay.windows = ((0, max(0, self.horizon - PAID)),)
            pay.unknown += ["days", "income"]
            self._add(pay, route)

    def _add(self, step: Making, route: Route | None = None, described: str | None = None) -> Making:
        self.steps[step.id] = step
        self.of[step.id] = (None if route is None else route.id, described)
        return step

    # ------------------------------------------------------------------ one route
    def _link(self, key: str, link: Link, before: str, moved: bool, seen: set[str], journey: bool) -> str:
        """The steps of one route; what its last one gives. seen: steps that an earlier route of the way has;
        journey: once it is decided, the family goes there.
        """
        atlas, route = self.law.atlas, link.route
        own = self._own(link, seen)
        ids = [f"{key}/{name}" for name in own] or [f"{key}/file"]
        if ids[-1] in self.steps:
            return f"after:{ids[-1]}"
        decides = self._decides(route, own)
        previous = f"{GIVEN}{before}" if before else ""
        for number, (name, step_id) in enumerate(zip(own or [""], ids, strict=True)):
            step = self._step(step_id, name, link, moved, seen)
            moved = moved or step.moves or (journey and number == decides)
            step.needs += [previous] if previous else []
            previous = f"after:{step_id}"
            step.yields.append(previous)
        first, decided = self.steps[ids[0]], self.steps[ids[decides]]
        of_atlas = dict(zip(own, map(self.steps.__getitem__, ids), strict=False))
        self._shared_of(route, of_atlas)
        decided.yields += [f"{GIVEN}{key}", ENTER] if journey else [f"{GIVEN}{key}"]
        of_route = counted(self.family, self.world.at(link.on), route.outcomes)
        refused = [step for step in map(self.steps.__getitem__, ids) if step.refused != 0]
        may_be = route.kind in DECIDED or route.refusal or may_be_refused(route.outcomes)
        if (not refused and may_be) or (of_route.often is not None and not decided.refused):
            decided.may_be_refused(of_route)
        self._fees(route, [self.steps[one] for one in ids])
        lock(link.family or self.family, self.world.at(link.on), self.purse, route, key, self.steps)
        first.windows = _doors.windows(self.world, route, self.horizon)
        keep(of_atlas, link, self.world, self.horizon)
        self.rounds |= bind(of_atlas, link, self.world, self.horizon)
        for number, status in self._statuses(link, seen):
            if atlas.status(status).stay:
                self.steps[ids[number]].yields.append(f"{STAY}{key}")
            if not self._made(f"work:{key}"):
                self._work(key, self.steps[ids[number]], status, link)
        self.again.after(key, own, route, lambda one, name: self._step(one, name, link, moved))
        return f"after:{ids[-1]}"

    def _decides(self, route: Route, own: list[str]) -> int:
        """Which of its own steps settles what the route gives: the one that says so; else, of a route that
        somebody decides, the last that may be refused or is no crossing, of any other the crossing; else the
        last. What a parent comes for is for a child, as a place at school, and settles nothing.
        """
        steps = [self.law.atlas.step(name) for name in own]
        given = "" if route.gives is None else route.gives.status
        settles = [
            [given in step.yields for step in steps],
            [
                route.kind in DECIDED and may_be_refused(step.outcomes) and step.who_comes != PARENT
                for step in steps
            ],
            [step.moves is (route.kind not in DECIDED) and step.who_comes != PARENT for step in steps],
        ]
        found = next((one for one in settles if any(one)), [])
        return max((number for number, this in enumerate(found) if this), default=max(0, len(own) - 1))

    def _step(self, step_id: str, name: str, link: Link, moved: bool, seen: Set[str] = frozenset()) -> Making:
        """A step of a route; without a name it stands for a route whose steps nobody wrote down, or which
        needs no more than the route before it.
        """
        if not name:
            known = bool(link.route.steps) and seen >= {*link.route.steps}
            step = Making(step_id, place=THERE if moved else None, unknown=[] if known else ["days", "steps"])
            return self._add(step, link.route)
        described = self.law.atlas.step(name)
        step = self.makers.make(step_id, described, link.route, self.world.at(link.on), moved)
        self.posts.ask(step, described, moved)
        if described.moves and not moved:
            step.moves, step.attends = True, self.makers.everybody
            # Whoever has a visa goes in by it: nobody gets one to ask at the border for leave without one.
            at_border = link.route.kind in AT_BORDER and self._own(link, set())[0] == name
            step.needs += [FREE if at_border else LEFT] if self.leaving.exists else []
        elif described.moves and self.there and link.route.filed == "outside":
            step.place = HOME  # Whoever comes in by it is outside until then.
        return self._add(step, link.route, name)

    def _own(self, link: Link, seen: set[str]) -> list[str]:
        """The steps of a route that are its own: not shared ones, which any way to the paper replaces, nor
        those of a route before or of a round that was drawn, nor those for a child where there is none.
        """
        past = seen | over(self.family, link.route)
        steps = [self.law.atlas.step(name) for name in link.route.steps if name not in past]
        mine = [one for one in steps if one.who_comes != PARENT or self.family.people["child"]]
        return [step.id for step in mine if step.folder and self.held.isdisjoint(step.yields)]

    def _shared_of(self, route: Route, own: dict[str, Making]) -> None:
        """The papers of shared steps, wanted by the next of its own steps that comes after each."""
        atlas = self.law.atlas
        needed = {paper for name in own for paper in atlas.step(name).needs}
        papers: list[str] = []
        for name in route.steps:
            if name in own:
                own[name].needs += papers
                papers = []
            elif not atlas.step(name).folder:
                self._shared(name)
                papers += [paper for paper in atlas.step(name).yields if paper in needed]

    def _statuses(self, link: Link, seen: set[str]) -> Iterator[tuple[int, str]]:
        """After which of its own steps a route gives which status."""
        route, own = link.route, self._own(link, seen)
        known = {one.id for one in self.law.atlas.statuses if one.folder == route.folder}
        for number, name in enumerate(own):
            yield from ((number, one) for one in self.law.atlas.step(name).yields if one in known)
        if route.gives is not None and route.gives.status is not None:
            yield self._decides(route, own), route.gives.status

    def _stays(self, link: Link, seen: set[str]) -> bool:
        given = [name for _, name in self._statuses(link, seen)]
        return any(self.law.atlas.status(name).stay for name in given) or link.route.gives is None

    def _work(self, key: str, step: Making, status: str, link: Link) -> None:
        """Where the status that a step gives lets somebody work: at once, or after a time that is a step."""
        right = self._holds(status, "work", link)
        if right is None:
            return
        if right.opens.after is not None:
            paper = f"held:{key}/{status}"
            step.yields.append(paper)
            step = self._add(Making(f"wait:{key}/{status}", needs=[paper]), link.route)
            step.takes(duration(self.world, right.opens.after) or OPEN)
        if right.holds == "limited":
            step.unknown.append("work")
        step.yields.append(f"work:{key}")

    def _kept(self, link: Link, seen: set[str]) -> Right | None:
        """The right to a home and food, of the statuses that a route gives; one that holds comes first."""
        held = [self._holds(status, "reception", link) for _, status in self._statuses(link, seen)]
        return max((right for right in held if right), key=lambda right: right.holds, default=None)

    def _holds(self, status: str, right: str, link: Link) -> Right | None:
        return open_right(self.law.atlas.status(status), right, link.on.toordinal())

    def _fees(self, route: Route, steps: list[Making]) -> None:
        """The fees of a route that none of its steps asks for, paid where somebody first comes."""
        paid = {fact for step in steps for fact in step.facts}
        counter = next((step for step in steps if step.attends and not step.moves), steps[0])
        for fact in route.fees:
            if fact not in paid:
                self.makers.pay(counter, fact)
        asked = [*route.fees, *(fact for name in route.steps for fact in self.law.atlas.step(name).costs)]
        if route.kind in DECIDED and not asked:
            counter.unknown.append("fee")

    # ------------------------------------------------------------------ papers, leaving, money
    def _shared(self, name: str) -> None:
        """A step that stands for itself: whoever needs its paper uses it."""
        if name not in self.steps:
            described = self.law.atlas.step(name)
            self._add(self.makers.make(name, described, None, self.world, False), None, name)

    def _papers(self) -> set[str]:
        """Makers of the papers that are asked for, which are returned; no step waits for others."""
        held = {one.paper for one in self.hand}
        asked: set[str] = set()
        while waiting := self._wanted() - asked:
            asked |= waiting
            for described in self.law.atlas.steps:
                near = described.folder in ("", self.leaving.origin) and not described.moves
                if near and not (waiting - held).isdisjoint(described.yields):
                    self._shared(described.id)
        made = {paper for step in self.steps.values() for paper in step.yields} | held
        for step in self.steps.values():
            step.needs = [paper for paper in step.needs if paper in made or paper not in asked]
        return asked

    def _wanted(self) -> set[str]:
        return {paper for step in self.steps.values() for paper in step.needs} & self.makers.documents

    def _leave(self, ways: list[Chain]) -> None:
        """The ways out, and the way there where no step of the atlas tells it."""
        routes = self.leaving.open_to(self.chains, ways, self.steps)
        if self.leaving.origin is None:
            self.unknown.append("home")
        elif not routes:
            code = "shut" if self.leaving.exists else "leaving"
            self.unknown.append(code if self.gone is None else "gone")
        if self.leaving.exists and not routes:
            for step in self.steps.values():
                step.needs = [paper for paper in step.needs if paper not in (LEFT, FREE)]
        if self.leaving.origin is not None and not self.leaving.exists:
            for step in self.steps.values():  # How one comes to that border nobody has written down.
                step.unknown += ["days", "fee"] if step.moves else []
        found = [fare_to(self.purse, route, self.country) for route, _ in routes]
        for (route, papers), fare in zip(routes, found, strict=True):
            for name in [one for one in route.steps if self.law.atlas.step(one).moves]:
                for paper in papers or [""]:
                    self._way_out(route, name, paper, fare)
        self._copies({paper for _, papers in routes for paper in papers})
        if not found or not all(fare.complete for fare in found):
            self.unknown.append("tickets_in_part" if any(fare.least for fare in found) else "tickets")
        if self._made(ENTER):
            needs = [ENTER, LEFT] if routes else [ENTER]
            way = Making(JOURNEY, moves=True, needs=needs, unknown=["days", "fee", "danger"])
            way.attends = self.makers.everybody
            self._add(way)

    def _copies(self, papers: Set[str]) -> None:
        """Whoever goes the same way in behind another may leave with what it gives: nobody asks twice."""
        for name, (route, described) in self.of.items():
            own = f"after:{route}/{described}"
            if own in papers and name in self.steps:
                self.steps[name].yields.append(own)

    def _way_out(self, route: Route, name: str, paper: str, fare: Fare) -> None:
        """One that is shut without the paper of a way waits for that paper, whoever goes by it."""
        own = f"{route.id}/{name}@{paper}" if paper else f"{route.id}/{name}"
        step = self.makers.make(own, self.law.atlas.step(name), route, self.world, False)
        step.needs += [paper] if paper else []
        step.yields += [LEFT] if paper else [LEFT, FREE]
        # It is one journey: out on the day on which they are in, not before all is ready that lets them in.
        step.attends, step.place, step.valid = None, None, 0
        step.in_a_day()
        step.fee += fare.least
        step.facts += fare.facts
        self._add(step, route, name)

    def _post(self) -> None:
        """The journeys to offices in another country than the one where the family lives."""
        for trip, route in self.posts.journeys(
            self.steps, lambda one, but: self._link(one.route.id, one, "", False, but, False)
        ):
            self._add(trip, route)
        self.unknown += ["post"] if self.posts.shut else []

    def _put_aside(self) -> None:
        """What comes in at home every month, for as long as nobody has left."""
        if (self.living.home or 0) < 0:
            for step in self.steps.values():
                step.needs += [SAVED] if step.moves else []
            aside = Income(monthly=-(self.living.home or 0), only_at=HOME)
            self._add(Making(SAVED, yields=[SAVED], income=aside, windows=((0, 0),)))

    def _savings(self, problem: Problem) -> int:
        """What the family surely has; where it has said nothing, as much as any plan could take."""
        low, high = self.purse.savings()
        least: int = floor(low)
        if high != inf:
            return least
        said = any(f"{one}.amount" in self.family.known for one in self.family.lists.get("savings", ()))
        self.unknown.append("savings" if said else UNSAID)
        return least if said else most(problem)
