"""The first screen never says more than sixty words."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.fake import comparison
from tests.pages.invented import text
from vyrai.pages import notebook
from vyrai.pages._glance import cut
from vyrai.words import Words

MADE = comparison()
assert MADE.next
assert MADE.first
NEXT, FIRST = MADE.next, MADE.first


def first_screen(page: str) -> list[str]:
    section = re.search(r'<section id="first".*?</section>', page, re.DOTALL)
    assert section
    return re.sub(r"<[^>]+>", " ", section[0]).split()


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize(("long", "places"), [(1, 1), (9, 3), (40, 12)])
def test_at_most_sixty_words(lang: str, long: int, places: int) -> None:
    rows = []
    for number in range(places * 3):
        name = text(" ".join(["Far", "Land"] * (1 + number % 4)) + f" {number}")
        way = ("open", "perhaps", "closed")[number * 3 // (places * 3)]
        rows.append(msgspec.structs.replace(MADE.rows[0], country=f"X{number}", title=name, way=way))
    many = msgspec.structs.replace(
        MADE,
        rows=tuple(rows),
        next=msgspec.structs.replace(NEXT, text=text("why " * long)),
        first=msgspec.structs.replace(FIRST, title=text("do " * long), danger=4),
    )
    assert len(first_screen(notebook(many, Words(lang)))) <= 60


@given(st.lists(st.text("abc", min_size=1), min_size=1), st.integers(1, 30))
def test_a_cut_text_is_a_beginning(words: list[str], most: int) -> None:
    short = cut(" ".join(words), most)
    assert short == " ".join(words) or (short.endswith(" …") and len(short.split()) == most + 1)


def test_what_is_cut_stands_in_full_further_down() -> None:
    long = text("Is there " + "really " * 30 + "nobody?")
    page = notebook(msgspec.structs.replace(MADE, next=msgspec.structs.replace(NEXT, text=long)), Words())
    assert long["en"] not in re.sub(r'<div class="card" id="next">.*', "", page, flags=re.DOTALL)
    assert long["en"] in page


def test_it_says_when_nothing_is_open_for_sure() -> None:
    rows = tuple(row for row in MADE.rows if row.way != "open")
    assert "none for sure" in " ".join(
        first_screen(notebook(msgspec.structs.replace(MADE, rows=rows), Words()))
    )
