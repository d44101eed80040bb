"""What a passport needed at a border, as dated snapshots of a public table showed it.

It stands apart from the facts: no rule can name it, and it never overrides what a country's own folder says.
A value counts from the day it was first seen to the day it was last seen; between snapshots, and after the
last one, what is needed is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from vyrai.world._dates import interval
from vyrai.world._model import Source
from vyrai.world._problems import Problem, nearest
from vyrai.world._reader import Node
from vyrai.world._schema import CONFIDENCE, KINDS, SOURCE
from vyrai.world._shapes import Context, list_of, mapping, one_of, string, text

TABLE, HEAD = "entry-by-passport.csv", "entry-by-passport.yaml"
COLUMNS = ("passport", "destination", "requirement", "first_seen", "last_seen")
EntryWay = Literal["visa_free", "on_arrival", "eta", "e_visa", "visa", "refused", "shut", "permit", "unknown"]
_WAYS: dict[str, EntryWay] = {
    "visa free": "visa_free",
    "visa on arrival": "on_arrival",
    "eta": "eta",
    "e-visa": "e_visa",
    "visa required": "visa",
    "no admission": "refused",
    "covid ban": "shut",
}
_DAYS = re.compile(r"[1-9]\d{0,2}")
_HEAD = mapping(
    {
        "source": SOURCE,
        "licence": string,
        "kind": one_of(*KINDS),
        "confidence": one_of(*CONFIDENCE),
        "passports": list_of(string, some=True),
        "note": text,
    },
    {"permits": list_of(string), "notice": string},
    "the head of the passports",
)


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """One value of a table: what was needed, the first and the last snapshot that showed it."""

    requirement: str
    first: int
    last: int


class Passports(msgspec.Struct, frozen=True):
    """The whole table. `days`: days on which a snapshot was surely taken; `note`: what it says nothing of."""

    source: Source
    licence: str
    kind: str
    confidence: str
    note: dict[str, str]
    days: tuple[int, ...]
    seen: dict[str, dict[str, tuple[Seen, ...]]]


class EntrySeen(msgspec.Struct, frozen=True):
    """What a passport needs on a day: `requirement` in the word of the source, or `unknown`.

    seen, first_seen, last_seen: the value that holds on the day, or the last one seen before it (None: none).
    newest: whether the last snapshot of all still showed it.
    """

    requirement: str
    seen: str | None = None
    first_seen: date | None = None
    last_seen: date | None = None
    newest: bool = False

    @property
    def way(self) -> EntryWay:
        """How one gets in by the value seen: a number of days is free of a visa."""
        if self.seen is None:
            return "unknown"
        return "visa_free" if _DAYS.fullmatch(self.seen) else _WAYS.get(self.seen, "permit")

    @property
    def days(self) -> int | None:
        """For how many days without a visa, where the source says so."""
        return int(self.seen) if self.seen is not None and _DAYS.fullmatch(self.seen) else None


def entry_seen(
    passports: Passports, passport: str, destination: str, on: date, known: date | None = None
) -> EntrySeen:
    """What a passport needed for a destination on a day, as the snapshots taken up to `known` showed it."""
    until = date.max.toordinal() if known is None else known.toordinal()
    taken = [day for day in passports.days if day <= until]
    day, found = on.toordinal(), EntrySeen("unknown")
    for row in passports.seen.get(passport, {}).get(destination, ()):
        if row.first > min(day, until):
            break
        last = max(one for one in taken if one <= row.last)
        found = EntrySeen(
            row.requirement if day <= last else "unknown",
            row.requirement,
            date.fromordinal(row.first),
            date.fromordinal(last),
            last == taken[-1],
        )
    return found


def cells(content: str) -> Node:
    """The table as a list of rows, each a list of values, with their lines."""
    lines = enumerate(content.splitlines(), 1)
    rows = [Node(at, "list", [Node(at, "text", cell) for cell in row.split(",")]) for at, row in lines]
    return Node(1, "list", rows)


def head(node: Node, ctx: Context) -> dict[str, Any]:
    """The head of the table: of whom it is, what it is worth, which passports and permits it names."""
    return {"head": _HEAD(node, ctx), "head_line": node.line}


def table(node: Node, ctx: Context) -> dict[str, Any]:
    """The rows, each as its line, passport, destination, requirement, first and last day."""
    first = [cell.value for cell in node.value[0].value] if node.value else []
    if tuple(first) != COLUMNS:
        ctx.problem(
            1,
            f"the columns of the table are not {', '.join(COLUMNS)}",
            "What stands in a row is known by its column.",
            f"Write as the first line: {','.join(COLUMNS)}",
        )
        return {"rows": []}
    rows: list[list[Any]] = []
    ends: dict[tuple[str, str], int] = {}
    for line in node.value[1:]:
        row = _row(line, ctx)
        if row is None:
            continue
        _, passport, destination, _, begin, end = row
        if begin <= ends.get((passport, destination), 0):
            ctx.problem(
                line,
                "the row begins before the one above it for this passport and destination has ended",
                "On one day one value counts; two would answer at once.",
                "Order the rows by their days, and look the days up in the source again.",
            )
        ends[passport, destination] = end
        rows.append(row)
    return {"rows": rows}


def _row(line: Node, ctx: Context) -> list[Any] | None:
    values = [cell.value for cell in line.value]
    if len(values) != len(COLUMNS):
        ctx.problem(
            line,
            f"the row has {len(values)} values, and there are {len(COLUMNS)} columns",
            "What stands in a row is known by its column.",
            f"Write {', '.join(COLUMNS)}, with a comma between them and no other comma.",
        )
        return None
    begin, end = _day(values[3], line, ctx), _day(values[4], line, ctx)
    if begin is None or end is None:
        return None
    if begin > end:
        ctx.problem(
            line,
            f"{values[3]} comes after {values[4]}",
            "A value cannot have been seen last before it was seen first.",
            "Write the first day first.",
        )
        return None
    return [line.line, *values[:3], begin, end]


def _day(value: str, line: Node, ctx: Context) -> int | None:
    try:
        begin, end = interval(value)
    except ValueError:
        begin, end = 0, 1
    if begin == end:
        return begin
    ctx.problem(
        line,
        f"`{value}` is not a day",
        "A snapshot was taken on a day, and what it showed counts from there.",
        "Write year-month-day: 2026-11-20.",
    )
    return None


def problems(atlas: Mapping[str, Any]) -> list[Problem]:
    """What is wrong between the table, its head and the list of countries, each of them sound by itself."""
    found = atlas["passports"]
    if not found:
        return []
    if not {"head", "rows"} <= found.keys():
        return [_alone(found)]
    return [*_passports(found, atlas), *_rows(found, atlas)]


def _alone(found: Mapping[str, Any]) -> Problem:
    here, other = (TABLE, HEAD) if "rows" in found else (HEAD, TABLE)
    return Problem(
        here,
        1,
        f"there is no {other} beside it",
        "The head says who says what the table says, and what that is worth.",
        f"Add {other}; docs/atlas.md describes it.",
    )


def _countries(atlas: Mapping[str, Any]) -> set[str]:
    return set(atlas["codes"].get("countries", {}).get("codes", ()))


def _passports(found: Mapping[str, Any], atlas: Mapping[str, Any]) -> Iterator[Problem]:
    known = _countries(atlas)
    for passport in found["head"]["passports"]:
        if passport not in known:
            yield _no_country(HEAD, found["head_line"], str(passport), known)


def _rows(found: Mapping[str, Any], atlas: Mapping[str, Any]) -> Iterator[Problem]:
    known, passports = _countries(atlas), set(found["head"]["passports"])
    words = {*_WAYS, *(found["head"].get("permits") or ())}
    for line, passport, destination, requirement, *_ in found["rows"]:
        if passport not in passports:
            yield Problem(
                TABLE,
                line,
                f"the head names no passport `{passport}`",
                "A row that nobody expects may be a slip, and would answer for another family.",
                f"{nearest(passport, map(str, passports))} Or add it to `passports` in {HEAD}.",
            )
        if destination not in known:
            yield _no_country(TABLE, line, destination, known)
        if requirement not in words and not _DAYS.fullmatch(requirement):
            yield Problem(
                TABLE,
                line,
                f"`{requirement}` is not a requirement that is known",
                "Whether somebody is let in would be guessed.",
                f"{nearest(requirement, words)} Or write a number of days, or add the name of a permit to "
                f"`permits` in {HEAD}.",
            )


def _no_country(file: str, line: int, code: str, known: set[str]) -> Problem:
    return Problem(
        file,
        line,
        f"there is no country `{code}`",
        "A passport or a place that nobody can name would be passed over.",
        f"{nearest(code, known)} Or add it (codes.yaml, list `countries`).",
    )


def finish(found: Mapping[str, Any]) -> dict[str, Any]:
    """The table as it stands in the compiled atlas: by passport and destination."""
    seen: dict[str, dict[str, list[list[Any]]]] = {}
    days: set[int] = set()
    for _, passport, destination, requirement, first, last in found["rows"]:
        seen.setdefault(passport, {}).setdefault(destination, []).append([requirement, first, last])
        days |= {first, last}
    told = {key: value for key, value in found["head"].items() if key not in ("passports", "permits")}
    return {**told, "days": sorted(days), "seen": seen}
