"""What the family was granted already shuts elsewhere or binds to, in whichever country it was."""

from __future__ import annotations

from vyrai.law import Family, Law
from vyrai.reach import WELL, Said, may_be_refused
from vyrai.world import Bond


def bound(law: Law, family: Family) -> tuple[Bond, ...]:
    """What the routes bind to of which a decision is ticked as granted; of a step that stands on several
    routes only if the family says which it was.
    """
    said, found = Said(family), dict[str, Bond]()
    routes: dict[str, list[str]] = {}
    for route in law.atlas.routes:
        for name in route.steps:
            routes.setdefault(name, []).append(route.id)
    for route in law.atlas.routes:
        for name in route.steps:
            deed = said.of(name, route.id)
            told = deed is not None and (deed.route is not None or len(routes[name]) == 1)
            decided = may_be_refused(law.atlas.step(name).outcomes)
            if deed is not None and told and decided and deed.outcome in WELL:
                found |= {one.what["en"]: one for one in route.binds}
    return tuple(found.values())
