"""The history of a door: nothing is drawn as sure that is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from vyrai.pages import Library, Reader
from vyrai.pages._doors import History
from vyrai.words import Words
from vyrai.world import Door, Span, World, load_atlas

ATLAS = load_atlas(Path(__file__).parents[1] / "invented_atlas")
ON = date(2026, 11, 20)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def history(*doors: Door, on: date = ON) -> History:
    route = msgspec.structs.replace(ATLAS.route("xa.guest-visa"), door=doors)
    return History(route, World(ATLAS, on))


def door(state: Any, begin: tuple[int | None, int | None], end: tuple[int | None, int | None]) -> Door:
    return Door(state, "xa.guest.door", Span(*begin, *end), 1)


def test_one_after_the_other_on_one_line() -> None:
    first = door("open", (day("2024-01-01"),) * 2, (day("2024-12-31"),) * 2)
    then = door("closed", (day("2025-01-01"),) * 2, (None, None))
    drawn = history(first, then)
    assert [one.kind for one in drawn.marks] == ["open", "shut"]
    assert len({one.y for one in drawn.marks}) == 1
    assert float(drawn.marks[0].x) + float(drawn.marks[0].width) <= float(drawn.marks[1].x) + 0.1


def test_nothing_is_sure_after_today() -> None:
    drawn = history(door("open", (day("2025-01-01"),) * 2, (None, None)))
    (mark,) = drawn.marks
    assert abs(float(mark.x) + float(mark.width) - float(drawn.today)) < 0.2


def test_rivals_stand_on_lines_of_their_own() -> None:
    time = (day("2025-01-01"),) * 2
    drawn = history(door("open", time, (None, None)), door("narrow", time, (None, None)))
    assert len({one.y for one in drawn.marks}) == 2
    assert drawn.height == 68


def test_dots_where_a_beginning_or_an_end_is_not_known() -> None:
    drawn = history(door("open", (None, day("2025-01-01")), (day("2025-06-01"), None)))
    assert [one.kind for one in drawn.marks] == ["unk", "unk", "open"]


def test_dots_from_the_day_on_which_a_source_last_spoke_once_it_is_too_old() -> None:
    opened = door("open", (day("2025-01-01"),) * 2, (None, None))
    assert [one.kind for one in history(opened).marks] == ["open"]
    assert [one.kind for one in history(opened, on=date(2036, 1, 1)).marks] == ["unk", "open"]


def test_many_years_are_named_by_a_few() -> None:
    drawn = history(door("open", (day("1990-01-01"),) * 2, (None, None)))
    assert 2 < len(drawn.years) <= 8
    assert len(history().years) == 4


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "5 open, 2 narrow, 1 paused, 12 closed, 3 unknown"),
        ("pl", "5 otwartych, 2 wąskie, 1 wstrzymane, 12 zamkniętych, nieznane: 3"),
        ("be", "5 адкрытых, 2 адкрытыя не ўсім, 1 прыпыненыя, 12 закрытых, невядома: 3"),
        ("ru", "5 открыто, 2 не для всех, 1 приостановлена, 12 закрыто, неизвестно: 3"),
    ],
)
def test_doors_are_counted_as_the_language_counts(
    monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    library = Library(ATLAS, ON)
    doors = {"open": 5, "narrow": 2, "paused": 1, "closed": 12, "unknown": 3}
    monkeypatch.setattr(library, "doors", lambda _: doors)
    reader = Reader(library, Words(lang))
    assert reader.counted("XA") == said
    doors["paused"] = 0
    assert reader.counted("XA").count(",") == 3
