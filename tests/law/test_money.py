"""Exchange rates of the day: as stated, turned round, by way of a third currency."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import inf
from typing import Any

import msgspec

from tests.law.made import ON, ask, atlas, case, fact, family, number, parent, route, settle, span
from tests.world.invented import claim
from vyrai.law import Law, Purse, rate, rate_facts
from vyrai.world import Fact, World


def world(*facts: Fact, on: date = ON) -> World:
    made = atlas(facts=facts)
    kept = tuple(one for one in made.facts if not one.id.startswith("rate.") or one in facts)
    return World(msgspec.structs.replace(made, facts=kept), on)


def rated(pair: str, value: Any, **keys: Any) -> Fact:
    return number(f"rate.{pair}", value, "XXA/XXB", **keys)


def test_a_rate_as_stated() -> None:
    there = world(rated("xxb-xxa", 2))
    assert rate(there, "rate.xxb-xxa") == ((2, 2),)
    assert rate_facts(there, "rate.xxb-xxa") == ("rate.xxb-xxa",)


def test_a_rate_turned_round() -> None:
    there = world(rated("xxb-xxa", (2, 4)))
    assert rate(there, "rate.xxa-xxb") == ((Fraction(1, 4), Fraction(1, 2)),)
    assert rate_facts(there, "rate.xxa-xxb") == ("rate.xxb-xxa",)


def test_a_rate_by_way_of_a_third_currency() -> None:
    there = world(rated("xxa-xxc", 2), rated("xxb-xxc", 8), rated("tariff", 1), rated("xxa-xxd", 5))
    assert rate(there, "rate.xxa-xxb") == ((Fraction(1, 4), Fraction(1, 4)),)
    assert rate_facts(there, "rate.xxa-xxb") == ("rate.xxa-xxc", "rate.xxb-xxc")


def test_the_same_currency_needs_no_fact() -> None:
    assert rate(world(), "rate.xxa-xxa") == ((1, 1),)
    assert rate_facts(world(), "rate.xxa-xxa") == ()


def test_no_rate() -> None:
    assert rate(world(), "rate.xxa-xxb") is None
    assert rate_facts(world(), "rate.xxa-xxb") == ()
    assert rate(world(rated("xxb-xxa", 2, valid=span("2027-01-01"))), "rate.xxb-xxa") is None
    assert rate(world(rated("xxb-xxa", (0, 2))), "rate.xxa-xxb") is None


def test_of_rival_rates_the_bounds() -> None:
    two = fact("rate.xxb-xxa", *(claim(value=["number", value, value], unit="XXA/XXB") for value in (2, 3)))
    assert rate(world(two), "rate.xxb-xxa") == ((2, 3),)
    open_end = fact("rate.xxb-xxa", claim(value=["number", 2, None], unit="XXA/XXB"))
    assert rate(world(open_end), "rate.xxb-xxa") == ((2, inf),)
    assert rate(world(open_end), "rate.xxa-xxb") is None


def test_a_direct_rate_that_is_not_in_force_is_made_up_by_the_inverse() -> None:
    stale = rated("xxb-xxa", 9, valid=span("2027-01-01"))
    made = Law(
        atlas(
            route(ask("a", "money('XXA') >= fact('xa.price')")),
            facts=(stale, rated("xxa-xxb", (1, 2)), number("xa.price", 50, "XXA")),
        )
    )
    savings = {"complete": True, "items": [{"currency": "XXB", "amount": 100}]}
    found = settle(made, case(savings=savings))
    assert found.word == "met"
    assert found.support == (
        "savings/0.amount",
        "savings/0.currency",
        "fact:rate.xxb-xxa",
        "fact:xa.price",
    )
    assert family(made, case(savings=savings)).people["person"] == ("members/0",)


def offer(pay: Any, **keys: Any) -> dict[str, Any]:
    return {"country": "XA", "currency": "XXB", "pay": pay, **keys}


def test_a_pay_without_a_rate_says_nothing_and_one_without_end_its_least() -> None:
    jobs = {"job_offers": {"complete": True, "items": [offer({"lo": 10}), offer(7, who="stork")]}}
    asked = case(parent(), savings=[{"currency": "XXA", "amount": 1}], **jobs)
    for law, told in (
        (Law(atlas(facts=(rated("xxb-xxa", 2),))), 20 + 14),
        (Law(msgspec.structs.replace(atlas(), facts=())), None),
    ):
        purse = Purse(law, family(law, asked), World(law.atlas, ON), "XXA")
        assert purse.offered("XA") == told
        assert purse.offered("XB") is None
