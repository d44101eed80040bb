"""The law of one atlas: verdicts of routes, and until when they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from vyrai.family import Answers, Form
from vyrai.law import _decide
from vyrai.law._family import Family
from vyrai.law._programs import Programs
from vyrai.law._reasons import Reasons
from vyrai.law._soon import Soon
from vyrai.law.finding import Verdict
from vyrai.law.form import form_of
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Env, breakpoints
from vyrai.world import Atlas, Route, World

AHEAD = 5 * 366
"""Days ahead for which `until` looks for a change."""


class Law:
    """Decides routes of one atlas. Holds nothing of any family."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.programs = Programs(atlas)
        self._changes = {one.id: one.checks.get("changeable") for one in atlas.questions}
        self.soon = Soon(self.programs, {name for name, how in self._changes.items() if how == "soon"})

    @cached_property
    def form(self) -> Form:
        """The form of its atlas."""
        return form_of(self.atlas)

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
        parts = _decide.decide_all(self.programs, asked, env)
        bits, items, members = _decide.combine(asked, parts)
        items = tuple(dict.fromkeys(items))
        if not parts:  # nothing is known to be asked on this day: not the same as asking nothing
            bits, items = UNKNOWN, (_decide.VALID + route.id,)
            members = dict.fromkeys(members, UNKNOWN)
        return Verdict(
            route,
            bits,
            world.door(route),
            Reasons(self.programs, asked, parts, env, (bits, items)),
            open=items if bits == UNKNOWN else (),
            covered=tuple([one for one, of in members.items() if of == SURE]),
            unsure=tuple([one for one, of in members.items() if of == UNKNOWN]),
            left_out=tuple([one for one, of in members.items() if of == SURELY_NOT]),
        )

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
        parts = _decide.decide_all(self.programs, asked, env)
        bits, _, members = _decide.combine(asked, parts)
        return (bits if parts else UNKNOWN), tuple(members.items()), world.door(route).states

    def _days(self, route: Route, family: Family, world: World) -> Iterator[int]:
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
            facts.update(self.atlas.rates)
        days = {*world.breaks(facts, world.on, last), *world.door_breaks(route, world.on, last)}
        for program in programs:
            spans = [self.atlas.event(event).when for event in program.events]
            spans += [] if program.requirement.valid is None else [program.requirement.valid]
            days.update(day for span in spans for day in span.breaks())
        scans = []
        for program in programs:
            who = program.requirement.who
            members = ("",) if who is None else family.people[who.each]
            scans += [(scan, member) for member in members for scan in program.scans]

        def env_at(day: int) -> Env:
            return family.on(world.at(date.fromordinal(day))).alone()

        return breakpoints(scans, env_at, start, end, days)
