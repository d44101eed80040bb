"""What it is worth to react to a no, where somebody counts how often it is said or the family supposes it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.choose.plans import found, plan, step
from tests.law.made import ask, parent
from tests.law.made import number as number_
from tests.reach.made import country, describe, into, rich
from vyrai.choose import Planning, planning
from vyrai.choose.reacting import ReactingOn, TurnOn
from vyrai.choose.step_on import StepOn
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.planning import about, fields, names, turns, worth
from vyrai.world._built import Outcome

ON = date(2026, 11, 20)
W = Words("en")
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
ASK = describe("ask", "f.week", level=0, refused=True)
OTHER = describe("other", "f.ten", level=0, refused=True)
LAW = country(into("visa", "st.here", ASK, CROSS), into("permit", "st.here", OTHER, CROSS))


def fields_of(step: StepOn) -> list[Any]:
    return [*fields(W, found(plan(step)), step, False, (1,))]


def asked(suppose: float | None) -> Planning:
    return planning(LAW, rich(parent()), "XA", ON, lives=400, suppose=suppose)


def test_nothing_is_supposed_that_nobody_asked_for() -> None:
    every = asked(None)
    assert every.reacting is None
    assert all("refused" in step.unknown for one in every.plans for step in one.steps if step.refusable)
    assert "as you suppose" not in " ".join(about(W, every))


def test_after_a_no_the_other_way_is_asked_for_and_that_is_worth_what_it_adds() -> None:
    every = asked(0.3)
    of = every.reacting
    assert of is not None
    # Either is refused in 30 of 100: both in 9.
    assert (of.refused, of.value, of.without, of.exact) == (0.3, 0.91, 0.7, True)
    assert worth(W, of) == [
        "You suppose that each decision of which nobody has written down how often it is refused is refused "
        "in 30 of 100 cases, each for itself. No source says so: take it as an example.",
        "Then whoever reacts to each no as is told here comes to safety in at least four of five cases; "
        "whoever stops at the first no, in at least two of three cases.",
        "Here each decision is asked for once; what else may be done after a no stands with each plan. Fees "
        "and living are counted, pay is not.",
    ]
    assert turns(W, every, of)[0] == (1, "Begin with: r.visa: ask")
    assert (3, "After a no to 1: r.permit: other") in turns(W, every, of)
    assert any("nothing is left of what this table looks at" in text for _, text in turns(W, every, of))
    assert not any("likeliest" in names(W, every, one) for one in every.plans)
    assert "Reckoned with refusals as you suppose them: 30 of 100, where" in " ".join(about(W, every))


def test_what_is_supposed_is_lived_and_never_told_as_known() -> None:
    first = asked(0.3).plans[0]
    assert [step.unknown for step in first.steps if step.refusable] == [("supposed", "fee")]
    assert first.lived is not None
    assert "refused" not in first.lived.lives.unknown
    assert [step.refused for step in first.steps if step.refusable] == [None], "a guess is no count"
    assert not any("that somebody counted" in text for step in first.steps for _, text in fields_of(step))
    assert 0.2 < first.lived.lives.never_safe.share < 0.4, "three of ten are refused, and ask no second time"


def counted(*shares: str | None) -> Law:
    """Ways to one paper, each decided by a step, with the facts that say how often it is refused."""
    ways = []
    for number, share in enumerate(shares):
        of = Outcome() if share is None else Outcome(share={"any": share})
        decide = replace(describe(f"decide-{number}", "f.week", level=0), outcomes={"refused": of})
        ways.append(into(f"way-{number}", "st.here", decide, CROSS, kind="visa"))
    law = country(*ways)
    return Law(replace(law.atlas, facts=(*law.atlas.facts, number_("f.third", 30, "percent"))))


def test_where_every_refusal_is_counted_nobody_need_suppose_a_share() -> None:
    every = planning(counted("f.third", "f.third"), rich(), "XA", ON, lives=100)
    of = every.reacting
    assert of is not None
    assert (of.refused, of.value, of.without) == (None, 0.91, 0.7)
    assert worth(W, of)[0] == (
        "Reckoned with how often others were refused, each decision for itself; yours hang on your own case."
    )
    assert not any("as you suppose them" in text for text in about(W, every))
    # Of a way of which nobody counts the refusals nothing is told.
    one = planning(counted("f.third", None), rich(), "XA", ON, lives=100).reacting
    assert one is not None
    assert (one.value, one.without) == (0.7, 0.7)
    assert planning(counted(None), rich(), "XA", ON, lives=100).reacting is None


def test_who_comes_later_after_a_no_is_not_shut_out_where_nobody_may_work() -> None:
    """A plan without work wants to be there as soon as it can be; that is no door for another answer."""
    long = replace(
        describe("long", "f.half-year", level=0), outcomes={"refused": Outcome(share={"any": "f.third"})}
    )
    law = country(into("visa", "st.here", long, CROSS, kind="visa"), statuses=(status("here"),))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number_("f.third", 30, "percent"))))
    of = planning(law, rich(), "XA", ON, lives=100).reacting
    assert of is not None
    assert of.value == 0.7


def test_who_waits_long_is_not_shut_out_by_a_paper_that_the_plan_makes_anew() -> None:
    long = replace(
        describe("decide", "f.half-year", level=0, needs=("passport",)),
        outcomes={"refused": Outcome(share={"any": "f.third"})},
    )
    leave = describe("leave", "f.now", who_comes="each", moves=True, level=0, needs=("passport",))
    renew = describe("renew", "f.week", folder="", level=0, yields=("passport",))
    law = country(into("visa", "st.here", renew, long, leave, kind="visa"))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number_("f.third", 30, "percent"))))
    held = [{"country": "XB", "document": "passport", "expires": "2026-12-20"}]
    own = parent(citizenships={"complete": True, "items": held})
    every = planning(law, rich(own), "XA", ON, lives=100)
    assert "s.renew" in {step.id for step in every.plans[0].steps}
    assert every.reacting is not None
    assert every.reacting.value == 0.7


def test_without_a_plan_there_is_nothing_to_react_to() -> None:
    shut = country(into("visa", "st.here", ASK, CROSS, asked=(ask("no", "citizen(p, 'XA')", "person"),)))
    own = parent(citizenships={"complete": True, "items": [{"country": "XB"}]})
    every = planning(shut, rich(own), "XA", ON, lives=100, suppose=0.3)
    assert (every.plans, every.reacting) == ((), None)


@pytest.mark.parametrize(
    ("value", "without", "said"),
    [
        (
            0.8,
            0.8,
            "in at least four of five cases. Of the ways that were looked at none is a help after a no.",
        ),
        (0.55, 0.5, "in more than half of all cases, somewhat oftener by whoever reacts to each no"),
        (0.97, 0.1, "nearly always; whoever stops at the first no, in fewer than one of four cases."),
    ],
)
def test_how_much_it_is_worth_is_told_in_bands(value: float, without: float, said: str) -> None:
    of = ReactingOn(refused=0.2, value=value, without=without, exact=False, turns=())
    assert said in worth(W, of)[1]
    assert worth(W, of)[2].endswith("these are simulated answers.")


def test_rows_say_what_is_made_ready_and_what_has_no_name() -> None:
    def row(number: int, **keys: Any) -> TurnOn:
        plain: dict[str, Any] = {"after": 1, "answer": "granted", "route": None, "kind": "journey"}
        return TurnOn(number=number, **(plain | {"title": None, "prepare": (), "safe": False} | keys))

    ready = ({"en": "Buy"}, {"en": "Buy"}, {"en": "File"})
    rows = (
        row(1, after=None, answer=None, kind="step", title={"en": "Ask"}, prepare=ready),
        row(2, safe=True, kind=None),
        row(3, answer="refused", kind=None),
        row(4, answer="refused", kind=None, safe=True),
        row(5, after=3, route="xa.way"),
    )
    of = ReactingOn(refused=0.2, value=0.6, without=0.6, exact=True, turns=rows)
    every = found(plan(step("form")))
    assert turns(W, every, of) == [
        (1, "Begin with: Ask (before it: Buy; File)"),
        (2, "After a no to 1: nothing is left of what this table looks at; see what stands with the plan"),
        (3, "After a no to 1: you are there and may stay"),
        (4, "After a yes to 2: The way: The journey there"),
    ]
    assert every.reacting is None
