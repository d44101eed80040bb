"""Links of a chain as records."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from vyrai.choose._change import change
from vyrai.choose._money import asked
from vyrai.choose._open import Items
from vyrai.choose._red import crossings
from vyrai.choose.model import Counts, DoorNow, Link, Open, Price, Range, Shut
from vyrai.law import Family, Law, Verdict, duration
from vyrai.law import Link as Decided
from vyrai.law.record import span, whole_weeks
from vyrai.rules import SURELY_NOT, UNKNOWN
from vyrai.world import Route, World


class Links:
    """The links of one comparison as records, each made once: many ways begin alike."""

    def __init__(self, law: Law, family: Family, items: Items, world: World) -> None:
        self._of = law, family, items, world
        self._made: dict[tuple[int, str | None, bool], tuple[Decided, Link]] = {}

    def of(self, decided: Decided, dated: bool) -> Link:
        """See `link`."""
        key = id(decided.verdict), decided.after, dated
        if key not in self._made:  # what was decided is kept too, or another might get its number
            self._made[key] = decided, link(*self._of, decided, dated)
        return self._made[key][1]


def link(law: Law, family: Family, items: Items, world: World, decided: Decided, dated: bool) -> Link:
    """A link. `dated`: also look until when the verdict stands."""
    verdict, route = decided.verdict, decided.route
    gives = None if route.gives is None else route.gives.status
    status = None if gives is None else law.atlas.status(gives)
    until = law.until(route, family, world) if dated else None
    return Link(
        route=route.id,
        kind=route.kind,
        title=route.title,
        term=route.term,
        on=decided.on.isoformat(),
        after=decided.after,
        verdict=verdict.word,
        conditions=counts(verdict),
        way=decided.way,
        door=door(decided),
        until=None if until is None else (until - timedelta(days=1)).isoformat(),
        covered=verdict.covered,
        unsure=verdict.unsure,
        left_out=verdict.left_out,
        blockers=tuple(
            Shut(
                requirement=one.requirement,
                wording=wording(route, one.requirement),
                member=one.member,
                items=one.items,
                facts=facts_of(law, route, one.requirement),
                sensitive=any(items.sensitive(key) for key in one.items),
            )
            for one in verdict.blockers
        ),
        open=open_items(items, decided),
        support=verdict.support,
        gives=gives,
        gives_title=None if status is None else status.title,
        lasts=None if status is None or status.lasts is None else lasts(items.world, status.lasts),
        weeks=whole_weeks(decided.weeks),
        observed=route.observed,
        contacts=contacts(law, route),
        to_do=None if decided.to_do is None else change(items, decided.to_do),
        sums=sums(law, world, decided),
        crosses=crossings(law, family, decided) or msgspec.UNSET,
    )


def contacts(law: Law, route: Route) -> tuple[str, ...]:
    """Whom to ask: about the route, then in its country."""
    there = [one for country in law.atlas.countries if country.id == route.folder for one in country.contacts]
    return tuple(dict.fromkeys((*route.contacts, *there)))


def sums(law: Law, world: World, decided: Decided) -> tuple[Price, ...]:
    """What the conditions of a route name in money, as it is said on the day; fees are none of it."""
    names = [
        fact for one in decided.verdict.findings for fact in facts_of(law, decided.route, one.requirement)
    ]
    paid = {*decided.route.fees, *(fee for step in decided.route.steps for fee in law.atlas.step(step).costs)}
    return asked(law, world, (one for one in dict.fromkeys(names) if one not in paid))


def door(decided: Decided) -> DoorNow:
    """What is known of the door."""
    found = decided.verdict.door
    return DoorNow(
        states=found.states,
        texts=tuple(one.text for one in found.doors if one.text),
        facts=tuple(dict.fromkeys(one.fact for one in found.doors)),
        why=found.why,
        whom=tuple(one.narrow_for for one in found.doors if one.narrow_for),
    )


def counts(verdict: Verdict) -> Counts:
    """Conditions by how they stand: one that keeps the route shut, or is so of nobody, is not met."""
    bits: dict[str, list[int]] = {}
    for one in verdict.findings:
        bits.setdefault(one.requirement, []).append(one.bits)
    shut = {one.requirement for one in verdict.blockers}
    shut |= {name for name, found in bits.items() if set(found) == {SURELY_NOT}}
    unknown = {name for name, found in bits.items() if UNKNOWN in found} - shut
    return Counts(met=len(bits) - len(shut) - len(unknown), not_met=len(shut), unknown=len(unknown))


def wording(route: Route, requirement: str) -> dict[str, str]:
    """The words of a requirement; empty for what `prior` stands for."""
    return next((one.wording for one in route.requirements if one.id == requirement), {})


def facts_of(law: Law, route: Route, requirement: str) -> tuple[str, ...]:
    """The facts a requirement cites and computes with."""
    listed = next((one for one in route.requirements if one.id == requirement), None)
    if listed is None:
        return ()
    return tuple(dict.fromkeys((*listed.source, *sorted(law.programs.of(requirement).facts))))


def open_items(items: Items, decided: Decided) -> tuple[Open, ...]:
    """What is open, each once: those first that stand in most requirements."""
    verdict = decided.verdict
    counts = {key: sum(key in one.items for one in verdict.findings if not one.bits) for key in verdict.open}
    ordered = sorted(verdict.open, key=lambda key: -counts[key])
    return tuple(items.open(key, decided.route) for key in ordered)


def lasts(world: World, fact: str) -> Range | None:
    """How long a status lasts, as its fact says; None where that is not known on the day."""
    if duration(world, fact) is None:
        return None
    found = world.value(fact)
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    return span(min(pair[0] for pair in pairs), max(pair[1] for pair in pairs), str(found.unit), (fact,))
