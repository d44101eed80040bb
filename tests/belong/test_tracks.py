"""What to ask for in the first week: whatever takes time and may be asked for, what others wait for first."""

from __future__ import annotations

from typing import Any

from tests.belong.made import land, offer, opens, status
from vyrai.belong import Track
from vyrai.world import Provision

PAPER = offer("paper", "assessment", law="f.ten")
HELPER = offer("helper", "assistant", right="school", after=("p.paper",))


def names(*offers: Provision, **keys: Any) -> list[Track]:
    return list(opens(land(*offers, **keys)).tracks)


def test_a_paper_that_others_wait_for_comes_first() -> None:
    other = offer("another", "assessment", law="f.week")
    tracks = names(other, PAPER, HELPER)
    assert [(one.provision, one.opens) for one in tracks] == [("p.paper", ("p.helper",)), ("p.another", ())]


def test_the_day_of_the_answer_is_that_of_the_law() -> None:
    (track,) = names(PAPER)
    assert (track.answer_by, track.facts) == ("2027-01-29", ("f.ten",))
    (open_end,) = names(offer("paper", "assessment", law="f.ten-or-more"))
    assert open_end.answer_by is None
    (unknown,) = names(offer("paper", "assessment"))
    assert (unknown.answer_by, unknown.facts) == (None, ())


def test_what_comes_by_itself_waits_shut_or_grows_is_not_asked_for() -> None:
    assert names(offer("a", right="school")) == []
    assert names(offer("a", right="health_care", queue="f.week")) == []
    assert names(offer("a", queue="f.week", from_age="f.grown")) == []
    assert names(offer("a", "place", right="school", school_year=True)) != []
    assert names(offer("a", "place", right="school", queue="f.week"), statuses=(status("x"),)) != []
