"""Plans as a page of its own: all that a plan may have, each picture with its table, sheets to print."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from tests.choose.plans import START, behind, found, lived, mark, plan, remedy, step, whole
from vyrai.choose import Planning
from vyrai.choose.model import SourceOn
from vyrai.choose.step_on import LockedOn
from vyrai.law.record import Range
from vyrai.pages import plans_alone
from vyrai.pages._plans import _ticks
from vyrai.reach.lives import Month
from vyrai.words import LANGUAGES, Words

EN = Words("en")


def everything() -> Planning:
    """Two named plans, another, a way without one, papers nobody makes, a reserve."""
    other = plan(
        mark("safe", "2027-06-01"),
        best=("danger",),
        gives_up=behind(weeks=162, money=1),
        comes_to={"weeks": 193, "money": 900},
        verdict="perhaps",
    )
    third = plan(
        step("form"), mark("safe", "2026-11-20", 0), pays=False, comes_to={"weeks": 193, "money": 900}
    )
    return found(
        whole(),
        other,
        third,
        reserve=50,
        unmade=("photos",),
        empty=(("xa.way",), ("xa.other",)),
        without=(remedy(sum=400, by="2027-01-19"), remedy(days=180)),
    )


def source(fact: str) -> SourceOn:
    """One claim of a fact, with everything that a page says of it."""
    return SourceOn(
        fact=fact,
        title={"en": fact},
        statement={"en": "So it is."},
        value=None,
        unit=None,
        standing="surely",
        kind="law",
        confidence="high",
        publisher="Gazette",
        source_title="Act",
        url="https://example.org/act",
        lang="en",
        as_of="2026-11-01",
    )


def said(html: str) -> str:
    """The words of a page, without what is drawn."""
    return " ".join(re.sub(r"<style.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL).split())


def test_it_begins_with_what_to_do_first() -> None:
    html = said(plans_alone(EN, everything()))
    assert html.index("Begin with this") < html.index("Plan 1: Quickest")
    assert html.index("Plan 1: Quickest") < html.index("Plan 2: Safest")
    assert "It gives up: 162 days more until you are safe; 1 XXA more in fees." in html
    assert "1 other plan" in html
    sum_ = "400 XXA more, earned, lent or given by relatives, at the latest on 19 January 2027"
    assert f"{sum_}; or 26 weeks more time for everything" in html
    assert "none, even with enough money, every paper, two years more and being there already" in html
    assert "None" not in html.split()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_whole_in_every_language_and_asks_nobody(lang: str) -> None:
    html = plans_alone(Words(lang), everything())
    assert f'<html lang="{lang}"' in html
    assert "<script" not in html
    assert " style=" not in html
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert plans_alone(Words(lang), everything()) == html


def test_danger_is_not_folded_away() -> None:
    html = re.sub(r"<details.*?</details>", "", plans_alone(EN, everything()), flags=re.DOTALL)
    assert "great. Guards look." in said(html)


def test_each_picture_has_its_table() -> None:
    html = plans_alone(EN, everything())
    pictures = re.findall(r'<svg class="(front|purse|ticks)"', html)
    assert sorted(set(pictures)) == ["front", "purse", "ticks"]
    assert html.count("<table") == len(pictures)
    assert all("aria-hidden" in one for one in re.findall(r'<svg class="(?:front|purse|ticks)"[^>]*>', html))


def test_the_picture_of_all_plans_has_its_scale_beside_it() -> None:
    html = plans_alone(EN, everything())
    above, picture, below = re.findall(
        r'>([^<]*)</p>\s*(<svg class="front".*?</svg>)\s*<p[^>]*>(.*?)</p>', html, re.DOTALL
    )[0]
    assert above == "fees: 900 XXA"
    assert said(below).strip() == "until safe: 193 days"
    assert picture.count('class="most"') == 2


def test_beside_the_picture_it_is_said_that_who_breaks_the_risk_is_called_nothing() -> None:
    quick = plan(mark("safe", "2026-11-21"), comes_to={"weeks": 1, "money": 9}, lived=lived(holds=False))
    slow = plan(
        mark("safe", "2027-06-01"), best=("weeks",), comes_to={"weeks": 193, "money": 900}, lived=lived()
    )
    told = "A plan that breaks your risk is called best in nothing"
    assert told in said(plans_alone(EN, found(slow, quick)))
    assert told not in said(plans_alone(EN, found(slow, plan(mark("safe", "2026-11-21")))))


def test_how_long_a_paper_holds_and_what_binds_stand_with_their_source() -> None:
    lasts = Range(lo=1, hi=1, unit="years", facts=("xa.length",))
    there = replace(mark("safe", "2026-11-21"), title={"en": "Guest"}, lasts=lasts)
    bound = (({"en": "A later claim belongs to Xanadu"}, "xa.belongs"),)
    sources = {name: (source(name),) for name in ("xa.length", "xa.belongs")}
    told = r"Guest, 1 year:</b> 21 November 2026 <cite[^>]*><a href=#"
    html = plans_alone(EN, found(plan(there, best=("weeks",)), plan(there), bound=bound, sources=sources))
    assert len(re.findall(told, html)) == 2, "of the plan that is shown, and of the other"
    assert re.search(r"belongs to Xanadu\.</b><cite", html)


def test_a_scale_of_nothing_has_no_line_for_its_most() -> None:
    free = plan(mark("safe", "2026-11-25"), comes_to={"weeks": 5, "money": 0})
    later = plan(mark("safe", "2026-12-20"), comes_to={"weeks": 30, "money": 0})
    picture = re.findall(r'<svg class="front".*?</svg>', plans_alone(EN, found(free, later)), re.DOTALL)[0]
    assert picture.count('class="most"') == 1


def test_plans_that_share_one_point_are_only_listed() -> None:
    html = plans_alone(EN, found(whole(), whole()))
    assert "The plans side by side" in html
    assert 'class="front"' not in html


def test_the_last_month_of_a_scale_is_not_cut() -> None:
    start = date(2026, 11, 20)
    fits, cut = _ticks(Words("ru"), start, 50), _ticks(Words("ru"), start, 14)
    assert [(one.name, one.anchor) for one in fits] == [("декабрь", "start"), ("январь", "end")]
    assert [(one.name, one.anchor) for one in cut] == [("декабрь", "end")]


def test_savings_that_hang_on_pay_are_drawn_as_such_and_debts_below_the_line() -> None:
    html = plans_alone(EN, everything())
    assert 'class="b-sure"' in html
    assert 'class="g-maybe"' in html
    assert 'class="spare"' in html
    assert 'class="b-short"' in plans_alone(EN, found(whole(), savings=10))
    assert 'class="spare"' not in plans_alone(EN, found(whole()))


def test_what_is_left_in_simulated_lives_is_a_line_in_the_bar_and_a_column() -> None:
    lives = tuple(Month(month=at, p10=100 * at, p50=400, p90=450) for at in range(18))
    html = plans_alone(EN, found(plan(mark("safe", START), best=("weeks",), lived=lived(savings=lives))))
    drawn = re.findall(r'<line class="band" x1="([^"]*)%" x2="([^"]*)%" y1="([^"]*)%" y2="([^"]*)%"/>', html)
    months = html.count('<rect class="b-sure"')
    assert len(drawn) == months
    assert drawn[0] == (f"{50 / months:.3g}", f"{50 / months:.3g}", "50", "100")
    assert "Left in simulated lives" in said(html)
    assert "100 to 450 XXA" in said(html)
    plain = plans_alone(EN, found(plan(mark("safe", START), best=("weeks",))))
    assert '<line class="band"' not in plain
    assert "simulated lives" not in said(plain)


def test_attendance_is_full_waiting_hatched_unknown_dotted() -> None:
    html = plans_alone(EN, everything())
    first = html[html.index('id="plan-1"') :]
    bars = [re.findall(r"g-(sure|maybe|unk)", one) for one in re.findall(r'<svg class="rng".*?</svg>', first)]
    assert bars[:3] == [["maybe"], ["sure"], ["unk", "maybe"]]


def test_a_sheet_says_what_to_bring_and_not_why() -> None:
    html = plans_alone(EN, everything())
    sheets = re.findall(r'<section class="handed visit">(.*?)</section>', html, re.DOTALL)
    assert len(sheets) == 2
    printed = [said(re.sub(r'<p class="screen-only.*?</p>', "", one)) for one in sheets]
    assert printed[0].startswith("Visit 1")
    assert "☐ Form ☐ passport ☐ Photos" in printed[0]
    assert "Robin and Wren" in printed[0]
    assert "50 XXA" in printed[0]
    assert "Hand in" not in printed[0]
    assert "The way" not in printed[0]
    assert "no paper is named" in printed[1]


def test_one_objective_shows_one_plan_and_names_the_others() -> None:
    html = said(plans_alone(EN, everything(), "danger"))
    assert "2 other plans" in html
    assert "Plan 1: Quickest" not in html.partition("2 other plans")[0]
    folded = html.partition("2 other plans")[2]
    assert folded.count("Step by step") == 2, "the rest is behind them, step by step"
    for one in everything().plans[0].steps:
        if one.kind == "step":
            assert one.title is not None
            assert f": {one.title['en']}" in folded


def test_plans_at_one_place_share_a_dot() -> None:
    html = plans_alone(EN, everything())
    assert re.findall(r"<text[^>]*>([^<]*)</text>", html[: html.index('id="plan-1"')]) == ["1", "2, 3"]


def test_a_plan_of_which_nothing_can_be_begun_is_no_beginning() -> None:
    late = plan(step("cross", "2026-12-01", moves=True), mark("safe", "2026-12-01", 0), best=("weeks",))
    html = said(plans_alone(EN, found(late)))
    begin = html.partition("Begin with this")[2].partition("Step by step")[0]
    assert "Plan 1: its first step has its day, 1 December 2026: Cross." in begin
    assert "It waits for nothing else" not in begin
    assert "It waits for nothing else" in said(plans_alone(EN, everything()))


def test_no_plan_at_all_is_a_page_too() -> None:
    html = said(plans_alone(EN, found(unknown=("rent",))))
    assert "Every way into this country is closed to you today" in html
    assert "Begin with this" not in html
    assert "No rent of this country is known" in html


def test_what_is_put_aside_and_comes_back_has_its_columns_only_where_it_is() -> None:
    of = LockedOn(sum=600, least=False, shown=False, monthly=200, months=3, unless=None)
    steps = (step("account", START, locked=of), step("fly", START, moves=True), mark("safe", START, 1))
    one = plan(*steps, best=("weeks",))
    html = plans_alone(EN, found(one, savings=1_000))
    assert "Thirty days from Fees Put aside Comes back Living there Left" in said(html)
    assert '<td class="num">600 XXA</td>' in html
    assert html.count('<td class="num">200 XXA</td>') == 3
    assert "Put aside" not in said(plans_alone(EN, everything()))
