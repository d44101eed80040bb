"""Hypothesis: whole cases, generated from the form alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.family.form import TODAY, read_form
from vyrai.family import REASONS, Case, Field, Form, loads
from vyrai.family._check import check
from vyrai.family._node import node_of

BIRDS = ("Stork", "wren", "Swift", "lark", "бусел", "Heron-2", "tit", "owl")
BORN = {"grandparent": "195{}", "parent": "198{}", "child": "201{}-0{}"}
MEMBERS = ("adult", "child", "grandparent", "parent", "partner")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def dates(first: int, last: int) -> st.SearchStrategy[str]:
    full = st.dates(TODAY.replace(year=first), TODAY.replace(year=last)).map(str)
    return st.tuples(full, st.sampled_from((4, 7, 10))).map(lambda at: at[0][: at[1]])


def amounts(field: Field) -> st.SearchStrategy[Any]:
    least = 0 if field.least is None else field.least
    cents = st.integers(least * 100, 10**9).map(lambda n: Decimal(n).scaleb(-2))
    number = st.integers(least, 10**9) | cents
    pair = st.tuples(number, number).map(lambda ends: {"lo": min(ends), "hi": max(ends)})
    return number | pair | number.map(lambda n: {"lo": n}) | number.map(lambda n: {"hi": n})


@st.composite
def value(draw: st.DrawFn, form: Form, field: Field, names: list[str], fresh: list[str], depth: int) -> Any:
    match field.kind:
        case "yesno":
            return draw(st.booleans())
        case "code" | "level":
            extra = ["other"] if field.open else ["none"] if field.none else []
            return draw(st.sampled_from([*form.codes.get(field.codes or "", ["xx.some-id"]), *extra]))
        case "codes":
            return draw(st.lists(st.sampled_from(list(form.codes[field.codes or ""])), max_size=3))
        case "number":
            return draw(amounts(field))
        case "date" if field.not_before:
            return draw(dates(2012, 2025) | st.just("open"))
        case "date":
            return draw(dates(1990, 2011) | st.just("open") if field.open_end else dates(1990, 2011))
        case "alias" if field.names:
            return fresh.pop()
        case "alias":
            return draw(st.sampled_from(names))
        case "aliases":
            return draw(st.lists(st.sampled_from(names), max_size=3))
        case "list":
            return draw(many(form, field, names, fresh, depth))
        case _:
            return draw(texts)


@st.composite
def many(draw: st.DrawFn, form: Form, field: Field, names: list[str], fresh: list[str], depth: int) -> Any:
    items = [
        draw(record(form, field.of or "", names, fresh, depth + 1)) for _ in range(draw(st.integers(0, 2)))
    ]
    complete = draw(st.sampled_from(("plain", True, False, "unknown", {"unknown": "will_not_say"})))
    return items if complete == "plain" else {"complete": complete, "items": items}


@st.composite
def record(
    draw: st.DrawFn, form: Form, entity: str, names: list[str], fresh: list[str], depth: int = 0
) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, field in form.entities[entity].items():
        if field.kind == "list" and any(one.names for one in form.entities[field.of or ""].values()):
            if field.required:
                made[name] = [
                    draw(record(form, field.of or "", names, fresh, depth + 1))
                    for _ in range(draw(st.integers(1, 4)))
                ]
            continue
        answered = field.required or draw(st.sampled_from((True, True, False) if depth else (True, False)))
        if not answered:
            continue
        if not field.required and draw(st.integers(0, 4)) == 0:
            made[name] = {"unknown": draw(st.sampled_from(REASONS))}
        else:
            made[name] = draw(value(form, field, names, fresh, depth))
        if field.older:
            role = made[field.older[0]]
            made[name] = BORN.get(role, "199{}").format(draw(st.integers(0, 9)), draw(st.integers(1, 9)))
    return made


@st.composite
def plain(draw: st.DrawFn) -> dict[str, Any]:
    """A case as plain data."""
    form = read_form()
    names = list(BIRDS[:1])  # everybody may be about the first member
    fresh = [*draw(st.permutations(BIRDS[1:])), BIRDS[0]]
    made = draw(record(form, "family", names, fresh))
    if draw(st.booleans()):
        made["others"] = [{"alias": fresh.pop(), "of": draw(st.lists(st.sampled_from(names), max_size=2))}]
    return made


def cases() -> st.SearchStrategy[Case]:
    return plain().map(lambda data: check(node_of(data), read_form(), "made", TODAY))


def again(text: str) -> Case:
    return loads(text, read_form(), "again", TODAY)
