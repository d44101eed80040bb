"""Packs in the app: each audience its sheets, a second language, the board as a file."""

from __future__ import annotations

import re

from tests.app.caller import Visitor
from vyrai.prove import read
from vyrai.world import Atlas

CALM = {
    "q": "members/1.calms",
    "path": "members/1.calms",
    "how": "answer",
    "members/1.calms": "a blue blanket",
}


def test_before_any_answer_it_asks(invented: Atlas) -> None:
    visitor = Visitor(invented)
    for link in ("pack/school?to=XA", "board"):
        visitor.get(link)
        assert visitor.at.split("?")[0].endswith("/ask")
        visitor.at = f"/{visitor.at.split('/')[1]}/en/"


def test_it_is_reached_from_what_opens_and_leads_to_every_audience(family: Visitor) -> None:
    html = family.get("belong/XA").text
    assert 'href="../pack/school?to=XA"' in html
    html = family.get("../pack/school?to=XA").text
    assert "<h1>For the school: Xanadu</h1>" in html
    for audience in ("anyone", "health", "benefit", "status"):
        assert f'href="../pack/{audience}?to=XA"' in html
    assert "Speaks little or not at all" in html
    assert "A report of the last school" in html
    assert 'href="../ask?q=members%2F1.calms"' in html


def test_words_of_the_family_stand_in_the_passport_once(family: Visitor) -> None:
    family.send("ask", CALM)
    html = family.get("pack/anyone?to=XA&with=ru").text
    assert html.count("a blue blanket") == 1
    assert "Меня зовут" in html
    assert "Speaks little" not in html
    assert "a blue blanket" not in family.get("status?to=XA").text


def test_the_sheet_of_the_school_is_in_the_language_of_the_country_unless_nobody_wants_it(
    family: Visitor,
) -> None:
    family.at = family.at.replace("/en/", "/ru/")
    html = family.get("pack/school?to=XA").text
    assert "For the school" in html, "the catalogues have no word of its own language"
    assert "What is hard" in html
    alone = family.get("school?to=XA&with=none").text
    assert "What is hard" not in alone
    assert 'href="../pack/school?to=XA&amp;with=none"' in html


def test_one_member_may_be_chosen(family: Visitor) -> None:
    everybody = family.get("pack/benefit?to=XA").text
    parent = re.search(r'href="\.\./(pack/benefit\?to=XA&amp;member=[^"]+)"', everybody)
    assert parent is not None
    one = family.get("../" + parent[1].replace("&amp;", "&")).text
    assert "Speaks little or not at all" in everybody
    assert "Speaks little or not at all" not in one


def test_what_is_not_there_leads_back(family: Visitor) -> None:
    for link in ("pack/nobody?to=XA", "pack/school?to=QQ", "pack/school"):
        family.at = f"/{family.at.split('/')[1]}/en/"
        family.get(link)
        assert family.at.endswith("/compare")


def test_the_board_is_saved_under_a_name_that_says_nothing(family: Visitor) -> None:
    reply = family.get("board?with=ru")
    assert reply.headers["content-disposition"] == 'attachment; filename="notes.obz"'
    assert list(read(reply.body).paths) == ["first-words-en", "first-words-ru"]
    assert list(read(family.get("board?with=en").body).paths) == ["first-words-en"]
