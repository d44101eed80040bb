"""Small readers that turn a Node into plain JSON values and note what is wrong with it.

A shape is a function (node, ctx) -> value. It never raises: after a problem it returns None, and the file
is refused at the end with everything that is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from vyrai.world._dates import interval
from vyrai.world._problems import Problem, nearest
from vyrai.world._reader import Node

Shape = Callable[[Node, "Context"], Any]
ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})*")
_WHOLE = re.compile(r"-?\d{1,15}")
KINDS = {"text": "a single value", "list": "a list", "map": "a group of keys"}


class Context(msgspec.Struct):
    """What is gathered while one file is read.

    refs: (kind, id, line, owner kind, owner id, use), one for each id that must exist somewhere.
    """

    file: str
    problems: list[Problem] = []
    refs: list[tuple[str, str, int, str, str, str]] = []
    owner: tuple[str, str] = ("", "")
    use: str = ""

    def problem(self, node: Node | int, what: str, why: str, todo: str, grave: bool = True) -> None:
        """Note a problem at the line of `node`."""
        line = node if isinstance(node, int) else node.line
        self.problems.append(Problem(self.file, line, what, why, todo, grave))

    def ref(self, kind: str, name: str, line: int, use: str | None = None) -> None:
        """Note that `name` must be the id of a `kind`."""
        self.refs.append((kind, name, line, *self.owner, self.use if use is None else use))


def expects(node: Node, ctx: Context, kind: str, example: str) -> bool:
    """Whether the node has the form wanted; a problem if not."""
    if node.kind == kind:
        return True
    ctx.problem(
        node,
        f"{KINDS[kind]} belongs here, and this is {KINDS[node.kind]}",
        "The program cannot tell what is meant.",
        f"Write it like this: {example}",
    )
    return False


def string(node: Node, ctx: Context) -> Any:
    """Any single value, kept as written."""
    if not expects(node, ctx, "text", "some words"):
        return None
    if not node.value.strip():
        ctx.problem(
            node, "the value is empty", "An empty value says nothing.", "Fill it in or leave the key out."
        )
    return node.value


def one_of(*words: str) -> Shape:
    """One of a few words."""

    def read(node: Node, ctx: Context) -> Any:
        if not expects(node, ctx, "text", words[0]):
            return None
        if node.value not in words:
            ctx.problem(
                node,
                f"`{node.value}` is not one of the words this key knows",
                "Each word has its own meaning for the program.",
                f"Write one of: {', '.join(words)}.",
            )
            return None
        return node.value

    return read


def yesno(node: Node, ctx: Context) -> Any:
    """Yes or no, in small letters."""
    word = one_of("yes", "no", "true", "false")(node, ctx)
    return None if word is None else word in ("yes", "true")


def day(node: Node, ctx: Context) -> Any:
    """A date that may be partial, as [first day, last day]."""
    if not expects(node, ctx, "text", "2026-11-20, 2026-11 or 2026"):
        return None
    try:
        return list(interval(node.value))
    except ValueError:
        ctx.problem(
            node,
            f"`{node.value}` is not a date",
            "What holds on a day is looked up by dates; a wrong one hides the fact.",
            "Write year-month-day, year-month or year: 2026-11-20, 2026-11, 2026.",
        )
        return None


def identifier(node: Node, ctx: Context) -> Any:
    """An id: lower-case letters and digits, joined by dots and hyphens."""
    if not expects(node, ctx, "text", "xx.name-of-it"):
        return None
    if not ID.fullmatch(node.value):
        ctx.problem(
            node,
            f"`{node.value}` is not an id",
            "Ids are quoted in rules and addresses, so they must be easy to type.",
            "Use small latin letters, digits, dots and hyphens: xx.short-name.of-it",
        )
    return node.value


def ref(kind: str, use: str | None = None) -> Shape:
    """The id of a fact, step, status ... that must exist."""

    def read(node: Node, ctx: Context) -> Any:
        if node.kind == "text" and NUMBER.fullmatch(node.value):
            ctx.problem(
                node,
                f"the number {node.value} stands outside a fact",
                "A number without a source and a date cannot be checked or grow old.",
                f"Make a {kind} with this number and its source, and write its id here.",
            )
            return None
        if not expects(node, ctx, "text", f"id-of-a-{kind}"):
            return None
        ctx.ref(kind, node.value, node.line, use)
        return node.value

    return read


def list_of(item: Shape, *, some: bool = False) -> Shape:
    """A list; `some` = at least one item."""

    def read(node: Node, ctx: Context) -> Any:
        if not expects(node, ctx, "list", "[one, another]"):
            return []
        if some and not node.value:
            ctx.problem(
                node, "the list is empty", "Nothing stands here to work with.", "Add at least one item."
            )
        return [item(child, ctx) for child in node.value]

    return read


def text(node: Node, ctx: Context) -> Any:
    """A text shown to people: {en: ..., ru: ...}; English is needed, others are welcome."""
    value = term(node, ctx)
    if value is not None and "en" not in value:
        ctx.problem(
            node,
            "this text has no `en`",
            "A reader whose language is missing is shown the English text.",
            "Write {en: The text in English, ru: ...}.",
        )
    return value


def term(node: Node, ctx: Context) -> Any:
    """Words in any languages: {de: ..., en: ...}; `reviewed_by` may say who looked at them."""
    if node.kind == "text":
        ctx.problem(
            node,
            "this text does not say its language",
            "A text is kept by language, so that each reader is shown their own.",
            f"Write {{en: {node.value or 'The text in English'}}}, and other languages beside it.",
        )
        return None
    if not expects(node, ctx, "map", "{en: The text in English, ru: ...}"):
        return None
    value = {}
    for key, child in node.value.items():
        if child.kind == "text" and not child.value and child.plain:
            ctx.problem(
                child,
                f"the text is cut off before `{key}`",
                "Within {...} a comma ends a text, so what follows it would be lost.",
                'Put the text in quotes: {en: "One thing, and another"}.',
            )
            continue
        if key != "reviewed_by" and not LANGUAGE.fullmatch(key):
            ctx.problem(
                child,
                f"`{key}` is not the code of a language",
                "A text is kept by language, so that each reader is shown their own.",
                "Write {en: The text in English, ru: ...}.",
            )
            continue
        value[key] = string(child, ctx)
    return value


def mapping(needed: Mapping[str, Shape], optional: Mapping[str, Shape], what: str) -> Shape:
    """Keys with values, none unknown, the needed ones present; `what` names it in messages."""
    known = {**needed, **optional}

    def read(node: Node, ctx: Context) -> Any:
        if not expects(node, ctx, "map", f"{{{', '.join(f'{key}: ...' for key in needed or optional)}}}"):
            return None
        value: dict[str, Any] = {}
        for key, child in node.value.items():
            if key in known:
                value[key] = known[key](child, ctx)
            else:
                ctx.problem(
                    child,
                    f"{what} has no key `{key}`",
                    "The program would pass over it, and what it says would be lost.",
                    nearest(key, known),
                )
        for key in needed:
            if key not in node.value:
                ctx.problem(node, f"{what} has no `{key}`", *MISSING.get(key, MISSING[""]))
        return value

    return read


def table(key: Shape, item: Shape, example: str) -> Shape:
    """Names of the writer's own choice with values of one form."""

    def read(node: Node, ctx: Context) -> Any:
        if not expects(node, ctx, "map", example):
            return {}
        value = {}
        for name, child in node.value.items():
            key(Node(child.line, "text", name, True), ctx)
            value[name] = item(child, ctx)
        return value

    return read


