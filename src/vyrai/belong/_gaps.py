"""Times in which a need has no support that is surely there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Any

from vyrai.belong._clock import ONLY_PAPER, PEOPLE
from vyrai.belong._openings import MONTH, Opening
from vyrai.belong.model import BridgeOn, Cause, Gap
from vyrai.law import Weeks
from vyrai.law.record import Range, span, whole_weeks


def gaps(
    alias: str,
    needs: Iterable[str],
    found: Sequence[Opening],
    window: int,
    shut: Sequence[Opening] = (),
) -> Iterator[Gap]:
    """For each need the time until something is there, and that after it has ended by age.

    shut: what is there, but crosses a red line of the family.
    """
    for need in needs:
        serving = [
            one
            for one in found
            if need in one.provision.serves and one.provision.kind not in (ONLY_PAPER, PEOPLE)
        ]
        live = [one for one in serving if one.state != "closed"]
        if not live:
            barred = [one for one in shut if need in one.provision.serves]
            crossed = any(one.state != "closed" for one in barred)  # else it is shut with or without the line
            causes = [one.cause for one in (*serving, *barred) if one.cause is not None]
            why: Cause = "line" if crossed else next(iter(causes), "unknown")
            unwritten = not serving and not barred
            yield _gap(alias, need, _at_once(), None, why, None, serving, unwritten=unwritten)
            continue
        soon = [one for one in live if one.clock.seen.lo < window * MONTH]
        first = min(soon or live, key=_soonest)
        until = _until(soon, window * MONTH, first)
        if until.hi > 0:
            waiting = [one for one in serving if one.clock.seen.hi > 0]
            end = None if until.hi == inf and until.lo == 0 else whole_weeks(until)
            yield _gap(alias, need, _at_once(), end, first.cause or "unknown", first.provision.id, waiting)
        last = max(live, key=lambda one: one.over)
        over = max(one.over[0] for one in live), max(one.over[1] for one in live)
        if 0 < over[0] < window * MONTH:
            facts = () if last.ends is None else last.ends.years.facts
            begins = span(over[0] // 1, over[1] if over[1] == inf else -(-over[1] // 1), "weeks", facts)
            yield _gap(alias, need, begins, None, "age", last.provision.id, ())


def _until(soon: Sequence[Opening], window: Any, first: Opening) -> Weeks:
    """When the first support is there that comes within the window, if any surely does."""
    sure = [one.clock.seen.hi for one in soon if one.there and one.clock.seen.hi < window]
    low = min((one.clock.seen.lo for one in soon), default=0)
    return Weeks(low, min(sure, default=inf), first.clock.seen.facts)


def _soonest(one: Opening) -> tuple[bool, Any, Any, str]:
    return not one.there, one.clock.seen.hi, one.clock.seen.lo, one.provision.id


def _at_once() -> Range:
    return whole_weeks(Weeks())


def _gap(
    alias: str,
    need: str,
    begins: Range,
    ends: Range | None,
    cause: Cause,
    support: str | None,
    waiting: Iterable[Opening],
    unwritten: bool = False,
) -> Gap:
    bridges = tuple(
        BridgeOn(provision=one.provision.id, text=one.provision.bridge.text, costs=one.provision.bridge.costs)
        for one in waiting
        if one.provision.bridge is not None
    )
    return Gap(
        member=alias,
        need=need,
        begins=begins,
        ends=ends,
        cause=cause,
        unwritten=unwritten,
        support=support,
        bridges=bridges,
    )
