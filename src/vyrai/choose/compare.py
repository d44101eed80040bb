"""The comparison: every modelled way of every country, for one family on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from vyrai.belong import child_scores
from vyrai.choose import _columns, _links, _money, _red, _rights
from vyrai.choose._open import Items
from vyrai.choose._order import ordered, unbeaten
from vyrai.choose._passports import elsewhere
from vyrai.choose._perils import perils
from vyrai.choose._words import OLD, event, sources
from vyrai.choose.ask import questions
from vyrai.choose.lands import least_in_the_way
from vyrai.choose.model import (
    Basis,
    Comparison,
    FirstStep,
    Known,
    Link,
    Open,
    Person,
    Planned,
    Row,
    Text,
)
from vyrai.choose.takers import taken
from vyrai.family import Case, flatten
from vyrai.law import Chain, Chains, Family, Law, Purse, own_lines, timeline
from vyrai.law import Link as Decided
from vyrai.law.record import day, whole_weeks
from vyrai.reach import RECKONED, as_planned, draft, soonest
from vyrai.world import Country, World

_MOST_OPEN = 12


def compare(
    law: Law, case: Case, on: date, known: date | None = None, everywhere: bool = False
) -> Comparison:
    """Every way out and in, decided `on` a day as `known` on a day (None: all the atlas holds).

    everywhere: also the places that nobody has modelled, by the passports of the family.
    """
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    items = Items(case.form, family, world)
    shown = _links.Links(law, family, items, world)
    rows: list[Row] = []
    chains: list[Chain] = []
    leaving: list[Decided] = []
    alone: list[Decided] = []
    also: dict[str, tuple[Link, ...]] = {}
    for country in sorted(law.atlas.countries, key=lambda one: one.title["en"]):
        found = Chains(law, family, world, country.id)
        apart = found.apart()
        alone += apart
        if country.origin:
            leaving += apart
            continue
        also[country.id] = tuple(shown.of(one, False) for one in apart)
        ways_of = _with_months(law, family, world, rows_of(law, family, shown, found, country, apart))
        ways_of = _with_days(law, family, world, found, ways_of)
        chains += [chain for chain, _ in ways_of]
        rows += [row for _, row in ways_of]
    marked = [
        msgspec.structs.replace(row, unbeaten=best) for row, best in zip(rows, unbeaten(rows), strict=True)
    ]
    rows = ordered(marked)
    out = tuple(shown.of(one, True) for one in leaving)
    first = _first(law, family, on.toordinal(), chains, leaving)
    begun = [link for chain in chains if chain.way != "closed" for link in chain.links[: chain.entry]]
    risks = perils(law, (*(link for link in leaving if link.way != "closed"), *begun))
    named_facts = _facts(law, rows, out, also) | set(() if first is None else first.facts)
    named_facts |= {fact for one in risks for fact in one.facts}
    ways = [chain.links[: chain.entry] for chain in chains] + [(link,) for link in alone]
    homes = taken(family, world)
    named_facts |= {fact for one in homes if one.weeks for fact in one.weeks.facts}
    best = questions(law, family, items, world, ways, 1)
    named = {name for row in rows for name in row.events}
    return Comparison(
        basis=basis(law, world, {one for row in rows for link in row.chain for one in _support_facts(link)}),
        people=people(family),
        rows=tuple(rows),
        next=best[0] if best else None,
        first=first,
        leaving=out,
        also=also,
        perils=risks,
        sources=sources(world, named_facts),
        events={name: event(law.atlas, name) for name in sorted(named)},
        labels=labels(law, family) | (kinds_named(law) if any(row.months for row in rows) else {}),
        home=homes,
        elsewhere=(elsewhere(law, family, world) if everywhere else None) or msgspec.UNSET,
    )


def rows_of(
    law: Law, family: Family, shown: _links.Links, found: Chains, country: Country, apart: list[Decided]
) -> list[tuple[Chain, Row]]:
    """Every way of one country, as it was decided and as a record."""
    common = _common(law, family, found.world, country)
    purse = Purse(law, family, found.world, country.currency or "")
    return [
        (chain, _row(law, family, shown, purse, country, common, chain, apart, found.leads(chain)))
        for chain in found.rows()
    ]


def _with_months(
    law: Law, family: Family, world: World, ways: list[tuple[Chain, Row]]
) -> list[tuple[Chain, Row]]:
    """The same; of a country that says what it offers the way with the least in the way tells the months."""
    if not ways or not _needs(family) or not law.atlas.provisions_of(ways[0][1].country):
        return ways
    best = least_in_the_way([row for _, row in ways])
    chain, row = ways[best]
    line = timeline(law, world, chain)
    own = own_lines(law, family, world, row.country, line, chain)
    months = child_scores(law, family, world, line, row.country, own=own)
    return [*ways[:best], (chain, msgspec.structs.replace(row, months=months)), *ways[best + 1 :]]


def kinds_named(law: Law) -> dict[str, Text]:
    """Words for kinds of support, as `kind:school`."""
    kinds = law.atlas.codes.get("provision_kinds")
    return {} if kinds is None else {f"kind:{name}": data for name, data in kinds.codes.items()}


def basis(law: Law, world: World, facts: Iterable[str]) -> Basis:
    """On which atlas and day; the newest and oldest date of the decisive facts, and those that are old."""
    said = {
        name: [claim.as_of for claim in world.value(name).claims or world.claims(name).surely]
        for name in facts
        if name in law.atlas.by_fact
    }
    dates = [pair for pairs in said.values() for pair in pairs]
    old = world.on.toordinal() - OLD
    return Basis(
        on=world.on.isoformat(),
        known=None if world.known is None else world.known.isoformat(),
        atlas=law.atlas.version,
        newest=day(max((first for first, _ in dates), default=None)),
        oldest=day(min((first for first, _ in dates), default=None)),
        decisive=sum(map(bool, said.values())),
        old=tuple(sorted(name for name, pairs in said.items() if pairs and max(pairs)[1] < old)),
    )


def labels(law: Law, family: Family) -> dict[str, Text]:
    """Words for every id that a record may name: members, countries, routes, statuses."""
    named = {member: {"en": family.answers.labels[member]} for member in family.people["person"]}
    for listed in (law.atlas.countries, law.atlas.routes, law.atlas.statuses):
        named |= {one.id: one.title for one in listed}
    return named


def people(family: Family) -> tuple[Person, ...]:
    """The members, and whether the family has named needs."""
    return tuple(
        Person(
            alias=family.answers.labels[member],
            group=family.answers.group[member],
            age=None,
            needs=bool(family.lists.get(f"{member}.needs")),
        )
        for member in family.people["person"]
    )


def _needs(family: Family) -> bool:
    """Whether the family has named needs of a child."""
    return any(family.lists.get(f"{member}.needs") for member in family.people["child"])


def _with_days(
    law: Law, family: Family, world: World, found: Chains, ways: list[tuple[Chain, Row]]
) -> list[tuple[Chain, Row]]:
    """The same, with the day before which none leads to safety; that with the least in the way with the day
    of its quickest plan.
    """
    drafted = draft(law, family, world, found.country, chains=found, quality=False, others=False)
    keys = {id(way.chain): way.key for way in drafted.ways}
    days = soonest(drafted)
    if ways:
        best = keys.get(id(ways[least_in_the_way([row for _, row in ways])][0]), "")
        plan = as_planned(drafted, best) if best in days else None
        days |= {} if plan is None else {best: plan}
    long = {step.id for step in drafted.problem.steps if step.days[1]}

    def planned(chain: Chain) -> Planned | None:
        of = days.get(keys.get(id(chain), ""))
        if of is None:
            return None
        described = [drafted.of[name][1] for name in of.steps if name in long]
        takes = [law.atlas.step(name).takes for name in described if name is not None]
        facts = [fact for one in takes if (fact := one.observed or one.average or one.law) is not None]
        return Planned(
            days=of.day,
            least=of.least,
            most=of.most,
            at_least=of.late or bool(of.unknown - RECKONED),
            about=not RECKONED.isdisjoint(of.unknown),
            richer=of.richer,
            bound=of.bound,
            facts=tuple(dict.fromkeys(facts)),
        )

    return [(chain, msgspec.structs.replace(row, planned=planned(chain))) for chain, row in ways]


def _row(
    law: Law,
    family: Family,
    shown: _links.Links,
    purse: Purse,
    country: Country,
    common: dict[str, Any],
    chain: Chain,
    apart: list[Decided],
    leads: list[Decided],
) -> Row:
    links = tuple(shown.of(one, number == 0) for number, one in enumerate(chain.links))
    world, columns = purse.world, country.columns
    crossed = _red.of_chain(law, family, chain)
    _, _, work_from = _rights.opens(law, world, chain, "work")
    return Row(
        country=country.id,
        title=country.title,
        way=chain.way,
        chain=links,
        red_lines=tuple({one.line: one.title for one in crossed if one.sure}.values()),
        crosses=crossed or msgspec.UNSET,
        unbeaten=False,
        later=chain.later,
        mark=_columns.mark(family, (country.id, *(link.route for link in links)), links[0].until),
        weeks_to_safety=whole_weeks(chain.safety()),
        weeks_to_work=work_from,
        weeks_to_profession=_rights.profession(law, world, chain, apart, "practise"),
        profession_wanted=Known(facts=columns.get("profession_wanted", ())),
        hired_before_licence=Known(facts=columns.get("hired_before_licence", ())),
        money=_money.money(purse, chain, country, _rights.waiting(law, world, chain, "work")),
        school=_rights.school(law, family, world, chain),
        danger_way=_columns.danger(law, world, chain, country),
        danger_there=Known(facts=columns.get("danger_there", ())),
        sent_back=Known(facts=columns.get("sent_back", ())),
        renew_papers=Known(facts=columns.get("renew_papers", ())),
        leads_to=tuple(link.route for link in links[chain.entry :]) + tuple(one.route.id for one in leads),
        events=tuple(name for name in columns.get("events", ()) if _begun(law, name, world)),
        open=_all_open(links[: chain.entry]),
        care=_rights.care(law, world, chain) if _needs(family) else (),
        inclusion=Known(facts=_rights.inclusion(law, country) if _needs(family) else ()),
        **common,
    )


def _common(law: Law, family: Family, world: World, country: Country) -> dict[str, Any]:
    """What is the same in all rows of a country."""
    columns = country.columns
    return {
        "rents": _money.prices(law, world, columns.get("rent", ())),
        "pays": _money.prices(law, world, columns.get("pay", ())),
        "language": _columns.languages(law, family, country),
    }


def _begun(law: Law, name: str, world: World) -> bool:
    """Whether an event had surely begun on the day."""
    begin = law.atlas.event(name).when.begin_hi
    return begin is None or begin <= world.on.toordinal()


def _all_open(links: Iterable[Link]) -> tuple[Open, ...]:
    found: dict[str, Open] = {}
    for link in links:
        for one in link.open:
            found.setdefault(one.item, one)
    return tuple(found.values())[:_MOST_OPEN]


def _support_facts(link: Link) -> Iterator[str]:
    for item in (*link.support, *(key for one in link.blockers for key in one.items)):
        kind, _, name = item.partition(":")
        if kind == "fact":
            yield name
    yield from link.door.facts


def _link_facts(law: Law, link: Link) -> Iterator[str]:
    yield from _support_facts(link)
    for shut in link.blockers:
        yield from shut.facts
    yield from (one.item.partition(":")[2] for one in link.open if one.item.startswith("fact:"))
    yield from () if link.lasts is None else link.lasts.facts
    yield from (*link.observed, *link.contacts, *link.weeks.facts, *law.atlas.route(link.route).cites)


def _facts(law: Law, rows: list[Row], leaving: Iterable[Link], also: dict[str, tuple[Link, ...]]) -> set[str]:
    """Every fact that the comparison names, to be shown with its sources."""
    found: set[str] = set()
    for link in (*leaving, *(link for links in also.values() for link in links)):
        found.update(_link_facts(law, link))
    for row in rows:
        for link in row.chain:
            found.update(_link_facts(law, link))
        for score in row.months:
            found.update((*score.paper.facts, *score.real.facts))
        for right in (row.weeks_to_work, row.weeks_to_profession, *row.school, *row.care):
            found.update(right.facts)
            found.update(right.weeks.facts if right.weeks is not None else ())
        for column in (
            row.profession_wanted,
            row.hired_before_licence,
            row.danger_way,
            row.danger_there,
            row.sent_back,
            row.renew_papers,
            row.inclusion,
        ):
            found.update(column.facts)
        found.update((*row.money.fees.facts, *row.money.needed.facts, *row.weeks_to_safety.facts))
        found.update(() if row.planned is None else row.planned.facts)
        found.update(price.fact for price in (*row.rents, *row.pays))
        found.update(fact for language in row.language for fact in (*language.facts, *language.level))
        found.update(law.atlas.event(name).fact for name in row.events)
    return found


DANGEROUS = 2
"""From this level of danger on a step is not proposed as the first while there is another."""


def _first(
    law: Law, family: Family, day: int, chains: list[Chain], leaving: list[Decided]
) -> FirstStep | None:
    """The first thing to do: of what leaving needs and is not dangerous, what serves most ways out.

    Papers that can be had in certain places only come before those to be had anywhere. A step that only one
    way needs is never the first while another serves several, nor one that yields a paper which everybody
    has; a dangerous one only where there is no other.
    """
    done = {family.known.get(f"{prefix}.step", ("",))[0] for prefix in family.lists.get("done", ())}
    out = [link for link in leaving if link.way != "closed"]
    starts = [chain.links[0] for chain in chains if chain.way != "closed"]
    of: dict[str, set[str]] = {}
    places: dict[str, int] = {}
    for link in (*out, *starts):
        for place, name in enumerate(link.route.steps):
            places[name] = min(place, places.get(name, place))
            of.setdefault(name, set()).add(link.route.id)

    def key(name: str) -> tuple[bool, bool, bool, int, int, int, str]:
        step = law.atlas.step(name)
        level = 0 if step.danger is None else step.danger.level
        needed = any(name in link.route.steps for link in out)
        bound = any(one.id in step.yields and one.reissue is not None for one in law.atlas.documents)
        return level >= DANGEROUS, not needed, not bound, -len(of[name]), level, places[name], name

    held = family.papers(day)
    names = [name for name in of if name not in done and held.isdisjoint(law.atlas.step(name).yields)]
    if not names:
        return None
    step = law.atlas.step(min(names, key=key))
    routes = of[step.id]
    return FirstStep(
        step=step.id,
        title=step.title,
        route=next(iter(routes)) if len(routes) == 1 else None,
        danger=0 if step.danger is None else step.danger.level,
        who_learns=step.who_learns,
        closes=None,
        facts=step.cites,
    )
