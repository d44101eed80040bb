"""Places of a country side by side for a child with needs, on one way and on all of them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.belong.made import FACTS, WREN, differs, land, offer, place, status, step, way
from tests.choose import real
from tests.choose.real import fact_ids
from tests.law.made import ON, case, child, number, parent
from vyrai.choose import Around, around, belongs
from vyrai.choose.placed import layout
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.belonging import seen_there

PLACED = sorted({one.folder for one in real.law().atlas.places})
FAMILY = real.ROOT / "examples/paediatrician-2026.yaml"
OPENS, SHUT = status("opens", {"school": "yes"}), status("shut", {"school": "no"})
PLACE = offer("place", "place", right="school", queue="f.ten", serves=("speaking",))
FERRY = offer("ferry", "transport", right="school", queue="f.now", serves=("speaking",), places=("pl.east",))
EAST = place("east", differs("place", queue="f.now", note="Ask early.", observed=("f.eight",)))
WEST = place("west", differs("place", queue="f.long"), rent=("f.sum",), contacts=("f.three",))
SOUTH = place("south", iso="XA-S")
TOWN = place("town", kind="city", within="pl.east", note={"en": "By the sea."})
ALL = (EAST, SOUTH, TOWN, WEST)


def country(*places: Any, **keys: Any) -> Law:
    ways = tuple(
        way(name, f"st.{name}", step(f"s.{name}", "f.now", (f"st.{name}",))) for name in ("opens", "shut")
    )
    facts = (*FACTS, number("f.long", (90, 100), "weeks"))
    return land(PLACE, FERRY, statuses=(OPENS, SHUT), ways=ways, facts=facts, places=places or ALL, **keys)


def found(law: Law, *members: Any, **keys: Any) -> Around:
    return around(law, case(*(members or (parent(), WREN))), "XA", ON, **keys)


def test_the_country_stands_first_then_each_place() -> None:
    one = found(country())
    assert [group.place for group in one.groups] == [None, "pl.east", "pl.south", "pl.town", "pl.west"]
    assert one.groups[0].ways[0].routes == ("r.opens",)
    assert one.labels["pl.east"] == {"en": "east"}
    assert fact_ids(msgspec.json.decode(msgspec.json.encode((one.groups, one.places)))) <= set(one.sources)


def test_what_is_written_of_a_place_stands_beside_it() -> None:
    places = {of.place: of for of in found(country()).places}
    east, west, town = places["pl.east"], places["pl.west"], places["pl.town"]
    assert [(of.of, of.note, of.facts) for of in east.differs] == [
        ("p.place", {"en": "Ask early."}, ("f.now", "f.eight"))
    ]
    assert [(of.of, of.facts) for of in east.offered] == [("p.ferry", ("f.week",))]
    assert (west.rent, west.contacts) == (("f.sum",), ("f.three",))
    assert (town.within, town.offered, town.note) == ("pl.east", (), {"en": "By the sea."})
    assert places["pl.south"].iso == "XA-S"


def test_a_place_is_better_only_if_its_least_is_more_than_the_most_of_another() -> None:
    one = found(country())
    names = [group.place for group in one.groups]
    said = {
        (of.kind, of.measure, names[of.group], tuple(names[other] for other in of.than)) for of in one.better
    }
    assert said == {
        ("place", "real", "pl.east", ("pl.west",)),
        ("place", "real", "pl.town", ("pl.west",)),
    }


def test_the_country_is_no_place_to_choose() -> None:
    one = found(country(WEST))
    assert one.better == ()
    assert [kind.score.real.lo for kind in one.groups[0].kinds if kind.score.kind == "place"] == [21.7]


def test_all_ways_in_each_place() -> None:
    one = found(country(), ways=True)
    assert {(group.place, group.ways[0].routes) for group in one.groups} == {
        (name, (route,))
        for name in (None, "pl.east", "pl.south", "pl.town", "pl.west")
        for route in ("r.opens", "r.shut")
    }
    told = {
        (one.groups[of.group].place, one.groups[other].place)
        for of in one.better
        for other in of.than
        if one.groups[of.group].ways[0].routes == ("r.opens",)
        and one.groups[other].ways[0].routes == ("r.shut",)
        and (of.kind, of.measure) == ("place", "paper")
    }
    assert ("pl.east", "pl.west") in told
    assert ("pl.south", "pl.east") in told, "the law holds in a place of which nothing else is known"


def test_the_way_is_the_one_that_belongs_takes_or_the_one_named() -> None:
    law, of = country(), case(parent(), WREN)
    best = tuple(link.route for link in belongs(law, of, "XA", ON).chain)
    assert around(law, of, "XA", ON).groups[0].ways[0].routes == best
    assert around(law, of, "XA", ON, route="r.shut").groups[0].ways[0].routes == ("r.shut",)


def test_where_the_family_lives_places_need_no_way() -> None:
    law = country()
    countries = tuple(msgspec.structs.replace(one, home="st.opens") for one in law.atlas.countries)
    one = found(Law(msgspec.structs.replace(law.atlas, countries=countries)))
    assert {group.ways for group in one.groups} == {()}
    laid = layout(one, [of.place for of in one.places])
    assert [on.ways for block in laid.blocks for on in block.on] == [(), ()]


def test_places_that_are_alike_stand_in_one_row_and_the_unknown_is_named() -> None:
    laid = layout(found(country()), ["pl.east", "pl.south", "pl.town", "pl.west"])
    (on,) = next(block for block in laid.blocks if block.kind == "place").on
    assert [row.places for row in on.rows] == [(), ("pl.east", "pl.town"), ("pl.west",)]
    assert on.unknown == ["pl.south"]
    assert "school" in laid.unknown["wren"]
    assert laid.left_out == []


def test_what_is_the_same_as_in_the_country_is_not_told_as_if_it_were_known() -> None:
    same = place("same", differs("place", facts=("f.eight",)))
    laid = layout(found(country(same)), ["pl.same"])
    assert not any(block.kind == "place" for block in laid.blocks)
    assert laid.unclear == {"wren": ["place"]}
    assert "place" not in laid.unknown["wren"], "somebody has written of it, and that stands with the place"


def test_a_place_that_tells_only_an_average_has_a_row_of_its_own_with_it() -> None:
    names = ("east", "north", "west")
    told = ("f.year", "f.long", "f.year")
    law = country(*(place(name, differs("place", average=of)) for name, of in zip(names, told, strict=True)))
    one = found(law)
    laid = layout(one, [f"pl.{name}" for name in names])
    (on,) = next(block for block in laid.blocks if block.kind == "place").on
    assert [row.places for row in on.rows] == [(), ("pl.east", "pl.west"), ("pl.north",)]
    assert not [of for of in one.better if of.kind == "place"], "no place is surely better for an average"
    at = on.rows[1].at
    assert seen_there(Words("en"), at.seen, at.averages) == (
        "unknown, the office took about 52 weeks on average or as a rule"
    )


@pytest.mark.dear
@pytest.mark.parametrize("ways", [False, True])
@pytest.mark.parametrize("land_of", PLACED)
def test_of_what_stands_beside_a_place_nobody_is_told_that_it_was_never_written(
    land_of: str, ways: bool
) -> None:
    """On real data: what is told of places does not contradict itself on one page."""
    one = around(real.law(), real.example(FAMILY), land_of, ON, ways=ways)
    laid = layout(one, [of.place for of in one.places])
    kinds = {of.id: of.kind for of in real.law().atlas.provisions_of(land_of)}
    serves = {name for group in one.groups for kind in group.kinds for name in kind.score.provisions}
    beside = {
        kinds[differs.of]
        for place in one.places
        for differs in (*place.offered, *place.differs)
        if differs.of in serves
    }
    assert not beside & {kind for of in laid.unknown.values() for kind in of}


def test_ways_that_make_no_difference_stand_together_and_closed_ones_are_left_out() -> None:
    one = found(country(), ways=True)
    both = layout(one, ["pl.east"])
    assert [len(on.ways) for block in both.blocks for on in block.on] == [1, 1, 1, 1]
    states = {"r.shut": "closed", "r.opens": "open"}
    groups = tuple(
        msgspec.structs.replace(
            of, ways=tuple(msgspec.structs.replace(way, way=states[way.routes[0]]) for way in of.ways)
        )
        for of in one.groups
    )
    laid = layout(msgspec.structs.replace(one, groups=groups), ["pl.east"])
    assert [way.routes for way in laid.left_out] == [("r.shut",)]
    assert {way.routes for block in laid.blocks for on in block.on for way in on.ways} == {("r.opens",)}


@pytest.mark.parametrize("ways", [False, True])
def test_without_a_child_with_needs_there_is_nothing_to_compare(ways: bool) -> None:
    one = found(country(), parent(), child("lark", birth="2019-05-01"), ways=ways)
    assert {group.kinds for group in one.groups} == {()}
    assert layout(one, ["pl.east"]).blocks == []


@pytest.mark.parametrize("land_of", PLACED)
def test_where_nobody_wrote_anything_of_a_place_no_month_is_sure_there(land_of: str) -> None:
    """On real data: what was seen elsewhere never becomes a promise here."""
    one = around(real.law(), real.example(FAMILY), land_of, ON)
    there = [kind for group in one.groups if group.place is not None for kind in group.kinds]
    unwritten = [kind for kind in there if not kind.own]
    assert unwritten
    assert {kind.score.real.lo for kind in unwritten} == {0}
