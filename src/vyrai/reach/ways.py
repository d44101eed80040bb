"""Plans of one draft: every way by itself, then those that no other surely beats, and the five best ones by
name.

A way whose times or fees nobody knows would seem quick and cheap beside one that is known; so ways are
searched apart, and a plan is left out only for another of which everything is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

import msgspec

from vyrai.reach._drafted import LEFT, PAY, SAFE, SETTLED, Draft
from vyrai.reach._making import RECKONED
from vyrai.reach._net import Net
from vyrai.reach.problem import OBJECTIVES, Front, Plan, Problem, Step
from vyrai.reach.search import Search
from vyrai.reach.spent import most

MARKS = {SAFE, SETTLED, PAY}
FIRST = ("weeks", "money", "chance")
"""The objectives of the front that is sought first where that of all may take long."""
LARGE = 10_000
"""So much searched for the five optima of a way says that it may."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan of one way. unknown: (step, what of it is not known), of the steps of the plan. pays: it comes
    to lawful work.
    """

    way: str
    plan: Plan
    unknown: tuple[tuple[str, str], ...]
    pays: bool
    best: tuple[str, ...] = ()

    @property
    def vector(self) -> tuple[int, ...]:
        """What it comes to in buckets, in the order of the objectives."""
        return tuple(self.plan.bucketed[name] for name in OBJECTIVES)


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans that nothing surely beats, the named ones first. proven: no search was cut short; sure: the
    objectives over which none was: all, the first three, or none.
    """

    plans: tuple[Planned, ...]
    proven: bool
    nodes: int
    empty: tuple[str, ...]
    """Ways that have no plan, with this money and time."""
    sure: tuple[str, ...] = OBJECTIVES
    left: tuple[str, ...] = ()
    """Ways that were not searched to the end, because somebody stopped the search."""


def only(problem: Problem, way: str) -> Problem:
    """The problem of one way: no other may be ended, nor lead in or out where it has its own crossing or way
    out; of the steps only those that some plan of it could use are left.
    """
    outs = {step.id: _paper_of(step) for step in problem.steps if LEFT in step.yields}
    first = way.rpartition("@")[2]
    parts = way.split("@")
    links = {"@".join(parts[at:]) for at in range(len(parts))}

    crossings = [step for step in problem.steps if step.moves_to is not None and "/" in step.id]
    own = [step for step in crossings if step.id.partition("/")[0] in links]

    def of_another(step: Step) -> bool:
        if own and step in crossings:
            return step not in own
        if first in outs.values() and outs.get(step.id):
            return outs[step.id] != first
        return not MARKS.isdisjoint(step.yields) and step.id.partition(":")[2] != way

    kept = [step for step in problem.steps if not of_another(step)]
    steps = _of_use(kept, (*problem.goals, problem.safe))
    made = {paper for step in steps for paper in step.yields}
    goals = tuple(goal for goal in problem.goals if goal != PAY or PAY in made)
    return msgspec.structs.replace(problem, steps=steps, goals=goals)


def alone(draft: Draft, way: str) -> Problem:
    """The problem of one way of a draft, with what its end is worth for the children."""
    problem = only(draft.problem, way)
    quality, end = draft.quality(way), f"{SETTLED}:{way}"
    steps = (
        msgspec.structs.replace(step, quality=quality) if step.id == end else step for step in problem.steps
    )
    return msgspec.structs.replace(problem, steps=tuple(steps))


def _of_use(steps: Sequence[Step], goals: Iterable[str]) -> tuple[Step, ...]:
    """The steps that make a paper of which a goal could come, that move the family, or that need no use."""
    makers: dict[str, list[Step]] = {}
    for step in steps:
        for paper in step.yields:
            makers.setdefault(paper, []).append(step)
    used = {step.id for step in steps if step.moves_to or step.extra}
    papers = [*goals, *(paper for step in steps if step.id in used for paper in step.needs)]
    seen = set(papers)
    for paper in papers:  # it grows by what the makers of each need
        for step in makers.get(paper, ()):
            used.add(step.id)
            papers += [need for need in dict.fromkeys(step.needs) if need not in seen]
            seen.update(step.needs)
    return tuple(step for step in steps if step.id in used)


def _paper_of(step: Step) -> str:
    """Of a way out that waits for the paper of a route, that route; empty: it waits for none."""
    return step.id.partition("@")[2].partition(":")[2].partition("/")[0]


def doors_only(problem: Problem) -> Problem:
    """The problem without the days by which a plan itself wants a mark: no door closes on them."""
    steps = (
        msgspec.structs.replace(step, windows=()) if not MARKS.isdisjoint(step.yields) else step
        for step in problem.steps
    )
    return msgspec.structs.replace(problem, steps=tuple(steps))


def enough(draft: Draft) -> Draft:
    """The same with so much saved that money binds no plan."""
    problem = draft.problem
    richer = msgspec.structs.replace(problem, savings=max(problem.savings, most(problem)))
    return replace(draft, problem=richer)


