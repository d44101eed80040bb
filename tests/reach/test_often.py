"""How often a decision is a refusal is taken from those who count, for whom they count, and never made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.law.made import ON, child, fact, number, parent, price
from tests.reach.made import country, describe, drafted, into, rich, step_of, ticked
from vyrai.choose import planning
from vyrai.law import Law
from vyrai.world import Fact
from vyrai.world._built import Outcome

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
SHARES = (
    number("f.some", 6, "percent"),
    number("f.most", (20, 90), "percent"),
    number("f.at-most", (None, 30), "percent"),
    number("f.all", 100, "percent"),
    number("f.none", 0, "percent"),
    number("f.granted", (94, 99), "percent"),
    number("f.gone", 50, "percent", valid=None, observed=(1, 2)),
    number("f.or-more", (50, None), "percent"),
    fact("f.two", price(10, "percent"), price(30, "percent")),
    fact("f.two-granted", price(60, "percent"), price(80, "percent")),
)
MINE = {"complete": True, "items": [{"country": "XB"}]}


def law_of(of_step: dict[str, Outcome], of_route: dict[str, Outcome] | None = None) -> Law:
    """A country with one visa, decided by a step."""
    decide = replace(describe("decide", "f.week", level=0), outcomes=of_step)
    law = country(into("visa", "st.here", decide, CROSS, outcomes=of_route or {}, kind="visa"))
    return Law(replace(law.atlas, facts=(*law.atlas.facts, *SHARES)))


def refused(of_step: dict[str, Outcome], of_route: dict[str, Outcome] | None = None, **keys: Any) -> Any:
    """The share refused of the deciding step, and whether it is told as unknown."""
    drawn = drafted(law_of(of_step, of_route), rich(parent(citizenships=MINE, **keys)))
    step = step_of(drawn.problem, "r.visa/s.decide")
    return step.refused, "refused" in step.unknown


def shared(fact: str, whose: str = "XB") -> Outcome:
    return Outcome(share={whose: fact})


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        ({"refused": shared("f.some")}, (0.06, False)),
        ({"granted": shared("f.granted")}, (0.06, False)),
        ({"refused": shared("f.most")}, (0.9, False)),
        ({"refused": shared("f.at-most")}, (0.3, False)),
        ({"refused": shared("f.all")}, (1, False)),
        ({"granted": shared("f.none")}, (1, False)),
        ({"refused": shared("f.some", "any")}, (0.06, False)),
        ({"refused": Outcome(share={"XB": "f.some", "any": "f.most"})}, (0.06, False)),
        ({"refused": Outcome(), "granted": shared("f.granted")}, (0.06, False)),
        ({"refused": shared("f.some"), "granted": shared("f.none")}, (1, False)),
        # Of two that contradict each other the one with more refusals; what has no end is all.
        ({"refused": shared("f.two")}, (0.3, False)),
        ({"granted": shared("f.two-granted")}, (0.4, False)),
        ({"refused": shared("f.or-more")}, (1, False)),
        ({"refused": shared("f.gone"), "granted": shared("f.granted")}, (0.06, False)),
        ({"refused": shared("f.none")}, (None, True)),
        # Counted of others, too long ago, or nobody refused of those who were counted: that says nothing.
        ({"refused": shared("f.some", "XA")}, (None, True)),
        ({"refused": shared("f.gone")}, (None, True)),
        ({"refused": Outcome(share={"XB": "f.gone", "any": "f.some"})}, (None, True)),
        ({"refused": shared("f.some", "any"), "granted": shared("f.gone")}, (None, True)),
        ({"granted": shared("f.all")}, (None, True)),
        ({"refused": Outcome()}, (None, True)),
        ({}, (None, True)),
    ],
)
def test_the_most_that_is_said_is_reckoned_with(outcomes: dict[str, Outcome], told: tuple[Any, bool]) -> None:
    assert refused(outcomes) == told


def test_what_the_route_says_is_of_its_decision() -> None:
    assert refused({}, {"refused": shared("f.some")}) == (0.06, False)
    assert refused({"refused": Outcome()}, {"granted": shared("f.granted")}) == (0.06, False)
    assert refused({"refused": shared("f.most")}, {"granted": shared("f.granted")}) == (0.9, False)


def test_of_a_family_with_two_passports_nobody_counts_unless_everybody_is_counted() -> None:
    law = law_of({"refused": shared("f.some")})
    other = parent(alias="Rook", citizenships={"complete": True, "items": [{"country": "XA"}]})
    mixed = drafted(law, rich(parent(citizenships=MINE), other))
    assert step_of(mixed.problem, "r.visa/s.decide").refused is None
    young = child(citizenships={"complete": True, "items": [{"country": "XA"}]})
    family = drafted(law, rich(parent(citizenships=MINE), young))
    assert step_of(family.problem, "r.visa/s.decide").refused is None
    unsaid = drafted(law, rich(parent()))
    assert step_of(unsaid.problem, "r.visa/s.decide").refused is None
    apart = law_of({"refused": Outcome(share={"XB": "f.some", "any": "f.most"})})
    drawn = drafted(apart, rich(parent(citizenships=MINE), other))
    assert step_of(drawn.problem, "r.visa/s.decide").refused is None, "of everybody is not of them"


def test_of_those_who_ask_again_after_a_refusal_nobody_counts() -> None:
    file = describe("file", "f.week", level=0)
    decide = replace(
        describe("decide", "f.week", level=0),
        outcomes={"refused": Outcome(share={"any": "f.some"}, steps=("s.file",))},
    )
    law = country(into("visa", "st.here", file, decide, CROSS, kind="visa"))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, *SHARES)))
    again = drafted(law, ticked(law, "s.decide", "refused"))
    step = step_of(again.problem, "r.visa/s.decide/s.decide")
    assert (step.refused, "refused" in step.unknown) == (None, True)


def test_the_share_stands_in_the_plan_with_its_fact_and_in_its_lives() -> None:
    found = planning(law_of({"refused": shared("f.most", "any")}), rich(), "XA", ON, risk=0.5, lives=400)
    (plan,) = found.plans
    (step,) = [one for one in plan.steps if one.refusable]
    assert (step.refused, "f.most" in step.facts, plan.refusals_unknown) == (0.9, True, 0)
    assert plan.comes_to["chance"] == 23_026, "-ln(0.1) x 10 000"
    assert plan.lived is not None
    assert plan.lived.lives.never_safe.share == pytest.approx(0.9, abs=0.05)
    assert not plan.lived.holds, "in more than half it is never reached"


def test_who_asks_the_same_office_again_meets_the_share_of_those_who_ask_again() -> None:
    decide = replace(
        describe("decide", "f.week", level=0),
        outcomes={"refused": Outcome(share={"any": "f.some"}, steps=("s.anew",))},
    )
    anew = replace(describe("anew", "f.week", level=0), outcomes={"refused": shared("f.most", "any")})
    law = country(into("visa", "st.here", decide, CROSS, kind="visa"), shared=(anew,))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, *SHARES)))
    again = drafted(law, ticked(law, "s.decide", "refused"))
    assert step_of(again.problem, "r.visa/s.decide/s.anew").refused == 0.9


def test_a_share_of_everybody_is_told_as_such_and_of_the_own_people_not() -> None:
    def others(whose: str) -> bool:
        drawn = drafted(law_of({"refused": shared("f.some", whose)}), rich(parent(citizenships=MINE)))
        return "others" in step_of(drawn.problem, "r.visa/s.decide").unknown

    assert (others("any"), others("XB")) == (True, False)


def test_what_only_may_be_granted_is_decided_where_somebody_counts_it() -> None:
    grants = replace(describe("decide", "f.week", level=0), outcomes={"granted": shared("f.granted", "any")})
    plain = replace(describe("decide", "f.week", level=0), outcomes={"granted": Outcome()})
    fetch = describe("fetch", "f.week", level=0)
    law = country(into("visa", "st.here", grants, fetch, CROSS))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, *SHARES)))
    drawn = drafted(law, rich())
    assert "given:r.visa" in step_of(drawn.problem, "r.visa/s.decide").yields
    assert step_of(drawn.problem, "r.visa/s.fetch").refused == 0
    free = drafted(country(into("visa", "st.here", plain, CROSS, kind="visa-free")), rich())
    assert step_of(free.problem, "r.visa/s.decide").refused == 0


TWICE = {"complete": True, "items": [{"country": "XB"}, {"country": "XA"}]}


def test_of_two_citizenships_that_all_hold_the_one_with_more_refusals_counts() -> None:
    for few, many in (("XA", "XB"), ("XB", "XA")):
        law = law_of({"refused": Outcome(share={few: "f.some", many: "f.most"})})
        step = step_of(drafted(law, rich(parent(citizenships=TWICE))).problem, "r.visa/s.decide")
        assert (step.refused, [one for one in step.facts if one in ("f.some", "f.most")]) == (0.9, ["f.most"])


def test_who_is_of_no_one_citizenship_that_is_counted_is_told_so_and_not_that_nobody_counts() -> None:
    other = parent(alias="Rook", citizenships={"complete": True, "items": [{"country": "XA"}]})

    def apart(outcome: Outcome, *members: dict[str, Any]) -> bool:
        step = step_of(drafted(law_of({"refused": outcome}), rich(*members)).problem, "r.visa/s.decide")
        assert step.refused is None
        return "apart" in step.unknown

    mine = parent(citizenships=MINE)
    assert apart(shared("f.some"), mine, other), "one of them is counted, the other is not"
    assert apart(shared("f.some"), mine, parent(alias="Rook")), "one of them has not said"
    assert apart(shared("f.some"), parent()), "nobody has said"
    assert not apart(Outcome(), mine, other), "nobody is counted at all"
    assert not apart(shared("f.some", "XA"), mine), "their own people are not counted"
    assert not apart(shared("f.gone"), mine), "their own people were counted too long ago"
    assert not apart(Outcome(share={"any": "f.gone"}), mine, other)
    decided = drafted(law_of({}, {"refused": shared("f.some")}), rich(mine, other))
    assert "apart" in step_of(decided.problem, "r.visa/s.decide").unknown


def test_a_step_that_is_asked_for_again_cites_no_share_of_the_first_time() -> None:
    file = describe("file", "f.week", level=0)
    outcome = Outcome(share={"any": "f.some"}, steps=("s.file",))
    decide = replace(describe("decide", "f.week", level=0), outcomes={"refused": outcome})
    law = country(into("visa", "st.here", file, decide, CROSS, kind="visa"))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, *SHARES)))
    first = step_of(drafted(law, rich()).problem, "r.visa/s.decide")
    again = step_of(drafted(law, ticked(law, "s.decide", "refused")).problem, "r.visa/s.decide/s.decide")
    assert "f.some" in first.facts
    assert "f.some" not in again.facts


@pytest.mark.parametrize(
    ("of_step", "of_route", "facts"),
    [
        ({"refused": shared("f.gone")}, {}, ("f.gone",)),
        ({"granted": Outcome(share={"XB": "f.gone", "any": "f.some"})}, {}, ("f.gone",)),
        ({}, {"refused": shared("f.gone")}, ("f.gone",)),
        ({"refused": shared("f.gone", "XA")}, {}, ()),
        ({"refused": shared("f.gone", "any")}, {}, ()),
        ({"refused": shared("f.none")}, {}, ()),
        ({"refused": Outcome()}, {}, ()),
        ({"refused": shared("f.gone")}, {"refused": shared("f.some")}, ()),
    ],
)
def test_a_share_that_is_too_old_is_named_and_not_counted(
    of_step: dict[str, Outcome], of_route: dict[str, Outcome], facts: tuple[str, ...]
) -> None:
    drawn = drafted(law_of(of_step, of_route), rich(parent(citizenships=MINE)))
    step = step_of(drawn.problem, "r.visa/s.decide")
    assert ("dated" in step.unknown) == bool(facts)
    assert not facts or (step.refused is None and set(facts) <= set(step.facts))


LONG_AGO = date(2015, 1, 1).toordinal(), date(2015, 12, 31).toordinal()


def gone(name: str, *shares: Any) -> Fact:
    """Counted in 2015."""
    one = {"valid": None, "observed": LONG_AGO}
    return fact(name, *(price(share, "percent", **one, as_of=LONG_AGO) for share in shares))


@pytest.mark.parametrize(
    ("of_step", "of_route", "told"),
    [
        ({"refused": shared("f.half")}, {}, (50, 50, 2015)),
        ({"refused": shared("f.between")}, {}, (51, 63, 2015)),
        ({"granted": shared("f.between")}, {}, (37, 49, 2015)),
        ({"granted": shared("f.at-least")}, {}, (0, 10, 2015)),
        ({"refused": shared("f.rivals")}, {}, (10, 30, 2015)),
        ({}, {"refused": shared("f.half")}, (50, 50, 2015)),
        ({"refused": shared("f.half"), "granted": shared("f.at-least")}, {}, (50, 50, 2015)),
        ({"refused": shared("f.said")}, {}, None),
        ({"refused": shared("f.some")}, {}, None),
        ({"refused": shared("f.half", "XA")}, {}, None),
    ],
)
def test_what_was_counted_long_ago_is_told_with_its_year(
    of_step: dict[str, Outcome], of_route: dict[str, Outcome], told: Any
) -> None:
    old = (
        gone("f.half", 50),
        gone("f.between", (51, 63)),
        gone("f.at-least", (90, None)),
        gone("f.rivals", 10, 30),
        replace(gone("f.said", 1), claims=(replace(gone("f.said", 1).claims[0], value=None),)),
    )
    law = law_of(of_step, of_route)
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, *old)))
    (plan,) = planning(law, rich(parent(citizenships=MINE)), "XA", ON, lives=50).plans
    (once,) = [step.once for step in plan.steps if step.step == "s.decide"]
    assert (once and (once.least, once.most, once.year)) == told


@pytest.mark.parametrize(
    ("of_step", "facts"),
    [
        ({"granted": Outcome(facts=("f.some",))}, ()),  # Of a step that cannot be refused nothing is said.
        ({"granted": Outcome(facts=("f.some",)), "refused": Outcome()}, ("f.some",)),
        ({"refused": Outcome(facts=("f.two", "f.week"))}, ("f.two",)),
        ({"refused": Outcome(share={"XB": "f.some"}, facts=("f.two",))}, ()),
        ({"refused": Outcome(share={"XA": "f.some"}, facts=("f.two",))}, ("f.two",)),
        ({"refused": Outcome(facts=("f.week",))}, ()),
    ],
)
def test_what_was_counted_of_others_is_named_and_not_reckoned_with(
    of_step: dict[str, Outcome], facts: tuple[str, ...]
) -> None:
    drawn = drafted(law_of(of_step), rich(parent(citizenships=MINE)))
    step = step_of(drawn.problem, "r.visa/s.decide")
    assert ("crowd" in step.unknown) == bool(facts)
    assert not facts or (step.refused is None and set(facts) <= set(step.facts))
