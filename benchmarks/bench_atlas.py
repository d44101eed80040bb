"""The real atlas and the invented family: load, compare, ask, the whole process, the check of the files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, as_a_command, fair, leave, steady, within
from vyrai.choose import ask, compare, form_of
from vyrai.choose.weigh import weigh
from vyrai.family import load
from vyrai.law import Law
from vyrai.world import cache_of, compile_atlas, decode

DEMO, ON = ROOT / "examples/paediatrician-2026.yaml", date(2026, 11, 20)
VYRAI = Path(sys.executable).with_name("vyrai")
MEBIBYTES = 80


def process(words: Sequence[str | Path], times: int = 7) -> tuple[float, float]:
    """Wall seconds of a process of its own: the best of several, as measured and corrected."""

    def run() -> None:
        subprocess.run(words, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)

    run()
    return steady(lambda: timed(run), times)


def peak(words: Sequence[str | Path]) -> float:
    """Peak resident memory of a process in MiB."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    said = subprocess.run(
        [sys.executable, "-S", "-c", script, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(said.stdout) / 1024


def checking(cold: bool) -> tuple[float, float]:
    """CPU seconds of `vyrai atlas check` with nothing kept of an earlier run, or with one file changed."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "atlas"
        shutil.copytree(ROOT / "atlas", folder)
        file = folder / "PL/routes/humanitarian-visa.yaml"

        def once() -> float:
            if cold:
                shutil.rmtree(cache_of(folder), ignore_errors=True)
            file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
            words = [VYRAI, "--atlas", folder, "atlas", "check"]
            before = os.times()
            found = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
            assert found.returncode in (0, 1), found.stderr
            after = os.times()
            return after.children_user + after.children_system - before.children_user - before.children_system

        once()
        return steady(once, 3)


def timed(run: Callable[[], object]) -> float:
    """Wall seconds of a run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    as_a_command()
    document = compile_atlas(ROOT / "atlas", cache_of(ROOT / "atlas"))
    atlas = decode(document)
    case = load(DEMO, form_of(atlas))
    good = [
        within("load the compiled atlas", fair(lambda: decode(document)), 0.015),
        within(
            "compare the demo, rules read and compiled too",
            fair(lambda: compare(Law(atlas), case, ON), 5),
            0.5,
        ),
        within(
            "ask on the demo, rules read and compiled too", fair(lambda: ask(Law(atlas), case, ON), 5), 0.25
        ),
    ]
    found = compare(Law(atlas), case, ON)
    good.append(within("weigh the demo", fair(lambda: weigh(found, ("safety", "language")), 5), 0.1))
    demo = [VYRAI, "compare", DEMO, "--on", ON.isoformat()]
    good.append(within("vyrai compare, whole process, wall", process(demo), 0.8))
    good.append(within("vyrai --help, whole process, wall", process([VYRAI, "--help"]), 0.15))
    memory = peak(demo)
    print(
        f"{'vyrai compare, peak memory':<58} {memory:7.1f} MiB {MEBIBYTES:6} MiB",
        f"{memory / MEBIBYTES:6.2f}  1.00",
        "ok" if memory <= MEBIBYTES else "TOO MUCH",
    )
    good.append(memory <= MEBIBYTES)
    good.append(within("vyrai atlas check, cold", checking(True), 3.0))
    good.append(within("vyrai atlas check, one file changed", checking(False), 1.0))
    leave(good)


if __name__ == "__main__":
    main()
