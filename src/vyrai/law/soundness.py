"""Checks of whole routes: something that a family can answer must bear on each of them."""

from __future__ import annotations

from collections.abc import Iterator

from vyrai.law._programs import Programs
from vyrai.rules import Node
from vyrai.rules import nodes as n
from vyrai.world import Atlas, Problem, Route

_ANSWERS = n.Field | n.Age | n.Level | n.TimeIn | n.Quantifier | n.Fold


def routes(atlas: Atlas) -> Iterator[Problem]:
    """A problem for each route that asks nothing, or whose every condition only a person or a day decides."""
    programs = Programs(atlas)
    for route in atlas.routes:
        asked = [programs.of(one.id) for one in route.requirements if not one.aside]
        prior = programs.prior(route)
        trees = [tree for program in (*asked, *(() if prior is None else (prior,))) for tree in program.trees]
        if not trees:
            yield _problem(
                route,
                f"the route `{route.id}` asks nothing",
                "No answer could ever open or close it, so it would be unknown for everybody.",
                "Add at least one requirement, with its source.",
            )
        elif not any(_reads_answers(tree) for tree in trees):
            yield _problem(
                route,
                f"in the route `{route.id}` everything is left to somebody's judgement",
                "No answer of a family changes its verdict, so it tells nobody anything.",
                "Write what can be checked (citizenship, papers, dates) beside the judgement.",
            )


def _reads_answers(tree: Node) -> bool:
    return any(isinstance(part, _ANSWERS) for part in n.walk(tree))


def _problem(route: Route, what: str, why: str, todo: str) -> Problem:
    return Problem(route.file, route.line, what, why, todo)
