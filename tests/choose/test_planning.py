"""Plans as every face is told them: lived through, ranked by what to begin with, children first."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.law.made import after, ask, case, child, door, number, parent, span
from tests.reach.made import country, describe, into, rich
from vyrai.choose import Planning, planning
from vyrai.choose.planned import numbers, purse, safe_on
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.planning import Purse, about, briefly, fields, figures, kept, names, remedy, wage, whole_way
from vyrai.world import Door
from vyrai.world._built import Later, Outcome, Takes

ON = date(2026, 11, 20)
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.fee",))
BOOK = describe("book", "f.week", who_comes="nobody", level=0)


def asked(law: Law, amount: int = 5_000, risk: float = 0.1) -> Planning:
    return planning(law, rich(parent(), child(), amount=amount), "XA", ON, risk=risk, lives=200)


def test_what_two_ways_begin_with_stands_first_and_once() -> None:
    paper = describe("paper", "f.now", who_comes="nobody", level=0)
    law = country(
        into("visa", "st.here", BOOK, CROSS),
        into("permit", "st.here", BOOK, describe("more", "f.ten"), CROSS),
        into("other", "st.here", paper, describe("long", "f.half-year"), CROSS),
    )
    found = asked(law)
    assert found.firsts is not None
    names = [one.step for one in found.firsts.first]
    assert names[0] == "s.book"
    assert names.count("s.book") == 1
    assert "s.cross" not in names, "the point of no return is no beginning"


def test_a_step_that_a_way_has_twice_keeps_its_own_name() -> None:
    claim = into("claim", "st.pending", BOOK, CROSS)
    law = country(
        claim,
        into("visa", "st.here", BOOK, CROSS),
        statuses=(status("pending"), status("here", {"work": "yes"})),
    )
    found = asked(law)
    assert found.firsts is not None
    assert {one.step for one in found.firsts.first} == {"s.book"}


def test_where_there_is_no_plan_there_is_nothing_to_begin_with() -> None:
    closed = country(into("visa", "st.here", CROSS, asked=(ask("no", "citizen(p, 'XA')", "person"),)))
    own: Any = {"citizenships": {"complete": True, "items": [{"country": "XB"}]}}
    assert planning(closed, rich(parent(**own)), "XA", ON, lives=200).firsts is None


def test_named_plans_carry_their_lives_and_the_risk_that_was_asked() -> None:
    found = asked(country(into("visa", "st.here", BOOK, CROSS)), risk=0.25)
    assert found.risk == 0.25
    assert found.buckets == {"weeks": 14, "money": 100, "chance": 300, "danger": 1, "quality": 10}
    (plan,) = found.plans
    assert plan.lived is not None
    assert (plan.lived.holds, plan.lived.reserve, plan.lived.lives.lives) == (True, 0, 200)


def test_a_plan_that_breaks_the_risk_is_told_and_not_named() -> None:
    """Half a year of waiting where rent is paid may take all there is; the slower way waits at home."""
    wait = describe("wait", "f.half-year", who_comes="nobody", level=0, at="inside")
    slow = describe("slow", "f.half-year", who_comes="nobody", level=0, at="outside")
    law = country(into("quick", "st.here", CROSS, wait), into("slow", "st.here", slow, CROSS))
    found = asked(law, amount=1_400, risk=0.05)
    told = {plan.way[0]: plan for plan in found.plans}
    assert (told["r.quick"].best, told["r.slow"].best != ()) == ((), True)
    quick, steady = told["r.quick"].lived, told["r.slow"].lived
    assert quick is not None
    assert steady is not None
    assert (quick.holds, steady.holds) == (False, True)
    assert [plan.way for plan in found.plans] == [("r.slow",), ("r.quick",)]
    assert briefly(Words("en"), found, told["r.quick"]).endswith("; more risk than you would bear")
    bold = asked(law, amount=1_400, risk=0.9)
    assert next(plan.best for plan in bold.plans if plan.way == ("r.quick",))


def test_where_no_plan_keeps_the_risk_they_are_named_with_what_they_are() -> None:
    wait = describe("wait", "f.half-year", who_comes="nobody", level=0, at="inside")
    found = asked(country(into("quick", "st.here", CROSS, wait)), amount=1_400, risk=0.05)
    (plan,) = found.plans
    assert plan.best
    assert plan.lived is not None
    assert not plan.lived.holds


def test_a_search_that_is_stopped_still_tells_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("vyrai.choose._search"), "live_through", stop)
    monkeypatch.setattr(import_module("vyrai.choose.planning"), "begin_with", stop)
    found = asked(country(into("visa", "st.here", BOOK, CROSS)))
    assert [plan.lived for plan in found.plans] == [None]
    assert found.firsts is None
    assert not found.proven, "nobody looked whether another plan holds better"


def test_one_goes_out_after_all_that_the_crossing_waits_for() -> None:
    out = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    law = country(into("visa", "st.here", BOOK, CROSS), into("road", None, out, folder="XB", kind="leaving"))
    (plan,) = planning(law, rich(parent(residence="XB")), "XA", ON, lives=200).plans
    steps = [one for one in plan.steps if one.kind == "step"]
    assert [(one.id.rpartition("/")[2], one.leaves) for one in steps] == [
        ("s.book", False),
        ("s.road", True),
        ("s.cross", False),
    ]
    assert plan.steps.index(steps[0]) in steps[1].after


def test_the_way_out_is_named_with_what_else_is_open_with_the_same_papers() -> None:
    def out(name: str, level: int, *needs: str) -> Any:
        crossing = describe(
            name, "f.now", folder="XB", who_comes="each", moves=True, level=level, needs=needs
        )
        return into(name, None, crossing, folder="XB", kind="leaving")

    get = describe("get", "f.ten", folder="", who_comes="nobody", level=0, yields=("passport",))
    ways = (out("road", 1), out("air", 2), out("sea", 0, "passport"))
    law = country(into("visa", "st.here", BOOK, CROSS), *ways, shared=(get,))
    found = planning(law, rich(parent(residence="XB")), "XA", ON, lives=200)
    by_road = next(step for step in found.plans[0].steps if step.leaves)
    assert [(one.route, one.danger) for one in by_road.ways_out] == [("r.road", 1), ("r.air", 2)]
    told = dict(fields(Words("en"), found, by_road, False, ()))
    assert (told["Way out"], told["Or instead"]) == ("r.road", "r.air (danger: some)")
    assert not any(step.ways_out for step in found.plans[0].steps if not step.leaves)


def test_the_time_of_a_law_and_an_average_are_told_beside_what_is_reckoned() -> None:
    """Of a law's time only the least counts; an average is the likely time, and may be twice as long."""
    times = Takes(law="f.half-year", average="f.year")
    wait = replace(describe("wait", None, outcomes={"refused": Outcome()}), takes=times)
    (plan,) = asked(country(into("visa", "st.here", wait, CROSS))).plans
    (step,) = [one for one in plan.steps if one.title == {"en": "wait"}]
    assert step.by_law is not None
    assert step.usual is not None
    assert (step.by_law.lo, step.by_law.hi, step.by_law.unit) == (0, 26, "weeks")
    assert (step.usual.lo, step.usual.hi, step.usual.unit) == (12, 12, "months")
    assert (step.days, step.unknown) == ((0, 365, 730), ("usual", "refused"))
    unread = replace(wait, takes=Takes(law="f.nothing", average="f.fee"))
    (plan,) = asked(country(into("visa", "st.here", unread, CROSS))).plans
    (step,) = [one for one in plan.steps if one.title == {"en": "wait"}]
    assert (step.by_law, step.usual) == (None, None)
    assert (step.days, step.unknown) == ((0, 0, 0), ("days", "refused"))


