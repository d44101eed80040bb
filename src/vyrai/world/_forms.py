"""The form of what is built on facts: routes, requirements, steps, statuses, countries, lists, questions."""

from __future__ import annotations

import re
from typing import Any

from vyrai.world._reader import Node
from vyrai.world._schema import FACT, file_of, owned, words
from vyrai.world._shapes import (
    Context,
    Shape,
    day,
    expects,
    free,
    identifier,
    list_of,
    mapping,
    one_of,
    ref,
    string,
    table,
    term,
    text,
    yesno,
)
from vyrai.world._values import bounds, ends_of, span

FOREVER = [0, 0]
COLUMNS = (
    "profession_wanted", "hired_before_licence", "rent", "pay", "language_level", "school", "danger_there",
    "sent_back", "danger_way", "renew_papers",
)  # fmt: skip
ROUTE_KINDS = (
    "visa",
    "permit",
    "protection",
    "visa-free",
    "citizenship",
    "recognition",
    "leaving",
    "travel-document",
)
DOOR_STATES = ("open", "narrow", "paused", "closed", "unknown")
_CALLS = re.compile(r"\b(fact|held|ever|times|during)\(\s*(?:\w+\s*,\s*)?(['\"])([^'\"]+)\2")
_CALLED = {"fact": "fact", "held": "status", "ever": "status", "times": "status", "during": "event"}


def facts(use: str) -> Shape:
    """A list of fact ids, used as `use`."""
    return list_of(ref("fact", use))


def expression(node: Node, ctx: Context) -> Any:
    """The text of a rule; the ids it names must exist."""
    rule = string(node, ctx)
    for call, _, name in _CALLS.findall(rule or ""):
        kind = _CALLED[call]
        ctx.ref(kind, name, node.line, "requirement" if kind == "fact" else call)
    return rule


def level(*words_: str) -> Shape:
    """A small whole number that is a code, not a measure (danger 0 to 4)."""
    inner = one_of(*words_)

    def read(node: Node, ctx: Context) -> Any:
        word = inner(node, ctx)
        return None if word is None else int(word)

    return read


_DANGER = mapping(
    {"level": level("0", "1", "2", "3", "4")}, {"fact": ref("fact", "danger"), "text": text}, "a danger"
)
_OUTCOMES = table(
    one_of("granted", "refused", "inadmissible", "returned", "withdrawn", "no_answer", "lapsed", "done"),
    mapping(
        {},
        {
            "text": text,
            "facts": facts("outcome"),
            "yields": list_of(ref("yield")),
            "routes": list_of(ref("route")),
            "steps": list_of(ref("step")),
        },
        "an outcome",
    ),
    "{refused: {text: {en: ...}, facts: [...]}}",
)
STEP = owned(
    "step",
    mapping(
        {"step": identifier, "title": text},
        {
            "takes": mapping({}, {"law": ref("fact", "step"), "observed": ref("fact", "step")}, "`takes`"),
            "costs": facts("step"),
            "who_comes": one_of("each", "applicant", "adults", "parent", "nobody"),
            "where": text,
            "danger": _DANGER,
            "who_learns": list_of(text),
            "needs": list_of(ref("document")),
            "yields": list_of(ref("yield")),
            "outcomes": _OUTCOMES,
            "cites": facts("cites"),
            "note": words,
        },
        "a step",
    ),
)


def dated(shape: Shape) -> Shape:
    """A mapping with `from` and `to`: the two become `when`, as written."""

    def read(node: Node, ctx: Context) -> Any:
        if node.kind != "map":
            return shape(node, ctx)
        rest = {key: child for key, child in node.value.items() if key not in ("from", "to")}
        record = shape(Node(node.line, "map", rest), ctx)
        if record is not None:
            record["when"] = ends_of(node, ctx, strict=False)
            record["line"] = node.line
        return record

    return read


DOOR = dated(
    mapping(
        {"state": one_of(*DOOR_STATES), "fact": ref("fact", "door")},
        {"text": text, "for": text, "office": text},
        "a door",
    )
)


def validity(node: Node, ctx: Context) -> Any:
    """When a requirement or right is asked; without a beginning: since ever."""
    return bounds(span(node, ctx), FOREVER)


def _branch(node: Node, ctx: Context) -> Any:
    if node.kind == "map" and "best_of" in node.value:
        choice = mapping({"best_of": list_of(_GIVES, some=True)}, {}, "a choice of points")(node, ctx)
        return choice["best_of"]
    return [_GIVES(node, ctx)]


