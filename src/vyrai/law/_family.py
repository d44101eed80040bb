"""One family, as rules read it: its answers, what people judged of it, and statuses a route would give it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import inf

from vyrai.family import Answers
from vyrai.law._money import RATE, rate
from vyrai.rules import Env, Known
from vyrai.rules.env import EVENT, FACT, GIVEN, JUDGED, LATER, Alternatives
from vyrai.world import World

ASSUMED = "+"
"""In the prefix of a status or stay that an earlier link of a chain would give: no answer of the family."""


def is_telling(item: str) -> bool:
    """Whether it is the list of papers or stays of a member."""
    return item.rpartition(".")[2] in GIVEN


class Family:
    """The base of every Env of one family. `people`: prefixes of the members by whom a rule is asked."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._on: dict[World, Env] = {}
        self._told: Family | None = None
        self._root: Family | None = None
        """The family as it is, of one that is given more."""
        self.known: dict[str, Alternatives] = {key: (value,) for key, value in answers.known.items()}
        self.lists: dict[str, tuple[str, ...]] = {}
        for key, (prefixes, complete) in answers.lists.items():
            self.lists[key] = prefixes
            if complete:
                self.known[key] = (True,)
        for prefix in self.lists.get("judgements", ()):
            about, value = self.known.get(f"{prefix}.about"), self.known.get(f"{prefix}.value")
            if about is not None and value is not None:
                self.known[JUDGED + about[0]] = self.known[LATER + about[0]] = value
        everybody = self.lists.get("members", ())
        adults = tuple(one for one in everybody if answers.group.get(one) == "adult")
        children = tuple(one for one in everybody if answers.group.get(one) == "child")
        self.people = {
            "person": everybody,
            "adult": adults,
            "child": children,
            "applicant": answers.applicants,
        }

    def papers(self, day: int) -> frozenset[str]:
        """The papers that the family surely has in hand: those to cross a border with (`passport`) where
        every member's is good on a day, and of a kind of qualification (`diploma`, with its
        `diploma-apostille`) the originals where all that it names are there.
        """
        held = []
        for member in self.people["person"]:
            own: set[str] = set()
            for prefix in self.lists.get(f"{member}.citizenships", ()):
                paper, expires = self.known.get(f"{prefix}.document"), self.known.get(f"{prefix}.expires")
                if paper is not None and expires is not None and expires[0][0] > day:
                    own.add(paper[0])
            held.append(own)
        return frozenset(set.intersection(*held)) | self._originals() if held else frozenset()

    def _originals(self) -> frozenset[str]:
        held: dict[str, bool] = {}
        for member in self.people["person"]:
            for prefix in self.lists.get(f"{member}.qualifications", ()):
                kind, original, apostille = (
                    self.known.get(f"{prefix}.{name}") for name in ("kind", "original", "apostille")
                )
                if kind is not None:
                    there, stamped = original == (True,), apostille == (True,)
                    paper, with_it = str(kind[0]), f"{kind[0]}-apostille"
                    held[paper] = held.get(paper, True) and there
                    held[with_it] = held.get(with_it, True) and there and stamped
        return frozenset(paper for paper, there in held.items() if there)

    def given(self, status: str, country: str, day: int, members: Iterable[str], there: bool) -> Family:
        """The same family once each member has a status of a country from a day, without known end. there:
        whether it lets them be there; then they stay there from that day.
        """
        later = self._copy()
        for member in members:
            later._add(f"{member}.statuses", day, status=status, country=country)
            if there:
                later._add(f"{member}.stays", day, country=country)
        return later

    def _add(self, key: str, day: int, **codes: str) -> None:
        """An item of a list that begins on a day."""
        prefix = f"{key}/{ASSUMED}{len(self.lists.get(key, ()))}"
        self.lists[key] = (*self.lists.get(key, ()), prefix)
        self.known |= {f"{prefix}.{name}": (code,) for name, code in codes.items()}
        self.known |= {f"{prefix}.from": ((day, day),), f"{prefix}.to": ((inf, inf),)}

    def as_told(self) -> Family:
        """The same family if nobody has papers or stays in a country but those it has named."""
        if self._told is None:
            self._told = self._copy()
            for member in self.people["person"]:
                self._told.known |= {f"{member}.{kept}": (True,) for kept in sorted(GIVEN)}
        return self._told

    def _copy(self) -> Family:
        later = object.__new__(Family)
        later.answers, later.people, later._on, later._told = self.answers, self.people, {}, None
        later._root = self._root or self
        later.known, later.lists = dict(self.known), dict(self.lists)
        return later

    def on(self, world: World) -> Env:
        """The family on the day of a world, with the facts in force that day: one Env, which remembers."""
        env = self._on.get(world)
        if env is None:
            known = Known(self.known, partial(_look_up, world))
            env = self._on[world] = Env(known, self.lists, world.on.toordinal())
            env.remember(None if self._root is None else self._root.on(world))
        return env


def _look_up(world: World, key: str) -> Alternatives | None:
    """A fact or event by its key, in the form rules compute with."""
    name = key.partition(":")[2]
    atlas = world.atlas
    if key.startswith(FACT) and name.startswith(RATE):
        return rate(world, name)
    if key.startswith(FACT):
        found = world.value(name)
        if found.why is not None:
            return None
        unit = None if found.unit is None else atlas.unit(found.unit)
        if unit is not None and unit.kind == "level":
            ranks = {code: rank for rank, code in enumerate(atlas.codes[unit.of or unit.id].codes)}
            return tuple((ranks[str(code)], ranks[str(code)]) for code in found.alternatives)
        return found.alternatives
    if key.startswith(EVENT):
        span = world.event(name)
        begin = (_open(span.begin_lo, -inf), _open(span.begin_hi, inf))
        return ((begin, (_open(span.end_lo, inf), _open(span.end_hi, inf))),)
    return None


def _open(day: int | None, otherwise: float) -> float:
    return otherwise if day is None else day
