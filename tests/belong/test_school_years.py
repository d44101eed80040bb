"""Ages that the law counts by school years: the day is not the birthday, and as exact as what is known."""

from __future__ import annotations

from typing import Any

import pytest

from tests.belong.made import FACTS, SHOWN, land, offer, opens, the
from tests.law.made import child, day, fact
from tests.world.invented import claim
from vyrai.belong import Belonging
from vyrai.world import AgesBy

RIVALS = fact(
    "f.rivals",
    *(claim(value=["date", day(one), day(one)], raw=SHOWN) for one in ("2026-08-15", "2025-09-01")),
)
MONTH = fact("f.month", claim(value=["date", day("2026-09-01"), day("2026-09-30")], raw=SHOWN))


def ending(birth: str | None, until: Any, year: str = "f.september", age: str = "f.eight") -> Belonging:
    keys = {} if birth is None else {"birth": birth}
    wren = child(needs=[{"need": "speaking"}], **keys)
    return opens(
        land(offer("a", ends_at_age=age, ages_by=AgesBy(year, ends=until)), facts=(*FACTS, RIVALS, MONTH)),
        wren,
    )


def begins(birth: str, by: Any, year: str = "f.september") -> tuple[str, Any]:
    """The state, and the weeks after 20 November 2026 from which a support for children of three is due."""
    provision = offer("a", from_age="f.three", right="school", ages_by=AgesBy(year, begins=by))
    found = the(opens(land(provision), child(birth=birth)), "a")
    assert found.due is not None
    return found.state, found.due.lo


@pytest.mark.parametrize(
    ("birth", "until", "last"),
    [
        ("2019-05-01", None, "2027-05-01"),
        ("2019-05-01", "calendar_year", "2027-09-01"),
        ("2019-11-21", "calendar_year", "2027-09-01"),
        ("2019-09-01", "calendar_year", "2027-09-01"),
        ("2019-05-01", "school_year", "2027-09-01"),
        ("2019-11-21", "school_year", "2028-09-01"),
        ("2019-09-01", "school_year", "2028-09-01"),
        ("2019-08-31", "school_year", "2027-09-01"),
    ],
)
def test_support_ends_with_the_school_year_that_the_law_names(birth: str, until: Any, last: str) -> None:
    [cliff] = ending(birth, until).cliffs
    assert (cliff.on, cliff.latest) == (last, last)
    assert bool(cliff.by_school_year) == (until is not None)
    if until is not None:
        assert cliff.age.facts == ("f.eight", "f.september")


def test_a_birth_known_by_its_year_is_counted_at_both_ends() -> None:
    [calendar] = ending("2019", "calendar_year").cliffs
    assert (calendar.on, calendar.latest) == ("2027-09-01", "2027-09-01"), "the same for the whole year"
    [school] = ending("2019", "school_year").cliffs
    assert (school.on, school.latest) == ("2027-09-01", "2028-09-01")


@pytest.mark.parametrize(
    ("until", "year", "days"),
    [
        ("calendar_year", "f.rivals", ("2027-08-15", "2027-09-01")),
        ("calendar_year", "f.leap", ("2027-03-01", "2027-03-01")),
        ("calendar_year", "f.nothing", ("2027-01-01", "2027-12-31")),
        ("calendar_year", "f.month", ("2027-09-01", "2027-09-30")),
        ("calendar_year", "f.week", ("2027-01-01", "2027-12-31")),
        ("school_year", "f.nothing", ("2027-05-01", "2028-05-01")),
    ],
)
def test_where_the_school_year_is_not_known_for_sure_the_day_is_wide(
    until: Any, year: str, days: tuple[str, str]
) -> None:
    [cliff] = ending("2019-05-01", until, year).cliffs
    assert (cliff.on, cliff.latest) == days


@pytest.mark.parametrize(("birth", "age"), [(None, "f.eight"), ("2019-05-01", "f.nothing")])
def test_without_a_birth_or_an_age_nothing_is_counted(birth: str | None, age: str) -> None:
    found = ending(birth, "calendar_year", age=age)
    assert found.cliffs == ()
    assert (the(found, "a").state, the(found, "a").cause) == ("unknown", "age")


@pytest.mark.parametrize(
    ("birth", "by", "state", "weeks"),
    [
        ("2023-12-20", None, "open", 4),
        ("2023-12-20", "calendar_year", "open", 0),
        ("2023-12-20", "school_year", "open", 0),
        ("2023-12-20", "next_school_year", "open", 40),
        ("2024-09-01", "next_school_year", "open", 93),
        ("2024-08-31", "next_school_year", "open", 40),
        ("2024-02-01", "school_year", "open", 0),
        ("2024-09-01", "school_year", "open", 40),
    ],
)
def test_support_begins_with_the_school_year_that_the_law_names(
    birth: str, by: Any, state: str, weeks: int
) -> None:
    assert begins(birth, by) == (state, weeks)


def test_which_age_is_counted_so_is_told() -> None:
    both = AgesBy("f.september", begins="school_year", ends="calendar_year")
    provision = offer("a", from_age="f.three", ends_at_age="f.eight", ages_by=both)
    assert the(opens(land(provision)), "a").by_school_year == ("from", "until")
    half = offer(
        "a", from_age="f.three", ends_at_age="f.eight", ages_by=AgesBy("f.september", ends="school_year")
    )
    assert the(opens(land(half)), "a").by_school_year == ("until",)
    assert not the(opens(land(offer("a", from_age="f.three"))), "a").by_school_year
    assert begins("2024-02-01", "school_year", "f.nothing")[1] == 0
