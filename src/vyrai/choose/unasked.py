"""Children of whose needs nothing was said: what hangs on them cannot be shown, and that is no `none`."""

from __future__ import annotations

from vyrai.belong import profiles
from vyrai.family import Case
from vyrai.world import Atlas


def unasked(atlas: Atlas, case: Case) -> tuple[str, ...]:
    """Their aliases. Whoever said that there are no needs has said something."""
    members = profiles(atlas, case).members
    return tuple(one.member for one in members if one.group == "child" and not one.needs and not one.complete)
