"""Until when a step may begin so that a later step is ready for the day that the family was given for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set

from vyrai.reach import Placed, Step, lengths

_OPEN = frozenset({"days", "steps"})
"""What is not known of a length of which there is no most."""
_LATEST = 10**9
Needs = Mapping[str, Sequence[str]]


def deadlines(
    ordered: Sequence[Placed], needs: Needs, given: Set[str], steps: Mapping[str, Step]
) -> dict[str, int]:
    """By step the last day from the start of the plan, if each takes the most that is known of it. Nothing of
    what has to begin at once, for of it or of something behind it no most is known. ordered: none before what
    it needs.
    """
    last: dict[str, int] = {}
    hurried: set[str] = set()
    starts = {placed.step: placed.start for placed in ordered}
    for placed in reversed(ordered):
        name = placed.step
        day = placed.start if name in given else last.get(name)
        for before in needs[name] if day is not None else ():
            if before in given:
                continue
            step = steps[before]
            # What is over in a day is done the day before, so that nobody comes with empty hands.
            takes = max(step.days[-1], 1 if step.attends is None else step.attends.days)
            last[before] = max(starts[before], min(last.get(before, _LATEST), (day or 0) - takes))
            if name in hurried or not _OPEN.isdisjoint(lengths(step.unknown)):
                hurried.add(before)
    return {name: day for name, day in last.items() if name not in hurried}


def unsure(name: str, needs: Needs, steps: Mapping[str, Step], lasting: Collection[str]) -> bool:
    """Whether of something before a step the length is not known, or only what is likely. lasting: codes."""
    before, more = set[str](), {*needs[name]}
    while more - before:
        before |= more
        more = {one for of in before for one in needs[of]}
    return any(not lengths(steps[one].unknown).isdisjoint(lasting) for one in before)
