"""After a refusal: what to ask for first, and what then, whatever the answer.

Exact dynamic programming over the states that can be reached (`_moves` says of what), or, where these are too
many, a rollout: every first move is followed by the best chain at hand in simulated answers. What comes out
is a likelihood of safety by the horizon, with and without reacting to refusals, and a table to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import msgspec

from vyrai.reach._moves import DONE, POINTS, Moves, Option, State
from vyrai.reach._net import Net
from vyrai.reach.problem import Plan, Problem

MOST_MOVES, MOST_NODES = 12, 200_000
ROLLOUTS = 400
DEPTH = 2
SAME = 9
"""Digits to which two values must differ for one to be better: the order of sums decides nothing."""


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base: published whole, nothing left out."""


class Move(_Record, frozen=True, kw_only=True):
    """A first move: likelihood of safety after it, its fee and danger with what is prepared for it, likely
    days.
    """

    step: str
    value: float
    fee: int
    danger: int
    days: int


class Turn(_Record, frozen=True, kw_only=True):
    """A row of the table: `after` that row, its move having been `answer`ed (None: at the start), in week
    `week` on likely days, do `do` (None: nothing is left to do, or `safe`), with `prepare` made ready for it
    first."""

    number: int
    after: int | None
    answer: str | None
    week: int
    do: str | None
    prepare: tuple[str, ...]
    value: float
    safe: bool


class Policy(_Record, frozen=True, kw_only=True):
    """What to do after a refusal.

    value: likelihood of safety by the horizon when refusals are reacted to as well as can be; without: of the
    best way when the first refusal ends it; gain: the value of reacting. exact: of this abstraction (a
    rollout is not: its values are of simulated answers). moves: what was decided about; unknown: nobody knows
    how often these are refused, they are taken as granted. first: first moves, best first; ties go to the
    lower fee, danger, days. turns: what to do after each answer, refusals up to a depth.
    """

    moves: tuple[str, ...]
    value: float
    without: float
    gain: float
    exact: bool
    nodes: int
    first: tuple[Move, ...]
    turns: tuple[Turn, ...]
    unknown: tuple[str, ...]


class _TooMany(Exception):  # noqa: N818 -- a limit, no error
    """More states than the limit."""


class _Exact:
    """Values by memo over reachable states."""

    def __init__(self, moves: Moves, most: int) -> None:
        self.moves, self.most = moves, most
        self.known: dict[tuple[State, bool], float] = {}

    @property
    def nodes(self) -> int:
        """States valued."""
        return len(self.known)

    def choose(self, state: State) -> Option | None:
        """The best move."""
        ranked = _ranked(self.moves, self, state)
        return ranked[0][1] if ranked else None

    def value(self, state: State, react: bool = True) -> float:
        """Likelihood of safety from a state on."""
        key = (state, react)
        known = self.known.get(key)
        if known is None:
            if self.moves.is_safe(state.code):
                known = 1.0
            else:
                known = max(
                    (self.of(state, option, react) for option in self.moves.options(state)), default=0.0
                )
            if len(self.known) >= self.most:
                raise _TooMany
            self.known[key] = known
        return known

    def of(self, state: State, option: Option, react: bool = True) -> float:
        """Likelihood of safety after a move."""
        refused = self.moves.refused(option)
        total = 0.0
        for point, share in enumerate(POINTS):
            ends = self.moves.after(state, option, point)
            if ends is not None:
                total += share * (1 - refused) * self.value(ends[0], react)
                if refused and react:
                    total += share * refused * self.value(ends[1], react)
        return total


