"""What is built on facts: routes, steps, statuses, provisions, countries, papers, events."""

from __future__ import annotations

from typing import Literal

import msgspec

from vyrai.world._model import Ids, Requirement, Span, Text

Words = str | Text


class Door(msgspec.Struct, frozen=True, gc=False):
    """Whether a route takes people during a time (`when`), on the word of a fact."""

    state: Literal["open", "narrow", "paused", "closed", "unknown"]
    fact: str
    when: Span
    line: int
    text: Text | None = None
    narrow_for: Text | None = msgspec.field(default=None, name="for")
    office: Text | None = None


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What a step or route that ended so leaves possible; within: a fact, for how long its steps do. share:
    how many of a hundred decisions end so (granted, refused), a fact by citizenship, or for `any`.
    """

    text: Text | None = None
    facts: Ids = ()
    within: str | None = None
    share: dict[str, str] = {}
    yields: Ids = ()
    routes: Ids = ()
    steps: Ids = ()


class Prior(msgspec.Struct, frozen=True, gc=False):
    """The statuses one of which is needed before; `times` is "once" or a fact id."""

    any: Ids
    times: str | None = None


class Grant(msgspec.Struct, frozen=True, gc=False):
    """What a route yields."""

    status: str | None = None
    right: str | None = None


class Bond(msgspec.Struct, frozen=True, gc=False):
    """What a route closes elsewhere or binds to afterwards."""

    what: Text
    fact: str | None = None


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """Who must judge, and what helps the judge."""

    who: Text
    helps: Text | None = None
    text: Text | None = None
    fact: str | None = None


class Later(msgspec.Struct, frozen=True, gc=False):
    """What only a coming round, lottery or quota decides. months: a fact, the months of the year in which it
    does; step: of the route, the one that ends with it. Both or none.
    """

    text: Text
    fact: str | None = None
    months: str | None = None
    step: str | None = None


class Locks(msgspec.Struct, frozen=True, gc=False):
    """Money that a step of a route puts aside, and that is not spent: it comes back to who is there, by the
    month. sum, months: facts, how much in all and for how many months (None: nobody has found how it comes
    back). shown, in the place of a sum: the requirement of the route that asks to see money; it stays free
    and is all there again once the family is. unless: the judgement with which nothing is locked. facts: what
    says so beside them.
    """

    step: str
    sum: str | None = None
    shown: str | None = None
    months: str | None = None
    unless: str | None = None
    facts: Ids = ()


class Route(msgspec.Struct, frozen=True, gc=False):
    """A lawful way to a status or a right. seasons: by step the fact with the months of the year in which it
    may be begun.
    """

    id: str
    kind: str
    title: Text
    door: tuple[Door, ...]
    folder: str
    file: str
    line: int
    term: Text | None = None
    for_whom: Text | None = None
    prior: Prior | None = None
    filed: Literal["outside", "inside", "either"] = "either"
    requirements: tuple[Requirement, ...] = ()
    excluded: Ids = ()
    steps: Ids = ()
    fees: Ids = ()
    refusal: Ids = ()
    outcomes: dict[str, Outcome] = {}
    toward: Ids = ()
    not_toward: Ids = ()
    fares: dict[str, Ids] = {}
    locks: Locks | None = None
    gives: Grant | None = None
    closes: tuple[Bond, ...] = ()
    binds: tuple[Bond, ...] = ()
    observed: Ids = ()
    cites: Ids = ()
    contacts: Ids = ()
    judgements: dict[str, Judgement] = {}
    decided_later: dict[str, Later] = {}
    seasons: dict[str, str] = {}
    note: Words | None = None


class Takes(msgspec.Struct, frozen=True, gc=False):
    """How long a step takes: by law, and as observed (fact ids). average: of many cases in a place, which is
    told and bounds nothing: the time is then that of the law, open above.
    """

    law: str | None = None
    observed: str | None = None
    average: str | None = None


class Danger(msgspec.Struct, frozen=True, gc=False):
    """0 none to 4 life."""

    level: int
    fact: str | None = None
    text: Text | None = None


class Post(msgspec.Struct, frozen=True, gc=False):
    """The countries in one of which an office stands for people who live elsewhere, the facts that say so,
    and by which routes they may ask to visit those countries.
    """

    countries: Ids = msgspec.field(name="in")
    facts: Ids
    by: Ids = ()


class Step(msgspec.Struct, frozen=True, gc=False):
    """Something somebody does.

    posts: by the country where somebody lives, where they must go for it. at: whether those who come must be
    inside the country of the step. moves: with it the family crosses into that country, or out of it. a_day:
    it is over on the day on which it is done, and nobody waits for a date or an answer within it.
    """

    id: str
    title: Text
    folder: str
    file: str
    line: int
    a_day: bool = False
    takes: Takes = Takes()
    costs: Ids = ()
    who_comes: Literal["each", "applicant", "adults", "parent", "nobody"] | None = None
    where: Text | None = None
    at: Literal["inside", "outside", "anywhere"] | None = None
    posts: dict[str, Post] = {}
    moves: bool = False
    danger: Danger | None = None
    who_learns: tuple[Text, ...] = ()
    needs: Ids = ()
    yields: Ids = ()
    outcomes: dict[str, Outcome] = {}
    cites: Ids = ()
    note: Words | None = None


class Opens(msgspec.Struct, frozen=True, gc=False):
    """After how long (a fact) a right opens; without it at once."""

    after: str | None = None


class Right(msgspec.Struct, frozen=True, gc=False):
    """A right of a status."""

    right: str
    holds: Literal["yes", "no", "limited", "unknown"]
    opens: Opens = Opens()
    facts: Ids = ()
    note: Words | None = None
    valid: Span | None = None


class Status(msgspec.Struct, frozen=True, gc=False):
    """What a person legally is in a country. `stay`: whether it lets its holder be there; `ever`: whether it
    never runs out by itself.
    """

    id: str
    title: Text
    folder: str
    file: str
    line: int
    term: Text | None = None
    lasts: str | None = None
    stay: bool = True
    ever: bool = False
    rights: tuple[Right, ...] = ()
    cites: Ids = ()
    note: Words | None = None


class Bridge(msgspec.Struct, frozen=True, gc=False):
    """What helps while a provision is shut, and what it costs (fact ids)."""

    text: Text
    costs: Ids = ()


class AgesBy(msgspec.Struct, frozen=True, gc=False):
    """How the ages of a provision are counted where the law counts by school years, and when these begin.

    begins, ends: by the school year of the calendar year in which the age is reached (calendar_year), by the
    one in which it is reached (school_year), by the next to begin (next_school_year); None: on the birthday.
    """

    school_year: str
    begins: Literal["calendar_year", "school_year", "next_school_year"] | None = msgspec.field(
        default=None, name="from"
    )
    ends: Literal["calendar_year", "school_year"] | None = msgspec.field(default=None, name="until")


class OnPaper(msgspec.Struct, frozen=True, gc=False):
    """A paper from before, and what it is worth for a provision: asked for, of help, or of no use."""

    text: Text
    use: Literal["asked", "helps", "useless"]
    facts: Ids


class Provision(msgspec.Struct, frozen=True, gc=False):
    """One support that a country offers for needs. Waits, ages, shares and sums are fact ids.

    places: only where it is offered; none = everywhere in the country. setting: where it is had, if the
    office says so. serves: needs; none = everybody of `of`. right: of a status, on which it hangs; None = any
    lawful status. after: provisions that must have come to their end before. held: for how long one must have
    stayed lawfully. requires: of the member or the family; excluded: those that, if met, shut it. queue:
    waiting before it is taken up; takes: from the application to the result. share: of what was promised,
    what comes. school_year: True or a fact, if places come free when a school year begins. papers: those from
    before that count, and those that do not. appeal: how long one may object to a refusal, from the day it
    came, or (appeal_from) from the day of the decision itself; appeal_to: to whom. facts: on whose word it
    stands; observed: what was seen.
    """

    id: str
    title: Text
    kind: str
    folder: str
    file: str
    line: int
    term: Text | None = None
    of: Literal["child", "adult", "person"] = "child"
    places: Ids = msgspec.field(default=(), name="in")
    setting: str | None = None
    serves: Ids = ()
    right: str | None = None
    after: Ids = ()
    held: str | None = None
    requires: tuple[Requirement, ...] = ()
    excluded: Ids = ()
    judgements: dict[str, Judgement] = {}
    queue: str | None = None
    takes: Takes = Takes()
    share: str | None = None
    school_year: bool | str = False
    from_age: str | None = None
    ends_at_age: str | None = None
    ages_by: AgesBy | None = None
    amount: str | None = None
    price: str | None = None
    bridge: Bridge | None = None
    papers: tuple[OnPaper, ...] = ()
    appeal: str | None = None
    appeal_to: Text | None = None
    appeal_from: Literal["decision"] | None = None
    facts: Ids = ()
    observed: Ids = ()
    note: Words | None = None


class Differs(msgspec.Struct, frozen=True, gc=False):
    """What is other of a provision, or of a step, in a place: fact ids. What was only seen counts where it
    was seen; what the place does not say of the law is the law of the country.
    """

    line: int
    provision: str | None = None
    step: str | None = None
    held: str | None = None
    queue: str | None = None
    takes: Takes = Takes()
    share: str | None = None
    amount: str | None = None
    price: str | None = None
    facts: Ids = ()
    observed: Ids = ()
    note: Words | None = None


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place inside a country. iso: its code in ISO 3166-2, if it has one; within: the region in which it
    lies, of which all holds here too. rent, contacts, observed: facts shown beside it.
    """

    id: str
    title: Text
    kind: Literal["region", "city"]
    folder: str
    file: str
    line: int
    iso: str | None = None
    within: str | None = None
    rent: Ids = ()
    here: tuple[Differs, ...] = ()
    contacts: Ids = ()
    observed: Ids = ()
    note: Words | None = None


