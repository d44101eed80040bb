"""Money that a condition asks to be shown: the least sum with which it is not surely failed."""

from __future__ import annotations

from math import inf

from vyrai.law import _decide
from vyrai.law._family import ASSUMED, Family
from vyrai.law.law import Law
from vyrai.law.trial import Answers, Trial
from vyrai.rules import SURE, SURELY_NOT
from vyrai.rules.env import JUDGED
from vyrai.world import Route, World

_MOST = 10**12
"""No office asks to see more, in whatever currency."""
_OFTEN = 10**6
"""Most ask for less than that: it is looked for there first."""
_TOLD = ("savings", "income", "job_offers")


def to_show(
    law: Law, route: Route, family: Family, world: World, currency: str, spared: str | None = None
) -> tuple[int, float]:
    """The sum in whole units of a currency that the requirement under `locks.shown` of a route asks for, and
    the most that it can be (inf: nobody knows). (0, 0): none, because what else the family has told is
    enough, because it is not in force that day, or because no money is.

    What was not told of savings, income and offers of work counts as not there. spared: the judgement with
    which none is asked for, taken as a no where nobody has judged.
    """
    name = None if route.locks is None else route.locks.shown
    trial = Trial(law, route, family, world)
    asked = [one for one in trial.listed if one.program.requirement.id == name]

    def found(amount: int) -> int:
        env = trial.with_answers(_having(family, currency, amount, spared))
        return _decide.whole([_decide.decide_asked(law.programs, one, env) for one in asked])[0]

    if not asked or found(_MOST) == SURELY_NOT:
        return 0, 0
    # Surely failed with the one (or below nought), not with the other.
    low, high = (-1, _OFTEN) if found(_OFTEN) != SURELY_NOT else (_OFTEN, _MOST)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle < 0 or found(middle) == SURELY_NOT else (low, middle)
    return high, high if found(high) == SURE else inf


def locked_by(route: Route) -> tuple[str, ...]:
    """The facts by which a route locks money: the sum, or those of the requirement that asks to see it."""
    of = route.locks
    if of is None or of.sum is not None:
        return () if of is None or of.sum is None else (of.sum,)
    return next((one.source for one in route.requirements if one.id == of.shown), ())


def _having(family: Family, currency: str, amount: int, spared: str | None) -> Answers:
    """One sum saved in the place of all, and nothing more to be told."""
    own = f"savings/{ASSUMED}"
    nothing = {f"{prefix}.amount": ((0, 0),) for prefix in family.lists.get("savings", ())}
    judged = () if spared is None else family.known.get(f"{JUDGED}{spared}", (False,))
    return {
        **dict.fromkeys(_TOLD, (True,)),
        **nothing,
        f"{own}.currency": (currency,),
        f"{own}.amount": ((amount, amount),),
        **({f"{JUDGED}{spared}": judged} if judged else {}),
    }
