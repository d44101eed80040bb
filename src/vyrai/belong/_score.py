"""What a way is worth to a child: months of each kind of support on paper and in fact, and red lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import inf
from typing import Any

from vyrai.belong._ages import YEAR, later
from vyrai.belong._clock import ONLY_PAPER, PEOPLE
from vyrai.belong._openings import MONTH, Opening, Openings
from vyrai.belong.model import Flag, Part, Quality, Score, State
from vyrai.law import WEEKS
from vyrai.law.record import Range, number, span

FROM_AGE = 18
"""From when on a child is looked at as an adult in the second window: the choice of this program."""
ADULT_PATH = "adult"
"""The kind of support that a child grows into."""
NOT_COUNTED = frozenset({ONLY_PAPER, PEOPLE, ADULT_PATH, "work"})
"""Kinds of which no months of a child are counted."""
SCHOOL_MONTHS = 3
"""Without school for longer than that a way crosses a red line: the choice of this program."""
_BEST: tuple[State, ...] = ("open", "limited", "unknown", "closed")
_TENTHS = 10
Shut = tuple[Opening, str]
"""A support that crosses a red line, and which."""


def scores(
    alias: str,
    openings: Openings,
    found: Sequence[Opening],
    kinds: Iterable[str],
    window: int,
    shut: Sequence[Shut] = (),
) -> Iterator[Score]:
    """Each kind of support in the months after arrival: what answers a need, else what is for all children.

    kinds: those that are asked for even where a child is offered nothing of them. shut: what crosses a red
    line.
    """
    end = window * MONTH
    offered = (*(one.provision.kind for one in found), *(one.provision.kind for one, _ in shut))
    for kind in dict.fromkeys((*offered, *kinds)):
        if kind not in NOT_COUNTED:
            yield _score(alias, openings, kind, _of_kind(found, kind), (0, end), shut)


def grown(
    alias: str,
    openings: Openings,
    found: Sequence[Opening],
    birth: Any,
    until: int,
    shut: Sequence[Shut] = (),
) -> Iterator[Score]:
    """What a child grows into, between two birthdays; nothing where the birth is not known."""
    if birth is None:
        return
    arrives = openings.line.arrives.toordinal()
    days = [later(birth[0][0], age * YEAR) - arrives for age in (FROM_AGE, until)]
    begin, end = (max(0, one * WEEKS["days"]) for one in days)
    mine = [one for one in found if one.provision.kind == ADULT_PATH]
    yield _score(alias, openings, ADULT_PATH, mine, (begin, end), shut)


def quality(alias: str, found: Sequence[Score], weights: Mapping[str, Any] | None = None) -> Quality:
    """The part of the months that a child has what it needs, over all kinds, each with its weight (else 1).

    What a plan is weighed by: bounds, never a point; what nobody knows is in between.
    """
    of = {one.kind: Fraction(1 if weights is None else weights.get(one.kind, 0)) for one in found}
    whole = sum(of[one.kind] * Fraction(one.months) for one in found)

    def part(bounds: Sequence[tuple[str, Any]]) -> Any:
        return sum(of[kind] * Fraction(months or 0) for kind, months in bounds) / whole if whole else 0

    def both(of_score: Callable[[Score], Range]) -> Part:
        low = part([(one.kind, of_score(one).lo) for one in found])
        high = part([(one.kind, of_score(one).hi) for one in found]) if whole else 1
        return Part(lo=round(float(low), 3), hi=min(1, round(float(high), 3)))

    return Quality(member=alias, paper=both(lambda one: one.paper), real=both(lambda one: one.real))


def flags(alias: str, found: Sequence[Opening], shut: Sequence[Shut] = ()) -> Iterator[Flag]:
    """Red lines that a way crosses, or perhaps crosses: months without school, no health care."""
    school = [one for one in found if one.provision.kind == "school" and one.cause != "age"]
    if school or any(one.provision.kind == "school" for one, _ in shut):
        least = min((one.clock.paper.lo for one in school if one.state != "closed"), default=inf)
        most = min((one.sure.paper.hi for one in school if one.sure is not None), default=inf)
        if most > SCHOOL_MONTHS * MONTH:
            yield Flag(member=alias, line="school", sure=bool(least > SCHOOL_MONTHS * MONTH))
    health = [one.state for one in found if one.provision.kind == "health"]
    if health and "open" not in health:
        yield Flag(member=alias, line="health", sure=set(health) == {"closed"})


def _of_kind(found: Sequence[Opening], kind: str) -> list[Opening]:
    mine = [one for one in found if one.provision.kind == kind]
    return [one for one in mine if one.provision.serves] or mine


def _score(
    alias: str,
    openings: Openings,
    kind: str,
    mine: Sequence[Opening],
    between: tuple[Any, Any],
    shut: Sequence[Shut],
) -> Score:
    begin, end = between
    whole = max(0, end - begin) / MONTH
    crossing = [pair for pair in shut if pair[0].provision.kind == kind]
    if not mine and any(one.state != "closed" for one, _ in crossing):
        return _crossed(alias, openings, kind, begin, whole, crossing)
    mine = mine or [one for one, _ in crossing]  # shut with or without the line
    live = [one for one in mine if one.state != "closed"]
    state: State = min((one.state for one in mine), key=_BEST.index, default="unknown")
    first = min(live, key=_soonest, default=None)
    facts = tuple(dict.fromkeys(fact for one in live for fact in (*one.clock.seen.facts, *one.gate.facts)))
    months = [openings.months(one, begin, end) for one in mine]
    paper, real = (_all_of([pair[place] for pair in months], whole, bool(mine)) for place in (0, 1))
    return Score(
        member=alias,
        kind=kind,
        begins=_day(openings, begin),
        months=number(_tenths(whole, up=True)) or 0,
        state=state,
        status=None if first is None else first.gate.status,
        paper=_range(paper, facts),
        real=_range(real, facts),
        width=number(_tenths(real[1], up=True) - _tenths(real[0])) or 0,
        unwritten=not mine,
        provisions=tuple(one.provision.id for one in mine),
    )


def _crossed(
    alias: str, openings: Openings, kind: str, begin: Any, whole: Any, shut: Sequence[Shut]
) -> Score:
    """No months: whatever there is of a kind crosses a red line."""
    return Score(
        member=alias,
        kind=kind,
        begins=_day(openings, begin),
        months=number(_tenths(whole, up=True)) or 0,
        state="closed",
        status=None,
        paper=_range((0, 0), ()),
        real=_range((0, 0), ()),
        width=0,
        unwritten=False,
        provisions=tuple(one.provision.id for one, _ in shut),
        against=shut[0][1],
    )


def _soonest(one: Opening) -> tuple[bool, Any, Any]:
    return not one.there, one.clock.seen.hi, one.clock.seen.lo


def _all_of(months: Sequence[tuple[Any, Any]], whole: Any, written: bool) -> tuple[Any, Any]:
    """At least what the best of them brings; at most all of them one after the other, or anything."""
    if not written:
        return 0, whole
    return max(low for low, _ in months), min(whole, sum(high for _, high in months))


def _range(bounds: tuple[Any, Any], facts: tuple[str, ...]) -> Range:
    return span(_tenths(bounds[0]), _tenths(bounds[1], up=True), "months", facts)


def _tenths(months: Any, up: bool = False) -> Any:
    """To a tenth, the least rounded down and the most rounded up."""
    exact = months * _TENTHS
    return Fraction(int(-(-exact // 1) if up else exact // 1), _TENTHS)


def _day(openings: Openings, weeks: Any) -> str:
    return date.fromordinal(openings.line.arrives.toordinal() + int(weeks / WEEKS["days"])).isoformat()
