"""When a right opens along a chain: work, the own profession, school."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any, Literal

import msgspec

from vyrai.choose.model import RightFrom, Text
from vyrai.law import Chain, Family, Law, Link, Weeks, duration
from vyrai.law.record import whole_weeks
from vyrai.law.timeline import rights_of
from vyrai.rules import SURE
from vyrai.world import Country, Right, World

State = Literal["yes", "no", "limited", "unknown"]
_GOOD: tuple[State, ...] = ("yes", "limited")


def opens(law: Law, world: World, chain: Chain, right: str) -> tuple[State, Weeks | None, RightFrom]:
    """The first status of the chain on which a right holds; its state and weeks too, to reckon with."""
    seen: list[Right] = []
    for place, link in enumerate(chain.links, 1):
        gives = link.route.gives
        if gives is None or gives.status is None:
            continue
        for one in rights_of(law.atlas.status(gives.status), right, link.on.toordinal()):
            seen.append(one)
            if one.holds in _GOOD:
                weeks = chain.weeks(place)
                if one.opens.after is not None:
                    after = duration(world.at(link.on), one.opens.after)
                    weeks += Weeks(0, inf, (one.opens.after,)) if after is None else after
                return one.holds, weeks, _record(law, right, one, gives.status, weeks)
    state: State = "no" if seen and all(one.holds == "no" for one in seen) else "unknown"
    best = next((one for one in seen if one.holds == state), None)
    return state, None, _record(law, right, best, None, None, state)


def waiting(law: Law, world: World, chain: Chain, right: str) -> Weeks | None:
    """How long after arrival a right opens wholly; None where no status of the chain gives it so."""
    links = tuple(
        replace(link, weeks=Weeks()) if place < chain.entry else link
        for place, link in enumerate(chain.links)
    )
    state, weeks, found = opens(law, world, replace(chain, links=links), right)
    if state != "yes":
        return None
    before = {link.route.gives.status for link in links[: chain.entry - 1] if link.route.gives is not None}
    # What a status before arrival gave may have opened on the way.
    return Weeks(0, weeks.hi, weeks.facts) if weeks is not None and found.status in before else weeks


def school(law: Law, family: Family, world: World, chain: Chain) -> tuple[RightFrom, ...]:
    """From when each child may go to school; `member` is the child's alias."""
    _, _, found = opens(law, world, chain, "school")
    aliases = (family.answers.labels[child] for child in family.people["child"])
    return tuple(msgspec.structs.replace(found, member=alias) for alias in aliases)


CARE = ("health_care", "care_benefit")
"""What a child with needs asks of a status beside school."""
INCLUSION = "inclusion"
"""The topic of facts on life with needs."""


def care(law: Law, world: World, chain: Chain) -> tuple[RightFrom, ...]:
    """From when treatment and a benefit for care open."""
    return tuple(opens(law, world, chain, right)[2] for right in CARE)


def inclusion(law: Law, country: Country) -> tuple[str, ...]:
    """What is written of the country about school and life with needs: the facts on needs first."""
    named = law.atlas.topics.get((country.folder, INCLUSION), ())
    chosen = country.columns.get("school", ())
    return tuple(dict.fromkeys((*(one for one in chosen if one in named), *named, *chosen)))


def _record(
    law: Law,
    right: str,
    one: Right | None,
    status: str | None,
    weeks: Weeks | None,
    state: State | None = None,
) -> RightFrom:
    note = None if one is None else one.note
    return RightFrom(
        right=right,
        title=title(law, right),
        state=state or (one.holds if one is not None else "unknown"),
        status=status,
        weeks=None if weeks is None else whole_weeks(weeks),
        facts=() if one is None else one.facts,
        note={"en": note} if isinstance(note, str) else note,
    )


def title(law: Law, right: str) -> Text:
    """The name of a right."""
    found = next((one.title for one in law.atlas.rights if one.id == right), None)
    listed = law.atlas.codes.get("rights")
    coded = {} if listed is None else listed.codes.get(right, {})
    return found or {name: text for name, text in coded.items() if isinstance(text, str)} or {"en": right}


def _fits(link: Link) -> tuple[int, float, Any]:
    """The way first; of ways alike, the one of whose conditions the largest share is already met."""
    found = link.verdict.findings
    met = sum(one.bits == SURE for one in found) / max(1, len(found))
    return {"open": 0, "perhaps": 1, "closed": 2}[link.way], -met, link.weeks.lo


def profession(law: Law, world: World, chain: Chain, apart: list[Link], right: str) -> RightFrom:
    """From when the own profession may be practised: work lawful, and the likeliest recognition done.

    The least: both at the same time; the most: one after the other. Unknown while the best recognition is.
    """
    ways = [link for link in apart if link.route.gives is not None and link.route.gives.right == right]
    ways = [link for link in ways if link.verdict.findings] or ways
    state, work, _ = opens(law, world, chain, "work")
    best = min(ways, key=_fits, default=None)
    if best is None or best.way == "closed":
        shut: State = "unknown" if best is None else "no"
        return RightFrom(
            right=right,
            title=title(law, right),
            state=shut,
            status=None,
            weeks=None,
            facts=() if best is None else tuple(dict.fromkeys(door.fact for door in best.verdict.door.doors)),
            note=None if best is None else best.route.title,
        )
    weeks = None
    if work is not None:
        facts = tuple(dict.fromkeys(work.facts + best.weeks.facts))
        weeks = Weeks(max(work.lo, best.weeks.lo), work.hi + best.weeks.hi, facts)
    return RightFrom(
        right=right,
        title=title(law, right),
        state="yes" if state == "yes" and best.way == "open" else "unknown",
        status=None,
        weeks=None if weeks is None else whole_weeks(weeks),
        facts=best.route.observed[:2],
        note=best.route.title,
    )
