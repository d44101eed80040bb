"""One route explained: all that is asked, on whose word, what stands in the way, and what would open it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vyrai.choose import _links
from vyrai.choose._change import change
from vyrai.choose._open import Items
from vyrai.choose._words import event, sources
from vyrai.choose.compare import basis
from vyrai.choose.explained import Asked, DoorThen, StepOn, Why
from vyrai.choose.model import Change, ItemOn
from vyrai.family import Case, flatten
from vyrai.law import Chains, Family, Law, Link, openings, question_of, step_takes
from vyrai.law.record import day, whole_weeks
from vyrai.law.trial import Trial
from vyrai.rules import SURE
from vyrai.world import Route, Step, World


def why(law: Law, case: Case, route: str, on: date, known: date | None = None) -> Why:
    """A route, decided on a day. KeyError: no such route."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    asked_on = world
    found = law.atlas.route(route)
    items = Items(case.form, family, world)
    decided, family, world = _where(law, family, world, found)
    items = Items(case.form, family, world)
    verdict = decided.verdict
    link = _links.link(law, family, items, world, decided, True)
    asked = tuple(
        Asked(
            requirement=one.requirement,
            wording=_links.wording(found, one.requirement),
            member=items.alias(one.member),
            verdict=one.word,
            items=_shown(items, one.items, found) if one.bits else (),
            open=() if one.bits else tuple(items.open(key, found) for key in one.items),
            rule=_rule(law, found, one.requirement),
            facts=_links.facts_of(law, found, one.requirement),
        )
        for one in verdict.findings
    )
    changes = () if verdict.bits == SURE else _changes(law, items, Trial(law, found, family, world), found)
    steps = tuple(_step(law, world, law.atlas.step(name)) for name in found.steps)
    history = tuple(
        DoorThen(
            state=one.state,
            begin=day(one.when.begin_hi),
            end=day(one.when.end_lo),
            text=one.text,
            fact=one.fact,
            now=one in verdict.door.doors,
        )
        for one in found.door
    )
    facts = {name for one in asked for name in one.facts} | {door.fact for door in found.door}
    facts |= {*link.weeks.facts, *(() if link.lasts is None else link.lasts.facts)}
    facts |= {
        one.item.partition(":")[2] for row in asked for one in row.items if one.item.startswith("fact:")
    }
    facts |= {*found.fees, *found.refusal, *found.cites, *found.observed, *link.contacts}
    facts |= {fact for step in steps for fact in (*step.costs, *step.weeks.facts)}
    facts |= {bond.fact for bond in (*found.closes, *found.binds) if bond.fact is not None}
    facts |= {one.item.partition(":")[2] for row in asked for one in row.open if one.item.startswith("fact:")}
    events = {name for one in verdict.findings for name in law.programs.events_of(found, one.requirement)}
    events |= {one.id for one in law.atlas.events if one.fact in facts}
    facts |= {law.atlas.event(name).fact for name in events}
    return Why(
        basis=basis(law, asked_on, facts),
        country=found.folder,
        link=link,
        asked=asked,
        support=_shown(items, verdict.support, found),
        changes=changes,
        changeable=bool(changes) or verdict.bits == SURE,
        door_history=history,
        steps=steps,
        fees=found.fees,
        closes=tuple((bond.what, bond.fact) for bond in (*found.closes, *found.binds)),
        refusal=found.refusal,
        cites=found.cites,
        sources=sources(world, facts),
        events={name: event(law.atlas, name) for name in sorted(events)},
    )


def _where(law: Law, family: Family, world: World, route: Route) -> tuple[Link, Family, World]:
    """The link of the first chain that holds the route, with the family and the day as they then are."""
    chains = Chains(law, family, world, route.folder)
    for chain in chains.rows():
        for number, link in enumerate(chain.links):
            if link.route.id == route.id:
                then, _ = chains.after(chain.links[:number])
                return link, then, world.at(link.on)
    return chains.alone(route), family, world


def _shown(items: Items, keys: Iterable[str], route: Route) -> tuple[ItemOn, ...]:
    found = (items.item(key, route) for key in keys)
    return tuple(one for one in found if one is not None)


def _rule(law: Law, route: Route, requirement: str) -> str:
    listed = next((one for one in route.requirements if one.id == requirement), None)
    return "" if listed is None or listed.when is None else " ".join(listed.when.split())


def _step(law: Law, world: World, step: Step) -> StepOn:
    danger = step.danger
    return StepOn(
        step=step.id,
        title=step.title,
        where=step.where,
        weeks=whole_weeks(step_takes(world, step)),
        costs=step.costs,
        danger=0 if danger is None else danger.level,
        danger_text=None if danger is None else danger.text,
        who_learns=step.who_learns,
        papers=tuple(law.atlas.document(name).title for name in step.needs),
    )


def _changes(law: Law, items: Items, trial: Trial, route: Route) -> tuple[Change, ...]:
    """The smallest sets of answers that a family can change and that make the route surely met."""

    def may_change(key: str) -> bool:
        return law.may_change(question_of(law.atlas, key))

    return tuple(change(items, one) for one in openings(trial, may_change, True)[:3])
