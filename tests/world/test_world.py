"""Doors, events and the invented atlas seen on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.invented import atlas_of, claim, copy, fact, invented
from vyrai.world import Route, Span, World, compile_atlas, decode


def on(day: str, known: str | None = None) -> World:
    return World(invented(), date.fromisoformat(day), None if known is None else date.fromisoformat(known))


def guest() -> Route:
    return invented().route("xa.guest-visa")


@pytest.mark.parametrize(
    ("day", "states", "why"),
    [
        ("2021-12-31", ("unknown",), "fact_missing"),
        ("2022-01-01", ("open",), None),
        ("2023-12-01", ("open",), None),
        ("2023-12-15", ("unknown",), "not_known_in_force"),  # ends some day of December
        ("2024-02-01", ("unknown",), "fact_missing"),
        ("2024-06-10", ("unknown",), "not_known_in_force"),  # begins some day of June
        ("2026-11-20", ("narrow",), None),
        ("2027-09-02", ("unknown",), "fact_too_old"),
    ],
)
def test_a_door_on_a_day(day: str, states: tuple[str, ...], why: str | None) -> None:
    door = on(day).door(guest())
    assert (door.states, door.why) == (states, why)


def test_a_door_known_only_later() -> None:
    assert on("2024-07-01", "2026-08-31").door(guest()).why == "not_known_on_that_date"
    assert on("2024-07-01", "2026-09-01").door(guest()).states == ("narrow",)
    assert on("2022-07-01", "2024-01-01").door(guest()).states == ("open",)


def test_rival_doors_stand_side_by_side() -> None:
    route = guest()
    shut = msgspec.structs.replace(route.door[1], state="closed")
    both = msgspec.structs.replace(route, door=(*route.door, shut))
    assert on("2026-11-20").door(both).states == ("closed", "narrow")


def test_the_door_is_the_same_between_its_breaks() -> None:
    start, end = date(2021, 6, 1), date(2028, 1, 1)
    here = World(invented(), start)
    breaks = here.door_breaks(guest(), start, end)
    assert date(2022, 1, 1).toordinal() in breaks
    before = here.door(guest())
    for day in range(start.toordinal() + 1, end.toordinal() + 1):
        now = here.at(date.fromordinal(day)).door(guest())
        if day not in breaks:
            assert now == before
        before = now


def test_doors_without_a_horizon_do_not_grow_old() -> None:
    codes = {name: listed for name, listed in invented().codes.items() if name != "horizons"}
    here = World(msgspec.structs.replace(invented(), codes=codes), date(2030, 1, 1))
    assert here.door(guest()).states == ("narrow",)
    assert len(here.door_breaks(guest(), date(2020, 1, 1), date(2030, 1, 1))) == 5


def test_how_long_ago_a_source_spoke_of_a_door() -> None:
    door = guest().door[1]
    seen, stale = on("2026-11-20").door_seen(door)
    assert seen <= date(2026, 11, 20)
    assert not stale
    assert on("2036-11-20").door_seen(door) == (seen, True)
    assert on("2036-11-20").door_seen(guest().door[0])[1] is False


def test_a_door_that_was_only_seen_is_not_said_to_begin() -> None:
    door, day = guest().door[1], date(2026, 1, 1).toordinal()
    opening = msgspec.structs.replace(door, when=Span(day, day, None, None))

    def begins(**keys: Any) -> bool:
        word = msgspec.structs.replace(fact(claim(**keys)), id=door.fact)
        return World(atlas_of(word), date(2026, 11, 20)).door_begins(opening)

    assert begins(valid=Span(day, day, None, None))
    assert begins(observed=(day + 9, day + 9), as_of=(day + 9, day + 9))
    assert not begins(observed=(day, day), as_of=(day + 9, day + 9))
    assert not begins(observed=(day + 9, day + 9), as_of=(day, day))
    assert not begins(valid=Span(None, day, None, None))
    assert not on("2026-11-20").door_begins(msgspec.structs.replace(door, when=Span(None, day, None, None)))


def test_a_door_without_dates_has_those_of_its_fact() -> None:
    door = invented().route("xa.settlement").door[0]
    assert door.when == Span(738521, 738521, None, None)


def test_an_event_whose_end_nobody_knows() -> None:
    thaw = on("2026-11-20").event("xa.thaw")
    assert thaw.surely(date(2026, 2, 1).toordinal())
    assert not thaw.surely(date(2026, 2, 2).toordinal())
    assert thaw.perhaps(date(2030, 1, 1).toordinal())
    assert not thaw.perhaps(date(2025, 2, 28).toordinal())


def test_rivals_and_successors_of_the_invented_atlas() -> None:
    assert on("2023-06-01").value("xa.guest.money").alternatives == ((80, 80),)
    assert on("2024-01-01").value("xa.guest.money").alternatives == ((100, 100),)
    assert on("2024-06-01").value("xa.guest.fee").alternatives == ((10, 10), (12, 12))
    assert on("2026-11-20").value("xa.guest.decision-seen").alternatives == ((2, 4),)
    assert on("2025-01-01").value("xa.guest.decision-seen").alternatives == ((5, 5),)
    assert on("2026-11-20").value("xa.doctors-wanted").alternatives == (True,)
    assert on("2026-11-20").value("xa.practise.occupations").alternatives == (frozenset({"2211"}),)


def test_a_value_is_reckoned_once() -> None:
    here = on("2026-11-20")
    assert here.value("xa.guest.fee") is here.value("xa.guest.fee")
    assert here.at(here.on) is here


DAYS = st.integers(1, 50)


@given(DAYS, DAYS, DAYS, DAYS, DAYS)
def test_a_span_surely_lies_within_perhaps(a: int, b: int, c: int, d: int, day: int) -> None:
    span = Span(min(a, b), max(a, b), min(c, d), max(c, d))
    assert span.perhaps(day) or not span.surely(day)
    if day not in span.breaks():
        assert (span.surely(day), span.perhaps(day)) == (span.surely(day - 1), span.perhaps(day - 1))


def test_a_span_without_bounds() -> None:
    assert Span(None, None, None, None).breaks() == ()
    assert not Span(None, None, None, None).surely(5)
    assert Span(None, None, None, None).perhaps(5)


def test_things_are_found_by_id() -> None:
    atlas = invented()
    assert atlas.fact("xa.rent").claims[0].shown.source.publisher == "The Xanadu Times"
    assert [route.id for route in atlas.routes_of("XA")] == ["xa.guest-visa", "xa.practise", "xa.settlement"]
    assert atlas.requirement("xa.guest-visa.money").unless == ("xa.guest-visa.vouched",)
    assert atlas.requirement("xa.guest-visa.money").examples == (), "only a check has them"
    assert atlas.step("stamp-diploma").danger is not None
    assert atlas.status("xa.guest").rights[0].opens.after == "xa.guest.work-after"
    assert atlas.document("passport").issuer is not None
    assert atlas.country("XA").columns["events"] == ("xa.thaw",)
    assert atlas.unit("XXA/person").per == "person"
    assert atlas.unit("XXB/month").of == "XXB"
    assert atlas.unit("XXB/month") is atlas.unit("XXB/month")
    assert atlas.unit("XXA/XXB").kind == "rate"
    assert [use.use for use in atlas.used_by("xa.guest.fee")] == ["fee", "step", "step"]
    assert atlas.used_by("xa.gossip") == ()
    assert [question.folder for question in atlas.open_questions] == ["XA", "XA"]
    with pytest.raises(KeyError):
        atlas.route("xa.nothing")
    with pytest.raises(KeyError):
        atlas.unit("miles/hour")


def test_points_are_groups_of_which_the_best_line_counts() -> None:
    points = invented().requirement("xa.settlement.points").points
    assert points is not None
    assert [len(group) for group in points.of] == [2, 1]
    assert points.tiers[0].at_least == "xa.settled.points-thaw"


def test_what_a_country_offers_for_needs() -> None:
    atlas = invented()
    test, place = atlas.provision("xa.belong.test"), atlas.provision("xa.belong.place")
    assert [one.id for one in atlas.provisions] == sorted(one.id for one in atlas.provisions)
    assert atlas.provisions_of("XA") == atlas.provisions
    assert atlas.provisions_of("XB") == ()
    assert (test.of, test.serves, test.right, test.school_year) == ("child", (), None, False)
    assert (test.takes.law, test.takes.observed) == ("xa.test.law", "xa.test.seen")
    assert (place.serves, place.right) == (("speaking",), "school")
    assert place.school_year == "xa.school-year"
    assert [use.use for use in atlas.used_by("xa.test.queue")] == ["seen"]
    with pytest.raises(KeyError):
        atlas.provision("xa.nothing")


def test_a_long_list_of_provisions_may_be_split_and_a_school_year_without_a_date(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "XA" / "provisions-more.yaml").write_text(
        "- provision: xa.more\n  title: {en: M}\n  kind: school\n  school_year: yes\n  facts: [xa.school]\n",
        encoding="utf-8",
    )
    assert decode(compile_atlas(folder)).provision("xa.more").school_year is True
