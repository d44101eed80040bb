"""What holds of every family and route: supports, settled verdicts, days until something changes."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.law.families import DAYS, cases
from tests.law.made import ask, atlas, case, child, day, door, number, parent, route, span
from tests.world.invented import claim, invented
from vyrai.family import Case, flatten
from vyrai.law import Law, Verdict
from vyrai.law._decide import decide_asked
from vyrai.law.trial import Trial
from vyrai.rules import UNKNOWN
from vyrai.world import Span, World
from vyrai.world._built import Prior

few = settings(max_examples=max(10, settings().max_examples // 5))
SOMETIME = Span(day("2026-01-01"), day("2026-03-31"), day("2026-10-01"), day("2026-12-31"))


@cache
def law() -> Law:
    """The routes of the invented atlas, and some with everything at once."""
    asked = (
        ask("grown", "age(p) >= fact('xa.adult-age')", "person", "person"),
        ask("insured", "p.insured or sponsor", "adult", "family", unless=("xa.r.host", "xa.r.sponsor")),
        ask("host", "host", aside=True, valid=span("2026-02-01", "2027-01-31")),
        ask("sponsor", "sponsor and host", aside=True),
        ask("money", "money('XXA') >= fact('xa.guest.money')", valid=SOMETIME),
        ask("threat", "any(h.kind == 'threat' and h.for_views for h in happened)", excluded=("xa.r.host",)),
        ask("standing", "p.good_standing or sponsor", "adult", "applicant"),
        ask("language", "level(p, 'xan') >= fact('xa.settled.level-low')", "person", "applicant"),
    )
    doors = (door("open", span("2025-01-01", "2026-06-30")), door("narrow", span("2026-08-01")))
    routes = (
        route(*asked, door=doors),
        route(asked[0], name="xa.r2", prior=Prior(("xa.guest",)), excluded=("xa.r.host",)),
        route(ask("thaw", "during('xa.thaw') and not sponsor"), name="xa.r3"),
    )
    return Law(atlas(*invented().routes, *routes, facts=()))


ROUTES = st.sampled_from(("xa.guest-visa", "xa.settlement", "xa.practise", "xa.r", "xa.r2", "xa.r3"))


def decided(of: Case, name: str, on: date) -> Verdict:
    return law().decide(law().atlas.route(name), law().family(flatten(of)), World(law().atlas, on))


@given(cases(), ROUTES, DAYS)
def test_hiding_anything_of_a_support_unsettles_the_verdict(of: Case, name: str, on: date) -> None:
    found = decided(of, name, on)
    if found.bits == UNKNOWN:
        assert found.open
        assert not found.support
        return
    trial = Trial(law(), law().atlas.route(name), law().family(flatten(of)), World(law().atlas, on))

    def still(items: tuple[str, ...]) -> int:
        trial.env = law().family(flatten(of)).on(World(law().atlas, on)).only(items)
        return trial.bits({})

    assert still(found.support) == found.bits
    for item in found.support:
        assert still(tuple(one for one in found.support if one != item)) == UNKNOWN, item


@given(cases(), ROUTES, DAYS)
def test_every_finding_has_a_support_of_its_own(of: Case, name: str, on: date) -> None:
    found = decided(of, name, on)
    trial = Trial(law(), law().atlas.route(name), law().family(flatten(of)), World(law().atlas, on))
    asked = {(one.program.requirement.id, one.member): one for one in trial.listed}
    for one in found.findings:
        if one.bits == UNKNOWN:
            assert one.items
            continue
        what = asked[one.requirement, one.member]
        for hidden in (None, *one.items):
            kept = [item for item in one.items if item != hidden]
            bits = decide_asked(law().programs, what, trial.env.only(kept))[0]
            assert bits == (one.bits if hidden is None else UNKNOWN), (one, hidden)


@given(cases(), ROUTES, DAYS, st.data())
def test_more_answers_never_turn_a_settled_verdict(
    of: Case, name: str, on: date, data: st.DataObject
) -> None:
    """Take some answers away: what is then settled stands once they are given."""
    known = {key: value for key, value in flatten(of).known.items() if not key.endswith((".role", ".alias"))}
    hidden = data.draw(st.lists(st.sampled_from(sorted(known)), unique=True)) if known else []
    family = law().family(flatten(of))
    whole = law().decide(law().atlas.route(name), family, World(law().atlas, on))
    for key in hidden:
        del family.known[key]
    part = law().decide(law().atlas.route(name), law_family(family), World(law().atlas, on))
    assert part.bits in (UNKNOWN, whole.bits)
    assert set(part.covered) <= set(whole.covered)
    assert set(part.left_out) <= set(whole.left_out)


def law_family(family: Any) -> Any:
    """The same family, of whom nothing was decided before."""
    return family.given("xa.guest", "XA", 1, (), there=True)


@given(cases(), ROUTES, DAYS)
def test_the_order_of_members_changes_nothing(of: Case, name: str, on: date) -> None:
    data = of.data()
    people = [one["alias"] for one in data["members"]]
    turned = of.with_answers({"members": data["members"][::-1]}, loose=True)
    one, two = decided(of, name, on), decided(turned, name, on)
    assert (one.word, one.way) == (two.word, two.way)

    def names(prefixes: tuple[str, ...], order: list[str]) -> set[str]:
        return {order[int(prefix.partition("/")[2])] for prefix in prefixes}

    for field in ("covered", "unsure", "left_out"):
        assert names(getattr(one, field), people) == names(getattr(two, field), people[::-1])


def state(of: Case, name: str, on: date) -> tuple[Any, ...]:
    found = decided(of, name, on)
    return found.word, found.covered, found.unsure, found.left_out, found.door.states


@few
@given(cases(), ROUTES, DAYS)
@example(case(parent(birth="2007-12-01"), sponsor=True), "xa.r", date(2025, 11, 20))
@example(case(parent(birth="1990"), child(birth="2009-02-28")), "xa.r2", date(2026, 11, 20))
def test_a_verdict_stands_until_the_day_it_says(of: Case, name: str, on: date) -> None:
    until = law().until(law().atlas.route(name), law().family(flatten(of)), World(law().atlas, on))
    now = state(of, name, on)
    last = on + timedelta(days=300) if until is None else until
    for more in range(1, min(300, (last - on).days)):
        assert state(of, name, on + timedelta(days=more)) == now, on + timedelta(days=more)
    if until is not None:
        assert state(of, name, until) != now


GROWN = ask("a", "age(p) >= fact('xa.adult-age')", "adult")
HELD = {"savings": {"complete": True, "items": [{"currency": "XXB", "amount": 400}]}}


@pytest.mark.parametrize(
    ("of", "asked", "until"),
    [
        (case(parent(birth="2009-01-15")), (GROWN,), "2027-01-15"),
        (case(parent(birth="2009-01")), (GROWN,), "2027-01-01"),
        (case(parent(birth="1990")), (GROWN,), "2027-08-02"),
        (case(sponsor=True), (ask("a", "sponsor"), ask("b", "host", valid=span("2027-02-01"))), "2027-02-01"),
        (case(**HELD), (ask("a", "money('XXA') >= fact('xa.r.price')"),), "2027-03-01"),
        (
            case(sponsor=False, host=True),
            (ask("a", "sponsor", unless=("xa.other.b",)),),
            "2027-01-01",
        ),
        (
            case(sponsor=True, host=True),
            (ask("a", "sponsor", excluded=("xa.other.b",)),),
            "2027-01-01",
        ),
    ],
)  # fmt: skip
def test_until_when_a_verdict_stands(of: Case, asked: Any, until: str) -> None:
    """A birthday, a door not heard of for long, a requirement to come, a rate, an exception elsewhere."""
    aside = ask("b", "host", aside=True, valid=span(None, "2026-12-31"))
    other = route(msgspec.structs.replace(aside, id="xa.other.b"), name="xa.other")
    rate = number("rate.xxb-xxa", 1, "XXA/XXB", valid=span(None, "2027-02-28"))
    rate = msgspec.structs.replace(
        rate, claims=(*rate.claims, claim(value=["number", 2, 2], unit="XXA/XXB", valid=span("2027-03-01")))
    )
    made = Law(atlas(route(*asked), other, facts=(rate, number("xa.r.price", 500, "XXA"))))
    found = made.until(
        made.atlas.route("xa.r"), made.family(flatten(of)), World(made.atlas, date(2026, 11, 20))
    )
    assert found is not None
    assert found.isoformat() == until


def test_nothing_changes_within_five_years() -> None:
    made = Law(atlas(route(ask("a", "sponsor"), door=(door("open", span(None, "2050-01-01")),))))
    world = World(made.atlas, date(2026, 11, 20))
    assert made.until(made.atlas.route("xa.r"), made.family(flatten(case(sponsor=True))), world) is None
