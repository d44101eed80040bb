"""Papers and how to get them: what each takes, what nobody knows of it, and that its route leads to it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from vyrai.pages import site
from vyrai.pages._recipes import Recipes
from vyrai.world import Atlas, load_atlas

ROOT = Path(__file__).parents[2]
UNWRITTEN = "nobody has written it down"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    atlas = load_atlas(ROOT / "tests/invented_atlas")
    return {file.path: file.text for file in site(atlas, date(2026, 11, 20), ("en",))}


@pytest.fixture(scope="module")
def real() -> Atlas:
    return load_atlas(ROOT / "atlas")


def recipe(files: dict[str, str], place: str, name: str) -> str:
    """What a page says of a paper, without its markup."""
    found = re.search(
        rf'<article class="fact" id="{re.escape(name)}">(.*?)</article>', files[place], re.DOTALL
    )
    assert found
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).split())


def test_a_status_tells_what_asking_for_it_takes(files: dict[str, str]) -> None:
    said = recipe(files, "en/recipes/XA.html", "xa.guest")
    for words in (
        "The office calls it: gosto",
        "Valid for 1 year",
        "Ask for the guest visa",
        "Time by law ≤ 60 days",
        "Time as observed 2–4 months",
        "Fee for the guest visa: 10 XXA a person / 12 XXA a person",
        "The one who applies must come in person.",
        "Where: Any consulate.",
        "Papers: Passport",
        "Granted . Gives: Guest of Xanadu",
        "Refused : Ask again after a month.",
        "Who learns your name: nobody has written it down.",
        "Ways with this step 1 Guest visa narrow Xanadu Fees of the whole way: Fee for the guest visa:",
        "Ways that ask for it 2 Settling",
    ):
        assert words in said


def test_a_paper_tells_who_learns_its_danger_and_what_nobody_wrote_down(files: dict[str, str]) -> None:
    said = recipe(files, "en/recipes/XA.html", "diploma-stamped")
    for words in (
        "Given by: The ministry at home",
        "To be had again: At home only; you; only in person",
        f"Time as observed {UNWRITTEN}",
        f"Fee {UNWRITTEN}",
        "The ministry sees who asks.",
        "Who learns your name: the ministry.",
        "Nobody has to come in person.",
        f"Where: {UNWRITTEN}.",
        f"Which papers are asked for at this step: {UNWRITTEN}.",
    ):
        assert words in said


def test_a_paper_without_a_step_is_told_as_unknown(files: dict[str, str]) -> None:
    said = recipe(files, "en/recipes/all.html", "passport")
    assert "unknown : nobody has written down how to get it first" in said
    assert f"How long it serves: {UNWRITTEN}." in said
    assert "Passport</a> <small>no step written down" in files["en/recipes.html"]


def test_the_step_of_a_route_leads_to_how_its_papers_are_had_and_back(files: dict[str, str]) -> None:
    visa, practise = files["en/route/xa.guest-visa.html"], files["en/route/xa.practise.html"]
    assert 'Papers: <a href="../recipes/all.html#passport">' in " ".join(visa.split())
    assert 'Gives: <a href="../recipes/XA.html#xa.guest">' in " ".join(visa.split())
    assert 'href="../recipes/XA.html#diploma-stamped"' in practise
    assert "The fees of the whole way stand apart." in practise
    page = files["en/recipes/XA.html"]
    assert 'href="../route/xa.guest-visa.html#xa.ask-for-visa"' in page
    assert 'id="xa.ask-for-visa"' in visa
    assert 'href="../recipes/XA.html#xa.guest"' in files["en/country/XA.html"]
    facts = "".join(text for path, text in files.items() if path.startswith("en/facts/"))
    assert '<a href="../recipes/XA.html">Diploma with a stamp</a>' in facts


def test_what_many_countries_share_stands_with_the_one_whose_law_it_is(real: Atlas) -> None:
    recipes = Recipes(real)
    passport = recipes.near("passport")
    assert passport
    assert {real.fact(name).folder for name in real.step("get-passport").costs} == {passport}
    assert recipes.near("sworn-translation") == "all"


def test_every_paper_and_every_status_that_a_step_gives_has_a_recipe(real: Atlas) -> None:
    told = [one for listed in Recipes(real).by_place.values() for one in listed]
    given = {name for step in real.steps for name in step.yields}
    given |= {name for step in real.steps for end in step.outcomes.values() for name in end.yields}
    assert {one.paper.id for one in told} == given | {one.id for one in real.documents}
    for one in told:
        assert bool(one.giving) == (one.paper.id in given)
