"""What to begin with wherever one goes: what serves most ways, what waiting costs, what closes before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.law.made import ask, case, child, door, parent, span
from tests.reach.made import country, describe, into, rich
from vyrai.choose import Starting, destinations, starting
from vyrai.choose.starting import BeginOn
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.starting import counted, fields, not_said

ON = date(2026, 11, 20)
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.fee",))
W = Words("en")


def found(law: Law, *countries: str, **keys: Any) -> Starting:
    return starting(law, rich(parent(residence="XB"), child()), countries or ("XA",), ON, **keys)


def the(of: Starting, step: str) -> BeginOn:
    return next(one for one in of.first if one.step == step)


def said(of: Starting, step: str) -> dict[str, str]:
    return {told.label: told.text for told in fields(W, of, the(of, step))}


def two(*more: Any) -> Law:
    """Two countries that ask for one paper, and each for something of its own; with more ways."""
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    file = describe("file", "f.now", needs=("diploma-stamped",))
    hand = describe("hand", "f.now", folder="XC", needs=("diploma-stamped",))
    own = describe("own", "f.week", who_comes="applicant", level=2, where={"en": "the office"})
    sail = describe("sail", "f.now", folder="XC", who_comes="each", moves=True)
    law = country(
        into("visa", "st.here", file, CROSS),
        into("permit", "st.here", own, CROSS),
        into("other", "st.here", hand, sail, folder="XC", kind="visa"),
        *more,
        shared=(stamp,),
    )
    second = [replace(one, id="XC", title={"en": "Xylos"}) for one in law.atlas.countries if one.id == "XA"]
    return Law(replace(law.atlas, countries=(*law.atlas.countries, *second)))


def test_what_serves_most_ways_of_all_countries_stands_first() -> None:
    of = found(two(), "XA", "XC")
    assert [(one.country, one.ways) for one in of.countries] == [("XA", 2), ("XC", 1)]
    assert [(one.step, one.ways, one.countries) for one in of.first] == [
        ("s.stamp", 2, ("XA", "XC")),
        ("s.own", 1, ("XA",)),
    ]
    assert counted(W, of).startswith("Counted over all plans: 3 ways, 2 countries.")
    told = said(of, "s.own")
    assert (told["Serves"], told["Where"], told["Danger"]) == ("1 way, Xanadu", "the office", "some")
    assert "If you wait" not in told, "a day for each day is said once, above"


def test_one_country_twice_is_one_country() -> None:
    assert len(found(two(), "XA", "XA").countries) == 1


def test_waiting_past_a_door_closes_ways() -> None:
    shuts = (door("open", span(None, "2026-12-10")), door("closed", span("2026-12-11", "2028-12-31")))
    law = country(into("visa", "st.here", describe("file", "f.now"), CROSS, door=shuts))
    of = found(law)
    assert [(one.weeks, one.ways) for one in the(of, "s.file").lost] == [(1, 0), (4, 1), (8, 1)]
    assert said(of, "s.file")["If you wait"] == "4 weeks: 1 way closed; 8 weeks: 1 way closed"


def test_a_step_with_room_says_how_long_nothing_is_lost() -> None:
    short = describe("short", "f.week", folder="", yields=("diploma-stamped",))
    long, file = describe("long", "f.ten", yields=("passport",)), ("diploma-stamped", "passport")
    law = country(
        into("visa", "st.here", long, describe("file", "f.now", needs=file), CROSS), shared=(short,)
    )
    assert said(found(law), "s.short")["If you wait"].startswith("1 week: nothing is lost; 4 weeks: nothing")


def test_what_is_done_before_leaving_says_what_closes() -> None:
    until = {"country": "XB", "document": "passport", "expires": "2027-03-01"}
    own = parent(residence="XB", citizenships={"complete": True, "items": [until]})
    file = describe("file", "f.week", who_comes="applicant", at="outside", needs=("passport",))
    law = country(into("visa", "st.here", file, CROSS))
    of = starting(law, rich(own), ("XA",), ON)
    (one,) = of.leaving
    assert (one.step, one.closes, one.door) == ("s.file", "2027-03-01", "passport")
    told = {part.label: part.text for part in fields(W, of, one)}
    assert told["At the latest"] == "1 March 2027: then Passport would be good for too short a time"


def test_a_window_closes_as_a_door() -> None:
    shuts = (door("open", span(None, "2026-12-10")), door("closed", span("2026-12-11", "2028-12-31")))
    file = describe("file", "f.now", who_comes="applicant", at="outside", costs=("f.fee",))
    of = found(country(into("visa", "st.here", file, CROSS, door=shuts)))
    (one,) = of.leaving
    told = {part.label: part.text for part in fields(W, of, one)}
    assert told["At the latest"] == "10 December 2026: then a door closes"
    assert told["Fee"] == "80 XXA"


def test_papers_that_nobody_tells_how_to_get_are_counted() -> None:
    file = describe("file", "f.now", needs=("passport",))
    of = found(country(into("visa", "st.here", file, CROSS), into("permit", "st.here", file, CROSS)))
    assert of.unmade == (("passport", 2),)
    assert said(of, "s.file")["Get first"] == "Passport"


def test_a_way_whose_steps_nobody_wrote_down_begins_with_no_step_of_the_atlas() -> None:
    of = found(country(into("visa", "st.here")))
    (one,) = of.first
    assert (one.step, one.title, one.where) == ("r.visa/file", {}, None)


def test_where_every_way_is_closed_there_is_nothing_to_begin_with() -> None:
    closed = country(into("visa", "st.here", CROSS, asked=(ask("no", "citizen(p, 'XA')", "person"),)))
    own: Any = {"citizenships": {"complete": True, "items": [{"country": "XB"}]}}
    of = starting(closed, rich(parent(**own)), ("XA",), ON)
    assert (of.first, of.leaving, of.without, of.ways) == ((), (), ("XA",), 0)
    assert counted(W, of).startswith("No way into these countries has a plan")


def test_whoever_stops_it_gets_what_was_looked_at() -> None:
    def stop(country: str, done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    of = found(two(), "XA", "XC", tell=stop)
    assert ([one.country for one in of.countries], of.left) == (["XA"], ("XC",))


@pytest.mark.parametrize("many", [5, 4])
def test_many_countries_are_counted_and_few_are_named(many: int) -> None:
    of = found(two())
    one = replace(the(of, "s.stamp"), countries=tuple(f"X{letter}" for letter in "ABCDE"[:many]))
    told = {part.label: part.text for part in fields(W, of, one)}["Serves"]
    assert told == ("1 way, 5 countries" if many == 5 else "1 way, Xanadu, XB, Xylos and XD")


def test_leaving_is_told_as_shut_only_where_it_is_so_of_every_country() -> None:
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    road = into("road", None, out, folder="XB", kind="leaving", not_toward=("XC",))
    of = two(road)
    assert "leaving" not in found(of, "XA").unknown
    assert "leaving" in found(of, "XC").unknown
    for order in (("XA", "XC"), ("XC", "XA")):
        assert "leaving" not in found(of, *order).unknown


def test_nobody_is_sent_where_they_live_or_where_no_way_is_written_down() -> None:
    law = two()
    assert destinations(law, rich(parent(residence="XB"))) == ("XA", "XC")
    assert destinations(law, rich(parent(residence="XA"))) == ("XC",)


def test_what_was_skipped_is_told_and_counts_as_nothing_said() -> None:
    of = starting(two(), case(parent()), ("XA", "XC"), ON)
    assert of.unknown == ("home",)
    assert not_said(W, of) == [
        "You have not said where you live: leaving it, and its danger, are not in these plans.",
    ]
    assert found(two()).unknown == ("leaving",)


def test_a_search_that_is_cut_short_says_so() -> None:
    assert found(two()).proven
    of = found(two(), seconds=0.0)
    assert not of.proven
    assert not_said(W, of)[-1] == "Not finished: the time was up, and a better one may exist."
