"""Steps of the atlas as steps of a problem: how long, who comes, where, for how much, how dangerous."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, floor, inf

from vyrai.law import A_DAY, Family, Law, Purse, Weeks, duration, step_takes
from vyrai.reach._minding import minded
from vyrai.reach._often import Counted, counted, may_be_refused
from vyrai.reach.problem import Attends, Income, Step
from vyrai.world import Route, World
from vyrai.world import Step as Described

HOME, THERE = "home", "there"
GIVEN, STAY = "given:", "stay:"
"""Before the key of a way: the papers that its last status is there, and that one may stay."""
USUAL, BY_LAW = "usual", "by_law"
"""Unknown of a step: how far a wait is from what is usual; and from all the time that the law gives."""
OTHERS = "others"
"""Unknown of a step: how often people with their citizenship are refused; only of everybody it is counted."""
APART = "apart"
"""Unknown of a step, beside its refusals: they are counted by citizenship, and the family is not of one."""
DATED = "dated"
"""Unknown of a step, beside its refusals: they were counted of people like them, but too long ago."""
CROWD = "crowd"
"""Unknown of a step, beside its refusals: they were counted of others, which says nothing of theirs."""
REFUSALS = frozenset({"refused", OTHERS, APART, DATED, CROWD})
"""Everything that may be unknown of how often a step is refused."""
RUNNING = "running"
"""Beside what is not known of a step: an office decides it already, and nobody begins it."""
RECKONED = frozenset({USUAL, BY_LAW})
"""With these a step has likely days, which the wait of one family may be below or above."""
POINTS = (0, 1, 3, 9, 27)
"""Points of the levels of danger: three steps of a level weigh as one of the next, so that a way is not
called safer for having one grave step in the place of a few small ones.
"""


@dataclass(slots=True)
class Making:
    """A step as it is put together."""

    id: str
    yields: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    days: tuple[int, int, int] = (0, 0, 0)
    attends: Attends | None = None
    fee: int = 0
    locked: int = 0
    place: str | None = None
    moves: bool = False
    valid: int | None = None
    refused: float | None = 0.0
    danger: int = 0
    quality: int = 0
    income: Income | None = None
    windows: tuple[tuple[int, int], ...] = ()
    unknown: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def may_be_refused(self, of: Counted | None = None) -> None:
        """It may be refused: so often as somebody counted, or nobody knows how often."""
        often, apart, dated, crowd = of or Counted(None)
        self.unknown = [what for what in self.unknown if what not in REFUSALS]
        if often is None:
            self.refused = None
            why = {APART: apart, DATED: dated, CROWD: crowd}
            self.unknown += ["refused", *(code for code, holds in why.items() if holds)]
            self.facts += [*dated, *crowd]
        else:
            self.refused = often.share
            self.unknown += [] if often.own else [OTHERS]
            self.facts.append(often.fact)

    def takes(self, weeks: Weeks) -> None:
        """How long: the middle of what was seen; where there is no end, the least."""
        low = floor(weeks.lo * 7)
        if weeks.hi == inf:
            self.days = (low, low, low)
            self.unknown.append("days")
        else:
            high = ceil(weeks.hi * 7)
            self.days = (low, (low + high) // 2, high)
        self.facts += weeks.facts

    def usually(self, weeks: Weeks, most_days: float) -> None:
        """Where only an average is known, or what an office says is the rule: the middle of it is likely; in
        lives it is drawn from the least that is known to as long again. One that is likely longer than
        `most_days` is told and counts nothing.
        """
        if "days" not in self.unknown:
            return
        self.facts += weeks.facts
        least, low = self.days[0], floor(weeks.lo * 7)
        likely = max(least, low if weeks.hi == inf else (low + ceil(weeks.hi * 7)) // 2)
        if not low and weeks.hi != inf:
            likely = ceil(weeks.hi * 7)  # Of a wait that is "up to" a time, half of it is nobody's word.
        if likely > most_days:
            return
        self.unknown = [*(what for what in self.unknown if what != "days"), USUAL]
        most = max(2 * likely - least, likely if weeks.hi == inf else ceil(weeks.hi * 7))
        self.days = (least, likely, most)

    def waited(self, days: int) -> None:
        """So many of its days are over. Where all of them are, how long it will be nobody knows."""
        low, likely, most = self.days
        if most and days >= most:
            self.days = (0, 0, 0)
            self.unknown = [*(what for what in self.unknown if what not in RECKONED | {"days"}), "days"]
        elif most:
            self.days = (max(0, low - days), max(1, likely - days), most - days)

    def in_a_day(self) -> None:
        """It takes no day of its own; of what surely or likely takes more the rest is not counted."""
        if self.days[1] > 1 and "days" not in self.unknown:
            self.unknown = [*(what for what in self.unknown if what not in RECKONED), "days"]
        self.days = (0, 0, 0)

    def within(self, weeks: Weeks, horizon: int, kept: bool) -> None:
        """Where only the most that the law gives is known: that is likely, for offices take the time they
        have; lives are drawn from the least to it. kept: nothing was ever seen that says otherwise; else it
        is the least that is likely. A most beyond the horizon of a plan says nothing.
        """
        if "days" not in self.unknown or weeks.hi * 7 > horizon:
            return
        most = ceil(weeks.hi * 7)
        if kept:
            self.unknown = [*(what for what in self.unknown if what != "days"), BY_LAW]
        self.days = (min(self.days[0], most), most, most)

    def done(self) -> Step:
        """The published record."""
        return Step(
            id=self.id,
            yields=tuple(dict.fromkeys(self.yields)) or (f"done:{self.id}",),
            needs=tuple(dict.fromkeys(self.needs)),
            days=self.days,
            attends=self.attends,
            fee=self.fee,
            locked=self.locked,
            place=None if self.moves else self.place,
            moves_to=THERE if self.moves else None,
            valid=self.valid,
            refused=self.refused,
            danger=self.danger,
            quality=self.quality,
            income=self.income,
            windows=self.windows,
            unknown=tuple(dict.fromkeys(self.unknown)),
            facts=tuple(dict.fromkeys(self.facts)),
        )


class Makers:
    """Makes steps for one family on its way to one country."""

    def __init__(
        self, law: Law, family: Family, world: World, country: str, purse: Purse, horizon: int
    ) -> None:
        self.law, self.family, self.world, self.country, self.purse = law, family, world, country, purse
        self.horizon = horizon
        labels = family.answers.labels
        self.alias = {member: str(labels[member]) for member in family.people["person"]}
        self.documents = {one.id for one in law.atlas.documents}

    @property
    def everybody(self) -> Attends:
        """Everybody, for a day: the calendar of a plan has no parts of days."""
        return Attends(days=1, who=tuple(self.alias.values()))

    def make(self, name: str, described: Described, route: Route | None, world: World, moved: bool) -> Making:
        """A step of a route (or of none); moved: the family is in the country by then."""
        step = Making(name)
        step.yields += [paper for paper in described.yields if paper in self.documents]
        step.needs += described.needs
        if step_takes(world, described) != A_DAY:  # That day is the one on which somebody does it.
            step.takes(step_takes(world, described))
        takes = described.takes
        usual = None if takes.average is None else duration(world, takes.average)
        if usual is not None:
            # Whoever has asked for protection may stay while they wait: safe before a decision beyond a plan.
            claimed = moved and route is not None and route.kind == "protection"
            step.usually(usual, self.horizon if claimed else inf)
        limit = None if takes.law is None else duration(world, takes.law)
        if limit is not None:
            # What was seen once, if too long ago to lean on, says that the law's time need not be kept.
            step.within(limit, self.horizon, takes.average is None and takes.observed is None)
        who = self._who(described)
        if who:
            adults, children = (
                [self.alias[one] for one in self.family.people[group]] for group in ("adult", "child")
            )
            step.attends = Attends(days=1, who=minded(who, adults, children))
        elif described.who_comes is None:
            step.unknown.append("attends")
        step.place = self._place(described, route, moved, bool(who))
        if described.danger is not None:
            step.danger = POINTS[described.danger.level]
            step.facts += [] if described.danger.fact is None else [described.danger.fact]
        elif who:
            step.unknown.append("danger")
        if may_be_refused(described.outcomes):
            step.may_be_refused(counted(self.family, world, described.outcomes))
        for fact in described.costs:
            self.pay(step, fact)
        if not described.costs and not self.documents.isdisjoint(described.yields):
            step.unknown.append("fee")  # A paper that costs nothing has a fact that says so.
        self._lapses(step, world)
        return step

    def _lapses(self, step: Making, world: World) -> None:
        """For how long what it yields may be used: the shortest time that is known of its papers."""
        papers = [self.law.atlas.document(paper) for paper in step.yields]
        facts = [fact for one in papers for fact in (one.validity, one.freshness) if fact is not None]
        times = [time for fact in facts if (time := duration(world, fact)) is not None]
        if times:
            shortest = min(times, key=lambda time: time.lo)
            step.valid = floor(shortest.lo * 7)
            step.facts += shortest.facts

    def _place(self, described: Described, route: Route | None, moved: bool, somebody: bool) -> str | None:
        inside = THERE if described.folder == self.country else HOME
        if described.at is not None:
            return {"inside": inside, "outside": HOME, "anywhere": None}[described.at]
        if route is not None and route.filed == "inside":
            return inside
        if not somebody:
            return None
        if moved:
            return THERE
        return None if route is not None and route.filed == "either" else HOME

    def _who(self, described: Described) -> tuple[str, ...]:
        people = self.family.people
        groups: dict[str, Iterable[str]] = {
            "each": people["person"],
            "adults": people["adult"],
            "applicant": people["applicant"][:1],
            "parent": people["adult"][:1],
        }
        return tuple(self.alias[member] for member in groups.get(described.who_comes or "", ()))

    def pay(self, step: Making, fact: str) -> None:
        """Adds a price to a step: the most it can be; where that has no end, the least, told so."""
        pair = self.purse.fact(fact)
        step.facts.append(fact)
        if pair is None:
            step.unknown.append("fee")  # It costs, and how much cannot be reckoned: never nothing.
            return
        if pair[1] == inf:
            step.unknown.append("fee")
        step.fee += ceil(pair[0] if pair[1] == inf else pair[1])
