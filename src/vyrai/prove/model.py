"""What a pack is: plain records, alike for every face. Days are ISO dates, as the family wrote them."""

from __future__ import annotations

from typing import Literal

from vyrai.law.record import Record, Text
from vyrai.prove._allowed import Audience

Use = Literal["asked", "helps", "useless"]


class Spoken(Record, frozen=True, kw_only=True):
    """A language, and how well by skill (`level` all in all): titles of levels."""

    language: Text
    levels: dict[str, Text]


class Saying(Record, frozen=True, kw_only=True):
    """How somebody says something without words: `means` is its code, `how` the family's words, if any."""

    means: str
    title: Text
    how: str | None


class Goal(Record, frozen=True, kw_only=True):
    """What is wanted, in which part of life, and whose voice says so."""

    words: str | None
    area: Text | None
    voice: Text | None


class NeedTold(Record, frozen=True, kw_only=True):
    """What is hard, in plain words, and how much."""

    need: str
    title: Text
    much: Text | None


class Held(Record, frozen=True, kw_only=True):
    """A status of the country that the pack is for, or a citizenship: from when, until when."""

    title: Text
    country: Text | None
    begins: str | None
    ends: str | None


class Member(Record, frozen=True, kw_only=True):
    """One member as the audience may know them; what it may not know, or nobody said, is empty.

    unanswered: questions (ids) whose answers the pack would hold, and that are open: for the family, never
    for the audience.
    """

    alias: str
    role: Text | None
    birth: str | None
    talks_by: tuple[Text, ...]
    sayings: tuple[Saying, ...]
    calms: str | None
    upsets: str | None
    likes: str | None
    languages: tuple[Spoken, ...]
    needs: tuple[NeedTold, ...]
    goals: tuple[Goal, ...]
    school_now: str | None
    doctor_now: str | None
    medicine: str | None
    diagnosis_paper: bool | None
    insured: bool | None
    residence: Text | None
    citizenships: tuple[Held, ...]
    statuses: tuple[Held, ...]
    custody: Text | None
    consent: bool | None
    unanswered: tuple[str, ...]


class PaperTold(Record, frozen=True, kw_only=True):
    """A paper to take, or to leave: `use` says which. of: for what it is. again: where it is had."""

    text: Text
    use: Use
    of: tuple[Text, ...]
    again: Text | None
    facts: tuple[str, ...]


class Pack(Record, frozen=True, kw_only=True):
    """What one audience gets. papers: before leaving, for the family. written: whether anybody has written
    down which papers count there.
    """

    audience: Audience
    members: tuple[Member, ...]
    papers: tuple[PaperTold, ...]
    written: bool
