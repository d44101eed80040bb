"""A case without its sensitive answers."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from tests.family.form import TODAY, case, read_form
from tests.family.strategies import cases
from vyrai.family import ROOT, Case, bare, dump, loads


def kept(data: Any, entity: str = ROOT) -> list[str]:
    """The ids of all questions that are answered."""
    fields = read_form().entities[entity]
    found = []
    for name, value in data.items():
        if name not in fields:
            continue
        found.append(fields[name].id)
        items = value.get("items", []) if isinstance(value, dict) else value
        if fields[name].of and isinstance(items, list):
            found += [one for item in items for one in kept(item, fields[name].of or "")]
    return found


@given(made=cases())
def test_exactly_the_sensitive_answers_are_gone(made: Case) -> None:
    sensitive = {one.id for fields in made.form.entities.values() for one in fields.values() if one.sensitive}
    whole, left = kept(made.data()), kept(bare(made).data())
    assert not sensitive & set(left)
    assert bare(bare(made)) == bare(made)
    if not sensitive & set(whole):
        assert bare(made) == made


@given(made=cases())
def test_what_is_left_is_a_case_file(made: Case) -> None:
    assert loads(dump(bare(made)), made.form, "bare", TODAY) == bare(made)


def test_a_list_that_is_sensitive_goes_as_a_whole_and_another_stays() -> None:
    whole = case(
        "members: [{alias: Stork, role: parent, wanted: yes, needs: [{need: speaking, words: kanarek}]}]\n"
        'happened: {complete: yes, items: [{date: "2020"}]}\n'
    )
    text = dump(bare(whole))
    assert "needs" in text
    for gone in ("wanted", "kanarek", "words", "happened", "2020"):
        assert gone not in text
