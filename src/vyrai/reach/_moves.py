"""A problem as a game of few moves against chance: the abstraction that `policy` solves.

Moves are the steps on some way to safety that can be refused, that make the paper of safety, that may start
only in windows, or that can be done at home alone and are needed elsewhere. The other steps on the way are
preparations: they cannot be refused, are made by the first maker that can still be reached (fewest weeks,
then cheapest), and cost their fee when first used. What waits for nothing that may be refused is begun on day
0. A refusal may give a paper too (`No`), for which steps wait that no plan has.

One move at a time, each asked for once, papers in hand not made anew. No income but what is put aside from
the first day on for as long as nobody has left, so that what is locked does not come back. Whoever was
granted one way in may be said to ask for no other (`Ends`). Validity and attendance are left to the plans
and their lives. What is rounded is rounded against the family: weeks up, money down; what has to be asked
for within some days of a refusal is asked for next or never.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from vyrai.reach._net import ANY, HOME, LATE, THERE, TRANSIT, Net

WEEK = 7
OPEN, DONE, REFUSED = 0, 1, 2
POINTS = (0.25, 0.5, 0.25)
"""How likely the least, the likely and the most days are taken to be."""
NOW = -LATE
NO_ENDS: Mapping[str, Set[str]] = MappingProxyType({})
Ready = tuple[int, int]
"""(days from now, first day): when something is there, whichever is later."""


class No(NamedTuple):
    """What a refusal opens. paper: what it gives; of: steps, of which any may be refused; within: days in
    which the paper has to be used (None: no end); steps: those that wait for it, with what they need.
    """

    paper: str
    of: frozenset[str]
    within: int | None
    steps: frozenset[str]


Ends = Mapping[str, Set[str]]
"""By step those that nobody asks for any more once it was granted, or once it was refused."""


class State(NamedTuple):
    """Week, money in buckets, what became of each move (base 3), bits of the steps prepared, the place; the
    move that was refused just now, where it gives a paper that lapses (-1: none).
    """

    week: int
    money: int
    code: int
    made: int
    place: int
    fresh: int = -1


class Option(NamedTuple):
    """A move that can be made: what is prepared for it, where, for how much, and when that is there; the last
    day on which it may begin, and the most days from now.
    """

    move: int
    made: int
    place: int
    fee: int
    locked: int
    danger: int
    ready: Ready
    until: int
    within: int


class _Draft:
    """What one option takes, while it is put together."""

    def __init__(self, made: int, place: int) -> None:
        self.made, self.place, self.at = made, place, place
        self.fee = self.locked = self.danger = 0
        self.until = self.within = LATE
        self.busy: set[int] = set()

    def kept(self) -> tuple[int, int, int, int, int, int, int]:
        return self.made, self.place, self.fee, self.locked, self.danger, self.until, self.within

    def back(self, kept: tuple[int, int, int, int, int, int, int]) -> None:
        self.made, self.place, self.fee, self.locked, self.danger, self.until, self.within = kept


class Moves:
    """The moves of a problem. `allowed`: the steps that may be used (None: all); `money`: to spend; `noes`:
    what refusals open; `last`: steps that stand behind others that are as good; `ends`: what a yes ends;
    `shuts`: what a no ends.
    """

    def __init__(
        self,
        net: Net,
        allowed: set[int] | None,
        money: int,
        noes: Sequence[No] = (),
        last: Set[str] = frozenset(),
        ends: Ends = NO_ENDS,
        shuts: Ends = NO_ENDS,
    ) -> None:
        self.net, self.problem = net, net.problem
        problem = net.problem
        usable = {at for at in range(net.n) if net.twin[at] is None and (allowed is None or at in allowed)}
        relevant = self._relevant(usable)
        aside = {at for at in relevant if self._puts_aside(at)}
        self.aside = sum(net.income[at] for at in aside)
        elsewhere = {
            paper
            for at in relevant
            if net.place[at] in (TRANSIT, THERE) and net.moves[at] == ANY
            for paper in net.needs[at]
        }
        self.moves = [
            at
            for at in sorted(relevant)
            if problem.steps[at].refused
            or (net.windows[at] and at not in aside)
            or net.safe in net.yields[at]
            or (self._only_home(at) and elsewhere & set(net.yields[at]))
        ]
        self.preparations = relevant - set(self.moves)
        self.sure = {
            at
            for at in self.moves
            if not (problem.steps[at].refused or net.windows[at] or net.safe in net.yields[at])
        }
        self.makers = [
            sorted(
                (at for at in makers if at in self.preparations),
                key=lambda at: (-(-net.days[at] // WEEK), net.fee[at], net.ids[at]),
            )
            for makers in net.makers
        ]
        self.unknown = tuple(net.ids[at] for at in sorted(relevant) if problem.steps[at].refused is None)
        names = {net.ids[at]: position for position, at in enumerate(self.moves)}
        papers = {name: at for at, name in enumerate(net.papers)}
        # By paper the moves of which any may be refused, and within how many days it is to be used.
        self.noes = {
            papers[no.paper]: (
                sorted(names[step] for step in no.of if step in names),
                LATE if no.within is None else no.within,
            )
            for no in noes
            if no.paper in papers
        }
        self.over = [
            (became, names[step], {names[one] for one in over if one in names and one != step})
            for became, of in ((DONE, ends), (REFUSED, shuts))
            for step, over in of.items()
            if step in names
        ]
        self.last = {names[step] for step in last if step in names}
        self.lapsing = {of for refused, within in self.noes.values() if within < LATE for of in refused}
        self.power: list[int] = [3**position for position in range(len(self.moves))]
        self.weeks = problem.horizon // WEEK
        spare = money - problem.reserve
        self.start = State(0, spare // problem.buckets.money, 0, 0, HOME)
        self.begun = self._begun()
        self._options: dict[tuple[int, int, int, int], list[Option]] = {}

    @property
    def size(self) -> float:
        """How many moves there are, for what it costs to go through them: one that waits for a refusal counts
        half, for of it and what is refused before five things may have become and not nine.
        """
        waiting = sum(not self.noes.keys().isdisjoint(self._all_needs(at)) for at in self.moves)
        return len(self.moves) - waiting / 2

    def comes_last(self, option: Option) -> bool:
        """Whether a move stands behind others that are as good."""
        return option.move in self.last

    def _all_needs(self, at: int) -> set[int]:
        """The papers that a move needs, with those that go into what only preparations make."""
        found, queue = {*self.net.needs[at]}, [*self.net.needs[at]]
        while queue:
            for maker in self.makers[queue.pop()]:
                fresh = set(self.net.needs[maker]) - found
                found |= fresh
                queue += fresh
        return found

    def _only_home(self, at: int) -> bool:
        return self.net.place[at] == HOME and self.net.moves[at] == ANY

    def _puts_aside(self, at: int) -> bool:
        """Whether a step is only there to count what is put aside at home, from the first day on."""
        net, refused = self.net, self.problem.steps[at].refused
        at_home = net.income[at] > 0 and net.only_at[at] == HOME and net.after[at] == self.problem.month
        at_once = net.windows[at] == ((0, 0),) and not net.days[at]
        return at_home and at_once and not (refused or net.needs[at])

    def _relevant(self, usable: set[int]) -> set[int]:
        """Every step on some way to the paper of safety."""
        net = self.net
        found: set[int] = set()
        papers, queue = {net.safe, *net.in_hand}, [net.safe]
        while queue:
            for at in net.makers[queue.pop()]:
                if at in usable and at not in found:
                    found.add(at)
                    fresh = [paper for paper in net.needs[at] if paper not in papers]
                    papers.update(fresh)
                    queue += fresh
        return found

    def _begun(self) -> dict[int, int]:
        """The day on which what cannot be refused and waits for nothing that can is over, were it begun on
        day 0.
        """
        net = self.net
        had = dict.fromkeys(net.in_hand, 0)
        ends: dict[int, int] = {}
        changed = True
        while changed:
            changed = False
            for at in sorted(self.preparations | self.sure):
                here = net.moves[at] == ANY and net.place[at] in (ANY, HOME)
                if not here or any(paper not in had for paper in net.needs[at]):
                    continue
                end = max((had[paper] for paper in net.needs[at]), default=0) + net.days[at]
                if end < ends.get(at, LATE):
                    ends[at] = end
                    changed = True
                    for paper in net.yields[at]:
                        had[paper] = min(end, had.get(paper, LATE))
        return ends

    # ------------------------------------------------------------------ what can be done
    def became(self, code: int, position: int) -> int:
        """What became of a move."""
        return code // self.power[position] % 3

    def is_safe(self, code: int) -> bool:
        """Whether the paper of safety is there."""
        return self.net.safe in self.net.in_hand or any(
            self.became(code, position) == DONE and self.net.safe in self.net.yields[at]
            for position, at in enumerate(self.moves)
        )

    def options(self, state: State) -> list[Option]:
        """The moves that can be made now; none whose papers are all there."""
        key = (state.code, state.made, state.place, state.fresh)
        found = self._options.get(key)
        if found is None:
            found = self._options[key] = self._find(state)
        return found

    def refusals(self, state: State) -> Iterable[int]:
        """The papers that refusals have given and that have not lapsed."""
        for paper, (of, within) in self.noes.items():
            if (
                state.fresh in of
                if within < LATE
                else any(self.became(state.code, one) == REFUSED for one in of)
            ):
                yield paper

    def _find(self, state: State) -> list[Option]:
        net = self.net
        done = {
            paper
            for position, at in enumerate(self.moves)
            if self.became(state.code, position) == DONE
            for paper in net.yields[at]
        }
        done.update(self.refusals(state))
        prepared = {paper for at in self.preparations if state.made >> at & 1 for paper in net.yields[at]}
        ended = [of for became, step, of in self.over if self.became(state.code, step) == became]
        over = {one for of in ended for one in of}
        found = []
        for position, at in enumerate(self.moves):
            if position in over:
                continue
            if self.became(state.code, position) != OPEN or set(net.yields[at]) <= done | prepared:
                continue
            draft = _Draft(state.made, state.place)
            ready = self._ready(draft, at, done, prepared)
            if ready is None or (net.place[at] in (HOME, TRANSIT) and net.place[at] != draft.place):
                continue
            found.append(
                Option(
                    position,
                    draft.made,
                    draft.place,
                    draft.fee + net.fee[at],
                    draft.locked + self.problem.steps[at].locked,
                    draft.danger + net.danger[at],
                    ready,
                    draft.until,
                    draft.within,
                )
            )
        return found

    def _ready(self, draft: _Draft, at: int, done: set[int], prepared: set[int]) -> Ready | None:
        """When all that a step needs is there; None: it cannot be had from here."""
        net = self.net
        if net.moves[at] != ANY and net.moves[at] <= draft.at:
            return None
        wait, first = 0, 0
        for paper in net.needs[at]:
            ready = self._paper(draft, paper, done, prepared)
            if ready is None:
                return None
            wait, first = max(wait, ready[0]), max(first, ready[1])
        return wait, first

    def _paper(self, draft: _Draft, paper: int, done: set[int], prepared: set[int]) -> Ready | None:
        net = self.net
        if paper in net.in_hand:
            until = net.in_hand[paper]
            draft.until = min(draft.until, LATE if until is None else until)
            return NOW, 0
        if paper in done or paper in prepared:
            if paper in self.noes:
                draft.within = min(draft.within, self.noes[paper][1])
            return NOW, 0
        for at in self.makers[paper]:
            kept = draft.kept()
            ready = self._prepare(draft, at, done, prepared)
            if ready is not None:
                return ready
            draft.back(kept)
        return None

    def _prepare(self, draft: _Draft, at: int, done: set[int], prepared: set[int]) -> Ready | None:
        net = self.net
        if at in draft.busy or (self._only_home(at) and draft.at != HOME):
            return None
        draft.busy.add(at)
        ready = self._ready(draft, at, done, prepared)
        draft.busy.discard(at)
        if ready is None or (net.place[at] == TRANSIT and draft.at == THERE):
            return None
        if not draft.made >> at & 1:
            draft.made |= 1 << at
            draft.fee += net.fee[at]
            draft.locked += self.problem.steps[at].locked
            draft.danger += net.danger[at]
        draft.place = max(draft.place, net.moves[at])
        if at in self.begun:
            return NOW, self.begun[at]
        return ready[0] + net.days[at], ready[1] + net.days[at]

    # ------------------------------------------------------------------ what becomes of it
    def after(self, state: State, option: Option, point: int) -> tuple[State, State] | None:
        """Where a move of least, likely or most days ends: granted, refused. None: no time or no money."""
        net, problem = self.net, self.problem
        at = self.moves[option.move]
        end = self._end(state, option, problem.steps[at].days[point])
        if end >= LATE:
            return None
        weeks = -((state.week * WEEK - end) // WEEK)
        week = state.week + weeks
        monthly = max(net.cost_of.get(state.place, 0), net.cost_of.get(option.place, 0))
        cost = option.fee + option.locked - (-monthly * WEEK * weeks // problem.month)
        money = state.money - -(-cost // problem.buckets.money)
        if week > self.weeks or money < 0:
            return None
        if state.place == option.place == HOME and net.moves[at] == ANY:
            months = week * WEEK // problem.month - state.week * WEEK // problem.month
            money += self.aside * months // problem.buckets.money
        power = self.power[option.move]
        there = max(option.place, net.moves[at])
        return (
            State(week, money, state.code + DONE * power, option.made, there),
            State(
                week,
                money,
                state.code + REFUSED * power,
                option.made,
                option.place,
                option.move if option.move in self.lapsing else -1,
            ),
        )

    def refused(self, option: Option) -> float:
        """The share refused; nobody knows: taken as granted, and told."""
        return self.problem.steps[self.moves[option.move]].refused or 0.0

    def _end(self, state: State, option: Option, days: int) -> int:
        """The day on which a move that takes so many days is over; LATE: it cannot be begun any more."""
        at, now = self.moves[option.move], state.week * WEEK
        if at in self.begun:
            return max(now, self.begun[at] + days - self.net.days[at])
        start = self.net.opens(at, max(now + option.ready[0], option.ready[1]))
        return LATE if start > min(option.until, now + option.within) or start >= LATE else start + days

    def likely(self, state: State, option: Option) -> int:
        """Days from now until a move is answered, on likely days."""
        return self._end(state, option, self.net.days[self.moves[option.move]]) - state.week * WEEK
