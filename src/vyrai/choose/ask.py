"""The next best question: one-step look-ahead over the answers that the rules can tell apart.

What counts is which ways are open: an answer is worth the more, the fewer are left to be given until a way is
surely open, and the likelier it is that they turn out well. So the interview follows the likeliest way to its
end before it begins another. Burden and danger hold a question back (by their cube root, or the hardest would
wait for ever).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from math import inf

from vyrai.choose._columns import mark
from vyrai.choose._open import Items
from vyrai.choose.model import Question
from vyrai.family import Case, Field, flatten
from vyrai.law import Chains, Family, Law, Link
from vyrai.law.trial import Trial
from vyrai.rules import SURE, SURELY_NOT, UNKNOWN
from vyrai.rules import nodes as n
from vyrai.rules.env import Alternatives
from vyrai.world import World

Place = tuple[str, date]
"""A route and the day on which it is filed."""
Shares = dict[Place, tuple[float, float]]
"""Of the answers to one question the shares by which a route would be met, and not met."""
_YEAR = 366
_WEIGHTS = {"keep": 3.0, "pocket": 2.0, "crossed": 0.0}
"""How much a route counts by the family's mark; without a mark 1."""
_UNLIKELY, _NO_STATUS = 0.05, 0.1
"""How much less a way counts that the family alone cannot open; that gives no status (a recognition)."""
_AT_LEAST = 0.1
"""The least chance of an answer: the look-ahead knows a list only as whole and without more in it."""
_DECIDED, _SHUT = 1 / 6, 1 / 60
"""What it is worth that an answer opens a way, or shuts it, against 1 for the only answer that is left."""


def ask(law: Law, case: Case, on: date, known: date | None = None, count: int = 1) -> tuple[Question, ...]:
    """The questions whose answers would settle most, the best first; empty when nothing more is open."""
    family, world = law.family(flatten(case)), World(law.atlas, on, known)
    ways: list[tuple[Link, ...]] = []
    for country in law.atlas.countries:
        chains = Chains(law, family, world, country.id)
        ways += [chain.links[: chain.entry] for chain in chains.rows()]
        ways += [(link,) for link in chains.apart()]
    return questions(law, family, Items(case.form, family, world), world, ways, count)


def questions(
    law: Law, family: Family, items: Items, world: World, ways: Iterable[tuple[Link, ...]], count: int
) -> tuple[Question, ...]:
    """The best questions over ways: the links of a chain that lead in, or one route that stands alone."""
    tried: dict[Place, Tried] = {}
    open_ways = []
    for links in ways:
        if all(link.way != "closed" for link in links):
            for link in links:
                place = (link.route.id, link.on)
                if link.verdict.bits == UNKNOWN and place not in tried:
                    tried[place] = Tried(Trial(law, link.route, link.family or family, world.at(link.on)))
            open_ways.append(Way(family, links, tried))
    matters: dict[str, list[Way]] = {}
    for way in open_ways:
        for key in way.left:
            matters.setdefault(key, []).append(way)
    codes = constants(law, (one.trial for one in tried.values()))
    shares: dict[str, Shares] = {}
    for key in matters:
        field = items.field(key)
        values = classes(items, field, codes.get(field.name, ()), world)
        shares[key] = {place: one.shares(key, values) for place, one in tried.items() if key in one.open}
    chances = {way: way.chance(shares) for way in open_ways}
    scored = []
    for key, concerned in matters.items():
        field = items.field(key)
        worth = sum(way.worth(shares[key], chances[way]) for way in concerned)
        cost = field.burden + 2 * field.danger + (3 if field.sensitive else 0)
        scored.append((-round(worth / cost ** (1 / 3), 9), key))
    groups: dict[str, list[str]] = {}
    for _, key in sorted(scored):
        groups.setdefault(key.partition(".")[2] if items.member(key) else key, []).append(key)
    return tuple(_question(items, keys, shares) for keys in list(groups.values())[:count])


class Tried:
    """An open route on its day: what is open of it, and what answers would make of it."""

    def __init__(self, trial: Trial) -> None:
        self.trial, self.open = trial, trial.open()

    def shares(self, key: str, values: list[Alternatives]) -> tuple[float, float]:
        """The shares of the answers to a question by which it would be met, and not met."""
        verdicts = [self.trial.bits({key: value}, self.open[key]) for value in values]
        return verdicts.count(SURE) / len(values), verdicts.count(SURELY_NOT) / len(values)


class Way:
    """A way that may yet come to be open, and what is left to be asked for it.

    weight: by the family's marks; less where an office, a judge or a door has more to say than the family.
    """

    def __init__(self, family: Family, links: tuple[Link, ...], tried: Mapping[Place, Tried]) -> None:
        places = [(link.route.id, link.on) for link in links]
        self.parts = {place: tried[place].open for place in places if place in tried}
        keys = [key for found in self.parts.values() for key in found]
        self.left = dict.fromkeys(key for key in keys if ":" not in key)
        last = links[-1].route
        written = mark(family, (*(link.route.id for link in links), last.folder), None)
        self.weight = 1.0 if written is None else _WEIGHTS.get(written.mark, 1.0)
        asked = {one for found in self.parts.values() for parts in found.values() for one in parts}
        told = {one for found in self.parts.values() for key in self.left for one in found.get(key, ())}
        if asked != told or any(link.verdict.door.states != ("open",) for link in links):
            self.weight *= _UNLIKELY
        if last.gives is None or last.gives.status is None:
            self.weight *= _NO_STATUS

    def chance(self, shares: Mapping[str, Shares]) -> float:
        """How likely it is that every answer turns out well, as far as single answers show."""
        chance = 1.0
        for key in self.left:
            shut = max(share[1] for place, share in shares[key].items() if place in self.parts)
            chance *= max(_AT_LEAST, 1 - shut)
        return chance

    def worth(self, shares: Shares, chance: float) -> float:
        """What an answer brings: the way decided, or nearer to that, the more the fewer answers are left."""
        found = [shares[place] for place in self.parts if place in shares]
        met, not_met = max(share[0] for share in found), max(share[1] for share in found)
        return self.weight * (chance / len(self.left) + _DECIDED * met / len(self.parts) + _SHUT * not_met)


def _question(items: Items, keys: list[str], shares: Mapping[str, Shares]) -> Question:
    """A question, with the same question about others; the one about whom it matters most is first."""
    key = keys[0]
    field, alias = items.field(key), items.alias(items.member(key)) or ""
    told = [(route, any(share)) for one in keys for (route, _), share in shares[one].items()]

    def named(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
        return {language: text.replace("{name}", alias) for language, text in texts}

    return Question(
        item=key,
        question=field.id,
        label=items.label(key),
        text=named(field.text.items()),
        why=named(field.why.items()),
        settles=len({route for route, settles in told if settles}),
        matters=tuple(sorted({route for route, _ in told})),
        burden=field.burden,
        danger=field.danger,
        sensitive=field.sensitive,
        also=tuple(items.label(one) for one in sorted(keys[1:])),
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
