"""Red lines of the family before a way: which it crosses, who would stay behind, what is only perhaps."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest

from tests.law.made import ON, after, ask, atlas, child, gives, parent, route
from tests.world.invented import invented
from vyrai.choose import Comparison, belongs, compare, form_of
from vyrai.choose.model import Crossing
from vyrai.family import loads
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.parting import crossings
from vyrai.world import Route
from vyrai.world._built import Country, Right, Status

TOGETHER = {"red_lines": [{}, {"wish": "no_separation"}]}
INSURED = ask("in", "p.insured", "person", "person")
HELD = {"statuses": [{"status": "st.card", "country": "XA", "from": "2026-01-01", "to": "open"}]}


def status(name: str, joins: str | None = None) -> Status:
    rights = () if joins is None else (Right("family_joins", joins),)  # type: ignore[arg-type]
    return Status(id=f"st.{name}", title={"en": name}, folder="XA", file="f", line=1, rights=rights)


def compared(*routes: Route, members: tuple[dict[str, Any], ...] = (), **root: Any) -> Comparison:
    statuses = (status("card"), *(status(one, one) for one in ("no", "yes", "unknown")))
    home = Country("XB", {"en": "Farland"}, "XB", "f", 1, origin=True)
    made = Law(atlas(*routes, statuses=statuses, countries=(*invented().countries, home)))
    people = members or (parent(insured=True), child(insured=False))
    text = json.dumps({"members": people, **(root or TOGETHER)})
    return compare(made, loads(text, form_of(made.atlas)), ON)


def first(*routes: Route, **keys: Any) -> tuple[Crossing, ...]:
    found = compared(*routes, **keys)
    return found.rows[0].crosses or ()


def way(*asked: Any, **keys: Any) -> Route:
    return route(*asked, name="in", filed="outside", **keys)


def test_who_stays_behind_is_named() -> None:
    found = compared(way(INSURED))
    [one] = found.rows[0].crosses or ()
    assert (one.line, one.how, one.members, one.sure) == ("no_separation", "left_out", ("members/1",), True)
    assert [text["en"] for text in found.rows[0].red_lines] == ["We are not separated"]
    assert "breaks" not in one.title


def test_who_perhaps_stays_behind_is_told_as_perhaps() -> None:
    found = compared(way(INSURED), members=(parent(insured=True), child()))
    [one] = found.rows[0].crosses or ()
    assert (one.how, one.members, one.sure) == ("unsure", ("members/1",), False)
    assert found.rows[0].red_lines == (), "what is perhaps does not put a way last"


@pytest.mark.parametrize("insured", [True, False])
def test_nobody_is_parted_where_all_go_or_none(insured: bool) -> None:
    assert not first(way(INSURED), members=(parent(insured=insured), child(insured=insured)))


def test_where_nobody_is_sure_to_come_the_way_itself_is_open() -> None:
    assert not first(way(INSURED), members=(parent(), child()))


def test_one_alone_is_not_parted_from_anybody() -> None:
    assert not first(way(INSURED), members=(parent(),))


def test_without_the_line_nothing_is_said() -> None:
    assert not first(way(INSURED), red_lines=[{"wish": "no_camp"}])


@pytest.mark.parametrize(
    "mine",
    [{"citizenships": [{"country": "XA"}]}, HELD],
)
def test_who_has_a_paper_of_the_country_does_not_stay_behind(mine: dict[str, Any]) -> None:
    assert not first(way(INSURED), members=(parent(insured=True), child(insured=False, **mine)))


@pytest.mark.parametrize("insured", [{"insured": False}, {}])
def test_who_perhaps_has_a_paper_of_the_country_perhaps_stays_behind(insured: dict[str, Any]) -> None:
    unsure: dict[str, Any] = {"statuses": [{**HELD["statuses"][0], "to": "2026"}]}
    [one] = first(way(INSURED), members=(parent(insured=True), child(**insured, **unsure)))
    assert (one.how, one.members, one.sure) == ("unsure", ("members/1",), False)


def test_a_way_that_only_one_may_take_is_told_as_perhaps() -> None:
    one = ask("one", "p.insured", "adult", "applicant")
    [alone] = first(way(one, **gives("st.no")))
    assert (alone.how, alone.members, alone.sure) == ("alone", (), False)
    for other in (
        way(one, **gives("st.yes")),
        way(one, **gives("st.unknown")),
        way(one, **gives("st.card")),
        way(one),
        way(ask("all", "p.insured", "adult", "family"), **gives("st.no")),
        way(one, **gives("st.no"), kind="protection"),
    ):
        assert not first(other)
    assert not first(way(one, **gives("st.no")), members=(parent(insured=True),))


def test_a_way_out_that_leaves_somebody_behind_is_marked_too() -> None:
    out = route(INSURED, name="out", kind="leaving", folder="XB")
    home: dict[str, Any] = {"citizenships": [{"country": "XB"}]}
    found = compared(way(), out, members=(parent(insured=True, **home), child(insured=False, **home)))
    [one] = found.leaving[0].crosses or ()
    assert (one.how, one.members) == ("left_out", ("members/1",))


def test_recognition_of_one_profession_parts_nobody() -> None:
    found = compared(way(), route(INSURED, name="learned", kind="recognition"))
    assert not found.also["XA"][0].crosses


def test_a_line_that_a_way_crosses_at_two_links_is_told_once() -> None:
    entry = way(INSURED, **gives("st.card"))
    later = route(INSURED, name="later", kind="permit", **after("st.card"))
    found = compared(entry, later)
    for row in found.rows:
        assert len(row.crosses or ()) == 1


def test_what_opens_tells_the_lines_of_its_way() -> None:
    made = Law(atlas(way(INSURED, **gives("st.card")), statuses=(status("card"),)))
    text = json.dumps({"members": [parent(insured=True), child(insured=False)], **TOGETHER})
    found = belongs(made, loads(text, form_of(made.atlas)), "XA", ON)
    [one] = found.chain[0].crosses or ()
    assert one.members == ("members/1",)
    [own] = found.belonging.own or ()
    assert (own.member, own.why) == ("wren", "left_out")


def test_the_words_say_who_and_what_is_only_perhaps() -> None:
    title = {"en": "Together"}
    crossed = [
        Crossing(line="a", title=title, how=how, members=("m",), sure=how in ("left_out", "kind"))
        for how in ("alone", "unsure", "kind", "left_out")
    ]
    assert crossings(Words("en"), [*crossed, crossed[3]], {"m": "Wren"}) == [
        (True, "Together"),
        (True, "Together: Wren would stay behind"),
        (False, "Together: the paper goes to one person and takes no family along"),
        (False, "Together: unsure for Wren"),
    ]


def test_a_wish_that_nobody_lists_draws_no_line() -> None:
    codes = {**invented().codes}
    made = Law(atlas(way(INSURED), codes=codes))
    text = json.dumps({"members": [parent(insured=True), child(insured=False)], **TOGETHER})
    of = loads(text, form_of(made.atlas))
    listed = {"no_camp": codes["wishes"].codes["no_camp"]}
    bare = Law(
        msgspec.structs.replace(
            made.atlas, codes={**codes, "wishes": msgspec.structs.replace(codes["wishes"], codes=listed)}
        )
    )
    assert not compare(bare, of, date(2026, 11, 20)).rows[0].crosses