class _Rollout:
    """Values by simulated answers: after the first move always the move on the likeliest chain to safety."""

    def __init__(self, moves: Moves, lives: int, seed: int) -> None:
        self.moves, self.lives = moves, lives
        self.nodes = 0
        self.luck: list[list[tuple[int, float]]] = []
        ids = moves.net.ids
        for at in moves.moves:
            dice = Random(f"{seed}/{ids[at]}/answers")  # noqa: S311 -- no secret
            self.luck.append([(self._point(dice.random()), dice.random()) for _ in range(lives)])
        self._chances: dict[tuple[int, int, int], dict[int, float]] = {}
        self._values: dict[tuple[State, int, bool], float] = {}

    @staticmethod
    def _point(drawn: float) -> int:
        return 0 if drawn < POINTS[0] else 1 if drawn < POINTS[0] + POINTS[1] else 2

    def choose(self, state: State) -> Option | None:
        """At the start the best of the simulated, then as simulated."""
        if state == self.moves.start:
            ranked = _ranked(self.moves, self, state)
            return ranked[0][1] if ranked else None
        return self._best(state)

    def value(self, state: State, react: bool = True) -> float:
        """Share of lives in which safety is reached from a state on."""
        if self.moves.is_safe(state.code):
            return 1.0
        best = self.choose(state)
        return 0.0 if best is None else self.of(state, best, react)

    def of(self, state: State, option: Option, react: bool = True) -> float:
        """The same after a move."""
        key = (state, option.move, react)
        known = self._values.get(key)
        if known is None:
            reached = sum(self._live(state, option, life, react) for life in range(self.lives))
            known = self._values[key] = reached / self.lives
        return known

    def _live(self, state: State, option: Option | None, life: int, react: bool) -> bool:
        while option is not None:
            self.nodes += 1
            point, drawn = self.luck[option.move][life]
            ends = self.moves.after(state, option, point)
            refused = drawn < self.moves.refused(option)
            if ends is None or (refused and not react):
                return False
            state = ends[refused]
            if self.moves.is_safe(state.code):
                return True
            option = self._best(state)
        return False

    def _best(self, state: State) -> Option | None:
        """The move on the likeliest chain; what lasts too long or costs too much is left out."""
        moves = self.moves
        chances = self._chance(state)
        options = [one for one in moves.options(state) if moves.after(state, one, 1) is not None]
        return max(
            options,
            key=lambda one: (round(chances.get(one.move, 0.0), SAME), -one.fee, -one.danger, -one.move),
            default=None,
        )

    def _chance(self, state: State) -> dict[int, float]:
        """For each move on the likeliest chain to safety: how likely all of the chain is granted."""
        key = (state.code, state.made, state.place)
        known = self._chances.get(key)
        if known is None:
            known = self._chances[key] = self._chains(state.code)
        return known

    def _chains(self, code: int) -> dict[int, float]:
        moves, net = self.moves, self.moves.net
        steps = {at: position for position, at in enumerate(moves.moves)}
        granted: dict[int, float] = dict.fromkeys(net.in_hand, 1.0)
        through: dict[int, dict[int, float]] = {}
        usable = [at for at in moves.moves if moves.became(code, steps[at]) != 2]
        usable += sorted(moves.preparations)
        for _ in range(len(usable)):
            before = dict(granted)
            for at in usable:
                done = at in steps and moves.became(code, steps[at]) == DONE
                chance = 1.0 if done else 1 - (moves.problem.steps[at].refused or 0.0)
                parts: dict[int, float] = {}
                for need in () if done else net.needs[at]:
                    chance *= granted.get(need, 0.0)
                    parts.update(through.get(need, {}))
                if at in steps and not done:
                    parts[steps[at]] = chance
                for paper in net.yields[at]:
                    if chance > granted.get(paper, 0.0):
                        granted[paper] = chance
                        through[paper] = parts
            if granted == before:
                break
        best = through.get(net.safe, {})
        return dict.fromkeys(best, granted.get(net.safe, 0.0))


def policy(
    problem: Problem,
    plans: Sequence[Plan] = (),
    *,
    money: int | None = None,
    most_moves: int = MOST_MOVES,
    most_nodes: int = MOST_NODES,
    depth: int = DEPTH,
    seed: int = 2026,
) -> Policy:
    """What to do first and after each answer.

    plans: only their steps, and other ways to what may be refused in them as far as `most_moves` allows;
    none: every step. money: what can be spent in all; if not said, the savings and what comes in, in every
    one of the plans, from steps that cannot be refused. No income is counted.
    """
    net = Net(problem)
    if money is None:
        money = problem.savings + min((_gains(net, plan) for plan in plans), default=0)
    moves = Moves(net, _allowed(net, plans, most_moves), money)
    solver = _solver(moves, most_moves, most_nodes, seed)
    start = moves.start
    ranked = [] if moves.is_safe(start.code) else _ranked(moves, solver, start)
    value = ranked[0][0] if ranked else solver.value(start)
    alone = [solver.of(start, option, react=False) for _, option in ranked]
    without = max(alone, default=solver.value(start, react=False))
    return Policy(
        moves=tuple(net.ids[at] for at in moves.moves),
        value=round(value, 4),
        without=round(without, 4),
        gain=round(round(value, 4) - round(without, 4), 4),
        exact=isinstance(solver, _Exact),
        nodes=solver.nodes,
        first=tuple(_move(moves, option, of) for of, option in ranked),
        turns=tuple(_turns(moves, solver, depth)),
        unknown=moves.unknown,
    )


