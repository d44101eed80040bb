"""What a status opens: rights, surely or in part, and for how long."""

from __future__ import annotations

from vyrai.law import Law, duration, rights_of
from vyrai.world import Right, Route, Status, World

SHORT = 26
"""Weeks: a status that surely lasts less is no end of a way, only a part of one."""


def open_right(status: Status, name: str, on: int) -> Right | None:
    """The right on a day: the one that holds, else one that holds in part; None: neither is written down."""
    able = [one for one in rights_of(status, name, on) if one.holds in ("yes", "limited")]
    return next((one for one in able if one.holds == "yes"), able[0] if able else None)


def at_once(right: Right | None) -> bool:
    """Whether it surely holds, with no time before it."""
    return right is not None and right.holds == "yes" and right.opens.after is None


def brief(law: Law, world: World, route: Route) -> bool:
    """Whether the status that a route gives surely lasts less than half a year."""
    gives = route.gives
    lasts = None if gives is None or gives.status is None else law.atlas.status(gives.status).lasts
    found = None if lasts is None else duration(world, lasts)
    return found is not None and found.hi < SHORT
