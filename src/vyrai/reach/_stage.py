"""What lives of one plan are played on: its steps as slots, who may fill them, what each waits for.

A slot is a step of the plan, or a paper in hand that may lapse. Its acts are that step, then the other steps
of the problem that make the same papers from what the plan has: the fallbacks, the quickest first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.reach._net import ANY, HOME, THERE, TRANSIT, Net
from vyrai.reach.problem import Income, Plan, Problem, Step

FAR = 10**9


class Act(NamedTuple):
    """A step that fills a slot. `needs`: the slots it waits for; `fragile`: those of them that may lapse."""

    step: Step
    at: int
    needs: tuple[int, ...]
    fragile: tuple[int, ...]
    place: int
    gate: int
    who: tuple[int, ...]
    attends: int
    fee: int
    certain: bool
    """It cannot be refused, or nobody knows: leaving need not wait for the answer."""
    windows: bool
    effects: tuple[int, int, int, Income | None, int]
    """Where it takes the family, gain, what it locks, income, days for which its papers are valid."""


class Stage:
    """One plan of one problem, made ready."""

    def __init__(self, problem: Problem, plan: Plan, keep_dates: bool, fallbacks: bool) -> None:
        self.problem, self.net = problem, Net(problem)
        net = self.net
        index = {step.id: at for at, step in enumerate(problem.steps)}
        self.steps = [index[placed.step] for placed in plan.steps]
        self.slot = {step: position for position, step in enumerate(self.steps)}
        self.planned = [placed.start if keep_dates else 0 for placed in plan.steps]
        self.until: dict[int, int] = {}
        self.hands: dict[int, int] = {}
        """Slot of a paper in hand that may lapse."""
        for paper, until in net.in_hand.items():
            if until is not None:
                self.hands[paper] = len(self.planned)
                self.until[len(self.planned)] = until
                self.planned.append(0)
        self.size = len(self.planned)
        self.transit = self._mover(TRANSIT)
        self.there = self._mover(THERE)
        self.leave = self.there if self.transit < 0 else self.transit
        self._uses(plan)
        fragile = {slot for slot, step in enumerate(self.steps) if net.valid[step] is not None} | set(
            self.until
        )
        others = [self._others(slot) if fallbacks else [] for slot in range(self.size)]
        fragile |= {
            slot for slot, found in enumerate(others) if any(net.valid[at] is not None for at, _ in found)
        }
        self.acts: list[list[Act]] = []
        for slot in range(self.size):
            ways = [(self.steps[slot], self.needs[slot])] if slot < len(self.steps) else []
            self.acts.append([self._act(at, needs, fragile) for at, needs in [*ways, *others[slot]]])
        self.users = [
            [user for user in range(self.size) if slot in self.needs[user]] for slot in range(self.size)
        ]
        self.safe = self._maker(net.safe)
        goals = [self._maker(goal) for goal in net.goals]
        self.goals = [slot for slot in dict.fromkeys(goals) if slot >= 0]
        # A safe place may pay for living too, and money that comes back is the family's own: neither is work.
        makers = [(slot, problem.steps[self.steps[slot]]) for slot in self.goals if slot != self.safe]
        self.work = next((slot for slot, step in makers if step.income and not step.locked), -1)

    def papers(self, slots: Iterable[int]) -> tuple[str, ...]:
        """The papers that these slots stand for, as far as the plan uses them."""
        held = {slot: paper for paper, slot in self.hands.items()}
        found = {paper for slot in slots for paper in ({held[slot]} if slot in held else self.wanted[slot])}
        return tuple(self.net.papers[paper] for paper in sorted(found))

    def _mover(self, place: int) -> int:
        return next((slot for slot, step in enumerate(self.steps) if self.net.moves[step] == place), -1)

    def _maker(self, paper: int) -> int:
        return next((slot for slot, step in enumerate(self.steps) if paper in self.net.yields[step]), -1)

    def _uses(self, plan: Plan) -> None:
        """Which slots each slot waits for, and which of its papers are used."""
        net = self.net
        papers = {name: at for at, name in enumerate(net.papers)}
        ids = {net.ids[step]: slot for slot, step in enumerate(self.steps)}
        self.wanted: list[set[int]] = [set(net.yields[step]) & set(net.goals) for step in self.steps]
        needs: list[dict[int, None]] = [{} for _ in range(self.size)]
        for use in plan.uses:
            paper = papers[use.paper]
            maker = self.hands.get(paper, -1) if use.made_by is None else ids[use.made_by]
            if maker >= 0:
                needs[ids[use.step]][maker] = None
            if use.made_by is not None:
                self.wanted[maker].add(paper)
        for slot, step in enumerate(self.steps):
            needs[slot].update(dict.fromkeys(self._presence(step)))
        self.needs = [tuple(found) for found in needs]
        # What an act of a slot may not wait for: all that waits for the slot.
        after: list[set[int]] = [
            {user for user in range(self.size) if slot in needs[user]} for slot in range(self.size)
        ]
        direct = [set(found) for found in after]
        for slot, step in enumerate(self.steps):
            place = net.place[step] if net.moves[step] == ANY else ANY
            if place == HOME and self.leave >= 0:
                direct[slot].add(self.leave)
            elif place == TRANSIT and self.there >= 0:
                direct[slot].add(self.there)
        self.after = [self._closure(found, direct) for found in after]

    def _presence(self, step: int) -> list[int]:
        """The moves that bring the family to where a step is done."""
        net = self.net
        if net.moves[step] != ANY:
            return [self.transit] if net.moves[step] == THERE and self.transit >= 0 else []
        mover = {TRANSIT: self.transit, THERE: self.there}.get(net.place[step])
        return [] if mover is None else [mover]

    @staticmethod
    def _closure(first: set[int], direct: list[set[int]]) -> set[int]:
        seen, queue = set(first), list(first)
        while queue:
            for user in direct[queue.pop()] - seen:
                seen.add(user)
                queue.append(user)
        return seen

    def _others(self, slot: int) -> list[tuple[int, tuple[int, ...]]]:
        """Other steps that make what is wanted of a slot, with what each waits for; the quickest first."""
        net, steps = self.net, self.problem.steps
        if slot < len(self.steps):
            mine = self.steps[slot]
            wanted = self.wanted[slot] or set(net.yields[mine])
            moves = net.moves[mine]
        else:
            mine, moves = -1, ANY
            wanted = {paper for paper, hand in self.hands.items() if hand == slot}
        found = []
        for at, step in enumerate(steps):
            alike = mine >= 0 and _alike(step, steps[mine])
            if at in self.slot or alike or net.moves[at] != moves or not wanted <= set(net.yields[at]):
                continue
            needs = self._have(slot, at)
            if needs is not None:
                found.append((at, needs))
        return sorted(found, key=lambda pair: (net.days[pair[0]], net.fee[pair[0]], net.ids[pair[0]]))

    def _have(self, slot: int, at: int) -> tuple[int, ...] | None:
        """The slots that give a step what it needs, none of which waits for this slot; None: not all is to be
        had.
        """
        net = self.net
        banned = self.after[slot] | {slot}
        if net.place[at] == HOME and net.moves[at] == ANY and self.leave >= 0:
            banned = banned | self.after[self.leave] | {self.leave}
        needs = set(self._presence(at))
        for paper in net.needs[at]:
            if paper in net.states.values():
                continue
            makers = [maker for maker, step in enumerate(self.steps) if paper in net.yields[step]]
            makers = [maker for maker in makers if maker not in banned]
            if paper in net.in_hand:
                makers = [self.hands[paper]] if paper in self.hands else []
            elif not makers:
                return None
            needs.update(sorted(makers, key=lambda maker: self.planned[maker])[:1])
        return None if -1 in needs or needs & banned else tuple(needs)

    def _act(self, at: int, needs: tuple[int, ...], fragile: set[int]) -> Act:
        net, step = self.net, self.problem.steps[at]
        gate = ANY
        if net.moves[at] != ANY:
            gate = TRANSIT if net.moves[at] == THERE and self.transit >= 0 else HOME
        attends = step.attends
        who = tuple(self.problem.people.index(name) for name in attends.who) if attends else ()
        return Act(
            step=step,
            at=at,
            needs=tuple(sorted(needs)),
            fragile=tuple(slot for slot in sorted(needs) if slot in fragile),
            place=net.place[at] if net.moves[at] == ANY else ANY,
            gate=gate,
            who=who,
            attends=attends.days if attends else 0,
            fee=step.fee,
            certain=not step.refused,
            windows=bool(step.windows),
            effects=(
                net.moves[at],
                step.gain,
                step.locked,
                step.income,
                FAR if step.valid is None else step.valid,
            ),
        )


def _alike(one: Step, other: Step) -> bool:
    """The same office asked the same again, under another name."""
    return all(
        getattr(one, name) == getattr(other, name)
        for name in one.__struct_fields__
        if name not in ("id", "facts")
    )
