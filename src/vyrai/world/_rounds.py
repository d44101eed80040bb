"""What only shows between months of the year and what waits for them: the step that ends with a round which
decides later, and the one that may be begun in a season alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem

Record = dict[str, Any]
MONTH = "month"
"""The kind of a unit whose values are months of the year, 1 to 12, whichever year it is."""
_MONTHS = frozenset(map(str, range(1, 13)))
_WRITE = "Write the months as a list, 1 for January to 12 for December: [3] or [2, 9]."


def problems(atlas: Record) -> Iterator[Problem]:
    """Months that are none, and rounds whose time plans cannot reckon with."""
    kinds = {unit["id"]: unit["kind"] for unit in atlas["units"]}
    facts = {fact["id"]: fact for fact in atlas["facts"]}
    for fact in atlas["facts"]:
        for claim in _of_months(fact, kinds):
            yield from _claim(fact, claim)
    shared = {step["id"] for step in atlas["steps"] if not step["folder"]}
    for route in atlas["routes"]:
        own = {step for step in route.get("steps") or () if step not in shared}
        for season, months in (route.get("seasons") or {}).items():
            yield from _season(route, season)
            yield from _fact(route, months, facts, kinds)
        ends: dict[str, str] = {}
        for name, later in (route.get("decided_later") or {}).items():
            yield from _round(route, name, later, own)
            yield from _fact(route, later.get("months"), facts, kinds)
            step = later.get("step")
            if step is not None and ends.setdefault(step, name) != name:
                yield _at(
                    route,
                    f"`{name}` and `{ends[step]}` of `{route['id']}` both end with the step `{step}`",
                    "A step is over once, and cannot wait for two rounds.",
                    "Give each round a step of its own, or make them one.",
                )


def _of_months(fact: Record, kinds: dict[str, str]) -> Iterator[Record]:
    """The claims whose value is said to be months of the year."""
    for claim in fact["claims"]:
        if claim.get("value") and kinds.get(claim.get("unit")) == MONTH:
            yield claim


def _claim(fact: Record, claim: Record) -> Iterator[Problem]:
    kind, *rest = claim["value"]
    if kind != "codes":
        yield _at(
            {**fact, "line": claim["line"]},
            f"the months of `{fact['id']}` are no list",
            "Plans wait for the next of these months, every year.",
            _WRITE,
        )
        return
    for code in rest[0]:
        if code not in _MONTHS:
            yield _at(
                {**fact, "line": claim["line"]},
                f"`{code}` of `{fact['id']}` is not a month of the year",
                "Plans wait for the next of these months, every year.",
                _WRITE,
            )


def _round(route: Record, name: str, later: Record, own: set[str]) -> Iterator[Problem]:
    months, step = later.get("months"), later.get("step")
    if (months is None) != (step is None):
        there, lacks = ("months", "step") if step is None else ("step", "months")
        yield _at(
            route,
            f"`{name}` of `{route['id']}` has `{there}` and no `{lacks}`",
            "A plan puts the step that ends with the round into its months; it needs both.",
            f"Add `{lacks}:`, or leave `{there}` out.",
        )
    elif step is not None and step not in own:
        yield _at(
            route,
            f"the step `{step}` of `{name}` is no step of `{route['id']}` and its country",
            "A plan would wait for a round that none of its steps ends with.",
            "Name a step that stands under `steps:` of this route, and is not one that countries share.",
        )


def _season(route: Record, step: str) -> Iterator[Problem]:
    if step not in (route.get("steps") or ()):
        yield _at(
            route,
            f"the step `{step}` under `seasons:` is no step of `{route['id']}`",
            "A plan would wait for a season and begin nothing in it.",
            "Name a step that stands under `steps:` of this route.",
        )


def _fact(
    route: Record, months: str | None, facts: dict[str, Record], kinds: dict[str, str]
) -> Iterator[Problem]:
    if months is None or months not in facts:
        return
    stated = [claim for claim in facts[months]["claims"] if claim.get("value")]
    if not stated or len([*_of_months(facts[months], kinds)]) < len(stated):
        yield _at(
            route,
            f"the fact `{months}` with the months of `{route['id']}` does not state months of the year",
            "A plan puts a step into these months.",
            f"Name a fact each of whose claims has a unit of the kind `{MONTH}`. {_WRITE}",
        )


def _at(record: Record, what: str, why: str, do: str) -> Problem:
    return Problem(record["file"], record["line"], what, why, do)
