"""Which chains of the law become ways of a draft, and what each is worth for the children."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import floor

from vyrai.belong import WINDOW_MONTHS, child_quality
from vyrai.law import WEEKS, Chain, Chains, gives, own_lines, timeline
from vyrai.reach._drafted import Way, unweighed

_WHOLE = 100


class Handed:
    """The chains of one country. quality: whether what they are worth for the children counts; others:
    whether those are wanted of which no row tells.
    """

    def __init__(self, chains: Chains, quality: bool, others: bool) -> None:
        self.chains, self.quality = chains, quality
        self._points: dict[tuple[str, ...], int] = {}
        self.rows = [*chains.rows(), *chains.further()]
        """Rows, and their claims after other visits."""
        longer = chains.others(self._rights()) if others else []
        self.others = [chain for chain in longer if self._better(chain)]
        """Those that are better than what they come after."""

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
            self._points[chain.ids] = floor(whole * _WHOLE)
        return self._points[chain.ids]

    def worth(self, ended: Mapping[str, Way]) -> Callable[[str], int]:
        """The points of a way by its key."""
        return (lambda key: self.points(ended[key].chain)) if self.quality else unweighed

    def _rights(self) -> dict[str, float]:
        """The rights by which plans differ: what opens something for a child, and within how many weeks it
        counts how long; and work, however long it is held.
        """
        children = self.quality and self.chains.family.people["child"]
        offered = self.chains.law.atlas.provisions_of(self.chains.country) if children else ()
        window = float(WINDOW_MONTHS * WEEKS["months"])
        return {one.right: window for one in offered if one.right} | {"work": 0}

    def _better(self, chain: Chain) -> bool:
        """Whether its last route brings work or is worth something for the children. Else no plan of it is
        better than one without that route, which is part of it.
        """
        world, shorter = self.chains.world, chain.without_last
        works = gives(world, chain.routes, "work") and not gives(world, shorter.routes, "work")
        return works or self.points(chain) > self.points(shorter)
