"""What to ask for in the first week, side by side: whatever takes time, and what waits for its paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import inf
from typing import Any

from vyrai.belong._appeals import appeal
from vyrai.belong._clock import ONLY_PAPER
from vyrai.belong._gate import figure, known
from vyrai.belong._openings import Opening
from vyrai.belong.model import Track
from vyrai.law import WEEKS
from vyrai.world import World

SCHOOL = "school"
"""A kind that is asked for at once even where it takes no time: somebody must enrol the child."""


def tracks(alias: str, world: World, arrives: date, found: Sequence[Opening]) -> Iterator[Track]:
    """Every support that may be asked for on arrival and takes time, the most waited for first."""
    waiting: dict[str, list[str]] = {}
    for one in found:
        if one.state != "closed":
            for before in one.provision.after:
                waiting.setdefault(before, []).append(one.provision.id)
    first = [one for one in found if _at_once(one) and _takes_time(one)]
    for one in sorted(first, key=lambda of: (-len(waiting.get(of.provision.id, ())), of.provision.id)):
        law = known(world, one.provision.takes.law)
        yield Track(
            member=alias,
            provision=one.provision.id,
            title=one.provision.title,
            term=one.provision.term,
            opens=tuple(waiting.get(one.provision.id, ())),
            law_time=figure(world, one.provision.takes.law),
            answer_by=_day(arrives, law.hi) if law.facts else None,
            appeal=appeal(world, one.provision),
            facts=law.facts,
        )


def _at_once(one: Opening) -> bool:
    """Whether it may be asked for on arrival, as far as papers and age go."""
    return one.state != "closed" and not one.provision.after and one.may.lo == 0


def _takes_time(one: Opening) -> bool:
    of = one.provision
    return of.kind in (ONLY_PAPER, SCHOOL) or any((of.queue, of.takes.law, of.takes.observed, of.school_year))


def _day(arrives: date, weeks: Any) -> str | None:
    """By when an office asked on the day of arrival must have answered; None where the law sets no end."""
    if weeks == inf:
        return None
    return (arrives + timedelta(days=-int(-weeks / WEEKS["days"] // 1))).isoformat()
