"""A member who holds other papers than the way gives: a citizen, a child with a card, who stays out."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from tests.belong.made import (
    AT_ONCE,
    WREN,
    bounds,
    chain,
    land,
    offer,
    status,
    step,
    the,
    way,
)
from tests.law.made import ON, ask, child, family, parent
from vyrai.belong import Belonging, belong
from vyrai.choose import form_of
from vyrai.family import loads
from vyrai.law import Law, own_lines, timeline
from vyrai.words import Words, parting
from vyrai.world import Provision, World

CITIZEN = status("citizen", {"health_care": "yes", "school": "yes", "care_benefit": "yes"})
CARD = status("card", {"health_care": "yes", "school": "no"}, lasts="f.year")
LATER = status("later", {"health_care": "yes"})
CARE = offer("care", "health", right="health_care")
SCHOOL = offer("school", "school", right="school")
XA = {"citizenships": [{"country": "XA", "document": "passport", "expires": "2030-01"}]}


def held(name: str = "card", **keys: Any) -> dict[str, Any]:
    return {"statuses": [{"status": f"st.{name}", "country": "XA", "from": "2026-01-01", **keys}]}


def wren(**keys: Any) -> dict[str, Any]:
    return child(birth="2019-05-01", needs=[{"need": "speaking"}], **keys)


def country(law: Law, **keys: Any) -> Law:
    countries = [
        msgspec.structs.replace(one, **keys) if one.id == "XA" else one for one in law.atlas.countries
    ]
    return Law(msgspec.structs.replace(law.atlas, countries=tuple(countries)))


def found(*members: dict[str, Any], law: Law | None = None, offers: tuple[Provision, ...] = ()) -> Belonging:
    made = law or land(*(offers or (CARE, SCHOOL)), statuses=(AT_ONCE, CARD, CITIZEN))
    if law is None:
        made = country(made, citizens="st.citizen")
    # Read by the form of this country, which knows its statuses.
    of = loads(json.dumps({"members": members}), form_of(made.atlas))
    world = World(made.atlas, ON)
    people, links = family(made, of), chain(made, of)
    line = timeline(made, world, links)
    return belong(made, people, world, line, "XA", own=own_lines(made, people, world, "XA", line, links))


def test_a_child_who_is_a_citizen_has_what_citizens_have() -> None:
    seen = found(parent(), wren(**XA), child("rook", birth="2019-05-01"))
    assert (the(seen, "care").state, the(seen, "care").status) == ("open", "st.citizen")
    assert bounds(the(seen, "care").paper) == (24, 24), "a citizenship does not run out"
    assert (the(seen, "care", "rook").state, the(seen, "care", "rook").cause) == ("closed", "status")
    [own] = seen.own or ()
    assert (own.member, own.why, [one.status for one in own.stages]) == ("wren", "citizen", ["st.citizen"])
    assert not any(one.member == "wren" and one.line == "health" for one in seen.flags)


def test_what_citizens_have_may_not_be_written_down() -> None:
    law = land(CARE, SCHOOL, statuses=(AT_ONCE, CITIZEN))
    seen = found(parent(), wren(**XA), law=law)
    assert (the(seen, "school").state, the(seen, "school").cause) == ("unknown", "unknown")
    [own] = seen.own or ()
    assert (own.why, own.stages) == ("citizen", ())


def test_a_citizen_of_another_country_goes_by_the_way() -> None:
    seen = found(parent(), wren(citizenships=[{"country": "XB"}, {}]))
    assert not seen.own
    assert the(seen, "school").status == "st.here"


def test_a_card_at_hand_counts_until_it_runs_out_and_then_the_way() -> None:
    card = {"to": "2027-11-20", "from": "2026-01-01"}
    seen = found(parent(), wren(**held(**card)))
    care, school = the(seen, "care"), the(seen, "school")
    assert (care.state, care.status, bounds(care.ends)) == ("open", "st.card", (52, 53))
    assert (school.state, school.status, bounds(school.due)) == ("open", "st.here", (52, 53))
    [own] = seen.own or ()
    assert own.why == "held"
    assert [(one.status, bounds(one.lasts)) for one in own.stages] == [
        ("st.card", (52, 53)),
        ("st.here", None),
    ]


SHORT = status("here", {"school": "yes", "health_care": "no"}, lasts="f.year")


def test_what_the_way_gave_meanwhile_runs_out_no_later_than_the_law_says() -> None:
    law = land(CARE, SCHOOL, statuses=(SHORT, CARD))
    seen = found(parent(), wren(**held(to="2027-06-01")), child("rook", birth="2019-05-01"), law=law)
    child_of_way, holder = the(seen, "school", "rook"), the(seen, "school")
    assert (bounds(child_of_way.ends), bounds(holder.due)) == ((52, None), (27, 28))
    assert bounds(holder.ends) == (52, None), "a paper in the pocket gives no second life to the other"
    [own] = seen.own or ()
    assert bounds(own.stages[1].lasts) == (24, 25)


def test_what_the_way_gave_is_gone_where_the_card_outlives_it() -> None:
    law = land(CARE, SCHOOL, statuses=(SHORT, CARD))
    seen = found(parent(), wren(**held(to="2028-06-01")), law=law)
    [own] = seen.own or ()
    assert [one.status for one in own.stages] == ["st.card"]
    assert the(seen, "school").state == "closed"


def test_what_follows_a_card_is_told_with_one_beginning() -> None:
    ways = (way("in", "st.here", step("s.in", "f.ten", ("st.here",))),)
    seen = found(parent(), wren(**held(to="2027-11-20")), law=land(CARE, statuses=(AT_ONCE, CARD), ways=ways))
    [own] = seen.own or ()
    later = own.stages[1]
    assert (seen.arrives, later.on) == ("2027-01-29", "2027-11-20")
    assert (bounds(later.after), bounds(later.weeks)) == ((42, 43), (52, 53))


def test_what_the_way_gives_begins_no_sooner_than_the_card_is_over_and_ends_as_for_everybody() -> None:
    first = way("in", "st.later", step("s.in", "f.now", ("st.later",)))
    second = way("on", "st.here", step("s.wait", "f.ten", granted="st.here"))
    law = land(SCHOOL, statuses=(LATER, SHORT, CARD), ways=(first, second))
    seen = found(parent(), wren(**held(to="2026-12-20")), child("rook", birth="2019-05-01"), law=law)
    [own] = seen.own or ()
    assert [one.status for one in own.stages] == ["st.card", "st.later", "st.here"]
    holder, of_the_way = the(seen, "school"), the(seen, "school", "rook")
    assert (bounds(holder.due), bounds(of_the_way.due)) == ((4, 10), (0, 10))
    assert bounds(holder.ends) == bounds(of_the_way.ends)


def test_the_longest_of_several_cards_counts() -> None:
    short, long = ({"to": day, **held()["statuses"][0]} for day in ("2027-01-01", "2028-01-01"))
    seen = found(parent(), wren(statuses=[short, {**long, "status": "st.citizen"}, {}]))
    assert the(seen, "care").status == "st.citizen"


def test_a_card_without_an_end_leaves_nothing_to_the_way() -> None:
    seen = found(parent(), wren(**held(to="open")))
    assert bounds(the(seen, "care").paper) == (24, 24)
    assert the(seen, "school").state == "closed", "no status of the way follows"


def test_of_a_card_whose_end_nobody_said_nothing_is_sure() -> None:
    care = the(found(parent(), wren(**held())), "care")
    assert (care.state, bounds(care.paper)) == ("unknown", (0, 24))


@pytest.mark.parametrize(
    "dates",
    [
        {"to": "2026"},
        {"to": {"unknown": "does_not_know"}},
        {"from": {"unknown": "does_not_know"}, "to": "2030-01-01"},
        {"from": "2026-11", "to": "2030-01-01"},
    ],
)
def test_of_a_card_that_is_perhaps_over_or_perhaps_begun_nothing_is_known(dates: dict[str, Any]) -> None:
    seen = found(parent(), wren(**held(**dates)))
    assert {the(seen, name).state for name in ("care", "school")} == {"unknown"}
    [own] = seen.own or ()
    assert (own.member, own.why, own.stages) == ("wren", "perhaps", ())
    assert "perhaps has a valid paper" in parting.own(Words("en"), own)


def test_a_card_that_is_sure_counts_beside_one_that_is_not() -> None:
    sure, unsure = held(to="2028-01-01")["statuses"], held("citizen", to="2026")["statuses"]
    assert the(found(parent(), wren(statuses=[*unsure, *sure])), "care").status == "st.card"


def test_a_card_that_is_over_or_not_begun_or_of_elsewhere_is_none() -> None:
    for other in (
        {"to": "2026-11-01"},
        {"from": "2027-01-01"},
        {"status": "other"},
    ):
        assert not found(parent(), wren(**held(**other))).own


def test_statuses_that_the_way_passes_before_the_card_ends_are_skipped() -> None:
    first = way("in", "st.here", step("s.in", "f.now", ("st.here",)))
    second = way("on", "st.later", step("s.wait", "f.ten", granted="st.later"))
    law = land(CARE, statuses=(AT_ONCE, CARD, LATER), ways=(first, second))
    care = the(found(parent(), wren(**held(to="2027-11-20")), law=law), "care")
    assert bounds(care.paper) == (24, 24), "from the card to the later status without a day between"


def test_a_member_whom_the_way_leaves_out_has_nothing_of_it() -> None:
    asked = ask("in", "p.insured", "person", "person")
    (route, steps), other = way("in", "st.here", step("s.in", "f.now", ("st.here",))), CITIZEN
    law = land(
        SCHOOL,
        statuses=(AT_ONCE, other),
        ways=((msgspec.structs.replace(route, requirements=(asked,)), steps),),
    )
    seen = found(parent(insured=True), wren(insured=False), law=law)
    assert (the(seen, "school").state, the(seen, "school").cause) == ("closed", "way")
    [own] = seen.own or ()
    assert (own.member, own.why, own.stages) == ("wren", "left_out", ())
    both = found(parent(insured=False), wren(insured=False), law=law)
    assert not both.own, "a way that takes nobody is told as if it were granted"
    assert the(both, "school").state == "open"


def test_who_is_left_out_later_keeps_what_came_before() -> None:
    asked = ask("on", "p.insured", "person", "person")
    first = way("in", "st.here", step("s.in", "f.now", ("st.here",)))
    route, steps = way("on", "st.later", step("s.wait", "f.ten", granted="st.later"))
    second = (msgspec.structs.replace(route, requirements=(asked,)), steps)
    law = land(CARE, SCHOOL, statuses=(AT_ONCE, LATER), ways=(first, second))
    seen = found(parent(insured=True), wren(insured=False), law=law)
    assert (the(seen, "care").state, the(seen, "care").cause) == ("closed", "way")
    assert the(seen, "school").state == "open"


def test_a_condition_is_asked_of_the_paper_that_the_child_holds() -> None:
    asks = (
        ask("own", "held(p, 'st.citizen', on)", "person", "person"),
        ask("kin", "any(held(m, 'st.here', on) for m in members)"),
    )
    both = offer("both", "benefit", right="school", requires=asks)
    law = country(land(both, statuses=(AT_ONCE, CITIZEN)), citizens="st.citizen")
    none = {"statuses": {"complete": True, "items": []}}
    seen = found(parent(), wren(**XA, **none), child("rook", birth="2019-05-01", **none), law=law)
    assert [one.verdict for one in the(seen, "both").conditions] == ["met", "met"]
    assert [one.verdict for one in the(seen, "both", "rook").conditions] == ["not met", "met"]
    alone = found(wren(**XA, **none), law=law)
    assert [one.verdict for one in the(alone, "both").conditions] == ["met", "not met"]


def test_a_family_that_is_all_on_the_way_is_told_no_papers_of_its_own() -> None:
    assert not found(parent(), WREN).own
