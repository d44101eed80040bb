"""The engine is portable: standard library and msgspec, and ruamel.yaml only where YAML is read."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src/vyrai"
ALLOWED = {
    "family": {"msgspec", "ruamel"},
    "rules": {"msgspec"},
    "world": {"msgspec", "ruamel"},
    "law": {"msgspec"},
    "belong": {"msgspec"},
    "prove": {"msgspec"},
    "reach": {"msgspec"},
    "choose": {"msgspec"},
    "words": set(),
}
FACES = {"pages", "cli", "words"}


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported anywhere in the source, also inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and "import_module" in ast.unparse(node.func):
            yield from (
                (node.lineno, str(arg.value)) for arg in node.args[:1] if isinstance(arg, ast.Constant)
            )


@pytest.mark.parametrize("folder", ALLOWED)
def test_a_folder_imports_only_what_it_may(folder: str) -> None:
    wrong = []
    for file in sorted((SRC / folder).rglob("*.py")):
        for line, name in imports(file.read_text(encoding="utf-8")):
            first, *rest = name.split(".")
            known = first in sys.stdlib_module_names or first in ALLOWED[folder]
            ours = first == "vyrai" and rest[:1] and (rest[0] == folder or rest[0] not in FACES)
            if not (known or ours):
                wrong.append(f"{file.relative_to(SRC)}:{line} imports {name}")
    assert not wrong, f"vyrai.{folder} may import {sorted(ALLOWED[folder]) or 'the standard library'} only"


def test_only_readers_know_yaml() -> None:
    """In each folder that reads YAML, one or two files do it."""
    for folder in ("family", "world"):
        readers = [
            file.name
            for file in sorted((SRC / folder).rglob("*.py"))
            if any(name.startswith("ruamel") for _, name in imports(file.read_text(encoding="utf-8")))
        ]
        assert len(readers) <= 2, f"YAML is read in too many places of vyrai.{folder}: {readers}"


def test_the_walk_sees_every_kind_of_import() -> None:
    source = "import a.b\nfrom c import d\ndef f():\n  import e\nimportlib.import_module('g')\n"
    assert sorted(name for _, name in imports(source)) == ["a.b", "c.d", "e", "g"]
