"""What a month at home takes from the savings or adds to them, until they leave."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.made import parent
from tests.reach.made import country, days, describe, drafted, into, planned, rich, step_of
from vyrai.law import Law
from vyrai.reach import Search, plan_all, simulate
from vyrai.reach.lives import Rules
from vyrai.reach.problem import Income, Place, Problem, Step


def sums(*amounts: Any, whole: bool = True) -> dict[str, Any]:
    items = [{"currency": "XXA", "amount": amount} for amount in amounts]
    return {"complete": True, "items": items} if whole else {"items": items}


def land(fee: str = "f.dear") -> Law:
    """Three weeks for an answer, then the crossing, which costs 600."""
    wait = describe("wait", "f.now", who_comes="nobody")
    return country(
        into("visa", "st.here", wait, describe("cross", "f.now", who_comes="each", moves=True, costs=(fee,))),
        rent=None,
        living=(),
    )


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ({}, None),
        ({"spent_at_home": sums(120)}, 120),
        ({"spent_at_home": sums({"lo": 100, "hi": 130.5})}, 131),
        ({"spent_at_home": sums({"lo": 100})}, 100),
        ({"spent_at_home": sums(80, whole=False)}, 80),
        ({"spent_at_home": sums({"lo": 100}), "saved_at_home": sums(300)}, 100),
        ({"spent_at_home": {"complete": True, "items": [{"currency": "XXA"}]}}, None),
        ({"saved_at_home": sums({"lo": 70, "hi": 90})}, -70),
        ({"spent_at_home": sums(30), "saved_at_home": sums(100)}, -70),
        ({"spent_at_home": sums()}, 0),
        ({"saved_at_home": sums()}, 0),
    ],
)
def test_what_is_spent_counts_at_its_most_and_what_is_saved_at_its_least(
    said: dict[str, Any], home: int | None
) -> None:
    found = drafted(land(), rich(parent(residence="XB"), **said))
    assert found.living.home == home
    assert found.problem.places[0].monthly == max(0, home or 0)
    aside = [step.income for step in found.problem.steps if step.id == "saved"]
    assert aside == ([Income(monthly=70, only_at="home")] if home == -70 else [])


def test_a_plan_waits_at_home_until_enough_is_put_aside() -> None:
    asked = rich(parent(residence="XB"), amount=300, saved_at_home=sums(100))
    when = days(planned(land(), asked))
    assert when["r.visa/s.wait"] == (0, 0)
    assert when["r.visa/s.cross"] == (91, 91), "the third hundred comes on day 90, at home"
    assert "saved" in step_of(drafted(land(), asked).problem, "r.visa/s.cross").needs


def test_nothing_is_put_aside_at_home_while_they_are_on_the_way() -> None:
    """Two months at home pay the fee, and not the months of a journey, in plans and in lives."""
    aside = Step(id="aside", yields=("aside",), days=(0, 0, 0), income=Income(monthly=100, only_at="home"))
    go = Step(id="go", yields=("there",), needs=("aside",), days=(70, 70, 70), moves_to="there")
    card = Step(id="card", yields=("card",), needs=("there",), days=(0, 0, 0), place="there", fee=300)
    problem = Problem(
        steps=(aside, go, card),
        places=(Place(id="home", monthly=0), Place(id="there", monthly=0)),
        goals=("card",),
        safe="card",
        savings=100,
    )
    (plan,) = Search(problem).optimum("weeks").plans
    assert plan.comes_to["weeks"] == 61 + 70, "the second hundred comes on day 60, at home"
    assert simulate(problem, plan, lives=9).short.share == 0
    at_once = simulate(problem, plan, lives=9, rules=Rules(keep_dates=False))
    assert at_once.short.share == 1, "whoever leaves before that has not enough"


def test_who_lives_on_savings_at_home_cannot_wait_long() -> None:
    half = describe("ask", "f.half-year", who_comes="nobody")
    law = country(
        into("visa", "st.here", half, describe("cross", "f.now", who_comes="each", moves=True)),
        rent=None,
        living=(),
    )
    for amount, plans in ((4 * 100, 1), (4 * 100 - 1, 0)):
        asked = rich(parent(residence="XB"), amount=amount, spent_at_home=sums(100))
        assert len(planned(law, asked).plans) == plans, "day 90 begins the fourth month"


def test_who_is_there_already_has_left_home() -> None:
    inside = into("permit", "st.here", describe("ask", "f.week"), filed="inside")
    found = drafted(country(inside), rich(parent(residence="XA"), saved_at_home=sums(100)))
    assert "saved" not in {step.id for step in found.problem.steps}
    assert plan_all(found).plans


def test_a_sum_of_which_nobody_knows_the_most_is_told_as_its_least() -> None:
    for said, more in ((sums(80, whole=False), True), (sums({"lo": 100}), True), (sums(80), False)):
        found = drafted(land(), rich(parent(residence="XB"), spent_at_home=said))
        assert ("home_spent" in found.unknown) is more
