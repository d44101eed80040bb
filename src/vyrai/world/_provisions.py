"""The form of provisions: what a country offers for a need, and what must be known of it to say when."""

from __future__ import annotations

from typing import Any

from vyrai.world._appeals import APPEAL, from_nothing
from vyrai.world._reader import Node
from vyrai.world._routes import JUDGEMENTS, REQUIREMENT
from vyrai.world._schema import facts, owned, words
from vyrai.world._shapes import Context, identifier, list_of, mapping, one_of, ref, term, text

_FACT = ref("fact", "provision")
_SEEN = ref("fact", "seen")
"""What was only seen (a queue, a share) is reckoned with, but a country does not decide on its word."""


def _school_year(node: Node, ctx: Context) -> Any:
    """`yes`, or the fact that says when a school year begins."""
    if node.kind == "text" and node.plain and node.value in ("yes", "true"):
        return True
    return _FACT(node, ctx)


def _asked(node: Node, ctx: Context) -> Any:
    """A requirement of the member who is to have the support, and of nobody else."""
    record = REQUIREMENT(node, ctx)
    who = (record or {}).get("for") or {}
    if who and (who.get("effect", "person") != "person" or who.get("each") == "applicant"):
        ctx.problem(
            node,
            "what a provision requires is asked of the member who is to have it, or of the family",
            "Who else fails it says nothing of the support that this member gets.",
            "Write for: {each: person, effect: person} (or adult, or child), or no `for` at all.",
        )
    return record


_AGES_BY = mapping(
    {"school_year": _FACT},
    {
        "from": one_of("calendar_year", "school_year", "next_school_year"),
        "until": one_of("calendar_year", "school_year"),
    },
    "`ages_by`",
)


def _ages_by(node: Node, ctx: Context) -> Any:
    """How ages are counted where the law counts by school years; it says so of one end at least."""
    record = _AGES_BY(node, ctx)
    if record is not None and not (record.get("from") or record.get("until")):
        ctx.problem(
            node,
            "`ages_by` does not say which age is counted by school years",
            "Without it both are counted by birthday, and a family would plan with another last day.",
            "Write from: or until: beside school_year:, or leave `ages_by` out.",
        )
    return record


def _worth(node: Node, ctx: Context) -> Any:
    record = _PAPER(node, ctx)
    if record is not None and not record.get("facts"):
        ctx.problem(
            node,
            "what a paper is worth stands on no fact",
            "A family packs by it, and what was left at home can often not be had from abroad.",
            "Name under `facts:` what says so; if nobody knows, leave the paper out.",
        )
    return record


_PAPER = mapping(
    {"text": text, "use": one_of("asked", "helps", "useless"), "facts": facts("observed")}, {}, "a paper"
)

_PROVISION = mapping(
    {"provision": identifier, "title": text, "kind": ref("provision kind")},
    {
        "term": term,
        "of": one_of("child", "adult", "person"),
        "in": list_of(ref("place"), some=True),
        "setting": ref("setting"),
        "serves": list_of(ref("need"), some=True),
        "right": ref("right"),
        "after": list_of(ref("provision"), some=True),
        "held": _FACT,
        "requires": list_of(_asked),
        "excluded": list_of(ref("requirement")),
        "judgements": JUDGEMENTS,
        "queue": _SEEN,
        "takes": mapping({}, {"law": _FACT, "observed": _SEEN}, "`takes`"),
        "share": _SEEN,
        "school_year": _school_year,
        "from_age": _FACT,
        "ends_at_age": _FACT,
        "ages_by": _ages_by,
        "amount": _FACT,
        "price": _SEEN,
        "bridge": mapping({"text": text}, {"costs": facts("seen")}, "a bridge"),
        "papers": list_of(_worth, some=True),
        **APPEAL,
        "facts": facts("provision"),
        "observed": facts("observed"),
        "note": words,
    },
    "a provision",
)


def _stands(node: Node, ctx: Context) -> Any:
    record = _PROVISION(node, ctx)
    from_nothing(record, node, ctx)
    if record is not None and not record.get("facts"):
        ctx.problem(
            node,
            "a provision stands on no fact",
            "A family would plan a child's life on support that nobody has said exists.",
            "Name under `facts:` what says so, the law first; if nobody knows: open-questions.yaml.",
        )
    return record


PROVISION = owned("provision", _stands)
