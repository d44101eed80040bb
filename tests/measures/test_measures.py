"""The measures do not fall below what was promised; `python tools/measures.py` writes the figures."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.measures.families import best, interview, open_ways, whole
from tools import kinds, measures
from vyrai.choose import form_of
from vyrai.family import load
from vyrai.law import Law
from vyrai.world import load_atlas, stats

ROOT = Path(__file__).parents[2]


@cache
def law() -> Law:
    return Law(load_atlas(ROOT / "atlas"))


def test_most_facts_of_each_country_are_used() -> None:
    counts = measures.used(law().atlas)
    assert counts
    assert not {name: counts[name] for name, (used, of) in counts.items() if used < measures.USED * of}


def test_no_country_falls_below_the_share_that_rests_on_public_sources() -> None:
    words = {word.country: word for word in stats(law().atlas).words}
    assert not {
        name: words[name].share for name, least in measures.PUBLIC.items() if words[name].share < least
    }
    assert not {
        name: words[name].offers_share
        for name, least in measures.OFFERS.items()
        if words[name].offers_share < least
    }
    deep = {one.id for one in law().atlas.countries if one.depth == "deep" and not one.origin}
    assert deep <= set(measures.PUBLIC)
    most = measures.WITHOUT_LAW
    assert not {
        name: words[name].without_law for name in deep if len(words[name].without_law) > most.get(name, 0)
    }


@pytest.mark.parametrize(("on", "least"), measures.DAYS.items())
def test_most_verdicts_are_settled_once_all_is_answered(on: date, least: float) -> None:
    settled, of, who = measures.settled(law(), load(measures.FULL, form_of(law().atlas)), on)
    assert settled >= least * of
    assert set(who) <= {"family", "person", "atlas", "time"}


@pytest.mark.dear
def test_each_kind_of_rule_has_a_real_route_with_a_case_for_every_verdict() -> None:
    assert not [kind for kind, route in kinds.proven(law().atlas).items() if route is None]
    page = kinds.PAGE.read_text(encoding="utf-8")
    assert not {kind for kind in kinds.KINDS if kind not in page}


def test_the_families_drawn_are_whole_and_alike_each_time() -> None:
    form, home = form_of(law().atlas), measures.home_of(law().atlas)
    for seed in range(measures.FAMILIES):
        assert whole(form, seed, home).data() == whole(form, seed, home).data()


@pytest.mark.slow
def test_a_dozen_questions_find_the_ways_that_are_open() -> None:
    form, home = form_of(law().atlas), measures.home_of(law().atlas)
    complete = 0
    for seed in range(measures.FAMILIES):
        told = whole(form, seed, home)
        goal = open_ways(law(), told)
        if goal:
            *_, known = interview(law(), told, best, measures.QUESTIONS)
            complete += open_ways(law(), known) == goal
        else:
            complete += 1  # nothing is ever shown open that is not
    assert complete >= measures.SAME * measures.FAMILIES
