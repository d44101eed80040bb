"""Every chain that the law allows, not only those that become ways: none is better than what is told.

Law hands over each way by the likeliest visit or status before it, claims after every visit, and each route
after each that leads there; of these `reach` keeps what can be better. Here are all of up to four routes of
which each adds a right, and none is left out. Nothing counts that hangs on years of which nobody has told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from math import inf
from pathlib import Path

import pytest

from tests.conftest import DEEP
from vyrai.choose import form_of, leading
from vyrai.family import flatten, load
from vyrai.law import Chain, Chains, Law, Link
from vyrai.law.adding import adds
from vyrai.law.chain import CITIZENSHIP, ENTRY, LONGEST, PROTECTION
from vyrai.reach import OBJECTIVES, draft
from vyrai.reach._handed import Handed
from vyrai.reach.ways import Planned, plan_all
from vyrai.world import Route, World, load_atlas

pytestmark = pytest.mark.slow
ON = date(2026, 12, 1)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
DEMO = [one for one in EXAMPLES if one.stem == "paediatrician-2026"]
"""The others in `make deep`."""


@cache
def law() -> Law:
    return Law(load_atlas(None))


class Every(Chains):
    """All chains of up to four routes that are not closed and of which each link gives something new."""

    def others(self) -> list[Chain]:
        found = super().others()
        offered = self.law.atlas.provisions_of(self.country) if self.family.people["child"] else ()
        rights = {one.right: 104.0 for one in offered if one.right} | {"work": 0.0, "reception": 0.0}
        seen = [chain.ids for chain in (*self.rows(), *self.further(), *found)]
        starts = [self._link(one, self.family, self.world.on) for one in self.routes if self._begins(one)]
        waiting = [Chain((link,), 1) for link in starts if link.way != "closed"]
        while waiting:
            chain = waiting.pop()
            if not any(chain.ids == of[: len(chain.ids)] for of in seen):
                found.append(self._entered(chain))
            if len(chain.links) < LONGEST:
                following = [*self.leads(chain), *self._asked_there(chain)]
                longer = [Chain((*chain.links, one), len(chain.links) + 1) for one in following]
                waiting += [one for one in longer if self._may_be(one.links[-1]) and self._new(one, rights)]
        return found

    def _begins(self, route: Route) -> bool:
        return any(link.route is route for chain in self._starting for link in chain.links)

    def _asked_there(self, chain: Chain) -> list[Link]:
        """What may be asked for by who is there as a guest; protection after a visa of a year at most."""
        last = chain.links[-1]
        if not self._guest(last):
            return []
        family, on = self.after(chain.links)
        asked = [one for one in self.routes if one.kind in ENTRY and one.prior is None]
        claims = len(chain.links) == 1 and (self._visit(last) or self._passing(last))
        asked = [one for one in asked if not self._begins(one) and (claims or one.kind != PROTECTION)]
        return [self._link(one, family, on, last.route.id) for one in asked if one.id not in chain.ids]

    def _may_be(self, link: Link) -> bool:
        return link.way != "closed" and self._told(link)

    def _new(self, chain: Chain, rights: Mapping[str, float]) -> bool:
        kinds = [link.route.kind for link in chain.links[-2:]]
        return kinds == [PROTECTION, PROTECTION] or adds(self.world, chain.routes, rights)


def best(plans: tuple[Planned, ...], objective: str) -> float:
    """The least bucket of those who come to work, else of all."""
    pool = [one for one in plans if one.pays] or plans
    return min((one.plan.bucketed[objective] for one in pool if not years(one)), default=inf)


def years(one: Planned) -> bool:
    """Of citizenship after years there nobody says that they have passed, nor that they have not."""
    last = one.way.partition("@")[0]
    return law().atlas.route(last).kind == CITIZENSHIP and "@" in one.way


@pytest.mark.parametrize("example", EXAMPLES if DEEP else DEMO, ids=lambda path: path.stem)
def test_no_chain_that_is_no_way_is_better_in_anything(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = load(str(example), form_of(law().atlas), ON)
    family, world = law().family(flatten(case)), World(law().atlas, ON)
    more = 0
    for country in (one.id for one in law().atlas.countries if leading(law(), one.id)):
        every = Every(law(), family, world, country)
        told = draft(law(), family, world, country)
        with monkeypatch.context() as patched:
            patched.setattr(Handed, "_better", lambda *_: True)
            whole = draft(law(), family, world, country, chains=every)
        assert {way.key for way in told.ways} <= {way.key for way in whole.ways}
        more += len(whole.ways) - len(told.ways)
        ours, theirs = (plan_all(one).plans for one in (told, whole))
        for objective in OBJECTIVES:
            assert best(ours, objective) == best(theirs, objective), (country, objective)
    assert more > 0