def plan_all(
    draft: Draft, seconds: float | None = None, tell: Callable[[str, int, int], None] | None = None
) -> Plans:
    """Plans of every way. `seconds`: at most so long for each question; `tell`: way, how many
    done, of how many. Whoever interrupts it gets what is found so far.
    """
    found: list[Planned] = []
    empty: list[str] = []
    sure: list[tuple[str, ...]] = []
    nodes = 0
    left: tuple[str, ...] = ()
    ways = [way.key for way in draft.ways]
    # Where the shorter way has no plan, what makes one is told of that.
    beyond = {way.key for way in draft.ways if way.more and way.key.partition("@")[2] in ways}
    for number, way in enumerate(ways):
        known: list[Plan] = []
        try:
            if tell is not None:
                tell(way, number, len(ways))
            problem = only(draft.problem, way)
            search, before = Search(problem, seconds), nodes
            front = search.some()
            if front.plans:
                problem = alone(draft, way)
                search = Search(problem, seconds)
                for objective in OBJECTIVES:
                    front = search.optimum(objective)
                    known += front.plans
                    nodes += front.nodes
                fronts = list(_fronts(search, known, nodes - before > LARGE))
                nodes += sum(one.nodes for one in fronts)
                known = list(fronts[-1].plans)
                sure.append(next((one.by for one in reversed(fronts) if one.proven), ()))
            else:
                empty += [way] if way not in beyond else []
                sure.append(OBJECTIVES if front.proven else ())
        except KeyboardInterrupt:
            sure.append(())
            left = tuple(ways[number:])
            known = [plan for at, plan in enumerate(known) if plan not in known[:at]]
        for plan in known:
            found.append(Planned(way, plan, unknown_of(problem, plan), PAY in problem.goals))
        if left:
            break
    least = min(sure, key=len, default=OBJECTIVES)
    return Plans(
        named(_unbeaten(_worth_more(found, beyond))), least == OBJECTIVES, nodes, tuple(empty), least, left
    )


def _fronts(search: Search, known: Iterable[Plan], large: bool) -> Iterator[Front]:
    """The front over all objectives; where it may take long, before it that over three of them."""
    if large:
        first = search.front(FIRST, known)
        known = (*known, *first.plans)
        yield first
    yield search.front(known=known)


def quickest(draft: Draft, seconds: float | None = None) -> Planned | None:
    """The soonest safe of the ways on which somebody may work; of the others only where there is none.

    Ways are gone through by the day before which nobody is safe on them: what cannot be sooner than a plan in
    hand is not searched.
    """
    net = Net(draft.problem)
    bound = {way.key: net.soonest[net.papers.index(f"{SAFE}:{way.key}")] for way in draft.ways}
    best: Planned | None = None
    ways = [(way, only(draft.problem, way)) for way in sorted(bound, key=lambda way: (bound[way], way))]
    for pays in (True, False):
        for way, problem in ways:
            late = best is not None and bound[way] > best.plan.comes_to["weeks"]
            if late or (PAY in problem.goals) is not pays:
                continue
            for plan in Search(problem, seconds).optimum("weeks").plans:
                one = Planned(way, plan, unknown_of(problem, plan), pays)
                best = one if best is None else min(best, one, key=_sooner)
        if best is not None:
            break
    return best


def _sooner(one: Planned) -> tuple[int, tuple[int, ...], int, str]:
    return one.plan.comes_to["weeks"], one.vector, len(one.unknown), one.way


def unknown_of(problem: Problem, plan: Plan) -> tuple[tuple[str, str], ...]:
    """(step, what of it is not known) of the steps of a plan."""
    steps = {step.id: step for step in problem.steps}
    return tuple((placed.step, what) for placed in plan.steps for what in steps[placed.step].unknown)


def undated(problem: Problem, planned: Planned) -> frozenset[str]:
    """What is not known of the lengths of steps before a plan's day of safety: `days`, `steps`,
    `usual`, `by_law`."""
    marks = {step.id for step in problem.steps if not MARKS.isdisjoint(step.yields)}
    before = {one.step for one in planned.plan.steps if one.start <= planned.plan.comes_to["weeks"]} - marks
    return frozenset(
        what for step, what in planned.unknown if step in before and what in {"days", "steps", *RECKONED}
    )


def _worth_more(found: list[Planned], beyond: Set[str]) -> list[Planned]:
    """Of the ways that only add to another those plans that are better than all of that one in something:
    the longer plan has every step of the shorter one, and what is not known of them.
    """
    return [
        one
        for one in found
        if one.way not in beyond
        or not any(
            other.way == one.way.partition("@")[2] and other.pays >= one.pays and _no_worse(other, one)
            for other in found
        )
    ]


def _no_worse(one: Planned, other: Planned) -> bool:
    return all(a <= b for a, b in zip(one.vector, other.vector, strict=True))


def _unbeaten(found: list[Planned]) -> list[Planned]:
    sure = [one for one in found if not one.unknown]
    return [one for one in found if not any(_beats(other, one) for other in sure)]


def _beats(one: Planned, other: Planned) -> bool:
    """Whether it is at least as good in everything, work included, and better in something."""
    if other.pays and not one.pays:
        return False
    return _no_worse(one, other) and one.vector != other.vector


def named(found: Sequence[Planned]) -> tuple[Planned, ...]:
    """The five best ones first, each with what it is best in; then the others, the quickest first.

    A way on which nobody may work is named only where there is no other.
    """
    pool = [n for n, one in enumerate(found) if one.pays] or [*range(len(found))]
    best: dict[int, list[str]] = {}
    for at, objective in enumerate(OBJECTIVES):
        order = (at, *(other for other in range(len(OBJECTIVES)) if other != at))
        if found:
            first = min(
                pool,
                key=lambda n: (
                    found[n].plan.comes_to[objective],
                    *(found[n].vector[i] for i in order),
                    len(found[n].unknown),
                    found[n].way,
                ),
            )
            best.setdefault(first, []).append(objective)
    ahead = [replace(found[number], best=tuple(names)) for number, names in best.items()]
    others = [replace(one, best=()) for number, one in enumerate(found) if number not in best]
    return (*ahead, *sorted(others, key=lambda one: (one.vector, one.way)))
