"""What holds of every land: unknown never helps, what is later never comes sooner, order changes nothing."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.belong.made import FACTS, WREN, land, offer, opens, private, status, step, way
from tests.law.made import ask, number, parent
from vyrai.belong import Belonging, Support
from vyrai.law.record import Range
from vyrai.world import Fact, Provision, Status

RIGHTS = ("school", "health_care", "care_benefit")
TIMES = (None, "f.now", "f.week", "f.ten", "f.ten-or-more", "f.half-year", "f.year")
WITH_PAPER = ask("paper", "p.diagnosis_paper", "child", "person")
AGES = (None, "f.three", "f.eight", "f.grown")
words = st.sampled_from(("yes", "no", "limited", "unknown"))
some_rights: st.SearchStrategy[Any] = st.dictionaries(
    st.sampled_from(RIGHTS), st.tuples(words, st.sampled_from(TIMES))
)


@st.composite
def offers(draw: Any) -> tuple[Provision, ...]:
    """Up to four provisions, each of which may ask for those before it."""
    made: list[Provision] = []
    for name in draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True)):
        before = draw(st.lists(st.sampled_from([one.id for one in made]), unique=True)) if made else []
        made.append(
            offer(
                name,
                draw(st.sampled_from(("place", "assessment", "therapy", "adult"))),
                of=draw(st.sampled_from(("child", "person"))),
                serves=draw(st.sampled_from(((), ("speaking",)))),
                right=draw(st.sampled_from((None, *RIGHTS))),
                after=tuple(before),
                held=draw(st.sampled_from(TIMES)),
                requires=draw(st.sampled_from(((), (WITH_PAPER,)))),
                queue=draw(st.sampled_from(TIMES)),
                law=draw(st.sampled_from(TIMES)),
                seen=draw(st.sampled_from(TIMES)),
                share=draw(st.sampled_from((None, "f.half"))),
                school_year=draw(st.sampled_from((False, True, "f.september"))),
                from_age=draw(st.sampled_from(AGES)),
                ends_at_age=draw(st.sampled_from(AGES)),
                bridge=draw(st.sampled_from((None, private("f.sum")))),
            )
        )
    return tuple(made)


def lasting(name: str) -> st.SearchStrategy[Status]:
    return st.tuples(some_rights, st.sampled_from((None, "f.half-year", "f.year"))).map(
        lambda pair: status(name, pair[0], lasts=pair[1])
    )


statuses = st.tuples(lasting("here"), lasting("later"))
delays = st.integers(0, 60)


def reckoned(
    found: tuple[Provision, ...],
    papers: tuple[Status, ...],
    delay: int = 10,
    facts: tuple[Fact, ...] = FACTS,
) -> Belonging:
    """Two statuses one after the other, so many weeks apart."""
    ways = (
        way("in", "st.here", step("s.in", "f.now", ("st.here",))),
        way("on", "st.later", step("s.on", "f.delay")),
    )
    return opens(land(*found, statuses=papers, ways=ways, facts=(*facts, number("f.delay", delay, "weeks"))))


def low(bounds: Range) -> float:
    return float("-inf") if bounds.lo is None else bounds.lo


def high(bounds: Range) -> float:
    return float("inf") if bounds.hi is None else bounds.hi


def pairs(one: Belonging, other: Belonging) -> list[tuple[Support, Support]]:
    return list(zip(one.supports, other.supports, strict=True))


@given(offers(), statuses, st.sampled_from(FACTS))
def test_a_fact_less_narrows_nothing_and_an_unknown_raises_no_least(
    found: tuple[Provision, ...], papers: tuple[Status, ...], lost: Fact
) -> None:
    unread = msgspec.structs.replace(lost, claims=())
    facts = tuple(unread if one.id == lost.id else one for one in FACTS)
    for known, unknown in pairs(reckoned(found, papers), reckoned(found, papers, facts=facts)):
        assert low(unknown.real) <= low(known.real)
        assert high(unknown.real) >= high(known.real)
        assert low(unknown.paper) <= low(known.paper)
        assert high(unknown.paper) >= high(known.paper)
        assert unknown.width >= known.width


@given(offers(), lasting("here"), st.sampled_from(RIGHTS))
def test_a_right_that_nobody_knows_of_raises_no_least(
    found: tuple[Provision, ...], paper: Status, right: str
) -> None:
    hidden = tuple(
        msgspec.structs.replace(one, holds="unknown") if one.right == right else one for one in paper.rights
    )
    unknown = msgspec.structs.replace(paper, rights=hidden)
    for known, less in pairs(
        opens(land(*found, statuses=(paper,))), opens(land(*found, statuses=(unknown,)))
    ):
        assert low(less.real) <= low(known.real)
        assert low(less.paper) <= low(known.paper)


@given(offers(), some_rights, delays, delays)
def test_a_later_status_never_brings_more(
    found: tuple[Provision, ...], rights: dict[str, Any], one: int, more: int
) -> None:
    """The first status opens nothing, all hangs on the second."""
    nothing = status("here", dict.fromkeys(RIGHTS, "no"))
    papers = (nothing, status("later", {**dict.fromkeys(RIGHTS, "unknown"), **rights}))
    for soon, late in pairs(reckoned(found, papers, one), reckoned(found, papers, one + more)):
        assert low(late.real) <= low(soon.real)
        assert high(late.real) <= high(soon.real)


@given(offers(), statuses)
def test_bounds_are_bounds_and_what_is_shut_brings_nothing(
    found: tuple[Provision, ...], papers: tuple[Status, ...]
) -> None:
    answer = reckoned(found, papers)
    for one in answer.supports:
        for months in (one.paper, one.real):
            assert 0 <= low(months) <= high(months) <= answer.window
        if one.state == "closed":
            assert high(one.paper) == high(one.real) == 0
            assert one.cause is not None
        if one.state != "open":
            assert low(one.real) == low(one.paper) == 0 or one.state == "limited"
        if one.cause is None:
            assert one.state in ("open", "limited")
            assert one.seen is not None
            assert one.seen.hi == 0


@given(offers(), statuses, st.randoms(use_true_random=False))
def test_the_order_of_what_is_offered_changes_nothing(
    found: tuple[Provision, ...], papers: tuple[Status, ...], random: Any
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)

    def told(answer: Belonging) -> set[Any]:
        return {(one.provision, one.member, one.state, one.paper, one.real) for one in answer.supports}

    one, other = reckoned(found, papers), reckoned(tuple(shuffled), papers)
    assert told(one) == told(other)
    assert [(gap.need, gap.begins, gap.ends) for gap in one.gaps] == [
        (gap.need, gap.begins, gap.ends) for gap in other.gaps
    ]


@given(offers(), statuses)
def test_every_number_says_on_which_facts_it_stands(
    found: tuple[Provision, ...], papers: tuple[Status, ...]
) -> None:
    by_id = {one.id: one for one in found}
    for one in reckoned(found, papers).supports:
        takes, seen = by_id[one.provision].takes, one.seen
        if seen is not None and takes.observed is not None:
            assert takes.observed in seen.facts
        if one.due is not None and takes.law is not None:
            assert takes.law in one.due.facts
        if by_id[one.provision].share is not None:
            assert by_id[one.provision].share in one.real.facts
        assert "f.week" in one.facts


@given(offers(), statuses, st.booleans())
def test_a_condition_that_nobody_answered_never_helps(
    found: tuple[Provision, ...], papers: tuple[Status, ...], has: bool
) -> None:
    country = land(*found, statuses=papers[:1])
    told = opens(country, parent(), {**WREN, "diagnosis_paper": has})
    for known, silent in pairs(told, opens(country)):
        assert low(silent.paper) <= low(known.paper)
        assert low(silent.real) <= low(known.real)
        assert high(silent.real) >= high(known.real)
