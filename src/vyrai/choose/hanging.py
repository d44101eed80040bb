"""What a way hangs on that is not known, and what of leaving nobody has answered yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from vyrai.choose._open import Items
from vyrai.choose.model import Text
from vyrai.family import Case
from vyrai.law import Family, Law, Link, Verdict
from vyrai.rules.env import LATER
from vyrai.world import Route, World

LEFT = "left"
"""The right that a way out gives."""


class Hanging:
    """Reads open conditions of one family on one day."""

    def __init__(self, law: Law, case: Case, family: Family, world: World) -> None:
        self.law, self.family, self.world = law, family, world
        self.items = Items(case.form, family, world)

    def of(self, links: Iterable[Link], also: Iterable[Route] = ()) -> tuple[Text, ...]:
        """What each of these routes hangs on, each thing once, in their order. also: routes as of today."""
        own = [(link.route, link.verdict) for link in links if link.way == "perhaps"]
        return self._texts([*own, *self.open(also)])

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
        """What may stop the family at the border where it lives, whichever way out it takes."""
        return self._texts(self.open(self._out()))

    def _out(self) -> Iterator[Route]:
        """The routes out that are no crossing: they hold for every way out."""
        atlas = self.law.atlas
        homes = {self.family.known.get(f"{one}.residence") for one in self.family.people["person"]}
        for route in atlas.routes:
            out = route.gives is not None and route.gives.right == LEFT
            if out and (route.folder,) in homes and not any(atlas.step(name).moves for name in route.steps):
                yield route

    def _texts(self, decided: Iterable[tuple[Route, Verdict]]) -> tuple[Text, ...]:
        found: dict[str, Text] = {}
        for route, verdict in decided:
            for key in verdict.open:
                text = self.items.text(key, route)
                found.setdefault(text["en"], text)
        return tuple(found.values())
