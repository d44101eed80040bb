"""What a provision requires of one member: each condition by itself, decided like those of a route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vyrai.law._decide import asked_of, decide_asked
from vyrai.law._family import Family
from vyrai.law.law import Law
from vyrai.world import Provision, Requirement, World


@dataclass(frozen=True, slots=True)
class Condition:
    """A requirement of a member. bits: whether it is met, where `shuts` whether it keeps nobody out.

    items: what decides it, or what is open of it.
    """

    requirement: Requirement
    bits: int
    items: tuple[str, ...]
    shuts: bool


def conditions(
    law: Law, family: Family, world: World, provision: Provision, member: str
) -> Iterator[Condition]:
    """What the provision asks of the member on the day of the world, then what shuts it whatever else."""
    env = family.on(world)
    asked = [(one, False) for one in provision.requires if not one.aside]
    asked += [(law.atlas.requirement(name), True) for name in provision.excluded]
    for requirement, shuts in asked:
        span, who = requirement.valid, requirement.who
        if span is not None and not span.perhaps(env.on):
            continue
        if who is not None and member not in family.people[who.each]:
            continue
        program = law.programs.of(requirement.id)
        one = asked_of(law.programs, program, family, None if who is None else member, shuts)
        bits, items = decide_asked(law.programs, one, env)
        yield Condition(requirement, bits, items, shuts)
