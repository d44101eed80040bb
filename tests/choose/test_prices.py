"""A price that is known for today, and not for the day on which it is paid, says so."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.choose.plans import found, step
from tests.law.made import ON, ask, number, span
from tests.reach.made import country, describe, into, rich
from tests.reach.test_locks import OPEN
from vyrai.choose import planning
from vyrai.choose.step_on import StepOn
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.planning import fields
from vyrai.world._built import Locks

W = Words("en")
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)


def paid(fee: str, by_the_route: bool = False) -> dict[str, StepOn]:
    """The steps of a way on which one pays today, and once more after ten weeks."""
    costs = () if by_the_route else (fee,)
    first = describe("first", "f.ten", costs=costs)
    second = describe("second", "f.now", costs=costs, who_comes="each")
    fees = (fee,) if by_the_route else ()
    told = planning(country(into("visa", "st.here", first, second, CROSS, fees=fees)), rich(), "XA", ON)
    return {one.id.rpartition("/")[2]: one for one in told.plans[0].steps}


@pytest.mark.parametrize(
    ("fee", "differs"),
    [
        ("f.fee", False),
        ("f.fee-this-year", True),
        ("f.fee-twice", True),
        ("f.fee-same", False),
        ("f.fee-seen", False),
    ],
)
def test_a_price_is_asked_after_where_another_may_hold_on_its_day(fee: str, differs: bool) -> None:
    steps = paid(fee)
    assert not steps["s.first"].price_may_differ
    assert steps["s.second"].price_may_differ is differs


def test_a_price_of_the_whole_way_too() -> None:
    steps = paid("f.fee-this-year", by_the_route=True)
    assert steps["s.second"].price_may_differ
    assert not steps["s.cross"].price_may_differ, "it is not paid there"


def test_a_price_that_is_not_known_today_is_no_change() -> None:
    assert not paid("f.fee-next-year")["s.second"].price_may_differ


def test_what_is_put_aside_too() -> None:
    def putting(sum_: str) -> StepOn:
        locks = Locks(step="s.open", sum=sum_)
        law = country(into("study", "st.here", describe("wait", "f.ten"), OPEN, CROSS, locks=locks))
        return next(one for one in planning(law, rich(), "XA", ON).plans[0].steps if one.id.endswith("open"))

    assert putting("f.fee-this-year").price_may_differ
    assert not putting("f.fee").price_may_differ


def test_what_has_only_to_be_shown_too() -> None:
    def showing(**keys: Any) -> StepOn:
        asked = replace(ask("funds", "money('XXA') >= fact('xa.upkeep')"), source=("xa.upkeep",))
        locks = Locks(step="s.open", shown="xa.r.funds")
        steps = (describe("wait", "f.ten"), OPEN, CROSS)
        law = country(into("study", "st.here", *steps, asked=(asked,), locks=locks))
        facts = (*law.atlas.facts, number("xa.upkeep", 3_600, "XXA", **keys))
        law = Law(replace(law.atlas, facts=facts))
        return next(one for one in planning(law, rich(), "XA", ON).plans[0].steps if one.id.endswith("open"))

    assert showing(valid=span(None, "2026-12-31")).price_may_differ
    assert not showing().price_may_differ


def test_the_step_says_so() -> None:
    def said(differs: bool) -> str | None:
        one = step("pay", "2027-02-01", fee=40, price_may_differ=differs)
        return dict(fields(W, found(), one, False, (1,))).get("Price")

    assert said(True) == "known for today; on this day it may be another: ask before"
    assert said(False) is None
