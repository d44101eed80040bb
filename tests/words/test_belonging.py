"""What is said of how long something takes, and of a way that is not for everybody of a family."""

from __future__ import annotations

import pytest

from vyrai.law import WEEKS, Weeks
from vyrai.law.record import whole_weeks
from vyrai.words import Words
from vyrai.words import belonging as said


@pytest.mark.parametrize(
    ("lo", "hi", "told"),
    [
        (1, 1, "52 to 53 weeks"),
        (2, 2, "2 years"),
        (2, None, "at least 2 years"),
        (3, 3, "3 years"),
        (2, 3, "2 to 3 years"),
        (10, 10, "10 years"),
    ],
)
def test_years_that_a_fact_gives_come_back_as_those_years(lo: int, hi: int | None, told: str) -> None:
    most = float("inf") if hi is None else hi * WEEKS["years"]
    assert said.when(Words("en"), whole_weeks(Weeks(lo * WEEKS["years"], most))) == told


def test_what_is_between_two_years_is_rounded_away_from_both() -> None:
    half = WEEKS["years"] / 2
    between = Weeks(WEEKS["years"] * 2 + half, WEEKS["years"] * 3 + half)
    assert said.when(Words("en"), whole_weeks(between)) == "2 to 4 years"


def test_who_has_papers_of_their_own_is_not_told_that_they_hang_on_the_way() -> None:
    first, *_ = said.about(Words("en"), "2026-11-20", 24, "open")
    assert first.startswith("All that hangs on the papers of this way holds only if it is granted.")
