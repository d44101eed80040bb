"""Checks of an atlas that need the whole engine: every requirement is tried on its own examples.

A requirement must say of each example what the example says; and were one of its comparisons, connectives or
quantifiers another, at least one example must notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from vyrai import world
from vyrai.family import CaseError, Form, flatten, loads, of_data
from vyrai.law._family import Family
from vyrai.law._tries import Rule, Tries, with_rule
from vyrai.law.law import Law
from vyrai.rules import Points
from vyrai.rules.slips import mutants, slips
from vyrai.world import Atlas, Example, Problem, Provision, Requirement, Route, World

__all__ = ["examples", "mutants"]

Owner = Route | Provision
"""What a requirement is one of."""

TODAY = date(2026, 11, 20)
"""The day of an example that names none."""


def examples(atlas: Atlas, form: Form, passed: set[str] | None = None) -> Iterator[Problem]:
    """A problem for each example that does not come out as it says, and for each change nobody notices.

    passed: marks of requirements without a problem; they are not tried again, and new ones are added. A mark
    holds for the requirement, its facts and events, the form and this program as they were.
    """
    law, marks = Law(atlas), set() if passed is None else passed
    common = sha256(msgspec.json.encode((atlas.questions, atlas.codes)) + _code()).digest()
    families = Families(law, form)
    for owner, requirement in atlas.asked():
        mark = _mark(law, requirement, common)
        if mark in marks:
            continue
        problems = list(_examples(law, families, owner, requirement))
        yield from problems
        if not problems:
            marks.add(mark)


class Families:
    """The families and days of examples, each made once: many requirements are tried on the same."""

    def __init__(self, law: Law, form: Form) -> None:
        self._law, self._form = law, form
        self._families: dict[bytes, Family] = {}
        self._worlds: dict[str | None, World] = {}

    def of(self, example: Example) -> Family:
        """The family of an example; CaseError if there can be none."""
        given = {"members": [{"alias": "stork", "role": "parent"}], **example.given}
        key = msgspec.json.encode(given)
        found = self._families.get(key)
        if found is None:
            try:
                case = of_data(given, self._form)
            except CaseError:
                case = loads(key, self._form)  # says which mistake comes first
            found = self._families[key] = self._law.family(flatten(case))
        return found

    def world(self, example: Example) -> World:
        """The atlas on the day of an example."""
        found = self._worlds.get(example.on)
        if found is None:
            on = TODAY if example.on is None else date.fromisoformat(example.on)
            found = self._worlds[example.on] = World(self._law.atlas, on)
        return found


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


def _examples(law: Law, families: Families, owner: Owner, requirement: Requirement) -> Iterator[Problem]:
    tried: list[tuple[Tries, Example]] = []
    rule, wrong = _slips(law, requirement)
    sound = True
    for number, example in enumerate(requirement.examples, 1):
        try:
            family = families.of(example)
        except CaseError as error:
            sound = False
            yield _problem(
                owner,
                requirement,
                f"example {number} of `{requirement.id}` is no case: {error.what}",
                "Only an answer that a family can give shows what the rule does.",
                error.todo,
            )
            continue
        tried.append((Tries(law.programs, requirement, family, families.world(example)), example))
        found = tried[-1][0].word(rule)
        if found != example.then:
            sound = False
            yield _problem(
                owner,
                requirement,
                f"example {number} of `{requirement.id}`: the rule says {found}, the example {example.then}",
                "The rule and its examples are written apart; where they differ one of them is wrong.",
                "Look at the source again and mend the rule or the example.",
            )
    for text, number, slipped in wrong if sound else ():
        if not any(tries.word(slipped) != example.then for tries, example in tried):
            what, said = list(mutants(text))[number]
            yield _problem(
                owner,
                requirement,
                f"no example of `{requirement.id}` would notice {what}",
                f"`{said}` gives the same answers on all of them, so a slip would stay unseen.",
                "Add an example, above all one just at the threshold.",
            )


def _slips(law: Law, requirement: Requirement) -> tuple[Rule, list[tuple[str, int, Rule]]]:
    """The rule; and with each slip in it: the condition it is in, as written, and its number among those."""
    rule, names = law.programs.of(requirement.id).rule, law.programs.names
    variables = {} if requirement.who is None else {"p": "person"}
    if requirement.when is not None:
        right, wrong = slips(requirement.when, names, variables)
        return right, [(requirement.when, number, tree) for number, tree in enumerate(wrong)]
    block = requirement.points
    assert block is not None
    assert isinstance(rule, Points)
    found: list[tuple[str, int, Rule]] = []
    for place, text in _conditions(block):
        _, wrong = slips(text, names, variables)
        found += [(text, number, with_rule(rule, place, tree)) for number, tree in enumerate(wrong)]
    return rule, found


def _conditions(block: world.Points) -> Iterator[tuple[tuple[str, *tuple[int, ...]], str]]:
    """Every condition of a block of points, and where it stands."""
    for group, lines in enumerate(block.of):
        yield from ((("of", group, place), line.when) for place, line in enumerate(lines))
    yield from ((("gates", place), gate.when) for place, gate in enumerate(block.gates))
    yield from ((("tiers", place), tier.when) for place, tier in enumerate(block.tiers))


def _problem(owner: Owner, requirement: Requirement, what: str, why: str, todo: str) -> Problem:
    return Problem(owner.file, requirement.line, what, why, todo)
