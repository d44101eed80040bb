"""What a provision asks beside a paper and an age: conditions, what shuts it whatever else, a stay before."""

from __future__ import annotations

from typing import Any

import pytest

from tests.belong.made import WREN, bounds, gap, land, offer, only, opens, status, step, the, way
from tests.law.made import ask, parent, span
from vyrai.belong import Support
from vyrai.world._built import Judgement

PAPER = ask("paper", "p.diagnosis_paper", "child", "person")
INSURED = ask("insured", "any(m.insured for m in members)")
ALLOWED = {"right": "school", "queue": "f.now"}


def of(*members: dict[str, Any], **keys: Any) -> Support:
    return the(opens(land(offer("a", **{**ALLOWED, **keys})), *members), "a")


@pytest.mark.parametrize(
    ("answer", "state", "verdict", "paper"),
    [
        ({"diagnosis_paper": True}, "open", "met", (24, 24)),
        ({"diagnosis_paper": False}, "closed", "not met", (0, 0)),
        ({}, "unknown", "unknown", (0, 24)),
    ],
)
def test_a_condition_of_the_child_opens_shuts_or_leaves_open(
    answer: dict[str, Any], state: str, verdict: str, paper: tuple[int, int]
) -> None:
    found = of(parent(), {**WREN, **answer}, requires=(PAPER,))
    assert (found.state, bounds(found.paper)) == (state, paper)
    assert found.cause == (None if state == "open" else "condition")
    assert [(one.requirement, one.verdict, one.shuts) for one in found.conditions] == [
        ("xa.r.paper", verdict, False)
    ]


def test_a_condition_of_the_family_is_asked_once_for_whoever_is_to_have_it() -> None:
    assert of(parent(insured=True), WREN, requires=(INSURED,)).state == "open"
    nobody = of(parent(insured=False), {**WREN, "insured": False}, requires=(INSURED,))
    assert nobody.state == "closed"


def test_of_a_child_nothing_is_asked_that_is_asked_of_adults() -> None:
    of_adults = ask("paper", "p.diagnosis_paper", "adult", "person")
    found = of(parent(diagnosis_paper=False), WREN, requires=(of_adults,))
    assert (found.state, found.conditions) == ("open", ())


@pytest.mark.parametrize(("has", "state", "verdict"), [(True, "closed", "not met"), (False, "open", "met")])
def test_what_shuts_beats_what_opens(has: bool, state: str, verdict: str) -> None:
    aside = ask("aside", "p.diagnosis_paper", "child", "person", aside=True)
    found = of(
        parent(insured=True),
        {**WREN, "diagnosis_paper": has},
        requires=(INSURED, aside),
        excluded=(aside.id,),
    )
    assert found.state == state
    assert [(one.requirement, one.shuts, one.verdict) for one in found.conditions] == [
        ("xa.r.insured", False, "met"),
        ("xa.r.aside", True, verdict),
    ]


def test_what_was_asked_at_another_time_is_not_asked() -> None:
    past = ask("paper", "p.diagnosis_paper", "child", "person", valid=span("2020-01-01", "2021-01-01"))
    assert of(parent(), {**WREN, "diagnosis_paper": False}, requires=(past,)).conditions == ()


def test_who_judges_is_told_where_nobody_else_can_say() -> None:
    judged = ask("judged", "judged('needs-it')", "child", "person")
    who = {"needs-it": Judgement(who={"en": "A commission"})}
    found = of(requires=(judged,), judgements=who)
    assert (found.state, found.cause) == ("unknown", "condition")
    assert [one.judges for one in found.conditions] == [({"en": "A commission"},)]


def test_a_shut_condition_is_the_cause_of_the_gap_and_the_paper_comes_first() -> None:
    lost = {**WREN, "diagnosis_paper": False}
    found = opens(land(offer("a", serves=("speaking",), requires=(PAPER,), **ALLOWED)), parent(), lost)
    assert [one.cause for one in gap(found)] == ["condition"]
    assert of(parent(), lost, requires=(PAPER,), right="health_care").cause == "status"


def test_a_stay_before_is_counted_from_arrival_at_the_earliest() -> None:
    found = only(offer("a", held="f.ten", **ALLOWED))
    assert (bounds(found.due), found.cause) == ((10, 10), "held")
    assert (bounds(found.held), "f.ten" in found.facts) == ((10, 10), True)


def test_a_stay_before_is_counted_from_the_paper_that_opens_it_at_the_latest() -> None:
    later = status("later", {"school": "yes"})
    nothing = status("here", {"school": "no"})
    ways = (
        way("in", "st.here", step("s.in", "f.now", ("st.here",))),
        way("on", "st.later", step("s.on", "f.week")),
    )
    found = only(offer("a", held="f.ten", **ALLOWED), statuses=(nothing, later), ways=ways)
    assert (bounds(found.due), found.cause) == ((10, 11), "held")


def test_age_is_the_cause_where_it_comes_after_the_stay() -> None:
    found = only(offer("a", held="f.week", from_age="f.eight", **ALLOWED))
    assert found.cause == "age"
