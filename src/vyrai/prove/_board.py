"""The board of first words: what a child who does not speak says most, in two languages, to point at.

Every child has the same words in the same places, so that a finger finds them again. No word of the family is
on it: a board goes into other people's programs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vyrai.family import Form
from vyrai.prove._drawn import SIZE, data_uri, drawing
from vyrai.prove._obz import FORMAT, Boards, package
from vyrai.prove._told import words_of

COLUMNS = 3
_WHITE, _GREY = "rgb(255, 255, 255)", "rgb(65, 81, 95)"
_OPEN, _OTHER = "open", "other"
"""Ids of the buttons that lead to the child's own board, and to the board in the other language."""


def meanings(form: Form) -> dict[str, Mapping[str, str]]:
    """What can be said, by code, with its words by language."""
    listed = form.codes[form.field("saying.means").codes or ""]
    return {code: words_of(data) for code, data in listed.items()}


def first_words(
    form: Form,
    languages: Sequence[str],
    names: Mapping[str, str],
    own: tuple[str, str] | None = None,
    own_names: Mapping[str, str] | None = None,
) -> Boards:
    """A board in each language, the first of them first; each leads to the next.

    names: by language what the board is called. own, own_names: id and path of the board that the child had
    before, and what the button to it is called by language.
    """
    said = meanings(form)
    texts = {
        lang: {code: texts.get(lang) or texts["en"] for code, texts in said.items()} for lang in languages
    }
    boards = {}
    for place, lang in enumerate(languages):
        following = languages[(place + 1) % len(languages)]
        board = _board(lang, names, texts)
        if following != lang:
            path = f"boards/{_id(following)}.obf"
            _lead(board, _OTHER, names[following], {"id": _id(following), "path": path})
        if own is not None and own_names is not None:
            _lead(board, _OPEN, own_names[lang], {"id": own[0], "path": own[1]})
        _fill(board)
        boards[_id(lang)] = board
    return package(boards, _id(languages[0]))


def _id(lang: str) -> str:
    return f"first-words-{lang}"


def _board(lang: str, names: Mapping[str, str], texts: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    pictures = {code: drawing(code) for code in texts[lang]}
    return {
        "format": FORMAT,
        "id": _id(lang),
        "locale": lang,
        "name": names[lang],
        "description_html": names[lang],
        "license": {"type": "public domain"},
        "buttons": [
            {
                "id": code,
                "label": text,
                "vocalization": text,
                **({"image_id": f"picture-{code}"} if pictures[code] else {}),
                "background_color": _WHITE,
                "border_color": _GREY,
            }
            for code, text in texts[lang].items()
        ],
        "images": [
            {
                "id": f"picture-{code}",
                "width": SIZE,
                "height": SIZE,
                "content_type": "image/svg+xml",
                "data": data_uri(picture),
            }
            for code, picture in pictures.items()
            if picture
        ],
        "sounds": [],
        "strings": {
            other: {text: theirs[code] for code, text in texts[lang].items()} | {names[lang]: names[other]}
            for other, theirs in texts.items()
        },
    }


def _lead(board: dict[str, Any], name: str, label: str, to: Mapping[str, str]) -> None:
    """A button that opens another board."""
    board["buttons"].append(
        {
            "id": name,
            "label": label,
            "background_color": _WHITE,
            "border_color": _GREY,
            "load_board": dict(to),
        }
    )


def _fill(board: dict[str, Any]) -> None:
    """Put the buttons into rows, in their order."""
    ids = [button["id"] for button in board["buttons"]]
    rows = -(-len(ids) // COLUMNS)
    padded: list[str | None] = [*ids, *[None] * (rows * COLUMNS - len(ids))]
    order = [padded[row * COLUMNS : (row + 1) * COLUMNS] for row in range(rows)]
    board["grid"] = {"rows": rows, "columns": COLUMNS, "order": order}