def test_a_paper_that_would_have_run_out_is_not_begun_too_soon() -> None:
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    long = describe("long", "f.half-year", yields=("passport",))
    file = describe("file", "f.now", needs=("diploma-stamped", "passport"))
    law = country(
        into("visa", "st.here", long, file, CROSS), shared=(stamp,), lapses={"diploma-stamped": "f.ten"}
    )
    (plan,) = asked(law).plans
    days = {one.title["en"]: (one.on, one.not_before) for one in plan.steps if one.step and one.title}
    # The form is handed in on day 91; the stamp is good for 70 days and takes 7.
    assert days["stamp"][1] == "2026-12-04"
    assert days["stamp"][0] >= days["stamp"][1]
    assert {name: early for name, (_, early) in days.items() if name != "stamp"} == {
        "long": None,
        "file": None,
        "cross": None,
    }
    step = next(one for one in plan.steps if one.not_before)
    assert dict(fields(Words("en"), asked(law), step, False, ()))["Not sooner than"] == (
        "4 December 2026: begun sooner, its paper would run out before it is needed"
    )


def test_savings_that_nobody_was_asked_for_are_no_empty_purse() -> None:
    """A skipped question leaves money out of the plan; it neither forbids a way nor puts off the day."""
    law = country(into("visa", "st.here", BOOK, CROSS))
    silent = planning(law, case(parent()), "XA", ON, lives=200)
    told = planning(law, rich(parent()), "XA", ON, lives=200)
    assert silent.savings is None
    assert silent.unknown == ("home", "tickets", "unsaid")
    assert [plan.comes_to for plan in silent.plans] == [plan.comes_to for plan in told.plans]
    (plan,) = silent.plans
    least, _, fails = purse(silent, plan)
    assert least == -(40 + 300), "the fee and the rent until pay"
    assert fails is None


