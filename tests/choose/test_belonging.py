"""What opens in a country: on which way, with words and sources for everything it names."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.belong.made import AT_ONCE, WREN, land, offer, private, status, step, way
from tests.choose.real import fact_ids
from tests.law.made import ON, ask, case, child, parent
from vyrai.choose import Belongs, belongs, leading, unasked
from vyrai.cli import _text_belong
from vyrai.law import Law
from vyrai.pages import opens_alone
from vyrai.words import Words
from vyrai.world._terms import Coded, Codes

ALSO = status("also", {"school": "yes"})
WAYS = (
    way("in", "st.here", step("s.in", "f.now", ("st.here",))),
    way("other", "st.also", step("s.other", "f.week", ("st.also",))),
)
OFFERS = (
    offer(
        "a",
        right="school",
        serves=("speaking",),
        seen="f.ten",
        bridge=private("f.sum"),
        observed=("f.three",),
    ),
    offer("b", ends_at_age="f.eight", amount="f.sum"),
)


def country(*offers: Any, **keys: Any) -> Law:
    return land(*offers, statuses=(AT_ONCE, ALSO), ways=keys.pop("ways", WAYS), **keys)


def found(law: Law, **keys: Any) -> Belongs:
    return belongs(law, case(parent(), WREN), "XA", ON, **keys)


def test_the_way_with_the_least_in_the_way_is_taken() -> None:
    ways = tuple(
        (msgspec.structs.replace(of, requirements=(ask(of.id, rule),)), steps)
        for (of, steps), rule in zip(WAYS, ("not host", "host"), strict=True)
    )
    one = belongs(country(*OFFERS, ways=ways), case(parent(), WREN, host=True), "XA", ON)
    assert (one.way, [link.route for link in one.chain]) == ("open", ["r.other"])
    assert one.belonging.arrives == "2026-11-27"


def test_a_way_that_is_named_is_taken() -> None:
    one = found(country(*OFFERS), route="r.other")
    assert [link.route for link in one.chain] == ["r.other"]
    assert [stage.status for stage in one.belonging.stages] == ["st.also"]


def test_only_ways_to_a_status_lead_in() -> None:
    recognition = msgspec.structs.replace(WAYS[0][0], id="r.doctor", kind="recognition")
    law = country(ways=(*WAYS, (recognition, ())))
    assert leading(law, "XA") == ("r.in", "r.other")
    assert leading(law, "XB") == ()


def test_everything_that_it_names_has_words_and_sources() -> None:
    one = found(country(*OFFERS))
    assert one.written
    named = fact_ids(msgspec.json.decode(msgspec.json.encode(one.belonging)))
    assert {"f.week", "f.three", "f.sum", "f.eight", "f.ten"} <= named == set(one.sources)
    for support in one.belonging.supports:
        assert one.labels[support.provision] == support.title
    assert one.labels["speaking"]["en"] == "Speaks little or not at all"
    assert one.basis.decisive == len(named)


@pytest.mark.parametrize("listed", [True, False])
def test_needs_are_named_where_the_atlas_has_them(listed: bool) -> None:
    law = country(*OFFERS)
    needs = (Coded("speaking", {"en": "Talking"}), Coded("walking")) if listed else ()
    codes = {name: of for name, of in law.atlas.codes.items() if name != "needs"}
    one = found(Law(msgspec.structs.replace(law.atlas, needs=needs, codes=codes)))
    assert one.labels.get("speaking") == ({"en": "Talking"} if listed else None)
    assert "walking" not in one.labels


def test_kinds_that_no_list_orders_come_by_id() -> None:
    law = country(offer("b", "odd"), offer("a", "school"))
    codes: dict[str, Codes] = {name: of for name, of in law.atlas.codes.items() if name != "provision_kinds"}
    one = found(Law(msgspec.structs.replace(law.atlas, codes=codes)))
    assert [support.provision for support in one.belonging.supports] == ["p.b", "p.a"]


def test_a_country_of_which_nothing_is_written_says_so() -> None:
    one = found(country())
    assert (one.written, one.belonging.supports) == (False, ())
    assert [gap.unwritten for gap in one.belonging.gaps] == [True]


def test_where_the_family_lives_there_is_no_way_and_what_they_have_is_told() -> None:
    law = country(*OFFERS)
    countries = tuple(msgspec.structs.replace(one, home="st.also") for one in law.atlas.countries)
    one = found(Law(msgspec.structs.replace(law.atlas, countries=countries)))
    assert (one.way, one.chain) == (None, ())
    assert [(stage.status, stage.after.hi) for stage in one.belonging.stages] == [("st.also", 0)]
    assert one.belonging.arrives == ON.isoformat()


def test_where_support_is_had_and_the_line_that_it_crosses_have_words() -> None:
    house = offer("house", setting="residential", serves=("speaking",))
    lines = {"red_lines": [{"wish": "no_institution"}]}
    free = belongs(country(*OFFERS, house), case(parent(), WREN), "XA", ON).labels
    drawn = belongs(country(*OFFERS, house), case(parent(), WREN, **lines), "XA", ON).labels
    assert free["setting:residential"]["en"] == "In an institution"
    assert "line:no_institution" not in free
    assert drawn["line:no_institution"] == {
        "en": "No child goes to an institution",
        "ru": "Ребёнок не живёт в интернате",
    }


CAME, ITSELF = "from the day the decision reached you", "from the day of the decision itself"


@pytest.mark.parametrize("to", [{"en": "the court"}, None], ids=["to the court", "to nobody knows whom"])
@pytest.mark.parametrize("early", ["decision", None])
@pytest.mark.parametrize("kind", ["benefit", "assessment"])
def test_one_day_is_told_from_which_the_time_to_object_runs(
    kind: str, early: str | None, to: dict[str, str] | None, capsys: pytest.CaptureFixture[str]
) -> None:
    one = found(country(offer("a", kind, appeal="f.ten", appeal_to=to, appeal_from=early), offer("b")))
    assert one.since_decision == (("p.a",) if early else msgspec.UNSET)
    w = Words("en")
    _text_belong.draw(one, w).write()
    text, html = " ".join(capsys.readouterr().out.split()), opens_alone(w, one, None)
    right, wrong = (ITSELF, CAME) if early else (CAME, ITSELF)
    for said in (text, html):
        assert said.count(f"object within 10 weeks {right}") == (2 if kind == "assessment" else 1)
        assert wrong not in said
        assert ("to: the court" in said) == (to is not None)
        assert ("to whom was not found" in said) == (to is None)


def test_a_child_is_unasked_until_something_is_said_of_its_needs() -> None:
    atlas = country().atlas
    silent, none = child("robin"), child("tern", needs={"complete": "yes", "items": []})
    assert unasked(atlas, case(parent(), WREN, silent, none)) == ("robin",)
