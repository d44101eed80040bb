"""Exceptions that could never speak of the one who is asked: of one person where the family is asked, say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vyrai.world._problems import Problem

Record = dict[str, Any]
_GROUPS = {
    "person": frozenset({"adult", "child"}),
    "adult": frozenset({"adult"}),
    "applicant": frozenset({"adult"}),
    "child": frozenset({"child"}),
}


def problems(requirements: Iterable[Record]) -> Iterator[Problem]:
    """Requirements that name under `unless` or `excluded` one that is asked of others only."""
    named = {one["id"]: one for one in requirements}
    for asked in named.values():
        for key in ("unless", "excluded"):
            for name in asked.get(key) or ():
                exception = named.get(name)
                if exception is None or not _of(exception) or _of(asked) & _of(exception):
                    continue
                yield Problem(
                    asked["file"],
                    asked["line"],
                    f"the exception `{name}` is never asked of whom `{asked['id']}` is asked",
                    "An exception is decided of the one who is asked: one of a person says nothing of the "
                    "family, and one of children nothing of an adult.",
                    "Ask both of the same people under `for:`, or write the exception about the family.",
                    True,
                )


def _of(requirement: Record) -> frozenset[str]:
    """The groups of members of whom it is asked one by one; nobody where the family is asked."""
    who = requirement.get("for")
    return frozenset() if who is None else _GROUPS[who["each"]]
