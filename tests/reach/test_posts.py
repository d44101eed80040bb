"""Offices in another country than the one where the family lives: there and back, with a visa if need be."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.law.made import ON, ask, child, number, parent, span
from tests.reach.made import country, days, describe, drafted, into, planned, rich, step_of
from vyrai.choose import form_of, planning
from vyrai.family import Case, loads
from vyrai.law import Law
from vyrai.reach import Draft, live_through
from vyrai.reach._posts import Trip
from vyrai.world._built import Post, Takes

CROSS = describe("cross", "f.now", who_comes="each", moves=True)
NONE: dict[str, object] = {"complete": True, "items": []}
HOME: dict[str, Any] = {
    "residence": "XB",
    "citizenships": {"complete": True, "items": [{"country": "XB"}]},
    "statuses": NONE,
}
AT_HOME = parent(**HOME)
TRIP = "trip:r.visa/s.hearing@r.road/s.road"


def land(
    *more: Any,
    comes: str = "each",
    lands: tuple[str, ...] = ("XC",),
    by: tuple[str, ...] = (),
    asked: Any = (),
    needs: tuple[str, ...] = (),
    shared: Any = (),
    **road: Any,
) -> Law:
    """A visa with a hearing in XC for who lives in XB, and a road from there to it."""
    post = Post(lands, ("f.short",), by)
    leads = road.pop("leads", ("XC",))
    hearing = describe("hearing", "f.week", who_comes=comes, posts={"XB": post}, needs=needs, refused=True)
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True, level=2)
    out = replace(out, takes=road.pop("takes", out.takes))
    sea = describe("sea", "f.now", folder="XB", who_comes="each", moves=True)
    keys = {"folder": "XB", "kind": "leaving"}
    statuses = (status("here", {"work": "yes"}), replace(status("guest", {}), folder="XC"))
    law = country(
        into("visa", "st.here", hearing, CROSS, kind="visa"),
        into("road", None, out, asked=asked, toward=leads, **keys, **road),
        into("sea", None, sea, toward=("XA",), **keys),
        *more,
        statuses=statuses,
        shared=shared,
    )
    others = tuple(replace(law.atlas.country("XA"), id=name, union=None) for name in ("XC", "XD"))
    return Law(replace(law.atlas, countries=(*law.atlas.countries, *others)))


def on(days_from_start: int) -> str:
    return (ON + timedelta(days=days_from_start)).isoformat()


def trips(found: Draft) -> list[str]:
    return [step.id for step in found.problem.steps if step.id.startswith("trip:")]


def test_whoever_must_come_goes_there_the_day_before_and_comes_home_again() -> None:
    found = drafted(land(fares={"XC": ("f.bus", "f.bus-child")}), rich(AT_HOME, child(**HOME)))
    trip, hearing = step_of(found.problem, TRIP), step_of(found.problem, "r.visa/s.hearing")
    assert hearing.needs == ("at:r.visa/s.hearing",)
    assert "f.short" in hearing.facts, "the fact that says where the office is"
    assert (trip.yields, trip.place, trip.valid, trip.moves_to) == (hearing.needs, "home", 1, None)
    assert trip.fee == 2 * (40 + 25), "there and back"
    assert trip.danger == 2 * 3, "the border is crossed twice"
    assert "fee" in trip.unknown, "a night there is not counted"
    assert trip.attends is not None
    assert hearing.attends == replace(trip.attends, days=2), "the day of the hearing, and one to come home"
    assert {"f.bus", "f.bus-child"} <= set(trip.facts)
    assert found.trips == {TRIP: Trip("XC", "r.visa/s.hearing", "s.road")}
    assert found.unknown == ("tickets",), "of the way out, not of the journey"


def test_a_plan_goes_there_before_the_hearing_and_leaves_from_home_after_it() -> None:
    when = days(planned(land(), rich(AT_HOME)))
    assert when[TRIP] == (0, 0)
    assert when["r.visa/s.hearing"] == (1, 8)
    assert when["r.sea/s.sea"] == when["r.visa/s.cross"] == (8, 8)


def test_of_a_way_out_that_leads_only_on_nobody_knows_how_long_the_journey_takes() -> None:
    there = drafted(land(), rich(AT_HOME))
    assert "days" not in step_of(there.problem, TRIP).unknown
    entry = into("free", "st.guest", CROSS, folder="XC", kind="visa-free", filed="outside")
    onward = drafted(land(entry, leads=()), rich(AT_HOME))
    assert "days" in step_of(onward.problem, TRIP).unknown
    usual = drafted(land(entry, leads=(), takes=Takes(average="f.hours")), rich(AT_HOME))
    unknown = step_of(usual.problem, TRIP).unknown
    assert ("days" in unknown, "usual" in unknown) == (True, False), "what is usual is of its beginning only"
    hours = Takes(average="f.hours")
    for law, told in ((land(takes=hours), True), (land(entry, leads=(), takes=hours), False)):
        (plan, *_) = planning(law, rich(AT_HOME), "XA", ON, lives=9).plans
        assert [one.usual is not None for one in plan.steps if one.kind == "trip"] == [told]


def test_a_way_out_into_the_union_leads_to_each_country_of_it() -> None:
    entry = into("free", "st.guest", CROSS, folder="XC", kind="visa-free", filed="outside")
    law = land(entry, leads=("XU",))
    lands = tuple(replace(one, union="XU") if one.id == "XC" else one for one in law.atlas.countries)
    found = drafted(Law(replace(law.atlas, countries=lands)), rich(AT_HOME))
    assert "days" not in step_of(found.problem, TRIP).unknown


def test_tickets_of_some_of_them_nobody_reckons() -> None:
    found = drafted(land(comes="applicant", fares={"XC": ("f.train",)}), rich(AT_HOME, child(**HOME)))
    trip = step_of(found.problem, TRIP)
    assert (trip.fee, len(trip.attends.who if trip.attends else ()), "f.train" in trip.facts) == (0, 1, False)


@pytest.mark.parametrize("member", [{**HOME, "residence": "XA"}, {}])
def test_who_lives_elsewhere_goes_to_the_office_there(member: dict[str, Any]) -> None:
    found = drafted(land(), rich(parent(**member)))
    assert (trips(found), found.trips) == ([], {})
    hearings = [step for step in found.problem.steps if step.id.endswith("s.hearing")]
    assert all("at:" not in need for step in hearings for need in step.needs)


def test_where_nobody_must_come_nobody_travels() -> None:
    assert trips(drafted(land(comes="nobody"), rich(AT_HOME))) == []


VISITS = ask("entry", "any(s.status == 'st.guest' for s in p.statuses)", "person")


def guest(name: str = "guest", **keys: Any) -> Any:
    """A visa that lets somebody visit XC, with what is done there after it."""
    file = describe("file", "f.half-year", folder="XC", who_comes="each", costs=("f.fee",), refused=True)
    come = describe("come", "f.now", folder="XC", who_comes="each", moves=True)
    stamp = describe("stamp", "f.week", folder="XC", who_comes="each")
    plain = {"folder": "XC", "kind": "visa", "filed": "outside"} | keys
    return into(name, "st.guest", file, come, stamp, **plain)


def test_a_road_that_is_shut_without_a_visa_waits_for_the_one_that_the_atlas_names_for_it() -> None:
    law = land(guest(), guest("other"), by=("r.guest",), asked=(VISITS,))
    found = drafted(law, rich(AT_HOME))
    assert trips(found) == [f"{TRIP}@given:r.guest"]
    assert "given:r.guest" in step_of(found.problem, trips(found)[0]).needs
    ids = {step.id for step in found.problem.steps}
    assert {"r.guest/s.come", "r.guest/s.stamp", "r.other/s.file"}.isdisjoint(ids)
    when = days(planned(law, rich(AT_HOME)))
    assert when["r.guest/s.file"][1] == when[trips(found)[0]][0] == when["r.visa/s.hearing"][0] - 1


def test_who_may_go_there_today_asks_for_no_visa() -> None:
    law = land(guest(), by=("r.guest",))
    assert trips(drafted(law, rich(AT_HOME))) == [TRIP]
    assert "r.guest/s.file" not in {step.id for step in drafted(law, rich(AT_HOME)).problem.steps}


@pytest.mark.parametrize(
    "law",
    [
        land(guest(), asked=(VISITS,)),
        land(guest(asked=(ask("no", "citizen(p, 'XA')", "person"),)), by=("r.guest",), asked=(VISITS,)),
        land(guest(), by=("r.guest",), lands=("XD",)),
    ],
)
def test_an_office_that_nobody_can_reach_makes_no_plan_and_it_is_told(law: Law) -> None:
    found = drafted(law, rich(AT_HOME))
    assert ("post" in found.unknown, trips(found)) == (True, [])
    assert not planned(law, rich(AT_HOME)).plans


def test_a_road_that_leads_anywhere_lets_nobody_in_without_a_visa() -> None:
    """To be out is not to be in: that road does not ask who may come in at its other end."""
    anywhere = drafted(land(guest(), by=("r.guest",), leads=()), rich(AT_HOME))
    assert trips(anywhere) == [f"{TRIP}@given:r.guest"]
    shut = drafted(land(guest(), leads=()), rich(AT_HOME))
    assert (trips(shut), "post" in shut.unknown) == ([], True)
    free = into("free", "st.guest", folder="XC", kind="visa-free")
    assert trips(drafted(land(free, leads=()), rich(AT_HOME))) == [TRIP]
    closed = into(
        "free", "st.guest", folder="XC", kind="visa-free", asked=(ask("no", "citizen(p, 'XA')", "person"),)
    )
    assert trips(drafted(land(closed, leads=()), rich(AT_HOME))) == []


def test_nobody_sets_out_before_what_is_asked_for_there_is_ready() -> None:
    """The paper takes half a year; the journey is not made before it, in plans and in lives."""
    file = describe("paper", "f.half-year", who_comes="nobody", yields=("diploma-stamped",), folder="")
    needing = land(shared=(file,), needs=("diploma-stamped",))
    found = planned(needing, rich(AT_HOME))
    when = days(found)
    assert when["s.paper"][1] == when[TRIP][0] == when["r.visa/s.hearing"][0] - 1
    lived = live_through(drafted(needing, rich(AT_HOME)), found.plans, lives=200)
    assert [one.lives.expired.share for one in lived] == [0]


def test_one_of_several_countries_is_enough() -> None:
    found = drafted(land(lands=("XD", "XC")), rich(AT_HOME))
    assert (trips(found), "post" in found.unknown) == ([TRIP], False)


def test_who_has_not_said_which_papers_they_hold_is_sent_to_no_border_without_a_visa() -> None:
    """What nobody has answered lets nobody in: it never makes a plan cheaper."""
    law = land(guest(), by=("r.guest",), asked=(VISITS,))
    unsaid = parent(**{name: said for name, said in HOME.items() if name != "statuses"})
    assert trips(drafted(law, rich(unsaid))) == [f"{TRIP}@given:r.guest"]
    guests = {
        "complete": True,
        "items": [{"status": "st.guest", "country": "XB", "from": "2026-01", "to": "2027-12"}],
    }
    assert trips(drafted(law, told(law, members=[parent(**{**HOME, "statuses": guests})]))) == [TRIP]


def told(law: Law, **said: Any) -> Case:
    """A family that is asked by the form of this country, which knows its steps and statuses."""
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    return loads(json.dumps({"members": [AT_HOME], "savings": savings, **said}), form_of(law.atlas))


def test_whoever_was_there_is_not_sent_again() -> None:
    law = land(fares={"XC": ("f.bus",)})
    done = told(law, done=[{"step": "s.hearing"}])
    found = days(planned(law, done))
    assert not [step for step in found if step.startswith("trip:") or step.endswith("s.hearing")]
    assert found["r.visa/s.cross"] == (0, 0)


def test_an_office_stands_where_it_stood_on_the_day() -> None:
    """Before any source says that they are sent abroad, nobody is; of old a source is better than none."""
    later = land()
    later = Law(
        replace(
            later.atlas,
            facts=(
                *(one for one in later.atlas.facts if one.id != "f.short"),
                number("f.short", 60, "days", valid=span("2027-06-01")),
            ),
        )
    )
    assert trips(drafted(later, rich(AT_HOME))) == []
    assert trips(drafted(later, rich(AT_HOME), date(2027, 7, 1))) == [TRIP]


def test_one_office_out_of_reach_is_told_though_another_is_not() -> None:
    shut = describe("swear", "f.week", who_comes="each", posts={"XB": Post(("XD",), ("f.short",))})
    near = describe("near", "f.week", who_comes="each", posts={"XB": Post(("XC",), ("f.short",))})
    law = land(into("other", "st.here", shut, near, CROSS, kind="visa"))
    assert "post" in drafted(law, rich(AT_HOME)).unknown


def test_a_journey_is_no_beginning_and_has_no_day_before_which_its_paper_would_lapse() -> None:
    law = land()
    found = planning(law, saving(law), "XA", ON, lives=50)
    (plan,) = found.plans
    trip = next(one for one in plan.steps if one.kind == "trip")
    assert (trip.title, trip.not_before) == (law.atlas.country("XC").title, None)
    assert found.firsts is not None
    names = [one.step for one in found.firsts.first] + [one.step for one in found.firsts.before_leaving]
    assert not [name for name in names if name.startswith("trip:") or name == "saved"]
    assert "saved" not in {one.id for one in plan.steps}


def saving(law: Law) -> Case:
    """A family that puts money aside until it leaves."""
    aside = {"complete": True, "items": [{"currency": "XXA", "amount": 50}]}
    return told(law, saved_at_home=aside)


@pytest.mark.parametrize(("day", "clashes"), [(28, False), (29, True), (30, True)])
def test_a_date_at_home_in_the_days_of_a_visit_abroad_clashes_with_it(day: int, clashes: bool) -> None:
    """They are out the day before."""
    law = land()
    sign = describe("sign", who_comes="each")
    routes = tuple(
        replace(one, steps=("s.sign", *one.steps)) if one.id == "r.visa" else one for one in law.atlas.routes
    )
    law = Law(replace(law.atlas, steps=(*law.atlas.steps, sign), routes=routes))
    given = [{"step": "s.sign", "date": on(day)}, {"step": "s.hearing", "date": on(30)}]
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    written = {"members": [AT_HOME], "savings": savings, "dates": given}
    told = planning(law, loads(json.dumps(written), form_of(law.atlas)), "XA", ON, lives=50)
    assert [(one.title, one.other) for one in told.unkept if one.why == "clash"] == (
        [({"en": "hearing"}, {"en": "sign"})] if clashes else []
    )
    assert told.plans
