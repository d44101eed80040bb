"""What was refused and is asked for once more is told so."""

from __future__ import annotations

from datetime import date

from tests.choose.plans import found, step
from tests.reach.made import country, describe, into, rich, ticked_all
from tests.words.test_planning import W
from vyrai.choose import planning
from vyrai.law import Law
from vyrai.words import planning as said
from vyrai.world._built import Outcome

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)


def land(remedy: str = "s.file") -> Law:
    """A visa that after a no is filed for once more, or that somebody decides again."""
    file = describe("file", "f.now")
    wait = describe("wait", "f.week", outcomes={"refused": Outcome(steps=(remedy,))})
    return country(into("visa", "st.here", file, wait, CROSS), shared=(describe("appeal", "f.week"),))


def again(*ticks: tuple[str, str], law: Law | None = None) -> dict[str | None, bool]:
    """By step of the quickest plan, whether what was refused is asked anew from it on."""
    law = law or land()
    case = ticked_all(law, *((name, how, None) for name, how in ticks)) if ticks else rich()
    return {
        one.step: one.again for one in planning(law, case, "XA", date(2026, 11, 20), lives=9).plans[0].steps
    }


def test_a_no_stands_with_what_is_filed_once_more_and_not_only_where_that_is_decided() -> None:
    told = again(("s.file", "done"), ("s.wait", "refused"))
    assert {name for name, before in told.items() if before} == {"s.file"}
    assert told["s.wait"] is False


def test_whoever_asks_to_decide_again_is_told_so_too() -> None:
    told = again(("s.file", "done"), ("s.wait", "refused"), law=land("s.appeal"))
    assert {name for name, before in told.items() if before} == {"s.appeal"}


def test_what_nobody_has_refused_is_asked_for_once() -> None:
    assert not any(again().values())
    assert not any(again(("s.file", "done")).values())


def test_it_is_said_what_to_do_about_it() -> None:
    def fields(before: bool) -> dict[str, str]:
        one = step("wait", refusable=True, again=before)
        return {of.label: of.text for of in said.fields(W, found(), one, False, (1,))}

    anew = "you were refused before. Ask why it was a no, and add what the office has not seen"
    assert fields(True)["Asked anew"] == anew
    assert "Asked anew" not in fields(False)
