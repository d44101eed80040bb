"""The places of one country side by side for a child with needs: on one way, or on each of the ways in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from vyrai.belong import Spot, There, child_there, facts_of, spot
from vyrai.choose import _links
from vyrai.choose._open import Items
from vyrai.choose._words import sources
from vyrai.choose.abreast import Better, WayOn, better
from vyrai.choose.belonging import named, the_chain
from vyrai.choose.compare import basis, labels, rows_of
from vyrai.choose.model import RANK, Basis, Record, SourceOn, Text
from vyrai.family import Case, flatten
from vyrai.law import Chain, Chains, Family, Law, Timeline, at_home, own_lines, timeline
from vyrai.law.record import whole_weeks
from vyrai.world import World


class DiffersOn(Record, frozen=True, kw_only=True):
    """What somebody has written of a provision or a step (`of`) as it is in a place."""

    of: str
    note: Text | None
    facts: tuple[str, ...]


class PlaceOn(Record, frozen=True, kw_only=True):
    """A place. iso: its code in ISO 3166-2; within: the region in which it lies, of which all holds here too.

    offered: provisions that are only there, or in few places; differs: what was written of this place itself.
    rent, contacts, observed: facts shown beside it.
    """

    place: str
    title: Text
    kind: str
    iso: str | None
    within: str | None
    offered: tuple[DiffersOn, ...]
    differs: tuple[DiffersOn, ...]
    rent: tuple[str, ...]
    contacts: tuple[str, ...]
    observed: tuple[str, ...]
    note: Text | None


class Settling(Record, frozen=True, kw_only=True):
    """Ways on which the children with needs get the same months in a place; place None: in the country,
    wherever in it one lives. Without ways: where the family lives already.
    """

    place: str | None
    ways: tuple[WayOn, ...]
    kinds: tuple[There, ...]


class Around(Record, frozen=True, kw_only=True):
    """Places of a country side by side; `better` goes by the place in `groups`, the country is not compared.

    ways: whether all ways in were asked for, else it is one.
    """

    format: int = 1
    basis: Basis
    country: str
    title: Text
    ways: bool
    places: tuple[PlaceOn, ...]
    groups: tuple[Settling, ...]
    better: tuple[Better, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    labels: dict[str, Text]


def around(
    law: Law,
    case: Case,
    country: str,
    on: date,
    known: date | None = None,
    route: str | None = None,
    ways: bool = False,
) -> Around:
    """What each place brings a child with needs, on the way of `route` or on all ways; see `belongs`."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    shown = _links.Links(law, family, Items(case.form, family, world), world)
    chains = _chains(law, family, world, shown, country, route, ways)
    spots = [None, *(spot(law.atlas, one) for one in law.atlas.places_of(country))]
    groups = tuple(one for at in spots for one in _settled(law, family, world, country, chains, at))
    places = tuple(_place(law, one) for one in spots if one is not None)
    facts = {fact for one in groups for kind in one.kinds for fact in kind.score.real.facts}
    for one in places:
        facts.update((*one.rent, *one.contacts, *one.observed))
        facts.update(fact for differs in (*one.offered, *one.differs) for fact in differs.facts)
    return Around(
        basis=basis(law, world, facts),
        country=country,
        title=law.atlas.country(country).title,
        ways=ways,
        places=places,
        groups=groups,
        better=tuple(_better(groups)),
        sources=sources(world, facts),
        labels=labels(law, family) | named(law, country) | _steps(law, country),
    )


def _steps(law: Law, country: str) -> dict[str, Text]:
    """Words for the steps that differ from place to place."""
    names = {one.step for place in law.atlas.places_of(country) for one in place.here if one.step}
    return {name: law.atlas.step(name).title for name in sorted(names)}


def _chains(
    law: Law,
    family: Family,
    world: World,
    shown: _links.Links,
    country: str,
    route: str | None,
    ways: bool,
) -> list[Chain | None]:
    """The ways looked at; None where the family lives there already."""
    place = law.atlas.country(country)
    if place.home is not None:
        return [None]
    chains = Chains(law, family, world, country)
    if not ways:
        return [the_chain(law, family, shown, chains, route)]
    return [chain for chain, _ in rows_of(law, family, shown, chains, place, chains.apart())]


def _settled(
    law: Law, family: Family, world: World, country: str, chains: Sequence[Chain | None], at: Spot | None
) -> list[Settling]:
    """In one place, ways that bring the same months together; what is open stands first, none is ranked."""
    alike: dict[tuple[object, ...], Settling] = {}
    place = None if at is None else at.place.id
    for chain in chains:
        line = _line(law, world, country, chain, at)
        own = {} if chain is None else own_lines(law, family, world, country, line, chain)
        kinds = child_there(law, family, world, line, country if at is None else at, own=own)
        key = tuple(map(_months, kinds))
        mine = alike.setdefault(key, Settling(place=place, ways=(), kinds=kinds))
        if chain is not None:
            routes = tuple(link.route.id for link in chain.links)
            one = WayOn(routes=routes, way=chain.way, arrival=whole_weeks(line.arrival))
            ways = sorted((*mine.ways, one), key=lambda way: RANK[way.way])
            alike[key] = msgspec.structs.replace(mine, ways=tuple(ways))
    return sorted(alike.values(), key=lambda one: min((RANK[way.way] for way in one.ways), default=0))


def _line(law: Law, world: World, country: str, chain: Chain | None, at: Spot | None) -> Timeline:
    if chain is None:
        return at_home(law, world, law.atlas.country(country).home or "")
    return timeline(law, world, chain, None if at is None else at.steps)


def _months(one: There) -> tuple[object, ...]:
    """What makes two ways alike in a place: what comes of them, and whether it was written of the place."""
    score, paper, real = one.score, one.score.paper, one.score.real
    months = score.member, score.kind, score.state, paper.lo, paper.hi, real.lo, real.hi
    times = [(None if of is None else (of.lo, of.hi)) for of in (one.due, one.seen)]
    return *months, *times, one.averages, one.own


def _place(law: Law, at: Spot) -> PlaceOn:
    place = at.place
    offers = law.atlas.provisions_of(place.folder)
    told = [(one, one.provision or one.step or "") for one in place.here]
    return PlaceOn(
        place=place.id,
        title=place.title,
        kind=place.kind,
        iso=place.iso,
        within=place.within,
        offered=tuple(
            DiffersOn(of=one.id, note=None, facts=one.facts) for one in offers if place.id in one.places
        ),
        differs=tuple(DiffersOn(of=name, note=_words(one.note), facts=facts_of(one)) for one, name in told),
        rent=place.rent,
        contacts=place.contacts,
        observed=place.observed,
        note=_words(place.note),
    )


def _words(note: str | Text | None) -> Text | None:
    return {"en": note} if isinstance(note, str) else note


def _better(groups: Sequence[Settling]) -> Iterator[Better]:
    """Where the least in one place is more than the most in another, by whatever way."""
    settled = [(number, one) for number, one in enumerate(groups) if one.place is not None]
    for one in better([[kind.score for kind in of.kinds] for _, of in settled]):
        group, than = settled[one.group][0], tuple(settled[other][0] for other in one.than)
        yield msgspec.structs.replace(one, group=group, than=than)
