"""A round of known months puts the step that ends with it into them: begun before, over with their end."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.belong.made import status
from tests.law.made import ON, after, ask, door, parent, span
from tests.reach.made import country, days, describe, drafted, into, planned, rich, step_of
from vyrai.choose import form_of
from vyrai.family import loads
from vyrai.law import Law
from vyrai.reach import Round, simulate
from vyrai.world._built import Later

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
DRAW = describe("draw", "f.now")
LOT = (ask("lot", "decided_later('r.lot')", None),)
MARCH, APRIL = (date(2027, 3, 1) - ON).days, (date(2027, 4, 1) - ON).days
MARCH_AFTER = (date(2028, 3, 1) - ON).days


def lot(months: str | None = "f.march", step: str | None = "s.draw") -> dict[str, Any]:
    """The keys of a route that hangs on a draw."""
    return {"asked": LOT, "decided_later": {"r.lot": Later(text={"en": "A draw"}, months=months, step=step)}}


def drawn(*steps: Any, months: str = "f.march", **keys: Any) -> Law:
    """A visa for which one must be drawn."""
    return country(into("visa", "st.here", *(steps or (DRAW,)), CROSS, **lot(months), **keys))


def test_a_draw_is_waited_for_and_counts_as_decided_when_its_month_is_over() -> None:
    found = planned(drawn(), rich())
    assert days(found)["r.visa/s.draw"] == (MARCH, APRIL - 1)
    assert days(found)["safe:r.visa"] == (APRIL - 1, APRIL - 1)
    draft = drafted(drawn(), rich())
    step = step_of(draft.problem, "r.visa/s.draw")
    assert step.days == (0, 30, 30)
    assert step.windows[:2] == ((MARCH, MARCH), (MARCH_AFTER, MARCH_AFTER))
    assert "f.march" in step.facts
    assert draft.rounds == {("r.visa", "s.draw"): Round("r.lot", "s.draw", (3,), "f.march")}


@pytest.mark.parametrize(
    ("takes", "start", "length"),
    [
        ("f.ten", MARCH - 70, (70, 100, 100)),
        ("f.half-year", MARCH - 91, (91, 121, 121)),
        ("f.two-years", MARCH_AFTER - 364, (364, 394, 394)),
    ],
)
def test_what_takes_its_time_begins_early_enough_to_be_over_when_the_month_begins(
    takes: str, start: int, length: tuple[int, int, int]
) -> None:
    step = step_of(drafted(drawn(describe("draw", takes)), rich()).problem, "r.visa/s.draw")
    assert (step.windows[0], step.days) == ((start, start), length)


def test_the_calendar_settles_how_long_it_takes() -> None:
    """Neither what is usual nor what nobody knows is told of it any more."""
    unknown = step_of(drafted(drawn(describe("draw")), rich()).problem, "r.visa/s.draw")
    assert "days" not in unknown.unknown
    assert unknown.days == (0, 30, 30)


@pytest.mark.parametrize(
    ("months", "starts", "length"),
    [
        ("f.twice", [date(2027, 2, 1), date(2027, 9, 1), date(2028, 2, 1)], 29),
        ("f.spring-and-autumn", [date(2027, 5, 1), date(2027, 10, 1), date(2028, 5, 1)], 60),
        ("f.new-year", [date(2026, 12, 1), date(2027, 12, 1)], 61),
        ("f.rivals", [date(2027, 3, 1), date(2027, 9, 1)], 30),
    ],
)
def test_months_that_follow_each_other_are_one_round_and_the_longest_tells_how_long(
    months: str, starts: list[date], length: int
) -> None:
    step = step_of(drafted(drawn(months=months), rich()).problem, "r.visa/s.draw")
    first = [(start - ON).days for start in starts]
    assert [begin for begin, _ in step.windows[: len(first)]] == first
    assert step.days == (0, length, length)


def test_on_the_first_day_of_the_month_one_is_in_time_and_on_the_second_not() -> None:
    for on, begins in ((date(2027, 3, 1), date(2027, 3, 1)), (date(2027, 3, 2), date(2028, 3, 1))):
        step = step_of(drafted(drawn(), rich(), on).problem, "r.visa/s.draw")
        assert step.windows[0] == ((begins - on).days,) * 2


def test_rounds_go_on_behind_the_time_of_a_plan() -> None:
    """It may be made longer, and a last round would be told as a door that closes."""
    problem = drafted(drawn(), rich()).problem
    assert step_of(problem, "r.visa/s.draw").windows[-1][0] > problem.horizon + 365


@pytest.mark.parametrize("months", ["f.no-longer", "f.always"])
def test_months_that_are_not_known_or_all_twelve_bind_nothing(months: str) -> None:
    draft = drafted(drawn(months=months), rich())
    assert (step_of(draft.problem, "r.visa/s.draw").windows, draft.rounds) == ((), {})


def test_a_round_of_which_no_months_are_told_binds_nothing() -> None:
    law = country(into("visa", "st.here", DRAW, CROSS, **lot(None, None)))
    assert drafted(law, rich()).rounds == {}


def test_the_door_must_be_open_on_the_day_too() -> None:
    open_, shut = (
        door(when=span("2026-01-01", "2027-12-31")),
        door("closed", span("2028-01-01", "2030-01-01")),
    )
    step = step_of(drafted(drawn(door=(open_, shut)), rich()).problem, "r.visa/s.draw")
    assert step.windows == ((MARCH, MARCH),)


def test_a_door_that_closes_before_the_round_leaves_no_plan() -> None:
    open_, shut = (
        door(when=span("2026-01-01", "2027-01-31")),
        door("closed", span("2027-02-01", "2030-01-01")),
    )
    assert planned(drawn(door=(open_, shut)), rich()).empty == ("r.visa",)


def test_who_was_drawn_already_waits_for_no_draw() -> None:
    law = drawn()
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    said = {"complete": True, "items": [{"about": "r.lot", "value": True}]}
    written = {"members": [parent()], "savings": savings, "judgements": said}
    lucky = loads(json.dumps(written), form_of(law.atlas))
    draft = drafted(law, lucky)
    assert draft.rounds == {}
    assert days(planned(law, lucky))["safe:r.visa"] == (0, 0)
    assert "r.visa/s.draw" not in {step.id for step in draft.problem.steps}


def test_a_step_that_an_earlier_route_has_waits_for_no_round_again() -> None:
    law = country(
        into("visit", "st.pending", DRAW, CROSS),
        into("stay", "st.here", DRAW, describe("wait", "f.week"), **after("st.pending"), **lot()),
        statuses=(status("pending"), status("here", {"work": "yes"})),
    )
    draft = drafted(law, rich())
    assert draft.rounds == {}
    assert step_of(draft.problem, "r.visit/s.draw").windows == ()


def test_in_lives_the_draw_falls_on_any_day_of_the_month_and_who_is_late_has_the_next() -> None:
    punctual = drawn()
    plan = planned(punctual, rich()).plans[0].plan
    lives = simulate(drafted(punctual, rich()).problem, plan, lives=200)
    assert lives.safe.p50 is not None
    assert MARCH < lives.safe.p50 < APRIL
    slow = drawn(describe("paper", "f.half-year"), DRAW)
    plan = planned(slow, rich()).plans[0].plan
    assert days(planned(slow, rich()))["r.visa/s.draw"] == (MARCH, APRIL - 1)
    late = simulate(drafted(slow, rich()).problem, plan, lives=200)
    assert late.safe.p95 is not None
    assert late.safe.p95 >= MARCH_AFTER


# ---------------------------------------------------------------------- seasons
@pytest.mark.parametrize(
    ("on", "months", "windows"),
    [
        (ON, "f.march", ((101, 131), (467, 497))),
        (date(2027, 3, 15), "f.march", ((0, 16), (352, 382))),
        # Whoever files on the last day of a season is in time.
        (date(2027, 3, 31), "f.march", ((0, 0), (336, 366))),
        # December and January are one season.
        (ON, "f.new-year", ((11, 72), (376, 437))),
        (date(2027, 1, 10), "f.new-year", ((0, 21), (325, 386))),
        (ON, "f.always", ()),
        (ON, "f.no-longer", ()),
    ],
)
def test_a_step_with_a_season_begins_in_its_months_alone(
    on: date, months: str, windows: tuple[tuple[int, int], ...]
) -> None:
    law = country(into("visa", "st.here", describe("file", "f.now"), CROSS, seasons={"s.cross": months}))
    step = step_of(drafted(law, rich(), on=on).problem, "r.visa/s.cross")
    assert step.windows[:2] == windows
    assert (months in step.facts) is bool(windows)
    assert step_of(drafted(law, rich(), on=on).problem, "r.visa/s.file").windows == ()


def test_a_season_counts_on_the_days_on_which_the_door_is_open_too() -> None:
    def opens(*doors: Any) -> tuple[tuple[int, int], ...]:
        law = country(into("visa", "st.here", CROSS, seasons={"s.cross": "f.march"}, door=doors))
        return step_of(drafted(law, rich()).problem, "r.visa/s.cross").windows

    shut = door("closed", span("2027-03-11", "2030-01-01"))
    assert opens(door("open", span(None, "2027-03-10")), shut) == ((101, 110),)
    shut = door("closed", span("2027-03-02", "2030-01-01"))
    assert opens(door("open", span(None, "2027-03-01")), shut) == ((101, 101),), "one day is enough"
    assert opens(
        door("open", span(None, "2027-02-10")), door("closed", span("2027-02-11", "2030-01-01"))
    ) == ((540, 540),)


def test_a_season_of_a_step_that_an_earlier_route_has_moves_nothing() -> None:
    law = country(
        into("visit", "st.pending", CROSS),
        into("stay", "st.here", CROSS, DRAW, seasons={"s.cross": "f.march"}, **after("st.pending")),
        statuses=(status("pending"), status("here", {"work": "yes"})),
    )
    assert step_of(drafted(law, rich()).problem, "r.visit/s.cross").windows == ()
