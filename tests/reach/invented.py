"""Invented problems for the tests of `reach`: a family that goes by way of a third country, and changes."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import msgspec

from vyrai.reach.problem import Attends, Held, Income, Place, Plan, Problem, Step, Use
from vyrai.reach.search import Search

PLANS = Path(__file__).resolve().parents[2] / "benchmarks" / "plans"
PEOPLE = ("stork", "crane")


def step(
    id_: str,
    makes: str,
    days: tuple[int, int, int],
    place: str | None = None,
    needs: tuple[str, ...] = (),
    attends: int = 1,
    who: tuple[str, ...] = ("stork",),
    **more: object,
) -> Step:
    return Step(
        id=id_,
        yields=(makes,),
        days=days,
        place=place,
        needs=needs,
        attends=Attends(days=attends, who=who) if attends else None,
        **more,  # type: ignore[arg-type]
    )


BY_WAY = Problem(
    steps=(
        step("passports", "passports", (10, 20, 40), "home", fee=200, valid=1800),
        step("notary", "child_exit", (3, 7, 20), "home", fee=30, refused=0.3, valid=365, who=PEOPLE),
        step("court", "child_exit", (30, 60, 120), "home", attends=3, fee=100, refused=0.1, valid=365),
        step("police_1", "police", (5, 10, 30), "home", fee=10, valid=90, danger=1),
        step("police_2", "police", (5, 10, 30), "home", fee=10, valid=90, danger=1),
        step("sell", "cash", (15, 30, 60), "home", attends=3, gain=1500, extra=True),
        step("pack", "evidence", (14, 30, 60), "home", attends=4, fee=20, danger=7),
        step("pack_on_the_way", "evidence", (20, 40, 80), "transit", attends=2, fee=60, refused=0.1),
        step(
            "odd_job",
            "odd_job",
            (5, 10, 20),
            "home",
            danger=2,
            extra=True,
            income=Income(monthly=260, only_at="home"),
        ),
        step("bank", "bank", (1, 1, 3), fee=5, valid=30),
        step(
            "over_the_border",
            "in_transit",
            (1, 2, 4),
            needs=("passports", "child_exit"),
            fee=260,
            moves_to="transit",
        ),
        step(
            "visa",
            "visa",
            (10, 27, 60),
            "transit",
            ("evidence", "bank", "police", "passports"),
            fee=20,
            refused=0.15,
            valid=90,
        ),
        step("fly", "arrived", (1, 1, 2), needs=("visa",), fee=500, moves_to="there"),
        step(
            "drive", "arrived", (2, 3, 6), needs=("visa",), fee=200, moves_to="there", danger=1, refused=0.05
        ),
        step("shelter", "housing", (1, 3, 14), "there", refused=0.25, quality=-4, who=("crane",)),
        step("rent", "housing", (5, 10, 30), "there", attends=3, fee=350, refused=0.05, quality=3),
        step(
            "status",
            "status",
            (12, 47, 112),
            "there",
            ("evidence", "housing"),
            attends=2,
            fee=84,
            refused=0.08,
            who=PEOPLE,
        ),
        step(
            "work",
            "work",
            (5, 10, 20),
            "there",
            ("status",),
            attends=2,
            refused=0.05,
            income=Income(monthly=1500),
        ),
        step(
            "therapy",
            "therapy",
            (3, 6, 14),
            "there",
            ("autism",),
            fee=239,
            quality=6,
            windows=((60, 240), (300, 500)),
        ),
    ),
    places=(
        Place(id="home", monthly=300, danger_every=14),
        Place(id="transit", monthly=450),
        Place(id="there", monthly=700),
    ),
    goals=("status", "work", "therapy"),
    safe="status",
    savings=6000,
    people=PEOPLE,
    has=(Held(paper="autism", until=500),),
)
"""Home, a country on the way, the destination; two people; two ways to four of the papers."""


@cache
def quickest(problem: Problem) -> Plan:
    (plan,) = Search(problem).optimum("weeks").plans
    return plan


@cache
def stored(name: str) -> Problem:
    return msgspec.json.decode((PLANS / f"{name}.json").read_bytes(), type=Problem)


def changed(problem: Problem, plan: Plan, dice: random.Random) -> tuple[Problem, Plan]:
    """Another world for the same plan: slower, stricter, papers that lapse, windows, people, money."""
    home, there = problem.places[0].id, problem.places[-1].id
    steps = []
    locks = random.Random(str(dice.getstate()[1]))  # apart, so that all else is drawn as ever
    for one in problem.steps:
        new: dict[str, object] = {}
        if dice.random() < 0.4:
            new["refused"] = dice.choice([0, 0.3, 0.6, 0.9, 1.0, None])
        if dice.random() < 0.4 and not one.moves_to:
            new["valid"] = dice.choice([0, 1, 3, 10, 30, 60, None])
        if dice.random() < 0.15:
            first = dice.randrange(200)
            new["windows"] = (
                (first, first + dice.randrange(40)),
                (first + 60, first + 60 + dice.randrange(100)),
            )
        if one.attends and dice.random() < 0.5:
            who = dice.choice([PEOPLE[:1], PEOPLE[1:], PEOPLE])
            new["attends"] = Attends(days=dice.choice([0, 1, 3, 10]), who=who)
        if dice.random() < 0.2:
            new["gain"] = dice.randrange(500)
        if dice.random() < 0.15 and not one.moves_to:
            new["place"] = dice.choice([None, home, there])
        if dice.random() < 0.15:
            at = dice.choice([None, home, there])
            new["income"] = Income(monthly=dice.randrange(900), after=dice.randrange(60), only_at=at)
        if dice.random() < 0.3:
            least = dice.randrange(5)
            new["days"] = dice.choice(
                [(0, 0, 0), (least, least + dice.randrange(3), least + 5 + dice.randrange(60))]
            )
        if locks.random() < 0.15:
            at, times = locks.choice([None, home, there]), locks.randrange(1, 5)
            new["income"] = Income(monthly=300, after=locks.randrange(40), only_at=at, months=times)
            new["locked"] = 300 * times
        steps.append(msgspec.structs.replace(one, **new))
    has, uses = list(problem.has), []
    for use in plan.uses:
        made_elsewhere = use.made_by is not None and any(held.paper == use.paper for held in has)
        if use.made_by is None and dice.random() < 0.6:
            until = dice.randrange(120)
            has = [Held(paper=held.paper, until=until) if held.paper == use.paper else held for held in has]
        elif use.made_by is not None and not made_elsewhere and dice.random() < 0.15:
            has.append(Held(paper=use.paper, until=dice.choice([None, dice.randrange(150)])))
            use = Use(step=use.step, paper=use.paper)
        uses.append(use)
    problem = msgspec.structs.replace(
        problem, steps=tuple(steps), people=PEOPLE, has=tuple(has), savings=dice.randrange(8000)
    )
    return problem, msgspec.structs.replace(plan, uses=tuple(uses))
