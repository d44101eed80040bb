"""What is weighed: each place read as ranges on a few scales on which less is better.

Scales (published in docs/decisions/weigh.md): each goes from the best to the worst that any place may be.
What is not known at all may be anything on its scale; an open end goes on to the end of the scale:

- weeks (safety, lawful work, own profession, school): two years, or the longest time that is known, if
  longer. What comes later, or never, stands at the end. A right that is limited, or not sure, may open
  wholly at any time from its day on, or never.
- money for fees and rent until lawful work: all that the family has, or the largest sum known, if larger.
- danger on the way: 0 to 4. Language: known, same group, same family, unrelated (0 to 3).
- sure: 0 if the way is open for all today, 1 if it is perhaps open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from vyrai.choose.lands import Land
from vyrai.choose.model import Range, RightFrom, Row
from vyrai.choose.weigh_model import Known

HORIZON = 104
"""Weeks: what is further away counts like never."""
BANDS = ("known", "same_group", "same_family", "unrelated")
WORST_DANGER = 4
CRITERIA = ("safety", "work", "profession", "money", "danger", "language", "school", "sure")
"""Everything that may be weighed."""
WISHES = {
    "soon_safe": "safety",
    "work_soon": "work",
    "own_profession": "profession",
    "low_cost": "money",
    "known_language": "language",
    "school_soon": "school",
}
"""Wishes of the case that a criterion answers. The others are told in words and are not weighed."""
IN_WORDS_ONLY = ("danger_there", "sent_back", "wanted", "rent_and_pay", "support", "relatives")
"""What the comparison says in words, or not at all; nothing of it is weighed."""


class Cell(NamedTuple):
    """What one place may be on one scale; None is an open end. never: surely the worst."""

    lo: float | None
    hi: float | None
    never: bool = False


class Scale(NamedTuple):
    """One criterion read in all places, in their order. `cells`: lo and hi within best and worst."""

    name: str
    unit: str
    best: float
    worst: float
    cells: tuple[tuple[float, float], ...]
    known: tuple[Known, ...]


def entry(land: Land) -> Row | None:
    """The best way into a country that is not closed, crosses no red line and is not crossed out."""
    return next((row for row in land.entries if not row.red_lines and not _crossed(row)), None)


def why_not(land: Land) -> Literal["closed", "red_line", "crossed", "no_way_in"]:
    """Why a country without such a way is not weighed."""
    if not land.entries:
        return "closed" if land.closed else "no_way_in"
    return "crossed" if any(not row.red_lines for row in land.entries) else "red_line"


def _crossed(row: Row) -> bool:
    return row.mark is not None and row.mark.mark == "crossed"


def scales(rows: Sequence[Row]) -> tuple[Scale, ...]:
    """Every criterion that the rows carry; school only where there are children."""
    found = [
        _weeks("safety", [_cell(row.weeks_to_safety) for row in rows]),
        _weeks("work", [_right(row.weeks_to_work) for row in rows]),
        _weeks("profession", [_right(row.weeks_to_profession) for row in rows]),
        _money(rows),
        _scale("danger", "of 4", [_cell(row.danger_way.level) for row in rows], WORST_DANGER),
        _scale("language", "", [_language(row) for row in rows], len(BANDS) - 1),
    ]
    if any(row.school for row in rows):
        found.append(_weeks("school", [_school(row) for row in rows]))
    sure = [Cell(float(row.way != "open"), float(row.way != "open")) for row in rows]
    return (*found, _scale("sure", "", sure, 1))


def _cell(found: Range | None) -> Cell:
    return Cell(None, None) if found is None else Cell(found.lo, found.hi)


def _right(found: RightFrom) -> Cell:
    """When a right opens wholly: of one that is limited or not sure only the earliest day is known."""
    if found.state == "no":
        return Cell(None, None, True)
    cell = _cell(found.weeks)
    return cell if found.state == "yes" else Cell(cell.lo, None)


def _school(row: Row) -> Cell:
    """School for the child for whom it is worst; without a word about any child, unknown."""
    cells = [_right(one) for one in row.school]
    if any(cell.never for cell in cells):
        return Cell(None, None, True)
    lows = [cell.lo for cell in cells if cell.lo is not None]
    highs = [cell.hi for cell in cells]
    return Cell(max(lows, default=None), _most(highs))


def _most(ends: Iterable[float | None]) -> float | None:
    """The largest end; None, an open one, if any is open or there is none."""
    every = list(ends)
    known = [end for end in every if end is not None]
    return max(known) if known and len(known) == len(every) else None


def _language(row: Row) -> Cell:
    """How near the nearest language of a place is; one of which nothing is known may be near or far."""
    bands = [BANDS.index(one.band) for one in row.language if one.band is not None]
    if not bands:
        return Cell(None, None)
    return Cell(min(bands) if len(bands) == len(row.language) else 0, min(bands))


def _money(rows: Sequence[Row]) -> Scale:
    """Fees, and rent until lawful work. Sums in several currencies cannot be compared, and are unknown."""
    units = {row.money.needed.unit for row in rows}
    if len(units) != 1:
        return _scale("money", "", [Cell(None, None)] * len(rows), 1)
    cells = []
    for row in rows:
        parts = (row.money.fees, row.money.rent_until_work)
        high = None if any(part.hi is None for part in parts) else sum(part.hi or 0 for part in parts)
        cells.append(Cell(sum(part.lo or 0 for part in parts), high))
    held = max(row.money.savings.hi or 0 for row in rows)
    return _scale("money", units.pop(), cells, _end(cells, held) or 1)


def _weeks(name: str, cells: Sequence[Cell]) -> Scale:
    return _scale(name, "weeks", cells, _end(cells, HORIZON))


def _end(cells: Iterable[Cell], least: float) -> float:
    """Where a scale with an open end goes on to."""
    return max([least, *(end for cell in cells for end in (cell.lo, cell.hi) if end is not None)])


def _scale(name: str, unit: str, cells: Sequence[Cell], end: float) -> Scale:
    """A criterion from the best to the worst that any place may be."""
    ranges = [
        (end, end) if cell.never else (cell.lo or 0, end if cell.hi is None else cell.hi) for cell in cells
    ]
    return Scale(
        name,
        unit,
        min(lo for lo, _ in ranges),
        max(hi for _, hi in ranges),
        tuple(ranges),
        tuple(_known(lo, hi, end) for lo, hi in ranges),
    )


def _known(lo: float, hi: float, end: float) -> Known:
    if lo == hi:
        return "known"
    return "unknown" if lo == 0 and hi >= end else "partly"
