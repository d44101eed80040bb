"""One route explained, as a plain frozen record."""

from __future__ import annotations

from vyrai.choose.model import (
    Basis,
    Change,
    EventOn,
    ItemOn,
    Link,
    Open,
    Range,
    Record,
    SourceOn,
    Text,
    Word,
)


class Asked(Record, frozen=True, kw_only=True):
    """One requirement in the tree of a route: of whom, the verdict, why, on whose word."""

    requirement: str
    wording: Text
    member: str | None
    verdict: Word
    items: tuple[ItemOn, ...]
    open: tuple[Open, ...]
    rule: str
    facts: tuple[str, ...]


class Why(Record, frozen=True, kw_only=True):
    """One route for one family on one day: all that is asked, support, blockers, what would open it."""

    format: int = 1
    basis: Basis
    country: str
    link: Link
    asked: tuple[Asked, ...]
    support: tuple[ItemOn, ...]
    changes: tuple[Change, ...]
    changeable: bool
    door_history: tuple[DoorThen, ...]
    steps: tuple[StepOn, ...]
    fees: tuple[str, ...]
    closes: tuple[tuple[Text, str | None], ...]
    refusal: tuple[str, ...]
    cites: tuple[str, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    events: dict[str, EventOn]


class DoorThen(Record, frozen=True, kw_only=True):
    """One interval of a door: state, from, to (None: unknown), words, fact."""

    state: str
    begin: str | None
    end: str | None
    text: Text | None
    fact: str
    now: bool


class StepOn(Record, frozen=True, kw_only=True):
    """A step on the way."""

    step: str
    title: Text
    where: Text | None
    weeks: Range
    costs: tuple[str, ...]
    danger: int
    danger_text: Text | None
    who_learns: tuple[Text, ...]
    papers: tuple[Text, ...]
