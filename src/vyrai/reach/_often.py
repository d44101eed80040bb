"""How often a decision is a refusal, as somebody counted the decisions on others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from vyrai.law import Family
from vyrai.world import Outcome, World, seen

_WHOLE = 100
ANY, GRANTED, REFUSED = "any", "granted", "refused"


class Often(NamedTuple):
    """The share refused, above 0 and at most 1, and the fact that says so. own: of people with the
    citizenship of the family; else of everybody.
    """

    share: float
    fact: str
    own: bool


class Counted(NamedTuple):
    """What is known of how often a decision is no. apart: the family is of no one citizenship of which it is
    counted; dated: facts that counted people like them too long ago; crowd: facts that counted people of
    whatever citizenship, which say nothing of one.
    """

    often: Often | None
    apart: bool = False
    dated: tuple[str, ...] = ()
    crowd: tuple[str, ...] = ()


class Once(NamedTuple):
    """How many of a hundred people with the citizenship of the family were refused, at the least and at the
    most, as it was last counted, and the year of that.
    """

    least: Fraction
    most: Fraction
    year: int


def once(family: Family, world: World, outcomes: Mapping[str, Outcome]) -> Once | None:
    """What was counted too long ago to reckon with; None: nothing was."""
    found = []
    for fact in too_old(family, world, outcomes):
        then = date.fromordinal(max(seen(claim)[1] for claim in world.claims(fact).too_old))
        pairs = [one for one in world.at(then).value(fact).alternatives if isinstance(one, tuple)]
        if pairs:
            least, most = min(low for low, _ in pairs), max(high for _, high in pairs)
            if fact not in (outcomes[REFUSED].share.values() if REFUSED in outcomes else ()):
                least, most = _WHOLE - most, _WHOLE - least
            found.append(Once(_of_hundred(least), _of_hundred(most), then.year))
    return max(found, key=lambda one: (one.year, one.most), default=None)


def _of_hundred(share: Any) -> Fraction:
    return Fraction(min(_WHOLE, max(0, share)))


def counted(family: Family, world: World, outcomes: Mapping[str, Outcome]) -> Counted:
    """What somebody counted of the answers."""
    return Counted(
        how_often(family, world, outcomes),
        told_apart(family, outcomes),
        too_old(family, world, outcomes),
        of_all(world, outcomes),
    )


def may_be_refused(outcomes: Mapping[str, Outcome]) -> bool:
    """Whether the answer may be no."""
    return REFUSED in outcomes or (GRANTED in outcomes and bool(outcomes[GRANTED].share))


def how_often(family: Family, world: World, outcomes: Mapping[str, Outcome]) -> Often | None:
    """The most that is said to be refused of people with the citizenship of the family; of anybody only where
    they were never counted apart, for then it is known to differ.

    None: nobody says, or not lately, or of those who were counted nobody was refused, which is no promise.
    """
    counted = {name: outcomes[name].share for name in (REFUSED, GRANTED) if name in outcomes}
    own = _counted(outcomes).intersection(*_citizenships(family))
    if not own and told_apart(family, outcomes):
        return None
    found = [
        one
        for name, shares in counted.items()
        for code in own or {ANY}
        if code in shares and (one := _share(world, name, shares[code], bool(own))) is not None
    ]
    return max(found, key=lambda one: (one.share, one.fact), default=None)


def told_apart(family: Family, outcomes: Mapping[str, Outcome]) -> bool:
    """Whether it is counted by citizenship, but not of one that is said of everybody in the family, which is
    decided together.
    """
    codes, held = _counted(outcomes), _citizenships(family)
    if not codes or codes.intersection(*held):
        return False
    return any(codes & each or not each for each in held)


def too_old(family: Family, world: World, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Facts that counted the refusals of people with the citizenship of the family, but not lately: they say
    nothing today, and somebody wrote them down all the same.
    """
    own = _counted(outcomes).intersection(*_citizenships(family))
    facts = [outcomes[name].share[code] for name in outcomes for code in own & {*outcomes[name].share}]
    return tuple(
        fact
        for fact in sorted(set(facts))
        if not world.value(fact).alternatives and world.claims(fact).too_old
    )


def of_all(world: World, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """The shares told with an answer, and not as how often it is given to people of a citizenship."""
    told = [fact for name in (GRANTED, REFUSED) if name in outcomes for fact in outcomes[name].facts]
    atlas = world.atlas
    units = {fact: atlas.fact(fact).unit for fact in told}
    return tuple(fact for fact, unit in units.items() if unit and atlas.unit(unit).kind == "share")


def _counted(outcomes: Mapping[str, Outcome]) -> set[str]:
    return {code for name in (REFUSED, GRANTED) if name in outcomes for code in outcomes[name].share} - {ANY}


def _share(world: World, name: str, fact: str, own: bool) -> Often | None:
    """The most that a fact says is refused; None: it says nothing today, or that nobody is."""
    pairs = [one for one in world.value(fact).alternatives if isinstance(one, tuple)]
    if not pairs:
        return None
    most = max(high for _, high in pairs) if name == REFUSED else _WHOLE - min(low for low, _ in pairs)
    share = Fraction(min(_WHOLE, max(0, most))) / _WHOLE
    return Often(float(share), fact, own) if share else None


def _citizenships(family: Family) -> list[frozenset[str]]:
    """Of each of the family, as far as they are known."""
    return [
        frozenset(
            str(country[0])
            for prefix in family.lists.get(f"{member}.citizenships", ())
            if (country := family.known.get(f"{prefix}.country")) is not None
        )
        for member in family.people["person"]
    ]
