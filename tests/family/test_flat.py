"""The flat view: keys, engine form, lists, reasons, labels, groups."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from tests.family.form import TODAY, case
from vyrai.family import Form, flatten, loads
from vyrai.family._dates import days, is_date
from vyrai.family._node import Text

TEXT = """
members:
- alias: Stork
  role: parent
  birth: 1988-03
  residence: NO
  ethnicity: [polish, jewish]
  wanted: {unknown: will_not_say}
  languages:
  - {language: be, level: C2}
  statuses:
    complete: no
    items:
    - {status: xx.visa, from: 2024-02-29, to: open}
  stays: {complete: {unknown: does_not_know}, items: []}
  needs: {unknown: does_not_know}
- {alias: Wren, role: child}
others:
- {alias: Heron, of: [wren, STORK]}
savings:
  complete: yes
  items:
  - {currency: USD, amount: 2000}
  - {currency: EUR, amount: {lo: 10.50}}
  - {currency: PLN, amount: {hi: 7}}
happened:
- {kind: dismissal, who: STORK, for_views: yes}
sponsor: no
"""


def test_the_flat_view() -> None:
    answers = flatten(case(TEXT))
    assert answers.known == {
        "members/0.alias": "stork",
        "members/0.role": "parent",
        "members/0.birth": days("1988-03"),
        "members/0.residence": "NO",
        "members/0.ethnicity": frozenset({"polish", "jewish"}),
        "members/0.languages/0.language": "be",
        "members/0.languages/0.level": (6, 6),
        "members/0.statuses/0.status": "xx.visa",
        "members/0.statuses/0.from": days("2024-02-29"),
        "members/0.statuses/0.to": (math.inf, math.inf),
        "members/1.alias": "wren",
        "members/1.role": "child",
        "others/0.alias": "heron",
        "others/0.of": frozenset({"wren", "stork"}),
        "savings/0.currency": "USD",
        "savings/0.amount": (2000, 2000),
        "savings/1.currency": "EUR",
        "savings/1.amount": (Fraction(21, 2), math.inf),
        "savings/2.currency": "PLN",
        "savings/2.amount": (-math.inf, 7),
        "happened/0.kind": "dismissal",
        "happened/0.who": "stork",
        "happened/0.for_views": True,
        "family.sponsor": False,
    }
    assert answers.why == {
        "members/0.wanted": "will_not_say",
        "members/0.stays": "does_not_know",
        "members/0.needs": "does_not_know",
    }
    lists = answers.lists
    assert lists["members"] == (("members/0", "members/1"), True)
    assert lists["members/0.languages"] == (("members/0.languages/0",), None)
    assert lists["members/0.statuses"] == (("members/0.statuses/0",), False)
    assert lists["members/0.stays"] == lists["members/0.needs"] == lists["wishes"] == ((), None)
    assert lists["savings"] == (("savings/0", "savings/1", "savings/2"), True)
    assert answers.group == {"members/0": "adult", "members/1": "child"}
    assert answers.applicants == ("members/0",)


def test_labels() -> None:
    labels = flatten(case(TEXT)).labels
    assert labels["members/0"] == "Stork"
    assert labels["members/0.birth"] == "Stork.birth"
    assert labels["members/0.statuses/0.from"] == "Stork.statuses[1].from"
    assert labels["members/1.statuses"] == "Wren.statuses"
    assert labels["others/0.of"] == "Heron.of"
    assert labels["savings/1.amount"] == "savings[2].amount"
    assert labels["family.sponsor"] == "sponsor"
    assert labels["savings"] == "savings"


def test_it_says_nothing_when_printed() -> None:
    made = case(TEXT)
    node = Text("Maria", line=3, column=1)
    assert [repr(thing) for thing in (node, made, made.root, flatten(made))] == [
        "Text(..., line=3, column=1)",
        "Case(...)",
        "Record(...)",
        "Answers(...)",
    ]


def test_a_form_without_members() -> None:
    small = Form.from_data([{"question": "family.host", "type": "yesno", "text": {"en": "?"}}], {})
    answers = flatten(loads("host: yes", small, today=TODAY))
    assert answers.known == {"family.host": True}
    assert answers.group == {}


def test_days() -> None:
    assert days("2024-02-29") == (days("2024-02")[1],) * 2
    assert days("2023") == (days("2023-01-01")[0], days("2023-12-31")[0])
    assert is_date("2023")
    with pytest.raises(ValueError, match="not a date"):
        days("23")
