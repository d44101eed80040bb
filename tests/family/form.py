"""The form of this checkout, and a small one for what the real form does not have."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from vyrai.family import Case, CaseError, Form, loads

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 20)
STORK = "members:\n- {alias: Stork, role: parent}\n"


@cache
def data() -> tuple[list[dict[str, Any]], dict[str, Any]]:
    yaml = YAML(typ="safe", pure=True)
    return yaml.load(ROOT / "atlas/questions.yaml"), yaml.load(ROOT / "atlas/codes.yaml")


@cache
def read_form() -> Form:
    return Form.from_data(*data())


def case(text: str) -> Case:
    return loads(text, read_form(), "case.yaml", TODAY)


def error(text: str | bytes, name: str = "case.yaml") -> CaseError:
    try:
        loads(text, read_form(), name, TODAY)
    except CaseError as problem:
        return problem
    raise AssertionError("no problem was found")
