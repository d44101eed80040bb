"""Why nothing makes a plan of a way: it takes too long, or it is asked for elsewhere."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tests.belong.made import status
from tests.law.made import number, parent
from tests.reach.made import country, days, describe, drafted, into, planned, rich
from vyrai.law import Law
from vyrai.reach import hopeless, plan_all, remedies

CROSS = describe("cross", "f.now", who_comes="each", moves=True)


def slow(weeks: int, **keys: Any) -> Law:
    """A visa for which somebody waits so many weeks."""
    law = country(into("visa", "st.here", describe("wait", "f.wait"), CROSS), **keys)
    return Law(replace(law.atlas, facts=(*law.atlas.facts, number("f.wait", weeks, "weeks"))))


def test_a_wait_that_is_longer_than_anything_that_is_looked_at_is_told_in_days() -> None:
    """A year and a half and two years more are looked at, but for two months until pay: 1,199 days."""
    for weeks, told in ((172, 172 * 7), (171, None)):
        found = drafted(slow(weeks), rich(amount=100_000))
        assert plan_all(found).empty == ("r.visa",)
        days = [(one.days, one.outside) for one in hopeless(found, ("r.visa",))]
        assert days == ([] if told is None else [(told, False)])
        assert bool(remedies(found, ("r.visa",))) is (told is None), "more time makes a plan, or nothing does"


def test_what_is_asked_for_outside_cannot_be_had_by_who_is_inside() -> None:
    file = describe("file", "f.week", who_comes="each", at="outside")
    law = country(into("visa", "st.here", file, CROSS))
    there = drafted(law, rich(parent(residence="XA")))
    assert plan_all(there).empty == ("r.visa",)
    assert [tuple(one) for one in hopeless(there, ("r.visa",))] == [("r.visa", None, True, False)]
    assert hopeless(drafted(law, rich(parent(residence="XB"))), ("r.visa",)) == ()


def test_a_way_of_which_nobody_knows_why_is_not_told() -> None:
    nobody = describe("file", "f.week", who_comes="nobody", at="outside", needs=("diploma-stamped",))
    law = country(into("visa", "st.here", nobody, CROSS))
    assert hopeless(drafted(law, rich(parent(residence="XA"))), ("r.visa",)) == ()


def test_a_way_without_work_is_looked_at_to_the_end() -> None:
    idle = (status("here", {}),)
    for weeks, told in ((180, True), (179, False)):
        assert bool(hopeless(drafted(slow(weeks, statuses=idle), rich()), ("r.visa",))) is told


def test_who_is_inside_crosses_no_border_to_get_there() -> None:
    """A way that may be asked for on either side goes on without its crossing; one from outside is none."""
    ask, register = describe("ask", "f.week", yields=("st.here",)), describe("register", "f.ten")
    inside = rich(parent(residence="XA"))
    either = country(into("visa", "st.here", ask, CROSS, register, kind="visa"))
    when = days(planned(either, inside))
    assert (when["r.visa/s.ask"], when["r.visa/s.register"]) == ((0, 7), (7, 77))
    assert (when["safe:r.visa"], when["settled:r.visa"]) == ((7, 7), (77, 77))
    assert "r.visa/s.cross" not in when
    free = country(into("free", "st.here", ask, CROSS, kind="visa-free"))
    assert days(planned(free, inside))["safe:r.free"] == (7, 7), "what the border asks for is still to be had"
    outside = drafted(country(into("visa", "st.here", ask, CROSS, filed="outside")), inside)
    assert [tuple(one) for one in hopeless(outside, plan_all(outside).empty)] == [
        ("r.visa", None, True, False)
    ]
