"""What changed in the law between two days; for a family only what matters to it, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from vyrai.choose import _links
from vyrai.choose._open import Items
from vyrai.choose._rights import title
from vyrai.choose._words import event, fact_value, sources
from vyrai.choose.model import Text
from vyrai.choose.news_model import AskedNews, FactNews, FamilyNews, News, RightNews, RouteNews, Turn
from vyrai.family import Case, flatten
from vyrai.law import RATE, Chains, Law, Link
from vyrai.rules.env import FACT
from vyrai.world import Requirement, Route, Span, World

_WAYS = {"closed": 0, "perhaps": 1, "open": 2}
_DOORS = {"closed": 0, "paused": 1, "narrow": 2, "open": 3}


def news(law: Law, start: date, end: date, case: Case | None = None, known: date | None = None) -> News:
    """What stands otherwise on `end` than it did on `start`."""
    before = World(law.atlas, start, known)
    after = before.at(end)
    sides = None if case is None else (_Side(law, case, before), _Side(law, case, after))
    routes = [found for route in law.atlas.routes if (found := _route(law, route, before, after, sides))]
    rights = tuple(_rights(law, before, after)) if sides is None else ()
    spans = [(one, one.when) for one in law.atlas.events]
    events = tuple(event(law.atlas, one.id) for one, when in spans if _turned(when, before, after))
    facts = {fact for route in routes for fact in _cited(route)} | {one.fact for one in events}
    facts |= {fact for right in rights for fact in right.facts}
    return News(
        start=start.isoformat(),
        end=end.isoformat(),
        atlas=law.atlas.version,
        routes=tuple(sorted(routes, key=lambda one: (one.country, one.route))),
        rights=rights,
        events=events,
        sources=sources(after, facts),
    )


class _Side:
    """A family on one of the two days."""

    def __init__(self, law: Law, case: Case, world: World) -> None:
        self.family = law.family(flatten(case))
        self.items = Items(case.form, self.family, world)
        self._law, self._world = law, world
        self._links: dict[str, dict[str, Link]] = {}

    def link(self, route: Route) -> Link:
        """The route as `compare` decides it: after the ways that lead up to it."""
        links = self._links.get(route.folder)
        if links is None:
            links = self._links[route.folder] = {}
            chains = Chains(self._law, self.family, self._world, route.folder)
            for link in (
                *(one for chain in chains.rows() for one in chain.links),
                *map(chains.alone, chains.routes),
            ):
                links.setdefault(link.route.id, link)
        return links[route.id]


def _route(
    law: Law, route: Route, before: World, after: World, sides: tuple[_Side, _Side] | None
) -> RouteNews | None:
    was, now = before.door(route), after.door(route)
    asked = tuple(_asked(law, route, before, after))
    facts = tuple(_facts(_names(law, route), before, after))
    # What was unknown before and is not new since did not change: somebody has found it out.
    door = was.states != now.states and (
        was.why is None or any(_begun(one.when, before) and after.door_begins(one) for one in now.doors)
    )
    family, turn = None, _turn_of_door(was.states, now.states) if door else "changed"
    if sides is not None:
        links = (sides[0].link(route), sides[1].link(route))
        read = {key for link in links for key in _read(link)}
        facts = tuple(one for one in facts if FACT + one.fact in read or one.fact in route.fees)
        family = _family(sides, links, route, read, door or bool(asked) or bool(facts))
        same = (family.before, family.verdict_before) == (family.after, family.verdict_after)
        if same and (family.after == "closed" or not (door or facts)):
            return None
        turn = _turn_of_way(family)
        if door and turn == "opened" and now.why is not None:
            turn = "unclear"  # a door of which nobody knows any more has not opened
    elif not (door or asked or facts):
        return None
    elif not door and any(one.now == "asked" for one in asked):
        turn = "narrowed"
    return RouteNews(
        route=route.id,
        country=route.folder,
        title=route.title,
        turn=turn,
        door_before=was.states,
        door_after=now.states,
        door_texts=tuple(one.text for one in now.doors if one.text) if door else (),
        door_facts=tuple(dict.fromkeys(one.fact for one in (*was.doors, *now.doors))) if door else (),
        asked=asked,
        facts=facts,
        family=family,
    )


def _turn_of_door(was: tuple[str, ...], now: tuple[str, ...]) -> Turn:
    ranks = [[_DOORS[state] for state in states if state in _DOORS] for states in (was, now)]
    if not ranks[1]:
        return "unclear"
    if max(ranks[1]) == _DOORS["open"] or (ranks[0] and max(ranks[1]) > max(ranks[0])):
        return "opened"
    return "narrowed" if max(ranks[1]) == _DOORS["narrow"] else "closed"


def _turn_of_way(family: FamilyNews) -> Turn:
    was, now = _WAYS[family.before], _WAYS[family.after]
    if was == now:
        return "changed"
    return "opened" if now > was else "narrowed" if now else "closed"


def _asked(law: Law, route: Route, before: World, after: World) -> Iterable[AskedNews]:
    listed = [one for one in route.requirements if not one.aside]
    gone = [one for one in listed if _in_force(one, before) and not _in_force(one, after)]
    come = [one for one in listed if _in_force(one, after) and not _in_force(one, before)]
    left = [one.wording for one in gone]
    now: Literal["asked", "other_rule"]
    for one in come:
        now = "other_rule" if one.wording in left else "asked"
        yield _asked_news(law, route, one, now)
    for one in gone:
        if one.wording not in [new.wording for new in come]:
            yield _asked_news(law, route, one, "gone")


def _asked_news(
    law: Law, route: Route, one: Requirement, now: Literal["asked", "gone", "other_rule"]
) -> AskedNews:
    facts = _links.facts_of(law, route, one.id)
    return AskedNews(requirement=one.id, wording=one.wording, now=now, facts=facts)


def _in_force(requirement: Requirement, world: World) -> bool:
    return requirement.valid is None or requirement.valid.perhaps(world.on.toordinal())


def _names(law: Law, route: Route) -> list[str]:
    """The facts that a route reckons with: of its rules, fees, steps and of how long its status lasts."""
    names = [fact for one in route.requirements for fact in sorted(law.programs.of(one.id).facts)]
    names += route.fees
    for step in map(law.atlas.step, route.steps):
        names += [*step.costs, *(one for one in (step.takes.law, step.takes.observed) if one is not None)]
    if route.gives is not None and route.gives.status is not None:
        lasts = law.atlas.status(route.gives.status).lasts
        names += [] if lasts is None else [lasts]
    return [name for name in dict.fromkeys(names) if not name.startswith(RATE)]


def _facts(names: Iterable[str], before: World, after: World) -> Iterable[FactNews]:
    for name in names:
        was, now = fact_value(before, name), fact_value(after, name)
        claims = after.value(name).claims
        if was != now and (was or any(one.valid and _begun(one.valid, before) for one in claims)):
            fact = after.atlas.fact(name)
            titled = fact.title or fact.claims[0].shown.statement
            why = after.value(name).why
            yield FactNews(fact=name, title=titled, before=was or None, after=now or None, why=why)


def _family(
    sides: tuple[_Side, _Side], links: tuple[Link, Link], route: Route, read: set[str], law_changed: bool
) -> FamilyNews:
    was, now = links
    own: list[Text] = []
    if not law_changed and (was.way, was.verdict.bits) != (now.way, now.verdict.bits):
        dated = [key for key in sorted(read) if ":" not in key and sides[1].items.dated(key)]
        own = [sides[1].items.text(key, route) for key in dated]
    blockers = now.verdict.blockers if now.way == "closed" else ()
    shut = [_links.wording(route, one.requirement) for one in blockers]
    before = [_links.wording(route, one.requirement) for one in was.verdict.blockers]
    return FamilyNews(
        before=was.way,
        after=now.way,
        verdict_before=was.verdict.word,
        verdict_after=now.verdict.word,
        own=tuple(own),
        shut=tuple(text for place, text in enumerate(shut) if text not in (*before, *shut[:place])),
    )


def _read(link: Link) -> Iterable[str]:
    """What the verdict of a link rests on, or hangs on."""
    yield from link.verdict.support
    yield from link.verdict.open
    for one in link.verdict.blockers:
        yield from one.items


def _rights(law: Law, before: World, after: World) -> Iterable[RightNews]:
    for status in law.atlas.statuses:
        for code in dict.fromkeys(one.right for one in status.rights):
            listed = [one for one in status.rights if one.right == code]
            days = [world.on.toordinal() for world in (before, after)]
            was, now = (
                [one for one in listed if one.valid is None or one.valid.perhaps(day)] for day in days
            )
            holds = [" / ".join(dict.fromkeys(one.holds for one in some)) or None for some in (was, now)]
            if holds[0] != holds[1]:
                yield RightNews(
                    status=status.id,
                    title=status.title,
                    right=code,
                    right_title=title(law, code),
                    before=holds[0],
                    after=holds[1],
                    facts=tuple(dict.fromkeys(fact for one in (*was, *now) for fact in one.facts)),
                )


def _begun(when: Span, before: World) -> bool:
    """Whether something surely began after a day."""
    return when.begin_lo is not None and when.begin_lo > before.on.toordinal()


def _turned(when: Span, before: World, after: World) -> bool:
    """Whether an event began or ended between the days."""
    start, end = before.on.toordinal(), after.on.toordinal()
    ends = (when.begin_hi, when.end_lo)
    return any(day is not None and start < day <= end for day in ends)


def _cited(route: RouteNews) -> set[str]:
    asked = {fact for one in route.asked for fact in one.facts}
    return {*route.door_facts, *(one.fact for one in route.facts), *asked}
