"""Trying answers out: what a route's verdict would be if some answers were other."""

from __future__ import annotations

from collections.abc import Mapping

from vyrai.law import _decide
from vyrai.law._family import ASSUMED, Family
from vyrai.law.law import Law
from vyrai.rules import UNKNOWN, Env
from vyrai.rules.env import Alternatives
from vyrai.world import Route, World

Answers = Mapping[str, Alternatives | None]


class Trial:
    """One route, family and day; `bits` decides it again with some answers changed."""

    def __init__(self, law: Law, route: Route, family: Family, world: World) -> None:
        self.law, self.route, self.family = law, route, family
        self.env = family.on(world)
        self.asked = _decide.outline(law.programs, route, family, self.env.on)
        self.listed = list(self.asked.all)
        self._parts = _decide.decide_all(law.programs, self.asked, self.env)

    def open(self) -> dict[str, list[_decide.Asked]]:
        """What is asked and open, by item."""
        found: dict[str, list[_decide.Asked]] = {}
        for one, (bits, items) in self._parts.items():
            for item in items if bits == UNKNOWN else ():
                found.setdefault(item, []).append(one)
        return found

    def part(self, asked: _decide.Asked) -> _decide.Part:
        """What was found of one requirement as things stand."""
        return self._parts[asked]

    def with_answers(self, answers: Answers) -> Env:
        """The family with other answers; keys in a new record (`job_offers/+.country`) add it to its list."""
        lists = dict(self.env.lists)
        for key in answers:
            prefix = key.rpartition(".")[0]
            path, slash, place = prefix.rpartition("/")
            if slash and place == ASSUMED and prefix not in lists.get(path, ()):
                lists[path] = (*lists.get(path, ()), prefix)
        return Env(self.env.known.but(answers), lists, self.env.on, len(self.env.at))

    def bits(self, answers: Answers, only: list[_decide.Asked] | None = None) -> int:
        """The verdict with other answers. `only`: what to decide again, all else standing as it is."""
        env = self.with_answers(answers)
        again = self.listed if only is None else only
        parts = dict(self._parts) | {one: _decide.decide_asked(self.law.programs, one, env) for one in again}
        return _decide.combine(self.asked, parts)[0]
