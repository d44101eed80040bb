"""What prices in facts make for one family, in the one currency in which it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import inf
from typing import Any, TypeVar

from vyrai.law._family import Family
from vyrai.law._money import rate, rate_facts
from vyrai.law.law import Law
from vyrai.world import World

Pair = tuple[Any, Any]
T = TypeVar("T")
_PERSONS = {"person": "person", "application": "person", "adult": "adult", "child": "child"}
_ONCE = ("family", "")
_LIVES = {"person": ("adult", "child"), "adult": ("adult",), "lone-adult": ("lone",), "child": ("child",)}
_MONTHS = {"month": Fraction(1), "week": Fraction(30, 7)}
"""Of whom a sum is told, and how often it comes in a month of thirty days."""


class Purse:
    """Sums in one currency, the one in which the family counts."""

    def __init__(self, law: Law, family: Family, world: World, otherwise: str) -> None:
        self.law, self.family, self.world = law, family, world
        held = [family.known.get(f"{prefix}.currency") for prefix in family.lists.get("savings", ())]
        self.currency: str = next((one[0] for one in held if one is not None), otherwise)
        self.missing: list[str] = []
        self.facts: list[str] = []
        self._done: dict[tuple[str, str], tuple[Any, list[str], list[str]]] = {}

    def once(self, key: tuple[str, str], work: Callable[[], T]) -> T:
        """What some work makes, done once for a key; its facts and what it misses are named every time."""
        if key not in self._done:
            before, self.facts, self.missing = (self.facts, self.missing), [], []
            made = work()
            self._done[key] = (made, self.facts, self.missing)
            self.facts, self.missing = before
        value, facts, missing = self._done[key]
        self.facts += facts
        self.missing += missing
        found: T = value
        return found

    def into(self, pair: Pair, currency: str) -> Pair:
        """An amount in the family's currency; open above where no rate is known."""
        name = f"rate.{currency.lower()}-{self.currency.lower()}"
        rates = rate(self.world, name)
        if rates is None:
            self.missing.append(name)
            return (0, inf if pair[1] else 0)
        self.facts += rate_facts(self.world, name)
        return times(pair, rates[0])

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
        if unit is not None and unit.worth is not None:
            one = self.fact(unit.worth)
            # For how many of them, or of their papers, it is paid such a fact does not say.
            return None if one is None else (pair[0] * one[0], inf)
        if unit is None or unit.kind != "money" or (unit.per or "") not in (*_PERSONS, *_ONCE):
            return None
        group = _PERSONS.get(unit.per or "")
        heads = 1 if group is None else len(self.family.people[group])
        return self.into(times(pair, (heads, heads)), str(unit.of))

    def all(self, names: Iterable[str]) -> Pair:
        """The sum of what is to be paid once."""
        sums = [pair for pair in (self.fact(name) for name in dict.fromkeys(names)) if pair is not None]
        return (sum(pair[0] for pair in sums), sum(pair[1] for pair in sums))

    def savings(self) -> Pair:
        """What the family has, in its currency; open above while more may be named."""
        return self._said("savings")

    def income(self) -> Pair:
        """What keeps coming every month after they leave, in the same way."""
        return self._said("income")

    def at_home(self) -> tuple[Any | None, bool]:
        """What a month before they leave takes from the savings, at the most where that is said; below
        nought: what it adds to them, at the least. None: they have said neither. And whether it may be more.
        """
        names = ("spent_at_home", "saved_at_home")
        if not any(name in self.family.known or self.family.lists.get(name) for name in names):
            return None, False
        (spent, most), (saved, _) = map(self._said, names)
        begun = bool(self.family.lists.get(names[0]))
        if most == inf and begun:
            # How much goes is not said, or has no rate: the least is known, and nothing that is saved counts.
            return spent or None, True
        return (spent if most == inf else most) - saved, False

    def offered(self, country: str) -> Any | None:
        """What they have been offered a month for work in a country, before tax, at the least; of one person
        the best offer counts. None: no pay is named, or no rate is known.
        """
        best: dict[Any, Any] = {}
        for prefix in self.family.lists.get("job_offers", ()):
            said = [
                self.family.known.get(f"{prefix}.{name}") for name in ("country", "currency", "pay", "who")
            ]
            where, currency, pay, who = (None if one is None else one[0] for one in said)
            if where != country or currency is None or pay is None:
                continue
            missing = len(self.missing)
            low = self.into(pay, currency)[0]
            if len(self.missing) == missing:
                best[who] = max(low, best.get(who, 0))
        return sum(best.values()) if best else None

    def _said(self, name: str) -> Pair:
        low: Any = 0
        high: Any = 0 if name in self.family.known else inf
        for prefix in self.family.lists.get(name, ()):
            currency, amount = (self.family.known.get(f"{prefix}.{name}") for name in ("currency", "amount"))
            one = (0, inf) if currency is None or amount is None else self.into(amount[0], currency[0])
            low, high = low + one[0], high + one[1]
        return (max(0, low), high)


