"""What faces reckon from plans: numbers, earliest days, what to begin with, savings, visits."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.choose.plans import START, found, mark, month, plan, step, whole
from tests.choose.real import example, law
from vyrai.choose import form_of, planning
from vyrai.choose.monthly import LackingOn
from vyrai.choose.plan_on import KeptOn
from vyrai.choose.planned import (
    around,
    chosen,
    closing,
    days_of,
    first,
    lasts,
    later,
    loose,
    months,
    numbers,
    parts,
    purse,
    reckoned,
    safe_on,
    visits,
)
from vyrai.choose.step_on import LockedOn, StepOn
from vyrai.family import flatten, load, of_data
from vyrai.law import Law
from vyrai.reach import draft, plan_all
from vyrai.reach.firsts import BeforeLeaving, Delay, First, Firsts
from vyrai.words import Words
from vyrai.words.planning import closes, costs
from vyrai.world import World, load_atlas

ROOT = Path(__file__).parents[2]
ON = date.fromisoformat(START)


def test_marks_have_no_number_and_end_a_part() -> None:
    one = whole()
    assert numbers(one) == (1, 2, 3, 4, 5, None, None, 6, None)
    assert parts(one) == [([0, 1, 2, 3, 4], [5, 6]), ([7], [8])]
    assert safe_on(one) == "2026-12-21"


def test_behind_a_length_that_nobody_knows_a_day_is_only_the_earliest() -> None:
    """The crossing waits for all before it, and the steps of leaving are on its day."""
    assert loose(whole()) == (False, False, False, True, True, True, True, True, True)


def test_where_everything_is_known_the_days_are_the_days() -> None:
    one = plan(
        step("ask", START, "2026-12-01", days=(11, 11, 11)),
        step("leave", "2026-12-01", leaves=True, after=(0,)),
        step("cross", "2026-12-01", moves=True, after=(0, 1)),
        mark("safe", "2026-12-01", 2),
    )
    assert not any(loose(one))


def test_leaving_on_an_unknown_road_makes_the_crossing_uncertain() -> None:
    one = plan(
        step("leave", leaves=True, unknown=("days",)),
        step("cross", moves=True, after=(0,)),
        mark("safe", START, 1),
    )
    assert loose(one) == (False, True, True)


def test_a_paper_of_the_day_of_the_crossing_keeps_its_own_day() -> None:
    """Only what is left by waits with the crossing; what the crossing uses does not wait for the rest."""
    one = plan(
        step("wait", unknown=("days",)),
        step("form"),
        step("leave", leaves=True, after=(1,)),
        step("cross", moves=True, after=(1, 2)),
        mark("safe", START, 3),
    )
    assert loose(one) == (False, False, True, True, True)


def test_whoever_leaves_behind_an_open_length_leaves_and_crosses_late() -> None:
    one = plan(
        step("wait", unknown=("days",)),
        step("leave", leaves=True, after=(0,)),
        step("cross", moves=True, after=(0, 1)),
    )
    assert loose(one) == (False, True, True)


def test_it_begins_with_what_waits_for_nothing_and_never_with_danger() -> None:
    calm = plan(
        step("form"),
        step("leave", leaves=True, danger=3),
        step("cross", moves=True, after=(0, 1)),
        best=("weeks",),
    )
    same = plan(step("form"), step("later", "2026-12-01"), step("stamp", lacks=("photos",)), best=("money",))
    other = plan(step("unnamed"))
    begin = first(found(calm, same, other))
    assert [(one.step.id, one.plans) for one in begin] == [("form", (1, 2))]
    assert later(found(calm, same, other)) == ()


def ranked() -> Firsts:
    """What a form and a stamp lose by waiting, and the stamp with a last day."""
    keys: dict[str, Any] = {"destinations": 1.0, "used_by": ("xa.way",), "start": 0, "fee": 0, "danger": 0}
    none = [Delay(weeks=n, lost=0.0, closed=(), later=7 * n, danger=0, proven=True) for n in (1, 4, 8)]
    some = replace(none[1], later=3), replace(none[2], closed=("xa.way",))
    last: dict[str, Any] = {"now": True, "plans": 1.0, "fee": 0, "danger": 0}
    return Firsts(
        destinations=("xa.way",),
        plans=2,
        first=(
            First(step="stamp", plans=0.5, delays=(none[0], *some), **keys),
            First(step="form", plans=1.0, delays=tuple(none), **keys),
        ),
        before_leaving=(
            BeforeLeaving(step="stamp", closes=30, door="photos", **last),
            BeforeLeaving(step="form", closes=None, door=None, **last),
            BeforeLeaving(step="of another plan", closes=9, door=None, **last),
            BeforeLeaving(step="cover", closes=366, door=None, **last),
        ),
    )


def test_what_waiting_costs_and_until_when_stand_with_what_to_begin() -> None:
    one = plan(step("form"), step("xa.way/stamp"), step("cover", after=(0,)), best=("weeks",))
    every = found(one, plan(step("xa.way/stamp"), best=("money",)), firsts=ranked())
    stamp, form = first(every)
    assert (stamp.step.id, stamp.plans, form.step.id) == ("xa.way/stamp", (1, 2), "form")
    w = Words("en")
    assert costs(w, stamp.lost) == "4 weeks: safe up to 3 days later; 8 weeks: 1 way closed"
    assert costs(w, form.lost) == "each day of it may make you safe a day later"
    (last,) = closing(every)
    assert (last.step.id, last.plans) == ("xa.way/stamp", (1, 2))
    assert closes(w, every.labels, last.on, last.door) == (
        "20 December 2026: then Photos would be good for too short a time"
    )
    assert closes(w, {}, last.on, "s.other") == "20 December 2026: then a door closes"
    none = [of._replace(ways=0, later=0) for of in stamp.lost]
    assert costs(w, none) == "by what is known another plan of the same way makes you safe as soon"
    crossed = plan(step("cross", moves=True), step("xa.way/stamp", after=(0,)), best=("weeks",))
    assert closing(found(crossed, firsts=ranked())) == (), "it is done there"
    plain = found(one)
    assert (closing(plain), [costs(w, of.lost) for of in first(plain)]) == ((), ["", ""])


def test_what_closes_in_more_than_a_year_is_no_reason_to_hurry() -> None:
    last: dict[str, Any] = {"now": True, "plans": 1.0, "fee": 0, "danger": 0}
    told = [BeforeLeaving(step="form", closes=days, door=None, **last) for days in (365, 366)]
    one = plan(step("form"), best=("weeks",))
    shown = [found(one, firsts=replace(ranked(), before_leaving=(of,))) for of in told]
    assert [len(closing(every)) for every in shown] == [1, 0]


def test_one_step_of_the_atlas_on_two_ways_is_one_beginning() -> None:
    here, there = plan(step("xa.way/cover"), best=("weeks",)), plan(step("xa.other/cover"), best=("money",))
    assert [(one.step.id, one.plans) for one in first(found(here, there))] == [("xa.way/cover", (1, 2))]
    marks = [plan(step(f"file/{way}", kind="file"), best=("weeks",)) for way in ("cover", "of")]
    assert len(first(found(*marks))) == 2, "what nobody wrote down is not the same"


def test_the_point_of_no_return_is_no_beginning_beside_another() -> None:
    one = plan(
        step("leave", leaves=True), step("form"), step("cross", moves=True, after=(0, 1)), best=("weeks",)
    )
    assert [one.step.id for one in first(found(one))] == ["form"]


def test_where_there_is_nothing_else_it_begins_with_the_crossing() -> None:
    out = plan(step("leave", leaves=True), step("cross", moves=True, after=(0,)), best=("weeks",))
    over = plan(step("cross", moves=True), best=("money",))
    assert [one.step.id for one in first(found(out, over))] == ["leave", "cross"]
    assert later(found(out, over)) == ()


def test_what_has_its_day_lacks_a_paper_or_is_dangerous_is_not_begun_at_once() -> None:
    day = plan(step("cross", "2026-12-01", moves=True), best=("money",))
    paper = plan(
        step("hand in", lacks=("photos", "form")), step("more", after=(0,), lacks=("x",)), best=("weeks",)
    )
    hard = plan(step("leave", leaves=True, danger=3), step("cross", moves=True, after=(0,)), best=("danger",))
    over = plan(step("leave", leaves=True), step("cross", moves=True, danger=1, after=(0,)), best=("chance",))
    lacking = plan(step("leave", leaves=True), step("cross", moves=True, after=(0,), lacks=("visa",)),
                   best=("quality",))  # fmt: skip
    every = found(day, paper, hard, over, lacking)
    assert first(every) == ()
    told = [(one.plan, one.lacks, one.on, [step.id for step in one.steps]) for one in later(every)]
    assert told == [
        (1, (), "2026-12-01", ["cross"]),
        (2, ("photos", "form"), START, ["hand in"]),
        (3, (), None, ["leave"]),
        (4, (), None, ["cross"]),
        (5, ("visa",), START, ["leave"]),
    ]


def test_whoever_is_there_can_begin_with_what_being_there_opens() -> None:
    """What is reached on the first day takes no time; where every step is behind them nothing is told."""
    there = plan(mark("safe", START), step("card", after=(0,)), best=("weeks",))
    done = plan(mark("safe", START), best=("money",))
    assert [one.step.id for one in first(found(there, done))] == ["card"]
    assert later(found(there, done)) == ()


def test_a_day_behind_a_usual_wait_may_be_sooner_or_later() -> None:
    one = plan(
        step("ask", unknown=("usual",)),
        step("road", leaves=True, after=(0,)),
        step("cross", moves=True, after=(1,)),
        mark("safe", START, 2),
    )
    assert around(one) == (False, True, True, True)
    assert not any(loose(one))


def test_the_savings_pay_fees_and_rent_until_pay_is_assumed() -> None:
    told = months(found(whole()), whole())
    assert [(one.fees, one.living, one.left, one.assumed) for one in told[:4]] == [
        (50, 0, 850, False),
        (0, 0, 850, False),
        (0, 100, 750, False),
        (0, 0, 750, True),
    ]
    assert told[0].on == START
    assert purse(found(whole()), whole()) == (750, "2027-01-19", "2027-09-16")


def test_what_an_offered_pay_does_not_cover_is_paid_from_the_savings() -> None:
    small = month(100, pay=30, offered=30)
    told = months(found(whole(), living=small), whole())
    assert [(one.living, one.left, one.assumed) for one in told[2:5]] == [
        (100, 750, False),
        (70, 680, True),
        (70, 610, True),
    ]
    assert lasts(found(whole(), living=small), whole()) == "2027-09-16", "without pay it is as ever"


def test_without_pay_the_money_may_last_or_never_be_reckoned_with() -> None:
    assert lasts(found(whole(), savings=9000), whole()) is None
    resident = plan(mark("safe", START))
    assert [one.living for one in months(found(resident), resident)] == [100, 100, 100, 100]


def test_a_visit_is_where_somebody_must_come() -> None:
    assert [(one.number, one.step_number, one.step.id) for one in visits(whole())] == [
        (1, 2, "hand in"),
        (2, 6, "card"),
    ]


def test_a_calendar_is_made_of_the_plan_alone() -> None:
    seed, start, steps, at, coming = days_of(found(whole()), 0)
    assert (start, steps, at, coming) == (START, whole().steps, numbers(whole()), {2: 1, 6: 2})
    assert seed == days_of(found(whole(), plan()), 0)[0]
    assert seed != days_of(found(whole(), plan()), 1)[0]


def test_an_objective_chooses_the_plan_that_is_best_in_it() -> None:
    two = found(whole(), plan(mark("safe", START), best=("danger",)), plan(mark("safe", START)))
    assert list(chosen(two, None)) == [0, 1]
    assert list(chosen(two, "danger")) == [1]
    assert list(chosen(two, "chance")) == []


@pytest.mark.parametrize(
    ("reserve", "home"), [(0, {}), (40, {}), (0, {"spent_at_home": 7}), (0, {"saved_at_home": 9})]
)
def test_the_savings_are_those_that_the_search_reckoned_with(reserve: int, home: dict[str, int]) -> None:
    """Month by month from the problem itself, as docs of the problem say it."""
    of = Law(load_atlas(ROOT / "tests/invented_atlas"))
    said = {
        name: {"complete": True, "items": [{"currency": "XXA", "amount": sum_}]}
        for name, sum_ in home.items()
    }
    case = load(ROOT / "tests/golden/cases/farland-needs.yaml", form_of(of.atlas)).with_answers(said, ON)
    told = planning(of, case, "XA", ON, reserve=reserve)
    drafted = draft(of, of.family(flatten(case)), World(of.atlas, ON, None), "XA", reserve)
    problem, steps = drafted.problem, {step.id: step for step in drafted.problem.steps}
    assert told.reserve == reserve
    plans = plan_all(drafted).plans
    assert len(plans) == len(told.plans) > 1
    for one, drawn in zip(plans, told.plans, strict=True):
        moving = next(placed for placed in one.plan.steps if steps[placed.step].moves_to)
        for number, of_month in enumerate(months(told, drawn)):
            days = [n * problem.month for n in range(number + 1)]
            left = problem.savings
            left -= sum(
                problem.places[-1].monthly if moving.end <= day else problem.places[0].monthly
                for day in days
                if moving.end <= day or moving.start > day
            )
            for placed in one.plan.steps:
                income = steps[placed.step].income
                if income is not None:
                    paid = [day for day in days if placed.end + income.after <= day]
                    left += sum(
                        income.monthly for day in paid if income.only_at != "home" or moving.start > day
                    )
                left -= steps[placed.step].fee if placed.start // problem.month <= number else 0
            assert of_month.left == left
            assert (
                not home
                or (of_month.aside, of_month.living) != (0, 0)
                or moving.start <= days[-1]
                or not number
            )
            assert of_month.on == (ON + timedelta(days=days[-1])).isoformat()
            assert of_month.left >= reserve


@pytest.mark.dear
def test_every_step_stands_behind_those_that_it_needs() -> None:
    """On the real atlas: on one day too, and what is there behind the crossing."""
    told = planning(law(), example(ROOT / "examples/paediatrician-2026.yaml"), "PL", ON, seconds=5)
    assert told.plans
    for one in told.plans:
        for number, each in enumerate(one.steps):
            assert all(before < number for before in each.after)
            assert all(made is None or made in each.after for _, made in each.uses)
        crossing = next(n for n, each in enumerate(one.steps) if each.moves)
        safe = next(n for n, each in enumerate(one.steps) if each.kind == "safe")
        assert crossing < safe
    assert set(told.unmade) >= {paper for one in told.plans for each in one.steps for paper in each.lacks}


def test_who_lives_there_plans_no_journey() -> None:
    of = Law(load_atlas(ROOT / "tests/invented_atlas"))
    case = load(ROOT / "tests/golden/cases/farland-needs.yaml", form_of(of.atlas))
    data = case.data()
    for one in data["members"]:
        one["residence"] = "XA"
        one["statuses"] = [{"country": "XA", "status": "xa.guest", "from": "2026-10-01"}]
    told = planning(of, of_data(data, form_of(of.atlas)), "XA", ON)
    assert told.there
    assert told.plans
    assert not any(step.moves for one in told.plans for step in one.steps)
    assert all(months(told, one)[0].living == told.living.monthly for one in told.plans)


def test_what_a_plan_gives_up_and_what_is_only_a_least_come_from_all_plans_and_steps() -> None:
    of = Law(load_atlas(ROOT / "tests/invented_atlas"))
    case = load(ROOT / "tests/golden/cases/farland-needs.yaml", form_of(of.atlas))
    told = planning(of, case, "XA", ON)
    assert told.children
    best = {name: min(one.comes_to[name] for one in told.plans) for name in told.plans[0].comes_to}
    for one in told.plans:
        behind = {name: one.comes_to[name] - least for name, least in best.items()}
        assert {loss.objective: loss.by for loss in one.gives_up} == {
            name: by for name, by in behind.items() if by
        }
        open_ = {kind for each in one.steps for kind in each.unknown}
        assert ("weeks" in one.at_least) == bool(open_ & {"days", "steps"})
        assert ("money" in one.at_least) == ("fee" in open_)
        assert ("danger" in one.at_least) == ("danger" in open_)
    assert any(one.gives_up for one in told.plans)
    assert any(one.at_least for one in told.plans)


def test_months_of_places_are_reckoned_with_a_plan_that_pays_for_living() -> None:
    given = KeptOn(on=START, note=None, facts=())
    kept, told, poor = (
        plan(kept=given),
        plan(kept=replace(given, on=None)),
        plan(lacking=LackingOn(sum=9, by=START, first=9, all_by=START)),
    )
    assert reckoned(found(kept, poor, told), range(3)) == 2
    assert reckoned(found(kept, poor), range(2)) == 0, "where none does, the first"
    assert reckoned(found(told), ()) == 0


# ---------------------------------------------------------------------- what is locked
def puts(**keys: Any) -> StepOn:
    """A step of day 0 that puts 600 aside, of which 200 come back three times."""
    plain: dict[str, Any] = {
        "sum": 600,
        "least": False,
        "shown": False,
        "monthly": 200,
        "months": 3,
        "unless": None,
    }
    return step("account", START, locked=LockedOn(**(plain | keys)), fee=10)


def test_what_is_locked_is_gone_until_it_comes_back_to_who_is_there() -> None:
    one = plan(puts(), step("fly", "2026-12-30", "2027-01-03", moves=True), mark("safe", "2027-01-03", 1))
    told = months(found(one, savings=1_000), one)
    # They are there from day 44 on: it comes back on days 60, 90 and 120.
    assert [(one.fees, one.locked, one.back, one.living, one.left) for one in told] == [
        (10, 600, 0, 0, 390),
        (0, 0, 0, 0, 390),
        (0, 0, 200, 100, 490),
        (0, 0, 200, 100, 590),
        (0, 0, 200, 100, 690),
    ]
    # Then nothing comes back any more, and what is left pays for six months.
    assert lasts(found(one, savings=1_000), one) == "2027-10-16"


@pytest.mark.parametrize("keys", [{"monthly": None, "months": None}, {"months": None}, {"monthly": None}])
def test_what_nobody_knows_to_come_back_does_not(keys: dict[str, Any]) -> None:
    one = plan(puts(**keys), step("fly", START, moves=True), mark("safe", START, 1))
    assert [month.back for month in months(found(one), one)] == [0, 0, 0, 0]
