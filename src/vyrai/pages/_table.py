"""The comparison as a table that any spreadsheet opens: one line a way, everything in words."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING

from vyrai.choose.model import Comparison, Row
from vyrai.pages._desk import Desk

if TYPE_CHECKING:
    from vyrai.words import Words

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""At the beginning it says that the letters are UTF-8; some spreadsheets guess wrongly without."""
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins so is run as a formula."""


def table(comparison: Comparison, words: Words) -> str:
    """The table with its heads. A spreadsheet set to a language with a decimal comma parts cells by `;`."""
    w, desk = words, Desk(comparison, words)
    heads = [
        w("Country"),
        w("Way"),
        w("For you"),
        w("Door"),
        w("Weeks to safety"),
        w("Money left or short"),
        w("School"),
        w("Danger on the way"),
        w("Still unknown"),
    ]
    rows = sorted(comparison.rows, key=lambda row: w.order(w.text(row.title)))
    return sheet(w, [heads, *(_cells(desk, row) for row in rows)])


def sheet(words: Words, lines: Iterable[Iterable[str]]) -> str:
    """Lines of cells as a spreadsheet of this language opens them."""
    file = StringIO()
    comma = words.number(0.5) == "0.5"
    writer = csv.writer(file, delimiter="," if comma else ";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for line in lines:
        writer.writerow([tame(cell) for cell in line])
    return _MARK + file.getvalue()


def _cells(desk: Desk, row: Row) -> list[str]:
    w = desk.words
    children = any(person.group == "child" for person in desk.comparison.people)
    school = []
    for pupil in desk.pupils(row):
        said = desk.when(pupil.right)
        school.append(f"{w.list(pupil.names)}: {said}" if pupil.names else said)
    unknown = [desk.unknown(one) for one in desk.merged(desk.open_of(row))]
    return [
        w.text(row.title),
        " → ".join(w.text(link.title) for link in row.chain),
        desk.code(desk.terms.WAYS, row.way),
        desk.doors(row),
        desk.range(row.weeks_to_safety),
        desk.left(row.money.spare),
        "; ".join(school) or (w("no rule on school was found") if children else ""),
        desk.peril(row.danger_way) or w("unknown"),
        "; ".join(dict.fromkeys(unknown)),
    ]


def tame(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if cell.startswith(_RUNS) else cell
