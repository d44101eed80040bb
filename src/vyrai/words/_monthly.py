"""What sums a month, and a sum that lacks, are to the words: what is read of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class LackingOf(Protocol):
    """A sum that a plan lacks."""

    @property
    def sum(self) -> int:
        """How much."""

    @property
    def by(self) -> str:
        """By which day some of it."""

    @property
    def first(self) -> int:
        """How much by then."""

    @property
    def all_by(self) -> str:
        """By which day all of it."""

    @property
    def weeks(self) -> int | None:
        """Weeks of work for the lowest pay at home that come to it."""


class RentOf(Protocol):
    """A place of which a rent is known."""

    @property
    def place(self) -> str:
        """Its id."""

    @property
    def title(self) -> Mapping[str, str]:
        """Its name."""

    @property
    def rent(self) -> int:
        """The least rent."""

    @property
    def monthly(self) -> int:
        """What a month there takes from the savings."""

    @property
    def facts(self) -> Sequence[str]:
        """Which say the rent."""


class LivingOf(Protocol):
    """What a month costs, at the least."""

    @property
    def pay(self) -> int:
        """What of pay is counted."""

    @property
    def offered(self) -> int | None:
        """The pay that is offered, before tax."""

    @property
    def home(self) -> int | None:
        """What a month before leaving takes from the savings, below nought what it adds."""

    @property
    def place(self) -> str | None:
        """Where the family would live."""

    @property
    def rent(self) -> int:
        """Of a home."""

    @property
    def rent_facts(self) -> Sequence[str]:
        """Which say the rent."""

    @property
    def needs(self) -> int:
        """Of everybody's food and other needs."""

    @property
    def needs_facts(self) -> Sequence[str]:
        """Which say them."""

    @property
    def income(self) -> int:
        """What keeps coming."""

    @property
    def monthly(self) -> int:
        """What is paid from the savings."""

    @property
    def rents(self) -> Sequence[RentOf]:
        """Each place of which a rent is known."""
