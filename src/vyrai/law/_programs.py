"""The rules of an atlas, read once each and kept: for every requirement its conditions and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from vyrai.rules import Entry, Env, Node, Points, Signature, condition, parse, points
from vyrai.rules import nodes as n
from vyrai.rules.breaks import Scan, scanner
from vyrai.rules.reach import Reach, reach
from vyrai.rules.support import apart
from vyrai.world import Atlas, For, Requirement, Route, fact_type, prior_rule, signature, tree_key

Condition = Callable[[Env], tuple[int, tuple[str, ...]]]


@dataclass(frozen=True, eq=False)
class Program:
    """One requirement, ready to decide. `trees` are all its conditions, for breakpoints and for its facts."""

    requirement: Requirement
    rule: Node | Points
    trees: tuple[Node, ...]

    @cached_property
    def decide(self) -> Condition:
        """The function that decides it."""
        return points(self.rule) if isinstance(self.rule, Points) else condition(self.rule)

    @cached_property
    def apart(self) -> bool:
        """Whether the items found of it are irredundant."""
        return not self.sums and apart(self.trees[0])

    @cached_property
    def bare(self) -> bool:
        """Whether its condition is all there is: no exceptions, and asked on every day."""
        requirement = self.requirement
        return not requirement.unless and not requirement.excluded and requirement.valid is None

    @cached_property
    def overlaps(self) -> bool:
        """Whether the items found may hold more than is needed."""
        return not self.apart or bool(self.requirement.unless or self.requirement.excluded)

    @cached_property
    def reach(self) -> tuple[Reach, ...]:
        """What a few answers could settle of each condition; topics of the member asked begin with `p`."""
        slots = {} if self.requirement.who is None else {0: "p"}
        return tuple(reach(tree, _topics, slots) for tree in self.trees)

    @cached_property
    def sums(self) -> bool:
        """Whether it adds up points: then what is needed of one line depends on the others."""
        return self.requirement.points is not None

    @cached_property
    def scans(self) -> tuple[Scan, ...]:
        """What finds the days on which a condition may change by itself."""
        return tuple(scan for scan in map(scanner, self.trees) if scan is not None)

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts it computes with."""
        return frozenset(part.id for part in self._parts if isinstance(part, n.Fact))

    @cached_property
    def reckons(self) -> bool:
        """Whether it turns one currency into another."""
        return any(isinstance(part, n.Worth) for part in self._parts)

    @cached_property
    def events(self) -> frozenset[str]:
        """The events it asks about."""
        return frozenset(part.event for part in self._parts if isinstance(part, n.During))

    @cached_property
    def _parts(self) -> tuple[n.Node, ...]:
        """Every part of its conditions that names something of the atlas."""
        asked = n.Fact | n.Worth | n.During
        return tuple(part for tree in self.trees for part in n.walk(tree) if isinstance(part, asked))


class Programs:
    """The programs of one atlas. Rules are read when first asked for."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._made: dict[str, Program] = {}
        self._wanted: dict[str, list[tuple[Program, bool]]] = {}

    @cached_property
    def names(self) -> Signature:
        """What rules may name."""
        return signature(self.atlas)

    def of(self, name: str) -> Program:
        """The program of a requirement, by id."""
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._make(self.atlas.requirement(name))
        return made

    def events_of(self, route: Route, name: str) -> frozenset[str]:
        """The events that a requirement of a route asks about."""
        known = any(one.id == name for one in route.requirements)
        return self.of(name).events if known else frozenset()

    def wanted(self, route: Route) -> list[tuple[Program, bool]]:
        """All that a route asks, on whatever day; True: met means out."""
        found = self._wanted.get(route.id)
        if found is None:
            prior = self.prior(route)
            found = [] if prior is None else [(prior, False)]
            found += [(self.of(one.id), False) for one in route.requirements if not one.aside]
            found += [(self.of(name), True) for name in route.excluded]
            self._wanted[route.id] = found
        return found

    def prior(self, route: Route) -> Program | None:
        """What `prior` asks of each person, under an id of its own; see `prior_rule`."""
        rule = prior_rule(route)
        if rule is None:
            return None
        made = self._made.get(f"{route.id}#prior")
        if made is None:
            made = self._made[f"{route.id}#prior"] = self._make(prior_requirement(route, rule))
        return made

    def read(self, rule: str, of_person: bool) -> Node:
        """The tree of a rule: as it was compiled with the atlas, or read now."""
        compiled = self.atlas.trees.get(tree_key(rule, of_person))
        if compiled is not None:
            return n.decode(compiled)
        return parse(rule, self.names, {"p": "person"} if of_person else {})

    def _fact(self, name: str) -> Node:
        of = fact_type(self.atlas, self.atlas.fact(name))
        assert of is not None  # `atlas check` refuses points that are not numbers
        return n.Fact(of, name)

    def _make(self, requirement: Requirement) -> Program:
        of_person, fact = requirement.who is not None, self._fact

        def read(text: str) -> Node:
            return self.read(text, of_person)

        if requirement.when is not None:
            tree = read(requirement.when)
            return Program(requirement, tree, (tree,))
        block = requirement.points
        assert block is not None
        assert block.at_least is not None
        made = Points(
            fact(block.at_least),
            tuple(tuple(Entry(read(line.when), fact(line.gives)) for line in group) for group in block.of),
            tuple(read(gate.when) for gate in block.gates),
            tuple((read(tier.when), fact(tier.at_least)) for tier in block.tiers),
        )
        return Program(requirement, made, made.parts())


@lru_cache(maxsize=10_000)
def topic(item: str) -> str:
    """The question or list that an item or a leaf belongs to: `members.birth`, `happened`, `fact:ID`.

    Rates are one topic with the savings or offers reckoned by them: no rule asks of a rate alone.
    """
    if ":" in item:
        return item
    names = [part.partition("/")[0] for part in item.split(".")]
    return ".".join(names[: 2 if names[0] in ("members", "family", "p") else 1])


def _topics(names: Iterable[str], every: bool) -> frozenset[str]:
    """Topics of leaves. every: what is asked of all members is asked of this one too."""
    found = set(map(topic, names))
    if every:
        found.update(f"p{name[7:]}" for name in tuple(found) if name.startswith("members."))
    return frozenset(found)


def prior_requirement(route: Route, when: str) -> Requirement:
    """The condition that `prior` stands for, under an id of its own."""
    return Requirement(
        id=f"{route.id}#prior", wording={}, source=(), line=route.line, who=For("person", "person"), when=when
    )
