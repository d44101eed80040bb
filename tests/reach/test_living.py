"""What a month in a country costs: of the family, in a place, less what keeps coming."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.law.made import child, parent
from tests.reach.made import country, describe, drafted, into, rich, step_of
from vyrai.law import Law
from vyrai.reach.problem import Income
from vyrai.world import Place

NORTH = Place("xa.north", {"en": "North"}, "city", "XA", "places.yaml", 1, rent=("f.rent-north",))
SOUTH = Place("xa.south", {"en": "South"}, "city", "XA", "places.yaml", 9, rent=("f.rent-at-most",))
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
COUNTED = ("f.adult", "f.child")


def land(**keys: Any) -> Law:
    law = country(into("visa", "st.here", CROSS), **keys)
    return Law(replace(law.atlas, places=(NORTH, SOUTH)))


def test_a_home_and_the_needs_of_each_are_paid_every_month() -> None:
    found = drafted(land(living=COUNTED), rich(parent(), child(), child("swift")))
    assert (found.living.rent.least, found.living.needs, found.living.monthly) == (300, 150, 450)
    assert found.problem.places[-1].monthly == 450
    assert (found.living.rent.facts, found.living.needs_facts) == (("f.rent",), COUNTED)
    assert {"f.rent", "f.adult", "f.child"} <= set(found.facts)


def test_of_several_measures_the_least_counts() -> None:
    found = drafted(land(living=("f.adult", "f.person")), rich(parent(), child()))
    assert (found.living.needs, found.living.unknown) == (110, ())
    assert found.living.needs_facts == ("f.person",), "a measure that does not count is no source of the sum"


@pytest.mark.parametrize(("living", "needs"), [((), 0), (("f.adult",), 70), (("f.rent",), 0)])
def test_of_whom_nothing_is_known_nothing_is_counted_and_it_is_told(
    living: tuple[str, ...], needs: int
) -> None:
    found = drafted(land(living=living), rich(parent(), child()))
    assert (found.living.needs, "living" in found.unknown) == (needs, True)


def test_an_only_adult_has_a_measure_of_its_own() -> None:
    measures = ("f.adult", "f.lone", "f.child")
    alone = drafted(land(living=measures), rich(parent(), child())).living
    assert (alone.needs, alone.needs_facts) == (90 + 40, ("f.lone", "f.child"))
    assert drafted(land(living=measures), rich(parent(), parent("wren"))).living.needs == 2 * 70
    only = drafted(land(living=("f.lone",)), rich(parent(), parent("wren")))
    assert (only.living.needs, only.living.unknown) == (0, ("living",))


def test_a_sum_of_a_week_counts_for_thirty_days() -> None:
    assert drafted(land(living=("f.adult-week",)), rich(parent())).living.needs == 30


def test_who_has_no_child_needs_no_measure_of_children() -> None:
    assert "living" not in drafted(land(living=("f.adult",)), rich(parent())).unknown


def test_what_keeps_coming_pays_for_living_first_and_no_more_is_counted() -> None:
    coming = {"complete": True, "items": [{"currency": "XXA", "amount": {"lo": 100, "hi": 150}}]}
    found = drafted(land(living=COUNTED), rich(parent(), income=coming))
    assert (found.living.income, found.living.monthly) == (100, 270)
    much = {"complete": True, "items": [{"currency": "XXA", "amount": 5000}]}
    rich_ = drafted(land(living=COUNTED), rich(parent(), income=much))
    assert rich_.problem.places[-1].monthly == 0


def test_pay_covers_what_a_month_costs() -> None:
    found = drafted(land(living=COUNTED), rich(parent()))
    earn = next(step for step in found.problem.steps if step.id.startswith("earn:"))
    assert earn.income == Income(monthly=370, only_at="there")


def offers(*items: dict[str, Any]) -> dict[str, Any]:
    return {
        "job_offers": {
            "complete": True,
            "items": [{"country": "XA", "currency": "XXA", **one} for one in items],
        }
    }


@pytest.mark.parametrize(
    ("named", "offered", "pay"),
    [
        (({"pay": 900},), 900, 440),
        (({"pay": 200},), 200, 200),
        (({"pay": {"lo": 150.5, "hi": 900}},), 150, 150),
        (({"who": "stork", "pay": 120}, {"who": "stork", "pay": 100}), 120, 120),
        (({"who": "stork", "pay": 100}, {"who": "wren", "pay": 120}), 220, 220),
        (({"pay": 900}, {"country": "XB", "pay": 10}), 900, 440),
        (({"country": "XB", "pay": 10},), None, 440),
        (({},), None, 440),
        (({"pay": 10, "currency": "XXB"},), 5, 5),
    ],
)
def test_of_a_pay_that_is_offered_no_more_is_counted_than_living_takes(
    named: tuple[dict[str, Any], ...], offered: int | None, pay: int
) -> None:
    found = drafted(land(living=COUNTED), rich(parent(), parent("wren"), **offers(*named)))
    assert (found.living.offered, found.living.pay) == (offered, pay)
    earn = next(step for step in found.problem.steps if step.id.startswith("earn:"))
    assert earn.income == Income(monthly=pay, only_at="there")


@pytest.mark.parametrize(("holds", "kept"), [("yes", True), ("limited", False), ("no", False)])
def test_a_home_and_food_from_the_state_pay_for_living_from_the_day_of_safety(holds: str, kept: bool) -> None:
    rights: dict[str, str | tuple[str, str]] = {"reception": holds, "work": "yes"}
    found = drafted(land(statuses=(status("here", rights),)), rich())
    safe, earn = (step_of(found.problem, f"{name}:r.visa") for name in ("safe", "earn"))
    month = Income(monthly=300, after=0, only_at="there")
    assert safe.income == (month if kept else None)
    assert earn.income == Income(monthly=0 if kept else 300, only_at="there"), "living is not paid twice"


@pytest.mark.parametrize(("holds", "safe_from"), [("yes", "stay:r.ask@r.visit"), ("limited", "stay:r.visit")])
def test_safety_is_the_visit_unless_the_state_surely_keeps_who_has_asked(holds: str, safe_from: str) -> None:
    """What is given to some only moves no day: the family is as safe there as it was without it."""
    brief = status("brief", {"work": "yes"}, lasts="f.half-year")
    asking = status("here", {"reception": holds, "work": "yes"})
    asks = into("ask", "st.here", describe("hear", "f.half-year"), filed="inside")
    found = drafted(country(into("visit", "st.brief", CROSS), asks, statuses=(brief, asking)), rich())
    (way,) = (one for one in found.ways if one.key == "r.ask@r.visit")
    assert way.kept is not None
    assert step_of(found.problem, "safe:r.ask@r.visit").needs == (safe_from,)


def test_a_home_and_food_that_come_later_are_not_counted() -> None:
    later = status("here", {"reception": ("yes", "f.week")})
    found = drafted(land(statuses=(later,)), rich())
    assert step_of(found.problem, "safe:r.visa").income is None
    assert found.ways[0].kept is not None


def test_in_a_place_its_own_rent_counts() -> None:
    found = drafted(land(), rich(), place="xa.north")
    assert (found.living.rent.least, found.living.monthly, found.living.unknown) == (420, 420, ())
    assert found.living.place is not None
    assert [(one.at, one.least) for one in found.living.rents] == [(NORTH, 420)]


def test_where_none_is_known_of_the_place_the_least_of_the_country_counts() -> None:
    found = drafted(land(), rich(), place="xa.south")
    assert (found.living.rent.least, found.living.unknown) == (300, ("rent_there",))
    assert drafted(land(rent=None), rich(), place="xa.south").living.unknown == ("rent_there",)


def test_where_a_place_is_cheaper_than_all_that_the_country_lists_its_rent_is_the_least() -> None:
    law = country(into("visa", "st.here", CROSS), rent="f.rent-north")
    cheap = Law(replace(law.atlas, places=(replace(NORTH, rent=("f.rent",)),)))
    assert drafted(cheap, rich()).living.rent.least == 300


def test_a_place_that_the_country_has_not() -> None:
    with pytest.raises(KeyError):
        drafted(land(), rich(), place="xa.nowhere")