class Taking(msgspec.Struct, frozen=True, gc=False):
    """A paper by which somebody else lawfully takes a child whose parents cannot come home.

    gives: what its holder may do; signed: who signs or asks for it; bring: what is brought along. fee: facts
    that say what it costs; lasts: a fact, for how long it holds; none: nobody has written it down.
    """

    id: str
    title: Text
    folder: str
    file: str
    line: int
    gives: Text | None = None
    signed: Text | None = None
    where: Text | None = None
    bring: Text | None = None
    takes: Takes = Takes()
    fee: Ids = ()
    lasts: str | None = None
    facts: Ids = ()
    note: Words | None = None


class Country(msgspec.Struct, frozen=True, gc=False):
    """A destination or origin; `columns` are the fact (or event) ids that the comparison shows.

    home: the status of those who live there already; citizens: that of its citizens. contacts: whom to ask in
    the country, whatever the route.
    """

    id: str
    title: Text
    folder: str
    file: str
    line: int
    languages: Ids = ()
    currency: str | None = None
    origin: bool = False
    home: str | None = None
    citizens: str | None = None
    union: str | None = None
    depth: Literal["deep", "gates"] = "gates"
    contacts: Ids = ()
    columns: dict[str, Ids] = {}


class Event(msgspec.Struct, frozen=True, gc=False):
    """A dated happening."""

    id: str
    title: Text
    fact: str
    when: Span
    folder: str
    file: str
    line: int
    note: Words | None = None


class Reissue(msgspec.Struct, frozen=True, gc=False):
    """How a paper is had again."""

    where: Text | None = None
    until: tuple[int, int] | None = None
    in_person: bool | None = None
    by_whom: Text | None = None
    fact: str | None = None


class Document(msgspec.Struct, frozen=True, gc=False):
    """A paper. sole: nobody holds two, for whoever is given a new one hands in the old one."""

    id: str
    title: Text
    folder: str
    file: str
    line: int
    issuer: Text | None = None
    validity: str | None = None
    freshness: str | None = None
    sole: bool = False
    reissue: Reissue | None = None
    cites: Ids = ()
    note: Words | None = None
