"""A place inside a country as a family finds it: what is other there, and what nobody has seen there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from vyrai.world import Atlas, Differs, Place, Provision, Step

_OF_LAW = ("held", "amount", "price")
"""What a place may say otherwise than the country; what it does not say is as in the country."""
_ONE = (*_OF_LAW, "queue", "share", "note")
"""What an entry says once, beside the times."""
_TIMES = ("law", "observed", "average")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the steps and provisions as they are there. What was seen elsewhere is unknown here.

    names: itself and the region in which it lies. told: provisions of which somebody has written how they are
    here. facts: what was written of the place itself, not of the country; averages: those of them that bound
    nothing.
    """

    place: Place
    names: frozenset[str]
    steps: Mapping[str, Step]
    offers: Mapping[str, Provision]
    told: frozenset[str]
    facts: frozenset[str]
    averages: frozenset[str]

    def holds(self, places: tuple[str, ...]) -> bool:
        """Whether what is offered only in these places is offered here; without any it is everywhere."""
        return not places or not self.names.isdisjoint(places)


def spot(atlas: Atlas, place: Place) -> Spot:
    """A place of a country. What a town does not say itself, its region says."""
    around = [place] if place.within is None else [place, atlas.place(place.within)]
    names = frozenset(one.id for one in around)
    own: dict[str | None, Differs] = {}
    for one in (one for outer in reversed(around) for one in outer.here):
        name = one.provision or one.step
        own[name] = _over(own[name], one) if name in own else one
    offered, varying = atlas.provisions_of(place.folder), _varying(atlas, place.folder)
    return Spot(
        place=place,
        names=names,
        steps={name: _step(atlas.step(name), own.get(name)) for name in varying},
        offers={one.id: _offer(one, own.get(one.id)) for one in offered},
        told=frozenset(
            one.id for one in offered if one.id in own or (one.places and not names.isdisjoint(one.places))
        ),
        facts=frozenset(fact for differs in own.values() for fact in facts_of(differs)),
        averages=frozenset(one.takes.average for one in own.values() if one.takes.average is not None),
    )


def _over(region: Differs, town: Differs) -> Differs:
    """What a town says of a provision or a step; each thing that it does not say is as in its region."""
    said = {key: getattr(town, key) for key in _ONE if getattr(town, key) is not None}
    times = {key: getattr(town.takes, key) or getattr(region.takes, key) for key in _TIMES}
    takes = msgspec.structs.replace(region.takes, **times)
    more = {
        key: tuple(dict.fromkeys((*getattr(town, key), *getattr(region, key))))
        for key in ("facts", "observed")
    }
    return msgspec.structs.replace(region, line=town.line, takes=takes, **said, **more)


def _varying(atlas: Atlas, country: str) -> frozenset[str]:
    """Steps of which some place of the country says that they are other there."""
    places = atlas.places_of(country)
    return frozenset(one.step for place in places for one in place.here if one.step is not None)


def _step(step: Step, own: Differs | None) -> Step:
    """A step as it is in a place; how long it was seen to take is known only where it was seen."""
    takes = _seen(step.takes, own)
    if own is not None and own.takes.law is not None:
        takes = msgspec.structs.replace(takes, law=own.takes.law)
    return msgspec.structs.replace(step, takes=takes)


def _seen(takes: Any, own: Differs | None) -> Any:
    """Times with what was seen in the place, and nothing of what was seen elsewhere."""
    seen, average = (None, None) if own is None else (own.takes.observed, own.takes.average)
    return msgspec.structs.replace(takes, observed=seen, average=average)


def _offer(provision: Provision, own: Differs | None) -> Provision:
    """A provision as it is in a place. What is offered only there was seen there."""
    if own is None and provision.places:
        return provision
    takes = _seen(provision.takes, own)
    if own is None:
        return msgspec.structs.replace(provision, queue=None, takes=takes, share=None)
    if own.takes.law is not None:
        takes = msgspec.structs.replace(takes, law=own.takes.law)
    law = {key: getattr(own, key) for key in _OF_LAW if getattr(own, key) is not None}
    return msgspec.structs.replace(
        provision,
        queue=own.queue,
        takes=takes,
        share=own.share,
        facts=(*own.facts, *provision.facts),
        **law,
    )


def facts_of(differs: Differs) -> tuple[str, ...]:
    """Every fact that says what is other in a place."""
    times = (getattr(differs.takes, key) for key in _TIMES)
    named = (differs.held, differs.queue, *times, differs.share, differs.amount, differs.price)
    said = [one for one in named if one is not None]
    return tuple(dict.fromkeys((*said, *differs.facts, *differs.observed)))
