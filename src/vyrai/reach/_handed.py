"""Which chains of the law become ways of a draft, and what each is worth for the children."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from math import floor

from vyrai.belong import WINDOW_MONTHS, child_quality
from vyrai.law import WEEKS, Chain, Chains, adds, gives, own_lines, timeline
from vyrai.reach._drafted import Way, unweighed
from vyrai.reach._opens import brief

WHOLE = 100
"""Points, if the children have by law all that they need in every month."""
_NEW = ("work", "reception")


class Handed:
    """The chains of one country. quality: whether what they are worth for the children counts; others:
    whether those are wanted of which no row tells.
    """

    def __init__(self, chains: Chains, quality: bool, others: bool) -> None:
        self.chains, self.quality, self.wanted = chains, quality, others
        self._points: dict[tuple[str, ...], int] = {}
        handed = [one for one in (*chains.rows(), *chains.further()) if _open(one)]
        self.rows = [one for one in handed if chains.as_told(one)]
        """Rows that are not closed, and their claims after other visits."""
        self.untold = len(self.rows) < len(handed)
        """Whether some hang on papers or stays that nobody has named: they are no ways."""
        longer = filter(_open, chains.others()) if others else ()
        self.others = [chain for chain in longer if self._better(chain)]
        """Those that are better than what they come after."""

    def without(self, out: Set[str]) -> Handed:
        """The same of the country without some routes."""
        of = self.chains
        if out.isdisjoint(route.id for route in of.routes):
            return self
        return Handed(Chains(*of.asked, but=out), self.quality, self.wanted)

    def points(self, chain: Chain) -> int:
        """Of a chain, points of a hundred: the part of the months in which the children have by law what they
        need, at the least; none of them where that does not count.
        """
        if not self.quality:
            return 0
        if chain.ids not in self._points:
            of = self.chains
            line = timeline(of.law, of.world, chain)
            own = own_lines(of.law, of.family, of.world, of.country, line, chain)
            parts = child_quality(of.law, of.family, of.world, line, of.country, own=own)
            whole = sum(part.paper.lo for part in parts) / len(parts) if parts else 0
            self._points[chain.ids] = floor(whole * WHOLE)
        return self._points[chain.ids]

    def worth(self, ended: Mapping[str, Way]) -> Callable[[str], int]:
        """The points of a way by its key."""
        return (lambda key: self.points(ended[key].chain)) if self.quality else unweighed

    def _rights(self) -> dict[str, float]:
        """The rights by which plans differ: what opens something for a child, and within how many weeks it
        counts how long; and work, and a home and food, however long they are held.
        """
        children = self.quality and self.chains.family.people["child"]
        offered = self.chains.law.atlas.provisions_of(self.chains.country) if children else ()
        window = float(WINDOW_MONTHS * WEEKS["months"])
        return {one.right: window for one in offered if one.right} | dict.fromkeys(_NEW, 0.0)

    def _better(self, chain: Chain) -> bool:
        """Whether its last route brings work, or a home and food, or is worth something for the children.
        Else no plan of it is better than one without that route, which is part of it; if that is a way.
        """
        world, shorter = self.chains.world, chain.without_last
        if brief(self.chains.law, world, shorter.links[-1].route):
            return True
        if not adds(world, chain.routes, self._rights()):
            return False
        new = any(gives(world, chain.routes, one) and not gives(world, shorter.routes, one) for one in _NEW)
        return new or (self.points(chain) > 0 and self.points(chain) > self.points(shorter))


def _open(chain: Chain) -> bool:
    """Whether it is not closed, and no door of it was when somebody last spoke of it, however long ago:
    nobody plans on it that it has opened since.
    """
    doors = [link.verdict.door.doors for link in chain.links]
    return chain.way != "closed" and not any(of and all(one.state == "closed" for one in of) for of in doors)
