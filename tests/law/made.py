"""Small laws made in a test: routes of the invented country with rules of their own."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec

from tests.world.invented import claim, invented
from vyrai.choose import form_of
from vyrai.family import Case, flatten, loads
from vyrai.law import Family, Law, Verdict
from vyrai.world import Atlas, Claim, Door, Fact, For, Requirement, Route, Span, World
from vyrai.world._built import Grant, Prior

ON = date(2026, 11, 20)
EVER = Span(None, 1, None, None)
FORM = form_of(invented())


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def span(begin: str | None = None, end: str | None = None) -> Span:
    """From a day to a day, both sure; None is ever."""
    first = 1 if begin is None else day(begin)
    last = None if end is None else day(end)
    return Span(first, first, last, last)


def ask(name: str, when: str | None, each: Any = None, effect: Any = "family", **keys: Any) -> Requirement:
    """A requirement `xa.r.NAME`."""
    who = None if each is None else For(each, effect)
    return Requirement(id=f"xa.r.{name}", wording={"en": name}, source=(), line=1, who=who, when=when, **keys)


def door(state: Any = "open", when: Span = EVER) -> Door:
    return Door(state, "xa.settled.door", when, 1)


def route(*asked: Requirement, name: str = "xa.r", **keys: Any) -> Route:
    keys = {"kind": "visa", "door": (door(),), "folder": "XA", "file": "f", "line": 1, **keys}
    return Route(id=name, title={"en": name}, requirements=asked, **keys)


def gives(status: str) -> dict[str, Any]:
    return {"gives": Grant(status=status)}


def after(*statuses: str) -> dict[str, Any]:
    return {"prior": Prior(statuses), "filed": "inside"}


def number(name: str, value: Any, unit: str, topic: str = "route", **keys: Any) -> Fact:
    """A fact with one claim, ever in force unless told otherwise."""
    return fact(name, price(value, unit, **keys), topic=topic)


def price(value: Any, unit: str, **keys: Any) -> Claim:
    """A claim of a number with all that is shown of it."""
    low, high = value if isinstance(value, tuple) else (value, value)
    shown = {"statement": {"en": "so much"}, "source": {"publisher": "p", "title": "t", "url": "u"}}
    return claim(value=["number", low, high], unit=unit, raw=msgspec.Raw(msgspec.json.encode(shown)), **keys)


def fact(name: str, *claims: Claim, topic: str = "route") -> Fact:
    return Fact(id=name, topic=topic, claims=claims, folder="XA", file="f", line=1)


def atlas(*routes: Route, facts: tuple[Fact, ...] = (), **other: Any) -> Atlas:
    """The invented atlas with these routes instead of its own, and further facts."""
    mine = {one.id for one in facts}
    rest = tuple(one for one in invented().facts if one.id not in mine)
    return msgspec.structs.replace(invented(), routes=routes, facts=(*rest, *facts), **other)


def case(*members: dict[str, Any], **root: Any) -> Case:
    """A case; one parent `stork` unless told."""
    people = list(members) or [{"alias": "stork", "role": "parent"}]
    return loads(json.dumps({"members": people, **root}), FORM)


def excused(rule: str, **keys: Any) -> tuple[Requirement, ...]:
    """Asked of each person, excused by something about the family, or else about that person."""
    return (
        ask("asked", rule, "person", "person", unless=("xa.r.abroad", "xa.r.standing"), **keys),
        ask("abroad", "any(m.residence == 'XB' for m in members)", aside=True),
        ask("standing", "p.good_standing", "person", "person", aside=True),
    )


def parent(alias: str = "stork", **keys: Any) -> dict[str, Any]:
    return {"alias": alias, "role": "parent", **keys}


def child(alias: str = "wren", **keys: Any) -> dict[str, Any]:
    return {"alias": alias, "role": "child", **keys}


def settle(law: Law, of: Case, name: str = "xa.r", on: date = ON) -> Verdict:
    return law.decide(law.atlas.route(name), family(law, of), World(law.atlas, on))


def family(law: Law, of: Case) -> Family:
    return law.family(flatten(of))


def verdict(of: Case, *asked: Requirement, on: date = ON, **keys: Any) -> Verdict:
    """What one route with these requirements makes of a family."""
    return settle(Law(atlas(route(*asked, **keys))), of, on=on)
