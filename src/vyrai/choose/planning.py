"""Plans into one country: what to do in which order, when, for how much, and what nobody knows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta

from vyrai.choose._begin import begin_with
from vyrai.choose._bonds import bonds
from vyrai.choose._bound import bound
from vyrai.choose._deadlines import deadlines, unsure
from vyrai.choose._kind import kind_of
from vyrai.choose._minding import comes, stay_behind
from vyrai.choose._once import once_refused
from vyrai.choose._pocket import Asked
from vyrai.choose._prices import may_differ
from vyrai.choose._reached import reached
from vyrai.choose._red import of_chain
from vyrai.choose._search import Searched, Told, search
from vyrai.choose._words import sources
from vyrai.choose.beaten import beaten
from vyrai.choose.beside import beside
from vyrai.choose.compare import basis, labels
from vyrai.choose.drafting import drafting
from vyrai.choose.hanging import Hanging
from vyrai.choose.locking import locked_on
from vyrai.choose.mending import HopelessOn, remedy_on
from vyrai.choose.model import Taken, Text
from vyrai.choose.monthly import LackingOn, monthly_on, wage_on
from vyrai.choose.ordered import in_order, needs_of
from vyrai.choose.out import ways_out
from vyrai.choose.plan_on import GivesUp, KeptOn, LivedOn, Planning, PlanOn
from vyrai.choose.reacting import ReactingOn, reacting
from vyrai.choose.refusals import RefusalOn, Refusals
from vyrai.choose.shut import ClosedOn, closed
from vyrai.choose.step_on import DecidedOn, StepOn
from vyrai.choose.takers import taken
from vyrai.choose.unkept import missed, unkept_on
from vyrai.family import Case
from vyrai.law import Law
from vyrai.law.record import as_written
from vyrai.reach import (
    HERE,
    LEFT,
    LIVES,
    OBJECTIVES,
    RECKONED,
    RISK,
    SAFE,
    UNSAID,
    Firsts,
    Hopeless,
    Lived,
    Placed,
    Plan,
    Planned,
    Round,
    Step,
    alone,
    before_safety,
    hopeless,
    season,
    waits,
)
from vyrai.world import Bond, Route, World

SHOWN = 5
"""So many plans are shown at most."""


PROTECTION = "protection"
_AS_A_GUEST = frozenset({"visa", "visa-free"})
LEAST = {
    "weeks": ("days", "steps"),
    "money": ("fee",),
    "danger": ("danger",),
    "chance": ("refused",),
    "quality": (),
}
"""For each objective, what must be known of a step so that the figure is no mere least."""


def planning(
    law: Law,
    case: Case,
    country: str,
    on: date,
    known: date | None = None,
    reserve: int = 0,
    seconds: float | None = None,
    tell: Callable[[str, int, int], None] | None = None,
    risk: float = RISK,
    lives: int = LIVES,
    place: str | None = None,
    suppose: float | None = None,
    buckets: dict[str, int] | None = None,
) -> Planning:
    """Plans of every way into a country that is not closed. KeyError: no such country, or no place in it.

    risk: the share of lives, of so many `lives`, in which the family bears that money runs out, a paper
    lapses or something is not reached. tell: how far it is. reserve, place, suppose, buckets: as `drafting`
    takes them. Whoever interrupts it gets what is proven so far.
    """
    family, world, drafted = drafting(law, case, country, on, known, reserve, place, suppose, buckets)
    searched = search(drafted, risk, lives, seconds, tell)
    rank: Firsts | None = None
    with suppress(KeyboardInterrupt):
        rank = begin_with(law, *searched.every)
    refusals = Refusals(Asked(law, case, world, country, reserve, seconds, place), searched.draft)
    telling = _Telling(law, world, country, searched, risk, rank, refusals, Hanging(law, case, family, world))
    shut = () if drafted.ways or drafted.crossed else closed(law, family, world, country)
    return telling.told(
        labels(law, family), taken(family, world), bool(family.people["child"]), suppose, shut
    )


class _Telling:
    """The words and days of plans."""

    def __init__(
        self,
        law: Law,
        world: World,
        country: str,
        searched: Searched,
        risk: float,
        rank: Firsts | None,
        refusals: Refusals,
        hanging: Hanging,
    ) -> None:
        self.rank, self.refusals, self.hanging = rank, refusals, hanging
        self.law, self.world, self.country = law, world, country
        self.searched, self.risk = searched, risk
        self.draft, self.found = searched.draft, searched.found
        self.steps: dict[str, Step] = {step.id: step for step in self.draft.problem.steps}
        self.barred = () if HERE in self.steps else hanging.barred()
        self.ways = {chain.key: chain.chain for chain in self.draft.ways}
        self.kept = {chain.key: chain.kept for chain in self.draft.ways}

    def told(
        self,
        named: dict[str, Text],
        home: tuple[Taken, ...],
        children: bool,
        suppose: float | None,
        shut: tuple[ClosedOn, ...],
    ) -> Planning:
        problem = self.draft.problem
        better = beaten(self.searched.plans)
        plans = tuple(self._plan(one, by) for one, by in zip(self.searched.plans, better, strict=True))
        facts = {fact for plan in plans for step in plan.steps for fact in step.facts} | set(self.draft.facts)
        facts |= {fact for one in home if one.weeks for fact in one.weeks.facts}
        facts |= {fact for plan in plans for one in plan.refusals or () for fact in one.facts}
        facts |= {fact for plan in plans if plan.kept for fact in plan.kept.facts}
        binds = bound(self.law, self.hanging.family)
        facts |= {one.fact for one in binds if one.fact}
        facts |= {fact for one in (*shut, *self.barred) for fact in one.facts}
        short = any(one.sum for one in self.searched.without) or any(one.lacking for one in plans)
        wage = self.draft.wage if short else None
        facts |= set(() if wage is None else wage.facts)
        papers = {use[0] for plan in plans for step in plan.steps for use in step.uses}
        papers |= set(self.draft.unmade)
        papers |= {one.door or "" for one in (() if self.rank is None else self.rank.before_leaving)}
        documents = {one.id: one.title for one in self.law.atlas.documents if one.id in papers}
        return Planning(
            basis=basis(self.law, self.world, facts),
            country=self.country,
            title=self.law.atlas.country(self.country).title,
            start=problem.start,
            horizon=problem.horizon,
            there=HERE in self.steps,
            children=children,
            currency=problem.currency,
            savings=None if UNSAID in self.draft.unknown else problem.savings,
            reserve=problem.reserve,
            buckets={name: getattr(problem.buckets, name) for name in OBJECTIVES},
            living=monthly_on(self.draft.living),
            wage=wage_on(wage),
            proven=self.found.proven,
            sure=self.found.sure,
            risk=self.risk,
            shown=min(SHOWN, sum(bool(one.planned.best or self._beside(one)) for one in self.searched.plans)),
            home=home,
            leaving=() if HERE in self.steps else self.hanging.leaving(),
            barred=self.barred,
            bound=tuple((one.what, one.fact) for one in binds),
            firsts=self.rank,
            reacting=self._reacting(suppose),
            plans=plans,
            empty=tuple(self._routes(way) for way in self.found.empty),
            crossed=self.draft.crossed,
            crossed_out=self.draft.crossed_out,
            unkept=unkept_on(self.law.atlas, self.draft, [one.planned.plan for one in self.searched.plans]),
            closed=shut,
            without=tuple(
                remedy_on(
                    self.law.atlas,
                    self.draft,
                    one,
                    self._routes(one.way),
                    self.hanging.of(self.ways[one.way].links),
                    self._day,
                )
                for one in self.searched.without
            ),
            hopeless=tuple(
                HopelessOn(way=self._routes(one.way), days=one.days, outside=one.outside, border=one.border)
                for one in self._hopeless()
            ),
            left=tuple(self._routes(way) for way in self.found.left),
            unmade=self.draft.unmade,
            unknown=self.draft.unknown,
            sources=sources(self.world, facts),
            labels=named | documents,
        )

    def _hopeless(self) -> tuple[Hopeless, ...]:
        """Of the ways without a plan that nothing would make, why; nothing where the search was stopped."""
        if self.found.left or not self.found.proven:
            return ()
        mended = {one.way for one in self.searched.without}
        return hopeless(self.draft, (way for way in self.found.empty if way not in mended))

    def _routes(self, way: str) -> tuple[str, ...]:
        return tuple(link.route.id for link in self.ways[way].links)

    def _day(self, day: int) -> str:
        return (self.world.on + timedelta(days=day)).isoformat()

    def _kept(self, one: Planned) -> KeptOn | None:
        right = self.kept[one.way]
        if right is None:
            return None
        safe = next(placed for placed in one.plan.steps if SAFE in self.steps[placed.step].yields)
        return KeptOn(
            on=None if self.steps[safe.step].income is None else self._day(safe.end),
            note={"en": right.note} if isinstance(right.note, str) else right.note,
            facts=right.facts,
        )

    def _least(self, objective: str, lacking: bool) -> int | None:
        """The least of all plans in which money and papers last as they must, where there are some; of
        refusals only of those of which every one is counted. lacking: those count too that take more money
        than there is.
        """
        told = [other for other in self.searched.plans if lacking or other.lacking is None]
        kept = [other for other in told if other.lived is None or other.lived.keeps]
        plans = [other.planned for other in kept or told]
        if objective == "chance":
            plans = [
                other for other in plans if not {what for _, what in other.unknown} & {"refused", "others"}
            ]
        return min((other.plan.comes_to[objective] for other in plans), default=None)

    def _plan(self, told: Told, beaten_by: tuple[int, ...]) -> PlanOn:
        one, lived, lacking = told.planned, told.lived, told.lacking
        needs = needs_of(one.plan, self.steps)
        ordered = in_order(one.plan, needs, self.steps)
        number = {placed.step: at for at, placed in enumerate(ordered)}
        uses: dict[str, list[tuple[str, int | None]]] = {}
        documents = {document.id for document in self.law.atlas.documents}
        for use in one.plan.uses:
            if use.paper in documents and self._brings(use.step, use.paper):
                made = None if use.made_by is None else number[use.made_by]
                uses.setdefault(use.step, []).append((use.paper, made))
        before = before_safety(one.plan, self.steps)
        least = [
            objective
            for objective, asked in LEAST.items()
            if any(what in asked and (objective != "weeks" or of in before) for of, what in one.unknown)
        ]
        behind = {
            objective: one.plan.comes_to[objective] - best
            for objective in OBJECTIVES
            if (best := self._least(objective, lacking is not None)) is not None
        }
        gives_up = tuple(GivesUp(objective=name, by=by) for name, by in behind.items() if by > 0)
        more = 0 if lacking is None else lacking.sum
        bound = bonds(self.law, self.draft, ordered)
        until = deadlines(ordered, needs, self.draft.given, self.steps)
        way = self.ways[one.way]
        also = beside(self.law, self.draft, one.plan, self._routes(one.way))
        kinds = [route.kind for route in (*also, *(link.route for link in way.links))]
        return PlanOn(
            way=self._routes(one.way),
            also=tuple(route.id for route in also),
            verdict="perhaps" if self.hanging.open(also) else way.way,
            hangs_on=self.hanging.of(way.links, also, self._out(one.plan)),
            rounds=self.hanging.rounds(way.links, {held.name for held in map(self._round, ordered) if held}),
            asks_after_entry=kinds[0] in _AS_A_GUEST and PROTECTION in kinds[1:],
            pays=one.pays,
            best=tuple(name for name in one.best if name != "danger" or not self.barred),
            gives_up=gives_up,
            beaten_by=beaten_by,
            red_lines=of_chain(self.law, self.hanging.family, way),
            comes_to=one.plan.comes_to,
            bucketed=one.plan.bucketed,
            at_least=tuple(least),
            refusals_unknown=sum(self.steps[placed.step].refused is None for placed in one.plan.steps),
            kept=self._kept(one),
            lacking=None
            if lacking is None
            else LackingOn(
                sum=more,
                by=self._day(lacking.day),
                first=lacking.first,
                all_by=self._day(lacking.whole),
                weeks=self._weeks(more),
            ),
            waits=self._waits(one, lived),
            lived=None
            if lived is None
            else LivedOn(
                lives=lived.lives,
                reserve=lived.reserve,
                holds=lived.holds,
                spare=lived.spare,
                enough=self._in_buckets(lived.lives.shortfall.enough),
            ),
            steps=tuple(
                self._step(
                    placed,
                    uses.get(placed.step, ()),
                    [number[name] for name in needs[placed.step]],
                    one.plan,
                    bound.get(placed.step, ()),
                    until.get(placed.step),
                    placed.step in self.draft.given
                    and unsure(placed.step, needs, self.steps, {"days", "steps", *RECKONED}),
                )
                for placed in ordered
            ),
            refusals=self._refusals(one, ordered, more) if one.best or self._beside(told) else None,
        )

    def _brings(self, name: str, paper: str) -> bool:
        """Whether a step asks for a paper itself, and is not only behind it on its way."""
        described = self.draft.of[name][1]
        return described is None or paper in self.law.atlas.step(described).needs

    def _out(self, plan: Plan) -> list[Route]:
        """The ways out of a plan that wait for none of its own papers."""
        leaving = [one.step for one in plan.steps if LEFT in self.steps[one.step].yields]
        names = [self.draft.of[step][0] for step in leaving if "@" not in step]
        return [self.law.atlas.route(name) for name in names if name is not None]

    def _reacting(self, refused: float | None) -> ReactingOn | None:
        """refused: a share that is supposed; without one only plans count whose refusals are all counted."""
        # Of each way the plan that is told first: a no on one is answered with another.
        first: dict[str, Plan] = {}
        whole = [told.planned for told in self.searched.plans if told.lacking is None]
        # A visit on which nobody may work is no end beside a way to stay.
        for one in [planned for planned in whole if planned.pays] or whole:
            first.setdefault(one.way, one.plan)
        shares = {way: [self.steps[of.step].refused for of in plan.steps] for way, plan in first.items()}
        plans = [plan for way, plan in first.items() if None not in shares[way]]
        if refused is None and not any(any(shares[way]) for way, plan in first.items() if plan in plans):
            return None
        return reacting(self.refusals.asked, self.hanging.family, self.draft, plans, refused)

    def _waits(self, one: Planned, lived: Lived | None) -> int:
        """Days for the money to last: none where papers are spared, for then it may wait for them, or where
        somebody stops the search.
        """
        with suppress(KeyboardInterrupt):
            seconds = self.refusals.asked.seconds
            return 0 if lived and lived.spare else waits(alone(self.draft, one.way), one.plan, seconds)
        return 0

    def _beside(self, one: Told) -> bool:
        """Whether it is shown beside plans that hold, for what little it lacks."""
        return one.lacking is not None and bool(self.found.plans)

    def _refusals(self, one: Planned, ordered: list[Placed], more: int) -> tuple[RefusalOn, ...] | None:
        """What comes after each refusal, unless somebody stops the search."""
        with suppress(KeyboardInterrupt):
            return self.refusals.of(one, ordered, more)
        return None

    def _round(self, placed: Placed) -> Round | None:
        """The round of known months that a step ends with."""
        route, described = self.draft.of[placed.step]
        return self.draft.rounds.get((route or "", described or ""))

    def _decided(self, placed: Placed) -> DecidedOn | None:
        held = self._round(placed)
        if held is None or placed.step in self.draft.given:
            return None
        route = self.law.atlas.route(self.draft.of[placed.step][0] or "")
        return DecidedOn(what=route.decided_later[held.name].text, months=held.months, fact=held.fact)

    def _closing(self, step: Step, start: int, deadline: int | None) -> str | None:
        """The last day on which a step may begin, where one is known in the time of the plan. deadline: that
        from which it is ready for a day that was given.
        """
        if step.id in self.draft.given:
            return None
        lasts = [last for first, last in step.windows if first <= start <= last][:1]
        last = min([*lasts, *([] if deadline is None else [deadline])], default=self.draft.problem.horizon)
        return None if last >= self.draft.problem.horizon else self._day(last)

    def _lapsing(self, plan: Plan, placed: Placed) -> int | None:
        """The first day on which a step may begin so that what it makes is still good when it is used."""
        valid = self.steps[placed.step].valid
        users = {use.step for use in plan.uses if use.made_by == placed.step}
        journey = placed.step in self.draft.trips or LEFT in self.steps[placed.step].yields
        if valid is None or not users or journey:
            return None
        return max(one.start for one in plan.steps if one.step in users) - valid - (placed.end - placed.start)

    def _step(
        self,
        placed: Placed,
        uses: Iterable[tuple[str, int | None]],
        after: Iterable[int],
        plan: Plan,
        bound: tuple[Bond, ...],
        deadline: int | None,
        hurried: bool,
    ) -> StepOn:
        name = placed.step
        step = self.steps[name]
        early, leaves = self._lapsing(plan, placed), LEFT in step.yields
        route, described = self.draft.of[name]
        trip = self.draft.trips.get(name)
        told_by = described if trip is None else trip.crossing
        of_atlas = None if told_by is None else self.law.atlas.step(told_by)
        who = comes(self.draft.problem, step, of_atlas)
        of_route = None if route is None else self.law.atlas.route(route)
        kind = kind_of(name, described)
        held = reached(self.law.atlas, self.draft, plan, name)
        titled = (held or of_atlas) if trip is None else self.law.atlas.country(trip.country)
        lasts = None if held is None else held.lasts
        # Of a way that leads elsewhere the crossing is known, and not how long the rest takes.
        takes = None if of_atlas is None or (trip and "days" in step.unknown) else of_atlas.takes
        danger = None if of_atlas is None else of_atlas.danger
        return StepOn(
            id=name,
            step=described,
            kind=kind,
            title=None if titled is None else titled.title,
            route=route,
            on=self._day(placed.start),
            until=self._day(placed.end),
            days=step.days,
            by_law=None if takes is None else as_written(self.world, takes.law),
            not_before=None if early is None or early <= 0 else self._day(early),
            not_after=None if self._round(placed) else self._closing(step, placed.start, deadline),
            given=name in self.draft.given,
            missed=missed(self.draft, name),
            unsure=hurried,
            usual=None if takes is None else as_written(self.world, takes.average),
            lasts=as_written(self.world, lasts),
            who=who,
            left=stay_behind(self.hanging.family, who, "child"),
            minders=stay_behind(self.hanging.family, who, "adult"),
            moves=step.moves_to is not None,
            leaves=leaves,
            ways_out=ways_out(self.law, self.draft, plan, name) if leaves else (),
            place=step.moves_to or step.place,
            where=None if of_atlas is None else of_atlas.where,
            fee=step.fee,
            locked=locked_on(self.law.atlas, step, route),
            price_may_differ=may_differ(
                self.world,
                step,
                of_atlas,
                of_route,
                self.world.on + timedelta(days=placed.start),
            ),
            danger=0 if danger is None else danger.level,
            danger_text=None if danger is None else danger.text,
            learns=() if of_atlas is None else of_atlas.who_learns,
            refusable=step.refused is None or step.refused > 0,
            again=name in self.draft.anew,
            refused=None if {"refused", "supposed"}.intersection(step.unknown) else step.refused,
            once=once_refused(self.world, self.hanging.family, step, (of_atlas, of_route)),
            unknown=step.unknown,
            uses=tuple(uses),
            lacks=()
            if of_atlas is None
            else tuple(one for one in of_atlas.needs if one in self.draft.unmade),
            decided=self._decided(placed),
            season=() if route is None else season(self.world, self.law.atlas.route(route), described or ""),
            closes=tuple((bond.what, bond.fact) for bond in bound),
            after=tuple(sorted(set(after))),
            facts=tuple(
                dict.fromkeys(
                    (*step.facts, *(bond.fact for bond in bound if bond.fact), *([lasts] if lasts else []))
                )
            ),
        )

    def _in_buckets(self, amount: int) -> int:
        bucket = self.draft.problem.buckets.money
        return -(-amount // bucket) * bucket

    def _weeks(self, amount: int | None) -> int | None:
        return self.draft.wage.weeks(amount) if self.draft.wage and amount else None
