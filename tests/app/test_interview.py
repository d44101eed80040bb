"""From the first question to the comparison, as somebody does it who has no script and no patience."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from tests.app.caller import Visitor
from tests.app.page import Page
from vyrai.words import LANGUAGES
from vyrai.world import Atlas

FAMILY = [("parent", "1987", "09"), ("child", "2014", "08"), ("child", "2019", "05"), ("child", "2021", "04")]


@pytest.fixture
def somebody(invented: Atlas) -> Visitor:
    """A visitor who has just opened the first link; its few routes are quickly decided."""
    return Visitor(invented)


@lru_cache(maxsize=4)
def read(html: str) -> Page:
    """A page is looked at more than once before it is left."""
    return Page(html)


def head_of(html: str) -> str:
    return " ".join("".join(read(html).heads).split())


def head(somebody: Visitor) -> str:
    return head_of(somebody.last.text)


def press(somebody: Visitor, how: str, **said: object) -> None:
    """Press one of the buttons of the question that is shown."""
    form = next(one for one in read(somebody.last.text).forms if any(b.value == how for b in one.buttons))
    sent: dict[str, list[str]] = {}
    for name, value in form.hidden:
        sent.setdefault(name, []).append(value)
    answers = {name.replace("__", "|").replace("_of_", "."): value for name, value in said.items()}
    somebody.send(form.action, {**sent, **answers, "how": how})


def skip(somebody: Visitor) -> None:
    """Skip a question; what the program cannot hide comes once on the way, and is read."""
    press(somebody, "not_asked")
    if head(somebody) == "What this program cannot hide":
        press(somebody, "read")


def add_family(somebody: Visitor) -> None:
    somebody.get("ask")
    for role, year, month in FAMILY:
        press(somebody, "add", members_of_role=role, members_of_birth__y=year, members_of_birth__m=month)
    press(somebody, "all")


def test_who_goes_is_asked_first_and_birds_are_given(somebody: Visitor) -> None:
    somebody.get("ask")
    assert head(somebody) == "Who is going?"
    press(somebody, "add", members_of_role="parent", members_of_birth__y="1987")
    text = read(somebody.last.text).text
    assert "Stork · Parent · 1987" in text
    press(somebody, "add", members_of_role="child", members_of_birth__y="2019", members_of_birth__m="05")
    assert "Lark · Child · May 2019" in read(somebody.last.text).text


def test_nobody_can_go_on_before_somebody_goes(somebody: Visitor) -> None:
    somebody.get("compare")
    assert head(somebody) == "Who is going?"
    press(somebody, "add")
    assert head(somebody) == "Who is going?"


@pytest.fixture(scope="module")
def skipped(real: Atlas) -> list[str]:
    """The pages of all questions, each skipped, and the one that comes after the last."""
    somebody = Visitor(real)
    add_family(somebody)
    pages = [somebody.last.text]
    while head(somebody) != "Nothing more to ask":
        skip(somebody)
        pages.append(somebody.last.text)
        assert len(pages) < 200
    somebody.get("compare")
    assert "Where you can go" in read(somebody.last.text).text
    somebody.get("answers")
    return [*pages, somebody.last.text]


@pytest.mark.dear
def test_every_question_can_be_skipped_to_the_end(skipped: list[str]) -> None:
    seen = list(map(head_of, skipped))
    assert len(seen) > 10
    assert len(set(seen)) == len(seen), "a question that was skipped came again"


@pytest.mark.dear
def test_what_is_asked_of_one_is_asked_of_all(skipped: list[str]) -> None:
    """Skipping a list for one leaves the others to be asked; a short question is asked of all at once."""
    asked: list[str] = []
    several = 0
    for page in skipped:
        paths = re.findall(r'name="path" value="([^"]*)"', page)
        asked += paths
        several += len(paths) > 1
    everybody = range(len(FAMILY))
    for field in ("citizenships", "stays", "insured"):
        found = sorted(one for one in asked if one.endswith(field))
        assert found == [f"members/{n}.{field}" for n in everybody]
    assert [x for x in asked if x.endswith(".custody")] == [f"members/{n}.custody" for n in (1, 2, 3)]
    assert several > 3


def test_sensitive_questions_come_last_and_are_marked(skipped: list[str]) -> None:
    marked = ["Sensitive." in read(page).text for page in skipped[:-2]]
    assert True in marked
    first = marked.index(True)
    assert all(marked[first:])
    assert first >= 10


def test_an_answer_that_cannot_be_taken_is_told_and_loses_nothing(somebody: Visitor) -> None:
    somebody.get("ask")
    press(somebody, "add", members_of_role="parent", members_of_birth__y="1987")
    press(somebody, "add", members_of_role="child", members_of_birth__y="1950")
    page = read(somebody.last.text)
    assert "Stork · Parent · 1987" in page.text
    assert "Lark" not in page.text
    assert 'role="alert"' in somebody.last.text
    press(somebody, "add", members_of_role="child", members_of_birth__y="nineteen")
    assert 'role="alert"' in somebody.last.text
    assert "nineteen" not in read(somebody.last.text).text


def test_what_is_wrong_can_be_read_in_another_language(somebody: Visitor) -> None:
    """The forms lead to an address of their own, which nobody has to know."""
    add_family(somebody)
    somebody.get("ask?q=savings")
    press(somebody, "add", savings_of_amount="two thousand")
    assert 'role="alert"' in somebody.last.text
    somebody.get(next(link for link in read(somebody.last.text).links if link.startswith("../pl/")))
    assert 'value="savings"' in somebody.last.text
    somebody.get("search")
    assert 'class="answering"' in somebody.last.text


def test_what_was_typed_stands_there_again_when_it_cannot_be_taken(real: Atlas) -> None:
    somebody = Visitor(real)
    add_family(somebody)
    somebody.get("ask?q=savings")
    press(somebody, "add", savings_of_currency="USD", savings_of_amount="two thousand")
    page = somebody.last.text
    assert 'role="alert"' in page
    assert "{lo:" not in page, "a form is filled in, not a file"
    assert 'value="two thousand"' in page
    assert '<option value="USD" selected>' in page
    somebody.get("ask?q=members/0.birth")
    press(
        somebody,
        "answer",
        **{"members/0_of_birth__y": "1987", "members/0_of_birth__m": "02", "members/0_of_birth__d": "31"},
    )
    page = somebody.last.text
    assert 'value="1987"' in page
    assert 'value="31"' in page
    assert '<option value="02" selected>' in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_missing_answer_is_named_by_its_question(real: Atlas, lang: str) -> None:
    somebody = Visitor(real, lang)
    somebody.get("ask")
    press(somebody, "add", members_of_birth__y="1987")
    alert = somebody.last.text.partition('role="alert">')[2].partition("</div>")[0]
    assert alert
    assert "role" not in alert.casefold(), "the name of a field says nothing to a reader"


def test_what_was_skipped_is_said_and_can_be_answered_after_all(skipped: list[str]) -> None:
    text = read(skipped[-2]).text
    assert "No further answer of yours" not in text
    assert "questions were skipped" in text
    answers = read(skipped[-1])
    assert f"Skipped: you can answer it after all {head_of(skipped[0])}" in answers.text
    assert "What was done to you? · sensitive" in answers.text.replace("? sensitive", "? · sensitive")


def test_back_leads_to_the_question_before_and_what_was_said_stands_there(somebody: Visitor) -> None:
    add_family(somebody)
    first = head(somebody)
    press(somebody, "not_asked")
    assert head(somebody) != first
    back = next(link for link in read(somebody.last.text).links if link.startswith("ask?q="))
    somebody.get(back)
    assert head(somebody) == first


def test_undo_takes_the_last_answer_back(somebody: Visitor) -> None:
    add_family(somebody)
    before = read(somebody.get("answers").text).text
    somebody.get("ask?q=savings")
    press(somebody, "add", savings_of_currency="XXA", savings_of_amount="2000")
    assert "2,000 XXA" in read(somebody.get("answers").text).text
    somebody.get("ask")
    press(somebody, "undo")
    assert read(somebody.get("answers").text).text == before


def test_a_list_keeps_what_was_said_when_nothing_more_is_said(somebody: Visitor) -> None:
    add_family(somebody)
    somebody.get("ask?q=savings")
    press(somebody, "add", savings_of_currency="XXA", savings_of_amount="2 000")
    press(somebody, "all")
    somebody.get("ask?q=savings")
    press(somebody, "will_not_say")
    assert "2,000 XXA" in read(somebody.get("answers").text).text


@pytest.mark.dear
@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_language_keeps_the_answers_and_the_place(real: Atlas, lang: str) -> None:
    somebody = Visitor(real)
    add_family(somebody)
    somebody.get(f"../{lang}/answers")
    assert f'lang="{lang}"' in somebody.last.text
    assert all(bird in somebody.last.text for bird in ("Stork", "Lark", "Swift", "Wren"))


def test_two_tabs_write_into_one_notebook(somebody: Visitor) -> None:
    add_family(somebody)
    tab = somebody.at
    somebody.get("ask?q=savings")
    first = read(somebody.last.text)
    somebody.get(tab)
    somebody.get("ask?q=sponsor")
    press(somebody, "answer", sponsor="no")
    form = next(one for one in first.forms if any(b.value == "add" for b in one.buttons))
    somebody.send(
        "ask", {**dict(form.hidden), "savings.currency": "XXA", "savings.amount": "2000", "how": "add"}
    )
    text = read(somebody.get("answers").text).text
    assert "2,000 XXA" in text
    assert "Does an organisation abroad vouch for you?" in text


def test_taking_out_from_an_old_tab_takes_out_nothing_else(somebody: Visitor) -> None:
    somebody.get("ask")
    for role, year, month in FAMILY:
        press(somebody, "add", members_of_role=role, members_of_birth__y=year, members_of_birth__m=month)
    old = next(one for one in read(somebody.last.text).forms if any(b.name == "remove" for b in one.buttons))
    somebody.send("ask", {**dict(old.hidden), "remove": "2"})
    somebody.send("ask", {**dict(old.hidden), "remove": "2"})
    text = read(somebody.last.text).text
    assert "Lark" not in text
    assert "Swift · Child" in text


def test_a_place_that_is_not_there_leads_back(somebody: Visitor) -> None:
    add_family(somebody)
    for link in ("ask?q=nothing.here", "ask?q=members/9.birth", "place/QQ", "why/none"):
        reply = somebody.get(link)
        assert reply.status == 200
        assert head(somebody)


def test_marks_stand_beside_the_place(somebody: Visitor) -> None:
    add_family(somebody)
    somebody.get("place/XA")
    somebody.send("../mark", {"what": "XA", "from": "place/XA", "mark": "pocket", "keeps_open": "a passport"})
    assert head(somebody).startswith("Xanadu")
    assert "a passport" in read(somebody.last.text).text
    somebody.send("../mark", {"what": "XA", "from": "place/XA", "how": "none"})
    assert "a passport" not in read(somebody.last.text).text


def test_forget_everything_forgets(somebody: Visitor) -> None:
    add_family(somebody)
    at = somebody.at
    reply = somebody.send("forget", {})
    assert "clear-site-data" in reply.headers
    again = somebody.get(at)
    assert again.status == 404
    assert "Stork" not in again.text
