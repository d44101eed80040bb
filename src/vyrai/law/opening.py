"""What would open a route: the smallest sets of answers a family can change, checked by deciding again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from vyrai.law._decide import Asked
from vyrai.law._programs import Program
from vyrai.law.trial import Trial
from vyrai.law.witness import Proposal, merge, witnesses
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Env

_SETS = 400
"""How many sets of changed answers are tried before it is said that nothing was found."""


def openings(trial: Trial, may_change: Callable[[str], bool], wholly: bool) -> list[Proposal]:
    """The smallest sets of other answers that change the verdict; empty if none was found.

    may_change: of an item key, whether the family can change it. wholly: to surely met, whatever is open now;
    else only away from surely not met. Keys in a new record are `LIST/+.FIELD`.
    """
    parts: list[list[Proposal]] = []
    for asked in trial.listed:
        bits = trial.part(asked)[0]
        if bits == SURE or (bits != SURELY_NOT and not wholly):
            continue
        proposals = _ways(trial, asked)
        # A requirement of one who need not come in may stay as it is: the whole is decided again below.
        parts.append([*(one for one in proposals if all(map(may_change, one))), {}])
    found = sorted(merge(parts), key=lambda one: (len(one), sorted(one)))
    enough = (SURE,) if wholly else (SURE, UNKNOWN)
    working = [one for one in islice(found, _SETS) if one and trial.bits(one) in enough]
    return [one for one in working if len(one) == len(working[0])]


def _ways(trial: Trial, asked: Asked) -> list[Proposal]:
    """What would make one requirement come out well: the rule itself, or one of its exceptions."""
    programs, env, who = trial.law.programs, trial.env, asked.member or ""
    ways = _of(asked.program, env, who, not asked.sinks)
    for name in () if asked.sinks else asked.unless:
        ways += _of(programs.of(name), env, who, True)
    for name in () if asked.sinks else asked.excluded:
        ways = merge([ways, _of(programs.of(name), env, who, False)])
    return ways


def _of(program: Program, env: Env, who: str, want: bool) -> list[Proposal]:
    env.at[0] = who
    return witnesses(program.trees[0], env, want) if len(program.trees) == 1 else []
