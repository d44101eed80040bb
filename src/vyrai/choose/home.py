"""If the parents cannot come home: who takes each child, by which paper, what is not done yet.

It is made to be handed over, so it is put together from a closed list of answers: nothing here says why
somebody would not come home, where the family wants to go, or what was done to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from vyrai.choose._links import lasts
from vyrai.choose._words import partial, sources
from vyrai.choose.belonging import named
from vyrai.choose.compare import basis
from vyrai.choose.model import Basis, Range, Record, SourceOn, Taken, Text
from vyrai.choose.takers import surely, taken
from vyrai.family import Case, flatten
from vyrai.law import Family, Law
from vyrai.world import Taking, World

Todo = Literal["who", "paper", "until", "ended", "sayings", "school", "doctor", "medicine"]
_WORDS: dict[Todo, str] = {"school": "school_now", "doctor": "doctor_now", "medicine": "medicine"}
_KEPT = "will_not_say"
_LISTS = ("talks_by", "meanings", "languages")


class Taker(Record, frozen=True, kw_only=True):
    """Somebody who takes a child, in the family's words; until: as it was written. None: not said."""

    who: str | None
    place: str | None
    paper: bool | None
    until: str | None


class Saying(Record, frozen=True, kw_only=True):
    """How a child says something: a code of `meanings`, and what one sees or hears."""

    means: str | None
    how: str | None


class ChildHome(Record, frozen=True, kw_only=True):
    """One child. key: where its answers stand. todo: what is not done. Words are those of the family."""

    member: str
    key: str
    country: str | None
    taken: Taken
    takers: tuple[Taker, ...]
    todo: tuple[Todo, ...]
    school: str | None
    doctor: str | None
    medicine: str | None
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    talks_by: tuple[str, ...]
    sayings: tuple[Saying, ...]
    calms: str | None
    upsets: str | None
    likes: str | None


class TakingOn(Record, frozen=True, kw_only=True):
    """A paper that makes it lawful in a country, with what facts say of it; None: not found."""

    taking: str
    country: str
    title: Text
    gives: Text | None
    signed: Text | None
    where: Text | None
    bring: Text | None
    takes: Range | None
    fee: tuple[str, ...]
    lasts: Range | None
    facts: tuple[str, ...]
    note: Text | None