@pytest.mark.parametrize("first", [True, False])
def test_what_takes_nobody_knows_how_long_after_they_are_safe_hedges_no_day_before(first: bool) -> None:
    open_ = describe("open", None, who_comes="each", level=0)
    steps = (open_, CROSS) if first else (CROSS, open_)
    (plan,) = asked(country(into("visit", "st.here", *steps, kind="visa-free"))).plans
    assert ("weeks" in plan.at_least) is first


def test_who_has_said_that_there_is_nothing_has_not_said_nothing() -> None:
    law = country(into("visa", "st.here", BOOK, CROSS))
    none = planning(law, case(parent(), savings=[{"currency": "XXA", "amount": 0}]), "XA", ON, lives=200)
    assert (none.savings, "unsaid" in none.unknown) == (0, False)
    assert all(plan.lacking is not None for plan in none.plans)


def test_who_has_too_little_is_told_how_much_is_lacking_and_sees_the_plan() -> None:
    """The fee of 40 and a month of rent at 300, in hundreds; the rest of the ways say what they lack."""
    law = country(into("visa", "st.here", BOOK, CROSS))
    poor = planning(law, rich(parent(), amount=0), "XA", ON, lives=200)
    (plan,) = poor.plans
    assert plan.lacking is not None
    assert (poor.savings, plan.lacking.sum, plan.lacking.by) == (0, 400, "2026-11-27")
    assert purse(poor, plan)[0] == 400 - 40 - 300
    assert (poor.empty, poor.without) == ((), ())
    said = about(Words("en"), poor)[0]
    assert said.startswith(
        "What you have is not enough for any plan: at least 400 XXA more are needed, 100 XXA of them at the"
    )
    told = dict(figures(Words("en"), poor, plan, safe_on(plan), Purse(*purse(poor, plan)), numbers(plan)))
    assert told["Left of your savings"].endswith("with the 400 XXA that are lacking; not in it: tickets")
    enough = planning(law, rich(parent(), amount=400), "XA", ON, lives=200)
    assert [(one.lacking, one.comes_to) for one in enough.plans] == [(None, plan.comes_to)]


def test_a_step_tells_its_season_and_a_plan_the_days_that_it_waits_for_the_money() -> None:
    law = country(into("visa", "st.here", describe("ask", "f.week"), CROSS, seasons={"s.cross": "f.march"}))
    (plan,) = planning(law, rich(parent()), "XA", ON, lives=50).plans
    cross = next(one for one in plan.steps if one.step == "s.cross")
    assert (cross.season, cross.on) == ((3,), "2027-03-01")
    assert dict(fields(Words("en"), planning(law, rich(), "XA", ON, lives=50), cross, False, (1,)))[
        "Season"
    ] == ("only in March")
    assert plan.waits == 0


def test_who_stops_while_it_is_asked_what_a_plan_waits_for_keeps_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("vyrai.choose.planning"), "waits", stopped)
    law = country(into("visa", "st.here", BOOK, CROSS))
    (plan,) = planning(law, rich(parent()), "XA", ON, lives=50).plans
    assert plan.waits == 0


