"""The oracle of `lives`: the same lives played by simpy, from the published records alone.

It shares with the engine what `Rules` says in words and the stream of draws (seed, step, try), nothing else:
every step is a process of its own that waits for papers, people, windows and for the right to leave.
"""

from __future__ import annotations

import math
import random
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import msgspec
import simpy

from vyrai.reach.lives import Rules
from vyrai.reach.problem import Plan, Problem, Step

FIRST_ASK = 10
"""simpy handles what happened on a day (0, 1) before anybody asks for something (10 + place in the plan)."""


class Dice:
    """The draws as documented, made again."""

    def __init__(self, seed: int, lives: int) -> None:
        self.seed, self.lives = seed, lives
        self.known: dict[tuple[str, int], list[tuple[int, bool]]] = {}

    def draw(self, step: Step, turn: int, life: int) -> tuple[int, bool]:
        key = (step.id, turn)
        if key not in self.known:
            days = random.Random(f"{self.seed}/{step.id}/{turn}/days")
            fate = random.Random(f"{self.seed}/{step.id}/{turn}/refused")
            self.known[key] = [
                (self.days(step, days.random()), fate.random() < (step.refused or 0))
                for _ in range(self.lives)
            ]
        return self.known[key][life]

    @staticmethod
    def days(step: Step, u: float) -> int:
        a, m, b = step.days
        if a == b:
            return a
        if u < (m - a) / (b - a):
            return math.floor(a + math.sqrt(u * ((b - a) * (m - a))) + 0.5)
        return math.floor(b - math.sqrt((1 - u) * ((b - a) * (b - m))) + 0.5)


@dataclass
class Cast:
    """What makes one slot's papers: a step, and the slots it waits for."""

    step: Step
    waits: list[int]


@dataclass
class Slot:
    casts: list[Cast | None]
    start: int
    until: int | None = None  # of a paper in hand
    users: list[int] = field(default_factory=list)


