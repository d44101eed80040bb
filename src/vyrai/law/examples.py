"""Checks of an atlas that need the whole engine: every requirement is tried on its own examples.

A requirement must say of each example what the example says; and were one of its comparisons, connectives or
quantifiers another, at least one example must notice.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from vyrai.family import CaseError, Form, flatten, loads
from vyrai.law._family import Family
from vyrai.law.finding import Word
from vyrai.law.law import Law
from vyrai.world import Atlas, Problem, Requirement, Route, World

TODAY = date(2026, 11, 20)
"""The day of an example that names none."""
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
_QUANTIFIERS = {"any": "all", "all": "any"}


class Tried(NamedTuple):
    """An example made a family on its day, and what the requirement should be; decided on many times."""

    family: Family
    world: World
    then: Word


def examples(atlas: Atlas, form: Form, passed: set[str] | None = None) -> Iterator[Problem]:
    """A problem for each example that does not come out as it says, and for each change nobody notices.

    passed: marks of requirements without a problem; they are not tried again, and new ones are added. A mark
    holds for the requirement, its facts and events, the form and this program as they were.
    """
    law, marks = Law(atlas), set() if passed is None else passed
    common = sha256(msgspec.json.encode((atlas.questions, atlas.codes)) + _code()).digest()
    for route in atlas.routes:
        for requirement in route.requirements:
            mark = _mark(law, requirement, common)
            if mark in marks:
                continue
            problems = list(_examples(law, form, route, requirement))
            yield from problems
            if not problems:
                marks.add(mark)


@cache
def _code() -> bytes:
    mark = sha256()
    for folder in ("rules", "law", "family"):
        for path in sorted((Path(__file__).parents[1] / folder).glob("*.py")):
            mark.update(path.read_bytes())
    return mark.digest()


def _mark(law: Law, requirement: Requirement, common: bytes) -> str:
    others = [law.programs.of(name).requirement for name in (*requirement.unless, *requirement.excluded)]
    program = law.programs.of(requirement.id)
    facts = [law.atlas.fact(name) for name in sorted(program.facts)]
    events = [law.atlas.event(name) for name in sorted(program.events)]
    return sha256(common + msgspec.json.encode((requirement, others, facts, events))).hexdigest()


def _examples(law: Law, form: Form, route: Route, requirement: Requirement) -> Iterator[Problem]:
    tried: list[Tried] = []
    sound = True
    for number, example in enumerate(requirement.examples, 1):
        on = TODAY if example.on is None else date.fromisoformat(example.on)
        try:
            case = loads(msgspec.json.encode(_given(example.given)).decode(), form)
        except CaseError as error:
            sound = False
            yield _problem(
                route,
                requirement,
                f"example {number} of `{requirement.id}` is no case: {error.what}",
                "Only an answer that a family can give shows what the rule does.",
                error.todo,
            )
            continue
        tried.append(Tried(law.family(flatten(case)), World(law.atlas, on), example.then))
        asked = strictly(requirement)
        with law.programs.trying(asked):
            found = outcome(law, route, asked, tried[-1])
        if found != example.then:
            sound = False
            yield _problem(
                route,
                requirement,
                f"example {number} of `{requirement.id}` comes out as {found}, not {example.then}",
                "The rule and its examples are written apart; where they differ one of them is wrong.",
                "Look at the source again and mend the rule or the example.",
            )
    if sound:
        yield from _unnoticed(law, route, strictly(requirement), tried)


def _given(given: Any) -> Any:
    return {"members": [{"alias": "stork", "role": "parent"}], **given}


def strictly(requirement: Requirement) -> Requirement:
    """The requirement as its examples speak of it: of everybody whom it is asked, of one who may apply."""
    who = requirement.who
    if who is not None and who.effect == "person":
        who = msgspec.structs.replace(who, effect="family")
    return msgspec.structs.replace(requirement, aside=False, who=who)


def outcome(law: Law, route: Route, asked: Requirement, tried: Tried) -> Word:
    """What a requirement alone makes of an example; call it while it is tried."""
    alone = msgspec.structs.replace(route, requirements=(asked,), excluded=(), prior=None)
    return law.decide(alone, tried.family, tried.world).word


def _unnoticed(law: Law, route: Route, asked: Requirement, tried: list[Tried]) -> Iterator[Problem]:
    for what, text, other in _slips(asked):
        with law.programs.trying(other):
            noticed = any(outcome(law, route, other, one) != one.then for one in tried)
        if not noticed:
            yield _problem(
                route,
                asked,
                f"no example of `{asked.id}` would notice {what}",
                f"`{text}` gives the same answers on all of them, so a slip would stay unseen.",
                "Add an example, above all one just at the threshold.",
            )


def _slips(asked: Requirement) -> Iterator[tuple[str, str, Requirement]]:
    """The requirement with one slip in it: in its rule, or in a line, gate or tier of its points."""
    if asked.when is not None:
        for what, text in mutants(asked.when):
            yield what, text, msgspec.structs.replace(asked, when=text)
        return
    block = asked.points
    assert block is not None
    for number, group in enumerate(block.of):
        for place, line in enumerate(group):
            for what, text in mutants(line.when):
                changed = _put(group, place, msgspec.structs.replace(line, when=text))
                of = _put(block.of, number, changed)
                yield what, text, msgspec.structs.replace(asked, points=msgspec.structs.replace(block, of=of))
    for field in ("gates", "tiers"):
        lines = getattr(block, field)
        for place, line in enumerate(lines):
            for what, text in mutants(line.when):
                listed = _put(lines, place, msgspec.structs.replace(line, when=text))
                points = msgspec.structs.replace(block, **{field: listed})
                yield what, text, msgspec.structs.replace(asked, points=points)


def _put(items: tuple[Any, ...], place: int, item: Any) -> tuple[Any, ...]:
    return (*items[:place], item, *items[place + 1 :])


def mutants(text: str) -> Iterator[tuple[str, str]]:
    """What was changed, and the rule: comparisons swapped or loosened, and/or, not, any/all."""
    tree = ast.parse(text.strip(), mode="eval")
    for place, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            other = ast.parse(text.strip(), mode="eval")
            change(list(ast.walk(other))[place])
            yield what, ast.unparse(_Affirm().visit(other))


class _Affirm(ast.NodeTransformer):
    """Drops what a mutant marked as no longer denied."""

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        return node.operand if isinstance(node.op, ast.UAdd) else node


def _changes(node: ast.AST) -> Iterator[tuple[str, Any]]:
    if isinstance(node, ast.Compare):
        for number, op in enumerate(node.ops):
            for swap in _SWAPS[type(op)]:
                yield (
                    f"`{_sign(type(op))}` written as `{_sign(swap)}`",
                    lambda other, number=number, swap=swap: other.ops.__setitem__(number, swap()),
                )
    elif isinstance(node, ast.BoolOp):
        swap_op: type[ast.boolop] = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "`and` and `or` confused", lambda other: setattr(other, "op", swap_op())
    elif isinstance(node, ast.UnaryOp):
        yield "a `not` left out", lambda other: setattr(other, "op", ast.UAdd())  # see _Affirm
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _QUANTIFIERS:
        other_name = _QUANTIFIERS[node.func.id]
        yield (
            f"`{node.func.id}` written as `{other_name}`",
            lambda other: setattr(other.func, "id", other_name),
        )


def _sign(op: type[ast.cmpop]) -> str:
    blank = ast.Compare(ast.Name("a"), [op()], [ast.Name("b")])
    return ast.unparse(blank)[2:-2]


def _problem(route: Route, requirement: Requirement, what: str, why: str, todo: str) -> Problem:
    return Problem(route.file, requirement.line, what, why, todo)
