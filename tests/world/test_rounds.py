"""Months of a round, and the step that ends with it, are checked against what facts and routes say."""

from __future__ import annotations

from typing import Any

import pytest

from vyrai.world._rounds import problems

ROUND = {"text": {"en": "A draw"}, "months": "xa.draw", "step": "xa.ask"}


def atlas(*values: Any, later: dict[str, Any] | None = None, unit: str = "month-of-year") -> dict[str, Any]:
    """An atlas with one route whose rounds are these, and one fact whose claims have these values."""
    claims = [{"value": value, "unit": unit, "line": 3} for value in values]
    steps = [{"id": "xa.ask", "folder": "XA"}, {"id": "passport", "folder": ""}]
    route = {"id": "xa.way", "file": "r", "line": 1, "steps": ["xa.ask", "passport"]}
    return {
        "facts": [{"id": "xa.draw", "file": "f", "line": 1, "claims": claims}],
        "units": [{"id": "month-of-year", "kind": "month"}, {"id": "days", "kind": "duration"}],
        "steps": steps,
        "routes": [{**route, "decided_later": {"xa.lot": ROUND} if later is None else later}],
    }


def said(**keys: Any) -> list[str]:
    return [one.what for one in problems(atlas(["codes", ["2", "9"]], **keys))]


def test_months_of_a_list_and_a_step_of_the_route_are_taken() -> None:
    assert said() == []
    assert said(later={"xa.lot": {"text": {"en": "A draw"}}}) == []
    assert [*problems({**atlas(), "routes": [{"id": "xa.way", "file": "r", "line": 1}]})] == []


def test_a_fact_that_is_not_there_is_told_elsewhere() -> None:
    assert said(later={"xa.lot": {**ROUND, "months": "xa.gone"}}) == []


@pytest.mark.parametrize("step", ["passport", "xa.other"])
def test_a_shared_step_and_one_of_another_route_end_with_no_round(step: str) -> None:
    other = "no step of `xa.way` and its country"
    assert said(later={"xa.lot": {**ROUND, "step": step}}) == [f"the step `{step}` of `xa.lot` is {other}"]


def test_every_claim_must_state_months() -> None:
    none = "the fact `xa.draw` with the months of `xa.way` does not state months of the year"
    assert [one.what for one in problems(atlas())] == [none]
    assert [one.what for one in problems(atlas(["number", 3, 3], unit="days"))] == [none]
    mixed = atlas(["codes", ["3"]])
    mixed["facts"][0]["claims"].append({"value": ["number", 3, 3], "unit": "days", "line": 4})
    assert [one.what for one in problems(mixed)] == [none]


def test_a_claim_in_words_stands_beside() -> None:
    told = atlas(["codes", ["3"]])
    told["facts"][0]["claims"].append({"line": 9})
    assert [*problems(told)] == []


def test_two_rounds_that_end_with_one_step_are_refused() -> None:
    found = said(later={"xa.lot": ROUND, "xa.quota": ROUND})
    assert found == ["`xa.quota` and `xa.lot` of `xa.way` both end with the step `xa.ask`"]


def test_each_month_that_is_none_is_told_at_its_claim() -> None:
    found = [*problems(atlas(["codes", ["0", "1", "12", "13", "may"]]))]
    assert [(one.what.partition(" ")[0], one.line) for one in found] == [
        ("`0`", 3),
        ("`13`", 3),
        ("`may`", 3),
    ]
