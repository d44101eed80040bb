"""The keys of a provision that say how a refusal may be objected to."""

from __future__ import annotations

from typing import Any

from vyrai.world._reader import Node
from vyrai.world._shapes import Context, Shape, one_of, ref, text

APPEAL: dict[str, Shape] = {
    "appeal": ref("fact", "provision"),
    "appeal_to": text,
    "appeal_from": one_of("decision"),
}
"""appeal: a fact with the time, from the day the decision reached the family, or with `appeal_from: decision`
from the day of the decision itself; appeal_to: the office. Either may be left out: somebody may know to whom,
and not how long.
"""


def from_nothing(record: dict[str, Any] | None, node: Node, ctx: Context) -> None:
    """A problem if it says from when a time runs that is not there."""
    if record is not None and record.get("appeal_from") and not record.get("appeal"):
        ctx.problem(
            node,
            "`appeal_from` stands without `appeal`",
            "It says from which day the time to object runs, and there is no time.",
            "Name under `appeal:` the fact with the time, or leave `appeal_from` out.",
        )
