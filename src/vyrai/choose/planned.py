"""What every face reckons from plans: numbers of steps, what to begin with, savings by month, visits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import takewhile
from math import inf
from typing import NamedTuple

import msgspec

from vyrai.choose.plan_on import Planning, PlanOn
from vyrai.choose.step_on import StepOn
from vyrai.reach import FOR_DAY, RECKONED, RUNNING, lengths

MARKS = ("safe", "settled", "pay")
"""Kinds of steps that nobody takes: they say what is reached."""
_YEAR = 365
"""What closes later is no reason to hurry."""
MONTH = 30
"""Days of a month of the money."""
AFTER = 3
"""Months that are still shown once everything is reached."""


class Lost(NamedTuple):
    """What is lost by beginning so many weeks later: ways without a plan, days by which safety is later."""

    weeks: int
    ways: int
    later: int


class First(NamedTuple):
    """A step that waits for nothing, the numbers of the plans (from one) that begin with it, and what waiting
    costs.
    """

    step: StepOn
    plans: tuple[int, ...]
    lost: tuple[Lost, ...]


class Closing(NamedTuple):
    """A step that is done before leaving, the plans that have it, its last day, and the paper or step whose
    time ends then. given: for it is a day that the family was given.
    """

    step: StepOn
    plans: tuple[int, ...]
    on: str
    door: str | None
    given: bool


class Begins(NamedTuple):
    """A plan (its number, from one) of which nothing can be begun at once.

    lacks: papers to be got first, which nobody tells how to get. on: the day of its first step. steps: that
    step; or, where on is None, what is dangerous of the way out with which the plan begins.
    """

    plan: int
    lacks: tuple[str, ...]
    on: str | None
    steps: tuple[StepOn, ...]


class Month(NamedTuple):
    """A month: its first day, the fees paid in it, what is put aside in it and what comes back of that, what
    living costs then, what is left of them.

    aside: what is put aside at home and comes in it. assumed: it is taken that there is pay; living is then
    what it does not cover.
    """

    on: str
    fees: int
    locked: int
    back: int
    living: int
    left: int
    assumed: bool
    aside: int = 0


class Visit(NamedTuple):
    """A visit to an office: its number among the visits and that of its step."""

    number: int
    step_number: int
    step: StepOn


def numbers(plan: PlanOn) -> tuple[int | None, ...]:
    """The numbers under which the steps stand, from one; marks have none."""
    told, said = 0, []
    for step in plan.steps:
        told += step.kind not in MARKS
        said.append(None if step.kind in MARKS else told)
    return tuple(said)


def loose(plan: PlanOn) -> tuple[bool, ...]:
    """Of each step whether its day is only the earliest: nobody knows how long something before takes."""
    return _behind(plan, _open)


def around(plan: PlanOn) -> tuple[bool, ...]:
    """Of each step whether its day may be sooner or later: something before is as usual or by law."""
    return _behind(plan, lambda step: not RECKONED.isdisjoint(lengths(step.unknown)))


def _behind(plan: PlanOn, which: Callable[[StepOn], bool]) -> tuple[bool, ...]:
    """Of each step whether such a one is behind it.

    The crossing comes after everything before it; the steps of leaving are on the day of the crossing. On a
    day that was given nothing before tells.
    """
    late: list[bool] = []
    for step in plan.steps:
        before: Sequence[int] = step.after
        leaving: list[int] = []
        if step.moves:
            leaving = [at for at in step.after if plan.steps[at].leaves]
            before = [at for at in range(len(late)) if at not in leaving and not _for_a_day(plan.steps[at])]
        behind = not step.given and any(late[at] or which(plan.steps[at]) for at in before)
        for at in leaving:
            late[at] = not plan.steps[at].given and (late[at] or behind)
        late.append(not step.given and (behind or any(which(plan.steps[at]) for at in leaving)))
    return tuple(late)


def _for_a_day(step: StepOn) -> bool:
    """Whether it serves a given day alone, and moves no other."""
    return any(what.startswith(FOR_DAY) for what in step.unknown)


def _open(step: StepOn) -> bool:
    return step.kind not in MARKS and "days" in lengths(step.unknown)


def first(found: Planning) -> tuple[First, ...]:
    """What can be begun at once, of the plans that are shown, first what keeps most ways open; crossing only
    where a plan has nothing else.
    """
    plans: dict[str, list[int]] = {}
    steps: dict[str, StepOn] = {}
    ids: dict[str, set[str]] = {}
    for number, plan in enumerate(found.plans[: found.shown], 1):
        for step in _ready(found, plan):
            # A step of the atlas is one thing to do, on whichever way.
            name = step.step or step.id
            steps.setdefault(name, step)
            plans.setdefault(name, []).append(number)
            ids.setdefault(name, {name}).add(step.id)
    ranked = () if found.firsts is None else found.firsts.first
    rank = {one.step: at for at, one in enumerate(ranked)}
    place = {name: min(rank.get(part, len(rank)) for part in ids[name]) for name in steps}
    return tuple(
        First(
            steps[name],
            tuple(plans[name]),
            tuple(
                Lost(of.weeks, len(of.closed), of.later) for one in ranked[at : at + 1] for of in one.delays
            ),
        )
        for name, at in sorted(place.items(), key=lambda pair: pair[1])
    )


def closing(found: Planning) -> tuple[Closing, ...]:
    """What of the plans that are shown is done before leaving and closes within a year, the first first."""
    steps: dict[str, tuple[StepOn, list[int]]] = {}
    for number, plan in enumerate(found.plans[: found.shown], 1):
        # The same step may stand behind the crossing on one way and before it on another.
        for step in takewhile(lambda one: not one.moves, plan.steps):
            for name in (step.id, step.step or step.id):
                steps.setdefault(name, (step, []))[1].append(number)
    ranked = () if found.firsts is None else found.firsts.before_leaving
    start = _start(found)
    given = {name for name, (step, _) in steps.items() if step.given}
    return tuple(
        Closing(
            step,
            tuple(dict.fromkeys(plans)),
            (start + timedelta(days=one.closes)).isoformat(),
            one.door,
            one.door in given,
        )
        for one in ranked
        if one.closes is not None and one.closes <= _YEAR and one.step in steps.keys() - given
        for step, plans in [steps[one.step]]
    )


def later(found: Planning) -> tuple[Begins, ...]:
    """The plans that are shown of which nothing can be begun at once, and why."""
    told = []
    for number, plan in enumerate(found.plans[: found.shown], 1):
        mine = _mine(plan)
        if not mine or _ready(found, plan):
            continue
        begins = [one for one in mine if _goes(one) or not _waits(plan, one)]
        papers = tuple(dict.fromkeys(paper for one in begins for paper in one.lacks))
        danger = tuple(one for one in mine if _goes(one) and one.danger)
        if danger and mine[0].on == found.start and not papers:
            told.append(Begins(number, (), None, danger))
        else:
            told.append(Begins(number, papers, mine[0].on, mine[:1]))
    return tuple(told)


def _ready(found: Planning, plan: PlanOn) -> list[StepOn]:
    """What waits for nothing: no step, no day, and no paper that nobody tells how to get."""
    mine = [one for one in _mine(plan) if one.on == found.start and not one.lacks and not _runs(one)]
    calm = [one for one in mine if not _goes(one) and not _waits(plan, one)]
    if calm:
        return calm
    out = [one for one in _mine(plan) if _goes(one)]
    if any(one.danger or one.lacks for one in out):
        return []
    leaving = {at for at, one in enumerate(plan.steps) if one.leaves}
    return [one for one in mine if _goes(one) and leaving.issuperset(one.after)][:1]


def _runs(step: StepOn) -> bool:
    """Whether an office decides it already: nobody begins that."""
    return RUNNING in step.unknown


def _mine(plan: PlanOn) -> tuple[StepOn, ...]:
    return tuple(one for one in plan.steps if one.kind not in MARKS)


def _waits(plan: PlanOn, step: StepOn) -> bool:
    """Whether another step must be over before; what is reached by none takes no time."""
    before = [plan.steps[at] for at in step.after]
    return any(one.kind not in MARKS or _waits(plan, one) for one in before)


def _goes(step: StepOn) -> bool:
    """Whether the family leaves or crosses by it."""
    return step.moves or step.leaves


def days_of(
    found: Planning, place: int
) -> tuple[bytes, str, tuple[StepOn, ...], tuple[int | None, ...], dict[int, int]]:
    """What a calendar of a plan is made of: the whole plan, the first day, steps, their numbers, visits."""
    plan = found.plans[place]
    seed = msgspec.json.encode((found.start, plan))
    coming = {visit.step_number: visit.number for visit in visits(plan)}
    return seed, found.start, plan.steps, numbers(plan), coming


def crossing(plan: PlanOn) -> StepOn | None:
    """The step by which the family gets there; None: it is there."""
    return next((step for step in plan.steps if step.moves), None)


def safe_on(plan: PlanOn) -> str:
    """The day on which the family is there and may stay, on what is known."""
    return next(step.until for step in plan.steps if step.kind == "safe")


def months(found: Planning, plan: PlanOn) -> tuple[Month, ...]:
    """The savings month by month, on likely durations: less fees and what is locked, until it comes back, and
    from arrival to pay less living.

    The last month is a few after everything is reached.
    """
    last = max((_day(step.until, _start(found)) for step in plan.steps), default=0)
    return _months(found, plan, True)[: last // MONTH + AFTER + 1]


def lasts(found: Planning, plan: PlanOn, monthly: int | None = None) -> str | None:
    """The month that the savings do not pay for if no pay comes; None: none is known.

    monthly: what a month there costs, where it is not what the plans reckon with.
    """
    if found.savings is None:
        return None
    return next((one.on for one in _months(found, plan, False, monthly) if one.left < found.reserve), None)


def reckoned(found: Planning, shown: Sequence[int]) -> int:
    """The plan with which the months of places are reckoned: of those that are shown the first that pays for
    living and lacks nothing, else the first.
    """
    places = [*shown] or [0]
    paying = [at for at in places if not _kept(found.plans[at]) and not found.plans[at].lacking]
    return (paying or places)[0]


def _kept(plan: PlanOn) -> bool:
    return plan.kept is not None and plan.kept.on is not None


def purse(found: Planning, plan: PlanOn) -> tuple[int, str, str | None]:
    """The least that is left of the savings, the month, and the one that they do not pay for without pay.

    Where the savings are not known it is below nothing: what the plan takes.
    """
    low = min(months(found, plan), key=lambda one: one.left)
    return low.left, low.on, lasts(found, plan)


def _start(found: Planning) -> date:
    return date.fromisoformat(found.start)


def _months(found: Planning, plan: PlanOn, pays: bool, monthly: int | None = None) -> tuple[Month, ...]:
    cost = found.living.monthly if monthly is None else monthly
    pay = found.living.pay if found.living.pay < found.living.monthly else cost
    start, journey = _start(found), crossing(plan)
    leaves = 0 if journey is None else _day(journey.on, start)
    arrives = 0 if journey is None else _day(journey.until, start)
    home = found.living.home or 0
    work = next((_day(step.until, start) + MONTH for step in plan.steps if step.kind == "pay"), None)
    kept = _day(plan.kept.on, start) if plan.kept and plan.kept.on else inf
    left, told = (found.savings or 0) + (plan.lacking.sum or 0 if plan.lacking else 0), []
    for number in range(found.horizon // MONTH + 1):
        day = number * MONTH
        begun = [step for step in plan.steps if _day(step.on, start) // MONTH == number]
        fees = sum(step.fee for step in begun)
        locked = sum(step.locked.sum for step in begun if step.locked)
        back = sum(_back(step, max(arrives, _day(step.until, start)), number) for step in plan.steps)
        assumed = pays and work is not None and day >= work
        living = max(0, cost - (pay if assumed else 0)) if arrives <= day < kept else 0
        living += max(0, home) if day < leaves else 0
        aside = max(0, -home) if MONTH <= day < leaves else 0
        left += aside + back - fees - locked - living
        on = (start + timedelta(days=day)).isoformat()
        told.append(Month(on, fees, locked, back, living, left, assumed, aside))
    return tuple(told)


def _back(step: StepOn, day: int, month: int) -> int:
    """What of a locked sum comes back in a month. day: the first on which it may."""
    of, first = step.locked, -(-day // MONTH)
    if of is None or of.monthly is None or of.months is None:
        return 0
    return of.monthly if first <= month < first + of.months else 0


def _day(iso: str, start: date) -> int:
    return (date.fromisoformat(iso) - start).days


def visits(plan: PlanOn) -> tuple[Visit, ...]:
    """The visits to offices: steps to which somebody must come, without the crossing itself."""
    return tuple(
        Visit(number, of, step)
        for number, (of, step) in enumerate(_coming(plan), 1)
    )  # fmt: skip


def _coming(plan: PlanOn) -> Iterator[tuple[int, StepOn]]:
    for number, step in zip(numbers(plan), plan.steps, strict=True):
        if number is not None and step.kind == "step" and step.who and not (step.moves or step.leaves):
            yield number, step


def parts(plan: PlanOn) -> list[tuple[list[int], list[int]]]:
    """The places of the steps of each part of a plan, and of the marks that they lead to."""
    told: list[tuple[list[int], list[int]]] = [([], [])]
    for at, step in enumerate(plan.steps):
        if step.kind in MARKS:
            told[-1][1].append(at)
        else:
            if told[-1][1]:
                told.append(([], []))
            told[-1][0].append(at)
    return told


def chosen(found: Planning, objective: str | None) -> Sequence[int]:
    """The places of the plans that are shown: all named ones, or the one that is best in an objective."""
    named = range(found.shown)
    return [at for at in named if objective is None or objective in found.plans[at].best]
