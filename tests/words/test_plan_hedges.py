"""Words of plans that say what a figure does not hold: draws, refusals, risks, days that may be later."""

from __future__ import annotations

from msgspec.structs import replace

from tests.choose.plans import START, found, lived, mark, month, plan, step
from tests.words.test_planning import W, figures
from vyrai.choose.model import Planned
from vyrai.choose.monthly import LackingOn, RentOn
from vyrai.choose.step_on import DecidedOn, LockedOn, OnceOn
from vyrai.law.record import Range
from vyrai.words import planning as said
from vyrai.words._plan_living import counted


def test_what_a_search_that_was_cut_short_has_shown_is_told() -> None:
    cut = found(plan(step("form")), proven=False, sure=())
    assert "Not finished: the time was up, or you stopped it. A better one may exist." in said.search(W, cut)
    three = found(plan(step("form")), proven=False, sure=("weeks", "money", "chance"))
    assert "By days until you are safe, fees and refusals none can be bettered; one" in said.search(W, three)


def test_a_draw_that_decides_later_stands_with_the_day_and_nothing_is_reckoned_for_it() -> None:
    drawn = figures(
        plan(step("form"), mark("safe", "2026-11-20", 0), rounds=({"en": "A lottery in March."},))
    )
    assert drawn["There and allowed to stay"].endswith(
        "; and only once this is decided, for which no day is reckoned: A lottery in March"
    )
    assert "Before you apply" not in drawn


def test_a_draw_after_the_day_of_safety_says_nothing_of_that_day() -> None:
    draw = DecidedOn(what={"en": "A lottery."}, months=(3,), fact="xa.march")
    before, behind_ = step("form", decided=draw), step("card", "2027-03-01", "2027-03-31", decided=draw)
    told = figures(plan(before, mark("safe", START, 0)))["There and allowed to stay"]
    assert told.endswith("; reckoned to the end of the months in which this is decided: A lottery (March)")
    told = figures(plan(step("form"), mark("safe", START, 0), behind_))["There and allowed to stay"]
    assert "lottery" not in told


def test_what_ends_with_a_draw_takes_until_that_and_tells_what_is_usual_beside() -> None:
    draw = DecidedOn(what={"en": "A match"}, months=(3,), fact="xa.march")
    match = step("match", days=(186, 216, 216), usual=Range(lo=186, hi=186, unit="days"), decided=draw)
    assert said.takes(W, match) == "on average or as a rule 186 days"


def test_who_comes_in_first_and_asks_for_protection_then_is_warned() -> None:
    warned = figures(plan(step("form"), mark("safe", "2026-11-20", 0), asks_after_entry=True))
    assert warned["Before you apply"].startswith("If you mean to come in first and ask for protection then")


def test_a_month_that_coming_money_pays_for_is_not_called_unknown() -> None:
    every = found(plan(step("form")), living=month(300, 100, income=500))
    told = {one.label: one.text for one in said.month(W, every)}
    assert told["From your savings"] == "nothing of what is known: money that keeps coming pays for it"


def test_what_is_taken_for_granted_of_pay_is_told_with_what_is_offered() -> None:
    paid = plan(mark("safe", "2026-11-20"), mark("pay", "2026-11-20", 0))
    told = {
        offered: " ".join(counted(W, found(paid, living=month(100, 50, pay=pay, offered=offered))))
        for offered, pay in ((None, 150), (900, 150), (90, 90))
    }
    assert "it is assumed that pay covers the living there" in told[None]
    assert "assumed that the pay that is offered, 900 XXA a month before tax, covers the living" in told[900]
    assert "only the pay that is offered is counted, 90 XXA a month before tax: it does not cover" in told[90]


def test_a_journey_to_an_office_abroad_names_the_country_and_says_that_it_comes_back() -> None:
    trip = step("trip:x", kind="trip", title={"en": "Xanadu"}, fee=80, unknown=("fee",), danger=3)
    told = {one.label: one.text for one in said.fields(W, found(plan(trip)), trip, False, ())}
    assert said.title(W, trip) == "To an office abroad and back: Xanadu"
    assert told["Tickets there and back"] == "at least 80 XXA"
    assert told["The way back"].startswith("this plan comes home again, over the same border. Whoever cannot")
    assert "Fee" not in told


def test_what_a_month_at_home_takes_or_adds_is_told_as_it_was_said() -> None:
    told = {
        home: counted(W, found(plan(step("form")), living=month(100, 50, home=home)))[0]
        for home in (None, 40, -30, 0)
    }
    assert told == {
        None: "Living at home and a deposit for a home are not counted.",
        40: "Until you leave each month takes 40 XXA from your savings, as you have said.",
        -30: "Until you leave each month but the first adds 30 XXA, as you have said.",
        0: "Until you leave your savings stay as they are, as you have said.",
    }


