"""If the answer is no: how long one may object and to whom; what nobody found stays unknown."""

from __future__ import annotations

from tests.belong.made import FACTS, WREN, land, offer, opens
from tests.law.made import child
from vyrai.belong import Appeal
from vyrai.world import Fact, Provision

COURT, BOARD = {"en": "the court"}, {"en": "the board"}


def told(*offers: Provision, facts: tuple[Fact, ...] = FACTS) -> list[tuple[object, object, tuple[str, ...]]]:
    found: tuple[Appeal, ...] = opens(land(*offers, facts=facts)).appeals
    return [(one.time and (one.time.lo, one.time.hi, one.time.unit), one.to, one.provisions) for one in found]


def test_the_shortest_time_comes_first_and_what_nobody_found_last() -> None:
    assert told(
        offer("a"),
        offer("b", appeal_to=COURT),
        offer("c", appeal="f.ten", appeal_to=COURT),
        offer("d", appeal="f.week"),
    ) == [
        ((1, 1, "weeks"), None, ("p.d",)),
        ((10, 10, "weeks"), COURT, ("p.c",)),
        (None, COURT, ("p.b",)),
        (None, None, ("p.a",)),
    ]


def test_those_alike_stand_together_and_another_office_apart() -> None:
    found = told(
        offer("a", appeal="f.week", appeal_to=COURT),
        offer("b", appeal="f.week", appeal_to=BOARD),
        offer("c", appeal="f.week", appeal_to=COURT),
    )
    assert [(to, names) for _, to, names in found] == [(COURT, ("p.a", "p.c")), (BOARD, ("p.b",))]


def test_two_children_make_one_line() -> None:
    law = land(offer("a", appeal="f.week"))
    robin = child("robin", birth="2020-05-01", needs=[{"need": "speaking"}])
    assert [one.provisions for one in opens(law, WREN, robin).appeals] == [("p.a",)]


def test_what_is_shut_and_what_no_office_decides_is_left_out() -> None:
    assert told(offer("a", right="health_care", appeal="f.week")) == []
    assert told(offer("a", "people", appeal="f.week"), offer("b", "work", appeal="f.week")) == []


def test_a_time_that_its_source_does_not_say_is_unknown_and_keeps_its_source() -> None:
    found = opens(land(offer("a", "assessment", appeal="f.nothing", appeal_to=COURT)))
    assert (found.appeals[0].time, found.appeals[0].facts) == (None, ("f.nothing",))
    assert found.tracks[0].appeal == found.appeals[0]
