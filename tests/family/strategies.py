"""Hypothesis: whole cases, generated from the form alone.

A case has hundreds of parts; drawing each from Hypothesis costs a tenth of a second, so only a seed is drawn.
"""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.family.form import TODAY, read_form
from vyrai.family import REASONS, Case, Field, Form, loads
from vyrai.family._check import check
from vyrai.family._node import node_of

BIRDS = ("wren", "Swift", "lark", "бусел", "Heron-2", "tit")
FIRST = "Stork"  # everybody may be about the first member
BORN = {"grandparent": 1950, "parent": 1980, "child": 2010}
SIGNS = "ab Яż9-_:#'\"\\\t\n\r{}[],&*!|>%@`~?\x00\x1b\x7f\x85\u00a0\u2028\ufeff💥"
COMPLETE: list[Any] = ["plain", True, False, "unknown", {"unknown": "will_not_say"}]


class Maker:
    """One case from a seed."""

    def __init__(self, form: Form, seed: int) -> None:
        self.form, self.pick = form, random.Random(seed)
        self.odds = self.pick.choice((0.1, 0.3, 0.6))
        self.fresh = [*self.pick.sample(BIRDS, len(BIRDS)), FIRST]

    def date(self, first: int, last: int) -> str:
        day = dt.date(first, 1, 1) + dt.timedelta(self.pick.randrange(365 * (last - first + 1)))
        return str(day)[: self.pick.choice((4, 7, 10))]

    def number(self, least: int) -> int | Decimal:
        number = self.pick.choice((least, least + 1, self.pick.randrange(least, 10**9)))
        return self.pick.choice((number, Decimal(number).scaleb(-2) + least))

    def amount(self, field: Field) -> Any:
        ends = sorted(self.number(field.least or 0) for _ in range(2))
        return self.pick.choice((ends[0], {"lo": ends[0], "hi": ends[1]}, {"lo": ends[0]}, {"hi": ends[1]}))

    def value(self, field: Field) -> Any:
        match field.kind:
            case "yesno":
                return self.pick.random() < 0.5
            case "code" | "level":
                extra = ["other"] if field.open else ["none"] if field.none else []
                return self.pick.choice([*self.form.codes.get(field.codes or "", ["xx.some-id"]), *extra])
            case "codes":
                codes = list(self.form.codes[field.codes or ""])
                return self.pick.sample(codes, self.pick.randrange(3))
            case "number":
                return self.amount(field)
            case "date":
                if field.open_end and self.pick.random() < 0.3:
                    return "open"
                if field.exact:
                    return f"{self.pick.randrange(2012, 2025)}-02-{self.pick.randrange(1, 28):02}"
                return self.date(2012, 2025) if field.not_before else self.date(1990, 2011)
            case "alias":
                return self.fresh.pop() if field.names else FIRST.upper()
            case "aliases":
                return [FIRST.lower()] * self.pick.randrange(3)
            case "list":
                items = self.fitting(
                    field, [self.record(field.of or "") for _ in range(self.pick.randrange(3))]
                )
                complete = self.pick.choice(COMPLETE)
                return items if complete == "plain" else {"complete": complete, "items": items}
            case _:
                return "".join(self.pick.choices(SIGNS, k=self.pick.randrange(8)))

    def fitting(self, field: Field, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Those that belong into the list, each thing once."""
        if field.group is not None:
            name, group = field.group
            codes = self.form.codes[self.form.entities[field.of or ""][name].codes or ""]
            items = [
                one
                for one in items
                if not isinstance(one.get(name), str) or codes[one[name]].get("group", group) == group
            ]
        if field.once is not None:
            said = [one.get(field.once) for one in items]
            items = [
                one
                for at, one in enumerate(items)
                if not isinstance(said[at], str) or said[at] == "other" or said[at] not in said[:at]
            ]
        return items

    def record(self, entity: str) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, field in self.form.entities[entity].items():
            if field.required and field.kind == "list":
                made[name] = [self.record(field.of or "") for _ in range(self.pick.randint(1, 4))]
            elif field.required:
                made[name] = self.value(field)
            elif self.pick.random() > self.odds:
                continue
            elif self.pick.random() < 0.2:
                made[name] = {"unknown": self.pick.choice(REASONS)}
            elif field.older:
                made[name] = str(BORN.get(made[field.older[0]], 1990) + self.pick.randrange(10))
            else:
                made[name] = self.value(field)
        return made

    def case(self) -> Case:
        return check(node_of(self.record("family")), self.form, "made", TODAY)


def cases() -> st.SearchStrategy[Case]:
    return st.integers(0, 2**32).map(lambda seed: Maker(read_form(), seed).case())


def again(text: str) -> Case:
    return loads(text, read_form(), "again", TODAY)
