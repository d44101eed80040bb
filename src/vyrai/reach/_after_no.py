"""What the atlas says may be done after a no, as cases: for who was refused, and for who may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from math import floor, inf
from typing import Literal, NamedTuple

from vyrai.law import duration
from vyrai.world import Outcome, World


class AfterNo(NamedTuple):
    """back: from a step of the route that comes before the refused one (or from itself) to that one, all is
    done once more. on: later steps, without the refused one. anew: a step of no route asks the same office to
    decide again. steps: those that are done, the last of them decides.
    """

    kind: Literal["back", "on", "anew"]
    steps: tuple[str, ...]


def after_no(own: Sequence[str], refused: str, outcome: Outcome, routed: Set[str]) -> Iterator[AfterNo]:
    """own: the steps of the route, in their order. routed: the steps of any route: one of another route is
    that way, which is looked at for itself.
    """
    at = own.index(refused)
    for other in outcome.steps:
        if other in own:
            to = own.index(other)
            back = to <= at
            yield AfterNo("back" if back else "on", tuple(own[to : at + 1] if back else own[at + 1 : to + 1]))
        elif other not in routed:
            yield AfterNo("anew", (other,))


def days_after_no(world: World, outcome: Outcome) -> int | None:
    """Days in which it has to be asked for, where they are known."""
    time = None if outcome.within is None else duration(world, outcome.within)
    return None if time is None or time.hi == inf else floor(time.hi * 7)
