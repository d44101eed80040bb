"""Counts, use, and one fact from all sides."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from tests.world.invented import atlas_of, invented
from vyrai.world import show, stats, use


def test_the_invented_atlas_in_numbers() -> None:
    found = stats(invented())
    whole, country = found.countries
    assert (whole.country, whole.facts) == ("", 1)
    assert (country.country, country.facts, country.claims) == ("XA", 71, 75)
    assert (country.routes, country.requirements, country.statuses, country.steps) == (3, 7, 2, 4)
    assert country.open_questions == 2
    assert (found.newest, found.oldest) == (date(2026, 11, 1), date(2019, 1, 1))
    assert found.kinds == {"law": found.decisive - 3, "official": 3}
    assert found.reviewed == 0
    assert found.version == invented().version


def test_on_whose_word_a_country_decides() -> None:
    (word,) = stats(invented()).words
    assert (word.country, word.decisive, word.kinds) == ("XA", 21, {"law": 18, "official": 3})
    assert (word.share, word.offers, word.offers_share) == (1, 15, 1), "some facts stand for both"
    assert stats(invented()).decisive == 33
    assert word.places == 18
    assert "door 1 of xa.guest-visa" in word.without_law
    assert "right 1 (work) of xa.guest" in word.without_law
    assert "requirement xa.guest-visa.money" in word.without_law


def test_a_place_rests_on_law_if_a_fact_names_it_or_says_that_it_was_looked_for() -> None:
    def named(**shown: Any) -> tuple[str, ...]:
        raw = {"statement": {"en": "so"}, "source": {"publisher": "p", "title": "t", "url": "u"}, **shown}
        facts = tuple(
            msgspec.structs.replace(
                one,
                claims=tuple(
                    msgspec.structs.replace(of, raw=msgspec.Raw(msgspec.json.encode(raw)))
                    for of in one.claims
                ),
            )
            for one in invented().facts
        )
        return stats(atlas_of(*facts)).words[0].without_law

    assert named(law_ref={"act": "Law on guests", "article": "7"}) == ()
    assert named(note={"en": "Seen once. Law not found; searched: the gazette."}) == ()
    assert len(named(note="Seen once.")) == 18


def test_a_reviewed_fact_is_counted() -> None:
    facts = tuple(
        msgspec.structs.replace(fact, reviewed=(5, 5)) if fact.id == "xa.adult-age" else fact
        for fact in invented().facts
    )
    assert stats(atlas_of(*facts)).reviewed == 1


def test_stats_of_nothing() -> None:
    empty = msgspec.structs.replace(invented(), facts=(), countries=(), newest=0, oldest=0)
    assert stats(empty).countries == ()
    assert use(empty) == ()


def test_what_is_used() -> None:
    (country,) = use(invented())
    assert "xa.guest.money" in country.used
    beside_places = {"xa.contact.helpers", "xa.north.school"}
    assert set(country.shown) == {"xa.guest.form", "xa.contact", "xa.practise.tries"} | beside_places
    assert "xa.north.queue" in country.used
    assert set(country.excused) == {"xa.history.founding", "xa.gossip"}
    assert country.unused == ()
    assert country.topics["cost"] == (8, 8)
    assert country.share == pytest.approx(35 / 37)


def test_a_fact_without_use_or_reason() -> None:
    atlas = msgspec.structs.replace(invented(), raw_unused=msgspec.Raw(b"[]"))
    (country,) = use(atlas)
    assert set(country.unused) == {"xa.history.founding", "xa.gossip"}


def test_a_country_without_facts_has_nothing_unused() -> None:
    (country,) = use(msgspec.structs.replace(invented(), facts=()))
    assert country.share == 1


def test_rivals_side_by_side() -> None:
    view = show(invented(), "xa.guest.fee", date(2024, 6, 1))
    assert [place for _, place in view.claims] == ["surely", "perhaps", "excluded"]
    assert view.value.alternatives == ((10, 10), (12, 12))
    assert [(found.kind, found.id) for found in view.used_by] == [
        ("route", "xa.guest-visa"),
        ("step", "xa.ask-again"),
        ("step", "xa.ask-for-visa"),
    ]
    early = show(invented(), "xa.guest.fee", date(2024, 6, 1), known=date(2024, 6, 1))
    assert [place for _, place in early.claims] == ["not_yet_known"] * 3
    with pytest.raises(KeyError):
        show(invented(), "xa.nothing", date(2024, 6, 1))
