"""YAML read by events is what the slow reader makes of it; what is odd is left to that."""

from __future__ import annotations

import pytest

from vyrai.world import AtlasError
from vyrai.world import _reader as slow
from vyrai.world._stream import stream

PLAIN = (
    "",
    "# nothing\n",
    "one\n",
    "---\na: 'b'\n...\n",
    "- a: 1\n- [b, 'c', \"d?\"]\n",
    "a: &x {b: NO, c: &y z}\nd: *x\ne: [*y, *y]\n",
    "{en: What now? Go., ru: 'x?', be: {deep: [who?, or? not]}}\n",
    "a: |\n  is it?\n  {yes? no}\nb: [{c: why? because}]\n",
)
ODD = (
    "a: 1\na: 2\n",
    "[a]: 1\n",
    "&x a: 1\n",
    "a: 1\n---\nb: 2\n",
    "a: *x\n",
    "a: &x 1\nb: &x 2\n",
    "a: [1\n",
    "{a: what? \ue03f}\n",
    "{a: ? b}\n",
)


@pytest.mark.parametrize("text", PLAIN)
def test_it_is_read_as_by_the_slow_reader(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = stream(text)
    assert fast is not None
    monkeypatch.setattr(slow, "stream", lambda _: None)
    assert slow.read(text, "file") == fast


@pytest.mark.parametrize("text", ODD)
def test_what_is_odd_is_left_to_the_slow_reader(text: str) -> None:
    assert stream(text) is None


def test_a_question_mark_that_begins_a_word_is_no_part_of_it() -> None:
    assert list(slow.read("{? a : b, c: d}", "file").value) == ["a", "c"]


def test_a_key_written_twice_is_told_with_its_line() -> None:
    with pytest.raises(AtlasError) as error:
        slow.read("a: 1\nb: {c: 1,\n c: 2}\n", "file")
    assert [(one.line, one.what) for one in error.value.problems] == [(3, "the key `c` is written twice")]
