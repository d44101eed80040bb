"""The columns of a row, reckoned by hand on the invented atlas."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from tests.law.made import ON, after, ask, atlas, case, child, door, fact, gives, parent, price, route
from tests.world.invented import claim, invented
from vyrai.choose import compare, form_of
from vyrai.choose.model import Range, Row
from vyrai.family import Case, loads
from vyrai.law import Law
from vyrai.world import Span, Step
from vyrai.world._built import Country, Danger, Right, Status
from vyrai.world._terms import Codes, Language, Near

HELD = {"complete": True, "items": [{"currency": "XXA", "amount": 500}]}
THREAT = {"happened": [{"kind": "threat", "for_views": True}], "sponsor": False}
MEMBERS = (
    parent(birth="1990-01", languages=[{"language": "en", "level": "C1"}], occupation="2211"),
    child(birth="2019-01-01"),
)


def family(**root: Any) -> Case:
    return case(*MEMBERS, **{"savings": HELD, **THREAT, **root})


def rows(of: Case | None = None, on: date = ON, **other: Any) -> tuple[Row, ...]:
    law = Law(msgspec.structs.replace(invented(), **other))
    return compare(law, of or family(), on).rows


def bounds(of: Range | None) -> tuple[Any, Any, str]:
    assert of is not None
    return of.lo, of.hi, of.unit


def test_weeks() -> None:
    """Two to four months of waiting (8.7 to 17.4 weeks), work a month later, the exam at most after both."""
    row = rows()[0]
    assert bounds(row.weeks_to_safety) == (8, 18, "weeks")
    assert row.weeks_to_safety.facts == ("xa.guest.decision-seen",)
    assert bounds(row.weeks_to_work.weeks) == (13, 22, "weeks")
    assert (row.weeks_to_work.state, row.weeks_to_work.status) == ("yes", "xa.guest")
    assert bounds(row.weeks_to_profession.weeks) == (26, None, "weeks")
    assert row.weeks_to_profession.state == "unknown"
    assert [(one.member, bounds(one.weeks)) for one in row.school] == [("wren", (8, 18, "weeks"))]
    assert rows(case(parent(birth="1990-01"), **THREAT))[0].school == ()


def test_money_by_hand() -> None:
    """Two people at ten or twelve crowns; one month of rent at thirty to fifty until work is lawful, and what
    an adult and a child need, eight and five crowns.

    Nobody knows when the first pay comes: the sum is open above, and nothing is promised to be left.
    """
    money = rows()[0].money
    assert bounds(money.fees) == (20, 24, "XXA")
    assert bounds(money.rent_until_work) == (30, 50, "XXA")
    assert bounds(money.needs_until_work) == (13, None, "XXA")
    assert bounds(money.needed) == (63, None, "XXA")
    assert bounds(money.savings) == (500, 500, "XXA")
    assert bounds(money.spare) == (None, None, "XXA")
    assert money.missing == ()
    assert money.needed.facts == ("xa.guest.fee", "xa.rent", "xa.living.adult", "xa.living.child")


def test_money_in_the_currency_that_the_family_holds() -> None:
    pennies = {"complete": True, "items": [{"currency": "XXB", "amount": 1000}]}
    money = rows(family(savings=pennies))[0].money
    assert bounds(money.fees) == (40, 48, "XXB")
    assert bounds(money.savings) == (1000, 1000, "XXB")
    assert bounds(money.spare) == (None, None, "XXB")
    assert "rate.xxb-xxa" in money.needed.facts


@pytest.mark.parametrize(
    ("savings", "expected"),
    [
        ([{"currency": "XXA", "amount": 500}], (500, None)),
        ({"complete": True, "items": [{"currency": "XXA"}]}, (0, None)),
        ({"complete": True, "items": [{"currency": "XXA", "amount": {"lo": 5, "hi": 7}}]}, (5, 7)),
        ({"complete": True, "items": []}, (0, 0)),
        ({"unknown": "will_not_say"}, (0, None)),
    ],
)
def test_savings(savings: Any, expected: Any) -> None:
    assert bounds(rows(family(savings=savings))[0].money.savings)[:2] == expected


def with_fee(*claims: Any, on: date = ON, of: Case | None = None) -> Any:
    facts = tuple(one for one in invented().facts if one.id != "xa.guest.fee")
    return rows(of, on, facts=(*facts, fact("xa.guest.fee", *claims, topic="cost")))[0].money


def test_a_fee_that_nobody_knows_is_not_free() -> None:
    later = Span(ON.toordinal() + 100, ON.toordinal() + 100, None, None)
    money = with_fee(price(10, "XXA/person", valid=later))
    assert bounds(money.fees) == (0, None, "XXA")
    assert money.missing == ("xa.guest.fee",)
    assert bounds(money.spare) == (None, None, "XXA")


def test_what_is_surely_short_is_said() -> None:
    """Five crowns against two people's fee of ten at the least, and a month of rent and needs at 43."""
    pennies = {"complete": True, "items": [{"currency": "XXA", "amount": 5}]}
    none = {"complete": True, "items": []}
    assert bounds(rows(family(savings=pennies, income=none))[0].money.spare) == (None, -58, "XXA")


