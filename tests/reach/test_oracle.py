"""Our search finds what CP-SAT finds: the same vectors of buckets, the optima and the fronts.

Twelve problems are solved by both here; three hundred fronts are stored, and `make oracle` derives them anew.
Of a stored one the search is asked for both fronts and one of the five optima, in `make deep` for all.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from tests.conftest import DEEP
from tests.reach.fronts import first_by, over, stored
from tests.reach.instances import MOST, digest, drawn, exchanged, limited
from tests.reach.oracle import Answer, Oracle, Point
from tests.replayed import replayed
from vyrai.reach.problem import OBJECTIVES, Front, Problem
from vyrai.reach.search import Search

pytestmark = pytest.mark.slow
THREE = OBJECTIVES[:3]
FRONTS = stored()
GROUPS = 10
SOME = 1 if os.environ.get("VYRAI_PROFILE", "check") == "check" else GROUPS
"""`make check` looks at one group of ten."""
LIVE = (1, 2, 3, 5, 7, 10, 12, 13, 21, 23, 53, 57)
"""Six to twelve steps; 5 has no plan."""


def vectors(front: Front, by: tuple[str, ...] = OBJECTIVES) -> set[Point]:
    """The buckets of the plans of a front that is proven."""
    assert front.proven
    return {tuple(plan.bucketed[name] for name in by) for plan in front.plans}


def points(answer: Answer) -> set[Point]:
    assert answer.proven
    return set(answer.plans)


LIMITED = (2, 7, 16, 28, 49, 51, 57, 84, 107, 127)
"""The same of problems in which money is locked and pay ends."""


SOLE = (3, 33, 73, 104, 159, 202, 237, 250)
"""The same of problems in which it matters that all steps use one paper of each."""


@pytest.mark.parametrize("number", LIVE)
def test_oracle_and_search_prove_the_same(number: int) -> None:
    prove(drawn(number))


@pytest.mark.parametrize("number", LIMITED)
def test_they_prove_the_same_where_money_is_locked_and_pay_ends(number: int) -> None:
    prove(limited(number))


@pytest.mark.parametrize("number", SOLE)
def test_they_prove_the_same_where_all_steps_use_one_paper_of_each(number: int) -> None:
    prove(exchanged(number))


def prove(problem: Problem) -> None:
    """Each optimum and both fronts are those of the oracle."""
    assert len(problem.steps) <= MOST
    oracle, search = Oracle(problem), Search(problem)
    for objective in OBJECTIVES:
        assert vectors(search.optimum(objective)) == points(oracle.optimum(objective)), objective
    for by in (THREE, OBJECTIVES):
        answer = oracle.front(by)
        assert vectors(search.front(by), by) == points(answer), by
        theirs = Front(plans=tuple(answer.plans.values()), by=by, proven=True)
        assert replayed(problem, theirs) == [], "the checker refuses a plan of the oracle"


@pytest.mark.parametrize("group", range(SOME))
def test_search_finds_every_stored_front(group: int) -> None:
    for number in [*FRONTS][group::GROUPS]:
        name, front = FRONTS[number]
        problem = drawn(number)
        assert digest(problem) == name, f"problem {number} is drawn otherwise: make oracle"
        asked = OBJECTIVES if DEEP else (OBJECTIVES[number % len(OBJECTIVES)],)
        assert wrong(problem, front, asked) == [], f"problem {number}"


def wrong(
    problem: Problem, front: list[Point], optima: Sequence[str]
) -> list[tuple[object, set[Point], set[Point]]]:
    """Questions that the search answers otherwise than the front says, with both answers."""
    search = Search(problem)
    asked: list[tuple[object, set[Point], set[Point]]] = [
        (by, vectors(search.front(by), by), over(front, by)) for by in (THREE, OBJECTIVES)
    ]
    asked += [(name, vectors(search.optimum(name)), first_by(front, name)) for name in optima]
    return [row for row in asked if row[1] != row[2]]
