"""Simulated lives, and what to do after each answer, as words ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class ShareOf(Protocol):
    """A share of simulated lives."""

    @property
    def share(self) -> float:
        """0 to 1."""


class DaysOf(Protocol):
    """Days by which so many lives had got there."""

    @property
    def p50(self) -> int | None:
        """Half of them."""

    @property
    def p80(self) -> int | None:
        """Eight in ten."""

    @property
    def p95(self) -> int | None:
        """Nineteen in twenty."""


class ShortfallOf(Protocol):
    """How much is lacking in the lives that run out of money."""

    @property
    def mean(self) -> int | None:
        """On average; None: no life runs out."""

    @property
    def p90(self) -> int | None:
        """One in ten of them lacks more."""


class CriticalOf(Protocol):
    """A step on the longest chain to safety."""

    @property
    def step(self) -> str:
        """Which."""

    @property
    def share(self) -> ShareOf:
        """In what share of the lives."""


class LivesOf(Protocol):
    """What becomes of a plan."""

    @property
    def lives(self) -> int:
        """How many were lived."""

    @property
    def safe(self) -> DaysOf:
        """When the family is safe."""

    @property
    def work(self) -> DaysOf | None:
        """When somebody of it may work."""

    @property
    def shortfall(self) -> ShortfallOf:
        """How much is lacking where money runs out."""

    @property
    def critical(self) -> Sequence[CriticalOf]:
        """What decides the day of safety."""

    @property
    def unknown(self) -> Mapping[str, Sequence[str]]:
        """What is not known of the steps, by kind, with the steps: it is left out."""

    @property
    def at_least(self) -> bool:
        """Whether days are told at the least, for of some steps nobody knows how long they take."""

    @property
    def never_safe(self) -> ShareOf:
        """Safety is not reached."""

    @property
    def failed(self) -> ShareOf:
        """Something that the way leads to is not reached."""

    @property
    def short(self) -> ShareOf:
        """Money runs out."""

    @property
    def expired(self) -> ShareOf:
        """A paper lapses before it is used."""

    @property
    def lapsed(self) -> Sequence[str]:
        """Which papers do."""


class LivedOf(Protocol):
    """A plan lived through."""

    @property
    def lives(self) -> LivesOf:
        """What became of it."""

    @property
    def reserve(self) -> int:
        """What is kept untouched."""

    @property
    def spare(self) -> int:
        """Days of each paper that it leaves unused."""

    @property
    def holds(self) -> bool:
        """Whether the risk that the family bears holds."""

    @property
    def enough(self) -> int:
        """With how much more its money would last."""


class TurnOf(Protocol):
    """What to do after an answer."""

    @property
    def number(self) -> int:
        """Its row, from one."""

    @property
    def after(self) -> int | None:
        """The row whose step was answered."""

    @property
    def answer(self) -> str | None:
        """What was answered."""

    @property
    def route(self) -> str | None:
        """Of which way it is."""

    @property
    def kind(self) -> str | None:
        """What to do, as of a step."""

    @property
    def title(self) -> Mapping[str, str] | None:
        """Its words."""

    @property
    def again(self) -> bool:
        """Whether it was refused before."""

    @property
    def prepare(self) -> Sequence[Mapping[str, str]]:
        """What is made ready first."""

    @property
    def safe(self) -> bool:
        """Whether the family is there."""


class ReactingOf(Protocol):
    """What it is worth to react to refusals."""

    @property
    def refused(self) -> float | None:
        """What share is supposed; None: each is counted."""

    @property
    def value(self) -> float:
        """How likely safety is for who reacts."""

    @property
    def without(self) -> float:
        """And for who stops at the first refusal."""

    @property
    def exact(self) -> bool:
        """Whether everything was gone through."""

    @property
    def again(self) -> bool:
        """Whether asking again is counted."""

    @property
    def pocket(self) -> Sequence[Mapping[str, str]]:
        """Countries in the pocket that are counted."""

    @property
    def uncounted(self) -> Sequence[Mapping[str, str]]:
        """What may follow a no and is not counted."""

    @property
    def unplanned(self) -> Sequence[Mapping[str, str]]:
        """Countries in the pocket without a plan."""

    @property
    def there(self) -> Sequence[Mapping[str, str]]:
        """Countries in the pocket where the family is."""

    @property
    def cut(self) -> bool:
        """Whether the table goes on behind what is told."""

    @property
    def turns(self) -> Sequence[TurnOf]:
        """What to do after each answer."""
