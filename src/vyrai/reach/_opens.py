"""A right that a status opens, surely or in part."""

from __future__ import annotations

from vyrai.law import rights_of
from vyrai.world import Right, Status


def open_right(status: Status, name: str, on: int) -> Right | None:
    """The right on a day: the one that holds, else one that holds in part; None: neither is written down."""
    able = [one for one in rights_of(status, name, on) if one.holds in ("yes", "limited")]
    return next((one for one in able if one.holds == "yes"), able[0] if able else None)


def at_once(right: Right | None) -> bool:
    """Whether it surely holds, with no time before it."""
    return right is not None and right.holds == "yes" and right.opens.after is None