_GIVES = mapping({"when": expression, "gives": ref("fact", "requirement")}, {}, "a line of points")
_POINTS = mapping(
    {"of": list_of(_branch, some=True)},
    {
        "at_least": ref("fact", "requirement"),
        "gates": list_of(mapping({"when": expression}, {}, "a gate")),
        "tiers": list_of(mapping({"when": expression, "at_least": ref("fact", "requirement")}, {}, "a tier")),
    },
    "points",
)
_EXAMPLE = mapping(
    {"given": free, "then": one_of("met", "not met", "unknown")},
    {"on": string, "because": list_of(string)},
    "an example",
)
_REQUIREMENT = mapping(
    {
        "requirement": identifier,
        "wording": text,
        "source": facts("requirement"),
        "examples": list_of(_EXAMPLE, some=True),
    },
    {
        "for": mapping(
            {"each": one_of("person", "adult", "child", "applicant")},
            {"effect": one_of("person", "family", "applicant")},
            "`for`",
        ),
        "when": expression,
        "points": _POINTS,
        "unless": list_of(ref("requirement")),
        "excluded": list_of(ref("requirement")),
        "valid": validity,
        "aside": yesno,
        "note": words,
    },
    "a requirement",
)


def _requirement(node: Node, ctx: Context) -> Any:
    record = _REQUIREMENT(node, ctx)
    if record is not None and ("when" in record) == ("points" in record):
        ctx.problem(
            node,
            "a requirement has exactly one of `when` and `points`",
            "The rule is what is decided; none or two of them cannot be.",
            "Write when: a rule, or points: {at_least: fact, of: [...]}.",
        )
    return record


REQUIREMENT = owned("requirement", _requirement)


def _prior(node: Node, ctx: Context) -> Any:
    return mapping({"any": list_of(ref("status", "prior"), some=True)}, {"times": _times}, "`prior`")(
        node, ctx
    )


def _times(node: Node, ctx: Context) -> Any:
    if node.kind == "text" and node.value == "once":
        return "once"
    return ref("fact", "requirement")(node, ctx)


_JUDGEMENT = mapping(
    {"who": text}, {"helps": text, "fact": ref("fact", "cites"), "text": text}, "a judgement"
)
_LATER = mapping({"text": text}, {"fact": ref("fact", "cites")}, "a decision that comes later")
ROUTE = owned(
    "route",
    mapping(
        {"route": identifier, "kind": one_of(*ROUTE_KINDS), "title": text, "door": list_of(DOOR, some=True)},
        {
            "term": term,
            "for_whom": text,
            "prior": _prior,
            "filed": one_of("outside", "inside", "either"),
            "requirements": list_of(REQUIREMENT),
            "excluded": list_of(ref("requirement")),
            "steps": list_of(ref("step")),
            "fees": facts("fee"),
            "refusal": facts("refusal"),
            "outcomes": _OUTCOMES,
            "gives": mapping({}, {"status": ref("status", "gives"), "right": ref("right")}, "`gives`"),
            "closes": list_of(mapping({"what": text}, {"fact": ref("fact", "closes")}, "`closes`")),
            "binds": list_of(mapping({"what": text}, {"fact": ref("fact", "closes")}, "`binds`")),
            "observed": facts("observed"),
            "cites": facts("cites"),
            "contacts": facts("contacts"),
            "judgements": table(identifier, _JUDGEMENT, "{its-id: {who: {en: ...}, helps: {en: ...}}}"),
            "decided_later": table(identifier, _LATER, "{its-id: {text: {en: ...}, fact: ...}}"),
            "note": words,
        },
        "a route",
    ),
)


def _opens(node: Node, ctx: Context) -> Any:
    return mapping({"after": ref("fact", "right")}, {}, "`opens`")(node, ctx)


_RIGHT = mapping(
    {"right": ref("right"), "holds": one_of("yes", "no", "limited", "unknown")},
    {"opens": _opens, "facts": facts("right"), "note": words, "valid": validity},
    "a right",
)
STATUS = owned(
    "status",
    mapping(
        {"status": identifier, "title": text},
        {
            "term": term,
            "lasts": ref("fact", "lasts"),
            "rights": list_of(_RIGHT),
            "note": words,
            "cites": facts("cites"),
        },
        "a status",
    ),
)
COUNTRY = owned(
    "country",
    mapping(
        {"country": string, "title": text},
        {
            "languages": list_of(ref("language")),
            "currency": ref("currency"),
            "origin": yesno,
            "union": string,
            "depth": one_of("deep", "gates"),
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
            "reissue": _REISSUE,
            "cites": facts("cites"),
            "note": words,
        },
        "a document",
    ),
)
UNIT_KINDS = ("money", "rate", "duration", "count", "points", "age", "share", "level", "date", "code")
UNIT = owned(
    "unit",
    mapping(
        {"unit": string, "kind": one_of(*UNIT_KINDS)}, {"of": string, "per": string, "title": text}, "a unit"
    ),
)
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
            "default": mapping({"complete": yesno}, {}, "`default`"),
            "required": yesno,
            "open": yesno,
            "open_end": yesno,
            "per": string,
            "names": yesno,
            "many": yesno,
            "not_future": yesno,
            "not_before": string,
            "min": free,
            "max": free,
            "older": free,
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
UNUSED = mapping(
    {"reason": text}, {"fact": string, "prefix": string, "facts": list_of(string)}, "an unused fact"
)
CODED = owned("right", mapping({"right": string}, {"title": text, "note": words}, "a right"))
NEED = owned("need", mapping({"need": string}, {"title": text, "icf": string, "note": words}, "a need"))


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