def free(node: Node, ctx: Context) -> Any:
    """A piece in free form (a fragment of a case): yes/no and numbers become such, the rest stays text."""
    if node.kind == "list":
        return [free(child, ctx) for child in node.value]
    if node.kind == "map":
        return {key: free(child, ctx) for key, child in node.value.items()}
    if node.plain and node.value in ("yes", "no", "true", "false"):
        return node.value in ("yes", "true")
    if node.plain and _WHOLE.fullmatch(node.value):
        return int(node.value)
    if node.plain and NUMBER.fullmatch(node.value):
        return float(node.value)
    return node.value


MISSING = {
    "": ("It cannot be used without this.", "Add the key; docs/atlas.md shows an example."),
    "source": (
        "Nobody can check a statement whose source is not named.",
        "Add source: {publisher: ..., title: ..., url: https://..., lang: ..}.",
    ),
    "url": (
        "Nobody can check a statement whose source cannot be opened.",
        "Add the address of the page or document: url: https://...",
    ),
    "as_of": (
        "Without the day it was said nobody knows whether it still holds.",
        "Add as_of: the day the source speaks of, or the day you read it with as_of_unknown: true.",
    ),
    "examples": (
        "Examples show that the rule says what the law says, and catch later mistakes.",
        "Add at least one example that is met, one that is not met and one unknown.",
    ),
    "wording": (
        "The family reads the wording, never the rule.",
        "Add wording: {en: ..., ru: ...} in plain words.",
    ),
    "statement": (
        "The value alone does not say what the source says.",
        "Add statement: {en: ...} in your own words.",
    ),
}
