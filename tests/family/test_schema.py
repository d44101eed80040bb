"""The JSON Schema in docs/ is the form's own, and agrees with the reader. VYRAI_RECORD=1 writes it anew."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
from hypothesis import given

from tests.family.form import ROOT, TODAY, read_form
from tests.family.json_schema import accepts
from tests.family.strategies import cases
from vyrai.family import Case, CaseError, load, loads, schema

FILE = ROOT / "docs/schema/case.schema.json"
SCHEMA = schema(read_form())
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
STORK = {"alias": "Stork", "role": "parent"}


def data(case: Case) -> Any:
    return json.loads(json.dumps(case.data(), default=float))


def test_it_is_up_to_date() -> None:
    text = json.dumps(SCHEMA, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("VYRAI_RECORD"):
        FILE.write_text(text, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_it_takes_the_examples(file: Any) -> None:
    assert accepts(SCHEMA, data(load(file, read_form(), TODAY)), SCHEMA)


@given(cases())
def test_it_takes_every_case(case: Case) -> None:
    assert accepts(SCHEMA, data(case), SCHEMA)


WRONG: list[Any] = [
    [],
    {},
    {"members": 1},
    {"members": [{"alias": "Stork"}]},
    {"members": [STORK | {"role": "mother"}]},
    {"members": [STORK | {"alias": "Maria Stork"}]},
    {"members": [STORK | {"birth": "1988-13"}]},
    {"members": [STORK | {"birth": True}]},
    {"members": [STORK | {"residence": "Poland"}]},
    {"members": [STORK | {"ethnicity": "polish"}]},
    {"members": [STORK | {"languages": [{"language": "be", "level": "good"}]}]},
    {"members": [STORK], "wings": 2},
    {"members": [STORK], "sponsor": {"unknown": "perhaps"}},
    {"members": [STORK], "savings": {}},
    {"members": [STORK], "savings": [{"currency": "USD", "amount": -1}]},
    {"members": [STORK], "case": 2},
    {"members": [STORK], "lang": "English"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_what_it_refuses_the_reader_refuses(wrong: Any) -> None:
    assert not accepts(SCHEMA, wrong, SCHEMA)
    with pytest.raises(CaseError):
        loads(json.dumps(wrong), read_form(), today=TODAY)


def test_the_validator_knows_its_limits() -> None:
    with pytest.raises(NotImplementedError):
        accepts({"oneOf": []}, 1, SCHEMA)
