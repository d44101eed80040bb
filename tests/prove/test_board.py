"""The board of first words: as other programs want it, in two languages, the same for every child."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.family.form import read_form
from vyrai.family import Form
from vyrai.prove import DRAWN, Boards, drawing, first_words, meanings, package, read, write

NAMES = {"en": "First words", "ru": "Первые слова"}
FORM = read_form()


def board(boards: Boards, lang: str) -> dict[str, Any]:
    return boards.board(f"boards/first-words-{lang}.obf")


def test_every_meaning_is_drawn_and_every_drawing_is_whole() -> None:
    assert set(DRAWN) == set(meanings(FORM))
    for meaning in DRAWN:
        ET.fromstring(drawing(meaning) or "")
    assert drawing("elsewhere") is None


def test_it_is_as_the_format_wants_it() -> None:
    """What the validator of the format's makers refuses, by its rules."""
    boards = read(write(first_words(FORM, ("en", "ru"), NAMES)))
    assert boards.manifest["format"] == "open-board-0.1"
    assert set(boards.files) == {"manifest.json", *boards.paths.values()}
    for name, path in boards.paths.items():
        one = boards.board(path)
        assert (one["id"], one["format"]) == (name, "open-board-0.1")
        assert path.startswith("boards/")
        ids = [button["id"] for button in one["buttons"]]
        grid = one["grid"]
        assert len(ids) == len(set(ids))
        assert [cell for row in grid["order"] for cell in row if cell is not None] == ids
        assert (len(grid["order"]), {len(row) for row in grid["order"]}) == (grid["rows"], {grid["columns"]})
        images = {image["id"]: image for image in one["images"]}
        for button in one["buttons"]:
            assert button["label"]
            assert re.fullmatch(r"rgb\(\d+, \d+, \d+\)", button["background_color"])
            assert "load_board" in button or button["image_id"] in images
        for image in images.values():
            assert (type(image["width"]), type(image["height"])) == (int, int)
            head, _, data = image["data"].partition(",")
            assert head == "data:image/svg+xml;base64"
            assert b64decode(data).startswith(b"<svg ")
        assert one["sounds"] == []


def test_each_language_leads_to_the_other_with_the_same_words_in_the_same_places() -> None:
    boards = first_words(FORM, ("ru", "en"), NAMES)
    ru, en = board(boards, "ru"), board(boards, "en")
    assert boards.root == "boards/first-words-ru.obf"
    assert ru["grid"] == en["grid"]
    assert (ru["locale"], ru["name"]) == ("ru", "Первые слова")
    leads = [one for one in ru["buttons"] if "load_board" in one]
    assert [one["load_board"]["path"] for one in leads] == ["boards/first-words-en.obf"]
    for one in ru["buttons"]:
        if "load_board" not in one:
            english = next(of["label"] for of in en["buttons"] if of["id"] == one["id"])
            assert ru["strings"]["en"][one["label"]] == english
            assert ru["strings"]["ru"][one["label"]] == one["label"] == one["vocalization"]


def test_one_language_leads_nowhere() -> None:
    boards = first_words(FORM, ("en",), NAMES)
    assert list(boards.paths) == ["first-words-en"]
    assert not [one for one in board(boards, "en")["buttons"] if "load_board" in one]


def test_the_board_that_the_child_had_is_one_press_away() -> None:
    own = {"en": "My own board"}
    boards = first_words(FORM, ("en",), NAMES, ("mine", "b/mine.obf"), own)
    last = board(boards, "en")["buttons"][-1]
    assert (last["label"], last["load_board"]) == ("My own board", {"id": "mine", "path": "b/mine.obf"})


def test_a_meaning_without_a_drawing_has_a_button_all_the_same() -> None:
    codes = {**FORM.codes, "meanings": {"more": {"en": "More"}}}
    form = Form(FORM.entities, codes, FORM.ordered)
    one = board(first_words(form, ("en", "ru"), NAMES), "ru")
    assert [button["label"] for button in one["buttons"]] == ["More", "First words"]
    assert (one["images"], "image_id" in one["buttons"][0]) == ([], False)


@pytest.mark.parametrize("root", ["a", "b"])
def test_a_package_begins_where_it_is_told(root: str) -> None:
    made = package({name: {"format": "open-board-0.1", "id": name} for name in "ab"}, root)
    assert made.root == f"boards/{root}.obf"


def test_the_same_boards_are_the_same_bytes() -> None:
    first, second = (write(first_words(FORM, ("en", "ru"), NAMES)) for _ in range(2))
    assert first == second
