"""A planning problem drawn from the atlas, and what its parts are there."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field

from vyrai.law import Chain
from vyrai.reach._given import Unkept
from vyrai.reach._posts import Trip
from vyrai.reach._rounds import Round
from vyrai.reach.living import Living, Wage
from vyrai.reach.problem import Problem
from vyrai.world import Right

SAFE, SETTLED, ENTER, LEFT, PAY, JOURNEY = "safe", "settled", "enter", "left", "pay", "journey"
HERE, SAVED = "here", "saved"
"""Papers and steps that no atlas names: to be there and allowed to stay; to have the last status of the
way; to enter; to be out of the country; to have pay; the way there; to be there from the first day; and to
put money aside at home until leaving.
"""
FREE = "free"
"""Gone out by a way that asks for no paper of the country that is gone to."""
UNSAID = "unsaid"
"""Of the whole: nobody has said what the family has saved. Money then binds no plan."""


@dataclass(frozen=True, slots=True)
class Way:
    """A chain and the name of its end in the problem (`safe:KEY`, `settled:KEY`, `earn:KEY`). kept: the right
    to a home and food from the state; only one that holds, and at once, counts as money. more: it is another
    way with one route more, of which no row tells.
    """

    key: str
    chain: Chain
    kept: Right | None = None
    more: bool = False


def unweighed(_: str) -> int:
    """Of each way nothing."""
    return 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A problem, and what its parts are in the atlas. crossed: ways that the family crossed out and that are
    left out for it; crossed_out: it crossed out the country. trips: steps that are journeys to an office.
    rounds: by route and step of the atlas. given: steps with a day that the family was given; unkept: such
    days that no plan can keep; dates: all that are not over (ordinals), by step of the atlas; missed:
    by step of the problem those that it does not keep. anew: steps with which begins what may be done after
    a refusal that is ticked.

    of: step of the problem -> (route or None, step of the atlas or None). ways: those that have an end.
    living: what a month there costs. wage: the lowest pay where the family lives. unmade: papers asked for
    that no step of the atlas makes. unknown: what is not known of the whole. quality: by the key of a way
    what its end is worth for the children (see `alone`); it takes long, so it is reckoned for who asks.
    """

    problem: Problem
    of: dict[str, tuple[str | None, str | None]]
    ways: tuple[Way, ...]
    living: Living
    wage: Wage | None
    unmade: tuple[str, ...]
    unknown: tuple[str, ...]
    facts: tuple[str, ...]
    crossed: tuple[tuple[str, ...], ...] = ()
    crossed_out: bool = False
    trips: dict[str, Trip] = field(default_factory=dict)
    rounds: dict[tuple[str, str], Round] = field(default_factory=dict)
    given: Set[str] = frozenset()
    unkept: tuple[Unkept, ...] = ()
    dates: dict[str, int] = field(default_factory=dict)
    missed: dict[str, int] = field(default_factory=dict)
    anew: Set[str] = frozenset()
    quality: Callable[[str], int] = unweighed
