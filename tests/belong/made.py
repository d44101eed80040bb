"""Small countries made in a test: a way with statuses and rights of its own, and what is offered there."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from tests.law.made import ON, atlas, case, child, day, fact, family, number, parent, route
from tests.world.invented import claim
from vyrai.belong import Belonging, Gap, Support, belong
from vyrai.family import Case
from vyrai.law import Chain, Law, Weeks, timeline
from vyrai.law.chain import Link
from vyrai.world import Differs, Fact, Place, Provision, Route, World
from vyrai.world._built import (
    Bridge,
    Grant,
    Opens,
    Outcome,
    Right,
    Status,
    Step,
    Takes,
)

SHOWN = msgspec.Raw(b'{"statement": {"en": "s"}, "source": {"publisher": "p", "title": "t", "url": "u"}}')
FACTS = (
    number("f.week", 1, "weeks"),
    number("f.ten", 10, "weeks"),
    number("f.ten-or-more", (10, None), "weeks"),
    number("f.half-year", (None, 26), "weeks"),
    number("f.year", 12, "months"),
    number("f.half", (50, 80), "percent"),
    number("f.three", 3, "years-of-age"),
    number("f.eight", 8, "years-of-age"),
    number("f.grown", 18, "years-of-age"),
    number("f.sum", (100, 120), "XXA/month"),
    fact("f.september", claim(value=["date", day("2026-09-01"), day("2026-09-01")], raw=SHOWN)),
    fact("f.leap", claim(value=["date", day("2024-02-29"), day("2024-02-29")], raw=SHOWN)),
    fact("f.nothing", claim(value=None, raw=SHOWN)),
)
Rights = dict[str, str | tuple[str, str]]


def status(name: str, rights: Rights | None = None, **keys: Any) -> Status:
    """A status `st.NAME`; a right holds, or holds after a time (a fact)."""
    held = []
    for right, holds in (rights or {}).items():
        word: Any
        word, after = (holds, None) if isinstance(holds, str) else holds
        held.append(Right(right=right, holds=word, opens=Opens(after), facts=("f.week",)))
    keys.setdefault("ever", keys.get("lasts") is None)
    return Status(
        id=f"st.{name}", title={"en": name}, folder="XA", file="f", line=1, rights=tuple(held), **keys
    )


def step(
    name: str, takes: str | None = None, yields: tuple[str, ...] = (), granted: str | None = None
) -> Step:
    outcomes = {} if granted is None else {"granted": Outcome(yields=(granted,))}
    return Step(
        id=name,
        title={"en": name},
        folder="XA",
        file="f",
        line=1,
        takes=Takes(observed=takes),
        yields=yields,
        outcomes=outcomes,
    )


def offer(name: str, kind: str = "therapy", **keys: Any) -> Provision:
    """A provision `p.NAME`; what takes time by law or as seen is given as `law` and `seen`."""
    takes = Takes(keys.pop("law", None), keys.pop("seen", None))
    keys = {"facts": ("f.week",), **keys}
    return Provision(
        id=f"p.{name}", title={"en": name}, kind=kind, folder="XA", file="f", line=1, takes=takes, **keys
    )


def place(name: str, *here: Differs, **keys: Any) -> Place:
    """A place `pl.NAME` with what differs there."""
    keys = {"kind": "region", **keys}
    return Place(id=f"pl.{name}", title={"en": name}, folder="XA", file="f", line=1, here=here, **keys)


def differs(provision: str | None = None, step: str | None = None, **keys: Any) -> Differs:
    """What is other of `p.NAME` or of a step; what takes time is given as `law`, `seen` and `average`."""
    takes = Takes(keys.pop("law", None), keys.pop("seen", None), keys.pop("average", None))
    name = None if provision is None else f"p.{provision}"
    return Differs(line=1, provision=name, step=step, takes=takes, **keys)


def private(*costs: str) -> Bridge:
    return Bridge({"en": "privately"}, costs)


def way(name: str, gives: str | None, *steps: Step) -> tuple[Route, tuple[Step, ...]]:
    """A route `r.NAME` with its steps."""
    grant = None if gives is None else Grant(status=gives)
    return route(name=f"r.{name}", gives=grant, steps=tuple(one.id for one in steps)), steps


AT_ONCE = status("here", {"school": "yes", "health_care": "no", "work": "limited", "family_joins": "unknown"})


def land(
    *offers: Provision,
    statuses: tuple[Status, ...] = (AT_ONCE,),
    ways: tuple[tuple[Route, tuple[Step, ...]], ...] = (),
    facts: tuple[Fact, ...] = FACTS,
    places: tuple[Place, ...] = (),
    **other: Any,
) -> Law:
    """A country with what is offered there, and ways one after the other; unless told, one at once."""
    ways = ways or (way("in", statuses[0].id, step("s.in", "f.now", (statuses[0].id,))),)
    now = number("f.now", 0, "weeks")
    return Law(
        atlas(
            *(one for one, _ in ways),
            facts=(*facts, now),
            statuses=statuses,
            steps=tuple(one for _, steps in ways for one in steps),
            provisions=offers,
            places=places,
            **other,
        )
    )


def chain(law: Law, of: Case, on: date = ON) -> Chain:
    """All the routes of a land one after the other, whatever they ask."""
    people, world = family(law, of), World(law.atlas, on)
    links = tuple(
        Link(law.decide(one, people, world), on, weeks=Weeks(), family=people) for one in law.atlas.routes
    )
    return Chain(links, 1)


WREN = child(birth="2019-05-01", needs=[{"need": "speaking"}])


def opens(law: Law, *members: dict[str, Any], on: date = ON, window: int = 24) -> Belonging:
    """What opens in a land; for one child with a need, unless told."""
    of = case(*(members or (parent(), WREN)))
    world = World(law.atlas, on)
    line = timeline(law, world, chain(law, of, on))
    return belong(law, family(law, of), world, line, "XA", window)


def the(found: Belonging, name: str, member: str = "wren") -> Support:
    """The support of a provision for a member."""
    return next(one for one in found.supports if (one.provision, one.member) == (f"p.{name}", member))


def only(*offers: Provision, **keys: Any) -> Support:
    """The one support that comes of an offer (the last of several) for a child."""
    return the(opens(land(*offers, **keys)), offers[-1].id.removeprefix("p."))


def gap(found: Belonging, need: str = "speaking") -> list[Gap]:
    return [one for one in found.gaps if one.need == need]


def bounds(found: Any) -> tuple[Any, Any] | None:
    return None if found is None else (found.lo, found.hi)
