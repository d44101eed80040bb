"""Small planning problems drawn from a number: every kind of constraint, most with a plan, some without.

Only `random()` is drawn from: Python promises the same numbers from it in every version, so that a number
names a problem.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random
from typing import TypeVar

import msgspec

from vyrai.reach.problem import Attends, Buckets, Care, Held, Income, Place, Problem, Step

Item = TypeVar("Item")
PEOPLE = ("wren", "stork", "heron")
BUCKETS = (
    Buckets(),
    Buckets(weeks=7, money=50, chance=150, danger=1, quality=1),
    Buckets(weeks=5, money=200),
)
LEAST, MOST = 6, 12


class _Draw:
    """Draws that are the same on every Python."""

    def __init__(self, number: int) -> None:
        self.random = Random(number).random

    def chance(self, share: float) -> bool:
        return self.random() < share

    def whole(self, least: int, most: int) -> int:
        return least + int(self.random() * (most - least + 1))

    def one(self, items: Sequence[Item]) -> Item:
        return items[int(self.random() * len(items))]

    def some(self, items: Sequence[Item], share: float) -> tuple[Item, ...]:
        return tuple(item for item in items if self.chance(share))


class _Maker:
    """One problem in the making."""

    def __init__(self, number: int, size: int) -> None:
        self.draw = _Draw(number)
        self.size = size
        self.people = PEOPLE[: self.draw.whole(1, 3)]
        self.places: tuple[str, ...] = (
            ("home", "transit", "there") if self.draw.chance(0.5) else ("home", "there")
        )
        self.horizon = self.draw.whole(150, 400)
        self.goals = tuple(f"goal{at}" for at in range(self.draw.whole(1, 3)))
        self.papers = tuple(f"paper{at}" for at in range(self.draw.whole(2, 4)))
        self.steps: list[Step] = []

    def step(
        self, yields: tuple[str, ...], needs: tuple[str, ...], place: str | None, **keys: object
    ) -> None:
        """Add a step with everything else drawn."""
        draw = self.draw
        least = 1 if keys.pop("longer", False) or draw.chance(0.95) else 0
        likely = draw.whole(least, 45)
        attends = None
        if draw.chance(0.75):
            who = draw.some(self.people, 0.6) or (draw.one(self.people),)
            attends = Attends(days=draw.whole(1, max(1, min(12, likely + 2))), who=who)
        windows: tuple[tuple[int, int], ...] = ()
        if draw.chance(0.15):
            first, second = draw.whole(0, 60), draw.whole(61, 200)
            windows = ((first, first + draw.whole(0, 40)), (second, second + draw.whole(0, 40)))
        drawn: dict[str, object] = {
            "days": (likely // 2, likely, likely * 2),
            "attends": attends,
            "fee": draw.one((0, 0, 10, 60, 150, 320, 500)),
            "valid": draw.whole(0, 80) if draw.chance(0.3) else None,
            "refused": draw.one(
                (0.0, 0.0, 0.05, 0.1, 0.2, 0.35, 0.6, None, 1.0 if draw.chance(0.1) else 0.0)
            ),
            "danger": draw.one((0, 0, 0, 1, 2, 5)),
            "quality": draw.one((0, 0, 0, 2, 6, -1, -3)),
            "windows": windows,
            "extra": draw.chance(0.08),
        }
        self.steps.append(
            msgspec.convert(
                {
                    **drawn,
                    "id": f"s{len(self.steps):02}",
                    "yields": yields,
                    "needs": needs,
                    "place": place,
                    **keys,
                },
                Step,
                from_attributes=True,
            )
        )

    def needs_of(self, at: int) -> tuple[tuple[str, ...], bool]:
        """Papers that a maker of paper `at` needs: later ones, now and then an earlier one (a circle)."""
        needs = self.draw.some(self.papers[at + 1 :], 0.5)
        back = self.draw.chance(0.1) and at > 0
        return ((*needs, self.draw.one(self.papers[:at])) if back else needs), back

    def place_of(self, there: float, home: float) -> str | None:
        """Drawn: there, at home, in transit, or wherever the family is."""
        draw = self.draw.random()
        if draw < there:
            return "there"
        if draw < there + home:
            return "home"
        return self.draw.one((*self.places[1:-1], None, None))

    def moves(self) -> None:
        draw = self.draw
        for _ in range(draw.whole(1, 2)):
            self.step(("arrived",), draw.some(self.papers, 0.5), None, moves_to="there", windows=())
        if "transit" in self.places:
            yields = ("in_transit",)
            for _ in range(2 if draw.chance(0.2) else 1):
                self.step(
                    yields, draw.some(self.papers[1:], 0.3), None, moves_to="transit", extra=draw.chance(0.4)
                )

    def maker(self, paper: str) -> None:
        """One more way to a paper."""
        draw = self.draw
        also = (draw.one(self.papers),) if draw.chance(0.08) else ()
        yields = tuple(dict.fromkeys((paper, *also)))
        if paper in self.goals:
            needs = draw.some(self.papers, 0.35) + draw.some(("arrived",), 0.3)
            at = self.goals.index(paper)
            needs += draw.some(self.goals[at + 1 :], 0.3)
            # The first goals may need a later one, so a maker of a goal makes nothing else.
            self.step((paper,), needs, self.place_of(0.6, 0.05))
            return
        least = min(self.papers.index(one) for one in yields)
        most = max(self.papers.index(one) for one in yields)
        needs, back = self.needs_of(most)
        back = back or least != most
        place = self.place_of(0.05, 0.45)
        if place == "transit" and draw.chance(0.5):
            needs += ("in_transit",)
        self.step(yields, needs, place, longer=back)

    def extra(self) -> None:
        draw = self.draw
        if draw.chance(0.5):
            at = draw.one(("home", "there", None, None))
            income = Income(monthly=draw.whole(5, 60) * 10, after=draw.one((0, 15, 30)), only_at=at)
            self.step((f"work{len(self.steps)}",), (), at, income=income, extra=True)
        else:
            self.step(
                (f"cash{len(self.steps)}",),
                (),
                self.place_of(0.1, 0.4),
                gain=draw.whole(1, 15) * 100,
                extra=True,
            )

    def fill(self) -> None:
        draw = self.draw
        self.moves()
        for goal in self.goals:
            self.maker(goal)
        while len(self.steps) < self.size:
            kind = draw.random()
            if kind < 0.2:
                self.extra()
            elif kind < 0.27:
                twin = draw.one(self.steps)
                self.steps.append(msgspec.structs.replace(twin, id=f"s{len(self.steps):02}"))
            elif kind < 0.45:
                self.maker(draw.one(self.goals))
            else:
                made = {paper for step in self.steps for paper in step.yields}
                bare = [one for one in self.papers if one not in made]
                self.maker(draw.one(bare) if bare and draw.chance(0.7) else draw.one(self.papers))

    def held(self) -> tuple[Held, ...]:
        made = {paper for step in self.steps for paper in step.yields}
        held = []
        for paper in self.papers:
            if self.draw.chance(0.99 if paper not in made else 0.2):
                ends = self.draw.chance(0.4 if paper not in made else 0.8)
                held.append(Held(paper=paper, until=self.draw.whole(10, 200) if ends else None))
        return tuple(held)

    def problem(self) -> Problem:
        self.fill()
        draw = self.draw
        home, there = draw.whole(5, 40) * 10, draw.whole(10, 90) * 10
        monthly = {"home": home, "transit": draw.whole(10, 70) * 10, "there": there}
        every = draw.one((0, 7, 14, 30))
        months = self.horizon // 30
        return Problem(
            steps=tuple(self.steps),
            places=tuple(
                Place(id=one, monthly=monthly[one], danger_every=every if one == "home" else 0)
                for one in self.places
            ),
            goals=self.goals,
            safe=draw.one(self.goals),
            savings=int((home + there) / 2 * months * (0.6 + 1.1 * draw.random())) + draw.whole(0, 12) * 100,
            horizon=self.horizon,
            month=draw.one((30, 30, 28, 20)),
            reserve=draw.one((0, 0, 100, 300)),
            people=self.people,
            has=self.held(),
            care=Care(paper=draw.one(self.goals), every=draw.one((7, 14, 28))) if draw.chance(0.7) else None,
            quality_from=draw.one((0, 20, 60)),
            buckets=draw.one(BUCKETS),
        )


def drawn(number: int) -> Problem:
    """The problem of a number; the steps go from 6 to 12 and begin again."""
    return _Maker(number, LEAST + number % (MOST - LEAST + 1)).problem()


def limited(number: int) -> Problem:
    """The problem of a number in which money is locked at the start of steps, and pay comes so many times."""
    draw = _Draw(10**6 + number)
    steps = []
    for step in drawn(number).steps:
        income, locked = step.income, 0
        if income is None and draw.chance(0.3):
            back = draw.whole(1, 6)
            locked = draw.whole(1, 15) * 100
            at = draw.one(("home", "there", "there", None))
            income = Income(monthly=locked // back, after=draw.one((0, 0, 30)), only_at=at, months=back)
            locked += draw.one((0, 0, 0, -90, 200))
        elif income is not None:
            income = msgspec.structs.replace(income, months=draw.whole(1, 5))
        steps.append(msgspec.structs.replace(step, income=income, locked=max(0, locked)))
    more = sum(step.locked for step in steps) // 5 * draw.whole(0, 5)
    return msgspec.structs.replace(drawn(number), steps=tuple(steps), savings=drawn(number).savings + more)


def exchanged(number: int) -> Problem:
    """The problem of a number in which of each paper all steps use the same one, in hand or of one step."""
    problem = drawn(number)
    made = {paper for step in problem.steps for paper in step.yields}
    return msgspec.structs.replace(problem, sole=tuple(sorted(made - {*problem.goals})))


def digest(problem: Problem) -> str:
    """A short name of a problem that changes with it."""
    return hashlib.sha256(msgspec.json.encode(problem)).hexdigest()[:12]
