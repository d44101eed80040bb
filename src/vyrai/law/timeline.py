"""The statuses that a chain gives, one after the other: what is held from when on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from vyrai.law._time import Weeks, step_takes, total
from vyrai.law.chain import Chain, Link
from vyrai.law.law import Law
from vyrai.world import Right, Status, Step, World


@dataclass(frozen=True, slots=True)
class Stage:
    """A status on the way. weeks: until it is held; after: the same from arrival on; on: its earliest day.

    link: the number of the link that gives it. ends: until how long after arrival it is valid, where that is
    not as long as the law says from `after` on: a paper at hand, and what a way has given meanwhile.
    """

    status: Status
    weeks: Weeks
    after: Weeks
    on: date
    link: int = 0
    ends: Weeks | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The stages of a chain, and its arrival: when the first status is held that lets its holder stay.

    arrives: the earliest such day. out: the way gives nothing more to this member.
    """

    stages: tuple[Stage, ...]
    arrival: Weeks
    arrives: date
    out: bool = False


def timeline(law: Law, world: World, chain: Chain, steps: Mapping[str, Step] | None = None) -> Timeline:
    """What a chain gives and when, statuses included that are held while a decision is waited for.

    steps: those that are other than the atlas has them, as in one place of a country.
    """
    parts: list[Weeks] = []
    given: list[tuple[str, int]] = []
    links: list[int] = []
    for number, link in enumerate(chain.links):
        _walk(law, world, link, steps or {}, parts, given)
        links += [number] * (len(given) - len(links))
    stay = (place for name, place in given if law.atlas.status(name).stay)
    before = next(stay, len(parts))
    arrival = total(parts[:before])
    stages = []
    for (name, place), number in zip(given, links, strict=True):
        weeks = total(parts[:place])
        after = total(parts[before:place])
        stages.append(Stage(law.atlas.status(name), weeks, after, day_after(world.on, weeks), number))
    return Timeline(tuple(stages), arrival, day_after(world.on, arrival))


def at_home(law: Law, world: World, status: str) -> Timeline:
    """Of somebody who has a status already: nothing to wait for."""
    return Timeline((Stage(law.atlas.status(status), Weeks(), Weeks(), world.on),), Weeks(), world.on)


def put_off(line: Timeline, day: date) -> Timeline:
    """The same way with the arrival on another day, all that follows as much later or earlier."""
    by = day - line.arrives
    stages = tuple(replace(one, on=one.on + by) for one in line.stages)
    return replace(line, stages=stages, arrives=day)


def rights_of(status: Status, right: str, day: int) -> list[Right]:
    """What a status says of a right on a day."""
    return [
        one for one in status.rights if one.right == right and (one.valid is None or one.valid.surely(day))
    ]


def _walk(
    law: Law,
    world: World,
    link: Link,
    steps: Mapping[str, Step],
    parts: list[Weeks],
    given: list[tuple[str, int]],
) -> None:
    """Adds the times of the steps of a link, and after how many of them each status is held."""
    route, gives = link.route, link.route.gives
    end = None if gives is None else gives.status
    statuses = {one.id for one in law.atlas.statuses if one.folder == route.folder}
    held = frozenset() if link.family is None else link.family.papers(link.on.toordinal())
    timed = False
    for name in route.steps:
        step = steps.get(name) or law.atlas.step(name)
        if not held.isdisjoint(step.yields):
            continue
        parts.append(step_takes(world.at(link.on), step))
        timed = True
        granted = step.outcomes.get("granted")
        yields = (*step.yields, *(() if granted is None else granted.yields))
        if end in yields:
            break
        # Of several that a decision may give, a route names the one it gives.
        given.extend((one, len(parts)) for one in step.yields if one in statuses)
    if not timed:
        parts.append(Weeks(0, float("inf")))
    if end is not None:
        given.append((end, len(parts)))


def day_after(today: date, weeks: Weeks) -> date:
    """The earliest day after so many weeks."""
    return date.fromordinal(min(today.toordinal() + -int(-weeks.lo * 7 // 1), date.max.toordinal()))
