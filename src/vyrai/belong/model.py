"""What belonging is: plain records, alike for every face. Members go by their alias, days are ISO dates."""

from __future__ import annotations

from typing import Literal

import msgspec

from vyrai.law.record import Range, Record, Text

State = Literal["open", "limited", "closed", "unknown"]
Cause = Literal[
    "status",
    "paper",
    "held",
    "condition",
    "age",
    "place",
    "where",
    "queue",
    "money",
    "line",
    "way",
    "unknown",
]


class StageOn(Record, frozen=True, kw_only=True):
    """A status on the way. weeks: from today until it is held; after: from arrival; lasts: for how long."""

    status: str
    title: Text
    stay: bool
    on: str
    weeks: Range
    after: Range
    lasts: Range | None


class OwnOn(Record, frozen=True, kw_only=True):
    """The papers of a member where they are not those of the way, and why. Of a citizen without any nobody
    has written down what a citizenship opens there; `perhaps`: nobody can say whether a paper of the country
    is valid on arrival, so none is counted on.
    """

    member: str
    why: Literal["citizen", "held", "perhaps", "left_out"]
    stages: tuple[StageOn, ...]


class BridgeOn(Record, frozen=True, kw_only=True):
    """What helps while a support is shut, of which provision, and what it costs (facts)."""

    provision: str
    text: Text
    costs: tuple[str, ...]


class ConditionOn(Record, frozen=True, kw_only=True):
    """What a provision asks of a member beside status and age. shuts: the contrary is asked, whatever else.

    verdict: whether it lets the member have the support. judges: who decides it, where an office or a doctor
    must judge. facts: on what it rests.
    """

    requirement: str
    wording: Text
    shuts: bool
    verdict: Literal["met", "not met", "unknown"]
    judges: tuple[Text, ...]
    facts: tuple[str, ...]


class Support(Record, frozen=True, kw_only=True):
    """One provision for one member.

    places: only where it is offered; none: everywhere. status: on which it opens. cause: why it is not
    open on arrival. weeks, weeks_seen: from today until it opens, at the least by law and as observed.
    due: weeks from arrival by which the law has it; seen: weeks from arrival as observed; ends: when it
    is over, at the least and at the most. law_time: what the law gives the office; queue: as seen, before
    that; held: how long one must have stayed before. from_age, until_age: years. amount: the money it
    brings; price: what the family pays. paper, real: months of the window in which it is due by law, and
    comes in fact; width: how far `real` is not known. missing: what nobody has written down.
    by_school_year: which of the ages is counted by school years. setting: where it is had, if the office
    says so. against: the red line that it crosses; it is told and counts for nothing.
    """

    provision: str
    title: Text
    term: Text | None
    kind: str
    member: str
    places: tuple[str, ...]
    serves: tuple[str, ...]
    state: State
    status: str | None
    cause: Cause | None
    weeks: Range | None
    weeks_seen: Range | None
    due: Range | None
    seen: Range | None
    ends: Range | None
    law_time: Range | None
    held: Range | None
    queue: Range | None
    from_age: Range | None
    until_age: Range | None
    amount: Range | None
    price: Range | None
    paper: Range
    real: Range
    width: int | float
    conditions: tuple[ConditionOn, ...]
    missing: tuple[Literal["right", "paper", "law", "wait", "share"], ...]
    bridge: BridgeOn | None
    facts: tuple[str, ...]
    observed: tuple[str, ...]
    note: Text | None
    by_school_year: tuple[Literal["from", "until"], ...] | msgspec.UnsetType = msgspec.UNSET
    setting: str | msgspec.UnsetType = msgspec.UNSET
    against: str | msgspec.UnsetType = msgspec.UNSET


class Score(Record, frozen=True, kw_only=True):
    """One kind of support for a child between `begins` and so many months later.

    state, status: of the support that opens first. paper, real: months in which some of it is due by law, and
    is there in fact; width: how far `real` is not known. unwritten: nobody has written down what there is.
    provisions: of what it is made. against: all that there is crosses this red line, so there are none.
    """

    member: str
    kind: str
    begins: str
    months: int | float
    state: State
    status: str | None
    paper: Range
    real: Range
    width: int | float
    unwritten: bool
    provisions: tuple[str, ...]
    against: str | msgspec.UnsetType = msgspec.UNSET


