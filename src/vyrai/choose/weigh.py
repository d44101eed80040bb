"""For how many ways of weighing a place comes first.

Nobody but the family knows how much weeks, money, danger, language or school should weigh, and much about
places is not known. So all ways of weighing are drawn evenly, what is not known is drawn from all that it may
be, and it is counted for how many of them a place comes first: stochastic multicriteria acceptability
analysis (Lahdelma, Hokkanen and Salminen 1998; all ranks: Lahdelma and Salminen 2001). What is weighed and
how it is scaled is in `_criteria`; how it is drawn and counted in `_draws`; why, in docs/decisions/weigh.md.

It counts ways of weighing. It is no chance of success, no ranking and no advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import cast

from vyrai.choose import _draws
from vyrai.choose._criteria import CRITERIA, IN_WORDS_ONLY, WISHES, Scale, entry, scales, why_not
from vyrai.choose.lands import Land, lands
from vyrai.choose.model import Comparison, Row
from vyrai.choose.weigh_model import (
    Band,
    Criterion,
    LeftOut,
    Reading,
    Share,
    Weighed,
    Weighing,
)
from vyrai.family import Case, flatten
from vyrai.law.record import number

__all__ = ["CRITERIA", "MOST", "Weighing", "weigh", "wished"]

SEED = "vyrai 1"
SAMPLES = 1500
"""Ways of weighing; the standard error of a share is at most 0.5 / sqrt(SAMPLES), 0.013."""
BOUNDS = 400
"""Of them, those for which the bounds are reckoned."""
AGAIN = 64
"""Draws of what is not known, to see how often a place comes first by its own central weights."""
MOST = 3
"""So many criteria may be named as those that matter."""
NEAR = 3
"""So many standard errors from a border a share lies near it."""
FROM: tuple[tuple[Band, float], ...] = (
    ("hardly", 0),
    ("few", 0.01),
    ("some", 0.15),
    ("half", 0.4),
    ("most", 0.6),
    ("nearly", 0.9),
)
"""From which share on a band begins. `none` is kept for what can never come first."""
_ENOUGH = 30
"""Where a place comes first in fewer of the drawn ways, nothing is said of whom it suits."""
_MORE = 0.25
"""By so much of what it usually weighs a criterion must weigh more where a place comes first, to be named."""
_CLEAR = 4
"""And by so many standard errors."""
_SUITS = 2
"""At most so many criteria are named as what a place suits."""


def weigh(
    comparison: Comparison, matters: Iterable[str] = (), seed: str = SEED, samples: int = SAMPLES
) -> Weighing:
    """Count for how many ways of weighing each place that can be weighed comes first, second and third.

    matters: criteria of which each must be among the three that weigh most; more than three, or a word that
    is none, is an error (ValueError); one that this family cannot have (school without children) is left
    out. The same comparison gives the same answer, in whatever order its countries are.
    """
    found = {land.country: (land, row) for land in lands(comparison) if (row := entry(land)) is not None}
    rows = [row for _, row in found.values()]
    read = scales(rows) if rows else ()
    named = frozenset(matters)
    names = tuple(scale.name for scale in read)
    if len(named) > MOST or not named <= set(CRITERIA):
        raise ValueError("matters")
    named &= set(names)
    bounds = min(BOUNDS, samples)
    places: tuple[Weighed, ...] = ()
    settled = 0.0
    if rows:
        table = {country: _values(read, place) for place, country in enumerate(found)}
        drawn = _draws.weights(names, named, seed, samples)
        counted = _draws.count(table, drawn, names, seed, bounds)
        central = {
            country: one.central
            for country, one in counted.items()
            if one.central is not None and one.ranks[0] * samples >= _ENOUGH
        }
        sure = _draws.confidence(table, central, names, seed, min(AGAIN, samples))
        usual = [sum(weight) / samples / _draws.PARTS for weight in drawn]
        settled = sum(one.surely for one in counted.values())
        places = tuple(
            _weighed(land, row, read, place, counted[country], sure.get(country), usual, samples, bounds)
            for place, (country, (land, row)) in enumerate(found.items())
        )
    return Weighing(
        basis=comparison.basis,
        matters=tuple(name for name in names if name in named),
        samples=samples,
        bounds=bounds,
        error=_figure(0.5 / sqrt(samples)),
        settled=_share(settled, bounds),
        criteria=tuple(_criterion(scale, named) for scale in read),
        places=places,
        left_out=tuple(
            LeftOut(country=land.country, title=land.title, why=why_not(land))
            for land in lands(comparison)
            if land.country not in found
        ),
        in_words_only=IN_WORDS_ONLY,
    )


def wished(case: Case) -> tuple[str, ...]:
    """The criteria that answer wishes of the family, the first three that it named."""
    answers = flatten(case)
    named = (answers.known.get(f"{prefix}.wish") for prefix in answers.lists["wishes"][0])
    return tuple(dict.fromkeys(WISHES[wish] for wish in named if isinstance(wish, str) and wish in WISHES))[
        :MOST
    ]


def _values(read: Sequence[Scale], place: int) -> tuple[_draws.Ranged, ...]:
    """The cells of a place as values, 0 for the worst of the scale: the least and the most."""
    return tuple(
        (_value(scale, scale.cells[place][1]), _value(scale, scale.cells[place][0])) for scale in read
    )


def _value(scale: Scale, at: float) -> int:
    """Where all places are alike every value is the best."""
    width = scale.worst - scale.best
    return round((scale.worst - at) / width * _draws.FULL) if width else _draws.FULL


def _weighed(
    land: Land,
    row: Row,
    read: Sequence[Scale],
    place: int,
    counted: _draws.Counted,
    sure: float | None,
    usual: Sequence[float],
    samples: int,
    bounds: int,
) -> Weighed:
    first, second, third = counted.ranks
    never = counted.at_most == 0 and first == 0
    readings = (
        Reading(
            criterion=scale.name,
            lo=_figure(scale.cells[place][0]),
            hi=_figure(scale.cells[place][1]),
            known=scale.known[place],
        )
        for scale in read
    )
    names = [scale.name for scale in read]
    return Weighed(
        country=land.country,
        title=land.title,
        way=row.way,
        chain=tuple(link.route for link in row.chain),
        titles=tuple(link.title for link in row.chain),
        first=_share(first, samples, never),
        surely=_share(counted.surely, bounds),
        at_most=_share(counted.at_most, bounds, never),
        among_three=_share(first + second + third, samples),
        ranks=(_figure(first), _figure(second), _figure(third)),
        central=None
        if counted.central is None
        else {name: _figure(weight) for name, weight in zip(names, counted.central, strict=True)},
        suits=_suits(names, counted.central, usual, first * samples),
        confidence=None if sure is None else _share(sure, min(AGAIN, samples)),
        readings=tuple(readings),
    )


def _suits(
    names: Sequence[str], central: Sequence[float] | None, usual: Sequence[float], firsts: float
) -> tuple[str, ...]:
    """What weighs clearly more where a place comes first than it usually does; the most first."""
    if central is None or firsts < _ENOUGH:
        return ()
    more = {name: mean / rest - 1 for name, mean, rest in zip(names, central, usual, strict=True)}
    # A weight that is drawn evenly among several spreads by less than its mean.
    over = [name for name in names if more[name] > _MORE + _CLEAR / sqrt(firsts)]
    return tuple(sorted(over, key=lambda name: (-more[name], name))[:_SUITS])


def _criterion(scale: Scale, named: frozenset[str]) -> Criterion:
    return Criterion(
        name=scale.name,
        unit=scale.unit,
        best=_figure(scale.best),
        worst=_figure(scale.worst),
        known=scale.known.count("known"),
        partly=scale.known.count("partly"),
        unknown=scale.known.count("unknown"),
        same=scale.best == scale.worst,
        matters=scale.name in named,
    )


def _share(share: float, samples: int, never: bool = False) -> Share:
    """A share with its bands; near a border both, so that another draw does not contradict this one."""
    if never:
        return Share(share=0, bands=("none",))
    # A little more than is seen, so that nothing seen is not taken for nothing there.
    guess = (share * samples + 2) / (samples + 4)
    error = NEAR * sqrt(guess * (1 - guess) / samples)
    low, high = (_band(min(1.0, max(0.0, one))) for one in (share - error, share + error))
    return Share(share=_figure(share), bands=tuple(dict.fromkeys((low, high))))


def _band(share: float) -> Band:
    return [band for band, least in FROM if share >= least][-1]


def _figure(value: float) -> int | float:
    """Rounded to four places, whole where it is whole."""
    return cast("int | float", number(round(value, 4)))
