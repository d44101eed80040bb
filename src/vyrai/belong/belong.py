"""Needs of a family before the statuses of one way: what is there when, what is not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, Literal

import msgspec

from vyrai.belong._ages import Age
from vyrai.belong._appeals import appeals
from vyrai.belong._clock import WHOLE, share, timeless
from vyrai.belong._gaps import gaps
from vyrai.belong._gate import figure
from vyrai.belong._life import UNTIL_AGE, cliffs, years
from vyrai.belong._lines import against, settings_shut
from vyrai.belong._openings import MONTH, NOBODY, Opening, Openings
from vyrai.belong._score import ADULT_PATH, Shut, flags, grown, quality, scores
from vyrai.belong._seconds import backup
from vyrai.belong._spot import Spot
from vyrai.belong._there import there
from vyrai.belong._tracks import tracks
from vyrai.belong.model import (
    Backup,
    Belonging,
    BridgeOn,
    Cliff,
    ConditionOn,
    Flag,
    Gap,
    OwnOn,
    Quality,
    Score,
    StageOn,
    Support,
    There,
    Track,
    Year,
)
from vyrai.law import Condition, Family, Law, OwnLine, Stage, Timeline, Weeks
from vyrai.law.record import Range, Text, span, whole_weeks
from vyrai.rules import SURE, SURELY_NOT
from vyrai.rules.env import JUDGED
from vyrai.world import Provision, World

WINDOW_MONTHS = 24
"""Months after arrival in which support is counted: the choice of this program."""


def belong(
    law: Law,
    family: Family,
    world: World,
    line: Timeline,
    country: str,
    window_months: int = WINDOW_MONTHS,
    own: Mapping[str, OwnLine] = NOBODY,
) -> Belonging:
    """What opens for each member on a timeline: children with needs first, then by the order of the case.

    own: see `law.own_lines`.
    """
    offers = Offers(law, world, line, country, own)
    supports: list[Support] = []
    begun: list[Track] = []
    asked: list[Provision] = []
    lacking: list[Gap] = []
    ending: list[Cliff] = []
    life: list[Year] = []
    scored: list[Score] = []
    later: list[Score] = []
    parts: list[Quality] = []
    crossed: list[Flag] = []
    seconds: list[Backup] = []
    for member in members(family):
        needs, alias = needs_of(family, member), family.answers.labels[member]
        openings, found, shut = offers.to(family, member)
        supports += [_support(openings, one, alias, window_months) for one in found]
        supports += [_support(openings, one, alias, window_months, line) for one, line in shut]
        begun += tracks(alias, world, line.arrives, found)
        asked += [one.provision for one in found if one.state != "closed"]
        lacking += gaps(alias, needs, found, window_months, [one for one, _ in shut])
        ending += cliffs(alias, world, found)
        if member in family.people["child"]:
            birth = family.known.get(f"{member}.birth")
            life += years(alias, birth, world, openings.line, found)
            mine = list(scores(alias, openings, found, offers.lacking(needs), window_months, shut))
            scored += mine
            parts.append(quality(alias, mine))
            if needs:
                seconds.append(backup(family, member))
                later += grown(alias, openings, found, birth, UNTIL_AGE, shut)
            crossed += flags(alias, found, shut)
    return Belonging(
        window=window_months,
        arrives=line.arrives.isoformat(),
        arrival=whole_weeks(line.arrival),
        stages=_stages(world, line),
        flags=tuple(crossed),
        scores=tuple(scored),
        grown=tuple(later),
        quality=tuple(parts),
        supports=tuple(supports),
        tracks=tuple(begun),
        appeals=appeals(world, asked),
        gaps=tuple(lacking),
        cliffs=tuple(ending),
        life=tuple(life),
        backups=tuple(seconds),
        own=tuple(
            OwnOn(member=family.answers.labels[member], why=one.why, stages=_stages(world, one.line))
            for member, one in own.items()
        )
        or msgspec.UNSET,
    )


def child_scores(
    law: Law,
    family: Family,
    world: World,
    line: Timeline,
    country: str,
    window_months: int = WINDOW_MONTHS,
    own: Mapping[str, OwnLine] = NOBODY,
) -> tuple[Score, ...]:
    """Only the scores of children with needs: for many ways, or many months of arrival, side by side."""
    offers = Offers(law, world, line, country, own)
    found: list[Score] = []
    for member in family.people["child"]:
        if needs_of(family, member):
            found += _scores(offers, family, member, window_months)
    return tuple(found)


def child_quality(
    law: Law,
    family: Family,
    world: World,
    line: Timeline,
    country: str,
    window_months: int = WINDOW_MONTHS,
    own: Mapping[str, OwnLine] = NOBODY,
) -> tuple[Quality, ...]:
    """Only what plans are weighed by: the part of the months in which each child has what it needs."""
    offers = Offers(law, world, line, country, own)
    return tuple(
        quality(family.answers.labels[member], _scores(offers, family, member, window_months))
        for member in family.people["child"]
    )


def child_there(
    law: Law,
    family: Family,
    world: World,
    line: Timeline,
    at: str | Spot,
    window_months: int = WINDOW_MONTHS,
    own: Mapping[str, OwnLine] = NOBODY,
) -> tuple[There, ...]:
    """The scores of children with needs in a place, with when each kind of support opens; or in a country."""
    place = None if isinstance(at, str) else at
    country = at if isinstance(at, str) else at.place.folder
    offers = Offers(law, world, line, country, own, place)
    found: list[There] = []
    for member in family.people["child"]:
        needs = needs_of(family, member)
        if needs:
            openings, mine, shut = offers.to(family, member)
            alias = family.answers.labels[member]
            kinds = offers.lacking(needs)
            scored = scores(alias, openings, mine, kinds, window_months, shut)
            found += [there(one, openings, mine, window_months) for one in scored]
    return tuple(found)


def _scores(offers: Offers, family: Family, member: str, window_months: int) -> list[Score]:
    openings, mine, shut = offers.to(family, member)
    kinds = offers.lacking(needs_of(family, member))
    return list(scores(family.answers.labels[member], openings, mine, kinds, window_months, shut))


class Offers:
    """What a country offers on a timeline, in one place if told, kinds in the order of the atlas."""

    def __init__(
        self,
        law: Law,
        world: World,
        line: Timeline,
        country: str,
        own: Mapping[str, OwnLine] = NOBODY,
        spot: Spot | None = None,
    ) -> None:
        self._law, self._world, self._line, self._own, self._spot = law, world, line, own, spot
        kinds = law.atlas.codes.get("provision_kinds")
        self._order = [] if kinds is None else list(kinds.codes)
        places = {kind: place for place, kind in enumerate(self._order)}
        offered = law.atlas.provisions_of(country) if spot is None else tuple(spot.offers.values())
        self._all = sorted(offered, key=lambda one: places.get(one.kind, len(places)))

    def to(self, family: Family, member: str) -> tuple[Openings, list[Opening], list[Shut]]:
        """What becomes of each provision that is for a member; apart those that cross a red line."""
        openings = Openings(self._law, self._world, self._line, family, member, self._own, self._spot)
        group, needs = family.answers.group[member], needs_of(family, member)
        found = [openings.of(one) for one in self._all if _fits(one, group, needs)]
        found = [one for one in found if one.over[1] > 0]  # nobody grows younger
        lines = settings_shut(self._law, family) if member in family.people["child"] else {}
        crossed = [against(self._law, lines, one.provision) for one in found]
        pairs = list(zip(found, crossed, strict=True))
        counted = [one for one, line in pairs if line is None]
        return openings, counted, [(one, line) for one, line in pairs if line is not None]

    def lacking(self, needs: Iterable[str]) -> list[str]:
        """Kinds of which nobody has written down anything here, for a child that has needs."""
        written = {one.kind for one in self._all}
        return [kind for kind in self._order if kind not in written] if needs else []


def members(family: Family) -> list[str]:
    """Children with needs, then other children, then adults."""
    children = family.people["child"]
    return sorted(family.people["person"], key=lambda one: (one not in children, not needs_of(family, one)))


def needs_of(family: Family, member: str) -> tuple[str, ...]:
    """The needs that a family has named of a member."""
    prefixes = family.lists.get(f"{member}.needs", ())
    named = (family.known.get(f"{prefix}.need") for prefix in prefixes)
    return tuple(dict.fromkeys(str(one[0]) for one in named if one is not None))


def _fits(provision: Provision, group: str, needs: tuple[str, ...]) -> bool:
    """Whether a provision is for a member; a child also has what it grows into."""
    if provision.of not in (group, "person") and (provision.kind, group) != (ADULT_PATH, "child"):
        return False
    return not provision.serves or any(need in provision.serves for need in needs)


def _stages(world: World, line: Timeline) -> tuple[StageOn, ...]:
    return tuple(_stage(world, one) for one in line.stages)


def _stage(world: World, stage: Stage) -> StageOn:
    return StageOn(
        status=stage.status.id,
        title=stage.status.title,
        stay=stage.status.stay,
        on=stage.on.isoformat(),
        weeks=whole_weeks(stage.weeks),
        after=whole_weeks(stage.after),
        lasts=_lasts(world, stage),
    )


def _lasts(world: World, stage: Stage) -> Range | None:
    """How long a status holds: by the paper at hand, else by law; None: without end, or nobody knows.

    What the way gave while the paper at hand was valid is told by what is left of it.
    """
    if stage.ends is None:
        return figure(world, stage.status.lasts)
    if stage.ends.lo == inf:
        return None
    least = stage.ends.lo - stage.after.hi
    return whole_weeks(Weeks(max(0, least), stage.ends.hi - stage.after.lo, stage.ends.facts))


def _support(openings: Openings, of: Opening, alias: str, window: int, line: str | None = None) -> Support:
    provision, arrival, world = of.provision, openings.line.arrival, openings.world
    paper, real = openings.months(of, 0, window * MONTH)
    _, _, shared = share(world, provision)
    shut = of.state == "closed"
    real_range = _months(real, (*of.clock.seen.facts, *of.gate.facts, *shared))
    named = (
        provision.from_age,
        provision.ends_at_age,
        provision.amount,
        provision.price,
        provision.held,
        provision.takes.law,
        provision.takes.observed,
        provision.queue,
        provision.share,
        *(() if provision.bridge is None else provision.bridge.costs),
    )
    stood = (*provision.facts, *of.gate.facts, *(one for one in named if one is not None))
    note = provision.note
    return Support(
        provision=provision.id,
        title=provision.title,
        term=provision.term,
        kind=provision.kind,
        member=alias,
        places=provision.places,
        serves=provision.serves,
        state=of.state,
        status=of.gate.status,
        cause=of.cause,
        weeks=None if shut else whole_weeks(arrival + of.clock.law),
        weeks_seen=None if shut else whole_weeks(arrival + of.clock.seen),
        due=None if shut else whole_weeks(of.clock.paper),
        seen=None if shut else whole_weeks(of.clock.seen),
        ends=None if shut else _ends(of),
        law_time=figure(world, provision.takes.law),
        held=figure(world, provision.held),
        queue=figure(world, provision.queue),
        from_age=None if of.begins is None else of.begins.years,
        until_age=None if of.ends is None else of.ends.years,
        amount=figure(world, provision.amount),
        price=figure(world, provision.price),
        paper=_months(paper, (*of.clock.paper.facts, *of.gate.facts)),
        real=real_range,
        width=round((real_range.hi or 0) - (real_range.lo or 0), 1),
        conditions=tuple(_condition(provision, one) for one in of.conditions),
        missing=_missing(of, window),
        bridge=bridge(provision),
        facts=tuple(dict.fromkeys(stood)),
        observed=provision.observed,
        note=_note(note),
        by_school_year=_by_school_year(of) or msgspec.UNSET,
        setting=provision.setting or msgspec.UNSET,
        against=line or msgspec.UNSET,
    )


def _by_school_year(of: Opening) -> tuple[Literal["from", "until"], ...]:
    """Which of the ages is counted by school years."""
    ages: tuple[tuple[Literal["from", "until"], Age | None], ...] = (("from", of.begins), ("until", of.ends))
    return tuple(name for name, one in ages if one is not None and one.by_school_year)


def _ends(of: Opening) -> Range:
    """Weeks after arrival when it is over; without ends: never, as far as the papers and its ages go."""
    least, most = (min(of.gate.ends[place], of.over[place]) for place in (0, 1))
    return span(least if least == inf else least // 1, most if most == inf else -(-most // 1), "weeks")


def _condition(provision: Provision, one: Condition) -> ConditionOn:
    named = [item.removeprefix(JUDGED) for item in one.items if item.startswith(JUDGED)]
    return ConditionOn(
        requirement=one.requirement.id,
        wording=one.requirement.wording,
        shuts=one.shuts,
        verdict=_VERDICTS.get(one.bits, "unknown"),
        judges=tuple(provision.judgements[name].who for name in named if name in provision.judgements),
        facts=one.requirement.source,
    )


_VERDICTS: dict[int, Literal["met", "not met"]] = {SURE: "met", SURELY_NOT: "not met"}


def _note(note: str | Text | None) -> Text | None:
    return {"en": note} if isinstance(note, str) else note


def _missing(of: Opening, window: int) -> tuple[Any, ...]:
    """What nobody has written down of it."""
    lacks = {
        "right": of.gate.state == "unknown",
        "paper": of.sure is not None and of.gate.ends[0] < window * MONTH,
        "law": of.state != "closed" and timeless(of.provision),
        "wait": of.state != "closed" and not of.watched,
        "share": of.state != "closed" and of.provision.share is None and of.provision.kind not in WHOLE,
    }
    return tuple(name for name, lacking in lacks.items() if lacking)


def _months(bounds: tuple[Any, Any], facts: tuple[str, ...]) -> Range:
    """Months to a tenth, the least rounded down and the most rounded up."""
    low, high = bounds
    return span(low * _TENTHS // 1 / _TENTHS, -(-high * _TENTHS // 1) / _TENTHS, "months", facts)


_TENTHS = 10


def bridge(provision: Provision) -> BridgeOn | None:
    """What helps while a provision is shut."""
    if provision.bridge is None:
        return None
    return BridgeOn(provision=provision.id, text=provision.bridge.text, costs=provision.bridge.costs)
