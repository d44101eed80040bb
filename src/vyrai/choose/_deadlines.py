"""Until when a step may begin so that a later step is ready for the day that the family was given for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from vyrai.reach import Placed


def deadlines(
    ordered: Sequence[Placed], needs: Mapping[str, Sequence[str]], given: Set[str]
) -> dict[str, int]:
    """By step the last day from the start of the plan, on likely days. ordered: none before what it needs."""
    last: dict[str, int] = {}
    length = {placed.step: placed.end - placed.start for placed in ordered}
    for placed in reversed(ordered):
        day = placed.start if placed.step in given else last.get(placed.step)
        if day is None:
            continue
        for before in needs[placed.step]:
            if before not in given:
                last[before] = min(last.get(before, day), day - length[before])
    return last
