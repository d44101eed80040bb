"""Ways in are told in full, ways to stay on and closed ones in a line, and danger is never folded away."""

from __future__ import annotations

import re

import msgspec
import pytest

from tests.pages.fake import comparison
from vyrai.choose.model import Comparison
from vyrai.pages import notebook
from vyrai.words import Words


@pytest.fixture(scope="module")
def made() -> Comparison:
    return comparison()


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_ways_to_stay_on_stand_folded_under_their_country(made: Comparison) -> None:
    page = notebook(made, Words())
    once = re.search(r'<details class="once">.*?</ul></details>', page, re.DOTALL)
    assert once
    assert "Once there: 2 ways to stay on" in once[0]
    assert "Leave and come back, kind 1" in once[0]
    assert "Whether being dismissed counts as a threat" in once[0]
    assert "Leave and come back, kind 2" not in once[0]


def test_closed_ways_are_one_list_and_later_ones_a_name(made: Comparison) -> None:
    page = notebook(made, Words())
    shut = page[page.index('<section class="sec" id="closed"') : page.index('id="unknown"')]
    assert shut.count("A grandparent was a citizen of the place before the war") == 5
    assert "Leave and come back, kind 2" in shut
    assert "Nobody reads why" not in page
    assert "Closed today: 6 ways in" in words_of(shut)


def test_ways_out_with_the_same_answer_are_one_card(made: Comparison) -> None:
    leaving = re.search(r'<section class="sec" id="leaving".*?</section>', notebook(made, Words()), re.DOTALL)
    assert leaving
    assert "<h3>By road to Elmland, Firland and Gorseland</h3>" in leaving[0]
    assert leaving[0].count("Everybody has a paper to enter") == 1
    inside = leaving[0][leaving[0].index("What only works while you are inside") :]
    assert "A new passport" in inside
    assert "By air" not in inside
    assert "По дороге в Elmland, Firland и Gorseland" in notebook(made, Words("ru"))


def test_what_to_get_first_stands_at_the_way(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert "First get: Is lark insured? (the same for swift)" in said


def test_nothing_is_better_is_said_once(made: Comparison) -> None:
    once = "Nothing here is surely better than another on what is known."
    assert once not in notebook(made, Words())
    rows = tuple(msgspec.structs.replace(row, unbeaten=True) for row in made.rows if row.way == "perhaps")
    said = words_of(notebook(msgspec.structs.replace(made, rows=rows), Words()))
    assert said.count(once) == 1
    assert "Nothing here beats it" not in said


def test_a_question_names_the_ways_in_that_it_matters_for(made: Comparison) -> None:
    card = re.search(r'id="next">.*?</div>', notebook(made, Words()), re.DOTALL)
    assert card
    assert "Brookland: Visa-free stay, up to one year" in card[0]
    assert "Arrowland: Visa on grounds of conscience and Residence card" in card[0]


def test_a_sum_says_what_it_is_made_of(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert "you have 2,000 XXA; fees: up to 240 XXA; rent until you may work: 900 to 3,100 XXA" in said
    assert "rent: no figure was found; not in the sum:" in said
    assert "up to 1,340 XXA short or up to 1,100 XXA left" in said
    assert "fees: none was found" in said


def test_a_mark_stands_with_what_keeps_it_open(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert "kept open by: the visa; until 1 March 2027; stands as it is until 11 February 2027" in said


def test_danger_is_never_within_a_fold(made: Comparison) -> None:
    """The level, what makes it so, who learns the name; danger there and being sent back."""
    page, depth, seen = notebook(made, Words()), 0, ""
    for piece in re.split(r"(<details|</details>)", page):
        depth += {"<details": 1, "</details>": -1}.get(piece, 0)
        seen += piece if depth == 0 else ""
    for said in (
        "Going back closes for years.",
        "Who learns your name: the border guard.",
        "No abduction or",
    ):
        assert said in seen
    assert "The high court stopped two returns" in seen
    assert "Files are taken at two of nine offices, by appointment." in seen
