"""For each provision of a country and one member: whether, when and for how long it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Any

from vyrai.belong._ages import Age, By, age
from vyrai.belong._clock import Clock, clock, latest, share, watched
from vyrai.belong._gate import NOWHERE, Gate, gate, known
from vyrai.belong._spot import Spot
from vyrai.belong.model import Cause, State
from vyrai.law import WEEKS, Condition, Family, Law, OwnLine, Timeline, Weeks, conditions
from vyrai.rules import SURE, SURELY_NOT
from vyrai.world import AgesBy, Provision, World

MONTH = WEEKS["months"]
_WORST: tuple[State, ...] = ("open", "limited", "unknown", "closed")
NOBODY: Mapping[str, OwnLine] = MappingProxyType({})
"""Everybody has the papers of the way."""
_ENDS: dict[str, By] = {"calendar_year": "calendar_year", "school_year": "next_school_year"}
_STATES: dict[int, State] = {SURE: "open", SURELY_NOT: "closed"}


@dataclass(frozen=True, slots=True)
class Opening:
    """One provision for one member. Times are weeks after arrival.

    may: until it may be asked for. clock: until it is there, at least in part; sure: until it is there in
    full; None: never for sure. begins, ends: the ages. over: by when its age has come, at the earliest and
    at the latest.
    """

    provision: Provision
    gate: Gate
    state: State
    cause: Cause | None
    may: Weeks
    clock: Clock
    sure: Clock | None
    begins: Age | None
    ends: Age | None
    over: tuple[Any, Any]
    watched: bool
    conditions: tuple[Condition, ...] = ()

    @property
    def there(self) -> bool:
        """Whether it surely opens, at least in part."""
        return self.state in ("open", "limited")


class Openings:
    """The provisions of one country before one member on one way, or on the papers of its own."""

    def __init__(
        self,
        law: Law,
        world: World,
        way: Timeline,
        family: Family,
        member: str,
        own: Mapping[str, OwnLine] = NOBODY,
        spot: Spot | None = None,
    ) -> None:
        """own: the members whose papers are not those of the way; spot: the place that is looked at."""
        self.law, self.world, self.family, self.member = law, world, family, member
        self.lines = {one: own[one].line if one in own else way for one in family.people["person"]}
        self.line = line = self.lines[member]
        self.spot = spot
        self.there = world.at(line.arrives)
        self._months: dict[tuple[str, Any, Any], tuple[tuple[Any, Any], tuple[Any, Any]]] = {}
        self._with: dict[str, Family] = {}
        self._gates: dict[str | None, Gate] = {}
        self._found: dict[str, Opening] = {}

    def of(self, provision: Provision) -> Opening:
        """What becomes of a provision."""
        found = self._found.get(provision.id)
        if found is None:
            found = self._found[provision.id] = self._open(provision)
        return found

    def _holding(self, at: Gate) -> Family:
        """The family with the status on which it opens, so that a condition may ask about it.

        Who has other papers than the member has those; of the way there is nothing for who stays out.
        """
        key = at.status or ""
        if key not in self._with:
            held: dict[str, list[str]] = {}
            for one, line in self.lines.items():
                status = at.status if line is self.line else None
                status = status or next((of.status.id for of in line.stages if of.status.stay), None)
                if status is not None:
                    held.setdefault(status, []).append(one)
            family, day = self.family, self.line.arrives.toordinal()
            for status, members in held.items():
                of = self.law.atlas.status(status)
                family = family.given(status, of.folder, day, members, of.stay)
            self._with[key] = family
        return self._with[key]

    def gate(self, right: str | None) -> Gate:
        """On which status of the way a right opens."""
        if right not in self._gates:
            self._gates[right] = gate(self.world, self.line, right)
        return self._gates[right]

    def _there(self, name: str) -> Provision:
        """A provision as it is in the place."""
        return self.law.atlas.provision(name) if self.spot is None else self.spot.offers[name]

    def _open(self, provision: Provision) -> Opening:
        if self.spot is not None and not self.spot.holds(provision.places):
            return _elsewhere(provision)
        at = self.gate(provision.right)
        before = [self.of(self._there(one)) for one in provision.after]
        by = provision.ages_by
        begins = self._age(provision.from_age, by, None if by is None else by.begins)
        # The school year in which an age is reached ends when the next begins.
        until = None if by is None or by.ends is None else _ENDS[by.ends]
        ends = self._age(provision.ends_at_age, by, until)
        grown = Weeks() if begins is None else Weeks(*self._weeks(begins), begins.years.facts)
        over = (inf, inf) if ends is None else self._weeks(ends)
        held = known(self.world, provision.held)
        asks = provision.requires or provision.excluded
        asked = (
            tuple(conditions(self.law, self._holding(at), self.there, provision, self.member)) if asks else ()
        )
        may = latest([_since(at.shown, held), grown])
        starts = [_all(may), *(one.clock for one in before)]
        found = clock(self.world, provision, starts, self.line.arrives)
        sure = None
        if at.sure is not None and all(one.sure is not None for one in before):
            starts = [
                _all(latest([_since(at.sure, held), grown])),
                *(one.sure for one in before if one.sure is not None),
            ]
            sure = clock(self.world, provision, starts, self.line.arrives)
        decided: list[State] = [_STATES.get(one.bits, "unknown") for one in asked]
        state: State = max((at.state, *decided, *(one.state for one in before)), key=_WORST.index)
        cause = self._cause(provision, at, before, decided, grown, held, found)
        if state != "closed" and min(found.law.lo, found.seen.lo) >= over[1]:
            state, cause = "closed", "age"  # it has ended before it may begin
        elif state != "closed" and (over[0] <= 0 or grown.hi == inf):
            state, cause = "unknown", "age"
        if state != "closed" and self.spot is None and provision.places:
            state, cause = "unknown", "where"
        return Opening(
            provision,
            at,
            state,
            cause,
            may,
            found,
            sure if state in ("open", "limited") else None,
            begins,
            ends,
            over,
            watched(self.world, provision),
            asked,
        )

    def _age(self, fact: str | None, ages: AgesBy | None, by: By | None) -> Age | None:
        year = "" if ages is None else ages.school_year
        return None if fact is None else age(self.world, self.family, self.member, fact, by, year)

    def _weeks(self, of: Age) -> tuple[Any, Any]:
        """Weeks from arrival to an age; none where it has come before."""
        return self._after(of.first), self._after(of.last)

    def _after(self, day: Any) -> Any:
        return day if day == inf else max(0, (day - self.line.arrives.toordinal()) * WEEKS["days"])

    def _cause(
        self,
        provision: Provision,
        at: Gate,
        before: list[Opening],
        decided: list[State],
        grown: Weeks,
        held: Weeks,
        found: Clock,
    ) -> Cause | None:
        """Why it is not there on arrival; None if it is."""
        if at.state == "closed":
            return "way" if self.line.out else "status"
        if "closed" in decided:
            return "condition"
        if at.state != "unknown" and at.shown.hi > 0 and at.shown.lo >= max(grown.lo, held.lo):
            return "status"
        blocked = next((one.cause for one in before if one.state in ("closed", "unknown")), None)
        if at.state == "unknown" or blocked is not None:
            return blocked or "unknown"
        if "unknown" in decided:
            return "condition"
        if grown.hi > 0 and grown.hi >= held.hi:
            return "age"
        if held.hi > 0:
            return "held"
        if found.seen.hi == 0:
            return "money" if provision.price else None
        if provision.school_year:
            return "place"
        timed = watched(self.world, provision) or provision.after or provision.takes.law
        return "queue" if timed else "money" if provision.price else "unknown"

    def months(self, of: Opening, begin: Any, end: Any) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
        """Months between two times after arrival (weeks) on paper, and in fact."""
        key = of.provision.id, begin, end
        if key not in self._months:
            self._months[key] = self._between(of, begin, end)
        return self._months[key]

    def _between(self, of: Opening, begin: Any, end: Any) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
        if of.state == "closed":
            return (0, 0), (0, 0)
        last = min(end, of.gate.ends[0], of.over[0]), min(end, of.gate.ends[1], of.over[1])
        most = [max(0, last[1] - max(begin, one.lo)) / MONTH for one in (of.clock.paper, of.clock.seen)]
        least = [Weeks().lo] * len(most)
        if of.sure is not None:
            least = [max(0, last[0] - max(begin, one.hi)) / MONTH for one in (of.sure.paper, of.sure.seen)]
        low, high, _ = share(self.world, of.provision)
        return (least[0], most[0]), (least[1] * low, most[1] * high)


def _elsewhere(provision: Provision) -> Opening:
    """What is offered in another place: whether there is the like of it here nobody has written down."""
    nothing = Gate("unknown", None, NOWHERE, None, (0, inf))
    nobody = _all(NOWHERE)
    return Opening(
        provision, nothing, "unknown", "where", NOWHERE, nobody, None, None, None, (inf, inf), False
    )


def _since(start: Weeks, held: Weeks) -> Weeks:
    """After so long a stay: from arrival at the earliest, from the paper that opens it at the latest."""
    return Weeks(max(start.lo, held.lo), (start + held).hi, (*start.facts, *held.facts))


def _all(start: Weeks) -> Clock:
    """A start that is the same by law and in fact."""
    return Clock(start, start, start)
