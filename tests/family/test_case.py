"""Reading, changing and writing a case."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.family.form import ROOT, STORK, TODAY, case, error
from vyrai.family import Case, CaseError, Form, Many, Record, Span, Unknown, Where, dump, flatten, load, loads
from vyrai.family._node import Pairs, node_of

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def member(text: str) -> Record:
    root = case(f"members:\n- alias: Stork\n  role: parent\n{text}").root
    people = root.values["members"]
    assert isinstance(people, Many)
    return people.items[0]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_the_examples_are_cases(file: Any, form: Form) -> None:
    read = load(file, form, TODAY)
    assert loads(dump(read), form, today=TODAY) == read
    assert {"members", "savings", "happened"} <= read.root.values.keys()


def test_the_full_example_leaves_nothing_open(form: Form) -> None:
    answers = flatten(load(ROOT / "examples/paediatrician-2026-full.yaml", form, TODAY))
    assert not answers.why
    assert [key for key, (_, complete) in answers.lists.items() if not complete] == []
    prefixes = {"family": "family", **dict.fromkeys(answers.group, "person")}
    missing = [
        f"{prefix}.{name}"
        for prefix, entity in prefixes.items()
        for name, field in form.entities[entity].items()
        if field.kind != "list" and f"{prefix}.{name}" not in answers.known
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("written", "value"),
    [("yes", True), ("no", False), ("True", True), ("FALSE", False), ("'no'", False), ("true", True)],
)
def test_yes_and_no(written: str, value: bool) -> None:
    assert case(f"{STORK}sponsor: {written}\n").root.values["sponsor"] is value


def test_a_bare_no_may_be_a_country() -> None:
    assert member("  residence: NO\n").values["residence"] == "NO"


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_empty_answer_was_not_asked(nothing: str) -> None:
    assert case(f"{STORK}sponsor: {nothing}\nsavings: {nothing}\n") == case(STORK)


def test_a_list_of_nothing() -> None:
    assert case(f"{STORK}savings: {{complete: yes, items: }}\n").root.values["savings"] == Many((), True)
    assert case(f"{STORK}savings: {{complete: yes}}\n").root.values["savings"] == Many((), True)
    assert case(f"{STORK}savings: {{items: []}}\n").root.values["savings"] == Many((), None)
    assert case(f"{STORK}savings: []\n").root.values["savings"] == Many((), None)
    assert case(f"{STORK}job_offers: [{{}}]\n").root.values["job_offers"] == Many((Record({}),), None)


@pytest.mark.parametrize(
    ("written", "complete", "reason"),
    [
        ("yes", True, None),
        ("no", False, None),
        ("unknown", None, None),
        ("{unknown: will_not_say}", None, "will_not_say"),
    ],
)
def test_completeness(written: str, complete: bool | None, reason: str | None) -> None:
    made = case(f"{STORK}savings: {{complete: {written}, items: []}}\n")
    assert made.root.values["savings"] == Many((), complete, reason)
    assert case(dump(made)) == made
    people = case(f"members: {{complete: {written}, items: [{{alias: Stork, role: parent}}]}}\n")
    assert case(dump(people)) == people
    held = people.root.values["members"]
    assert isinstance(held, Many)
    assert held.complete is complete


def test_numbers_are_exact() -> None:
    made = case(
        f"{STORK}savings: [{{amount: 0.10}}, {{amount: {{lo: 5}}}}, {{amount: {{hi: 7.5}}}}, {{amount: 3}}]\n"
    )
    savings = made.root.values["savings"]
    assert isinstance(savings, Many)
    amounts = [item.values["amount"] for item in savings.items]
    assert amounts == [Decimal("0.1"), Span(5, None), Span(None, Decimal("7.5")), 3]


def test_unknown_keeps_its_reason() -> None:
    assert member("  wanted: {unknown: will_not_say}\n").values["wanted"] == Unknown("will_not_say")


def test_head() -> None:
    made = case("case: 1\nlang: ru\n" + STORK)
    assert made.lang == "ru"
    assert case(dump(made)) == made


def test_open_codes(form: Form) -> None:
    assert "statuses" in member("  statuses: [{status: xx.some-paper}, {status: other}]\n").values
    narrow = Form(form.entities, {**form.codes, "statuses": {"xx.visa": {"en": "Visa"}}}, form.ordered)
    text = "members: [{alias: Stork, role: parent, statuses: [{status: xx.vis}, {status: other}]}]"
    with pytest.raises(CaseError) as caught:
        loads(text, narrow)
    assert caught.value.todo == "did you mean xx.visa?"
    assert caught.value.further == 0


def test_none_may_be_said_where_the_form_says_so() -> None:
    assert case(f"{STORK}invitation: none\n").root.values["invitation"] == "none"


def test_text_is_kept_to_the_letter() -> None:
    words = 'a "quoted"\u00a0word: # - \t\n\u2028💥 no'
    made = case(STORK).with_answer("refusals", [{"words": words}, {"words": ""}, {"words": "unknown"}], TODAY)
    assert case(dump(made)) == made
    assert made.data()["refusals"][0]["words"] == words


@pytest.fixture
def family() -> Case:
    return case(
        "members:\n- {alias: Stork, role: parent, statuses: [{status: a, from: 2020}, {status: b}]}\n"
        "- {alias: Wren, role: child}\nothers: [{alias: Heron, of: [wren]}]\n"
        "property: {unknown: does_not_know}\n"
    )


@pytest.mark.parametrize(
    ("path", "value", "written", "where"),
    [
        ("sponsor", True, True, ("sponsor",)),
        ("family.sponsor", "yes", True, ("sponsor",)),
        ("stork.birth", "1988-03", "1988-03", ("members", 0, "birth")),
        ("STORK.birth", dt.date(1988, 3, 1), "1988-03-01", ("members", 0, "birth")),
        ("members.wren.birth", 2020, "2020", ("members", 1, "birth")),
        ("members/1.birth", "2020", "2020", ("members", 1, "birth")),
        ("stork.statuses[2].from", "2021", "2021", ("members", 0, "statuses", 1, "from")),
        ("members/0.statuses/1.from", "2021", "2021", ("members", 0, "statuses", 1, "from")),
        ("others.heron.reachable", False, False, ("others", 0, "reachable")),
    ],
)
def test_an_answer_is_put_in_its_place(
    family: Case, path: str, value: Any, written: Any, where: tuple[Any, ...]
) -> None:
    made: Any = family.with_answer(path, value, TODAY).data()
    for step in where:
        made = made[step]
    assert made == written
    assert family.with_answer(path, value, TODAY) != family


def test_items_come_and_go(family: Case) -> None:
    more = family.with_answer("stork.statuses[+]", {"status": "c"}, TODAY)
    assert [one["status"] for one in more.data()["members"][0]["statuses"]] == ["a", "b", "c"]
    less = more.with_answer("stork.statuses/0", None, TODAY)
    assert [one["status"] for one in less.data()["members"][0]["statuses"]] == ["b", "c"]
    other = less.with_answer("stork.statuses[1]", {"status": "d"}, TODAY)
    assert [one["status"] for one in other.data()["members"][0]["statuses"]] == ["d", "c"]
    first = other.with_answers(
        {"property[+]": {"kind": "car"}, "marks/+": {"what": "xx.y", "mark": "keep"}}, TODAY
    )
    assert first.data()["property"] == [{"kind": "car"}]
    assert first.with_answer("marks", None, TODAY).data() == first.with_answer("marks", None, TODAY).data()
    whole = first.with_answer("property", {"complete": True, "items": []}, TODAY)
    assert whole.with_answer("property[+]", {"kind": "home"}, TODAY).data()["property"] == {
        "complete": True,
        "items": [{"kind": "home"}],
    }
    assert family.with_answer("host", None, TODAY) == family
    assert len(family.with_answers({"others": None, "stork": None}, TODAY).data()["members"]) == 1


@pytest.mark.parametrize(
    "path",
    [
        "",
        "family",
        "nothing",
        "owl.birth",
        "stork.",
        "stork.wings",
        "members",
        "stork.birth.year",
        "stork.statuses[9].from",
        "stork.statuses[0]",
        "stork.statuses[x]",
        "marks[+].what",
        "members/9.birth",
        "savings.wren.amount",
        "sponsor[1]",
        "stork..birth",
        "?",
    ],
)
def test_a_path_that_leads_nowhere(family: Case, path: str) -> None:
    with pytest.raises(CaseError) as caught:
        family.with_answer(path, None if path != "members" else 7, TODAY)
    assert caught.value.kind in ("path", "want_list")
    assert "owl" not in str(caught.value)


def test_an_answer_is_checked(family: Case) -> None:
    with pytest.raises(CaseError) as caught:
        family.with_answer("stork.birth", "soon", TODAY)
    assert str(caught.value) == (
        "answer: members[1].birth: this is not a date\n"
        "  Why: ages and time limits are counted from it\n"
        "  Do: write a date, as 2019-05-14, 2019-05 or 2019"
    )


def test_people_may_be_gone_if_loose(family: Case) -> None:
    alone = {"members": [{"alias": "Owl", "role": "adult"}]}
    assert family.with_answers(alone, TODAY, loose=True).data()["others"] == [
        {"alias": "Heron", "of": ["wren"]}
    ]
    with pytest.raises(CaseError):
        family.with_answers(alone, TODAY)


def test_plain_data_of_many_kinds() -> None:
    node = node_of({"a": [None, True, 1.5, {"x"}, ("y",), frozenset("z")]})
    assert isinstance(node, Pairs)
    assert len(node.pairs) == 1
    with pytest.raises(TypeError, match="of type object"):
        node_of(object())


def test_a_problem_says_how_many_follow() -> None:
    assert str(error(f"{STORK}sponsor: 1\nhost: 1\n")).endswith("\n  one more problem after this one")
    two = error(f"{STORK}sponsor: 1\nhost: 1\ninvitation: 1\n")
    assert str(two).endswith("\n  2 more problems after this one")
    assert (two.kind, two.path, two.where) == ("yesno", "sponsor", Where("case.yaml", 3, 10))
    assert (two.what, two.why) == ("this is neither yes nor no", "the question has only these two answers")


def test_a_message_can_be_translated() -> None:
    russian = {"write yes or no": "напишите yes или no", "Do: {text}": "Сделайте: {text}"}
    problem = error(f"{STORK}sponsor: 1\n")
    assert problem.text(lambda text: russian.get(text, text)) == (
        "case.yaml:3:10: sponsor: this is neither yes nor no\n"
        "  Why: the question has only these two answers\n"
        "  Сделайте: напишите yes или no"
    )


@pytest.mark.parametrize("text", ["- a\n" * 30_000, '{"a": [' + "1," * 400_000], ids=["yaml", "json"])
def test_a_megabyte_of_little_answers_is_soon_refused(text: str) -> None:
    assert str(error(text)).split(": ", 1)[1] == (
        "the text holds more than 20000 answers\n"
        "  Why: no family has so many\n"
        "  Do: check that it is the right file"
    )


def test_two_marks_of_something_else_are_two_things(form: Form) -> None:
    """What the form does not name is `other`: nobody can say that it is the same."""
    marks = "[{what: other, mark: keep}, {what: other, mark: crossed}]"
    written = f"members: [{{alias: wren, role: parent}}]\nmarks: {marks}"
    assert len(loads(written, form, "case", TODAY).data()["marks"]) == 2
