"""Small countries with ways into them, and the plans of a family that wants to go there."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec

from tests.belong.made import FACTS, status
from tests.law.made import ON, atlas, case, fact, family, number, parent, price, route, span
from vyrai.choose import form_of
from vyrai.family import Case, loads
from vyrai.law import Law
from vyrai.reach import Draft, Plans, draft, plan_all
from vyrai.reach.problem import Problem, Step
from vyrai.world import Claim, Fact, Provision, Route, Status, World
from vyrai.world._built import Danger, Grant, Outcome, Takes
from vyrai.world._built import Step as Described
from vyrai.world._terms import Unit

MONEY = (
    number("f.fee", 40, "XXA/person"),
    number("f.dear", 600, "XXA/person"),
    number("f.fee-open", (30, None), "XXA/family"),
    number("f.rent", 300, "XXA/month", topic="cost"),
    number("f.living", 0, "XXA/adult-month", topic="cost"),
    number("f.living-child", 0, "XXA/child-month", topic="cost"),
    number("f.adult", 70, "XXA/adult-month", topic="cost"),
    number("f.lone", 90, "XXA/lone-adult-month", topic="cost"),
    number("f.adult-week", 7, "XXA/adult-week", topic="cost"),
    number("f.person", 55, "XXA/person-month", topic="cost"),
    number("f.rent-north", 420, "XXA/month", topic="cost"),
    number("f.child", 40, "XXA/child-month", topic="cost"),
    number("f.rent-at-most", (None, 300), "XXA/month", topic="cost"),
    number("f.bus", 40, "XXA/adult", topic="cost"),
    number("f.bus-dear", 60, "XXA/adult", topic="cost"),
    number("f.bus-child", 25, "XXA/child", topic="cost"),
    number("f.train", 70, "XXA/person", topic="cost"),
    number("f.short", 60, "days"),
    number("f.fee-this-year", 40, "XXA/person", valid=span(None, "2026-12-31")),
    number("f.fee-next-year", 40, "XXA/person", valid=span("2027-01-01")),
    fact(
        "f.fee-twice",
        price(40, "XXA/person", valid=span(None, "2026-12-31")),
        price(60, "XXA/person", valid=span("2027-01-01")),
    ),
    fact(
        "f.fee-same",
        price(40, "XXA/person", valid=span(None, "2026-12-31")),
        price(40, "XXA/person", valid=span("2027-01-01")),
    ),
    number("f.fee-seen", 40, "XXA/person", observed=(date(2024, 12, 15).toordinal(),) * 2, topic="cost"),
)
HERE = status("here", {"work": "yes"})


TIMES = (
    number("f.now", 0, "weeks"),
    number("f.hours", 7, "hours"),
    number("f.two-years", (None, 104), "weeks"),
    number("f.of-old", 10, "weeks", valid=span("2000-01-01", "2001-01-01")),
)


def _with(record: Any, **keys: Any) -> Any:
    return msgspec.structs.replace(record, **keys)


def held_in(name: str, *months: str, **keys: Any) -> Fact:
    """A fact that names months of the year."""
    return fact(name, *(_months(one, **keys) for one in months))


def _months(listed: str, **keys: Any) -> Claim:
    made = price(0, "month-of-year", **keys)
    return msgspec.structs.replace(made, value=["codes", listed.split()])


MONTHS = (
    held_in("f.march", "3"),
    held_in("f.twice", "2 9"),
    held_in("f.spring-and-autumn", "10 11 5 6"),
    held_in("f.new-year", "1 12"),
    held_in("f.rivals", "3", "9"),
    held_in("f.no-longer", "3", valid=span("2000-01-01", "2001-01-01")),
    held_in("f.always", "1 2 3 4 5 6", "7 8 9 10 11 12"),
)


def describe(name: str, takes: str | None = None, **keys: Any) -> Described:
    """A step `s.NAME` of the invented country, or of `folder`."""
    keys = {"folder": "XA", "file": "f", "line": 1, "who_comes": "nobody", **keys}
    if keys.pop("refused", False):
        keys["outcomes"] = {"refused": Outcome()}
    level = keys.pop("level", None)
    if level is not None:
        keys["danger"] = Danger(level=level)
    return Described(id=f"s.{name}", title={"en": name}, takes=Takes(observed=takes), **keys)


def into(
    name: str, gives: str | None = "st.here", *steps: Described, **keys: Any
) -> tuple[Route, tuple[Described, ...]]:
    """A route `r.NAME` of these steps."""
    grant = None if gives is None else Grant(status=gives)
    asked = keys.pop("asked", ())
    made = route(*asked, name=f"r.{name}", gives=grant, steps=tuple(one.id for one in steps), **keys)
    return made, steps


def country(
    *ways: tuple[Route, tuple[Described, ...]],
    statuses: tuple[Status, ...] = (HERE,),
    offers: tuple[Provision, ...] = (),
    shared: tuple[Described, ...] = (),
    rent: str | None = "f.rent",
    living: tuple[str, ...] = ("f.living", "f.living-child"),
    lapses: dict[str, str] | None = None,
    sole: tuple[str, ...] = (),
) -> Law:
    """A country with these ways in; `rent`: the fact of what a home there costs, if anybody knows; `living`:
    what food and other needs cost; `sole`: papers of which there is one.
    """
    steps = {one.id: one for _, own in ways for one in own} | {one.id: one for one in shared}
    base = atlas()
    columns = {"living": living} | ({} if rent is None else {"rent": (rent,)})
    places = tuple(
        _with(one, columns=columns, contacts=(), union="XU") if one.id == "XA" else one
        for one in base.countries
    )
    return Law(
        atlas(
            *(one for one, _ in ways),
            facts=(*FACTS, *MONEY, *TIMES, *MONTHS),
            units=(*base.units, Unit(id="month-of-year", kind="month")),
            statuses=statuses,
            steps=tuple(steps.values()),
            provisions=offers,
            countries=places,
            places=(),
            documents=tuple(
                _with(one, validity=(lapses or {}).get(one.id, one.validity), sole=one.id in sole)
                for one in base.documents
            ),
        )
    )


def rich(*members: dict[str, Any], amount: int = 10_000, **root: Any) -> Case:
    """A family with savings in the country's own money."""
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": amount}]}
    return case(*members, savings=savings, **root)


