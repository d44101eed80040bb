"""One route explained: all that is asked, on whose word, what stands in the way, and what would open it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice

from vyrai.choose import _links
from vyrai.choose._open import Items
from vyrai.choose._witness import Proposal, merge, witnesses
from vyrai.choose._words import day, event, partial, sources, whole_weeks
from vyrai.choose.compare import basis
from vyrai.choose.model import Asked, Change, DoorThen, ItemOn, StepOn, Why
from vyrai.family import Case, flatten
from vyrai.law import ASSUMED, Chains, Family, Law, Link, step_takes
from vyrai.law.trial import Trial
from vyrai.rules import SURE
from vyrai.world import Route, Step, World

_SETS = 400
"""How many sets of changed answers are tried before it is said that nothing was found."""


def why(law: Law, case: Case, route: str, on: date, known: date | None = None) -> Why:
    """A route, decided on a day. KeyError: no such route."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
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
    facts |= {*found.fees, *found.refusal, *found.cites, *found.observed, *found.contacts}
    facts |= {fact for step in steps for fact in (*step.costs, *step.weeks.facts)}
    facts |= {bond.fact for bond in (*found.closes, *found.binds) if bond.fact is not None}
    facts |= {one.item.partition(":")[2] for row in asked for one in row.open if one.item.startswith("fact:")}
    events = {name for one in verdict.findings for name in law.programs.events_of(found, one.requirement)}
    return Why(
        basis=basis(law, world, facts),
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
    link = next(link for link in chains.apart() if link.route.id == route.id)
    return link, family, world


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
    parts: list[list[Proposal]] = []
    for asked in trial.listed:
        trial.env.at[0] = asked.member or ""
        if len(asked.program.trees) == 1 and trial.part(asked)[0] != SURE:
            proposals = witnesses(asked.program.trees[0], trial.env, not asked.sinks)
            parts.append([one for one in proposals if all(_may_change(law, items, key) for key in one)])
    proposals = sorted(merge(parts), key=lambda one: (len(one), sorted(one)))
    working = [one for one in islice(proposals, _SETS) if one and trial.bits(one) == SURE]
    least = [one for one in working if len(one) == len(working[0])]
    return tuple(_change(items, one, route) for one in least[:3])


def _may_change(law: Law, items: Items, key: str) -> bool:
    if ":" in key:
        return False
    head, slash, _ = key.rpartition(f"/{ASSUMED}")
    field = items.field(head) if slash else items.field(key)
    return field.id in law.changeable


def _change(items: Items, proposal: Proposal, route: Route) -> Change:
    shown = []
    becomes = []
    for key in sorted(proposal):
        label = key.replace(f"/{ASSUMED}", "[+]")
        member = items.member(key)
        if member is not None:
            label = label.replace(member, items.alias(member) or "")
        text = {
            language: words.replace("{name}", items.alias(member) or "")
            for language, words in items.field(key).text.items()
        }
        shown.append(ItemOn(item=key, label=label, text=text, value=None))
        becomes.append(_plain(items, key, proposal))
    return Change(items=tuple(shown), becomes=tuple(becomes))


def _plain(items: Items, key: str, proposal: Proposal) -> str:
    value, field = proposal[key][0], items.field(key)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple) and field.kind == "level":
        return list(items.form.codes[field.codes or ""])[int(value[0])]
    if isinstance(value, tuple):
        return partial(int(value[0]), int(value[1])) if field.kind == "date" else f"{value[0]}"
    return str(value)
