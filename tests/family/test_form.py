"""The form: built from data, refusing what does not hang together."""

from __future__ import annotations

from typing import Any

import pytest

from tests.family.form import data
from vyrai.family import Form

CODES: dict[str, Any] = {
    "colours": {"red": {"en": "Red"}},
    "tastes": {"salt": {"en": "Salt"}, "bitter": {"en": "Bitter", "group": "bad"}},
    "sizes": {"ordered": True, "s": {"en": "S"}, "l": {"en": "L"}},
}


def question(id_: str, type_: str, **more: Any) -> dict[str, Any]:
    return {"question": id_, "type": type_, "text": {"en": "?"}, **more}


def made(*questions: dict[str, Any], codes: Any = CODES) -> Form:
    return Form.from_data([question("family.host", "yesno"), *questions], codes)


def test_the_real_form() -> None:
    form = Form.from_data(*data())
    assert next(iter(form.entities)) == "family"
    assert form.entities["family"]["members"].whole
    assert form.field("happening.kind").sensitive
    assert form.ordered == {"cefr"}
    assert form.rank("cefr", "none") == 0
    assert form.rank("cefr", "A2") < form.rank("cefr", "B1")
    assert len(form.codes["countries"]) == 250
    assert all(set(of) >= {"en", "ru"} for codes in form.codes.values() for of in codes.values())
    assert all(
        set(f.text) == set(f.why) == {"en", "ru"} for fs in form.entities.values() for f in fs.values()
    )


def test_happenings_are_sensitive_through_and_through() -> None:
    form = Form.from_data(*data())
    for listed in form.entities["family"].values():
        if listed.sensitive:
            assert all(field.sensitive for field in form.entities[listed.of or ""].values())


def test_compiled_code_lists_are_read_as_well() -> None:
    compiled = {
        "colours": {"ordered": False, "codes": CODES["colours"]},
        "sizes": {"ordered": True, "codes": {"s": {"en": "S"}, "l": {"en": "L"}}},
        "odd": {"codes": {"en": "A code that is named codes"}},
    }
    form = made(question("family.size", "level", codes="sizes"), codes=compiled)
    assert form.ordered == {"sizes"}
    assert form.codes["colours"] == CODES["colours"]
    assert list(form.codes["odd"]) == ["codes"]
    assert form.rank("sizes", "l") == 1


def test_signature() -> None:
    form = made(
        question("family.things", "list", list="thing"),
        question("thing.size", "level", codes="sizes"),
        question("thing.owner", "alias"),
        question("thing.users", "alias", checks={"many": "yes"}),
        question("thing.price", "number", unit_from="colour", checks={"per": "month", "min": 0}),
        question("thing.colour", "code", codes="colours"),
    )
    plain = {"codes": None, "ordered": False, "unit": None, "unit_from": None, "per": None, "list": None}
    assert form.signature() == {
        "family": {
            "host": {**plain, "type": "yesno"},
            "things": {**plain, "type": "list", "list": "thing"},
        },
        "thing": {
            "size": {**plain, "type": "level", "codes": "sizes", "ordered": True},
            "owner": {**plain, "type": "code"},
            "users": {**plain, "type": "codes"},
            "price": {**plain, "type": "number", "unit_from": "colour", "per": "month"},
            "colour": {**plain, "type": "code", "codes": "colours"},
        },
    }


def test_keys_lead_to_questions() -> None:
    form = Form.from_data(*data())
    for key, id_ in {
        "family.host": "family.host",
        "members": "family.members",
        "members/0.birth": "person.birth",
        "members/0.statuses": "person.statuses",
        "members/3.statuses/1.from": "status.from",
        "happened/0.kind": "happening.kind",
        "members/2": "family.members",
    }.items():
        assert form.at(key).id == id_
    for wrong in ("family.wings", "wings", "members/0.wings", "members/0.birth/1.x"):
        with pytest.raises(KeyError):
            form.at(wrong)


@pytest.mark.parametrize(
    ("questions", "message"),
    [
        ([question("family.host", "yesno")], "question family.host: asked twice"),
        ([question("family.x", "code", codes="none")], "question family.x: no code list none"),
        (
            [question("family.x", "level", codes="colours")],
            "question family.x: the code list colours is not ordered",
        ),
        (
            [question("family.x", "list", list="y")],
            "question family.x: no question is about the record kind y",
        ),
        ([question("family.x", "number", unit_from="y")], "question family.x: no question family.y"),
        (
            [question("family.x", "date", checks={"not_before": "y"})],
            "question family.x: no question family.y",
        ),
        (
            [question("family.x", "date", checks={"older": {"by": "y", "order": []}})],
            "question family.x: no question family.y",
        ),
        (
            [question("family.x", "list", list="item", checks={"once": "y"}), question("item.z", "text")],
            "question family.x: no question item.y",
        ),
        (
            [
                question("family.x", "list", list="item", checks={"group": ["y", "good"]}),
                question("item.z", "text"),
            ],
            "question family.x: no question item.y",
        ),
        (
            [
                question("family.x", "list", list="item", checks={"group": ["y", "good"]}),
                question("item.y", "code", codes="tastes"),
            ],
            "question family.x: the code bitter is of no group that a list is for",
        ),
    ],
)
def test_what_does_not_hang_together(questions: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ValueError) as caught:
        made(*questions)
    assert str(caught.value) == message


def test_an_unknown_type() -> None:
    with pytest.raises(ValueError, match=r"^question family.x: Invalid enum value 'poem'"):
        made(question("family.x", "poem"))


def test_a_form_without_a_family() -> None:
    with pytest.raises(ValueError, match="no question is about the family"):
        Form.from_data([question("thing.x", "yesno")], {})