def test_what_keeps_coming_may_pay_for_it() -> None:
    """Twenty crowns a month come on. Who named none is taken to have none; who has more than living takes may
    save it, and nothing is surely short.
    """
    pennies = {"complete": True, "items": [{"currency": "XXA", "amount": 5}]}
    coming = {"complete": True, "items": [{"currency": "XXA", "amount": 20}]}
    assert bounds(rows(family(savings=pennies, income=coming))[0].money.spare) == (None, -38, "XXA")
    assert bounds(rows(family(savings=pennies))[0].money.spare) == (None, -58, "XXA")
    coming["items"] = [{"currency": "XXA", "amount": 50}]
    assert bounds(rows(family(savings=pennies, income=coming))[0].money.spare) == (None, None, "XXA")


def test_rival_fees_in_two_currencies() -> None:
    assert bounds(with_fee(price(10, "XXA/person"), price(60, "XXB")).fees) == (20, 30, "XXA")


def test_what_is_no_price_to_be_paid_once_is_no_fee() -> None:
    assert bounds(with_fee(price(10, "XXA/month")).fees) == (0, 0, "XXA")
    assert bounds(with_fee(price(10, "percent")).fees) == (0, 0, "XXA")


def test_a_fee_for_each_child_of_a_family_without_children_is_nothing() -> None:
    alone = case(parent(birth="1990-01"), savings=HELD, **THREAT)
    assert bounds(with_fee(price(10, "XXA/child"), of=alone).fees) == (0, 0, "XXA")
    assert bounds(with_fee(price((5, None), "XXA/child"), of=alone).fees)[1] == 0


def test_a_fee_without_a_rate_is_open_above() -> None:
    facts = tuple(one for one in invented().facts if one.id not in ("xa.guest.fee", "rate.xxb-xxa"))
    fee = fact("xa.guest.fee", price(10, "XXB"), topic="cost")
    money = rows(facts=(*facts, fee))[0].money
    assert bounds(money.fees) == (0, None, "XXA")
    assert money.missing == ("rate.xxb-xxa",)


def test_a_rent_that_is_too_old_is_shown_and_not_reckoned_with() -> None:
    row = rows(on=date(2029, 6, 1))[0]
    assert row.money.missing[-2:] == ("rent", "living")
    assert row.money.needed.hi is None
    assert [(one.fact, one.when, bounds(one.value)) for one in row.rents] == [
        ("xa.rent", "2026-10", (30, 50, "XXA/month"))
    ]
    assert [(one.fact, one.when) for one in row.pays] == [("xa.pay", "2026-09")]


def test_a_rent_in_words_is_no_price() -> None:
    facts = tuple(one for one in invented().facts if one.id != "xa.rent")
    words = fact("xa.rent", claim(value=None), topic="housing")
    found = rows(facts=(*facts, words))[0]
    assert (found.rents, found.money.missing) == ((), ("rent",))


def languages(near: tuple[Near, ...], spoken: Any, script: str = "Latn") -> Any:
    listed = (
        Language("xan", {"en": "Xanadian"}, script, near, "xa.language.near"),
        Language("en", None, "Latn"),
    )
    people = (parent(birth="1990-01", languages=spoken),)
    (language,) = rows(case(*people, **THREAT), languages=listed)[0].language
    return language


EN = [{"language": "en", "level": "B2"}]


@pytest.mark.parametrize("band", ["same_group", "same_family", "unrelated"])
def test_the_nearest_language_that_somebody_speaks(band: str) -> None:
    found = languages((Near("en", band),), EN)
    assert (found.nearest, found.band, found.new_script, found.speaks) == ("en", band, False, ())
    assert found.nearest_title == {"en": "English", "ru": "английский"}
    assert found.facts == ("xa.language.near",)
    assert found.level == ("xa.practise.level",)


def test_a_language_that_somebody_speaks_is_known() -> None:
    found = languages((Near("en", "same_group"),), [*EN, {"language": "xan"}])
    assert (found.nearest, found.band, found.speaks) == ("xan", "known", ("stork",))


def test_who_only_understands_a_language_does_not_speak_it() -> None:
    found = languages(
        (Near("en", "same_group"),), [*EN, {"language": "xan", "level": "A1", "speaking": "none"}]
    )
    assert (found.nearest, found.band, found.speaks) == ("en", "same_group", ())


def test_a_language_that_nobody_has_set_beside_another() -> None:
    assert languages((), EN).band is None
    nobody = languages((Near("en", "same_group"),), [{"language": "en", "level": "none"}], "Cyrl")
    assert (nobody.band, nobody.nearest, nobody.new_script) == (None, None, None)
    assert languages((), EN, "Cyrl").new_script is True


