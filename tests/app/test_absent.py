"""The sheet for the day on which nobody comes home, and hours promised and given, in the app."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from tests.app.caller import Visitor
from tests.app.family import enter, entries
from vyrai.world import Atlas


@pytest.fixture(scope="module")
def family(real: Atlas) -> Visitor:
    """The example family with everything answered."""
    from tests.app.family import EXAMPLE

    visitor = Visitor(real)
    visitor.get("ask")
    enter(visitor, entries(real, file=EXAMPLE.with_name("paediatrician-2026-full.yaml")))
    return visitor


def here(family: Visitor, link: str, lang: str = "en") -> str:
    family.at = f"/{family.at.split('/')[1]}/{lang}/"
    return family.get(link).text


@pytest.mark.parametrize("link", ["home", "home/page", "helps", "helps/table"])
def test_before_any_answer_it_asks(real: Atlas, link: str) -> None:
    visitor = Visitor(real)
    assert visitor.get(link).status == 200
    assert visitor.at.split("?")[0].endswith("/ask")


@pytest.mark.dear
def test_it_is_reached_from_where_leaving_and_keeping_are_told(family: Visitor) -> None:
    compare = here(family, "compare")
    assert compare.count('href="home"') == 2
    assert "If you cannot come home, nobody holds a paper for" in compare
    keep = here(family, "keep")
    assert 'href="home"' in keep
    assert 'href="helps"' in keep
    assert 'href="../helps"' in here(family, "belong/PL")


def test_the_sheet_stands_on_the_screen_with_the_ways_to_fill_it(family: Visitor) -> None:
    html = here(family, "home")
    assert html.count("<h1") == 1
    assert "bites the sleeve and is silent" in html
    assert 'href="ask?q=members%2F2.takers"' in html
    assert 'href="needs/Swift"' in html
    assert family.get("needs/Swift").status == 200
    assert "Power of attorney for the one who takes the child" in html


def test_a_second_language_stands_below(family: Visitor) -> None:
    html = here(family, "home?with=ru")
    assert html.index('<div class="sheet" lang="en">') < html.index('<div class="sheet" lang="ru">')
    assert html.count("<h1") == 1
    assert 'href="home/page?with=ru"' in html
    for strange in ("en", "xx"):
        assert here(family, f"home?with={strange}").count('class="sheet"') == 1


def test_the_sheet_is_saved_as_a_page_that_names_nothing(family: Visitor) -> None:
    reply = family.get("home/page?with=be")
    assert reply.headers["content-disposition"] == 'attachment; filename="notes.html"'
    assert reply.text.count('class="sheet"') == 2
    assert "vyrai" not in reply.text.casefold()
    assert "<script" not in reply.text


@pytest.mark.dear
def test_hours_stand_side_by_side_and_are_saved_as_a_table(family: Visitor) -> None:
    html = here(family, "helps")
    assert "Missing: 58.5." in html
    assert "Of what was promised came: 25 %." in html
    assert 'href="ask?q=members%2F2.helps"' in html
    saved = family.get("helps/table")
    assert saved.headers["content-disposition"] == 'attachment; filename="notes.csv"'
    rows = list(csv.reader(StringIO(saved.text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}"))))
    assert [row[1] for row in rows] == ["Support", "Therapy", "Assistant", "All together"]
    assert rows[1][7:11] == ["78", "19.5", "58.5", "25 %"]


def test_words_that_a_spreadsheet_would_run_are_tamed(real: Atlas) -> None:
    from tests.app.family import Entry

    visitor = Visitor(real)
    visitor.get("ask")
    enter(visitor, [one for one in entries(real) if one.key == "members"])
    enter(visitor, [Entry("members/2.helps", {"members/2.helps.words": ["=1+1"]}, "add")])
    assert '"\'=1+1"' in here_table(visitor)


def here_table(visitor: Visitor) -> str:
    visitor.at = f"/{visitor.at.split('/')[1]}/en/"
    return visitor.get("helps/table").text