class AtHome(Record, frozen=True, kw_only=True):
    """The sheet. countries: where the children live, with the papers of each; labels: words for codes."""

    format: int = 1
    basis: Basis
    children: tuple[ChildHome, ...]
    countries: tuple[str, ...]
    papers: tuple[TakingOn, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    labels: dict[str, Text]


def at_home(law: Law, case: Case, on: date, known: date | None = None) -> AtHome:
    """The sheet on a day."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    states = taken(family, world)
    children = tuple(
        _child(family, member, state) for member, state in zip(family.people["child"], states, strict=True)
    )
    countries = tuple(dict.fromkeys(one.country for one in children if one.country is not None))
    papers = tuple(
        _paper(world, one, country) for country in countries for one in law.atlas.takings_of(country)
    )
    facts = set(_facts(papers))
    return AtHome(
        basis=basis(law, world, facts),
        children=children,
        countries=countries,
        papers=papers,
        sources=sources(world, facts),
        labels=_labels(law, countries, children),
    )


def _child(family: Family, member: str, state: Taken) -> ChildHome:
    takers = tuple(_taker(family, one) for one in family.lists.get(f"{member}.takers", ()))
    sayings = [
        Saying(means=_text(family, f"{one}.means"), how=_text(family, f"{one}.how"))
        for one in family.lists.get(f"{member}.sayings", ())
    ]
    needs = _each(family, f"{member}.needs", "need")
    words = {name: _text(family, f"{member}.{field}") for name, field in _WORDS.items()}
    return ChildHome(
        member=family.answers.labels[member],
        key=member,
        country=_text(family, f"{member}.residence"),
        taken=state,
        takers=takers,
        todo=(*_papers_to_do(takers, state), *_words_to_do(family, member, bool(needs), bool(sayings))),
        school=words["school"],
        doctor=words["doctor"],
        medicine=words["medicine"],
        needs=needs,
        languages=_each(family, f"{member}.languages", "language"),
        talks_by=_codes(family, f"{member}.talks_by"),
        sayings=tuple(one for one in sayings if one.means or one.how),
        calms=_text(family, f"{member}.calms"),
        upsets=_text(family, f"{member}.upsets"),
        likes=_text(family, f"{member}.likes"),
    )


def _taker(family: Family, prefix: str) -> Taker:
    until = family.known.get(f"{prefix}.until")
    return Taker(
        who=_text(family, f"{prefix}.who"),
        place=_text(family, f"{prefix}.place"),
        paper=surely(family, f"{prefix}.paper"),
        until=None if until is None else partial(*until[0]),
    )


def _papers_to_do(takers: tuple[Taker, ...], state: Taken) -> Iterator[Todo]:
    if not any(one.who for one in takers):
        yield "who"
    if state.state in ("none", "unwritten"):
        yield "paper"
    elif state.state == "unclear":
        yield "until"
    elif state.state == "ended":
        yield "ended"


def _words_to_do(family: Family, member: str, needs: bool, sayings: bool) -> Iterator[Todo]:
    """What nobody has written down; what the family will not say is no errand."""
    if needs and not sayings:
        yield "sayings"
    for name, field in _WORDS.items():
        key = f"{member}.{field}"
        if key not in family.known and family.answers.why.get(key) != _KEPT:
            yield name


def _text(family: Family, key: str) -> str | None:
    found = family.known.get(key)
    return None if found is None else str(found[0])


def _each(family: Family, listed: str, field: str) -> tuple[str, ...]:
    """One code of each record of a list, as far as it is known."""
    found = (_text(family, f"{one}.{field}") for one in family.lists.get(listed, ()))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _codes(family: Family, key: str) -> tuple[str, ...]:
    found = family.known.get(key)
    return () if found is None else tuple(sorted(found[0]))


def _paper(world: World, of: Taking, country: str) -> TakingOn:
    length = of.takes.observed or of.takes.law
    return TakingOn(
        taking=of.id,
        country=country,
        title=of.title,
        gives=of.gives,
        signed=of.signed,
        where=of.where,
        bring=of.bring,
        takes=None if length is None else lasts(world, length),
        fee=of.fee,
        lasts=None if of.lasts is None else lasts(world, of.lasts),
        facts=of.facts,
        note={"en": of.note} if isinstance(of.note, str) else of.note,
    )


def _facts(papers: tuple[TakingOn, ...]) -> Iterator[str]:
    for paper in papers:
        yield from (*paper.facts, *paper.fee)
        for one in (paper.takes, paper.lasts):
            yield from () if one is None else one.facts


def _labels(law: Law, countries: tuple[str, ...], children: tuple[ChildHome, ...]) -> dict[str, Text]:
    """Words for what the sheet names and nothing else: needs, countries, and `LIST:CODE` of the lists."""
    words = {
        name: text for name, text in named(law, "").items() if any(name in one.needs for one in children)
    }
    words |= {one.id: one.title for one in law.atlas.countries if one.id in countries}
    for name in _LISTS:
        listed = law.atlas.codes.get(name)
        said = {code for one in children for code in _said(one, name)}
        codes = {} if listed is None else listed.codes
        words |= {f"{name}:{code}": texts for code, texts in codes.items() if code in said}
    return words


def _said(child: ChildHome, listed: str) -> Iterator[str]:
    """The codes of a list that a child's part of the sheet names."""
    if listed == "meanings":
        yield from (one.means for one in child.sayings if one.means is not None)
    else:
        yield from child.talks_by if listed == "talks_by" else child.languages
