"""Money that a step locks, as every face is told it."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from tests.choose.plans import START, found, lived, mark, plan, step
from tests.reach.made import country, describe, into, rich
from tests.reach.test_locks import PUT, blocked, showing, some, vouched
from vyrai.choose import Planning, planning
from vyrai.choose.planned import months, numbers, purse, safe_on
from vyrai.choose.step_on import LockedOn, StepOn
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.planning import Purse, fields, figures
from vyrai.world._built import Judgement, Locks

ON = date(2026, 11, 20)
W = Words("en")


def asked(law: Law, amount: int = 10_000) -> Planning:
    return planning(law, rich(amount=amount), "XA", ON, lives=50)


def putting(told: Planning) -> StepOn:
    return next(one for one in told.plans[0].steps if one.id == PUT)


def said(of: LockedOn | None, **keys: Any) -> str:
    return dict(fields(W, found(), step("account", "2026-11-20", locked=of, **keys), False, (1,))).get(
        "Locked", ""
    )


def test_the_step_says_how_much_it_locks_how_that_comes_back_and_with_what_nothing_would_be() -> None:
    told = asked(blocked())
    one = putting(told)
    assert one.locked == LockedOn(
        sum=3_601, least=False, shown=False, monthly=300, months=12, unless={"en": "the office"}
    )
    assert one.fee == 0
    assert {"xa.upkeep", "f.year", "f.half"} <= {*one.facts}
    assert {"xa.upkeep", "f.year", "f.half"} <= {*told.sources}
    assert told.plans[0].comes_to["money"] == 0
    assert said(one.locked) == (
        "3,601 XXA: put aside on this day, and yours all the same; "
        "300 XXA come back at the beginning of each month that you are there, 12 times; "
        "nothing would be locked if you had said yes to this: the office"
    )


def test_of_money_to_show_the_step_says_how_much_of_their_own_and_with_what_none_would_be() -> None:
    law = showing()
    one = putting(planning(law, some(10_000), "XA", ON, lives=50))
    assert one.locked == LockedOn(
        sum=3_601, least=False, shown=True, monthly=3_601, months=1, unless={"en": "the office"}
    )
    told = dict(fields(W, found(), step("account", "2026-11-20", locked=one.locked), False, (1,)))
    assert "Locked" not in told
    assert told["Money to show"] == (
        "3,601 XXA of your own, and not to be spent until you are there; "
        "none would have to be shown if you had said yes to this: the office"
    )
    nothing = LockedOn(sum=0, least=True, shown=True, monthly=None, months=None, unless=None)
    told = dict(fields(W, found(), step("account", "2026-11-20", locked=nothing), False, (1,)))
    assert (
        told["Money to show"] == "how much, or whether any, hangs on what is not known of you or of the law"
    )


def test_the_savings_month_by_month_are_those_that_the_plan_was_reckoned_with() -> None:
    told = asked(blocked(), amount=4_000)
    assert [(one.locked, one.back, one.living, one.left) for one in months(told, told.plans[0])[:3]] == [
        (3_601, 300, 300, 399),
        (0, 300, 0, 699),
        (0, 300, 0, 999),
    ]


def test_whoever_said_that_nothing_need_be_locked_reads_nothing_of_it() -> None:
    law = blocked()
    told = planning(law, vouched(law, True), "XA", ON, lives=50)
    assert putting(told).locked is None


@pytest.mark.parametrize(
    ("judged", "unless"),
    [
        (Judgement(who={"en": "the office"}, fact="f.half", text={"en": "Vouched"}), {"en": "Vouched"}),
        (Judgement(who={"en": "the office"}, fact="f.half"), {"en": "the office"}),
        (Judgement(who={"en": "the office"}, fact="xa.vouch"), {"en": "Somebody vouches"}),
        (None, None),
    ],
)
def test_with_what_nothing_would_be_locked_is_told_in_the_words_there_are(
    judged: Judgement | None, unless: dict[str, str] | None
) -> None:
    open_ = describe("open", level=0, who_comes="nobody")
    cross = describe("cross", "f.now", who_comes="each", moves=True, level=2)
    locks = Locks(step="s.open", sum="f.fee", unless=None if judged is None else "xa.vouched")
    keys = {} if judged is None else {"judgements": {"xa.vouched": judged}}
    law = country(into("study", "st.here", open_, cross, locks=locks, **keys))
    named = msgspec.structs.replace(law.atlas.fact("f.half"), id="xa.vouch", title={"en": "Somebody vouches"})
    law = Law(msgspec.structs.replace(law.atlas, facts=(*law.atlas.facts, named)))
    locked = putting(asked(law)).locked
    assert locked is not None
    assert locked.unless == unless


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, "200 XXA come back at the beginning of each month that you are there, 3 times"),
        (
            {"months": 1},
            "200 XXA come back once, at the beginning of the first month that you are there",
        ),
        (
            {"monthly": None, "months": None},
            "how it comes back nobody has written down, and here it does not",
        ),
    ],
)
def test_what_is_locked_is_said_in_words(keys: dict[str, Any], words: str) -> None:
    plain: dict[str, Any] = {
        "sum": 600,
        "least": False,
        "shown": False,
        "monthly": 200,
        "months": 3,
        "unless": None,
    }
    aside = "put aside on this day, and yours all the same"
    assert said(LockedOn(**(plain | keys))) == f"600 XXA: {aside}; {words}"
    assert said(LockedOn(**(plain | keys | {"least": True}))) == f"at least 600 XXA: {aside}; {words}"


def test_a_sum_that_nobody_knows_is_no_sum_of_nothing() -> None:
    of = LockedOn(sum=0, least=True, shown=False, monthly=None, months=None, unless=None)
    assert said(of) == (
        "money is put aside on this day, and yours all the same; how much nobody has written down"
    )


def test_what_is_left_is_told_without_a_sum_that_nobody_knows() -> None:
    of = LockedOn(sum=0, least=True, shown=False, monthly=None, months=None, unless=None)
    account = step("account", START, locked=of, unknown=("locked",))
    one = plan(account, mark("safe", START, 0), lived=lived(unknown={"locked": ("account",)}))
    every = found(one)
    told = dict(figures(W, every, one, safe_on(one), Purse(*purse(every, one)), numbers(one)))
    assert told["Left of your savings"].endswith("not in it: money that must be put aside")
    assert "not in them, for nobody knows it: money that must be put aside" in " ".join(told.values())


def test_a_step_that_locks_nothing_says_nothing_of_it() -> None:
    assert said(None) == ""
