"""A step of a plan as every face is told it."""

from __future__ import annotations

from vyrai.choose._kind import Kind
from vyrai.choose.model import Record, Text
from vyrai.choose.out import OutOn
from vyrai.law.record import Range


class DecidedOn(Record, frozen=True, kw_only=True):
    """A round that a step ends with: a lottery, a match, a sitting. months: of every year, 1 to 12."""

    what: Text
    months: tuple[int, ...]
    fact: str


class OnceOn(Record, frozen=True, kw_only=True):
    """How many of a hundred were refused, at the least and at the most, as it was last counted, in a year."""

    least: int
    most: int
    year: int


class LockedOn(Record, frozen=True, kw_only=True):
    """What is put aside with a step, and is not spent.

    sum: how much; least: it may be more, or nobody has found how much. shown: it has only to be there and to
    be shown. monthly, months: so much comes back on
    the first day of each month that they are there, so many times (None: nobody has found how it comes back).
    unless: with what nothing would be locked, which they have not said yes to.
    """

    sum: int
    least: bool
    shown: bool
    monthly: int | None
    months: int | None
    unless: Text | None


class StepOn(Record, frozen=True, kw_only=True):
    """A step of a plan. on, until: its days on likely durations; days: least, likely and most it takes.

    step: its name in the atlas. title: its words; of `safe` and `settled` those of the status that is then
    held, and lasts: for how long. kind: a step of the atlas, or what the plan adds to it (`safe`: the family
    is there and may stay; `settled`: the last paper of the way; `pay`: the first pay at the earliest;
    `wait`; `journey`; `trip`: to an office in another country, its title, and back; `file`: a way whose
    steps nobody wrote down). locked: what is put aside with it, beside the fee; price_may_differ: one of
    the two is known for the first day of the plan, and has another figure or is known no longer on that of
    the step. by_law: the time that the law gives the office; usual: what an office took on average or as a
    rule; neither bounds what one family waits. not_before: begun sooner, what it makes would have run out
    when the plan needs it; not_after: the last day on which it may begin. given: its day is one that the
    family was given; missed: the day that it was given and that this plan does not keep; unsure: what a
    given day needs may not be ready by then, for of something before it nobody knows how long it takes.
    who: who must come; left: children who need not, minders: adults who need not and can stay with them
    (none: somebody else has to, or the children come along). moves: the family crosses by it; leaves: it is
    the way out, on the day of the crossing; ways_out: that one, then those that are open with the same
    papers. again: with it begins what may be done after a refusal that the family has ticked. refused: the
    share of others that was refused, 0 to 1; None: nobody counts; once: it was counted, too long ago to
    reckon with. unknown: what of it is not known. uses: papers, and the number of the step in the plan that
    makes each (None: in hand).
    lacks: papers asked for that no step of the atlas makes. decided: the round of known months that it ends
    with; it begins in time for their first day, and is over with their last. season: the months of the year
    in which it may be begun (none: in all). closes: what the route of the step shuts elsewhere or binds to
    from it on, with the fact. after: numbers of the steps that must be over before.
    """

    id: str
    step: str | None
    kind: Kind
    title: Text | None
    route: str | None
    on: str
    until: str
    days: tuple[int, int, int]
    by_law: Range | None
    usual: Range | None
    lasts: Range | None
    not_before: str | None
    not_after: str | None
    given: bool
    missed: str | None
    unsure: bool
    who: tuple[str, ...]
    left: tuple[str, ...]
    minders: tuple[str, ...]
    moves: bool
    leaves: bool
    ways_out: tuple[OutOn, ...]
    place: str | None
    where: Text | None
    fee: int
    locked: LockedOn | None
    price_may_differ: bool
    danger: int
    danger_text: Text | None
    learns: tuple[Text, ...]
    refusable: bool
    again: bool
    refused: float | None
    once: OnceOn | None
    unknown: tuple[str, ...]
    uses: tuple[tuple[str, int | None], ...]
    lacks: tuple[str, ...]
    decided: DecidedOn | None
    season: tuple[int, ...]
    closes: tuple[tuple[Text, str | None], ...]
    after: tuple[int, ...]
    facts: tuple[str, ...]
