"""The problem of each way is given out as plain data with its front, in the buckets that were asked for."""

from __future__ import annotations

from tests.law.made import ON
from tests.reach.made import country, describe, into, rich
from vyrai.choose import drafting, published
from vyrai.reach import OBJECTIVES

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.fee",))
LAW = country(
    into("visa", "st.here", describe("wait", "f.week", level=0), CROSS),
    into("permit", "st.here", describe("file", "f.ten", level=0), CROSS),
)


def test_each_way_has_its_problem_and_its_front() -> None:
    drafted = drafting(LAW, rich(), "XA", ON).draft
    every = {one.way: one for one in published(drafted)}
    assert [*every] == [("r.permit",), ("r.visa",)] or [*every] == [("r.visa",), ("r.permit",)]
    for way, one in every.items():
        assert (one.front.proven, one.front.by, len(one.front.plans)) == (True, OBJECTIVES, 1)
        ends = [step.id for step in one.problem.steps if step.id.startswith("safe:")]
        assert ends == [f"safe:{way[0]}"], "no other way can be ended in its problem"


def test_buckets_are_those_that_were_asked_for() -> None:
    plain = drafting(LAW, rich(), "XA", ON).draft.problem.buckets
    finer = drafting(LAW, rich(), "XA", ON, buckets={"money": 7}).draft.problem.buckets
    assert (plain.money, finer.money) == (100, 7)
    assert (plain.weeks, plain.danger) == (finer.weeks, finer.danger)
