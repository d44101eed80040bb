"""A small form, and a family written down in one line: what the tests of single functions decide on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import inf
from typing import Any

from vyrai.rules import Env, Known, Signature, Type, condition, parse
from vyrai.rules.types import DATE, YESNO

CEFR = ("none", "A1", "A2", "B1", "B2")
FORM = Signature(
    entities={
        "family": {
            "sponsor": YESNO,
            "host": YESNO,
            "members": Type("list", "person"),
            "happened": Type("list", "happening"),
            "savings": Type("list", "money"),
            "income": Type("list", "flow"),
            "relatives": Type("list", "relative"),
        },
        "person": {
            "birth": DATE,
            "occupation": Type("code", "occupations"),
            "residence": Type("code", "countries"),
            "descent": Type("codes", "ethnicities"),
            "wanted": YESNO,
            "languages": Type("list", "language"),
            "statuses": Type("list", "status"),
            "stays": Type("list", "stay"),
            "citizenships": Type("list", "citizenship"),
            "work": Type("list", "spell"),
        },
        "language": {
            "language": Type("code", "languages"),
            "level": Type("level", "cefr"),
            "speaking": Type("level", "cefr"),
            "certificate": YESNO,
        },
        "status": {"status": Type("code", "statuses"), "from": DATE, "to": DATE},
        "stay": {"country": Type("code", "countries"), "from": DATE, "to": DATE},
        "citizenship": {"country": Type("code", "countries"), "free_pages": Type("number", "pages")},
        "spell": {"from": DATE, "to": DATE},
        "money": {"currency": Type("code", "currencies"), "amount": Type("number", "@currency")},
        "flow": {"currency": Type("code", "currencies"), "amount": Type("number", "@currency/month")},
        "relative": {"kin": Type("code", "kin"), "citizenship": Type("code", "countries")},
        "happening": {"kind": Type("code", "happenings"), "for_views": YESNO, "date": DATE},
    },
    codes={
        "occupations": ("cook", "nurse", "smith"),
        "countries": ("XA", "XB"),
        "ethnicities": ("lark", "wren"),
        "languages": ("aa", "bb"),
        "cefr": CEFR,
        "statuses": ("visa", "permit"),
        "currencies": ("XXA", "XXB"),
        "kin": ("parent", "other"),
        "happenings": ("threat", "arrest"),
    },
    facts={
        "adult": Type("number", "years-of-age"),
        "years": Type("number", "years"),
        "months": Type("number", "months"),
        "weeks": Type("number", "weeks"),
        "days": Type("number", "days"),
        "more-days": Type("number", "days"),
        "count": Type("number", "count"),
        "factor": Type("number"),
        "price": Type("number", "XXA"),
        "price-each": Type("number", "XXA/person"),
        "price-family": Type("number", "XXA/family"),
        "foreign": Type("number", "XXB"),
        "wage": Type("number", "XXA/month"),
        "level": Type("level", "cefr"),
        "other-scale": Type("level", "stars"),
        "jobs": Type("codes", "occupations"),
        "places": Type("codes", "countries"),
        "job": Type("code", "occupations"),
        "flag": YESNO,
        "day": DATE,
        "points": Type("number", "points"),
        "more-points": Type("number", "points"),
        "needed": Type("number", "points"),
        "less": Type("number", "points"),
        "words-only": None,
    },
    events=frozenset({"storm", "thaw"}),
    judgements=frozenset({"fear"}),
    later=frozenset({"round"}),
)
PERSON = {"p": "person"}
OPEN = (inf, inf)


def when(text: str) -> tuple[int, int]:
    """First and last day of a date, month or year; `open` has no end."""
    if text == "open":
        return OPEN  # type: ignore[return-value]  # infinite
    year, *rest = (int(part) for part in text.split("-"))
    if len(rest) == 2:
        day = date(year, *rest).toordinal()
        return day, day
    first = rest[0] if rest else 1
    last = rest[0] if rest else 12
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1).toordinal(), after.toordinal() - 1


def answer(value: Any) -> Any:
    """A value as rules read it: text that looks like a date is one."""
    if isinstance(value, str) and (value == "open" or value[:4].isdigit()):
        return when(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return (value, value)
    return value


def family(
    on: str = "2026-11-20", facts: Mapping[str, Any] | None = None, whole: tuple[str, ...] = (), **root: Any
) -> Env:
    """An Env. root: fields of the family; a list of dicts is a list of records, `p` the first member.

    facts: `FACT: value` or a list of rival values; `event:`, `judged:` and `later:` keys as they are.
    whole: the paths of lists that are all there is, `*` for every list.
    """
    known: dict[str, Any] = {}
    lists: dict[str, tuple[str, ...]] = {}

    def record(values: Mapping[str, Any], prefix: str, stem: str) -> None:
        for name, value in values.items():
            path = f"{stem}.{name}" if stem else name
            if isinstance(value, list):
                lists[path] = tuple(f"{path}/{place}" for place in range(len(value)))
                for place, item in enumerate(value):
                    record(item, f"{path}/{place}", f"{path}/{place}")
                if "*" in whole or path in whole:
                    known[path] = (True,)
            else:
                known[f"{prefix}.{name}"] = (answer(value),)

    person = root.pop("p", None)
    record({"members": [{} if person is None else person], **root}, "family", "")
    for name, value in (facts or {}).items():
        values = value if isinstance(value, list) else [value]
        known[name if ":" in name else f"fact:{name}"] = tuple(answer(one) for one in values)
    env = Env(Known(known), lists, when(on)[0])
    env.at[0] = "members/0"
    return env


WORDS = {0: "unknown", 1: "met", 2: "not met"}


def decide(text: str, env: Env) -> tuple[str, tuple[str, ...]]:
    """The verdict in words, and its items."""
    bits, items = condition(parse(text, FORM, PERSON))(env)
    return WORDS[bits], items


def verdict(text: str, **given: Any) -> str:
    """The verdict in words."""
    return decide(text, family(**given))[0]
