"""The next best question: one-step look-ahead over the answers that the rules can tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import inf

from vyrai.choose._columns import mark
from vyrai.choose._open import Items
from vyrai.choose.model import Question
from vyrai.family import Case, Field, flatten
from vyrai.law import Chains, Family, Law, Link
from vyrai.law.trial import Trial
from vyrai.rules import UNKNOWN
from vyrai.rules import nodes as n
from vyrai.rules.env import Alternatives
from vyrai.world import World

_YEAR = 366
_WEIGHTS = {"keep": 3, "pocket": 2, "crossed": 0}
"""How much a route counts by the family's mark; without a mark 1."""


def ask(law: Law, case: Case, on: date, known: date | None = None, count: int = 1) -> tuple[Question, ...]:
    """The questions whose answers would settle most, the best first; empty when nothing more is open."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    links: list[Link] = []
    for country in law.atlas.countries:
        chains = Chains(law, family, world, country.id)
        links += [chain.links[0] for chain in chains.rows()] + chains.apart()
    return questions(law, family, Items(case.form, family, world), world, links, count)


def questions(
    law: Law, family: Family, items: Items, world: World, links: Iterable[Link], count: int
) -> tuple[Question, ...]:
    """The best questions over some links; only those decided as things stand are looked at."""
    trials = {
        link.route.id: Trial(law, link.route, family, world)
        for link in links
        if link.after is None and link.verdict.bits == UNKNOWN and link.verdict.door.states != ("closed",)
    }
    matters: dict[str, list[str]] = {}
    open_parts = {route: trial.open() for route, trial in trials.items()}
    for route, found in open_parts.items():
        for key in found:
            if ":" not in key:
                matters.setdefault(key, []).append(route)
    codes = constants(law, trials.values())
    scored = []
    for key, routes in matters.items():
        field = items.field(key)
        values = classes(items, field, codes.get(field.name, ()), world)
        settled: dict[str, float] = {}
        for route in routes:
            verdicts = [trials[route].bits({key: value}, open_parts[route][key]) for value in values]
            settled[route] = sum(bits != UNKNOWN for bits in verdicts) / len(values)
        weight = {route: _weight(law, family, route) for route in routes}
        # A question that settles nothing yet still brings every route it stands in nearer.
        worth = sum((settled[route] + 0.1) * weight[route] for route in routes)
        cost = field.burden + 2 * field.danger + (3 if field.sensitive else 0)
        scored.append((-worth / cost, key, sum(share > 0 for share in settled.values()), routes))
    scored.sort()
    return tuple(_question(items, key, settles, routes) for _, key, settles, routes in scored[:count])


def _weight(law: Law, family: Family, route: str) -> int:
    written = mark(family, (route, law.atlas.route(route).folder), None)
    return 1 if written is None else _WEIGHTS.get(written.mark, 1)


def _question(items: Items, key: str, settles: int, routes: list[str]) -> Question:
    field, alias = items.field(key), items.alias(items.member(key)) or ""

    def named(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
        return {language: text.replace("{name}", alias) for language, text in texts}

    return Question(
        item=key,
        question=field.id,
        label=items.label(key),
        text=named(field.text.items()),
        why=named(field.why.items()),
        settles=settles,
        matters=tuple(sorted(routes)),
        burden=field.burden,
        danger=field.danger,
        sensitive=field.sensitive,
    )


def constants(law: Law, trials: Iterable[Trial]) -> dict[str, tuple[str, ...]]:
    """By field name, the codes with which the rules of some routes compare it."""
    found: dict[str, dict[str, None]] = {}
    seen = {asked.program for trial in trials for asked in trial.listed}
    for program in sorted(seen, key=lambda one: one.requirement.id):
        for tree in program.trees:
            for node in n.walk(tree):
                if isinstance(node, n.OneOf) and isinstance(node.value, n.Field):
                    codes = node.options if isinstance(node.options, tuple) else ()
                    found.setdefault(node.value.name, {}).update(dict.fromkeys(codes))
                elif isinstance(node, n.Compare) and isinstance(node.left, n.Field):
                    code = node.right.value if isinstance(node.right, n.Const) else None
                    if isinstance(code, str):
                        found.setdefault(node.left.name, {})[code] = None
    return {name: tuple(codes) for name, codes in found.items()}


def classes(items: Items, field: Field, codes: tuple[str, ...], world: World) -> list[Alternatives]:
    """Answers that stand for all others: both of yes and no, codes that rules name and one they do not."""
    today = world.on.toordinal()
    match field.kind:
        case "yesno":
            return [(True,), (False,)]
        case "list":
            return [(True,)]
        case "date":
            return [((day, day),) for day in (today - 30 * _YEAR, today - _YEAR, today - 1, today + _YEAR)]
        case "level":
            top = len(items.form.codes[field.codes or ""]) - 1
            return [((rank, rank),) for rank in (0, top // 2, top)]
        case "number":
            return [((0, 0),), ((inf, inf),)]
        case "codes" | "aliases":
            return [(frozenset(),), (frozenset(codes),)]
        case _:
            return [(code,) for code in (*codes[:4], "")]
