"""What opens for each member in one country: by the family's best way in, or by a way that it names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from vyrai.belong import Belonging, belong
from vyrai.choose import _links, _red
from vyrai.choose._open import Items
from vyrai.choose._words import sources
from vyrai.choose.compare import basis, kinds_named, labels, people, rows_of
from vyrai.choose.lands import least_in_the_way
from vyrai.choose.model import Basis, Link, Person, Record, SourceOn, Taken, Text, Way
from vyrai.choose.takers import taken
from vyrai.family import Case, flatten
from vyrai.law import Chain, Chains, Family, Law, at_home, own_lines, timeline
from vyrai.law.chain import ENTRY
from vyrai.world import World


class Belongs(Record, frozen=True, kw_only=True):
    """What opens for whom on one way, or (without a way) is there where the family lives. written: whether
    anybody has written down what the country offers. home: for each child whether somebody may take it if the
    parents cannot come home, where it lives today. since_decision: the provisions among those that may be
    refused whose time to object runs from the day of the decision itself; only if there are any.
    """

    format: int = 1
    basis: Basis
    country: str
    title: Text
    way: Way | None
    chain: tuple[Link, ...]
    people: tuple[Person, ...]
    written: bool
    belonging: Belonging
    home: tuple[Taken, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    labels: dict[str, Text]
    since_decision: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


def leading(law: Law, country: str) -> tuple[str, ...]:
    """The routes of a country that give a status to stay there on."""
    return tuple(one.id for one in law.atlas.routes_of(country) if one.kind in ENTRY)


def belongs(
    law: Law, case: Case, country: str, on: date, known: date | None = None, route: str | None = None
) -> Belongs:
    """What opens in a country on a day. KeyError: no such country; route: one of `leading`.

    Without a route it is the way in with the least in the way; of the country where families leave from, what
    they have there.
    """
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    shown = _links.Links(law, family, Items(case.form, family, world), world)
    place = law.atlas.country(country)
    chains = Chains(law, family, world, country)
    chain = None if place.home is not None else the_chain(law, family, shown, chains, route)
    decided = () if chain is None else chain.links
    links = tuple(shown.of(one, number == 0) for number, one in enumerate(decided))
    line = at_home(law, world, place.home or "") if chain is None else timeline(law, world, chain)
    own = {} if chain is None else own_lines(law, family, world, country, line, chain)
    found = belong(law, family, world, line, country, own=own)
    homes = taken(family, world)
    facts = set(_facts(found)) | set(_in(msgspec.to_builtins(homes)))
    return Belongs(
        basis=basis(law, world, facts),
        country=country,
        title=place.title,
        way=None if chain is None else chain.way,
        chain=links,
        people=people(family),
        written=bool(law.atlas.provisions_of(country)),
        belonging=found,
        home=homes,
        sources=sources(world, facts),
        labels=labels(law, family) | named(law, country) | _settings(law, found),
        since_decision=_since_decision(law, found) or msgspec.UNSET,
    )


def _since_decision(law: Law, found: Belonging) -> tuple[str, ...]:
    """Of what may be refused: where the day of the decision counts, and not the day it came."""
    asked = {name for one in (*found.appeals, *(of.appeal for of in found.tracks)) for name in one.provisions}
    return tuple(name for name in sorted(asked) if law.atlas.provision(name).appeal_from == "decision")


def _settings(law: Law, found: Belonging) -> dict[str, Text]:
    """Words for where a support is had (`setting:...`) and for the red lines that it crosses (`line:...`)."""
    told: dict[str, Text] = {}
    for one in found.supports:
        if one.setting:
            told[f"setting:{one.setting}"] = _red.words(law.atlas.codes["settings"].codes[one.setting])
        if one.against:
            told[f"line:{one.against}"] = _red.words(law.atlas.codes["wishes"].codes[one.against])
    return told


def the_chain(law: Law, family: Family, shown: _links.Links, chains: Chains, route: str | None) -> Chain:
    """The way that a route of `leading` is in; without a route the way in with the least in the way."""
    if route is None:
        return _best(law, family, shown, chains)
    return next(one for one in chains.rows() if route in [link.route.id for link in one.links])


def _best(law: Law, family: Family, shown: _links.Links, chains: Chains) -> Chain:
    """The way in with the least in the way, as the comparison by country has it."""
    country = law.atlas.country(chains.country)
    ways = rows_of(law, family, shown, chains, country, chains.apart())
    return ways[least_in_the_way([row for _, row in ways])][0]


def named(law: Law, country: str) -> dict[str, Text]:
    """Words for needs, kinds of support (`kind:...`), the provisions and the places of a country."""
    needs = {one.id: one.title for one in law.atlas.needs if one.title}
    coded = law.atlas.codes.get("needs")
    listed = {} if coded is None else coded.codes
    for name, data in listed.items():
        needs.setdefault(name, {lang: text for lang, text in data.items() if lang != "icf"})
    offered = {one.id: one.title for one in law.atlas.provisions_of(country)}
    return needs | kinds_named(law) | offered | {one.id: one.title for one in law.atlas.places_of(country)}


def _facts(found: Belonging) -> Iterator[str]:
    """Every fact that stands in a record."""
    yield from _in(msgspec.to_builtins(found))


def _in(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("facts", "observed", "costs"):
                yield from value
            else:
                yield from _in(value)
    elif isinstance(data, tuple | list):
        for one in data:
            yield from _in(one)
