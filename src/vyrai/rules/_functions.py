"""The closed list of functions of the rule language.

Most of them are short for an expression over lists, so that no back end has to know them.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Literal, cast

from vyrai.rules import nodes as n
from vyrai.rules._parse import Reader, did_you_mean
from vyrai.rules.env import SLOTS
from vyrai.rules.types import OWN, YESNO, Type

COUNT = Type("number", "count")


def call(reader: Reader, tree: ast.Call) -> n.Node:
    """Read a call of one of the functions."""
    name = tree.func.id if isinstance(tree.func, ast.Name) else ""
    if name not in FUNCTIONS:
        raise reader.error(
            tree,
            f"{name or 'this'} is not a function of the rule language",
            todo=did_you_mean(name, FUNCTIONS) or "The functions are listed in docs/rules.md.",
        )
    least, most, read = FUNCTIONS[name]
    if tree.keywords:
        raise reader.error(tree, "nothing in the brackets has a name here", todo=f"Write {name}(p, ...).")
    if not least <= len(tree.args) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        raise reader.error(tree, f"{name} takes {wanted} part(s) in its brackets, not {len(tree.args)}")
    return read(reader, name, tree.args)


def _over(reader: Reader, tree: ast.AST) -> tuple[ast.AST, n.Source, int, n.Node | None, Callable[[], None]]:
    """Open `BODY for x in LIST if COND`: body, list, slot, filter, and how to close it again."""
    if not isinstance(tree, ast.GeneratorExp) or len(tree.generators) != 1:
        raise reader.error(tree, "one `for` is needed here", todo="Write any(CONDITION for x in LIST).")
    loop = tree.generators[0]
    if not isinstance(loop.target, ast.Name):
        raise reader.error(loop.target, "one name is needed here", todo="Write any(CONDITION for x in LIST).")
    source = reader.read(loop.iter)
    if not isinstance(source, n.Source):
        raise reader.error(loop.iter, f"a list is needed here, this is {source.type}")
    name, outside = loop.target.id, dict(reader.names)
    if name in outside or name in ("on", "family"):
        raise reader.error(
            loop.target, f"{name!r} already names something else", todo="Choose another letter."
        )
    slot = 1 + max((slot for slot, _ in outside.values()), default=-1)
    if slot >= SLOTS - 1:
        raise reader.error(tree, "too many lists are opened inside each other", todo="Split the rule in two.")
    reader.names[name] = (slot, str(source.type.of))
    keep: n.Node | None = None
    for test in loop.ifs:
        condition = reader.condition(test)
        keep = condition if keep is None else n.both(keep, condition)

    def close() -> None:
        reader.names = outside

    return tree.elt, source, slot, keep, close


def _quantifier(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    elt, source, slot, keep, close = _over(reader, args[0])
    body = reader.condition(elt)
    close()
    return n.Quantifier(YESNO, "any" if name == "any" else "all", slot, source, keep, body)


def _count(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    elt, source, slot, keep, close = _over(reader, args[0])
    bare = isinstance(elt, ast.Name) and reader.names.get(elt.id, (None,))[0] == slot
    if not bare:
        raise reader.error(elt, "count counts records", todo="Write count(x for x in LIST if CONDITION).")
    close()
    return n.Fold(COUNT, "count", slot, source, keep, None)


def _fold(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    elt, source, slot, keep, close = _over(reader, args[0])
    kinds = ("date",) if name == "latest" else ("number",) if name == "sum" else ("number", "date", "level")
    body = reader.value(elt, *kinds)
    close()
    kind = cast(Literal["sum", "min", "max"], "max" if name == "latest" else name)
    return n.Fold(body.type, kind, slot, source, keep, body)


def _day(reader: Reader, args: list[ast.expr], place: int) -> n.Node:
    return reader.value(args[place], "date") if len(args) > place else n.ON


def _age(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    return n.Age(Type("number", "years"), reader.record(args[0], "person"), _day(reader, args, 1))


def _level(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    fields = reader.signature.entities["language"]
    skill = _text(reader, args[2]) if len(args) > 2 else "level"
    if skill not in fields or fields[skill].kind != "level":
        levels = tuple(name for name, of in fields.items() if of.kind == "level")
        raise reader.error(
            args[2], f"{skill!r} is not a part of a language level", todo=did_you_mean(skill, levels)
        )
    person, language = reader.record(args[0], "person"), reader.code(args[1], "languages")
    return n.Level(fields[skill], person, language, skill)


def _some(
    reader: Reader, var: int | None, entity: str, name: str, conditions: dict[str, tuple[n.Order, n.Node]]
) -> n.Quantifier:
    """`any` over the records of a list for which each named field compares as wanted."""
    owner = reader.signature.entities[entity][name]
    fields = reader.signature.entities[str(owner.of)]
    slot = 1 + max((slot for slot, _ in reader.names.values()), default=-1)
    tests = tuple(
        n.Compare(YESNO, order, n.Field(fields[field], slot, field), wanted)
        for field, (order, wanted) in conditions.items()
    )
    body = tests[0] if len(tests) == 1 else n.And(YESNO, tests)
    return n.Quantifier(YESNO, "any", slot, n.Source(owner, var, name), None, body)


def _code(reader: Reader, tree: ast.AST, codes: str) -> n.Const:
    return n.Const(Type("code", codes), reader.code(tree, codes))


def _held(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    person, status, day = (
        reader.record(args[0], "person"),
        _code(reader, args[1], "statuses"),
        _day(reader, args, 2),
    )
    wanted: dict[str, tuple[n.Order, n.Node]] = {"status": ("==", status), "from": ("<=", day)}
    if name == "held":
        wanted["to"] = (">=", day)
    return _some(reader, person, "person", "statuses", wanted)


def _times(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    some = _some(
        reader,
        reader.record(args[0], "person"),
        "person",
        "statuses",
        {"status": ("==", _code(reader, args[1], "statuses"))},
    )
    return n.Fold(COUNT, "count", some.var, some.source, some.body, None)


def _present(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    day = _day(reader, args, 2)
    wanted: dict[str, tuple[n.Order, n.Node]] = {
        "country": ("==", _code(reader, args[1], "countries")),
        "from": ("<=", day),
        "to": (">=", day),
    }
    return _some(reader, reader.record(args[0], "person"), "person", "stays", wanted)


def _citizen(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    wanted: dict[str, tuple[n.Order, n.Node]] = {"country": ("==", _code(reader, args[1], "countries"))}
    return _some(reader, reader.record(args[0], "person"), "person", "citizenships", wanted)


def _relative(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    wanted: dict[str, tuple[n.Order, n.Node]] = {
        "kin": ("==", _code(reader, args[0], "kin")),
        "citizenship": ("==", _code(reader, args[1], "countries")),
    }
    return _some(reader, None, "family", "relatives", wanted)


def _time_in(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    person, country = reader.record(args[0], "person"), reader.code(args[1], "countries")
    return n.TimeIn(Type("number", name.removesuffix("_in")), person, country, reader.value(args[2], "date"))


def _duration(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    amount = reader.value(args[0], "number")
    if amount.type.of not in (name, None) and not (name == "years" and amount.type.of == "years-of-age"):
        raise reader.error(args[0], f"the units differ: {name} of a number of {amount.type.of}")
    return n.Duration(Type("duration", name), amount)


def _worth(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    amount, currency = reader.value(args[0], "number"), reader.code(args[1], "currencies")
    own, _, per = str(amount.type.of).partition("/")
    if not isinstance(amount, n.Field) or not own.startswith(OWN):
        raise reader.error(args[0], "an amount with a currency of its own is needed here")
    return n.Worth(
        Type("number", f"{currency}/{per}" if per else currency), amount, own[len(OWN) :], currency
    )


def _money(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    savings = ast.parse("sum(worth(s.amount, c) for s in savings)", mode="eval").body
    for part in ast.walk(savings):
        if isinstance(part, ast.Call) and len(part.args) > 1:
            part.args[1] = args[0]
        elif isinstance(part, ast.Name) and part.id == "s":
            part.id = "one of the savings"  # no variable of the rule can have this name
    return reader.read(savings)


def _text(reader: Reader, tree: ast.AST) -> str:
    if not isinstance(tree, ast.Constant) or not isinstance(tree.value, str):
        raise reader.error(tree, "an id in quotes is needed here")
    return tree.value


def _fact(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    return reader.fact(args[0], _text(reader, args[0]))


def _listed(reader: Reader, tree: ast.AST, what: str, known: frozenset[str]) -> str:
    written = _text(reader, tree)
    if written not in known:
        raise reader.error(tree, f"there is no {what} {written!r}", todo=did_you_mean(written, known))
    return written


def _during(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    return n.During(YESNO, _listed(reader, args[0], "event", reader.signature.events), _day(reader, args, 1))


def _judged(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    return n.Judged(YESNO, _listed(reader, args[0], "judgement", reader.signature.judgements), False)


def _later(reader: Reader, name: str, args: list[ast.expr]) -> n.Node:
    return n.Judged(YESNO, _listed(reader, args[0], "coming decision", reader.signature.later), True)


FUNCTIONS: dict[str, tuple[int, int, Callable[[Reader, str, list[ast.expr]], n.Node]]] = {
    "any": (1, 1, _quantifier),
    "all": (1, 1, _quantifier),
    "count": (1, 1, _count),
    "sum": (1, 1, _fold),
    "min": (1, 1, _fold),
    "max": (1, 1, _fold),
    "latest": (1, 1, _fold),
    "age": (1, 2, _age),
    "level": (2, 3, _level),
    "held": (2, 3, _held),
    "ever": (2, 2, _held),
    "times": (2, 2, _times),
    "present": (2, 3, _present),
    "citizen": (2, 2, _citizen),
    "days_in": (3, 3, _time_in),
    "months_in": (3, 3, _time_in),
    "relative": (2, 2, _relative),
    "during": (1, 2, _during),
    "years": (1, 1, _duration),
    "months": (1, 1, _duration),
    "weeks": (1, 1, _duration),
    "days": (1, 1, _duration),
    "worth": (2, 2, _worth),
    "money": (1, 1, _money),
    "fact": (1, 1, _fact),
    "judged": (1, 1, _judged),
    "decided_later": (1, 1, _later),
}

__all__ = ["FUNCTIONS", "call"]
