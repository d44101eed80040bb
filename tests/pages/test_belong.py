"""What opens for whom as a page of its own: by a way with all ways beside it, and where the family lives."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.belong import made
from tests.belong.made import WREN, differs
from tests.choose.real import law
from tests.choose.test_around import EAST
from tests.choose.test_around import country as land
from tests.law.made import ON, parent
from tests.law.made import case as family
from vyrai.choose import abreast, around, belongs, form_of, leading
from vyrai.family import load
from vyrai.pages import opens_alone
from vyrai.words import Words

ROOT = Path(__file__).parents[2]
LANDS = [one.id for one in law().atlas.countries if law().atlas.provisions_of(one.id)]


@pytest.mark.dear
@pytest.mark.parametrize("country", LANDS)
def test_every_country_that_says_what_it_offers_has_a_page(country: str) -> None:
    case = load(ROOT / "examples/teacher-2026.yaml", form_of(law().atlas))
    beside = abreast(law(), case, country, ON) if leading(law(), country) else None
    html = opens_alone(Words("en"), belongs(law(), case, country, ON), beside)
    said = re.sub(r"<style.*?</style>|<[^>]*>", "", html, flags=re.DOTALL)
    assert "what opens for whom" in said
    assert "Wagtail" in said
    assert ("what a departure would end" in said) == (beside is None)
    assert ("The ways side by side" in said) == (beside is not None)
    assert "None" not in said.split()


def test_a_refusal_is_met_with_how_long_there_is_and_to_whom() -> None:
    case = load(ROOT / "examples/paediatrician-2026.yaml", form_of(law().atlas))
    html = opens_alone(Words("en"), belongs(law(), case, "PL", date(2026, 11, 26)), None)
    listed = html.partition('id="appeals"')[2].partition("</section>")[0]
    first, statement = listed.partition("Statement of need for special education")[::2]
    assert "object within 3 days" in first, "the shortest time first"
    assert (
        "object within 14 days from the day the decision reached you, to: the education superintendent"
        in (statement)
    )
    assert listed.rstrip().count("nobody found how long one may object, or to whom") == 1


PLACED = [one.id for one in law().atlas.countries if law().atlas.places_of(one.id)]


@pytest.mark.dear
@pytest.mark.parametrize("country", PLACED)
def test_places_stand_side_by_side_with_bars_and_the_same_as_a_table(country: str) -> None:
    case = load(ROOT / "examples/paediatrician-2026.yaml", form_of(law().atlas))
    asked = law(), case, country, ON
    html = opens_alone(Words("en"), belongs(*asked), None, around(*asked))
    part = html.split('id="places"')[1].split('id="sources"')[0]
    said = re.sub(r"<[^>]*>", "", part)
    for place in law().atlas.places_of(country):
        assert place.title["en"] in said
    rows, bars = part.count('<th scope="row">'), part.count('<svg class="rng"')
    assert bars == 2 * rows, "each row of a table has its two bars"
    assert "None" not in said.split()


@pytest.mark.dear
def test_places_on_all_ways_name_the_ways() -> None:
    case = load(ROOT / "examples/paediatrician-2026.yaml", form_of(law().atlas))
    asked = law(), case, PLACED[-2], ON
    found = around(*asked, ways=True)
    html = opens_alone(Words("en"), belongs(*asked), None, found)
    part = html.split('id="places"')[1]
    assert "By this way" not in part
    assert ("closed today" in part) == any(way.way == "closed" for one in found.groups for way in one.ways)


@pytest.mark.parametrize(
    "told",
    [
        made.place("told", note={"en": "By the sea."}),
        made.place("told", differs("place", note="By the sea.")),
    ],
)
def test_a_place_of_which_there_is_only_a_note_is_not_called_unknown(told: Any) -> None:
    of, case = land(EAST, told), family(parent(), WREN)
    html = opens_alone(Words("en"), belongs(of, case, "XA", ON), None, around(of, case, "XA", ON))
    beside = html.split("<summary>told</summary>")[1].split("</details>")[0]
    assert "By the sea." in beside
    assert "unknown" not in beside
