"""Where the atlas meets the rule language: the names a rule may use, and every rule read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

import msgspec

from vyrai.rules import Node, RuleError, Signature, Type, parse
from vyrai.rules.types import OWN
from vyrai.world._atlas import Atlas
from vyrai.world._built import Provision, Route
from vyrai.world._model import Fact, Requirement
from vyrai.world._problems import Problem
from vyrai.world._terms import Question

PERSON = {"p": "person"}


def fact_type(atlas: Atlas, fact: Fact) -> Type | None:
    """What a rule gets from a fact; None if no claim of it has a value."""
    value = next((claim.value for claim in fact.claims if claim.value is not None), None)
    if value is None:
        return None
    unit = None if fact.unit is None else atlas.unit(fact.unit)
    codes = None if unit is None else unit.of or unit.id
    match value[0]:
        case "number":
            return Type("number", fact.unit)
        case "date":
            return Type("date")
        case "yesno":
            return Type("yesno")
        case "codes":
            return Type("codes", codes)
        case _:
            return Type("level" if unit is not None and unit.kind == "level" else "code", codes)


def answer_type(question: Question) -> Type:
    """What a rule gets from an answer."""
    match question.type:
        case "list":
            return Type("list", question.list)
        case "code" | "codes" | "level":
            return Type(question.type, question.codes)
        case "number":
            if question.unit_from is None:
                return Type("number", question.unit)
            per = question.checks.get("per")
            return Type("number", f"{OWN}{question.unit_from}" + (f"/{per}" if per else ""))
        case "alias":
            return Type("code", "members")
        case other:
            return Type(other)


def signature(atlas: Atlas) -> Signature:
    """The names that the rules of this atlas may use; judgements are those of all routes."""
    entities: dict[str, dict[str, Type]] = {}
    for question in atlas.questions:
        entity, _, name = question.id.partition(".")
        entities.setdefault(entity, {})[name] = answer_type(question)
    codes = {name: tuple(listed.codes) for name, listed in atlas.codes.items()}
    codes["statuses"] = (*codes.get("statuses", ()), *(status.id for status in atlas.statuses))
    codes["steps"] = tuple(step.id for step in atlas.steps)
    codes["places"] = (*(country.id for country in atlas.countries), *(route.id for route in atlas.routes))
    judgements = frozenset(name for one in atlas.judging() for name in one.judgements)
    codes["judgements"] = tuple(sorted(judgements))
    return Signature(
        entities,
        codes,
        {fact.id: fact_type(atlas, fact) for fact in atlas.facts},
        frozenset(event.id for event in atlas.events),
        judgements,
        frozenset(name for route in atlas.routes for name in route.decided_later),
    )


def texts(requirement: Requirement) -> Iterator[str]:
    """Every rule of a requirement."""
    if requirement.when is not None:
        yield requirement.when
    if requirement.points is not None:
        points = requirement.points
        yield from (line.when for group in points.of for line in group)
        yield from (gate.when for gate in points.gates)
        yield from (tier.when for tier in points.tiers)


def thresholds(requirement: Requirement) -> Iterator[str]:
    """Every fact that a points test adds up or holds the sum against."""
    if requirement.points is not None:
        points = requirement.points
        yield from (line.gives for group in points.of for line in group)
        yield from (tier.at_least for tier in points.tiers)
        yield points.at_least


def prior_rule(route: Route) -> str | None:
    """What `prior` asks of each person: that one of the statuses is held on the day of filing.

    And that the status which the route gives was had less often than it may be.
    """
    if route.prior is None:
        return None
    held = " or ".join(f"held(p, '{status}')" for status in route.prior.any)
    if route.prior.times is None or route.gives is None:
        return held
    most = "1" if route.prior.times == "once" else f"fact('{route.prior.times}')"
    return f"({held}) and times(p, '{route.gives.status}') < {most}"


def tree_key(rule: str, of_person: bool) -> str:
    """Under what the tree of a rule is kept: the same words mean another thing where `p` is known."""
    return f"p: {rule}" if of_person else rule


def with_trees(atlas: Atlas, trees: Mapping[str, Node]) -> Atlas:
    """The atlas with rules that have been read."""
    return msgspec.structs.replace(atlas, raw_trees=msgspec.Raw(msgspec.json.encode(trees)))


def expressions(atlas: Atlas) -> tuple[dict[str, Node], list[Problem]]:
    """Every rule as a tree, and a problem for each that cannot be read: unknown names, units, literals."""
    names = signature(atlas)
    trees: dict[str, Node] = {}
    found: list[Problem] = []
    for owner, requirement in atlas.asked():
        found += _rules(owner, requirement, names, trees)
        found += _points(owner, requirement, names)
    for route in atlas.routes:
        prior = prior_rule(route)
        if prior is not None:
            # Checked elsewhere. What cannot be read (for want of a form, say) is read again when decided.
            with suppress(RuleError, KeyError):
                trees[tree_key(prior, True)] = parse(prior, names, PERSON)
    return trees, found


def _rules(
    owner: Route | Provision, requirement: Requirement, names: Signature, trees: dict[str, Node]
) -> Iterator[Problem]:
    of_person = requirement.who is not None
    for rule in texts(requirement):
        key = tree_key(rule, of_person)
        if key in trees:
            continue
        try:
            trees[key] = parse(rule, names, PERSON if of_person else {})
        except RuleError as error:
            yield Problem(
                owner.file,
                (requirement.rule_line or requirement.line) + error.line - 1,
                f"the rule of `{requirement.id}` cannot be read (column {error.column}): {error.what}",
                error.why or "Nothing can be decided by it.",
                error.todo or "docs/rules.md lists what a rule may say.",
            )


def _points(owner: Route | Provision, requirement: Requirement, names: Signature) -> Iterator[Problem]:
    for name in thresholds(requirement):
        made = names.facts[name]
        if made is None or made.kind != "number":
            yield Problem(
                owner.file,
                requirement.line,
                f"the fact `{name}` gives no number of points",
                "Points are added up and held against a threshold.",
                "Give each of its claims a value and a unit, for example unit: points.",
            )
