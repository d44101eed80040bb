"""Which claims of a fact count on a day, as known on a day. Pure functions of a fact and two days."""

from __future__ import annotations

from typing import Literal

import msgspec

from vyrai.world._model import Claim, Fact

Force = Literal["surely", "perhaps", "not_that_day", "seen_later", "not_yet_known"]


class Standing(msgspec.Struct, frozen=True):
    """The claims of a fact on a day, each in one place, in the order of the atlas.

    surely, perhaps: they count. excluded: in force or latest, but low-confidence or peer: only shown.
    not_that_day: before or after their time, or superseded by a later observation. seen_later: observed only
    after the day. not_yet_known: their `as_of` is later than the day of knowing. too_old: observations past
    the horizon of their topic.
    """

    surely: tuple[Claim, ...] = ()
    perhaps: tuple[Claim, ...] = ()
    excluded: tuple[Claim, ...] = ()
    not_that_day: tuple[Claim, ...] = ()
    seen_later: tuple[Claim, ...] = ()
    not_yet_known: tuple[Claim, ...] = ()
    too_old: tuple[Claim, ...] = ()


def seen(claim: Claim) -> tuple[int, int]:
    """First and last day of what was observed; of a month or year that was not over when the source said so,
    the day of the source: nobody sees what is yet to come.
    """
    assert claim.observed is not None
    first, last = claim.observed
    return first, max(first, min(last, claim.as_of[1]))


def force(claim: Claim, day: int, known: int | None) -> Force:
    """How a claim stands on a day, other claims aside."""
    if known is not None and claim.as_of[0] > known:
        return "not_yet_known"
    if claim.valid is not None:
        sure, may = claim.valid.surely(day), claim.valid.perhaps(day)
    else:
        first, last = seen(claim)
        sure, may = last <= day, first <= day
    if sure and (known is None or claim.as_of[1] <= known):
        return "surely"
    if may:
        return "perhaps"
    return "seen_later" if claim.observed is not None else "not_that_day"


def _latest(claims: list[tuple[Claim, Force]]) -> int:
    """The last day of the latest sure observation; 0 if there is none."""
    return max((seen(claim)[1] for claim, how in claims if claim.observed and how == "surely"), default=0)


def standing(fact: Fact, day: int, known: int | None, horizon: int | None) -> Standing:
    """Sort the claims of a fact. `horizon` in days: how long an observation of its topic may be leaned on."""
    forces = [(claim, force(claim, day, known)) for claim in fact.claims]
    latest = _latest([pair for pair in forces if pair[0].decides and pair[0].value is not None])
    latest = latest or _latest([pair for pair in forces if pair[0].decides])
    places: dict[str, list[Claim]] = {}
    for claim, how in forces:
        place: str = how
        if claim.observed is not None and how in ("surely", "perhaps"):
            if seen(claim)[1] < latest:
                place = "not_that_day"
            elif claim.decides and horizon is not None and day > seen(claim)[1] + horizon:
                place = "too_old"
        if place in ("surely", "perhaps") and not claim.decides:
            place = "excluded"
        places.setdefault(place, []).append(claim)
    return Standing(**{name: tuple(claims) for name, claims in places.items()})


def breaks(fact: Fact, horizon: int | None) -> set[int]:
    """All days on which the standing of a fact may differ from the day before."""
    days: set[int] = set()
    for claim in fact.claims:
        if claim.valid is not None:
            days.update(claim.valid.breaks())
        if claim.observed is not None:
            days.update(seen(claim))
            if horizon is not None:
                days.add(seen(claim)[1] + horizon + 1)
    return days
