"""Requirements are held to their own examples, and examples to what a slip in the rule would change."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from tests.law.made import FORM, ask, atlas, excused, number, route
from tests.world.invented import INVENTED
from vyrai.law.examples import examples, mutants
from vyrai.world import Atlas, Points, Problem, Requirement, Route, check
from vyrai.world._model import Gate, Gives, Tier


def tried(rule: str, *given: Any, each: Any = None, **keys: Any) -> Requirement:
    made = json.dumps([{"given": what, "then": then, **more} for what, then, more in given])
    return ask("tried", rule, each, raw_examples=msgspec.Raw(made.encode()), **keys)


def said(*asked: Requirement, of: Route | None = None) -> list[str]:
    made = atlas(of or route(*asked), facts=(number("xa.two", 2, "count"),))
    return [problem.what for problem in examples(made, FORM)]


SPONSOR: Any = [({"sponsor": True}, "met", {}), ({"sponsor": False}, "not met", {}), ({}, "unknown", {})]


def test_sound_examples_have_nothing_to_say() -> None:
    assert said(tried("sponsor", *SPONSOR)) == []
    assert said(tried("sponsor", *SPONSOR, aside=True)) == []
    looked: list[int] = []

    def look(whole: Atlas) -> list[Problem]:
        looked.append(sum(len(one.examples) for made in whole.routes for one in made.requirements))
        return list(examples(whole, FORM))

    assert [one for one in check(INVENTED, None, [look]) if one.grave] == []
    assert looked[0] > 0, "the check is given the examples, which a compiled atlas leaves out"


def test_an_example_that_comes_out_otherwise() -> None:
    wrong = tried("sponsor", *SPONSOR, ({"sponsor": True}, "not met", {}))
    assert said(wrong) == ["example 4 of `xa.r.tried`: the rule says met, the example not met"]


def test_an_example_that_no_family_can_give() -> None:
    wrong = tried("sponsor", *SPONSOR, ({"sponser": True}, "met", {}))
    (problem,) = examples(atlas(route(wrong)), FORM)
    assert problem.what.startswith("example 4 of `xa.r.tried` is no case: ")
    assert problem.why == "Only an answer that a family can give shows what the rule does."
    assert "sponsor" in problem.todo


def test_the_day_of_an_example() -> None:
    early: Any = ({}, "not met", {"on": "2025-02-28"})
    late: Any = ({}, "met", {"on": "2025-03-01"})
    assert said(tried("during('xa.thaw')", early, late)) == []
    today: Any = ({}, "unknown", {})  # since February 2026 nobody has said whether it ended
    assert said(tried("during('xa.thaw')", today)) == []


BOTH, NEITHER = {"sponsor": True, "host": True}, {"sponsor": False, "host": False}


def insured(*people: bool) -> dict[str, Any]:
    return {
        "members": [{"alias": f"bird{n}", "role": "parent", "insured": one} for n, one in enumerate(people)]
    }


@pytest.mark.parametrize(
    ("rule", "given", "unnoticed"),
    [
        (
            "sponsor and host",
            [(BOTH, "met", {}), (NEITHER, "not met", {})],
            ["`and` and `or` confused"],
        ),
        ("not sponsor", [({}, "unknown", {})], ["a `not` left out"]),
        (
            "count(m for m in members) >= fact('xa.two')",
            [(insured(True, True, True), "met", {}), (insured(True), "not met", {})],
            ["`>=` written as `>`"],
        ),
        (
            "count(m for m in members) <= fact('xa.two')",
            [(insured(True), "met", {}), (insured(True, True, True), "not met", {})],
            ["`<=` written as `<`"],
        ),
        (
            "count(m for m in members) > fact('xa.two')",
            [(insured(True, True, True), "met", {}), (insured(True), "not met", {})],
            ["`>` written as `>=`"],
        ),
        (
            "count(m for m in members) < fact('xa.two')",
            [(insured(True, True, True), "not met", {}), (insured(True), "met", {})],
            ["`<` written as `<=`"],
        ),
        ("invitation == 'XA'", [({}, "unknown", {})], ["`==` written as `!=`"]),
        ("invitation != 'XA'", [({}, "unknown", {})], ["`!=` written as `==`"]),
        ("invitation in ('XA',)", [({}, "unknown", {})], ["`in` written as `not in`"]),
        ("invitation not in ('XA',)", [({}, "unknown", {})], ["`not in` written as `in`"]),
        ("any(m.insured for m in members)", [(insured(True), "met", {})], ["`any` written as `all`"]),
        ("all(m.insured for m in members)", [(insured(False), "not met", {})], ["`all` written as `any`"]),
    ],
)  # fmt: skip
def test_a_slip_that_no_example_would_notice(rule: str, given: Any, unnoticed: list[str]) -> None:
    assert said(tried(rule, *given)) == [
        f"no example of `xa.r.tried` would notice {what}" for what in unnoticed
    ]


def test_examples_at_the_threshold_notice_every_slip() -> None:
    rule = "count(m for m in members) >= fact('xa.two')"
    given: Any = [(insured(True, True), "met", {}), (insured(True), "not met", {})]
    assert said(tried(rule, *given)) == []


def test_the_changes_tried() -> None:
    assert list(mutants("not (sponsor or any(h.for_views for h in happened))")) == [
        ("a `not` left out", "sponsor or any((h.for_views for h in happened))"),
        ("`and` and `or` confused", "not (sponsor and any((h.for_views for h in happened)))"),
        ("`any` written as `all`", "not (sponsor or all((h.for_views for h in happened)))"),
    ]
    assert [text for _, text in mutants("0 < age(p) <= fact('a')")] == [
        "0 <= age(p) <= fact('a')",
        "0 >= age(p) <= fact('a')",
        "0 < age(p) < fact('a')",
        "0 < age(p) > fact('a')",
    ]


def test_what_passed_is_not_tried_again() -> None:
    passed: set[str] = set()
    good, bad = tried("sponsor", *SPONSOR), tried("sponsor", ({"sponsor": True}, "not met", {}))
    assert list(examples(atlas(route(good), provisions=()), FORM, passed)) == []
    assert len(passed) == 1
    assert list(examples(atlas(route(good), provisions=()), FORM, passed)) == []
    assert list(examples(atlas(route(bad), provisions=()), FORM, passed))
    assert len(passed) == 1


def test_a_requirement_with_exceptions_is_tried_with_them() -> None:
    hosted = ask("hosted", "host", aside=True)
    given: Any = [({"sponsor": True}, "met", {}), ({"sponsor": False, "host": True}, "met", {}),
             ({"sponsor": False, "host": False}, "not met", {})]  # fmt: skip
    assert said(tried("sponsor", *given, unless=("xa.r.hosted",)), hosted) == []


def test_exceptions_are_tried_of_the_one_who_is_asked() -> None:
    lark = {"alias": "lark", "role": "parent", "residence": "XA", "insured": False, "good_standing": False}
    stork = {**lark, "alias": "stork", "good_standing": True}
    given: Any = [
        ({"members": [stork]}, "met", {}),
        ({"members": [{**lark, "insured": True}]}, "met", {}),
        ({"members": [lark, stork]}, "not met", {}),
    ]
    made = json.dumps([{"given": what, "then": then, **more} for what, then, more in given])
    problems = said(*excused("p.insured", raw_examples=msgspec.Raw(made.encode())))
    assert not [one for one in problems if "the rule says" in one]


def test_slips_in_the_lines_gates_and_tiers_of_points() -> None:
    block = Points(
        at_least="xa.settled.points-low",
        of=((Gives("sponsor and host", "xa.settled.points-low"), Gives("host", "xa.settled.points-low")),),
        gates=(Gate("sponsor or host"),),
        tiers=(Tier("not host", "xa.settled.points-low"),),
    )
    lazy = tried("", (BOTH, "met", {}), each=None)
    unnoticed = said(msgspec.structs.replace(lazy, when=None, points=block))
    begin = "no example of `xa.r.tried` would notice "
    assert unnoticed == [begin + "`and` and `or` confused"] * 2 + [begin + "a `not` left out"]
    told: Any = [
        (BOTH, "met", {}),
        (NEITHER, "not met", {}),
        ({"sponsor": True, "host": False}, "not met", {}),
    ]
    careful = tried("", *told)
    left = said(msgspec.structs.replace(careful, when=None, points=block))
    assert left == [begin + "`and` and `or` confused", begin + "a `not` left out"]
