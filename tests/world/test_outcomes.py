"""A share of an outcome is checked by what its fact states."""

from __future__ import annotations

from typing import Any

import pytest

from vyrai.world._outcomes import problems

NO_SHARE = "the fact `xa.share` under `share:` of `xa.ask` is not a share"


def atlas(unit: str, outcome: str = "refused") -> dict[str, Any]:
    """An atlas with one step that names one fact in this unit as the share of this outcome."""
    fact = {"id": "xa.share", "claims": [{"value": ["number", 6, 6], "unit": unit}]}
    step = {"id": "xa.ask", "file": "f", "line": 1, "outcomes": {outcome: {"share": {"any": "xa.share"}}}}
    units = [{"id": "percent", "kind": "share"}, {"id": "days", "kind": "duration"}]
    return {"facts": [fact], "units": units, "routes": [], "steps": [step]}


def test_every_share_is_looked_at_of_routes_too_and_a_missing_fact_is_told_elsewhere() -> None:
    held = atlas("percent")
    days = {"id": "xa.days", "claims": [{"value": ["number", 6, 6], "unit": "days"}]}
    mixed = {"id": "xa.mixed", "claims": [*held["facts"][0]["claims"], *days["claims"]]}
    shares = {"XA": "xa.share", "XB": "xa.days", "XC": "xa.mixed", "XD": "xa.gone"}
    route = {**held["steps"][0], "id": "xa.way", "outcomes": {"refused": {"share": shares}}}
    found = problems({**held, "facts": [*held["facts"], days, mixed], "routes": [route], "steps": []})
    assert [one.what.partition(" under")[0] for one in found] == ["the fact `xa.days`", "the fact `xa.mixed`"]


@pytest.mark.parametrize(
    ("unit", "outcome", "said"),
    [
        ("percent", "refused", []),
        ("percent", "granted", []),
        (
            "days",
            "granted",
            ["the fact `xa.share` under `share:` of `xa.ask` is not a share: it states duration"],
        ),
        ("percent", "returned", ["`xa.ask` says how often it ends as `returned`"]),
    ],
)
def test_only_a_share_of_a_yes_or_a_no_is_taken(unit: str, outcome: str, said: list[str]) -> None:
    assert [one.what for one in problems(atlas(unit, outcome))] == said
