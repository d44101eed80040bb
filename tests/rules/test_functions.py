"""Each function of the language on its thresholds, with its verdict and what it names."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.rules.small import FORM, decide, family, verdict, when
from vyrai.rules import Env, breakpoints, parse
from vyrai.rules.breaks import scanner

ADULT = {"adult": 18}


@pytest.mark.parametrize(
    ("birth", "on", "expected"),
    [
        ("2008-11-20", "2026-11-19", "not met"),
        ("2008-11-20", "2026-11-20", "met"),
        ("2008-02-29", "2026-02-28", "not met"),
        ("2008-02-29", "2026-03-01", "met"),
        ("2008-02-29", "2028-02-28", "met"),
        ("2008-11", "2026-11-01", "unknown"),
        ("2008-11", "2026-11-29", "unknown"),
        ("2008-11", "2026-11-30", "met"),
        ("2008-11", "2026-10-31", "not met"),
        ("2008", "2026-01-01", "unknown"),
        ("2008", "2026-12-31", "met"),
        ("2027-01-01", "2026-11-20", "not met"),
    ],
)
def test_age_changes_on_the_birthday(birth: str, on: str, expected: str) -> None:
    assert verdict("age(p) >= fact('adult')", p={"birth": birth}, on=on, facts=ADULT) == expected


def test_an_unborn_child_is_of_no_age() -> None:
    assert verdict("age(p) == 0", p={"birth": "2027-01-01"}, on="2026-11-20") == "met"


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"facts": ADULT}, ("members/0.birth",)),
        ({"p": {"birth": "2008"}, "facts": ADULT}, ("members/0.birth",)),
        ({"p": {"birth": "2008-01-01"}}, ("fact:adult",)),
        ({}, ("members/0.birth", "fact:adult")),
    ],
)
def test_only_what_is_open_is_named_as_open(given: dict[str, Any], names: tuple[str, ...]) -> None:
    assert decide("age(p) >= fact('adult')", family(**given)) == ("unknown", names)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"facts": {"day": "2026-01-01", "adult": 18}}, ("members/0.birth",)),
        ({"p": {"birth": "2008-01-01"}, "facts": ADULT}, ("fact:day",)),
        ({"facts": ADULT}, ("members/0.birth", "fact:day")),
    ],
)
def test_age_on_another_day(given: dict[str, Any], names: tuple[str, ...]) -> None:
    assert decide("age(p, fact('day')) >= fact('adult')", family(**given)) == ("unknown", names)
    known = family(p={"birth": "2008-01-01"}, facts={"day": ["2026-01-01", "2027-01-01"], "adult": 18})
    assert decide("age(p, fact('day')) >= fact('adult')", known)[0] == "met"
    assert decide("age(p, fact('day') - days(1)) >= fact('adult')", known)[0] == "unknown"


def test_age_on_a_day_that_never_comes() -> None:
    spell = {"from": "2020-01-01", "to": "open"}
    grown = "age(p, latest(w.to for w in p.work)) >= fact('adult')"
    given: dict[str, Any] = {"whole": ("*",), "facts": ADULT}
    assert verdict(grown, p={"birth": "2020-01-01", "work": [spell]}, **given) == "met"
    assert verdict(grown, p={"birth": "1990-01-01", "work": []}, **given) == "not met"


AA = {"language": "aa", "level": (3, 3), "speaking": (1, 1)}
SOMETHING = {"level": (4, 4)}


@pytest.mark.parametrize(
    ("languages", "whole", "needed", "expected"),
    [
        ([AA], False, 3, "met"),
        ([AA], False, 4, "not met"),
        ([{"language": "aa"}], True, 1, "unknown"),
        ([{"language": "bb", "level": (4, 4)}], True, 1, "not met"),
        ([{"language": "bb", "level": (4, 4)}], False, 1, "unknown"),
        ([], True, 1, "not met"),
        ([], True, 0, "met"),
        ([], False, 0, "met"),
        ([], False, 1, "unknown"),
        ([SOMETHING], True, 1, "unknown"),
        ([SOMETHING, AA], False, 3, "met"),
        ([SOMETHING, AA], False, 4, "unknown"),
        ([AA, {"language": "aa", "level": (4, 4)}], True, 4, "not met"),
    ],
)
def test_level(languages: list[Any], whole: bool, needed: int, expected: str) -> None:
    given = family(
        p={"languages": languages}, whole=("*",) if whole else (), facts={"level": (needed, needed)}
    )
    assert decide("level(p, 'aa') >= fact('level')", given)[0] == expected


def test_a_skill_is_not_the_level() -> None:
    given = family(p={"languages": [AA]}, facts={"level": (2, 2)})
    assert decide("level(p, 'aa', 'speaking') >= fact('level')", given) == (
        "not met",
        (
            "members/0.languages/0.language",
            "members/0.languages/0.speaking",
            "fact:level",
        ),
    )


def savings(*pairs: tuple[str | None, Any]) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in (("currency", currency), ("amount", amount)) if value is not None}
        for currency, amount in pairs
    ]


@pytest.mark.parametrize(
    ("held", "whole", "facts", "expected"),
    [
        ([("XXA", 100)], False, {}, "met"),
        ([("XXA", 99)], True, {}, "not met"),
        ([("XXA", 99)], False, {}, "unknown"),
        ([("XXA", 60), ("XXA", 40)], True, {}, "met"),
        ([("XXB", 50)], True, {"rate.xxb-xxa": 2}, "met"),
        ([("XXB", 50)], True, {"rate.xxb-xxa": [1, 3]}, "unknown"),
        ([("XXB", 49)], True, {"rate.xxb-xxa": [1, 2]}, "not met"),
        ([("XXB", 50)], True, {}, "unknown"),
        ([("XXB", 0)], True, {}, "not met"),
        ([("XXA", 100), ("XXB", 1)], True, {}, "met"),
        ([("XXA", (80, 100))], True, {}, "unknown"),
        ([("XXA", None)], True, {}, "unknown"),
        ([(None, 100)], True, {}, "unknown"),
        ([], True, {}, "not met"),
        ([], False, {}, "unknown"),
    ],
)
def test_money_is_added_up_by_the_rates_of_the_day(
    held: Any, whole: bool, facts: dict[str, Any], expected: str
) -> None:
    given = family(savings=savings(*held), whole=("*",) if whole else (), facts={"price": 100, **facts})
    assert decide("money('XXA') >= fact('price')", given)[0] == expected


def test_money_names_the_rate_it_leans_on() -> None:
    given = family(savings=savings(("XXB", 50)), facts={"price": 100, "rate.xxb-xxa": 2})
    assert decide("money('XXA') >= fact('price')", given) == (
        "met",
        ("savings/0.amount", "savings/0.currency", "fact:rate.xxb-xxa", "fact:price"),
    )
    blind = family(savings=savings(("XXB", 50)), facts={"price": 100}, whole=("*",))
    assert decide("money('XXA') >= fact('price')", blind) == ("unknown", ("fact:rate.xxb-xxa",))


def test_one_amount_alone() -> None:
    enough = "any(worth(s.amount, 'XXA') >= fact('price') for s in savings)"
    held = savings(("XXA", 60), ("XXA", 60))
    assert verdict(enough, savings=held, facts={"price": 100}, whole=("*",)) == "not met"


def stay(country: str | None, start: str | None, end: str | None) -> dict[str, Any]:
    return {
        key: value for key, value in (("country", country), ("from", start), ("to", end)) if value is not None
    }


@pytest.mark.parametrize(
    ("stays", "whole", "months", "expected"),
    [
        ([("XA", "2026-01-01", "2026-11-06")], False, 10, "met"),  # 310 days: ten months of 31
        ([("XA", "2026-01-01", "2026-11-05")], True, 10, "unknown"),
        ([("XA", "2026-01-01", "2026-09-09")], True, 10, "not met"),  # 252 days: nine months of 28
        ([("XA", "2026-01-01", "2026-09-10")], True, 10, "unknown"),
        ([("XA", "2020-01-01", "2025-12-31")], True, 1, "not met"),
        ([("XA", "2020-01-01", "open")], False, 10, "met"),
        ([("XB", "2020-01-01", "open")], True, 1, "not met"),
        ([("XB", "2020-01-01", "open")], False, 1, "unknown"),
        ([(None, "2026-01-01", "open")], True, 10, "unknown"),
        ([("XA", None, None)], True, 10, "unknown"),
        ([("XA", "2026-01-01", "2026-06-30"), ("XA", "2026-02-01", "2026-07-31")], True, 9, "not met"),
        ([("XA", "2026-01-01", "2026-06-30"), ("XA", "2026-02-01", "2026-07-31")], True, 7, "unknown"),
        ([("XA", "2026-01-01", "2026-03-31"), ("XA", "2026-05-01", "2026-08-10")], True, 6, "met"),
        ([], True, 1, "not met"),
        ([], False, 1, "unknown"),
        ([], False, 13, "not met"),  # the year is not thirteen months long
    ],
)
def test_months_in(stays: Any, whole: bool, months: int, expected: str) -> None:
    given = family(
        p={"stays": [stay(*one) for one in stays]},
        whole=("*",) if whole else (),
        facts={"day": "2026-01-01", "months": months},
    )
    rule = "months_in(p, 'XA', fact('day')) >= fact('months')"
    assert decide(rule, given)[0] == expected


@pytest.mark.parametrize(
    ("stays", "whole", "expected"),
    [
        ([("XA", "2026-08-22", "2026-11-19")], True, "not met"),  # ninety days within the window
        ([("XA", "2026-08-23", "2026-11-19")], True, "met"),  # eighty-nine
        ([("XA", "2026-01-01", "2026-06-01")], True, "met"),  # most of it before the window
        ([("XA", "2026-08-22", "2026-11-19")], False, "not met"),
        ([("XA", "2026-08-23", "2026-11-19")], False, "unknown"),
        ([("XA", "2026-08", "2026-11-19")], True, "unknown"),
        ([("XA", "2026-06-01", "open")], True, "not met"),
    ],
)
def test_days_within_a_moving_window(stays: Any, whole: bool, expected: str) -> None:
    given = family(
        p={"stays": [stay(*one) for one in stays]},
        whole=("*",) if whole else (),
        facts={"days": 180, "more-days": 90},
    )
    assert decide("days_in(p, 'XA', on - days(fact('days'))) < fact('more-days')", given)[0] == expected


def test_when_somebody_was_elsewhere_is_not_asked() -> None:
    stays = [stay("XB", "1987-09", "open"), stay("XA", "2026-08", "2026-11-19")]
    given = family(p={"stays": stays}, whole=(), facts={"days": 180, "more-days": 90})
    word, names = decide("days_in(p, 'XA', on - days(fact('days'))) < fact('more-days')", given)
    assert word == "unknown"
    asked = [name for name in names if ".stays" in name]
    assert any(name.endswith("stays/1.from") for name in asked)
    assert not any(name.endswith(("stays/0.from", "stays/0.to")) for name in asked)


def test_a_stay_told_twice_is_counted_once() -> None:
    twice = [stay("XA", "2026-01-01", "2026-06-30")] * 3
    rule = "months_in(p, 'XA', fact('day')) >= fact('months')"
    facts = {"day": "2026-01-01", "months": 12}
    assert verdict(rule, p={"stays": twice}, facts=facts) == "unknown"


def test_months_since_a_day_that_is_not_known_or_yet_to_come() -> None:
    rule = "months_in(p, 'XA', fact('day')) >= 1"
    here = {"stays": [stay("XA", "2020-01-01", "open")]}
    assert decide(rule, family(p=here, whole=("*",))) == ("unknown", ("fact:day",))
    assert verdict(rule, p=here, whole=("*",), facts={"day": "2027-01-01"}) == "not met"


@pytest.mark.parametrize(
    ("start", "end", "on", "expected"),
    [
        ("2025-03-01", "2025-09-30", "2025-02-28", "not met"),
        ("2025-03-01", "2025-09-30", "2025-03-01", "met"),
        ("2025-03-01", "2025-09-30", "2025-09-30", "met"),
        ("2025-03-01", "2025-09-30", "2025-10-01", "not met"),
        ("2025-03", "2025-09", "2025-03-15", "unknown"),
        ("2025-03", "2025-09", "2025-03-31", "met"),
        ("2025-03", "2025-09", "2025-09-02", "unknown"),
        ("2025-03", "open", "2035-09-02", "met"),
    ],
)
def test_during(start: str, end: str, on: str, expected: str) -> None:
    facts = {"event:storm": (when(start), when(end))}
    given = family(on=on, facts=facts)
    assert decide("during('storm')", given)[0] == expected
    assert decide("not during('storm')", given)[0] == {"met": "not met", "not met": "met"}.get(
        expected, "unknown"
    )
    assert decide("during('storm')", family(on=on)) == ("unknown", ("event:storm",))


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("on == fact('day')", ["2026-12-01", "2026-12-02"]),
        ("on != fact('day') and sponsor", ["2026-12-01", "2026-12-02"]),
        ("on >= fact('day')", ["2026-12-01"]),
        ("during('storm')", []),
        ("sponsor", []),
        ("months_in(p, 'XA', fact('day')) >= 1", ["2026-12-01"]),
    ],
)
def test_the_days_on_which_a_verdict_may_change(rule: str, days: list[str]) -> None:
    """The ends of an event are told from outside; a list that is not known changes nothing by itself."""
    facts = {"day": "2026-12-01", "event:storm": (when("2026-01-01"), when("2026-12-24"))}

    def at(day: int) -> Env:
        return family(on=date.fromordinal(day).isoformat(), facts=facts, sponsor=True, p={"stays": []})

    start = when("2026-11-20")[0]
    scan = scanner(parse(rule, FORM, {"p": "person"}))
    found = breakpoints([] if scan is None else [(scan, "members/0")], at, start, start + 60, [])
    assert [day for day in map(str, map(date.fromordinal, found)) if day < "2026-12-03"] == days


LAST_STAY = "days_in(p, 'XA', latest(s.to for s in p.stays if s.to < on)) >= 1"
YEAR = "days_in(p, 'XA', on - years(fact('years'))) > fact('more-days')"
NINETY = "days_in(p, 'XA', on - days(fact('days'))) < fact('more-days')"


@pytest.mark.parametrize(
    ("rule", "stays", "days"),
    [
        # ninety of 180: full on the ninetieth day, room again once the first stay leaves the window
        (NINETY, [("2026-09-01", "open")], ["2026-11-29"]),
        (NINETY, [("2026-06-20", "2026-09-17")], ["2026-12-18"]),
        (NINETY, [], []),
        (NINETY, [(None, None)], []),
        (YEAR, [("2025-10-01", "2026-02-20")], ["2026-11-23"]),
        ("days_in(p, 'XA', fact('day')) >= 1", [("2027-01-05", "open")], ["2027-01-05"]),
        ("days_in(p, 'XA', p.birth) >= 1", [("2027-01-05", "open")], ["2027-01-05"]),
        ("days_in(p, 'XA', on - weeks(fact('weeks'))) >= 1", [("2027-01-05", "open")], ["2027-01-05"]),
        (LAST_STAY, [("2026-01-01", "2026-12-01")], []),
        ("count(s for s in p.stays if s.from_ <= on) > 1", [("2026-12-05", "open")], ["2026-12-05"]),
        ("sum(on - s.from_ for s in p.stays) > fact('more-days')", [("2026-12-05", "open")], ["2026-12-18"]),
        ("on - fact('day') > on - fact('day')", [], []),
    ],
)  # fmt: skip
def test_the_days_on_which_a_clock_runs_out(rule: str, stays: list[Any], days: list[str]) -> None:
    """The same days as deciding on each of them one by one."""
    facts = {"days": 180, "more-days": 90, "years": 1, "day": "2026-12-01"}
    here = {"stays": [stay("XA", *one) for one in stays] + [stay("XB", "2026-10-01", "2026-12-01")]}
    tree = parse(rule, FORM, {"p": "person"})
    scan = scanner(tree)
    assert scan is not None

    def at(day: int) -> Env:
        on = date.fromordinal(day).isoformat()
        return family(on=on, facts=facts, p=here, whole=("*",))

    start = when("2026-11-20")[0]
    found = breakpoints([(scan, "members/0")], at, start, start + 60, [])
    assert [date.fromordinal(day).isoformat() for day in found] == days
    decided = [decide(rule, at(day))[0] for day in range(start, start + 61)]
    assert [
        date.fromordinal(start + place).isoformat()
        for place in range(1, 61)
        if decided[place] != decided[place - 1]
    ] == days
