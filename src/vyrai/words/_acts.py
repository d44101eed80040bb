"""What steps are told of: what is done somewhere, ways out, rounds of known months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class ActOf(Protocol):
    """What is done somewhere: in a plan, or to begin with."""

    @property
    def where(self) -> Mapping[str, str] | None:
        """The office."""

    @property
    def danger(self) -> int:
        """How dangerous it is, 0 to 4."""

    @property
    def danger_text(self) -> Mapping[str, str] | None:
        """What makes it so."""

    @property
    def learns(self) -> Sequence[Mapping[str, str]]:
        """Who learns the name."""

    @property
    def lacks(self) -> tuple[str, ...]:
        """Papers that nobody tells how to get."""


class OutOf(Protocol):
    """A way out of the country."""

    @property
    def title(self) -> Mapping[str, str]:
        """Its words."""

    @property
    def danger(self) -> int:
        """How dangerous its crossing is, 0 to 4."""


class DecidedOf(Protocol):
    """A round that a step ends with."""

    @property
    def what(self) -> Mapping[str, str]:
        """Its words."""

    @property
    def months(self) -> Sequence[int]:
        """The months of every year in which it is, 1 to 12."""


class OnceOf(Protocol):
    """How many of a hundred were refused once."""

    @property
    def least(self) -> int:
        """At the least."""

    @property
    def most(self) -> int:
        """At the most."""

    @property
    def year(self) -> int:
        """The year in which it was last counted."""
