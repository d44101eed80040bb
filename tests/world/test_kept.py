"""What is kept of an atlas between two runs may be broken: it is made anew, and nobody is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world.invented import INVENTED
from vyrai.world._files import read_all


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of a run that went well."""
    read_all(INVENTED, tmp_path)
    return tmp_path / "files.kept"


def test_what_is_whole_is_used(kept: Path) -> None:
    before = kept.read_bytes()
    assert read_all(INVENTED, kept.parent) == read_all(INVENTED)
    assert kept.read_bytes() == before


@pytest.mark.parametrize("garbage", [b"\x00\xff garbage", b"{}\nrest", b'[["a", "b"]]\n', b"[]", b"\xff\n"])
def test_garbage_is_read_as_nothing_and_written_anew(kept: Path, garbage: bytes) -> None:
    before = kept.read_bytes()
    kept.write_bytes(garbage)
    assert read_all(INVENTED, kept.parent) == read_all(INVENTED)
    assert kept.read_bytes() == before


@pytest.mark.parametrize("part", [0, 40, 1 / 2, -1])
def test_a_file_that_was_cut_off_is_made_anew(kept: Path, part: float) -> None:
    before = kept.read_bytes()
    kept.write_bytes(before[: int(part * len(before)) if 0 < part < 1 else int(part)])
    assert read_all(INVENTED, kept.parent) == read_all(INVENTED)
    assert kept.read_bytes() == before