def test_refusals_that_were_counted_long_ago_are_told_as_such() -> None:
    old = step("ask", refusable=True, unknown=("refused", "dated"))
    told = {one.label: one.text for one in said.fields(W, found(plan(old)), old, False, ())}
    assert "was counted too long ago to reckon with it: see the sources" in told["Refusal"]
    for once, n in (
        (OnceOn(least=80, most=84, year=2023), "80 to 84"),
        (OnceOn(least=8, most=8, year=2023), "8"),
    ):
        told = dict(said.fields(W, found(plan(old)), replace(old, once=once), False, ()))
        assert told["Refusal"] == (
            "it may be refused; of 100 cases of people with your citizenship that ended with a yes or a no "
            f"{n} were a no when it was last counted, in 2023: too long ago to reckon with"
        )


def test_the_day_on_which_a_step_is_over_keeps_its_hedge() -> None:
    step_ = step("ask", until="2026-12-20", days=(20, 30, 40))
    assert said.over(W, step_, True, False) == "not before 20 December 2026"
    assert said.over(W, step_, False, True) == "about 20 December 2026"
    assert (
        said.over(W, step("x", until="2026-12-20", unknown=("by_law",)), False, False)
        == "about 20 December 2026"
    )


def test_a_risk_that_is_kept_is_no_word_and_one_that_breaks_by_refusals_says_what_still_holds() -> None:
    kept = figures(plan(mark("safe", "2026-11-20"), lived=lived(failed=0.3)))
    assert "Your risk" not in kept, "it is kept by the limit of the family"
    broken = figures(plan(mark("safe", "2026-11-20"), lived=lived(holds=False, reserve=300, failed=0.3)))
    assert broken["Your risk"].endswith(
        "keep another way ready; the money lasts if 300 XXA are kept untouched"
    )
    money_only = figures(plan(mark("safe", "2026-11-20"), lived=lived(holds=False, short=0.4, failed=0.1)))
    assert "keep another way ready" not in money_only["Your risk"]


def test_what_is_counted_of_everybody_is_named_among_what_is_not_known() -> None:
    told = figures(plan(mark("safe", "2026-11-20"), lived=lived(unknown={"others": ("ask",)})))
    assert any("how often people with your citizenship are refused" in text for text in told.values())


def test_what_a_step_closes_is_told_once() -> None:
    twice = step("ask", closes=(({"en": "The passport is taken"}, None),) * 2)
    assert dict(said.fields(W, found(), twice, False, (1,)))["Closes or binds"] == "The passport is taken"


def test_where_one_plan_is_counted_whole_somebody_can_say_which_is_likeliest() -> None:
    counted, open_ = plan(step("a"), comes_to={"chance": 600}), plan(step("b"), refusals_unknown=1)
    assert not any("likeliest" in text for text in said.about(W, found(counted, open_, shown=2)))
    both = found(plan(step("a"), comes_to={"chance": 600}, refusals_unknown=1), open_, shown=2)
    assert any("in each there is a decision" in text for text in said.about(W, both))


def test_beside_riskier_plans_only_those_that_keep_the_risk_are_none_better() -> None:
    kept, risky = plan(step("a"), best=("weeks",), lived=lived()), plan(step("b"), lived=lived(holds=False))
    assert said.gives_up(W, found(kept, risky), kept).startswith(
        "It gives up nothing to a plan that keeps your risk"
    )
    assert said.gives_up(W, found(kept, plan()), kept).startswith("It gives up nothing: by what is known")


def test_a_plan_that_waits_for_the_money_says_so_with_its_days() -> None:
    def told(waits: int) -> dict[str, str]:
        one, purse = plan(mark("safe", "2026-11-20"), waits=waits), said.Purse(0, "2026-11-20", None)
        return dict(said.figures(W, found(one), one, "2026-11-20", purse, (None,)))

    assert told(26)["It waits"].startswith("26 days longer than its steps need, so that the money lasts")
    assert "It waits" not in told(0)


def test_what_was_counted_of_others_is_not_told_as_counted_by_nobody() -> None:
    others = step("hear", refusable=True, unknown=("refused", "crowd"))
    assert dict(said.fields(W, found(), others, False, (1,)))["Refusal"] == (
        "it may be refused; how often people with your citizenship were nobody has written down; what was "
        "counted of others stands with the sources, and may say nothing of you"
    )


def test_a_share_of_everybody_names_no_plan_likeliest() -> None:
    one = plan(step("a", unknown=("others",)), best=("weeks", "chance"), comes_to={"chance": 9})
    assert said.names(W, found(one, plan()), one) == "Quickest"


