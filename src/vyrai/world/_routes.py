"""The form of what is built on facts: routes, their requirements, steps and statuses."""

from __future__ import annotations

import re
from typing import Any

from vyrai.world._reader import Node
from vyrai.world._schema import dated, facts, level, owned, words
from vyrai.world._shapes import (
    Context,
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
from vyrai.world._values import bounds, span

FOREVER = [0, 0]
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
ANY = "any"
"""Of whom a share is told that was not counted by citizenship."""
DOOR_STATES = ("open", "narrow", "paused", "closed", "unknown")
_CALLS = re.compile(r"\b(fact|held|ever|times|during)\(\s*(?:\w+\s*,\s*)?(['\"])([^'\"]+)\2")
_CALLED = {"fact": "fact", "held": "status", "ever": "status", "times": "status", "during": "event"}


def expression(node: Node, ctx: Context) -> Any:
    """The text of a rule; the ids it names must exist."""
    rule = string(node, ctx)
    for call, _, name in _CALLS.findall(rule or ""):
        kind = _CALLED[call]
        ctx.ref(kind, name, node.line, "rule" if kind == "fact" else call)
    return rule


def _citizens(node: Node, ctx: Context) -> Any:
    """A country whose citizens are meant, or anybody."""
    return string(node, ctx) if node.value == ANY else ref("citizenship")(node, ctx)


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
            "within": ref("fact", "outcome"),
            "share": table(_citizens, ref("fact", "outcome"), "{XA: fact}"),
            "yields": list_of(ref("yield")),
            "routes": list_of(ref("route")),
            "steps": list_of(ref("step")),
        },
        "an outcome",
    ),
    "{refused: {text: {en: ...}, facts: [...]}}",
)
_STEP = mapping(
    {"step": identifier, "title": text},
    {
        "a_day": yesno,
        "takes": mapping({}, dict.fromkeys(("law", "observed", "average"), ref("fact", "step")), "`takes`"),
        "costs": facts("step"),
        "who_comes": one_of("each", "applicant", "adults", "parent", "nobody"),
        "where": text,
        "at": one_of("inside", "outside", "anywhere"),
        "posts": table(
            ref("country"),
            mapping(
                {"in": list_of(ref("country"), some=True), "facts": facts("step")},
                {"by": list_of(ref("route"))},
                "a post",
            ),
            "{XA: {in: [XB], facts: [fact]}}",
        ),
        "moves": yesno,
        "danger": _DANGER,
        "who_learns": list_of(text),
        "needs": list_of(ref("document")),
        "yields": list_of(ref("yield")),
        "outcomes": _OUTCOMES,
        "cites": facts("cites"),
        "note": words,
    },
    "a step",
)


def _step(node: Node, ctx: Context) -> Any:
    """A step; one that is over in a day takes no other time."""
    record = _STEP(node, ctx)
    if record is not None and record.get("a_day") and record.get("takes"):
        ctx.problem(
            node,
            "a step that is over in a day takes a time too",
            "Plans would leave out the time, or tell a wait where nobody waits.",
            "Leave out a_day: where an answer or a date is waited for, and takes: where nothing is.",
        )
    return record


STEP = owned("step", _step)
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


_GIVES = mapping({"when": expression, "gives": ref("fact", "rule")}, {}, "a line of points")
_POINTS = mapping(
    {"at_least": ref("fact", "rule"), "of": list_of(_branch, some=True)},
    {
        "gates": list_of(mapping({"when": expression}, {}, "a gate")),
        "tiers": list_of(mapping({"when": expression, "at_least": ref("fact", "rule")}, {}, "a tier")),
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
    if record is not None and "when" in record:
        record["rule_line"] = node.value["when"].line
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
JUDGEMENTS = table(identifier, _JUDGEMENT, "{its-id: {who: {en: ...}, helps: {en: ...}}}")
_LOCKS = mapping(
    {"step": ref("step")},
    {
        "sum": ref("fact", "fee"),
        "shown": ref("requirement"),
        "months": ref("fact", "step"),
        "unless": identifier,
        "facts": facts("step"),
    },
    "`locks`",
)
_LATER = mapping(
    {"text": text},
    {"fact": ref("fact", "cites"), "months": ref("fact", "step"), "step": ref("step")},
    "a decision that comes later",
)
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
            "toward": list_of(ref("country")),
            "not_toward": list_of(ref("country")),
            "fares": table(ref("country"), facts("fee"), "{XA: [fact]}"),
            "locks": _LOCKS,
            "gives": mapping({}, {"status": ref("status", "gives"), "right": ref("right")}, "`gives`"),
            "closes": list_of(mapping({"what": text}, {"fact": ref("fact", "closes")}, "`closes`")),
            "binds": list_of(mapping({"what": text}, {"fact": ref("fact", "closes")}, "`binds`")),
            "observed": facts("observed"),
            "cites": facts("cites"),
            "contacts": facts("contacts"),
            "judgements": JUDGEMENTS,
            "seasons": table(ref("step"), ref("fact", "step"), "{a-step: fact}"),
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
            "stay": yesno,
            "ever": yesno,
            "rights": list_of(_RIGHT),
            "note": words,
            "cites": facts("cites"),
        },
        "a status",
    ),
)
