"""Of a visit to an office: who must come, and which of the family need not."""

from __future__ import annotations

from typing import Literal

from vyrai.law import Family
from vyrai.reach import MINDER, Problem, Step
from vyrai.world import Step as Described


def comes(problem: Problem, step: Step, described: Described | None) -> tuple[str, ...]:
    """Who must come, by short name; across a border everybody."""
    crosses = described is not None and described.moves
    who = step.attends.who if step.attends else problem.people if crosses else ()
    return tuple(one for one in who if one != MINDER)


def stay_behind(family: Family, who: tuple[str, ...], group: Literal["adult", "child"]) -> tuple[str, ...]:
    """The short names of those of a group who need not come; nobody where nobody comes."""
    if not who:
        return ()
    named = [str(family.answers.labels[member]) for member in family.people[group]]
    return tuple(name for name in named if name not in who)
