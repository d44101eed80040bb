"""Nothing of a case is repeated by an error: marked words are planted in every answer and looked for."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.golden import command_file

ROOT = Path(__file__).parents[2]
CLI = ROOT / "src/vyrai/cli/__init__.py"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
CANARIES = {"kanarek-7391": "compare", "-73917391": "home", "7391-73-91": "ask"}
"""What is planted, and the command that is given it: each reads the whole case."""
# A member's alias is a word chosen to be harmless, and stands in messages so that they can be understood.
HARMLESS = {"alias", "member", "who", "child", "of"}

pytestmark = pytest.mark.skipif(not (EXAMPLES and CLI.exists()), reason="no command line yet")
Path_ = tuple[str | int, ...]


def leaves(node: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Where an answer stands: the way to every value that is neither a list nor a record."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*path, index))
    else:
        yield path


@cache
def example(file: Path) -> Any:
    return YAML(typ="safe").load(file)


@cache
def kinds() -> dict[str, tuple[Path, Path_]]:
    """One place for each kind of answer over all examples: the words of its path without the positions."""
    found: dict[str, tuple[Path, Path_]] = {}
    for file in EXAMPLES:
        for path in leaves(example(file)):
            words = [step for step in path if isinstance(step, str)]
            if words and words[-1] not in HARMLESS:
                found.setdefault(".".join(words), (file, path))
    return found


def planted(file: Path, path: Path_, canary: str) -> Any:
    """The example with one answer replaced."""
    case = copy.deepcopy(example(file))
    place = case
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = canary
    return case


@pytest.mark.slow
@pytest.mark.parametrize("kind", kinds() if EXAMPLES else [])
def test_an_error_repeats_no_answer(kind: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file, path = kinds()[kind]
    for canary, command in CANARIES.items():
        case = tmp_path / "case.yaml"
        YAML(typ="safe").dump(planted(file, path, canary), case)
        answer = command_file.run(f"vyrai {command} {case} --on 2026-11-20")
        assert answer.exit in {0, 2}
        assert canary not in answer.stderr + caplog.text
        assert "Traceback" not in answer.stderr
        if answer.exit:
            assert answer.stdout == ""
            assert str(case) in answer.stderr
    assert sorted(tmp_path.iterdir()) == [tmp_path / "case.yaml"]
