"""How often a decision is a refusal, as somebody counted the decisions on others."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from vyrai.law import Family
from vyrai.world import Outcome, World

_WHOLE = 100
ANY, GRANTED, REFUSED = "any", "granted", "refused"


class Often(NamedTuple):
    """The share refused, above 0 and at most 1, and the fact that says so. own: of people with the
    citizenship of the family; else of everybody.
    """

    share: float
    fact: str
    own: bool


def may_be_refused(outcomes: Mapping[str, Outcome]) -> bool:
    """Whether the answer may be no."""
    return REFUSED in outcomes or (GRANTED in outcomes and bool(outcomes[GRANTED].share))


def how_often(family: Family, world: World, outcomes: Mapping[str, Outcome]) -> Often | None:
    """The most that is said to be refused of people with the citizenship of the family; of anybody only where
    they were never counted apart, for then it is known to differ.

    None: nobody says, or not lately, or of those who were counted nobody was refused, which is no promise.
    """
    counted = {name: outcomes[name].share for name in (REFUSED, GRANTED) if name in outcomes}
    own = {code for shares in counted.values() for code in shares} & _citizenships(family)
    for name, shares in counted.items():
        for fact in [shares[code] for code in sorted(own or {ANY}) if code in shares]:
            pairs = [one for one in world.value(fact).alternatives if isinstance(one, tuple)]
            if not pairs:
                continue
            refused = name == REFUSED
            most = max(high for _, high in pairs) if refused else _WHOLE - min(low for low, _ in pairs)
            share = Fraction(min(_WHOLE, max(0, most))) / _WHOLE
            return Often(float(share), fact, bool(own)) if share else None
    return None


def _citizenships(family: Family) -> frozenset[str]:
    """Those that everybody in the family has."""
    held = [
        frozenset(
            str(country[0])
            for prefix in family.lists.get(f"{member}.citizenships", ())
            if (country := family.known.get(f"{prefix}.country")) is not None
        )
        for member in family.people["person"]
    ]
    return frozenset.intersection(*held) if held else frozenset()
