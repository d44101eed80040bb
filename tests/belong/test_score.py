"""What a way is worth to a child, by kinds of support; red lines; what a plan is weighed by."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.belong.made import FACTS, bounds, land, offer, opens, status
from tests.belong.test_properties import high, low, offers, reckoned, statuses
from tests.law.made import child, number, parent
from vyrai.belong import Belonging, Score, quality
from vyrai.world import Provision, Status


def score(found: Belonging, kind: str, member: str = "wren") -> Score:
    return next(one for one in found.scores if (one.kind, one.member) == (kind, member))


def test_of_two_that_answer_a_need_the_better_is_the_least_and_both_are_the_most() -> None:
    found = opens(
        land(
            offer("soon", right="school", queue="f.now", share="f.half"),
            offer("late", right="school", queue="f.half-year", share="f.half"),
        )
    )
    of = score(found, "therapy")
    assert (of.state, of.status, of.provisions) == ("open", "st.here", ("p.soon", "p.late"))
    assert bounds(of.real) == (12, 24), "at least half of all months; at most all of them, by turns"
    assert of.width == 12


def test_what_answers_a_need_goes_before_what_is_for_all() -> None:
    for_all = offer("all", "benefit", right="school", queue="f.now")
    needed = offer("needed", "benefit", serves=("speaking",), right="health_care")
    of = score(opens(land(for_all, needed)), "benefit")
    assert (of.state, of.provisions, bounds(of.paper)) == ("closed", ("p.needed",), (0, 0))


def test_a_kind_of_which_nobody_wrote_anything_is_anything() -> None:
    of = score(opens(land(offer("a"))), "respite")
    assert (of.unwritten, of.state, bounds(of.real), of.width) == (True, "unknown", (0, 24), 24)


def test_a_child_without_needs_is_not_asked_what_only_needs_ask() -> None:
    plain = child("lark", birth="2019-05-01")
    found = opens(land(offer("a", "school")), parent(), plain)
    assert [one.kind for one in found.scores] == ["school"]
    assert found.grown == ()


def test_the_second_window_is_between_eighteen_and_twenty_five() -> None:
    found = opens(land(offer("a", "adult", of="person", from_age="f.grown", queue="f.now")))
    (of,) = found.grown
    assert (of.begins, of.kind) == ("2037-05-01", "adult")
    assert (of.months, bounds(of.paper)) == (84.1, (84, 84.1)), (
        "seven years are not quite so many mean months"
    )
    assert opens(land(offer("a", "adult")), parent(), child(needs=[{"need": "speaking"}])).grown == ()


LATE = (*FACTS, number("f.four", 4, "months"), number("f.two-to-four", (2, 4), "months"))


@pytest.mark.parametrize(
    ("rights", "keys", "lines"),
    [
        ({"school": "yes", "health_care": "yes"}, {}, []),
        ({"school": "no", "health_care": "no"}, {}, [("school", True), ("health", True)]),
        ({"school": "unknown", "health_care": "limited"}, {}, [("school", False), ("health", False)]),
        ({"school": ("yes", "f.four"), "health_care": "yes"}, {}, [("school", True)]),
        ({"school": ("yes", "f.two-to-four"), "health_care": "yes"}, {}, [("school", False)]),
        ({"school": ("yes", "f.week"), "health_care": "yes"}, {}, []),
        ({"school": "yes", "health_care": "yes"}, {"from_age": "f.grown"}, []),
    ],
)
def test_red_lines_are_told_as_sure_or_perhaps(
    rights: dict[str, Any], keys: dict[str, Any], lines: list[tuple[str, bool]]
) -> None:
    paper = status("here", rights)
    offered = (
        offer("school", "school", right="school", **keys),
        offer("health", "health", of="person", right="health_care"),
    )
    found = opens(land(*offered, statuses=(paper,), facts=LATE))
    assert [(one.line, one.sure) for one in found.flags] == lines


def test_what_a_plan_is_weighed_by_is_the_part_of_the_months_and_never_a_point_where_nobody_knows() -> None:
    found = opens(
        land(offer("a", "place", right="school", queue="f.now"), offer("b", "benefit", right="health_care"))
    )
    two = [score(found, "place"), score(found, "benefit")]
    half = quality("wren", two)
    assert (half.paper.lo, half.paper.hi, half.real.lo, half.real.hi) == (0.5, 0.5, 0.5, 0.5)
    assert quality("wren", two, {"place": 3, "benefit": 1}).paper.lo == 0.75
    (whole,) = found.quality
    assert (whole.real.lo, whole.real.hi) == (0.1, 0.9), "of ten kinds eight are not written down"
    nothing = quality("wren", two, {}).real
    assert (nothing.lo, nothing.hi) == (0, 1)


@given(offers(), statuses)
def test_bounds_of_a_kind_hold_those_of_each_support_in_it(
    found: tuple[Provision, ...], papers: tuple[Status, ...]
) -> None:
    answer = reckoned(found, papers)
    made = {one.provision: one for one in answer.supports if one.member == "wren"}
    for of in answer.scores:
        assert 0 <= low(of.paper) <= high(of.paper) <= of.months
        assert 0 <= low(of.real) <= high(of.real) <= of.months
        for name in of.provisions:
            assert low(of.real) >= low(made[name].real)
            assert high(of.real) >= min(high(made[name].real), of.months)
    for part in answer.quality:
        assert 0 <= part.real.lo <= part.real.hi <= 1
