"""What a month in a country costs a family, as a record: where plans reckon that it lives, and by place."""

from __future__ import annotations

from vyrai.choose.model import Record, Text
from vyrai.reach import Living, Wage


class RentOn(Record, frozen=True, kw_only=True):
    """A place of which a rent is known: the least, what a month there costs from the savings, and the facts
    that say the rent.
    """

    place: str
    title: Text
    rent: int
    monthly: int
    facts: tuple[str, ...]


class MonthlyOn(Record, frozen=True, kw_only=True):
    """Sums a month in the family's currency, each the least that is known. place: where plans reckon that it
    lives (None: where rent is least). needs: food and what else a person needs, of all who go. income: what
    keeps coming after they leave. monthly: what is paid from the savings until pay comes. pay: what of pay
    is counted from then on. offered: what they have been offered there, before tax (null: nothing is named).
    home: what a month before leaving takes from the savings, below nought what it adds (null: unsaid).
    """

    place: str | None
    rent: int
    rent_facts: tuple[str, ...]
    needs: int
    needs_facts: tuple[str, ...]
    income: int
    monthly: int
    pay: int
    offered: int | None
    home: int | None
    rents: tuple[RentOn, ...]


class LackingOn(Record, frozen=True, kw_only=True):
    """A sum more without which a plan does not hold, the day by which `first` of it is needed and the one by
    which all of it is, and the weeks of work for the lowest pay at home that come to it.
    """

    sum: int
    by: str
    first: int
    all_by: str
    weeks: int | None = None


class WageOn(Record, frozen=True, kw_only=True):
    """The lowest pay a month that the law allows where the family lives, in its currency, before tax."""

    monthly: int
    facts: tuple[str, ...]


def wage_on(wage: Wage | None) -> WageOn | None:
    """The record of it."""
    return None if wage is None else WageOn(monthly=wage.monthly, facts=wage.facts)


def monthly_on(living: Living) -> MonthlyOn:
    """The record of it, places by rent."""
    rents = [
        RentOn(
            place=one.at.id,
            title=one.at.title,
            rent=one.least,
            monthly=living.with_rent(one),
            facts=one.facts,
        )
        for one in living.rents
        if one.at is not None
    ]
    return MonthlyOn(
        place=None if living.place is None else living.place.id,
        rent=living.rent.least,
        rent_facts=living.rent.facts,
        needs=living.needs,
        needs_facts=living.needs_facts,
        income=living.income,
        monthly=living.monthly,
        pay=living.pay,
        offered=living.offered,
        home=living.home,
        rents=tuple(sorted(rents, key=lambda one: (one.rent, one.place))),
    )
