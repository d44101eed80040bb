"""A setting that crosses a red line of the family: told, and counted nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.belong.made import WREN, bounds, chain, gap, land, offer, opens, the
from tests.law.made import ON, case, child, family, parent
from vyrai.belong import Belonging, Score, belong, child_quality, child_scores
from vyrai.law import timeline
from vyrai.world import Provision, World

NEVER = {"red_lines": [{"wish": "no_camp"}, {}, {"wish": "no_institution"}]}
HOUSE = offer("house", setting="residential", right="school", serves=("speaking",))
LESSON = offer("lesson", setting="home", right="school", serves=("speaking",), queue="f.ten")


def found(*offers: Provision, lines: dict[str, Any] = NEVER, wren: dict[str, Any] = WREN) -> Belonging:
    law, of = land(*offers), case(parent(), wren, **lines)
    line = timeline(law, World(law.atlas, ON), chain(law, of))
    return belong(law, family(law, of), World(law.atlas, ON), line, "XA")


def score(of: Belonging, kind: str = "therapy") -> Score:
    return next(one for one in of.scores if one.kind == kind)


def test_without_the_line_an_institution_is_support_like_any_other() -> None:
    seen = found(HOUSE, lines={})
    assert (the(seen, "house").setting, bool(the(seen, "house").against)) == ("residential", False)
    assert bounds(score(seen).paper) == (24, 24)
    assert [one.unwritten for one in gap(seen)] == [False]


def test_what_crosses_the_line_is_told_and_counts_for_nothing() -> None:
    seen = found(HOUSE)
    assert the(seen, "house").against == "no_institution"
    assert (bounds(score(seen).paper), score(seen).width) == ((0, 0), 0)
    assert (score(seen).against, score(seen).unwritten) == ("no_institution", False)
    [lacking] = gap(seen)
    assert (lacking.cause, lacking.unwritten, lacking.support) == ("line", False, None)
    assert (seen.tracks, seen.cliffs) == ((), ())
    assert not any(year.by_law or year.perhaps for year in seen.life)
    [free], [less] = found(HOUSE, lines={}).quality, seen.quality
    assert less.paper.hi < free.paper.hi, "nobody is told that the child has what it needs"


def test_what_is_shut_anyway_is_not_said_to_cross_the_line() -> None:
    shut = offer("house", setting="residential", right="health_care", serves=("speaking",))
    seen, free = found(shut), found(shut, lines={})
    [lacking] = gap(seen)
    assert (lacking.cause, lacking.unwritten) == ("status", False)
    assert (score(seen).state, bool(score(seen).against), score(seen).unwritten) == ("closed", False, False)
    assert seen.scores == free.scores, "the line makes no difference to what nobody may have"
    other = offer("other", setting="residential", right="school", serves=("speaking",))
    [lacking] = gap(found(shut, other))
    assert lacking.cause == "line", "one of them would be there"


def test_other_support_of_the_kind_counts_alone() -> None:
    seen = found(HOUSE, LESSON)
    assert score(seen).provisions == ("p.lesson",)
    assert not score(seen).against
    assert gap(seen)[0].cause == "queue", "the wait for the lesson, which the house does not shorten"


def test_what_waits_for_an_institution_crosses_the_line_too() -> None:
    after = offer("after", after=("p.house",), serves=("speaking",))
    assert the(found(HOUSE, after), "after").against == "no_institution"


def test_the_line_is_drawn_for_children_only_and_not_where_nothing_is_said() -> None:
    unsaid, grown = offer("unsaid", serves=("speaking",)), offer("grown", of="person", setting="residential")
    seen = found(unsaid, grown)
    assert not the(seen, "unsaid").against
    assert the(seen, "grown").against
    assert not the(seen, "grown", "stork").against


def test_a_school_only_in_an_institution_is_no_school() -> None:
    boarding = offer("boarding", "school", setting="residential", right="school")
    assert not [one for one in found(boarding, lines={}).flags if one.line == "school"]
    [flag] = [one for one in found(boarding).flags if one.line == "school"]
    assert flag.sure


def test_what_a_child_grows_into_is_told_and_not_counted() -> None:
    home = offer("home", "adult", of="person", setting="residential", from_age="f.grown")
    [free], [shut] = found(home, lines={}).grown, found(home).grown
    assert bounds(free.paper) == (84, 84.1)
    assert (bounds(shut.paper), shut.against, shut.months) == ((0, 0), "no_institution", free.months)


def test_ways_are_compared_without_it() -> None:
    law, of = land(HOUSE), case(parent(), WREN, child("rook"), **NEVER)
    world = World(law.atlas, ON)
    scores = child_scores(law, family(law, of), world, timeline(law, world, chain(law, of)), "XA")
    assert [(one.member, bounds(one.paper)) for one in scores if one.kind == "therapy"] == [("wren", (0, 0))]


def test_plans_are_weighed_by_what_is_told_of_every_child() -> None:
    law = land(HOUSE, LESSON, offer("class", "school", right="school"))
    of = case(parent(), child("rook"), WREN, **NEVER)
    world, asked = World(law.atlas, ON), family(law, of)
    line = timeline(law, world, chain(law, of))
    weighed = child_quality(law, asked, world, line, "XA")
    told = belong(law, asked, world, line, "XA").quality
    assert sorted(weighed, key=lambda one: one.member) == sorted(told, key=lambda one: one.member)
    assert [one.member for one in weighed] == ["rook", "wren"]
    assert len({one.paper for one in weighed}) == 2, "a need asks for more than none"


@pytest.mark.parametrize("wish", ["no_camp", "no_separation"])
def test_another_line_takes_nothing_out(wish: str) -> None:
    assert not the(found(HOUSE, lines={"red_lines": [{"wish": wish}]}), "house").against


def test_an_atlas_without_lists_draws_no_line() -> None:
    law = land(HOUSE)
    codes = {name: one for name, one in law.atlas.codes.items() if name not in ("settings", "wishes")}
    bare = land(HOUSE, codes=codes)
    of = case(parent(), WREN, **NEVER)
    world = World(bare.atlas, ON)
    line = timeline(bare, world, chain(bare, of))
    assert not the(belong(bare, family(bare, of), world, line, "XA"), "house").against


def test_opens_tells_no_line_unless_one_is_drawn() -> None:
    assert not the(opens(land(HOUSE)), "house").against
