"""Values of moves by simulated answers, where there are too many states to go through all.

After a move every life follows a fixed way of going on, of which there are two: always the chain to safety
that is likeliest to be granted, or the one that is quickest for its likelihood, what is likely to be refused
first. A move is worth what the better of the two reaches (parallel rollout): never more than what is
possible, but for the dice.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from vyrai.reach._moves import DONE, POINTS, REFUSED, Moves, Option, State

LIKELIEST, QUICKEST = 0, 1
SAME = 9
"""Digits to which two values must differ for one to be better: the order of sums decides nothing."""


class Worth(NamedTuple):
    """Likelihood of safety, and in which week on average; what does not come to it counts as all the time."""

    chance: float
    weeks: float


def better(worth: Worth) -> tuple[float, float]:
    """Order of worths: likelier, then sooner."""
    return round(worth.chance, SAME), -round(worth.weeks, SAME)


class _Chain(NamedTuple):
    """How a paper is had: how good that is, how likely all of it is granted, its days, its moves."""

    score: float
    chance: float
    days: int
    moves: frozenset[int]


HAD = _Chain(float("inf"), 1.0, 0, frozenset())


class Rollout:
    """Values of one problem's moves over so many lives."""

    def __init__(self, moves: Moves, lives: int, seed: int) -> None:
        self.moves, self.lives = moves, lives
        self.nodes = 0
        self.luck: list[list[tuple[int, float]]] = []
        ids = moves.net.ids
        for at in moves.moves:
            dice = Random(f"{seed}/{ids[at]}/answers")  # noqa: S311 -- luck of a simulation, repeatable on purpose
            self.luck.append([(self._point(dice.random()), dice.random()) for _ in range(lives)])
        self._chains: dict[tuple[int, int, int, int, int], frozenset[int]] = {}
        self._nexts: dict[tuple[State, int], Option | None] = {}
        self._values: dict[tuple[State, int, bool], Worth] = {}

    @staticmethod
    def _point(drawn: float) -> int:
        return 0 if drawn < POINTS[0] else 1 if drawn < POINTS[0] + POINTS[1] else 2

    def choose(self, state: State) -> Option | None:
        """The better of the moves with which the two ways go on; at the start of all moves."""
        options = self.moves.options(state)
        if state != self.moves.start:
            both = [self._next(state, way) for way in (LIKELIEST, QUICKEST)]
            options = [option for option in dict.fromkeys(both) if option is not None]
        return max(
            options,
            key=lambda one: (
                round(self.of(state, one).chance, SAME),
                not self.moves.comes_last(one),
                better(self.of(state, one)),
                -one.fee,
                -one.danger,
                -one.move,
            ),
            default=None,
        )

    def value(self, state: State, react: bool = True) -> Worth:
        """What is reached in lives from a state on."""
        if self.moves.is_safe(state.code):
            return Worth(1.0, state.week)
        best = self.choose(state)
        return Worth(0.0, self.moves.weeks) if best is None else self.of(state, best, react)

    def of(self, state: State, option: Option, react: bool = True) -> Worth:
        """The same after a move."""
        key = (state, option.move, react)
        known = self._values.get(key)
        if known is None:
            worths = []
            for way in (LIKELIEST, QUICKEST):
                lives = [self._live(state, option, life, react, way) for life in range(self.lives)]
                reached = [week for week in lives if week is not None]
                weeks = sum(reached) + self.moves.weeks * (self.lives - len(reached))
                worths.append(Worth(len(reached) / self.lives, weeks / self.lives))
            known = self._values[key] = max(worths, key=better)
        return known

    def _live(self, state: State, option: Option | None, life: int, react: bool, way: int) -> int | None:
        """The week in which one life comes to safety; None: it does not."""
        while option is not None:
            self.nodes += 1
            point, drawn = self.luck[option.move][life]
            ends = self.moves.after(state, option, point)
            refused = drawn < self.moves.refused(option)
            if ends is None or (refused and not react):
                return None
            state = ends[refused]
            if self.moves.is_safe(state.code):
                return state.week
            option = self._next(state, way)
        return None

    def _next(self, state: State, way: int) -> Option | None:
        """How a way goes on; what lasts too long or costs too much, even if it goes quickly, is left out."""
        key = (state, way)
        if key not in self._nexts:
            self._nexts[key] = self._find_next(state, way)
        return self._nexts[key]

    def _find_next(self, state: State, way: int) -> Option | None:
        moves = self.moves
        chain = self._chain(state, way)
        options = [one for one in moves.options(state) if moves.after(state, one, 0) is not None]
        return max(
            options,
            key=lambda one: (
                one.move in chain,
                moves.refused(one) if way == QUICKEST else 0.0,
                -one.fee,
                -one.danger,
                -one.move,
            ),
            default=None,
        )

    def _chain(self, state: State, way: int) -> frozenset[int]:
        """The moves on the best chain to safety from a state on."""
        key = (state.code, state.made, state.place, state.fresh, way)
        known = self._chains.get(key)
        if known is None:
            known = self._chains[key] = self._best_chain(state, way)
        return known

    def _best_chain(self, state: State, way: int) -> frozenset[int]:
        moves, net = self.moves, self.moves.net
        index = {at: position for position, at in enumerate(moves.moves)}
        became = {at: moves.became(state.code, position) for at, position in index.items()}
        usable = [at for at in (*moves.moves, *sorted(moves.preparations)) if became.get(at) != REFUSED]
        had = dict.fromkeys([*net.in_hand, *moves.refusals(state)], HAD)
        for at in usable:
            if became.get(at) == DONE or state.made >> at & 1:
                had |= dict.fromkeys(net.yields[at], HAD)
        best, rounds = dict(had), len(usable)
        last: dict[int, _Chain] = {}
        while best != last and rounds:
            last, found, rounds = best, dict(had), rounds - 1
            for at in usable:
                needs = [best.get(need) for need in net.needs[at]]
                parts = [need for need in needs if need is not None]
                if len(parts) < len(needs):
                    continue
                chance = 1 - (moves.problem.steps[at].refused or 0.0)
                days = net.days[at] + sum(part.days for part in parts)
                for part in parts:
                    chance *= part.chance
                score = chance if way == LIKELIEST else chance / (days + 1)
                mine = {index[at]} if at in index else set()
                chain = _Chain(score, chance, days, frozenset(mine).union(*(part.moves for part in parts)))
                for paper in net.yields[at]:
                    if paper not in found or score > found[paper].score:
                        found[paper] = chain
            best = found
        return best[net.safe].moves if net.safe in best else frozenset()
