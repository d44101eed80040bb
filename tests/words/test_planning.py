"""Words of plans: what is not known is said, no name without ground, and no figure for a chance."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.choose.plans import START, behind, found, lived, mark, month, plan, remedy, step, whole
from vyrai.choose.mending import HopelessOn
from vyrai.choose.model import Crossing, Planned
from vyrai.choose.monthly import MonthlyOn, RentOn
from vyrai.choose.plan_on import KeptOn
from vyrai.choose.planned import later, numbers, purse, safe_on
from vyrai.law.record import Range
from vyrai.reach.lives import Critical, Days, Share, Shortfall
from vyrai.words import Words
from vyrai.words import planning as said

W = Words("en")
SURE = {"quality": 20}


def figures(one: Any, **keys: Any) -> dict[str, str]:
    every = found(one, **keys)
    told = said.figures(W, every, one, safe_on(one), said.Purse(*purse(every, one)), numbers(one))
    return dict(told)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ({"best": ("weeks", "money")}, "Quickest, cheapest"),
        ({"best": ("weeks",), "at_least": ("weeks",)}, "Quickest, by what is known"),
        ({"best": ("danger", "chance"), "refusals_unknown": 1}, "Safest"),
        ({"best": ("danger", "chance")}, "Safest"),
        ({"best": ("danger", "chance"), "comes_to": {"chance": 9}}, "Safest, likeliest to be granted"),
        ({"best": ("danger", "quality"), "comes_to": {"quality": 100}}, "Safest"),
        ({"best": ("chance",), "refusals_unknown": 1}, ""),
        ({}, ""),
    ],
)
def test_a_name_needs_something_known_that_it_rests_on(keys: dict[str, Any], name: str) -> None:
    one = plan(mark("safe", "2026-12-01"), **keys)
    assert said.names(W, found(one, plan()), one) == name
    assert said.names(W, found(one), one) == "The only one that was found"


def test_one_sentence_says_what_a_plan_gives_up() -> None:
    worse = plan(gives_up=behind(weeks=1, money=30, chance=500, danger=2, quality=9))
    assert said.gives_up(W, found(worse), worse) == (
        "It gives up: 1 day more until you are safe; 30 XXA more in fees; a refusal is likelier; more danger "
        "on the way; less is sure for the children."
    )
    none = plan(best=("weeks",))
    nothing = "It gives up nothing: by what is known no plan is better in anything."
    assert said.gives_up(W, found(none, plan()), none) == nothing


def test_a_better_plan_is_told_whatever_the_plan_is_called() -> None:
    """The quickest of the ways with work is not the quickest; within a bucket two count as equal."""
    named = plan(
        best=("weeks", "danger"),
        comes_to={"weeks": 31, "danger": 3},
        bucketed={"weeks": 2, "danger": 2},
        gives_up=behind(weeks=30, danger=1),
    )
    idle = plan(pays=False, comes_to={"weeks": 1, "danger": 3}, bucketed={"weeks": 0, "danger": 2})
    near = plan(comes_to={"weeks": 40, "danger": 2}, bucketed={"weeks": 2, "danger": 2})
    assert said.gives_up(W, found(named, idle, near), named) == (
        "It gives up: 30 days more until you are safe (than on a way without work); more danger on the way "
        "(so little that it counts as equal)."
    )
    other = plan(comes_to={"weeks": 1, "danger": 3}, bucketed={"weeks": 0, "danger": 2})
    told = said.gives_up(W, found(named, idle, other), named)
    assert told == "It gives up: 30 days more until you are safe; more danger on the way."
    without = plan(pays=False, comes_to={"weeks": 5}, gives_up=behind(weeks=4))
    assert "way without work" not in said.gives_up(W, found(without, idle), without)


def test_a_name_among_ways_with_work_says_so() -> None:
    named = plan(best=("weeks", "money"), at_least=("weeks",))
    idle = plan(pays=False, best=("weeks",))
    assert said.names(W, found(named, idle), named) == (
        "Quickest, cheapest of the ways with work, by what is known"
    )
    assert said.names(W, found(named, named), named) == "Quickest, cheapest, by what is known"
    assert said.names(W, found(idle, idle), idle) == "Quickest"


def test_what_is_left_is_at_the_most_where_a_cost_is_not_known() -> None:
    one = plan(mark("safe", START), comes_to={"money": 5})
    assert figures(one)["Left of your savings"].startswith("500 XXA at the most, in")
    free = figures(one, living=month(0))["Left of your savings"]
    assert free == "900 XXA at the least, in November 2026", "no living is counted, so nothing is a least"
    kept = plan(mark("safe", START), kept=KeptOn(on=START, note={"en": "A place."}, facts=()))
    assert figures(kept)["Left of your savings"].endswith("not in it: what of it the state may take first")
    assert kept.kept is not None
    assert said.kept(W, kept.kept).endswith("no living is counted from then. A place.")
    rent = figures(one, unknown=("rent",), living=month(0))["Left of your savings"]
    assert rent == "900 XXA at the most, in November 2026; not in it: rent"
    fees = plan(mark("safe", START), at_least=("money",))
    told = figures(fees, unknown=("rent",), living=month(0))["Left of your savings"]
    assert told.endswith(
        "at the most, in November 2026; not in it: rent and fees that nobody has written down"
    )
    assert figures(fees, unknown=("savings",))["Left of your savings"].startswith("500 XXA by what is known")
    assert "Left of your savings" not in figures(one, savings=None, unknown=("unsaid", "rent"))


RISK = "Of 100 simulated lives"


def test_nothing_goes_wrong_only_in_what_is_known() -> None:
    end = mark("safe", START)
    sure = figures(plan(end, lived=lived()))
    assert sure[RISK] == "the money runs out in none, a paper lapses in none"
    open_ = {"work": ("a",), "income": ("b",), "refused": ("a",), "fee": ("a",), "days": ("a",)}
    told = figures(plan(end, lived=lived(unknown=open_)))[RISK]
    assert told == (
        "they cannot show how often this fails: not in them, for nobody knows it: waits, fees, refusals, "
        "pay, which work is allowed"
    )
    every = figures(plan(end, lived=lived(unknown={"refused": ("a",)})), savings=None, unknown=("rent",))
    assert every[RISK].endswith("not in them, for nobody knows it: refusals, rent, your savings")
    counted = figures(plan(end, lived=lived(unknown={"fee": ("a",)})))[RISK]
    assert counted == "nothing that is known goes wrong; not in them, for nobody knows it: fees"
    bad = figures(plan(end, lived=lived(short=0.04, unknown={"fee": ("a",)})))[RISK]
    assert bad == (
        "the money runs out in at most one of twenty (then 300 XXA are lacking on average, in one of ten "
        "700 XXA or more), a paper lapses in none. It may be more often: not in it, for nobody knows it: fees"
    )


def test_where_as_much_is_lacking_in_every_life_one_sum_is_told() -> None:
    one = plan(mark("safe", START), lived=lived(short=0.04))
    assert one.lived is not None
    lives = msgspec.structs.replace(one.lived.lives, shortfall=Shortfall(mean=300, p90=300, enough=0))
    same = msgspec.structs.replace(one, lived=msgspec.structs.replace(one.lived, lives=lives))
    assert figures(same)[RISK].startswith(
        "the money runs out in at most one of twenty (then 300 XXA are lacking), a paper lapses in none"
    )


DAYS = "Days in simulated lives"


def test_days_are_told_where_lives_differ_by_a_week_and_with_them_what_decides() -> None:
    wait, mark_ = step("wait", days=(0, 10, 60)), mark("safe", START)
    half: dict[str, Any] = {"critical": (Critical(step="wait", share=Share(share=0.7, error=0.01)),)}
    far = Days(p50=10, p80=30, p95=50)
    told = figures(plan(wait, mark_, lived=lived(safe=far, work=far, **half)))
    assert told[DAYS] == (
        "half of them are safe after 10 days, eight in ten after 30, nineteen in twenty after 50"
    )
    assert told["What decides the day"] == "Wait"
    rest = figures(plan(wait, mark_, lived=lived(safe=Days(p50=10, p80=30, p95=None), work=None)))
    assert rest[DAYS] == "half of them are safe after 10 days, eight in ten after 30"
    assert "What decides the day" not in rest
    work = figures(plan(wait, mark_, pays=True, lived=lived(work=far, **half)))
    assert work[DAYS] == (
        "in half somebody may work after 10 days, in eight of ten after 30, nineteen in twenty after 50"
    )
    assert "What decides the day" not in work
    few = figures(plan(mark_, lived=lived(safe=Days(p50=10, p80=None, p95=None), never_safe=0.3)))
    assert few[DAYS] == (
        "half of them are safe after 10 days; safety is not reached in this time in at most half"
    )
    none = figures(plan(mark_, lived=lived(safe=Days(p50=None, p80=None, p95=None), never_safe=0.6)))
    assert none[DAYS] == "safety is not reached in this time in more than half"
    loose = figures(plan(wait, mark_, lived=lived(safe=Days(p50=10, p80=30, p95=None), at_least=True)))
    assert loose[DAYS].endswith(
        "eight in ten after 30; it is more, for how long some steps take nobody knows"
    )
    assert DAYS not in figures(plan(mark_, lived=lived(safe=Days(p50=10, p80=12, p95=16))))


def test_a_red_line_that_the_way_crosses_stands_first() -> None:
    line = Crossing(line="no_camp", title={"en": "No camp"}, how="kind", members=(), sure=True)
    perhaps = msgspec.structs.replace(line, title={"en": "Nobody stays"}, sure=False)
    told = figures(plan(mark("safe", START), red_lines=(line, perhaps)))
    assert next(iter(told.items())) == ("Crosses your red line", "No camp; perhaps: Nobody stays")


def test_the_last_day_of_a_step_is_told() -> None:
    one = step("ask again", not_after="2026-12-02")
    told = dict(said.fields(W, found(plan(one)), one, False, (1,)))
    assert told["At the latest"] == "2 December 2026"
    missed = figures(plan(mark("safe", START), lived=lived(failed=0.4)))[RISK]
    assert missed.endswith(
        "something that this way leads to is not reached, for a refusal or for want of time, in at most half"
    )


def test_the_paper_that_lapses_is_named_where_it_has_a_name() -> None:
    named = figures(plan(mark("safe", START), lived=lived(expired=0.04, lapsed=("photos", "after:x"))))[RISK]
    assert named == "the money runs out in none, a paper lapses in at most one of twenty (Photos)"
    plain = figures(plan(mark("safe", START), lived=lived(expired=0.04, lapsed=("after:x",))))[RISK]
    assert plain == "the money runs out in none, a paper lapses in at most one of twenty"


def test_what_breaks_the_risk_and_what_mends_it() -> None:
    def risk(**keys: Any) -> str | None:
        return figures(plan(mark("safe", START), lived=lived(**keys))).get("Your risk")

    assert risk() is None
    money = risk(holds=False, short=0.4)
    assert money == (
        "the money runs out more often than the limit (--risk); keeping some of it back does not mend that; "
        "by what is known 500 XXA more than is reckoned with here would, or more pay"
    )
    paper = risk(holds=False, expired=0.4)
    assert paper is not None
    assert paper.startswith("a paper lapses more often than the limit (--risk)")
    assert risk(holds=False, short=0.4, expired=0.4) == f"{money}; {paper}"
    kept = "it holds if 60 XXA are kept untouched"
    later = "it holds, for its papers are made later or by others, so that none lapses too often"
    assert (risk(reserve=60), risk(spare=7)) == (kept, later)
    assert risk(reserve=60, spare=7) == f"{kept}; {later}"


@pytest.mark.parametrize("what", ["short", "expired", "failed"])
def test_where_something_goes_wrong_nobody_says_that_nothing_does(what: str) -> None:
    shares: dict[str, Any] = {what: 0.01}
    one = plan(mark("safe", START), lived=lived(unknown={"days": ("a",)}, **shares))
    assert "nothing goes wrong" not in figures(one)[RISK]


def test_a_plan_without_a_beginning_says_what_must_come_first() -> None:
    day = plan(step("cross", "2026-12-01", moves=True), best=("weeks",))
    paper = plan(step("hand in", lacks=("photos",)), best=("money",))
    hard = plan(step("leave", leaves=True, danger=3), best=("danger",))
    every = found(day, paper, hard)
    assert [said.begins(W, every, one.plan, one) for one in later(every)] == [
        "Plan 1: its first step has its day, 1 December 2026: Cross.",
        "Plan 2: get this first: Photos. How to get it nobody has written down.",
        "Plan 3 begins with a way out that is dangerous: Leave.",
    ]


def test_what_is_only_a_least_is_told_as_that() -> None:
    told = figures(whole(), children=True)
    assert told["There and allowed to stay"] == "not before 21 December 2026 (at least 31 days)"
    long = plan(step("wait", refusable=True, unknown=("days",)), mark("safe", "2026-11-20", 0))
    assert figures(long)["There and allowed to stay"].endswith(
        "20 November 2026; on top of that nobody knows how long: Wait"
    )
    assert told["Fees"] == "50 XXA"
    assert told["Danger"] == "great: Leave; of 1 step nobody has written down how dangerous it is"
    assert told["Refusals"].startswith("1 step may be refused, and how often that happens is not known")
    assert told["For the children"] == "in 40 of 100 months what they need is surely open by law"
    assert told["If no pay comes"] == "the savings are not enough for September 2027"
    assert "Not written down" not in told


def test_whoever_may_be_turned_away_at_the_border_is_told_with_the_day() -> None:
    claim = step("claim", moves=True, refusable=True)
    one = plan(claim, mark("safe", "2026-11-20", 0), comes_to={"weeks": 0, "quality": 0})
    assert figures(one)["There and allowed to stay"] == (
        "20 November 2026; only if it is a yes at the border: Claim"
    )


def test_where_everything_is_known_no_doubt_is_told() -> None:
    one = plan(
        step("ask", until="2026-12-01"),
        mark("safe", "2026-12-01", 0),
        comes_to={"weeks": 11, "quality": 100},
        pays=False,
    )
    told = figures(one)
    assert told["There and allowed to stay"] == "1 December 2026 (11 days)"
    assert told["Fees"] == "none is written down"
    assert told["Danger"] == "no danger was reported"
    assert told["Refusals"] == "nobody has written down that a step can be refused"
    assert told["Work"].startswith("on this way nobody may work")
    assert "For the children" not in told
    assert "nobody may work" in said.briefly(W, found(one), one)


def test_on_the_first_day_no_time_is_told() -> None:
    one = plan(mark("safe", "2026-11-20"))
    assert figures(one)["There and allowed to stay"] == "20 November 2026"
    assert figures(plan(mark("safe", "2026-11-20"), at_least=("money",)))["Fees"] == "not known"


@pytest.mark.parametrize(
    ("cost", "words"),
    [(500, "seldom"), (2000, "sometimes"), (6000, "often"), (20_000, "mostly")],
)
def test_a_chance_is_a_word_never_a_figure(cost: int, words: str) -> None:
    told = figures(plan(mark("safe", "2026-11-20"), comes_to={"chance": cost}))["Refusals"]
    assert told == f"{words} refused"


def test_a_plan_without_anything_sure_for_a_child_says_so_beside_others_and_alone() -> None:
    none = plan(mark("safe", "2026-11-20"), comes_to={"quality": 100})
    some = plan(mark("safe", "2026-11-20"), comes_to=SURE)
    for every in (found(none, some, children=True), found(none, children=True)):
        told = dict(said.figures(W, every, none, "2026-11-20", said.Purse(0, "2026-11-20", None), (None,)))
        assert told["For the children"] == "nothing of what they need is surely open by law"


def test_lengths_that_nobody_knows_are_named_by_the_numbers_of_their_steps() -> None:
    open_: dict[str, Any] = {"unknown": ("days",)}
    one = plan(
        step("a", **open_), step("b", **open_), step("c"), step("d", **open_), mark("safe", "2026-11-20")
    )
    assert figures(one)["Not written down"] == "how long these steps take: 1–2, 4"
    long = Range(lo=22, hi=22, unit="months")
    told = plan(step("a", usual=long, **open_), step("b", **open_), mark("safe", "2026-11-20"))
    assert figures(told)["Not written down"] == "how long these steps take: 2"


def test_a_step_says_everything_that_is_known_and_that_is_not() -> None:
    one, at = whole(), numbers(whole())
    every = found(one)
    told = dict(said.fields(W, every, one.steps[1], False, at))
    assert told == {
        "Who must come": "Robin and Wren",
        "Where": "The office",
        "Fee": "50 XXA",
        "Bring": "Form (from step 1); passport (you have it); Photos "
        "(how to get one, if you have none, is not written down)",
        "Danger": "nobody has written down how dangerous it is",
    }
    assert said.brings(W, every, one.steps[1], ()) == ["Form", "passport", "Photos"]
    wait = dict(said.fields(W, every, one.steps[2], False, at))
    assert wait["Takes"] == "at least 30 days"
    assert wait["Over"] == "not before 21 December 2026"
    assert wait["Refusal"] == "it may be refused; how often nobody has written down"
    assert dict(said.fields(W, every, one.steps[3], True, at))["Danger"] == "great. Guards look."
    card = dict(said.fields(W, every, one.steps[7], True, at))
    assert (card["Who must come"], card["Fee"]) == ("not known", "not known")
    assert card["Work"] == "allowed only in part: ask what it covers"


def test_a_known_time_is_told_with_its_end() -> None:
    known = step("ask", until="2026-12-20", days=(20, 30, 40), refusable=True, danger=1)
    told = dict(said.fields(W, found(), known, False, (1,)))
    assert (told["Takes"], told["Over"]) == ("20 to 40 days", "20 December 2026")
    assert (told["Refusal"], told["Danger"]) == (
        "it may be refused; how often nobody has written down",
        "a little",
    )
    counted = msgspec.structs.replace(known, refused=0.055)
    assert dict(said.fields(W, found(), counted, False, (1,)))["Refusal"] == (
        "it may be refused: of 100 cases of people with your citizenship that somebody counted 5.5 got no "
        "yes; yours hangs on your own case"
    )
    everybody = msgspec.structs.replace(counted, unknown=("others",))
    assert dict(said.fields(W, found(), everybody, False, (1,)))["Refusal"] == (
        "it may be refused: of 100 cases of people of all countries that somebody counted 5.5 got no yes; "
        "how many of your citizenship nobody has written down"
    )
    nobody = step("wait", refusable=True, unknown=("days", "refused"))
    assert dict(said.fields(W, found(), nobody, False, (1,)))["Takes"] == "nobody has written down how long"


def test_a_time_of_law_or_an_average_is_told_where_nobody_knows_the_wait() -> None:
    law = Range(lo=0, hi=60, unit="days")
    usual = Range(lo=3, hi=8, unit="months")

    def takes(**keys: Any) -> str:
        one = step("wait", refusable=True, **{"unknown": ("days",), **keys})
        return dict(said.fields(W, found(), one, False, (1,)))["Takes"]

    assert takes(by_law=law) == "by law up to 60 days; how long it will be nobody knows"
    whole = takes(by_law=law, days=(0, 60, 60))
    assert whole == "by law up to 60 days; reckoned in full, and how long it will be nobody knows"
    assert takes(usual=usual) == ("on average or as a rule 3 to 8 months; how long it will be nobody knows")
    assert takes(by_law=law, usual=usual).startswith("by law up to 60 days; on average or as a rule 3 to 8")
    assert takes(by_law=law, unknown=(), days=(20, 30, 40)) == "20 to 40 days", "what was seen says more"
    assert takes(by_law=Range(lo=30, hi=None, unit="days"), days=(30, 30, 30)) == "at least 30 days"


def test_what_is_reckoned_as_usual_is_told_so() -> None:
    usual = Range(lo=3, hi=8, unit="months")
    wait = step(
        "wait", until="2027-05-01", days=(0, 165, 330), usual=usual, unknown=("usual",), refusable=True
    )
    one = plan(wait, mark("safe", "2027-05-01", 0), comes_to={"weeks": 162})
    told = dict(said.figures(W, found(one), one, "2027-05-01", said.Purse(0, START, None), numbers(one)))
    assert told["There and allowed to stay"] == (
        "about 1 May 2027; reckoned with what is usual, it may be sooner or later: Wait (on average or as a "
        "rule 3 to 8 months)"
    )
    fields = dict(said.fields(W, found(one), wait, False, (1, None)))
    assert fields["Takes"] == "on average or as a rule 3 to 8 months; yours may be shorter or longer"
    assert fields["Over"] == "about 1 May 2027"
    assert said.day(W, "2027-05-01", True, True) == "about 1 May 2027, or later"


@pytest.mark.parametrize(
    ("days", "at_least", "about", "least", "told"),
    [
        (0, True, False, None, ""),
        (0, False, True, None, ""),
        (56, False, False, 8, ""),
        (57, False, False, 8, "as planned: 8 weeks"),
        (1, True, False, None, ""),
        (6, True, True, None, ""),
        (7, True, False, None, "as planned: at least 7 days"),
        (27, False, False, 0, "as planned: 27 days"),
        (140, False, True, 30, "as planned: about 20 weeks"),
        (140, True, True, None, "as planned: about 20 weeks, or later"),
        (140, True, False, None, "as planned: at least 20 weeks"),
    ],
)
def test_a_plan_is_told_beside_what_is_known(
    days: int, at_least: bool, about: bool, least: int | None, told: str
) -> None:
    of = Planned(
        days=days, least=0, most=None, at_least=at_least, about=about, richer=False, bound=False, facts=()
    )
    assert said.as_planned(W, of, least) == told
    bound = said.as_planned(W, msgspec.structs.replace(of, bound=True), least)
    assert not bound or (
        bound.startswith("not sooner than ") and bound.endswith("; no plan was looked for here")
    )
    assert bool(bound) == (bool(told) and days >= 7)
    richer = told.replace("as planned:", "your money is not enough; as planned, were there plenty:")
    assert said.as_planned(W, msgspec.structs.replace(of, richer=True), least) == richer


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((56, 56, 56), "as planned: 8 weeks"),
        ((20, 56, 100), "as planned: 8 weeks (2 to 15 weeks)"),
        ((20, 56, None), "as planned: 8 weeks (at least 2 weeks)"),
        ((0, 56, 56), "as planned: 8 weeks (up to 8 weeks)"),
        ((0, 56, None), "as planned: 8 weeks"),
        ((3, 9, 9), "as planned: 9 days (3 to 9 days)"),
    ],
)
def test_the_least_and_the_most_stand_beside_what_is_planned(
    days: tuple[int, int, int | None], told: str
) -> None:
    least, likely, most = days
    of = Planned(
        days=likely, least=least, most=most, at_least=False, about=False, richer=False, bound=False, facts=()
    )
    assert said.as_planned(W, of, None) == told


def test_a_way_without_a_plan_says_nothing_of_one() -> None:
    assert said.as_planned(W, None, None) == ""


def test_steps_without_words_of_their_own_have_ours() -> None:
    kinds = ("journey", "wait", "file", "safe", "settled", "pay")
    titles = [said.title(W, step("x", kind=kind, title=None)) for kind in kinds]
    assert len(set(titles)) == len(kinds)
    assert all(titles)


def test_how_far_the_search_came() -> None:
    assert "on its way none can be bettered" in said.search(W, found(whole()))
    assert "the time was up" in said.search(W, found(whole(), proven=False))
    stopped = said.search(W, found(whole(), proven=False, left=(("xa.way", "xa.other"),)))
    assert "you stopped the search" in stopped
    assert "The way › xa.other" in stopped


def test_no_plan_says_why() -> None:
    assert "closed to you today" in said.nothing(W, found(), False)
    assert "With this money" in said.nothing(W, found(), True)
    assert "so far" in said.nothing(W, found(proven=False), True)
    assert "none, even with enough money" in said.no_plan(W, found(), ("xa.way",))
    assert "not looked at" in said.no_plan(W, found(proven=False), ("xa.way",))
    assert "not looked at" in said.no_plan(W, found(left=(("xa.way",),)), ("xa.way",))


def test_a_way_that_begins_at_a_border_to_which_nobody_is_let_out_says_so() -> None:
    every = found(hopeless=(HopelessOn(way=("xa.claim",), days=None, outside=False, border=True),))
    assert said.no_plan(W, every, ("xa.claim",)).startswith("none: nobody is let out without a visa")


def test_a_way_that_nothing_opens_says_why_where_it_is_known() -> None:
    long = HopelessOn(way=("xa.long",), days=1405, outside=True, border=False)
    abroad = HopelessOn(way=("xa.abroad",), days=None, outside=True, border=False)
    every = found(hopeless=(long, abroad))
    assert said.no_plan(W, every, ("xa.long",)).endswith("by what is known it takes about 46 months or more")
    assert said.no_plan(W, every, ("xa.abroad",)) == (
        "none from here: it is asked for outside the country, and you are in it"
    )
    assert "none, even with" in said.no_plan(W, every, ("xa.way",))


def test_a_change_is_a_sum_by_a_day_a_paper_or_time() -> None:
    told = [
        said.remedy(W, found(), one)
        for one in (
            remedy(sum=400, by="2027-01-19"),
            remedy(papers=("form",), paper_titles=({"en": "Form"},)),
            remedy(days=180),
            remedy(sum=400, by="2026-12-19", weeks=9),
            remedy(inside=({"en": "Bring the papers"},), days=14),
            remedy(inside=()),
        )
    ]
    assert told == [
        "400 XXA more, earned, lent or given by relatives, at the latest on 19 January 2027",
        "this paper in hand, good to the end: Form",
        "26 weeks more time for everything",
        "400 XXA more, earned, lent or given by relatives, at the latest on 19 December 2026 "
        "(the lowest pay at home for 9 weeks of work, more than there are until then)",
        "being in the country already, on another paper, for this is done there: Bring the papers; "
        "and 2 weeks more time for everything",
        "being in the country already, on another paper",
    ]


def test_what_is_not_counted_is_said() -> None:
    told = said.not_counted(
        W, found(whole(), reserve=50, unknown=("rent", "savings", "home", "rate.xxb-xxa"))
    )
    assert any("100 XXA a month" in one for one in told)
    assert any("50 XXA is always left" in one for one in told)
    assert any("pay covers the living there" in one for one in told)
    assert any("rate.xxb-xxa" in one for one in told)
    assert any("No rent of this country" in one for one in told)
    assert any("not known in full: 900 XXA is counted" in one for one in told)
    assert len(said.not_counted(W, found(plan(mark("safe", "2026-11-20"), pays=False), living=month(0)))) == 1


def test_what_changes_how_all_is_read_stands_at_the_head() -> None:
    unknown = ("home", "leaving", "shut", "untold", "rent")
    told = said.about(W, found(whole(), unknown=unknown))
    assert any("where you live: leaving it, and its danger" in one for one in told)
    assert any("No way out of your country that fits" in one for one in told)
    assert any("No way out of your country that leads there" in one for one in told)
    assert any("that you have not named count as not there" in one for one in told)
    assert not any("No rent of this country" in one for one in told)
    below = said.not_counted(W, found(whole(), unknown=unknown))
    assert not set(told) & set(below), "each once"
    alone = said.about(W, found(unknown=("untold", "home")))
    assert len(alone) == 1, "the first line says that all that is left hangs on what was not named"
    assert len(said.about(W, found(unknown=("untold", "home"), empty=(("xa.way",),)))) == 2


def test_a_month_is_told_by_its_parts_and_by_place() -> None:
    places = (
        RentOn(place="xa.north", title={"en": "North"}, rent=40, monthly=60, facts=("f.north",)),
        RentOn(place="xa.south", title={"en": "South"}, rent=90, monthly=110, facts=("f.south",)),
    )
    sourced = {"rent_facts": ("f.north",), "needs_facts": ("f.adult", "f.child")}
    whole_ = found(plan(pays=True), living=month(40, 50, 30, rents=places, place="xa.north", **sourced))
    assert said.month(W, whole_) == [
        said.Sum("Rent", "40 XXA (North)", ("f.north",)),
        said.Sum("Food and other needs", "at least 50 XXA", ("f.adult", "f.child")),
        said.Sum("Less what keeps coming", "30 XXA"),
        said.Sum("From your savings", "at least 60 XXA"),
    ]
    rows = said.by_place(W, whole_, lambda monthly: "2027-01-19" if monthly > 100 else None)
    assert rows == [
        said.Place("North", "40 XXA", "at least 60 XXA", "", ("f.north",)),
        said.Place("South", "90 XXA", "at least 110 XXA", "January 2027", ("f.south",)),
    ]
    assert [one.told(W) for one in rows] == [
        "at least 60 XXA a month, rent in it 40 XXA",
        "at least 110 XXA a month, rent in it 90 XXA; if no pay comes, the savings are not enough for "
        "January 2027",
    ]
    told = said.not_counted(W, whole_)
    assert any("the least that a person needs are counted: real life costs more" in one for one in told)
    assert said.month(W, found(living=month(0))) == []
    assert told_of(month(0, 50))["Rent"] == (
        "not known, counted as nothing: do not compare it with other countries"
    )
    assert told_of(month(40))["Food and other needs"] == "not known, counted as nothing"
    assert told_of(month(40, rents=places))["Rent"] == "40 XXA (the least that is known: North)"
    elsewhere = told_of(month(45, rents=places, place="xa.east"), unknown=("rent_there",))
    assert "none is known of the place; this is the least" in elsewhere["Rent"]
    assert told_of(month(40))["Rent"] == "40 XXA (the least that is known)"


def told_of(living: MonthlyOn, **keys: Any) -> dict[str, str]:
    """The parts of a month, by what they are of."""
    return {one.label: one.text for one in said.month(W, found(living=living, **keys))}


def test_what_of_living_is_not_known_is_told() -> None:
    one = plan(mark("safe", START))
    left = figures(one, unknown=("rent", "living"), living=month(0))["Left of your savings"]
    assert left.endswith("not in it: rent and food and other needs")
    told = said.not_counted(W, found(unknown=("living", "rent_there")))
    assert any("not known of everybody" in text for text in told)
    assert any("No rent of this place is known" in text for text in told)


def test_somebody_who_is_there_needs_no_journey() -> None:
    assert said.about(W, found(there=True)) == ["You are in this country already: no journey is planned."]
    known = plan(mark("safe", "2026-11-20"), best=("weeks",), comes_to={"chance": 500})
    assert not any("likeliest" in one for one in said.about(W, found(known)))
    assert any("likeliest" in one for one in said.about(W, found(whole(), whole())))
    unsure = plan(best=("weeks",))
    assert any("likeliest" in one for one in said.about(W, found(unsure, unsure)))