def test_what_is_reached_says_on_which_paper_and_for_how_long() -> None:
    """Who may stay as a visitor may not stay for good."""
    there = mark("safe", "2026-11-20")
    guest = {"en": "Visitor"}
    assert said.title(W, there) == "You are there and may stay"
    assert said.title(W, replace(there, title=guest)) == "You are there and may stay – Visitor"
    half = Range(lo=0, hi=6, unit="months")
    last = replace(mark("settled", "2026-11-20"), title=guest, lasts=half)
    assert said.title(W, last) == "The last paper of this way – Visitor, up to 6 months"


def test_a_planned_day_that_may_be_later_tells_the_least_that_is_known() -> None:
    of = Planned(
        days=140, least=70, most=None, at_least=True, about=True, richer=False, bound=False, facts=()
    )
    assert said.as_planned(W, of, None) == "as planned: about 20 weeks, or later (at least 10 weeks)"
    assert said.as_planned(W, replace(of, least=0), None) == "as planned: about 20 weeks, or later"


def test_nobody_is_told_the_day_of_a_last_paper_that_nobody_knows() -> None:
    last, there = mark("settled", "2026-12-04"), mark("safe", "2026-12-04")
    assert said.first_day(W, last, True, True) == "about 4 December 2026, or later; when, nobody knows"
    assert said.first_day(W, last, False, True) == "about 4 December 2026"
    assert said.first_day(W, there, True, False) == "not before 4 December 2026"


def test_a_plan_without_the_money_is_no_plan_that_was_found() -> None:
    lacks = LackingOn(sum=100, by="2027-01-19", first=100, all_by="2027-01-19")
    one = plan(mark("safe", "2026-11-20"), lacking=lacks)
    none = "No plan was found for the money that you have. What follows lacks least;"
    assert said.search(W, found(one)).startswith(none)
    assert said.search(W, found(plan(), one)).startswith("2 plans were found.")
    assert said.names(W, found(one), one) == "The one that lacks least"
    quick = plan(best=("weeks",), lacking=lacks)
    assert said.names(W, found(quick, one), quick) == "Quickest of those that lack least"
    assert said.gives_up(W, found(one), one) == "", "of the ways that lack more nothing is measured"
    assert said.gives_up(W, found(one, one), one) == ""
    assert said.gives_up(W, found(plan(), one), one).startswith("It gives up nothing:")


def test_where_nobody_counts_refusals_no_plan_is_said_to_be_none_the_likelier() -> None:
    one = plan(mark("safe", "2026-11-20"))
    told = said.gives_up(W, found(one, plan(refusals_unknown=1)), one)
    assert told.endswith("better in anything. Which is likelier to be granted nobody can say.")
    assert "likelier" not in said.gives_up(W, found(one, plan()), one)


def test_what_was_counted_long_ago_stands_in_the_head_of_a_plan_too() -> None:
    old = step("ask", refusable=True, unknown=("refused", "dated"), once=OnceOn(least=80, most=84, year=2023))
    head = figures(plan(old, mark("safe", "2026-11-20"), refusals_unknown=1))["Refusals"]
    assert head == (
        "1 step may be refused, and how often that happens is not known; once it was a no, counted too long "
        "ago to reckon with: Ask: 80 to 84 of 100 in 2023"
    )


def test_what_was_granted_elsewhere_binds_here_too() -> None:
    bound = (({"en": "A later claim belongs to Xanadu"}, "xa.fact"),)
    told = "What you were granted already shuts or binds, here too: A later claim belongs to Xanadu."
    assert said.bound(W, found(bound=bound)) == told


def test_a_passport_that_is_handed_in_may_hold_a_visa() -> None:
    told = dict(said.fields(W, found(), step("renew", unknown=("inside",)), False, ()))
    assert told["Before you hand it in"].startswith("a visa or permit that you were granted may lie in")


def test_in_a_place_that_coming_money_pays_for_a_month_costs_nothing_of_savings() -> None:
    rent = RentOn(place="xa.north", title={"en": "North"}, rent=420, monthly=0, facts=())
    every = found(plan(step("a")), living=month(420, 0, income=500, rents=(rent,)))
    (told,) = said.by_place(W, every, lambda monthly: None)
    assert told.told(W) == "nothing from savings a month, rent in it 420 XXA"


def test_what_is_taken_of_locked_money_after_a_no_is_said_where_there_is_some() -> None:
    plain = plan(step("ask"))
    held = LockedOn(sum=9, least=False, shown=False, monthly=None, months=None, unless=None)
    locking = plan(step("ask", locked=held))
    assert "locked" not in said.about_refusals(W, plain)
    assert said.about_refusals(W, locking).endswith("if you are still at home: in truth it takes time.")
