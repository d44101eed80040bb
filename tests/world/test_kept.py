"""What was kept of an atlas and then spoilt is passed over: the atlas is read anew, and kept anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.world.invented import INVENTED
from vyrai.world._files import read_all

SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "garbage": lambda whole: b"\xff\x00garbage\n",
    "another form": lambda whole: b'{"a": 1}\n' + whole,
    "cut in its list": lambda whole: whole[:100],
    "cut at its end": lambda whole: whole[:-1],
    "spoilt in a piece": lambda whole: whole[:-9] + b"?" + whole[-8:],
}


@pytest.mark.dear
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_stops_nobody_and_is_written_anew(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    first = read_all(INVENTED, tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert read_all(INVENTED, tmp_path) == first
    assert kept.read_bytes() == whole


def test_what_was_kept_is_read_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_all(INVENTED, tmp_path)
    monkeypatch.setattr("vyrai.world._files.read_file", lambda *_: pytest.fail("read anew"))
    assert read_all(INVENTED, tmp_path) == first
