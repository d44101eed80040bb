"""Packs: what an audience may read and nothing else, whatever the family has answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.family.form import TODAY, data
from tests.family.strategies import cases
from tests.world.invented import invented
from vyrai.choose import form_of
from vyrai.choose.packing import packed
from vyrai.family import Case, Field, Form, Many, Record, loads
from vyrai.law import Law
from vyrai.pages import pack_alone
from vyrai.prove import ALLOWED, AUDIENCES, Audience, members, others, pack
from vyrai.prove._allowed import only
from vyrai.words import Words

EVERY = pytest.mark.parametrize("audience", AUDIENCES)


@cache
def marked_form() -> Form:
    """The form with a code of its own for each question, whose words are a canary."""
    listed, codes = data()
    questions, made = list(listed), dict(codes)
    for number, one in enumerate(listed):
        if one["type"] in ("code", "codes", "level") and one["question"] != "person.role":
            name = f"only-{number}"
            ordered = {"ordered": "yes"} if one["type"] == "level" else {}
            made[name] = {**ordered, f"code{number}": {"en": canary(one["question"])}}
            questions[number] = {**one, "codes": name, "open": "no"}
    return Form.from_data(questions, made)


def canary(question: str) -> str:
    """A word that only the answer to one question holds."""
    return f"kanarek[{question}]"


class Planter:
    """A case in which every question is answered, each so that it can be told where it came from.

    days, numbers: by what was written, to which question it is the answer.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.marks: dict[str, str] = {}
        self._next = 0

    def record(self, entity: str, **known: Any) -> dict[str, Any]:
        fields = self.form.entities[entity].items()
        return {name: known[name] if name in known else self.answer(field) for name, field in fields}

    def answer(self, field: Field) -> Any:
        match field.kind:
            case "list":
                return {"complete": True, "items": [self.record(field.of or "")]}
            case "code" | "level":
                self.marks[canary(field.id)] = field.id
                return next(iter(self.form.codes[field.codes or ""]))
            case "codes":
                self.marks[canary(field.id)] = field.id
                return list(self.form.codes[field.codes or ""])
            case "text":
                self.marks[canary(field.id)] = field.id
                return canary(field.id)
            case "yesno":
                return True
            case "alias":
                return "Heron" if field.names else "Wren"
            case "aliases":
                return ["Wren"]
        self._next += 1
        if field.kind == "number":
            made = str(739_100_000 + self._next)
            self.marks[made] = field.id
            return int(made)
        day = date.fromordinal(date(1991 if not field.not_before else 2021, 3, 1).toordinal() + self._next)
        self.marks[day.isoformat()] = field.id
        return day.isoformat()

    def case(self) -> Case:
        births = {"1980-07-13": ("Stork", "parent"), "2015-07-13": ("Wren", "child")}
        people = [
            self.record("person", alias=alias, role=role, birth=birth)
            for birth, (alias, role) in births.items()
        ]
        self.marks.update(dict.fromkeys(births, "person.birth"))
        family = self.record("family", members=people)
        return loads(json.dumps({"case": 1, **family}), self.form, "planted", TODAY)


@cache
def planted() -> tuple[Case, dict[str, str]]:
    planter = Planter(marked_form())
    return planter.case(), planter.marks


def told(audience: Audience, **keys: Any) -> Iterator[str]:
    """A pack as every face tells it."""
    case, _ = planted()
    country = None if audience == "anyone" else "XA"
    found = packed(Law(invented()), case, audience, TODAY, country, **keys)
    yield msgspec.json.encode(found).decode()
    yield pack_alone(Words("en"), Words("ru"), found)


@EVERY
def test_no_answer_that_an_audience_may_not_know_is_in_its_pack(audience: Audience) -> None:
    _, marks = planted()
    assert len(marks) > 60, "too little was planted to say anything"
    for text in told(audience):
        leaked = {question for mark, question in marks.items() if mark in text} - ALLOWED[audience]
        assert not leaked


@EVERY
def test_what_it_may_know_is_in_its_pack(audience: Audience) -> None:
    _, marks = planted()
    wanted = {
        mark for mark, question in marks.items() if question in ALLOWED[audience] and "." in mark
    } - {canary("status.status"), canary("status.country")}  # fmt: skip
    text = next(told(audience))
    assert {mark for mark in wanted if mark not in text} == set()


SECRETS = """
family. happening. refusal. money. money_flow. thing. relative. offer. mark. wish. judgement. deed. taker.
help. other. need.words person.exit_ban person.wanted person.military_duty person.criminal_record
person.debts_enforced person.ethnicity person.takers person.helps stay. spell.
"""
NOT_FOR = {
    "anyone": "person.birth need. goal. status. citizenship. person.diagnosis_paper person.medicine",
    "school": "status. citizenship. person.diagnosis_paper person.medicine person.insured person.custody",
    "health": "status. citizenship. goal. person.school_now person.custody",
    "benefit": "citizenship. goal. person.medicine person.school_now saying. person.calms",
    "status": "need. goal. saying. person.diagnosis_paper person.medicine person.school_now",
}
"""By audience the beginnings of questions that it has no business with."""


