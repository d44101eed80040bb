"""Statuses, lists, sets of codes and points: what is surely so, surely not so, and what is open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.small import FORM, PERSON, decide, family, verdict
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN, Entry, Points, parse, points
from vyrai.rules.nodes import Fact

VISA = {"status": "visa", "from": "2026-01-01", "to": "2026-06-30"}
ENDLESS = {"status": "visa", "from": "2026-01-01", "to": "open"}


@pytest.mark.parametrize(
    ("held", "on", "whole", "expected"),
    [
        (VISA, "2025-12-31", True, "not met"),
        (VISA, "2026-01-01", True, "met"),
        (VISA, "2026-06-30", False, "met"),
        (VISA, "2026-07-01", True, "not met"),
        (VISA, "2026-07-01", False, "unknown"),
        (ENDLESS, "2099-01-01", False, "met"),
        ({"status": "visa", "from": "2026-01-01"}, "2026-02-01", True, "unknown"),
        ({"status": "visa", "from": "2026-01-01"}, "2025-12-31", True, "not met"),
        ({"status": "permit", "from": "2026-01-01"}, "2026-02-01", True, "not met"),
        ({"from": "2026-01-01", "to": "open"}, "2026-02-01", True, "unknown"),
        ({"status": "visa", "from": "2026-01", "to": "open"}, "2026-01-15", True, "unknown"),
        ({"status": "visa", "from": "2026-01", "to": "open"}, "2026-01-31", True, "met"),
    ],
)
def test_held(held: dict[str, Any], on: str, whole: bool, expected: str) -> None:
    given = family(on=on, p={"statuses": [held]}, whole=("*",) if whole else ())
    assert decide("held(p, 'visa')", given)[0] == expected
    assert decide("held(p, 'visa', on)", given)[0] == expected


def test_ever_and_how_often() -> None:
    later = {"status": "visa", "from": "2027-01-01", "to": "open"}
    given = family(on="2026-11-20", p={"statuses": [VISA, later]}, whole=("*",), facts={"count": 2})
    assert decide("ever(p, 'visa')", given) == (
        "met",
        ("members/0.statuses/0.status", "members/0.statuses/0.from"),
    )
    assert decide("ever(p, 'permit')", given)[0] == "not met"
    assert decide("times(p, 'visa') == fact('count')", given)[0] == "met"
    assert decide("times(p, 'visa') <= 1", given)[0] == "not met"
    more = family(p={"statuses": [VISA, VISA]}, facts={"count": 2})
    assert decide("times(p, 'visa') >= fact('count')", more)[0] == "met"
    assert decide("times(p, 'visa') <= fact('count')", more) == ("unknown", ("members/0.statuses",))


def test_present_citizen_relative() -> None:
    there = {"country": "XA", "from": "2026-11-20", "to": "2026-11-20"}
    given = family(
        p={"stays": [there], "citizenships": [{"country": "XB"}]},
        relatives=[{"kin": "parent", "citizenship": "XB"}, {"kin": "other", "citizenship": "XA"}],
        whole=("*",),
        facts={"day": "2026-11-21"},
    )
    for rule, expected in (
        ("present(p, 'XA')", "met"),
        ("present(p, 'XB')", "not met"),
        ("present(p, 'XA', fact('day'))", "not met"),
        ("citizen(p, 'XB')", "met"),
        ("citizen(p, 'XA')", "not met"),
        ("relative('parent', 'XB')", "met"),
        ("relative('parent', 'XA')", "not met"),
    ):
        assert decide(rule, given)[0] == expected, rule
    assert decide("citizen(p, 'XA')", family(p={"citizenships": []})) == (
        "unknown",
        ("members/0.citizenships",),
    )


@pytest.mark.parametrize(
    ("work", "whole", "expected"),
    [
        ([], True, "not met"),
        ([], False, "unknown"),
        ([{"to": "open"}], False, "met"),
        ([{"to": "2024-11-20"}], False, "met"),
        ([{"to": "2024-11-19"}], True, "not met"),
        ([{"to": "2024-11-19"}], False, "unknown"),
        ([{"to": "2024-11"}], True, "unknown"),
        ([{"to": "2020-01-01"}, {"to": "2025-01-01"}], True, "met"),
        ([{}], True, "unknown"),
    ],
)
def test_practice_that_must_be_fresh(work: Any, whole: bool, expected: str) -> None:
    rule = "latest(w.to for w in p.work) + years(fact('years')) >= on"
    given: dict[str, Any] = {"facts": {"years": 2}, "whole": ("*",) if whole else ()}
    assert verdict(rule, p={"work": work}, on="2026-11-20", **given) == expected


def test_sums_of_what_may_be_less_than_nothing_are_open_below() -> None:
    """A list that is not whole may hold a part that takes away."""
    rule = "sum(c.free_pages - fact('count') * c.free_pages for c in p.citizenships) >= 0"
    known = {"citizenships": [{"free_pages": 1}]}
    assert verdict(rule, p=known, facts={"count": 1}, whole=("*",)) == "met"
    assert verdict(rule, p=known, facts={"count": 1}) == "unknown"
    assert verdict(rule, p={"citizenships": [{}]}, facts={"count": 1}, whole=("*",)) == "unknown"


def test_sums_of_answers_only_grow() -> None:
    rule = "sum(c.free_pages for c in p.citizenships) >= 1"
    assert verdict(rule, p={"citizenships": [{"free_pages": 1}, {}]}) == "met"
    assert verdict("not " + rule, p={"citizenships": [{"free_pages": 0}]}, whole=("*",)) == "met"


def test_the_lowest() -> None:
    rule = "min(c.free_pages for c in p.citizenships) >= 1"
    given: dict[str, Any] = {"whole": ("*",)}
    assert verdict(rule, p={"citizenships": [{"free_pages": 2}, {"free_pages": 1}]}, **given) == "met"
    assert verdict(rule, p={"citizenships": [{"free_pages": 2}, {"free_pages": 0}]}) == "not met"
    assert verdict(rule, p={"citizenships": [{"free_pages": 2}]}) == "unknown"
    assert verdict(rule, p={"citizenships": []}, **given) == "met"


HAPPENED = [{"kind": "threat", "for_views": False}, {"kind": "arrest", "for_views": True}]


@pytest.mark.parametrize(
    ("rule", "whole", "expected", "items"),
    [
        (
            "any(h.for_views for h in happened)",
            False,
            "met",
            ("happened/1.for_views",),
        ),
        (
            "any(h.for_views for h in happened if h.kind == 'threat')",
            True,
            "not met",
            ("happened/0.for_views", "happened/1.kind", "happened"),
        ),
        ("any(h.for_views for h in happened if h.kind == 'threat')", False, "unknown", ("happened",)),
        ("all(h.for_views for h in happened)", False, "not met", ("happened/0.for_views",)),
        (
            "all(h.for_views for h in happened if h.kind == 'arrest')",
            True,
            "met",
            ("happened/0.kind", "happened/1.for_views", "happened"),
        ),
        ("all(h.for_views for h in happened if h.kind == 'arrest')", False, "unknown", ("happened",)),
        (
            "all(h.for_views for h in happened if h.kind == 'threat' if not h.for_views)",
            True,
            "not met",
            ("happened/0.kind", "happened/0.for_views", "happened/0.for_views"),
        ),
        ("not any(h.for_views for h in happened)", True, "not met", ("happened/1.for_views",)),
        ("count(h for h in happened) > 1", False, "met", ("happened/0", "happened/1")),
    ],
)
def test_some_and_all(rule: str, whole: bool, expected: str, items: tuple[str, ...]) -> None:
    given = family(happened=HAPPENED, whole=("*",) if whole else ())
    found, named = decide(rule, given)
    assert found == expected
    assert named == items or rule.startswith("count")


@pytest.mark.parametrize(
    ("job", "jobs", "expected"),
    [
        ("nurse", [{"nurse", "cook"}], "met"),
        ("nurse", [{"nurse", "cook"}, {"nurse"}], "met"),
        ("nurse", [{"nurse"}, {"cook"}], "unknown"),
        ("smith", [{"nurse"}, {"cook"}], "not met"),
        ("smith", [set()], "not met"),
        (None, [{"nurse"}], "unknown"),
        ("nurse", None, "unknown"),
    ],
)
def test_a_code_in_a_set_that_sources_may_dispute(job: str | None, jobs: Any, expected: str) -> None:
    person = {} if job is None else {"occupation": job}
    facts = {} if jobs is None else {"jobs": [frozenset(one) for one in jobs]}
    assert verdict("p.occupation in fact('jobs')", p=person, facts=facts) == expected
    assert verdict("p.occupation not in fact('jobs')", p=person, facts=facts) == {
        "met": "not met",
        "not met": "met",
    }.get(expected, "unknown")


def test_codes() -> None:
    person = {"occupation": "nurse", "descent": frozenset({"lark"})}
    for rule, facts, expected in (
        ("p.occupation == 'nurse'", {}, "met"),
        ("p.occupation != 'nurse'", {}, "not met"),
        ("p.occupation == fact('job')", {"job": "cook"}, "not met"),
        ("p.occupation != fact('job')", {"job": ["cook", "nurse"]}, "unknown"),
        ("p.occupation in ('cook', 'nurse')", {}, "met"),
        ("p.descent in ('wren', 'lark')", {}, "met"),
        ("p.descent in ('wren',)", {}, "not met"),
        ("'cook' in fact('jobs')", {"jobs": frozenset({"cook"})}, "met"),
        ("fact('flag')", {"flag": [True, True]}, "met"),
        ("fact('flag')", {"flag": [True, False]}, "unknown"),
        ("fact('flag')", {}, "unknown"),
    ):
        assert verdict(rule, p=person, facts=facts) == expected, rule


def test_dates_move_by_the_calendar() -> None:
    for rule, on, expected in (
        ("fact('day') + months(fact('months')) <= on", "2024-02-28", "not met"),
        ("fact('day') + months(fact('months')) <= on", "2024-02-29", "met"),
        ("fact('day') - months(fact('months')) >= on", "2023-12-31", "met"),
        ("fact('day') + weeks(fact('weeks')) == on", "2024-02-14", "met"),
        ("fact('day') - days(fact('days')) == on", "2024-01-28", "met"),
        ("fact('day') + years(fact('years')) == on", "2026-01-31", "met"),
        ("on - fact('day') >= fact('days')", "2024-02-03", "met"),
        ("on - fact('day') >= fact('days')", "2024-02-02", "not met"),
        ("fact('day') != on", "2024-01-31", "not met"),
        ("fact('day') < on", "2024-01-31", "not met"),
        ("fact('day') > on", "2024-01-30", "met"),
    ):
        facts = {"day": "2024-01-31", "months": 1, "weeks": 2, "days": 3, "years": 2}
        assert verdict(rule, on=on, facts=facts) == expected, rule


def test_a_date_moved_beyond_the_calendar_never_comes() -> None:
    facts = {"day": "2024-01-31", "years": (9000, 9000)}
    assert verdict("fact('day') + years(fact('years')) > on", facts=facts) == "met"
    assert verdict("fact('day') - years(fact('years')) < on", facts=facts) == "met"
    endless = {"day": "2024-01-31", "years": (1, float("inf"))}
    assert verdict("fact('day') + years(fact('years')) > on", facts=endless) == "unknown"
    assert verdict("fact('day') - years(fact('years')) < on", facts=endless) == "met"


def test_who_judges_and_what_is_decided_later() -> None:
    assert decide("judged('fear')", family()) == ("unknown", ("judged:fear",))
    assert decide("judged('fear')", family(facts={"judged:fear": True}))[0] == "met"
    assert decide("decided_later('round')", family()) == ("unknown", ("later:round",))
    assert decide("not decided_later('round')", family(facts={"later:round": True}))[0] == "not met"


def number(name: str) -> Fact:
    of = FORM.facts[name]
    assert of is not None
    return Fact(of, name)


def block(**other: Any) -> Points:
    def entry(when: str, gives: str) -> Entry:
        return Entry(parse(when, FORM, PERSON), number(gives))

    return Points(
        number("needed"),
        (
            (entry("sponsor", "points"), entry("host", "more-points")),
            (entry("p.wanted", "more-points"),),
        ),
        **other,
    )


GATE = {"gates": (parse("p.occupation == 'nurse'", FORM, PERSON),)}
TIER = {"tiers": ((parse("during('thaw')", FORM), number("less")),)}
WORTH = {"points": 5, "more-points": 10, "needed": 15, "less": 5}
NURSE, COOK = {"occupation": "nurse"}, {"wanted": True, "occupation": "cook"}
BOTH, ONE, NEITHER = (
    {"sponsor": one, "host": two} for one, two in ((True, True), (True, False), (False, False))
)


@pytest.mark.parametrize(
    ("rest", "root", "person", "facts", "bits", "items"),
    [
        # the best of a group counts once: 10, and 10 for the second group
        ({}, BOTH, {"wanted": True}, {}, SURE, None),
        ({}, {"sponsor": True}, {"wanted": True}, {}, SURE, None),
        ({}, ONE, {"wanted": False}, {}, SURELY_NOT, None),
        ({}, {"sponsor": True}, {}, {}, UNKNOWN, ("family.host", "members/0.wanted")),
        ({}, BOTH, {"wanted": True}, {"needed": (10, 20)}, SURE, None),
        ({}, BOTH, {"wanted": True}, {"needed": (10, 21)}, UNKNOWN, ("fact:needed",)),
        ({}, BOTH, {"wanted": True}, {"needed": None}, UNKNOWN, ("fact:needed",)),
        ({}, ONE, {"wanted": True}, {"points": [5, 4]}, UNKNOWN, ("fact:points",)),
        ({}, ONE, {"wanted": True}, {"points": None}, UNKNOWN, ("fact:points",)),
        (GATE, {"sponsor": True}, COOK, {}, SURELY_NOT, ("members/0.occupation",)),
        (GATE, {"sponsor": True}, {"wanted": True}, {}, UNKNOWN, ("members/0.occupation",)),
        (GATE, {"sponsor": True}, {"wanted": True, **NURSE}, {}, SURE, None),
        (TIER, ONE, {"wanted": False}, {"thaw": True}, SURE, None),
        (TIER, ONE, {"wanted": False}, {"thaw": False}, SURELY_NOT, None),
        (TIER, ONE, {"wanted": False}, {}, UNKNOWN, ("event:thaw",)),
        (TIER, NEITHER, {"wanted": False}, {}, SURELY_NOT, None),
        (TIER, BOTH, {"wanted": True}, {}, SURE, None),
    ],
)  # fmt: skip
def test_points(rest: Any, root: Any, person: Any, facts: Any, bits: int, items: Any) -> None:
    worth = {name: value for name, value in {**WORTH, **facts}.items() if value is not None}
    thaw = worth.pop("thaw", None)
    if thaw is not None:
        worth["event:thaw"] = ((1, 1), (2, 2)) if not thaw else ((1, 1), (10**6, 10**6))
    found, named = points(block(**rest))(family(p=person, facts=worth, **root))
    assert found == bits
    assert items is None or named == items
