"""What a step of a plan locks, as a record."""

from __future__ import annotations

from vyrai.choose.model import Text
from vyrai.choose.step_on import LockedOn
from vyrai.reach import LOCKED, Step
from vyrai.world import Atlas


def locked_on(atlas: Atlas, step: Step, route: str | None) -> LockedOn | None:
    """None: it locks nothing. route: that of the step; only a route locks money."""
    least = LOCKED in step.unknown
    if route is None or not (step.locked or least):
        return None
    of, back = atlas.route(route).locks, step.income
    return LockedOn(
        sum=step.locked,
        least=least,
        shown=of is not None and of.shown is not None,
        monthly=None if back is None else back.monthly,
        months=None if back is None else back.months,
        unless=_spared(atlas, route),
    )


def _spared(atlas: Atlas, name: str) -> Text | None:
    """What is judged if nothing need be locked: in its own words, in those of its fact, else who judges."""
    route = atlas.route(name)
    judged = None if route.locks is None else route.judgements.get(route.locks.unless or "")
    if judged is None:
        return None
    fact = None if judged.fact is None else atlas.fact(judged.fact).title
    return judged.text or fact or judged.who
