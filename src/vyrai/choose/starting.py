"""What to begin with wherever one goes: over the plans into several countries, what keeps most ways open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta

import msgspec

from vyrai.choose._begin import fronts_of, ranked
from vyrai.choose._words import sources
from vyrai.choose.belonging import leading
from vyrai.choose.compare import basis, labels
from vyrai.choose.hanging import Hanging
from vyrai.choose.model import Basis, Record, SourceOn, Taken, Text
from vyrai.choose.shut import ClosedOn
from vyrai.choose.takers import taken
from vyrai.family import Case, flatten
from vyrai.law import Family, Law
from vyrai.reach import Firsts, Front, Problem, crossed_out, draft, enough, plan_all
from vyrai.reach.firsts import BeforeLeaving, First
from vyrai.world import World

OF_ALL = ("home", "leaving", "shut")
"""What may be unknown of the whole whichever country it is."""
_OF = " "
"""Between a country and the key of a way."""


class CountryOn(Record, frozen=True, kw_only=True):
    """A country: how many of its ways have a plan, and how many plans."""

    country: str
    title: Text
    ways: int
    plans: int


class LostOn(Record, frozen=True, kw_only=True):
    """What is lost by beginning so many weeks later. ways: of how many ways no plan is left; plans: how many
    plans; later: by how many days the soonest safety of a way moves, where it moves most.
    """

    weeks: int
    ways: int
    plans: int
    later: int


class BeginOn(Record, frozen=True, kw_only=True):
    """A step of the atlas that waits for nothing. ways, plans: how many use it; countries: where to.

    lacks: papers that it asks for and nobody tells how to get. fee: in the family's currency, the most of
    any way; fee_unknown: it may be more. closes, door: of what is done before leaving the last day on which
    it may begin so that everything after is in time, and what closes then (None: nothing that is known).
    """

    step: str
    title: Text
    countries: tuple[str, ...]
    ways: int
    plans: int
    where: Text | None
    fee: int
    fee_unknown: bool
    danger: int
    danger_text: Text | None
    learns: tuple[Text, ...]
    lacks: tuple[str, ...]
    lost: tuple[LostOn, ...]
    facts: tuple[str, ...]
    closes: str | None = None
    door: str | None = None


class Starting(Record, frozen=True, kw_only=True):
    """What to begin with, over all plans into some countries. ways, plans: of all countries together.

    first: what keeps most open stands first. leaving: what can be done at home alone, by what closes first.
    unmade: papers that some of it asks for and nobody tells how to get, with the number of ways, the most
    first. without: countries into which no way has a plan, or every way is closed. home, barred: as in plans.
    left: countries that were not looked at, because somebody stopped it. proven: no search was cut short.
    unknown: what the family has not said, as in plans (`home`, `leaving`, `unsaid`).
    """

    format: int = 1
    basis: Basis
    start: str
    currency: str
    ways: int
    plans: int
    countries: tuple[CountryOn, ...]
    without: tuple[str, ...]
    left: tuple[str, ...]
    first: tuple[BeginOn, ...]
    leaving: tuple[BeginOn, ...]
    unmade: tuple[tuple[str, int], ...]
    home: tuple[Taken, ...]
    barred: tuple[ClosedOn, ...]
    proven: bool
    unknown: tuple[str, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    labels: dict[str, Text]


def destinations(law: Law, case: Case, on: date | None = None) -> tuple[str, ...]:
    """The countries into which there are ways, but for those where somebody of the family lives and, on a
    day, those that it has crossed out.
    """
    gone = {one.get("residence") for one in case.data().get("members", ())}
    if on is not None:
        gone |= crossed_out(law.family(flatten(case)), on.toordinal())
    return tuple(one.id for one in law.atlas.countries if one.id not in gone and leading(law, one.id))


def starting(
    law: Law,
    case: Case,
    countries: Iterable[str],
    on: date,
    known: date | None = None,
    seconds: float | None = None,
    tell: Callable[[str, int, int], None] | None = None,
) -> Starting:
    """What to begin with for these countries, as if there were money enough. KeyError: no such country.

    tell: country, how many are done, of how many. Whoever interrupts it gets what was looked at so far.
    """
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    names = tuple(dict.fromkeys(countries))
    looked = _Looked(law, seconds)
    done = 0
    with suppress(KeyboardInterrupt):
        for number, country in enumerate(names):
            if tell is not None:
                tell(country, number, len(names))
            looked.into(country, family, world)
            done = number + 1
    rank = ranked(law, looked.fronts)
    home = taken(family, world)
    first = () if rank is None else tuple(looked.first(one, rank) for one in rank.first)
    leaving = (
        () if rank is None else tuple(looked.leaving(one, rank, world.on) for one in rank.before_leaving)
    )
    facts = {fact for one in (*first, *leaving) for fact in one.facts}
    facts |= {fact for one in home if one.weeks for fact in one.weeks.facts}
    stopped = Hanging(law, case, family, world).barred()
    facts |= {fact for one in stopped for fact in one.facts}
    papers = {paper for one in (*first, *leaving) for paper in (*one.lacks, one.door)} | looked.unmade
    documents = {one.id: one.title for one in law.atlas.documents if one.id in papers}
    return Starting(
        basis=basis(law, world, facts),
        start=on.isoformat(),
        currency=looked.currency,
        ways=len(looked.fronts),
        plans=0 if rank is None else rank.plans,
        countries=tuple(looked.told),
        without=tuple(looked.without),
        left=names[done:],
        first=first,
        leaving=leaving,
        unmade=tuple(looked.lacking()),
        home=home,
        barred=stopped,
        proven=looked.proven,
        unknown=tuple(code for code in OF_ALL if code in looked.unknown),
        sources=sources(world, facts),
        labels=labels(law, family) | documents,
    )


class _Looked:
    """What was found country by country."""

    def __init__(self, law: Law, seconds: float | None) -> None:
        self.law, self.seconds = law, seconds
        self.fronts: dict[str, tuple[Problem, Front]] = {}
        self.told: list[CountryOn] = []
        self.without: list[str] = []
        self.unmade: set[str] = set()
        self.looked = False
        self.unknown: set[str] = set()
        """What is not known of the whole, whichever country it is."""
        self.proven = True
        self.currency = ""

    def into(self, country: str, family: Family, world: World) -> None:
        """The plans into one more country."""
        drafted = enough(draft(self.law, family, world, country))
        found = plan_all(drafted, self.seconds)
        mine = fronts_of(drafted, found)
        self.fronts |= {f"{country}{_OF}{way}": front for way, front in mine.items()}
        self.unmade |= set(drafted.unmade)
        self.unknown = self.unknown & set(drafted.unknown) if self.looked else set(drafted.unknown)
        self.looked = True
        self.proven = self.proven and found.proven
        self.currency = drafted.problem.currency
        if mine:
            title = self.law.atlas.country(country).title
            self.told.append(CountryOn(country=country, title=title, ways=len(mine), plans=len(found.plans)))
        else:
            self.without.append(country)

    def first(self, one: First, rank: Firsts) -> BeginOn:
        """What can be begun now."""
        lost = tuple(
            LostOn(weeks=of.weeks, ways=len(of.closed), plans=round(of.lost * rank.plans), later=of.later)
            for of in one.delays
        )
        return self._begin(one.step, one.used_by, round(one.plans * rank.plans), one.fee, lost)

    def leaving(self, one: BeforeLeaving, rank: Firsts, on: date) -> BeginOn:
        """What is done at home alone."""
        ways = tuple(name for name, (_, front) in self.fronts.items() if one.step in _used(front))
        begin = self._begin(one.step, ways, round(one.plans * rank.plans), one.fee, ())
        closes = None if one.closes is None else (on + timedelta(days=one.closes)).isoformat()
        return msgspec.structs.replace(begin, closes=closes, door=one.door)

    def lacking(self) -> list[tuple[str, int]]:
        """Papers that nobody tells how to get, and how many ways have a plan that asks for one."""
        atlas, count = self.law.atlas, Counter[str]()
        needs = {step.id: self.unmade.intersection(step.needs) for step in atlas.steps}
        for _, front in self.fronts.values():
            count.update({paper for name in _used(front) for paper in needs.get(name.rpartition("/")[2], ())})
        return sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))

    def _begin(
        self, name: str, ways: tuple[str, ...], plans: int, fee: int, lost: tuple[LostOn, ...]
    ) -> BeginOn:
        atlas = self.law.atlas
        problem, _ = self.fronts[ways[0]]
        step = next(of for of in problem.steps if of.id == name)
        described = next((of for of in atlas.steps if of.id == name.rpartition("/")[2]), None)
        danger = None if described is None else described.danger
        return BeginOn(
            step=name if described is None else described.id,
            title={} if described is None else described.title,
            countries=tuple(dict.fromkeys(way.partition(_OF)[0] for way in ways)),
            ways=len(ways),
            plans=plans,
            where=None if described is None else described.where,
            fee=fee,
            fee_unknown="fee" in step.unknown,
            danger=0 if danger is None else danger.level,
            danger_text=None if danger is None else danger.text,
            learns=() if described is None else described.who_learns,
            lacks=()
            if described is None
            else tuple(paper for paper in described.needs if paper in self.unmade),
            lost=lost,
            facts=step.facts,
        )


def _used(front: Front) -> set[str]:
    return {placed.step for plan in front.plans for placed in plan.steps}
