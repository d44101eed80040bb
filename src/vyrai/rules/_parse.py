"""From the text of a rule to its checked tree. The text is read with `ast` and never evaluated."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from difflib import get_close_matches

from vyrai.rules import nodes as n
from vyrai.rules._units import meet, product
from vyrai.rules.types import DATE, PLAIN, YESNO, RuleError, Signature, Type

_ORDERS: dict[type[ast.cmpop], n.Order] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OPS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_ORDERED = ("number", "date", "level")


def did_you_mean(word: str, known: Mapping[str, object] | tuple[str, ...] | frozenset[str]) -> str:
    """A suggestion for a misspelt word, or an empty string."""
    near = get_close_matches(word, list(known), n=1)
    return f"Did you mean {near[0]!r}?" if near else ""


class Reader:
    """Reads one expression. `names` maps a variable to its slot and entity."""

    def __init__(self, signature: Signature, names: Mapping[str, tuple[int, str]]) -> None:
        self.signature = signature
        self.names = dict(names)

    def error(self, where: ast.AST, what: str, why: str = "", todo: str = "") -> RuleError:
        """An error at the place of `where`."""
        line, column = getattr(where, "lineno", 1), getattr(where, "col_offset", 0) + 1
        return RuleError(what, line=line, column=column, why=why, todo=todo)

    def condition(self, tree: ast.AST) -> n.Node:
        """A part that must be yes or no."""
        node = self.read(tree)
        if node.type != YESNO:
            raise self.error(
                tree,
                f"this is {node.type}, but a condition is needed here",
                why="Only yes or no can be met or not met.",
                todo="Compare it with something, for example >= fact('...').",
            )
        return n.Truth(YESNO, node) if isinstance(node, n.Field | n.Fact) else node

    def value(self, tree: ast.AST, *kinds: str) -> n.Node:
        """A part that must be a value of one of the kinds."""
        node = self.read(tree)
        if node.type.kind not in kinds:
            raise self.error(tree, f"this is {node.type}, but {' or '.join(kinds)} is needed here")
        return node

    def read(self, tree: ast.AST) -> n.Node:
        """Any part."""
        match tree:
            case ast.BoolOp():
                parts = tuple(self.condition(part) for part in tree.values)
                return n.And(YESNO, parts) if isinstance(tree.op, ast.And) else n.Or(YESNO, parts)
            case ast.UnaryOp(op=ast.Not()):
                return n.Not(YESNO, self.condition(tree.operand))
            case ast.Compare():
                return self.comparison(tree)
            case ast.BinOp() if type(tree.op) in _OPS:
                return self.arithmetic(tree)
            case ast.Constant(value=bool()):
                raise self.error(
                    tree, "True and False are not written in rules", todo="Name the answer itself."
                )
            case ast.Constant(value=int() as number) if number in (0, 1):
                return n.Const(PLAIN, number)
            case ast.Constant(value=int() | float() as number):
                raise self.error(
                    tree,
                    f"the number {number} stands in a rule",
                    why="A number in a rule has no source and no date; the reader cannot check it.",
                    todo="Make it a fact and write fact('its.id'). Only 0 and 1 may be written.",
                )
            case ast.Constant(value=str() as code):
                return n.Const(Type("code"), code)
            case ast.Name():
                return self.name(tree)
            case ast.Attribute():
                return self.attribute(tree)
            case ast.Call():
                from vyrai.rules._functions import call  # the functions read their arguments with this reader

                return call(self, tree)
        raise self.error(
            tree,
            f"{type(tree).__name__} is not part of the rule language",
            todo="Use and, or, not, comparisons, in, + - *, and the functions listed in docs/rules.md.",
        )

    def name(self, tree: ast.Name) -> n.Node:
        if tree.id == "on":
            return n.ON
        if tree.id in self.names:
            raise self.error(
                tree, f"{tree.id} alone is a whole record", todo=f"Name one answer: {tree.id}.something."
            )
        return self.field(tree, None, "family", tree.id)

    def attribute(self, tree: ast.Attribute) -> n.Node:
        if not isinstance(tree.value, ast.Name):
            raise self.error(tree, "only one step is read here", todo="Write record.field, with one dot.")
        owner = tree.value.id
        if owner == "family":
            return self.field(tree, None, "family", tree.attr)
        if owner not in self.names:
            raise self.error(
                tree,
                f"{owner!r} is not known here",
                todo=did_you_mean(owner, self.names)
                or "p is known where the requirement says `for: {each: ...}`.",
            )
        slot, entity = self.names[owner]
        return self.field(tree, slot, entity, tree.attr)

    def field(self, tree: ast.AST, var: int | None, entity: str, written: str) -> n.Node:
        name = written.removesuffix("_")  # `from` is a word of Python: rules write `from_`
        fields = self.signature.entities.get(entity, {})
        if name not in fields:
            raise self.error(
                tree,
                f"there is no question {entity}.{name}",
                why="A rule can only ask what atlas/questions.yaml lists.",
                todo=did_you_mean(name, fields),
            )
        of = fields[name]
        if of.kind == "list":
            return n.Source(of, var, name)
        return n.Field(of, var, name)

    def record(self, tree: ast.AST, entity: str) -> int:
        """The slot of a variable that is one `entity`."""
        if not isinstance(tree, ast.Name) or self.names.get(tree.id, (0, ""))[1] != entity:
            raise self.error(
                tree, f"a {entity} is needed here", todo=f"Write the name of a {entity}, for example p."
            )
        return self.names[tree.id][0]

    def code(self, tree: ast.AST, codes: str) -> str:
        """A literal code of a list."""
        if not isinstance(tree, ast.Constant) or not isinstance(tree.value, str):
            raise self.error(tree, "a code in quotes is needed here")
        return self.known(tree, tree.value, codes)

    def known(self, tree: ast.AST, code: str, codes: str | None) -> str:
        listed = self.signature.codes.get(codes or "")
        if listed is not None and code not in listed:
            raise self.error(tree, f"{code!r} is not in the list {codes}", todo=did_you_mean(code, listed))
        return code

    def fact(self, tree: ast.AST, fact_id: str) -> n.Node:
        if fact_id not in self.signature.facts:
            raise self.error(
                tree,
                f"there is no fact {fact_id!r}",
                why="A rule leans on facts that have a source and a date.",
                todo=did_you_mean(fact_id, self.signature.facts),
            )
        of = self.signature.facts[fact_id]
        if of is None:
            raise self.error(
                tree,
                f"no claim of {fact_id!r} has a value",
                why="A claim without a value may be cited, not computed with.",
                todo="Give the claim a value and a unit, or cite the fact under `source`.",
            )
        return n.Fact(of, fact_id)

    def comparison(self, tree: ast.Compare) -> n.Node:
        parts: list[n.Node] = []
        left = tree.left
        for op, right in zip(tree.ops, tree.comparators, strict=True):
            if isinstance(op, ast.In | ast.NotIn):
                part = self.membership(left, right)
                parts.append(n.Not(YESNO, part) if isinstance(op, ast.NotIn) else part)
            elif type(op) in _ORDERS:
                parts.append(self.order(tree, _ORDERS[type(op)], left, right))
            else:
                raise self.error(tree, "`is` is not part of the rule language", todo="Write ==.")
            left = right
        return parts[0] if len(parts) == 1 else n.And(YESNO, tuple(parts))

    def order(self, tree: ast.AST, op: n.Order, left_tree: ast.AST, right_tree: ast.AST) -> n.Node:
        left, right = self.read(left_tree), self.read(right_tree)
        for one, other, place in ((left, right, left_tree), (right, left, right_tree)):
            if isinstance(one, n.Const) and one.type.kind == "code":
                if other.type.kind == "level":
                    raise self.error(
                        place,
                        f"the level {one.value!r} stands in a rule",
                        why="A level that an office asks for has a source and a date.",
                        todo="Make it a fact and write fact('its.id').",
                    )
                self.known(place, str(one.value), other.type.of if other.type.kind == "code" else None)
        a, b = left.type, right.type
        if a.kind == b.kind == "code" and op in ("==", "!=") and (not a.of or not b.of or a.of == b.of):
            return n.Compare(YESNO, op, left, right)
        if a.kind != b.kind or a.kind not in _ORDERED:
            raise self.error(tree, f"{a} is compared with {b}", why="They can never be compared.")
        if a.kind == "level" and a.of != b.of:
            raise self.error(tree, f"{a} is compared with {b}", why="The scales differ.")
        if a.kind == "number" and not meet(a.of, b.of):
            raise self.error(
                tree,
                f"the units differ: {a.of} against {b.of}",
                why="Comparing them would give a certain but wrong answer.",
                todo="Use a fact in the same unit.",
            )
        return n.Compare(YESNO, op, left, right)

    def membership(self, left_tree: ast.AST, right_tree: ast.AST) -> n.Node:
        value = self.value(left_tree, "code", "codes")
        if isinstance(right_tree, ast.Tuple | ast.List):
            codes = tuple(self.code(item, value.type.of or "") for item in right_tree.elts)
            return n.OneOf(YESNO, value, codes)
        options = self.value(right_tree, "codes")
        if isinstance(value, n.Const):
            self.known(left_tree, str(value.value), options.type.of)
        elif None not in (value.type.of, options.type.of) and value.type.of != options.type.of:
            a, b = value.type, options.type
            raise self.error(right_tree, f"{a} is looked for in {b}", why="It can never be found there.")
        return n.OneOf(YESNO, value, options)

    def arithmetic(self, tree: ast.BinOp) -> n.Node:
        op = _OPS[type(tree.op)]
        left, right = self.read(tree.left), self.read(tree.right)
        a, b = left.type, right.type
        of: Type | None = None
        if a.kind == b.kind == "number":
            if op == "*":
                unit = product(a.of, b.of)
                of = Type("number", unit) if unit is not False else None
            elif meet(a.of, b.of):
                of = Type("number", a.of or b.of)
        elif a.kind == "date" and b.kind == "duration" and op != "*":
            of = DATE
        elif a.kind == b.kind == "date" and op == "-":
            of = Type("number", "days")
        if of is None:
            todo = "Yes and no are not added; count(...) counts them." if "yesno" in (a.kind, b.kind) else ""
            raise self.error(
                tree, f"{a} {op} {b} has no meaning", why="The units do not fit together.", todo=todo
            )
        assert op in ("+", "-", "*")
        return n.Arith(of, op, left, right)  # type: ignore[arg-type]  # mypy does not narrow a str by `in`


def parse(text: str, signature: Signature, names: Mapping[str, str] | None = None) -> n.Node:
    """Read and check a condition.

    names: variable -> entity, in slot order (usually `{"p": "person"}` or nothing).
    Raises RuleError with line and column of the first mistake.
    """
    numbered = {name: (slot, entity) for slot, (name, entity) in enumerate((names or {}).items())}
    try:
        return Reader(signature, numbered).condition(ast.parse(text.strip(), mode="eval").body)
    except RuleError:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        line, column = getattr(problem, "lineno", 1) or 1, getattr(problem, "offset", 1) or 1
        raise RuleError(
            "this cannot be read as a rule",
            line=line,
            column=column,
            why="Something is missing, for example a bracket or a quote.",
        ) from None