def _move(moves: Moves, option: Option, value: float) -> Move:
    return Move(
        step=moves.net.ids[moves.moves[option.move]],
        value=round(value, 4),
        fee=option.fee,
        danger=option.danger,
        days=moves.likely(moves.start, option),
    )


def _solver(moves: Moves, most_moves: int, most_nodes: int, seed: int) -> _Exact | _Rollout:
    """Exact where it is small enough."""
    if len(moves.moves) <= most_moves:
        exact = _Exact(moves, most_nodes)
        try:
            exact.value(moves.start)
            exact.value(moves.start, react=False)
        except _TooMany:
            pass
        else:
            return exact
    return _Rollout(moves, ROLLOUTS, seed)


def _ranked(moves: Moves, solver: _Exact | _Rollout, state: State) -> list[tuple[float, Option]]:
    """The moves of a state with their values, best first; of equals the cheaper, the safer, the quicker."""
    valued = [(solver.of(state, option), option) for option in moves.options(state)]
    return sorted(
        valued,
        key=lambda pair: (
            -round(pair[0], SAME),
            pair[1].fee,
            pair[1].danger,
            moves.likely(state, pair[1]),
            pair[1].move,
        ),
    )


def _turns(moves: Moves, solver: _Exact | _Rollout, depth: int) -> list[Turn]:
    """The table: from the start along likely days, both answers of every move, refusals up to the depth."""
    net = moves.net
    rows: list[Turn] = []
    queue: list[tuple[State, int | None, str | None, int]] = [(moves.start, None, None, 0)]
    while queue:
        state, after, answer, refusals = queue.pop(0)
        safe = moves.is_safe(state.code)
        option = None if safe else solver.choose(state)
        value = solver.value(state)
        if value <= 0 or option is None:
            option = None
        prepared = 0 if option is None else option.made & ~state.made
        rows.append(
            Turn(
                number=len(rows) + 1,
                after=after,
                answer=answer,
                week=state.week,
                do=None if option is None else net.ids[moves.moves[option.move]],
                prepare=tuple(net.ids[at] for at in range(net.n) if prepared >> at & 1),
                value=round(value, 4),
                safe=safe,
            )
        )
        if option is None:
            continue
        ends = next(end for point in (1, 0) if (end := moves.after(state, option, point)) is not None)
        queue.append((ends[0], len(rows), "granted", refusals))
        if moves.refused(option) and refusals < depth:
            queue.append((ends[1], len(rows), "refused", refusals + 1))
    return rows


def _allowed(net: Net, plans: Sequence[Plan], most_moves: int) -> set[int] | None:
    """The steps of the plans, and other ways to what may be refused in them while the moves remain few."""
    if not plans:
        return None
    index = {step: at for at, step in enumerate(net.ids)}
    allowed = {index[placed.step] for plan in plans for placed in plan.steps}
    steps = net.problem.steps
    others = {
        other: (-(steps[at].refused or 0.0), net.days[other], net.ids[other])
        for at in sorted(allowed, key=lambda at: steps[at].refused or 0.0)
        if steps[at].refused
        for paper in net.yields[at]
        for other in net.makers[paper]
        if other not in allowed
    }
    for other in sorted(others, key=others.__getitem__):
        wider = allowed | _brought(net, other, allowed)
        if len(Moves(net, wider, 0).moves) <= most_moves:
            allowed = wider
    return allowed


def _gains(net: Net, plan: Plan) -> int:
    """Money that the steps of a plan bring in for certain."""
    steps = [net.problem.steps[net.ids.index(placed.step)] for placed in plan.steps]
    return sum(step.gain for step in steps if not step.refused)


def _brought(net: Net, at: int, allowed: set[int]) -> set[int]:
    """A step with the soonest makers of what it needs and nobody makes yet."""
    found, queue = {at}, [at]
    while queue:
        for paper in net.needs[queue.pop()]:
            makers = net.makers[paper]
            if paper in net.in_hand or not makers or (allowed | found) & set(makers):
                continue
            best = min(makers, key=lambda maker: (_soonest(net, maker), net.ids[maker]))
            found.add(best)
            queue.append(best)
    return found


def _soonest(net: Net, at: int) -> int:
    return max((net.soonest[paper] for paper in net.needs[at]), default=0) + net.days[at]
