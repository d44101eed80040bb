"""Money that is locked and comes back by the month: what a way locks, and what that leaves to live on."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from tests.belong.made import status
from tests.law.made import after, ask, case, number, parent, span
from tests.reach.made import country, describe, drafted, into, rich, step_of, ticked
from tests.reach.test_lives import certain, played
from vyrai.choose import form_of
from vyrai.family import Case, loads
from vyrai.law import Law
from vyrai.reach import Problem, Search, plan_all, policy, remedies, spent
from vyrai.reach._stage import Stage
from vyrai.reach.problem import Income, Place, Plan, Step
from vyrai.reach.spent import most
from vyrai.world._built import Judgement, Locks

replace = msgspec.structs.replace
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
OPEN = describe("open", level=0, who_comes="nobody")
PUT = "r.study/s.open"
FACTS = (
    number("xa.upkeep", 3_601, "XXA"),
    number("xa.upkeep-open", (3_601, None), "XXA"),
    number("xa.upkeep-person", 1_000, "XXA/person"),
    number("xa.upkeep-abroad", 100, "XXB"),
    number("xa.no-longer", 3_601, "XXA", valid=span("2000-01-01", "2001-01-01")),
    number("xa.time-open", (6, None), "months"),
    number("xa.time-about", (5, 6), "months"),
)


def blocked(sum_: str = "xa.upkeep", months: str | None = "f.year", unless: str | None = "xa.vouched") -> Law:
    """A way that locks money, unless somebody vouches; rent is 300."""
    locks = Locks(step="s.open", sum=sum_, months=months, unless=unless, facts=("f.half",))
    judges = {"xa.vouched": Judgement(who={"en": "the office"})}
    law = country(into("study", "st.here", OPEN, CROSS, locks=locks, judgements=judges))
    return Law(replace(law.atlas, facts=(*law.atlas.facts, *FACTS)))


def vouched(law: Law, value: bool, amount: int = 10_000) -> Case:
    """A family that has an answer to the judgement."""
    told = {
        "members": [parent()],
        "savings": {"complete": True, "items": [{"currency": "XXA", "amount": amount}]},
        "judgements": {"complete": True, "items": [{"about": "xa.vouched", "value": value}]},
    }
    return loads(json.dumps(told), form_of(law.atlas))


def locking(law: Law, of: Case | None = None) -> Step:
    return step_of(drafted(law, of or rich()).problem, PUT)


def showing(when: str = "money('XXA') >= fact('xa.upkeep')", **keys: Any) -> Law:
    """A way that asks to see money, unless somebody vouches."""
    asked = msgspec.structs.replace(ask("funds", when), source=("xa.upkeep",))
    locks = Locks(step="s.open", shown="xa.r.funds", unless="xa.vouched", facts=("f.half",))
    judges = {"xa.vouched": Judgement(who={"en": "the office"})}
    law = country(into("study", "st.here", OPEN, CROSS, asked=(asked,), locks=locks, judgements=judges))
    return Law(replace(law.atlas, facts=(*law.atlas.facts, *FACTS)))


def some(amount: int) -> Case:
    """A family that may have more than it has told of."""
    return case(savings=[{"currency": "XXA", "amount": amount}])


# ---------------------------------------------------------------------- what a way asks to see
def test_money_to_show_is_kept_together_until_they_are_there_and_is_then_all_theirs() -> None:
    step = locking(showing(), some(10_000))
    assert (step.fee, step.locked) == (0, 3_601)
    assert step.income == Income(monthly=3_601, after=1, only_at="there", months=1)
    assert {"xa.upkeep", "f.half"} <= {*step.facts}
    assert {"locked", "back"}.isdisjoint(step.unknown)


def test_what_is_lacking_is_what_has_to_be_shown_and_not_what_is_spent() -> None:
    assert plan_all(drafted(showing(), some(4_000))).plans
    found = drafted(showing(), some(600))
    assert not plan_all(found).plans
    assert [one.sum for one in remedies(found, plan_all(found).empty)] == [
        3_100
    ]  # 3,601 less 600, in hundreds


def test_of_money_to_show_of_which_nobody_knows_how_much_the_least_or_nothing_and_that_it_is_open() -> None:
    open_ = locking(showing("money('XXA') >= fact('xa.upkeep-open')"), some(10_000))
    assert (open_.locked, open_.income is not None, "locked" in open_.unknown) == (3_601, True, True)
    nothing = locking(showing("money('XXA') >= fact('xa.no-longer')"), some(10_000))
    assert (nothing.locked, nothing.income, "locked" in nothing.unknown) == (0, None, True)


def test_who_is_vouched_for_has_nothing_to_show() -> None:
    law = showing("money('XXA') >= fact('xa.upkeep') or judged('xa.vouched')")
    for of in (vouched(law, False), some(10_000)):
        step = locking(law, of)
        assert (step.locked, "locked" in step.unknown) == (3_601, False), "nobody has vouched"
    spared = locking(law, vouched(law, True))
    assert (spared.locked, spared.income, "locked" in spared.unknown) == (0, None, False)
    backed = locking(showing("money('XXA') >= fact('xa.upkeep') or sponsor"), case(sponsor=True))
    assert (backed.locked, backed.income, "xa.upkeep" in backed.facts) == (0, None, False)


def test_what_the_way_has_given_before_may_spare_them_what_is_to_be_shown() -> None:
    """Whoever comes as a guest first is asked as a guest."""
    when = "money('XXA') >= fact('xa.upkeep') or any(held(m, 'st.guest') for m in members)"
    asked = replace(ask("funds", when), source=("xa.upkeep",))
    locks = Locks(step="s.open", shown="xa.r.funds")
    law = country(
        into("visit", "st.guest", CROSS),
        into("study", "st.here", OPEN, asked=(asked,), locks=locks, **after("st.guest")),
        statuses=(status("guest"), status("here", {"work": "yes"})),
    )
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, *FACTS)))
    none: dict[str, Any] = {"statuses": {"complete": True, "items": []}}
    step = step_of(drafted(law, rich(parent(**none))).problem, "r.study@r.visit/s.open")
    assert (step.locked, "locked" in step.unknown) == (0, False)


# ---------------------------------------------------------------------- what a way locks
def test_the_sum_is_put_aside_and_a_part_of_it_comes_back_each_month_there() -> None:
    step = locking(blocked())
    assert (step.fee, step.locked) == (0, 3_601)
    # What is left over of equal parts is not counted on.
    assert step.income == Income(monthly=300, after=1, only_at="there", months=12)
    assert {"xa.upkeep", "f.year", "f.half"} <= {*step.facts}
    assert {"locked", "back"}.isdisjoint(step.unknown)


def test_nothing_is_locked_only_once_somebody_has_said_that_it_need_not_be() -> None:
    law = blocked()
    assert (locking(law, vouched(law, False)).locked, locking(law).locked) == (3_601, 3_601)
    spared = locking(law, vouched(law, True))
    assert (spared.locked, spared.income) == (0, None)
    assert "xa.upkeep" not in spared.facts
    assert locking(blocked(unless=None), vouched(law, True)).locked == 3_601


@pytest.mark.parametrize(
    ("keys", "locked", "back", "unknown"),
    [
        ({"months": None}, 3_601, None, {"back"}),
        ({"months": "f.of-old"}, 3_601, None, {"back"}),
        ({"months": "xa.time-open"}, 3_601, None, {"back"}),
        ({"months": "xa.time-about"}, 3_601, (600, 6), set()),
        ({"sum_": "xa.upkeep-open"}, 3_601, (300, 12), {"locked"}),
        ({"sum_": "xa.upkeep-person"}, 1_000, (83, 12), set()),
        ({"sum_": "f.nothing"}, 0, None, {"locked"}),
        ({"sum_": "f.week"}, 0, None, {"locked"}),
    ],
)
def test_what_nobody_knows_of_it_is_told_and_comes_back_to_nobody(
    keys: dict[str, Any], locked: int, back: tuple[int, int] | None, unknown: set[str]
) -> None:
    step = locking(blocked(**keys))
    assert step.locked == locked
    assert back == (None if step.income is None else (step.income.monthly, step.income.months))
    assert unknown == {"locked", "back"} & {*step.unknown}


def test_what_is_ticked_as_done_locks_nothing_more() -> None:
    law = blocked()
    problem = drafted(law, ticked(law, "s.open")).problem
    assert not any(step.locked for step in problem.steps)


# ---------------------------------------------------------------------- plans
def test_the_same_money_is_not_spent_twice() -> None:
    """Rent is 300 and 300 come back: whoever has the sum can live there, and pay nothing else from it."""
    law = blocked()
    assert plan_all(drafted(law, rich(amount=3_601))).plans
    assert not plan_all(drafted(law, rich(amount=3_600))).plans
    assert plan_all(drafted(law, vouched(law, True, amount=3_600))).plans


def test_what_comes_back_is_no_cost() -> None:
    (one,) = plan_all(drafted(blocked(), rich())).plans
    assert one.plan.comes_to["money"] == 0
    assert PUT in {placed.step for placed in one.plan.steps}


def test_the_least_sum_more_counts_what_is_locked() -> None:
    law = blocked()
    (remedy,) = remedies(drafted(law, rich(amount=1_000)), ("r.study",))
    assert remedy.sum is not None
    assert plan_all(drafted(law, rich(amount=1_000 + remedy.sum))).plans
    assert not plan_all(drafted(law, rich(amount=1_000 + remedy.sum - 100))).plans


# ---------------------------------------------------------------------- money by the month
def problem(income: Income | None, locked: int = 600, **keys: Any) -> Problem:
    """Money is locked on day 0, the family is there on day 40 (60 at the latest), and safe on day 50."""
    plain: dict[str, Any] = {
        "steps": (
            Step(id="lock", yields=("paper",), days=(40, 40, 40), fee=5, locked=locked, income=income),
            Step(
                id="go",
                yields=("in",),
                needs=("paper",),
                days=(0, 0, 0),
                moves_to="there",
                windows=((0, 60),),
            ),
            Step(id="card", yields=("card",), needs=("in",), days=(10, 10, 10), place="there"),
        ),
        "places": (Place(id="home", monthly=10), Place(id="there", monthly=100)),
        "goals": ("card",),
        "safe": "card",
        "savings": 5_000,
        "horizon": 240,
    }
    return Problem(**(plain | keys))


def plan_of(of: Problem) -> Plan:
    (plan,) = Search(of).optimum("weeks").plans
    return plan


@pytest.mark.parametrize(
    ("income", "back"),
    [
        (None, [0, 0, 0, 0, 0, 0, 0, 0]),
        (Income(monthly=200, after=0, only_at="there", months=3), [0, 0, 200, 400, 600, 600, 600, 600]),
        (Income(monthly=200, after=0, only_at="there"), [0, 0, 200, 400, 600, 800, 1_000, 1_200]),
        (Income(monthly=200, after=60, months=2), [0, 0, 0, 0, 200, 400, 400, 400]),
        # At home it could come on day 60 at the earliest, and they are gone by then.
        (Income(monthly=200, after=0, only_at="home", months=2), [0, 0, 0, 0, 0, 0, 0, 0]),
        (Income(monthly=200, after=500, only_at="there", months=2), [0, 0, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_it_comes_back_on_the_first_days_of_so_many_months(income: Income | None, back: list[int]) -> None:
    of = problem(income)
    plan = plan_of(of)
    living = [10, 20, *range(120, 720, 100)]
    gone = [605 + cost - came for cost, came in zip(living, back, strict=True)]
    assert [spent(of, plan, 30 * month + 29) for month in range(8)] == gone
    (life,) = played(certain(of), plan, 1)
    assert life.left == [5_000 - cost for cost in gone]


@pytest.mark.parametrize("months", [1, 2, 3])
def test_the_search_knows_when_it_ends(months: int) -> None:
    """The least savings with which there is a plan are what the plan takes in its worst month."""
    of = problem(Income(monthly=250, after=0, only_at="there", months=months))
    plan = plan_of(of)
    worst = max(spent(of, plan, 30 * month + 29) for month in range(8))
    assert Search(replace(of, savings=worst)).some().plans
    assert not Search(replace(of, savings=worst - 1)).some().plans


def test_pay_at_home_ends_with_leaving_or_before() -> None:
    early = Income(monthly=100, after=0, only_at="home", months=1)
    steps = (
        Step(id="job", yields=("job",), days=(0, 0, 0), place="home", extra=True, income=early),
        Step(id="wait", yields=("paper",), days=(70, 70, 70)),
        replace(problem(None).steps[1], windows=((0, 90),)),
        problem(None).steps[2],
    )
    # Home costs 10 on days 0, 30 and 60, there it costs 100 from day 90 to day 210.
    for months, least in ((1, 430), (2, 330), (9, 230), (None, 230)):
        job = replace(steps[0], income=replace(early, months=months))
        of = problem(None, steps=(job, *steps[1:]))
        assert Search(replace(of, savings=least)).some().plans
        assert not Search(replace(of, savings=least - 1)).some().plans


def test_what_is_locked_by_a_paper_is_no_work() -> None:
    of = problem(Income(monthly=200, months=3, only_at="there"), goals=("card", "paper"))
    assert Stage(of, plan_of(of), keep_dates=True, fallbacks=True).work == -1
    free = replace(of, steps=(replace(of.steps[0], locked=0), *of.steps[1:]))
    assert Stage(free, plan_of(free), keep_dates=True, fallbacks=True).work >= 0


def test_enough_for_any_plan_is_enough_for_all_that_is_locked() -> None:
    of = problem(None)
    assert most(of) == 605 + 9 * 100
    assert Search(replace(of, savings=most(of))).some().plans


def test_a_paper_made_again_locks_nothing_again_and_a_refusal_nothing_at_all() -> None:
    """The lock is refused twice, then granted; its paper lapses and is made once more."""
    of = certain(problem(Income(monthly=200, after=0, only_at="there", months=3)))
    lock = replace(of.steps[0], refused=0.5, valid=0)
    late = replace(of.steps[1], needs=("paper", "leave"), windows=())
    leave = Step(id="leave", yields=("leave",), days=(1, 60, 120))
    of = replace(of, steps=(lock, late, leave, of.steps[2]), horizon=600)
    lives = played(of, plan_of(of), 200)
    fees = {(life.left[0] - (5_000 - 10)) for life in lives}
    # On day 0 the first try is granted, with its lock, or refused: then only its fee is gone.
    assert fees == {-605, -5}
    remade = [life for life in lives if life.expired and not life.failed]
    assert remade
    for life in remade:
        assert (5_000 - life.left[-1]) % 5 == 0
        living = 5_000 - life.left[-1] - 100 * len(life.left)
        assert living < 200, "locked once, and all of it back"


def test_after_a_refusal_what_is_locked_is_spent_and_no_fee() -> None:
    """No income is counted there, so what is locked does not come back."""
    of = problem(Income(monthly=200, after=0, only_at="there", months=3), locked=600)
    card = replace(of.steps[2], refused=0.5)
    of = replace(of, steps=(*of.steps[:2], card))
    (first,) = policy(of, money=1_200).first
    assert (first.fee, first.value) == (5, 0.5)
    assert policy(of, money=700).value == 0
    assert policy(replace(of, steps=(replace(of.steps[0], locked=0), *of.steps[1:])), money=700).value == 0.5
