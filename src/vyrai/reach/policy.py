"""After a refusal: what to ask for first, and what then, whatever the answer.

Exact dynamic programming over the states that can be reached (`_moves` says of what), or, where these are
too many, simulated answers (`_rollout` says how). What comes out is a likelihood of safety by the horizon,
with and without reacting to refusals, and a table to read.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from vyrai.reach._moves import NO_ENDS, POINTS, Ends, Moves, No, Option, State
from vyrai.reach._net import Net
from vyrai.reach._rollout import Rollout, Worth, better
from vyrai.reach.problem import Plan, Problem

MOST_MOVES, MOST_NODES = 12, 200_000
ROLLOUTS = 400
DEPTH = 2


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base: published whole, nothing left out."""


class Move(_Record, frozen=True, kw_only=True):
    """A first move: likelihood of safety after it, fee and danger with what it needs first, likely days."""

    step: str
    value: float
    fee: int
    danger: int
    days: int


class Turn(_Record, frozen=True, kw_only=True):
    """A row of the table: what to do after an answer.

    after: the row whose move got this `answer` (granted or refused; None: the start), in this week on likely
    days. do: what to do now, `prepare` made ready for it first; None: safe, or nothing is left to do. value:
    likelihood of safety from here on.
    """

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
    how often these are refused, they are taken as granted. first: first moves, best first; ties go to
    what leads to safety sooner, then to the lower fee, danger, days. turns: what to do after each answer,
    refusals up to a depth; cut: what comes after more of them is left out.
    """

    moves: tuple[str, ...]
    value: float
    without: float
    gain: float
    exact: bool
    nodes: int
    first: tuple[Move, ...]
    turns: tuple[Turn, ...]
    cut: bool
    unknown: tuple[str, ...]


class _TooMany(Exception):  # noqa: N818 -- a limit, no error
    """More states than the limit."""


class _Exact:
    """Worths by memo over reachable states."""

    def __init__(self, moves: Moves, most: int) -> None:
        self.moves, self.most = moves, most
        self.known: dict[tuple[State, bool], Worth] = {}

    @property
    def nodes(self) -> int:
        """States valued."""
        return len(self.known)

    def choose(self, state: State) -> Option | None:
        """The best move."""
        ranked = _ranked(self.moves, self, state)
        return ranked[0][1] if ranked else None

    def value(self, state: State, react: bool = True) -> Worth:
        """What can be reached from a state on."""
        key = (state, react)
        known = self.known.get(key)
        if known is None:
            if self.moves.is_safe(state.code):
                known = Worth(1.0, state.week)
            else:
                worths = [self.of(state, option, react) for option in self.moves.options(state)]
                known = max(worths, key=better, default=Worth(0.0, self.moves.weeks))
            if len(self.known) >= self.most:
                raise _TooMany
            self.known[key] = known
        return known

    def of(self, state: State, option: Option, react: bool = True) -> Worth:
        """What can be reached after a move."""
        refused = self.moves.refused(option)
        lost = Worth(0.0, self.moves.weeks)
        chance = weeks = 0.0
        for point, share in enumerate(POINTS):
            ends = self.moves.after(state, option, point)
            granted = lost if ends is None else self.value(ends[0], react)
            no = lost if ends is None or not (refused and react) else self.value(ends[1], react)
            chance += share * ((1 - refused) * granted.chance + refused * no.chance)
            weeks += share * ((1 - refused) * granted.weeks + refused * no.weeks)
        return Worth(chance, weeks)


def policy(
    problem: Problem,
    plans: Sequence[Plan] = (),
    *,
    noes: Sequence[No] = (),
    last: Set[str] = frozenset(),
    ends: Ends = NO_ENDS,
    shuts: Ends = NO_ENDS,
    money: int | None = None,
    most_moves: int = MOST_MOVES,
    most_nodes: int = MOST_NODES,
    depth: int = DEPTH,
    seed: int = 2026,
) -> Policy:
    """What to do first and after each answer.

    plans: only their steps, and other ways to what may be refused in them as far as `most_moves` allows;
    none: every step. noes: what refusals open; of it too only what follows these. last: steps
    that stand behind others which are as likely to lead to safety. ends, shuts: what nobody asks for any more
    once a step was granted, or refused. money: what can be spent in all; if not said, the savings and what
    comes in, in every one of the plans, from steps that cannot be refused. Of income only what is put aside
    at home is counted.
    """
    net = Net(problem)
    if money is None:
        money = problem.savings + min((_gains(net, plan) for plan in plans), default=0)
    moves = Moves(net, _allowed(net, plans, noes, most_moves), money, noes, last, ends, shuts)
    solver = _solver(moves, most_moves, most_nodes, seed)
    start = moves.start
    ranked = [] if moves.is_safe(start.code) else _ranked(moves, solver, start)
    value = max((of for of, _ in ranked), default=solver.value(start).chance)
    alone = [solver.of(start, option, react=False).chance for _, option in ranked]
    without = max(alone, default=solver.value(start, react=False).chance)
    turns, cut = _turns(moves, solver, depth)
    return Policy(
        moves=tuple(net.ids[at] for at in moves.moves),
        value=round(value, 4),
        without=round(without, 4),
        gain=round(round(value, 4) - round(without, 4), 4),
        exact=isinstance(solver, _Exact),
        nodes=solver.nodes,
        first=tuple(_move(moves, option, of) for of, option in ranked),
        turns=tuple(turns),
        cut=cut,
        unknown=moves.unknown,
    )


def few(
    problem: Problem, plans: Sequence[Plan], most_moves: int = MOST_MOVES, noes: Sequence[No] = ()
) -> list[Plan]:
    """The first plan, and of those after it each with which no more than so many steps are to be decided
    about, so that `policy` is exact of them.
    """
    net = Net(problem)
    index = {step: at for at, step in enumerate(net.ids)}
    kept: list[Plan] = []
    steps: set[int] = set()
    for plan in plans:
        wider = _opened(index, steps | {index[placed.step] for placed in plan.steps}, noes)
        if not kept or Moves(net, wider, 0, noes).size <= most_moves:
            kept, steps = [*kept, plan], wider
    return kept


def _move(moves: Moves, option: Option, value: float) -> Move:
    return Move(
        step=moves.net.ids[moves.moves[option.move]],
        value=round(value, 4),
        fee=option.fee,
        danger=option.danger,
        days=moves.likely(moves.start, option),
    )


def _solver(moves: Moves, most_moves: int, most_nodes: int, seed: int) -> _Exact | Rollout:
    """Exact where it is small enough."""
    if moves.size <= most_moves:
        exact = _Exact(moves, most_nodes)
        try:
            exact.value(moves.start)
            exact.value(moves.start, react=False)
        except _TooMany:
            pass
        else:
            return exact
    return Rollout(moves, ROLLOUTS, seed)


def _ranked(moves: Moves, solver: _Exact | Rollout, state: State) -> list[tuple[float, Option]]:
    """The moves of a state with their values, best first; of equals what leads to safety sooner, then the
    cheaper, the less dangerous, the quicker.
    """
    valued = [(solver.of(state, option), option) for option in moves.options(state)]

    def order(pair: tuple[Worth, Option]) -> tuple[float, ...]:
        chance, sooner = better(pair[0])
        option = pair[1]
        return (
            -chance,
            moves.comes_last(option),
            -sooner,
            option.fee,
            option.danger,
            moves.likely(state, option),
            option.move,
        )

    return [(worth.chance, option) for worth, option in sorted(valued, key=order)]


def _turns(moves: Moves, solver: _Exact | Rollout, depth: int) -> tuple[list[Turn], bool]:
    """The table: from the start along likely days, both answers of every move, refusals up to the depth; and
    whether it goes on behind them.
    """
    net, cut = moves.net, False
    rows: list[Turn] = []
    queue: list[tuple[State, int | None, str | None, int]] = [(moves.start, None, None, 0)]
    while queue:
        state, after, answer, refusals = queue.pop(0)
        safe = moves.is_safe(state.code)
        option = None if safe else solver.choose(state)
        value = solver.value(state).chance
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
                prepare=tuple(net.ids[at] for at in _in_turn(net, prepared)),
                value=round(value, 4),
                safe=safe,
            )
        )
        if option is None:
            continue
        ends = next(end for point in (1, 0) if (end := moves.after(state, option, point)) is not None)
        queue.append((ends[0], len(rows), "granted", refusals))
        if moves.refused(option):
            if refusals < depth:
                queue.append((ends[1], len(rows), "refused", refusals + 1))
            cut = cut or refusals >= depth
    return rows, cut


def _in_turn(net: Net, steps: int) -> list[int]:
    """Steps, given as bits, each behind those that it needs."""
    left = [at for at in range(net.n) if steps >> at & 1]
    ordered: list[int] = []
    while left:
        waiting = {paper for at in left for paper in net.yields[at]}
        ready = [at for at in left if waiting.isdisjoint({*net.needs[at]} - {*net.yields[at]})] or left
        ordered += ready
        left = [at for at in left if at not in ready]
    return ordered


def _opened(index: dict[str, int], steps: set[int], noes: Sequence[No]) -> set[int]:
    """Steps, with those that a refusal of any of them opens."""
    found = set(steps)
    for no in noes:
        if not steps.isdisjoint(index[step] for step in no.of):
            found |= {index[step] for step in no.steps}
    return found


def _allowed(net: Net, plans: Sequence[Plan], noes: Sequence[No], most_moves: int) -> set[int] | None:
    """The steps of the plans and what their refusals open, and other ways to what may be refused in them
    while the moves remain few.
    """
    if not plans:
        return None
    index = {step: at for at, step in enumerate(net.ids)}
    allowed = _opened(index, {index[placed.step] for plan in plans for placed in plan.steps}, noes)
    steps = net.problem.steps
    waiting = {index[step] for no in noes for step in no.steps}
    others = {
        other: (-(steps[at].refused or 0.0), net.days[other], net.ids[other])
        for at in sorted(allowed, key=lambda at: steps[at].refused or 0.0)
        if steps[at].refused
        for paper in net.yields[at]
        for other in net.makers[paper]
        if other not in allowed | waiting
    }
    for other in sorted(others, key=others.__getitem__):
        wider = _opened(index, allowed | _brought(net, other, allowed), noes)
        if Moves(net, wider, 0, noes).size <= most_moves:
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
