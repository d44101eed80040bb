"""The named plans lived through, and mended where they break the risk that a family will take.

A plan is proven on likely days; in simulated lives it may run out of money or its papers may lapse. Then the
search is asked again, until the risk holds or no plan is left: for money with a reserve larger by what was
lacking, which also brings income earlier; for papers with days to spare of what they last, so that they are
made later or come from somebody else. Other ways to the same paper need no search: lives turn to them. Where
refusals break the risk the likeliest plan of the same way is tried; no reserve mends a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, replace

import msgspec

from vyrai.reach._drafted import LEFT, Draft
from vyrai.reach._luck import Luck
from vyrai.reach._posts import journey
from vyrai.reach.lives import LIVES, RISK, SEED, Lives, Rules, simulate
from vyrai.reach.problem import OBJECTIVES, Plan, Problem
from vyrai.reach.search import Search
from vyrai.reach.ways import Planned, alone, doors_only, unknown_of

_SPARE = 7
"""Days to spare of what papers last, at first."""
_ONCE = Rules(tries=1)
"""Of those who ask once more after a refusal nobody counts how many are granted it: a life asks once, then
turns to another step that makes the same papers, if there is one.
"""


@dataclass(frozen=True, slots=True)
class Lived:
    """A plan with its lives. reserve: kept untouched so that it holds; spare: so many days of each paper that
    lapsed it leaves unused for that; keeps: money and papers last as often as they must; holds: and what it
    leads to is reached so often.

    instead: the plan is another than the one proven without them.
    """

    planned: Planned
    lives: Lives
    reserve: int
    keeps: bool
    instead: bool
    holds: bool
    spare: int = 0


def live_through(
    draft: Draft,
    plans: tuple[Planned, ...],
    risk: float = RISK,
    lives: int = LIVES,
    seconds: float | None = None,
) -> tuple[Lived, ...]:
    """Each plan lived through, with common luck. risk: 0 to 1. seconds: at most so long for each search."""
    luck = Luck(SEED, lives)
    return tuple(_steady(alone(draft, one.way), one, risk, luck, seconds) for one in plans)


def _steady(problem: Problem, planned: Planned, risk: float, luck: Luck, seconds: float | None) -> Lived:
    lived = _as_lived(problem)

    def live(plan: Plan) -> Lives:
        return simulate(lived, plan, luck.lives, luck.seed, _ONCE, luck, risk)

    first = planned
    found = alone = live(planned.plan)
    if found.failed.share > risk:
        planned, found = _likelier(problem, planned, found, risk, live, seconds)
    goal = "chance" if planned is not first else planned.best[0] if planned.best else OBJECTIVES[0]
    reserve = spare = 0
    lapsed: set[str] = set()
    bucket = problem.buckets.money
    while not _keeps(found, risk):
        if found.short.share > risk:
            # What lives that go well keep at the least, and what too many others lacked on top of that.
            wanted = min(month.p90 for month in found.savings) + found.shortfall.enough
            reserve = max(2 * reserve + bucket, -(-wanted // bucket) * bucket)
        if found.expired.share > risk:
            lapsed |= {*found.lapsed}
            if spare > 2 * _longest(problem, lapsed):  # It was in hand, or nobody makes it otherwise.
                return Lived(first, alone, 0, False, False, False)
            spare = 2 * spare + _SPARE
        again = Search(_careful(problem, reserve, spare, lapsed), seconds)
        front = again.optimum(goal)
        if not front.plans:
            # Nothing holds: the first plan is told, with its own risk.
            return Lived(first, alone, 0, False, False, False)
        plan = front.plans[0]
        # It was sought as the best in one thing; of the others nothing is known.
        planned = replace(planned, plan=plan, unknown=unknown_of(problem, plan), best=planned.best[:1])
        found = live(plan)
    reached = found.failed.share <= risk
    return Lived(planned, found, reserve, True, planned is not first, reached, spare)


def _likelier(
    problem: Problem,
    planned: Planned,
    found: Lives,
    risk: float,
    live: Callable[[Plan], Lives],
    seconds: float | None,
) -> tuple[Planned, Lives]:
    """The likeliest plan of the way, where it is likelier than this one and enough of its lives get there."""
    front = Search(problem, seconds).optimum("chance")
    plan = front.plans[0] if front.plans else planned.plan
    if plan.comes_to["chance"] >= planned.plan.comes_to["chance"]:
        return planned, found
    other = live(plan)
    unknown = unknown_of(problem, plan)
    uncounted = {pair for pair in unknown if "refused" in pair} - {*planned.unknown}
    # Refusals that nobody counts are no cure for those that somebody does.
    if other.failed.share > risk or uncounted:
        return planned, found
    return replace(planned, plan=plan, unknown=unknown, best=planned.best[:1]), other


def _longest(problem: Problem, papers: Set[str]) -> int:
    """The most days for which one of these papers is good that a step makes."""
    return max((step.valid or 0 for step in problem.steps if not papers.isdisjoint(step.yields)), default=0)


def _careful(problem: Problem, reserve: int, spare: int, lapsed: Set[str]) -> Problem:
    """The problem with so much more kept back, and of the papers that lapsed so many days unused: what does
    not last as long is made on the day of its use, and where that was not enough by nobody.
    """
    steps = []
    for step in problem.steps:
        if step.valid is None or LEFT in step.yields or lapsed.isdisjoint(step.yields):
            steps.append(step)
        elif 2 * step.valid >= spare:
            steps.append(msgspec.structs.replace(step, valid=max(0, step.valid - spare)))
    return msgspec.structs.replace(problem, reserve=max(problem.reserve, reserve), steps=tuple(steps))


def _as_lived(problem: Problem) -> Problem:
    """The problem without what only keeps a plan in order: the day by which pay is to begin, and that the
    family is out on the day on which it is in, and at an office on the day after the journey there. Late is
    late, it is no lapse.
    """
    steps = (
        msgspec.structs.replace(step, valid=None) if LEFT in step.yields or journey(step.yields) else step
        for step in doors_only(problem).steps
    )
    return msgspec.structs.replace(problem, steps=tuple(steps))


def _keeps(lives: Lives, risk: float) -> bool:
    return lives.short.share <= risk and lives.expired.share <= risk
