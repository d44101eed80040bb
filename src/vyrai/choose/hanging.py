"""What a way hangs on that is not known, and what of leaving nobody has answered yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import zip_longest

from vyrai.choose._links import wording
from vyrai.choose._open import Items
from vyrai.choose.model import Text
from vyrai.choose.shut import ClosedOn, closed_by
from vyrai.family import Case
from vyrai.law import Family, Law, Link, Verdict
from vyrai.reach import WELL, Said, may_be_refused
from vyrai.rules import SURE, SURELY_NOT
from vyrai.rules.env import LATER
from vyrai.world import Route, World

LEFT = "left"
"""The right that a way out gives."""


class Hanging:
    """Reads open conditions of one family on one day."""

    def __init__(self, law: Law, case: Case, family: Family, world: World) -> None:
        self.law, self.family, self.world = law, family, world
        self.items = Items(case.form, family, world)
        self.said = Said(family)

    def of(
        self, links: Iterable[Link], also: Iterable[Route] = (), out: Iterable[Route] = ()
    ) -> tuple[Text, ...]:
        """What each of these routes hangs on, each thing once. also, out: routes as of today; the ways out
        come first, for whoever is stopped there needs nothing of the rest; then the first thing of each
        route, lest the fear that a claim stands on be lost behind all that a visa asks.
        """
        own = [(link.route, link.verdict) for link in links if link.way == "perhaps"]
        leaving = [self._texts([pair]) for pair in self.open(out) if not self._granted(pair[0])]
        each = [self._texts([pair]) for pair in (*own, *self.open(also)) if not self._granted(pair[0])]
        turns = (text for texts in zip_longest(*each) for text in texts if text is not None)
        told = (*(text for texts in leaving for text in texts), *turns)
        return _once(told)

    def _granted(self, route: Route) -> bool:
        """Whether the family has ticked as granted the last step of a route that may be refused: what it hung
        on is settled by that.
        """
        steps = [self.law.atlas.step(name) for name in route.steps]
        decided = [step.id for step in steps if may_be_refused(step.outcomes)]
        deed = self.said.of(decided[-1], route.id) if decided else None
        return deed is not None and deed.outcome in WELL

    def open(self, routes: Iterable[Route]) -> list[tuple[Route, Verdict]]:
        """Those that are open for the family perhaps, as of today."""
        decided = ((route, self.law.decide(route, self.family, self.world)) for route in routes)
        return [(route, verdict) for route, verdict in decided if verdict.way == "perhaps"]

    def rounds(self, links: Iterable[Link], dated: Set[str] = frozenset()) -> tuple[Text, ...]:
        """Draws, rounds and quotas that decide later of these routes, each once. dated: names of those that
        are left out, for their months are known.
        """
        own = [(link.route, link.verdict) for link in links if link.way == "perhaps"]
        found = {
            text["en"]: text
            for route, verdict in own
            for key in verdict.open
            if key.startswith(LATER) and key.removeprefix(LATER) not in dated
            if (text := self.items.text(key, route))
        }
        return tuple(found.values())

    def leaving(self) -> tuple[Text, ...]:
        """What may stop the family at the border where it lives, whichever way out it takes; nothing once it
        has ticked that it is over it.
        """
        return () if self._is_out() else self._texts(self.open(self._out()))

    def barred(self) -> tuple[ClosedOn, ...]:
        """What surely closes the border where the family lives, whichever way out it takes. Not what is asked
        of children only: that is for those who leave without a parent.
        """
        everybody = [route for route in self._out() if not _of_children(route) and not self._is_out()]
        decided = [self.law.decide(route, self.family, self.world) for route in everybody]
        return tuple(closed_by(self.law, one, (one.route.id,)) for one in decided if one.way == "closed")

    def _out(self) -> list[Route]:
        """The routes out that are no crossing: they hold for every way out."""
        return [route for route in self._leaving() if not self._crossings(route)]

    def _is_out(self) -> bool:
        ticked = self.said.well()
        return any(not ticked.isdisjoint(self._crossings(route)) for route in self._leaving())

    def _crossings(self, route: Route) -> list[str]:
        return [name for name in route.steps if self.law.atlas.step(name).moves]

    def _leaving(self) -> Iterator[Route]:
        homes = {self.family.known.get(f"{one}.residence") for one in self.family.people["person"]}
        for route in self.law.atlas.routes:
            if route.gives is not None and route.gives.right == LEFT and (route.folder,) in homes:
                yield route

    def _texts(self, decided: Iterable[tuple[Route, Verdict]]) -> tuple[Text, ...]:
        found: list[Text] = []
        for route, verdict in decided:
            asked = self._asked(verdict)
            found += [asked.get(key) or self.items.text(key, route) for key in verdict.open]
        return _once(found)

    def _asked(self, verdict: Verdict) -> dict[str, Text]:
        """Of lists that are not told to the end, what is sought in them: "which papers do you hold?"
        does not say that the way is for holders of one.
        """
        route = verdict.route
        prior = () if route.prior is None else route.prior.any
        held = next((self.law.atlas.status(name).title for name in prior), {})
        return {
            key: wording(route, one.requirement) or held
            for one in verdict.findings
            if one.bits not in (SURE, SURELY_NOT)
            for key in one.items
            if ":" not in key and self.items.field(key).kind == "list"
        }


def _once(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Each text once, by its English words, where it stands first."""
    found: dict[str, Text] = {}
    for text in texts:
        found.setdefault(text["en"], text)
    return tuple(found.values())


def _of_children(route: Route) -> bool:
    """Whether it asks something, and of children only."""
    asked = [one.who for one in route.requirements]
    return bool(asked) and all(who is not None and who.each == "child" for who in asked)
