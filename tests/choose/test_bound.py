"""What was granted in one country binds in every other."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.reach.made import country, describe, into, rich, ticked_all
from vyrai.choose import planning
from vyrai.law import Law
from vyrai.world import Bond

CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
CLAIM = Bond(what={"en": "A later claim belongs to Xanadu"}, fact="f.week")


def land() -> Law:
    """Two ways with the same steps, of which one binds whoever is granted it, and one that binds nobody."""
    ask, hear = describe("ask", "f.now"), describe("hear", "f.now", refused=True)
    own = describe("own", "f.now", refused=True)
    (visa, steps), permit = into("visa", "st.here", ask, hear, CROSS), into("permit", "st.here", hear, CROSS)
    (alone, more) = into("alone", "st.here", own, CROSS)
    return country((replace(visa, binds=(CLAIM,)), steps), permit, (replace(alone, binds=(CLAIM,)), more))


@pytest.mark.parametrize(
    ("step", "outcome", "route", "told"),
    [
        ("s.own", "granted", None, True),
        ("s.own", "refused", None, False),
        ("s.own", "no_answer", None, False),
        ("s.hear", "granted", "r.visa", True),
        ("s.hear", "granted", "r.permit", False),
        ("s.hear", "granted", None, False),
        ("s.ask", "done", None, False),
    ],
)
def test_what_is_ticked_as_granted_binds(step: str, outcome: str, route: str | None, told: bool) -> None:
    law = land()
    found = planning(
        law, ticked_all(law, (step, outcome, None), route=route), "XA", date(2026, 11, 20), lives=9
    )
    assert found.bound == (((CLAIM.what, "f.week"),) if told else ())
    assert not told or "f.week" in found.sources


def test_who_was_granted_nothing_is_bound_by_nothing() -> None:
    assert planning(land(), rich(), "XA", date(2026, 11, 20), lives=9).bound == ()
