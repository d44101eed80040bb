"""Ways of weighing in the app: for a family that has answered, by what it ticks."""

from __future__ import annotations

import re

import pytest

from tests.app.caller import Visitor
from vyrai.world import Atlas


@pytest.fixture
def family(invented: Atlas) -> Visitor:
    """Somebody who has named two people before the invented atlas."""
    visitor = Visitor(invented)
    visitor.get("ask")
    for role, year in (("parent", "1990"), ("child", "2020")):
        form = hidden(visitor.last.text) | {"members.role": role, "members.birth|y": year, "how": "add"}
        visitor.send("ask", form)
    visitor.send("ask", hidden(visitor.last.text) | {"how": "all"})
    return visitor


def hidden(html: str) -> dict[str, str]:
    """What the form that answers carries with it."""
    form = html.split('class="answering"')[1]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form.split("</form>")[0]))


def test_before_any_answer_it_asks(invented: Atlas) -> None:
    visitor = Visitor(invented)
    assert visitor.get("weigh").status == 200
    assert visitor.at.split("?")[0].endswith("/ask")


def test_it_is_reached_from_every_screen_and_says_what_it_counts(family: Visitor) -> None:
    assert 'href="weigh"' in family.last.text
    html = family.get("weigh").text
    assert "no ranking, no advice and no chance of success" in html
    assert "Xanadu" in html
    assert " checked" not in html


def test_ticks_are_kept_and_more_than_three_refused(family: Visitor) -> None:
    html = family.get("weigh?m=money&m=safety&m=luck").text
    assert sorted(re.findall(r'value="(\w+)" checked', html)) == ["money", "safety"]
    assert 'role="alert"' not in html
    many = family.get("weigh?m=money&m=safety&m=work&m=danger")
    assert many.status == 200
    assert 'role="alert"' in many.text


def test_the_language_keeps_the_ticks(family: Visitor) -> None:
    html = family.get("weigh?m=money").text
    assert re.search(r'hreflang="ru" href="\.\./ru/weigh\?m=money"', html)