class Script:
    """A plan as slots: its steps, then the papers in hand that lapse."""

    def __init__(self, problem: Problem, plan: Plan, rules: Rules) -> None:
        self.problem, self.rules = problem, rules
        self.by_id = {step.id: step for step in problem.steps}
        self.steps = [self.by_id[one.step] for one in plan.steps]
        self.home = problem.places[0].id
        self.far = problem.places[-1].id if len(problem.places) > 1 else None
        self.mid = problem.places[1].id if len(problem.places) > 2 else None
        self.mover: dict[str | None, int] = {
            step.moves_to: at for at, step in enumerate(self.steps) if step.moves_to
        }
        self.leaver = next((self.mover[to] for to in (self.mid, self.far) if to in self.mover), None)
        self.lapsing = {
            held.paper: len(self.steps) + at
            for at, held in enumerate(h for h in problem.has if h.until is not None)
        }
        place_in_plan = {step.id: at for at, step in enumerate(self.steps)}
        waits: list[list[int]] = [[] for _ in self.steps]
        self.wanted: list[set[str]] = [set() for _ in self.steps]
        for use in plan.uses:
            user = place_in_plan[use.step]
            if use.made_by is not None:
                waits[user].append(place_in_plan[use.made_by])
                self.wanted[place_in_plan[use.made_by]].add(use.paper)
            elif use.paper in self.lapsing:
                waits[user].append(self.lapsing[use.paper])
        for at, step in enumerate(self.steps):
            waits[at] += self.being_there(step) or []
            self.wanted[at] |= set(step.yields) & set(problem.goals)
        self.waits = [sorted(set(one)) for one in waits]
        self.slots = [
            Slot([Cast(step, self.waits[at])], plan.steps[at].start if rules.keep_dates else 0)
            for at, step in enumerate(self.steps)
        ]
        self.slots += [Slot([None], 0, held.until) for held in problem.has if held.until is not None]
        if rules.fallbacks:
            for at, slot in enumerate(self.slots):
                slot.casts += self.understudies(at)

    def being_there(self, step: Step) -> list[int] | None:
        if step.moves_to is not None:
            return [self.mover[self.mid]] if step.moves_to == self.far and self.mid in self.mover else []
        if step.place is None or step.place == self.home:
            return []
        return [self.mover[step.place]] if step.place in self.mover else None

    def later(self, slot: int) -> set[int]:
        """All that waits for a slot; the slot's own place does not count, for it is left empty."""

        def after(at: int, placed: bool) -> set[int]:
            found = {user for user in range(len(self.steps)) if at in self.waits[user]}
            if placed and at < len(self.steps) and self.steps[at].moves_to is None:
                if self.steps[at].place == self.home and self.leaver is not None:
                    found.add(self.leaver)
                if self.mid and self.steps[at].place == self.mid and self.far in self.mover:
                    found.add(self.mover[self.far])
            return found

        seen: set[int] = set()
        fresh = after(slot, False)
        while fresh:
            seen |= fresh
            fresh = {user for at in fresh for user in after(at, True)} - seen
        return seen

    def understudies(self, slot: int) -> list[Cast]:
        mine = self.steps[slot] if slot < len(self.steps) else None
        if mine is not None:
            wanted = self.wanted[slot] or set(mine.yields)
        else:
            wanted = {paper for paper, at in self.lapsing.items() if at == slot}
        barred = self.later(slot) | {slot}
        lists: list[Cast] = []
        for step in self.problem.steps:
            if step in self.steps or step.moves_to != (mine.moves_to if mine else None):
                continue
            if not wanted <= set(step.yields) or (mine and self.copy(step, mine)):
                continue
            waits = self.what_it_has(step, barred)
            if waits is None or set(waits) & barred:
                continue
            at_home = step.place == self.home and not step.moves_to
            if at_home and self.leaver is not None and set(waits) & (self.later(self.leaver) | {self.leaver}):
                continue
            lists.append(Cast(step, sorted(set(waits))))
        return sorted(lists, key=lambda cast: (cast.step.days[1], cast.step.fee, cast.step.id))

    def what_it_has(self, step: Step, barred: set[int]) -> list[int] | None:
        waits = self.being_there(step)
        if waits is None:
            return None
        waits = list(waits)
        for paper in step.needs:
            if paper in self.lapsing:
                waits.append(self.lapsing[paper])
            elif not any(held.paper == paper for held in self.problem.has):
                makers = [at for at, one in enumerate(self.steps) if paper in one.yields and at not in barred]
                if not makers:
                    return None
                waits.append(min(makers, key=lambda at: (self.slots[at].start, at)))
        return waits

    @staticmethod
    def copy(one: Step, other: Step) -> bool:
        plain = [msgspec.structs.replace(step, id="", facts=()) for step in (one, other)]
        return plain[0] == plain[1]


@dataclass
class Outcome:
    safe: int
    work: int
    left: list[int]
    expired: bool
    failed: bool


