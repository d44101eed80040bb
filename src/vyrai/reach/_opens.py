"""A right that a status opens, surely or in part, and after how many days."""

from __future__ import annotations

from math import ceil, inf

from vyrai.law import duration, rights_of
from vyrai.world import Right, Status, World


def open_right(status: Status, name: str, on: int) -> Right | None:
    """The right on a day: the one that holds, else one that holds in part; None: neither is written down."""
    able = [one for one in rights_of(status, name, on) if one.holds in ("yes", "limited")]
    return next((one for one in able if one.holds == "yes"), able[0] if able else None)


def opens_after(world: World, right: Right) -> int:
    """Days until it opens, the most that is known; where only a least is known, that."""
    waits = None if right.opens.after is None else duration(world, right.opens.after)
    return 0 if waits is None else ceil((waits.lo if waits.hi == inf else waits.hi) * 7)
