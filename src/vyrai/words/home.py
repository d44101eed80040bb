"""What every face says of a child whose parents cannot come home, and of support promised and given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from vyrai.words._codes import N_
from vyrai.words._people import ChildOf, TakerOf
from vyrai.words._words import Bounds, Words

_TODO = {
    "who": N_("Name somebody who takes the child, and ask that person."),
    "paper": N_("Have the paper signed."),
    "until": N_("Write down until when the paper holds."),
    "ended": N_("The paper has run out: have a new one signed."),
    "sayings": N_("Write down how the child says yes, no, stop and pain."),
    "school": N_("Write down the school or kindergarten."),
    "doctor": N_("Write down the doctor or clinic."),
    "medicine": N_("Write down the medicine, or that there is none."),
}


class TakenBy(Protocol):
    """Whether somebody holds a paper for a child."""

    @property
    def member(self) -> str:
        """The child, by alias."""

    @property
    def state(self) -> str:
        """in_place, unclear, ended, none or unwritten."""

    @property
    def until(self) -> str | None:
        """The last day on which it surely holds."""

    @property
    def weeks(self) -> Any:
        """From today until one can be had; nothing where one holds."""


def tonight(w: Words) -> str:
    """What to do where it may be needed today, and what the sheet is not."""
    return w(
        "If it may be tonight: fill the lines by hand, give the sheet and the child's birth certificate to "
        "whoever takes the child, and tell the school who may fetch it. Without a signed paper the sheet "
        "gives nobody a right: it only says what the child needs."
    )


def todo(w: Words, code: str) -> str:
    """Something that is not done yet."""
    return w(_TODO[code])


def standing(w: Words, one: TakenBy) -> str:
    """Whether a paper is in place for one child."""
    if one.state == "in_place":
        return w("A signed paper for {names} holds until {date}.", names=one.member, date=w.date(one.until))
    return _lacking(w, one.state, [one.member])


def lacking(w: Words, every: Iterable[TakenBy]) -> tuple[str, ...]:
    """A line for each way in which it is not in place: of which children, and for how long."""
    states: dict[tuple[str, str], list[str]] = {}
    for one in every:
        if one.state != "in_place":
            states.setdefault((one.state, _how_long(w, one)), []).append(one.member)
    told = ((_lacking(w, state, names), long) for (state, long), names in states.items())
    return tuple(" ".join(part for part in pair if part) for pair in told)


def _how_long(w: Words, one: TakenBy) -> str:
    """For how long from today there is none, if it is asked for today."""
    if not one.weeks:
        return ""
    if one.weeks.hi is None:
        return w("For how long: unknown.")
    return w("So it stays for {time}, if you ask for one today.", time=w.range(one.weeks))


def _lacking(w: Words, state: str, members: list[str]) -> str:
    names = w.list(members)
    if state == "none":
        return w("If you cannot come home, nobody holds a paper for {names} yet.", names=names)
    if state == "ended":
        return w("If you cannot come home: the paper for {names} has run out.", names=names)
    if state == "unclear":
        return w(
            "If you cannot come home: a paper for {names} is signed, but nobody has written down for how "
            "long.",
            names=names,
        )
    return w("If you cannot come home: no signed paper for {names} is written down yet.", names=names)


def taker(w: Words, one: TakerOf) -> str:
    """Who takes a child, where, and how it stands with the paper."""
    paper = {True: w("a paper is signed"), False: w("no paper is signed"), None: w("paper: not said")}[
        one.paper
    ]
    if one.paper and one.until is not None:
        paper = w("a paper is signed, until {date}", date=w.date(one.until))
    who = ", ".join(part for part in (one.who, one.place) if part)
    return f"{who or w('not said')}: {paper}"


def passport(w: Words, child: ChildOf, labels: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """How a child talks and what to know of it: names and words, as far as they are known."""

    def named(codes: Iterable[str], listed: str = "") -> str:
        return "; ".join(w.text(labels.get(f"{listed}{code}")) or code for code in codes)

    told = [
        (w("Talks by"), named(child.talks_by, "talks_by:")),
        *(
            (named([one.means or ""], "meanings:") or w("Says"), one.how or w("not said"))
            for one in child.sayings
        ),
        (w("What calms"), child.calms),
        (w("What upsets"), child.upsets),
        (w("Likes, can do"), child.likes),
        (w("Languages"), named(child.languages, "languages:")),
        (w("What is harder"), named(child.needs)),
    ]
    yield from ((label, text) for label, text in told if text)


def paper(w: Words, one: PaperOf, fee: str) -> Iterator[tuple[str, str]]:
    """What a paper is, names and words. What was not found is said; fee: what facts say of it."""
    unknown = w("not found")
    told = [
        (w("What it gives"), w.text(one.gives)),
        (w("Who signs"), w.text(one.signed)),
        (w("Where"), w.text(one.where) or unknown),
        (w("What to bring"), w.text(one.bring)),
        (w("How long it takes"), unknown if one.takes is None else w.range(one.takes)),
        (w("What it costs"), fee or unknown),
        (w("How long it holds"), unknown if one.lasts is None else w.range(one.lasts)),
        (w("Take care"), w.text(one.note)),
    ]
    yield from ((label, text) for label, text in told if text)


class PaperOf(Protocol):
    """A paper by which somebody takes a child."""

    @property
    def gives(self) -> Mapping[str, str] | None:
        """What its holder may do."""

    @property
    def signed(self) -> Mapping[str, str] | None:
        """Who signs."""

    @property
    def where(self) -> Mapping[str, str] | None:
        """Where."""

    @property
    def bring(self) -> Mapping[str, str] | None:
        """What to bring."""

    @property
    def takes(self) -> Bounds | None:
        """How long it takes."""

    @property
    def lasts(self) -> Bounds | None:
        """How long it holds."""

    @property
    def note(self) -> Mapping[str, str] | None:
        """Anything else."""


def hours(w: Words, bounds: Bounds) -> str:
    """A number without its word: `78`, `10 to 12`, `at least 10`, `unknown`."""
    if bounds.hi is None and not bounds.lo:
        return w("unknown")
    return w.span(bounds.lo, bounds.hi)


def missing(w: Words, bounds: Bounds) -> str:
    """Hours that are missing; below nothing more came than was promised."""
    if bounds.lo is None and bounds.hi is None:
        return w("unknown")
    return w.span(bounds.lo, bounds.hi)


def share(w: Words, bounds: Bounds) -> str:
    """Of what was promised, how much came."""
    said = hours(w, bounds)
    return said if said == w("unknown") else f"{said} %"


def day(w: Words, written: str | None) -> str:
    """A day as it was written; that it goes on; that it was not said."""
    if written is None:
        return w("not said")
    return w("goes on") if written == "open" else w.date(written)


def kind(w: Words, labels: Mapping[str, Mapping[str, str]], code: str | None) -> str:
    """What kind of support it is."""
    return w("kind not said") if code is None else w.text(labels.get(code)) or code


def counted(w: Words, on: str) -> str:
    """How the table is reckoned."""
    return w(
        "Weeks run from the first day to the last, or to {date} if it goes on. Hours in all are weeks times "
        "hours a week. What you have not said is unknown, and counts for neither side.",
        date=w.date(on),
    )


def weekly(w: Words, promised: Bounds, given: Bounds) -> str:
    """Hours a week, side by side."""
    return w("promised {promised}, given {given}", promised=hours(w, promised), given=hours(w, given))


def whole(w: Words, due: Bounds, got: Bounds, short: Bounds, part: Bounds) -> str:
    """Hours in all, side by side, what is missing, and the share that came."""
    return w(
        "promised {promised}, given {given}, missing {missing}; came: {share}",
        promised=hours(w, due), given=hours(w, got), missing=missing(w, short), share=share(w, part),
    )  # fmt: skip
