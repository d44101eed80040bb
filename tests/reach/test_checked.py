"""A wrong problem for each mistake, and the whole message it must get; VYRAI_RECORD=1 writes them anew."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import replay
from vyrai.family import CaseError
from vyrai.reach import Problem, ProblemError, load
from vyrai.reach._messages import MESSAGES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests/specimens/plans"
TODAY = date(2026, 11, 20)
GOOD = FOLDER / "good.json"
FILES = sorted(set(FOLDER.glob("*.json")) - {GOOD})
BENCHED = sorted((ROOT / "benchmarks/plans").glob("*.json"))


def caught(file: Path) -> CaseError:
    with pytest.raises(CaseError) as error:
        load(file.read_text(encoding="utf-8"), file.name, TODAY)
    return error.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_wrong_problem_gets_its_message(file: Path) -> None:
    said = f"{caught(file)}\n"
    expected = file.with_suffix(".txt")
    if os.environ.get("VYRAI_RECORD"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_every_kind_of_mistake_has_a_specimen() -> None:
    assert {error.kind for error in map(caught, FILES) if isinstance(error, ProblemError)} == set(MESSAGES)


def test_a_message_names_nobody_and_no_sum() -> None:
    for file in FILES:
        said = str(caught(file))
        assert not [word for word in ("robin", "wren", "2000") if word in said]


@pytest.mark.parametrize("file", [GOOD, *BENCHED], ids=lambda file: file.name)
def test_a_good_problem_is_read_as_it_stands(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert load(text, file.name, TODAY) == msgspec.json.decode(text, type=Problem)


def changed(**keys: Any) -> str:
    return json.dumps(json.loads(GOOD.read_text(encoding="utf-8")) | keys)


def test_without_a_day_of_today_any_start_will_do() -> None:
    assert load(changed(start="1999-01-01")).start == "1999-01-01"
    assert load(changed(start="")).start == ""


def test_null_stands_where_nothing_need_be_said() -> None:
    assert load(changed(care=None)).care is None


def test_a_problem_without_steps_lacks_everything() -> None:
    with pytest.raises(ProblemError) as error:
        load(changed(steps=[]))
    assert error.value.kind == "no_move"
    assert error.value.further == 2  # both goals


def test_a_name_says_nothing_to_a_terminal() -> None:
    with pytest.raises(ProblemError) as error:
        load(changed(safe="\x1b[2J\ud800status"))
    assert "safe: ?[2J?status is not among the goals" in str(error.value)


RING = [
    {"id": "first", "yields": ["a"], "needs": ["b"], "days": [1, 1, 1]},
    {"id": "second", "yields": ["b"], "needs": ["a"], "days": [1, 1, 1]},
]


def with_steps(*steps: Any) -> str:
    return changed(steps=[*json.loads(GOOD.read_text(encoding="utf-8"))["steps"], *steps])


def test_a_ring_that_another_maker_breaks_is_fine() -> None:
    other = {"id": "third", "yields": ["b"], "needs": ["passport"], "days": [1, 1, 1]}
    assert len(load(with_steps(*RING, other)).steps) == 10


def test_a_ring_that_a_paper_in_hand_breaks_is_fine() -> None:
    problem = json.loads(with_steps(*RING))
    problem["has"].append({"paper": "a"})
    assert len(load(json.dumps(problem)).steps) == 9


def test_another_maker_that_waits_for_the_ring_does_not_break_it() -> None:
    other = {"id": "third", "yields": ["b"], "needs": ["a"], "days": [1, 1, 1]}
    with pytest.raises(ProblemError, match="these steps wait for each other") as error:
        load(with_steps(*RING, other))
    assert error.value.values == {"steps": "first, second"}
    assert error.value.further == 0  # the third waits for the same two


def test_two_rings_are_two_mistakes() -> None:
    alone = {"id": "alone", "yields": ["c"], "needs": ["c"], "days": [1, 1, 1]}
    with pytest.raises(ProblemError) as error:
        load(with_steps(*RING, alone))
    assert error.value.further == 1


@pytest.mark.parametrize("text", ["", "[", "1", '"steps"', "null", '{"steps": [{}]}', "\ud800", "[" * 99])
def test_any_text_gets_a_message(text: str) -> None:
    with pytest.raises(CaseError) as error:
        load(text)
    assert len(str(error.value).splitlines()) >= 3


@given(st.data())
def test_whatever_is_spoilt_gets_a_message_or_is_a_problem_for_the_checker_too(data: st.DataObject) -> None:
    problem = json.loads(GOOD.read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        part = problem
        while True:
            spots = list(part) if isinstance(part, dict) else list(range(len(part)))
            spot = data.draw(st.sampled_from(spots))
            if not isinstance(part[spot], dict | list) or not part[spot] or data.draw(st.booleans()):
                break
            part = part[spot]
        part[spot] = data.draw(st.sampled_from((None, -1, 0, 1, 0.5, 99, True, "there", "status", [], {})))
    try:
        load(json.dumps(problem))
    except CaseError:
        return
    replay.read_problem(problem)
