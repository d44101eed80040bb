"""Texts of the atlas in further languages: one file a language, laid over the texts by their English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from typing import Any

from vyrai.world._problems import Problem
from vyrai.world._reader import Node
from vyrai.world._shapes import LANGUAGE, Context, list_of, mapping, string

FOLDER, SECTION = "translations/", "translations"
_NESTED = (dict, list)


def _language(node: Node, ctx: Context) -> Any:
    value = string(node, ctx)
    if isinstance(value, str) and not LANGUAGE.fullmatch(value):
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


def lay_over(files: list[dict[str, Any]], texts: list[dict[str, Any]]) -> dict[str, str]:
    """Add what is translated to each text without its own; returns by language who has reviewed it."""
    tables = {file["language"]: {text["en"]: text["to"] for text in file["texts"]} for file in files}
    translated: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language, table in tables.items():
        for english, to in table.items():
            translated[english].append((language, to))
    for text in texts:
        for language, to in translated.get(text["en"], ()):
            text.setdefault(language, to)
    return {file["language"]: file["reviewed_by"] for file in files}


def problems(atlas: dict[str, Any], said: Set[str]) -> Iterator[Problem]:
    """A language in two files, a text in it twice; and, as a warning, what no text of the atlas says."""
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


def texts_of(whole: Any) -> list[dict[str, Any]]:
    """Every text of an atlas, or of a part of it, in no order."""
    texts: list[dict[str, Any]] = []
    left = [whole] if type(whole) in _NESTED else []
    while left:  # there are many thousands: a stack of our own costs a third of what recursion does
        piece = left.pop()
        if type(piece) is list:
            left += [below for below in piece if type(below) in _NESTED]
        elif type(piece.get("en")) is str:
            texts.append(piece)
        else:
            left += [below for below in piece.values() if type(below) in _NESTED]
    return texts
