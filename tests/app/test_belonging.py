"""What opens for whom in the app: for a family that has answered, by the way it chooses."""

from __future__ import annotations

import re

import msgspec

from tests.app.caller import Visitor
from tests.app.family import NEEDS, enter, entries
from vyrai.world import Atlas


def test_before_any_answer_it_asks(invented: Atlas) -> None:
    visitor = Visitor(invented)
    assert visitor.get("belong/XA").status == 200
    assert visitor.at.split("?")[0].endswith("/ask")


def test_it_is_reached_from_the_place(family: Visitor) -> None:
    assert 'href="../belong/XA"' in family.get("place/XA").text


def test_it_says_what_opens_when_and_why_not(family: Visitor) -> None:
    html = family.get("belong/XA").text
    assert "<h1>Xanadu: what opens for whom</h1>" in html
    assert "A place in a small class" in html
    assert "Who judges: The house of helpers" in html
    assert re.search(r'class="g-(sure|maybe|unk)"', html)
    assert "The same as a table" in html
    assert "The ways side by side" not in html


def test_another_way_may_be_looked_at_and_all_ways_side_by_side(family: Visitor) -> None:
    html = family.get("belong/XA?route=xa.settlement").text
    assert "Settling" in html.split("</h1>")[1].split("</p>")[0]
    beside = family.get("XA?ways=yes").text
    assert "The ways side by side" in beside
    assert "The month of arrival" in beside
    assert family.get("XA?route=xa.nonsense").status == 200


def test_places_may_be_looked_at_on_the_way_or_on_all_ways(family: Visitor) -> None:
    html = family.get("belong/XA").text
    assert "Places in this country side by side" in html
    assert "What is known of each place" not in html
    html = family.get("XA?places=yes").text
    assert "By this way: Guest visa" in html
    assert "Harbour Town; The North" in html
    assert "unknown in: The South" in html
    assert "The ways side by side" not in html
    both = family.get("XA?places=yes&ways=yes").text
    assert "By this way: Guest visa" not in both.split('id="places"')[1]
    assert "Guest visa › Settling" in both


def test_without_places_there_is_nothing_to_look_at(invented: Atlas) -> None:
    everywhere = tuple(one for one in invented.provisions if not one.places)
    visitor = Visitor(msgspec.structs.replace(invented, places=(), provisions=everywhere))
    visitor.get("ask")
    enter(visitor, entries(invented, file=NEEDS))
    html = visitor.get("belong/XA?places=yes").text
    assert 'id="places"' not in html


def test_a_country_without_ways_leads_back(family: Visitor) -> None:
    family.get("belong/XC")
    assert family.at.endswith("/compare")


def test_where_the_family_lives_it_says_what_there_is_now(invented: Atlas) -> None:
    countries = tuple(msgspec.structs.replace(one, home="xa.settled") for one in invented.countries)
    visitor = Visitor(msgspec.structs.replace(invented, countries=countries, routes=()))
    visitor.get("ask")
    enter(visitor, entries(invented, file=NEEDS))
    html = visitor.get("belong/XA?ways=yes").text
    assert "what a departure would end" in html
    assert "The ways side by side" not in html
