"""What changed between two days, for everybody and for one family."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from tests.law.made import (
    EVER,
    ask,
    atlas,
    case,
    child,
    door,
    fact,
    gives,
    number,
    parent,
    price,
    route,
    span,
)
from tests.world.invented import claim, invented
from vyrai.choose import News, news
from vyrai.family import Case
from vyrai.law import Law
from vyrai.world import Requirement, Span
from vyrai.world._built import Event, Right

START, END = date(2026, 1, 1), date(2026, 12, 1)
LATER = span("2026-06-01")


def told(*asked: Requirement, of: Case | None = None, facts: Any = (), **keys: Any) -> News:
    return news(Law(atlas(route(*asked, **keys), facts=facts)), START, END, of)


def test_nothing_changes_where_nothing_does() -> None:
    assert told(ask("a", "sponsor")).routes == ()
    assert told(ask("a", "sponsor"), of=case(sponsor=True)).routes == ()


def turned(*doors: Any) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    (one,) = told(ask("a", "sponsor"), door=doors).routes
    return one.turn, one.door_before, one.door_after


def test_doors() -> None:
    until = span(None, "2026-05-31")
    assert turned(door("open", until), door("closed", LATER)) == ("closed", ("open",), ("closed",))
    assert turned(door("open", until), door("narrow", LATER)) == ("narrowed", ("open",), ("narrow",))
    assert turned(door("closed", until), door("narrow", LATER)) == ("opened", ("closed",), ("narrow",))
    assert turned(door("paused", until), door("open", LATER)) == ("opened", ("paused",), ("open",))
    assert turned(door("open", until)) == ("unclear", ("open",), ("unknown",))
    assert turned(door("open", LATER)) == ("opened", ("unknown",), ("open",))


def test_what_nobody_had_looked_up_before_has_not_changed() -> None:
    since = Span(None, date(2026, 6, 1).toordinal(), None, None)
    assert told(ask("a", "sponsor"), door=(door("open", since),)).routes == ()


def test_a_door_that_was_only_seen_to_be_open_has_not_opened() -> None:
    seen = LATER.begin_lo
    assert seen is not None
    for since in (
        claim(value=None, as_of=(seen, seen), observed=(seen, seen)),
        claim(value=None, valid=Span(None, seen, None, None)),
    ):
        word = fact("xa.word", since)
        opening = msgspec.structs.replace(door("open", LATER), fact="xa.word")
        assert told(ask("a", "sponsor"), door=(opening,), facts=(word,)).routes == ()
    began = fact("xa.word", price(1, "days", valid=LATER, as_of=(seen, seen)))
    (found,) = told(ask("a", "sponsor"), door=(opening,), facts=(began,)).routes
    assert found.turn == "opened"


def test_a_yes_is_told_as_a_yes() -> None:
    spans = {True: span(None, "2026-05-31"), False: LATER}
    ended, begun = (
        msgspec.structs.replace(price(1, "days", valid=when), value=["yesno", held], unit=None)
        for held, when in spans.items()
    )
    of = ask("a", "sponsor and fact('xa.open')")
    (found,) = told(of, facts=(fact("xa.open", ended, begun),)).routes
    assert [(one.before, one.after) for one in found.facts] == [("yes", "no")]


def test_conditions_that_come_go_and_stay_in_other_words() -> None:
    old = ask("old", "host", valid=span(None, "2026-05-31"))
    new = ask("new", "sponsor", valid=LATER)
    (one,) = told(old, new).routes
    assert one.turn == "narrowed"
    assert [(of.requirement, of.now) for of in one.asked] == [("xa.r.new", "asked"), ("xa.r.old", "gone")]
    (two,) = told(old, msgspec.structs.replace(new, wording=old.wording)).routes
    assert [(of.requirement, of.now) for of in two.asked] == [("xa.r.new", "other_rule")]
    assert told(ask("aside", "sponsor", valid=LATER, aside=True)).routes == ()


def test_figures() -> None:
    rising = fact(
        "xa.r.price", price(10, "XXA", valid=span(None, "2026-05-31")), price(20, "XXA", valid=LATER)
    )
    (one,) = told(ask("a", "money('XXA') >= fact('xa.r.price')"), facts=(rising,)).routes
    (changed,) = one.facts
    assert one.turn == "changed"
    assert (changed.before, changed.after, changed.why) == ("10 XXA", "20 XXA", None)
    gone = number("xa.r.price", 10, "XXA", valid=span(None, "2026-05-31"))
    (two,) = told(ask("a", "money('XXA') >= fact('xa.r.price')"), facts=(gone,)).routes
    assert (two.facts[0].before, two.facts[0].after, two.facts[0].why) == (
        "10 XXA",
        None,
        "not_known_in_force",
    )
    found_out = number("xa.r.price", 10, "XXA", valid=Span(None, date(2026, 6, 1).toordinal(), None, None))
    assert told(ask("a", "money('XXA') >= fact('xa.r.price')"), facts=(found_out,)).routes == ()


def test_rights_of_a_status_and_happenings() -> None:
    plain = atlas(route(ask("a", "sponsor")))
    guest, settled = (plain.status(name) for name in ("xa.guest", "xa.settled"))
    rights = (
        Right("work", "no", valid=span(None, "2026-05-31")),
        Right("work", "yes", valid=LATER),
        Right("school", "yes", valid=LATER),
    )
    event = Event("xa.storm", {"en": "Storm"}, "xa.settled.door", LATER, "XA", "f", 1)
    made = msgspec.structs.replace(
        plain,
        statuses=(msgspec.structs.replace(guest, rights=rights), msgspec.structs.replace(settled, rights=())),
        events=(*plain.events, event),
    )
    found = news(Law(made), START, END)
    assert [(one.right, one.before, one.after) for one in found.rights] == [
        ("work", "no", "yes"),
        ("school", None, "yes"),
    ]
    assert "xa.storm" in [one.event for one in found.events]
    assert news(Law(made), START, END, case()).rights == ()


def family(of: Case, *asked: Requirement, **keys: Any) -> list[Any]:
    return [(one.turn, one.family) for one in told(*asked, of=of, **keys).routes]


def test_what_it_makes_of_a_family() -> None:
    until, of = span(None, "2026-05-31"), case(sponsor=True, host=False)
    closing = (door("open", until), door("closed", LATER))
    ((turn, found),) = family(of, ask("a", "sponsor"), door=closing)
    assert (turn, found.before, found.after) == ("closed", "open", "closed")
    assert (found.own, found.shut) == ((), ())
    ((turn, found),) = family(of, ask("a", "sponsor"), ask("b", "host", valid=LATER))
    assert (turn, found.shut) == ("closed", ({"en": "b"},))
    doors = (door("open", until), door("narrow", LATER))
    ((turn, found),) = family(case(), ask("a", "sponsor"), door=doors)
    assert (turn, found.before, found.after) == ("changed", "perhaps", "perhaps")
    assert family(case(sponsor=False), ask("a", "sponsor"), door=closing) == []


def test_a_birthday_changes_it_without_any_law() -> None:
    of = case(parent(birth="1990-01-01"), child(birth="2008-06-01"))
    grown = ask("a", "age(p) < fact('xa.adult-age')", "child")
    ((turn, found),) = family(of, grown, door=(door("open", EVER),))
    assert (turn, found.before, found.after) == ("closed", "open", "closed")
    assert [one["en"] for one in found.own] == ["When was wren born? Year and month are enough."]


def test_a_way_that_narrows() -> None:
    until = span(None, "2026-05-31")
    doors = (door("open", until), door("narrow", LATER))
    ((turn, found),) = family(case(sponsor=True), ask("a", "sponsor"), door=doors)
    assert (turn, found.before, found.after) == ("narrowed", "open", "perhaps")
    ((turn, _),) = family(case(sponsor=True), ask("a", "sponsor"), door=(*doors[1:], door("closed", until)))
    assert turn == "opened"


def test_a_closed_door_of_which_nobody_knows_any_more_has_not_opened() -> None:
    shut = (door("closed", span(None, "2026-05-31")),)
    ((turn, found),) = family(case(sponsor=True), ask("a", "sponsor"), door=shut)
    assert (turn, found.before, found.after) == ("unclear", "closed", "perhaps")


def test_what_a_route_reckons_with() -> None:
    """Fees, steps and how long a status lasts count too, rates do not; a family hears of its fees."""
    made = invented()
    changes = {
        name: msgspec.structs.replace(
            made.fact(name),
            claims=(
                claim(
                    value=["number", 1, 1], unit=unit, valid=span(None, "2026-05-31"), raw=price(1, unit).raw
                ),
                claim(value=["number", 2, 2], unit=unit, valid=LATER, raw=price(1, unit).raw),
            ),
        )
        for name, unit in {"xa.guest.fee": "XXA/person", "xa.guest.length": "months"}.items()
        if name in made.by_fact
    }
    rate = fact(
        "rate.xxb-xxa", price(1, "XXA/XXB", valid=span(None, "2026-05-31")), price(2, "XXA/XXB", valid=LATER)
    )
    asked = ask("a", "money('XXA') >= 0")
    keys = {"fees": tuple(changes)[:1], "steps": tuple(one.id for one in made.steps[:2]), **gives("xa.guest")}
    (one,) = told(asked, facts=(*changes.values(), rate), **keys).routes
    assert [of.fact for of in one.facts] == list(changes)
    (two,) = told(asked, of=case(), facts=(*changes.values(), rate), **keys).routes
    assert [of.fact for of in two.facts] == list(changes)[:1]


def test_routes_of_one_country_with_a_recognition_apart() -> None:
    until = span(None, "2026-05-31")
    doors = (door("open", until), door("closed", LATER))
    visa = route(ask("a", "sponsor"), door=doors)
    practise = route(
        msgspec.structs.replace(ask("b", "sponsor"), id="xa.s.b"), name="xa.s", kind="recognition", door=doors
    )
    found = news(Law(atlas(visa, practise)), START, END, case(sponsor=True))
    assert [(one.route, one.turn) for one in found.routes] == [("xa.r", "closed"), ("xa.s", "closed")]
    assert "xa.settled.door" in found.sources
