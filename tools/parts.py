"""Run make targets one after another, say what share of the time each took, and name what was skipped.

    tools/parts.py [--need PROGRAM=PACKAGE ...] TARGET ...

Standard library only: it also runs before anything is installed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time

PYTEST_CLOSING = re.compile(r"^(=+ )?\d+ (passed|failed|error).* in [\d.]+s.*$", re.MULTILINE)


def installed(program: str, package: str) -> bool:
    """Say whether `program` is there, after trying to install Debian's `package` if it was not."""
    if shutil.which(program) or not shutil.which("apt-get"):
        return shutil.which(program) is not None
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if not sudo or shutil.which("sudo"):
        print(f"{program} is missing: installing Debian's {package}", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", package]):
            subprocess.run(
                [*sudo, "apt-get", "-qq", *command], env=quiet, stdout=subprocess.DEVNULL, check=False
            )
    return shutil.which(program) is not None


def run(target: str) -> tuple[int, str]:
    """Run `make TARGET`, passing its output on; return its exit code and pytest's closing line, if any."""
    make = [os.environ.get("MAKE", "make"), "--no-print-directory", target]
    process = subprocess.Popen(make, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    closing = ""
    assert process.stdout is not None
    for line in process.stdout:
        print(line, end="", flush=True)
        if PYTEST_CLOSING.match(line):
            closing = line.strip()
    return process.wait(), closing


def main() -> int:
    """Run every part even if one fails: one run shows everything that is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--need", action="append", default=[], metavar="PROGRAM=PACKAGE")
    parser.add_argument("targets", nargs="+")
    options = parser.parse_args()

    needs = dict(need.split("=") for need in options.need)
    missing = [program for program, package in needs.items() if not installed(program, package)]

    seconds, failed, closings = {}, [], []
    for target in options.targets:
        print(f"\n== {target}", flush=True)
        start = time.monotonic()
        code, closing = run(target)
        seconds[target] = time.monotonic() - start
        failed += [target] if code else []
        closings += [f"{target}: {closing}"] if closing else []

    total = sum(seconds.values())
    print("\n== time")
    for target, spent in seconds.items():
        print(f"{target:<12} {spent:7.1f} s {spent / total:5.0%}{'   FAILED' if target in failed else ''}")
    print(f"{'all':<12} {total:7.1f} s")
    for line in closings:
        print(line)
    if failed:
        print("Failed:", ", ".join(failed))
    if missing:
        allowed = os.environ.get("VYRAI_ALLOW_SKIPS") == "1"
        how = "allowed by VYRAI_ALLOW_SKIPS=1" if allowed else "set VYRAI_ALLOW_SKIPS=1 to accept that"
        packages = " ".join(needs[program] for program in missing)
        print(f"Skipped what needs {', '.join(missing)} (apt-get install {packages}); {how}.")
        return 1 if failed or not allowed else 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
