"""What a plan has cost by a day: fees begun, rent of the months begun, less the pay that had come."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from vyrai.reach import Search, Step, spent
from vyrai.reach.problem import Income, Place, Problem

PROBLEM = Problem(
    steps=(
        Step(id="paper", yields=("paper",), days=(40, 40, 40), fee=50),
        Step(id="go", yields=("there",), needs=("paper",), days=(0, 0, 0), fee=100, moves_to="there"),
        Step(
            id="work",
            yields=("card",),
            needs=("there",),
            days=(10, 10, 10),
            place="there",
            income=Income(monthly=70, after=30, only_at="there"),
        ),
    ),
    places=(Place(id="home", monthly=5), Place(id="there", monthly=300)),
    goals=("card",),
    safe="card",
    savings=5_000,
    horizon=200,
)


@pytest.mark.parametrize(
    ("day", "sum_"),
    [
        (0, 50 + 5),
        (29, 50 + 5),
        (30, 50 + 2 * 5),
        (40, 50 + 100 + 2 * 5),
        (60, 50 + 100 + 2 * 5 + 300),
        (90, 50 + 100 + 2 * 5 + 300 + 300 - 70),
    ],
)
def test_what_is_paid_by_a_day(day: int, sum_: int) -> None:
    (plan,) = Search(PROBLEM).optimum("weeks").plans
    assert spent(PROBLEM, plan, day) == sum_


def test_on_the_way_nobody_pays_for_home_and_nothing_is_put_aside_there() -> None:
    aside = Step(id="aside", yields=("aside",), days=(0, 0, 0), income=Income(monthly=9, only_at="home"))
    go = Step(id="go", yields=("there",), needs=("aside",), days=(70, 70, 70), moves_to="there", fee=1)
    way = replace(PROBLEM, steps=(aside, go), goals=("there",), safe="there", savings=2_000)
    (plan,) = Search(way).optimum("weeks").plans
    assert [spent(way, plan, day) for day in (0, 30, 60, 90)] == [1, 1, 1, 301], "they leave on day 0"
    waits = replace(way, steps=(aside, replace(go, windows=((40, 40),))))
    (late,) = Search(waits).optimum("weeks").plans
    assert [spent(waits, late, day) for day in (0, 30, 60, 120)] == [5, 10 - 9, 11 - 9, 300 + 2]
    ferry = Place(id="ferry", monthly=20)
    board = Step(id="board", yields=("board",), days=(0, 0, 0), moves_to="ferry")
    sail = replace(go, needs=("board", "aside"), days=(40, 40, 40))
    by_sea = replace(way, places=(PROBLEM.places[0], ferry, PROBLEM.places[1]), steps=(aside, board, sail))
    (sea,) = Search(by_sea).optimum("weeks").plans
    assert [spent(by_sea, sea, day) for day in (0, 30, 60)] == [1 + 20, 1 + 40, 1 + 40 + 300]


def test_whoever_has_only_one_place_pays_there() -> None:
    stay = Step(id="stay", yields=("card",), days=(40, 40, 40), fee=50)
    one = replace(PROBLEM, steps=(stay,), places=(Place(id="home", monthly=5),))
    (plan,) = Search(one).optimum("weeks").plans
    assert spent(one, plan, 30) == 50 + 2 * 5
