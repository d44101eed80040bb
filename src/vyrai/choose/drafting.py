"""The problem of one family and one country, as whoever asks wants it reckoned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import msgspec

from vyrai.family import Case, flatten
from vyrai.law import Family, Law
from vyrai.reach import Draft, draft, supposing
from vyrai.world import World


class Drafted(NamedTuple):
    """The family and the world that a draft is made of, and the draft."""

    family: Family
    world: World
    draft: Draft


def drafting(
    law: Law,
    case: Case,
    country: str,
    on: date,
    known: date | None = None,
    reserve: int = 0,
    place: str | None = None,
    suppose: float | None = None,
    buckets: dict[str, int] | None = None,
) -> Drafted:
    """The draft of every way into a country that is not closed. KeyError: no such country, or no place in it.

    place: where in the country the family would live. suppose: the share (0 to 1) of refusals of each step of
    which nobody knows how often it is refused. buckets: how fine objectives are told, by name; the others
    as always.
    """
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    drafted = draft(law, family, world, country, reserve, place=place)
    if buckets:
        finer = msgspec.structs.replace(drafted.problem.buckets, **buckets)
        drafted = replace(drafted, problem=msgspec.structs.replace(drafted.problem, buckets=finer))
    return Drafted(family, world, drafted if suppose is None else supposing(drafted, suppose))
