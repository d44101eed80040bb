"""Run `vyrai` with the words given, then say how long it took, where the page is, and how to begin."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path


def main(words: list[str]) -> int:
    """The page is the word after --html."""
    page = Path(words[words.index("--html") + 1])
    page.parent.mkdir(parents=True, exist_ok=True)
    print("$ vyrai", *words, flush=True)
    start = time.monotonic()
    code = subprocess.run([Path(sys.executable).with_name("vyrai"), *words], check=False).returncode
    print(f"\nTook {time.monotonic() - start:.1f} s.")
    if page.exists():
        print(f"The same answer as a page for a browser or a printer: {page.resolve()}")
    if not code:
        print("For a family of your own, question by question in your browser: .venv/bin/vyrai app")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
