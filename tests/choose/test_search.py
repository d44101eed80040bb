"""The search behind plans: ways that lack the same, whoever stops it, and what a way hangs on."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.law.made import ask, case, parent
from tests.reach.made import country, describe, into, rich
from vyrai.choose import Planning, form_of, planning
from vyrai.family import loads
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words._plan_living import lacking
from vyrai.words.planning import about, hangs_on, nothing, remedy, unanswered
from vyrai.world._built import Grant

ON = date(2026, 11, 20)
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
QUICK = describe("quick", "f.week", who_comes="applicant", costs=("f.dear",))
QUICKER = describe("quicker", "f.now", who_comes="applicant", costs=("f.dear",))
SLOW = describe("slow", "f.ten", who_comes="applicant", costs=("f.fee",))
W = Words("en")


def asked(*ways: Any, amount: int, **keys: Any) -> Planning:
    return planning(country(*ways), rich(parent(), amount=amount), "XA", ON, lives=100, **keys)


def test_of_ways_that_lack_the_same_each_is_told_somewhere() -> None:
    two = (into("quick", "st.here", QUICK, CROSS), into("quicker", "st.here", QUICKER, CROSS))
    poor = asked(*two, amount=100)
    assert {one.way for one in poor.plans} == {("r.quick",), ("r.quicker",)}
    assert {one.lacking.sum for one in poor.plans if one.lacking} == {800}
    gives_up = {one.way: {of.objective for of in one.gives_up} for one in poor.plans}
    assert gives_up == {("r.quicker",): set(), ("r.quick",): {"weeks"}}
    beside = asked(into("slow", "st.here", SLOW, CROSS), *two, amount=700)
    told = {one.way for one in beside.plans} | set(beside.empty)
    assert told == {("r.slow",), ("r.quick",), ("r.quicker",)}
    assert {one.way for one in beside.without} == set(beside.empty)


def test_the_money_is_needed_when_the_plan_that_is_shown_needs_it() -> None:
    """A fee at once, and rent a month later: the sum is for the rent."""
    late = asked(into("quick", "st.here", QUICK, CROSS), amount=650)
    (plan,) = late.plans
    assert plan.lacking is not None
    assert (plan.lacking.sum, plan.lacking.by) == (300, "2026-12-20")
    assert (plan.lacking.first, plan.lacking.all_by) == (300, "2026-12-20")


def test_a_sum_that_is_lacking_bit_by_bit_is_told_with_its_first_part() -> None:
    """A fee of 640 at once with 500 saved, and a rent of 300 a month later."""
    bits = asked(into("quick", "st.here", QUICK, CROSS), amount=500)
    (plan,) = bits.plans
    assert plan.lacking is not None
    of = plan.lacking
    assert (of.sum, of.by, of.first, of.all_by) == (400, "2026-11-20", 100, "2026-12-20")
    told = lacking(W, bits, of, False)
    assert told.startswith("400 XXA more, earned, lent or given by relatives, at the latest on 20 December")
    assert told.endswith("; 100 XXA of it already on 20 November 2026")


def test_stopped_while_it_looks_for_more_money_it_tells_what_is_lacking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = import_module("vyrai.choose._search")
    calls: list[int] = []
    search = module.plan_all

    def once(*words: Any, **keys: Any) -> Any:
        if calls:
            raise KeyboardInterrupt
        calls.append(1)
        return search(*words, **keys)

    monkeypatch.setattr(module, "plan_all", once)
    found = asked(into("quick", "st.here", QUICK, CROSS), amount=100)
    assert (found.plans, found.empty, found.proven) == ((), (("r.quick",),), False)
    assert [one.sum for one in found.without] == [900 - 100]


def test_a_search_for_more_money_that_is_cut_short_shows_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("vyrai.choose._search")
    search = module.plan_all

    def cut(drafted: Any, *words: Any) -> Any:
        found = search(drafted, *words)
        return found if not found.plans else type(found)((), False, 0, found.empty, ("r.quick",))

    monkeypatch.setattr(module, "plan_all", cut)
    found = asked(into("quick", "st.here", QUICK, CROSS), amount=100)
    assert (found.plans, found.empty) == ((), (("r.quick",),))


def test_a_plan_says_what_its_way_hangs_on_and_money_does_not_mend_it() -> None:
    clean = ask("clean", "not p.criminal_record", "person")
    way = into("visa", "st.here", QUICK, CROSS, asked=(clean,))
    found = asked(way, amount=5_000)
    (plan,) = found.plans
    assert plan.verdict == "perhaps"
    assert plan.hangs_on
    said = hangs_on(W, plan.hangs_on)
    assert said == "; ".join(text["en"].rstrip(".") for text in plan.hangs_on)
    many = [{"en": f"Thing {n}."} for n in range(7)]
    assert hangs_on(W, many) == "Thing 0; Thing 1; Thing 2; Thing 3; Thing 4; 2 more things"
    poor = asked(way, into("slow", "st.here", SLOW, CROSS), amount=350)
    (mend,) = poor.without
    assert remedy(W, poor, mend).endswith(f"; and it hangs on: {hangs_on(W, mend.hangs_on)}")


def test_what_a_claim_stands_on_is_not_lost_behind_all_that_a_visa_asks() -> None:
    """The first thing of each route comes before the second of any, and each thing once."""
    rules = ("not p.exit_ban", "p.insured", "not p.criminal_record")
    asked_of_visa = [ask(f"visa-{n}", rule, "person") for n, rule in enumerate(rules)]
    visa = into("visa", "st.guest", QUICK, CROSS, asked=tuple(asked_of_visa), filed="outside", kind="visa")
    claims = (ask("fear", "sponsor"), ask("same", "p.insured", "person"), ask("more", "host"))
    claim = into(
        "claim", "st.here", describe("claim", "f.now"), asked=claims, filed="inside", kind="protection"
    )
    law = country(visa, claim, statuses=(status("here", {"work": "yes"}), status("guest")))
    found = planning(law, rich(amount=5_000), "XA", date(2026, 11, 20), lives=50)
    (plan,) = [one for one in found.plans if one.way == ("r.visa", "r.claim")]
    alone = planning(
        country(into("visa", "st.here", QUICK, CROSS, asked=(ask("fear", "sponsor"),))),
        rich(amount=5_000),
        "XA",
        date(2026, 11, 20),
        lives=50,
    )
    told = [text["en"] for text in plan.hangs_on]
    assert told[1] == alone.plans[0].hangs_on[0]["en"]
    assert len(told) == len(set(told)) == 5


def test_a_way_for_holders_of_a_paper_is_planned_for_who_has_named_it() -> None:
    """What is not named counts as not there, and that is said; else a plan would rest on it unasked."""
    rule = ask("card", "any(s.status == 'st.here' for s in p.statuses)", "person")
    way = into("visa", "st.here", QUICK, CROSS, asked=(rule,))
    untold = asked(way, amount=5_000)
    assert (untold.plans, "untold" in untold.unknown) == ((), True)
    assert nothing(Words("en"), untold, bool(untold.empty)).startswith(
        "Every way into this country that is left hangs on papers or stays that you have not named"
    )
    law = country(way)
    held = {"members": [parent(statuses=[{"status": "st.here"}])]}
    told = planning(law, loads(json.dumps(held), form_of(law.atlas)), "XA", date(2026, 11, 20), lives=50)
    assert told.plans
    assert "untold" not in told.unknown
    free = into("free", "st.here", QUICK, CROSS)
    beside = asked(way, free, amount=5_000)
    assert [one.way for one in beside.plans] == [("r.free",)]
    assert any("that you have not named count as not there" in text for text in about(Words("en"), beside))
    assert not any("not named" in text for text in about(Words("en"), told))


def test_what_nobody_answered_of_leaving_stands_above_the_plans() -> None:
    barred = ask("barred", "not p.exit_ban", "person")
    check = describe("check", folder="XB")
    route, steps = into("out", None, check, folder="XB", kind="leaving", asked=(barred,))
    out = (replace(route, gives=Grant(right="left")), steps)
    law = country(into("visa", "st.here", QUICK, CROSS), out)
    found = told(law, residence="XB")
    assert [text["en"] for text in found.leaving]
    assert unanswered(W, found)[0].startswith("Not answered yet, and it may stop you at the border: ")
    assert told(law, residence="XB", exit_ban="no").leaving == ()
    assert told(law, residence="XA").leaving == (), "they have left"


def told(law: Law, **answers: Any) -> Planning:
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 5_000}]}
    return planning(law, case(parent(**answers), savings=savings), "XA", ON, lives=100)
