"""Reasons hold nothing that could be left out, however rules share answers: many routes of mixed rules."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.law.families import DAYS, cases
from tests.law.made import ask, atlas, case, child, parent, route, verdict
from vyrai.family import Case, flatten
from vyrai.law import Law, Verdict
from vyrai.law._decide import decide_asked
from vyrai.law.trial import Trial
from vyrai.rules import UNKNOWN
from vyrai.world import Points, World
from vyrai.world._model import Gives

PERSON = (
    "p.insured",
    "not p.good_standing",
    "age(p) >= fact('xa.adult-age')",
    "p.birth + years(fact('xa.adult-age')) <= on",
    "p.occupation in ('2211', '2512')",
    "p.occupation == '2211'",
    "p.residence == 'XA'",
    "level(p, 'xan') >= fact('xa.settled.level-low')",
    "level(p, 'xan') >= fact('xa.settled.level-high')",
    "held(p, 'xa.guest')",
    "ever(p, 'xa.settled')",
    "any(m.alias != p.alias and held(m, 'xa.guest') for m in members)",
    "all(m.insured for m in members if m.alias != p.alias)",
)
FAMILY = (
    "sponsor",
    "host",
    "money('XXA') >= fact('xa.guest.money')",
    "any(h.kind == 'threat' and h.for_views for h in happened)",
    "all(h.kind in ('threat', 'arrest') for h in happened)",
    "any(sponsor for h in happened)",
    "count(m for m in members if m.insured) >= 1",
    "count(m for m in members if age(m) >= fact('xa.adult-age')) > 1",
    "any(held(m, 'xa.settled') for m in members)",
    "during('xa.thaw')",
)
ROUTES = 60


def rule(draw: random.Random, pool: tuple[str, ...], depth: int = 2) -> str:
    if not depth or draw.random() < 0.3:
        return draw.choice(pool)
    joint = draw.choice((" and ", " or ", " or "))
    text = joint.join(f"({rule(draw, pool, depth - 1)})" for _ in range(draw.choice((2, 2, 3))))
    return f"not ({text})" if draw.random() < 0.2 else text


@cache
def law() -> Law:
    """Many routes of one to four rules, with exceptions and points, always the same ones."""
    draw = random.Random(7)
    routes = []
    for number in range(ROUTES):
        asked: list[Any] = []
        for place in range(draw.choice((1, 2, 2, 3, 4))):
            each = draw.choice((None, "person", "adult", "applicant"))
            text = rule(draw, FAMILY if each is None else PERSON + FAMILY)
            effect = draw.choice(("person", "family", "applicant"))
            keys: dict[str, Any] = {}
            if place and draw.random() < 0.3:
                others = [one.id for one in asked if each is not None or one.who is None]
                keys[draw.choice(("unless", "excluded"))] = tuple(draw.sample(others, min(len(others), 2)))
            asked.append(ask(f"{number}.{place}", text, each, effect, **keys))
        if draw.random() < 0.2:
            lines = tuple(
                (Gives(when=rule(draw, FAMILY, 1), gives="xa.settled.points-low"),) for _ in range(3)
            )
            asked.append(
                ask(f"{number}.points", None, points=Points(at_least="xa.settled.points-low", of=lines))
            )
        sinks = (asked[-1].id,) if draw.random() < 0.2 else ()
        routes.append(route(*asked, name=f"xa.r{number}", excluded=sinks))
    return Law(atlas(*routes))


NUMBERS = st.integers(0, ROUTES - 1)


def decided(of: Case, number: int, on: date) -> tuple[Verdict, Trial]:
    found, world, family = (
        law().atlas.route(f"xa.r{number}"),
        World(law().atlas, on),
        law().family(flatten(of)),
    )
    return law().decide(found, family, world), Trial(law(), found, family, world)


@given(cases(), NUMBERS, DAYS)
def test_nothing_can_be_left_out_of_the_support_of_a_route(of: Case, number: int, on: date) -> None:
    verdict, trial = decided(of, number, on)
    whole = trial.env

    def still(items: list[str]) -> int:
        trial.env = whole.only(items)
        trial.env.outer = None
        return trial.bits({})

    if verdict.bits == UNKNOWN:
        assert verdict.support == ()
        return
    assert still(list(verdict.support)) == verdict.bits
    for hidden in verdict.support:
        assert still([item for item in verdict.support if item != hidden]) == UNKNOWN, hidden


@given(cases(), NUMBERS, DAYS)
def test_nothing_can_be_left_out_of_the_support_of_a_requirement(of: Case, number: int, on: date) -> None:
    verdict, trial = decided(of, number, on)
    for one, what in zip(verdict.findings, trial.listed, strict=True):
        assert (one.requirement, one.member) == (what.program.requirement.id, what.member)
        if one.bits == UNKNOWN:
            continue
        for hidden in (None, *one.items):
            env = trial.env.only([item for item in one.items if item != hidden])
            env.outer = None
            bits = decide_asked(law().programs, what, env)[0]
            assert bits == (one.bits if hidden is None else UNKNOWN), (one.requirement, hidden)


def test_what_the_family_said_for_one_member_settles_it_for_another_too() -> None:
    """Nobody may apply: one for want of a host, the other, uninsured, for want of a host as well."""
    both = ask("both", "p.insured and host", "person", "applicant")
    found = law_of(both, case(parent("stork"), child("lark", insured=False), host=False))
    assert (found.word, found.support) == ("not met", ("family.host",))


def test_what_is_said_of_one_member_may_stand_in_for_what_is_said_of_another() -> None:
    """Each of three is told that no other holds the status: who is who then matters to none of them."""
    none = {"statuses": {"complete": True, "items": []}}
    other = ask(
        "other", "any(m.alias != p.alias and held(m, 'xa.guest') for m in members)", "person", "person"
    )
    family = case(parent("stork", **none), parent("lark", **none), parent("swift", **none))
    found = law_of(other, family)
    assert found.word == "not met"
    assert set(found.support) == {"members", *(f"members/{place}.statuses" for place in range(3))}


def test_what_fails_every_adult_is_the_whole_reason_though_something_else_fails_one_of_them() -> None:
    there, backed = (
        ask("there", "p.residence == 'XA'", "adult", "person"),
        ask("b", "sponsor", "adult", "person"),
    )
    of = case(parent("stork", residence="XB"), parent("lark", residence="XA"), sponsor=False)
    assert verdict(of, there, backed).support == ("family.sponsor",)


def test_what_is_met_of_one_who_applies_is_reason_enough_that_somebody_comes_in() -> None:
    insured, backed = ask("in", "p.insured", "person", "person"), ask("b", "sponsor", "child", "applicant")
    of = case(parent(insured=True), child(insured=True), sponsor=True)
    found = verdict(of, insured, backed)
    assert (found.word, set(found.support)) == ("met", {"family.sponsor", "members/1.insured"})


def law_of(asked: Any, family: Case) -> Verdict:
    made = Law(atlas(route(asked)))
    return made.decide(
        made.atlas.route("xa.r"), made.family(flatten(family)), World(made.atlas, date(2026, 11, 20))
    )


@given(cases(), NUMBERS, DAYS, st.permutations(("as it is", "as a guest", "as told")))
def test_what_was_found_of_a_family_is_not_taken_for_what_its_papers_change(
    of: Case, number: int, on: date, order: list[str]
) -> None:
    """In whatever order it is decided as it is, with a paper more, and with all its papers told."""
    found, world, family = (
        law().atlas.route(f"xa.r{number}"),
        World(law().atlas, on),
        law().family(flatten(of)),
    )
    people = family.people["person"]
    every = {
        "as it is": family,
        "as a guest": family.given("xa.guest", "XA", on.toordinal(), people, there=True),
        "as told": family.as_told(),
    }
    for name in order:
        law().decide(found, every[name], world)
    for one in every.values():
        trial, bare = Trial(law(), found, one, world), one.on(world).alone()
        for what in trial.listed:
            assert trial.part(what)[0] == decide_asked(law().programs, what, bare)[0]
