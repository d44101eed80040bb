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
_WEIGHTS = {"keep": 3.0, "pocket": 2.0, "crossed": 0.0}
"""How much a route counts by the family's mark; without a mark 1."""
_UNLIKELY = 0.3
"""How much less a route counts that answers of the family cannot bring to be surely open."""


def ask(law: Law, case: Case, on: date, known: date | None = None, count: int = 1) -> tuple[Question, ...]:
    """The questions whose answers would settle most, the best first; empty when nothing more is open."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    links: list[Link] = []
    for country in law.atlas.countries:
        chains = Chains(law, family, world, country.id)
        links += [link for chain in chains.rows() for link in chain.links[: chain.entry]] + chains.apart()
    return questions(law, family, Items(case.form, family, world), world, links, count)


def questions(
    law: Law, family: Family, items: Items, world: World, links: Iterable[Link], count: int
) -> tuple[Question, ...]:
    """The best questions over some links that are open and whose doors are not shut."""
    ways: dict[tuple[str, date], Way] = {}
    for link in links:
        door = link.verdict.door.states
        if link.verdict.bits == UNKNOWN and door != ("closed",):
            trial = Trial(law, link.route, link.family or family, world.at(link.on))
            ways.setdefault((link.route.id, link.on), Way(family, trial, door))
    matters: dict[str, list[tuple[str, date]]] = {}
    for place, way in ways.items():
        for key in way.open:
            if ":" not in key:
                matters.setdefault(key, []).append(place)
    codes = constants(law, (way.trial for way in ways.values()))
    scored = []
    for key, places in matters.items():
        field = items.field(key)
        values = classes(items, field, codes.get(field.name, ()), world)
        settled = {place: ways[place].settled(key, values) for place in places}
        worth = sum((settled[place] + ways[place].nearer) * ways[place].weight for place in places)
        cost = field.burden + 2 * field.danger + (3 if field.sensitive else 0)
        routes = {route for route, _ in places}
        settles = {route for (route, _), share in settled.items() if share > 0}
        scored.append((-worth / cost, key, len(settles), sorted(routes)))
    scored.sort()
    return tuple(_question(items, key, settles, routes) for _, key, settles, routes in scored[:count])


class Way:
    """One open route, as a question may bring it nearer to an end.

    weight: by the family's marks; less where the door would not be surely open, or where no answer of the
    family can bring the route to be met. nearer: what any of its open answers is worth though it settles
    nothing yet, the more the fewer are left.
    """

    def __init__(self, family: Family, trial: Trial, door: tuple[str, ...]) -> None:
        self.trial, self.open = trial, trial.open()
        route = trial.route
        own = [key for key in self.open if ":" not in key]
        asked = {one for parts in self.open.values() for one in parts}
        told = {one for key in own for one in self.open[key]}
        self.nearer = 1 / len(own) if own else 0.0
        written = mark(family, (route.id, route.folder), None)
        self.weight = 1.0 if written is None else _WEIGHTS.get(written.mark, 1.0)
        if asked != told or door != ("open",):
            self.weight *= _UNLIKELY

    def settled(self, key: str, values: list[Alternatives]) -> float:
        """The share of the answers that would settle it."""
        verdicts = [self.trial.bits({key: value}, self.open[key]) for value in values]
        return sum(bits != UNKNOWN for bits in verdicts) / len(values)


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
        matters=tuple(routes),
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
