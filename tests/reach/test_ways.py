"""Plans of all ways: what is left out, what is named, and what would make a plan where there is none."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.reach.made import country, describe, drafted, into, planned, rich
from vyrai.reach import OBJECTIVES, Front, Plan, Search, only, plan_all, quickest, remedies, ways

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.fee",))
SLOW = describe("slow", "f.ten", who_comes="nobody", level=0)
QUICK = describe("quick", "f.week", who_comes="nobody", level=3)
GUESS = describe("guess", None, who_comes="nobody", level=0)


def test_quick_and_safe_ways_are_both_named_with_what_they_are_best_in() -> None:
    found = planned(
        country(into("quick", "st.here", QUICK, CROSS), into("slow", "st.here", SLOW, CROSS)), rich()
    )
    assert {(one.way, one.best) for one in found.plans} == {
        ("r.quick", ("weeks", "money", "chance", "quality")),
        ("r.slow", ("danger",)),
    }


def test_a_way_is_left_out_only_for_one_of_which_everything_is_known() -> None:
    same = describe("same", "f.ten", who_comes="nobody", level=3)
    known = country(
        into("good", None, QUICK, CROSS, kind="visa-free"), into("bad", None, same, CROSS, kind="visa-free")
    )
    assert [one.way for one in planned(known, rich()).plans] == ["r.good"]
    guessed = country(
        into("good", None, GUESS, CROSS, kind="visa-free"), into("bad", None, same, CROSS, kind="visa-free")
    )
    assert {one.way for one in planned(guessed, rich()).plans} == {"r.good", "r.bad"}


def test_a_way_without_work_is_not_named_beside_one_with() -> None:
    law = country(
        into("visit", "st.visit", CROSS),
        into("visa", "st.here", QUICK, CROSS),
        statuses=(status("visit"), status("here", {"work": "yes"})),
    )
    found = planned(law, rich())
    assert [(one.way, bool(one.best), one.pays) for one in found.plans] == [
        ("r.visa", True, True),
        ("r.visit", False, False),
    ]


def test_the_quickest_is_the_soonest_of_all_ways_with_work_and_of_the_others_only_without_them() -> None:
    visit = status("visit")
    here = status("here", {"work": "yes"})
    quick, slow = into("quick", "st.visit", QUICK, CROSS), into("slow", "st.here", SLOW, CROSS)
    same = into(
        "same", "st.here", describe("same", "f.ten", level=0), describe("more", costs=("f.fee",)), CROSS
    )
    late = into("late", "st.here", describe("pay", "f.week", costs=("f.dear",), level=0), CROSS)

    def of(*ways: Any, amount: int = 10_000) -> str | None:
        best = quickest(drafted(country(*ways, statuses=(visit, here)), rich(amount=amount)))
        return None if best is None else best.way

    assert of(quick) == "r.quick"
    assert of(quick, slow) == "r.slow"
    assert of(quick, slow, same) == "r.slow", "of two as soon the cheaper"
    assert of(quick, slow, late) == "r.late"
    assert of(quick, slow, late, amount=500) == "r.slow", "what is sooner but cannot be paid is no plan"
    assert of(quick, amount=0) is None


def test_progress_is_told_way_by_way() -> None:
    seen: list[tuple[str, int, int]] = []
    law = country(into("quick", "st.here", QUICK, CROSS), into("slow", "st.here", SLOW, CROSS))
    plan_all(drafted(law, rich()), tell=lambda way, done, of: seen.append((way, done, of)))
    assert seen == [("r.quick", 0, 2), ("r.slow", 1, 2)]


TWO = country(
    into("quick", "st.here", describe("pay", "f.week", costs=("f.dear",), level=0), CROSS),
    into("cheap", "st.here", describe("file", "f.ten", level=0), CROSS),
)


def test_a_large_search_goes_over_three_objectives_first_and_finds_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = drafted(TWO, rich())
    straight = plan_all(drawn)
    monkeypatch.setattr(ways, "LARGE", -1)
    asked, front = list[tuple[str, ...]](), Search.front

    def noted(self: Search, by: Sequence[str] = OBJECTIVES, known: Iterable[Plan] = ()) -> Front:
        asked.append(tuple(by))
        return front(self, by, known)

    monkeypatch.setattr(Search, "front", noted)
    large = plan_all(drawn)
    assert asked == [("weeks", "money", "chance"), OBJECTIVES] * 2
    assert [one.plan for one in large.plans] == [one.plan for one in straight.plans]
    assert large.sure == straight.sure == OBJECTIVES


@pytest.mark.parametrize(("large", "sure"), [(-1, ("weeks", "money", "chance")), (10_000, ())])
def test_what_is_shown_of_a_search_that_was_cut_short_is_told(
    large: int, sure: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    front = Search.front

    def short(self: Search, by: Sequence[str] = OBJECTIVES, known: Iterable[Plan] = ()) -> Front:
        found = front(self, by, known)
        return replace(found, proven=found.proven and tuple(by) != OBJECTIVES)

    monkeypatch.setattr(ways, "LARGE", large)
    monkeypatch.setattr(Search, "front", short)
    found = plan_all(drafted(TWO, rich()))
    assert (found.proven, found.sure, len(found.plans)) == (False, sure, 2)


def test_without_the_money_the_least_sum_and_the_last_month_for_it_are_told() -> None:
    law = country(into("visa", "st.here", SLOW, CROSS))
    poor = drafted(law, rich(amount=0))
    assert plan_all(poor).empty == ("r.visa",)
    (remedy,) = remedies(poor, ("r.visa",))
    # 40 for the crossing, and rent until pay.
    assert remedy.way == "r.visa"
    assert remedy.sum is not None
    assert not plan_all(drafted(law, rich(amount=remedy.sum - 100))).plans
    assert plan_all(drafted(law, rich(amount=remedy.sum))).plans
    # The crossing is paid on day 70: a month that begins on day 60 is early enough, the next one is not.
    assert remedy.by_day == 60


def test_what_time_did_not_suffice_to_prove_is_no_remedy() -> None:
    poor = drafted(country(into("visa", "st.here", CROSS)), rich(amount=0))
    assert remedies(poor, ("r.visa",), seconds=0.0) == ()


def test_a_way_that_time_did_not_suffice_to_search_is_not_told_as_searched() -> None:
    poor = drafted(country(into("visa", "st.here", CROSS)), rich(amount=0))
    cut, whole = plan_all(poor, seconds=0.0), plan_all(poor)
    assert (cut.empty, cut.sure, cut.proven) == (("r.visa",), (), False)
    assert (whole.empty, whole.sure, whole.proven) == (("r.visa",), OBJECTIVES, True)


def test_of_two_ways_that_are_about_as_cheap_the_cheaper_is_named_for_it() -> None:
    free = describe("free", "f.now", who_comes="each", moves=True, level=0)
    law = country(into("a", "st.here", CROSS, kind="visa-free"), into("b", "st.here", free, kind="visa-free"))
    named = {one.way: one.best for one in planned(law, rich()).plans}
    assert "money" not in named["r.a"]
    assert "money" in named["r.b"]


def test_a_little_less_danger_is_not_rounded_away() -> None:
    less, more = describe("less", "f.ten", level=1), describe("more", "f.week", level=2)
    law = country(into("quick", "st.here", more, CROSS), into("slow", "st.here", less, CROSS))
    assert {one.way: one.best for one in planned(law, rich()).plans}["r.slow"] == ("danger",)


def test_where_no_sum_helps_a_paper_or_time_may() -> None:
    file = describe("file", "f.now", needs=("passport",))
    late = describe("late", "f.now", folder="", yields=("passport",), needs=("diploma-stamped",))
    never = describe("never", "f.now", folder="", yields=("diploma-stamped",), needs=("passport",))
    law = country(into("visa", "st.here", file, CROSS), shared=(late, never))
    found = remedies(drafted(law, rich()), ("r.visa",))
    assert {one.papers for one in found} == {("passport",), ("diploma-stamped",)}
    assert all(one.sum is None for one in found)


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_of_two_ways_to_a_paper_the_shorter_tells_the_least_time(names: tuple[str, str]) -> None:
    """However they are called: that which is met first is not always the shorter one."""
    long, short = names
    makers = (
        describe(long, "f.half-year", folder="", yields=("diploma-stamped",)),
        describe(short, "f.ten", folder="", yields=("diploma-stamped",), costs=("f.dear",)),
    )
    file = describe("file", "f.now", needs=("diploma-stamped",))
    law = country(into("visa", "st.here", file, CROSS), shared=makers)
    told = remedies(drafted(law, rich(amount=100_000), horizon=60), ("r.visa",))
    (days,) = [one.days for one in told if one.days is not None]
    assert plan_all(drafted(law, rich(amount=100_000), horizon=60 + days)).plans
    assert not plan_all(drafted(law, rich(amount=100_000), horizon=60 + days - 14)).plans


def test_the_least_time_is_told_in_buckets_of_weeks() -> None:
    law = country(into("visa", "st.here", SLOW, CROSS))
    short = drafted(law, rich(), horizon=60)
    found = remedies(short, ("r.visa",))
    (longer,) = found
    assert longer.days is not None
    assert longer.papers == ()
    assert plan_all(drafted(law, rich(), horizon=60 + longer.days)).plans
    assert not plan_all(drafted(law, rich(), horizon=60 + longer.days - 14)).plans


def test_where_nothing_helps_by_itself_the_fewest_changes_together_are_told() -> None:
    law = country(into("visa", "st.here", SLOW, CROSS))
    (both,) = remedies(drafted(law, rich(amount=0), horizon=60), ("r.visa",))
    assert both.sum is not None
    assert both.days is not None
    assert (both.papers, both.inside, both.only_sum) == ((), None, False)
    horizon = 60 + both.days
    assert plan_all(drafted(law, rich(amount=both.sum), horizon=horizon)).plans
    assert not plan_all(drafted(law, rich(amount=both.sum - 100), horizon=horizon)).plans
    assert not plan_all(drafted(law, rich(amount=both.sum), horizon=horizon - 14)).plans


def test_two_papers_that_only_help_together_are_told_together() -> None:
    file = describe("file", "f.now", needs=("passport", "diploma-stamped"))
    late = describe("late", "f.now", folder="", yields=("passport",), needs=("passport-child",))
    last = describe("last", "f.now", folder="", yields=("passport-child",), needs=("passport",))
    never = describe("never", "f.now", folder="", yields=("diploma-stamped",), needs=("diploma-here",))
    ring = describe("ring", "f.now", folder="", yields=("diploma-here",), needs=("diploma-stamped",))
    law = country(into("visa", "st.here", file, CROSS), shared=(late, last, never, ring))
    (both,) = remedies(drafted(law, rich()), ("r.visa",))
    assert len(both.papers) == 2
    assert (both.sum, both.days, both.inside) == (None, None, None)


def test_what_is_asked_for_there_needs_another_paper_to_come_in() -> None:
    file = describe("file", "f.now", at="inside", who_comes="each")
    wait = describe("wait", "f.week")
    law = country(into("permit", "st.here", file, wait, kind="permit"))
    (found,) = remedies(drafted(law, rich()), ("r.permit", "r.more@r.permit"))
    assert found.inside == ("r.permit/s.file",)
    assert (found.sum, found.papers, found.days) == (None, (), None)


def test_where_even_all_changes_make_no_plan_there_is_no_remedy() -> None:
    closed = describe("file", "f.now", at="outside", who_comes="each")
    again = describe("again", "f.now", at="inside", who_comes="each")
    law = country(into("permit", "st.here", again, closed, kind="permit"))
    assert remedies(drafted(law, rich()), ("r.permit",)) == ()


def test_a_way_without_work_beats_none_with_work() -> None:
    law = country(
        into("visit", "st.visit", CROSS, kind="visa-free"),
        into("visa", "st.here", QUICK, CROSS, kind="visa-free"),
        statuses=(status("visit"), status("here", {"work": "yes"})),
    )
    assert {one.way for one in planned(law, rich()).plans} == {"r.visit", "r.visa"}


def test_a_sum_may_come_as_late_as_what_it_is_for_can_be_put_off() -> None:
    """A fee of six hundred after arrival, which may be paid at any time: the family is there as soon."""
    paid = describe("register", "f.week", at="inside", who_comes="applicant", costs=("f.dear",))
    law = country(into("visa", "st.here", CROSS, paid, kind="visa-free"))
    poor = drafted(law, rich(amount=350))
    (remedy,) = remedies(poor, ("r.visa",))
    assert remedy.sum == 600
    assert remedy.by_day is not None
    assert remedy.by_day >= 360


def test_a_sum_for_a_door_that_opens_again_is_wanted_for_the_first_time_that_it_is_open() -> None:
    """Forty to cross, and whoever is late is safe when the door opens anew, many months later."""
    poor = drafted(country(into("visa", "st.here", CROSS, kind="visa-free")), rich(amount=0))
    steps = tuple(
        replace(one, windows=((0, 40), (300, poor.problem.horizon)))
        if poor.problem.safe in one.yields
        else one
        for one in poor.problem.steps
    )
    (remedy,) = remedies(dataclasses.replace(poor, problem=replace(poor.problem, steps=steps)), ("r.visa",))
    assert remedy.sum is not None
    assert remedy.by_day == 0


def test_the_least_sum_is_that_of_the_cheapest_choice() -> None:
    """The same paper is had at once for six hundred, or in ten weeks for forty: the latter counts."""
    file = describe("file", "f.week", who_comes="applicant", needs=("diploma-stamped",))
    dear = describe("dear", "f.now", folder="", yields=("diploma-stamped",), costs=("f.dear",))
    cheap = describe("cheap", "f.ten", folder="", yields=("diploma-stamped",), costs=("f.fee",))
    for shared in ((dear, cheap), (cheap, dear)):
        law = country(into("visa", "st.here", file, CROSS), shared=shared)
        (remedy,) = remedies(drafted(law, rich(amount=0)), ("r.visa",))
        assert remedy.sum == 400, "forty for the paper, forty to cross, rent until pay"
        assert plan_all(drafted(law, rich(amount=400))).plans
        assert not plan_all(drafted(law, rich(amount=300))).plans


def test_the_problem_of_one_way_holds_no_step_that_no_plan_of_it_could_use() -> None:
    """What is done there on another way is none of it; how another way comes in may be."""
    claim = describe("claim", "f.week", who_comes="each", at="inside", needs=("diploma-stamped",))
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    asks = into("claim", "st.here", claim, filed="inside")
    law = country(into("visa", "st.here", SLOW, CROSS), asks, shared=(stamp,))
    problem = drafted(law, rich()).problem
    assert {"r.claim@r.visa/s.claim", "s.stamp"} <= {step.id for step in problem.steps}
    own = {step.id for step in only(problem, "r.visa").steps}
    assert {"r.visa/s.slow", "r.visa/s.cross"} <= own
    assert {"r.claim@r.visa/s.claim", "s.stamp"}.isdisjoint(own)
    after = {step.id for step in only(problem, "r.claim@r.visa").steps}
    assert {"r.claim@r.visa/s.claim", "s.stamp", "r.visa/s.cross"} <= after


def test_a_way_with_a_crossing_of_its_own_comes_in_by_no_other() -> None:
    fly = describe("fly", "f.now", who_comes="each", moves=True)
    claim = describe("claim", "f.week", who_comes="each", at="inside")
    law = country(
        into("road", "st.here", SLOW, CROSS),
        into("air", "st.here", SLOW, fly),
        into("inside", "st.here", claim),
    )
    problem = drafted(law, rich()).problem
    crossings = {"r.road/s.cross", "r.air/s.fly"}
    for way, kept in (("r.road", {"r.road/s.cross"}), ("r.air", {"r.air/s.fly"}), ("r.inside", crossings)):
        assert crossings & {step.id for step in only(problem, way).steps} == kept, "without one, by any"
