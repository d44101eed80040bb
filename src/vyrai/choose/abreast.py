"""The ways into one country side by side for a child with needs, and the months of arrival."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from vyrai.belong import Score, child_scores
from vyrai.choose import _links
from vyrai.choose._open import Items
from vyrai.choose._words import sources
from vyrai.choose.belonging import named, the_chain
from vyrai.choose.compare import basis, labels, rows_of
from vyrai.choose.model import RANK, Basis, Record, SourceOn, Text, Way
from vyrai.family import Case, flatten
from vyrai.law import Chain, Chains, Family, Law, Timeline, own_lines, put_off, timeline
from vyrai.law.record import Range, whole_weeks
from vyrai.world import World

MONTHS = 12
"""So many months of arrival are looked at, beginning with the earliest."""


class WayOn(Record, frozen=True, kw_only=True):
    """One way: its routes one after the other, what stands of it today, the weeks to arrival."""

    routes: tuple[str, ...]
    way: Way
    arrival: Range


class Alike(Record, frozen=True, kw_only=True):
    """Ways on which the children with needs get the same months; `scores` are those of the first."""

    ways: tuple[WayOn, ...]
    scores: tuple[Score, ...]


class Better(Record, frozen=True, kw_only=True):
    """A kind of support of which one group of ways (a place in `groups`) surely brings more than others.

    measure: months on paper, or in fact.
    """

    member: str
    kind: str
    measure: str
    group: int
    than: tuple[int, ...]


class Arriving(Record, frozen=True, kw_only=True):
    """An arrival on the first day of a month (or the earliest), by the way in with the least in the way."""

    on: str
    scores: tuple[Score, ...]


class Abreast(Record, frozen=True, kw_only=True):
    """Ways and months of arrival side by side; `months` are of the way `chosen`."""

    format: int = 1
    basis: Basis
    country: str
    title: Text
    groups: tuple[Alike, ...]
    better: tuple[Better, ...]
    chosen: tuple[str, ...]
    months: tuple[Arriving, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    labels: dict[str, Text]


def abreast(
    law: Law, case: Case, country: str, on: date, known: date | None = None, route: str | None = None
) -> Abreast:
    """What each way into a country, and each month of arrival, brings a child with needs; see `belongs`."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    shown = _links.Links(law, family, Items(case.form, family, world), world)
    place = law.atlas.country(country)
    chains = Chains(law, family, world, country)
    alike: dict[tuple[object, ...], Alike] = {}
    for chain, _ in rows_of(law, family, shown, chains, place, chains.apart()):
        line = timeline(law, world, chain)
        found = _scores(law, family, world, line, country, chain)
        names = tuple(link.route.id for link in chain.links)
        one = WayOn(routes=names, way=chain.way, arrival=whole_weeks(line.arrival))
        same = alike.setdefault(tuple(map(_months, found)), Alike(ways=(), scores=found))
        ways = sorted((*same.ways, one), key=lambda way: RANK[way.way])
        alike[tuple(map(_months, found))] = msgspec.structs.replace(same, ways=tuple(ways))
    groups = tuple(
        sorted(
            alike.values(), key=lambda one: min(RANK[way.way] for way in one.ways)
        )  # stable: none is ranked
    )
    chosen = the_chain(law, family, shown, chains, route)
    line = timeline(law, world, chosen)
    months = tuple(
        Arriving(on=day.isoformat(), scores=_scores(law, family, world, put_off(line, day), country, chosen))
        for day in _days(line)
    )
    facts = {fact for one in groups for score in one.scores for fact in score.real.facts}
    return Abreast(
        basis=basis(law, world, facts),
        country=country,
        title=place.title,
        groups=groups,
        better=tuple(better([group.scores for group in groups])),
        chosen=tuple(link.route.id for link in chosen.links),
        months=months,
        sources=sources(world, facts),
        labels=labels(law, family) | named(law, country),
    )


def _scores(
    law: Law, family: Family, world: World, line: Timeline, country: str, chain: Chain
) -> tuple[Score, ...]:
    """Of the children with needs, each on the papers that it holds."""
    own = own_lines(law, family, world, country, line, chain)
    return child_scores(law, family, world, line, country, own=own)


def _months(score: Score) -> tuple[object, ...]:
    """What makes two ways alike: not on which paper or day, but what comes of it."""
    paper, real = score.paper, score.real
    return score.member, score.kind, score.state, paper.lo, paper.hi, real.lo, real.hi


def _days(line: Timeline) -> Iterator[date]:
    """The earliest day of arrival, then the first of each month."""
    yield line.arrives
    month = line.arrives.month
    for after in range(1, MONTHS):
        years, place = divmod(month - 1 + after, MONTHS)
        yield date(line.arrives.year + years, place + 1, 1)


def better(groups: Sequence[Sequence[Score]]) -> Iterator[Better]:
    """Where the least of one is more than the most of another; all else cannot be told apart."""
    # By kind, not by place: a later arrival may be too late for a kind, which is then in no score of it.
    scored = [{(of.member, of.kind): of for of in group} for group in groups]
    for number, one in enumerate(groups):
        for score in one:
            alike = [mine.get((score.member, score.kind)) for mine in scored]
            for measure in ("paper", "real"):
                low = getattr(score, measure).lo or 0
                than = [
                    other
                    for other, of in enumerate(alike)
                    if of is not None and low > (getattr(of, measure).hi or 0)
                ]
                if than:
                    yield Better(
                        member=score.member, kind=score.kind, measure=measure, group=number, than=tuple(than)
                    )
