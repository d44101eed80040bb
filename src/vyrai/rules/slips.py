"""Slips of the pen: a rule with one comparison, connective or quantifier another than was meant."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from vyrai.rules import nodes as n
from vyrai.rules._parse import Reader
from vyrai.rules.types import Signature

Change = Callable[[Any], None]
_SWAPS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip
_SLIPPERY = (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Call)
_QUANTIFIERS = {"any": "all", "all": "any"}


def slips(rule: str, signature: Signature, names: Mapping[str, str]) -> tuple[n.Node, list[n.Node]]:
    """The tree of a rule that can be read, and its tree with each slip, in the order of `mutants`.

    They share all that a slip leaves as it is: the very same nodes.
    """
    tree = ast.parse(rule.strip(), mode="eval")
    reader = _Again(signature, {name: (slot, of) for slot, (name, of) in enumerate(names.items())})
    parts, above = _walk(tree)
    right = reader.condition(tree.body)
    wrong: list[n.Node] = []
    for node, _, change in _places(parts):
        reader.changed, place = {id(node)}, node
        while id(place) in above:
            place = above[id(place)]
            reader.changed.add(id(place))
        with _changed(node, change):
            wrong.append(reader.condition(tree.body))
    return right, wrong


def mutants(rule: str) -> Iterator[tuple[str, str]]:
    """What was changed, and the rule: comparisons swapped or loosened, and/or, not, any/all."""
    tree = ast.parse(rule.strip(), mode="eval")
    for node, what, change in _places(_walk(tree)[0]):
        with _changed(node, change):
            text = ast.unparse(tree)
        yield what, ast.unparse(_Affirm().visit(ast.parse(text, mode="eval")))


class _Again(Reader):
    """Reads a rule again and again; what lies beside the changed place is what it was the first time."""

    def __init__(self, signature: Signature, names: Mapping[str, tuple[int, str]]) -> None:
        super().__init__(signature, names)
        self.changed: set[int] = set()
        self._read: dict[int, tuple[ast.AST, n.Node]] = {}
        self._conditions: dict[int, tuple[ast.AST, n.Node]] = {}

    def read(self, tree: ast.AST) -> n.Node:
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.UAdd):
            return self.condition(tree.operand)  # no longer denied
        return self._once(self._read, tree, super().read)

    def condition(self, tree: ast.AST) -> n.Node:
        return self._once(self._conditions, tree, super().condition)

    def _once(
        self, kept: dict[int, tuple[ast.AST, n.Node]], tree: ast.AST, read: Callable[[ast.AST], n.Node]
    ) -> n.Node:
        if id(tree) in self.changed:
            return read(tree)
        if id(tree) not in kept:  # the tree is kept too, or another might get its number
            kept[id(tree)] = tree, read(tree)
        return kept[id(tree)][1]


class _Affirm(ast.NodeTransformer):
    """Drops what a slip marked as no longer denied."""

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        return node.operand if isinstance(node.op, ast.UAdd) else node


@contextmanager
def _changed(node: Any, change: Change) -> Iterator[None]:
    """For a while, a node with a slip in it."""
    before = {name: list(of) if isinstance(of, list) else of for name, of in vars(node).items()}
    change(node)
    try:
        yield
    finally:
        vars(node).update(before)


def _walk(tree: ast.AST) -> tuple[list[ast.AST], dict[int, ast.AST]]:
    """A tree and all below it, level by level; and, by its number, what each part is directly below."""
    parts, above = [tree], dict[int, ast.AST]()
    for whole in parts:
        for part in ast.iter_child_nodes(whole):
            parts.append(part)
            above[id(part)] = whole
    return parts, above


def _places(parts: list[ast.AST]) -> Iterator[tuple[ast.AST, str, Change]]:
    """Each slip: where, what, and how it is made."""
    for node in (part for part in parts if isinstance(part, _SLIPPERY)):
        for what, change in _changes(node):
            yield node, what, change


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare):
        for number, op in enumerate(node.ops):
            for swap in _SWAPS[type(op)]:
                yield f"`{_SIGNS[type(op)]}` written as `{_SIGNS[swap]}`", partial(_swapped, number, swap)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "`and` and `or` confused", lambda node: setattr(node, "op", other())
    elif isinstance(node, ast.UnaryOp):
        yield "a `not` left out", lambda node: setattr(node, "op", ast.UAdd())  # see _Affirm
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _QUANTIFIERS:
        name = _QUANTIFIERS[node.func.id]
        yield f"`{node.func.id}` written as `{name}`", lambda node: setattr(node, "func", ast.Name(name))


def _swapped(number: int, swap: type[ast.cmpop], node: Any) -> None:
    node.ops[number] = swap()
