"""What must hold for every rule and every family, against a judge that shares no code with the engine."""

from __future__ import annotations

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from tests.rules.judge import judge, total
from tests.rules.worlds import FIRST, ORDER, SIGNATURE, Partly, blocks, families, rules
from vyrai.rules import (
    SURE,
    SURELY_NOT,
    UNKNOWN,
    Points,
    breakpoints,
    condition,
    irredundant,
    parse,
    points,
    read_once,
)
from vyrai.rules.breaks import scanner

OF = {"p": "person"}
half = settings(max_examples=settings().max_examples // 2)


@given(rules(), families())
def test_no_completion_contradicts_a_settled_verdict(text: str, partly: Partly) -> None:
    tree = parse(text, SIGNATURE, OF)
    env = partly.env()
    env.at[0] = "members/0"
    bits, _ = condition(tree)(env)
    truth = judge(tree, partly.truth, {0: partly.truth.family["members"][0]})
    assert bits in (UNKNOWN, SURE if truth else SURELY_NOT)


NUMBERS = st.sampled_from(
    (
        "money('XXA') {o} fact('f.price')",
        "any(worth(s.amount, 'XXA') {o} fact('f.price') for s in savings)",
        "sum(q.months - fact('f.months') for q in members) {o} 0",
        "months_in(p, 'XA', fact('f.day')) {o} fact('f.months')",
        "days_in(p, 'XA', fact('f.day')) {o} on - fact('f.day')",
    )
)


@half
@given(NUMBERS, ORDER, families())
def test_no_completion_contradicts_what_is_reckoned(text: str, order: str, partly: Partly) -> None:
    """Money, months and sums stand in few of all rules; here they stand in each."""
    tree = parse(text.format(o=order), SIGNATURE, OF)
    env = partly.env()
    env.at[0] = "members/0"
    truth = judge(tree, partly.truth, {0: partly.truth.family["members"][0]})
    assert condition(tree)(env)[0] in (UNKNOWN, SURE if truth else SURELY_NOT)


@given(rules(), families(), st.data())
def test_more_answers_never_turn_a_settled_verdict(text: str, partly: Partly, data: st.DataObject) -> None:
    decide = condition(parse(text, SIGNATURE, OF))
    everything = partly.env()
    everything.at[0] = "members/0"
    keys = sorted(key for key in everything.known if key)
    some = everything.only(data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else [])
    before, after = decide(some)[0], decide(everything)[0]
    assert before in (UNKNOWN, after)


@given(rules(), families())
def test_hiding_any_item_of_a_support_unsettles_the_verdict(text: str, partly: Partly) -> None:
    tree = parse(text, SIGNATURE, OF)
    decide = condition(tree)
    env = partly.env()
    env.at[0] = "members/0"
    bits, items = decide(env)
    if bits == UNKNOWN:
        assert items, "an unknown names what is open"
        return
    support = items if read_once(tree) else irredundant(lambda one: decide(one)[0], env, bits, items)
    assert decide(env.only(support))[0] == bits
    for item in support:
        assert decide(env.only(other for other in support if other != item))[0] == UNKNOWN


@half
@given(rules(2), families())
def test_verdicts_are_constant_between_breakpoints(text: str, partly: Partly) -> None:
    tree = parse(text, SIGNATURE, OF)
    decide = condition(tree)

    def at(day: int) -> int:
        env = partly.env(day)
        env.at[0] = "members/0"
        return decide(env)[0]

    def env_at(day: int):
        env = partly.env(day)
        env.at[0] = "members/0"
        return env

    event = partly.facts.get("event:storm")
    points = [] if event is None else [day + more for pair in event[0] for day in pair for more in (0, 1)]
    scan = scanner(tree)
    scans = [] if scan is None else [(scan, "members/0")]
    days = list(breakpoints(scans, env_at, FIRST, FIRST + 400, points))
    assert days == sorted(set(days))
    edges = set(days)
    before = at(FIRST)
    for day in range(FIRST + 1, FIRST + 401):
        now = at(day)
        assert now == before or day in edges, day - FIRST
        before = now


@half
@given(blocks(), families())
def test_points_never_contradict_the_judge(block: Points, partly: Partly) -> None:
    env = partly.env()
    env.at[0] = "members/0"
    bits, _ = points(block)(env)
    truth = total(block, partly.truth, {0: partly.truth.family["members"][0]})
    assert bits in (UNKNOWN, SURE if truth else SURELY_NOT)


@half
@given(blocks(), families())
def test_points_have_supports_too(block: Points, partly: Partly) -> None:
    decide = points(block)
    env = partly.env()
    env.at[0] = "members/0"
    bits, items = decide(env)
    if bits == UNKNOWN:
        assert items
        return
    support = irredundant(lambda one: decide(one)[0], env, bits, items)
    assert decide(env.only(support))[0] == bits
    for item in support:
        assert decide(env.only(other for other in support if other != item))[0] == UNKNOWN


@half
@given(rules(), families(), st.data())
def test_fewer_rivals_never_make_a_verdict_less_certain(
    text: str, partly: Partly, data: st.DataObject
) -> None:
    """Deleting a rival while one claim remains keeps what is settled; adding one settles nothing new."""
    decide = condition(parse(text, SIGNATURE, OF))
    rivals = sorted(key for key, claims in partly.facts.items() if len(claims) > 1)
    if not rivals:
        return
    key = data.draw(st.sampled_from(rivals))
    left = data.draw(st.integers(0, len(partly.facts[key]) - 1))
    env, fewer = partly.env(), partly.env()
    fewer.known[key] = (partly.facts[key][left],)
    env.at[0] = fewer.at[0] = "members/0"
    before, after = decide(env)[0], decide(fewer)[0]
    assert before in (UNKNOWN, after)


@pytest.mark.parametrize("wanted", [SURE, SURELY_NOT, UNKNOWN])
def test_the_strategies_reach_every_verdict(wanted: int) -> None:
    """A property over families that are always unknown would prove nothing."""
    first = settings(phases=[Phase.generate], max_examples=1_000)  # any will do, not only the smallest
    find(st.tuples(rules(), families()), lambda pair: _bits(*pair) == wanted, settings=first)


def _bits(text: str, partly: Partly) -> int:
    env = partly.env()
    env.at[0] = "members/0"
    return condition(parse(text, SIGNATURE, OF))(env)[0]