def test_danger_is_the_highest_of_the_steps_and_open_where_one_is_not_told() -> None:
    def level(*dangers: Danger | None) -> Any:
        steps = tuple(
            Step(id=f"s{place}", title={"en": "s"}, folder="XA", file="f", line=1, danger=one,
                 who_learns=({"en": "the office"},))
            for place, one in enumerate(dangers)
        )  # fmt: skip
        made = atlas(route(ask("a", "sponsor"), steps=tuple(one.id for one in steps)), steps=steps)
        return compare(Law(made), case(sponsor=True), ON).rows[0].danger_way

    told = level(Danger(1, "xa.gossip", {"en": "seen"}), Danger(3))
    assert (bounds(told.level), told.facts) == ((3, 3, "of 4"), ("xa.gossip",))
    assert (told.texts, told.who_learns) == (({"en": "seen"},), ({"en": "the office"},))
    assert bounds(level(Danger(1), None).level) == (1, 4, "of 4")
    assert bounds(level().level) == (0, 4, "of 4")


RIGHTS = {
    "yes": Right("work", "yes"),
    "limited": Right("work", "limited", note="some"),
    "no": Right("work", "no"),
    "unknown": Right("work", "unknown"),
    "later": Right("work", "yes", valid=Span(ON.toordinal() + 9, ON.toordinal() + 9, None, None)),
}


@pytest.mark.parametrize(
    ("first", "second", "state", "status"),
    [
        (("yes",), (), "yes", "st.a"),
        (("limited",), ("yes",), "limited", "st.a"),
        (("no",), ("yes",), "yes", "st.b"),
        (("no",), ("no",), "no", None),
        (("no",), ("unknown",), "unknown", None),
        ((), (), "unknown", None),
        (("later",), (), "unknown", None),
    ],
)
def test_the_first_status_on_which_work_is_lawful(first: Any, second: Any, state: str, status: str) -> None:
    statuses = tuple(
        Status(id=f"st.{name}", title={"en": name}, folder="XA", file="f", line=1,
               rights=tuple(RIGHTS[one] for one in rights))
        for name, rights in (("a", first), ("b", second))
    )  # fmt: skip
    visa = route(ask("a", "sponsor"), name="visa", filed="outside", **gives("st.a"))
    permit = route(ask("b", "sponsor"), name="permit", kind="permit", **gives("st.b"), **after("st.a"))
    found = compare(Law(atlas(visa, permit, statuses=statuses)), case(sponsor=True), ON).rows[0]
    assert (found.weeks_to_work.state, found.weeks_to_work.status) == (state, status)
    assert (found.weeks_to_work.weeks is None) == (status is None)


def test_red_lines_and_marks() -> None:
    wishes = {
        "no_separation": {"en": "Together", "group": "red_line", "breaks": "left_out"},
        "no_asylum": {"en": "No asylum", "group": "red_line", "breaks": "protection"},
    }
    codes = {**invented().codes, "wishes": Codes(False, wishes)}
    asked = route(ask("a", "p.insured", "person", "person"), name="a", filed="outside")
    asylum = route(ask("b", "sponsor"), name="b", kind="protection")
    made = Law(atlas(asked, asylum, codes=codes))

    def read(line: str) -> Case:
        text = {
            "members": [parent(insured=True), parent("lark", insured=False)],
            "sponsor": True,
            "red_lines": [{"wish": line}],
            "marks": [{"what": "a", "mark": "keep"}, {"what": "b", "mark": "pocket", "until": "2027-05"}],
        }
        return loads(msgspec.json.encode(text).decode(), form_of(made.atlas))

    first = compare(made, read("no_separation"), ON).rows
    assert [(row.chain[0].route, row.red_lines) for row in first] == [("b", ()), ("a", ({"en": "Together"},))]
    second = compare(made, read("no_asylum"), ON).rows
    crossed = ({"en": "No asylum"},)
    assert [(row.chain[0].route, row.red_lines) for row in second] == [("a", ()), ("b", crossed)]
    marks = [(row.mark.mark, row.mark.until) for row in second if row.mark]
    assert marks == [("keep", None), ("pocket", "2027-05")]


def test_a_country_of_origin_has_ways_out_and_no_row() -> None:
    home = Country("XB", {"en": "Farland"}, "XB", "f", 1, origin=True)
    out = route(ask("a", "host"), name="out", kind="leaving", folder="XB", door=(door(),))
    made = Law(atlas(*invented().routes, out, countries=(*invented().countries, home)))
    found = compare(made, family(host=True), ON)
    assert [link.route for link in found.leaving] == ["out"]
    assert {one.country for one in found.rows} == {"XA"}


@pytest.mark.parametrize(("said", "old"), [("2025-11-20", ()), ("2025-11-19", ("xa.r.price",))])
def test_a_fact_last_spoken_of_a_year_before_is_named(said: str, old: tuple[str, ...]) -> None:
    read = date.fromisoformat(said).toordinal()
    asked = ask("a", "money('XXA') >= fact('xa.r.price')")
    priced = fact("xa.r.price", price(10, "XXA", as_of=(1, 1)), price(10, "XXA", as_of=(read, read)))
    found = compare(Law(atlas(route(asked), facts=(priced,))), family(), ON).basis
    assert found.decisive == 2
    assert [name for name in found.old if name == "xa.r.price"] == list(old)
    assert found.oldest == "0001-01-01"
