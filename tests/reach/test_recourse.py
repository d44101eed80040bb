"""What may follow a no, as steps that wait for it: before any no was said."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tests.law.made import ON, family, number
from tests.reach.made import country, describe, drafted, into, rich, step_of, ticked
from vyrai.choose import planning
from vyrai.family import Case
from vyrai.law import Law
from vyrai.reach import No, recourse
from vyrai.reach.recourse import Recourse
from vyrai.world import World
from vyrai.world._built import Locks, Outcome

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=2)
WAIT, AGAIN = "r.visa/s.wait", "no:r.visa/s.wait"


def refused_to(*steps: str, **keys: Any) -> dict[str, Any]:
    """The outcomes of a step after whose refusal these may be done."""
    return {"outcomes": {"refused": Outcome(steps=steps, **keys)}}


def visa(*remedies: str, shared: tuple[Any, ...] = (), within: str | None = None) -> Law:
    """Book, file, wait for a week; then the border."""
    book = describe("book", "f.now", yields=("passport",))
    file = describe("file", "f.now", costs=("f.fee",), who_comes="each", needs=("passport",))
    wait = describe("wait", "f.week", needs=("passport",), **refused_to(*remedies, within=within))
    return country(into("visa", "st.here", book, file, wait, CROSS), shared=shared)


def found(law: Law, share: float | None = 0.5, case: Case | None = None) -> Recourse:
    of = case or rich()
    return recourse(law, family(law, of), World(law.atlas, ON), "XA", drafted(law, of), share)


def test_from_a_step_before_on_everything_is_done_once_more() -> None:
    of = found(visa("s.file"))
    assert [(one.id, one.needs, one.fee, one.refused) for one in of.steps] == [
        (f"{AGAIN}/s.file", (AGAIN, "passport"), 40, 0),
        (f"{AGAIN}/s.wait", ("passport", f"after:{AGAIN}/s.file"), 0, 0.5),
    ]
    given = step_of(drafted(visa("s.file"), rich()).problem, WAIT).yields
    assert {*given} <= {*of.steps[1].yields}
    assert of.of == {f"{AGAIN}/s.file": ("r.visa", "s.file"), f"{AGAIN}/s.wait": ("r.visa", "s.wait")}
    assert of.noes == [No(AGAIN, frozenset({WAIT}), None, frozenset(of.of))]


def test_what_is_ticked_and_pending_is_done_once_more_all_the_same() -> None:
    """The application is in: the commonest state of who asks what comes after a no."""
    law = visa("s.file")
    filed = found(law, 0.5, ticked(law, "s.file"))
    assert [(one.id, one.needs, one.fee) for one in filed.steps] == [
        (f"{AGAIN}/s.file", (AGAIN, "passport"), 40),
        (f"{AGAIN}/s.wait", ("passport", f"after:{AGAIN}/s.file"), 0),
    ]
    every = planning(law, ticked(law, "s.file"), "XA", ON, lives=50, suppose=0.3)
    assert every.reacting is not None
    assert (every.reacting.value, every.reacting.without) == (0.91, 0.7)


def test_what_is_locked_is_locked_once_and_there_is_all_the_time_that_is_written() -> None:
    lock = Locks(step="s.file", sum="f.fee")
    law = visa("s.file", within="f.half-year")
    (route,) = law.atlas.routes
    law = Law(replace(law.atlas, routes=(replace(route, locks=lock),)))
    assert step_of(drafted(law, rich()).problem, "r.visa/s.file").locked == 40
    of = found(law)
    assert [one.locked for one in of.steps] == [0, 0]
    assert [no.within for no in of.noes] == [182]


def test_how_often_those_who_were_refused_before_are_refused_again_nobody_counts() -> None:
    wait = describe(
        "wait", "f.week", outcomes={"refused": Outcome(steps=("s.wait",), share={"any": "f.third"})}
    )
    law = country(into("visa", "st.here", wait, CROSS))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number("f.third", 30, "percent"))))
    assert step_of(drafted(law, rich()).problem, WAIT).refused == 0.3
    of = found(law, None)
    assert (of.steps, of.noes, of.uncounted) == ([], [], [(WAIT, "s.wait")])
    assert [one.refused for one in found(law, 0.6).steps] == [0.6], (
        "as the family supposes it, and not as often"
    )


def test_the_same_office_decides_again_with_the_papers_that_went_in_and_in_the_time_there_is() -> None:
    again = describe("again", "f.ten", costs=("f.fee",))
    of = found(visa("s.again", shared=(again,), within="f.ten"))
    (step,) = of.steps
    assert (step.id, step.needs, step.days, step.fee, step.refused) == (
        f"{AGAIN}/s.again",
        (AGAIN, "passport"),
        (70, 70, 70),
        40,
        0.5,
    )
    assert {"given:r.visa", "after:r.visa/s.wait"} <= {*step.yields}
    assert of.noes == [No(AGAIN, frozenset({WAIT}), 70, frozenset({step.id}))]


def test_on_to_a_later_step_leaves_the_refused_one_out() -> None:
    ask, course = describe("ask", "f.week", **refused_to("s.course")), describe("course", "f.half-year")
    of = found(country(into("visa", "st.here", ask, describe("speak", "f.now"), course, CROSS)))
    speak, last = of.steps
    no = "no:r.visa/s.ask"
    assert (speak.id, speak.needs, speak.yields) == (f"{no}/s.speak", (no,), (f"after:{no}/s.speak",))
    assert last.needs == (f"after:{no}/s.speak",)
    assert "after:r.visa/s.course" in last.yields, "what comes behind it goes on"


def test_a_step_of_another_way_is_that_way_and_what_is_refused_already_is_for_plans() -> None:
    wait = describe("wait", "f.week", **refused_to("s.other"))
    other = into("other", "st.here", describe("other", "f.ten"), CROSS)
    assert found(country(into("visa", "st.here", wait, CROSS), other)) == Recourse()
    law = visa("s.file")
    assert found(law, 0.5, ticked(law, "s.wait", "refused")) == Recourse()
