"""What must be paid before the first lawful income, against what the family has."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import inf
from typing import Any

from vyrai.choose._words import partial
from vyrai.choose.model import Money, Number, Price, Range
from vyrai.law import WEEKS, Chain, Law, Purse, Weeks, living, monthly
from vyrai.law.record import number, span
from vyrai.world import Country, World

Pair = tuple[Any, Any]


def money(purse: Purse, chain: Chain, country: Country, work: Weeks | None) -> Money:
    """Fees of the routes and their steps; from arrival until work is lawful (None: never) rent, and the least
    that food and other needs take.

    Open above: nobody knows how long it takes from being allowed to work to the first pay.
    """
    atlas = purse.law.atlas
    links = chain.links[: chain.entry]
    names = [fee for link in links for fee in link.route.fees]
    names += [fee for link in links for step in link.route.steps for fee in atlas.step(step).costs]
    purse.facts, purse.missing = [], []
    fees = purse.all(names)
    paid = tuple(purse.facts)
    rents = purse.once(("rent", country.id), lambda: _rents(purse, country))
    waiting = (0, inf) if work is None else (work.lo, work.hi)
    months = tuple(weeks / WEEKS["months"] if weeks != inf else inf for weeks in waiting)
    if not rents:
        purse.missing.append("rent")
        rent: Pair = (0, inf)
    else:
        rent = (min(pair[0] for pair in rents), max(pair[1] for pair in rents))
        rent = (rent[0] * months[0], inf if inf in (rent[1], months[1]) else rent[1] * months[1])
    columns = country.columns
    needs, told = purse.once(("living", country.id), lambda: living(purse, columns.get("living", ())))
    if not told:
        purse.missing.append("living")
    needs = (needs[0] * months[0], inf if months[1] else 0)
    needed = (fees[0] + rent[0] + needs[0], inf)
    savings = purse.savings()
    short = savings[1] - needed[0] + _paid(purse, rent[0] + needs[0], months)
    # Something surely missing can be said; how much will be left cannot.
    spare = (-inf, short if short < 0 else inf)
    facts = tuple(dict.fromkeys(purse.facts))
    return Money(
        fees=span(fees[0], fees[1], purse.currency, paid),
        rent_until_work=span(_round(rent[0]), _round(rent[1]), purse.currency),
        needs_until_work=span(_round(needs[0]), _round(needs[1]), purse.currency),
        needed=span(_round(needed[0]), _round(needed[1]), purse.currency, facts),
        savings=span(_round(savings[0]), _round(savings[1]), purse.currency),
        spare=span(_round(spare[0]), _round(spare[1]), purse.currency, facts),
        missing=tuple(dict.fromkeys(purse.missing)),
    )


def _rents(purse: Purse, country: Country) -> list[Pair]:
    return [pair for name in country.columns.get("rent", ()) if (pair := monthly(purse, name)) is not None]


def _paid(purse: Purse, living: Any, months: tuple[Any, ...]) -> Any:
    """What the money that they said keeps coming may pay at the most until work is lawful; without end where
    it may be more than living takes.
    """
    coming = purse.income()[1] if purse.family.lists.get("income") else 0
    if not coming:
        return 0
    if months[0] and coming * months[0] <= living:
        return coming * months[0]
    return inf


def _round(value: Any) -> Any:
    return value if value in (inf, -inf) else round(value, 2)


def prices(law: Law, world: World, names: Iterable[str]) -> tuple[Price, ...]:
    """Rents or pays as stated, each with its day: shown however old, reckoned with only while fresh."""
    listed: list[Price] = []
    for name in names:
        fact, standing = law.atlas.fact(name), world.claims(name)
        for claim in (*standing.surely, *standing.too_old, *standing.excluded):
            if claim.value is None or claim.value[0] != "number" or claim.unit is None:
                continue
            low, high = claim.value[1:]
            when = claim.observed or claim.as_of
            value = Range(lo=_plain(low), hi=_plain(high), unit=claim.unit, facts=(name,))
            title = fact.title or claim.shown.statement
            listed.append(Price(place=None, title=title, value=value, when=partial(*when), fact=name))
    return tuple(listed)


def asked(law: Law, world: World, names: Iterable[str]) -> tuple[Price, ...]:
    """Sums of money that count on the day, each once; what is no money is none."""
    listed: dict[tuple[str, str], Price] = {}
    for name in names:
        fact, standing = law.atlas.fact(name), world.claims(name)
        for claim in (*standing.surely, *standing.perhaps):
            unit = None if claim.unit is None else law.atlas.unit(claim.unit)
            if unit is None or unit.kind != "money" or claim.value is None:
                continue
            low, high = claim.value[1:]
            value = Range(lo=_plain(low), hi=_plain(high), unit=str(claim.unit), facts=(name,))
            said = Price(
                place=None, title=fact.title or {}, value=value, when=partial(*claim.as_of), fact=name
            )
            listed.setdefault((name, f"{low} {high} {claim.unit}"), said)
    return tuple(listed.values())


def _plain(value: int | str | None) -> Number | None:
    return None if value is None else number(Fraction(value))
