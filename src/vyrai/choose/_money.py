"""What must be paid before the first lawful income, against what the family has."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import inf
from typing import Any

from vyrai.choose._words import partial
from vyrai.choose.model import Money, Number, Price, Range
from vyrai.law import WEEKS, Chain, Family, Law, Weeks, rate, rate_facts
from vyrai.law.record import number, span
from vyrai.world import Country, World

Pair = tuple[Any, Any]
_PERSONS = {"person": "person", "application": "person", "adult": "adult", "child": "child"}
_ONCE = ("family", "")


class Purse:
    """Sums in one currency, the one in which the family counts."""

    def __init__(self, law: Law, family: Family, world: World, otherwise: str) -> None:
        self.law, self.family, self.world = law, family, world
        held = [family.known.get(f"{prefix}.currency") for prefix in family.lists.get("savings", ())]
        self.currency: str = next((one[0] for one in held if one is not None), otherwise)
        self.missing: list[str] = []
        self.facts: list[str] = []

    def into(self, pair: Pair, currency: str) -> Pair:
        """An amount in the family's currency; open above where no rate is known."""
        name = f"rate.{currency.lower()}-{self.currency.lower()}"
        rates = rate(self.world, name)
        if rates is None:
            self.missing.append(name)
            return (0, inf if pair[1] else 0)
        self.facts += rate_facts(self.world, name)
        return _times(pair, rates[0])

    def fact(self, name: str) -> Pair | None:
        """What a price in a fact makes for this family; None where it is not money to be paid once."""
        found = self.world.value(name)
        stated: list[tuple[Any, str | None]] = list(zip(found.alternatives, found.units, strict=True))
        sums = [
            self._once(pair, unit) for pair, unit in stated or [((0, inf), self.law.atlas.fact(name).unit)]
        ]
        paid = [one for one in sums if one is not None]
        if not paid:
            return None
        self.facts.append(name)
        if not stated:
            self.missing.append(name)
        return min(one[0] for one in paid), max(one[1] for one in paid)

    def _once(self, pair: Pair, name: str | None) -> Pair | None:
        unit = None if name is None else self.law.atlas.unit(name)
        if unit is None or unit.kind != "money" or (unit.per or "") not in (*_PERSONS, *_ONCE):
            return None
        group = _PERSONS.get(unit.per or "")
        heads = 1 if group is None else len(self.family.people[group])
        return self.into(_times(pair, (heads, heads)), str(unit.of))

    def all(self, names: Iterable[str]) -> Pair:
        """The sum of what is to be paid once."""
        sums = [pair for pair in (self.fact(name) for name in dict.fromkeys(names)) if pair is not None]
        return (sum(pair[0] for pair in sums), sum(pair[1] for pair in sums))

    def savings(self) -> Pair:
        """What the family has, in its currency; open above while more may be named."""
        low: Any = 0
        high: Any = 0 if "savings" in self.family.known else inf
        for prefix in self.family.lists.get("savings", ()):
            currency, amount = (self.family.known.get(f"{prefix}.{name}") for name in ("currency", "amount"))
            one = (0, inf) if currency is None or amount is None else self.into(amount[0], currency[0])
            low, high = low + one[0], high + one[1]
        return (max(0, low), high)


def _times(a: Pair, b: Pair) -> Pair:
    if 0 in (a[1], b[1]):
        return 0, 0  # nothing times without end is nothing
    return (a[0] * b[0], inf if inf in (a[1], b[1]) else a[1] * b[1])


def money(purse: Purse, chain: Chain, country: Country, work: Weeks | None) -> Money:
    """Fees of the routes and their steps, and rent from arrival until work is lawful (None: never).

    Open above: nobody knows how long it takes from being allowed to work to the first pay.
    """
    atlas = purse.law.atlas
    links = chain.links[: chain.entry]
    names = [fee for link in links for fee in link.route.fees]
    names += [fee for link in links for step in link.route.steps for fee in atlas.step(step).costs]
    purse.facts, purse.missing = [], []
    fees = purse.all(names)
    paid = tuple(purse.facts)
    rents = [pair for name in country.columns.get("rent", ()) if (pair := monthly(purse, name)) is not None]
    waiting = (0, inf) if work is None else (work.lo, work.hi)
    months = tuple(weeks / WEEKS["months"] if weeks != inf else inf for weeks in waiting)
    if not rents:
        purse.missing.append("rent")
        rent: Pair = (0, inf)
    else:
        rent = (min(pair[0] for pair in rents), max(pair[1] for pair in rents))
        rent = (rent[0] * months[0], inf if inf in (rent[1], months[1]) else rent[1] * months[1])
    needed = (fees[0] + rent[0], inf)
    savings = purse.savings()
    short = savings[1] - needed[0]
    # Something surely missing can be said; how much will be left cannot.
    spare = (-inf, short if short < 0 else inf)
    facts = tuple(dict.fromkeys(purse.facts))
    return Money(
        fees=span(fees[0], fees[1], purse.currency, paid),
        rent_until_work=span(_round(rent[0]), _round(rent[1]), purse.currency),
        needed=span(_round(needed[0]), _round(needed[1]), purse.currency, facts),
        savings=span(_round(savings[0]), _round(savings[1]), purse.currency),
        spare=span(_round(spare[0]), _round(spare[1]), purse.currency, facts),
        missing=tuple(dict.fromkeys(purse.missing)),
    )


def _round(value: Any) -> Any:
    return value if value in (inf, -inf) else round(value, 2)


def monthly(purse: Purse, name: str) -> Pair | None:
    """A rent in the family's currency a month; None where it is not known on the day, or no whole rent."""
    found = purse.world.value(name)
    unit = None if found.unit is None else purse.law.atlas.unit(found.unit)
    if unit is None or unit.kind != "money" or unit.per != "month" or found.why is not None:
        return None
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    purse.facts.append(name)
    return purse.into((min(pair[0] for pair in pairs), max(pair[1] for pair in pairs)), str(unit.of))


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
