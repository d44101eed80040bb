"""Places that nobody has modelled: every member needs a passport that admits, and unknown stays unknown."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec

from tests.law.made import ON, atlas
from tests.world.invented import invented
from vyrai.choose import compare, form_of
from vyrai.choose.model import Elsewhere
from vyrai.family import Case, loads
from vyrai.law import Law
from vyrai.world import Seen

FIRST, LAST = date(2024, 1, 1).toordinal(), date(2025, 1, 1).toordinal()
AFTER = ON
ROWS = {
    "XP": {
        "XF": "90",
        "XG": "visa on arrival",
        "XH": "visa required",
        "XI": "eta",
        "XJ": "visa free",
        "XQ": "30",
    },
    "XQ": {"XF": "30", "XG": "e-visa", "XH": "90", "XI": "90", "XJ": "visa free", "XA": "90", "XP": "Permit"},
}


def law(**keys: Any) -> Law:
    table = invented().passports
    assert table is not None
    seen = {
        passport: {place: (Seen(word, FIRST, LAST),) for place, word in of.items()}
        for passport, of in ROWS.items()
    }
    made = msgspec.structs.replace(table, days=(FIRST, LAST), seen=seen, **keys)
    codes = dict(invented().codes)
    named = {code: {"en": f"Land {code}", "since": 1} for code in ("XF", "XG", "XH", "XI", "XJ", "XP", "XQ")}
    countries = codes["countries"]
    codes["countries"] = msgspec.structs.replace(countries, codes={**countries.codes, **named})
    raw = msgspec.Raw(msgspec.json.encode(made))
    return Law(msgspec.structs.replace(atlas(), codes=codes, raw_passports=raw))


def case(*members: dict[str, Any]) -> Case:
    return loads(json.dumps({"members": members}), form_of(law().atlas), "case")


def who(*passports: str, alias: str = "stork", **keys: Any) -> dict[str, Any]:
    items = [{"country": one, "document": "passport", **keys} for one in passports]
    return {"alias": alias, "role": "adult", "citizenships": {"complete": True, "items": items}}


def found(
    *members: dict[str, Any], on: date = AFTER, known: date | None = None, of: Law | None = None
) -> Elsewhere:
    result = compare(of or law(), case(*members), on, known, everywhere=True).elsewhere
    assert isinstance(result, Elsewhere)
    return result


def asked(result: Elsewhere) -> dict[str, tuple[str, int | None]]:
    return {place.country: (place.asks, place.days) for place in result.places}


def test_it_is_said_only_if_asked_for() -> None:
    plain = compare(law(), case(who("XP")), AFTER)
    assert plain.elsewhere is msgspec.UNSET
    assert b"elsewhere" not in msgspec.json.encode(plain)
    without = Law(msgspec.structs.replace(invented(), raw_passports=msgspec.Raw(b"null")))
    assert compare(without, case(who("XA")), AFTER, everywhere=True).elsewhere is msgspec.UNSET


def test_one_passport() -> None:
    result = found(who("XP"))
    assert asked(result) == {
        "XF": ("visa_free", 90),
        "XG": ("on_arrival", None),
        "XI": ("eta", None),
        "XJ": ("visa_free", None),
        "XQ": ("visa_free", 30),
    }
    assert (result.checked, result.last_seen) == (False, "2025-01-01")
    first = result.places[0]
    assert first.title == {"en": "Land XF"}
    assert [(one.member, one.passport, one.requirement) for one in first.by] == [("stork", "XP", "90")]
    assert (first.by[0].first_seen, first.by[0].last_seen) == ("2024-01-01", "2025-01-01")


def test_everybody_has_to_be_let_in_and_the_most_that_is_asked_counts() -> None:
    """XA is modelled; XH is shut to the one; each is at home in a place that asks nothing of the other."""
    assert asked(found(who("XP"), who("XQ", alias="lark"))) == {
        "XF": ("visa_free", 30),
        "XG": ("e_visa", None),
        "XI": ("eta", None),
        "XJ": ("visa_free", None),
        "XQ": ("visa_free", 30),
    }


def test_the_best_of_two_passports() -> None:
    result = found(who("XP", "XQ"))
    assert asked(result) == {
        "XF": ("visa_free", 90),
        "XG": ("on_arrival", None),
        "XH": ("visa_free", 90),
        "XI": ("visa_free", 90),
        "XJ": ("visa_free", None),
    }


def test_a_citizen_comes_home() -> None:
    place = next(one for one in found(who("XP"), who("XQ", alias="lark")).places if one.country == "XQ")
    assert [(one.passport, one.way, one.requirement) for one in place.by] == [
        ("XP", "visa_free", "30"),
        ("XQ", "citizen", None),
    ]


def test_a_member_without_a_known_passport_makes_it_unknown() -> None:
    asked_nothing = {"alias": "lark", "role": "child"}
    no_country = {"alias": "wren", "role": "child", "citizenships": [{"document": "passport"}]}
    no_paper = {"alias": "kite", "role": "child", "citizenships": [{"country": "XP"}]}
    result = found(who("XP"), asked_nothing, no_country, no_paper)
    assert (result.places, result.unknown, result.without) == ((), ("lark", "wren", "kite"), ())


def test_a_member_without_a_passport() -> None:
    card = who("XP", alias="lark")
    card["citizenships"]["items"][0]["document"] = "id_card"
    result = found(who("XP"), card, who("XP", alias="wren", expires="2026-11-19"))
    assert (result.places, result.unknown, result.without) == ((), (), ("lark", "wren"))
    assert found(who("XP", expires="2026-11")).places
    assert found(who("XP", expires="2026-11-20")).places


def test_an_open_list_is_enough_if_one_passport_admits() -> None:
    half = {"alias": "stork", "role": "adult", "citizenships": [{"country": "XP", "document": "passport"}]}
    assert "XF" in asked(found(half))


def test_between_and_before_the_snapshots_nothing_is_said() -> None:
    assert found(who("XP"), on=date(2023, 12, 31)).places == ()
    on_that_day = found(who("XP"), on=date(2024, 6, 1))
    assert on_that_day.last_seen is None
    assert on_that_day.places
    gap = law()
    table = gap.atlas.passports
    assert table is not None
    late = (Seen("90", FIRST, FIRST + 5), Seen("30", LAST - 5, LAST))
    seen = msgspec.structs.replace(
        table, days=(FIRST, FIRST + 5, LAST - 5, LAST), seen={"XP": {"XF": late, "XG": late[:1]}}
    )
    raw = msgspec.Raw(msgspec.json.encode(seen))
    made = Law(msgspec.structs.replace(gap.atlas, raw_passports=raw))
    assert found(who("XP"), on=date(2024, 6, 1), of=made).places == ()
    # A value that the last snapshot of all no longer showed is not carried on.
    assert asked(found(who("XP"), of=made)) == {"XF": ("visa_free", 30)}


def test_only_what_was_known_on_a_day() -> None:
    result = found(who("XP"), known=date(2024, 6, 1))
    assert result.last_seen == "2024-01-01"
    assert "XF" in asked(result)
    nothing = found(who("XP"), known=date(2020, 1, 1))
    assert (nothing.last_seen, nothing.places) == (None, ())
