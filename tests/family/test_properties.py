"""What holds for every case and for every text."""

from __future__ import annotations

import contextlib
import json
import traceback
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.family.form import ROOT, TODAY, error, read_form
from tests.family.strategies import again, cases
from vyrai.family import Case, CaseError, Field, dump, flatten, loads
from vyrai.family._dates import days

EXAMPLES = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "examples").glob("*.yaml"))]


@settings(max_examples=settings().max_examples // 4)
@given(cases())
def test_what_is_written_is_read_back(case: Case) -> None:
    text = dump(case)
    back = again(text)
    assert back == case
    assert dump(back) == text


@given(cases())
def test_a_case_goes_through_json(case: Case) -> None:
    assert again(json.dumps(case.data(), default=float)) == case
    assert again(json.dumps(case.data(), default=float, ensure_ascii=False, indent="\t")) == case


@given(cases())
def test_the_flat_view_says_what_the_form_knows(case: Case) -> None:
    form, answers = read_form(), flatten(case)
    for key, value in answers.known.items():
        kind = form.at(key).kind
        wanted = {"yesno": bool, "codes": frozenset, "aliases": frozenset}.get(kind)
        wanted = tuple if kind in ("date", "number", "level") else wanted or str
        assert isinstance(value, wanted)
        if isinstance(value, tuple):
            assert value[0] <= value[1]
    for key, (items, complete) in answers.lists.items():
        assert form.at(key).kind == "list"
        assert complete in (True, False, None)
        assert all(item in answers.labels for item in items)
    assert not answers.known.keys() & answers.why.keys()
    assert all(form.at(key) for key in answers.why)
    assert set(answers.group) == set(answers.lists["members"][0])


@given(cases(), st.data())
def test_an_answer_can_be_taken_out_and_put_back(case: Case, data: st.DataObject) -> None:
    plain = case.data()
    name = data.draw(st.sampled_from([key for key in plain if key not in ("case", "members")] or ["sponsor"]))
    without = case.with_answer(name, None, TODAY)
    assert name not in without.data()
    assert without.with_answer(name, plain.get(name), TODAY) == case


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_no_bytes_raise_anything_but_a_case_error(data: bytes) -> None:
    with pytest.raises(CaseError):
        loads(data, read_form(), "noise", TODAY)


SCRAPS = (
    "",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ":",
    "- ",
    "'",
    '"',
    "\n",
    "&a ",
    "*a",
    "!x ",
    "? ",
    "|",
    ">",
    "#",
    "%",
    "@",
    "\x85",
    "💥",
    "\\ud800",
)


@settings(max_examples=settings().max_examples // 4)
@given(
    st.sampled_from(EXAMPLES),
    st.lists(st.tuples(st.integers(0, 6000), st.sampled_from(SCRAPS)), max_size=4),
    st.booleans(),
)
def test_no_damage_raises_anything_but_a_case_error(
    text: str, blows: list[tuple[int, str]], as_json: bool
) -> None:
    if as_json:
        text = json.dumps(loads(text, read_form(), today=TODAY).data(), default=float, indent=1)
    for at, scrap in blows:
        text = text[: at % len(text)] + scrap + text[at % len(text) + 1 :]
    with contextlib.suppress(CaseError):
        again(text)


@given(st.dates(min_value=TODAY.replace(year=1900), max_value=TODAY))
def test_a_day_lies_in_its_month_and_its_year(day: Any) -> None:
    exact, month, year = (days(str(day)[:length]) for length in (10, 7, 4))
    assert year[0] <= month[0] <= exact[0] == day.toordinal() == exact[1] <= month[1] <= year[1]


CANARY = "kanarek7391"
SHAPES: list[Any] = [
    CANARY,
    f"{CANARY} {CANARY}",
    [CANARY],
    {CANARY: 1},
    {"unknown": CANARY},
    {"complete": CANARY},
    {"lo": CANARY},
    [{CANARY: CANARY}],
    -7391,
]


@pytest.mark.parametrize(
    "field",
    [f for fields in read_form().entities.values() for f in fields.values()],
    ids=lambda field: field.id,
)
def test_no_message_repeats_an_answer(field: Field) -> None:
    for shape in SHAPES:
        for data in around(field.entity, {field.name: shape}):
            try:
                loads(json.dumps(data), read_form(), "case", TODAY)
            except CaseError as problem:
                said = str(problem) + "".join(traceback.format_exception(problem))
                assert CANARY not in said
                assert "-7391" not in said


def around(entity: str, record: dict[str, Any]) -> list[dict[str, Any]]:
    """Cases with the record in every place that takes it."""
    form = read_form()
    stork: dict[str, Any] = {"alias": "Stork", "role": "parent"}
    if entity == "family":
        return [{"members": [stork], **record}]
    if entity == "person":
        return [{"members": [stork | record]}]
    made: list[dict[str, Any]] = []
    for field in form.entities["family"].values():
        if field.of == entity:
            made.append({"members": [stork], field.name: [record]})
    for field in form.entities["person"].values():
        if field.of == entity:
            made.append({"members": [stork | {field.name: [record]}]})
    return made


def test_every_sensitive_question_was_tried() -> None:
    assert sum(f.sensitive for fields in read_form().entities.values() for f in fields.values()) > 10
    assert CANARY not in str(error(f"{CANARY}: 1"))
