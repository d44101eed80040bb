"""Invented families, drawn from the form by a seed, and the interview that learns their answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import msgspec

from vyrai.choose import ask
from vyrai.family import Case, Field, Form, flatten, loads
from vyrai.law import Chains, Law
from vyrai.world import World

ON = date(2026, 11, 20)
BIRDS = ("stork", "lark", "swift", "wren", "siskin")
NOT_DRAWN = {"members", "others", "red_lines", "wishes", "marks", "done", "judgements", "refusals"}
"""No answers to draw: who goes, what the family wants, wrote or did, what others judged."""
RARELY = {"exit_ban", "wanted", "criminal_record", "debts_enforced", "military_duty", "admitted_to_study"}
MOSTLY = {"other_parent_consents", "apostille", "original", "reachable"}


class Draw:
    """Draws a family in which every question is answered and every list is whole."""

    def __init__(self, form: Form, seed: int, home: str) -> None:
        self.form, self.random, self.home = form, random.Random(seed), home

    def family(self) -> dict[str, Any]:
        """Plain data, as in a case file."""
        count = self.random.randint(1, len(BIRDS))
        adults = 1 if count == 1 else self.random.randint(1, 2)
        groups = self.form.codes["roles"]
        child = next(role for role, data in groups.items() if data["group"] == "child")
        adult = next(role for role, data in groups.items() if data["group"] == "adult")
        members = []
        for place, alias in enumerate(BIRDS[:count]):
            grown = place < adults
            years = self.random.randint(24, 50) if grown else self.random.randint(0, 16)
            birth = ON - timedelta(days=years * 366 + self.random.randint(0, 300))
            own = self.record("person", grown)
            members.append(
                {**own, "alias": alias, "role": adult if grown else child, "birth": birth.isoformat()}
            )
        root = {
            name: self.answer(field, True)
            for name, field in self.form.entities["family"].items()
            if name not in NOT_DRAWN
        }
        return {"case": 1, **root, "members": members}

    def record(self, entity: str, grown: bool) -> dict[str, Any]:
        """One record with every field."""
        fields = self.form.entities[entity]
        made = {
            name: self.answer(field, grown)
            for name, field in fields.items()
            if field.kind not in ("alias", "aliases")
        }
        of_whom = [name for name, field in fields.items() if field.kind == "alias" and name != "alias"]
        made |= dict.fromkeys(of_whom, BIRDS[0])
        if "to" in made:
            start = ON - timedelta(days=self.random.randint(30, 4000))
            end = start + timedelta(days=self.random.randint(30, 3000))
            made |= {"from": start.isoformat(), "to": self.random.choice(("open", end.isoformat()))}
        return made

    def records(self, field: Field, grown: bool) -> list[dict[str, Any]]:
        """All that is in a list."""
        if field.name == "stays":
            return self.lived()
        least = 1 if field.name in ("citizenships", "languages") else 0
        most = 0 if field.name == "statuses" and self.random.random() < 0.9 else 2 if grown else 1
        count = 1 if field.name == "citizenships" else self.random.randint(least, max(least, most))
        return [self.record(field.of or "", grown) for _ in range(count)]

    def lived(self) -> list[dict[str, Any]]:
        """The stays of somebody who lives at home and may have been away."""
        left, back = (
            ON - timedelta(days=days) for days in sorted(self.random.sample(range(100, 900), 2), reverse=True)
        )
        away = {
            "country": self.random.choice(list(self.form.codes["countries"])),
            "from": left.isoformat(),
            "to": back.isoformat(),
        }
        home = {"country": self.home, "from": back.isoformat(), "to": "open"}
        return [home] if self.random.random() < 0.5 else [home, away]

    def answer(self, field: Field, grown: bool) -> Any:
        """One answer that the form takes."""
        pick = self.random
        match field.kind:
            case "yesno":
                return pick.random() < (0.1 if field.name in RARELY else 0.9 if field.name in MOSTLY else 0.5)
            case "list":
                return {"complete": True, "items": self.records(field, grown)}
            case "code" | "level":
                codes = list(self.form.codes[field.codes or ""])
                if field.none and (field.name in RARELY or not grown):
                    return "none"
                at_home = {"country": 0.9, "residence": 1, "document": 0}.get(field.name, 0.3)
                if field.codes == "countries" and pick.random() < at_home:
                    return self.home
                return codes[0] if field.name == "document" and pick.random() < 0.9 else pick.choice(codes)
            case "codes":
                return [pick.choice(list(self.form.codes[field.codes or ""]))]
            case "number":
                return pick.choice((0, 2, 6, 24, 400, 1500, 3000, 9000))
            case "date":
                days = pick.randint(30, 3000)
                past = field.not_future or field.name == "date"
                return (ON - timedelta(days=days) if past else ON + timedelta(days=days)).isoformat()
            case _:
                return "said"


def whole(form: Form, seed: int, home: str) -> Case:
    """The family of a seed, everything answered; another draw where the form takes a draw for a mistake."""
    return loads(_json(Draw(form, seed, home).family()), form)


def blank(case: Case) -> Case:
    """The same family before the first question: names and roles."""
    members = [{"alias": one["alias"], "role": one["role"]} for one in _members(case)]
    return loads(_json({"case": 1, "members": members}), case.form)


def _members(case: Case) -> list[dict[str, Any]]:
    data: Any = case.data()["members"]
    found: list[dict[str, Any]] = data["items"] if isinstance(data, dict) else data
    return found


def _json(data: dict[str, Any]) -> str:
    return msgspec.json.encode(data).decode()


def answer_to(case: Case, item: str) -> Any:
    """What a family answers to a question, by item key; a list comes with all that is in it."""
    here: Any = case.data()
    for part in item.removeprefix("family.").split("."):
        name, _, place = part.partition("/")
        here = here[name]
        if place:
            here = (here["items"] if isinstance(here, dict) else here)[int(place)]
    return here


def open_ways(law: Law, case: Case) -> frozenset[tuple[str, ...]]:
    """The chains of routes that are surely open."""
    family, world = law.family(flatten(case)), World(law.atlas, ON)
    found = set()
    for country in law.atlas.countries:
        if not country.origin:
            for chain in Chains(law, family, world, country.id).rows():
                if chain.way == "open":
                    found.add(tuple(link.route.id for link in chain.links[: chain.entry]))
    return frozenset(found)


Asker = Callable[[Law, Case], str | None]


def best(law: Law, case: Case) -> str | None:
    """The question that `ask` proposes."""
    proposed = ask(law, case, ON)
    return proposed[0].item if proposed else None


def first_undefined(law: Law, case: Case) -> str | None:
    """The first open answer of the first route that is not settled, in the order of the atlas."""
    family, world = law.family(flatten(case)), World(law.atlas, ON)
    for route in law.atlas.routes:
        for item in law.decide(route, family, world).open:
            if ":" not in item:
                return item
    return None


def interview(law: Law, told: Case, asker: Asker, most: int) -> Iterator[Case]:
    """What is known before the first question and after each."""
    known = blank(told)
    yield known
    for _ in range(most):
        item = asker(law, known)
        if item is None:
            return
        known = known.with_answers({item: answer_to(told, item)}, loose=True)
        yield known
