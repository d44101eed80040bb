"""Places that nobody has modelled, to which the passports of a family could take it, as a table showed.

A hint where to look and nothing more: no verdict, no way, no rule leans on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vyrai.choose.model import Asks, AtBorder, Elsewhere, ElsewhereSource, Place, Text
from vyrai.law import Family, Law
from vyrai.world import Passports, World, entry_seen

_ASKS: tuple[Asks, ...] = ("visa_free", "on_arrival", "eta", "e_visa")
"""From the least to the most that is asked before a border."""
_PASSPORT = "passport"


def elsewhere(law: Law, family: Family, world: World) -> Elsewhere | None:
    """Where every member holds a passport that admits; None if the atlas has no table of passports.

    On a day after the last snapshot: as last seen. On a day between snapshots: nothing.
    """
    passports = law.atlas.passports
    if passports is None:
        return None
    of = {member: _held(family, member, world.on) for member in family.people["person"]}
    named = family.answers.labels
    unknown = tuple(named[member] for member, held in of.items() if held is None)
    without = tuple(named[member] for member, held in of.items() if held is not None and not held)
    held = {named[member]: own for member, own in of.items() if own}
    places = () if unknown or without else tuple(_places(law, world, passports, held))
    taken = [day for day in passports.days if world.known is None or day <= world.known.toordinal()]
    last = date.fromordinal(taken[-1]) if taken else world.on
    return Elsewhere(
        note=passports.note,
        source=ElsewhereSource(
            publisher=passports.source.publisher,
            title=passports.source.title,
            url=passports.source.url,
            licence=passports.licence,
            kind=passports.kind,
            confidence=passports.confidence,
        ),
        last_seen=last.isoformat() if last < world.on else None,
        unknown=unknown,
        without=without,
        places=places,
    )


def _held(family: Family, member: str, on: date) -> tuple[str, ...] | None:
    """The passports that a member holds, by country; None if none is known and there may be one."""
    key = f"{member}.citizenships"
    open_ = key not in family.known
    found: list[str] = []
    for prefix in family.lists.get(key, ()):
        country, paper, expires = (
            family.known.get(f"{prefix}.{field}") for field in ("country", "document", "expires")
        )
        if paper is not None and paper[0] != _PASSPORT:
            continue
        if expires is not None and expires[0][1] < on.toordinal():
            continue
        if country is None or paper is None:
            open_ = True
        else:
            found.append(country[0])
    return None if open_ and not found else tuple(dict.fromkeys(found))


def _places(
    law: Law, world: World, passports: Passports, held: dict[str, tuple[str, ...]]
) -> Iterable[Place]:
    modelled = {country.id for country in law.atlas.countries}
    every = {place for of in passports.seen.values() for place in of} - modelled
    titles = {code: _title(law, code) for code in every}
    for code in sorted(every, key=lambda one: (titles[one]["en"], one)):
        best = [_best(world, passports, alias, own, code) for alias, own in held.items()]
        borders = [one for one in best if one is not None]
        ways = [one.way for one in borders if one.way != "citizen"]
        if len(borders) < len(held) or not ways:
            continue
        asks = max(ways, key=_ASKS.index)
        days = [one.days for one in borders if one.days is not None]
        yield Place(
            country=code,
            title=titles[code],
            asks=asks,
            days=min(days) if days and asks == "visa_free" else None,
            by=tuple(borders),
        )


def _best(
    world: World, passports: Passports, alias: str, held: tuple[str, ...], place: str
) -> AtBorder | None:
    """The passport of a member of which the least is asked; None if none admits.

    A value counts if it is of the day, or if the last snapshot of all showed it.
    """
    if place in held:
        return AtBorder(member=alias, passport=place, way="citizen", requirement=None)
    found: list[tuple[int, int, AtBorder]] = []
    for passport in held:
        seen = entry_seen(passports, passport, place, world.on, world.known)
        way = next((one for one in _ASKS if one == seen.way), None)
        if way is not None and (seen.requirement != "unknown" or seen.newest):
            border = AtBorder(
                member=alias,
                passport=passport,
                way=way,
                requirement=seen.seen,
                days=seen.days,
                first_seen=None if seen.first_seen is None else seen.first_seen.isoformat(),
                last_seen=None if seen.last_seen is None else seen.last_seen.isoformat(),
            )
            found.append((_ASKS.index(way), -(seen.days or 0), border))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _title(law: Law, code: str) -> Text:
    coded = law.atlas.codes["countries"].codes[code]
    return {name: text for name, text in coded.items() if isinstance(text, str)}
