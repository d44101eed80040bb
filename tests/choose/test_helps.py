"""Support promised and given: sums by hand, and what is not known never hides."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.made import ON, case, child, parent
from tests.world.invented import invented
from vyrai.choose import Helps, helps
from vyrai.choose.helps import Help
from vyrai.choose.model import Range
from vyrai.law import Law

INVENTED = Law(invented())
WHOLE = {
    "kind": "therapy",
    "from": "2026-01-01",
    "to": "2026-03-11",
    "promised": 2,
    "given": 0.5,
    "words": "ill",
}
"""Ten weeks."""


def found(*items: dict[str, Any]) -> Helps:
    return helps(INVENTED, case(parent(), child(helps=list(items))), ON)


def one(**keys: Any) -> Help:
    [row] = found({name: value for name, value in (WHOLE | keys).items() if value is not None}).rows
    return row


def ends(of: Range) -> tuple[Any, Any]:
    return of.lo, of.hi


def test_a_support_by_hand() -> None:
    row = one()
    assert (row.member, row.kind, row.begin, row.end, row.words) == (
        "wren", "therapy", "2026-01-01", "2026-03-11", "ill",
    )  # fmt: skip
    assert [ends(of) for of in (row.weeks, row.due, row.got, row.missing, row.share)] == [
        (10, 10), (20, 20), (5, 5), (15, 15), (25, 25),
    ]  # fmt: skip
    assert (row.weeks.unit, row.due.unit, row.share.unit) == ("weeks", "hours", "percent")


@pytest.mark.parametrize(
    ("keys", "what", "bounds"),
    [
        ({"to": "open"}, "weeks", (46.2857, 46.2857)),
        ({"to": None}, "weeks", (0, 46.2857)),
        ({"from": None}, "weeks", (0, None)),
        ({"from": None, "given": 0}, "got", (0, 0)),
        ({"to": "2027-01-31"}, "weeks", (46.2857, 46.2857)),
        ({"from": "2026-01", "to": "2026-01"}, "weeks", (0, 4.4286)),
        ({"promised": None}, "due", (0, None)),
        ({"promised": None}, "missing", (-5, None)),
        ({"promised": None}, "share", (0, None)),
        ({"given": None}, "missing", (None, 20)),
        ({"given": None}, "share", (0, None)),
        ({"given": 3}, "missing", (-10, -10)),
        ({"promised": 0, "given": 0}, "share", (0, None)),
        ({"given": {"lo": 0.5, "hi": 1}}, "share", (25, 50)),
        ({"promised": {"lo": 2}}, "share", (0, 25)),
    ],
)
def test_what_is_not_known_makes_it_wide(keys: dict[str, Any], what: str, bounds: tuple[Any, Any]) -> None:
    assert ends(getattr(one(**keys), what)) == bounds


def test_a_support_of_which_nothing_is_said_is_a_line_all_the_same() -> None:
    [row] = found({}).rows
    assert (row.kind, row.begin, row.end, row.words) == (None, None, None, None)
    assert {ends(of) for of in (row.weeks, row.promised, row.due, row.share)} == {(0, None)}
    assert ends(row.missing) == (None, None)
    assert one(to="open").end == "open"


def test_sums_are_of_each_kind_that_comes_twice_and_of_all() -> None:
    twice = found(WHOLE, WHOLE, WHOLE | {"kind": "assistant", "promised": 10, "given": 10})
    assert [(of.kind, of.count, *map(ends, (of.due, of.got, of.missing, of.share))) for of in twice.sums] == [
        ("therapy", 2, (40, 40), (10, 10), (30, 30), (25, 25)),
        (None, 3, (140, 140), (110, 110), (30, 30), (78.5714, 78.5714)),
    ]
    assert found(WHOLE).sums == ()
    assert [(of.kind, of.count) for of in found({}, {}).sums] == [(None, 2)]
    assert found({}).sums == ()


def test_a_sum_with_an_unknown_part_says_so() -> None:
    open_part = {name: value for name, value in WHOLE.items() if name != "given"} | {"kind": "assistant"}
    [total] = found(WHOLE, open_part).sums
    assert (ends(total.due), ends(total.got), ends(total.missing)) == ((40, 40), (5, None), (None, 35))


def test_kinds_have_words() -> None:
    assert found(WHOLE).labels["therapy"]["en"]
    bare = Law(msgspec.structs.replace(invented(), codes={}))
    assert helps(bare, case(parent()), ON) == Helps(on="2026-11-20", rows=(), sums=(), labels={})


HOURS = st.integers(0, 20)


@given(st.tuples(HOURS, HOURS).map(sorted), st.tuples(HOURS, HOURS).map(sorted), st.data())
def test_whatever_the_hours_really_were_the_table_holds_it(
    promised: list[int], given_: list[int], data: st.DataObject
) -> None:
    def span(pair: list[int]) -> dict[str, int]:
        return {"lo": pair[0], "hi": pair[1]}

    wide = one(promised=span(promised), given=span(given_))
    real = one(
        promised=data.draw(st.integers(*promised)),
        given=data.draw(st.integers(*given_)),
    )
    for what in ("due", "got", "missing", "share"):
        outer, inner = getattr(wide, what), getattr(real, what)
        assert outer.lo <= inner.lo
        assert outer.hi is None or (inner.hi is not None and inner.hi <= outer.hi)
