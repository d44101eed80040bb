"""What only shows between an outcome and the fact that says how often it comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem
from vyrai.world._supports import kinds

Record = dict[str, Any]
_SHARED = ("granted", "refused")


def problems(atlas: Record) -> Iterator[Problem]:
    """Shares of outcomes that plans cannot reckon with."""
    facts = {fact["id"]: fact for fact in atlas["facts"]}
    units = {unit["id"]: unit["kind"] for unit in atlas["units"]}
    for record in (*atlas["routes"], *atlas["steps"]):
        for name, outcome in (record.get("outcomes") or {}).items():
            shares = (outcome or {}).get("share") or {}
            if shares and name not in _SHARED:
                yield _at(
                    record,
                    f"`{record['id']}` says how often it ends as `{name}`",
                    "Plans reckon with how often an answer is yes or no, and with nothing else.",
                    "Put `share:` under `refused:` or `granted:`, and this fact under `facts:`.",
                )
                continue
            for share in shares.values():
                said = sorted(kinds(facts[share], units)) if share in facts else ["share"]
                if said != ["share"]:
                    yield _at(
                        record,
                        f"the fact `{share}` under `share:` of `{record['id']}` is not a share: it states "
                        + (" and ".join(said) or "no value"),
                        "How likely a plan is to be granted is reckoned from it.",
                        "Name a fact each of whose claims states percent; one in words belongs under "
                        "`facts:`.",
                    )


def _at(record: Record, what: str, why: str, do: str) -> Problem:
    return Problem(record["file"], record["line"], what, why, do)
