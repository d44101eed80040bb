"""A pack with what it stands on: the sources of every paper that it names, and words for what is open."""

from __future__ import annotations

from datetime import date

from vyrai.choose._words import sources
from vyrai.choose.compare import basis
from vyrai.choose.model import Basis, Record, SourceOn, Text
from vyrai.family import Case
from vyrai.law import Law
from vyrai.prove import Audience, Pack, pack
from vyrai.world import World


class Packed(Record, frozen=True, kw_only=True):
    """The pack of an audience in a country (none: anywhere). labels: by question, how the form asks it."""

    format: int = 1
    basis: Basis
    country: str | None
    title: Text | None
    pack: Pack
    sources: dict[str, tuple[SourceOn, ...]]
    labels: dict[str, Text]


def packed(
    law: Law,
    case: Case,
    audience: Audience,
    on: date,
    country: str | None = None,
    member: str | None = None,
    known: date | None = None,
) -> Packed:
    """The pack of an audience on a day. KeyError: no such country."""
    world = World(law.atlas, on, known)
    found = pack(law.atlas, case, audience, country, member)
    facts = {fact for paper in found.papers for fact in paper.facts}
    asked = {name for one in found.members for name in one.unanswered}
    return Packed(
        basis=basis(law, world, facts),
        country=country,
        title=None if country is None else law.atlas.country(country).title,
        pack=found,
        sources=sources(world, facts),
        labels={name: dict(case.form.field(name).text) for name in sorted(asked)},
    )
