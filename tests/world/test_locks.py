"""What a route locks is checked by its step, its judgement and what its facts state."""

from __future__ import annotations

from typing import Any

import pytest

from vyrai.world._locks import problems

FACTS = {
    "xa.sum": "XXA",
    "xa.head": "XXA/person",
    "xa.adult": "XXA/adult",
    "xa.monthly": "XXA/month",
    "xa.weekly": "a-week",
    "xa.time": "days",
}
UNITS = [
    {"id": "XXA", "kind": "money"},
    {"id": "XXA/person", "kind": "money", "per": "person"},
    {"id": "a-week", "kind": "money", "per": "week"},
    {"id": "days", "kind": "duration"},
]


def said(locks: dict[str, Any] | None, **keys: Any) -> list[str]:
    """What is told of a route with these locks."""
    facts = [
        {"id": name, "claims": [{"value": ["number", 6, 6], "unit": unit}]} for name, unit in FACTS.items()
    ]
    route = {"id": "xa.way", "file": "f", "line": 1, "steps": ["xa.put", "put"], "locks": locks}
    steps = [{"id": "xa.put", "folder": "XA"}, {"id": "put", "folder": ""}]
    atlas = {"facts": facts, "units": UNITS, "steps": steps, "routes": [route | keys]}
    return [one.what for one in problems(atlas)]


PUT = {"step": "xa.put", "sum": "xa.sum"}


@pytest.mark.parametrize(
    "locks",
    [
        None,
        PUT,
        PUT | {"months": "xa.time"},
        PUT | {"sum": "xa.head"},
        PUT | {"sum": "xa.adult"},
        # What is not there is told elsewhere.
        PUT | {"sum": "xa.gone", "months": "xa.gone"},
    ],
)
def test_what_can_be_reckoned_with_is_taken(locks: dict[str, Any] | None) -> None:
    assert said(locks) == []


def test_a_judgement_of_the_route_may_spare_it() -> None:
    locks = PUT | {"unless": "xa.vouched"}
    assert said(locks, judgements={"xa.vouched": {}}) == []
    assert said(locks) == ["`unless` of `locks` names `xa.vouched`, which is no judgement of `xa.way`"]


ASKS = [{"id": "xa.funds", "when": "money('XXA') >= fact('xa.sum')"}, {"id": "xa.age", "when": "sponsor"}]
SHOW = {"step": "xa.put", "shown": "xa.funds"}
ONE_OF = "`locks` of `xa.way` needs one of `sum` and `shown`, and `months` only beside `sum`"


@pytest.mark.parametrize(
    ("locks", "told"),
    [
        (SHOW, []),
        (SHOW | {"sum": "xa.sum"}, [ONE_OF]),
        ({"step": "xa.put"}, [ONE_OF]),
        (SHOW | {"months": "xa.time"}, [ONE_OF]),
        (
            SHOW | {"shown": "xa.fund"},
            ["`shown` of `locks` names `xa.fund`, which is no requirement of `xa.way`"],
        ),
        (
            SHOW | {"shown": "xa.age"},
            ["the requirement `xa.age` under `shown` of `locks` of `xa.way` asks for no money saved"],
        ),
    ],
)
def test_money_is_locked_or_has_to_be_shown(locks: dict[str, Any], told: list[str]) -> None:
    assert said(locks, requirements=ASKS) == told


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"step": "put"}, "the step `put` under `locks` of `xa.way` belongs to no country"),
        ({"step": "xa.other"}, "the step `xa.other` under `locks` is no step of `xa.way`"),
        (
            {"sum": "xa.time"},
            "the fact `xa.time` under `sum` of `locks` of `xa.way` is not a sum of money: it states duration",
        ),
        (
            {"months": "xa.sum"},
            "the fact `xa.sum` under `months` of `locks` of `xa.way` is not a duration: it states money",
        ),
        (
            {"sum": "xa.monthly"},
            "the fact `xa.monthly` under `sum` of `locks` of `xa.way` is told by the month",
        ),
        ({"sum": "xa.weekly"}, "the fact `xa.weekly` under `sum` of `locks` of `xa.way` is told by the week"),
    ],
)
def test_what_plans_cannot_reckon_with_is_told(keys: dict[str, Any], told: str) -> None:
    assert said(PUT | keys) == [told]
