"""Which claims count on a day: by example and by property."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import inf

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.invented import atlas_of, claim, fact, invented
from vyrai.world import Claim, FactValue, Span, World

DAYS = st.integers(min_value=1, max_value=60)


def world(claims: Sequence[Claim], day: int, known: int | None = None) -> World:
    on = date.fromordinal(day)
    return World(atlas_of(fact(*claims)), on, None if known is None else date.fromordinal(known))


def value(claims: Sequence[Claim], day: int, known: int | None = None) -> FactValue:
    return world(claims, day, known).value("xa.fact")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[int, int]:
    lo, hi = sorted((draw(DAYS), draw(DAYS)))
    return lo, hi


@st.composite
def spans(draw: st.DrawFn) -> Span:
    begin, end = draw(pairs()), draw(pairs())
    return Span(
        draw(st.sampled_from([begin[0], None])),
        draw(st.sampled_from([begin[1], begin[1], None])),
        draw(st.sampled_from([end[0], None])),
        draw(st.sampled_from([end[1], None])),
    )


@st.composite
def claims(draw: st.DrawFn, *, rules_only: bool = False) -> Claim:
    number = draw(st.integers(0, 3))
    keys = {
        "kind": draw(st.sampled_from(["law", "media", "peer"])),
        "confidence": draw(st.sampled_from(["high", "medium", "low"])),
        "as_of": draw(pairs()),
        "value": draw(st.sampled_from([["number", number, number], ["number", number, None], None])),
    }
    if not rules_only and draw(st.booleans()):
        return claim(**keys, observed=draw(pairs()))
    return claim(**keys, valid=draw(spans()))


LISTS = st.lists(claims(), max_size=6)
RULES = st.lists(claims(rules_only=True), max_size=6)
KNOWN = st.none() | DAYS


def less_certain(one: FactValue, other: FactValue) -> bool:
    """Whether `one` leaves something open that `other` settles."""
    if one.why is not None:
        return other.why is None
    return other.why is None and not set(one.alternatives) <= set(other.alternatives)


def deciding(one: Claim) -> bool:
    return one.decides and one.value is not None


@given(RULES, DAYS, KNOWN, st.data())
def test_deleting_a_rival_never_makes_less_certain(
    rules: list[Claim], day: int, known: int | None, data: st.DataObject
) -> None:
    before = world(rules, day, known).claims("xa.fact")
    sure = [one for one in before.surely if deciding(one)]
    if not sure:
        return
    kept = data.draw(st.sampled_from(sure))
    rest = [one for one in rules if one is kept or data.draw(st.booleans())]
    after, full = value(rest, day, known), value(rules, day, known)
    assert not less_certain(after, full)


@given(LISTS, claims(rules_only=True), DAYS, KNOWN)
def test_adding_a_rival_never_makes_more_certain(
    rules: list[Claim], rival: Claim, day: int, known: int | None
) -> None:
    rules = [one for one in rules if one.valid is not None]
    before = value(rules, day, known)
    if before.why is None:
        assert not less_certain(before, value([*rules, rival], day, known))


@given(LISTS, DAYS, KNOWN)
def test_each_claim_stands_in_one_place(listed: list[Claim], day: int, known: int | None) -> None:
    standing = world(listed, day, known).claims("xa.fact")
    placed = [id(one) for place in msgspec.structs.astuple(standing) for one in place]
    assert sorted(placed) == sorted(map(id, listed))
    assert all(one.decides for one in (*standing.surely, *standing.perhaps, *standing.too_old))
    assert not any(one.decides for one in standing.excluded)


@given(LISTS, DAYS, KNOWN)
def test_a_value_is_the_values_of_claims_that_count(listed: list[Claim], day: int, known: int | None) -> None:
    found = value(listed, day, known)
    assert (found.why is None) == bool(found.alternatives)
    assert len(set(found.alternatives)) == len(found.alternatives) == len(found.units)
    assert all(deciding(one) for one in found.claims)
    if not any(map(deciding, listed)):
        assert found.why == "fact_missing"


@given(LISTS, KNOWN, st.sampled_from(["route", "cost", "safety"]))
def test_nothing_changes_between_the_breaks(listed: list[Claim], known: int | None, topic: str) -> None:
    start, end = date.fromordinal(1), date.fromordinal(900)
    atlas = atlas_of(fact(*listed, topic=topic))
    here = World(atlas, start, None if known is None else date.fromordinal(known))
    breaks = here.breaks(["xa.fact"], start, end)
    assert breaks == sorted(set(breaks))
    before = (here.claims("xa.fact"), here.value("xa.fact"))
    for day in [*range(2, 70), *range(725, 800)]:
        now = here.at(date.fromordinal(day))
        after = (now.claims("xa.fact"), now.value("xa.fact"))
        if day not in breaks and day != 725:
            assert after == before
        before = after


@given(LISTS, DAYS)
def test_knowing_later_is_knowing_all_in_the_end(listed: list[Claim], day: int) -> None:
    assert value(listed, day, 1_000) == value(listed, day)


@given(LISTS, st.permutations(range(6)), DAYS)
def test_the_order_of_claims_does_not_matter(listed: list[Claim], order: list[int], day: int) -> None:
    mixed = [listed[place] for place in order if place < len(listed)]
    assert set(value(listed, day).alternatives) == set(value(mixed, day).alternatives)


def test_before_the_day_it_speaks_of_a_rule_without_beginning_is_only_perhaps_in_force() -> None:
    rule = claim(valid=Span(None, 10, None, None))
    assert value([rule], 9).why == "not_known_in_force"
    assert value([rule], 10).alternatives == ((1, 1),)


def test_a_partial_beginning_is_a_time_of_perhaps() -> None:
    rule = claim(valid=Span(10, 20, 30, 40))
    stands = {day: world([rule], day).claims("xa.fact") for day in (9, 10, 20, 30, 31, 40, 41)}
    assert [day for day, now in stands.items() if now.surely] == [20, 30]
    assert [day for day, now in stands.items() if now.perhaps] == [10, 31, 40]
    assert [day for day, now in stands.items() if now.not_that_day] == [9, 41]


def test_the_latest_observation_on_or_before_the_day_counts() -> None:
    early = claim(observed=(5, 5), value=["number", 1, 1])
    late = claim(observed=(9, 9), value=["number", 2, 2])
    rival = claim(observed=(9, 9), value=["number", 3, None])
    assert value([early, late], 4).why == "not_known_in_force"
    assert value([early, late], 8).alternatives == ((1, 1),)
    assert value([late, early, rival], 9).alternatives == ((2, 2), (3, inf))


def test_a_year_that_is_not_over_was_seen_by_the_day_of_its_source() -> None:
    """Nobody sees what is yet to come: a page of day 12 that speaks of days 2 to 40 counts from then on."""
    year = claim(observed=(2, 40), as_of=(12, 12), value=["number", 2, 2])
    stands = {day: world([year], day).claims("xa.fact") for day in (1, 2, 11, 12, 40)}
    assert [day for day, now in stands.items() if now.seen_later] == [1]
    assert [day for day, now in stands.items() if now.perhaps] == [2, 11]
    assert [day for day, now in stands.items() if now.surely] == [12, 40]
    later = claim(observed=(20, 20), as_of=(20, 20), value=["number", 3, 3])
    assert value([year, later], 30).alternatives == ((3, 3),), "what was seen on day 20 is newer"
    before = claim(observed=(30, 40), as_of=(12, 12), value=["number", 2, 2])
    assert world([before], 30).claims("xa.fact").surely, "announced for day 30, and not before"


def test_what_was_seen_after_the_day_is_told_apart_from_what_is_over() -> None:
    early, late = claim(observed=(5, 5)), claim(observed=(9, 9))
    now = {day: world([early, late], day).claims("xa.fact") for day in (4, 8, 9)}
    assert (now[4].seen_later, now[4].not_that_day) == ((early, late), ())
    assert (now[8].surely, now[8].seen_later) == ((early,), (late,))
    assert (now[9].surely, now[9].not_that_day, now[9].seen_later) == ((late,), (early,), ())
    ended = claim(valid=Span(1, 1, 3, 3))
    assert world([ended], 4).claims("xa.fact").not_that_day == (ended,)


def test_a_story_of_a_peer_does_not_push_out_an_observation() -> None:
    seen = claim(observed=(5, 5))
    story = claim(observed=(9, 9), kind="peer", value=["number", 7, 7])
    now = world([seen, story], 10)
    assert now.value("xa.fact").alternatives == ((1, 1),)
    assert now.claims("xa.fact").excluded == (story,)


def test_a_remark_without_a_value_does_not_push_out_a_measurement() -> None:
    measured, remark = claim(observed=(5, 5)), claim(observed=(9, 9), value=None)
    now = world([measured, remark], 10)
    assert now.claims("xa.fact").surely == (measured, remark)
    alone = world([remark, claim(observed=(3, 3), value=None)], 10).claims("xa.fact")
    assert alone.surely == (remark,)


def test_a_rule_beside_an_observation_decides_alone() -> None:
    rule, seen = claim(value=["number", 2, 2]), claim(observed=(5, 5))
    assert value([rule, seen], 9).alternatives == ((2, 2),)


def test_an_old_price_is_too_old_and_an_old_law_is_not() -> None:
    price, law = claim(observed=(5, 5)), claim(valid=Span(5, 5, None, None))
    old = World(atlas_of(fact(price, topic="cost")), date.fromordinal(5 + 731))
    assert old.value("xa.fact").why == "fact_too_old"
    assert old.claims("xa.fact").too_old == (price,)
    assert old.at(date.fromordinal(5 + 730)).value("xa.fact").why is None
    assert World(atlas_of(fact(law, topic="cost")), date(2026, 1, 1)).value("xa.fact").why is None
    assert World(atlas_of(fact(price, topic="safety")), date(2026, 1, 1)).value("xa.fact").why is None


def test_what_was_said_later_is_not_yet_known() -> None:
    rule = claim(as_of=(10, 20))
    assert value([rule], 30, known=9).why == "not_known_on_that_date"
    assert value([rule], 30, known=15).why == "not_known_in_force"
    assert value([rule], 30, known=20).why is None
    assert world([rule], 30, known=9).claims("xa.fact").not_yet_known == (rule,)


@pytest.mark.parametrize(
    ("raw", "engine"),
    [
        (["number", "1/2", None], (Fraction(1, 2), inf)),
        (["number", None, 12], (-inf, 12)),
        (["code", "B2"], "B2"),
        (["codes", ["XA", "XB"]], frozenset({"XA", "XB"})),
        (["date", 5, 9], (5, 9)),
        (["yesno", True], True),
    ],
)
def test_values_as_rules_compute_with_them(raw: list[object], engine: object) -> None:
    found = value([claim(value=raw)], 5)
    assert found.alternatives == (engine,)
    assert found.kind == raw[0]


def test_rivals_in_different_units_have_no_common_unit() -> None:
    found = value([claim(unit="XXA"), claim(unit="XXB")], 5)
    assert (found.alternatives, found.units, found.unit) == (((1, 1), (1, 1)), ("XXA", "XXB"), None)
    assert value([claim(unit="XXA"), claim(unit="XXA")], 5).unit == "XXA"
    assert value([], 5).unit is None


def test_an_atlas_without_horizons_forgets_nothing() -> None:
    atlas = msgspec.structs.replace(atlas_of(fact(claim(observed=(5, 5)))), codes={})
    here = World(atlas, date(2026, 1, 1))
    assert here.value("xa.fact").why is None
    assert here.door(invented().routes[0]).states


def test_unknown_ids_are_told() -> None:
    here = World(invented(), date(2026, 1, 1))
    for ask in (here.claims, here.value, here.event):
        with pytest.raises(KeyError):
            ask("xa.nothing")
    with pytest.raises(KeyError):
        here.breaks(["xa.nothing"], date(2026, 1, 1), date(2027, 1, 1))
