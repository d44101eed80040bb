"""Money that a step locks, as its words are told of it: a record by the fields that are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class LockedOf(Protocol):
    """What is put aside with a step, and is not spent."""

    @property
    def sum(self) -> int:
        """How much."""

    @property
    def least(self) -> bool:
        """Whether it may be more; of nothing: how much nobody knows."""

    @property
    def shown(self) -> bool:
        """Whether it has only to be there, and to be shown."""

    @property
    def monthly(self) -> int | None:
        """So much comes back in a month; None: nobody knows how it does."""

    @property
    def months(self) -> int | None:
        """So many times."""

    @property
    def unless(self) -> Mapping[str, str] | None:
        """With what nothing would be locked."""
