"""The case: one family's checked answers, and the pure ways to change, read and write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from vyrai.family._error import CaseError, Where
from vyrai.family._form import ROOT, Field, Form

__all__ = ["REASONS", "VERSION", "Answer", "Case", "Many", "Record", "Span", "Unknown"]

VERSION = 1
"""Format of the case file."""
REASONS = ("does_not_know", "will_not_say", "not_asked")
"""Why a family leaves an answer open; a missing answer is `not_asked`."""


class Unknown(msgspec.Struct, frozen=True):
    """An answer that is not known; reason is one of REASONS."""

    reason: str


class Span(msgspec.Struct, frozen=True):
    """A number between lo and hi, both included; None is an open end."""

    lo: int | Decimal | None
    hi: int | Decimal | None


class Record(msgspec.Struct, frozen=True):
    """Answers about one thing. values: field -> answer; a field that is not there was not asked."""

    values: Mapping[str, Answer]

    def __repr__(self) -> str:
        """Says nothing of the family: what is shown by an error may be read by others."""
        return "Record(...)"


class Many(msgspec.Struct, frozen=True):
    """A list.

    complete: True (that is all), False (there is more), None (not said; `reason` if it was given).
    """

    items: tuple[Record, ...]
    complete: bool | None = None
    reason: str | None = None


Answer: TypeAlias = "bool | str | int | Decimal | Span | tuple[str, ...] | Unknown | Many | Record"
"""yesno is bool; code, level, text, alias and date (as written) are str; codes, aliases tuples of str."""


class Case(msgspec.Struct, frozen=True):
    """One family. Made by `load` and `loads`, never by hand: what is in it has passed the form."""

    form: Form
    root: Record
    lang: str | None = None

    def __repr__(self) -> str:
        """Says nothing of the family."""
        return "Case(...)"

    def data(self) -> dict[str, Any]:
        """The case as plain data: str, bool, int, Decimal, list and dict, as the case file has it."""
        head: dict[str, Any] = {"case": VERSION}
        if self.lang is not None:
            head["lang"] = self.lang
        return {**head, **_plain_record(self.form, ROOT, self.root)}

    def with_answer(self, path: str, value: Any, today: date | None = None) -> Case:
        """The same case with another answer; see `with_answers`."""
        return self.with_answers({path: value}, today)

    def with_answers(
        self, changes: Mapping[str, Any], today: date | None = None, loose: bool = False
    ) -> Case:
        """The same case with other answers, by path; None takes an answer out. Checked like a file.

        path: `sponsor`, `stork.birth`, `members.stork.birth`, `stork.statuses[1].from` (counted from 1), or a
        flat key (`members/0.birth`). `marks[+]` appends to a list. value: plain data as in the file, or text.
        loose: an answer may be about somebody who is no longer in the case. Raises CaseError.
        """
        from vyrai.family._check import check  # a case is checked by what makes cases
        from vyrai.family._node import node_of

        data = self.data()
        for path, value in changes.items():
            _put(self.form, data, path, value)
        return check(node_of(data), self.form, "answer", today, loose)


def _plain_record(form: Form, entity: str, record: Record) -> dict[str, Any]:
    fields = form.entities[entity]
    return {name: _plain(form, fields[name], value) for name, value in record.values.items()}


def _plain(form: Form, field: Field, value: Answer) -> Any:
    if isinstance(value, Unknown):
        return {"unknown": value.reason}
    if isinstance(value, Span):
        return {end: at for end, at in (("lo", value.lo), ("hi", value.hi)) if at is not None}
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Many):
        items = [_plain_record(form, field.of or "", item) for item in value.items]
        complete: Any = value.complete
        if value.reason is not None:
            complete = {"unknown": value.reason}
        elif complete is None and field.whole:
            complete = "unknown"
        elif complete is None or (complete and field.whole):
            return items
        return {"complete": complete, "items": items}
    return value


_STEP = re.compile(r"([^\W\d][\w-]*)((?:\[(?:[1-9][0-9]*|\+)\])|(?:/(?:[0-9]+|\+)))?(?:\.(?=.)|$)")


def _steps(path: str) -> list[str]:
    """A path as words and indices from 0 (or +)."""
    steps, at = list[str](), 0
    while at < len(path):
        match = _STEP.match(path, at)
        if match is None:
            return []
        steps.append(match[1])
        index = match[2]
        if index:
            number = index.strip("[]/")
            steps.append(number if number == "+" or index[0] == "/" else str(int(number) - 1))
        at = match.end()
    return steps


def _put(form: Form, data: dict[str, Any], path: str, value: Any) -> None:
    steps = _steps(path)
    if steps[:1] == [ROOT]:
        del steps[0]
    if steps and steps[0] not in form.entities[ROOT]:
        steps.insert(0, "members")
    wrong = CaseError("path", Where("answer"))
    entity, here = ROOT, data
    while steps:
        field = form.entities[entity].get(steps.pop(0))
        if field is None:
            raise wrong
        if not steps:
            _set(here, field.name, value)
            return
        if field.of is None:
            raise wrong
        entity = field.of
        items = _items(here, field.name)
        step = steps.pop(0)
        if step == "+" and not steps:
            items.append(value)
            return
        index = _index(form, entity, items, step)
        if index is None:
            raise wrong
        if not steps:
            if value is None:
                del items[index]
            else:
                items[index] = value
            return
        here = items[index]
    raise wrong


def _set(record: dict[str, Any], name: str, value: Any) -> None:
    if value is None:
        record.pop(name, None)
    else:
        record[name] = value


def _items(record: dict[str, Any], name: str) -> list[Any]:
    """The items of a list of the case, which is begun if nothing, or only `unknown`, stands there."""
    held = record.get(name)
    if isinstance(held, dict):
        held = held.get("items")
    if held is None:
        held = record[name] = []
    return held


def _index(form: Form, entity: str, items: list[Any], step: str) -> int | None:
    if step.isdigit():
        return int(step) if int(step) < len(items) else None
    named = [field.name for field in form.entities[entity].values() if field.names]
    for index, item in enumerate(items):
        if any(str(item.get(name, "")).casefold() == step.casefold() for name in named):
            return index
    return None
