"""What may follow a no that nobody has said yet, as steps that wait for it: for `policy`, not for plans.

The cases are those that `_again` plans for who was refused. Each once: what may be done after a second no is
not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from vyrai.law import Family, Law, Purse
from vyrai.reach._after_no import after_no, days_after_no
from vyrai.reach._deeds import REFUSED
from vyrai.reach._drafted import Draft
from vyrai.reach._making import Makers
from vyrai.reach._moves import No
from vyrai.reach.problem import Step
from vyrai.reach.suppose import supposed
from vyrai.world import Outcome, Route, World


@dataclass(slots=True)
class Recourse:
    """steps: those that may follow a no. of: as of a draft. noes: what opens them. uncounted: which steps
    of the atlas may follow a step and are left out, for nobody counts how often they are refused.
    """

    steps: list[Step] = field(default_factory=list)
    of: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    noes: list[No] = field(default_factory=list)
    uncounted: list[tuple[str, str]] = field(default_factory=list)


class _Asked(NamedTuple):
    """A step that may be refused, with what may follow; key: before the names of the steps of its way."""

    step: Step
    route: Route
    name: str
    outcome: Outcome
    key: str


def recourse(
    law: Law, family: Family, world: World, country: str, draft: Draft, share: float | None
) -> Recourse:
    """What may follow each step of a draft that may be refused. share: supposed where nobody counts it."""
    found = Recourse()
    makers = Makers(
        law, family, world, country, Purse(law, family, world, draft.problem.currency), draft.problem.horizon
    )
    routed = {name for route in law.atlas.routes for name in route.steps}
    steps = {step.id: step for step in draft.problem.steps}
    for asked in _refusable(law, draft):
        no, opened = f"no:{asked.step.id}", set[str]()
        for kind, names in after_no(asked.route.steps, asked.name, asked.outcome, routed):
            if kind == "anew":
                (other,) = names
                made = makers.make(f"{no}/{other}", law.atlas.step(other), asked.route, world, False).done()
                group = [_anew(made, asked.step, makers.documents)]
            else:
                own = [
                    steps.get(f"{asked.key}/{name}")
                    or makers.make(name, law.atlas.step(name), asked.route, world, False).done()
                    for name in names
                ]
                group = _once_more(no, asked, dict(zip(names, own, strict=True)), makers.documents)
            if share is not None:
                group = [supposed(one, share) for one in group]
            if any(one.refused is None for one in group):
                found.uncounted.append((asked.step.id, names[-1]))
                continue
            found.steps += [replace(group[0], needs=(no, *group[0].needs)), *group[1:]]
            found.of |= {one.id: (asked.route.id, name) for one, name in zip(group, names, strict=True)}
            opened |= {one.id for one in group}
        if opened:
            within = days_after_no(world, asked.outcome)
            found.noes.append(No(no, frozenset({asked.step.id}), within, frozenset(opened)))
    return found


def _refusable(law: Law, draft: Draft) -> Iterator[_Asked]:
    """The steps of routes that may be refused for the first time, and after which something may be done."""
    steps = {step.id: step for step in draft.problem.steps}
    for name, step in steps.items():
        route, described = draft.of[name]
        if step.refused == 0 or route is None or described is None:
            continue
        key, outcome = name.removesuffix(f"/{described}"), law.atlas.step(described).outcomes.get(REFUSED)
        if outcome is not None and "/" not in key:  # Else it is done once more already.
            yield _Asked(step, law.atlas.route(route), described, outcome, key)


def _once_more(no: str, asked: _Asked, own: dict[str, Step], documents: Set[str]) -> list[Step]:
    """These steps of its way again, one after the other; the last gives what the refused one would have."""
    group: list[Step] = []
    for name, first in own.items():
        copy, before = f"{no}/{name}", f"after:{asked.key}/"
        needs = [need for need in first.needs if need in documents or (group and not need.startswith(before))]
        yields = [paper for paper in first.yields if not paper.startswith(before)]
        step = replace(
            first,
            id=copy,
            needs=(*needs, *(f"after:{one.id}" for one in group[-1:])),
            yields=(*yields, f"after:{copy}"),
            locked=0,  # It is locked still, or was set free and is locked again.
        )
        # How often of those who were refused before nobody counts.
        group.append(replace(step, refused=None) if name == asked.name else step)
    last = f"{asked.key}/{[*own][-1]}"
    gives = (*group[-1].yields, f"after:{last}", *asked.step.yields)
    return [*group[:-1], replace(group[-1], yields=tuple(dict.fromkeys(gives)))]


def _anew(made: Step, refused: Step, documents: Set[str]) -> Step:
    """The same office decides again, and may say no again."""
    papers = (need for need in refused.needs if need in documents)
    return replace(
        made,
        needs=tuple(dict.fromkeys((*made.needs, *papers))),
        yields=tuple(dict.fromkeys((*made.yields, *refused.yields))),
        refused=made.refused or None,
    )
