"""Plans: our search beside OR-Tools CP-SAT, on the synthetic problems of benchmarks/plans.

    bench_plan.py [--small N] [--large N] [--seconds S] [--growth N] [--picture FILE.svg]

Small (22 to 24 steps): CPU time to the same proven front over weeks, money, chance; ours within a twentieth.
Large (47 to 50): the five optima proven within 20 s on one core, and how far a front gets while CP-SAT has as
long. Growth: from 10 steps to 50. 0 leaves a part out; `--small 1 --large 1 --growth 0 --seconds 5` is short.
"""

from __future__ import annotations

import argparse
import html
import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

if find_spec("ortools") is None:
    sys.exit("OR-Tools is what this measures against, and it is not installed: `make test` installs it.")

from benchmarks.measure import ROOT, as_a_command, in_turns, leave, line, steady, within
from tests.reach.oracle import Answer, Oracle
from vyrai.reach.problem import OBJECTIVES, Front, Held, Problem
from vyrai.reach.search import Search

PLANS = Path(__file__).with_name("plans")
THREE = OBJECTIVES[:3]
TWENTIETH, OPTIMA = 1 / 20, 20.0
WORKERS = 2
GROWTH = tuple(range(10, 51, 5))
Result = TypeVar("Result")
Point = tuple[int, ...]


def read(name: str) -> Problem:
    return msgspec.json.decode((PLANS / f"{name}.json").read_bytes(), type=Problem)