def test_a_plan_that_the_money_pays_for_gives_up_nothing_to_one_that_it_does_not() -> None:
    safe = describe("fly", "f.now", who_comes="each", moves=True, level=0, costs=("f.dear",))
    grave = describe("walk", "f.now", who_comes="each", moves=True, level=3)
    law = country(into("dear", "st.here", safe), into("near", "st.here", grave))
    told = planning(law, rich(parent(), amount=650), "XA", ON, lives=50)
    near, dear = told.plans
    assert (near.way, dear.way) == (("r.near",), ("r.dear",))
    assert (near.lacking, dear.lacking is not None) == (None, True)
    assert "danger" in near.best
    assert [one.objective for one in near.gives_up] == []
    assert [one.objective for one in dear.gives_up] == ["money"]


def test_a_plan_that_takes_still_more_where_waits_are_long_says_how_much_in_all() -> None:
    """With the least sum it holds on likely days; with so much more as often as the family bears."""
    long = describe("long", "f.half-year")
    law = country(into("visa", "st.here", CROSS, long))
    poor = planning(law, rich(parent(), amount=0), "XA", ON, lives=400)
    (plan,) = poor.plans
    assert plan.lacking is not None
    assert plan.lived is not None
    assert plan.lived.lives.short.share > poor.risk
    assert not plan.lived.holds
    whole = plan.lacking.sum + plan.lived.enough
    assert (plan.lived.lives.shortfall.enough, plan.lived.enough) == (240, 300), "told in whole hundreds"
    said = about(Words("en"), poor)[0]
    assert said.endswith(
        f"So that the money of plan 1 runs out no more often than the limit (--risk), {whole:,} XXA more are "
        "needed in all, with what was just named."
    )
    richer = planning(law, rich(parent(), amount=whole), "XA", ON, lives=400)
    assert [one.lived.lives.short.share <= poor.risk for one in richer.plans if one.lived] == [True]
    # One whose money lasts says nothing of it.
    bold = planning(law, rich(parent(), amount=0), "XA", ON, lives=400, risk=0.9)
    assert "needed in all" not in about(Words("en"), bold)[0]


def test_a_plan_names_the_route_whose_paper_lets_the_family_leave() -> None:
    """By road with a visa only: whoever asks at the border gets the visa first."""
    entry = ask("entry", "any(s.status == 'st.here' for s in p.statuses)", "person")
    road = describe("road", "f.now", folder="XB", who_comes="each", moves=True)
    claim = describe("claim", "f.now", who_comes="each", moves=True)
    law = country(
        into("visa", "st.here", BOOK, CROSS),
        into("border", "st.here", claim),
        into("road", None, road, folder="XB", kind="leaving", asked=(entry,)),
    )
    own = {"complete": True, "items": [{"country": "XB"}]}
    none: dict[str, object] = {"complete": True, "items": []}
    at_home = parent(residence="XB", citizenships=own, statuses=none)
    found = planning(law, rich(at_home), "XA", ON, lives=50)
    plan = next(one for one in found.plans if one.way == ("r.border",))
    assert plan.also == ("r.visa",)
    assert whole_way(Words("en"), found, plan) == "r.border; first: r.visa"
    assert next(one for one in found.plans if one.way == ("r.visa",)).also == ()


def test_a_step_that_two_ways_have_does_not_name_the_other_way() -> None:
    """The lease of one permit serves for the other: nobody asks for the first permit."""
    lease = describe("lease", "f.now", who_comes="nobody", yields=("diploma-stamped",))
    file = describe("file", "f.now", who_comes="nobody", needs=("diploma-stamped",))
    law = country(
        into("study", "st.here", file, CROSS), into("family", "st.here", lease, BOOK, CROSS, kind="permit")
    )
    found = planning(law, rich(parent()), "XA", ON, lives=50)
    plan = next(one for one in found.plans if one.way == ("r.study",))
    assert any(step.route == "r.family" for step in plan.steps)
    assert plan.also == ()


