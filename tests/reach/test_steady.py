"""Plans that break the family's risk are mended by a reserve, or it is said that nothing holds."""

from __future__ import annotations

from tests.law.made import parent
from tests.reach.made import country, describe, drafted, into, rich
from vyrai.reach import Draft, Living, Planned, Problem, Search, Step, plan_all
from vyrai.reach.living import NONE
from vyrai.reach.problem import Income, Place
from vyrai.reach.steady import live_through

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.fee",))


def test_a_plan_whose_days_are_certain_holds_as_it_is() -> None:
    drawn = drafted(country(into("visa", "st.here", CROSS)), rich())
    (lived,) = live_through(drawn, plan_all(drawn).plans, lives=200)
    assert (lived.holds, lived.reserve, lived.instead) == (True, 0, False)
    assert lived.lives.short.share == 0


def test_a_plan_that_goes_broke_when_waits_are_long_is_told_so_and_holds_with_more() -> None:
    # Half a year at most of waiting without pay where rent is paid: the likely half of it is not the worst.
    wait = describe("wait", "f.half-year", who_comes="nobody", level=0, at="inside")
    law = country(into("claim", "st.here", CROSS, wait))
    drawn = drafted(law, rich(amount=1_400))
    before = plan_all(drawn)
    assert before.plans, "on likely days it can be paid"
    (lived,) = live_through(drawn, before.plans[:1], risk=0.05, lives=400)
    assert lived.lives.short.share > 0.05
    assert not lived.holds
    richer = drafted(law, rich(amount=2_500))
    (held,) = live_through(richer, plan_all(richer).plans[:1], risk=0.05, lives=400)
    assert held.holds
    assert held.lives.short.share <= 0.05


def test_who_gets_in_later_than_likely_has_no_paper_that_lapsed() -> None:
    """Out on the day on which they are in: a plan keeps that order, and a late answer breaks no paper."""
    wait = describe("wait", "f.half-year", who_comes="nobody", level=0)
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    law = country(into("visa", "st.here", wait, CROSS), into("road", None, out, folder="XB", kind="leaving"))
    drawn = drafted(law, rich(parent(residence="XB")))
    (lived,) = live_through(drawn, plan_all(drawn).plans, lives=200)
    assert (lived.lives.expired.share, lived.holds, lived.reserve) == (0, True, 0)


def test_a_reserve_is_raised_until_the_risk_holds() -> None:
    """Money that somebody may give is taken in time only if the plan must keep some of its own."""
    give = Step(id="give", yields=("money",), days=(0, 0, 0), gain=900, extra=True)
    go = Step(id="go", yields=("there",), days=(1, 1, 1), fee=100, moves_to="there")
    pay = Income(monthly=300, after=0)
    rest = Step(id="rest", yields=("card",), days=(1, 1, 80), place="there", income=pay)
    problem = Problem(
        steps=(give, go, rest),
        places=(Place(id="home", monthly=5), Place(id="there", monthly=300)),
        goals=("card",),
        safe="card",
        savings=620,
        horizon=100,
    )
    (plan,) = Search(problem).optimum("weeks").plans
    drawn = Draft(problem, {}, (), Living(None, NONE, 0, (), 0, (), ()), None, (), (), ())
    (lived,) = live_through(drawn, (Planned("x", plan, (), True, ("weeks",)),), risk=0.01, lives=300)
    assert (lived.holds, lived.instead) == (True, True)
    assert lived.reserve > 0
    assert "give" in {placed.step for placed in lived.planned.plan.steps}
