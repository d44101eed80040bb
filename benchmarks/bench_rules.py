"""A generated work: 100 routes of 8 requirements of 3 atoms, a family of five, three answers in ten unknown.

Every route is decided by `Law.decide`: findings, blockers and irredundant supports. And: is a route as cheap
among ten times as many?
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generated import ON, Work
from benchmarks.measure import as_a_command, fair, leave, line, within
from vyrai.law import Law
from vyrai.world import Atlas, World

LIMIT = 0.015


def deciding(atlas: Atlas, work: Work, families: int) -> tuple[tuple[float, float], Counter[str]]:
    """CPU seconds, measured and corrected, for all routes of an atlas and one family, and the verdicts."""
    law = Law(atlas)
    people = [work.family() for _ in range(families)]
    found: Counter[str] = Counter()

    def run() -> None:
        found.clear()
        reasons = 0
        for answers in people:  # nothing is kept from one run to the next but the rules, read and compiled
            family, world = law.family(answers), World(atlas, ON)
            for route in atlas.routes:
                verdict = law.decide(route, family, world)
                reasons += len(verdict.support)  # found when asked for
                found[verdict.word] += 1

    measured, corrected = fair(run)
    return (measured / families, corrected / families), found


def main() -> None:
    as_a_command()
    work = Work()
    spent, found = deciding(work.atlas(), work, 6)
    print(f"verdicts of 100 routes for 6 families: {dict(found)}")
    good = [within("100 routes x 8 x 3 atoms, 5 members, with reasons", spent, LIMIT)]
    many = Work(2)
    tenfold, _ = deciding(many.atlas(1000), many, 2)
    good.append(line("a route among 1000, against one among 100", tenfold[1] / 1000, spent[1] / 100, 1.2))
    leave(good)


if __name__ == "__main__":
    main()
