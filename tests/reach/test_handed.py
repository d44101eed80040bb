"""Which chains become ways: rows, and those that bring work or something for a child."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from typing import Any

import msgspec
import pytest

from tests.belong.made import offer, status
from tests.law.made import ask, child, door, family, parent
from tests.reach.made import country, describe, drafted, into, planned, rich
from vyrai.choose import form_of
from vyrai.family import loads
from vyrai.law import Law
from vyrai.reach import draft, hopeless, plan_all
from vyrai.reach.ways import alone
from vyrai.world import Status, World

CROSS = describe("cross", "f.now", moves=True)
VISIT = into("a-visit", "st.a", CROSS, filed="outside")
STUDY = into("b-study", "st.b", describe("study", "f.ten"), CROSS, filed="outside")
SCHOOL = offer("school", "school", right="school", law="f.now")


def stay(*steps: Any, asked: Any = ()) -> Any:
    """A permit that may be asked for by whoever is there; nobody knows for sure that it is given."""
    unsure = (ask("unsure", "host"), *asked)
    return into("stay", "st.stay", *steps, filed="inside", kind="permit", asked=unsure)


def a_country(a: dict[str, Any], b: dict[str, Any], then: dict[str, Any], ways: Any) -> Law:
    given: list[Status] = [status("a", a), status("b", b), status("stay", then)]
    return country(*ways, statuses=tuple(given), offers=(SCHOOL,), rent=None)


def pupil() -> Any:
    born = date(2017, 5, 1).isoformat()
    return child(birth=born, needs=[{"need": "speaking"}])


ASK = describe("ask", "f.week", refused=True)


def keys(law: Law, *members: Any, **more: Any) -> dict[str, bool]:
    return {way.key: way.more for way in drafted(law, rich(*members), **more).ways}


def test_what_brings_work_may_come_after_each_visit() -> None:
    law = a_country({}, {}, {"work": "yes"}, (VISIT, STUDY, stay(ASK)))
    ways = {"r.a-visit": False, "r.b-study": False, "r.stay@r.a-visit": False}
    assert keys(law, parent()) == {**ways, "r.stay@r.b-study": True}
    assert keys(law, parent(), quality=False) == {**ways, "r.stay@r.b-study": True}
    part = a_country({}, {"work": "limited"}, {"work": "yes"}, (VISIT, STUDY, stay(ASK)))
    assert keys(part, parent(), quality=False) == ways, "work in part is work"
    works = a_country({}, {"work": "yes"}, {"work": "yes"}, (VISIT, STUDY, stay(ASK)))
    assert keys(works, parent()) == ways, "who may work with the study permit needs no other for it"


@pytest.mark.parametrize("quality", [True, False])
def test_what_is_worth_something_for_a_child_may_come_after_each_status(quality: bool) -> None:
    law = a_country({}, {}, {"school": "yes"}, (VISIT, STUDY, stay(ASK)))
    ways = {"r.a-visit": False, "r.b-study": False, "r.stay@r.a-visit": False}
    more = {"r.stay@r.b-study": True} if quality else {}
    assert keys(law, parent(), pupil(), quality=quality) == ways | more
    assert keys(law, parent(), quality=quality) == ways, "nobody goes to school"
    at_school = a_country({}, {"school": "yes"}, {"school": "yes"}, (VISIT, STUDY, stay(ASK)))
    assert keys(at_school, parent(), pupil(), quality=quality) == ways


def test_what_adds_a_right_and_no_month_for_a_child_is_no_other_way() -> None:
    """The school takes nobody older than eight: the permit gives the right and nothing to this child."""
    law = a_country({}, {}, {"school": "yes"}, (VISIT, STUDY, stay(ASK)))
    grown = child(birth=date(2000, 5, 1).isoformat(), needs=[{"need": "speaking"}])
    shut = country(
        VISIT,
        STUDY,
        stay(ASK),
        statuses=(status("a", {}), status("b", {}), status("stay", {"school": "yes"})),
        offers=(offer("school", "school", right="school", law="f.now", ends_at_age="f.eight"),),
    )
    assert "r.stay@r.b-study" in keys(law, parent(), pupil())
    assert "r.stay@r.b-study" not in keys(shut, parent(), grown)


def test_the_longer_way_is_the_best_for_the_child_and_the_shorter_the_quickest() -> None:
    law = a_country({}, {}, {"school": "yes"}, (STUDY, VISIT, stay(ASK)))
    found = planned(law, rich(parent(), pupil()))
    best = {name: one.way for one in found.plans for name in one.best}
    assert best["quality"].startswith("r.stay@")
    made = drafted(law, rich(parent(), pupil()))
    worth = {way.key: max(step.quality for step in alone(made, way.key).steps) for way in made.ways}
    assert worth["r.stay@r.b-study"] > worth["r.b-study"]


def test_where_the_shorter_way_has_no_plan_nothing_is_told_of_the_longer_one() -> None:
    dear = into("b-study", "st.b", describe("study", "f.ten", costs=("f.dear",)), CROSS, filed="outside")
    law = a_country({}, {}, {"work": "yes"}, (VISIT, dear, stay(ASK)))
    assert set(planned(law, rich(parent(), amount=500)).empty) == {"r.b-study"}
    made = drafted(law, rich(parent(), amount=500))
    assert {way.key for way in made.ways if way.more} == {"r.stay@r.b-study"}


def test_of_the_longer_way_only_plans_that_are_better_in_something_are_told() -> None:
    """The school opens in the same month of both: by buckets the longer way is worth no more."""
    law = a_country({}, {"work": "yes"}, {"work": "yes"}, (VISIT, STUDY, stay(ASK)))
    assert "r.stay@r.b-study" not in {one.way for one in planned(law, rich(parent())).plans}
    brings = a_country({}, {}, {"work": "yes"}, (VISIT, STUDY, stay(ASK)))
    told = planned(brings, rich(parent())).plans
    assert {one.way for one in told if one.way.startswith("r.stay@")} == {
        "r.stay@r.a-visit",
        "r.stay@r.b-study",
    }
    school = a_country({}, {}, {"school": "yes"}, (VISIT, STUDY, stay(ASK)))
    pupils = rich(parent(), *(pupil() | {"alias": name} for name in ("wren", "lark")))
    made = drafted(school, pupils)
    equal = dataclasses.replace(made, quality=lambda _: 40)
    assert "r.stay@r.b-study" in {one.way for one in plan_all(made).plans}
    assert "r.stay@r.b-study" not in {one.way for one in plan_all(equal).plans}
    assert "r.stay@r.a-visit" in {one.way for one in plan_all(equal).plans}, "the row is told all the same"


def test_a_longer_way_with_a_route_that_is_crossed_out_is_none() -> None:
    law = a_country({}, {}, {"work": "yes"}, (VISIT, STUDY, stay(ASK)))
    marks = {"complete": True, "items": [{"what": "r.b-study", "mark": "crossed"}]}
    of = loads(json.dumps({"members": [parent()], "marks": marks["items"]}), form_of(law.atlas))
    assert "r.stay@r.b-study" not in {way.key for way in drafted(law, of).ways}
    assert drafted(law, of).crossed == (("r.b-study",),)


def test_where_the_visit_is_crossed_out_that_a_permit_stands_behind_another_leads_to_it() -> None:
    law = a_country({}, {}, {}, (VISIT, STUDY, stay(ASK)))
    assert {way.key for way in drafted(law, rich(parent())).ways} == {
        "r.a-visit",
        "r.b-study",
        "r.stay@r.a-visit",
    }
    of = loads(
        json.dumps({"members": [parent()], "marks": [{"what": "r.a-visit", "mark": "crossed"}]}),
        form_of(law.atlas),
    )
    found = drafted(law, of)
    assert {way.key for way in found.ways} == {"r.b-study", "r.stay@r.b-study"}
    assert found.crossed == (("r.a-visit",), ("r.a-visit", "r.stay"))


def test_after_a_visit_that_is_no_end_every_paper_is_looked_for() -> None:
    """By the other visit the same permit costs nothing."""
    dear = into("a-visit", "st.a", describe("visit", "f.now", costs=("f.dear",)), CROSS, filed="outside")
    free = into("b-visit", "st.b", describe("wait", "f.week"), CROSS, filed="outside")
    brief = [msgspec.structs.replace(status(name), lasts="f.short") for name in ("a", "b")]
    law = country(dear, free, stay(ASK), statuses=(*brief, status("stay")), rent=None)
    assert {way.key for way in drafted(law, rich(parent())).ways} == {"r.stay@r.a-visit", "r.stay@r.b-visit"}
    assert {one.way for one in planned(law, rich(parent(), amount=100)).plans} == {"r.stay@r.b-visit"}


def test_a_home_and_food_from_the_state_is_something_that_a_route_adds() -> None:
    law = a_country({}, {}, {"reception": "yes"}, (VISIT, STUDY, stay(ASK)))
    assert "r.stay@r.b-study" in keys(law, parent())


def test_nothing_is_planned_behind_a_door_that_was_closed_when_somebody_last_spoke_of_it() -> None:
    """Long ago: the law says that it is not known, and nobody plans on it that it has opened since."""
    shut = into("shut", "st.stay", ASK, kind="visa", door=(door("closed"),))
    law = country(VISIT, shut, statuses=(status("a"), status("stay")), rent=None)
    late = date(2040, 1, 1)
    family_, world = family(law, rich(parent())), World(law.atlas, late)
    assert world.door(shut[0]).states == ("unknown",)
    assert {way.key for way in draft(law, family_, world, "XA").ways} == {"r.a-visit"}


def test_what_is_for_a_child_is_not_done_by_who_has_none_and_decides_nothing() -> None:
    school = describe("school", "f.week", who_comes="parent", refused=True)
    law = a_country({}, {}, {"work": "yes"}, (VISIT, stay(ASK, school)))
    alone, family = drafted(law, rich(parent())), drafted(law, rich(parent(), pupil()))
    name = "r.stay@r.a-visit/s.school"
    assert name not in {step.id for step in alone.problem.steps}
    decides = {step.id for step in family.problem.steps if "given:r.stay@r.a-visit" in step.yields}
    assert name in {step.id for step in family.problem.steps}
    assert decides == {"r.stay@r.a-visit/s.ask"}


def test_nobody_gets_a_visa_to_ask_at_the_border_for_leave_without_one() -> None:
    """Where the country that is left lets nobody out without a visa, whoever has one comes in with it."""
    entry = ask("entry", "any(s.status == 'st.here' for s in p.statuses)", "person")
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    law = country(
        into("visa", "st.here", describe("ask", "f.week"), describe("sail", "f.week", moves=True)),
        into("border", "st.here", describe("claim", "f.now", moves=True), kind="protection", filed="outside"),
        into("road", None, out, folder="XB", kind="leaving", asked=(entry,)),
    )
    nothing: dict[str, object] = {"complete": True, "items": []}
    at_home = parent(residence="XB", statuses=nothing)
    made = drafted(law, rich(at_home))
    found = plan_all(made)
    assert ({one.way for one in found.plans}, found.empty) == ({"r.visa"}, ("r.border",))
    assert [tuple(one) for one in hopeless(made, found.empty)] == [("r.border", None, False, True)]
    held = {"complete": True, "items": [{"status": "st.here", "from": "2026-01-01", "to": "open"}]}
    of = {"members": [parent(residence="XB", statuses=held)]}
    holder = drafted(law, loads(json.dumps(of), form_of(law.atlas)))
    assert "r.border" in {one.way for one in plan_all(holder).plans}, "who has a visa already may go"
