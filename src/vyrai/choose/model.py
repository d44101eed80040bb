"""What the comparison, the reasons and the next question are: plain records, alike for every face.

Texts are `{language: words}`; a face picks the language. Ids of facts lead to their sources (`sources`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from vyrai.belong import Score
from vyrai.law.record import Number as Number
from vyrai.law.record import Range as Range
from vyrai.law.record import Record as Record
from vyrai.law.record import Text as Text

Way = Literal["open", "perhaps", "closed"]
Word = Literal["met", "not met", "unknown"]
RANK: dict[str, int] = {"open": 0, "perhaps": 1, "closed": 2}
"""The order in which ways stand."""


class Open(Record, frozen=True, kw_only=True):
    """Something unknown: what it is in words, the reason, who could settle it, where it matters.

    judge, helps: who alone can judge it, and what helps to show it: things to bring, not a question.
    """

    item: str
    label: str
    text: Text
    reason: str
    who: Literal["family", "person", "atlas", "time"]
    routes: tuple[str, ...] = ()
    sensitive: bool = False
    judge: Text | None = None
    helps: Text | None = None


class SourceOn(Record, frozen=True, kw_only=True):
    """One claim of a fact with its source, as it stands on the day. `value` is written out (`12`, `3–14`).

    since: nobody had said it by the day asked, this is when it was said or read first.
    act, article: the law that it is about. read: when somebody last read it against its source.
    """

    fact: str
    title: Text
    statement: Text
    value: str | None
    unit: str | None
    standing: Literal[
        "surely", "perhaps", "excluded", "not_that_day", "seen_later", "not_yet_known", "too_old"
    ]
    kind: str
    confidence: str
    publisher: str
    source_title: str
    url: str
    lang: str | None
    as_of: str
    as_of_unknown: bool = False
    old: bool = False
    since: str | None = None
    act: str | msgspec.UnsetType = msgspec.UNSET
    article: str | msgspec.UnsetType = msgspec.UNSET
    read: str | msgspec.UnsetType = msgspec.UNSET


class Shut(Record, frozen=True, kw_only=True):
    """One requirement that is not met, and of whom (None: of the family)."""

    requirement: str
    wording: Text
    member: str | None
    items: tuple[str, ...]
    facts: tuple[str, ...]
    sensitive: bool = False


class DoorNow(Record, frozen=True, kw_only=True):
    """Whether the route takes people on the day: its possible states; `why` if unknown.

    whom: whom a narrow door is open for.
    """

    states: tuple[str, ...]
    texts: tuple[Text, ...]
    facts: tuple[str, ...]
    why: str | None = None
    whom: tuple[Text, ...] = ()


class Counts(Record, frozen=True, kw_only=True):
    """How many conditions of a route are met, not met and unknown."""

    met: int
    not_met: int
    unknown: int


class Crossing(Record, frozen=True, kw_only=True):
    """A red line of the family that a way crosses; not `sure`: perhaps.

    how: by what kind of way it is; somebody (members) surely is left out, or perhaps; or one person passes
    for all and the paper takes no family along (alone).
    """

    line: str
    title: Text
    how: Literal["kind", "left_out", "unsure", "alone"]
    members: tuple[str, ...]
    sure: bool


class Link(Record, frozen=True, kw_only=True):
    """One route of a chain, decided on its earliest filing day `on`; `after` is the status it waits for.

    to_do: what the family can do within days and without which it is not met (`way` is then perhaps).
    sums: money that its conditions name, to be had, shown or insured; none of it is a fee. crosses: red lines
    of the family, only if there are any.
    """

    route: str
    kind: str
    title: Text
    term: Text | None
    on: str
    after: str | None
    verdict: Word
    conditions: Counts
    way: Way
    door: DoorNow
    until: str | None
    covered: tuple[str, ...]
    unsure: tuple[str, ...]
    left_out: tuple[str, ...]
    blockers: tuple[Shut, ...]
    open: tuple[Open, ...]
    support: tuple[str, ...]
    gives: str | None
    gives_title: Text | None
    lasts: Range | None
    weeks: Range
    observed: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    to_do: Change | None = None
    sums: tuple[Price, ...] = ()
    crosses: tuple[Crossing, ...] | msgspec.UnsetType = msgspec.UNSET


class RightFrom(Record, frozen=True, kw_only=True):
    """When a right opens on the chain: weeks from today, on which status; `state` as the status says."""

    right: str
    title: Text
    state: Literal["yes", "no", "limited", "unknown"]
    status: str | None
    weeks: Range | None
    facts: tuple[str, ...] = ()
    note: Text | None = None
    member: str | None = None


class Known(Record, frozen=True, kw_only=True):
    """What facts say in words: a column that is shown and never compared."""

    facts: tuple[str, ...]


class Language(Record, frozen=True, kw_only=True):
    """The language there: level asked, the nearest language that somebody knows, how near, the script."""

    language: str
    title: Text
    speaks: tuple[str, ...]
    level: tuple[str, ...]
    nearest: str | None
    nearest_title: Text | None
    band: Literal["known", "same_group", "same_family", "unrelated"] | None
    new_script: bool | None
    facts: tuple[str, ...] = ()


class Price(Record, frozen=True, kw_only=True):
    """A rent, a pay or a sum that is asked for: place, when, how much."""

    place: str | None
    title: Text
    value: Range
    when: str
    fact: str


class Money(Record, frozen=True, kw_only=True):
    """What is needed before the first lawful income: fees, rent, food and other needs. `spare` is savings,
    and what keeps coming until then, less that.
    """

    fees: Range
    rent_until_work: Range
    needs_until_work: Range
    needed: Range
    savings: Range
    spare: Range
    missing: tuple[str, ...] = ()


class Danger(Record, frozen=True, kw_only=True):
    """0 none to 4 life, the highest of the steps on the way; who learns the name."""

    level: Range
    texts: tuple[Text, ...] = ()
    who_learns: tuple[Text, ...] = ()
    facts: tuple[str, ...] = ()


class Mark(Record, frozen=True, kw_only=True):
    """What the family wrote beside a way: keep, pocket or crossed; what keeps it open, until when.

    `until` is the family's own date, `stands` the last day on which the verdict surely is as it is now.
    """

    mark: str
    keeps_open: str | None
    until: str | None
    stands: str | None


class Planned(Record, frozen=True, kw_only=True):
    """Days to safety, on likely days.

    bound: no plan is sooner; else as the quickest plan of the way has it, with the people and the money of
    the family, which is told of the way with the least in the way of its country. least, most: if every step
    takes the least and the most that is known of it; most is None where of some nobody knows it, or there is
    no plan then. at_least: it may be later, for either. about: something is reckoned as is usual or by the
    law. richer: there is a plan only with more money than the family has.
    """

    days: int
    least: int
    most: int | None
    at_least: bool
    about: bool
    richer: bool
    bound: bool
    facts: tuple[str, ...]


class Row(Record, frozen=True, kw_only=True):
    """One way: a chain of routes in one country. `later`: a way to stay on once in by another way.

    care, inclusion: only for a family with a child with needs: what else of such a child's life a status
    opens, school apart; and what facts of the country say of life with needs. months: of the way with the
    least in the way of its country, what such children have in the months after arrival. planned: of ways
    that are not closed, if they lead to a paper that lets one stay. red_lines: those that the way in surely
    crosses; crosses: each with how and by whom, also perhaps; only if there are any.
    """

    country: str
    title: Text
    way: Way
    chain: tuple[Link, ...]
    red_lines: tuple[Text, ...]
    unbeaten: bool
    later: bool
    mark: Mark | None
    weeks_to_safety: Range
    weeks_to_work: RightFrom
    weeks_to_profession: RightFrom
    profession_wanted: Known
    hired_before_licence: Known
    money: Money
    rents: tuple[Price, ...]
    pays: tuple[Price, ...]
    language: tuple[Language, ...]
    school: tuple[RightFrom, ...]
    danger_way: Danger
    danger_there: Known
    sent_back: Known
    renew_papers: Known
    leads_to: tuple[str, ...]
    events: tuple[str, ...]
    open: tuple[Open, ...]
    care: tuple[RightFrom, ...] = ()
    inclusion: Known = Known(facts=())
    months: tuple[Score, ...] = ()
    planned: Planned | None = None
    crosses: tuple[Crossing, ...] | msgspec.UnsetType = msgspec.UNSET


class Person(Record, frozen=True, kw_only=True):
    """A member: the alias, child or adult, the age in years; whether the family has named needs."""

    alias: str
    group: str
    age: Range | None
    needs: bool = False


class Question(Record, frozen=True, kw_only=True):
    """The next best question: what it asks, why, what it would settle, what it costs to answer.

    also: the labels of the same question about other members, to be asked in one go.
    """

    item: str
    question: str
    label: str
    text: Text
    why: Text
    settles: int
    matters: tuple[str, ...]
    burden: int
    danger: int
    sensitive: bool
    also: tuple[str, ...] = ()


class Peril(Record, frozen=True, kw_only=True):
    """What can go wrong at a step: how bad (1 to 4; None: not found), who learns the name, where."""

    step: str
    title: Text
    level: int | None
    text: Text | None
    who_learns: tuple[Text, ...]
    countries: tuple[str, ...]
    facts: tuple[str, ...] = ()


class FirstStep(Record, frozen=True, kw_only=True):
    """The first thing to do: a step, of which route, what it costs, who learns the name."""

    step: str
    title: Text
    route: str | None
    danger: int
    who_learns: tuple[Text, ...]
    closes: str | None
    facts: tuple[str, ...] = ()


class Basis(Record, frozen=True, kw_only=True):
    """On which law and day: content hash of the atlas, the newest and oldest decisive date.

    decisive: how many facts a verdict leans on. old: those of which nobody has said anything for 12 months.
    """

    on: str
    known: str | None
    atlas: str
    newest: str | None
    oldest: str | None
    decisive: int = 0
    old: tuple[str, ...] = ()


class EventOn(Record, frozen=True, kw_only=True):
    """A dated happening that moved a route. `end`: a known end; `seen`: still so then, no end was found."""

    event: str
    title: Text
    begin: str | None
    end: str | None
    fact: str
    seen: str | None = None


Asks = Literal["visa_free", "on_arrival", "eta", "e_visa"]
"""What is asked of a passport before or at a border, from the least to the most."""


class ElsewhereSource(Record, frozen=True, kw_only=True):
    """Whose table of passports it is, and what it is worth."""

    publisher: str
    title: str
    url: str
    licence: str
    kind: str
    confidence: str


class AtBorder(Record, frozen=True, kw_only=True):
    """By which passport a member would come in: `requirement` in the word of the source, when it was seen."""

    member: str
    passport: str
    way: Asks | Literal["citizen"]
    requirement: str | None
    days: int | None = None
    first_seen: str | None = None
    last_seen: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """A place that nobody has modelled; `asks`: the most that is asked of a member, `days` without a visa."""

    country: str
    title: Text
    asks: Asks
    days: int | None
    by: tuple[AtBorder, ...]


class Elsewhere(Record, frozen=True, kw_only=True):
    """Where the passports of all would take the family, beyond what is modelled. Nobody has checked it.

    note: what it says nothing of. last_seen: the last snapshot, if the day comes after it; None: seen on the
    day. unknown, without: members whose passports are not known, and who hold none; then there are no places.
    """

    checked: Literal[False] = False
    note: Text
    source: ElsewhereSource
    last_seen: str | None
    unknown: tuple[str, ...]
    without: tuple[str, ...]
    places: tuple[Place, ...]


class Taken(Record, frozen=True, kw_only=True):
    """Whether somebody holds a signed paper for a child if the parents cannot come home.

    state: in_place (until: the last day on which it surely holds), unclear (signed, nobody knows for how
    long), ended, none (surely none), unwritten (nobody has written down whether there is one). weeks: where
    none is signed, from today until one can be had that is asked for today, as seen; open where nobody has.
    """

    member: str
    state: Literal["in_place", "unclear", "ended", "none", "unwritten"]
    until: str | None = None
    weeks: Range | msgspec.UnsetType = msgspec.UNSET


class Comparison(Record, frozen=True, kw_only=True):
    """Every modelled way: open, perhaps, closed, alphabetically within; what crosses a red line comes last.

    leaving: the routes out of the origin. also: by country, recognition of a profession and travel documents.
    perils: what can go wrong on the ways that are not closed, the gravest first.
    home: for each child whether somebody may take it if the parents cannot come home.
    elsewhere: only if it was asked for and the atlas has a table of passports.
    """

    format: int = 1
    basis: Basis
    people: tuple[Person, ...]
    rows: tuple[Row, ...]
    next: Question | None
    first: FirstStep | None
    leaving: tuple[Link, ...]
    also: dict[str, tuple[Link, ...]]
    perils: tuple[Peril, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    events: dict[str, EventOn]
    labels: dict[str, Text]
    home: tuple[Taken, ...] = ()
    elsewhere: Elsewhere | msgspec.UnsetType = msgspec.UNSET


class ItemOn(Record, frozen=True, kw_only=True):
    """An answer or fact in a support, and what it says (withheld where the answer is sensitive)."""

    item: str
    label: str
    text: Text
    value: str | None
    sensitive: bool = False


class Change(Record, frozen=True, kw_only=True):
    """Answers that could change and would then make the route met, checked by deciding again."""

    items: tuple[ItemOn, ...]
    becomes: tuple[str, ...]
