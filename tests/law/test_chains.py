"""Chains: routes in sequence, on their earliest days, with the statuses that the ones before give."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import inf
from typing import Any

import msgspec
import pytest

from tests.law.made import (
    ON,
    after,
    ask,
    atlas,
    case,
    child,
    door,
    family,
    gives,
    number,
    parent,
    route,
    span,
)
from vyrai.family import Case
from vyrai.law import Chain, Chains, Law, Weeks, duration, question_of, step_takes
from vyrai.law._time import total
from vyrai.law.adding import adds
from vyrai.world import Route, Step, World
from vyrai.world._built import Opens, Outcome, Prior, Right, Status, Takes


def status(name: str, work: Any = None) -> Status:
    rights = () if work is None else (Right(right="work", holds=work),)
    return Status(id=name, title={"en": name}, folder="XA", file="f", line=1, rights=rights)


def step(
    name: str, law: str | None = None, observed: str | None = None, *yields: str, a_day: bool = False
) -> Step:
    takes = Takes(law, observed)
    written = Step(id=name, title={"en": name}, folder="XA", file="f", line=1, takes=takes, yields=yields)
    return msgspec.structs.replace(written, a_day=a_day)


FACTS = (
    number("xa.month", 1, "months"),
    number("xa.ten-days", 10, "days"),
    number("xa.seen", (14, 21), "days", observed=(ON.toordinal() - 30,) * 2),
    number("xa.limit", (-1, 60), "days"),
    number("xa.open", 1, "count"),
    number("xa.hours", 4, "hours"),
    number("xa.three", 3, "years"),
)
STEPS = (
    step("s.ten", "xa.ten-days", None),
    step("s.seen", "xa.ten-days", "xa.seen", "st.b"),
    step("s.unknown"),
)
STATUSES = (*atlas().statuses, *(status(f"st.{letter}") for letter in "abcdef"))


def asks(name: str) -> Any:
    return ask(name, "sponsor")


def chains(*routes: Route, of: Case | None = None, on: date = ON) -> Chains:
    law = Law(atlas(*routes, facts=FACTS, steps=STEPS, statuses=STATUSES))
    return Chains(law, family(law, of or case(sponsor=True)), World(law.atlas, on), "XA")


def names(rows: list[Chain]) -> list[list[str]]:
    return [[link.route.id for link in chain.links] for chain in rows]


VISA = route(asks("a"), name="visa", filed="outside", steps=("s.ten",), **gives("st.a"))
PERMIT = route(asks("b"), name="permit", kind="permit", steps=("s.seen",), **gives("st.b"), **after("st.a"))


def test_a_permit_follows_the_visa_on_its_earliest_day() -> None:
    row = chains(VISA, PERMIT).rows()
    assert names(row) == [["visa", "permit"]]
    chain = row[0]
    assert (chain.way, chain.entry) == ("open", 1)
    first, second = chain.links
    assert (first.on, first.after) == (ON, None)
    assert (second.on, second.after) == (date(2026, 11, 30), "st.a")
    assert second.verdict.word == "met"
    assert "members/0.statuses/+0.status" in second.verdict.support
    assert chain.weeks(1) == Weeks(Fraction(10, 7), inf, ("xa.ten-days",))
    assert chain.weeks(2).lo == Fraction(10 + 14, 7)


def test_what_a_visa_gives_everybody_has_who_goes_by_it() -> None:
    holds = route(
        ask("holds", "held(p, 'st.a')", "person", "person"), name="permit", kind="permit", **after("st.a")
    )
    none: dict[str, Any] = {"statuses": {"complete": True, "items": []}}
    (row,) = chains(VISA, holds, of=case(parent(**none), child(**none), sponsor=True)).rows()
    assert (row.way, row.links[1].verdict.covered) == ("open", ("members/0", "members/1"))


def test_of_what_does_not_surely_follow_a_row_of_its_own_is_made() -> None:
    """A link that is not open yet waits for the one before it; it is not closed."""
    undecided = route(ask("c", "host"), name="perhaps", kind="permit", **gives("st.b"), **after("st.a"))
    rows = chains(VISA, undecided).rows()
    assert names(rows) == [["visa"], ["visa", "perhaps"]]
    assert (rows[1].entry, rows[1].way, rows[1].links[1].after) == (2, "perhaps", "st.a")


def test_a_route_whose_prior_nothing_gives_is_shown_as_waiting_for_it() -> None:
    rows = chains(PERMIT, of=case(parent(statuses={"complete": True, "items": []}), sponsor=True)).rows()
    assert names(rows) == [["permit"]]
    assert (rows[0].way, rows[0].links[0].after) == ("closed", "st.a")


@pytest.mark.parametrize(("there", "rows"), [(True, [["permit"]]), (False, [["permit"]])])
def test_who_already_holds_the_status_and_is_there_may_begin_with_it(there: bool, rows: Any) -> None:
    held = {"complete": True, "items": [{"status": "xa.guest", "from": "2026-01-01", "to": "open"}]}
    of = case(parent(residence="XA" if there else "XB", statuses=held), sponsor=True)
    permit = msgspec.structs.replace(PERMIT, prior=Prior(("xa.guest",)))
    found = chains(permit, of=of).rows()
    assert names(found) == rows
    assert found[0].links[0].after == (None if there else "xa.guest")


def test_a_chain_has_at_most_four_links() -> None:
    letters = "abcdef"
    rest = [
        route(asks(two), name=f"r{two}", kind="permit", **gives(f"st.{two}"), **after(f"st.{one}"))
        for one, two in pairwise(letters)
    ]
    rows = chains(VISA, *rest).rows()
    assert names(rows) == [["visa", "rb", "rc", "rd"], ["re"], ["re", "rf"]]
    assert [row.links[0].after for row in rows] == [None, "st.d", "st.d"]


def test_a_chain_never_goes_round() -> None:
    back = route(asks("c"), name="back", kind="permit", **gives("st.a"), **after("st.b"))
    assert names(chains(VISA, PERMIT, back).rows()) == [["visa", "permit", "back"]]


def test_what_is_filed_inside_follows_the_best_way_in() -> None:
    slow = route(asks("c"), name="slow", filed="outside", **gives("st.c"))
    shut = route(ask("d", "host"), name="shut", filed="outside", steps=("s.ten",), **gives("st.d"))
    claim = route(asks("e"), name="claim", kind="protection", filed="inside")
    of = case(sponsor=True, host=False)
    rows = chains(slow, shut, VISA, claim, of=of).rows()
    inside = next(chain for chain in rows if chain.links[-1].route.id == "claim")
    assert [link.route.id for link in inside.links] == ["slow", "claim"]
    assert (inside.entry, inside.links[1].after) == (2, "slow")
    there = chains(VISA, claim, of=case(parent(residence="XA"), sponsor=True)).rows()
    assert ["claim"] in names(there)
    assert names(chains(claim).rows()) == [["claim"]]


def test_who_means_to_ask_for_protection_comes_in_by_a_visit_and_not_by_a_permit() -> None:
    """One visit stands in the rows, that which asks for the least; a plan may come in by each of them."""
    permit = route(asks("a"), name="a-permit", kind="permit", filed="outside", **gives("st.work"))
    works = route(asks("b"), name="b-works", filed="outside", **gives("st.work"))
    study = route(asks("c"), asks("d"), name="c-study", filed="outside", **gives("st.a"))
    visit = route(asks("e"), name="d-visit", filed="outside", **gives("st.b"))
    loose = route(name="e-unwritten", filed="outside", **gives("st.c"))
    unsure = route(ask("f", "host"), name="f-unsure", filed="outside", **gives("st.d"))
    shut = route(ask("g", "not sponsor"), name="g-shut", filed="outside", **gives("st.e"))
    claim = route(asks("h"), name="claim", kind="protection", filed="inside")
    join = route(asks("i"), name="join", kind="permit", filed="inside")
    decided = route(asks("j"), name="decided", kind="protection", **gives("st.f"), **after("st.work"))
    every = (permit, works, study, visit, loose, unsure, shut, claim, join, decided)
    statuses = (*STATUSES, status("st.work", "limited"))
    statuses = tuple(status(one.id, "no") if one.id == "st.b" else one for one in statuses)
    law = Law(atlas(*every, facts=FACTS, steps=STEPS, statuses=statuses))
    found = Chains(law, family(law, case(sponsor=True)), World(law.atlas, ON), "XA")
    rows = {chain.links[-1].route.id: names([chain])[0] for chain in found.rows()}
    assert rows["claim"] == ["d-visit", "claim"]
    assert rows["join"] == ["a-permit", "join"], "what is no claim follows the best way in, as ever"
    assert names(found.further()) == [["c-study", "claim"], ["f-unsure", "claim"], ["e-unwritten", "claim"]]
    assert [chain.entry for chain in found.further()] == [2, 2, 2]
    alone = chains(route(asks("a"), name="only", kind="permit", filed="outside", **gives("st.a")), claim)
    assert (names(alone.rows())[-1], alone.further()) == (["only", "claim"], [])


@pytest.mark.parametrize(("stay", "way"), [(True, "open"), (False, "closed")])
def test_who_comes_in_by_a_visa_is_there_when_the_next_paper_is_asked_for(stay: bool, way: str) -> None:
    """Of a family that has told of all its stays, none of them there; not by what lets nobody come."""
    claim = route(ask("in", "present(p, 'XA')", "person"), name="claim", kind="permit", **after("st.a"))
    stays = {"complete": True, "items": [{"country": "XB", "from": "1990-01-01", "to": "open"}]}
    statuses = tuple(msgspec.structs.replace(one, stay=stay) for one in STATUSES)
    law = Law(atlas(VISA, claim, facts=FACTS, steps=STEPS, statuses=statuses))
    of = family(law, case(parent(stays=stays), sponsor=True))
    row = next(one for one in Chains(law, of, World(law.atlas, ON), "XA").rows() if "claim" in one.ids)
    assert row.links[-1].way == way
    assert of.lists["members/0.stays"] == ("members/0.stays/0",), "the family itself is where it was"


def test_a_route_may_come_after_others_than_the_one_in_its_row() -> None:
    works = route(asks("a"), name="a-works", filed="outside", **gives("st.work"))
    study = route(asks("b"), name="b-study", filed="outside", **gives("st.b"))
    shut = route(ask("c", "not sponsor"), name="c-shut", filed="outside", **gives("st.a"))
    next_one = route(
        ask("d", "host"), name="next", kind="permit", **gives("st.works"), **after("st.work", "st.b")
    )
    join = route(ask("e", "host"), name="join", kind="permit", filed="inside", **gives("st.works"))
    closed = route(ask("f", "not sponsor"), name="none", kind="permit", filed="inside", **gives("st.works"))
    claim = route(asks("g"), name="claim", kind="protection", filed="inside", **gives("st.works"))
    every = (works, study, shut, next_one, join, closed, claim)
    statuses = (*STATUSES, status("st.work", "limited"), status("st.works", "limited"))
    law = Law(atlas(*every, facts=FACTS, steps=STEPS, statuses=statuses))
    found = Chains(law, family(law, case(sponsor=True)), World(law.atlas, ON), "XA")
    rows = {row.ids[-1]: row.ids[:-1] for row in found.rows()}
    assert (rows["next"], rows["join"], rows["none"]) == (("a-works",),) * 3
    more = found.others()
    assert names(more) == [["b-study", "next"], ["b-study", "join"]]
    assert [(one.entry, one.way) for one in more] == [(2, "perhaps")] * 2


@pytest.mark.parametrize(("there", "told"), [(False, False), (True, True)])
def test_of_who_lives_there_already_more_may_be_true_than_was_told(there: bool, told: bool) -> None:
    """Stays and papers alike: `present` hangs on a stay, the other rule on a paper."""
    for rule in ("present(p, 'XA')", "any(s.country == 'XA' for s in p.statuses)"):
        years = route(ask("y", rule, "person"), name="years", filed="outside", **gives("st.b"))
        law = Law(atlas(years, facts=FACTS, steps=STEPS, statuses=STATUSES))
        of = case(parent(residence="XA" if there else "XB"), sponsor=True)
        found = Chains(law, family(law, of), World(law.atlas, ON), "XA")
        assert [found.as_told(row) for row in found.rows()] == [told]


@pytest.mark.parametrize(
    ("kind", "lasts", "more"),
    [
        ("visa", "xa.month", [["b-aid", "claim"]]),
        ("visa", "xa.three", []),
        ("visa", None, []),
        ("permit", "xa.month", []),
    ],
)
def test_who_has_a_visa_for_a_year_may_ask_for_protection_and_who_has_more_asks_for_none(
    kind: str, lasts: str | None, more: list[list[str]]
) -> None:
    """In the row the claim stands behind the visit with which nobody may work."""
    visit = route(asks("a"), name="a-visit", filed="outside", **gives("st.b"))
    aid = route(asks("b"), asks("c"), name="b-aid", kind=kind, filed="outside", **gives("st.work"))
    claim = route(asks("d"), name="claim", kind="protection", filed="inside", **gives("st.c"))
    works = msgspec.structs.replace(status("st.work", "yes"), lasts=lasts)
    law = Law(atlas(visit, aid, claim, facts=FACTS, steps=STEPS, statuses=(*STATUSES, works)))
    found = Chains(law, family(law, case(sponsor=True)), World(law.atlas, ON), "XA")
    assert ["a-visit", "claim"] in names(found.rows())
    assert names(found.others()) == more


def held(
    name: str, how: Any, lasts: str | None = None, ever: bool = False, wait: str | None = None
) -> Status:
    """A status that gives school."""
    given = Right(right="school", holds=how, opens=Opens(after=wait))
    rights = (given, Right(right="work", holds="no"))
    return msgspec.structs.replace(status(name), rights=rights, lasts=lasts, ever=ever)


@pytest.mark.parametrize(
    ("before", "then", "more"),
    [
        (held("st.a", "no"), held("st.b", "limited"), True),
        (held("st.a", "limited"), held("st.b", "yes"), True),
        (held("st.a", "unknown"), held("st.b", "yes"), True),
        (held("st.a", "no"), held("st.b", "unknown"), False),
        (held("st.a", "yes"), held("st.b", "yes"), False),
        (held("st.a", "yes"), held("st.b", "limited"), False),
        (held("st.a", "yes", "xa.month"), held("st.b", "yes", ever=True), True),
        (held("st.a", "yes", "xa.ten-days"), held("st.b", "yes", "xa.month"), True),
        (held("st.a", "yes", "xa.month"), held("st.b", "yes", "xa.ten-days"), False),
        (held("st.a", "yes", "xa.month"), held("st.b", "yes"), False),
        (held("st.a", "yes", ever=True), held("st.b", "yes", ever=True), False),
        (held("st.a", "yes", wait="xa.month"), held("st.b", "yes"), True),
        (held("st.a", "yes"), held("st.b", "yes", wait="xa.month"), False),
    ],
)
def test_a_route_adds_what_no_status_before_gives_so_well(before: Status, then: Status, more: bool) -> None:
    law = Law(atlas(VISA, PERMIT, facts=FACTS, steps=STEPS, statuses=(before, then)))
    world = World(law.atlas, ON)
    assert adds(world, (VISA, PERMIT), {"school": 104}) is more
    assert not adds(world, (VISA, PERMIT), {"care_benefit": 104}), "nobody speaks of it"


def test_how_long_a_right_is_held_counts_within_the_weeks_that_are_asked() -> None:
    month, ever = held("st.a", "yes", "xa.month"), held("st.b", "yes", ever=True)
    world = World(atlas(VISA, PERMIT, facts=FACTS, steps=STEPS, statuses=(month, ever)), ON)
    assert adds(world, (VISA, PERMIT), {"school": 5})
    assert not adds(world, (VISA, PERMIT), {"school": 4})


def test_what_is_held_while_a_decision_is_waited_for_counts_too() -> None:
    """`s.seen` yields st.b; a decision may grant another."""
    granted = step("s.granted", "xa.ten-days")
    granted = msgspec.structs.replace(granted, outcomes={"granted": Outcome(yields=("st.b",))})
    statuses = (held("st.a", "no"), held("st.b", "yes"), held("st.c", "no"))
    for name in ("s.seen", "s.granted"):
        law = atlas(VISA, PERMIT, facts=FACTS, steps=(*STEPS, granted), statuses=statuses)
        permit = msgspec.structs.replace(PERMIT, steps=(name,), gives=None)
        assert adds(World(law, ON), (VISA, permit), {"school": 104})


@pytest.mark.parametrize(("told", "more"), [(None, []), ([], []), (["2020-01-01"], [["study", "years"]])])
def test_years_of_which_nobody_has_told_make_no_other_chain(
    told: list[str] | None, more: list[list[str]]
) -> None:
    """Where all is answered they close the route; else it stands in its row as perhaps, and nowhere else."""
    since = "any(s.country == 'XA' and s.from_ + years(fact('xa.three')) <= on for s in p.statuses)"
    years = route(ask("y", since, "person"), name="years", kind="permit", filed="inside", **gives("st.work"))
    visit = route(asks("a"), name="a-visit", filed="outside", **gives("st.a"))
    study = route(asks("b"), name="study", filed="outside", **gives("st.b"))
    items = [{"status": "xa.guest", "country": "XA", "from": one, "to": "2020-06-01"} for one in told or ()]
    who = parent() if told is None else parent(statuses={"complete": True, "items": items})
    law = Law(
        atlas(visit, study, years, facts=FACTS, steps=STEPS, statuses=(*STATUSES, status("st.work", "yes")))
    )
    found = Chains(law, family(law, case(who, sponsor=True)), World(law.atlas, ON), "XA")
    row = next(one for one in found.rows() if one.ids[-1] == "years")
    assert row.way == ("closed" if told == [] else "open" if told else "perhaps")
    assert names(found.others()) == more


def test_nobody_asks_as_a_citizen_for_leave_to_stay() -> None:
    citizen = route(asks("c"), name="citizen", kind="citizenship", filed="outside", **gives("st.c"))
    slow = route(asks("d"), name="slow", filed="outside", steps=("s.ten",), **gives("st.d"))
    claim = route(asks("e"), name="claim", kind="protection", filed="inside")
    rows = chains(citizen, slow, claim, of=case(sponsor=True)).rows()
    assert names(rows) == [["citizen"], ["slow"], ["slow", "claim"]]
    assert names(chains(citizen, claim, of=case(sponsor=True)).rows()) == [["citizen"], ["claim"]]


def test_recognition_stands_apart() -> None:
    exam = route(asks("c"), name="exam", kind="recognition")
    found = chains(VISA, exam)
    assert names(found.rows()) == [["visa"]]
    assert [link.route.id for link in found.apart()] == ["exam"]


def test_the_way_is_the_worst_of_the_links_that_lead_in() -> None:
    shut = route(ask("c", "host"), name="shut", kind="protection", filed="inside")
    rows = chains(VISA, shut, of=case(sponsor=True, host=False)).rows()
    assert {row.links[-1].route.id: row.way for row in rows} == {"visa": "open", "shut": "closed"}


def test_what_can_be_done_within_days_closes_nothing() -> None:
    questions = tuple(
        msgspec.structs.replace(one, checks={**one.checks, "changeable": "soon"})
        if one.id in ("person.insured", "family.sponsor")
        else one
        for one in atlas().questions
    )
    paper = route(ask("paper", "p.insured", "person"), name="paper", filed="outside")
    shut = msgspec.structs.replace(paper, id="shut", door=(door("closed"),))
    law = Law(atlas(paper, shut, questions=questions))
    of = family(law, case(parent(insured=False), child(insured=True)))
    rows = Chains(law, of, World(law.atlas, ON), "XA").rows()
    link, closed = (row.links[0] for row in rows)
    assert (link.verdict.word, link.verdict.way, link.way) == ("not met", "closed", "perhaps")
    assert link.to_do == {"members/0.insured": (True,)}
    assert closed.way == "closed"


def world() -> World:
    return World(atlas(facts=FACTS), ON)


def test_time_as_observed_stands_before_time_by_law() -> None:
    assert step_takes(world(), STEPS[1]) == Weeks(2, 3, ("xa.seen",))
    assert step_takes(world(), STEPS[0]) == Weeks(Fraction(10, 7), inf, ("xa.ten-days",))
    assert step_takes(world(), STEPS[2]) == Weeks(0, inf)
    before = world().at(date(2020, 1, 1))
    assert step_takes(before, STEPS[1]) == Weeks(Fraction(10, 7), inf, ("xa.ten-days",))
    assert step_takes(world(), step("s.count", "xa.open", "xa.open")) == Weeks(0, inf)


def test_what_is_over_in_a_day_takes_no_more_and_a_place_may_know_better() -> None:
    assert step_takes(world(), step("s.act", a_day=True)) == Weeks(0, Fraction(1, 7))
    assert step_takes(world(), step("s.act", "xa.ten-days", "xa.seen", a_day=True)) == Weeks(
        2, 3, ("xa.seen",)
    )


def test_hours_are_a_part_of_a_week() -> None:
    assert duration(world(), "xa.hours") == Weeks(Fraction(1, 42), Fraction(1, 42), ("xa.hours",))


def test_durations_in_weeks() -> None:
    assert duration(world(), "xa.month") == Weeks(
        Fraction(146097, 33600), Fraction(146097, 33600), ("xa.month",)
    )
    assert duration(world(), "xa.limit") == Weeks(0, Fraction(60, 7), ("xa.limit",))
    assert duration(world(), "xa.open") is None
    assert total([Weeks(1, 2, ("a",)), Weeks(1, inf, ("a", "b"))]) == Weeks(2, inf, ("a", "b"))


def test_the_question_behind_an_answer() -> None:
    made = atlas()
    assert question_of(made, "members/0.statuses/1.from") == "status.from"
    assert question_of(made, "members/0.birth") == "person.birth"
    assert question_of(made, "family.sponsor") == "family.sponsor"
    assert question_of(made, "job_offers/+.country") == "offer.country"
    assert question_of(made, "happened") == "family.happened"
    assert question_of(made, "fact:xa.month") == ""


def test_an_unknown_day_of_a_far_chain_stays_in_the_calendar() -> None:
    far = number("xa.ten-days", 10**9, "days")
    law = Law(atlas(VISA, PERMIT, facts=(*FACTS[:1], far, *FACTS[2:]), steps=STEPS, statuses=STATUSES))
    rows = Chains(law, family(law, case(sponsor=True)), World(law.atlas, ON), "XA").rows()
    assert rows[0].links[-1].on <= date.max


def test_a_door_that_opens_later() -> None:
    """A visa whose door opens later is not open today."""
    late = msgspec.structs.replace(VISA, door=(door("open", span("2027-01-01")),))
    assert chains(late).rows()[0].way == "perhaps"


def test_a_route_that_asks_of_children_is_not_shown_to_who_has_none() -> None:
    alone = route(ask("child", "sponsor", "child"), name="child", kind="leaving")
    anybody = route(ask("any", "sponsor", "person"), name="any", kind="leaving")
    assert [link.route.id for link in chains(alone, anybody).apart()] == ["any"]
    with_child = case(parent(), child(), sponsor=True)
    assert [link.route.id for link in chains(alone, anybody, of=with_child).apart()] == ["child", "any"]


def test_a_step_for_a_paper_that_everybody_has_takes_no_time() -> None:
    step = Step(
        id="s.paper",
        title={"en": "s"},
        folder="XA",
        file="f",
        line=1,
        takes=Takes("xa.ten-days"),
        yields=("passport",),
    )
    law = Law(atlas(route(asks("a"), steps=("s.paper", "s.ten")), facts=FACTS, steps=(*STEPS, step)))
    world = World(law.atlas, ON)

    def lo(expires: str) -> Any:
        papers = [{"country": "XB", "document": "passport", "expires": expires}]
        return (
            Chains(law, family(law, case(parent(citizenships=papers), sponsor=True)), world, "XA")
            .rows()[0]
            .links[0]
            .weeks.lo
        )

    assert (lo("2030-01-01"), lo("2026-11-01")) == (Fraction(10, 7), Fraction(20, 7))
