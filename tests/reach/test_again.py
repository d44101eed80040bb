"""After a refusal that the family has ticked: what it may do then, and what that costs it once more."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reach.made import (
    country,
    days,
    describe,
    drafted,
    into,
    planned,
    rich,
    step_of,
    ticked,
    ticked_all,
)
from vyrai.law import Law
from vyrai.reach import Draft
from vyrai.world._built import Outcome

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)


def refused_to(*steps: str) -> dict[str, Any]:
    """The outcomes of a step after whose refusal these may be done."""
    return {"outcomes": {"refused": Outcome(steps=steps)}}


def visa(*remedies: str, shared: tuple[Any, ...] = ()) -> Law:
    """Book, pay and file, wait for a week; then the border."""
    book, file = describe("book", "f.now"), describe("file", "f.now", costs=("f.fee",), who_comes="each")
    wait = describe("wait", "f.week", **refused_to(*remedies))
    return country(into("visa", "st.here", book, file, wait, CROSS), shared=shared)


def fees(found: Draft) -> set[str]:
    return {step.id for step in found.problem.steps if step.fee}


def test_without_a_remedy_the_way_is_closed() -> None:
    law = visa()
    assert planned(law, ticked(law, "s.wait", "refused")).empty == ("r.visa",)


def test_back_to_filing_asks_for_the_fee_and_the_wait_once_more_and_may_be_refused_once_more() -> None:
    law = visa("s.book")
    done = [("s.book", None, None), ("s.file", None, None), ("s.wait", "refused", None)]
    again = drafted(law, ticked_all(law, *done))
    plan = days(planned(law, ticked_all(law, *done)))
    assert {step: span for step, span in plan.items() if "/" in step} == {
        "r.visa/s.wait/s.book": (0, 0),
        "r.visa/s.wait/s.file": (0, 0),
        "r.visa/s.wait/s.wait": (0, 7),
        "r.visa/s.cross": (7, 7),
    }
    assert fees(again) == {"r.visa/s.wait/s.file"}
    last = step_of(again.problem, "r.visa/s.wait/s.wait")
    assert (last.refused, last.unknown) == (None, ("refused",))
    # What is ticked after the refusal is behind the family once more.
    filed = ticked_all(law, done[2], ("s.book", None, None), ("s.file", None, None))
    assert {step for step in days(planned(law, filed)) if "/" in step} == {
        "r.visa/s.wait/s.wait",
        "r.visa/s.cross",
    }


def test_a_refusal_puts_what_came_before_it_behind_the_family_ticked_or_not() -> None:
    back = days(planned(visa("s.file"), ticked(visa("s.file"), "s.wait", "refused")))
    assert {step for step in back if "/" in step} == {
        "r.visa/s.wait/s.file",
        "r.visa/s.wait/s.wait",
        "r.visa/s.cross",
    }
    asking = visa("s.again", shared=(describe("again", "f.ten"),))
    anew = days(planned(asking, ticked(asking, "s.wait", "refused")))
    assert {step for step in anew if "/" in step} == {"r.visa/s.wait/s.again", "r.visa/s.cross"}


def test_days_tell_what_came_after_the_refusal_wherever_it_stands_in_the_list() -> None:
    law = visa("s.file")
    refused = ("s.wait", "refused", "2026-10-20")
    before = ticked_all(law, refused, ("s.file", None, "2026-10-01"))
    assert "r.visa/s.wait/s.file" in days(planned(law, before))
    since = ticked_all(law, ("s.file", None, "2026-10-25"), refused)
    assert "r.visa/s.wait/s.file" not in days(planned(law, since))


def test_a_month_that_may_be_before_or_after_is_taken_as_the_family_wrote_it() -> None:
    law = visa("s.file")
    filed, refused = ("s.file", None, "2026-10-20"), ("s.wait", "refused", "2026-10")
    assert "r.visa/s.wait/s.file" in days(planned(law, ticked_all(law, filed, refused)))
    assert "r.visa/s.wait/s.file" not in days(planned(law, ticked_all(law, refused, filed)))


def test_what_went_into_a_refused_application_is_used_up_for_every_way() -> None:
    file = describe("file", "f.now", costs=("f.fee",), who_comes="each")
    one = into("visa", "st.here", file, describe("wait", "f.week", **refused_to("s.file")), CROSS)
    other = into("other", "st.here", file, describe("long", "f.ten"), CROSS)
    law = country(one, other)
    done = [("s.file", None, "2026-10-01"), ("s.wait", "refused", "2026-10-20")]
    assert fees(drafted(law, ticked_all(law, *done))) == {"r.visa/s.wait/s.file", "r.other/s.file"}
    filed_since = ("s.file", None, "2026-11-01")
    assert fees(drafted(law, ticked_all(law, done[1], filed_since))) == set()


def test_a_refused_step_that_may_be_tried_again_is_asked_for_as_the_first_time() -> None:
    exam = describe("exam", "f.week", costs=("f.fee",), **refused_to("s.exam"))
    law = country(into("visa", "st.here", exam, CROSS))
    found = step_of(drafted(law, ticked(law, "s.exam", "refused")).problem, "r.visa/s.exam/s.exam")
    assert (found.days, found.refused, found.fee) == ((7, 7, 7), None, 40)


def test_the_same_office_that_decides_again_may_refuse_again_and_may_ask_for_a_fee() -> None:
    unpriced, priced = describe("again", "f.ten"), describe("again", "f.ten", costs=("f.fee",))
    for remedy, unknown, fee in ((unpriced, ("refused", "fee"), 0), (priced, ("refused",), 40)):
        law = visa("s.again", shared=(remedy,))
        found = drafted(law, ticked(law, "s.wait", "refused"))
        step = step_of(found.problem, "r.visa/s.wait/s.again")
        assert (step.days, step.refused, step.unknown, step.fee) == ((70, 70, 70), None, unknown, fee)
        assert days(planned(law, ticked(law, "s.wait", "refused")))["safe:r.visa"] == (70, 70)
    no_more = describe("again", "f.ten", refused=True)
    law = visa("s.again", shared=(no_more,))
    twice = ticked_all(law, ("s.wait", "refused", None), ("s.again", "refused", None))
    assert planned(law, twice).empty == ("r.visa",)


@pytest.mark.parametrize(
    ("refused", "windows"),
    [("2026-11-18", ((0, 68),)), ("2026-09-11", ((0, 0),)), (None, ())],
)
def test_asking_again_is_possible_for_as_long_as_is_written_down(
    refused: str | None, windows: tuple[tuple[int, int], ...]
) -> None:
    wait = describe("wait", outcomes={"refused": Outcome(steps=("s.again",), within="f.ten")})
    law = country(into("visa", "st.here", wait, CROSS), shared=(describe("again", "f.week"),))
    found = drafted(law, ticked_all(law, ("s.wait", "refused", refused)))
    assert step_of(found.problem, "r.visa/s.wait/s.again").windows == windows
    late = drafted(law, ticked_all(law, ("s.wait", "refused", "2026-09-10")))
    assert "r.visa/s.wait/s.again" not in {step.id for step in late.problem.steps}


def test_on_to_a_later_step_leaves_the_refused_one_out() -> None:
    ask, course = describe("ask", "f.week", **refused_to("s.course")), describe("course", "f.half-year")
    speak = describe("speak", "f.now")
    law = country(into("visa", "st.here", ask, speak, course, CROSS))
    found = days(planned(law, ticked(law, "s.ask", "refused")))
    assert {step for step in found if "/" in step} == {"r.visa/s.speak", "r.visa/s.course", "r.visa/s.cross"}
    assert found["safe:r.visa"] == (91, 91)


def test_a_step_of_another_way_is_that_way() -> None:
    wait = describe("wait", "f.week", **refused_to("s.other"))
    other = into("other", "st.here", describe("other", "f.ten"), CROSS)
    law = country(into("visa", "st.here", wait, CROSS), other)
    found = planned(law, ticked(law, "s.wait", "refused"))
    assert ({one.way for one in found.plans}, found.empty) == ({"r.other"}, ("r.visa",))


def test_nothing_of_a_refusal_is_made_where_none_is_ticked() -> None:
    law = visa("s.book")
    assert all(step.id.count("/") < 2 for step in drafted(law, rich()).problem.steps)
