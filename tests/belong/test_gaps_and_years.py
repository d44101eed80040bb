"""Gaps by need, what ends when, and the years of a child until grown up."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.belong.made import WREN, bounds, gap, land, offer, opens, private, status
from tests.law.made import child, parent
from vyrai.belong import UNTIL_AGE, Year
from vyrai.world import Provision

SPEECH: Any = {"serves": ("speaking",), "right": "school"}


def test_a_need_for_which_nothing_is_written_down_is_a_gap() -> None:
    (found,) = gap(opens(land(offer("for-all"), offer("walk", serves=("walking",)))))
    assert (found.member, found.unwritten, found.cause, found.support) == ("wren", True, "unknown", None)
    assert (bounds(found.begins), found.ends) == ((0, 0), None)


def test_support_that_is_there_on_arrival_leaves_no_gap() -> None:
    assert gap(opens(land(offer("a", queue="f.now", **SPEECH)))) == []


def test_a_gap_lasts_until_the_first_support_and_names_what_bridges_it() -> None:
    slow = offer("slow", seen="f.ten-or-more", bridge=private("f.sum"), **SPEECH)
    quick = offer("quick", queue="f.ten", bridge=private(), **SPEECH)
    paper = offer("paper", "assessment", queue="f.week", bridge=private(), **SPEECH)
    (found,) = gap(opens(land(slow, quick, paper)))
    assert (bounds(found.ends), found.cause, found.support) == ((10, 10), "queue", "p.quick")
    assert [(one.provision, one.costs) for one in found.bridges] == [("p.slow", ("f.sum",)), ("p.quick", ())]


def test_unknown_support_may_end_a_gap_and_never_surely() -> None:
    perhaps = offer("perhaps", serves=("speaking",), right="travel_document", queue="f.week")
    (found,) = gap(opens(land(perhaps)))
    assert (bounds(found.ends), found.cause) == ((1, None), "unknown")
    (found,) = gap(opens(land(perhaps, offer("a", queue="f.ten", **SPEECH))))
    assert (bounds(found.ends), found.support) == ((1, 10), "p.a")


def test_what_comes_after_the_window_ends_no_gap_in_it() -> None:
    (found,) = gap(opens(land(offer("a", queue="f.ten", **SPEECH)), window=2))
    assert (found.ends, found.cause, found.support) == (None, "queue", "p.a")
    (found,) = gap(opens(land(offer("a", from_age="f.grown", **SPEECH))))
    assert (found.ends, found.cause, found.support) == (None, "age", "p.a")


def test_a_paper_that_opens_nothing_is_the_cause() -> None:
    (found,) = gap(opens(land(offer("a", serves=("speaking",), right="health_care", bridge=private()))))
    assert (found.ends, found.cause, found.unwritten, len(found.bridges)) == (None, "status", False, 1)


def test_a_gap_begins_where_the_last_support_ends_by_age() -> None:
    ending = offer("a", queue="f.now", ends_at_age="f.eight", **SPEECH)
    (found,) = gap(opens(land(ending)))
    assert (bounds(found.begins), found.ends, found.cause) == ((23, 24), None, "age")
    assert found.begins.facts == ("f.eight",)
    assert gap(opens(land(ending, offer("b", queue="f.now", **SPEECH)))) == []


def test_what_ends_is_told_two_years_before() -> None:
    offers = (
        offer("late", ends_at_age="f.grown"),
        offer("soon", ends_at_age="f.eight"),
        offer("over", ends_at_age="f.three"),
        offer("unread", ends_at_age="f.nothing"),
        offer("shut", right="health_care", ends_at_age="f.eight"),
    )
    found = opens(land(*offers)).cliffs
    assert [(one.provision, one.on, one.alarm) for one in found] == [
        ("p.soon", "2027-05-01", "2025-05-01"),
        ("p.late", "2037-05-01", "2035-05-01"),
    ]
    month = opens(land(offers[1]), child(birth="2019-05")).cliffs[0]
    assert (month.on, month.latest) == ("2027-05-01", "2027-05-31")
    leap = opens(land(offers[0]), child(birth="2020-02-29")).cliffs[0]
    assert (leap.on, leap.alarm) == ("2038-03-01", "2036-03-01")
    assert opens(land(offers[0]), child("wren")).cliffs == ()


def life(*offers: Provision) -> list[Year]:
    return list(opens(land(*offers)).life)


def test_every_year_has_support_or_a_named_gap() -> None:
    years = life(
        offer("a", queue="f.now", ends_at_age="f.grown", right="school"),
        offer("b", from_age="f.eight", right="school"),
        offer("path", "adult", of="adult", from_age="f.grown", law="f.year"),
    )
    assert [one.age for one in years] == list(range(7, UNTIL_AGE))
    assert all(one.by_law or one.gap for one in years)
    by_age = {one.age: one for one in years}
    assert (by_age[7].by_law, by_age[7].perhaps, by_age[7].gap) == (("p.a",), (), None)
    assert (by_age[8].by_law, by_age[8].perhaps) == (("p.a",), ("p.b",))
    assert (by_age[18].by_law, by_age[18].gap) == ((), "age"), "the office has a year; `b` too hangs on age"
    assert by_age[19].by_law == by_age[24].by_law == ("p.path",)
    assert all(one.begins < two.begins for one, two in pairwise(years))


@pytest.mark.parametrize(
    ("offers", "gap"),
    [
        ((), "unknown"),
        ((offer("a", right="health_care"),), "unknown"),
        ((offer("a", right="health_care", ends_at_age="f.grown"),), "age"),
        ((offer("a", seen="f.ten-or-more", school_year=True),), "place"),
        ((offer("a", seen="f.ten-or-more", school_year=True), offer("b", queue="f.ten-or-more")), "unknown"),
        ((offer("a", queue="f.now"),), "unknown"),
    ],
)
def test_a_year_without_sure_support_says_why(offers: tuple[Provision, ...], gap: str) -> None:
    assert life(*offers)[-1].gap == gap


def test_a_year_beyond_the_paper_says_so() -> None:
    short = status("short", {"school": "yes"}, lasts="f.year")
    years = opens(land(offer("a", right="school", ends_at_age="f.grown"), statuses=(short,))).life
    assert [(one.age, one.by_law, one.gap) for one in years[:2]] == [(7, ("p.a",), None), (8, (), "paper")]
    assert (years[10].age, years[10].gap, years[11].gap) == (17, "paper", "age")


def test_what_is_for_children_is_sure_this_year_only_if_nobody_says_until_when() -> None:
    years = life(offer("a", queue="f.now"))
    assert [one.by_law for one in years[:2]] == [("p.a",), ()]
    assert years[1].perhaps == ("p.a",)


def test_people_to_turn_to_fill_no_need_and_carry_no_year() -> None:
    people = offer("group", "people", of="person", serves=("speaking",), queue="f.now")
    found = opens(land(people))
    assert [(one.need, one.ends) for one in found.gaps] == [("speaking", None)]
    assert [one.provision for one in found.supports] == ["p.group"]
    assert all(one.by_law == () and one.gap for one in found.life)


def test_a_child_whose_birth_is_not_known_has_no_years() -> None:
    assert opens(land(offer("a")), parent(), child("wren")).life == ()
    assert {one.member for one in opens(land(offer("a")), parent(birth="1990"), WREN).life} == {"wren"}
