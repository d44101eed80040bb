"""The law of one atlas: verdicts of routes, and until when they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from vyrai.family import Answers
from vyrai.law import _decide
from vyrai.law._family import Family
from vyrai.law._money import RATE
from vyrai.law._programs import Programs, topic
from vyrai.law.finding import Finding, Verdict
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Env, Node, breakpoints, irredundant
from vyrai.world import Atlas, Route, World

AHEAD = 5 * 366
"""Days ahead for which `until` looks for a change."""


class Law:
    """Decides routes of one atlas. Holds nothing of any family."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.programs = Programs(atlas)
        self._changes = {one.id: one.checks.get("changeable") for one in atlas.questions}

    def may_change(self, question: str, soon: bool = False) -> bool:
        """Whether a family can make the answer to a question other; `soon`: within days, at small cost."""
        how = self._changes.get(question)
        return how is not None and (how == "soon" or not soon)

    def family(self, answers: Answers) -> Family:
        """A family, ready to be decided on; use the same one for all its routes."""
        return Family(answers)

    def decide(self, route: Route, family: Family, world: World) -> Verdict:
        """The verdict of a route on the day of the world (its day of filing)."""
        env = family.on(world)
        asked = _decide.outline(self.programs, route, family, env.on)
        found = {one: _decide.finding(self.programs, one, env) for one in asked.all}
        parts = {one: (of.bits, of.items) for one, of in found.items()}
        bits, items, members = self.combine(asked, parts)
        door = world.door(route)
        if not found:  # nothing is known to be asked on this day: not the same as asking nothing
            return Verdict(route, UNKNOWN, door, open=(_decide.VALID + route.id,), unsure=tuple(members))
        standing: dict[int, tuple[str, ...]] = {
            wanted: tuple(member for member, one in members.items() if one == wanted)
            for wanted in (SURE, UNKNOWN, SURELY_NOT)
        }
        support: tuple[str, ...] = ()
        if bits != UNKNOWN:
            support = self._support(asked, parts, env, bits, tuple(dict.fromkeys(items)))
        return Verdict(
            route,
            bits,
            door,
            findings=tuple(found.values()),
            blockers=_blockers(asked, found) if bits == SURELY_NOT else (),
            support=support,
            open=tuple(dict.fromkeys(items)) if bits == UNKNOWN else (),
            covered=standing[SURE],
            unsure=standing[UNKNOWN],
            left_out=standing[SURELY_NOT],
        )

    def _support(
        self,
        asked: _decide.Outline,
        parts: dict[_decide.Asked, _decide.Part],
        env: Env,
        bits: int,
        items: tuple[str, ...],
    ) -> tuple[str, ...]:
        """An irredundant part of the items that settled a verdict.

        Only parts that came out as the verdict did and read one of the items are decided again.
        """
        topics = {item: topic(item) for item in items}
        of = set(topics.values())
        alike = [
            one
            for one in asked.all
            if parts[one][0] == bits and not self.programs.topics(one.program).isdisjoint(of)
        ]
        if len(items) < 2 or len(alike) < 2:
            return items  # irredundant already, as a finding is
        rest = {one: part if not part[1] else (UNKNOWN, ()) for one, part in parts.items()}

        def still(other: Env) -> int:
            again = {one: _decide.decide_asked(self.programs, one, other) for one in alike}
            return self.combine(asked, rest | again)[0]

        return irredundant(still, env, bits, items)

    @staticmethod
    def combine(
        asked: _decide.Outline, parts: dict[_decide.Asked, _decide.Part]
    ) -> tuple[int, tuple[str, ...], dict[str, int]]:
        """The verdict from its parts, the items behind it, and the bits of each member."""
        members = {who: _decide.whole(parts[one] for one in ones) for who, ones in asked.members.items()}
        applicants = [_decide.whole(parts[one] for one in ones) for ones in asked.applicants.values()]
        entering = [members[who] for who in asked.entering]
        bits, items = _decide.together([parts[one] for one in asked.family], entering, applicants)
        return bits, items, {who: part[0] for who, part in members.items()}

    def until(self, route: Route, family: Family, world: World) -> date | None:
        """The first day on which the verdict or the door may differ, the answers being the same.

        None: no such day within the next five years.
        """
        now = self._state(route, family, world)
        for day in self._days(route, family, world):
            later = world.at(date.fromordinal(day))
            if self._state(route, family, later) != now:
                return later.on
        return None

    def _state(self, route: Route, family: Family, world: World) -> tuple[object, ...]:
        env = family.on(world)
        asked = _decide.outline(self.programs, route, family, env.on)
        parts = {one: _decide.decide_asked(self.programs, one, env) for one in asked.all}
        bits, _, members = self.combine(asked, parts)
        return (bits if parts else UNKNOWN), tuple(members.items()), world.door(route).states

    def _days(self, route: Route, family: Family, world: World) -> list[int]:
        start, end = world.on.toordinal(), world.on.toordinal() + AHEAD
        last = world.on + timedelta(days=AHEAD)
        named = {*(one.id for one in route.requirements), *route.excluded}
        asked = [self.programs.of(name).requirement for name in named]
        named.update(name for one in asked for name in (*one.unless, *one.excluded))
        programs = [self.programs.of(name) for name in sorted(named)]
        prior = self.programs.prior(route)
        programs += [] if prior is None else [prior]
        facts = {fact for program in programs for fact in program.facts}
        if any(program.reckons for program in programs):
            facts |= {fact for fact in self.atlas.by_fact if fact.startswith(RATE)}
        days = {*world.breaks(facts, world.on, last), *world.door_breaks(route, world.on, last)}
        for program in programs:
            spans = [self.atlas.event(event).when for event in program.events]
            spans += [] if program.requirement.valid is None else [program.requirement.valid]
            days.update(day for span in spans for day in span.breaks())
        points = sorted(day for day in days if start < day <= end)
        found = set(points)
        for program in programs:
            who = program.requirement.who
            members = (None,) if who is None else family.people[who.each]
            for member in members if program.dated else ():
                found.update(self._own(program.dated, family, world, member, start, end, points))
        return sorted(found)

    @staticmethod
    def _own(
        trees: Iterable[Node],
        family: Family,
        world: World,
        member: str | None,
        start: int,
        end: int,
        points: list[int],
    ) -> list[int]:
        def env_at(day: int) -> Env:
            env = family.on(world.at(date.fromordinal(day))).alone()
            env.at[0] = member or ""
            return env

        return breakpoints(trees, env_at, start, end, points)


def _blockers(asked: _decide.Outline, found: dict[_decide.Asked, Finding]) -> tuple[Finding, ...]:
    """Every finding that keeps the route shut: of the family; of everybody where nobody passes."""
    shut = [found[one] for one in asked.family if found[one].bits == SURELY_NOT]
    for group in ({who: asked.members[who] for who in asked.entering}, asked.applicants):
        failed = {
            who: [found[one] for one in ones if found[one].bits == SURELY_NOT] for who, ones in group.items()
        }
        if group and all(failed.values()):
            shut += [one for ones in failed.values() for one in ones]
    return tuple(shut)
