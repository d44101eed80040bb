"""What the words of belonging are told of: records of the engine, by the fields that are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from vyrai.words._words import Bounds, Number


class EndingOf(Protocol):
    """A support that ends at an age."""

    @property
    def title(self) -> Mapping[str, str]:
        """What ends."""

    @property
    def age(self) -> Bounds:
        """At which age."""

    @property
    def on(self) -> str:
        """The first day it may be."""

    @property
    def latest(self) -> str:
        """The last day it may be."""

    @property
    def alarm(self) -> str:
        """By when what follows must have been begun."""

    @property
    def by_school_year(self) -> object:
        """Whether it ends with a school year."""


class BackupOf(Protocol):
    """What carries a child if the first thing fails."""

    @property
    def member(self) -> str:
        """Of whom, by alias."""

    @property
    def carer(self) -> str:
        """A second person: named, nobody or unknown."""

    @property
    def income(self) -> str:
        """A second income."""

    @property
    def place(self) -> str:
        """A second place."""


class WayOf(Protocol):
    """A way: its routes one after the other."""

    @property
    def routes(self) -> tuple[str, ...]:
        """Their ids."""


class GroupOf(Protocol):
    """Ways that bring the same in a place."""

    @property
    def place(self) -> str | None:
        """The place, by id."""

    @property
    def ways(self) -> Sequence[WayOf]:
        """The ways."""


class LabelledOf(Protocol):
    """An answer that brings words for its ids."""

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """Words for ids."""


class AroundOf(LabelledOf, Protocol):
    """Places side by side."""

    @property
    def ways(self) -> bool:
        """Whether it is about several ways."""


class TrackOf(Protocol):
    """What to ask for in the first week."""

    @property
    def opens(self) -> tuple[str, ...]:
        """What waits for its paper, by id."""

    @property
    def law_time(self) -> Bounds | None:
        """What the law gives the office."""

    @property
    def answer_by(self) -> str | None:
        """The day by which the law wants an answer."""

    @property
    def appeal(self) -> AppealOf:
        """How a refusal may be objected to."""


class AppealOf(Protocol):
    """How a refusal may be objected to."""

    @property
    def provisions(self) -> tuple[str, ...]:
        """A refusal of what, by id."""

    @property
    def time(self) -> Bounds | None:
        """How long, from the day the decision came, or from its own."""

    @property
    def to(self) -> Mapping[str, str] | None:
        """The office."""


class OpeningOf(Protocol):
    """A support: its state, and when it is due."""

    @property
    def state(self) -> str:
        """Open, limited, closed or unknown."""

    @property
    def against(self) -> object:
        """The red line that it crosses; false if it crosses none."""

    @property
    def due(self) -> Bounds | None:
        """Weeks after arrival, by law."""

    @property
    def seen(self) -> Bounds | None:
        """Weeks after arrival, as seen."""


class MonthsOf(Protocol):
    """Months of a kind of support for a member."""

    @property
    def member(self) -> str:
        """Of whom, by alias."""

    @property
    def kind(self) -> str:
        """The kind of support."""

    @property
    def state(self) -> str:
        """Open, limited, closed or unknown."""

    @property
    def against(self) -> object:
        """The red line that all of it crosses; false if there is anything else."""

    @property
    def unwritten(self) -> bool:
        """Whether nobody has written down what there is."""

    @property
    def months(self) -> Number:
        """Of how many months."""

    @property
    def paper(self) -> Bounds:
        """Those in which it is due by law."""

    @property
    def real(self) -> Bounds:
        """Those in which it is there in fact."""
