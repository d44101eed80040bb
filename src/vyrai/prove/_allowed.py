"""Which answers a pack may hold, by whom it is for; and the one place where all others are left out.

A pack is drawn from what `only` leaves of a member, and from nothing else of the case. What happened, why
somebody leaves, money, other countries and the family's words "only for you" are in no pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from vyrai.family import Form, Many, Record, Unknown

Audience = Literal["anyone", "school", "health", "benefit", "status"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
"""`anyone` is whoever meets the child: it gets the communication passport alone."""

_TALK = (
    "person.talks_by",
    "person.sayings",
    "saying.means",
    "saying.how",
    "person.calms",
    "person.upsets",
    "person.likes",
)
_LANGUAGES = (
    "person.languages",
    "language.language",
    "language.level",
    "language.speaking",
    "language.listening",
    "language.reading",
    "language.writing",
)
_NEEDS = ("person.needs", "need.need", "need.much")
_WHO = ("person.alias", "person.role", "person.birth")
_STATUSES = ("person.statuses", "status.status", "status.country", "status.from", "status.to")

ALLOWED: Mapping[Audience, frozenset[str]] = {
    "anyone": frozenset(("person.alias", "person.role", *_TALK)),
    "school": frozenset(
        (
            *_WHO,
            *_TALK,
            *_LANGUAGES,
            *_NEEDS,
            "person.goals",
            "goal.words",
            "goal.area",
            "goal.voice",
            "person.school_now",
        )
    ),
    "health": frozenset(
        (
            *_WHO,
            *_TALK,
            *_LANGUAGES,
            *_NEEDS,
            "person.diagnosis_paper",
            "person.medicine",
            "person.doctor_now",
            "person.insured",
        )
    ),
    "benefit": frozenset((*_WHO, *_NEEDS, "person.diagnosis_paper", *_STATUSES)),
    "status": frozenset(
        (
            *_WHO,
            *_STATUSES,
            "person.residence",
            "person.citizenships",
            "citizenship.country",
            "citizenship.document",
            "citizenship.expires",
            "person.custody",
            "person.other_parent_consents",
        )
    ),
}
"""By audience the questions whose answers it may hold."""

CHILDREN: frozenset[Audience] = frozenset({"anyone", "school"})
"""Packs that are about children, unless somebody else is named."""


def only(form: Form, entity: str, record: Record, allowed: frozenset[str]) -> Record:
    """The answers that may be held; whether somebody would not say something is not told either."""
    kept = {}
    for name, answer in record.values.items():
        field = form.entities[entity][name]
        if field.id not in allowed or isinstance(answer, Unknown):
            continue
        if isinstance(answer, Many):
            answer = Many(tuple(only(form, field.of or "", item, allowed) for item in answer.items))
        kept[name] = answer
    return Record(kept)
