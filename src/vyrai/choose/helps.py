"""Support promised and support given, in hours: a table for a complaint. What is not known stays open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from math import inf
from typing import Any, NamedTuple

from vyrai.choose._words import partial
from vyrai.choose.model import Range, Record, Text
from vyrai.family import Case, flatten
from vyrai.law import Family, Law
from vyrai.law.record import span

_DAYS = 7
_ALL = 100
_LIST = "provision_kinds"


class Help(Record, frozen=True, kw_only=True):
    """One support of a member. begin, end: as written (`open`: it goes on; None: not said).

    weeks: from its beginning to its end, or to the day asked if that comes before. promised, given: hours a
    week; due, got, missing: hours in all; share: per cent of what was promised. words: of the family.
    """

    member: str
    kind: str | None
    begin: str | None
    end: str | None
    weeks: Range
    promised: Range
    given: Range
    due: Range
    got: Range
    missing: Range
    share: Range
    words: str | None


class Sum(Record, frozen=True, kw_only=True):
    """Several supports of a member together: of one kind, or of all (None)."""

    member: str
    kind: str | None
    count: int
    due: Range
    got: Range
    missing: Range
    share: Range


class Helps(Record, frozen=True, kw_only=True):
    """All support that the family has written down, by member and beginning. labels: kinds in words."""

    format: int = 1
    on: str
    rows: tuple[Help, ...]
    sums: tuple[Sum, ...]
    labels: dict[str, Text]


class _Bounds(NamedTuple):
    """A number from lo to hi; inf is an open end."""

    lo: Any = 0
    hi: Any = inf

    def times(self, other: _Bounds) -> _Bounds:
        """The product; `other` is never below nothing, and may not be known at all."""
        ends = [_product(one, two) for one in self for two in other]
        return _Bounds(min(ends), max(ends))

    def less(self, other: _Bounds) -> _Bounds:
        """The difference."""
        return _Bounds(self.lo - other.hi, self.hi - other.lo)


class _Row(NamedTuple):
    """A support while it is reckoned with."""

    help: Help
    due: _Bounds
    got: _Bounds
    missing: _Bounds


def helps(law: Law, case: Case, on: date) -> Helps:
    """What was promised and what came, up to a day."""
    family = law.family(flatten(case))
    rows = [
        _row(family, member, one, on.toordinal())
        for member in family.people["person"]
        for one in family.lists.get(f"{member}.helps", ())
    ]
    listed = law.atlas.codes.get(_LIST)
    return Helps(
        on=on.isoformat(),
        rows=tuple(row.help for row in rows),
        sums=tuple(_sums(rows)),
        labels={} if listed is None else dict(listed.codes),
    )


def _row(family: Family, member: str, prefix: str, on: int) -> _Row:
    known = family.known
    begin, end = known.get(f"{prefix}.from"), known.get(f"{prefix}.to")
    weeks = _weeks(None if begin is None else begin[0], None if end is None else end[0], on)
    promised, given = (
        _Bounds(*known.get(f"{prefix}.{name}", (_Bounds(),))[0]) for name in ("promised", "given")
    )
    due, got = promised.times(weeks), given.times(weeks)
    missing = promised.less(given).times(weeks)
    kind, words = known.get(f"{prefix}.kind"), known.get(f"{prefix}.words")
    row = Help(
        member=family.answers.labels[member],
        kind=None if kind is None else str(kind[0]),
        begin=None if begin is None else _written(begin[0]),
        end=None if end is None else _written(end[0]),
        weeks=_range(weeks, "weeks"),
        promised=_range(promised, "hours"),
        given=_range(given, "hours"),
        due=_range(due, "hours"),
        got=_range(got, "hours"),
        missing=_range(missing, "hours"),
        share=_share(promised, given),
        words=None if words is None else str(words[0]),
    )
    return _Row(row, due, got, missing)


def _weeks(begin: Any, end: Any, on: int) -> _Bounds:
    """How long it went on, both days counted, up to a day; from nothing on where an end is not known."""
    if begin is None:
        return _Bounds()
    first, last = (_Bounds(*begin), _Bounds(begin[0] - 1, on) if end is None else _Bounds(*end))
    longest = min(last.hi, on) - first.lo + 1
    shortest = min(last.lo, on) - first.hi + 1
    return _Bounds(*(Fraction(max(0, days), _DAYS) for days in (shortest, longest)))


def _product(one: Any, two: Any) -> Any:
    """Of bounds: nothing of something without end is nothing."""
    return 0 if not one or not two else one * two


def _range(bounds: _Bounds, unit: str) -> Range:
    return span(*bounds, unit)


def _share(promised: _Bounds, given: _Bounds) -> Range:
    """Per cent of what was promised; unknown where perhaps nothing was."""
    if not promised.lo:
        return span(0, inf, "percent")
    low = 0 if promised.hi == inf else _ALL * given.lo / Fraction(promised.hi)
    high = inf if given.hi == inf else _ALL * given.hi / Fraction(promised.lo)
    return span(low, high, "percent")


def _written(days: Any) -> str:
    return "open" if days[0] == inf else partial(*days)


def _sums(rows: Sequence[_Row]) -> Iterable[Sum]:
    """For each member the kinds that are there more than once, then all kinds together."""
    for member in dict.fromkeys(row.help.member for row in rows):
        mine = [row for row in rows if row.help.member == member]
        kinds = list(dict.fromkeys(row.help.kind for row in mine))
        for kind in kinds:
            of = [row for row in mine if row.help.kind == kind]
            if kind is not None and len(of) > 1:
                yield _sum(member, kind, of)
        if len(kinds) > 1 or (kinds == [None] and len(mine) > 1):
            yield _sum(member, None, mine)


def _sum(member: str, kind: str | None, rows: Sequence[_Row]) -> Sum:
    due, got, missing = (
        _Bounds(sum(one.lo for one in of), sum(one.hi for one in of))
        for of in ([row.due for row in rows], [row.got for row in rows], [row.missing for row in rows])
    )
    return Sum(
        member=member,
        kind=kind,
        count=len(rows),
        due=_range(due, "hours"),
        got=_range(got, "hours"),
        missing=_range(missing, "hours"),
        share=_share(due, got),
    )
