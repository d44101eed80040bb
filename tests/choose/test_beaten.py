"""A plan that another way beats in every figure says so and is not left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.belong.made import status
from tests.choose.plans import behind, found, mark, plan
from tests.law.made import parent
from tests.reach.made import country, describe, drafted, into, rich
from vyrai.choose import planning
from vyrai.choose._search import Lacking, Told
from vyrai.choose.beaten import beaten
from vyrai.reach import live_through, plan_all
from vyrai.words import Words
from vyrai.words.planning import briefly, gives_up

W = Words("en")
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=1)


def test_the_front_over_all_ways_is_what_no_other_beats() -> None:
    quick = into("quick", "st.here", describe("ask", "f.week", refused=True), CROSS)
    slow = into("slow", "st.here", describe("wait", "f.half-year", refused=True, costs=("f.dear",)), CROSS)
    every = planning(country(quick, slow), rich(parent()), "XA", date(2026, 11, 20), lives=100).plans
    by_way = {one.way[0]: (number, one.beaten_by) for number, one in enumerate(every, 1)}
    assert by_way["r.quick"][1] == ()
    assert by_way["r.slow"][1] == (by_way["r.quick"][0],)


def test_what_is_a_few_days_slower_is_no_worse_in_any_figure_no_more() -> None:
    """Within one bucket of weeks too the quicker one is quicker: no plan is told as no worse and later."""
    quick = into("quick", "st.here", describe("ask", "f.now", refused=True, costs=("f.dear",)), CROSS)
    slow = into("slow", "st.here", describe("wait", "f.week", refused=True), CROSS)
    every = planning(country(quick, slow), rich(parent()), "XA", date(2026, 11, 20), lives=100).plans
    assert {one.way[0]: one.beaten_by for one in every} == {"r.quick": (), "r.slow": ()}


def test_a_way_without_work_beats_none_with_work() -> None:
    idle = into("idle", "st.idle", describe("ask", "f.week", refused=True), CROSS)
    slow = into("slow", "st.here", describe("wait", "f.half-year", refused=True, costs=("f.dear",)), CROSS)
    law = country(idle, slow, statuses=(status("idle"), status("here", {"work": "yes"})))
    every = planning(law, rich(parent()), "XA", date(2026, 11, 20), lives=100).plans
    assert {one.way[0]: (one.pays, one.beaten_by) for one in every} == {
        "r.idle": (False, ()),
        "r.slow": (True, ()),
    }


def test_a_plan_that_takes_more_money_or_more_risk_beats_none_that_does_not() -> None:
    quick = into("quick", "st.here", describe("ask", "f.week", refused=True), CROSS)
    slow = into("slow", "st.here", describe("wait", "f.half-year", refused=True, costs=("f.dear",)), CROSS)
    drawn = drafted(country(quick, slow), rich(parent()))
    best, worse = sorted(plan_all(drawn).plans, key=lambda one: one.way)
    (steady,) = live_through(drawn, (best,), lives=100)
    broken = replace(steady, holds=False)

    def by(first: Told) -> tuple[int, ...]:
        return beaten([first, Told(worse, steady)])[1]

    assert by(Told(best, steady)) == (1,)
    assert by(Told(best, steady, Lacking(1, 0, 1, 0))) == ()
    assert by(Told(best, broken)) == ()


def test_what_beats_it_is_told() -> None:
    beaten = plan(mark("safe", "2026-12-01"), gives_up=behind(weeks=3), beaten_by=(1, 4))
    every = found(plan(mark("safe", "2026-11-20")), beaten)
    assert gives_up(W, every, beaten).endswith(
        "Plan 1 is no worse in any of these figures, by what is known; it hangs on other things."
    )
    assert "plan 1 is no worse in any figure" in briefly(W, every, beaten)
    assert "no worse" not in briefly(W, every, every.plans[0])