def test_where_one_plan_holds_the_way_for_which_little_is_lacking_is_shown_beside_it() -> None:
    """A visa of ten weeks for 40, and one of a week for 600: each needs 40 to cross and a month of rent."""
    slow = describe("slow", "f.ten", who_comes="applicant", costs=("f.fee",))
    quick = describe("quick", "f.week", who_comes="applicant", costs=("f.dear",))
    law = country(into("slow", "st.here", slow, CROSS), into("quick", "st.here", quick, CROSS))
    found = planning(law, rich(parent(), amount=700), "XA", ON, lives=200)
    assert [(one.way, bool(one.best), one.lacking and one.lacking.sum) for one in found.plans] == [
        (("r.slow",), True, None),
        (("r.quick",), False, 300),
    ]
    assert (found.shown, found.empty, found.without) == (2, (), ())
    dear = found.plans[1]
    assert names(Words("en"), found, dear) == "With more money"
    assert names(Words("en"), found, found.plans[0]) == "The only one whose known costs your money covers"
    told = dict(figures(Words("en"), found, dear, safe_on(dear), Purse(*purse(found, dear)), numbers(dear)))
    assert told["Money that is lacking"].startswith(
        "300 XXA more, earned, lent or given by relatives, at the latest on "
    )
    far = planning(law, rich(parent(), amount=350), "XA", ON, lives=200)
    assert [one.way for one in far.plans] == [("r.slow",)], "more than a month of living is lacking"
    assert [one.way for one in far.without] == [("r.quick",)]


def test_of_steps_on_one_day_what_is_done_at_home_comes_first() -> None:
    """The stamp before the translation, whatever they are called."""
    stamp = describe("z-stamp", folder="", yields=("diploma-stamped",), who_comes="applicant", level=0)
    translate = describe("a-translate", folder="", yields=("passport",), level=0)
    file = describe("file", "f.now", needs=("passport", "diploma-stamped"))
    law = country(into("visa", "st.here", file, CROSS), shared=(stamp, translate))
    (plan,) = planning(law, rich(parent(residence="XB")), "XA", ON, lives=100).plans
    assert [step.id for step in plan.steps][:2] == ["s.z-stamp", "s.a-translate"]


def test_the_last_day_of_a_step_is_told_where_a_door_closes_in_the_time_of_the_plan() -> None:
    def last(on: date, *doors: Door) -> str | None:
        law = country(into("visa", "st.here", BOOK, CROSS, door=doors))
        (plan,) = planning(law, rich(parent()), "XA", on, lives=100).plans
        return next(step.not_after for step in plan.steps if step.id.endswith("s.book"))

    pause = (
        door("open", span(None, "2026-12-01")),
        door("paused", span("2026-12-02", "2026-12-09")),
        door("open", span("2026-12-10")),
    )
    assert last(ON, *pause) == "2026-12-01"
    assert last(date(2026, 12, 5), *pause) is None, "from the tenth on it stays open"
    assert last(ON, door("open")) is None


def test_a_sum_that_is_lacking_is_told_as_weeks_of_work_for_the_lowest_pay_at_home() -> None:
    slow = describe("slow", "f.ten", who_comes="applicant", costs=("f.fee",))
    quick = describe("quick", "f.week", who_comes="applicant", costs=("f.dear",))
    base = country(into("slow", "st.here", slow, CROSS), into("quick", "st.here", quick, CROSS))
    home = replace(
        base.atlas.countries[0], id="XB", folder="XB", columns={"wage": ("f.rent-north", "f.rent")}
    )
    law = Law(replace(base.atlas, countries=(*base.atlas.countries, home)))
    at_home = parent(residence="XB")
    w = Words("en")
    beside = planning(law, rich(at_home, amount=700), "XA", ON, lives=200)
    (_, lacks) = beside.plans
    assert lacks.lacking is not None
    assert (lacks.lacking.sum, lacks.lacking.weeks) == (300, 5), "300 a month are 70 a week"
    (pay,) = wage(w, beside, True)
    assert pay.text.startswith("300 XXA a month before tax")
    assert pay.facts == ("f.rent",)
    assert "f.rent" in beside.sources
    assert wage(w, beside, False) == []
    apart = planning(law, rich(at_home, amount=390), "XA", ON, lives=200)
    (mend,) = apart.without
    assert mend.weeks == 9
    assert "600 XXA more" in remedy(w, apart, mend)
    assert "(the lowest pay at home for 9 weeks of work, more than there are until then)" in remedy(
        w, apart, mend
    )
    assert (wage(w, apart, True), len(wage(w, apart, False))) == ([], 1)
    elsewhere = planning(law, rich(parent(), amount=390), "XA", ON, lives=200)
    assert (elsewhere.wage, elsewhere.without[0].weeks) == (None, None)


