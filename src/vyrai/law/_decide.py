"""Deciding one route: each requirement of each person it is asked of, and what that makes of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vyrai.law._family import Family
from vyrai.law._programs import Program, Programs
from vyrai.law.finding import Finding
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Env, irredundant
from vyrai.rules.closures import gather
from vyrai.world import Route

VALID = "valid:"
Part = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One requirement as asked of one member (None: the family); `sinks`: excluded, so that met means out."""

    program: Program
    member: str | None
    sinks: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Who is asked what on a day: of the family, of each member, of each who may apply.

    entering: the members of whom one must come in. A child of whom less is asked opens nothing by itself.
    """

    family: tuple[Asked, ...]
    members: dict[str, tuple[Asked, ...]]
    applicants: dict[str, tuple[Asked, ...]]
    entering: tuple[str, ...]
    all: tuple[Asked, ...]


def outline(programs: Programs, route: Route, family: Family, day: int) -> Outline:
    """What the route asks on a day."""
    whole: list[Asked] = []
    members: dict[str, list[Asked]] = {one: [] for one in family.people["person"]}
    applicants: dict[str, list[Asked]] = {}
    entering, applying = set(members), set(members)
    prior = programs.prior(route)
    wanted = [] if prior is None else [(prior, False)]
    wanted += [(programs.of(one.id), False) for one in route.requirements if not one.aside]
    wanted += [(programs.of(name), True) for name in route.excluded]
    for program, sinks in wanted:
        span, who = program.requirement.valid, program.requirement.who
        if span is not None and not span.perhaps(day):
            continue
        if who is None:
            whole.append(Asked(program, None, sinks))
            continue
        of = family.people[who.each]
        if who.effect == "applicant":
            applying &= set(of)
        elif who.effect == "person" and who.each in ("adult", "applicant"):
            entering &= set(of)
        for member in of:
            asked = Asked(program, member, sinks)
            if who.effect == "family":
                whole.append(asked)
            elif who.effect == "person":
                members[member].append(asked)
            else:
                applicants.setdefault(member, []).append(asked)
    groups = (*members.values(), *applicants.values())
    return Outline(
        tuple(whole),
        {member: tuple(asked) for member, asked in members.items()},
        {member: tuple(asked) for member, asked in applicants.items() if member in applying},
        tuple(member for member in members if member in entering),
        (*whole, *(one for group in groups for one in group)),
    )


def decide_asked(programs: Programs, asked: Asked, env: Env) -> Part:
    """One requirement with its exceptions: `unless` excuses, `excluded` beats everything."""
    program, requirement = asked.program, asked.program.requirement
    env.at[0] = asked.member or ""
    part = program.decide(env)
    if requirement.unless and (excuses := _asides(programs, requirement.unless, env)):
        part = gather([part, *excuses], SURE, SURELY_NOT)
    if requirement.excluded and (shut := _asides(programs, requirement.excluded, env)):
        part = gather([part, *map(opposite, shut)], SURELY_NOT, SURE)
    if asked.sinks:
        part = opposite(part)
    if part[0] == SURELY_NOT and requirement.valid is not None and not requirement.valid.surely(env.on):
        return UNKNOWN, (VALID + requirement.id,)  # perhaps it is not asked on this day
    return part


def _asides(programs: Programs, names: Iterable[str], env: Env) -> list[Part]:
    """Other requirements named as exceptions, as far as they are in force on the day."""
    parts: list[Part] = []
    for name in names:
        program = programs.of(name)
        span = program.requirement.valid
        if span is None or span.perhaps(env.on):
            part = program.decide(env)
            perhaps = part[0] == SURE and span is not None and not span.surely(env.on)
            parts.append((UNKNOWN, (VALID + name,)) if perhaps else part)
    return parts


def opposite(part: Part) -> Part:
    """The contrary, for the same reasons."""
    return (UNKNOWN, SURELY_NOT, SURE)[part[0]], part[1]


def finding(programs: Programs, asked: Asked, env: Env) -> Finding:
    """One requirement with an irredundant support; a single item is one already, but for a sum of points."""
    bits, items = decide_asked(programs, asked, env)
    requirement = asked.program.requirement
    if bits == UNKNOWN:
        items = tuple(dict.fromkeys(items))
    elif asked.program.overlaps and (len(items) > 1 or requirement.points is not None):
        items = irredundant(lambda other: decide_asked(programs, asked, other)[0], env, bits, items)
    return Finding(requirement.id, asked.member, bits, items)


def whole(parts: Iterable[Part]) -> Part:
    """All of the parts."""
    return gather(list(parts), SURELY_NOT, SURE)


def some(parts: Iterable[Part]) -> Part:
    """One of the parts; nothing is asked of nobody."""
    listed = list(parts)
    return gather(listed, SURE, SURELY_NOT) if listed else (SURE, ())


def together(family: list[Part], entering: Iterable[Part], applicants: Iterable[Part]) -> Part:
    """The family passes, somebody comes in by it, and one of those who may apply passes everything."""
    return whole([*family, some(entering), some(applicants)])
