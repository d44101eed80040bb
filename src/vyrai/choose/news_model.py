"""What changed between two days, as plain records."""

from __future__ import annotations

from typing import Literal

from vyrai.choose.model import EventOn, Record, SourceOn, Text, Way, Word

Turn = Literal["opened", "narrowed", "closed", "unclear", "changed"]
# unclear: known before, not known after


class FactNews(Record, frozen=True, kw_only=True):
    """A figure or code that is another; None where nothing may be leaned on, `why` not on the later day."""

    fact: str
    title: Text
    before: str | None
    after: str | None
    why: str | None = None


class AskedNews(Record, frozen=True, kw_only=True):
    """A condition that is asked since, no longer, or by another rule in the same words."""

    requirement: str
    wording: Text
    now: Literal["asked", "gone", "other_rule"]
    facts: tuple[str, ...]


class FamilyNews(Record, frozen=True, kw_only=True):
    """What it makes of the way of a family.

    own: dates of the family itself that explain the change. shut: the conditions that are not met any more,
    or are surely not met only now.
    """

    before: Way
    after: Way
    verdict_before: Word
    verdict_after: Word
    own: tuple[Text, ...] = ()
    shut: tuple[Text, ...] = ()


class RouteNews(Record, frozen=True, kw_only=True):
    """A route that stands otherwise: its door, its conditions, the facts behind them."""

    route: str
    country: str
    title: Text
    turn: Turn
    door_before: tuple[str, ...]
    door_after: tuple[str, ...]
    door_texts: tuple[Text, ...]
    door_facts: tuple[str, ...]
    asked: tuple[AskedNews, ...]
    facts: tuple[FactNews, ...]
    family: FamilyNews | None = None


class RightNews(Record, frozen=True, kw_only=True):
    """A right of a status that holds otherwise (None: nothing is said of it that day)."""

    status: str
    title: Text
    right: str
    right_title: Text
    before: str | None
    after: str | None
    facts: tuple[str, ...]


class News(Record, frozen=True, kw_only=True):
    """All that changed after `start`, up to `end`; with a family what matters to it.

    events: those that began or ended. rights: only without a family.
    """

    format: int = 1
    start: str
    end: str
    atlas: str
    routes: tuple[RouteNews, ...]
    rights: tuple[RightNews, ...]
    events: tuple[EventOn, ...]
    sources: dict[str, tuple[SourceOn, ...]]
