"""After a refusal that a family has ticked: what may then be done, in the place of the refused step.

What is done once more has its fees and its waits once more, and may be refused once more; on to a later step
the refused one is left out; whoever decides again may say no again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from vyrai.law import Law
from vyrai.reach._after_no import after_no, days_after_no
from vyrai.reach._deeds import REFUSED, Deed, Said
from vyrai.reach._making import Making
from vyrai.world import Outcome, Route, World

Of = dict[str, tuple[str | None, str | None]]
Make = Callable[[str, str], Making]
"""A step of the problem with this id, from this step of the atlas; it is added to the others."""


class Again:
    """Goes through the refusals that a family has ticked. What came before a refusal is behind the family,
    ticked or not.
    """

    def __init__(
        self,
        law: Law,
        world: World,
        documents: Set[str],
        steps: dict[str, Making],
        of: Of,
        said: Said,
    ) -> None:
        self.law, self.world, self.documents = law, world, documents
        self.steps, self.of, self.said = steps, of, said
        self.anew: set[str] = set()
        """With what whoever was refused begins: the first step of what is asked once more, an appeal."""
        self._since: dict[str, Deed] = {}
        self._spent: dict[str, Deed] = {}
        self.routed = {name for route in law.atlas.routes for name in route.steps}

    def since(self) -> dict[str, Deed]:
        """By step of the problem the refusal after which it is to be done once more: what was made here, and
        on every other way what went into the refused application.
        """
        first = {step.rpartition("/")[0].rpartition("/")[0] for step in self._since}
        spent = {
            step: self._spent[described]
            for step, (_, described) in self.of.items()
            if described in self._spent and step.rpartition("/")[0] not in first
        }
        return spent | self._since

    def after(self, key: str, own: Sequence[str], route: Route, make: Make) -> None:
        """The steps that follow the refusals of one route. own: its steps in the atlas, in their order."""
        for name in own:
            outcome = self.law.atlas.step(name).outcomes.get(REFUSED)
            deed = self.said.of(name, route.id)
            if deed is None or deed.outcome != REFUSED or outcome is None:
                continue
            before = {*self.steps}
            for kind, steps in after_no(own, name, outcome, self.routed):
                if kind == "back":
                    self._back(key, steps, route)
                    self.anew.add(f"{key}/{name}/{steps[0]}")
                    self._spent |= dict.fromkeys(steps[:-1], deed)
                elif kind == "on":
                    self._on(key, name, steps[0], steps[-1])
                elif not self._late(outcome, deed):
                    (other,) = steps
                    step = make(f"{key}/{name}/{other}", other)
                    self._anew(
                        self.steps[f"{key}/{name}"], step, priced=bool(self.law.atlas.step(other).costs)
                    )
                    step.windows = self._window(outcome, deed)
                    self.anew.add(step.id)
            self._since |= dict.fromkeys(self.steps.keys() - before, deed)

    def _late(self, outcome: Outcome, deed: Deed) -> bool:
        """Whether the time in which it may be asked for has surely run out."""
        days = days_after_no(self.world, outcome)
        return days is not None and deed.last is not None and deed.last + days < self.world.on.toordinal()

    def _window(self, outcome: Outcome, deed: Deed) -> tuple[tuple[int, int], ...]:
        """The days on which it may be asked for, where they are known."""
        days = days_after_no(self.world, outcome)
        if days is None or deed.day is None:
            return ()
        return ((0, max(0, deed.day + days - self.world.on.toordinal())),)

    def _back(self, key: str, names: Sequence[str], route: Route) -> None:
        """The steps from one before the refused one (the last of them) to that one, once more."""
        refused = names[-1]
        renamed: dict[str, str] = {}
        for name in names:
            first, other = self.steps[f"{key}/{name}"], f"{key}/{refused}/{name}"
            step = replace(first, id=other, unknown=[*first.unknown], facts=[*first.facts])
            step.needs = _with(first.needs if renamed else self._papers(first), renamed)
            if name != refused:
                renamed[f"after:{first.id}"] = f"after:{other}"
            step.yields = _with(first.yields, renamed)
            if name == refused:
                # How often of those who were refused before nobody counts.
                step.may_be_refused()
                step.facts = [fact for fact in step.facts if fact not in self._shares(name, route)]
            self.steps[other] = step
            self.of[other] = (route.id, name)

    def _shares(self, name: str, route: Route) -> set[str]:
        outcomes = (*self.law.atlas.step(name).outcomes.values(), *route.outcomes.values())
        return {fact for one in outcomes for fact in one.share.values()}

    def _on(self, key: str, refused: str, following: str, later: str) -> None:
        """Nobody waits for the refused step any more; what it would have given comes from a later one."""
        first, after = self.steps[f"{key}/{refused}"], f"after:{key}/{refused}"
        step = self.steps[f"{key}/{following}"]
        step.needs = [need for need in step.needs if need != after]
        self.steps[f"{key}/{later}"].yields += [paper for paper in first.yields if paper != after]

    def _papers(self, step: Making) -> list[str]:
        return [need for need in step.needs if need in self.documents]

    def _anew(self, first: Making, step: Making, priced: bool) -> None:
        """The same office decides again, and may say no again. priced: what it asks for that is known."""
        step.needs += self._papers(first)
        step.yields += first.yields
        if not step.refused:
            step.may_be_refused()
        step.unknown += [] if priced else ["fee"]


def _with(papers: Iterable[str], renamed: Mapping[str, str]) -> list[str]:
    return [renamed.get(paper, paper) for paper in papers]