def times(a: Pair, b: Pair) -> Pair:
    """Bounds of a product of sums that are not negative."""
    if 0 in (a[1], b[1]):
        return 0, 0  # nothing times without end is nothing
    return (a[0] * b[0], inf if inf in (a[1], b[1]) else a[1] * b[1])


def monthly(purse: Purse, name: str) -> Pair | None:
    """A rent in the family's currency a month; None where it is not known on the day, or no whole rent."""
    found = _stated(purse, name)
    if found is None or found[1] != "month":
        return None
    purse.facts.append(name)
    return purse.into(found[0], found[2])


def living(purse: Purse, names: Iterable[str]) -> tuple[Pair, bool]:
    """What food and other needs of everybody who goes cost a month, at the least, in the family's currency;
    and whether it is known of adults and of children. Of several measures the least counts; of a family with
    one adult that of an only adult, where there is one.
    """
    per = {f"{of}-{often}": (of, part) for of in _LIVES for often, part in _MONTHS.items()}
    return _of_each(purse, names, per)


def fares(purse: Purse, names: Iterable[str]) -> tuple[Pair, bool]:
    """What tickets for everybody who goes cost, in the same way: of several services the least."""
    return _of_each(purse, names, {of: (of, Fraction(1)) for of in ("person", "adult", "child")})


def _of_each(purse: Purse, names: Iterable[str], per: dict[str, tuple[str, Fraction]]) -> tuple[Pair, bool]:
    """per: by what a sum is told for, of whom it is told and how much of it counts."""
    least: dict[str, tuple[Any, str]] = {}
    before = len(purse.facts)
    for name in names:
        found = _stated(purse, name)
        if found is None or found[1] not in per:
            continue
        of, part = per[found[1]]
        low, high = purse.into(found[0], found[2])
        if found[0][1] != inf and high == inf:
            continue  # No rate is known: it says nothing in this currency.
        counts = low * part, name
        least |= {group: min(counts, least.get(group, counts)) for group in _LIVES[of]}
    heads = {group: many for group in ("adult", "child") if (many := len(purse.family.people[group]))}
    if heads.get("adult") == 1 and "lone" in least:
        least["adult"] = least["lone"]
    known = {group: least[group] for group in heads if group in least}
    purse.facts[before:before] = dict.fromkeys(fact for _, fact in known.values())  # before the rates
    return (sum(heads[group] * of_one for group, (of_one, _) in known.items()), inf), len(known) == len(heads)


def _stated(purse: Purse, name: str) -> tuple[Pair, str, str] | None:
    """A sum that is known on the day, what it is for, and its currency; None: it is not, or is no money."""
    found = purse.world.value(name)
    unit = None if found.unit is None else purse.law.atlas.unit(found.unit)
    if unit is None or unit.kind != "money" or found.why is not None:
        return None
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    return (min(pair[0] for pair in pairs), max(pair[1] for pair in pairs)), unit.per or "", str(unit.of)
