"""What the family has crossed out is in no plan, and that is said."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.law.made import parent
from tests.reach.made import country, describe, into
from vyrai.choose import Planning, destinations, form_of, planning
from vyrai.family import Case, CaseError, loads
from vyrai.words import Words
from vyrai.words.planning import alike, crossed, nothing

ON = date(2026, 11, 20)
W = Words("en")
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
LAW = country(
    into("visa", "st.here", describe("ask", "f.week"), CROSS),
    into("permit", "st.here", describe("file", "f.ten"), CROSS),
)


def family(*marks: dict[str, Any]) -> Case:
    """A family that is asked by the form of this country, which knows its ways."""
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    written = {"members": [parent(residence="XB")], "savings": savings, "marks": marks}
    return loads(json.dumps(written), form_of(LAW.atlas))


def out(*marks: dict[str, Any]) -> Planning:
    return planning(LAW, family(*marks), "XA", ON, lives=100)


def ways(found: Planning) -> set[tuple[str, ...]]:
    return {one.way for one in found.plans}


def test_a_way_that_is_crossed_out_is_left_out_and_named() -> None:
    found = out({"what": "r.visa", "mark": "crossed"})
    assert (ways(found), found.crossed) == ({("r.permit",)}, (("r.visa",),))
    assert crossed(W, found) == ["Not in these plans, for you crossed them out: r.visa"]
    assert crossed(W, out({"what": "r.visa", "mark": "keep"})) == []


@pytest.mark.parametrize(("until", "left"), [("2026-11-19", 2), ("2026-11", 1), ("2026-11-20", 1)])
def test_until_the_mark_lapses(until: str, left: int) -> None:
    assert len(ways(out({"what": "r.visa", "mark": "crossed", "until": until}))) == left


def test_beside_one_thing_stands_one_mark() -> None:
    assert len(ways(out({"what": "r.visa"}))) == 2, "no mark is written beside it"
    with pytest.raises(CaseError, match=r"marks\[2\].what: the same stands in marks\[1\] already"):
        out({"what": "r.visa", "mark": "crossed"}, {"what": "r.visa", "mark": "keep"})


def test_where_every_open_way_is_crossed_out_that_is_why_there_is_no_plan() -> None:
    found = out({"what": "r.visa", "mark": "crossed"}, {"what": "r.permit", "mark": "crossed"})
    assert (found.plans, found.empty) == ((), ())
    assert nothing(W, found, False) == "Every way into this country that is not closed you have crossed out."


def test_where_another_way_has_no_plan_that_is_told_and_not_the_crossing_out() -> None:
    found = out({"what": "r.visa", "mark": "crossed"})
    assert found.crossed
    assert nothing(W, found, True) == "With this money and in this time there is no plan into this country."


def test_a_country_that_is_crossed_out_has_its_plans_when_they_are_asked_for() -> None:
    mark = {"what": "XA", "mark": "crossed"}
    found = out(mark)
    assert len(found.plans) == 2
    assert crossed(W, found) == [
        "You have crossed out Xanadu. Here are its plans all the same, for you asked for them."
    ]
    of = family(mark)
    assert (destinations(LAW, of), destinations(LAW, of, ON)) == (("XA",), ())


def test_where_all_plans_are_alike_in_what_was_asked_for_it_is_said() -> None:
    found = out()
    assert alike(W, found, "chance") == [
        "In what you asked for all plans are alike, by what is known. The one that is shown is best in "
        "something else too."
    ]
    assert alike(W, found, "weeks") == alike(W, found, None) == []
    assert alike(W, out({"what": "r.visa", "mark": "crossed"}), "chance") == []
