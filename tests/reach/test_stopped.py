"""Somebody stops the search: what was found so far stays, and what was not looked at is named."""

from __future__ import annotations

import pytest

from tests.law.made import parent
from tests.reach.made import country, describe, drafted, into, rich
from vyrai.reach import Front, Search, plan_all

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.fee",))
SLOW = describe("slow", "f.ten", who_comes="nobody", level=0)
QUICK = describe("quick", "f.week", who_comes="nobody", level=3)


def stop_after(questions: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next question after so many is interrupted."""
    optimum, asked = Search.optimum, [0]

    def stopping(self: Search, objective: str) -> Front:
        asked[0] += 1
        if asked[0] > questions:
            raise KeyboardInterrupt
        return optimum(self, objective)

    monkeypatch.setattr(Search, "optimum", stopping)


@pytest.mark.parametrize(
    ("questions", "plans", "left"),
    [
        (0, [], ("r.quick", "r.slow")),
        (3, ["r.quick"], ("r.quick", "r.slow")),
        (5, ["r.quick"], ("r.slow",)),
        (7, ["r.quick", "r.slow"], ("r.slow",)),
    ],
)
def test_what_was_found_stays_each_plan_once(
    questions: int, plans: list[str], left: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    law = country(into("quick", "st.here", QUICK, CROSS), into("slow", "st.here", SLOW, CROSS))
    drawn = drafted(law, rich(parent("stork")))
    stop_after(questions, monkeypatch)
    found = plan_all(drawn)
    assert [one.way for one in found.plans] == plans
    assert (found.left, found.proven, found.empty) == (left, False, ())


def test_nobody_stops_it() -> None:
    law = country(into("quick", "st.here", QUICK, CROSS))
    found = plan_all(drafted(law, rich(parent("stork"))))
    assert (found.left, found.proven) == ((), True)
