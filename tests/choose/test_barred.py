"""Whoever may not leave is told so before anything else, and no plan over that border is called safest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.law.made import ask, parent
from tests.reach.made import country, describe, into, rich, ticked
from vyrai.choose import planning, starting
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words import planning as said
from vyrai.words import starting as begun
from vyrai.world._built import Grant, Judgement

ON = date(2026, 11, 20)
W = Words("en")
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
OWN = {"complete": True, "items": [{"country": "XB"}]}


def gate(name: str, who: str, *asks: str) -> Any:
    """A route out of XB that is no crossing."""
    asked = tuple(ask(f"{name}{at}", rule, who) for at, rule in enumerate(asks))
    route, steps = into(name, None, folder="XB", kind="leaving", asked=asked)
    return replace(route, gives=Grant(right="left")), steps


def land(*gates: Any) -> Law:
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True, level=3)
    return country(
        into("visa", "st.here", CROSS), into("road", None, out, folder="XB", kind="leaving"), *gates
    )


JUDGED = {"xa.means": Judgement(who={"en": "the office"})}
NO, YES = "citizen(p, 'XA')", "citizen(p, 'XB')"
HOME = rich(parent(residence="XB", citizenships=OWN))


def test_what_surely_closes_the_border_is_told_and_no_plan_is_called_safest() -> None:
    law = land(gate("leave", "person", NO, YES))
    told = planning(law, HOME, "XA", ON, lives=50)
    assert [(one.way, [of["en"] for of in one.wordings]) for one in told.barred] == [
        (("r.leave",), ["leave0"])
    ]
    assert told.plans
    assert not any("danger" in plan.best for plan in told.plans)
    (text,) = said.unanswered(W, told)
    assert text.startswith("By what you have said you can be stopped and held at the border of the country")
    assert "Asked, but not so: leave0. What follows goes over it all the same." in text
    assert text.endswith("they stand with “r.leave”.")
    first = starting(law, HOME, ("XA",), ON)
    assert begun.barred(W, first) == [text]
    assert set(told.barred[0].facts) <= set(told.sources)


@pytest.mark.parametrize(
    "gates",
    [
        (),
        (gate("leave", "person", YES),),
        (gate("alone", "child", "citizen(p, 'XA')"),),
        (gate("free", "person"),),
    ],
)
def test_nobody_else_is_frightened(gates: tuple[Any, ...]) -> None:
    told = planning(land(*gates), HOME, "XA", ON, lives=50)
    assert told.barred == ()
    assert not any("stopped and held" in text for text in said.unanswered(W, told))
    assert "danger" in told.plans[0].best
    assert begun.barred(W, starting(land(*gates), HOME, ("XA",), ON)) == []


def test_who_is_out_already_is_not_barred() -> None:
    inside = into("permit", "st.here", describe("ask", "f.week"), filed="inside")
    law = country(inside, gate("leave", "person", NO))
    assert planning(law, rich(parent(residence="XA", citizenships=OWN)), "XA", ON, lives=50).barred == ()


def test_what_a_granted_step_has_settled_is_not_told_as_open() -> None:
    file = describe("file", "f.now", who_comes="each")
    decide = describe("decide", "f.week", refused=True)
    law = country(
        into(
            "visa",
            "st.here",
            file,
            decide,
            CROSS,
            asked=(ask("means", "judged('xa.means')"),),
            judgements=JUDGED,
            kind="visa",
        )
    )
    for step, open_ in (("s.file", True), ("s.decide", False)):
        told = planning(law, ticked(law, step, "granted", "2026-11-19"), "XA", ON, lives=50)
        assert bool(told.plans[0].hangs_on) is open_
