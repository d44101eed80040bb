"""A place inside a country: its own times count there, those of other places do not, law holds everywhere."""

from __future__ import annotations

from typing import Any

from tests.belong.made import (
    FACTS,
    WREN,
    bounds,
    chain,
    differs,
    land,
    offer,
    opens,
    place,
    status,
    step,
    the,
    way,
)
from tests.law.made import ON, case, family, number, parent
from vyrai.belong import There, child_there, spot
from vyrai.law import Law, timeline
from vyrai.world import World

NEVER = (0, 24)


def there(law: Law, name: str | None, **keys: Any) -> dict[str, There]:
    """By kind what a child with a need gets in a place; without a place in the country."""
    of, world = case(parent(), WREN), World(law.atlas, ON)
    at = None if name is None else spot(law.atlas, law.atlas.place(f"pl.{name}"))
    line = timeline(law, world, chain(law, of), None if at is None else at.steps)
    found = child_there(law, family(law, of), world, line, at or "XA")
    return {one.score.kind: one for one in found}


CLASS = offer("class", "place", right="school", queue="f.ten", serves=("speaking",))
NORTH = place("north", differs("class", queue="f.week"))
SOUTH = place("south")
TOWN = place("town", kind="city", within="pl.north")


def test_what_was_seen_counts_where_it_was_seen() -> None:
    law = land(CLASS, places=(NORTH, SOUTH))
    assert bounds(there(law, None)["place"].seen) == (10, 10)
    assert bounds(there(law, "north")["place"].seen) == (1, 1)


def test_what_was_seen_elsewhere_is_unknown_in_a_place() -> None:
    found = there(land(CLASS, places=(NORTH, SOUTH)), "south")["place"]
    assert bounds(found.seen) == (0, None)
    assert bounds(found.score.real) == NEVER
    assert not found.own


def test_the_law_of_the_country_holds_in_every_place() -> None:
    offers = offer("test", "therapy", right="school", law="f.ten", serves=("speaking",))
    law = land(offers, places=(NORTH, SOUTH))
    assert {bounds(there(law, one)["therapy"].due) for one in (None, "north", "south")} == {(10, 10)}


def test_a_place_may_have_a_law_of_its_own() -> None:
    offers = offer("money", "benefit", law="f.week", amount="f.sum", price="f.sum")
    changed = place("north", differs("money", law="f.ten", held="f.year", amount="f.three", share="f.half"))
    law = land(offers, places=(changed,))
    at = spot(law.atlas, law.atlas.place("pl.north"))
    own = at.offers["p.money"]
    assert (own.takes.law, own.held, own.amount, own.price) == ("f.ten", "f.year", "f.three", "f.sum")
    assert own.share == "f.half"
    assert at.told == {"p.money"}
    assert at.facts == {"f.ten", "f.year", "f.three", "f.half"}


def test_what_is_known_of_a_region_counts_in_its_town() -> None:
    law = land(CLASS, places=(NORTH, TOWN))
    assert bounds(there(law, "town")["place"].seen) == (1, 1)
    own = place("town", differs("class", queue="f.ten"), kind="city", within="pl.north")
    assert bounds(there(land(CLASS, places=(NORTH, own)), "town")["place"].seen) == (10, 10)


def test_what_a_town_does_not_say_of_a_thing_is_as_in_its_region() -> None:
    offers = offer("money", "benefit", amount="f.sum")
    region = differs("money", law="f.ten", queue="f.week", share="f.half", facts=("f.eight",))
    own = differs("money", seen="f.now", share="f.none", amount="f.three", facts=("f.eight", "f.grown"))
    at = spot(
        land(
            offers, places=(place("north", region), place("town", own, kind="city", within="pl.north"))
        ).atlas,
        place("town", own, kind="city", within="pl.north"),
    )
    money = at.offers["p.money"]
    assert (money.takes.law, money.takes.observed, money.queue) == ("f.ten", "f.now", "f.week")
    assert (money.share, money.amount) == ("f.none", "f.three"), "what the town says goes first"
    assert money.facts == ("f.eight", "f.grown", "f.week")
    assert {"f.ten", "f.week", "f.now", "f.none"} <= at.facts
    assert "f.half" not in at.facts, "what the town says otherwise does not count there"


def test_a_wait_seen_in_a_region_counts_in_its_town_that_knows_only_the_way_on() -> None:
    law = land(CLASS, places=(NORTH, place("town", differs("class", share="f.half"), within="pl.north")))
    assert bounds(there(law, "town")["place"].seen) == (1, 1)


HERE = status("here", {"care_benefit": "no"})
CARD = status("card", {"care_benefit": "yes"})
WAIT = step("s.wait", "f.ten", granted="st.card")
MONEY = offer("money", "benefit", right="care_benefit", queue="f.now", serves=("speaking",))


def on_a_card(*places: Any) -> Law:
    """A way whose second paper, on which money hangs, takes an office some time."""
    ways = (way("in", "st.here", step("s.in", "f.now", ("st.here",))), way("on", "st.card", WAIT))
    facts = (*FACTS, number("f.two", 2, "weeks"), number("f.open", (10, None), "weeks"))
    return land(MONEY, statuses=(HERE, CARD), ways=ways, facts=facts, places=places)


