"""The command line on the real atlas and on the invented one."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.golden import command_file

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "tests/invented_atlas"
CASE = ROOT / "examples/paediatrician-2026.yaml"
Run = Callable[..., command_file.Answer]

SMALL = """\
members:
- alias: stork
  role: parent
  birth: 1990-01
  citizenships: {complete: yes, items: [{country: XA, document: passport}]}
- {alias: lark, role: child, birth: 2020-03}
savings: {complete: yes, items: [{currency: XXA, amount: 900}]}
happened: [{kind: threat, for_views: yes, date: 2026-01, who: stork}]
"""


def run(*words: object) -> command_file.Answer:
    """One command and what it said."""
    return command_file.run(shlex.join(["vyrai", *map(str, words)]))


def invented(*words: object) -> command_file.Answer:
    """One command on the invented atlas."""
    return run("--atlas", INVENTED, *words)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small family that knows the invented atlas only."""
    file = tmp_path / "case.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return file
