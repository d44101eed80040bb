"""Ways into a country, and months of arrival, side by side for a child with needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from tests.belong.made import FACTS, WREN, land, offer, status, step, way
from tests.choose.real import fact_ids
from tests.law.made import ON, case, child, number, parent
from vyrai.choose import Abreast, abreast, belongs
from vyrai.law import Law

OPENS, SHUT = status("opens", {"school": "yes"}), status("shut", {"school": "no"})
ALSO = status("also", {"school": "yes", "health_care": "yes"})


def country(*offers: Any) -> Law:
    ways = tuple(
        way(name, f"st.{name}", step(f"s.{name}", "f.now", (f"st.{name}",)))
        for name in ("opens", "shut", "also")
    )
    refused = number("f.refused", (1, None), "months")
    return land(*offers, statuses=(OPENS, SHUT, ALSO), ways=ways, facts=(*FACTS, refused))


PLACE = offer("place", "place", right="school", queue="f.now", serves=("speaking",))


def found(law: Law, *members: Any, **keys: Any) -> Abreast:
    return abreast(law, case(*(members or (parent(), WREN))), "XA", keys.pop("on", ON), **keys)


def test_ways_that_bring_the_same_stand_together() -> None:
    one = found(country(PLACE))
    assert [[way.routes for way in group.ways] for group in one.groups] == [
        [("r.also",), ("r.opens",)],
        [("r.shut",)],
    ]
    assert one.title == {"en": "Xanadu", "ru": "Ксанаду"}
    assert one.labels["kind:place"]["en"] == "A place that suits the child"
    assert fact_ids(msgspec.json.decode(msgspec.json.encode(one.groups))) == set(one.sources)


def test_more_is_said_only_where_the_least_is_more_than_the_most() -> None:
    one = found(country(PLACE))
    assert [(of.kind, of.measure, of.group, of.than) for of in one.better] == [
        ("place", "paper", 0, (1,)),
        ("place", "real", 0, (1,)),
    ]
    unseen = msgspec.structs.replace(PLACE, queue=None)
    assert [of.measure for of in found(country(unseen)).better] == ["paper"]


def test_who_arrives_before_the_holidays_waits_less_for_a_place() -> None:
    place = msgspec.structs.replace(PLACE, queue="f.refused", school_year="f.september")
    one = found(country(place), route="r.opens", on=date(2026, 1, 16))
    assert one.chosen == ("r.opens",)
    assert [of.on for of in one.months][:3] == ["2026-01-16", "2026-02-01", "2026-03-01"]
    assert one.months[-1].on == "2026-12-01"
    least = [score.real.lo or 0 for of in one.months for score in of.scores if score.kind == "place"]
    assert least[0] == 16.5
    assert least[7] == 22.9, "in August a month of refusals ends just before September begins"
    assert min(least) == least[8], "in September a year has just begun"


def test_the_way_chosen_is_the_one_that_belongs_takes() -> None:
    law, of = country(PLACE), case(parent(), WREN)
    assert abreast(law, of, "XA", ON).chosen == tuple(link.route for link in belongs(law, of, "XA", ON).chain)


def test_without_a_child_with_needs_there_is_nothing_to_compare() -> None:
    one = found(country(PLACE), parent(), child("lark", birth="2019-05-01"))
    assert [group.scores for group in one.groups] == [()]
    assert one.better == ()


def test_a_kind_that_one_way_comes_too_late_for_is_not_taken_for_another() -> None:
    """By the late way the child of seven is nine when it arrives: the school of the small is over."""
    ways = (
        way("opens", "st.opens", step("s.opens", "f.now", ("st.opens",))),
        way("shut", "st.shut", step("s.shut", "f.late", ("st.shut",))),
    )
    small = offer("small", "school", ends_at_age="f.eight", queue="f.now")
    therapy = offer("therapy", "therapy", right="school", queue="f.now", share="f.half")
    facts = (*FACTS, number("f.late", 104, "weeks"))
    law = land(small, therapy, statuses=(OPENS, SHUT), ways=ways, facts=facts)
    one = found(law)
    kinds = [[score.kind for score in group.scores][:2] for group in one.groups]
    assert kinds[0] == ["school", "therapy"]
    assert "school" not in [score.kind for score in one.groups[1].scores if not score.unwritten]
    assert {(of.kind, of.group, of.than) for of in one.better} == {("therapy", 0, (1,))}
