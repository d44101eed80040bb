"""Run a program as a stranger would: none of our environment, and no network where we can cut it."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path


@cache
def cut() -> tuple[str, ...]:
    """The words before a command that give it a network of its own with nothing in it, or none."""
    for words in (("unshare", "--net"), ("unshare", "--map-root-user", "--net")):
        if (
            shutil.which("unshare")
            and not subprocess.run([*words, "true"], capture_output=True, check=False).returncode
        ):
            return words
    return ()


def run(*command: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command with nothing of our environment but the path, and keep what it said."""
    bare = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    bare["PIP_CONFIG_FILE"] = os.devnull
    return subprocess.run([*cut(), *command], cwd=cwd, env={**bare, **env}, capture_output=True, check=False)