def test_the_wait_for_a_paper_is_that_of_the_place() -> None:
    law = on_a_card(place("north", differs(step="s.wait", seen="f.two")), SOUTH)
    found = there(law, "north")["benefit"]
    assert bounds(found.due) == (2, 2)
    assert found.own
    assert bounds(there(law, None)["benefit"].due) == (10, 10)


def test_where_nobody_saw_how_long_an_office_takes_the_law_is_the_least() -> None:
    law = on_a_card(place("north", differs(step="s.wait", seen="f.two", law="f.week")), SOUTH)
    assert bounds(there(law, "south")["benefit"].due) == (0, None)
    law = on_a_card(place("north", differs(step="s.wait", law="f.week")))
    assert bounds(there(law, "north")["benefit"].due) == (1, None)


def test_a_wait_that_no_place_speaks_of_is_that_of_the_country() -> None:
    assert bounds(there(on_a_card(SOUTH), "south")["benefit"].due) == (10, 10)


def test_an_average_of_an_office_is_told_and_bounds_nothing() -> None:
    places = (place("north", differs(step="s.wait", average="f.year")), SOUTH)
    found = there(on_a_card(*places), "north")["benefit"]
    assert [bounds(one) for one in found.averages] == [(52, 52)]
    assert (bounds(found.due), bounds(found.seen), found.own) == ((0, None), (0, None), True)
    assert bounds(found.score.paper) == NEVER, "who is quicker than the average has more months"
    assert there(on_a_card(*places), "south")["benefit"].averages == ()
    law = on_a_card(place("north", differs(step="s.wait", law="f.two", average="f.open")))
    found = there(law, "north")["benefit"]
    assert (bounds(found.due), [bounds(one) for one in found.averages]) == ((2, None), [(10, None)])


def test_an_average_wait_for_a_support_is_none_for_this_child() -> None:
    offers = offer("test", "therapy", right="school", law="f.ten", seen="f.now", serves=("speaking",))
    law = land(offers, places=(place("north", differs("test", average="f.year")),))
    found = there(law, "north")["therapy"]
    assert (bounds(found.due), bounds(found.seen)) == ((10, 10), (0, None))
    assert [bounds(one) for one in found.averages] == [(52, 52)]
    both = differs("class", queue="f.week", average="f.ten")
    found = there(land(CLASS, places=(place("north", both),)), "north")["place"]
    assert (bounds(found.seen), [bounds(one) for one in found.averages]) == ((1, None), [(10, 10)])


def test_an_average_that_is_not_known_on_the_day_is_not_told() -> None:
    law = land(CLASS, places=(place("north", differs("class", average="f.nothing")),))
    found = there(law, "north")["place"]
    assert (found.averages, bounds(found.seen), found.own) == ((), (0, None), True)


FERRY = offer("ferry", "transport", right="school", queue="f.now", serves=("speaking",), places=("pl.north",))


def test_what_is_offered_in_one_place_is_there_and_nowhere_else_for_sure() -> None:
    law = land(FERRY, places=(place("north"), SOUTH, TOWN))
    for name in ("north", "town"):
        found = there(law, name)["transport"]
        assert (found.score.state, bounds(found.seen), found.own) == ("open", (0, 0), True)
    found = there(law, "south")["transport"]
    assert (found.score.state, bounds(found.score.paper), found.own) == ("unknown", NEVER, False)


def test_without_a_place_it_hangs_on_where_one_lives() -> None:
    support = the(opens(land(FERRY, places=(place("north"),))), "ferry")
    assert (support.state, support.cause, support.places) == ("unknown", "where", ("pl.north",))
    shut = offer("ferry", "transport", right="health_care", places=("pl.north",))
    assert the(opens(land(shut, places=(place("north"),))), "ferry").cause == "status"


def test_what_waits_for_a_paper_waits_as_long_as_the_place_does() -> None:
    paper = offer("paper", "assessment", right="school", queue="f.ten")
    helper = offer("helper", "assistant", right="school", after=("p.paper",), serves=("speaking",))
    law = land(paper, helper, places=(place("north", differs("paper", queue="f.week")),))
    found = there(law, "north")["assistant"]
    assert (found.seen.lo if found.seen else None) == 1
    assert found.own


def test_what_is_shut_has_no_times_and_what_nobody_wrote_has_open_ones() -> None:
    health = offer("health", "health", right="health_care", serves=("speaking",))
    found = there(land(health, places=(SOUTH,)), "south")
    assert found["health"].due is None
    assert found["health"].ends is None
    assert bounds(found["school"].due) == (0, None)
    assert found["school"].score.unwritten


def test_a_child_without_needs_has_nothing_to_compare() -> None:
    law, of = land(CLASS), case(parent(), {"alias": "lark", "role": "child"})
    world = World(law.atlas, ON)
    assert child_there(law, family(law, of), world, timeline(law, world, chain(law, of)), "XA") == ()
