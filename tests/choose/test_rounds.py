"""A draw in a known month, as plans tell it: its months and their source, and no day is called unknown."""

from __future__ import annotations

from datetime import date

from tests.law.made import ask, parent
from tests.reach.made import country, describe, into, rich
from vyrai.choose import Planning, planning
from vyrai.choose.plan_on import PlanOn
from vyrai.choose.planned import numbers, purse, safe_on
from vyrai.choose.step_on import DecidedOn
from vyrai.words import Words
from vyrai.words.planning import Purse, fields, figures
from vyrai.world._built import Later

ON = date(2026, 11, 20)
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
FILE = describe("file", "f.week")
EN = Words("en")
LOT, QUOTA = {"en": "A lottery."}, {"en": "A quota."}


def drawn(months: str | None) -> Planning:
    """A visa that hangs on a lottery, of these months if any, and on a quota of which nobody knows when."""
    asked = tuple(ask(name, f"decided_later('r.{name}')", None) for name in ("lot", "quota"))
    lot = Later(text=LOT, months=months, step=months and "s.draw")
    later = {"r.lot": lot, "r.quota": Later(text=QUOTA)}
    steps = (describe("draw", None), FILE, CROSS)
    law = country(into("visa", "st.here", *steps, asked=asked, decided_later=later))
    return planning(law, rich(parent()), "XA", ON, lives=50)


def safe(found: Planning, plan: PlanOn) -> str:
    told = figures(EN, found, plan, safe_on(plan), Purse(*purse(found, plan)), numbers(plan))
    return dict(told)["There and allowed to stay"]


def test_the_step_that_ends_with_a_draw_says_in_which_month_and_on_whose_word() -> None:
    found = drawn("f.march")
    (plan,) = found.plans
    draw = plan.steps[0]
    assert (draw.on, draw.until) == ("2027-03-01", "2027-03-31")
    assert draw.decided == DecidedOn(what=LOT, months=(3,), fact="f.march")
    assert "f.march" in draw.facts
    assert "f.march" in found.sources
    assert draw.not_after is None, "it is no door that closes"
    assert [one.decided for one in plan.steps[1:]] == [None] * (len(plan.steps) - 1)
    told = dict(fields(EN, found, draw, False, numbers(plan)))
    assert told["Decided"].startswith("only in March. Have everything ready before that begins")
    assert "Takes" not in told


def test_the_day_of_safety_names_the_month_and_says_only_of_other_rounds_that_no_day_is_known() -> None:
    found = drawn("f.march")
    (plan,) = found.plans
    assert plan.rounds == (QUOTA,)
    assert safe(found, plan).endswith(
        "; reckoned to the end of the months in which this is decided: A lottery (March); and only once "
        "this is decided, for which no day is reckoned: A quota"
    )


def test_several_months_are_all_named() -> None:
    found = drawn("f.spring-and-autumn")
    (plan,) = found.plans
    told = dict(fields(EN, found, plan.steps[0], False, numbers(plan)))
    assert told["Decided"].startswith("only in May, June, October and November.")


def test_without_months_it_is_told_as_before() -> None:
    found = drawn(None)
    (plan,) = found.plans
    assert plan.rounds == (LOT, QUOTA)
    assert "no day is reckoned: A lottery; A quota" in safe(found, plan)
    assert plan.steps[0].decided is None
