"""What facts and answers are told in: units, code lists, languages, rights, needs, the form's questions."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from vyrai.world._model import Text

Words = str | Text


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A unit of a fact's number: kind, `of` what (a currency, a code list), `per` what. worth: of a measure
    in which a state counts its fees, the fact that says how much money one of it is.
    """

    id: str
    kind: Literal[
        "money", "rate", "duration", "count", "points", "age", "share", "level", "date", "code", "month"
    ]
    of: str | None = None
    per: str | None = None
    title: Text | None = None
    worth: str | None = None


class Codes(msgspec.Struct, frozen=True, gc=False):
    """A closed list of codes in the order written; each code's texts by language and its further data."""

    ordered: bool
    codes: dict[str, dict[str, Any]]


class Question(msgspec.Struct, frozen=True, gc=False):
    """One question of the form; `id` is ENTITY.FIELD."""

    id: str
    type: Literal["yesno", "code", "codes", "level", "number", "date", "text", "alias", "list"]
    text: Text
    list: str | None = None
    codes: str | None = None
    unit: str | None = None
    unit_from: str | None = None
    why: Text | None = None
    sensitive: bool = False
    burden: int = 1
    danger: int = 0
    complete: bool = False
    required: bool = False
    open: bool = False
    checks: dict[str, Any] = {}
    help: Text | None = None


class Near(msgspec.Struct, frozen=True, gc=False):
    """How close another language is."""

    to: str
    band: str | None = None
    fact: str | None = None


class Language(msgspec.Struct, frozen=True, gc=False):
    """A language: its script and the languages near it."""

    id: str
    title: Text | None = None
    script: str | None = None
    near: tuple[Near, ...] = ()
    fact: str | None = None


class Coded(msgspec.Struct, frozen=True, gc=False):
    """A right listed on its own."""

    id: str
    title: Text | None = None
    note: Words | None = None


class Need(msgspec.Struct, frozen=True, gc=False):
    """A need. icf: the nearest code of the WHO; qualified: whether how hard it is can stand beside the code.

    ask, group: the question of the interview, and its part; without one it follows from another answer.
    """

    id: str
    title: Text | None = None
    icf: str | None = None
    qualified: bool = True
    ask: Text | None = None
    group: str | None = None
    note: Words | None = None
