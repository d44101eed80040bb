"""How the benchmarks measure: median CPU time, beside a loop that says how fast the machine is."""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.pop(
    "PYTHONDONTWRITEBYTECODE", None
)  # a shell that forbids it makes every start read its modules anew
CALIBRATION = 0.0075
"""CPU seconds of `_loop` on the machine that the limits are meant for (two quiet cores, CPython 3.11)."""


def as_a_command() -> None:
    """Leave memory as every command of `vyrai` does: a short run collects no garbage. The app does."""
    gc.disable()


def cpu(run: Callable[[], object], times: int = 7) -> float:
    """Median CPU seconds of a run; one run before is not counted."""
    run()
    spent = []
    for _ in range(times):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def in_turns(one: Callable[[], object], other: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """CPU seconds of the round with the median ratio. In a round each runs once, so that both meet the
    machine at the speed that it has then; one round before is not counted.
    """
    rounds = []
    for _ in range(times + 1):
        spent = []
        for run in (one, other):
            start = time.process_time()
            run()
            spent.append(time.process_time() - start)
        rounds.append((spent[0], spent[1]))
    counted = sorted(rounds[1:], key=lambda pair: pair[0] / pair[1])
    return counted[len(counted) // 2]


def _loop() -> None:
    """A fixed piece of plain Python, of the kind the engine is made of: calls, dictionaries, tuples."""

    def pair(known: dict[int, int], key: int) -> tuple[int, tuple[int, ...]]:
        return known[key], (key,)

    known = dict.fromkeys(range(100), 1)
    seen: tuple[int, ...] = ()
    for number in range(60_000):
        bits, items = pair(known, number % 100)
        seen = items if bits else seen


def fair(run: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """Median CPU seconds of a run as measured, and with the machine's speed at that moment taken out."""
    run()
    spent, corrected = [], []
    for _ in range(times):
        rounds = []
        for part in (_loop, run, _loop):
            start = time.process_time()
            part()
            rounds.append(time.process_time() - start)
        spent.append(rounds[1])
        corrected.append(rounds[1] * CALIBRATION / min(rounds[0], rounds[2]))
    return statistics.median(spent), statistics.median(corrected)


def steady(once: Callable[[], float], times: int) -> tuple[float, float]:
    """The best of several runs that time themselves, as measured and with the machine's speed taken out."""
    spent, corrected = [], []
    for _ in range(times):
        start = time.process_time()
        _loop()
        speed = time.process_time() - start
        spent.append(once())
        corrected.append(spent[-1] * CALIBRATION / speed)
    return min(spent), min(corrected)


def line(name: str, ours: float, theirs: float, limit: float = 1.0, *, judged: bool = True) -> bool:
    """Print NAME, ours, theirs, ratio, limit of the ratio and what that makes."""
    ratio = ours / theirs
    word = ("ok" if ratio <= limit else "TOO SLOW") if judged else "(for information)"
    print(f"{name:<58} {_time(ours)} {_time(theirs)} {ratio:7.2f} {limit:5.2f} {word}", flush=True)
    return ratio <= limit


def within(name: str, measured: tuple[float, float], limit: float) -> bool:
    """The same against a limit in seconds; what is judged is the time on the machine that was meant."""
    return line(f"{name} (measured {_time(measured[0]).strip()})", measured[1], limit)


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:8.1f} ms" if seconds >= 0.001 else f"{seconds * 1e6:8.0f} us"


def leave(good: list[bool]) -> None:
    """Exit 1 if a limit was missed."""
    sys.exit(0 if all(good) else 1)
