"""When a support opens, on which paper, for how long, and what is not known of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.belong.made import (
    AT_ONCE,
    WREN,
    bounds,
    land,
    offer,
    only,
    opens,
    private,
    status,
    step,
    the,
    way,
)
from tests.law.made import child, parent
from vyrai.world import Provision


def test_a_right_that_holds_on_arrival_opens_at_once() -> None:
    found = only(offer("a", right="school"))
    assert (found.state, found.status, found.cause) == ("open", "st.here", "unknown")
    assert (bounds(found.due), bounds(found.paper)) == ((0, 0), (24, 24))
    assert bounds(found.seen) == (0, None), "that nobody saw anybody wait does not mean that nobody waits"
    assert (bounds(found.real), found.width) == ((0, 24), 24)
    assert found.missing == ("wait", "share")


def test_what_was_seen_and_counted_is_sure() -> None:
    found = only(offer("a", right="school", queue="f.week", seen="f.week", share="f.half"))
    assert (bounds(found.seen), found.cause, found.missing) == ((2, 2), "queue", ())
    assert bounds(found.real) == (11.7, 18.9), "between a half and four fifths of 23.5 months"
    assert found.real.facts == ("f.week", "f.half")


def test_no_waiting_and_all_of_it_is_every_month() -> None:
    found = only(offer("a", right="school", queue="f.now", facts=("f.ten",)))
    assert (bounds(found.real), found.cause) == ((0, 24), None)


@pytest.mark.parametrize(
    ("right", "state", "cause", "paper"),
    [
        ("health_care", "closed", "status", (0, 0)),
        ("work", "limited", "unknown", (0, 24)),
        ("family_joins", "unknown", "unknown", (0, 24)),
        ("travel_document", "unknown", "unknown", (0, 24)),
        (None, "open", "unknown", (24, 24)),
    ],
)
def test_it_is_as_open_as_the_right_it_hangs_on(
    right: str | None, state: str, cause: str, paper: tuple[int, int]
) -> None:
    found = only(offer("a", right=right))
    assert (found.state, found.cause, bounds(found.paper)) == (state, cause, paper)
    assert (bounds(found.real) or (0, 0))[0] == 0
    assert ("right" in found.missing) == (state == "unknown")
    if state == "closed":
        assert found.weeks is found.weeks_seen is found.due is found.seen is None
        assert found.missing == ()


def test_a_right_opens_on_the_first_status_that_has_it() -> None:
    later = status("later", {"health_care": ("yes", "f.week")})
    first = way("in", "st.here", step("s.in", "f.week", ("st.here",)))
    second = way("on", "st.later", step("s.file", "f.ten"), step("s.wait", "f.half-year", granted="st.later"))
    found = only(offer("a", right="health_care"), statuses=(AT_ONCE, later), ways=(first, second))
    assert (found.state, found.status, found.cause) == ("open", "st.later", "status")
    assert bounds(found.due) == (11, 37)
    assert bounds(found.weeks) == (12, 38), "from today the way in comes before"


def test_a_status_held_while_waiting_opens_rights() -> None:
    pending = status("pending", {"health_care": "yes"})
    lodge = step("s.lodge", "f.week", ("st.pending",))
    asked = way("in", "st.here", lodge, step("s.wait", "f.ten", granted="st.here"))
    law = land(offer("a", right="health_care"), statuses=(AT_ONCE, pending), ways=(asked,))
    found = opens(law)
    assert [(one.status, bounds(one.after)) for one in found.stages] == [
        ("st.pending", (0, 0)),
        ("st.here", (10, 10)),
    ]
    assert (found.arrives, the(found, "a").status) == ("2026-11-27", "st.pending")
    assert bounds(the(found, "a").paper) == (2.2, 2.3), "the next status surely is without it"


def test_a_status_that_says_nothing_may_open_it_already() -> None:
    silent, later = status("silent"), status("later", {"care_benefit": "yes"})
    ways = (
        way("in", "st.silent", step("s.in", "f.now", ("st.silent",))),
        way("on", "st.later", step("s.on", "f.ten")),
    )
    found = only(offer("a", right="care_benefit"), statuses=(silent, later), ways=ways)
    assert (found.state, bounds(found.due), bounds(found.paper)) == ("open", (0, 10), (21.7, 24))


def test_a_paper_that_runs_out_opens_nothing_for_sure_afterwards() -> None:
    short = status("short", {"school": "yes"}, lasts="f.year")
    found = only(offer("a", right="school"), statuses=(short,))
    assert (bounds(found.paper), found.missing) == ((12, 24), ("paper", "wait", "share"))
    unknown = status("short", {"school": "yes"}, lasts="f.nothing")
    assert bounds(only(offer("a", right="school"), statuses=(unknown,)).paper) == (0, 24)


def test_a_next_paper_that_may_be_without_it_ends_what_is_sure() -> None:
    silent = status("silent")
    ways = (
        way("in", "st.here", step("s.in", "f.now", ("st.here",))),
        way("on", "st.silent", step("s.on", "f.ten")),
    )
    found = only(offer("a", right="school"), statuses=(AT_ONCE, silent), ways=ways)
    assert bounds(found.paper) == (2.2, 24)


def test_a_way_that_gives_nothing_opens_nothing_that_is_known() -> None:
    found = only(offer("a", right="school"), ways=(way("in", None),))
    assert (found.state, found.status, bounds(found.weeks)) == ("unknown", None, (0, None))


def test_a_status_before_arrival_is_none_to_stay_on() -> None:
    paper = status("paper", {"school": "yes"}, stay=False)
    ways = (
        way("in", "st.paper", step("s.in", "f.ten", ("st.paper",))),
        way("on", "st.here", step("s.on", "f.week")),
    )
    found = opens(land(offer("a"), offer("b", right="school"), statuses=(AT_ONCE, paper), ways=ways))
    assert (found.arrives, bounds(found.arrival)) == ("2027-02-05", (11, 11))
    assert (the(found, "a").status, the(found, "b").status) == ("st.here", "st.paper")
    assert bounds(the(found, "b").due) == (0, 0)


def test_papers_at_hand_take_no_time() -> None:
    held: Any = {
        "citizenships": {"complete": True, "items": [{"document": "passport", "expires": "2031-01"}]}
    }
    ways = (way("in", "st.here", step("s.paper", "f.ten", ("passport",)), step("s.in", "f.week")),)
    law = land(ways=ways)
    assert bounds(opens(law, parent(**held)).arrival) == (1, 1)
    assert bounds(opens(law, parent()).arrival) == (11, 11)


def test_the_law_is_in_time_on_paper_and_no_office_is_surely() -> None:
    found = only(offer("a", law="f.ten"))
    assert (bounds(found.due), bounds(found.weeks), found.cause) == ((10, 10), (10, None), "queue")
    assert bounds(found.law_time) == (10, 10)
    assert bounds(found.seen) == (0, None), "an office may also be quick"
    unread = only(offer("a", law="f.nothing"))
    assert (bounds(unread.due), unread.law_time) == ((0, None), None)


def test_a_queue_alone_says_nothing_of_the_time_after_it() -> None:
    assert bounds(only(offer("a", queue="f.ten", law="f.week")).seen) == (10, None)
    assert bounds(only(offer("a", queue="f.ten")).seen) == (10, 10)
    assert bounds(only(offer("a", queue="f.ten", seen="f.nothing")).seen) == (10, None)


def test_what_is_asked_before_comes_first() -> None:
    paper = offer("paper", "assessment", queue="f.ten", law="f.week")
    found = only(paper, offer("a", after=("p.paper",), queue="f.week"))
    assert (bounds(found.due), bounds(found.seen), found.cause) == ((1, 1), (11, None), "queue")
    assert found.missing == ("share",)


@pytest.mark.parametrize(
    ("before", "state", "cause"),
    [
        (offer("b", right="health_care"), "closed", "status"),
        (offer("b", right="travel_document"), "unknown", "unknown"),
        (offer("b", right="work", seen="f.now"), "limited", "queue"),
        (offer("b", ends_at_age="f.three"), "closed", "age"),
    ],
)
def test_what_is_asked_before_may_be_shut(before: Provision, state: str, cause: str) -> None:
    found = only(before, offer("a", right="school", after=("p.b",)))
    assert (found.state, found.cause) == (state, cause)


def test_a_place_comes_free_when_the_school_year_begins() -> None:
    """The arrival is on 20 November: nobody surely has a place before 1 September, 285 days later."""
    found = only(offer("a", "place", right="school", seen="f.ten-or-more", school_year="f.september"))
    assert (bounds(found.seen), found.cause) == ((10, 41), "place")
    assert "f.september" in found.real.facts
    leap = only(offer("a", "place", seen="f.ten-or-more", school_year="f.leap"))
    assert bounds(leap.seen) == (10, 15), "on 1 March where there is no 29 February"


@pytest.mark.parametrize("begins", [True, "f.nothing", "f.week"])
def test_a_beginning_that_is_not_known_ends_no_waiting(begins: str | bool) -> None:
    assert bounds(only(offer("a", "place", seen="f.ten-or-more", school_year=begins)).seen) == (10, None)


def test_a_place_for_which_nobody_was_seen_to_wait_may_never_come() -> None:
    assert bounds(only(offer("a", "place", school_year="f.september")).seen) == (0, None)
    assert bounds(only(offer("a", seen="f.week", school_year="f.september")).seen) == (1, 1)


def test_ages_open_and_end() -> None:
    found = only(offer("a", from_age="f.eight", seen="f.now"))
    assert (found.state, found.cause, bounds(found.from_age)) == ("open", "age", (8, 8))
    assert bounds(found.due) == (23, 24), "on 1 May 2027"
    ends = only(offer("a", ends_at_age="f.eight"))
    assert (bounds(ends.until_age), bounds(ends.paper)) == ((8, 8), (5.3, 5.4))
    late = only(offer("a", from_age="f.grown", ends_at_age="f.eight"))
    assert (late.state, late.cause) == ("closed", "age")


def test_a_status_that_shuts_it_stays_the_cause() -> None:
    found = only(offer("a", right="health_care", ends_at_age="f.eight"))
    assert (found.state, found.cause) == ("closed", "status")


def test_what_ended_before_arrival_is_not_told() -> None:
    country = land(offer("a", ends_at_age="f.three"), offer("b", "assessment", ends_at_age="f.three"))
    assert opens(country).supports == ()


def test_a_paper_of_which_nobody_knows_the_time_is_not_made_at_once() -> None:
    found = only(offer("a", "assessment", right="school", seen="f.week"))
    assert (bounds(found.due), bounds(found.seen), found.missing) == ((0, None), (1, 1), ("law",))
    after = only(offer("a", "assessment"), offer("b", "assistant", right="school", after=("p.a",)))
    assert bounds(after.paper) == (0, 24), "what asks for the paper is not surely due"


@pytest.mark.parametrize("key", ["from_age", "ends_at_age"])
@pytest.mark.parametrize(("age", "member"), [("f.eight", child("wren")), ("f.nothing", WREN)])
def test_an_age_that_is_not_known_makes_it_unknown(key: str, age: str, member: dict[str, Any]) -> None:
    found = the(opens(land(offer("a", **{key: age})), member), "a")
    assert (found.state, found.cause, bounds(found.paper)) == ("unknown", "age", (0, 24))


def test_money_and_shares() -> None:
    found = only(offer("a", amount="f.sum", share="f.nothing", bridge=private("f.sum"), note="as is"))
    assert (bounds(found.amount), found.amount and found.amount.unit) == ((100, 120), "XXA/month")
    assert (bounds(found.real), found.note) == ((0, 24), {"en": "as is"})
    assert (found.bridge and found.bridge.costs, found.facts) == (
        ("f.sum",),
        ("f.week", "f.sum", "f.nothing"),
    )
    assert only(offer("a", amount="f.nothing", note={"ru": "так"})).amount is None


def test_support_is_for_whom_it_is_and_for_what() -> None:
    offers = (
        offer("all", of="person"),
        offer("adults", of="adult"),
        offer("children"),
        offer("speech", serves=("speaking",)),
        offer("walk", serves=("walking",)),
        offer("path", "adult", of="adult", from_age="f.grown"),
    )
    lark = child("lark", birth="2015-01")
    found = opens(land(*offers), parent("robin", birth="1990-01"), lark, WREN)
    of: dict[str, list[str]] = {one.member: [] for one in found.supports}
    for one in found.supports:
        of[one.member].append(one.provision)
    assert of == {
        "wren": ["p.all", "p.children", "p.speech", "p.path"],
        "lark": ["p.all", "p.children", "p.path"],
        "robin": ["p.all", "p.adults", "p.path"],
    }
    assert list(of) == ["wren", "lark", "robin"], "children with needs come first"


def test_kinds_come_in_the_order_of_their_list() -> None:
    found = opens(land(offer("a", "adult"), offer("b", "odd"), offer("c", "school")))
    assert [one.kind for one in found.supports] == ["school", "adult", "odd"]


def test_what_a_need_is_may_be_left_open() -> None:
    found = opens(land(offer("a", serves=("speaking",))), child("wren", needs=[{"words": "so it is"}]))
    assert (found.supports, found.gaps) == ((), ())


def test_days_beyond_the_calendar_are_its_last() -> None:
    assert opens(land(), on=date(9999, 12, 1)).arrives == "9999-12-01"


@pytest.mark.parametrize(
    ("lasts", "keys", "ends"),
    [
        (None, {}, (None, None)),
        ("f.half-year", {}, (0, None)),
        ("f.ten", {}, (10, None)),
        (None, {"ends_at_age": "f.eight"}, (23, 24)),
    ],
)
def test_when_it_is_over(lasts: str | None, keys: dict[str, Any], ends: tuple[Any, Any]) -> None:
    here = status("here", {"school": "yes"}, lasts=lasts)
    found = only(offer("a", right="school", **keys), statuses=(here,))
    assert bounds(found.ends) == ends


def test_what_the_family_pays_for_is_told_and_is_the_cause_where_nothing_else_is() -> None:
    found = only(offer("a", right="school", queue="f.now", price="f.sum"))
    assert (bounds(found.price), found.cause, "f.sum" in found.facts) == ((100, 120), "money", True)
    assert only(offer("a", right="school", price="f.sum")).cause == "money"
    assert only(offer("a", right="school", queue="f.ten", price="f.sum")).cause == "queue"


def test_a_paper_of_which_nobody_knows_how_long_it_holds_does_not_hold_for_ever() -> None:
    here = status("here", {"school": "yes"}, ever=False)
    found = only(offer("a", right="school", queue="f.now"), statuses=(here,))
    assert (bounds(found.paper), bounds(found.ends), found.missing) == (
        (0, 24),
        (0, None),
        ("paper", "share"),
    )