def spent(run: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds of all threads, and what came of them."""
    start = time.process_time()
    result = run()
    return time.process_time() - start, result


def searched(problem: Problem, by: tuple[str, ...], seconds: float | None = None) -> tuple[float, Front]:
    return spent(lambda: Search(problem, seconds).front(by))


def asked_of_oracle(
    problem: Problem, by: tuple[str, ...], seconds: float | None = None
) -> tuple[float, Answer]:
    return spent(lambda: Oracle(problem, WORKERS).front(by, seconds))


def vectors(front: Front) -> set[Point]:
    return {tuple(plan.bucketed[name] for name in front.by) for plan in front.plans}


def beaten(points: set[Point], by: set[Point]) -> int:
    """How many of the points another one beats or equals."""
    return sum(any(all(a <= b for a, b in zip(other, one, strict=True)) for other in by) for one in points)


# --------------------------------------------------------- small: the same proven front
def small(count: int) -> list[bool]:
    good = []
    for number in range(1, count + 1):
        problem = read(f"small-{number:02}")
        _, ours = searched(problem, THREE)
        _, oracle = asked_of_oracle(problem, THREE)
        mine, theirs = in_turns(partial(searched, problem, THREE), partial(asked_of_oracle, problem, THREE))
        same = ours.proven and oracle.proven and vectors(ours) == set(oracle.plans)
        name = f"small-{number:02}, {len(problem.steps)} steps: front of {len(oracle.plans)} by three"
        good.append(line(name if same else f"{name} DIFFERS", mine, theirs, TWENTIETH) and same)
    return good


# --------------------------------------------------------- large: optima, and how far a front gets
def large(count: int, seconds: float) -> list[bool]:
    good = []
    for number in range(1, count + 1):
        problem = read(f"large-{number:02}")
        name = f"large-{number:02}, {len(problem.steps)} steps"
        proven: list[str] = []

        def optima(problem: Problem = problem, proven: list[str] = proven) -> float:
            search = Search(problem, 30 * OPTIMA)  # of the clock, which a busy machine makes long
            took, fronts = spent(search.optima)
            proven[:] = [objective for objective, front in fronts.items() if front.proven]
            return took

        took = steady(optima, 1)
        lacking = [objective for objective in OBJECTIVES if objective not in proven]
        words = "five optima" if not lacking else f"NOT PROVEN {' '.join(lacking)}"
        good.append(within(f"{name}: {words}", took, OPTIMA) and not lacking)
        for by in (THREE, OBJECTIVES) if seconds else ():
            _apart(problem, by, seconds)
    return good


def _apart(problem: Problem, by: tuple[str, ...], seconds: float) -> None:
    """What each has of a front after the same time: points, and how many the other's beat or equal."""
    mine, ours = searched(problem, by, seconds)
    theirs, oracle = asked_of_oracle(problem, by, seconds)
    here, there = vectors(ours), set(oracle.plans)
    print(
        f"    front by {len(by)} after {seconds:g} s: "
        f"ours {len(here)} points{_whole(ours.proven)}, {mine:.1f} s CPU; "
        f"CP-SAT {len(there)}{_whole(oracle.proven)}, {theirs:.1f} s; "
        f"no better than the other's: {beaten(here, there)} of ours, {beaten(there, here)} of CP-SAT's",
        flush=True,
    )


def _whole(proven: bool) -> str:
    return " (all, proven)" if proven else ""


# --------------------------------------------------------- growth: from 10 steps to 50
class Row(NamedTuple):
    """Median CPU seconds at one size, and whether all was proven."""

    steps: int
    optima: float
    front: float
    theirs: float | None
    proven: bool


def grown(number: int, size: int) -> Problem:
    """The small problem's likeliest plan, then its other steps, then papers leave the hand for steps."""
    start, whole = read(f"small-{number:02}"), read(f"large-{number:02}")
    plan = Search(start).optimum("chance").plans[0]
    used = {placed.step for placed in plan.steps}
    own = sorted(start.steps, key=lambda step: step.id not in used)
    papers = {held.paper for held in start.has}
    shared = [step for step in whole.steps if step.id not in {one.id for one in own}]
    # A paper leaves the hand with its first maker; what needs no such paper comes first.
    shared.sort(key=lambda step: (bool(set(step.yields) & papers), bool(set(step.needs) & papers)))
    steps = (own + shared)[:size]
    made = {paper for step in steps for paper in step.yields}
    has = tuple(Held(paper=paper) for paper in sorted(papers - made))
    return msgspec.structs.replace(start, steps=tuple(steps), has=has)


def growth(count: int, seconds: float) -> list[Row]:
    rows = []
    # Only those with 50 steps grow to the end.
    longest = [number for number in range(1, 13) if len(read(f"large-{number:02}").steps) >= GROWTH[-1]]
    for size in GROWTH:
        times: list[tuple[float, float, float | None]] = []
        proven = True
        for number in longest[:count]:
            problem = grown(number, size)
            search = Search(problem, 3 * seconds)
            optima, found = spent(search.optima)
            mine, front = searched(problem, THREE, 3 * seconds)
            theirs, oracle = asked_of_oracle(problem, THREE, seconds)
            proven = proven and front.proven and all(one.proven for one in found.values())
            times.append((optima, mine, theirs if oracle.proven else None))
        peers = [one for _, _, one in times if one is not None]
        row = Row(
            size,
            statistics.median(one for one, _, _ in times),
            statistics.median(one for _, one, _ in times),
            statistics.median(peers) if len(peers) == len(times) else None,
            proven,
        )
        rows.append(row)
        print(
            f"    {size:2} steps (problems: {len(times)}): five optima {row.optima:8.3f} s, "
            f"front by three {row.front:8.3f} s, "
            f"CP-SAT's {'not proven' if row.theirs is None else f'{row.theirs:8.3f} s'}"
            f"{'' if proven else '  NOT ALL PROVEN'}",
            flush=True,
        )
    return rows


def plot(rows: list[Row]) -> str:
    """The rows as bars of letters, a factor of ten for each ten letters."""
    lines = []
    for row in rows:
        for name, seconds in (("optima", row.optima), ("front", row.front), ("CP-SAT", row.theirs)):
            if seconds is not None:
                bar = "#" * max(1, round(10 * (math.log10(max(seconds, 1e-3)) + 3)))
                lines.append(f"    {row.steps:2} {name:6} {bar} {seconds:.3g} s")
    return "\n".join(lines)


def picture(rows: list[Row]) -> str:
    """The same as a drawing: steps to the right, seconds upwards, a factor of ten for each line."""
    wide, high, left, foot = 640, 360, 60, 40
    low, top = -3, 3

    def place(steps: int, seconds: float) -> tuple[float, float]:
        share = (min(max(math.log10(max(seconds, 1e-9)), low), top) - low) / (top - low)
        return left + (steps - 5) / 50 * (wide - left - 20), high - foot - share * (high - foot - 20)

    parts = []
    for power in range(low, top + 1):
        _, y = place(10, 10.0**power)
        parts.append(f'<line x1="{left}" y1="{y:.0f}" x2="{wide - 20}" y2="{y:.0f}" stroke="#ccc"/>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g} s</text>')
    for row in rows:
        x, _ = place(row.steps, 1)
        parts.append(f'<text x="{x:.0f}" y="{high - foot + 16}" text-anchor="middle">{row.steps}</text>')
    series = (
        ("five optima, ours", "#1b6e4b", "", [(row.steps, row.optima) for row in rows]),
        ("front by three, ours", "#1f4e9c", "6 3", [(row.steps, row.front) for row in rows]),
        (
            "the same front, CP-SAT",
            "#a33",
            "2 3",
            [(row.steps, row.theirs) for row in rows if row.theirs is not None],
        ),
    )
    for at, (name, colour, dash, points) in enumerate(series):
        path = " ".join("{:.1f},{:.1f}".format(*place(*point)) for point in points)
        drawn = f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"'
        parts.append(f'<polyline points="{path}" {drawn}/>')
        parts.append(f'<text x="{left + 12}" y="{30 + 16 * at}" fill="{colour}">{html.escape(name)}</text>')
    words = "CPU seconds to a proven answer as the steps of a problem grow"
    parts.append(f'<text x="{wide / 2:.0f}" y="{high - 6}" text-anchor="middle">steps</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img"'
    paper = f'<title>{words}</title><rect width="{wide}" height="{high}" fill="#fff"/>'
    return f'{head} font-family="sans-serif" font-size="12">{paper}{"".join(parts)}</svg>\n'


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", type=int, default=12, metavar="N")
    parser.add_argument("--large", type=int, default=4, metavar="N")
    parser.add_argument("--growth", type=int, default=1, metavar="N")
    parser.add_argument(
        "--seconds", type=float, default=20, metavar="S", help="for each front of a large problem"
    )
    parser.add_argument("--picture", type=Path, metavar="FILE.svg")
    asked = parser.parse_args()
    as_a_command()
    print(
        f"load {os.getloadavg()[0]:.1f}; CPU seconds; ours on one core, CP-SAT with {WORKERS} workers",
        flush=True,
    )
    good = small(asked.small) + large(asked.large, asked.seconds)
    rows = growth(asked.growth, asked.seconds) if asked.growth else []
    print(plot(rows))
    if asked.picture and rows:
        asked.picture.write_text(picture(rows), encoding="utf-8")
        print(
            asked.picture.resolve().relative_to(ROOT) if asked.picture.is_relative_to(ROOT) else asked.picture
        )
    leave(good)


if __name__ == "__main__":
    main()
