"""What the law says of a family: the finding of each requirement and the verdict of a route."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import msgspec

from vyrai.rules import SURE, SURELY_NOT
from vyrai.world import DoorOn, Route

Word = Literal["met", "not met", "unknown"]
Way = Literal["open", "perhaps", "closed"]
WORDS: dict[int, Word] = {SURE: "met", SURELY_NOT: "not met", 0: "unknown"}


class Finding(msgspec.Struct, frozen=True):
    """One requirement, of one member or (member None) of the family.

    bits: 1 met, 2 not met, 0 unknown. items: an irredundant support where settled, else what is open.
    """

    requirement: str
    member: str | None
    bits: int
    items: tuple[str, ...]

    @property
    def word(self) -> Word:
        """Met, not met or unknown."""
        return WORDS[self.bits]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A route, for one family on one day.

    findings: every requirement asked that day. blockers: each finding that by itself keeps the route shut.
    support: what settled the verdict (empty while unknown). open: what could still settle it, each once.
    covered, unsure, left_out: prefixes of the members who surely, perhaps, surely not come in by it.
    """

    route: Route
    bits: int
    door: DoorOn
    findings: tuple[Finding, ...] = ()
    blockers: tuple[Finding, ...] = ()
    support: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    left_out: tuple[str, ...] = field(default=())

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
