"""What is said of ways of weighing."""

from __future__ import annotations

import pytest

from vyrai.words import Words
from vyrai.words.weighing import about, known_of, left, result

W = Words("en")


def test_near_a_border_both_bands_are_said() -> None:
    assert W.share(("few",)) == "for few"
    assert W.share(("few", "some")) == "for few or for some"


def test_things_are_said_in_full_and_briefly() -> None:
    assert W.criterion("danger") == "little danger on the way"
    assert W.criterion("danger_there") == "danger in the place itself"
    assert W.briefly(["danger", "money"]) == "danger on the way and money"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((2, 0, 0, True), "alike everywhere, so it tells no places apart"),
        ((2, 0, 0, False), "known in 2 of 2 places"),
        ((2, 1, 3, False), "known in 2 of 6 places, in part in 1, not at all in 3"),
        ((0, 0, 3, False), "known for sure in no place, not at all in 3"),
    ],
)
def test_how_well_a_thing_is_known(counts: tuple[int, int, int, bool], said: str) -> None:
    assert known_of(W, *counts) == said


def test_it_says_first_which_ways_are_counted_and_whether_a_place_stands_out() -> None:
    every = result(W, (), ("hardly",), [("few",), ("some", "half")])
    assert every[0].startswith("All ways of weighing")
    assert not any("No place comes first for half" in line for line in every)
    some = result(W, ("money", "school"), ("hardly",), [("few",), ("few", "some")])
    assert W.criterion("money") in some[0]
    assert W.criterion("school") in some[0]
    assert some[-1].startswith("No place comes first for half")
    assert "no place" in result(W, (), ("hardly",), [])[-1]


def test_how_many_were_drawn_is_said() -> None:
    assert any("1,500" in line for line in about(W, 1500))


def test_countries_that_are_left_out_stand_by_reason() -> None:
    assert left(W, [("red_line", "B"), ("closed", "C"), ("closed", "A")]) == [
        ("Closed today", ["A", "C"]),
        ("Crosses your red line", ["B"]),
    ]