def test_who_is_given_a_home_and_food_pays_no_living() -> None:
    keeps = status("here", {"reception": "yes"})
    law = country(into("visa", "st.here", BOOK, CROSS), statuses=(keeps,))
    found = planning(law, rich(parent(), amount=40), "XA", ON, lives=200)
    (plan,) = found.plans
    assert (plan.lacking, plan.comes_to["money"]) == (None, 40)
    assert plan.kept is not None
    assert plan.kept.on == safe_on(plan)
    assert purse(found, plan)[0] == 0
    assert kept(Words("en"), plan.kept) == (
        "from the state from 27 November 2026 on; no living is counted from then"
    )


def test_what_is_given_only_to_some_is_told_and_not_counted() -> None:
    law = country(into("visa", "st.here", BOOK, CROSS), statuses=(status("here", {"reception": "limited"}),))
    found = planning(law, rich(parent(), amount=9_000), "XA", ON, lives=200)
    (plan,) = found.plans
    assert plan.kept is not None
    assert plan.kept.on is None
    assert purse(found, plan)[0] < 9_000 - 40
    assert kept(Words("en"), plan.kept) == "not counted, for it is given only in part or to some"


def test_savings_named_without_saying_that_is_all_count_as_the_least() -> None:
    some = case(parent(), savings=[{"currency": "XXA", "amount": 900}])
    found = planning(country(into("visa", "st.here", BOOK, CROSS)), some, "XA", ON, lives=200)
    assert (found.savings, found.unknown) == (900, ("home", "tickets", "savings"))


def test_a_counted_refusal_leaves_no_plan_out_beside_one_that_nobody_counts() -> None:
    def quickest(whose: str, slow: str | None) -> bool:
        """Whether the plan that is refused in 30 of 100 is named, beside one that takes longer."""
        shares = (number("f.third", 30, "percent"), number("f.few", 5, "percent"))
        often = Outcome(share={whose: "f.third"})
        seldom = Outcome() if slow is None else Outcome(share={"XB": slow})
        law = country(
            into("quick", "st.here", describe("ask", "f.week", level=0, outcomes={"refused": often}), CROSS),
            into("slow", "st.here", describe("wait", "f.ten", level=0, outcomes={"refused": seldom}), CROSS),
        )
        law = Law(replace(law.atlas, facts=(*law.atlas.facts, *shares)))
        own = parent(citizenships={"complete": True, "items": [{"country": "XB"}]})
        plans = planning(law, rich(own), "XA", ON, lives=400).plans
        (one,) = [of for of in plans if of.way == ("r.quick",)]
        assert one.lived is not None
        assert not one.lived.holds
        return bool(one.best)

    assert quickest("XB", None)
    assert quickest("any", "f.few"), "of the own people nobody counts it"
    assert not quickest("XB", "f.few")


def test_draws_and_asking_after_entry_are_told_of_a_way() -> None:
    asked = (ask("lot", "decided_later('r.lot')", None),)
    later = {"r.lot": Later(text={"en": "A lottery"})}
    law = country(
        into("visit", "st.here", BOOK, CROSS, kind="visa", asked=asked, decided_later=later),
        into("claim", "st.here", describe("claim", "f.week"), kind="protection", **after("st.here")),
    )
    plans = {one.way: one for one in planning(law, rich(parent()), "XA", ON, lives=50).plans}
    one = plans["r.visit", "r.claim"]
    assert ([text["en"] for text in one.rounds], one.asks_after_entry) == (["A lottery"], True)
    (other,) = planning(
        country(into("visa", "st.here", BOOK, CROSS)), rich(parent()), "XA", ON, lives=50
    ).plans
    assert (other.rounds, other.asks_after_entry) == ((), False)


def test_a_paper_is_brought_where_it_is_asked_for_and_not_to_every_step_behind_it() -> None:
    """The way begins with the stamp; to the telephone call nobody takes it."""
    stamp = describe("stamp", "f.week", folder="", yields=("diploma-stamped",))
    call, file = describe("call"), describe("file", who_comes="each", needs=("diploma-stamped",))
    cross = describe("cross", "f.now", who_comes="each", moves=True, level=2)
    told = planning(country(into("visa", "st.here", stamp, call, file, cross)), rich(), "XA", ON)
    brings = {step.step: [paper for paper, _ in step.uses] for step in told.plans[0].steps}
    assert (brings["s.call"], brings["s.file"]) == ([], ["diploma-stamped"])
