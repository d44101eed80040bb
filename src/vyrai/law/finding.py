"""What the law says of a family: the finding of each requirement and the verdict of a route."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

import msgspec

from vyrai.law._decide import Asked
from vyrai.rules import SURE, SURELY_NOT
from vyrai.world import DoorOn, Route

Word = Literal["met", "not met", "unknown"]
Way = Literal["open", "perhaps", "closed"]
WORDS: dict[int, Word] = {SURE: "met", SURELY_NOT: "not met", 0: "unknown"}


class Finding:
    """One requirement, of one member or (member None) of the family.

    bits: 1 met, 2 not met, 0 unknown.
    """

    __slots__ = ("_items", "_least", "bits", "member", "requirement")

    def __init__(
        self,
        requirement: str,
        member: str | None,
        bits: int,
        items: tuple[str, ...],
        least: Callable[[], tuple[str, ...]] | None = None,
    ) -> None:
        """`least` finds those of the items that are enough; it is asked once, when somebody wants to know."""
        self.requirement, self.member, self.bits = requirement, member, bits
        self._items, self._least = items, least

    @property
    def items(self) -> tuple[str, ...]:
        """An irredundant support where settled, else what is open."""
        if self._least is not None:
            self._items, self._least = self._least(), None
        return self._items

    @property
    def word(self) -> Word:
        """Met, not met or unknown."""
        return WORDS[self.bits]


class Reasons(Protocol):
    """Why: found when asked for."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every requirement asked."""

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """Each finding that by itself keeps the route shut."""

    @property
    def support(self) -> tuple[str, ...]:
        """What settled the verdict; nothing of it can be left out."""

    def might_be(self, turns: Callable[[Asked], bool]) -> bool:
        """Whether the verdict need not be surely not met, were those requirements otherwise that may turn."""


class Verdict(msgspec.Struct, frozen=True):
    """A route, for one family on one day.

    open: what could still settle it, each once. covered, unsure, left_out: prefixes of the members who come
    in by it surely, perhaps, surely not.
    """

    route: Route
    bits: int
    door: DoorOn
    reasons: Reasons
    open: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def support(self) -> tuple[str, ...]:
        """What settled the verdict: nothing of it can be left out. Empty while unknown."""
        return self.reasons.support if self.bits else ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every requirement asked that day."""
        return self.reasons.findings

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """Each finding that by itself keeps the route shut, where it is."""
        return self.reasons.blockers if self.bits == SURELY_NOT else ()

    @property
    def word(self) -> Word:
        """Met, not met or unknown."""
        return WORDS[self.bits]

    @property
    def way(self) -> Way:
        """Open: surely met for everybody and the door surely open. Closed: surely not met, or surely shut."""
        if self.bits == SURELY_NOT or self.door.states == ("closed",):
            return "closed"
        everybody = not self.left_out and not self.unsure
        return "open" if self.bits == SURE and everybody and self.door.states == ("open",) else "perhaps"
