"""The order of rows, and which of them nothing beats. There is no rank and no hidden weight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vyrai.choose.model import RANK, Range, Row

Reading = Callable[[Row], Range | None]

COMPARED: tuple[Reading, ...] = (
    lambda row: row.weeks_to_safety,
    lambda row: row.weeks_to_work.weeks,
    lambda row: row.weeks_to_profession.weeks,
    lambda row: row.money.needed,
    lambda row: row.danger_way.level,
)
"""The columns in which less is better and which can be compared."""


def ordered(rows: Sequence[Row]) -> list[Row]:
    """Red lines last, then open, perhaps, closed; alphabetically within, by English name."""
    return sorted(
        rows,
        key=lambda row: (
            bool(row.red_lines),
            RANK[row.way],
            row.title["en"],
            [link.title["en"] for link in row.chain],
        ),
    )


def beats(one: Row, other: Row) -> bool:
    """Whether a row is surely no worse in every column and surely better in one.

    Ranges that overlap are not distinguishable, and something unknown is never beaten nor beats.
    """
    if RANK[one.way] > RANK[other.way] or bool(one.red_lines) > bool(other.red_lines):
        return False
    better = False
    for reading in COMPARED:
        a, b = reading(one), reading(other)
        if a is None or a.hi is None or b is None or b.lo is None:
            return False
        if a.hi > b.lo:
            return False
        better = better or a.hi < b.lo
    return better


def unbeaten(rows: Sequence[Row]) -> list[bool]:
    """For each row whether nothing beats it; a closed way is never marked."""
    return [row.way != "closed" and not any(beats(other, row) for other in rows) for row in rows]
