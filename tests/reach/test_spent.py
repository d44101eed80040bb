"""What a plan has cost by a day: fees begun, rent of the months begun, less the pay that had come."""

from __future__ import annotations

import pytest

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
