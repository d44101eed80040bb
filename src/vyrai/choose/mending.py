"""What would make a plan of a way that has none, as a record."""

from __future__ import annotations

from collections.abc import Callable

from vyrai.choose.model import Record, Text
from vyrai.reach import Draft, Remedy
from vyrai.world import Atlas


class RemedyOn(Record, frozen=True, kw_only=True):
    """Changes that make a plan of a way, all of them together: a sum more, at the latest by a day (weeks: of
    work for the lowest pay where the family lives, if there are so many until then); papers in hand; days
    more; or to be in the country already, on another paper (inside: what is done there before the way gives
    its own; None: not needed). They mend nothing of what the way hangs on.
    """

    way: tuple[str, ...]
    hangs_on: tuple[Text, ...]
    sum: int | None
    by: str | None
    weeks: int | None
    papers: tuple[str, ...]
    paper_titles: tuple[Text, ...]
    days: int | None
    inside: tuple[Text, ...] | None


class HopelessOn(Record, frozen=True, kw_only=True):
    """Why a way has no plan that any change makes. days: it takes so many at the least, on likely days,
    longer than is looked at (None: it does not, or nobody knows). outside: it is asked for outside the
    country, in which the family is. border: it begins at the border, and nobody is let out without a paper
    with which one comes in another way.
    """

    way: tuple[str, ...]
    days: int | None
    outside: bool
    border: bool


def remedy_on(
    atlas: Atlas,
    draft: Draft,
    one: Remedy,
    way: tuple[str, ...],
    hangs_on: tuple[Text, ...],
    day: Callable[[int], str],
) -> RemedyOn:
    """The record of it. day: the date of a day of the plan."""
    titles = {document.id: document.title for document in atlas.documents}
    steps = [described for name in one.inside or () if (described := draft.of[name][1]) is not None]
    wage = draft.wage
    return RemedyOn(
        way=way,
        hangs_on=hangs_on,
        sum=one.sum,
        by=None if one.by_day is None else day(one.by_day),
        weeks=None if wage is None or one.sum is None else wage.weeks(one.sum),
        papers=one.papers,
        paper_titles=tuple(titles[paper] for paper in one.papers),
        days=one.days,
        inside=None if one.inside is None else tuple(atlas.step(name).title for name in steps),
    )
