"""What a plan tells of a no: what may then be done, and the quickest way that is left."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.choose.plans import plan, step
from tests.law.made import after, ask, number, parent
from tests.reach.made import HERE, country, describe, into
from vyrai.choose import Planning, form_of, planning
from vyrai.choose.plan_on import PlanOn
from vyrai.choose.refusals import RefusalOn
from vyrai.choose.step_on import LockedOn
from vyrai.family import loads
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.planning import about_refusals, after_refusal
from vyrai.world._built import Bond, Locks, Outcome, Takes

ON = date(2026, 11, 20)
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.fee",))
ASK = describe("ask", "f.week", outcomes={"refused": Outcome(text={"en": "Ask why."}, facts=("f.week",))})
LONG = describe("long", "f.ten")


def planned(law: Law, amount: int = 10_000, **root: Any) -> Planning:
    """The plans of a family that is asked by the form of this country, which knows its steps."""
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": amount}]}
    written = {"members": [parent()], "savings": savings, **root}
    return planning(law, loads(json.dumps(written), form_of(law.atlas)), "XA", ON, lives=200)


def plan_of(law: Law, way: str = "r.visa", **root: Any) -> PlanOn:
    return next(one for one in planned(law, **root).plans if one.way == (way,))


def the(law: Law, way: str = "r.visa", **root: Any) -> RefusalOn:
    plan = plan_of(law, way, **root)
    assert plan.refusals is not None
    return plan.refusals[0]


def said(law: Law, **root: Any) -> str:
    found = planned(law, **root)
    (plan,) = [one for one in found.plans if one.way == ("r.visa",)]
    assert plan.refusals
    return after_refusal(Words("en"), found, plan.refusals[0])


TWO = country(into("visa", "st.here", ASK, CROSS), into("slow", "st.here", LONG, CROSS, kind="visa-free"))


def test_the_quickest_way_that_is_left_is_told_from_the_day_of_the_answer() -> None:
    one = the(TWO)
    assert (one.on, one.text, one.facts) == ("2026-11-27", {"en": "Ask why."}, ("f.week",))
    assert one.here is not None
    # Seven days are gone; the other way takes seventy from then on.
    assert (one.here.way, one.here.same, one.here.on) == (("r.slow",), False, "2027-02-05")
    assert (one.here.fees, one.here.at_least) == (40, False)
    assert said(TWO) == (
        "Ask why. Then the quickest way that is left is r.slow: there and allowed to stay 5 February 2027, "
        "fees 40 XXA."
    )


def test_what_is_paid_by_the_answer_is_gone() -> None:
    """What was saved pays one way or the other; after a refusal the second cannot be paid any more."""
    dear = describe("ask", "f.week", outcomes=ASK.outcomes, who_comes="applicant", costs=("f.fee",))
    file = describe("file", "f.ten", who_comes="applicant", costs=("f.fee",))
    law = country(into("visa", "st.here", dear, CROSS), into("slow", "st.here", file, CROSS))
    enough, poor = the(law, amount=420), the(law, amount=400)
    assert enough.here is not None
    assert poor.here is None
    assert "no plan into this country is left" in said(law, amount=400)


def test_what_was_done_before_a_no_is_not_done_again() -> None:
    """The stamp takes ten weeks, once: a week after the no the other way is there."""
    stamp = describe("stamp", "f.ten", folder="", yields=("diploma-stamped",), costs=("f.fee",))
    dear = describe("ask", "f.week", outcomes=ASK.outcomes, needs=("diploma-stamped",))
    file = describe("file", "f.week", needs=("diploma-stamped",))
    law = country(
        into("visa", "st.here", dear, CROSS),
        into("slow", "st.here", file, describe("more", "f.week"), CROSS, kind="visa-free"),
        shared=(stamp,),
    )
    one = the(law)
    assert one.here is not None
    assert (one.on, one.here.on, one.here.fees) == ("2027-02-05", "2027-02-19", 40), (
        "only the crossing is paid"
    )


def locked(**keys: Any) -> Law:
    """A way that locks 3,600 for the paper that its visa asks for, and another that takes 600."""
    put = describe("put", level=0, yields=("passport",))
    visa = describe("ask", "f.week", needs=("passport",), **({"outcomes": ASK.outcomes} | keys))
    dear = describe("file", "f.ten", who_comes="applicant", costs=("f.dear",))
    locks = Locks(step="s.put", sum="xa.upkeep", months="f.year")
    law = country(
        into("visa", "st.here", put, visa, CROSS, locks=locks), into("slow", "st.here", dear, CROSS)
    )
    return Law(replace(law.atlas, facts=(*law.atlas.facts, number("xa.upkeep", 3_600, "XXA"))))


def test_what_a_refused_way_had_locked_is_set_free_for_another() -> None:
    one = the(locked(), amount=3_700)
    assert one.here is not None
    # 600, the crossing and rent until pay are paid from what was locked.
    assert (one.here.way, one.here.fees) == (("r.slow",), 640)


def test_of_money_that_had_only_to_be_shown_it_is_not_said_that_it_was_locked() -> None:
    def said(shown: bool) -> str:
        of = LockedOn(sum=600, least=False, shown=shown, monthly=600, months=1, unless=None)
        return about_refusals(Words("en"), plan(step("account", locked=of)))

    assert "What was locked is taken as free" in said(False)
    assert "locked" not in said(True)


def test_what_is_asked_for_again_locks_it_again() -> None:
    """Once more asked for, and whoever has less than the sum by then cannot."""
    law = locked(outcomes={"refused": Outcome(steps=("s.ask",))}, costs=("f.fee",), who_comes="applicant")
    enough, poor = the(law, amount=3_600 + 120), the(law, amount=3_600 + 80)
    assert enough.here is not None
    assert (enough.here.same, enough.here.on) == (True, "2026-12-04")
    assert poor.here is not None
    assert poor.here.way == ("r.slow",)


def test_what_is_locked_when_they_have_left_stays_so() -> None:
    """It is there by then, and its second paper is refused: the other way there is not paid for."""
    put = describe("put", level=0)
    renew = describe("renew", "f.week", at="inside", outcomes=ASK.outcomes)
    file = describe("file", "f.week", at="inside", who_comes="applicant", costs=("f.dear",))
    locks = Locks(step="s.put", sum="xa.upkeep", months="f.year")
    law = country(
        into("visa", "st.brief", put, CROSS, locks=locks),
        into("permit", "st.here", renew, **after("st.brief")),
        into("stay", "st.here", file, filed="inside"),
        statuses=(status("brief"), HERE),
    )
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number("xa.upkeep", 3_600, "XXA"))))

    def left(amount: int) -> object:
        plan = next(one for one in planned(law, amount=amount).plans if one.way == ("r.visa", "r.permit"))
        assert plan.refusals is not None
        return plan.refusals[-1].here

    assert left(9_000) is not None
    assert left(3_700) is None


def test_what_may_be_done_after_a_refusal_goes_on_with_the_same_way() -> None:
    again = describe("again", "f.ten")
    ask_again = describe("ask", "f.week", outcomes={"refused": Outcome(steps=("s.again",))})
    law = country(into("visa", "st.here", ask_again, CROSS), shared=(again,))
    one = the(law)
    assert one.here is not None
    assert (one.here.same, one.here.on, one.text) == (True, "2027-02-05", None)
    assert said(law).startswith("Then the same way goes on: there and allowed to stay 5 February 2027")


def test_a_way_whose_steps_nobody_wrote_down_is_refused_as_a_whole() -> None:
    law = country(into("visa", "st.here"), into("slow", "st.here", LONG, CROSS, kind="visa-free"))
    one = the(law)
    assert one.here is not None
    assert one.here.way == ("r.slow",)
    assert the(country(into("visa", "st.here"))).here is None


def test_whoever_is_there_by_then_needs_no_second_journey() -> None:
    """It has gone there on its first paper when the second is refused: what is left is asked for there."""
    renew = describe("renew", "f.ten", at="inside", outcomes=ASK.outcomes)
    law = country(
        into("visa", "st.brief", describe("ask", "f.week")),
        into("permit", "st.here", renew, **after("st.brief")),
        into("stay", "st.here", describe("file", "f.half-year", at="inside"), filed="inside"),
        statuses=(status("brief", {"work": "yes"}), HERE),
    )
    plan = next(one for one in planned(law).plans if one.way == ("r.visa", "r.permit"))
    assert plan.refusals is not None
    told = {plan.steps[one.step].id.rpartition("/")[2]: one.here for one in plan.refusals}
    assert told["s.ask"] is None, "nobody lets the family in"
    left = told["s.renew"]
    assert left is not None, "not the visa again, which is asked for outside"
    assert (left.way, left.on) == (("r.stay",), "2027-05-07")


def test_a_sum_that_a_plan_takes_as_if_it_were_there_is_there_after_a_refusal_too() -> None:
    pay = describe("pay", "f.now", who_comes="each", moves=True, level=0, costs=("f.dear",))
    law = country(into("visa", "st.here", ASK, pay), into("slow", "st.here", LONG, pay))
    found = planned(law, amount=10)
    plan = next(one for one in found.plans if one.way == ("r.visa",))
    assert plan.lacking is not None
    assert plan.refusals is not None
    left = plan.refusals[0].here
    assert left is not None
    assert left.way == ("r.slow",)


def with_another_country() -> Law:
    sail = describe("sail", "f.ten", folder="XC", moves=True)
    law = country(
        into("visa", "st.here", ASK, CROSS), into("other", "st.here", sail, folder="XC", kind="visa")
    )
    second = [replace(one, id="XC") for one in law.atlas.countries if one.id == "XA"]
    return Law(replace(law.atlas, countries=(*law.atlas.countries, *second)))


def test_a_place_in_the_pocket_is_the_plan_behind_the_plan() -> None:
    law = with_another_country()
    kept = {"what": "XC", "mark": "pocket", "keeps_open": "The aunt writes in May."}
    marks = [kept, {"what": "XA", "mark": "pocket"}, {"what": "r.visa", "mark": "keep"}]
    (left,) = the(law, marks=marks).pocket
    assert (left.country, left.way, left.keeps_open) == ("XC", ("r.other",), "The aunt writes in May.")
    assert said(law, marks=marks).endswith(
        "In your pocket: Xanadu, r.other; there and allowed to stay 5 February 2027, fees not known. "
        "What keeps it open, in your words: “The aunt writes in May”."
    )


def test_whoever_is_abroad_by_then_is_led_by_no_way_out_of_home() -> None:
    hear = describe("hear", "f.week", at="inside", outcomes=ASK.outcomes)
    road = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    sail = describe("sail", "f.ten", folder="XC", moves=True)
    law = country(
        into("visa", "st.here", ASK, CROSS, hear),
        into("road", None, road, folder="XB", kind="leaving"),
        into("other", "st.here", sail, folder="XC", kind="visa"),
    )
    second = [replace(one, id="XC") for one in law.atlas.countries if one.id == "XA"]
    law = Law(replace(law.atlas, countries=(*law.atlas.countries, *second)))
    family = {"marks": [{"what": "XC", "mark": "pocket"}]}
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    written = {"members": [parent(residence="XB")], "savings": savings, **family}
    found = planning(law, loads(json.dumps(written), form_of(law.atlas)), "XA", ON, lives=50)
    (told,) = found.plans
    at_home, abroad = told.refusals or ()
    assert [one.out for one in at_home.pocket] == ["r.road"]
    assert [(one.out, one.at_least) for one in abroad.pocket] == [(None, True)]


def test_a_place_that_lapsed_is_no_longer_in_the_pocket() -> None:
    law, kept = with_another_country(), {"what": "XC", "mark": "pocket"}
    # The answer comes on the 27th: what lapses before it is no plan behind the plan by then.
    for lapsed in ("2026-11-19", "2026-10", "2025", "2026-11-26"):
        assert the(law, marks=[{**kept, "until": lapsed}]).pocket == ()
    for kept_until in ("2026-11-27", "2026-11", "2026"):
        assert len(the(law, marks=[{**kept, "until": kept_until}]).pocket) == 1


def test_whoever_is_inside_is_sent_to_no_way_that_begins_outside() -> None:
    """The border, where protection is asked for, is behind whoever is refused inside."""
    renew = describe("renew", "f.ten", at="inside", outcomes=ASK.outcomes)
    claim = describe("claim", "f.now", who_comes="each", moves=True, level=3)
    law = country(
        into("visa", "st.brief", describe("ask", "f.week"), CROSS),
        into("permit", "st.here", renew, **after("st.brief")),
        into("border", "st.here", claim, kind="protection"),
        statuses=(status("brief", {"work": "yes"}), HERE),
    )
    plan = next(one for one in planned(law).plans if one.way == ("r.visa", "r.permit"))
    (told,) = [one for one in plan.refusals or () if plan.steps[one.step].id.endswith("s.renew")]
    assert told.here is None


def test_what_was_ticked_before_stays_ticked() -> None:
    first = describe("first", "f.half-year")
    law = country(into("visa", "st.here", first, ASK, CROSS), into("slow", "st.here", first, LONG, CROSS))
    done = {"complete": False, "items": [{"step": "s.first"}, {"step": "s.ask", "outcome": "no_answer"}]}
    with_list = the(law, done=done)
    assert with_list.here is not None
    assert (with_list.here.way, with_list.here.on) == (("r.slow",), "2027-02-05")


def test_a_search_that_is_stopped_says_nothing_of_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("vyrai.choose.refusals"), "quickest", stop)
    assert plan_of(TWO).refusals is None


def test_a_no_to_what_decides_nothing_leaves_the_family_where_it_is() -> None:
    """A school may refuse a place: whoever is there may stay all the same."""
    place = describe("place", "f.week", at="inside", outcomes={"refused": Outcome()})
    law = country(into("visa", "st.here", CROSS, place, kind="visa-free"))
    plan = plan_of(law)
    assert plan.refusals is not None
    (one,) = plan.refusals
    assert (plan.steps[one.step].id, one.stays) == ("r.visa/s.place", True)
    told = after_refusal(Words("en"), planned(law), one)
    assert told == "You are there all the same, for as long as the paper lasts that let you in."


def test_an_answer_of_which_nobody_knows_the_day_makes_later_days_later() -> None:
    open_ = describe("ask", None, outcomes=ASK.outcomes)
    one = the(
        country(into("visa", "st.here", open_, CROSS), into("slow", "st.here", LONG, CROSS, kind="visa-free"))
    )
    assert one.here is not None
    assert (one.here.at_least, one.here.about) == (True, False)
    by_law = replace(describe("ask", None, outcomes=ASK.outcomes), takes=Takes(law="f.week"))
    other = the(
        country(
            into("visa", "st.here", by_law, CROSS), into("slow", "st.here", LONG, CROSS, kind="visa-free")
        )
    )
    assert other.here is not None
    assert (other.here.at_least, other.here.about) == (False, True)


def test_of_what_is_left_it_is_told_that_most_are_refused_and_what_is_bound_by_then() -> None:
    hard = replace(describe("long", "f.ten"), outcomes={"refused": Outcome(share={"any": "f.most"})})
    binds = (Bond(what={"en": "No claim elsewhere"}),)
    asked = replace(ASK, who_comes="applicant")
    granted = (Bond(what={"en": "To stay put"}),)
    way = into("visa", "st.here", asked, CROSS, closes=binds, binds=granted)
    law = country(way, into("slow", "st.here", hard, CROSS))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number("f.most", 90, "percent"))))
    one = the(law)
    assert one.here is not None
    assert (one.here.refused, [text["en"] for text in one.closes]) == (0.9, ["No claim elsewhere"])
    told = said(law)
    assert "but of 100 cases that somebody counted 90 got no yes" in told
    assert "it may reach there too" not in told, "nothing is in the pocket"
    pocketed = replace(one, pocket=(one.here,))
    assert after_refusal(Words("en"), planned(law), pocketed).endswith(
        "By then this is shut or bound, and it may reach there too: No claim elsewhere."
    )


def test_the_way_out_of_what_is_left_and_the_visa_that_opens_it_are_named() -> None:
    """By road with a visa of any way: who is refused the one asks by another, and leaves with that."""
    entry = ask("entry", "any(s.status == 'st.here' for s in p.statuses)", "person")
    claim = describe("claim", "f.now", who_comes="each", moves=True)
    slow = describe("sail", "f.week", who_comes="each", moves=True)
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    nothing: dict[str, object] = {"complete": True, "items": []}
    law = country(
        into("visa", "st.here", ASK, CROSS, kind="visa"),
        into("other", "st.here", LONG, slow, kind="visa"),
        into("border", "st.here", claim, kind="permit"),
        into("road", None, out, folder="XB", kind="leaving", asked=(entry,)),
    )
    member = parent(
        residence="XB", citizenships={"complete": True, "items": [{"country": "XB"}]}, statuses=nothing
    )
    found = planned(law, members=[member])
    plan = next(one for one in found.plans if one.way == ("r.border",) and one.also == ("r.visa",))
    assert plan.refusals
    left = plan.refusals[0].here
    assert left is not None
    assert (left.way, left.also, left.out) == (("r.border",), ("r.other",), "r.road")
    told = after_refusal(Words("en"), found, plan.refusals[0])
    assert "Then the same way goes on (first: r.other; way out: r.road): there and allowed to stay" in told
    alone = next(one for one in found.plans if one.way == ("r.visa",)).refusals
    assert alone
    told = after_refusal(Words("en"), found, alone[0])
    assert "the quickest way that is left is r.border (first: r.other; way out: r.road): there and" in told


FEE: dict[str, Any] = {"takes": "f.week", "who_comes": "applicant", "costs": ("f.dear",)}


def inside(*more: Any) -> Law:
    """A visit, then protection asked for there: a claim, an interview, a decision."""
    claim = describe("claim", "f.now", at="inside", level=0, yields=("st.asks",))
    interview = describe("interview", "f.week", at="inside", outcomes=ASK.outcomes)
    decide = describe("decide", "f.ten", at="inside", outcomes=ASK.outcomes, yields=("st.here",))
    return country(
        into("visit", "st.visit", describe("visa", "f.week", level=0), CROSS, kind="visa"),
        into("claim", "st.here", claim, interview, decide, kind="protection", filed="inside"),
        *more,
        statuses=(HERE, status("visit"), status("asks")),
    )


def test_a_no_to_a_claim_ends_the_stay_for_it_and_the_visit_is_no_other_way() -> None:
    """At the interview too, which decides nothing by itself."""
    plan = next(one for one in planned(inside()).plans if one.way == ("r.visit", "r.claim"))
    assert plan.refusals
    told = {plan.steps[one.step].id: (one.stays, one.here) for one in plan.refusals}
    assert told["r.claim@r.visit/s.interview"] == (False, None)
    assert told["r.claim@r.visit/s.decide"] == (False, None)
    stay = into("stay", "st.here", describe("file", at="inside", **FEE), filed="inside", kind="permit")
    plan = next(one for one in planned(inside(stay)).plans if one.way == ("r.visit", "r.claim"))
    assert plan.refusals
    left = plan.refusals[-1].here
    assert left is not None
    assert left.way == ("r.visit", "r.stay")


def test_a_way_of_which_nobody_wrote_down_the_steps_may_be_left_after_a_no() -> None:
    unwritten = into("stay", "st.more", filed="inside", kind="permit")
    law = inside(unwritten)
    law = Law(replace(law.atlas, statuses=(*law.atlas.statuses, status("more"))))
    plan = next(one for one in planned(law).plans if one.way == ("r.visit", "r.claim"))
    assert plan.refusals
    left = plan.refusals[-1].here
    assert left is not None
    assert left.way == ("r.visit", "r.stay")


def test_a_no_on_the_day_of_the_journey_leaves_nobody_there() -> None:
    """What is asked for that day decides nothing, and yet nobody goes without it."""
    letter = describe("letter", "f.now", outcomes=ASK.outcomes)
    grant = describe("grant", "f.now", yields=("st.here",))
    one = the(country(into("visa", "st.here", letter, grant, CROSS, kind="visa")))
    assert (one.on, one.stays) == ("2026-11-20", False)


def test_days_spent_there_until_the_answer_count_against_a_stay_without_a_visa() -> None:
    """Ten weeks in the country are more than the sixty days that may be spent there."""
    few = ask("few", "days_in(p, 'XA', on - days(fact('f.year-days'))) < fact('f.short')", "person")
    free = into("free", "st.visit", CROSS, kind="visa-free", asked=(few,))
    claim = describe("claim", "f.now", at="inside", level=0, yields=("st.asks",))
    decide = describe("decide", "f.ten", at="inside", outcomes=ASK.outcomes, yields=("st.here",))
    file = describe("file", "f.week", at="inside")
    law = country(
        free,
        into("claim", "st.here", claim, decide, kind="protection", filed="inside"),
        into("stay", "st.here", file, kind="permit", **after("st.visit")),
        statuses=(HERE, status("visit"), status("asks")),
    )
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number("f.year-days", 365, "days"))))
    nowhere: dict[str, object] = {"complete": True, "items": []}
    member = parent(stays=nowhere, statuses=nowhere)
    plan = next(one for one in planned(law, members=[member]).plans if one.way == ("r.free", "r.claim"))
    assert plan.refusals
    assert plan.refusals[-1].here is None


def test_a_crossing_that_is_refused_is_not_behind_the_family() -> None:
    """Two ways that begin with it: after the no at the border neither is begun."""
    border = describe("border", "f.now", who_comes="each", moves=True, level=0, outcomes=ASK.outcomes)
    law = country(
        into("one", "st.here", border, kind="visa-free"), into("two", "st.here", LONG, border, kind="visa")
    )
    one = the(law, "r.one")
    assert one.here is None or one.here.on > one.on
