"""Real families on their real ways: every way into every country, by our search and by CP-SAT."""

from __future__ import annotations

from datetime import date
from functools import cache
from math import inf
from pathlib import Path

import pytest

from tests.reach.oracle import Oracle
from tests.reach.test_oracle import points, vectors
from vyrai.choose import form_of, leading
from vyrai.family import flatten, load
from vyrai.law import Law, Purse
from vyrai.reach import OBJECTIVES, Draft, Search, draft
from vyrai.reach._drafted import FREE
from vyrai.reach.ways import only
from vyrai.world import World, load_atlas

pytestmark = pytest.mark.slow
ON = date(2026, 11, 20)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@cache
def law() -> Law:
    return Law(load_atlas(None))


@cache
def drafts(example: Path) -> dict[str, Draft]:
    """What each country comes to for one family."""
    case = load(str(example), form_of(law().atlas), ON)
    family, world = law().family(flatten(case)), World(law().atlas, ON)
    countries = [one.id for one in law().atlas.countries if leading(law(), one.id)]
    return {country: draft(law(), family, world, country) for country in countries}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_family_has_a_problem_for_every_country_that_is_not_closed_to_it(example: Path) -> None:
    found = drafts(example)
    assert found
    for country, drawn in found.items():
        problem = drawn.problem
        made = {paper for step in problem.steps for paper in step.yields} | {one.paper for one in problem.has}
        lacking = {(step.id, paper) for step in problem.steps for paper in step.needs if paper not in made}
        shut_in = {one for one in lacking if one[1] == FREE}  # that nobody is let out is said of such ways
        assert lacking == shut_in, f"{country}: nobody makes what these wait for"
        assert {way.key for way in drawn.ways} == {
            step.id.partition(":")[2] for step in problem.steps if "settled" in step.yields
        }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_nobody_does_one_step_of_a_way_twice(example: Path) -> None:
    """Behind another way, too, its visa lets out of the country: no second one is asked for."""
    for country, drawn in drafts(example).items():
        for way in drawn.ways:
            for plan in Search(only(drawn.problem, way.key)).optimum("weeks").plans:
                done = [drawn.of[one.step] for one in plan.steps if drawn.of[one.step][1] is not None]
                twice = {step for step in done if done.count(step) > 1}
                assert not twice, f"{country}, {way.key}"


def test_no_price_of_a_step_is_taken_for_nothing() -> None:
    """A fee that is no money, or in a measure that nobody has told in money, is unknown."""
    (family,) = [path for path in EXAMPLES if path.stem == "paediatrician-2026"]
    case = load(str(family), form_of(law().atlas), ON)
    purse = Purse(law(), law().family(flatten(case)), World(law().atlas, ON), "USD")
    apostille = purse.fact("by.apostille.fee-mfa")
    assert apostille is not None
    assert apostille[0] > 0
    assert apostille[1] == inf, "for how many papers it is paid nobody says"
    unreckoned = set[str]()
    for example in EXAMPLES:
        for country, drawn in drafts(example).items():
            for step in drawn.problem.steps:
                described = drawn.of[step.id][1]
                costs = () if described is None else law().atlas.step(described).costs
                free = {fact for fact in costs if purse.fact(fact) is None}
                assert not free or "fee" in step.unknown, f"{country}, {step.id}: {free}"
                unreckoned |= free
    assert unreckoned, "there is such a fee in the atlas, or this sees nothing"


@pytest.mark.deep
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_cp_sat_proves_the_same_of_every_way(example: Path) -> None:
    for country, drawn in drafts(example).items():
        for way in drawn.ways:
            problem = only(drawn.problem, way.key)
            oracle, search = Oracle(problem), Search(problem)
            first = vectors(search.optimum(OBJECTIVES[0]))
            assert first == points(oracle.optimum(OBJECTIVES[0])), f"{country}, {way.key}"
            if first:
                assert vectors(search.front()) == points(oracle.front(OBJECTIVES)), f"{country}, {way.key}"
