"""Geometry: what is known is where it is, and nothing leaves its picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyrai.choose.model import Range
from vyrai.pages import _draw

ENDS = st.none() | st.integers(0, 3000)


def made(lo: float | None, hi: float | None) -> Range:
    if lo is not None and hi is not None and lo > hi:
        lo, hi = hi, lo
    return Range(lo=lo, hi=hi, unit="weeks")


@given(ENDS, ENDS)
def test_marks_stay_within_their_picture(lo: int | None, hi: int | None) -> None:
    r = made(lo, hi)
    pieces = _draw.timeline(r, _draw.weeks_top([r]))
    assert pieces
    for piece in pieces:
        assert float(piece.x) >= 0
        assert 0 < float(piece.width) <= 100
        assert float(piece.x) + float(piece.width) <= 100.6


@pytest.mark.parametrize(
    ("lo", "hi", "kinds"),
    [
        (None, None, ["unk"]),
        (6, None, ["unk"]),
        (6, 20, ["maybe", "sure"]),
        (6, 6, ["sure"]),
        (None, 6, ["maybe", "sure"]),
        (40, 40, ["sure"]),
    ],
)
def test_a_beginning_is_hatched_then_solid_and_dotted_where_unknown(
    lo: int | None, hi: int | None, kinds: list[str]
) -> None:
    assert [piece.kind for piece in _draw.timeline(made(lo, hi), 40)] == kinds


@pytest.mark.parametrize(
    ("lo", "hi", "said"),
    [
        (2, 2, ("on", "on", "no", "no")),
        (1, 3, ("on", "may", "may", "no")),
        (2, None, ("on", "on", "unk", "unk")),
        (None, None, ("unk",) * 4),
        (0, 0, ("no",) * 4),
    ],
)
def test_pips(lo: int | None, hi: int | None, said: tuple[str, ...]) -> None:
    assert _draw.pips(made(lo, hi)) == said


def test_an_open_end_leaves_air_on_the_scale() -> None:
    assert _draw.weeks_top([made(26, None)]) == 39
    assert _draw.weeks_top([None, made(0, 8)]) == 8
    assert _draw.weeks_top([made(0, 99_999)]) == 100_000


@pytest.mark.parametrize(
    ("begins", "ends", "kinds"),
    [
        (None, (None, None), []),
        ((0, 0), None, []),
        ((0, 0), (None, None), ["sure"]),
        ((10, 20), (None, None), ["maybe", "sure"]),
        ((10, 20), (40, 60), ["maybe", "sure", "maybe"]),
        ((10, 20), (0, None), ["maybe"]),
        ((10, None), (None, None), ["unk"]),
        ((0, None), (0, 0), []),
        ((150, 160), (None, None), []),
    ],
)
def test_a_bar_is_solid_only_where_it_is_surely_there(
    begins: tuple[float, float | None] | None,
    ends: tuple[float | None, float | None] | None,
    kinds: list[str],
) -> None:
    ranges = [None if pair is None else made(*pair) for pair in (begins, ends)]
    assert [one.kind for one in _draw.stretch(ranges[0], ranges[1], 104)] == kinds


@given(ENDS, ENDS, ENDS, ENDS)
def test_a_bar_stays_within_its_scale(
    first: int | None, second: int | None, third: int | None, fourth: int | None
) -> None:
    for one in _draw.stretch(made(first, second), made(third, fourth), 104):
        assert 0 <= float(one.x) <= 100
        assert float(one.x) + float(one.width) <= 100.6
