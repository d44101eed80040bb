"""One life of a plan, played from event to event.

A step is asked for when all that it waits for is there, not before its planned day, and starts when everybody
who must attend is free; of two that wait, the one that stands first in the plan goes first. Days are whole,
so nothing here is rounded. The loop in `play` is written out at length because it is run ten thousand times
for each plan. A life that has met the same luck so far as the one before goes on from there.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import accumulate
from typing import Any, NamedTuple

from vyrai.reach._luck import Luck
from vyrai.reach._net import ANY, HOME, THERE, TRANSIT
from vyrai.reach._stage import FAR, Act, Stage

NOBODY = -1


class Played(NamedTuple):
    """Day of safety and of the first work (-1: not by the horizon), money left month by month, what went
    wrong.
    """

    safe: int
    work: int
    left: list[int]
    expired: bool
    failed: bool
    chain: int
    """Bits of the slots on the longest chain to safety."""


_as_played = tuple.__new__
"""Ten thousand times a plan: a NamedTuple is made by a function in Python, three times as slow."""


class State(NamedTuple):
    """How things stand in the middle of a life."""

    lists: tuple[list[Any], ...]
    """What `play` unpacks, in its order."""
    waiters: dict[int, list[tuple[int, Act]]]
    making: int
    dead: int
    expired: bool
    turned: bool
    leave: int
    arrive: int


class Player:
    """Plays the lives of one stage."""

    def __init__(self, stage: Stage, luck: Luck, tries: int, wait: int, remakes: int) -> None:
        self.stage, self.luck = stage, luck
        self.tries, self.wait, self.remakes = tries, wait, remakes
        problem, size = stage.problem, stage.size
        self.size = size
        self.horizon, self.month = problem.horizon, problem.month
        self.months = -(-problem.horizon // problem.month)
        hands = set(stage.until)
        self.first_acts = [None if slot in hands else acts[0] for slot, acts in enumerate(stage.acts)]
        self.first_missing = [
            len([need for need in stage.needs[slot] if need not in hands]) for slot in range(size)
        ]
        self.first_heap = [
            stage.planned[slot] * size + slot
            for slot in range(size)
            if slot not in hands and not self.first_missing[slot]
        ]
        heapify(self.first_heap)
        self.first_end = [0 if slot in hands else NOBODY for slot in range(size)]
        self.first_expires = [stage.until.get(slot, FAR) for slot in range(size)]
        self.first_option = [-1 if slot in hands else 0 for slot in range(size)]
        self.first_held = [self._holds(act) for act in self.first_acts]
        cost = stage.net.cost_of
        self.home = cost[HOME]
        self.transit, self.there = cost.get(TRANSIT, 0), cost.get(THERE, 0)
        self.fallen_back: set[int] = set()
        """Steps outside the plan that some life turned to."""
        self.lapsed: set[int] = set()
        """Slots whose papers lapsed in some life before they were used."""
        self.tables: list[list[tuple[list[int], bool]]] = [[] for _ in problem.steps]
        """Of each step the draws of each try, and whether lives differ in them."""
        self.trail: list[tuple[list[int], int, State]] = []
        """The draws that the last life met where others differ, its days, and how things stood before."""
        self.keeps = True
        """Whether how things stand is kept; where lives differ early it is dearer than to begin anew."""
        self.first = self._first()
        self.last: Played
        """What became of the life before."""

    @property
    def tried_again(self) -> bool:
        """Whether the last life asked for something a second time, or turned to a step outside the plan."""
        return self.turned or max(self.turn, default=0) > 1

    @staticmethod
    def _holds(act: Act | None) -> int:
        return act.place if act is not None and act.place in (HOME, TRANSIT) else ANY

    def _first(self) -> State:
        """How things stand before the first event."""
        size, savings, people = self.size, self.stage.problem.savings, len(self.stage.problem.people)
        flow = [0] * (self.months + 2)
        flow[0], flow[1] = savings - self.home, -savings
        lists: tuple[list[Any], ...] = (
            self.first_heap,
            self.first_acts,
            self.first_missing,
            self.stage.planned[:],
            self.first_end,
            self.first_end,
            self.first_expires,
            self.first_held,
            [NOBODY] * size,
            [0] * size,
            [0] * size,
            self.first_option,
            [0] * size,
            [self.first_held.count(place) for place in (HOME, TRANSIT)],
            [0, 0],
            [NOBODY, NOBODY],
            [NOBODY, NOBODY],
            [False] * 4,
            [0] * people,
            [NOBODY] * people,
            flow,
            [],
        )
        return State(lists, {}, 0, 0, False, False, FAR, FAR)

    def _since(self, life: int) -> State | None:
        """How things stood before a life differs from the one before, where that is known. None: nowhere."""
        for at, (draws, days, state) in enumerate(self.trail):
            if draws[life] != days:
                del self.trail[at:]
                return state
        return None if self.trail else self.first

    # ------------------------------------------------------------------ the life
    def play(self, life: int) -> Played:  # noqa: C901 -- one loop, run ten thousand times a plan
        """What becomes of the plan with the luck of this life."""
        size, horizon, month, months = self.size, self.horizon, self.month, self.months
        tables, trail, users = self.tables, self.trail, self.stage.users
        state = self._since(life)
        if state is None:
            return self.last
        kept = state if state is not self.first else None
        lists, waiters, self.making, self.dead, self.expired, self.turned, leave, arrive = state
        now = [one[:] for one in lists]
        heap, acts, missing, ready, end, got, expires, held, cause, turn, refusals = now[:11]
        self.option, self.remade, still, over, by, parked, gone, free, holder, flow, incomes = now[11:]
        self.heap, self.acts, self.missing, self.ready, self.end, self.got = now[:6]
        self.expires, self.held, self.cause, self.turn, self.refusals = now[6:11]
        self.still, self.over, self.by, self.parked, self.gone = still, over, by, parked, gone
        self.waiters = {need: [*waiting] for need, waiting in waiters.items()} if waiters else {}
        while heap:
            day, slot = divmod(heappop(heap), size)
            if day > horizon:
                break
            act = acts[slot]
            assert act is not None
            step, at, _, fragile, place, gate, who, attends, fee, certain, windows, effects = act
            if refusals[slot] == self.tries:
                self._give_up(slot, day)
                continue
            # Where, and who is free: it is asked for again on the day on which it could start.
            start = day
            if gate >= 0:
                if still[gate]:
                    parked[gate] = slot
                    continue
                if over[gate] >= ready[slot] and not turn[slot]:
                    cause[slot] = by[gate]
                if over[gate] > start:
                    start = over[gate]
            elif gone[place]:
                self._give_up(slot, day)
                continue
            for person in who:
                if free[person] > start:
                    start = free[person]
                    if not turn[slot]:
                        cause[slot] = holder[person]
            if windows:
                start = self.stage.net.opens(at, start)
            if start >= FAR:
                self._give_up(slot, day)  # No window is left.
                continue
            if start > day:
                heappush(heap, start * size + slot)
                continue
            if fragile:
                late = False
                for need in fragile:
                    if expires[need] < day or end[need] > day:
                        late = True
                if late:
                    self._make_again(slot, act, day)
                    continue
            # It starts.
            tries = tables[at]
            if turn[slot] >= len(tries):
                tries.append(self.luck.met(step, len(tries)))
            draws, differ = tries[turn[slot]]
            days = draws[life]
            if differ and self.keeps:
                if kept is None:
                    lists = tuple([one[:] for one in now])
                    heappush(lists[0], day * size + slot)
                    waiters = {need: [*waiting] for need, waiting in self.waiters.items()}
                    marks = self.making, self.dead, self.expired, self.turned
                    kept = State(lists, waiters, *marks, leave, arrive)
                trail.append((draws, days, kept))
                kept = None
            turn[slot] += 1
            for person in who:
                free[person] = day + attends
                holder[person] = slot
            if fee:
                due = day // month
                flow[due] -= fee
                flow[due + 1] += fee
            if days < 0:
                refusals[slot] += 1
                asked = day + ~days
                if refusals[slot] < self.tries:
                    asked += self.wait
                heappush(heap, asked * size + slot)
                continue
            done = day + days
            moves, gain, locked, income, valid = effects
            end[slot] = done
            first = got[slot] < 0
            expires[slot] = done + valid
            if held[slot] >= 0:
                self._settle(slot, day + attends if certain else done, day)
            if gate >= 0:
                if gate == HOME:
                    leave = day
                    gone[HOME] = True
                if moves == THERE:
                    arrive = done
                    gone[TRANSIT] = True
            if gain:
                due = done // month + 1
                if due < months:
                    flow[due] += gain
                    flow[due + 1] -= gain
            if first:
                got[slot] = done
                if locked:
                    due = day // month
                    flow[due] -= locked
                    flow[due + 1] += locked
                if income:
                    net = self.stage.net
                    since = done + income.after
                    incomes.append((since, income.monthly, net.only_at[at], net.months[at]))
                planned = self.first_acts
                for user in users[slot]:
                    if acts[user] is planned[user]:
                        if done >= ready[user]:
                            ready[user] = done
                            cause[user] = slot
                        missing[user] -= 1
                        if not missing[user]:
                            heappush(heap, ready[user] * size + user)
            if slot in self.waiters:
                self._tell(slot, done)
        self.last = self._sum_up(flow, leave, arrive, incomes)
        return self.last

    def _sum_up(
        self, flow: list[int], leave: int, arrive: int, incomes: list[tuple[int, int, int, int]]
    ) -> Played:
        stage, month, months, got = self.stage, self.month, self.months, self.got
        horizon = self.horizon
        left_in = min(-(-leave // month), months)
        there_in = min(-(-arrive // month), months)
        flow[left_in] += self.home - self.transit
        flow[there_in] += self.transit - self.there
        for since, monthly, only, times in incomes:
            first = min(-(-since // month), months)
            if only == THERE and there_in > first:
                first = there_in
            flow[first] += monthly
            flow[max(first, min(first + times, left_in if only == HOME else months))] -= monthly
        left = list(accumulate(accumulate(flow[:months])))
        safe = got[stage.safe] if stage.safe >= 0 else 0
        work = got[stage.work] if stage.work >= 0 else NOBODY
        failed = False
        for goal in stage.goals:
            if not 0 <= got[goal] <= horizon:
                failed = True
        chain = 0
        if 0 <= safe <= horizon:
            slot = stage.safe
            while slot >= 0 and not chain >> slot & 1:
                chain |= 1 << slot
                slot = self.cause[slot]
        safe = safe if safe <= horizon else NOBODY
        work = work if work <= horizon else NOBODY
        return _as_played(Played, (safe, work, left, self.expired, failed, chain))

    # ------------------------------------------------------------------ what goes wrong
    def _settle(self, slot: int, over: int, today: int) -> None:
        """Nothing of this slot holds the family where it is after `over`."""
        place = self.held[slot]
        self.held[slot] = ANY
        self.still[place] -= 1
        if over > self.over[place]:
            self.over[place] = over
            self.by[place] = slot
        mover = self.parked[place]
        if mover >= 0 and not self.still[place]:
            self.parked[place] = NOBODY
            heappush(self.heap, max(today, self.over[place]) * self.size + mover)

    def _give_up(self, slot: int, day: int) -> None:
        """It will not be granted, or cannot be done any more: the next way to the same papers, if any."""
        if self.held[slot] >= 0:
            self._settle(slot, day, day)
        acts = self.stage.acts[slot]
        self.option[slot] += 1
        while self.option[slot] < len(acts):
            act = acts[self.option[slot]]
            if not self.gone[act.place] and not any(self.dead >> need & 1 for need in act.needs):
                self._turn_to(slot, act, day)
                return
            self.option[slot] += 1
        self._die(slot, day)

    def _turn_to(self, slot: int, act: Act, day: int) -> None:
        self.acts[slot] = act
        self.turned = True
        self.fallen_back.add(act.at)
        self.turn[slot] = self.refusals[slot] = 0
        self._hold(slot, act)
        self.ready[slot] = day
        missing = 0
        for need in act.needs:
            if self.end[need] < 0:
                missing += 1
                self.waiters.setdefault(need, []).append((slot, act))
            elif self.end[need] > self.ready[slot]:
                self.ready[slot] = self.end[need]
                self.cause[slot] = need
        self.missing[slot] = missing
        if not missing:
            heappush(self.heap, self.ready[slot] * self.size + slot)

    def _die(self, slot: int, day: int) -> None:
        """No way is left to the papers of a slot: whoever waits for them must find another."""
        self.dead |= 1 << slot
        self.acts[slot] = None
        self.making &= ~(1 << slot)
        waiting = self.waiters.pop(slot, [])
        if self.end[slot] < 0:
            planned = self.first_acts
            waiting = waiting + [(user, act) for user in self.stage.users[slot] if (act := planned[user])]
        for user, act in waiting:
            if self.acts[user] is act:
                self._give_up(user, day)

    def _make_again(self, slot: int, act: Act, day: int) -> None:
        """Papers lapsed before they were used: they are made again, by whoever can, while this slot waits."""
        self.ready[slot] = day
        lapsed = []
        for need in act.fragile:
            if self.end[need] > day:  # Somebody has asked for it already, and it will be granted.
                self.ready[slot] = max(self.ready[slot], self.end[need])
                self.cause[slot] = need
            elif self.expires[need] < day:
                lapsed.append(need)
        self.lapsed.update(lapsed)
        if any(self.dead >> need & 1 for need in lapsed):
            self.expired = True
            self._give_up(slot, day)
            return
        self.missing[slot] = len(lapsed)
        for need in lapsed:
            self.waiters.setdefault(need, []).append((slot, act))
        for need in lapsed:
            if self.acts[slot] is act and not self.making >> need & 1:
                self._again(need, slot, day)
        if not lapsed:
            heappush(self.heap, self.ready[slot] * self.size + slot)

    def _again(self, slot: int, user: int, day: int) -> None:
        self.expired = True
        self.making |= 1 << slot
        self.cause[slot] = self.cause[user]
        act = self.acts[slot]
        if act is None or self.remade[slot] == self.remakes:
            self._give_up(slot, day)
            return
        self.remade[slot] += 1
        self.refusals[slot] = 0
        self.ready[slot] = day
        self._hold(slot, act)
        heappush(self.heap, day * self.size + slot)

    def _hold(self, slot: int, act: Act) -> None:
        """What is to be done in a place that the family has not left yet keeps it there."""
        if act.place in (HOME, TRANSIT) and not self.gone[act.place]:
            self.held[slot] = act.place
            self.still[act.place] += 1

    def _tell(self, slot: int, done: int) -> None:
        """Those who waited for a paper that was made again, or otherwise."""
        self.making &= ~(1 << slot)
        for user, act in self.waiters.pop(slot):
            if self.acts[user] is not act:
                continue
            if done >= self.ready[user]:
                self.ready[user] = done
                self.cause[user] = slot
            self.missing[user] -= 1
            if not self.missing[user]:
                heappush(self.heap, self.ready[user] * self.size + user)
