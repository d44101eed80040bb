"""How long steps of plans take, in words: what is reckoned with, and what is only told."""

from __future__ import annotations

from typing import NamedTuple

from vyrai.words._planned import StepOf
from vyrai.words._words import Bounds, Number, Words


class Days(NamedTuple):
    """Days as bounds."""

    lo: Number
    hi: Number | None
    unit: str = "days"


def days(number: int) -> Bounds:
    """A number of days with its unit."""
    return Days(number, number)


def takes(w: Words, step: StepOf) -> str:
    """How long a step takes; empty: no longer than a day, or unknown of what no office decides."""
    told = told_of(w, step)
    return "; ".join((*told, _said(w, step, bool(told))))


def told_of(w: Words, step: StepOf) -> list[str]:
    """What is known of a time and not reckoned with."""
    told = []
    if (
        not {"days", "usual"}.isdisjoint(step.unknown)
        and step.by_law is not None
        and step.by_law.hi is not None
    ):
        told.append(w("by law {time}", time=w.range(step.by_law)))
    if step.usual is not None:
        told.append(w("on average or as a rule {time}", time=w.range(step.usual)))
    return told


def _said(w: Words, step: StepOf, something: bool) -> str:
    low, _, high = step.days
    if usual(step):
        return w("yours may be shorter or longer")
    if endless(step):
        if something:
            return w("how long it will be nobody knows")
        return w("nobody has written down how long") if step.refusable else ""
    if "days" in step.unknown:
        return w.range(Days(low, None))
    return w.range(Days(low, high)) if high else ""


def usual(step: StepOf) -> bool:
    return "usual" in step.unknown


def endless(step: StepOf) -> bool:
    return "days" in step.unknown and not step.days[0]
