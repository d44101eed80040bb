"""A planning problem and a plan, as they are published: plain JSON, days counted from `start`, whole sums.

The meaning of every field is in docs/plans.md; a plan is replayed by tools/replay.py, which knows only that
page. The model follows resource-constrained scheduling with alternative producers (AND/OR), after
bench_plan.
"""

from __future__ import annotations

from typing import Literal

import msgspec

FORMAT = 1
OBJECTIVES = ("weeks", "money", "chance", "danger", "quality")
"""Weeks to safety, sum of fees, likelihood of a refusal, danger, what the child is without. Less is better.
"""


class _Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base: unknown keys are refused, what is left out has its default."""


class Attends(_Record, frozen=True, kw_only=True):
    """Who must be there in person, and for how many days from the start of the step."""

    days: int
    who: tuple[str, ...]


class Income(_Record, frozen=True, kw_only=True):
    """Money every month, first paid `after` days past the end of the step; `only_at`: while the family is
    there; `months`: at most so many times (None: without end).
    """

    monthly: int
    after: int = 30
    only_at: str | None = None
    months: int | None = None


class Step(_Record, frozen=True, kw_only=True):
    """Something somebody does.

    days: least, likely and most days it takes. needs, yields: papers (or states). fee: paid on the first day;
    locked: put aside on that day, and no fee, for it stays the family's: `income` says how it comes back.
    gain: money that comes on the last. place: where the family must be while somebody attends. moves_to: it
    takes the family to that place. valid: days for which what it yields may be used. refused: share refused
    (None: nobody knows; 0: it cannot be). danger, quality: points. extra: it may stand in a plan though no
    other step uses it. windows: days [first, last] on which it may start. unknown: what of it is not known.
    """

    id: str
    yields: tuple[str, ...]
    days: tuple[int, int, int]
    needs: tuple[str, ...] = ()
    attends: Attends | None = None
    fee: int = 0
    locked: int = 0
    gain: int = 0
    income: Income | None = None
    place: str | None = None
    moves_to: str | None = None
    valid: int | None = None
    refused: float | None = 0.0
    danger: int = 0
    quality: int = 0
    extra: bool = False
    windows: tuple[tuple[int, int], ...] = ()
    unknown: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class Place(_Record, frozen=True, kw_only=True):
    """Where the family is: what a month there costs, and a point of danger for each `danger_every` days (0:
    none).
    """

    id: str
    monthly: int
    danger_every: int = 0


class Held(_Record, frozen=True, kw_only=True):
    """A paper in hand on the first day, and the last day on which it may be used (None: no end)."""

    paper: str
    until: int | None = None


class Buckets(_Record, frozen=True, kw_only=True):
    """How fine each objective is told: days, sum, ten-thousandths of -ln(chance), points."""

    weeks: int = 14
    money: int = 100
    chance: int = 300
    danger: int = 2
    quality: int = 3


class Care(_Record, frozen=True, kw_only=True):
    """The support of the child that is gone from leaving until `paper`: a point for each `every` days
    without.
    """

    paper: str
    every: int


class Problem(_Record, frozen=True, kw_only=True):
    """One family, one destination. places: home, perhaps one of transit, and the destination, in this
    order. sole: papers of which all steps of a plan use one and the same.
    """

    steps: tuple[Step, ...]
    places: tuple[Place, ...]
    goals: tuple[str, ...]
    safe: str
    savings: int
    format: int = FORMAT
    start: str = ""
    horizon: int = 540
    month: int = 30
    currency: str = ""
    reserve: int = 0
    people: tuple[str, ...] = ()
    has: tuple[Held, ...] = ()
    sole: tuple[str, ...] = ()
    care: Care | None = None
    quality_from: int = 0
    buckets: Buckets = Buckets()


class Use(_Record, frozen=True, kw_only=True):
    """Which step's paper a step uses; `made_by` None: the one in hand on the first day."""

    step: str
    paper: str
    made_by: str | None = None


class Placed(_Record, frozen=True, kw_only=True):
    """A step of a plan: the day it starts and the day it is over, on likely durations."""

    step: str
    start: int
    end: int


class Plan(_Record, frozen=True, kw_only=True):
    """Steps with their days, whose paper is used where, and what the plan comes to, exact and in buckets."""

    steps: tuple[Placed, ...]
    uses: tuple[Use, ...]
    comes_to: dict[str, int]
    bucketed: dict[str, int]


class Front(_Record, frozen=True, kw_only=True):
    """What a search found. proven: nothing better exists on likely durations; `by` says of what it is the
    front.
    """

    plans: tuple[Plan, ...]
    by: tuple[str, ...]
    proven: bool
    nodes: int = 0


Status = Literal["proven", "part", "none"]
