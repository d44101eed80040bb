"""The days of a plan for a calendar (RFC 5545), in words that say nothing of what they are for.

The same plan gives the same bytes: nothing of the clock stands in it, and what names an event follows from
the plan.
"""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

import msgspec

from vyrai.choose import Planning
from vyrai.choose.planned import numbers, visits
from vyrai.words import Words

_LONGEST = 75
"""Octets of a line; what is longer goes on in the next one, behind a space."""


def calendar(found: Planning, place: int | None, w: Words) -> str:
    """The calendar of one plan, by its place; of none an empty one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//notes//notes//EN", "CALSCALE:GREGORIAN"]
    if place is not None:
        lines += _events(found, place, w)
    return "".join(f"{fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _events(found: Planning, place: int, w: Words) -> list[str]:
    plan = found.plans[place]
    key = sha256(msgspec.json.encode((found.start, plan))).hexdigest()[:24]
    stamp = f"{date.fromisoformat(found.start):%Y%m%d}T000000Z"
    coming = {visit.step_number: visit.number for visit in visits(plan)}
    lines = []
    for number, step in zip(numbers(plan), plan.steps, strict=True):
        if number is None:
            continue
        title = w("earliest day of step {n}", n=number)
        if number in coming:
            title = w("appointment {n}: {day}", n=coming[number], day=title)
        day = date.fromisoformat(step.on)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{key}-{number}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escape(title)}",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return lines


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
