"""Where every way into a country is closed: what closes each."""

from __future__ import annotations

from vyrai.choose._links import facts_of, wording
from vyrai.choose.model import Record, Text
from vyrai.law import Chain, Chains, Family, Law, Verdict
from vyrai.rules import SURELY_NOT
from vyrai.world import World


class ClosedOn(Record, frozen=True, kw_only=True):
    """A way that is closed. way: its routes up to the closed one, the last. door: nobody is taken today.

    wordings: conditions of which each by itself keeps it shut, or, where it takes several, those that are not
    met. facts: on whose word.
    """

    way: tuple[str, ...]
    door: bool
    wordings: tuple[Text, ...]
    facts: tuple[str, ...]


def closed(law: Law, family: Family, world: World, country: str) -> tuple[ClosedOn, ...]:
    """Of each closed way in the first closed route, each route once. KeyError: no such country."""
    found: dict[str, ClosedOn] = {}
    for chain in Chains(law, family, world, country).rows():
        if chain.way == "closed" and not chain.later:
            one = _closed(law, chain)
            found.setdefault(one.way[-1], one)
    return tuple(found.values())


def _closed(law: Law, chain: Chain) -> ClosedOn:
    at = next(number for number, link in enumerate(chain.links) if link.way == "closed")
    return closed_by(law, chain.links[at].verdict, tuple(one.route.id for one in chain.links[: at + 1]))


def closed_by(law: Law, verdict: Verdict, way: tuple[str, ...]) -> ClosedOn:
    """What closes a way in its last route, of which the verdict is."""
    route = verdict.route
    shut = verdict.door.states == ("closed",)
    not_met = [one.requirement for one in verdict.blockers] or [
        one.requirement for one in verdict.findings if one.bits == SURELY_NOT
    ]
    asked = tuple(dict.fromkeys(not_met)) if verdict.bits == SURELY_NOT else ()
    doors = [one.fact for one in verdict.door.doors] if shut else []
    facts = [fact for name in asked for fact in facts_of(law, route, name)]
    return ClosedOn(
        way=way,
        door=shut,
        wordings=tuple(wording(route, name) for name in asked),
        facts=tuple(dict.fromkeys([*doors, *facts])),
    )
