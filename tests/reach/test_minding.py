"""Children are never left alone by a plan: of two visits of one adult each, one waits for the other."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.choose.plans import found, step
from tests.law.made import ON, child, parent
from tests.reach.made import country, days, describe, drafted, into, planned, rich, step_of
from vyrai.choose import planning
from vyrai.reach import MINDER
from vyrai.reach.search import Search
from vyrai.words import Words
from vyrai.words.planning import fields

W = Words("en")
FILE = describe("file", "f.now", who_comes="applicant")
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
VISA = country(into("visa", "st.here", FILE, CROSS))
OTHER = {"alias": "heron", "role": "partner"}


def visit(*members: dict[str, Any], who: str = "applicant") -> tuple[str, ...]:
    """Whom a visit takes up, by short name."""
    law = country(into("visa", "st.here", describe("file", "f.now", who_comes=who), CROSS))
    attends = step_of(drafted(law, rich(*members)).problem, "r.visa/s.file").attends
    assert attends is not None
    return attends.who


def test_of_two_adults_the_other_stays_with_the_children() -> None:
    assert visit(parent(), OTHER, child()) == ("stork", MINDER)
    assert drafted(VISA, rich(parent(), OTHER, child())).problem.people == ("stork", "heron", "wren", MINDER)


@pytest.mark.parametrize(
    ("members", "who", "taken"),
    [
        ([parent(), child()], "applicant", ("stork",)),
        ([parent(), OTHER], "applicant", ("stork",)),
        ([parent(), OTHER, child()], "adults", ("stork", "heron")),
        ([parent(), OTHER, child()], "each", ("stork", "heron", "wren")),
        ([parent(), OTHER, parent("ruff"), child()], "applicant", ("stork",)),
    ],
)
def test_nobody_is_held_back_who_need_not_be(
    members: list[dict[str, Any]], who: str, taken: tuple[str, ...]
) -> None:
    assert visit(*members, who=who) == taken
    law = country(into("visa", "st.here", describe("file", "f.now", who_comes=who), CROSS))
    assert MINDER not in drafted(law, rich(*members)).problem.people


def test_two_visits_on_one_day_would_leave_the_child_alone() -> None:
    """One adult for the letter, the other for the stamp: with a child at home on two days, else on one."""
    letter, stamp = (
        describe(name, "f.now", who_comes="applicant", folder="", yields=(paper,), at="anywhere")
        for name, paper in (("letter", "passport"), ("stamp", "diploma-stamped"))
    )
    cross = replace(CROSS, needs=("passport", "diploma-stamped"))
    law = country(into("visa", "st.here", cross), shared=(letter, stamp))

    def visits(*members: dict[str, Any]) -> set[int]:
        problem = drafted(law, rich(*members)).problem
        # The second adult goes for the stamp.
        steps = tuple(
            replace(one, attends=replace(one.attends, who=("heron", *one.attends.who[1:])))
            if one.id == "s.stamp" and one.attends
            else one
            for one in problem.steps
        )

        plan = Search(replace(problem, steps=steps)).optimum("weeks").plans[0]
        return {of.start for of in plan.steps if of.step in {"s.letter", "s.stamp"}}

    assert len(visits(parent(), OTHER)) == 1
    assert len(visits(parent(), OTHER, child())) == 2


def test_who_is_with_the_children_is_said() -> None:
    def told(*members: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        steps = planning(VISA, rich(*members), "XA", ON).plans[0].steps
        one = next(of for of in steps if of.id == "r.visa/s.file")
        return one.who, one.left, one.minders

    assert told(parent(), OTHER, child()) == (("stork",), ("wren",), ("heron",))
    assert told(parent(), child()) == (("stork",), ("wren",), ())
    crossing = planning(VISA, rich(parent(), child()), "XA", ON).plans[0].steps[-2]
    assert (crossing.left, crossing.minders) == ((), ())


@pytest.mark.parametrize(
    ("left", "minders", "said"),
    [
        ((), ("heron",), None),
        (("wren",), ("heron",), "heron can stay with: wren"),
        (
            ("wren", "lark"),
            ("heron", "ruff"),
            "one of you can stay with them (heron and ruff): wren and lark",
        ),
        (
            ("wren",),
            (),
            "need not come, and nobody of you is left to stay with them: wren. Ask the office before whether "
            "they may come along, or somebody whom you trust to stay with them",
        ),
    ],
)
def test_in_words(left: tuple[str, ...], minders: tuple[str, ...], said: str | None) -> None:
    one = step("file", "2026-11-20", who=("stork",), left=left, minders=minders)
    assert dict(fields(W, found(), one, False, (1,))).get("The children") == said


def test_the_plan_is_kept_by_the_checker_and_names_nobody_who_is_not_there() -> None:
    plans = planned(VISA, rich(parent(), OTHER, child()))
    assert "r.visa/s.file" in days(plans)
    told = planning(VISA, rich(parent(), OTHER, child()), "XA", ON)
    assert all(MINDER not in of.who for of in told.plans[0].steps)
