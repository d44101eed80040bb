"""What an atlas holds, how much of it is used, and one fact seen from all sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import msgspec

from vyrai.world._atlas import Atlas, Use
from vyrai.world._model import Claim, Fact
from vyrai.world._standing import Standing
from vyrai.world._world import FactValue, World

DECISIVE = frozenset({"requirement", "rule", "door", "right", "provision"})
SHOWN_ONLY = frozenset({"observed", "cites", "contacts"})
KINDS: tuple[str, ...] = ("law", "official", "igo", "ngo", "media", "peer")
PUBLIC = KINDS[:3]
NOT_FOUND = "law not found"
ASKED_TOPICS = ("entry", "route", "recognition", "rights", "cost")


class CountryStats(msgspec.Struct, frozen=True):
    """How many of each thing a country's folder holds."""

    country: str
    facts: int
    claims: int
    routes: int
    requirements: int
    statuses: int
    steps: int
    open_questions: int


class CountryWord(msgspec.Struct, frozen=True):
    """On whose word a country's facts decide ways: by the kind of their best source.

    share: of them on law, officials or organisations of states, 0 to 1. offers, offers_share: the same for
    the facts on which its provisions stand, counted apart, for their sources are others. places: its
    requirements, doors and rights; without_law: those of them for which no fact names a law, nor says that it
    was looked for.
    """

    country: str
    decisive: int
    kinds: dict[str, int]
    share: float
    offers: int
    offers_share: float
    places: int
    without_law: tuple[str, ...]


class Stats(msgspec.Struct, frozen=True):
    """The atlas in numbers. `kinds`: decisive facts by the kind of their best source; a fact cited by a
    requirement, door or right is decisive, `reviewed` of them were read again against their text."""

    version: str
    newest: date
    oldest: date
    countries: tuple[CountryStats, ...]
    decisive: int
    reviewed: int
    kinds: dict[str, int]
    words: tuple[CountryWord, ...] = ()


class CountryUse(msgspec.Struct, frozen=True):
    """Which facts of a country are used. `topics`: (used, all) of the topics a family asks about first.

    shown: only cited or shown as practice. excused: not used, with the reason. unused: without a reason.
    """

    country: str
    used: tuple[str, ...]
    shown: tuple[str, ...]
    excused: dict[str, dict[str, str]]
    unused: tuple[str, ...]
    topics: dict[str, tuple[int, int]]

    @property
    def share(self) -> float:
        """The used share of the facts in `topics`, 0 to 1; 1 if there are none."""
        used, every = (sum(part) for part in zip(*self.topics.values(), strict=True))
        return used / every if every else 1.0


class FactView(msgspec.Struct, frozen=True):
    """A fact on a day: its claims with the place of each, what rules compute with, and where it is used."""

    fact: Fact
    on: date
    claims: tuple[tuple[Claim, str], ...]
    value: FactValue
    used_by: tuple[Use, ...]


def _folders(atlas: Atlas) -> list[str]:
    return sorted({fact.folder for fact in atlas.facts} | {country.folder for country in atlas.countries})


def stats(atlas: Atlas) -> Stats:
    """Counts by country, and on whose word the atlas decides."""
    decisive = [fact for fact in atlas.facts if any(use.use in DECISIVE for use in atlas.used_by(fact.id))]
    return Stats(
        atlas.version,
        date.fromordinal(max(atlas.newest, 1)),
        date.fromordinal(max(atlas.oldest, 1)),
        tuple(_country(atlas, folder) for folder in _folders(atlas)),
        len(decisive),
        sum(fact.reviewed is not None for fact in decisive),
        _kinds(decisive),
        tuple(_word(atlas, folder, decisive) for folder in _folders(atlas) if folder),
    )


def _kinds(facts: list[Fact]) -> dict[str, int]:
    found = Counter[str](min((claim.kind for claim in fact.claims), key=KINDS.index) for fact in facts)
    return {kind: found[kind] for kind in KINDS if found[kind]}


def _parts(atlas: Atlas, folder: str, decisive: list[Fact]) -> tuple[dict[str, int], dict[str, int]]:
    """By the kind of their best source: facts that decide ways and rights, and those that decide offers."""
    asked = {one.id for provision in atlas.provisions_of(folder) for one in provision.requires}
    ways: list[Fact] = []
    offers: list[Fact] = []
    for fact in (fact for fact in decisive if fact.folder == folder):
        uses = [use for use in atlas.used_by(fact.id) if use.use in DECISIVE]
        offered = {use.use == "provision" or use.id in asked for use in uses}
        ways += [fact] if False in offered else []
        offers += [fact] if True in offered else []
    return _kinds(ways), _kinds(offers)


