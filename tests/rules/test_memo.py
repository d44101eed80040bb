"""With a memo the same is decided, for reasons of which nothing can be left out; counts too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.worlds import ORDER, SIGNATURE, Partly, families, rules
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Env, Known, condition, irredundant, parse
from vyrai.rules._counts import reason
from vyrai.rules.support import apart

OF = {"p": "person"}
KEPT = (
    "q.views",
    "not q.views",
    "q.occupation == 'nurse'",
    "q.months >= fact('f.months')",
    "q.views or sponsor",
    "sponsor",
    "held(q, 'visa')",
    "q.views and q.months > 1",
)


@st.composite
def counts(draw: st.DrawFn) -> str:
    wanted = draw(st.sampled_from(("1", "0", "fact('f.count')")))
    return f"count(q for q in members if {draw(st.sampled_from(KEPT))}) {draw(ORDER)} {wanted}"


def remembering(partly: Partly) -> Env:
    env = partly.env()
    env.at[0] = "members/0"
    env.remember()
    return env


@given(st.one_of(rules(), counts(), st.tuples(counts(), rules(1)).map(" and ".join)), families())
def test_a_memo_changes_no_verdict_and_keeps_reasons_irredundant(text: str, partly: Partly) -> None:
    tree = parse(text, SIGNATURE, OF)
    decide = condition(tree)
    plain = partly.env()
    plain.at[0] = "members/0"
    env = remembering(partly)
    bits, items = decide(env)
    assert bits == decide(plain)[0]
    assert (bits, items) == decide(env), "asked twice, answered alike"
    if bits == UNKNOWN:
        return
    kept = items if apart(tree) else irredundant(lambda one: decide(one)[0], env, bits, items)
    assert decide(plain.only(kept))[0] == bits
    for item in kept:
        rest = [other for other in kept if other != item]
        assert decide(plain.only(rest))[0] == UNKNOWN
        assert decide(env.only(rest))[0] == UNKNOWN, "what is remembered must not settle what is not known"


def count(text: str, known: dict[str, Any], verdict: int) -> tuple[str, ...] | None:
    of: dict[str, Any] = {f"members/{place}.views": (True,) for place in range(3)} | known
    env = Env(Known(of), {"members": tuple(f"members/{place}" for place in range(4))}, 1)
    found = reason(parse(text, SIGNATURE))
    assert found is not None
    return found(env, verdict)


def test_a_count_names_the_fewest_records() -> None:
    assert count("count(q for q in members if q.views) >= 1", {}, SURE) == ("members/2.views",)
    two = {"fact:f.count": ((2, 2),)}
    few = ("members/1.views", "members/2.views", "fact:f.count")
    assert count("count(q for q in members if q.views) >= fact('f.count')", two, SURE) == few
    whole = {"members": (True,), **two}
    none = ("members", "members/1.views", "members/2.views", "fact:f.count")
    assert count("count(q for q in members if not q.views) > fact('f.count')", whole, SURELY_NOT) == none


@pytest.mark.parametrize(
    ("text", "known", "verdict"),
    [
        ("count(q for q in members if q.views) == 0", {"members/3.views": (True,)}, SURE),
        ("count(q for q in members if sponsor) >= 1", {"family.sponsor": (True,)}, SURE),
        ("count(q for q in members if q.views) >= fact('f.count')", {}, SURE),
    ],
)
def test_where_a_count_cannot_tell(text: str, known: dict[str, Any], verdict: int) -> None:
    assert count(text, known, verdict) is None


@pytest.mark.parametrize(
    "text",
    [
        "sponsor",
        "sum(q.months for q in members) >= fact('f.months')",
        "count(q for q in members) >= 1",
        "count(q for q in members if q.views and not q.views) >= 1",
        "count(q for q in members if q.views) >= count(q for q in members if not q.views)",
    ],
)
def test_other_conditions_are_left_to_trying(text: str) -> None:
    tree = parse(text, SIGNATURE)
    assert reason(tree) is None
