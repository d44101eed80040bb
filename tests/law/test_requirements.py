"""What requirements make of a route: whom a failure leaves out, exceptions, times in which they are asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.law.made import (
    ask,
    atlas,
    case,
    child,
    day,
    door,
    excused,
    gives,
    number,
    parent,
    route,
    settle,
    span,
    verdict,
)
from vyrai.family import Case
from vyrai.law import Law, Verdict
from vyrai.world import Span
from vyrai.world._built import Prior

YES, NO = parent("stork", insured=True), parent("lark", insured=False)
INSURED = "p.insured"


def shut(of: Verdict) -> list[tuple[str, str | None]]:
    return [(one.requirement, one.member) for one in of.blockers]


def test_the_family_as_a_whole() -> None:
    sponsored = ask("sponsor", "sponsor")
    met = verdict(case(sponsor=True), sponsored)
    assert (met.word, met.way, met.support, met.open) == ("met", "open", ("family.sponsor",), ())
    assert met.covered == ("members/0",)
    missed = verdict(case(sponsor=False), sponsored)
    assert (missed.word, missed.way, missed.support) == ("not met", "closed", ("family.sponsor",))
    assert shut(missed) == [("xa.r.sponsor", None)]
    unknown = verdict(case(), sponsored)
    assert (unknown.word, unknown.way, unknown.support) == ("unknown", "perhaps", ())
    assert unknown.open == ("family.sponsor",)
    assert unknown.blockers == ()


def test_effect_person_leaves_that_member_out() -> None:
    found = verdict(case(YES, NO, parent("swift")), ask("insured", INSURED, "person", "person"))
    assert (found.word, found.way) == ("met", "perhaps")
    assert found.covered == ("members/0",)
    assert found.left_out == ("members/1",)
    assert found.unsure == ("members/2",)
    assert found.support == ("members/0.insured",)


def test_effect_person_shuts_the_route_once_nobody_is_left() -> None:
    found = verdict(case(NO, parent("swift", insured=False)), ask("insured", INSURED, "person", "person"))
    assert (found.word, found.left_out) == ("not met", ("members/0", "members/1"))
    assert shut(found) == [("xa.r.insured", "members/0"), ("xa.r.insured", "members/1")]
    assert found.support == ("members/0.insured", "members/1.insured")


@pytest.mark.parametrize("each", ["adult", "applicant"])
def test_a_child_of_whom_nothing_is_asked_does_not_open_a_route_for_adults(each: str) -> None:
    found = verdict(case(NO, child()), ask("insured", INSURED, each, "person"))
    assert (found.word, found.way) == ("not met", "closed")
    assert shut(found) == [("xa.r.insured", "members/0")]
    assert found.support == ("members/0.insured",)


def test_a_child_that_fails_leaves_the_adults_their_route() -> None:
    found = verdict(case(NO, child(insured=False)), ask("insured", INSURED, "child", "person"))
    assert (found.word, found.way, found.left_out) == ("met", "perhaps", ("members/1",))


def test_effect_family_fails_everybody() -> None:
    asked = ask("insured", INSURED, "person", "family")
    found = verdict(case(YES, NO), asked)
    assert (found.word, found.support) == ("not met", ("members/1.insured",))
    assert shut(found) == [("xa.r.insured", "members/1")]
    assert verdict(case(YES, child(insured=True)), asked).word == "met"
    assert verdict(case(YES, child()), asked).open == ("members/1.insured",)


def halves() -> Case:
    """One is insured and studies nowhere, the other studies and is not insured."""
    of = case(YES, parent("lark", insured=False, admitted_to_study="XA"))
    return of.with_answers({"stork.admitted_to_study": "none"})


def test_one_applicant_must_pass_everything_together() -> None:
    asked = (
        ask("insured", INSURED, "applicant", "applicant"),
        ask("study", "p.admitted_to_study == 'XA'", "adult", "applicant"),
    )
    found = verdict(halves(), *asked)
    assert found.word == "not met"
    assert shut(found) == [("xa.r.study", "members/0"), ("xa.r.insured", "members/1")]
    whole = halves().with_answers({"stork.admitted_to_study": "XA"})
    assert verdict(whole, *asked).word == "met"
    assert verdict(whole, *asked).left_out == ()


def test_who_applies_must_come_in_too() -> None:
    """One who fits the work and may not come in, and another who may and does not fit: nobody applies."""
    asked = (
        ask("insured", INSURED, "person", "person"),
        ask("study", "p.admitted_to_study == 'XA'", "adult", "applicant"),
    )
    found = verdict(halves(), *asked)
    assert found.word == "not met"
    assert shut(found) == [("xa.r.study", "members/0"), ("xa.r.insured", "members/1")]
    assert {*found.support} == {"members/0.admitted_to_study", "members/1.insured"}
    unsure = halves().with_answers({"lark.insured": None})
    assert verdict(unsure, *asked).open == ("members/1.insured",)
    whole = halves().with_answers({"lark.insured": True})
    assert verdict(whole, *asked).word == "met"


def test_a_child_is_no_applicant_where_only_it_was_asked_less() -> None:
    """What is asked of every person and what is asked of adults must be met by the same one."""
    asked = (
        ask("all", INSURED, "person", "applicant"),
        ask("adult", "p.good_standing", "adult", "applicant"),
    )
    found = verdict(case(parent(insured=True, good_standing=False), child(insured=True)), *asked)
    assert found.word == "not met"


def test_exceptions_excuse() -> None:
    asked = (
        ask("insured", INSURED, "person", "family", unless=("xa.r.vouched",)),
        ask("vouched", "sponsor", aside=True),
    )
    assert verdict(case(NO, sponsor=True), *asked).word == "met"
    assert verdict(case(NO, sponsor=True), *asked).support == ("family.sponsor",)
    assert verdict(case(YES), *asked).support == ("members/0.insured",)
    assert verdict(case(NO, sponsor=False), *asked).word == "not met"
    assert verdict(case(NO), *asked).open == ("family.sponsor",)
    assert [one.requirement for one in verdict(case(NO), *asked).findings] == ["xa.r.insured"]


def test_each_exception_is_asked_of_the_one_who_is_asked() -> None:
    """Everybody is gone through to look for one abroad; that must not make another of the one asked."""
    lark = parent("lark", insured=False, good_standing=False, residence="XA")
    stork = parent("stork", insured=False, good_standing=True, residence="XA")
    found = verdict(case(lark, stork), *excused(INSURED))
    assert (found.covered, found.left_out) == (("members/1",), ("members/0",))
    found = verdict(case(stork, lark), *excused(INSURED))
    assert (found.covered, found.left_out) == (("members/0",), ("members/1",))


@pytest.mark.parametrize(("each", "left_out"), [("child", "members/0"), ("adult", "members/1")])
def test_an_exception_is_made_only_for_those_of_whom_it_is_asked(each: str, left_out: str) -> None:
    of = case(parent("lark", insured=False), child(insured=False), sponsor=True)
    asked = (
        ask("insured", INSURED, "person", "person", unless=("xa.r.vouched",)),
        ask("vouched", "sponsor", each, "person", aside=True),
    )
    found = verdict(of, *asked)
    assert found.left_out == (left_out,)
    assert len(found.covered) == 1
    shut_for = (ask("insured", "not p.insured", "person", "person", excluded=("xa.r.vouched",)), asked[1])
    assert verdict(of, *shut_for).covered == (left_out,)


def test_excluded_beats_everything() -> None:
    asked = (
        ask("insured", INSURED, "person", "family", unless=("xa.r.vouched",), excluded=("xa.r.hosted",)),
        ask("vouched", "sponsor", aside=True),
        ask("hosted", "host", aside=True),
    )
    assert verdict(case(YES, sponsor=True, host=True), *asked).word == "not met"
    assert verdict(case(YES, sponsor=True, host=True), *asked).support == ("family.host",)
    assert verdict(case(YES, host=False), *asked).word == "met"
    assert verdict(case(YES), *asked).open == ("family.host",)


def test_excluded_at_the_route() -> None:
    asked = (ask("insured", INSURED, "person", "family"), ask("hosted", "host", aside=True))
    found = verdict(case(YES, host=True), *asked, excluded=("xa.r.hosted",))
    assert (found.word, shut(found)) == ("not met", [("xa.r.hosted", None)])
    assert verdict(case(YES, host=False), *asked, excluded=("xa.r.hosted",)).word == "met"
    assert verdict(case(YES), *asked, excluded=("xa.r.hosted",)).word == "unknown"


IN_2026 = span("2026-01-01", "2026-12-31")
IN_2027 = span("2027-01-01")
SOMETIME = Span(day("2026-01-01"), day("2026-03-31"), day("2026-10-01"), day("2026-12-31"))


@pytest.mark.parametrize(
    ("when", "on", "word"),
    [
        (IN_2026, "2025-12-31", "met"),
        (IN_2026, "2026-01-01", "not met"),
        (IN_2026, "2026-12-31", "not met"),
        (IN_2027, "2026-12-31", "met"),
        (SOMETIME, "2025-12-31", "met"),
        (SOMETIME, "2026-01-01", "unknown"),
        (SOMETIME, "2026-03-31", "not met"),
        (SOMETIME, "2026-10-02", "unknown"),
        (SOMETIME, "2027-01-01", "met"),
    ],
)
def test_a_requirement_is_asked_in_its_time(when: Span, on: str, word: str) -> None:
    asked = (ask("always", "host"), ask("then", "sponsor", valid=when))
    found = verdict(case(host=True, sponsor=False), *asked, on=date.fromisoformat(on))
    assert found.word == word
    assert verdict(case(host=True, sponsor=True), *asked, on=date.fromisoformat(on)).word == "met"
    if word == "unknown":
        assert found.open == ("valid:xa.r.then",)


@pytest.mark.parametrize(
    ("on", "excuses", "sinks"),
    [
        ("2025-12-31", "not met", "met"),
        ("2026-02-01", "unknown", "unknown"),
        ("2026-05-01", "met", "not met"),
    ],
)
def test_an_exception_counts_in_its_time(on: str, excuses: str, sinks: str) -> None:
    aside = ask("hosted", "host", aside=True, valid=SOMETIME)
    today = date.fromisoformat(on)
    unless = ask("insured", INSURED, "person", "family", unless=("xa.r.hosted",))
    found = verdict(case(NO, host=True), unless, aside, on=today)
    assert found.word == excuses
    assert verdict(case(NO, host=False), unless, aside, on=today).word == "not met"
    excluded = ask("insured", INSURED, "person", "family", excluded=("xa.r.hosted",))
    assert verdict(case(YES, host=True), excluded, aside, on=today).word == sinks
    route_level = verdict(
        case(YES, host=True), ask("insured", INSURED, "person"), aside, on=today, excluded=("xa.r.hosted",)
    )
    assert route_level.word == sinks


def test_a_day_on_which_nothing_is_asked_is_unknown() -> None:
    found = verdict(case(sponsor=True), ask("then", "sponsor", valid=IN_2027))
    assert (found.word, found.way, found.open) == ("unknown", "perhaps", ("valid:xa.r",))
    assert found.unsure == ("members/0",)
    assert found.findings == ()


def test_the_status_that_must_be_held_before() -> None:
    held = {"status": "xa.guest", "from": "2026-01-01", "to": "2026-12-31"}
    guest = parent(statuses={"complete": True, "items": [held]})
    nobody = parent("lark", statuses={"complete": True, "items": []})
    before: Any = {"prior": Prior(("xa.guest", "xa.settled"))}
    found = verdict(case(guest, nobody), **before)
    assert (found.word, found.covered, found.left_out) == ("met", ("members/0",), ("members/1",))
    assert found.support == (
        "members/0.statuses/0.status",
        "members/0.statuses/0.from",
        "members/0.statuses/0.to",
    )
    assert shut(verdict(case(nobody), **before)) == [("xa.r#prior", "members/0")]
    assert verdict(case(), **before).open == ("members/0.statuses",)


def test_how_often_a_route_may_follow() -> None:
    held = {"status": "xa.guest", "from": "2026-01-01", "to": "2026-12-31"}
    had = {"status": "xa.settled", "from": "2020-01-01", "to": "2022-12-31"}
    first = parent(statuses={"complete": True, "items": [held]})
    again = parent("lark", statuses={"complete": True, "items": [held, had]})
    before: Any = {"prior": Prior(("xa.guest",), "once"), **gives("xa.settled")}
    assert verdict(case(first), **before).word == "met"
    assert shut(verdict(case(again), **before)) == [("xa.r#prior", "members/0")]
    assert verdict(case(parent(statuses=[held])), **before).word == "unknown"
    twice = number("xa.r.times", 2, "count")
    made = Law(atlas(route(prior=Prior(("xa.guest",), "xa.r.times"), **gives("xa.settled")), facts=(twice,)))
    assert settle(made, case(again)).word == "met"
    thrice = parent("lark", statuses={"complete": True, "items": [held, had, had]})
    assert settle(made, case(thrice)).word == "not met"


@pytest.mark.parametrize(
    ("doors", "way"),
    [
        ((door(),), "open"),
        ((door("narrow"),), "perhaps"),
        ((door("paused"),), "perhaps"),
        ((door("closed"),), "closed"),
        ((door("closed"), door("open")), "perhaps"),
        ((), "perhaps"),
        ((door("closed", span(None, "2025-12-31")), door("open", span("2026-01-01"))), "open"),
        ((door("closed", Span(None, day("2026-11-21"), None, None)),), "perhaps"),
    ],
)
def test_the_door_is_part_of_the_way(doors: Any, way: str) -> None:
    assert verdict(case(sponsor=True), ask("sponsor", "sponsor"), door=doors).way == way
    assert verdict(case(sponsor=False), ask("sponsor", "sponsor"), door=doors).way == "closed"
    half = verdict(case(YES, NO), ask("insured", INSURED, "person", "person"), door=doors)
    assert half.way == ("closed" if way == "closed" else "perhaps")
    undecided = verdict(case(), ask("sponsor", "sponsor"), door=doors)
    assert undecided.way == ("closed" if way == "closed" else "perhaps")


def test_every_independent_blocker_is_named() -> None:
    found = verdict(
        case(NO, sponsor=False, host=True),
        ask("sponsor", "sponsor"),
        ask("host", "host"),
        ask("insured", INSURED, "person", "person"),
        ask("standing", "p.good_standing", "adult", "applicant"),
    )
    assert shut(found) == [("xa.r.sponsor", None), ("xa.r.insured", "members/0")]
    assert len(found.support) == 1