def _public(kinds: dict[str, int]) -> float:
    return sum(kinds.get(kind, 0) for kind in PUBLIC) / (sum(kinds.values()) or 1)


def _word(atlas: Atlas, folder: str, decisive: list[Fact]) -> CountryWord:
    own, offers = _parts(atlas, folder, decisive)
    places = dict(_places(atlas, folder))
    return CountryWord(
        folder,
        sum(own.values()),
        own,
        _public(own),
        sum(offers.values()),
        _public(offers),
        len(places),
        tuple(name for name, facts in places.items() if not any(_lawful(atlas.fact(one)) for one in facts)),
    )


def _places(atlas: Atlas, folder: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The requirements, doors and rights of a country with the facts they rest on."""
    for route in atlas.routes_of(folder):
        for one in route.requirements:
            yield f"requirement {one.id}", one.source
        for number, door in enumerate(route.door, 1):
            yield f"door {number} of {route.id}", (door.fact,)
    for status in atlas.statuses:
        for number, right in enumerate(status.rights, 1):
            if status.folder == folder and right.facts:
                yield f"right {number} ({right.right}) of {status.id}", right.facts
    for provision in atlas.provisions_of(folder):
        for one in provision.requires:
            yield f"requirement {one.id}", one.source


def _lawful(fact: Fact) -> bool:
    """Whether a claim names its law, or says that it was looked for and not found."""
    return any(
        claim.shown.law_ref is not None or NOT_FOUND in str(claim.shown.note).lower() for claim in fact.claims
    )


def _country(atlas: Atlas, folder: str) -> CountryStats:
    facts = [fact for fact in atlas.facts if fact.folder == folder]
    routes = atlas.routes_of(folder)
    return CountryStats(
        folder,
        len(facts),
        sum(len(fact.claims) for fact in facts),
        len(routes),
        sum(len(route.requirements) for route in routes),
        sum(status.folder == folder for status in atlas.statuses),
        sum(step.folder == folder for step in atlas.steps),
        sum(question.folder == folder for question in atlas.open_questions),
    )


def use(atlas: Atlas) -> tuple[CountryUse, ...]:
    """Which facts something uses, by country. A list of facts for showing does not count."""
    return tuple(_use(atlas, folder) for folder in _folders(atlas) if folder)


def _use(atlas: Atlas, folder: str) -> CountryUse:
    used: list[str] = []
    shown: list[str] = []
    unused: list[str] = []
    excused: dict[str, dict[str, str]] = {}
    topics = {topic: [0, 0] for topic in ASKED_TOPICS}
    for fact in (fact for fact in atlas.facts if fact.folder == folder):
        uses = {use.use for use in atlas.used_by(fact.id)}
        reason = _reason(atlas, fact)
        if fact.topic in topics:
            topics[fact.topic][1] += 1
            topics[fact.topic][0] += bool(uses - SHOWN_ONLY)
        if uses - SHOWN_ONLY:
            used.append(fact.id)
        elif reason is not None:
            excused[fact.id] = reason
        else:
            (shown if uses else unused).append(fact.id)
    counts = {topic: (part[0], part[1]) for topic, part in topics.items()}
    return CountryUse(folder, tuple(used), tuple(shown), excused, tuple(unused), counts)


def _reason(atlas: Atlas, fact: Fact) -> dict[str, str] | None:
    for entry in atlas.unused:
        named = fact.id == entry.fact or fact.id in entry.facts
        if entry.folder == fact.folder and (named or (entry.prefix and fact.id.startswith(entry.prefix))):
            return entry.reason
    return None


def show(atlas: Atlas, name: str, on: date, known: date | None = None) -> FactView:
    """One fact on a day, rivals side by side. KeyError: no such fact."""
    world = World(atlas, on, known)
    standing = world.claims(name)
    places = {id(claim): place for place in Standing.__struct_fields__ for claim in getattr(standing, place)}
    fact = atlas.fact(name)
    return FactView(
        fact,
        on,
        tuple((claim, places[id(claim)]) for claim in fact.claims),
        world.value(name),
        atlas.used_by(name),
    )
