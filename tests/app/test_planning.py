"""What to do in which order in the app: for a family that has answered, for one country."""

from __future__ import annotations

import re

from tests.app.caller import Visitor
from vyrai.world import Atlas


def test_before_any_answer_it_asks(invented: Atlas) -> None:
    visitor = Visitor(invented)
    assert visitor.get("plan/XA").status == 200
    assert visitor.at.split("?")[0].endswith("/ask")


def test_it_is_reached_from_the_place(family: Visitor) -> None:
    assert 'href="../plan/XA"' in family.get("place/XA").text


def test_it_says_what_to_do_in_which_order(family: Visitor) -> None:
    html = family.get("plan/XA").text
    assert "<h1>Xanadu: what to do, in which order</h1>" in html
    assert html.index("Begin with this") < html.index("Step by step")
    assert "Ask for the guest visa" in html
    assert "The same as a table" in html
    assert "style=" not in html
    assert "vyrai plan" not in html


def test_its_days_can_be_taken_along(family: Visitor, invented: Atlas) -> None:
    link = re.search(r'href="([^"]*days)"', family.get("plan/XA").text)
    assert link
    reply = family.get(link[1])
    assert reply.headers["content-type"] == "text/calendar; charset=utf-8"
    assert 'filename="notes.ics"' in reply.headers["content-disposition"]
    assert reply.text.startswith("BEGIN:VCALENDAR\r\n")
    assert "Xanadu" not in reply.text
    stranger = Visitor(invented)
    stranger.get("plan/XA/days")
    assert stranger.at.split("?")[0].endswith("/ask")
    family.get("../plan/XC/days")
    assert family.at.endswith("/compare")


def test_a_country_without_ways_leads_back(family: Visitor) -> None:
    family.get("plan/XC")
    assert family.at.endswith("/compare")


def test_what_to_begin_with_is_told_over_all_countries(family: Visitor, invented: Atlas) -> None:
    assert 'href="first"' in family.get("compare").text
    html = family.get("first").text
    assert "<h1>What to begin with, wherever you go</h1>" in html
    assert "Ask for the guest visa" in html
    assert "Serves" in html
    assert 'href="plan/XA"' in html
    assert "style=" not in html
    stranger = Visitor(invented)
    stranger.get("first")
    assert stranger.at.split("?")[0].endswith("/ask")
