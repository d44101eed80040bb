"""What every face says of what opens for whom: when, why not sooner, what is not known."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.words._codes import N_
from vyrai.words._words import Bounds, Words

_CAUSES = {
    "status": N_("the papers held so far do not open it"),
    "paper": N_("nobody knows whether the paper lasts so long or is prolonged"),
    "held": N_("one must have stayed there for some time before"),
    "condition": N_("a condition is not met, or nobody knows whether it is"),
    "age": N_("it hangs on age"),
    "place": N_("places come free when a school year begins"),
    "queue": N_("there is a wait"),
    "unknown": N_("nobody has written down enough to say"),
}
_MISSING = {
    "right": N_("whether the paper opens it"),
    "paper": N_("whether it goes on when the paper runs out or changes"),
    "wait": N_("how long people wait"),
    "share": N_("how much of it really comes"),
}
STATES = {
    "at_once": N_("Opens on arrival, by law"),
    "open": N_("Opens later"),
    "limited": N_("Opens in part"),
    "closed": N_("Closed on these papers"),
    "unknown": N_("Not known"),
}
"""How supports are put together, in this order."""


def about(w: Words, on: str, window: int, way: str) -> tuple[str, ...]:
    """What the figures mean."""
    return (
        w("All of it holds only if this way is granted. Today the way is: {way}.", way=w.way(way)),
        w(
            "Weeks are counted from arrival. Ages and the school year are reckoned for an arrival on {date}, "
            "the earliest day. Months are those of the first {n} after arrival.",
            date=w.date(on),
            n=window,
        ),
    )


def state(w: Words, code: str) -> str:
    """The heading of a group of supports."""
    return w(STATES[code])


def when(w: Words, weeks: Bounds | None) -> str:
    """Until when after arrival: `on arrival`, `6 to 22 weeks`, `not known`."""
    if weeks is not None and weeks.lo == weeks.hi == 0:
        return w("on arrival")
    return w.range(weeks)


def cause(w: Words, code: str) -> str:
    """Why something is not there, or not sooner."""
    return w(_CAUSES[code])


def condition(w: Words, wording: str, shuts: bool, verdict: str) -> str:
    """A condition, and whether it is so of this member; one that shuts is met where it is not so."""
    so = {"met": not shuts, "not met": shuts}.get(verdict)
    answer = w("not known") if so is None else w("it is so") if so else w("it is not so")
    if shuts:
        return w("not if this is so: {condition}: {answer}", condition=wording, answer=answer)
    return w("{condition}: {answer}", condition=wording, answer=answer)


def missing(w: Words, codes: Iterable[str]) -> str:
    """What nobody has written down."""
    return "; ".join(w(_MISSING[code]) for code in codes)


def gap(w: Words, begins: Bounds, ends: Bounds | None, code: str, unwritten: bool) -> str:
    """For how long nothing is there for a need, and why."""
    if unwritten:
        return w("nobody has written down what there is")
    if begins.lo or begins.hi is None or begins.hi:
        return w("nothing more after {time}: {cause}", time=w.range(begins), cause=cause(w, code))
    if ends is None:
        return w("nothing for sure in these months: {cause}", cause=cause(w, code))
    return w("nothing for {time} after arrival: {cause}", time=w.range(ends), cause=cause(w, code))
