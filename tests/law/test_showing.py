"""The sum that a condition asks to be shown, against deciding with one unit less and with it."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.made import ON, ask, atlas, child, family, number, parent, route
from vyrai.choose import form_of
from vyrai.family import Case, loads
from vyrai.law import Family, Law, locked_by, to_show
from vyrai.rules import SURELY_NOT
from vyrai.world import Route, World
from vyrai.world._built import Judgement, Locks

FACTS = (
    number("xa.one", 1_000, "XXA"),
    number("xa.two", (1_500, 1_800), "XXA"),
    number("xa.open", (700, None), "XXA"),
    number("xa.monthly", 900, "XXA/month"),
)
BY_SIZE = (
    "(count(m for m in members) <= 1 and money('XXA') >= fact('xa.one'))"
    " or (count(m for m in members) > 1 and money('XXA') >= fact('xa.two'))"
)
JUDGED = Judgement(who={"en": "the office"})


def way(when: str, **keys: Any) -> tuple[Law, Route]:
    """A route that asks to see money, unless somebody vouches."""
    asked = ask("funds", when, **keys)
    locks = Locks(step="s.file", shown="xa.r.funds", unless="xa.vouched")
    made = route(asked, locks=locks, judgements={"xa.vouched": JUDGED})
    return Law(atlas(made, facts=FACTS)), made


def told(law: Law, people: int = 1, savings: Any = None, **root: Any) -> Family:
    members = [parent(), *(child(f"bird-{n}") for n in range(1, people))]
    case: Case = loads(
        json.dumps({"members": members, **({} if savings is None else {"savings": savings}), **root}),
        form_of(law.atlas),
    )
    return family(law, case)


def asked(when: str, people: int = 1, spared: str | None = "xa.vouched", **root: Any) -> tuple[int, float]:
    law, made = way(when)
    return to_show(law, made, told(law, people, **root), World(law.atlas, ON), "XXA", spared)


def judged(value: bool) -> dict[str, Any]:
    return {"judgements": {"complete": True, "items": [{"about": "xa.vouched", "value": value}]}}


NONE = {"complete": True, "items": []}


def test_it_hangs_on_how_many_they_are_and_not_on_what_they_have() -> None:
    assert asked(BY_SIZE) == (1_000, 1_000)
    assert asked(BY_SIZE, savings=[{"currency": "XXA", "amount": 5}]) == (1_000, 1_000)
    assert asked(BY_SIZE, savings={"complete": True, "items": [{"currency": "XXA", "amount": 9_999}]}) == (
        1_000,
        1_000,
    )


def test_of_a_sum_that_is_not_known_whole_the_least_and_that_it_may_be_more() -> None:
    assert asked(BY_SIZE, 2) == (1_500, float("inf"))
    assert asked("money('XXA') >= fact('xa.open')") == (700, float("inf"))


def test_who_is_vouched_for_shows_nothing_and_a_judgement_not_made_is_none() -> None:
    rule = "money('XXA') >= fact('xa.one') or judged('xa.vouched')"
    assert asked(rule) == (1_000, 1_000)
    assert asked(rule, **judged(False)) == (1_000, 1_000)
    assert asked(rule, **judged(True)) == (0, 0)
    # Without a word of it in `locks` it stays open, and the sum may not be needed at all.
    assert asked(rule, spared=None) == (0, float("inf"))


def test_income_and_offers_that_were_not_told_are_not_there() -> None:
    rule = "money('XXA') >= fact('xa.one') or any(o.country == 'XA' for o in job_offers)"
    assert asked(rule) == (1_000, 1_000)
    assert asked(rule, job_offers=NONE) == (1_000, 1_000)
    assert asked(rule, job_offers=[{"who": "stork", "country": "XA", "occupation": "2512"}]) == (0, 0)
    earning = (
        "money('XXA') >= fact('xa.one') or sum(worth(i.amount, 'XXA') for i in income) >= fact('xa.monthly')"
    )
    assert asked(earning) == (1_000, 1_000)
    assert asked(earning, income=[{"currency": "XXA", "amount": 1_000}]) == (0, 0)


def test_no_money_helps_where_something_else_is_failed_and_none_is_asked_for_on_another_day() -> None:
    assert asked("money('XXA') >= fact('xa.one') and sponsor", sponsor=False) == (0, 0)
    law, _ = way(BY_SIZE)
    other = route(name="xa.other")
    assert to_show(law, other, told(law), World(law.atlas, ON), "XXA") == (0, 0)


def test_the_facts_are_those_of_the_requirement_or_the_sum() -> None:
    cited = msgspec.structs.replace(ask("funds", BY_SIZE), source=("xa.one",))
    assert locked_by(route(cited, locks=Locks(step="s", shown="xa.r.funds"))) == ("xa.one",)
    assert locked_by(route(cited, locks=Locks(step="s", sum="xa.two"))) == ("xa.two",)
    assert locked_by(route(cited)) == ()


@pytest.mark.parametrize("people", [1, 2, 3])
@given(st.integers(0, 3_000), st.sampled_from([BY_SIZE, "money('XXA') >= fact('xa.two')"]))
def test_one_less_is_surely_too_little_and_it_is_not(people: int, have: int, rule: str) -> None:
    law, made = way(rule)
    least, _ = to_show(law, made, told(law, people), World(law.atlas, ON), "XXA")
    had = {"complete": True, "items": [{"currency": "XXA", "amount": have}]}
    decided = law.decide(made, told(law, people, had), World(law.atlas, ON))
    assert (decided.bits == SURELY_NOT) is (have < least)
