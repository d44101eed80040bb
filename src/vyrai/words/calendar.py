"""Days for a calendar (RFC 5545), in words that say nothing of what they are for.

The same plan gives the same bytes: nothing of the clock stands in it, and what names an event follows from
what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256

from vyrai.words._planned import StepOf
from vyrai.words._words import Words

_LONGEST = 75
"""Octets of a line; what is longer goes on in the next one, behind a space."""
_HEAD = "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//notes//notes//EN", "CALSCALE:GREGORIAN"


def is_our_calendar(text: str) -> bool:
    """Whether a calendar was made here, so that a new one may take its place."""
    return text.startswith("\r\n".join(_HEAD))


def calendar(
    w: Words,
    seed: bytes,
    start: str,
    steps: Sequence[StepOf],
    at: Sequence[int | None],
    visits: Mapping[int, int],
) -> str:
    """The days of the steps of a plan. seed: the whole plan; at: the numbers of the steps; visits: by the
    number of a step its number among the visits.
    """
    lines = [*_HEAD]
    key = sha256(seed).hexdigest()[:24]
    for number, step in zip(at, steps, strict=True):
        if number is not None:
            title = w("step {n}: from about this day on", n=number)
            if number in visits:
                title = w("appointment {n}: {day}", n=visits[number], day=title)
            lines += _event(f"{key}-{number}", start, step.on, title)
    return "".join(f"{fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(name: str, start: str, on: str, title: str) -> Iterable[str]:
    day = date.fromisoformat(on)
    return (
        "BEGIN:VEVENT",
        f"UID:{name}",
        f"DTSTAMP:{date.fromisoformat(start):%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escape(title)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def escape(text: str) -> str:
    """A text with the signs that mean something in a calendar marked as plain."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def fold(line: str) -> str:
    """A line, folded where it is longer than 75 octets, never within a letter."""
    rows, row, room = [], "", _LONGEST
    for letter in line:
        size = len(letter.encode())
        if size > room:
            rows.append(row)
            row, room = "", _LONGEST - 1
        row, room = row + letter, room - size
    return "\r\n ".join([*rows, row])