def ticked(law: Law, step: str, outcome: str | None = None, on: str | None = None) -> Case:
    """A family that has ticked a step of this country's atlas, on a day or without one."""
    return ticked_all(law, (step, outcome, on))


def dated(law: Law, *days: tuple[str, str | None], route: str | None = None, **root: Any) -> Case:
    """A family that was given these days for these steps; the last one on `route` only."""
    given: list[dict[str, Any]] = [
        {"step": step} | ({} if day is None else {"date": day}) for step, day in days
    ]
    given[-1] |= {} if route is None else {"route": route}
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    written = {"members": [parent()], "savings": savings, "dates": given} | root
    return loads(json.dumps(written), form_of(law.atlas))


def ticked_all(
    law: Law, *deeds: tuple[str, str | None, str | None], route: str | None = None, **member: Any
) -> Case:
    """A family that has ticked these steps, each with what came of it and its day, in this order; the last
    one of `route` only. member: more of its only member.
    """
    done = [
        {"step": step}
        | ({} if outcome is None else {"outcome": outcome})
        | ({} if on is None else {"date": on})
        for step, outcome, on in deeds
    ]
    done[-1] |= {} if route is None else {"route": route}
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    written = {"members": [parent(**member)], "savings": savings, "done": done}
    return loads(json.dumps(written), form_of(law.atlas))


def drafted(law: Law, of: Case, on: date = ON, **keys: Any) -> Draft:
    return draft(law, family(law, of), World(law.atlas, on), "XA", **keys)


def planned(law: Law, of: Case, on: date = ON) -> Plans:
    return plan_all(drafted(law, of, on))


def step_of(problem: Problem, name: str) -> Step:
    return next(one for one in problem.steps if one.id == name)


def days(plans: Plans, number: int = 0) -> dict[str, tuple[int, int]]:
    """Each step of a plan with its first and last day."""
    return {one.step: (one.start, one.end) for one in plans.plans[number].plan.steps}
