"""Sums and days of plans, and a label with its words."""

from __future__ import annotations

from typing import NamedTuple

from vyrai.words._planned import FoundOf
from vyrai.words._words import Number, Words


class Told(NamedTuple):
    """A label and its words."""

    label: str
    text: str


class _Sum(NamedTuple):
    lo: Number
    hi: Number | None
    unit: str


def money(w: Words, found: FoundOf, amount: int, least: bool = False) -> str:
    """A sum in the family's currency."""
    return w.range(_Sum(amount, None if least else amount, found.currency))


def between(w: Words, found: FoundOf, least: int, most: int) -> str:
    """Two sums that bound a third."""
    return w.range(_Sum(least, most, found.currency))


def day(w: Words, iso: str, loose: bool, about: bool = False) -> str:
    """The day of a step. loose: it will be later; about: it may be sooner or later."""
    date = w.date(iso)
    if about:
        return w("about {date}, or later", date=date) if loose else w("about {date}", date=date)
    return w("not before {date}", date=date) if loose else date
