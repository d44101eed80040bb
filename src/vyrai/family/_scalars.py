"""One written answer to its checked value. Each reader gives the value, or raises Wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from vyrai.family._dates import OPEN, days, is_date
from vyrai.family._form import Field, Form
from vyrai.family._messages import N_

__all__ = ["KINDS", "Wrong", "near", "number", "scalar"]

_YESNO = {"yes": True, "true": True, "no": False, "false": False}
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,9})?", re.ASCII)
_ALIAS = re.compile(r"[^\W\d_][\w-]{0,23}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", re.ASCII)
_SHOWN = 16
_OTHER, _NONE = "other", "none"

KINDS = {
    "yesno": N_("yes or no"),
    "code": N_("one of the answers to choose from"),
    "level": N_("one of the levels"),
    "number": N_("a number, as 2000 or {{lo: 1500, hi: 2500}}"),
    "date": N_("a date, as 2019-05-14, 2019-05 or 2019"),
    "text": N_("a text"),
    "alias": N_("a short name"),
}
"""What to write for a question of each type that has one answer; a text of the catalogue."""
_DATE_OR_OPEN = N_("a date, as 2019-05-14, 2019-05 or 2019, or open")


class Wrong(Exception):  # noqa: N818 - not an error of the program
    """A written answer does not pass. kind and values are those of CaseError, `answer` too."""

    def __init__(self, kind: str, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values


def near(word: str, words: Iterable[str]) -> str | None:
    """The word that was probably meant; best one of the same letters."""
    folded = {one.casefold(): one for one in words}
    wanted = word.casefold()[:80]
    found = get_close_matches(wanted, folded, 20, 0.6)
    found.sort(key=lambda one: sorted(one) != sorted(wanted))
    return folded[found[0]] if found else None


def _near_code(word: str, codes: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The code that was probably meant, by itself or by its name in any language."""
    names = {str(name).casefold(): code for code, of in codes.items() for name in of.values()}
    return names.get(word.casefold()) or near(word, codes)


def scalar(text: str, plain: bool, field: Field, form: Form, today: date) -> bool | str | int | Decimal:
    """The value of a scalar, by the type of its question. Raises Wrong."""
    if plain and text == "unknown" and field.kind != "text":
        raise Wrong("bare_unknown")
    return _READERS[field.kind](text, field, form, today)


def _yesno(text: str, field: Field, form: Form, today: date) -> bool:
    value = _YESNO.get(text.lower())
    if value is None:
        raise Wrong("yesno")
    return value


def _code(text: str, field: Field, form: Form, today: date) -> str:
    codes = form.codes.get(field.codes or "")
    if (field.open and text == _OTHER) or (field.none and text == _NONE):
        return text
    if codes is None:
        if _ID.fullmatch(text) is None:
            raise Wrong("code_open")
        return text
    if text in codes:
        return text
    meant = None if field.sensitive else _near_code(text, codes)
    if meant:
        raise Wrong("code_near", near=meant)
    if len(codes) <= _SHOWN:
        raise Wrong("code", codes=", ".join(codes))
    raise Wrong("code_many", count=str(len(codes)), list=str(field.codes))


def number(text: str, field: Field) -> int | Decimal:
    """An exact number. Raises Wrong."""
    if _NUMBER.fullmatch(text) is None:
        raise Wrong("number")
    value = Decimal(text) if "." in text else int(text)
    if field.least is not None and value < field.least:
        raise Wrong("too_low", limit=str(field.least))
    return value


_DEED = "deed.date"
"""The day on which something was done; what is to come has a list of its own."""


def _number(text: str, field: Field, form: Form, today: date) -> int | Decimal:
    return number(text, field)


def _is_day(text: str) -> bool:
    """Whether it is one day of the calendar, written whole."""
    try:
        first, last = days(text)
    except ValueError:
        return False
    return is_date(text) and first == last


def _date(text: str, field: Field, form: Form, today: date) -> str:
    if field.open_end and text == OPEN:
        return text
    if field.exact and not _is_day(text):
        raise Wrong("inexact")
    if not is_date(text):
        raise Wrong("date", answer=_DATE_OR_OPEN if field.open_end else KINDS["date"])
    try:
        first, _ = days(text)
    except ValueError:
        raise Wrong("impossible_date") from None
    if field.not_future and first > today.toordinal():
        raise Wrong("future_deed" if field.id == _DEED else "future")
    return text


def _text(text: str, field: Field, form: Form, today: date) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Wrong("text")
    return text


def _alias(text: str, field: Field, form: Form, today: date) -> str:
    if _ALIAS.fullmatch(text) is None:
        raise Wrong("alias")
    return text


_READERS: dict[str, Callable[[str, Field, Form, date], bool | str | int | Decimal]] = {
    "yesno": _yesno,
    "code": _code,
    "codes": _code,
    "level": _code,
    "number": _number,
    "date": _date,
    "text": _text,
    "alias": _alias,
    "aliases": _alias,
}
