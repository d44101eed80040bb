"""Which chains become ways: rows, and those that bring work or something for a child."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.belong.made import offer, status
from tests.law.made import ask, child, parent
from tests.reach.made import country, describe, drafted, into, planned, rich
from vyrai.law import Law
from vyrai.reach.ways import alone
from vyrai.world import Status

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
    draft = drafted(law, rich(parent(), pupil()))
    worth = {way.key: max(step.quality for step in alone(draft, way.key).steps) for way in draft.ways}
    assert worth["r.stay@r.b-study"] > worth["r.b-study"]


def test_where_the_shorter_way_has_no_plan_nothing_is_told_of_the_longer_one() -> None:
    dear = into("b-study", "st.b", describe("study", "f.ten", costs=("f.dear",)), CROSS, filed="outside")
    law = a_country({}, {}, {"work": "yes"}, (VISIT, dear, stay(ASK)))
    assert set(planned(law, rich(parent(), amount=500)).empty) == {"r.b-study"}
    draft = drafted(law, rich(parent(), amount=500))
    assert {way.key for way in draft.ways if way.more} == {"r.stay@r.b-study"}
