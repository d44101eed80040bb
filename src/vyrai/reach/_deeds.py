"""What the family has ticked as done, or refused: the plan goes on from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from vyrai.law import Family
from vyrai.reach._leaving import LEAVING
from vyrai.reach._making import GIVEN, HOME, RUNNING, Making
from vyrai.reach._posts import journey
from vyrai.world import Atlas

WELL = ("granted", "done")
REFUSED = "refused"
WAITING = ("returned", "no_answer")
"""Not over: the step stands as it is."""
INSIDE = "inside"
"""Of a step that makes a paper anew of which there is one: what was granted lies in the old one."""


class Deed(NamedTuple):
    """What came of a step, the first and the last day on which it can have been done (ordinals; None:
    unsaid), its place in the list of the family, and the only way of which it is said (None: of every one).
    """

    outcome: str
    day: int | None
    last: int | None
    number: int
    route: str | None = None

    def follows(self, other: Deed) -> bool:
        """Whether it came after another; where their days do not tell, as the family wrote them."""
        if None not in (self.day, other.day) and (self._behind(other) or other._behind(self)):
            return self._behind(other)
        return self.number > other.number

    def _behind(self, other: Deed) -> bool:
        return (self.day or 0) > (other.last or 0)


class Said:
    """What the family has ticked, by step of the atlas."""

    def __init__(self, family: Family) -> None:
        self._of: dict[str, list[Deed]] = {}
        for number, prefix in enumerate(family.lists.get("done", ())):
            step, outcome, day, route = (
                family.known.get(f"{prefix}.{name}") for name in ("step", "outcome", "date", "route")
            )
            if step is not None:
                first, last = (None, None) if day is None else map(int, day[0])
                came = "done" if outcome is None else str(outcome[0])
                on = None if route is None else str(route[0])
                self._of.setdefault(str(step[0]), []).append(Deed(came, first, last, number, on))

    def of(self, step: str | None, route: str | None) -> Deed | None:
        """The last word on a step of a way (of no way, as a paper that any may use: on any)."""
        said = self._of.get(step or "", ())
        return next((one for one in reversed(said) if route is None or one.route in {None, route}), None)

    def well(self) -> frozenset[str]:
        """Steps that ended well on some way."""
        return frozenset(step for step, said in self._of.items() if any(one.outcome in WELL for one in said))

    def gone_to(self, atlas: Atlas, home: str | None) -> str | None:
        """The country into which it crossed last; empty: it has only left home, and nobody knows where to.
        None: it is at home, into which it may have crossed last.
        """
        out = {step for route in atlas.routes if route.kind == LEAVING for step in route.steps}
        into, left = list[tuple[int, str]](), False
        for step in self.well():
            described, said = atlas.step(step), self.of(step, None)
            if said is None or not described.moves:
                continue
            if step not in out:
                into.append((said.number, described.folder))
            else:
                left = left or described.folder == home
        last = max(into, default=(0, "" if left else home))[1]
        return None if last == home else last


class GoneOn:
    """Takes out the steps that are over. `papers`: what is in hand by them, and its last day from today on
    (None: no end is known).

    since: step -> a refusal after which it is to be done once more; what was ticked before that says nothing
    of it.

    Whoever waits for a step that is over waits for what that one waited for: a step ticked does not tick
    those before it. A border crossed does, and a step for which somebody came or that somebody decided:
    nobody is asked for what came before it, on the way of which it was ticked. One that stands on several
    ways is of those of which it is said, or of which something else is ticked that no other has: fingerprints
    given for a visit are no application for good. A wait that follows runs since the day of the tick.
    """

    def __init__(
        self,
        steps: dict[str, Making],
        documents: Set[str],
        crossings: Set[str],
        today: int,
        since: Mapping[str, Deed],
    ) -> None:
        self.steps, self.documents, self.crossings, self.today = steps, documents, crossings, today
        self.since = since
        self.papers: dict[str, int | None] = {}
        self._granted_in: set[str] = set()

    def take(self, of: Mapping[str, tuple[str | None, str | None]], said: Said) -> None:
        """What was refused is no way; what has lapsed since it was done is to be done again."""
        begun, asked = self._begun(of, said), defaultdict[str, set[str]](set)
        for name, step in self.steps.items():
            asked[_way_of(name)].update(step.needs)
        for name, (route, described) in of.items():
            deed = said.of(described, route)
            if deed is None or deed.outcome in WAITING or name not in self.steps:
                continue
            refusal = self.since.get(name)
            if refusal is not None and not deed.follows(refusal):
                continue
            until = None if described in self.crossings else self._until(self.steps[name], deed)
            if until is not None and until < 0:
                continue
            step = self.steps.pop(name)
            if deed.outcome in WELL:
                self.papers |= {paper: until for paper in step.yields if paper in self.documents}
                since = None if deed.day is None else self.today - deed.day
                if step.refused != 0 or any(paper.startswith(GIVEN) for paper in step.yields):
                    self._granted_in |= asked[_way_of(name)]
                office = _at_an_office(step) and (deed.route is not None or route in begun)
                self._pass(step, described in self.crossings or office, since)

    def anew(self, sole: Iterable[str]) -> None:
        """Marks the steps that make a paper anew (of those of which there is one) in which something that was
        granted lies.
        """
        lies_in = self._granted_in.intersection(sole)
        for step in self.steps.values():
            if not lies_in.isdisjoint(step.yields):
                step.unknown.append(INSIDE)

    @staticmethod
    def _begun(of: Mapping[str, tuple[str | None, str | None]], said: Said) -> set[str | None]:
        """The routes of which a step is ticked that no other has."""
        routes: dict[str | None, set[str | None]] = {}
        for route, described in of.values():
            routes.setdefault(described, set()).add(route)
        done = said.well()
        return {next(iter(on)) for described, on in routes.items() if described in done and len(on) == 1}

    def are_in(self, names: Iterable[str]) -> None:
        """Takes out the crossings of who is in the country already, but for those that begin outside it: of
        these nobody can make one from there.
        """
        for name in names:
            step = self.steps.get(name)
            if step is not None and step.place != HOME:
                del self.steps[name]
                self._pass(step, False, None)

    def _until(self, step: Making, deed: Deed) -> int | None:
        if deed.day is None or step.valid is None or deed.outcome not in WELL:
            return None
        return deed.day + step.valid - self.today

    def _pass(self, step: Making, behind: bool, since: int | None) -> None:
        """behind: what came before it is behind the family too. since: so many days ago, if that is said."""
        passed = {*step.yields} - self.documents
        kept = [need for need in step.needs if need not in self.documents and not journey([need])]
        before = [] if behind else kept
        for other in self.steps.values():
            if not passed.isdisjoint(other.needs):
                other.needs = [need for need in other.needs if need not in passed] + before
                if other.attends is None and not other.needs:
                    other.unknown += [RUNNING] if other.refused != 0 else []
                    if since is not None:
                        other.waited(since)


def _way_of(name: str) -> str:
    """The way of a step."""
    return name.rpartition("/")[0]


def _at_an_office(step: Making) -> bool:
    """Whether somebody came for it, or somebody decided it: nobody gets there without what comes before."""
    return step.attends is not None or step.refused != 0
