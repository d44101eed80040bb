"""Strategies: rules as text, families of whom little is known, and the complete worlds they may be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.rules.judge import EVER, Truth
from vyrai.rules import Entry, Env, Known, Points, Signature, Type, parse
from vyrai.rules import nodes as n
from vyrai.rules.types import DATE, YESNO

WORK = ("cook", "nurse", "smith")
TONGUES = ("aa", "bb")
FIELDS: dict[str, dict[str, Type]] = {
    "family": {
        "sponsor": YESNO,
        "members": Type("list", "person"),
        "events": Type("list", "happening"),
        "savings": Type("list", "money"),
    },
    "person": {
        "birth": DATE,
        "views": YESNO,
        "occupation": Type("code", "occupations"),
        "descent": Type("codes", "occupations"),
        "months": Type("number", "months"),
        "languages": Type("list", "language"),
        "statuses": Type("list", "status"),
        "stays": Type("list", "stay"),
    },
    "language": {"language": Type("code", "languages"), "level": Type("level", "cefr")},
    "status": {"status": Type("code", "statuses"), "from": DATE, "to": DATE},
    "stay": {"country": Type("code", "countries"), "from": DATE, "to": DATE},
    "money": {"currency": Type("code", "currencies"), "amount": Type("number", "@currency")},
    "happening": {"kind": Type("code", "occupations"), "date": DATE, "for_views": YESNO},
}
CODES = {
    "occupations": WORK,
    "languages": TONGUES,
    "cefr": ("none", "A", "B"),
    "statuses": ("visa", "permit"),
    "countries": ("XA", "XB"),
    "currencies": ("XXA", "XXB"),
}
FACTS: dict[str, Type] = {
    "f.age": Type("number", "years"),
    "f.months": Type("number", "months"),
    "f.days": Type("number", "days"),
    "f.count": Type("number", "count"),
    "f.level": Type("level", "cefr"),
    "f.jobs": Type("codes", "occupations"),
    "f.flag": YESNO,
    "f.day": DATE,
    "f.price": Type("number", "XXA"),
    "f.points": Type("number", "points"),
    "f.more": Type("number", "points"),
    "f.needed": Type("number", "points"),
    "f.less": Type("number", "points"),
    "rate.xxb-xxa": Type("number", "XXA/XXB"),
}
SIGNATURE = Signature(FIELDS, CODES, FACTS, frozenset({"storm"}), frozenset({"fear"}), frozenset({"round"}))
FIRST, LAST = date(2019, 1, 1).toordinal(), date(2021, 12, 31).toordinal()

days = st.integers(FIRST, LAST)

# Made once: thousands are drawn for one example, and making a strategy takes longer than drawing from it.
EITHER = st.booleans()
SEEN = st.sampled_from(("all", "all", "nothing", "bounds"))
SAID = st.sampled_from(("one", "one", "rivals", "range", "nothing"))
MORE = st.sampled_from((0, 0, 0, 1))
SHAPES = st.sampled_from(("atom", "and", "or", "not", "any", "all"))
between = cache(st.integers)


@cache
def _value(of: Type) -> st.SearchStrategy[Any]:
    """A point: what one complete world holds."""
    codes = CODES.get(of.of or "", ())
    return {
        "yesno": EITHER,
        "date": days,
        "number": st.integers(0, 3),
        "level": st.integers(0, 2),
        "code": st.sampled_from(codes or ("",)),
        "codes": st.frozensets(st.sampled_from(codes or ("",)), max_size=2),
    }[of.kind]


def _seen(of: Type, point: Any, draw: Any) -> tuple[Any, ...] | None:
    """What the family says of a point: nothing, the point, or bounds around it."""
    say = draw(SEEN)
    if say == "nothing":
        return None
    if of.kind not in ("date", "number", "level"):
        return (point,)
    if point in (math.inf, EVER):
        return ((math.inf, math.inf),)
    width = draw(between(0, 40 if of.kind == "date" else 1)) if say == "bounds" else 0
    before = draw(between(0, width)) if width else 0
    return ((max(0, point - before), point - before + width),)


@dataclass
class Partly:
    """A family of whom part is known, and a complete world that fits what is known."""

    known: dict[str, tuple[Any, ...]]
    lists: dict[str, tuple[str, ...]]
    truth: Truth
    facts: dict[str, tuple[Any, ...]]

    def env(self, on: int | None = None) -> Env:
        found = {**self.known, **self.facts}
        return Env(Known(found), self.lists, self.truth.on if on is None else on)


@st.composite
def families(draw: Any) -> Partly:
    known: dict[str, tuple[Any, ...]] = {}
    lists: dict[str, tuple[str, ...]] = {}

    def record(entity: str, prefix: str, hidden: bool) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, of in FIELDS[entity].items():
            if of.kind == "list":
                path = name if entity == "family" else f"{prefix}.{name}"
                most = 3 if name == "members" else 2
                shown = draw(between(1 if name == "members" else 0, most))
                more = draw(MORE)
                if not hidden:
                    lists[path] = tuple(f"{path}/{i}" for i in range(shown))
                    if more == 0 and draw(EITHER):
                        known[path] = (True,)
                values[name] = [
                    record(str(of.of), f"{path}/{i}", hidden or i >= shown) for i in range(shown + more)
                ]
                continue
            point = draw(_value(of))
            if entity in ("status", "stay") and name == "to" and draw(EITHER):
                point = math.inf
            values[name] = point
            seen = None if hidden else _seen(of, point, draw)
            if seen is not None:
                known[f"{prefix}.{name}"] = seen
        return values

    family = record("family", "family", False)
    truths: dict[str, Any] = {}
    facts: dict[str, tuple[Any, ...]] = {}
    for fact, of in FACTS.items():
        point = truths[fact] = draw(_value(of))
        said = draw(SAID)
        if said == "nothing":
            continue
        ordered = of.kind in ("number", "date", "level")
        alternatives = [(point, point) if ordered else point]
        if said == "range" and ordered:
            alternatives = [(point - draw(between(0, 1)), point + draw(between(0, 1)))]
        if said == "rivals":
            rival = draw(_value(of))
            alternatives.append((rival, rival) if ordered else rival)
        facts["fact:" + fact] = tuple(alternatives)
    start = draw(days)
    storm = (start, start + draw(between(0, 400)))
    if draw(EITHER):
        facts["event:storm"] = (((storm[0] - draw(between(0, 9)), storm[0]), (storm[1], storm[1] + 9)),)
    judged = {"fear": draw(EITHER), "round": draw(EITHER)}
    if draw(EITHER):
        facts["judged:fear"] = (judged["fear"],)
    truth = Truth(family, truths, draw(days), judged, {"storm": storm})
    return Partly(known, lists, truth, facts)


ORDER = st.sampled_from(("<", "<=", ">", ">=", "==", "!="))
_person = st.sampled_from(
    (
        "{p}.views",
        "{p}.occupation == 'nurse'",
        "{p}.occupation in ('cook', 'smith')",
        "{p}.occupation in fact('f.jobs')",
        "{p}.descent in ('cook', 'nurse')",
        "age({p}) {o} fact('f.age')",
        "age({p}, fact('f.day')) {o} fact('f.age')",
        "{p}.months {o} fact('f.months')",
        "{p}.months - fact('f.months') {o} 1",
        "{p}.months * 1 + fact('f.months') {o} fact('f.months')",
        "level({p}, 'bb') {o} fact('f.level')",
        "held({p}, 'visa')",
        "held({p}, 'permit', fact('f.day'))",
        "ever({p}, 'permit')",
        "times({p}, 'visa') {o} 1",
        "{p}.birth + years(fact('f.age')) {o} on",
        "{p}.birth + days(on - {p}.birth) <= on",
        "latest(s.to for s in {p}.statuses) + months(fact('f.months')) >= on",
        "any(s.from_ {o} on for s in {p}.statuses if s.status == 'visa')",
        "count(s for s in {p}.statuses if s.from_ <= on) {o} fact('f.count')",
        "all(s.status == 'visa' or s.to < on for s in {p}.statuses)",
        "months_in({p}, 'XA', fact('f.day')) {o} fact('f.months')",
        "months_in({p}, 'XA', on - months(fact('f.months'))) {o} fact('f.months')",
        "days_in({p}, 'XA', on - months(fact('f.months'))) {o} fact('f.days')",
        "days_in({p}, 'XA', on - days(fact('f.days')) + days(1)) {o} fact('f.days')",
        "days_in({p}, 'XA', fact('f.day')) {o} fact('f.days')",
        "min(s.from_ for s in {p}.statuses if s.status == 'permit') {o} fact('f.day')",
    )
)
_family = st.sampled_from(
    (
        "sponsor",
        "family.sponsor",
        "fact('f.flag')",
        "on {o} fact('f.day')",
        "on - weeks(1) {o} fact('f.day')",
        "during('storm')",
        "during('storm', fact('f.day'))",
        "judged('fear')",
        "decided_later('round')",
        "count(q for q in members if q.views) {o} fact('f.count')",
        "sum(q.months for q in members if not q.views) {o} fact('f.months')",
        "money('XXA') {o} fact('f.price')",
        "any(worth(s.amount, 'XXA') {o} fact('f.price') for s in savings)",
        "sum(q.months - fact('f.months') for q in members) {o} 0",
        "any(e.kind == 'cook' and e.for_views for e in events)",
        "any(e.date + months(fact('f.months')) >= on for e in events if e.for_views)",
        "all(e.for_views for e in events if e.kind != 'smith')",
        "any(any(s.status == 'visa' for s in q.statuses) for q in members)",
    )
)


_either = st.one_of(_person, _family)
_points = st.sampled_from(("f.points", "f.more", "f.needed", "f.less"))
_sizes = st.lists(st.integers(1, 2), min_size=1, max_size=3)


@st.composite
def rules(draw: Any, depth: int = 3) -> str:
    def grow(depth: int, person: bool) -> str:
        kind = draw(SHAPES) if depth else "atom"
        if kind in ("and", "or"):
            parts = [grow(depth - 1, person) for _ in range(draw(between(2, 3)))]
            return "(" + f" {kind} ".join(parts) + ")"
        if kind == "not":
            return f"(not {grow(depth - 1, person)})"
        if kind in ("any", "all"):
            body, keep = (draw(_person).format(p="m", o=draw(ORDER)) for _ in range(2))
            return f"{kind}({body} for m in members{f' if {keep}' if draw(EITHER) else ''})"
        if person and draw(EITHER):
            return str(draw(_person).format(p="p", o=draw(ORDER)))
        return str(draw(_family).format(o=draw(ORDER)))

    return grow(depth, True)


@st.composite
def blocks(draw: Any) -> Points:
    """A points test over atoms of a person and of the family."""

    def atom() -> n.Node:
        text = draw(_either).format(p="p", o=draw(ORDER))
        return parse(str(text), SIGNATURE, {"p": "person"})

    def fact() -> n.Node:
        name = draw(_points)
        return n.Fact(FACTS[name], name)

    groups = draw(_sizes)
    return Points(
        fact(),
        tuple(tuple(Entry(atom(), fact()) for _ in range(size)) for size in groups),
        tuple(atom() for _ in range(draw(between(0, 1)))),
        tuple((atom(), fact()) for _ in range(draw(between(0, 2)))),
    )
