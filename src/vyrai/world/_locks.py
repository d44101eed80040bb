"""What only shows between the money that a route locks, its steps and the facts that say how much it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem, nearest
from vyrai.world._supports import kinds

Record = dict[str, Any]
_SAVED = re.compile(r"\bmoney\(|\bsavings\b")
"""In a rule: it reads what a family has saved."""
_ONCE = {"", "family", "person", "application", "adult", "child"}
"""For what a sum is told that is put aside once."""


def problems(atlas: Record) -> Iterator[Problem]:
    """Locks of routes that plans cannot reckon with."""
    facts = {fact["id"]: fact for fact in atlas["facts"]}
    units = {unit["id"]: unit["kind"] for unit in atlas["units"]}
    pers = {unit["id"]: unit.get("per") or "" for unit in atlas["units"]}
    folders = {step["id"]: step["folder"] for step in atlas["steps"]}
    for route in atlas["routes"]:
        locks = route.get("locks")
        if not locks:
            continue
        yield from _step(route, locks, folders)
        yield from _spared(route, locks)
        yield from _shown(route, locks)
        for key, kind, what in (("sum", "money", "a sum of money"), ("months", "duration", "a duration")):
            fact = facts.get(str(locks.get(key)))
            said = [kind] if fact is None else sorted(kinds(fact, units))
            if said != [kind]:
                yield _at(
                    route,
                    f"the fact `{locks[key]}` under `{key}` of `locks` of `{route['id']}` is not {what}: it "
                    f"states {' and '.join(said) or 'no value'}",
                    "Plans put the sum aside and let it come back in so many months.",
                    f"Name a fact each of whose claims states {what}.",
                )
        if locks.get("sum") in facts and (often := _often(facts[locks["sum"]], pers)):
            yield _at(
                route,
                f"the fact `{locks['sum']}` under `sum` of `locks` of `{route['id']}` is told by the {often}",
                "Plans put the whole sum aside on one day, and share it out over the months themselves.",
                "Name a fact with the sum of the whole time, as a year's upkeep.",
            )


def _step(route: Record, locks: Record, folders: dict[str, str]) -> Iterator[Problem]:
    """A step of the route itself: one that any way may use would lock the money of all of them."""
    step, own = locks.get("step"), route.get("steps") or []
    if step not in own:
        yield _at(
            route,
            f"the step `{step}` under `locks` is no step of `{route['id']}`",
            "The money is put aside on the day of that step; without it nothing would be locked.",
            f"{nearest(str(step), own)} Or add it to `steps:`.",
        )
    elif not folders.get(str(step), "?"):
        yield _at(
            route,
            f"the step `{step}` under `locks` of `{route['id']}` belongs to no country",
            "Whoever needs its paper uses it, and would lock money on ways that ask for none.",
            "Name a step of the folder of the country, or move it there.",
        )


def _shown(route: Record, locks: Record) -> Iterator[Problem]:
    """A sum, or the requirement that asks to see one."""
    name = locks.get("shown")
    own = {str(one["id"]): one for one in route.get("requirements") or []}
    if (name is None) is ("sum" not in locks) or (name is not None and "months" in locks):
        yield _at(
            route,
            f"`locks` of `{route['id']}` needs one of `sum` and `shown`, and `months` only beside `sum`",
            "Plans put a sum aside that comes back by the month, or money that has only to be shown.",
            "Name the fact with the sum, or the requirement of this route that asks to see money.",
        )
    elif name is not None and name not in own:
        yield _at(
            route,
            f"`shown` of `locks` names `{name}`, which is no requirement of `{route['id']}`",
            "How much has to be shown is reckoned from it; without it nothing would be.",
            f"{nearest(str(name), own)} Or add it to `requirements:`.",
        )
    elif name is not None and not _SAVED.search(str(own[name].get("when") or "")):
        yield _at(
            route,
            f"the requirement `{name}` under `shown` of `locks` of `{route['id']}` asks for no money saved",
            "Plans put aside the least with which it is not failed, and here that is nothing.",
            "Name the requirement with `money(...)` or `savings` in its `when`.",
        )


def _spared(route: Record, locks: Record) -> Iterator[Problem]:
    judged, own = locks.get("unless"), route.get("judgements") or {}
    if judged is not None and judged not in own:
        yield _at(
            route,
            f"`unless` of `locks` names `{judged}`, which is no judgement of `{route['id']}`",
            "Nobody could say that the money need not be locked, and every plan would lock it.",
            f"{nearest(str(judged), own)} Or add it to `judgements:`.",
        )


def _often(fact: Record, pers: dict[str, str]) -> str:
    """For what a sum is told that is not put aside once; empty: for nothing else."""
    units = [str(claim.get("unit") or "") for claim in fact["claims"]]
    found = [pers.get(unit, unit.partition("/")[2]) for unit in units]
    return next((per for per in found if per not in _ONCE), "")


def _at(record: Record, what: str, why: str, do: str) -> Problem:
    return Problem(record["file"], record["line"], what, why, do)
