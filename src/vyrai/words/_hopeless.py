"""What the words need of a way that no change makes possible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class HopelessOf(Protocol):
    """Why no change makes a plan of a way."""

    @property
    def way(self) -> Sequence[str]:
        """Its routes."""

    @property
    def days(self) -> int | None:
        """So many it takes at the least, longer than is looked at."""

    @property
    def border(self) -> bool:
        """It begins at the border, and nobody is let out without a paper for another way in."""