@EVERY
def test_secrets_are_allowed_to_nobody_and_each_keeps_to_its_own(audience: Audience) -> None:
    barred = (*SECRETS.split(), *NOT_FOR[audience].split())
    wrong = [name for name in ALLOWED[audience] if name.startswith(barred)]
    assert wrong == []
    for name in ALLOWED[audience]:
        marked_form().field(name)  # a question that is not there any more would be allowed in vain


def reduced(case: Case, audience: Audience) -> Case:
    """The case as if nothing had been answered but what the audience may know."""
    kept = tuple(only(case.form, "person", one, ALLOWED[audience]) for one in members(case))
    return Case(case.form, Record({"members": Many(kept)}))


@EVERY
@given(case=cases())
def test_nothing_else_of_a_case_changes_a_pack(case: Case, audience: Audience) -> None:
    country = None if audience == "anyone" else "XA"
    assert pack(invented(), case, audience, country) == pack(
        invented(), reduced(case, audience), audience, country
    )


@given(case=cases(), audience=st.sampled_from(AUDIENCES))
def test_a_pack_of_one_tells_of_nobody_else(case: Case, audience: Audience) -> None:
    everybody = [str(one.values["alias"]) for one in members(case)]
    found = pack(invented(), case, audience, None, everybody[-1].upper())
    assert [one.alias for one in found.members] == everybody[-1:]


def small(*people: dict[str, Any], **root: Any) -> Case:
    return loads(json.dumps({"members": list(people), **root}), form_of(invented()), "small", TODAY)


CHILD = {"alias": "Wren", "role": "child"}
PARENT = {"alias": "Stork", "role": "parent"}


def test_a_school_hears_of_children_and_an_office_of_all() -> None:
    case = small(PARENT, CHILD)
    assert [one.alias for one in pack(invented(), case, "school", "XA").members] == ["Wren"]
    assert [one.alias for one in pack(invented(), case, "status", "XA").members] == ["Stork", "Wren"]
    assert [one.alias for one in pack(invented(), case, "school", "XA", "stork").members] == ["Stork"]


def test_what_must_be_understood_at_once_stands_on_every_passport_of_a_child() -> None:
    case = small(
        PARENT, {**CHILD, "sayings": [{"means": "happy", "how": "flaps"}, {"means": "no", "how": "turns"}]}
    )
    found = pack(invented(), case, "health", "XA")
    assert found.members[0].sayings == ()
    said = [(one.means, one.how) for one in found.members[1].sayings]
    assert said == [
        ("yes", None),
        ("no", "turns"),
        ("stop", None),
        ("pain", None),
        ("break", None),
        ("help", None),
        ("happy", "flaps"),
    ]
    assert pack(invented(), case, "benefit", "XA").members[1].sayings == ()


def test_a_child_of_whom_nothing_is_said_has_no_passport_and_is_asked_about() -> None:
    silent, eager = small(CHILD), small({**CHILD, "likes": "trains"})
    assert pack(invented(), silent, "anyone").members[0].sayings == ()
    assert "person.sayings" in pack(invented(), silent, "anyone").members[0].unanswered
    assert len(pack(invented(), eager, "anyone").members[0].sayings) == 6
    needing = small({**CHILD, "needs": [{"need": "speaking"}]})
    assert len(pack(invented(), needing, "school", "XA").members[0].sayings) == 6


def test_who_has_no_needs_is_not_asked_what_helps() -> None:
    sibling = {**CHILD, "needs": {"complete": True, "items": []}}
    for one in (sibling, PARENT):
        asked = pack(invented(), small(one), "school", "XA", str(one["alias"])).members[0].unanswered
        assert "person.birth" in asked
        assert "person.calms" not in asked


def test_permits_of_other_countries_are_not_told() -> None:
    held = [
        {"status": "other", "country": "XA", "from": "2026-01-02", "to": "2026-12-31"},
        {"status": "xa.settled", "country": "XB", "from": "2025-01-02"},
    ]
    case = small({**PARENT, "statuses": held})
    told_of = pack(invented(), case, "benefit", "XA").members[0].statuses
    assert [(one.title, one.begins, one.ends) for one in told_of] == [
        ({"en": "other"}, "2026-01-02", "2026-12-31")
    ]


def test_what_is_open_is_told_to_the_family_by_question() -> None:
    case = small({**CHILD, "medicine": "none", "diagnosis_paper": {"unknown": "will_not_say"}})
    open_now = pack(invented(), case, "health", "XA").members[0].unanswered
    assert "person.diagnosis_paper" in open_now
    assert "person.medicine" not in open_now
    assert "person.alias" not in open_now
    text = msgspec.json.encode(pack(invented(), case, "health", "XA")).decode()
    assert "will_not_say" not in text


def test_who_stays_behind_is_in_no_pack_and_can_be_named() -> None:
    text = {"members": [{"alias": "stork", "role": "parent"}], "others": [{"alias": "raven"}]}
    case = loads(json.dumps(text), form_of(invented()))
    assert [str(one.values["alias"]) for one in others(case)] == ["raven"]
    assert pack(invented(), case, "anyone", None, "raven").members == ()
