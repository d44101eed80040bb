"""What the family was granted already shuts elsewhere or binds to, in whichever country it was."""

from __future__ import annotations

from vyrai.law import Family, Law
from vyrai.reach import WELL, Said, may_be_refused
from vyrai.world import Bond


def bound(law: Law, family: Family) -> tuple[Bond, ...]:
    """What the routes bind to of which a decision is ticked as granted; of a step that stands on several
    routes only if the family says which it was.
    """
    said, found, routes = Said(family), dict[str, Bond](), law.atlas.routes
    for route in (one for one in routes if one.binds):
        for name in route.steps:
            deed = said.of(name, route.id)
            if deed is None or deed.outcome not in WELL or not may_be_refused(law.atlas.step(name).outcomes):
                continue
            if deed.route is not None or sum(name in one.steps for one in routes) == 1:
                found |= {one.what["en"]: one for one in route.binds}
    return tuple(found.values())
