"""Ten thousand lives of a large plan against a limit, and a life of it against the same life played by simpy.

Both play what tests/reach/test_lives.py shows to be the same lives: draws, refusals, tries, fallbacks,
attendance, lapsed papers, money by month. Where simpy is not installed it is named and left out.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, as_a_command, cpu, fair, leave, line, within
from vyrai.reach.lives import LIVES, Rules, simulate
from vyrai.reach.problem import Problem
from vyrai.reach.search import Search

LIMIT, TIMES, FEW = 0.8, 5, 1_000


def measure(name: str) -> list[bool]:
    problem = msgspec.json.decode((ROOT / f"benchmarks/plans/{name}.json").read_bytes(), type=Problem)
    (plan,) = Search(problem).optimum("weeks").plans
    steps = f"{name}, {len(plan.steps)} of {len(problem.steps)} steps"
    ours = fair(lambda: simulate(problem, plan), 5)
    good = [within(f"{LIVES:,} lives of {steps}", ours, LIMIT)]
    if find_spec("simpy") is None:
        print("simpy is not installed: left out")
        return good
    from tests.reach import simpy_lives

    theirs = cpu(lambda: simpy_lives.play(problem, plan, FEW, 7, Rules()), 3)
    return [*good, line(f"a life of {steps}", ours[0] / LIVES, theirs / FEW, 1 / TIMES)]


def main() -> None:
    as_a_command()
    leave([*measure("large-05"), *measure("small-05")])


if __name__ == "__main__":
    main()
