"""The day of safety of the quickest plan of a way, as the comparison tells it."""

from __future__ import annotations

from tests.reach.made import country, describe, drafted, into, planned, rich
from vyrai.law import Law
from vyrai.reach import Soonest, as_planned, soonest

CROSS = describe("cross", "f.now", who_comes="each", moves=True)
WEEK = describe("ask", "f.week", costs=("f.fee",))


def of(law: Law, way: str = "r.visa", horizon: int = 540, **root: int) -> Soonest | None:
    return as_planned(drafted(law, rich(**root), horizon=horizon), way)


def test_it_is_the_day_on_which_people_can_be_there_and_no_sooner() -> None:
    one, other = (describe(name, "f.now", who_comes="applicant") for name in ("one", "other"))
    law = country(into("visa", "st.here", one, other, CROSS))
    found = of(law)
    assert found is not None
    (plan,) = planned(law, rich()).plans
    assert (found.day, found.least, found.most) == (plan.plan.comes_to["weeks"], 0, 2) == (2, 0, 2)
    assert (found.richer, found.bound, found.unknown) == (False, False, frozenset())
    assert soonest(drafted(law, rich()))["r.visa"].day == 0


def test_the_least_and_the_most_are_those_of_plans() -> None:
    wide, more = describe("wide", "f.half-year"), describe("more", "f.half-year")
    found = of(country(into("visa", "st.here", wide, CROSS)))
    assert found is not None
    assert (found.least, found.day, found.most) == (0, 91, 182)
    over = of(country(into("visa", "st.here", wide, more, describe("third", "f.half-year"), CROSS)))
    assert over is not None
    assert (over.least, over.day, over.most, over.late) == (0, 273, None, True), "with the most there is none"
    assert not found.late
    open_ = of(country(into("visa", "st.here", wide, describe("open"), CROSS)))
    assert open_ is not None
    assert (open_.day, open_.most, open_.unknown) == (91, None, frozenset({"days"}))
    assert not open_.late
    # Of the plan that they can pay for, and not of one with the dear and quick maker.
    fast = describe("fast", "f.week", folder="", yields=("diploma-stamped",), costs=("f.dear",))
    slow = describe("slow", "f.half-year", folder="", yields=("diploma-stamped",))
    file = describe("file", "f.now", needs=("diploma-stamped",))
    either = country(into("visa", "st.here", file, CROSS), shared=(fast, slow))
    for amount, days in ((10_000, (0, 7, 7)), (300, (0, 91, 182))):
        told = of(either, amount=amount)
        assert told is not None
        assert (told.least, told.day, told.most) == days


def test_what_is_not_known_of_a_length_behind_safety_makes_no_day_later() -> None:
    later = describe("later")
    found = of(country(into("visa", "st.here", WEEK, CROSS, later, kind="visa-free")))
    assert found is not None
    assert (found.day, found.unknown) == (7, frozenset())
    assert "r.visa/s.later" not in found.steps
    assert {"r.visa/s.ask", "r.visa/s.cross"} <= {*found.steps}


def test_a_plan_for_which_money_lacks_is_told_as_such_and_one_that_no_money_makes_not_at_all() -> None:
    dear = country(into("visa", "st.here", describe("dear", "f.week", costs=("f.dear",)), CROSS))
    poor = of(dear, amount=300)
    assert poor is not None
    assert (poor.day, poor.richer) == (7, True)
    enough = of(dear)
    assert enough is not None
    assert not enough.richer
    never = describe("never", "f.now", folder="", yields=("diploma-stamped",), needs=("diploma-stamped",))
    file = describe("file", "f.week", needs=("diploma-stamped",))
    assert of(country(into("visa", "st.here", file, CROSS), shared=(never,))) is None


def test_what_comes_to_its_last_paper_after_the_time_of_a_plan_has_its_day_of_safety_all_the_same() -> None:
    law = country(into("visa", "st.here", WEEK, CROSS, describe("later", "f.half-year"), kind="visa-free"))
    assert not planned(law, rich()).empty
    for amount, reserve, richer in ((10_000, 0, False), (40, 0, False), (39, 0, True), (40, 1, True)):
        found = as_planned(drafted(law, rich(amount=amount), horizon=90, reserve=reserve), "r.visa")
        assert found is not None
        assert (found.day, found.richer) == (7, richer)
