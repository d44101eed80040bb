"""Which papers to take for an audience before leaving, and which are of no use there, as the atlas says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from vyrai.law.chain import ENTRY
from vyrai.law.record import Text
from vyrai.prove._allowed import Audience
from vyrai.prove.model import PaperTold, Use
from vyrai.world import Atlas, Document, Provision

_KINDS: Mapping[Audience, frozenset[str]] = {
    "school": frozenset({"school", "place", "assistant", "language", "transport"}),
    "health": frozenset({"health", "therapy", "communication"}),
    "benefit": frozenset({"benefit", "respite", "transport", "adult"}),
}
"""By audience the kinds of support that it gives or decides."""
_SORTED = frozenset({"work", "people"}).union(*_KINDS.values())
"""An assessment is of no such kind: it belongs to whom its paper opens; one that opens nothing, to all.
Work and people are no matter of any of these audiences.
"""
_ORDER: tuple[Use, ...] = ("asked", "helps", "useless")


class Asked(msgspec.Struct, frozen=True):
    """For whom papers are looked for: needs of all together, and whether there are children and adults."""

    needs: frozenset[str]
    children: bool
    adults: bool


def papers(atlas: Atlas, country: str, audience: Audience, asked: Asked) -> tuple[PaperTold, ...]:
    """The papers, those that are asked for first; what is said twice stands once."""
    told: Iterable[PaperTold] = ()
    if audience == "status":
        told = _of_routes(atlas, country)
    elif audience in _KINDS:
        told = _of_provisions(atlas, country, audience, asked)
    found: dict[tuple[str, Use], PaperTold] = {}
    for one in told:
        key = (one.text.get("en", ""), one.use)
        before = found.get(key)
        if before is not None:
            of = (*before.of, *(text for text in one.of if text not in before.of))
            facts = tuple(dict.fromkeys((*before.facts, *one.facts)))
            one = msgspec.structs.replace(before, of=of, facts=facts)
        found[key] = one
    return tuple(sorted(found.values(), key=lambda one: _ORDER.index(one.use)))


def written(atlas: Atlas, country: str, audience: Audience) -> bool:
    """Whether anybody has written down which papers count for an audience, whoever asks."""
    everybody = Asked(frozenset(need for one in atlas.provisions for need in one.serves), True, True)
    return bool(papers(atlas, country, audience, everybody))


def _of_provisions(atlas: Atlas, country: str, audience: Audience, asked: Asked) -> Iterator[PaperTold]:
    offered = [one for one in atlas.provisions_of(country) if _concerns(one, asked)]
    kinds, by_id = _KINDS[audience], {one.id: one for one in offered}
    mine = {one.id for one in offered if one.kind in kinds}
    mine |= _before([by_id[name] for name in mine], by_id)
    mine |= by_id.keys() - _before(offered, by_id) - {one.id for one in offered if one.kind in _SORTED}
    for one in offered:
        if one.id in mine:
            for paper in one.papers:
                yield PaperTold(
                    text=paper.text, use=paper.use, of=(one.title,), again=None, facts=paper.facts
                )


def _concerns(one: Provision, asked: Asked) -> bool:
    people = {"child": asked.children, "adult": asked.adults, "person": asked.children or asked.adults}
    return people[one.of] and (not one.serves or not asked.needs.isdisjoint(one.serves))


def _before(mine: Iterable[Provision], offered: Mapping[str, Provision]) -> set[str]:
    """Everything that must have come to its end before."""
    found: set[str] = set()
    waiting = [name for one in mine for name in one.after]
    while waiting:
        name = waiting.pop()
        if name in offered and name not in found:
            found.add(name)
            waiting += offered[name].after
    return found


def _of_routes(atlas: Atlas, country: str) -> Iterator[PaperTold]:
    """What the steps of the ways to a status ask for."""
    documents: dict[str, Document] = {one.id: one for one in atlas.documents}
    for route in atlas.routes_of(country):
        for step in (atlas.step(name) for name in route.steps) if route.kind in ENTRY else ():
            for name in step.needs:
                if name in documents:
                    yield _document(documents[name], route.title)


def _document(one: Document, of: Text) -> PaperTold:
    again = None if one.reissue is None else one.reissue.where
    fact = None if one.reissue is None else one.reissue.fact
    facts = tuple(dict.fromkeys((*one.cites, *(() if fact is None else (fact,)))))
    return PaperTold(text=one.title, use="asked", of=(of,), again=again, facts=facts)
