"""The face of a source: the law with its article, the day of reading, never more than there is room for."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.pages.invented import Facts
from vyrai.choose.model import SourceOn
from vyrai.pages._face import LAW, LONGEST, ROOM, Face, face
from vyrai.words import LANGUAGES, Words


def claim(**change: Any) -> SourceOn:
    facts = Facts()
    facts("xa.a", as_of="2026-08-19", old=False, publisher="Gazette of Laws", kind="media")
    return msgspec.structs.replace(facts.made["xa.a"][0], **change)


def shown(beside: str = "law", further: int = 0, lang: str = "en", **change: Any) -> Face:
    return face(Words(lang), claim(**change), beside, further)


def test_a_law_is_named_by_its_article_in_place_of_who_prints_it() -> None:
    found = shown(kind="law", act="Law on guests", article="7(1)", read="2026-11-25")
    assert found == Face("Law on guests, art. 7(1)", "19 August 2026", read="")
    assert shown(kind="law").name == "Gazette of Laws"


def test_others_who_write_of_a_law_keep_their_name() -> None:
    found = shown("NGO", publisher="Nest", act="Law 5", article="annex, line 2", as_of="2026")
    assert found == Face("Nest", "2026", "Law 5, annex, line 2")


def test_the_month_in_which_it_was_read_stands_there_if_there_is_room() -> None:
    assert shown(read="2026-11-25").read == "read 2026-11"
    assert shown(read="2026-11-25", further=4).read == ""
    assert shown().read == ""


def test_a_source_without_a_date_says_when_it_was_read() -> None:
    assert shown(as_of_unknown=True, read="2026-11-25")[1:] == ("read 19 August 2026", "", "")
    assert shown(as_of_unknown=True).date == "read 19 August 2026"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["law", "media"])
@pytest.mark.parametrize("beside", ["law", "international · over a year old · 2 other sources"])
@pytest.mark.parametrize("further", [0, 2, 9])
def test_what_is_added_never_fills_more_than_there_is_room_for(
    lang: str, kind: str, beside: str, further: int
) -> None:
    act = "Order of the Cabinet of the Nests of 19 September 2023 on the crossing of the river"
    plain = shown(beside, further, lang, kind=kind)
    full = shown(
        beside, further, lang, kind=kind, act=act, article="30(1) sentence 1 no. 3 g", read="2026-11"
    )
    assert len(full.name) <= max(LAW, LONGEST) + 1
    if full.about or full.read:
        assert len(" · ".join(filter(None, (beside, *full)))) <= ROOM + 3
    else:
        assert full.date == plain.date
