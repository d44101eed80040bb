"""Which: the choices of steps, producers first, by branch and bound on what a choice comes to at the least.

A partial choice is cut off when its least cannot be better than what was found. Bounds are admissible:
papers that every way to an open paper needs (landmarks) cost their cheapest maker; days are the longest
path, each open paper had on the first day on which it could be had at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import NamedTuple

from vyrai.reach._growing import Growing
from vyrai.reach._lasting import Gifts
from vyrai.reach._net import ANY, HOME, IN_HAND, TRANSIT, Net, Sums
from vyrai.reach._schedule import Limits, Links

Vector = tuple[int, int, int, int, int]
"""Weeks, money, chance, danger, quality in buckets."""


Box = tuple[int, int, int, int, int]
"""The most that each objective may come to."""
FAR = 10**9
ALL: Box = (FAR, FAR, FAR, FAR, FAR)
"""Everything."""
Rank = tuple[int, ...]
"""What sorts the choices that are looked at next: the least first."""
Least = tuple[Sums, Vector]


class Choice(NamedTuple):
    """A whole choice: steps, whose papers they use, the sums."""

    steps: list[int]
    links: Links
    sums: Sums


class Choices:
    """All choices of a net whose least is not cut off."""

    def __init__(
        self,
        net: Net,
        ceiling: Callable[[Vector], Box | None],
        tick: Callable[[], None],
        rank: Callable[[Vector], Rank],
    ) -> None:
        self.net, self.ceiling, self.tick, self.rank = net, ceiling, tick, rank
        problem = net.problem
        self.buckets = problem.buckets
        self.every = problem.care.every if problem.care else 0
        self.home_every = net.danger_every.get(HOME, 0)
        self.closed: dict[int, Sums] = {}
        self.present: list[bool] = [False] * net.n
        self.uses = [0] * net.n
        self.made: list[list[int]] = [[] for _ in net.papers]
        self.made_bits = 0
        self.links: list[tuple[int, int, int]] = []
        self.maker_of: list[dict[int, int]] = [{} for _ in range(net.n)]
        self.agenda: list[tuple[int, int]] = []
        self.growing = Growing(net)
        self.order = self.growing.order
        self.fee = self.chance = self.danger = self.quality = 0

    # ------------------------------------------------------------------ bounds
    def _rest(self, mask: int) -> Sums:
        """The least that the papers of a mask still cost, the most quality they may bring."""
        found = self.closed.get(mask)
        if found is None:
            fee = chance = danger = quality = 0
            left = mask
            while left:
                bit = left & -left
                left ^= bit
                paper = bit.bit_length() - 1
                cheap = self.net.cheap[paper]
                fee += cheap.fee
                chance += cheap.chance
                danger += cheap.danger
                # A bonus of papers that may be made more than once is counted apart.
                quality += cheap.quality if paper in self.net.single else min(0, cheap.quality)
            found = self.closed[mask] = Sums(fee, chance, danger, quality)
        return found

    def least(self) -> Least | None:
        """What the choice so far adds up and comes to at the least; None where it cannot be done in time."""
        net = self.net
        mask = 0
        for _, paper in self.agenda:
            if not self.made[paper]:
                mask |= net.musts[paper]
        rest = self._rest(mask & ~self.made_bits)
        days = self.growing.safe_and_leave(self._maker(net.safe))
        if days is None:
            return None
        sums = Sums(
            self.fee + rest.fee,
            self.chance + rest.chance,
            self.danger + rest.danger,
            self.quality + rest.quality + self.free_bonus,
        )
        return sums, self.vector(sums, *days, net.gap_least)

    def _maker(self, paper: int | None) -> int | None:
        """The step chosen for a paper of which there is one."""
        return None if paper is None or not self.made[paper] else self.made[paper][0]

    def vector(self, sums: Sums, safe: int, leave: int, gap: int) -> Vector:
        """Sums and days in buckets."""
        buckets = self.buckets
        danger = sums.danger + (leave // self.home_every if self.home_every else 0)
        quality = self.net.problem.quality_from - sums.quality + (gap // self.every if self.every else 0)
        return (
            safe // buckets.weeks,
            sums.fee // buckets.money,
            sums.chance // buckets.chance,
            danger // buckets.danger,
            quality // buckets.quality,
        )

    # ------------------------------------------------------------------ the walk
    def all(self) -> Iterator[Choice]:
        """Whole choices, the likely good ones first. What is cut off meanwhile is not walked."""
        net = self.net
        self.free_bonus = sum(net.bonus)
        self.agenda = [(-2, goal) for goal in net.goals]
        yield from self._begin()
        # Whether the family goes by a third place decides when it leaves, so it is decided first.
        for mover in range(net.n):
            if net.moves[mover] == TRANSIT:
                undo = self._take(-2, net.states[TRANSIT], mover)
                yield from self._begin()
                undo()

    def _begin(self) -> Iterator[Choice]:
        least = self.least()
        if least is not None:
            yield from self._walk(least, True)

    def _hopeful(self, least: Least, fresh: bool) -> bool:
        """Whether the choice so far may become better than what is in hand; `fresh`: look at days and money
        too.
        """
        most = self.ceiling(least[1])
        if most is None:
            return False
        if not fresh or not self.order:
            return True
        net = self.net
        safe, care = self._maker(net.safe), self._maker(net.care)
        return self.growing.possible(self.limits(least[0], most), safe, care, self._gifts())

    def _gifts(self) -> Gifts:
        """Money that steps not chosen yet might bring at best."""
        net = self.net
        gains, incomes = [], []
        for at in net.bringers:
            if self.present[at] or self.made_bits & net.alone[at]:
                continue
            end = net.first[at] + net.days[at]
            if net.gain[at]:
                gains.append((end, net.gain[at]))
            if net.income[at]:
                incomes.append((end + net.after[at], net.income[at], net.only_at[at], net.months[at]))
        return gains, incomes

    def limits(self, sums: Sums, box: Box) -> Limits:
        """Days that keep a choice with these sums within a box of buckets."""
        buckets = self.buckets
        safe = leave = gap = None
        if box[0] < FAR:
            safe = buckets.weeks * (box[0] + 1) - 1
        if box[3] < FAR and self.home_every:
            most = buckets.danger * (box[3] + 1) - 1 - sums.danger
            leave = self.home_every * (most + 1) - 1
        if box[4] < FAR and self.every:
            most = buckets.quality * (box[4] + 1) - 1 - (self.net.problem.quality_from - sums.quality)
            gap = self.every * (most + 1) - 1
        return Limits(safe, leave, gap)

    def _options(self, user: int, paper: int) -> list[int]:
        net, present, made = self.net, self.present, self.made[paper]
        used = [maker for _, of, maker in self.links if of == paper] if paper in net.sole else []
        if used:
            return [used[0]] if used[0] != user else []
        options = [IN_HAND] if paper in net.in_hand else []
        options += [at for at in made if at != user]
        if made and paper in net.single:
            return options
        for at in net.makers[paper]:
            if present[at] or at == user or net.moves[at] == TRANSIT:
                continue
            twin = net.twin[at]
            if twin is not None and not present[twin]:
                continue
            if not self.made_bits & net.alone[at]:
                options.append(at)
        return options

    def _walk(self, least: Least, fresh: bool) -> Iterator[Choice]:
        """From a choice that comes to so much at the least. fresh: its newest step has not been looked at."""
        self.tick()
        if self.ceiling(least[1]) is None:
            return
        forced: list[tuple[int, int, int, Callable[[], None]]] = []
        place, options = 0, [IN_HAND]
        while self.agenda and self.growing.fits:
            place, options = self._next()
            if len(options) != 1:
                break
            user, paper = self.agenda.pop(place)
            fresh = fresh or (options[0] >= 0 and not self.present[options[0]])
            forced.append((place, user, paper, self._take(user, paper, options[0])))
        now = self.least() if forced else least
        if now is not None and options and self._hopeful(now, fresh):
            yield from self._branch(place, options) if self.agenda else self._finish(0)
        for at, user, paper, undo in reversed(forced):
            undo()
            self.agenda.insert(at, (user, paper))

    def _branch(self, place: int, options: list[int]) -> Iterator[Choice]:
        """Each maker of an open need: those that promise most first, so that good plans are met early and cut
        off the rest.
        """
        user, paper = self.agenda.pop(place)
        found: list[tuple[Rank, int, Least]] = []
        for maker in options:
            undo = self._take(user, paper, maker)
            least = self.least()
            undo()
            if least is not None and self.ceiling(least[1]) is not None:
                found.append((self.rank(least[1]), maker, least))
        found.sort(key=itemgetter(0))
        for _, maker, least in found:
            fresh = maker >= 0 and not self.present[maker]
            undo = self._take(user, paper, maker)
            yield from self._walk(least, fresh)
            undo()
        self.agenda.insert(place, (user, paper))

    def _next(self) -> tuple[int, list[int]]:
        """An open need with at most one maker, else the newest: what hangs together is decided together."""
        newest = len(self.agenda) - 1
        found = newest, self._options(*self.agenda[newest])
        for place in range(newest - 1, -1, -1):
            if len(found[1]) <= 1:
                break
            options = self._options(*self.agenda[place])
            if len(options) <= 1:
                return place, options
        return found

    def _take(self, user: int, paper: int, maker: int) -> Callable[[], None]:
        net = self.net
        if user >= 0:
            self.links.append((user, paper, maker))
            self.maker_of[user][paper] = maker
        added = maker >= 0 and not self.present[maker]
        if maker >= 0 and (user >= 0 or paper not in net.states.values()):
            self.uses[maker] += 1
        before = len(self.agenda)
        bits = self.made_bits, self.free_bonus
        sums = self.fee, self.chance, self.danger, self.quality
        self.growing.take(user, paper, maker, added)
        if added:
            self.present[maker] = True
            self.fee += net.fee[maker]
            self.chance += net.chance[maker]
            self.danger += net.danger[maker]
            self.quality += net.quality[maker]
            for made in net.yields[maker]:
                self.made[made].append(maker)
                self.made_bits |= 1 << made
            designated = net.yields[maker][0]
            if designated not in net.single and net.moves[maker] == ANY:
                self.free_bonus -= max(0, net.quality[maker])
            self.agenda += [(maker, need) for need in net.needs[maker]]

        def undo() -> None:
            self.growing.back(added)
            if user >= 0:
                self.links.pop()
                del self.maker_of[user][paper]
            if maker >= 0 and (user >= 0 or paper not in net.states.values()):
                self.uses[maker] -= 1
            if added:
                del self.agenda[before:]
                self.present[maker] = False
                self.fee, self.chance, self.danger, self.quality = sums
                for made in net.yields[maker]:
                    self.made[made].pop()
                self.made_bits, self.free_bonus = bits

        return undo

    def _finish(self, position: int) -> Iterator[Choice]:
        """Decide the steps that may stand unused: first without, then with them."""
        net = self.net
        if position == len(net.extras):
            if any(net.moves[at] == TRANSIT and not self.uses[at] and not net.extra[at] for at in self.order):
                return
            least = self._exact()
            hopeful = least is not None and self.ceiling(least[1]) is not None
            if least is not None and hopeful and not self.growing.circular(self.maker_of):
                yield Choice(list(self.order), tuple(self.links), least[0])
            return
        yield from self._finish(position + 1)
        extra = net.extras[position]
        twin = net.twin[extra]
        made = self.made_bits & net.alone[extra]
        if self.present[extra] or made or (twin is not None and not self.present[twin]):
            return
        undo = self._take(-2, net.yields[extra][0], extra)
        least = self.least()
        if least is not None and self._hopeful(least, False):
            if self.agenda:
                yield from self._rest_of(position + 1)
            else:
                yield from self._finish(position + 1)
        undo()

    def _rest_of(self, position: int) -> Iterator[Choice]:
        """Choose makers for what an extra step needs, then go on with the extras."""
        if not self.agenda:
            yield from self._finish(position)
            return
        user, paper = self.agenda.pop()
        for maker in self._options(user, paper):
            undo = self._take(user, paper, maker)
            least = self.least()
            if least is not None and self._hopeful(least, False):
                yield from self._rest_of(position)
            undo()
        self.agenda.append((user, paper))

    def _exact(self) -> Least | None:
        """The least of a whole choice, no bonus open."""
        kept, self.free_bonus = self.free_bonus, 0
        try:
            return self.least()
        finally:
            self.free_bonus = kept
