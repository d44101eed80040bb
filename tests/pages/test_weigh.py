"""The screen of ways of weighing: words and bands, by the alphabet, with what is unknown in sight."""

from __future__ import annotations

import re
from functools import cache

import msgspec
import pytest

from tests.choose.real import law
from tests.pages.fake import comparison
from vyrai.choose.weigh import CRITERIA, weigh
from vyrai.choose.weigh_model import Share, Weighing
from vyrai.pages import Choice, Frame, asset, weighed
from vyrai.pages._weigh import bar
from vyrai.words import Words

MADE = comparison()


@cache
def counted(*matters: str) -> Weighing:
    return weigh(MADE, matters)


def page(weighing: Weighing, choice: Choice | None = None, lang: str = "en") -> str:
    frame = Frame("app", lang, "weigh", asset(".css"), None, True)
    return weighed(frame, Words(lang), law().atlas, weighing, choice or Choice())


def main(html: str) -> str:
    """What is read on the screen, without navigation and pictures."""
    found = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<svg.*?</svg>|<[^>]+>", " ", found[0], flags=re.DOTALL))


def test_it_says_at_once_that_it_is_no_ranking_and_no_chance() -> None:
    said = main(page(counted()))
    assert said.index("no ranking, no advice and no chance of success") < said.index("Arrowland")


@pytest.mark.parametrize(("lang", "names"), [("en", "ABCD"), ("ru", "КРСD")])
def test_places_stand_by_the_alphabet_of_the_language(lang: str, names: str) -> None:
    rows = re.findall(r"role=rowheader.*?<b>(.*?)</b>", page(counted(), lang=lang), re.DOTALL)
    # A name that nobody has put into Russian stands behind those that somebody has.
    assert "".join(name[0] for name in rows) == names
    assert {"Arrowland", "Стрелия"} & set(rows)


def test_no_share_is_said_in_figures() -> None:
    said = main(page(counted()))
    assert "%" not in said
    for place in counted().places:
        for share in (place.first, place.surely, place.at_most, place.among_three):
            if 0 < share.share < 1:
                assert f"{share.share}"[1:4] not in said


def test_each_place_says_how_often_and_how_far_that_hangs_on_the_unknown() -> None:
    html = page(counted())
    rows = re.findall(r'<tr role="row"><th role=rowheader.*?</tr>', html, re.DOTALL)
    for place, row in zip(counted().places, rows, strict=True):
        words = Words("en")
        said = main(f"<main>{row}</main>")
        assert place.title["en"] in said
        assert f"Comes first: {words.share(place.first.bands)}" in said
        assert (
            f"at worst {words.share(place.surely.bands)}, at best {words.share(place.at_most.bands)}" in said
        )
        unknown = [one.criterion for one in place.readings if one.known == "unknown"]
        assert words.briefly(unknown) in said


def test_what_went_in_and_what_did_not_is_named() -> None:
    said = main(page(counted()))
    words = Words("en")
    for name in (*CRITERIA, *counted().in_words_only):
        assert words.criterion(name) in said


def test_a_country_that_is_left_out_stands_there_with_the_reason() -> None:
    rows = [msgspec.structs.replace(row, way="closed") if row.country == "XB" else row for row in MADE.rows]
    said = main(page(weigh(msgspec.structs.replace(MADE, rows=tuple(rows)))))
    assert "Closed today: Brookland." in said


def test_with_no_place_there_is_no_table() -> None:
    rows = [msgspec.structs.replace(row, way="closed") for row in MADE.rows]
    html = page(weigh(msgspec.structs.replace(MADE, rows=tuple(rows))))
    assert "There is no place that could be weighed." in html
    assert "<table" not in html
    assert "<form" not in html


def test_one_place_alone_is_not_praised() -> None:
    alone = tuple(row for row in MADE.rows if row.country == "XB")
    html = page(weigh(msgspec.structs.replace(MADE, rows=alone)))
    assert "There is one place only" in html


def test_what_was_ticked_stays_ticked_and_is_said() -> None:
    html = page(counted("money", "language"), Choice(("money", "language"), False, ("safety",)))
    assert re.findall(r'value="(\w+)" checked', html) == ["money", "language"]
    assert "little money for fees, and for rent until work is lawful; a language that you know" in main(html)
    assert 'href="weigh?m=safety"' in html


def test_more_than_three_ticks_are_refused_in_words() -> None:
    html = page(counted(), Choice(CRITERIA[:4], True))
    assert 'role="alert"' in html
    assert re.findall(r'value="(\w+)" checked', html) == list(CRITERIA[:4])
    assert "All ways of weighing are counted" in html


def share(part: float, *bands: str) -> Share:
    return msgspec.convert({"share": part, "bands": bands}, Share)


def test_a_bar_is_solid_then_hatched_then_dotted() -> None:
    pieces = bar(share(0.2, "some"), share(0.5, "half"), share(1, "nearly"))
    assert [one.kind for one in pieces] == ["sure", "maybe", "unk"]
    assert [float(one.x) for one in pieces] == [0, 30, 50]
    assert sum(float(one.width) for one in pieces) == pytest.approx(96)


def test_a_bar_shows_a_band_and_not_a_share() -> None:
    assert bar(share(0, "hardly"), share(0.16, "some"), share(0.9, "nearly")) == bar(
        share(0, "hardly"), share(0.38, "some"), share(0.99, "nearly")
    )


def test_what_can_never_come_first_has_no_bar() -> None:
    assert bar(share(0, "hardly"), share(0, "none"), share(0, "none")) == ()


def test_what_is_known_has_no_hatching() -> None:
    assert [one.kind for one in bar(share(1, "nearly"), share(1, "nearly"), share(1, "nearly"))] == ["sure"]
