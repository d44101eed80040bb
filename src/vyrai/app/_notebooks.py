"""Notebooks in memory: what a family has answered, for as long as the process runs."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar, cast

import msgspec

from vyrai.choose import Comparison, Question, ask, compare
from vyrai.family import Case, Form, loads
from vyrai.law import Law

T = TypeVar("T")
_ALL = 1000
_UNDO = 50
"""How many answers can be taken back."""
_OPEN = 8
"""How many notebooks one process holds; beyond, the one that was not used for longest is forgotten."""


class Notebook:
    """One family's answers and what follows from them. Nothing of it is ever written by itself.

    shown: questions in the order in which they were shown, for the way back. settled: those not to be asked
    again by themselves. edition: grows with every change. opened: whether it came out of a file. away:
    somebody left in a hurry; say nothing.
    """

    def __init__(self, law: Law, form: Form, on: date) -> None:
        self.law, self.form, self.on = law, form, on
        self.case: Case | None = None
        self.edition = 0
        self.away = False
        self.shown: list[str] = []
        self.opened = False
        self.settled: frozenset[str] = frozenset()
        self._past: list[tuple[Case | None, frozenset[str]]] = []
        self._found: dict[str, Any] = {}

    @property
    def begun(self) -> bool:
        """Whether anything was answered."""
        return self.case is not None

    def __repr__(self) -> str:
        """Says nothing of the family."""
        return "Notebook(...)"

    def change(self, answers: Mapping[str, Any]) -> None:
        """Other answers, by path. Raises CaseError, and then nothing has changed."""
        if self.case is None:
            first = msgspec.json.encode({"case": 1, "members": list(answers.values())})
            self._put(loads(first, self.form, "answer", self.on))
        else:
            self._put(self.case.with_answers(answers, self.on))

    def replace(self, case: Case, settled: Iterable[str]) -> None:
        """Another case altogether, as from a saved file, and what is settled in it."""
        self._put(case)
        self.settled = frozenset(settled)
        self.shown.clear()
        self.opened = True

    def settle(self, keys: Iterable[str]) -> None:
        """Do not ask this by itself again."""
        self.settled = self.settled.union(keys)

    def unsettle(self, keys: Iterable[str]) -> None:
        """It may be asked again."""
        self.settled = self.settled.difference(keys)

    def undo(self) -> bool:
        """Take the last change back; False if there is none."""
        if not self._past:
            return False
        self.case, self.settled = self._past.pop()
        self.edition += 1
        self._found.clear()
        return True

    @property
    def undoable(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._past)

    def _put(self, case: Case) -> None:
        self._past.append((self.case, self.settled))
        del self._past[:-_UNDO]
        self.case = case
        self.edition += 1
        self._found.clear()

    def once(self, what: str, make: Callable[[], T]) -> T:
        """Something that follows from the answers, made once for this edition."""
        if what not in self._found:
            self._found[what] = make()
        return cast("T", self._found[what])

    def comparison(self) -> Comparison:
        """The comparison of this edition. Only for a notebook that has begun."""
        case = self.case
        assert case is not None
        return self.once("comparison", lambda: compare(self.law, case, self.on))

    def questions(self) -> tuple[Question, ...]:
        """What is worth asking next, the best first. Only for a notebook that has begun."""
        case = self.case
        assert case is not None
        return self.once("questions", lambda: ask(self.law, case, self.on, count=_ALL))


class Notebooks:
    """The notebooks of this process, each under a token that only its own pages carry."""

    def __init__(self, law: Law, form: Form) -> None:
        self._law, self._form = law, form
        self._by: dict[str, Notebook] = {}

    def begin(self, on: date) -> str:
        """A new empty notebook; the token under which it is found."""
        token = secrets.token_urlsafe(32)
        while len(self._by) >= _OPEN:
            del self._by[next(iter(self._by))]
        self._by[token] = Notebook(self._law, self._form, on)
        return token

    def find(self, token: str) -> Notebook | None:
        """The notebook of a token; None if it is forgotten or never was."""
        book = self._by.pop(token, None)
        if book is not None:
            self._by[token] = book
        return book

    def forget(self, token: str) -> None:
        """Keep nothing of a notebook."""
        self._by.pop(token, None)
