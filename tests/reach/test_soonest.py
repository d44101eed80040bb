"""How soon a way leads to safety, on which steps that hangs, and what is not known of them."""

from __future__ import annotations

from msgspec.structs import replace

from tests.law.made import ask, parent
from tests.reach.made import country, describe, drafted, into, planned, rich
from vyrai.law import Law
from vyrai.reach import Soonest, soonest
from vyrai.world._built import Takes

CROSS = describe("cross", "f.now", who_comes="each", moves=True)


def of(law: Law) -> dict[str, Soonest]:
    return soonest(drafted(law, rich()))


def test_it_is_the_day_of_the_quickest_plan_where_nothing_is_in_the_way() -> None:
    stamp = describe("stamp", "f.ten", folder="", yields=("diploma-stamped",))
    quick = describe("quick", "f.week", folder="", yields=("diploma-stamped",))
    file = describe("file", "f.week", needs=("diploma-stamped", "passport"))
    law = country(into("visa", "st.here", file, CROSS), shared=(stamp, quick))
    held = [{"country": "XB", "document": "passport", "expires": "2030-01-01"}]
    family = rich(parent(citizenships={"complete": True, "items": held}))
    found = soonest(drafted(law, family))["r.visa"]
    assert found.day == planned(law, family).plans[0].plan.comes_to["weeks"] == 14
    assert {"r.visa/s.file", "r.visa/s.cross", "s.quick"} <= set(found.steps)
    assert "s.stamp" not in found.steps
    assert not found.unknown
    assert (found.least, found.most) == (14, 14)


def test_the_least_and_the_most_of_its_steps_are_told_where_they_are_known() -> None:
    wide = describe("wide", "f.half-year")
    law_only = replace(describe("office"), takes=Takes(law="f.half-year"))
    usual = replace(describe("ask"), takes=Takes(average="f.ten"))
    bounded = of(country(into("visa", "st.here", wide, law_only, CROSS)))["r.visa"]
    assert (bounded.least, bounded.day, bounded.most) == (0, 273, 364)
    open_ = of(country(into("visa", "st.here", wide, usual, CROSS)))["r.visa"]
    assert (open_.least, open_.day, open_.most) == (0, 161, None)


def test_what_is_not_known_of_a_length_before_is_told() -> None:
    usual = replace(describe("ask"), takes=Takes(average="f.ten"))
    open_ = describe("open")
    later = describe("later")
    law = country(
        into("a", "st.here", usual, CROSS),
        into("b", "st.here", open_, CROSS),
        into("c", "st.here", CROSS, later, kind="visa-free"),
        into("d", "st.here"),
    )
    found = of(law)
    assert {key: (one.day, one.unknown) for key, one in found.items()} == {
        "r.a": (70, frozenset({"usual"})),
        "r.b": (0, frozenset({"days"})),
        "r.c": (0, frozenset()),
        "r.d": (0, frozenset({"days", "steps"})),
    }


def test_a_way_that_no_plan_can_take_has_no_day() -> None:
    shut = country(into("visa", "st.here", CROSS, asked=(ask("no", "citizen(p, 'XA')", "person"),)))
    own = parent(citizenships={"complete": True, "items": [{"country": "XB"}]})
    assert soonest(drafted(shut, rich(own))) == {}
    never = describe("never", "f.now", folder="", yields=("diploma-stamped",), needs=("diploma-stamped",))
    file = describe("file", "f.week", needs=("diploma-stamped",))
    assert of(country(into("visa", "st.here", file, CROSS), shared=(never,))) == {}
