"""What a month in a country costs a family at the least: rent, food, other needs, less what keeps coming."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from vyrai.law import Purse, living, monthly
from vyrai.world import Country, Place


@dataclass(frozen=True, slots=True)
class Rent:
    """What a home costs a month in a place, at the least that is known."""

    at: Place
    least: int


@dataclass(frozen=True, slots=True)
class Living:
    """Sums a month, in the family's currency.

    place: the one that was asked for. rent: of that place, or the least that is known. needs: food and what
    else a person needs, of all who go. income: what surely keeps coming after they leave. rents: each place
    of which one is known. unknown: `rent`, `living`: none is known, or not of everybody, and counts as
    nothing; `rent_there`: none is known of the place, and the least of the country counts.
    """

    place: Place | None
    rent: int
    needs: int
    income: int
    rents: tuple[Rent, ...]
    unknown: tuple[str, ...]

    def with_rent(self, rent: int) -> int:
        """What is paid from the savings: what keeps coming pays for living, and no more of it counts."""
        return max(0, rent + self.needs - self.income)

    @property
    def monthly(self) -> int:
        """What is paid from the savings with the rent that is reckoned with."""
        return self.with_rent(self.rent)


def living_in(purse: Purse, country: Country, place: str | None = None) -> Living:
    """What a month costs. KeyError: the country has no such place."""
    places = {one.id: one for one in purse.law.atlas.places_of(country.id)}
    there = None if place is None else places[place]
    rents = tuple(Rent(one, least) for one in places.values() if (least := _least(purse, one.rent)))
    own = next((one.least for one in rents if one.at is there), None)
    known = [_least(purse, country.columns.get("rent", ())), *(one.least for one in rents)]
    rent = own or min(filter(None, known), default=0)
    needs, complete = living(purse, country.columns.get("living", ()))
    unknown = {"rent": not rent, "rent_there": bool(there and rent and not own), "living": not complete}
    return Living(
        place=there,
        rent=rent,
        needs=ceil(needs[0]),
        income=floor(purse.income()[0]),
        rents=rents,
        unknown=tuple(name for name, lacks in unknown.items() if lacks),
    )


def _least(purse: Purse, names: tuple[str, ...]) -> int:
    """The least rent that is known; 0: none is, or only the most of one."""
    rents = [pair[0] for name in names if (pair := monthly(purse, name)) is not None and pair[0] > 0]
    return ceil(min(rents, default=0))
