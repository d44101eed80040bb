"""docs/plans.md says all that a stranger needs: every key, every rule; its example is what it says it is."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given

from tests.family.json_schema import accepts
from tests.reach.drawn import problems
from tests.reach.faults import Told, reasons
from tests.replayed import published
from tools import replay
from vyrai.reach import Front, Plan, Problem, Search, load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/plans.md").read_text(encoding="utf-8")
PROBLEM, PLAN = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
RECORDS = {"problem": Problem, "plan": Plan, "front": Front}


def schema(name: str) -> dict[str, Any]:
    return msgspec.json.schema(RECORDS[name])


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_is_up_to_date(name: str) -> None:
    text = json.dumps(schema(name), indent=1, ensure_ascii=False) + "\n"
    file = ROOT / f"docs/schema/{name}.schema.json"
    if os.environ.get("VYRAI_RECORD"):
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text
    assert f"(schema/{name}.schema.json)" in PAGE


def keys() -> set[str]:
    """Every key of the published records."""
    return {
        key
        for name in RECORDS
        for part in schema(name)["$defs"].values()
        for key in part.get("properties", {})
    }


def test_every_key_stands_on_the_page_and_is_known_to_the_checker() -> None:
    named = keys() | set(replay.OBJECTIVES)
    assert not [key for key in named if not re.search(rf"`(?:\w+\.)?{key}`", PAGE)]
    assert named == {key for shape in replay.KEYS.values() for key in shape}


def test_every_rule_stands_on_the_page() -> None:
    """By the name that the checker calls it."""
    flat = re.sub(r"\s+", " ", PAGE)
    told = {
        reason.rsplit(" [", 1)[1].removesuffix("]")
        for reason in json.loads((ROOT / "tests/reach/told/reasons.json").read_text()).values()
    } - {f"{key} {name}" for key in ("comes_to", "bucketed") for name in replay.OBJECTIVES[1:]}
    assert not [rule for rule in {*told, "beaten"} if not re.search(rf"[\[ ]{rule}[\],]", flat)]


def test_the_example_is_a_problem_with_a_good_plan() -> None:
    problem = load(PROBLEM, "docs/plans.md")
    assert reasons(json.loads(PROBLEM), json.loads(PLAN)) == []
    best = Search(problem).optimum("weeks").plans[0]
    assert best.comes_to == json.loads(PLAN)["comes_to"]


def fits(name: str, value: Any) -> bool:
    whole = schema(name)
    return accepts(whole, value, whole)


@given(problems())
@pytest.mark.slow
def test_the_schemas_take_what_is_published(drawn: dict[str, Any]) -> None:
    assert fits("problem", drawn)
    front = published(Search(load(json.dumps(drawn)), seconds=5).front())
    assert fits("front", front)
    assert all(fits("plan", plan) for plan in front["plans"])


WRONG = [
    ("problem", lambda told: told.problem.update(luck=1)),
    ("problem", lambda told: told.problem.pop("savings")),
    ("problem", lambda told: told.step("visa").update(days=[1, 2])),
    ("problem", lambda told: told.step("visa").update(days=[1, 2, 3, 4])),
    ("problem", lambda told: told.step("visa").update(windows=[[1, 2, 3]])),
    ("problem", lambda told: told.step("visa").update(refused="0.1")),
    ("plan", lambda told: told.plan.pop("uses")),
    ("plan", lambda told: told.plan["steps"][0].update(who="stork")),
    ("plan", lambda told: told.plan["steps"][0].update(start=0.5)),
    ("plan", lambda told: told.plan["comes_to"].update(weeks="77")),
]


@pytest.mark.parametrize(("name", "spoil"), WRONG)
def test_the_schemas_refuse_what_the_checker_refuses(name: str, spoil: Any) -> None:
    told = Told()
    assert fits("problem", told.problem)
    assert fits("plan", told.plan)
    spoil(told)
    assert not fits(name, told.problem if name == "problem" else told.plan)
    with pytest.raises((replay.Unreadable, AssertionError)):
        assert told.reasons() == []
