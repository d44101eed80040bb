"""How long steps of plans take, in words: what is reckoned with, and what is only told."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from vyrai.words._acts import DecidedOf
from vyrai.words._planned import StepOf
from vyrai.words._words import Bounds, Number, Words

_FOR_DAY = "for_day:"
_WEEK, _IN_WEEKS = 7, 28
"""Days of a week; from so many on a time is told in weeks."""


class Days(NamedTuple):
    """Days as bounds."""

    lo: Number
    hi: Number | None
    unit: str = "days"


def days(number: int) -> Bounds:
    """A number of days with its unit."""
    return Days(number, number)


class PlannedBy(Protocol):
    """Days to safety as a plan reckons them."""

    @property
    def days(self) -> int:
        """From today."""

    @property
    def least(self) -> int:
        """From today, if each step takes the least that is known of it."""

    @property
    def most(self) -> int | None:
        """The same with the most; None: nobody knows it."""

    @property
    def at_least(self) -> bool:
        """Whether it will be later."""

    @property
    def about(self) -> bool:
        """Whether it may be sooner or later."""

    @property
    def richer(self) -> bool:
        """Whether the family has too little money for it."""

    @property
    def bound(self) -> bool:
        """Whether it is only the day before which nobody is safe."""


def as_planned(w: Words, of: PlannedBy | None, least: Number | None) -> str:
    """What a plan says beyond the least weeks that are known; empty: nothing."""
    if of is None or not (of.about or of.days > (least or 0) * _WEEK) or not of.days:
        return ""
    open_ = of.at_least or of.bound
    if open_ and of.days < _WEEK:
        return ""  # The journey alone: what has to be waited for nobody knows.
    weeks = of.days >= _IN_WEEKS
    n, unit = (round(of.days / _WEEK), "weeks") if weeks else (of.days, "days")
    if of.bound:
        return w("not sooner than {time}; no plan was looked for here", time=w.of(n, unit))
    if not of.about:
        time = w.range(Days(n, None if of.at_least else n, unit))
    else:
        time = w.of(n, unit)
        time = w("about {time}, or later", time=time) if of.at_least else w("about {time}", time=time)
    around = _around(of, unit)
    if around is not None:
        time = w("{time} ({range})", time=time, range=w.range(around))
    if of.richer:
        return w("your money is not enough; as planned, were there plenty: {time}", time=time)
    return w("as planned: {time}", time=time)


def _around(of: PlannedBy, unit: str) -> Days | None:
    """The least and the most that are known, where they say more than the likely days."""
    per = _WEEK if unit == "weeks" else 1
    least, most = of.least // per, None if of.most is None else -(-of.most // per)
    if (most is None and not least) or (of.least == of.days and of.most in {None, of.days}):
        return None
    return Days(least, most, unit)


def takes(w: Words, step: StepOf) -> str:
    """How long a step takes; empty: no longer than a day, or unknown of what no office decides. What ends
    with a round takes until that.
    """
    told = told_of(w, step)
    return "; ".join(told if step.decided is not None else (*told, _said(w, step, bool(told))))


def held(w: Words, of: DecidedOf) -> str:
    """The months in which a round is decided."""
    return w.list(map(w.month, of.months))


def told_of(w: Words, step: StepOf) -> list[str]:
    """What is known of a time that is no bound of it."""
    told = []
    if (
        not {"days", "usual", "by_law"}.isdisjoint(lengths(step))
        and step.by_law is not None
        and step.by_law.hi is not None
    ):
        told.append(w("by law {time}", time=w.range(step.by_law)))
    if step.usual is not None:
        told.append(w("on average or as a rule {time}", time=w.range(step.usual)))
    return told


def _said(w: Words, step: StepOf, something: bool) -> str:
    low, _, high = step.days
    open_ = lengths(step)
    if "usual" in open_:
        return w("yours may be shorter or longer")
    if "by_law" in open_:
        return w("reckoned in full; yours may be shorter, or longer if the office is late")
    if unwritten(step):
        if something and step.days[1]:
            return w("reckoned in full, and how long it will be nobody knows")
        if something:
            return w("how long it will be nobody knows")
        return w("nobody has written down how long") if step.refusable else ""
    if "days" in open_:
        return w.range(Days(low, None))
    return w.range(Days(low, high)) if high else ""


def lengths(step: StepOf) -> set[str]:
    """What is not known of its length, also where that moves no other day."""
    return {what.removeprefix(_FOR_DAY) for what in step.unknown}


def unwritten(step: StepOf) -> bool:
    """Whether nobody has written down anything of its length."""
    return "days" in lengths(step) and not step.days[0]


def usual(step: StepOf) -> bool:
    return "usual" in step.unknown


def by_law(step: StepOf) -> bool:
    return "by_law" in step.unknown


def reckoned(step: StepOf) -> bool:
    """Whether the wait of one family may be below or above the likely days."""
    return usual(step) or by_law(step)


def endless(step: StepOf) -> bool:
    return "days" in step.unknown and not step.days[0]
