"""Put what the program really says into README.md: `python tools/readme.py`. A test holds it to that."""

from __future__ import annotations

import os
import re
import sys
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
COMMAND = "vyrai compare examples/paediatrician-2026.yaml --on 2026-11-20"
SHOWN = ("GE", "PL")
_COUNTRY = re.compile(r"[?+] .*\([A-Z]{2}\): ")
_BLOCK = re.compile(r"(?<=<!-- transcript -->\n).*?(?=<!-- /transcript -->)", re.DOTALL)


def shortened(said: str) -> str:
    """The first lines, the gravest danger and two countries; three dots where lines were left out."""
    lines = said.splitlines()
    dangers = [at for at, line in enumerate(lines) if line.startswith("! ")]
    heading = next(at for at, line in enumerate(lines) if line.startswith("COUNTRIES"))
    found = [at for at in range(heading, len(lines)) if _COUNTRY.match(lines[at])]
    shown = [
        list(takewhile(bool, lines[at:])) for at in found if any(f"({one})" in lines[at] for one in SHOWN)
    ]
    told = [line for one in shown for line in (*one, "...")]
    return "\n".join([*lines[: dangers[1]], "...", *lines[heading : heading + 2], "...", *told])


def main() -> int:
    """Write README.md; 0."""
    sys.path.insert(0, str(ROOT))
    os.environ.update(COLUMNS="100", NO_COLOR="1", LC_ALL="C.UTF-8")
    os.chdir(ROOT)
    from tests.golden import command_file

    answer = command_file.run(COMMAND)
    if answer.exit:
        print(answer.stderr, file=sys.stderr)
        return answer.exit
    block = f"```console\n$ {COMMAND}\n{shortened(answer.stdout)}\n```\n"
    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(lambda _: block, text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
