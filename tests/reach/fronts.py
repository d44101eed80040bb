"""The stored fronts: 300 drawn problems and every vector of buckets that none beats, by the oracle.

    python -m tests.reach.fronts            # derive them anew and say what differs (`make oracle`)
    python -m tests.reach.fronts --record   # write fronts.json

The front over all five objectives is stored. The others follow from it: what none beats over fewer is among
its points, and a lexicographic optimum is its first point in that order.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from pathlib import Path

from tests.reach.instances import digest, drawn
from tests.reach.oracle import Oracle, Point
from vyrai.reach.problem import OBJECTIVES

FILE = Path(__file__).with_name("fronts.json")
STORED = 300
WITHOUT_A_PLAN = 45
"""How many of them have none."""
LONGEST = 25
"""Fronts with more points are left out: each of them would take the oracle minutes."""

Stored = tuple[str, list[Point]]


def stored() -> dict[int, Stored]:
    """Number of a drawn problem: its digest and its front."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return {int(number): (name, [tuple(point) for point in front]) for number, (name, front) in rows.items()}


def over(points: Iterable[Point], by: Sequence[str]) -> set[Point]:
    """What none of the points beats in some of the objectives."""
    mine = {tuple(point[OBJECTIVES.index(name)] for name in by) for point in points}
    return {
        one
        for one in mine
        if not any(other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in mine)
    }


def first_by(points: Sequence[Point], objective: str) -> set[Point]:
    """The point that is best by one objective, then by the others in their order, if there is any."""
    at = OBJECTIVES.index(objective)
    best = sorted(points, key=lambda point: (point[at], *point))
    return set(best[:1])


def derive(number: int) -> tuple[int, Stored | None]:
    """A problem's front by the oracle; None: it is too long."""
    problem = drawn(number)
    found = Oracle(problem).front(most=LONGEST)
    return number, (digest(problem), found.points) if found.proven else None


def _record() -> dict[int, Stored]:
    """The first numbers whose problems have a plan, and every so often one that has none."""
    rows: dict[int, Stored] = {}
    bare = 0
    with get_context("spawn").Pool(os.cpu_count()) as pool:
        for number, row in pool.imap(derive, range(10 * STORED), chunksize=4):
            if row is None or (not row[1] and bare == WITHOUT_A_PLAN):
                continue
            bare += not row[1]
            rows[number] = row
            if len(rows) - bare >= STORED - WITHOUT_A_PLAN and bare == WITHOUT_A_PLAN:
                break
    full = [number for number in rows if rows[number][1]][: STORED - WITHOUT_A_PLAN]
    return {number: rows[number] for number in rows if not rows[number][1] or number in full}


def _write(rows: dict[int, Stored]) -> None:
    lines = [
        f'"{number}": {json.dumps([name, front], separators=(",", ":"))}'
        for number, (name, front) in rows.items()
    ]
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(words: Sequence[str]) -> int:
    if "--record" in words:
        _write(_record())
        return 0
    kept = stored()
    wrong = 0
    with get_context("spawn").Pool(os.cpu_count()) as pool:
        for number, row in pool.imap(derive, kept, chunksize=4):
            if row != kept[number]:
                wrong += 1
                _say(f"problem {number}: stored {kept[number]}, found {row}")
    _say(f"{len(kept)} fronts derived anew, {wrong} differ from fronts.json")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
