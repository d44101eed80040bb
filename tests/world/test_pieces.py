"""Dates, suggestions, values, and the names a rule may use."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.invented import INVENTED, atlas_of, claim, fact, invented
from vyrai.rules import Type
from vyrai.world import Problem, Span, _lists, _routes, _shapes, _values, fact_type, signature
from vyrai.world._compile import finish, join
from vyrai.world._dates import interval, plain
from vyrai.world._files import read_all
from vyrai.world._problems import nearest
from vyrai.world._reader import Node
from vyrai.world._values import bounds
from vyrai.world._warnings import _days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_partial_dates(text: str, first: date, last: date) -> None:
    assert interval(text) == (first.toordinal(), last.toordinal())
    assert plain(*interval(text)) == text


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-02-30", "2024-2", "in 2024", "0000"])
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        interval(text)


def test_two_days_in_words() -> None:
    assert plain(date(2024, 2, 1).toordinal(), date(2024, 3, 5).toordinal()) == "2024-02-01 – 2024-03-05"


@given(st.dates())
def test_a_day_is_itself(day: date) -> None:
    assert interval(day.isoformat()) == (day.toordinal(), day.toordinal())


def test_codes_stand_in_their_order_and_numbers_in_theirs() -> None:
    def read(*codes: str) -> Any:
        listed = Node(1, "list", [Node(1, "text", code, True) for code in codes], True)
        return _values.value(listed, _shapes.Context("f"))

    assert read("10", "9", "2", "10") == ["codes", ["2", "9", "10"]]
    assert read("XB", "AM", "B") == ["codes", ["AM", "B", "XB"]]


def test_suggestions() -> None:
    assert nearest("fes", ["fees"]) == "Did you mean `fees`?"
    assert nearest("x", ["fees", "door"]) == "Known here: door, fees."
    assert nearest("x", []) == "None is known yet."
    many = [f"fact-{number}" for number in range(20)]
    assert nearest("zz", many) == "20 are known, for example fact-0, fact-1, fact-10."


def test_a_problem_in_words() -> None:
    assert str(Problem("f.yaml", 3, "what", "why", "todo")) == "f.yaml:3: what\n  why\n  todo"
    assert str(Problem("f.yaml", 3, "what", "why", "todo", False)).startswith("f.yaml:3: warning: what")


@pytest.mark.parametrize(
    ("ends", "as_of", "span"),
    [
        ({}, [5, 9], [None, 9, None, None]),
        (None, None, [None, None, None, None]),
        ({"from": [2, 3]}, [5, 9], [2, 3, None, None]),
        ({"from": {"by": [2, 3]}}, [5, 9], [None, 3, None, None]),
        ({"from": "unknown", "to": [20, 30]}, [5, 9], [None, 9, 20, 30]),
        ({"from": [2, 3], "to": {"by": [20, 30]}}, [5, 9], [2, 3, 3, 30]),
        ({"from": [2, 3], "to": "unknown"}, [5, 9], [2, 3, 9, None]),
        ({"from": [12, 13], "to": "unknown"}, [5, 9], [12, 13, 13, None]),
        ({"to": "unknown"}, None, [None, None, None, None]),
    ],
)
def test_spans(ends: dict[str, object] | None, as_of: list[int] | None, span: list[int | None]) -> None:
    assert bounds(ends, as_of) == span


def test_what_rules_get_from_facts() -> None:
    names = signature(invented())
    assert names.facts["xa.adult-age"] == Type("number", "years-of-age")
    assert names.facts["xa.practise.level"] == Type("level", "cefr")
    assert names.facts["xa.practise.occupations"] == Type("codes", "occupations")
    assert names.facts["xa.history.founding"] == Type("date")
    assert names.facts["xa.doctors-wanted"] == Type("yesno")
    assert names.facts["xa.guest.who"] is None
    made = fact(claim(value=["code", "somewhere"]))
    assert fact_type(atlas_of(made), made) == Type("code")


def test_what_rules_may_ask() -> None:
    names = signature(invented())
    assert names.entities["person"]["birth"] == Type("date")
    assert names.entities["person"]["languages"] == Type("list", "language")
    assert names.entities["language"]["level"] == Type("level", "cefr")
    assert names.entities["family"]["sponsor"] == Type("yesno")
    assert names.entities["person"]["alias"] == Type("code", "members")
    assert names.codes["statuses"] == ("xa.guest", "xa.settled")
    assert names.codes["places"][0] == "XA"
    assert names.events == {"xa.thaw"}
    assert names.judgements == {"xa.integrated", "xa-board"}
    assert names.later == {"xa.quota"}


def test_a_door_on_the_word_of_several_claims_has_its_own_dates() -> None:
    raw = join(read_all(INVENTED))
    for route in raw["routes"]:
        for door in route["door"]:
            door["fact"] = "xa.guest.fee"
    atlas = msgspec.json.decode(finish(raw))
    door = next(route for route in atlas["routes"] if route["id"] == "xa.settlement")["door"][0]
    said = date(2026, 6, 1).toordinal()
    assert Span(*door["when"]) == Span(None, said, None, None)


def test_days_in_a_statement() -> None:
    days = _days("From 1 March 2025, by 2026-02, on 31 February 2025 and until April 2024; since 2020.")
    wanted = [date(2025, 3, 1), date(2026, 2, 1), date(2024, 4, 1)]
    assert list(days) == [day.toordinal() for day in wanted]


SHAPES = {
    "string": _shapes.string,
    "one_of": _shapes.one_of("this", "that"),
    "yesno": _shapes.yesno,
    "day": _shapes.day,
    "identifier": _shapes.identifier,
    "ref": _shapes.ref("fact"),
    "list": _shapes.list_of(_shapes.string),
    "text": _shapes.text,
    "mapping": _shapes.mapping({"a": _shapes.string}, {}, "a thing"),
    "table": _shapes.table(_shapes.string, _shapes.string, "{a: b}"),
    "codes": _lists.codes,
    "number": _values.number,
    "value": _values.value,
    "step": _routes.STEP,
    "span": _values.span,
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("kind", ["map", "list", "text"])
def test_a_piece_of_the_wrong_kind_is_a_problem_and_no_crash(shape: Any, kind: Any) -> None:
    made: Any = {"map": {}, "list": [], "text": "?"}[kind]
    ctx = _shapes.Context("f")
    shape(Node(1, kind, made), ctx)
    assert all(problem.line == 1 for problem in ctx.problems)
