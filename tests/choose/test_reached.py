"""What is reached says on which paper: a visit is no permit, and a claim no protection."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from tests.belong.made import status
from tests.law.made import parent
from tests.reach.made import country, describe, into, rich
from vyrai.choose import planning
from vyrai.law import Law

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
WORK: Any = {"work": "yes"}


def marks(law: Law) -> dict[str, tuple[str | None, float | None]]:
    """By kind of mark the status, and for how long at the most."""
    (plan, *_) = planning(law, rich(parent()), "XA", date(2026, 11, 20), lives=50).plans
    return {
        one.kind: (
            None if one.title is None else one.title["en"],
            None if one.lasts is None else one.lasts.hi,
        )
        for one in plan.steps
        if one.kind in {"safe", "settled"}
    }


def test_a_way_on_one_paper_ends_with_it() -> None:
    here = replace(status("here", WORK), lasts="f.half-year")
    law = country(into("visa", "st.here", CROSS), statuses=(here,))
    assert marks(law) == {"safe": ("here", 26), "settled": ("here", 26)}


def test_whoever_waits_for_an_answer_is_there_as_one_who_asks() -> None:
    ask = describe("ask", "f.now", who_comes="each", yields=("st.pending",))
    wait = describe("wait", "f.ten", refused=True)
    law = country(
        into("claim", "st.here", CROSS, ask, wait, kind="protection"),
        statuses=(status("pending"), status("here", WORK)),
    )
    assert marks(law) == {"safe": ("pending", None), "settled": ("here", None)}


def test_of_a_way_of_which_nobody_has_written_what_it_gives_nothing_is_said() -> None:
    assert marks(country(into("visa", None, CROSS))) == {"safe": (None, None), "settled": (None, None)}
