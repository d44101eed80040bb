"""Plans that break the family's risk are mended by a reserve, or it is said that nothing holds."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tests.law.made import parent
from tests.reach.made import country, describe, drafted, into, rich
from vyrai.reach import Draft, Living, Planned, Problem, Search, Step, plan_all
from vyrai.reach.living import NONE
from vyrai.reach.problem import Held, Income, Place
from vyrai.reach.steady import Lived, live_through

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


def through(*steps: Step, best: str = "weeks", risk: float = 0.02, **keys: Any) -> Lived:
    """The plan that is best in this, lived through and mended; being there costs nothing unless told."""
    plain: dict[str, Any] = {
        "places": (Place(id="home", monthly=0), Place(id="there", monthly=0)),
        "goals": ("there",),
        "safe": "there",
        "savings": 100,
        "horizon": 500,
    }
    problem = Problem(steps=steps, **(plain | keys))
    (plan,) = Search(problem).optimum(best).plans
    drawn = Draft(problem, {}, (), Living(None, NONE, 0, (), 0, None, None, (), ()), None, (), (), ())
    (lived,) = live_through(drawn, (Planned("x", plan, (), True, (best,)),), risk=risk, lives=300)
    return lived


SLOW = Step(id="slow", yields=("leave to go",), days=(0, 20, 60))
GO = Step(id="go", yields=("there",), needs=("leave to go", "health"), days=(1, 1, 1), moves_to="there")


def test_a_paper_that_lapses_while_another_waits_is_made_later() -> None:
    """On likely days the medical paper is good by a day; an office that is slow lets it lapse."""
    medical = Step(id="medical", yields=("health",), days=(1, 1, 1), valid=30)
    quick = Step(id="quick", yields=("health",), days=(1, 1, 1), valid=200, fee=90)
    alone = through(SLOW, medical, GO, best="money")
    assert (alone.holds, alone.instead) == (False, False)
    assert alone.lives.expired.share > 0.02
    mended = through(SLOW, medical, quick, GO, best="money")
    assert (mended.holds, mended.instead, mended.reserve) == (True, True, 0)
    assert mended.spare > 0
    assert mended.lives.expired.share <= 0.02
    assert "quick" in {placed.step for placed in mended.planned.plan.steps}
    # Where it lasts longer it only has to be made later.
    early = Step(id="early", yields=("health",), days=(1, 1, 1), valid=45)
    spared = through(SLOW, early, GO, best="money")
    assert (spared.holds, spared.instead) == (True, True)
    assert next(one.start for one in spared.planned.plan.steps if one.step == "early") == 19
    assert spared.planned.plan.comes_to["weeks"] == alone.planned.plan.comes_to["weeks"]


def test_a_paper_that_does_not_lapse_is_left_as_it_is() -> None:
    """An insurance of two weeks, made and used on one day, is no reason to say that nothing holds."""
    slow = Step(id="slow", yields=("leave to go",), days=(0, 100, 300))
    test = Step(id="test", yields=("level",), days=(1, 1, 1), valid=200)
    insure = Step(id="insure", yields=("cover",), needs=("leave to go",), days=(0, 0, 0), valid=14)
    go = Step(
        id="go", yields=("there",), needs=("leave to go", "level", "cover"), days=(1, 1, 1), moves_to="there"
    )
    lived = through(slow, test, insure, go)
    assert (lived.holds, lived.instead) == (True, True)
    assert lived.planned.plan.comes_to["weeks"] == 101


def test_a_paper_in_hand_that_lapses_is_mended_by_no_order() -> None:
    lived = through(SLOW, GO, has=(Held(paper="health", until=30),))
    assert (lived.holds, lived.keeps, lived.instead, lived.spare) == (False, False, False, 0)
    assert lived.lives.expired.share > 0.02
    assert lived.lives.lapsed == ("health",)


def test_where_refusals_break_the_risk_the_likeliest_plan_of_the_way_is_told_if_it_holds() -> None:
    ask = Step(id="ask", yields=("health",), days=(1, 1, 1), refused=0.5)
    form = Step(id="form", yields=("form",), days=(0, 0, 0))
    sure = Step(id="sure", yields=("health",), needs=("form",), days=(40, 40, 40), refused=0.05)
    first = through(SLOW, ask, GO, risk=0.1)
    assert (first.keeps, first.holds, first.instead) == (True, False, False)
    assert first.lives.never_safe.share > 0.4, "who is refused asks once"
    mended = through(SLOW, ask, form, sure, GO, risk=0.1)
    assert (mended.holds, mended.instead, mended.planned.best) == (True, True, ("weeks",))
    seldom = through(SLOW, replace(ask, refused=0.05), form, replace(sure, refused=0.01), GO, risk=0.1)
    assert (seldom.holds, seldom.instead) == (True, False), "what holds is left as it is"
    assert "sure" in {placed.step for placed in mended.planned.plan.steps}
    uncounted = through(SLOW, ask, form, replace(sure, refused=None, unknown=("refused",)), GO, risk=0.1)
    assert (uncounted.holds, uncounted.instead) == (False, False), "a refusal that nobody counts cures none"
    rather = replace(sure, refused=0.3)
    alone = through(SLOW, ask, form, rather, GO, risk=0.1)
    assert (alone.holds, alone.instead) == (False, False)


def test_who_is_refused_turns_to_another_that_makes_the_same_from_what_is_there() -> None:
    ask = Step(id="ask", yields=("health",), days=(1, 1, 1), refused=0.5)
    other = Step(id="other", yields=("health",), days=(9, 9, 9), fee=50)
    lived = through(SLOW, ask, other, GO, risk=0.1)
    assert (lived.holds, lived.instead, lived.lives.failed.share) == (True, False, 0)


def test_a_reserve_is_raised_until_the_risk_holds() -> None:
    """Money that somebody may give is taken in time only if the plan must keep some of its own."""
    give = Step(id="give", yields=("money",), days=(0, 0, 0), gain=900, extra=True)
    go = Step(id="go", yields=("there",), days=(1, 1, 1), fee=100, moves_to="there")
    pay = Income(monthly=300, after=0)
    rest = Step(id="rest", yields=("card",), days=(1, 1, 80), place="there", income=pay)
    places = (Place(id="home", monthly=5), Place(id="there", monthly=300))
    ends: dict[str, Any] = {"goals": ("card",), "safe": "card"}
    lived = through(give, go, rest, risk=0.01, places=places, savings=620, horizon=100, **ends)
    assert (lived.keeps, lived.instead) == (True, True)
    assert lived.reserve > 0
    assert "give" in {placed.step for placed in lived.planned.plan.steps}


def test_money_is_sought_beside_the_likelier_plan_and_not_beside_the_refused_one() -> None:
    give = Step(id="give", yields=("money",), days=(0, 0, 0), gain=900, extra=True)
    ask = Step(id="ask", yields=("health",), days=(1, 1, 1), refused=0.5)
    form = Step(id="form", yields=("form",), days=(0, 0, 0))
    sure = Step(id="sure", yields=("health",), needs=("form",), days=(40, 40, 40), refused=0.005)
    go = Step(id="go", yields=("there",), needs=("health",), days=(1, 1, 1), fee=100, moves_to="there")
    pay = Income(monthly=300, after=0)
    rest = Step(id="rest", yields=("card",), days=(1, 1, 80), place="there", income=pay)
    places = (Place(id="home", monthly=5), Place(id="there", monthly=300))
    ends: dict[str, Any] = {"goals": ("card",), "safe": "card"}
    mended = through(
        give, ask, form, sure, go, rest, risk=0.02, places=places, savings=620, horizon=200, **ends
    )
    assert {"sure", "give"} <= {placed.step for placed in mended.planned.plan.steps}
    assert (mended.holds, mended.reserve > 0) == (True, True)
