"""From a file, standard input or text to a case."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from vyrai.family._case import Case
from vyrai.family._check import check
from vyrai.family._files import decode, read_text
from vyrai.family._form import Form
from vyrai.family._json import read_json
from vyrai.family._node import node_of

__all__ = ["load", "loads", "of_data"]


def load(path: str | os.PathLike[str], form: Form, today: date | None = None) -> Case:
    """Read a case file, YAML or JSON; `-` is standard input. Raises CaseError.

    today: the day after which nothing can have happened yet; the clock's if not given.
    """
    text, name = read_text(os.fspath(path))
    return _case(text, form, name, today)


def loads(text: str | bytes, form: Form, name: str = "case", today: date | None = None) -> Case:
    """Read a case from text; name stands for the file in messages. Raises CaseError."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return _case(decode(data, name), form, name, today)


def of_data(data: Any, form: Form, today: date | None = None) -> Case:
    """A case from plain data, as a JSON text would give it. Raises CaseError, without a place in a text."""
    return check(node_of(data), form, "case", today)


def _case(text: str, form: Form, name: str, today: date | None) -> Case:
    if name.endswith(".json") or text.lstrip()[:1] == "{":
        return check(read_json(text, name) if text.strip() else None, form, name, today)
    from vyrai.family._yaml import read_yaml  # slow to import, and JSON does without

    return check(read_yaml(text, name), form, name, today)