class There(Record, frozen=True, kw_only=True):
    """One kind of support for a child in one place of a country.

    due, seen: weeks after arrival until some of it is due by law, and is there as seen; ends: when that is
    over; None where it is closed. averages: how long an office of the place took on average, which bounds
    nothing. own: whether anybody has written down how it is in this place.
    """

    score: Score
    due: Range | None
    seen: Range | None
    ends: Range | None
    averages: tuple[Range, ...]
    own: bool


class Part(Record, frozen=True, kw_only=True):
    """A part of a whole, 0 to 1, known within bounds."""

    lo: int | float
    hi: int | float


class Quality(Record, frozen=True, kw_only=True):
    """The part of the months after arrival in which a child has what it needs, over all kinds of support:
    as it is due by law, and in fact.
    """

    member: str
    paper: Part
    real: Part


class Flag(Record, frozen=True, kw_only=True):
    """A red line of a child that a way crosses; not `sure`: perhaps. school: months without one."""

    member: str
    line: Literal["school", "health"]
    sure: bool


class Appeal(Record, frozen=True, kw_only=True):
    """How a refusal of these provisions may be objected to. time: how long, from the day the decision reached
    the family; to: the office; None: nobody has written it down. facts: on whose word.
    """

    time: Range | None
    to: Text | None
    provisions: tuple[str, ...]
    facts: tuple[str, ...]


class Track(Record, frozen=True, kw_only=True):
    """What to ask for in the first week. term: the office's own word. opens: the provisions that wait for its
    paper. law_time: what the law gives the office; answer_by: the day by which it must answer, if it is asked
    on the earliest day of arrival. appeal: how a refusal may be objected to.
    """

    member: str
    provision: str
    title: Text
    term: Text | None
    opens: tuple[str, ...]
    law_time: Range | None
    answer_by: str | None
    appeal: Appeal
    facts: tuple[str, ...]


class Gap(Record, frozen=True, kw_only=True):
    """A time after arrival in which a need has no support that is surely there.

    begins, ends: weeks after arrival; ends None: none is known in the window. unwritten: no provision for the
    need is known. support: what ends it, or what ended when it began.
    """

    member: str
    need: str
    begins: Range
    ends: Range | None
    cause: Cause
    unwritten: bool
    support: str | None
    bridges: tuple[BridgeOn, ...]


class Cliff(Record, frozen=True, kw_only=True):
    """A support that ends at an age. on, latest: the first and last day it may be; alarm: what follows must
    have been begun by then. by_school_year: it ends with a school year, and not on a birthday.
    """

    member: str
    provision: str
    title: Text
    age: Range
    on: str
    latest: str
    alarm: str
    by_school_year: bool | msgspec.UnsetType = msgspec.UNSET


class Year(Record, frozen=True, kw_only=True):
    """A year of a child's life. by_law: the provisions that are surely due then; perhaps: the others that may
    be there; gap: why none is due for sure.
    """

    member: str
    age: int
    begins: str
    by_law: tuple[str, ...]
    perhaps: tuple[str, ...]
    gap: Cause | None


Named = Literal["named", "nobody", "unknown"]


class Backup(Record, frozen=True, kw_only=True):
    """Whether there is a second person to care for a child, a second income, a second place to live."""

    member: str
    carer: Named
    income: Named
    place: Named


class Belonging(Record, frozen=True, kw_only=True):
    """What opens for each member on one way. Ages and the school year are reckoned for an arrival on the
    earliest day. window: the months after arrival that are counted; grown: those between 18 and the last year
    looked at. own: members who hold other papers than those of the way; only if there are any.
    """

    window: int
    arrives: str
    arrival: Range
    stages: tuple[StageOn, ...]
    flags: tuple[Flag, ...]
    scores: tuple[Score, ...]
    grown: tuple[Score, ...]
    quality: tuple[Quality, ...]
    supports: tuple[Support, ...]
    tracks: tuple[Track, ...]
    appeals: tuple[Appeal, ...]
    gaps: tuple[Gap, ...]
    cliffs: tuple[Cliff, ...]
    life: tuple[Year, ...]
    backups: tuple[Backup, ...]
    own: tuple[OwnOn, ...] | msgspec.UnsetType = msgspec.UNSET
