"""A slip in a rule is read as the rule with that slip would be, and leaves all else the very same."""

from __future__ import annotations

import msgspec
import pytest

from tests.world.invented import invented
from vyrai.rules import nodes as n
from vyrai.rules import parse
from vyrai.rules.slips import mutants, slips
from vyrai.world import signature

NAMES = {"p": "person"}
RULES = (
    "sponsor",
    "not sponsor",
    "not (sponsor and not host) or p.insured",
    "0 < age(p) <= fact('xa.adult-age')",
    "money('XXA') >= fact('xa.guest.money') or sponsor",
    "any(all(q.apostille for q in m.qualifications) for m in members if m.insured and age(m) > 0)",
    "count(m for m in members if not m.insured) == 1 and invitation not in ('XA', 'XB')",
    "held(p, 'xa.guest') and times(p, 'xa.guest') < 1",
)


@pytest.mark.parametrize("rule", RULES)
def test_a_slip_is_read_as_if_it_had_been_written(rule: str) -> None:
    right, wrong = slips(rule, signature(invented()), NAMES)
    assert right == parse(rule, signature(invented()), NAMES)
    assert wrong == [parse(text, signature(invented()), NAMES) for _, text in mutants(rule)]


def test_what_a_slip_leaves_as_it_is_is_the_same_node() -> None:
    right, (wrong, *_) = slips("sponsor and (host or p.insured)", signature(invented()), NAMES)
    assert isinstance(right, n.And)
    assert isinstance(wrong, n.Or)
    assert all(one is other for one, other in zip(right.parts, wrong.parts, strict=True))


def test_every_rule_comes_back_from_json() -> None:
    for rule in RULES:
        tree = parse(rule, signature(invented()), NAMES)
        again = n.decode(msgspec.json.encode(tree))
        assert again == tree
        assert hash(again) == hash(tree)
        assert list(n.walk(again)) == list(n.walk(tree))
