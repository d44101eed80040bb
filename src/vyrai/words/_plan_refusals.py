"""What comes after a refusal, in words: what may then be done, and the quickest way that is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from vyrai.words._plan_sums import day, money
from vyrai.words._planned import FoundOf, PlanOf
from vyrai.words._words import Words
from vyrai.words.belonging import route

_MANY, _ALL = 0.2, 100
"""A share of refusals from which on it is told of a plan that is left."""


class LeftOf(Protocol):
    """The quickest plan that is left."""

    @property
    def title(self) -> Mapping[str, str]:
        """The country."""

    @property
    def way(self) -> Sequence[str]:
        """Its routes."""

    @property
    def also(self) -> Sequence[str]:
        """Routes of other ways whose papers it uses before."""

    @property
    def out(self) -> str | None:
        """The way out, if it still leaves."""

    @property
    def same(self) -> bool:
        """Whether it is the way that met the refusal."""

    @property
    def on(self) -> str:
        """The day of safety."""

    @property
    def at_least(self) -> bool:
        """Whether it may be later."""

    @property
    def about(self) -> bool:
        """Whether it may be sooner or later."""

    @property
    def fees(self) -> int:
        """What is still to be paid."""

    @property
    def fees_at_least(self) -> bool:
        """Whether it may be more."""

    @property
    def refused(self) -> float:
        """The greatest share of refusals on it that somebody counts."""

    @property
    def keeps_open(self) -> str | None:
        """What keeps the place open, in the family's words."""


class RefusalOf(Protocol):
    """A refusal that a plan may meet."""

    @property
    def text(self) -> Mapping[str, str] | None:
        """What may then be done."""

    @property
    def stays(self) -> bool:
        """Whether the family is there all the same."""

    @property
    def closes(self) -> Sequence[Mapping[str, str]]:
        """What is shut elsewhere or bound by then."""

    @property
    def here(self) -> LeftOf | None:
        """What is left into the same country."""

    @property
    def pocket(self) -> Sequence[LeftOf]:
        """What is left into countries in the pocket."""


def about_refusals(w: Words, plan: PlanOf) -> str:
    """What is said once, before all refusals of a plan."""
    said = w(
        "Reckoned from the day of the answer, with what is done and paid by then. Whether one refusal makes "
        "another likelier is not known unless it is said here."
    )
    if not any(step.locked and not step.locked.shown for step in plan.steps):
        return said
    free = w(
        "What was locked is taken as free on that day, if you are still at home: in truth it takes time."
    )
    return f"{said} {free}"


def after_refusal(w: Words, found: FoundOf, of: RefusalOf) -> str:
    """What may be done after a refusal, and what is then left."""
    told = [] if of.text is None else [w.text(of.text)]
    told.append(
        w("You are there all the same, for as long as the paper lasts that let you in.")
        if of.stays
        else _here(w, found, of.here)
    )
    for left in of.pocket:
        way = _way(w, found, left)
        country = w.text(left.title)
        told.append(
            w(
                "In your pocket: {country}, {way}; {figures}.",
                country=country,
                way=way,
                figures=_figures(w, found, left),
            )
        )
        if left.keeps_open:
            told.append(w("What keeps it open, in your words: “{what}”.", what=left.keeps_open.rstrip(".")))
    if of.pocket and of.closes:
        bound = "; ".join(w.text(one) for one in of.closes)
        told.append(w("By then this is shut or bound, and it may reach there too: {what}.", what=bound))
    return " ".join(told)


def _here(w: Words, found: FoundOf, left: LeftOf | None) -> str:
    if left is None:
        return w("Then no plan into this country is left with this money and in this time.")
    figures = _figures(w, found, left)
    if left.same:
        more = _more(w, found, left)
        if more:
            return w("Then the same way goes on ({more}): {figures}.", more=more, figures=figures)
        return w("Then the same way goes on: {figures}.", figures=figures)
    way = _way(w, found, left)
    return w("Then the quickest way that is left is {way}: {figures}.", way=way, figures=figures)


def _way(w: Words, found: FoundOf, left: LeftOf) -> str:
    way, more = route(w, found.labels, left.way), _more(w, found, left)
    return w("{way} ({more})", way=way, more=more) if more else way


def _more(w: Words, found: FoundOf, left: LeftOf) -> str:
    """What is got before by another way, and how the family leaves."""
    more = []
    if left.also:
        first = "; ".join(route(w, found.labels, (one,)) for one in left.also)
        more.append(w("first: {routes}", routes=first))
    if left.out is not None:
        more.append(w("way out: {way}", way=route(w, found.labels, (left.out,))))
    return "; ".join(more)


def _figures(w: Words, found: FoundOf, left: LeftOf) -> str:
    safe = w("there and allowed to stay {day}", day=day(w, left.on, left.at_least, left.about))
    if left.refused >= _MANY:
        n = w.number(round(left.refused * _ALL, 1))
        safe = w("{safe}, but of 100 cases that somebody counted {n} got no yes", safe=safe, n=n)
    if not left.fees and left.fees_at_least:
        return w("{safe}, fees not known", safe=safe)
    if not left.fees:
        return safe
    return w("{safe}, fees {sum}", safe=safe, sum=money(w, found, left.fees, left.fees_at_least))
