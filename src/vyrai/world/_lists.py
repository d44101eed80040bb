"""The form of what stands beside routes: countries, events, papers, units, code lists, the questions."""

from __future__ import annotations

from typing import Any

from vyrai.world._reader import Node
from vyrai.world._schema import FACT, dated, facts, file_of, level, lined, owned, words
from vyrai.world._shapes import (
    Context,
    day,
    expects,
    free,
    identifier,
    list_of,
    mapping,
    one_of,
    ref,
    string,
    text,
    yesno,
)

COLUMNS = (
    "profession_wanted", "hired_before_licence", "rent", "living", "pay", "language_level", "school",
    "danger_there", "sent_back", "danger_way", "renew_papers", "wage",
)  # fmt: skip
COUNTRY = owned(
    "country",
    mapping(
        {"country": string, "title": text},
        {
            "languages": list_of(ref("language")),
            "currency": ref("currency"),
            "origin": yesno,
            "home": ref("status", "gives"),
            "citizens": ref("status", "gives"),
            "union": string,
            "depth": one_of("deep", "gates"),
            "contacts": facts("contacts"),
            "columns": mapping(
                {},
                {**{name: facts("column") for name in COLUMNS}, "events": list_of(ref("event"))},
                "`columns`",
            ),
        },
        "a country",
    ),
)
EVENT = owned(
    "event",
    dated(
        mapping(
            {"event": identifier, "title": text, "fact": ref("fact", "event")}, {"note": words}, "an event"
        )
    ),
)
_REISSUE = mapping(
    {},
    {
        "where": text,
        "until": day,
        "in_person": yesno,
        "by_whom": text,
        "fact": ref("fact", "document"),
    },
    "`reissue`",
)
DOCUMENT = owned(
    "document",
    mapping(
        {"document": identifier, "title": text},
        {
            "issuer": text,
            "validity": ref("fact", "document"),
            "freshness": ref("fact", "document"),
            "sole": yesno,
            "reissue": _REISSUE,
            "cites": facts("cites"),
            "note": words,
        },
        "a document",
    ),
)
UNIT_KINDS = (
    "money",
    "rate",
    "duration",
    "count",
    "points",
    "age",
    "share",
    "level",
    "date",
    "code",
    "month",
)
UNIT = owned(
    "unit",
    mapping(
        {"unit": string, "kind": one_of(*UNIT_KINDS)},
        {"of": string, "per": string, "title": text, "worth": ref("fact", "unit")},
        "a unit",
    ),
)


def _checks(node: Node, ctx: Context) -> Any:
    """What an answer must be like, by the name of the check."""
    return free(node, ctx) if expects(node, ctx, "map", "checks: {min: 0}") else None


QUESTION_TYPES = ("yesno", "code", "codes", "level", "number", "date", "text", "alias", "list")
QUESTION = owned(
    "question",
    mapping(
        {"question": string, "type": one_of(*QUESTION_TYPES), "text": text},
        {
            "list": string,
            "codes": string,
            "unit": ref("unit", ""),
            "unit_from": string,
            "why": text,
            "sensitive": yesno,
            "burden": level("1", "2", "3", "4", "5"),
            "danger": level("0", "1", "2", "3", "4"),
            "complete": yesno,
            "required": yesno,
            "open": yesno,
            "checks": _checks,
            "help": text,
        },
        "a question",
    ),
)
LANGUAGE = owned(
    "closeness",
    mapping(
        {"language": ref("language")},
        {
            "title": text,
            "script": string,
            "near": list_of(
                mapping({"to": ref("language")}, {"band": string, "fact": ref("fact", "column")}, "`near`")
            ),
            "fact": ref("fact", "column"),
        },
        "a language",
    ),
    "language",
)
OPEN_QUESTION = mapping(
    {"question": words},
    {"fact": ref("fact", "cites"), "topic": ref("topic", ""), "note": words},
    "an open question",
)
UNUSED = lined(
    mapping({"reason": text}, {"fact": string, "prefix": string, "facts": list_of(string)}, "an unused fact")
)
CODED = owned("right", mapping({"right": string}, {"title": text, "note": words}, "a right"))
NEED = owned(
    "need",
    mapping(
        {"need": string},
        {
            "title": text,
            "icf": string,
            "qualified": yesno,
            "ask": text,
            "group": ref("need group", ""),
            "note": words,
        },
        "a need",
    ),
)


def codes(node: Node, ctx: Context) -> Any:
    """All lists: {list: {ordered: yes, CODE: {en: ...}}} -> {list: {"ordered": bool, "codes": {...}}}."""
    if not expects(node, ctx, "map", "{name-of-list: {CODE: {en: ..., ru: ...}}}"):
        return {}
    return {name: _code_list(child, ctx) for name, child in node.value.items()}


def _code_list(node: Node, ctx: Context) -> Any:
    made: dict[str, Any] = {"ordered": False, "codes": {}}
    if not expects(node, ctx, "map", "{CODE: {en: ..., ru: ...}}"):
        return made
    for code, child in node.value.items():
        if code == "ordered" and child.kind == "text":
            made["ordered"] = yesno(child, ctx)
        elif child.kind == "map":
            if "en" not in child.value:
                text(Node(child.line, "map", {}), ctx)
            made["codes"][code] = free(child, ctx)
        else:
            text(child, ctx)
    return made


FACTS = file_of(FACT)
