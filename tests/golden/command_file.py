"""A golden command: one readable file with the command line and the whole answer that is expected.

    $ vyrai compare examples/paediatrician-2026.yaml --on 2026-11-20
    ... all of standard output ...
    ---
    exit: 2
    stderr:
    ... all of standard error ...

What follows `---` is there only if the exit code is not 0 or something was written to standard error.
`< FILE` at the end of the command line gives the command that file as standard input. Hashes of the atlas are
written as HASH, so that a change of the atlas changes only the answers that it changes.

Standard library only, because the same code runs under Pyodide.
"""

from __future__ import annotations

import gc
import importlib
import io
import os
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

COMMANDS = Path(__file__).parent / "commands"
_HASH = re.compile(r"\b(?=[a-f]*\d)[0-9a-f]{12,64}\b")
_TAIL = re.compile(r"(?:\A|\n)---\n(?:exit: (?P<exit>\d+)\n)?(?:stderr:\n(?P<stderr>.*))?\Z", re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    stdout: str
    exit: int = 0
    stderr: str = ""


def settled(answer: Answer) -> Answer:
    """The answer without what every change of the atlas changes."""
    return Answer(_HASH.sub("HASH", answer.stdout), answer.exit, _HASH.sub("HASH", answer.stderr))


def read(file: Path) -> tuple[str, Answer | None]:
    """Split a golden file into the command line and the expected answer (`None` when not yet recorded)."""
    first, _, rest = file.read_text(encoding="utf-8").partition("\n")
    if not first.startswith("$ vyrai "):
        raise ValueError(f"{file}:1: the first line must be '$ vyrai ...' and is {first!r}")
    command = first.removeprefix("$ ")
    if not rest:
        return command, None
    tail = _TAIL.search(rest)
    if not tail:
        return command, Answer(rest)
    stdout = rest[: tail.start()] + "\n" if tail.start() else ""
    return command, Answer(stdout, int(tail["exit"] or 0), tail["stderr"] or "")


def text(command: str, answer: Answer) -> str:
    """The golden file of this command and answer: `read` undoes it."""
    parts = [f"$ {command}\n", answer.stdout]
    if answer.exit or answer.stderr:
        parts.append("---\n")
        parts += [f"exit: {answer.exit}\n"] if answer.exit else []
        parts += [f"stderr:\n{answer.stderr}"] if answer.stderr else []
    return "".join(parts)


def verb(command: str) -> str:
    """Which command of the program a line calls: `why`, `atlas show`, `--version`."""
    words = shlex.split(command)[1:]
    if words[0] == "--atlas":
        del words[:2]
    return " ".join(words[:2]) if words[0] == "atlas" else words[0]


def run(command: str) -> Answer:
    """Run a command in this process, through the entry point that a person's shell would start."""
    words = shlex.split(command)
    given = b""
    if "<" in words:
        at = words.index("<")
        given = Path(words[at + 1]).read_bytes()
        del words[at:]
    Path("build/golden").mkdir(parents=True, exist_ok=True)  # where golden commands save what they save
    saved = sys.argv, sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.argv = words
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    sys.stdout = stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
    code: object = 0
    try:
        importlib.import_module("vyrai.cli").main()
    except SystemExit as stop:
        code = stop.code or 0
    finally:
        gc.enable()  # a process that ends with its command does without
        sys.argv, sys.stdin, sys.stdout, sys.stderr = saved
    if not isinstance(code, int):
        raise TypeError(f"{command} left with {code!r}, not a number")
    stdout.flush()
    stderr.flush()
    return Answer(out.getvalue().decode(), code, err.getvalue().decode())


def answers(names: list[str]) -> dict[str, str]:
    """What golden commands, by file name, say here and now."""
    os.environ.update(COLUMNS="100", NO_COLOR="1", LC_ALL="C.UTF-8")
    commands = {name: read(COMMANDS / name)[0] for name in names}
    return {name: text(command, run(command)) for name, command in commands.items()}
