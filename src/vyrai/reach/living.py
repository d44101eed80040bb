"""What a month in a country costs a family at the least: rent, food, other needs, less what keeps coming."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

from vyrai.law import Purse, living, monthly
from vyrai.world import Country, Place

WEEK_OF_MONTH = Fraction(30, 7)
"""Weeks of a month of thirty days."""


@dataclass(frozen=True, slots=True)
class Rent:
    """What a home costs a month, at the least that is known, and the facts that say so and the rate.
    at: the place; None: the country does not say where.
    """

    least: int
    facts: tuple[str, ...]
    at: Place | None = None


NONE = Rent(0, ())


@dataclass(frozen=True, slots=True)
class Wage:
    """The lowest pay a month that the law of a country allows, and the facts that say so and the rate."""

    monthly: int
    facts: tuple[str, ...]

    def weeks(self, amount: int) -> int:
        """For how many weeks of work this pay comes to an amount."""
        return -(-amount * WEEK_OF_MONTH // self.monthly)


def wage_in(purse: Purse, country: str | None) -> Wage | None:
    """The pay of a country; None: the atlas knows none."""
    columns = next((one.columns for one in purse.law.atlas.countries if one.id == country), {})
    found = _least(purse, columns.get("wage", ()))
    return None if found is None else Wage(found.least, found.facts)


@dataclass(frozen=True, slots=True)
class Living:
    """Sums a month, in the family's currency.

    place: the one that was asked for. rent: of that place, or the least that is known. needs: food and what
    else a person needs, of all who go, with its facts. income: what surely keeps coming after they leave.
    home: what a month before they leave takes from the savings; below nought: adds to them (None: unsaid).
    offered: the pay that they have been offered there, before tax (None: none is named).
    rents: each place of which one is known. unknown: `rent`, `living`: none is known, or not of everybody,
    and counts as nothing; `rent_there`: none is known of the place, and the least of the country counts;
    `home_spent`: more may go at home.
    """

    place: Place | None
    rent: Rent
    needs: int
    needs_facts: tuple[str, ...]
    income: int
    home: int | None
    offered: int | None
    rents: tuple[Rent, ...]
    unknown: tuple[str, ...]

    def with_rent(self, rent: Rent) -> int:
        """What is paid from the savings: what keeps coming pays for living, and no more of it counts."""
        return max(0, rent.least + self.needs - self.income)

    @property
    def monthly(self) -> int:
        """What is paid from the savings with the rent that is reckoned with."""
        return self.with_rent(self.rent)

    @property
    def pay(self) -> int:
        """What of pay is counted: what living takes, for nobody knows what is left after tax; less, where
        less is offered.
        """
        return self.monthly if self.offered is None else min(self.monthly, self.offered)


def living_in(purse: Purse, country: Country, place: str | None = None) -> Living:
    """What a month costs. KeyError: the country has no such place."""
    places = {one.id: one for one in purse.law.atlas.places_of(country.id)}
    there = None if place is None else places[place]
    rents = [
        replace(rent, at=one) for one in places.values() if (rent := _least(purse, one.rent)) is not None
    ]
    own = next((one for one in rents if one.at is there), None)
    whole = _least(purse, country.columns.get("rent", ()))
    known = [*rents, *([] if whole is None else [whole])]
    rent = own or min(known, key=lambda one: one.least, default=NONE)
    before = len(purse.facts)
    needs, complete = living(purse, country.columns.get("living", ()))
    offered, (home, more) = purse.offered(country.id), purse.at_home()
    unknown = {
        "rent": not known,
        "rent_there": bool(there and known and not own),
        "living": not complete,
        "home_spent": more,
    }
    return Living(
        place=there,
        rent=rent,
        needs=ceil(needs[0]),
        needs_facts=tuple(dict.fromkeys(purse.facts[before:])),
        income=floor(purse.income()[0]),
        home=None if home is None else ceil(home),
        offered=None if offered is None else floor(offered),
        rents=tuple(rents),
        unknown=tuple(name for name, lacks in unknown.items() if lacks),
    )


def _least(purse: Purse, names: tuple[str, ...]) -> Rent | None:
    """The least rent that is known; None: none is, or only the most of one."""
    rents: list[tuple[Any, list[str]]] = []
    for name in names:
        before = len(purse.facts)
        pair = monthly(purse, name)
        if pair is not None and pair[0] > 0:
            rents.append((pair[0], purse.facts[before:]))
    if not rents:
        return None
    least = min(rent for rent, _ in rents)
    facts = dict.fromkeys(fact for rent, said in rents if rent == least for fact in said)
    return Rent(ceil(least), tuple(facts))
