"""What a rule is decided on: the known answers and facts, the lists, and the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Alternatives = tuple[Any, ...]
"""The values a name may have: one for an answer, one for each claim in force of a fact.

Ordered values are pairs (lo, hi), dates and levels as ordinals and ranks; codes are str, sets of codes
frozenset, yes/no bool."""

SLOTS = 8
"""Variables that may be open at once: the member, and one for each list inside another."""
FAMILY = "family"
FACT, EVENT, JUDGED, LATER = "fact:", "event:", "judged:", "later:"
GIVEN = frozenset({"statuses", "stays"})
"""Lists by which alone a family differs from what it will be on its way."""


class Known(dict[str, "Alternatives | None"]):
    """Item key -> alternatives. A missing key is unknown and reads as None; facts are looked up when read."""

    __slots__ = ("_look_up",)

    def __init__(
        self,
        items: Mapping[str, Alternatives | None],
        look_up: Callable[[str], Alternatives | None] | None = None,
    ) -> None:
        super().__init__(items)
        self._look_up = look_up

    def but(self, changes: Mapping[str, Alternatives | None]) -> Known:
        """The same with some items changed; None makes an item unknown."""
        return Known({**self, **changes}, self._look_up)

    def __missing__(self, key: str) -> Alternatives | None:
        value = None if self._look_up is None or ":" not in key else self._look_up(key)
        self[key] = value
        return value


Memo = defaultdict[str, dict[int, tuple[int, tuple[str, ...]]]]
"""What was found about a record (by prefix) of each atom (by number)."""


class Env:
    """One family on one day.

    known: item key -> alternatives. Keys are `PREFIX.field` for answers (`family.sponsor`,
        `members/0.birth`), the path of a list that is surely whole (`members/0.statuses`: `(True,)`), and
        `fact:ID`, `event:ID`, `judged:ID`, `later:ID`.
    lists: path of a list -> the prefixes of its records, whether or not the list is whole.
    on: the day, as an ordinal. at: the prefix of the record in each variable slot.
    memo: what was found of each atom, for the same atom stands in many rules; None keeps nothing. Where there
        is a memo, nothing that is known may change, nor the day.
    shared: the same of atoms that read none of the lists in GIVEN; families that differ in nothing else may
        have it together.
    outer: the family of whom this one knows only a part, if that has a memo.
    """

    __slots__ = ("at", "known", "lists", "memo", "on", "outer", "shared")

    def __init__(
        self, known: Known, lists: Mapping[str, tuple[str, ...]], on: int, slots: int = SLOTS
    ) -> None:
        self.known = known
        self.lists = lists
        self.on = on
        self.at = [""] * slots
        self.memo: Memo | None = None
        self.shared: Memo | None = None
        self.outer: Env | None = None

    def remember(self, like: Env | None = None) -> None:
        """Keep what is found of each atom from now on. like: one of the same day and facts that differs in
        the lists in GIVEN alone.
        """
        self.memo = defaultdict(dict)
        self.shared = defaultdict(dict) if like is None else like.shared

    def alone(self) -> Env:
        """The same without a memo, to be changed."""
        return Env(self.known, self.lists, self.on, len(self.at))

    def only(self, items: Iterable[str]) -> Env:
        """The same family of whom nothing is known but these items."""
        env = Env(Known({key: self.known[key] for key in items}), self.lists, self.on, len(self.at))
        env.at[:] = self.at
        env.outer = None if self.memo is None else self
        return env