class Life:
    """One life: a process for every slot, a record of what happened, the money summed up at the end."""

    def __init__(self, script: Script, dice: Dice, life: int) -> None:
        self.script, self.dice, self.life = script, dice, life
        self.problem, self.rules = script.problem, script.rules
        self.env = simpy.Environment()
        size = len(script.slots)
        self.cast = [0] * size
        self.got: list[int | None] = [None] * size  # the day of the first time
        self.expires: list[float] = [math.inf] * size
        self.turn = [0] * size
        self.remade = [0] * size
        self.dead = [False] * size
        self.making = [False] * size
        self.holding: list[str | None] = [None] * size
        self.news = [self.env.event() for _ in range(size)]  # of a slot: made, or never
        self.moved = self.env.event()  # nothing holds the family for now: movers look again
        self.gone: set[str] = set()
        self.busy = dict.fromkeys(self.problem.people, 0)
        self.paid: list[tuple[int, int]] = []
        self.gains: list[tuple[int, int]] = []
        self.incomes: list[tuple[int, Step]] = []
        self.left = self.arrived = math.inf
        self.expired = False

    def run(self) -> Outcome:
        for at, slot in enumerate(self.script.slots):
            if slot.until is not None:
                self.got[at], self.expires[at] = 0, slot.until
            else:
                self.hold(at, slot.casts[0])
        for at, slot in enumerate(self.script.slots):
            if slot.until is None:
                self.env.process(self.make(at))
        self.env.run(until=self.problem.horizon + 0.5)
        return self.sum_up()

    # -- waiting
    def ask(self, at: int, day: int) -> simpy.Event:
        """The slot's turn on a day: after all that happens on it, in the order of the plan."""
        event = self.env.event()
        event._ok, event._value = True, None
        self.env.schedule(event, priority=FIRST_ASK + at, delay=day - self.env.now)  # type: ignore[arg-type]
        return event

    def tell(self, at: int) -> None:
        news, self.news[at] = self.news[at], self.env.event()
        news.succeed()

    def hold(self, at: int, cast: Cast | None) -> None:
        held = cast.step.place if cast and not cast.step.moves_to else None
        if held is not None and held in (self.script.home, self.script.mid) and held not in self.gone:
            self.holding[at] = held

    def release(self, at: int) -> None:
        if self.holding[at]:
            self.holding[at] = None
            moved, self.moved = self.moved, self.env.event()
            moved.succeed()

    # -- doing
    def make(self, at: int, again: bool = False) -> Generator[simpy.Event, Any, None]:
        """Make a slot's papers, by the first cast that can; `again`: the one that made them before first."""
        casts = self.script.slots[at].casts
        self.making[at] = True
        while True:
            cast = casts[self.cast[at]]
            assert cast is not None
            granted = yield from self.play(at, cast, again)
            if granted:
                break
            again = False
            if not self.next_cast(at):
                return
        self.making[at] = False
        self.tell(at)

    def next_cast(self, at: int) -> bool:
        """Turn to the next who can still make the papers of a slot; nobody: it is dead, and that is told."""
        casts = self.script.slots[at].casts
        self.release(at)
        self.turn[at] = 0
        for position in range(self.cast[at] + 1, len(casts)):
            cast = casts[position]
            assert cast is not None
            if cast.step.place not in self.gone and not any(self.dead[need] for need in cast.waits):
                self.cast[at] = position
                self.hold(at, cast)
                return True
        self.cast[at] = len(casts)
        self.dead[at], self.making[at] = True, False
        self.tell(at)
        return False

    def play(self, at: int, cast: Cast, again: bool) -> Generator[simpy.Event, Any, bool]:
        if not again:
            while pending := [need for need in cast.waits if self.got[need] is None]:
                if any(self.dead[need] for need in pending):
                    return False
                yield simpy.AnyOf(self.env, [self.news[need] for need in pending])
        day = int(self.env.now)
        if not self.cast[at] and not again:
            day = max(day, self.script.slots[at].start)
        refused = 0
        while True:
            yield self.ask(at, day)
            day = int(self.env.now)
            if refused == self.rules.tries:
                return False
            if not cast.step.moves_to and cast.step.place in self.gone:
                return False
            if cast.step.moves_to:
                here = self.script.home if at == self.script.leaver else self.script.mid
                if here in self.holding:
                    while here in self.holding:
                        yield self.moved
                    day = int(self.env.now)
                    continue
            start = self.possible(cast.step, day)
            if start is None:
                return False
            if start > day:
                day = start
                continue
            late = [need for need in cast.waits if self.expires[need] < day]
            if late:
                if not (yield from self.renew(late)):
                    return False
                day = int(self.env.now)
                continue
            days, no = self.dice.draw(cast.step, self.turn[at], self.life)
            self.turn[at] += 1
            self.begin(at, cast.step, day, no)
            if no:
                refused += 1
                day += days + (self.rules.wait if refused < self.rules.tries else 0)
                continue
            yield self.env.timeout(days)
            self.finish(at, cast.step)
            return True

    def possible(self, step: Step, day: int) -> int | None:
        for person in step.attends.who if step.attends else ():
            day = max(day, self.busy[person])
        if step.windows:
            open_days = [max(day, first) for first, last in step.windows if last >= day]
            return min(open_days) if open_days else None
        return day

    def renew(self, late: list[int]) -> Generator[simpy.Event, Any, bool]:
        """Have lapsed papers made again and wait for them; False: one of them cannot be."""
        self.expired = True
        if any(self.dead[need] for need in late):
            return False
        for need in late:
            if self.making[need]:
                continue
            cast = self.script.slots[need].casts[self.cast[need]]
            again = cast is not None and self.remade[need] < self.rules.remakes
            if again:
                self.remade[need] += 1
                self.hold(need, cast)
            elif not self.next_cast(need):
                return False
            self.making[need] = True
            self.env.process(self.make(need, again))
        while pending := [need for need in late if self.making[need]]:
            yield simpy.AnyOf(self.env, [self.news[need] for need in pending])
            if any(self.dead[need] for need in late):
                return False
        return True

    def begin(self, at: int, step: Step, day: int, refused: bool) -> None:
        for person in step.attends.who if step.attends else ():
            assert step.attends
            self.busy[person] = day + step.attends.days
        self.paid.append((day, step.fee))
        if refused:
            return
        if self.got[at] is None:
            self.paid.append((day, step.locked))
        if step.moves_to:
            if at == self.script.leaver:
                self.left = day
                self.gone.add(self.script.home)
            if step.moves_to == self.script.far:
                self.gone |= {self.script.mid} if self.script.mid else set()
        elif self.holding[at] and not step.refused:
            self.env.process(self.release_later(at, step))

    def release_later(self, at: int, step: Step) -> Generator[simpy.Event, Any, None]:
        yield self.env.timeout(step.attends.days if step.attends else 0)
        self.release(at)

    def finish(self, at: int, step: Step) -> None:
        day = int(self.env.now)
        if self.got[at] is None:
            self.got[at] = day
            if step.income:
                self.incomes.append((day + step.income.after, step))
        self.expires[at] = math.inf if step.valid is None else day + step.valid
        if step.moves_to == self.script.far and step.moves_to:
            self.arrived = day
        if step.refused:
            self.release(at)
        self.gains.append((day, step.gain))

    def sum_up(self) -> Outcome:
        problem, script = self.problem, self.script
        costs = [place.monthly for place in problem.places]
        lefts = []
        left = problem.savings
        times: dict[str, int] = {}
        for k in range(math.ceil(problem.horizon / problem.month)):
            day = k * problem.month
            home, there = self.left > day, self.arrived <= day
            left -= costs[0] if home else costs[-1] if there else costs[1] if script.mid else 0
            left -= sum(fee for paid, fee in self.paid if paid // problem.month == k)
            left += sum(gain for got, gain in self.gains if got // problem.month == k - 1)
            for since, step in self.incomes:
                assert step.income
                at = step.income.only_at
                spent = step.income.months is not None and times.get(step.id, 0) >= step.income.months
                if since <= day and not spent and (at is None or (home if at == script.home else there)):
                    left += step.income.monthly
                    times[step.id] = times.get(step.id, 0) + 1
            lefts.append(left)
        goals = [[at for at, one in enumerate(script.steps) if goal in one.yields] for goal in problem.goals]
        if script.far:
            goals.append([script.mover[script.far]])
        safe = next((at for at, one in enumerate(script.steps) if problem.safe in one.yields), None)
        firsts = [at[0] for at in goals if at and at[0] != safe]
        work = next((at for at in firsts if script.steps[at].income and not script.steps[at].locked), None)

        def day_of(at: int | None) -> int:
            return -1 if at is None or self.got[at] is None else self.got[at]  # type: ignore[return-value]

        return Outcome(
            safe=0 if safe is None else day_of(safe),
            work=day_of(work),
            left=lefts,
            expired=self.expired,
            failed=any(day_of(at[0]) < 0 for at in goals if at),
        )


def play(problem: Problem, plan: Plan, lives: int, seed: int, rules: Rules) -> list[Outcome]:
    script, dice = Script(problem, plan, rules), Dice(seed, lives)
    return [Life(script, dice, life).run() for life in range(lives)]
