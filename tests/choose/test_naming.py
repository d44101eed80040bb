"""Which plans are named: those that keep the risk, and beside them none that surely does not."""

from __future__ import annotations

from dataclasses import replace as with_
from typing import Any

import pytest
from msgspec.structs import replace

from tests.law.made import ON, number, parent
from tests.reach.made import country, describe, drafted, into, rich
from vyrai.choose import _search, planning
from vyrai.law import Law
from vyrai.reach import Draft, Lived, Planned, live_through, plan_all
from vyrai.world._built import Outcome

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
TWO = country(
    into("quick", "st.here", describe("ask", "f.week", level=0), CROSS, kind="visa-free"),
    into("cheap", "st.here", describe("wait", "f.ten", level=0), CROSS, kind="visa-free"),
)
Says = tuple[bool, bool, str | None]
"""Of a plan whether money and papers last, whether the risk holds, and what is not known of its refusals."""


def named(monkeypatch: pytest.MonkeyPatch, quick: Says, cheap: Says) -> set[str]:
    """The ways of the plans that are named, if lives say so of them."""
    said = {"r.quick": quick, "r.cheap": cheap}

    def lives(drawn: Draft, plans: tuple[Planned, ...], *rest: Any) -> tuple[Lived, ...]:
        told = []
        for one, planned in zip(live_through(drawn, plans, 0.1, 50), plans, strict=True):
            keeps, holds, unknown = said[planned.way]
            what = () if unknown is None else ((planned.plan.steps[0].step, unknown),)
            told.append(with_(one, planned=with_(planned, unknown=what), keeps=keeps, holds=holds))
        return tuple(told)

    monkeypatch.setattr(_search, "live_through", lives)
    drawn = drafted(TWO, rich())
    found = _search._lived(drawn, plan_all(drawn), 0.1, 50, None)
    return {one.planned.way for one in found if one.planned.best}


QUICK, CHEAP = {"r.quick"}, {"r.cheap"}


@pytest.mark.parametrize(
    ("quick", "cheap", "told"),
    [
        # What breaks the risk by refusals that are counted goes behind one that holds and is counted too,
        ((True, False, None), (True, True, None), CHEAP),
        # not behind one of which nobody counts the refusals, or only those of everybody;
        ((True, False, None), (True, True, "refused"), QUICK),
        ((True, False, None), (True, True, "others"), QUICK),
        # what is counted of everybody only goes behind none,
        ((True, False, "others"), (True, True, None), QUICK),
        # and what breaks it by money or papers behind every one that holds.
        ((False, False, None), (True, True, "refused"), CHEAP),
        ((False, False, "others"), (True, True, None), CHEAP),
        # Where none holds, none is hidden for a refusal.
        ((True, False, "others"), (False, False, None), QUICK),
        ((False, False, None), (True, False, None), QUICK),
    ],
)
def test_a_plan_is_left_out_only_for_one_that_surely_keeps_the_risk(
    quick: Says, cheap: Says, told: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert named(monkeypatch, quick, cheap) == told


def test_a_plan_that_another_is_mended_into_is_told_once() -> None:
    half, few = (Outcome(share={"any": fact}) for fact in ("f.half", "f.few"))
    paper = {"folder": "", "level": 0, "yields": ("diploma-stamped",)}
    ask = describe("ask", "f.week", outcomes={"refused": half}, **paper)
    sure = describe(
        "sure", "f.ten", outcomes={"refused": few}, needs=("passport",), costs=("f.fee",), **paper
    )
    form = describe("form", "f.now", folder="", level=0, yields=("passport",))
    file = describe("file", "f.now", level=0, needs=("diploma-stamped",))
    law = country(into("visit", "st.here", file, CROSS, kind="visa-free"), shared=(ask, sure, form))
    shares = (number("f.half", 50, "percent"), number("f.few", 5, "percent"))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, *shares)))
    (plan,) = planning(law, rich(parent()), "XA", ON, lives=400).plans
    assert "s.sure" in {step.id for step in plan.steps}
    assert "chance" in plan.best
