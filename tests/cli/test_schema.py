"""The JSON Schemas of answers in docs/schema are those of the records. VYRAI_RECORD=1 writes them anew."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.cli.conftest import ROOT, invented
from vyrai.belong import Profiles
from vyrai.choose import (
    Abreast,
    Around,
    AtHome,
    Belongs,
    Comparison,
    Helps,
    News,
    Planning,
    Question,
    Starting,
    Why,
)
from vyrai.choose.packing import Packed
from vyrai.choose.weigh import Weighing
from vyrai.cli._text_fact import FactAnswer
from vyrai.world import CountryUse, Stats

FOLDER = ROOT / "docs/schema"
RECORDS: dict[str, Any] = {
    "comparison": Comparison,
    "weighing": Weighing,
    "why": Why,
    "belonging": Belongs,
    "profiles": Profiles,
    "ways": Abreast,
    "places": Around,
    "planning": Planning,
    "starting": Starting,
    "pack": Packed,
    "home": AtHome,
    "helps": Helps,
    "questions": tuple[Question, ...],
    "fact": FactAnswer,
    "news": News,
    "stats": Stats,
    "use": tuple[CountryUse, ...],
}


@pytest.mark.parametrize("name", RECORDS)
def test_it_is_up_to_date(name: str) -> None:
    text = json.dumps(msgspec.json.schema(RECORDS[name]), indent=1, ensure_ascii=False) + "\n"
    file = FOLDER / f"{name}.schema.json"
    if os.environ.get("VYRAI_RECORD"):
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("comparison", ("compare", "CASE", "--json")),
        ("weighing", ("compare", "CASE", "--weigh", "--json")),
        ("weighing", ("compare", "CASE", "--weigh", "--matters", "money", "--json")),
        ("why", ("why", "CASE", "xa.guest-visa", "--json")),
        ("belonging", ("belong", "CASE", "--to", "XA", "--json")),
        ("profiles", ("needs", "CASE", "--icf", "--json")),
        ("ways", ("belong", "CASE", "--to", "XA", "--ways", "--json")),
        ("places", ("belong", "CASE", "--to", "XA", "--places", "--json")),
        ("places", ("belong", "CASE", "--to", "XA", "--places", "--ways", "--json")),
        ("planning", ("plan", "CASE", "--to", "XA", "--json")),
        ("pack", ("pack", "CASE", "--for", "health", "--to", "XA", "--json")),
        ("home", ("home", "CASE", "--json")),
        ("helps", ("helps", "CASE", "--json")),
        ("questions", ("ask", "CASE", "--count", "3", "--json")),
        ("fact", ("atlas", "show", "xa.guest.who", "--json")),
        ("stats", ("atlas", "stats", "--json")),
        ("use", ("atlas", "stats", "--use", "--json")),
    ],
)
def test_an_answer_is_read_back_by_its_record(name: str, words: tuple[str, ...], small: Path) -> None:
    answer = invented(*(small if word == "CASE" else word for word in words))
    assert answer.exit == 0, answer.stderr
    msgspec.json.decode(answer.stdout, type=RECORDS[name])
