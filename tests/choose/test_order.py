"""The order of rows, and which of them nothing beats."""

from __future__ import annotations

import itertools
from typing import Any

import msgspec
import pytest

from tests.choose.test_columns import rows
from vyrai.choose._order import beats, ordered, unbeaten
from vyrai.choose.model import Range, Row


def test_rows_stand_by_way_and_then_by_name() -> None:
    base = rows()[0]
    made = [
        msgspec.structs.replace(base, title={"en": name}, way=way, red_lines=lines)
        for name, way, lines in (
            ("B", "open", ({"en": "no"},)),
            ("B", "closed", ()),
            ("A", "closed", ()),
            ("B", "perhaps", ()),
            ("B", "open", ()),
            ("A", "open", ()),
        )
    ]
    for mixed in itertools.permutations(made):
        assert [(row.title["en"], row.way, bool(row.red_lines)) for row in ordered(mixed)] == [
            ("A", "open", False),
            ("B", "open", False),
            ("B", "perhaps", False),
            ("A", "closed", False),
            ("B", "closed", False),
            ("B", "open", True),
        ]


def row(safety: Any, way: Any = "open", work: Any = (1, 1), lines: Any = ()) -> Row:
    base = rows()[0]
    weeks = Range(lo=safety[0], hi=safety[1], unit="weeks")
    lawful = None if work is None else Range(lo=work[0], hi=work[1], unit="weeks")
    same = msgspec.structs.replace(base.weeks_to_work, weeks=Range(lo=1, hi=1, unit="weeks"))
    needed = msgspec.structs.replace(base.money, needed=Range(lo=1, hi=1, unit="XXA"))
    return msgspec.structs.replace(
        base,
        way=way,
        red_lines=lines,
        weeks_to_safety=weeks,
        weeks_to_work=msgspec.structs.replace(same, weeks=lawful),
        weeks_to_profession=same,
        money=needed,
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (row((1, 2)), row((3, 4)), True),
        (row((1, 2)), row((2, 4)), False),  # they touch: no worse, but not surely better
        (row((1, 3)), row((2, 4)), False),
        (row((3, 4)), row((1, 2)), False),
        (row((1, None)), row((3, 4)), False),
        (row((1, 2)), row((None, 4)), False),
        (row((1, 2)), row((3, None)), True),
        (row((1, 2), work=None), row((3, 4)), False),
        (row((1, 2)), row((3, 4), work=None), False),
        (row((1, 2), work=(5, 5)), row((3, 4)), False),
        (row((1, 2), "perhaps"), row((3, 4)), False),
        (row((1, 2)), row((3, 4), "perhaps"), True),
        (row((1, 2), lines=({"en": "no"},)), row((3, 4)), False),
        (row((1, 2)), row((3, 4), lines=({"en": "no"},)), True),
    ],
)
def test_one_row_beats_another_only_where_it_is_surely_no_worse(one: Row, other: Row, expected: bool) -> None:
    assert beats(one, other) is expected
    assert unbeaten([one, other])[1] is not expected


def test_a_closed_way_is_never_marked() -> None:
    assert unbeaten([row((1, 2), "closed")]) == [False]
    assert unbeaten([row((1, 2)), row((1, 2))]) == [True, True]
