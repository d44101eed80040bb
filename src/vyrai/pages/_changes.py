"""What changed between two days, for anybody."""

from __future__ import annotations

from datetime import date

from vyrai.pages import _naming as naming
from vyrai.pages._frame import Frame
from vyrai.pages._reader import Reader
from vyrai.pages._screen import screen


def changes(frame: Frame, reader: Reader, start: date, end: date, wrong: str = "") -> str:
    """What stands otherwise on `end` than on `start`. wrong: what is wrong with the days asked for."""
    w, found = reader.words, reader.library.news(start, end)
    by_turn = (
        (title, [one for one in found.routes if one.turn == turn]) for turn, title in naming.TURNS.items()
    )
    return screen(
        "changes.html",
        frame,
        w,
        reader.atlas,
        r=reader,
        start=start,
        end=end,
        wrong=wrong,
        turns=[
            (w(title), sorted(listed, key=lambda one: w.order(reader.country(one.country))))
            for title, listed in by_turn
            if listed
        ],
        rights=found.rights,
        events=found.events,
    )


def year_before(day: date) -> date:
    """The same day of the year before; of a leap day the day before."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
