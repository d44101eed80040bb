"""The kinds of rule that real law has, and where each occurs in the atlas.

    python tools/kinds.py        writes docs/kinds.md

A kind is looked for in the checked trees of the rules and in the routes themselves, so the list cannot say
more than the atlas does.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from vyrai.law import Law
from vyrai.rules import Node
from vyrai.rules import nodes as n
from vyrai.world import Atlas, Requirement, Route, load_atlas

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/kinds.md"
CASES = ROOT / "tests/golden/routes"
VERDICTS = {"met", "not met", "unknown"}
SHOWN = 3


@dataclass(frozen=True)
class Rule:
    """A requirement where it stands, with everything in its trees."""

    atlas: Atlas
    route: Route
    requirement: Requirement
    parts: tuple[Node, ...]

    def has(self, *kinds: type[Node]) -> bool:
        """Whether a part is of one of the kinds."""
        return any(isinstance(part, kinds) for part in self.parts)

    def asks(self, *names: str) -> bool:
        """Whether it reads an answer or list of one of the names."""
        return any(isinstance(part, n.Field | n.Source) and part.name in names for part in self.parts)

    def lists(self, *names: str) -> bool:
        """Whether it goes through one of the lists."""
        return any(
            isinstance(part, n.Quantifier | n.Fold) and part.source.name in names for part in self.parts
        )

    def comparisons(self) -> Iterator[tuple[Node, ...]]:
        """The parts of each comparison."""
        for part in self.parts:
            if isinstance(part, n.Compare):
                yield tuple(n.walk(part))

    def facts(self) -> list[str]:
        """The facts it computes with."""
        return [part.id for part in self.parts if isinstance(part, n.Fact)]


def _window(rule: Rule) -> bool:
    dated = (
        any(isinstance(part, n.Day) for part in parts)
        and any(isinstance(part, n.Fact) and part.type.kind == "date" for part in parts)
        for parts in rule.comparisons()
    )
    valid = rule.requirement.valid
    return any(dated) or (valid is not None and valid.end_hi is not None)


def _by_day(rule: Rule) -> bool:
    for name in rule.facts():
        claims = rule.atlas.fact(name).claims
        spans = {(claim.valid.begin_hi, claim.valid.end_lo) for claim in claims if claim.valid is not None}
        if len(spans) > 1 and len({str(claim.value) for claim in claims}) > 1:
            return True
    return False


def _decay(rule: Rule) -> bool:
    return any(
        any(isinstance(part, n.Duration) for part in parts)
        and any(isinstance(part, n.Field) and part.name in ("to", "date", "from") for part in parts)
        for parts in rule.comparisons()
    )


def _sinks(rule: Rule) -> bool:
    who = rule.requirement.who
    return who is not None and who.effect == "family" and (bool(rule.requirement.unless) or rule.has(n.Or))


def _partial(rule: Rule) -> bool:
    gives = rule.route.gives
    limited = (
        gives is not None
        and gives.status is not None
        and any(
            right.right == "practise" and right.holds == "limited"
            for right in rule.atlas.status(gives.status).rights
        )
    )
    return rule.route.kind == "recognition" and (
        limited or "limited" in rule.route.id or "conditional" in rule.route.id
    )


def _skills(rule: Rule) -> set[str]:
    return {part.skill for part in rule.parts if isinstance(part, n.Level)}


KINDS: dict[str, Callable[[Rule], bool]] = {
    "alternatives": lambda rule: rule.has(n.Or),
    "exceptions": lambda rule: bool(
        rule.requirement.unless or rule.requirement.excluded or rule.route.excluded
    ),
    "windows of application": _window,
    "thresholds by filing date": _by_day,
    "points with gates and tiers": lambda rule: rule.requirement.points is not None,
    "rounds, lotteries, quotas": lambda rule: any(
        isinstance(one, n.Judged) and one.later for one in rule.parts
    ),
    "one person's admissibility sinks the family, with exemptions": _sinks,
    "freshness and decay": _decay,
    "attempts and waiting between them": lambda rule: rule.lists("done", "refusals"),
    "partial recognition (tasks, place, time)": _partial,
    "language overall": lambda rule: "level" in _skills(rule),
    "language per part": lambda rule: bool(_skills(rule) - {"level"}),
    "money held": lambda rule: rule.has(n.Worth),
    "money vouched for, or a host": lambda rule: rule.asks("sponsor", "host"),
    "prior status": lambda rule: rule.route.prior is not None or rule.lists("statuses"),
    "how often a status was had": lambda rule: (
        (rule.route.prior is not None and rule.route.prior.times is not None)
        or any(isinstance(one, n.Not) and _ever(one) for one in rule.parts)
    ),
    "another actor's deed (employer, other parent, host)": lambda rule: (
        rule.lists("job_offers") or rule.asks("other_parent_consents", "host", "sponsor")
    ),
    "a relative's status": lambda rule: rule.lists("relatives") and rule.asks("status", "citizenship"),
    "an event in force": lambda rule: rule.has(n.During),
    "discretion": lambda rule: any(isinstance(one, n.Judged) and not one.later for one in rule.parts),
    "citizenship of each person": lambda rule: rule.lists("citizenships") and rule.asks("country"),
    "document held": lambda rule: rule.asks("document", "expires", "free_pages", "biometric"),
    "residence": lambda rule: rule.asks("residence"),
}
"""Name of a kind -> whether a rule is of it."""


def _ever(node: n.Not) -> bool:
    part = node.part
    return isinstance(part, n.Quantifier) and part.source.name == "statuses"


def rules(atlas: Atlas) -> Iterator[Rule]:
    """Every requirement of the atlas."""
    programs = Law(atlas).programs
    for route in atlas.routes:
        for requirement in route.requirements:
            trees = programs.of(requirement.id).trees
            yield Rule(atlas, route, requirement, tuple(part for tree in trees for part in n.walk(tree)))


def found(atlas: Atlas) -> dict[str, list[str]]:
    """For each kind the requirements that are of it, one for each route, in the order of the atlas."""
    listed = list(rules(atlas))
    places: dict[str, list[str]] = {}
    for kind, is_of in KINDS.items():
        first: dict[str, str] = {}
        for rule in listed:
            if is_of(rule):
                first.setdefault(rule.route.id, rule.requirement.id)
        places[kind] = list(first.values())
    return places


def tables() -> dict[str, Counter[str]]:
    """By route the rows of its case table, by verdict."""
    reader = YAML(typ="safe")
    rows = {}
    for path in sorted(CASES.glob("*/*.yaml")):
        table = reader.load(path)
        rows[table["route"]] = Counter(str(case["verdict"]) for case in table["cases"])
    return rows


def proven(atlas: Atlas) -> dict[str, str | None]:
    """For each kind a route of it whose table has a case that is met, one that is not, and one unknown."""
    cases, route_of = tables(), {one.id: route.id for route in atlas.routes for one in route.requirements}
    chosen: dict[str, str | None] = {}
    for kind, places in found(atlas).items():
        whole = (route_of[one] for one in places if set(cases.get(route_of[one], ())) == VERDICTS)
        chosen[kind] = next(whole, None)
    return chosen


def page(atlas: Atlas) -> str:
    """docs/kinds.md."""
    lines = [
        "# Kinds of rule",
        "",
        "Real law has more than thresholds. Each kind below was found in the facts; beside it stands where",
        "it occurs in the atlas now. Written by `python tools/kinds.py`, which looks into the rules",
        "themselves; a test does so too.",
        "",
        "The last column names a route of the kind, and how many of its cases are met, not met, unknown.",
        "",
        "| kind of rule | routes | for example | route and cases |",
        "| --- | --- | --- | --- |",
    ]
    cases, shown_by = tables(), proven(atlas)
    missing = []
    for kind, places in found(atlas).items():
        shown = ", ".join(f"`{one}`" for one in places[:SHOWN])
        route, told = shown_by[kind], "none yet"
        if route is not None:
            counts = " / ".join(str(cases[route][verdict]) for verdict in ("met", "not met", "unknown"))
            told = f"`{route}`: {counts}"
        lines.append(f"| {kind} | {len(places)} | {shown or 'none yet'} | {told} |")
        missing += [] if places else [kind]
    lines += ["", "## Missing", ""]
    lines += [f"- {kind}: no route of the atlas has it yet." for kind in missing] or ["None."]
    lines += [
        "- money that is blocked or grows, general against professional language: the form does not tell",
        "  them apart yet.",
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(load_atlas()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
