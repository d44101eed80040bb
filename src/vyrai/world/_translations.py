"""Texts of the atlas in further languages: one file a language, laid over the texts by their English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem
from vyrai.world._reader import Node
from vyrai.world._shapes import Context, list_of, mapping, string

FOLDER = "translations/"
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})*")
_NESTED = (dict, list)


def _language(node: Node, ctx: Context) -> Any:
    value = string(node, ctx)
    if isinstance(value, str) and not _CODE.fullmatch(value):
        ctx.problem(
            node,
            f"`{value}` is not the code of a language",
            "Readers are shown the texts of their own language.",
            "Write its code by BCP 47, for example be.",
        )
    return value


def _text(node: Node, ctx: Context) -> Any:
    value = mapping({"en": string, "to": string}, {}, "a translation")(node, ctx)
    return value if value is None else {**value, "line": node.line}


FILE = mapping(
    {"language": _language, "reviewed_by": string, "texts": list_of(_text)}, {}, "a file of translations"
)


def lay_over(atlas: dict[str, Any]) -> dict[str, str]:
    """Add what is translated to every text without its own.

    Takes the translations out of the atlas. Returns by language who has reviewed it.
    """
    files = atlas.pop("translations")
    tables = {file["language"]: {text["en"]: text["to"] for text in file["texts"]} for file in files}
    for text in _texts(atlas):
        for language, table in tables.items():
            if language not in text and text["en"] in table:
                text[language] = table[text["en"]]
    return {file["language"]: file["reviewed_by"] for file in files}


def problems(atlas: dict[str, Any]) -> Iterator[Problem]:
    """A language in two files, a text in it twice; and, as a warning, texts that nothing says any more."""
    said = {text["en"] for text in _texts(atlas)}
    languages: dict[str, str] = {}
    for file in atlas["translations"]:
        name, language = file["file"], file["language"]
        if language in languages:
            yield Problem(
                name,
                1,
                f"the language `{language}` has two files",
                f"The other one is {languages[language]}; nobody could say which is meant.",
                "Put the texts of a language into one file.",
            )
        languages.setdefault(language, name)
        seen: set[str] = set()
        for text in file["texts"]:
            if text["en"] in seen:
                yield Problem(
                    name,
                    text["line"],
                    f"{text['en']!r} is translated twice",
                    "Only one of the two would be shown.",
                    "Keep the better one.",
                )
            elif text["en"] not in said:
                yield Problem(
                    name,
                    text["line"],
                    f"no text of the atlas says {text['en']!r}",
                    "The English was changed or taken out, so that the translation is shown nowhere.",
                    "Translate the text as it is now, or take this one out.",
                    False,
                )
            seen.add(text["en"])


def _texts(atlas: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every text of the atlas, in no order."""
    left: list[Any] = [part for name, part in atlas.items() if name != "translations"]
    while left:  # there are many thousands: a stack of our own costs a third of what recursion does
        piece = left.pop()
        if type(piece) is list:
            left += [below for below in piece if type(below) in _NESTED]
        elif isinstance(piece.get("en"), str):
            yield piece
        else:
            left += [below for below in piece.values() if type(below) in _NESTED]
