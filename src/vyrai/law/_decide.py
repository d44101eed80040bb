"""Deciding one route: each requirement of each person it is asked of, and what that makes of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from vyrai.law._family import Family
from vyrai.law._programs import Program, Programs
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Env
from vyrai.rules.closures import gather
from vyrai.world import Route

VALID = "valid:"
Part = tuple[int, tuple[str, ...]]


class Asked(msgspec.Struct, eq=False, gc=False):
    """One requirement as asked of one member (None: the family); `sinks`: excluded, so that met means out.

    unless, excluded: its exceptions, as far as they are made for the one asked.
    """

    program: Program
    member: str | None
    sinks: bool = False
    unless: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class Outline(msgspec.Struct, frozen=True, eq=False):
    """Who is asked what on a day: of the family, of each member, of each who may apply; of those also what
    each member is asked, for who applies must come in too.

    entering: the members of whom one must come in. A child of whom less is asked opens nothing by itself.
    """

    family: tuple[Asked, ...]
    members: dict[str, tuple[Asked, ...]]
    applicants: dict[str, tuple[Asked, ...]]
    entering: tuple[str, ...]
    all: tuple[Asked, ...]

    @property
    def deciding(self) -> Iterator[Asked]:
        """Those on which the verdict may rest: not what is asked of members who open nothing."""
        yield from self.family
        for who in self.entering:
            yield from self.members[who]
        for ones in self.applicants.values():
            yield from ones


def asked_of(
    programs: Programs, program: Program, family: Family, member: str | None, sinks: bool = False
) -> Asked:
    """A requirement as asked of one member, or of the family."""
    requirement = program.requirement
    if not requirement.unless and not requirement.excluded:
        return Asked(program, member, sinks)
    unless, excluded = (
        made_for(programs, names, family, member) for names in (requirement.unless, requirement.excluded)
    )
    return Asked(program, member, sinks, unless, excluded)


def made_for(programs: Programs, names: Iterable[str], family: Family, member: str | None) -> tuple[str, ...]:
    """Those of some exceptions that are made for a member: one for children says nothing of an adult."""

    def concerns(name: str) -> bool:
        who = programs.of(name).requirement.who
        return who is None or member is None or member in family.people[who.each]

    return tuple(filter(concerns, names))


def outline(programs: Programs, route: Route, family: Family, day: int) -> Outline:
    """What the route asks on a day."""
    whole: list[Asked] = []
    members: dict[str, list[Asked]] = {one: [] for one in family.people["person"]}
    applicants: dict[str, list[Asked]] = {}
    entering, applying = set(members), set(members)
    for program, sinks in programs.wanted(route):
        span, who = program.requirement.valid, program.requirement.who
        if span is not None and not span.perhaps(day):
            continue
        if who is None:
            whole.append(asked_of(programs, program, family, None, sinks))
            continue
        of, effect = family.people[who.each], who.effect
        each = [asked_of(programs, program, family, member, sinks) for member in of]
        if effect == "family":
            whole += each
        elif effect == "person":
            if who.each in ("adult", "applicant"):
                entering.intersection_update(of)
            for member, one in zip(of, each, strict=True):
                members[member].append(one)
        else:
            applying.intersection_update(of)
            for member, one in zip(of, each, strict=True):
                applicants.setdefault(member, []).append(one)
    groups = (*members.values(), *applicants.values())
    return Outline(
        tuple(whole),
        {member: tuple(asked) for member, asked in members.items()},
        {member: (*asked, *members[member]) for member, asked in applicants.items() if member in applying},
        tuple(member for member in members if member in entering),
        (*whole, *(one for group in groups for one in group)),
    )


def decide_all(programs: Programs, asked: Outline, env: Env) -> dict[Asked, Part]:
    """What comes of everything asked."""
    parts: dict[Asked, Part] = {}
    at = env.at
    for one in asked.all:
        if one.program.bare and not one.sinks:  # most are, and this is done more often than anything else
            at[0] = one.member or ""
            parts[one] = one.program.decide(env)
        else:
            parts[one] = decide_asked(programs, one, env)
    return parts


def decide_asked(programs: Programs, asked: Asked, env: Env) -> Part:
    """One requirement with its exceptions: `unless` excuses, `excluded` beats everything."""
    program, who = asked.program, asked.member or ""
    env.at[0] = who
    part = program.decide(env)
    if program.bare and not asked.sinks:
        return part
    requirement = program.requirement
    if asked.unless and (excuses := asides(programs, asked.unless, env, who)):
        part = gather([part, *excuses], SURE, SURELY_NOT)
    if asked.excluded and (shut := asides(programs, asked.excluded, env, who)):
        part = gather([part, *map(opposite, shut)], SURELY_NOT, SURE)
    if asked.sinks:
        part = opposite(part)
    if part[0] == SURELY_NOT and requirement.valid is not None and not requirement.valid.surely(env.on):
        return UNKNOWN, (VALID + requirement.id,)  # perhaps it is not asked on this day
    return part


def asides(programs: Programs, names: Iterable[str], env: Env, who: str) -> list[Part]:
    """Requirements named as exceptions, of the one who is asked, as far as they are in force on the day."""
    parts: list[Part] = []
    for name in names:
        program = programs.of(name)
        span = program.requirement.valid
        if span is None or span.perhaps(env.on):
            env.at[0] = who  # a rule about the family keeps its own records in the slot of the one asked
            part = program.decide(env)
            perhaps = part[0] == SURE and span is not None and not span.surely(env.on)
            parts.append((UNKNOWN, (VALID + name,)) if perhaps else part)
    return parts


def opposite(part: Part) -> Part:
    """The contrary, for the same reasons."""
    return (UNKNOWN, SURELY_NOT, SURE)[part[0]], part[1]


def whole(parts: list[Part]) -> Part:
    """All of the parts."""
    return gather(parts, SURELY_NOT, SURE) if parts else (SURE, ())


def some(parts: list[Part]) -> Part:
    """One of the parts; nothing is asked of nobody."""
    return gather(parts, SURE, SURELY_NOT) if parts else (SURE, ())


def together(family: list[Part], entering: list[Part], applicants: list[Part]) -> Part:
    """The family passes, somebody comes in by it, and one who may apply passes everything and comes in."""
    return whole([*family, some(entering), some(applicants)])


def combine(asked: Outline, parts: dict[Asked, Part]) -> tuple[int, tuple[str, ...], dict[str, int]]:
    """The verdict from its parts, the items behind it, and the bits of each member."""
    members = {who: whole([parts[one] for one in ones]) for who, ones in asked.members.items()}
    applicants = [whole([parts[one] for one in ones]) for ones in asked.applicants.values()]
    entering = [members[who] for who in asked.entering]
    bits, items = together([parts[one] for one in asked.family], entering, applicants)
    return bits, items, {who: part[0] for who, part in members.items()}
