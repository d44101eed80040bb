"""A member as an audience may know them: the answers that `only` leaves, with the words of the form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vyrai.family import Form, Many, Record
from vyrai.law.record import Text
from vyrai.prove._allowed import ALLOWED, Audience, only
from vyrai.prove.model import Goal, Held, Member, NeedTold, Saying, Spoken

PERSON = "person"
_SKILLS = ("level", "speaking", "listening", "reading", "writing")
BASIC = ("yes", "no", "stop", "pain", "break", "help")
"""What must be understood from the first day."""
_NOT_ASKED_FOR = frozenset({"person.alias", "person.role"})
_OF_NEEDS = ("needs", "talks_by", "sayings", "calms", "upsets", "likes")
"""Answers that say that somebody needs to be understood otherwise than by speech, or needs help."""
_FOR_NEEDS = frozenset(
    f"{PERSON}.{name}"
    for name in (*_OF_NEEDS[1:], "goals", "diagnosis_paper", "medicine", "doctor_now", "school_now")
)
"""What is not missed of somebody who has no needs."""


class Teller:
    """Tells of members to one audience. country: whose statuses it may know, by code."""

    def __init__(self, form: Form, audience: Audience, country: str | None) -> None:
        self._form, self._allowed, self._country = form, ALLOWED[audience], country

    def member(self, record: Record, child: bool) -> Member:
        """One member; `record` is as the family said it, and is read only once everything else is out."""
        said = only(self._form, PERSON, record, self._allowed).values
        talks = child and any(_said(said.get(name)) for name in _OF_NEEDS)
        return Member(
            alias=str(said["alias"]),
            role=self._code("person.role", said.get("role")),
            birth=_text(said.get("birth")),
            talks_by=tuple(self._codes("person.talks_by", said.get("talks_by"))),
            sayings=self._sayings(_items(said.get("sayings")), talks),
            calms=_text(said.get("calms")),
            upsets=_text(said.get("upsets")),
            likes=_text(said.get("likes")),
            languages=self._languages(_items(said.get("languages"))),
            needs=self._needs(_items(said.get("needs"))),
            goals=self._goals(_items(said.get("goals"))),
            school_now=_text(said.get("school_now")),
            doctor_now=_text(said.get("doctor_now")),
            medicine=_text(said.get("medicine")),
            diagnosis_paper=_yes(said.get("diagnosis_paper")),
            insured=_yes(said.get("insured")),
            residence=self._code("person.residence", said.get("residence")),
            citizenships=self._citizenships(_items(said.get("citizenships"))),
            statuses=self._statuses(_items(said.get("statuses"))),
            custody=self._code("person.custody", said.get("custody")),
            consent=_yes(said.get("other_parent_consents")),
            unanswered=tuple(self._unanswered(said, child)),
        )

    def _unanswered(self, said: Any, child: bool) -> Iterable[str]:
        """What is open: of a child without needs, and of an adult who named none, only what all are asked."""
        needs = said.get("needs")
        without = isinstance(needs, Many) and not needs.items if child else not _said(needs)
        wanted = self._allowed - _NOT_ASKED_FOR - (_FOR_NEEDS if without else frozenset())
        for name, field in self._form.entities[PERSON].items():
            if field.id in wanted and name not in said:
                yield field.id

    def _sayings(self, items: Iterable[Any], basic: bool) -> tuple[Saying, ...]:
        """In the order of the list of meanings. basic: what must be understood from the first day is there
        whether somebody has said it or not.
        """
        if f"{PERSON}.sayings" not in self._allowed:
            return ()
        told = {one["means"]: _text(one.get("how")) for one in items if "means" in one}
        wanted = {*told, *(BASIC if basic else ())}
        return tuple(
            Saying(means=code, title=self._title("saying.means", code), how=told.get(code))
            for code in self._form.codes[self._form.field("saying.means").codes or ""]
            if code in wanted
        )

    def _languages(self, items: Iterable[Any]) -> tuple[Spoken, ...]:
        return tuple(
            Spoken(
                language=self._title("language.language", one["language"]),
                levels={
                    skill: self._title(f"language.{skill}", one[skill]) for skill in _SKILLS if skill in one
                },
            )
            for one in items
            if "language" in one
        )

    def _needs(self, items: Iterable[Any]) -> tuple[NeedTold, ...]:
        return tuple(
            NeedTold(
                need=one["need"],
                title=self._title("need.need", one["need"]),
                much=self._code("need.much", one.get("much")),
            )
            for one in items
            if "need" in one
        )

    def _goals(self, items: Iterable[Any]) -> tuple[Goal, ...]:
        return tuple(
            Goal(
                words=_text(one.get("words")),
                area=self._code("goal.area", one.get("area")),
                voice=self._code("goal.voice", one.get("voice")),
            )
            for one in items
        )

    def _citizenships(self, items: Iterable[Any]) -> tuple[Held, ...]:
        return tuple(
            Held(
                title=self._code("citizenship.document", one.get("document")) or {},
                country=self._code("citizenship.country", one.get("country")),
                begins=None,
                ends=_text(one.get("expires")),
            )
            for one in items
        )

    def _statuses(self, items: Iterable[Any]) -> tuple[Held, ...]:
        """Those of the country of the pack; what somebody was elsewhere is nobody's business there."""
        return tuple(
            Held(
                title=self._title("status.status", one["status"]),
                country=self._code("status.country", one.get("country")),
                begins=_text(one.get("from")),
                ends=_text(one.get("to")),
            )
            for one in items
            if "status" in one and one.get("country") == self._country
        )

    def _codes(self, question: str, codes: Any) -> Iterable[Text]:
        return [self._title(question, code) for code in codes or ()]

    def _code(self, question: str, code: Any) -> Text | None:
        return None if code is None else self._title(question, code)

    def _title(self, question: str, code: Any) -> Text:
        """The words of a code; a code that no list has says itself."""
        data = self._form.codes.get(self._form.field(question).codes or "", {}).get(code)
        return words_of(data) or {"en": str(code)}


def words_of(data: Any) -> Text:
    """The texts by language among the data of a code."""
    return {lang: text for lang, text in (data or {}).items() if len(lang) == len("en")}


def _said(answer: Any) -> bool:
    """Whether something was said, and not that there is nothing."""
    return bool(answer.items) if isinstance(answer, Many) else bool(answer)


def _items(answer: Any) -> list[Any]:
    return [item.values for item in answer.items] if isinstance(answer, Many) else []


def _text(answer: Any) -> str | None:
    return None if answer is None else str(answer)


def _yes(answer: Any) -> bool | None:
    return answer if isinstance(answer, bool) else None
