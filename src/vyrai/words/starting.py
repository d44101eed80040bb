"""What every face says of what to begin with wherever one goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from vyrai.words._acts import ActOf
from vyrai.words._plan_hanging import barred as barred
from vyrai.words._plan_sums import Told
from vyrai.words._waiting import LostBy, closes, waiting
from vyrai.words._words import Number, Words
from vyrai.words.planning import WHOLE

_MANY = 4
"""So many countries are named; of more only how many."""


class BeginBy(ActOf, Protocol):
    """What can be begun."""

    @property
    def countries(self) -> Sequence[str]:
        """Where to."""

    @property
    def ways(self) -> int:
        """How many use it."""

    @property
    def fee_unknown(self) -> bool:
        """Whether the fee may be more than is known."""

    @property
    def fee(self) -> int:
        """The most that is known."""

    @property
    def lost(self) -> Sequence[LostBy]:
        """What waiting costs."""

    @property
    def closes(self) -> str | None:
        """The last day."""

    @property
    def door(self) -> str | None:
        """What closes then."""


class StartingBy(Protocol):
    """The whole answer."""

    @property
    def currency(self) -> str:
        """Of the fees."""

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """Words of ids."""

    @property
    def ways(self) -> int:
        """Ways with a plan."""

    @property
    def countries(self) -> Sequence[object]:
        """Countries with a plan."""

    @property
    def proven(self) -> bool:
        """Whether no search was cut short."""

    @property
    def unknown(self) -> Sequence[str]:
        """What the family has not said."""


class _Sum(NamedTuple):
    lo: Number
    hi: Number | None
    unit: str


def counted(w: Words, found: StartingBy) -> str:
    """Over what it is counted."""
    if not found.ways:
        return w("No way into these countries has a plan in this time.")
    ways = w.plural("{n} way", "{n} ways", found.ways)
    countries = w.plural("{n} country", "{n} countries", len(found.countries))
    return w(
        "Counted over all plans: {ways}, {countries}. First stands what takes time, of that what serves most "
        "of them; what is over in a day comes last. It waits for nothing, and crossing a border is never a "
        "beginning. Money is left out here: what a way costs, and whether yours is enough, stands with its "
        "plan. Where nothing is said of waiting, each day of it may make you safe a day later.",
        ways=ways,
        countries=countries,
    )


def not_said(w: Words, found: StartingBy) -> list[str]:
    """What is not in it, because the family has not said it, or the time was up."""
    told = [w(WHOLE[code]) for code in found.unknown]
    return told if found.proven else [*told, w("Not finished: the time was up, and a better one may exist.")]


def serves(w: Words, found: StartingBy, one: BeginBy) -> str:
    """How many ways use it, into which countries."""
    ways = w.plural("{n} way", "{n} ways", one.ways)
    if len(one.countries) > _MANY:
        countries = w.plural("{n} country", "{n} countries", len(one.countries))
    else:
        countries = w.list([w.text(found.labels.get(country)) or country for country in one.countries])
    return w("{ways}, {countries}", ways=ways, countries=countries)


def _fee(w: Words, found: StartingBy, one: BeginBy) -> str:
    if one.fee:
        return w.range(_Sum(one.fee, None if one.fee_unknown else one.fee, found.currency))
    return w("not known") if one.fee_unknown else ""


def fields(w: Words, found: StartingBy, one: BeginBy) -> list[Told]:
    """Everything that is said of it."""
    why = w.text(one.danger_text)
    danger = f"{w.danger(one.danger)}. {why}" if why else w.danger(one.danger)
    papers = [paper_of(w, found, paper) for paper in one.lacks]
    told = [
        Told(w("Serves"), serves(w, found, one)),
        Told(w("Where"), w.text(one.where)),
        Told(w("Fee"), _fee(w, found, one)),
        Told(w("Get first"), w.list(papers)),
        Told(w("Danger"), danger if one.danger else ""),
        Told(w("Who learns your name"), w.once(one.learns) if one.learns else ""),
        Told(w("If you wait"), waiting(w, one.lost)),
        Told(w("At the latest"), "" if one.closes is None else closes(w, found.labels, one.closes, one.door)),
    ]
    return [of for of in told if of.text]


def paper_of(w: Words, found: StartingBy, paper: str) -> str:
    """A paper by its name."""
    return w.text(found.labels.get(paper)) or paper
