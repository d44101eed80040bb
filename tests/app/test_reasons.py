"""The screen of one way for a family: what it shows beside the verdict."""

from __future__ import annotations

import re

import pytest

from tests.app.caller import Visitor
from tests.app.family import enter, entries
from tests.app.page import Page
from vyrai.words import LANGUAGES
from vyrai.world import Atlas


def parent(atlas: Atlas, lang: str = "en") -> Visitor:
    """Somebody who said that there is one adult, and nothing else."""
    somebody = Visitor(atlas, lang)
    somebody.get(f"{root(somebody)}/ask")
    form = Page(somebody.last.text).forms[0]
    sent = dict(form.hidden) | {"members.role": "parent", "members.birth|y": "1990", "how": "add"}
    somebody.send(form.action, sent)
    return somebody


def root(somebody: Visitor) -> str:
    return "/".join(somebody.at.split("/")[:3])


def door(html: str) -> tuple[str, list[str], list[str]]:
    """The picture of a door through time, its caption with the table in words, and its sources."""
    section = re.search(r'<section class="sec" aria-labelledby="h-past">.*?</section>', html, re.DOTALL)
    assert section
    picture = re.search(r"<svg.*?</svg>", section[0], re.DOTALL)
    assert picture
    said = re.sub(r"<cite.*?</cite>", "", section[0].replace(picture[0], ""), flags=re.DOTALL)
    sources = re.findall(r"<cite.*?</cite>", section[0], re.DOTALL)
    return picture[0], Page(said).text.split(), sources


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_door_through_time_is_told_as_to_whoever_answers_nothing(invented: Atlas, lang: str) -> None:
    somebody = parent(invented, lang)
    for route in invented.routes:
        mine = door(somebody.get(f"{root(somebody)}/why/{route.id}").text)
        assert somebody.at.endswith(f"/why/{route.id}"), "led elsewhere"
        plain = door(somebody.get(f"{root(somebody)}/route/{route.id}").text)
        assert mine[:2] == plain[:2]
        assert len(mine[2]) == len(plain[2]) == len(route.door)


def test_every_pattern_that_a_door_is_drawn_with_is_on_the_page(invented: Atlas) -> None:
    somebody = parent(invented)
    html = somebody.get(f"{root(somebody)}/why/xa.guest-visa").text
    sheet = somebody.get(re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)[0]).text
    used = set(re.findall(r"\.g-\w+\{fill:\s*url\(#([\w-]+)\)", sheet))
    assert len(used) >= 4
    for name in used:
        assert html.count(f'id="{name}"') == 1
    assert "on this day" in Page(html).text


@pytest.mark.dear
def test_the_ways_that_ask_for_protection_after_a_visit_warn_of_untrue_words(real: Atlas) -> None:
    somebody = Visitor(real)
    enter(somebody, entries(real))
    told = "something untrue about why you come can itself close doors"
    for page in ("place/TR", "why/tr.visa-free-by", "why/tr.asylum"):
        assert Page(somebody.get(f"{root(somebody)}/{page}").text).text.count(told) == 1
    for page in ("why/lt.protection-at-border", "why/tr.tourist-permit", "why/pl.family-reunification"):
        assert told not in Page(somebody.get(f"{root(somebody)}/{page}").text).text


@pytest.mark.dear
def test_a_source_shows_its_article_and_when_it_was_read(real: Atlas) -> None:
    somebody = Visitor(real)
    enter(somebody, entries(real))
    for page in ("why/de.blue-card", "place/DE", "route/de.blue-card"):
        html = somebody.get(f"{root(somebody)}/{page}").text
        chips = [Page(one).text for one in re.findall(r"<a data-k[^>]*>.*?</a>", html, re.DOTALL)]
        assert any(re.search(r"^law \S.*, art\. \d", one) for one in chips)
        assert any(re.search(r"read 20\d\d-\d\d", one) for one in chips)
        assert not any("date unknown" in one and "read" in one for one in chips)
