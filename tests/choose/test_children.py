"""Three invented children with different needs before the real atlas: each has its own answers everywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.choose.real import law
from tests.law.made import ON
from vyrai.choose import Belongs, belongs, form_of, leading
from vyrai.family import load

ROOT = Path(__file__).parents[2]
CHILDREN = {"paediatrician": "Swift", "welder": "Plover", "teacher": "Wagtail"}
LANDS = tuple(
    one.id for one in law().atlas.countries if leading(law(), one.id) and law().atlas.provisions_of(one.id)
)


@cache
def found(family: str, country: str) -> Belongs:
    case = load(ROOT / f"examples/{family}-2026.yaml", form_of(law().atlas))
    return belongs(law(), case, country, ON)


def test_ten_countries_have_said_what_they_offer() -> None:
    assert len(LANDS) >= 9


@pytest.mark.dear
@pytest.mark.parametrize("country", LANDS)
def test_each_child_has_an_answer_of_its_own(country: str) -> None:
    told = {}
    for family, name in CHILDREN.items():
        belonging = found(family, country).belonging
        mine = [one for one in belonging.supports if one.member == name]
        assert mine, "there is something to say"
        assert [one for one in belonging.life if one.member == name][-1].age == 24
        told[name] = tuple((one.provision, one.state, one.due, one.cause) for one in mine)
    assert len(set(told.values())) == len(CHILDREN)


@pytest.mark.dear
@pytest.mark.parametrize("country", LANDS)
@pytest.mark.parametrize("family", CHILDREN)
def test_every_need_is_served_or_its_gap_is_stated(family: str, country: str) -> None:
    """No need is passed over: something serves it, or it says that nobody has written anything down."""
    answer = found(family, country)
    name = CHILDREN[family]
    mine = [one for one in answer.belonging.supports if one.member == name]
    served = {need for one in mine for need in one.serves}
    gaps = {one.need for one in answer.belonging.gaps if one.member == name}
    asked = {
        "Swift": {"speaking", "changes"},
        "Plover": {"hearing", "sign_language"},
        "Wagtail": {"medicine"},
    }
    assert asked[name] <= served | gaps
