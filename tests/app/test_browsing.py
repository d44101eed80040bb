"""Looking around in the app without answering anything: searched, counted, linked, and of nobody."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.app.caller import Visitor
from tests.app.page import Page
from vyrai.words import LANGUAGES
from vyrai.world import Atlas

PAGES = ("countries", "routes", "recipes", "facts", "changes", "people", "about")


@pytest.fixture
def guest(invented: Atlas) -> Visitor:
    """A visitor who has answered nothing."""
    return Visitor(invented)


def text(somebody: Visitor, link: str) -> str:
    reply = somebody.get(link)
    assert reply.status == 200
    return Page(reply.text).text


def root(somebody: Visitor) -> str:
    return "/".join(somebody.at.split("/")[:3])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_without_an_answer(invented: Atlas, lang: str) -> None:
    somebody = Visitor(invented, lang)
    for page in PAGES:
        assert text(somebody, f"{root(somebody)}/{page}")
    things = [("country", one.id) for one in invented.countries]
    things += [("recipes", "XA"), ("recipes", "all")]
    things += [("route", one.id) for one in invented.routes] + [("fact", one.id) for one in invented.facts]
    for page, key in things:
        assert text(somebody, f"{root(somebody)}/{page}/{quote(key)}")
        assert somebody.at.endswith(f"/{page}/{key}"), "led elsewhere"


def test_a_search_finds_what_has_all_words_and_counts_it(guest: Visitor, invented: Atlas) -> None:
    every = f"{len(invented.facts)} facts"
    assert every in text(guest, f"{root(guest)}/facts")
    found = text(guest, f"{root(guest)}/facts?q=Guest+VISAS")
    wanted = [
        one
        for one in invented.facts
        if all(
            word in f"{one.id} {one.title} {[claim.shown for claim in one.claims]}".casefold()
            for word in ("guest", "visas")
        )
    ]
    assert 0 < len(wanted) < len(invented.facts)
    said = re.search(r"(\d+) results?", found)
    assert said
    assert int(said[1]) == len(re.findall(r'href="fact/', guest.last.text)) <= len(wanted)
    assert "0 results" in text(guest, f"{root(guest)}/facts?q=guest+zebra")
    assert "1 result " in text(guest, f"{root(guest)}/routes?q=settling")
    assert "Guest visa" not in text(guest, f"{root(guest)}/routes?q=settling")


def test_papers_are_found_by_their_names_steps_and_offices(guest: Visitor) -> None:
    assert "3 papers and statuses" in text(guest, f"{root(guest)}/recipes")
    for words in ("ministry+diploma", "have+stamped"):
        assert "1 result " in text(guest, f"{root(guest)}/recipes?q={words}")
        assert 'href="recipes/XA#diploma-stamped"' in guest.last.text
    assert "0 results" in text(guest, f"{root(guest)}/recipes?q=stamp+zebra")


def test_a_search_in_ones_own_language_and_in_english(invented: Atlas) -> None:
    somebody = Visitor(invented, "ru")
    assert "Гостевая виза" in text(somebody, f"{root(somebody)}/routes?q={quote('ГОСТЕВАЯ')}")
    assert "Гостевая виза" in text(somebody, f"{root(somebody)}/routes?q=guest+visa")


def test_many_results_come_on_pages(real: Atlas) -> None:
    somebody = Visitor(real)
    start = root(somebody)
    titles, page = [], f"{start}/facts?q=visa"
    said = re.search(r"(\d+) results, page 1 of (\d+)", text(somebody, page))
    assert said
    for number in range(1, int(said[2]) + 1):
        text(somebody, f"{page}&page={number}")
        titles += re.findall(r'href="fact/([^"]*)"', somebody.last.text)
    assert len(titles) == len(set(titles)) == int(said[1])
    for strange in ("0", "-1", "9999", "x", "1e3", "٣"):
        assert "results" in text(somebody, f"{page}&page={quote(strange)}")


def test_what_is_typed_is_shown_as_text(guest: Visitor) -> None:
    reply = guest.get(f"{root(guest)}/facts?q={quote('<b>&')}")
    assert "<b>&<" not in reply.text
    assert 'value="&lt;b&gt;&amp;"' in reply.text


def test_a_thing_that_is_not_there_leads_to_all(guest: Visitor) -> None:
    lists = {
        "country": "countries",
        "route": "routes",
        "recipes": "recipes",
        "fact": "facts",
        "facts": "facts",
    }
    for page, goal in lists.items():
        assert guest.get(f"{root(guest)}/{page}/nothing").status == 200
        assert guest.at.endswith(f"/{goal}")


def test_what_changed_between_two_days(guest: Visitor) -> None:
    found = text(guest, f"{root(guest)}/changes?from=2023-12-01&to=2024-07-01")
    assert "Guest visa" in found
    assert "families with children" in found or "takes some people only" in found
    assert "Guest visa" not in text(guest, f"{root(guest)}/changes?from=2025-01-01&to=2025-02-01")
    assert "no such day" in text(guest, f"{root(guest)}/changes?from=2025-02-30&to=2025-03-01")
    assert "later than the first" in text(guest, f"{root(guest)}/changes?from=2025-03-01&to=2025-03-01")


def test_a_route_tells_law_practice_and_who_judges(guest: Visitor) -> None:
    said = text(guest, f"{root(guest)}/route/xa.guest-visa")
    for words in (
        "gosto vizo",
        "People threatened for their views",
        "families with children",
        "Open to all.",
        "No other first visa in the same year.",
        "What was observed",
    ):
        assert words in said
    settling = text(guest, f"{root(guest)}/route/xa.settlement")
    assert "to be judged by The town council" in settling
    assert "A letter from a neighbour" in settling


def test_a_fact_shows_its_rivals_and_where_it_is_used(guest: Visitor, invented: Atlas) -> None:
    rival = next(one for one in invented.facts if len(one.claims) > 1)
    said = text(guest, f"{root(guest)}/fact/{rival.id}")
    for claim in rival.claims:
        assert claim.shown.source.publisher in said
        assert " ".join(claim.shown.statement["en"].split()) in said
    assert "Guest visa" in text(guest, f"{root(guest)}/fact/xa.guest.who")
    report = re.search(r"<textarea readonly[^>]*>(.*?)</textarea>", guest.last.text)
    assert report
    assert "Fact: xa.guest.who" in report[1]


def test_the_way_back_to_ones_own_answers_is_there_once_there_are_some(guest: Visitor) -> None:
    page = f"{root(guest)}/route/xa.guest-visa"
    assert "How it stands for you" not in text(guest, page)
    guest.get(f"{root(guest)}/ask")
    form = Page(guest.last.text).forms[0]
    sent = dict(form.hidden) | {"members.role": "parent", "members.birth|y": "1990", "how": "add"}
    guest.send(form.action, sent)
    assert "How it stands for you" in text(guest, page)
