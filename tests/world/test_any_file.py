"""Whatever a file says, the check answers with problems and never falls over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.world.invented import INVENTED
from vyrai.world import AtlasError, check, compile_atlas, decode
from vyrai.world import _files as files
from vyrai.world._reader import Node, read

BASE = Path(__file__).parents[1] / "specimens" / "atlas" / "base"
FILES = sorted(path.relative_to(INVENTED).as_posix() for path in INVENTED.rglob("*.yaml"))
PIECES = st.sampled_from(
    [
        Node(3, "text", "", True),
        Node(3, "text", "12", True),
        Node(3, "text", "0.5", True),
        Node(3, "text", "yes", True),
        Node(3, "text", "unknown", True),
        Node(3, "text", "2026-13", True),
        Node(3, "text", "some words", False),
        Node(3, "text", "xa.rent", True),
        Node(3, "list", []),
        Node(3, "list", [Node(3, "text", "xa.rent", True)]),
        Node(3, "map", {}),
        Node(3, "map", {"en": Node(3, "text", "words", True)}),
        Node(3, "map", {"by": Node(3, "text", "2026", True)}),
        Node(3, "map", {"to": Node(3, "text", "2020", True)}),
    ]
)


def nodes(root: Node) -> Iterator[tuple[Node, str | int]]:
    """Every place in a tree: the node above and the key or index below it."""
    if root.kind == "map":
        for key, child in root.value.items():
            yield root, key
            yield from nodes(child)
    elif root.kind == "list":
        for index, child in enumerate(root.value):
            yield root, index
            yield from nodes(child)


once = cache(read)


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=min(150, settings().max_examples))
def test_any_piece_may_be_wrong(name: str, data: st.DataObject) -> None:
    root = read((INVENTED / name).read_text(encoding="utf-8"), name)
    above, below = data.draw(st.sampled_from(list(nodes(root))))
    above.value[below] = data.draw(PIECES)

    def damaged(text: str, file: str) -> Node:
        return root if file == name else once(text, file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "read", damaged)
        problems = check(INVENTED)
        assert all(problem.line and problem.what and problem.why and problem.todo for problem in problems)
        if not any(problem.grave for problem in problems):
            decode(compile_atlas(INVENTED))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_may_stand_in_a_file(content: bytes) -> None:
    made = files.read_file("XA/facts/any.yaml", content)
    assert made.problems or made.records == [] or made.records


LINES = st.lists(st.sampled_from(["XA", "XB", "90", "eta", "", "2024-01-01", "2024-13", "0000", ",", "\n"]))


@given(LINES.map("".join) | LINES.map(",".join) | st.text(max_size=60))
def test_any_text_may_stand_in_the_table_of_passports(text: str) -> None:
    columns = "passport,destination,requirement,first_seen,last_seen\n"
    made = files.read_file("entry-by-passport.csv", (columns + text).encode("utf-8", "replace"))
    assert made.problems or all(row[4] <= row[5] for row in made.records["rows"])


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(AtlasError):
        assert read(text, "file").line >= 1
