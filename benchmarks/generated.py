"""A generated work: an atlas of many routes, and families of whom three answers in ten are unknown.

Built on the invented atlas' form. Rules ask for ages, levels, statuses, money, dates, codes, yes and no, and
events, against facts; of the family, of each person, adult or child, and of whoever applies.
"""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import msgspec

from benchmarks.measure import ROOT
from vyrai.choose import form_of
from vyrai.family import Answers, Form, flatten, loads
from vyrai.world import Atlas, Claim, Door, Fact, For, Requirement, Route, Span, compile_atlas, decode

ON = date(2026, 11, 20)
_EVER = Span(None, 1, None, None)
_COUNTRIES = ("XA", "XB", "XC")
_LANGUAGES = ("ru", "en", "be", "pl")

PERSON = (
    "age(p) >= {years}",
    "age(p) < {years}",
    "level(p, '{language}') >= {level}",
    "level(p, '{language}', 'speaking') >= {level}",
    "held(p, '{status}')",
    "not ever(p, '{status}')",
    "citizen(p, '{country}')",
    "p.residence == '{country}'",
    "p.occupation in ('{work}', '{work2}')",
    "any(q.field in ('{work}', '{work2}') and q.apostille for q in p.qualifications)",
    "latest(w.to for w in p.work if w.occupation == '{work}') + years({span}) >= on",
    "any(c.expires >= on + months({months}) for c in p.citizenships if c.country == '{country}')",
    "p.birth + years({years}) <= on",
    "p.criminal_record",
    "not p.wanted",
    "p.insured",
    "p.good_standing",
    "not p.exit_ban",
    "p.other_parent_consents",
    "p.custody in ('sole', 'none_needed')",
)
FAMILY = (
    "money('XXA') >= {money}",
    "sponsor",
    "host",
    "any(h.kind in ('{kind}', '{kind2}') and h.for_views for h in happened)",
    "any(h.date + months({months}) >= on for h in happened if h.kind == '{kind}')",
    "relative('parent', '{country}')",
    "count(m for m in members if age(m) >= {years}) >= {count}",
    "on >= {day}",
)
AUDIENCES = (
    None,
    For("person", "person"),
    For("person", "family"),
    For("adult", "family"),
    For("adult", "person"),
    For("child", "person"),
    For("applicant", "applicant"),
)


class Work:
    """A seeded generator of the whole."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.base = decode(compile_atlas(ROOT / "tests/invented_atlas"))
        self.form: Form = form_of(self.base)
        self.facts: dict[str, Fact] = {}
        self.languages = [one for one in _LANGUAGES if one in self.base.codes["languages"].codes]
        self.countries = [one for one in _COUNTRIES if one in self.base.codes["countries"].codes]
        self.work = [one for one in self.form.codes["occupations"] if one != "none"][:6]
        self.kinds = list(self.base.codes["happenings"].codes)

    def fact(self, kind: str, unit: str | None, value: list[Any]) -> str:
        """A fact of that value, the same one for the same value."""
        name = f"xa.{kind}-{'-'.join(str(part) for part in value[1:] if part is not None)}".lower().replace(
            "/", "-"
        )
        if name not in self.facts:
            claim = Claim(
                kind="law", confidence="high", as_of=(1, 1), line=1, value=value, unit=unit, valid=_EVER
            )
            self.facts[name] = Fact(id=name, topic="route", claims=(claim,), folder="XA", file="f", line=1)
        return f"fact('{name}')"

    def number(self, kind: str, unit: str, *choices: int) -> str:
        """A number as a fact."""
        chosen = self.random.choice(choices)
        return self.fact(kind, unit, ["number", chosen, chosen])

    def atom(self, person: bool) -> str:
        """One atom."""
        pick = self.random.choice
        text = pick(PERSON if person and self.random.random() < 0.85 else FAMILY)
        return text.format(
            years=self.number("age", "years", 3, 7, 16, 18, 21, 35, 45),
            span=self.number("span", "years", 2, 3, 5),
            months=self.number("months", "months", 3, 6, 12, 36),
            count=self.number("count", "count", 1, 2, 3),
            money=self.number("money", "XXA", 500, 1500, 2500, 6000),
            level=self.fact("level", "cefr", ["code", pick(("A1", "A2", "B1", "B2", "C1"))]),
            day=self.fact("day", None, ["date", *[date(pick((2020, 2024, 2027)), 3, 1).toordinal()] * 2]),
            language=pick(self.languages),
            status=pick([one.id for one in self.base.statuses]),
            country=pick(self.countries),
            work=pick(self.work),
            work2=pick(self.work),
            kind=pick(self.kinds),
            kind2=pick(self.kinds),
        )

    def rule(self, person: bool) -> str:
        """Three atoms."""
        a, b, c = (self.atom(person) for _ in range(3))
        return self.random.choice(
            (
                f"{a} or {b} or {c}",
                f"({a} and {b}) or {c}",
                f"({a} or {b}) and {c}",
                f"{a} and not ({b} and {c})",
                f"{a} and {b} and {c}",
            )
        )

    def route(self, number: int, requirements: int) -> Route:
        """A route of so many requirements."""
        asked = []
        for count in range(requirements):
            who = self.random.choice(AUDIENCES)
            asked.append(
                Requirement(
                    id=f"xa.route-{number}.{count}",
                    wording={"en": "A condition"},
                    source=(),
                    line=1,
                    who=who,
                    when=self.rule(who is not None),
                )
            )
        door = Door(state="open", fact=self.fact("span", "years", ["number", 2, 2])[6:-2], when=_EVER, line=1)
        return Route(
            id=f"xa.route-{number}",
            kind="visa",
            title={"en": "A way"},
            door=(door,),
            folder="XA",
            file="f",
            line=1,
            requirements=tuple(asked),
        )

    def atlas(self, routes: int = 100, requirements: int = 8) -> Atlas:
        """The invented atlas with generated routes and their facts in the place of its own."""
        made = tuple(self.route(number, requirements) for number in range(routes))
        return msgspec.structs.replace(self.base, routes=made, facts=(*self.base.facts, *self.facts.values()))

    def family(self, people: int = 5, unknown: float = 0.3) -> Answers:
        """Two adults and children; each answer, and whether a list is whole, may be unknown."""

        def some(answers: dict[str, Any], *kept: str) -> dict[str, Any]:
            return {
                key: value for key, value in answers.items() if key in kept or self.random.random() >= unknown
            }

        def whole(items: list[dict[str, Any]]) -> dict[str, Any]:
            return {"items": items, **({} if self.random.random() < unknown else {"complete": True})}

        pick, flip = self.random.choice, lambda: self.random.random() < 0.5
        members = []
        for number in range(people):
            adult = number < 2
            birth = f"{pick(range(1975, 1996) if adult else range(2012, 2024))}-{pick(range(1, 13)):02}"
            answers = {
                "birth": birth,
                "residence": pick(self.countries),
                "citizenships": whole(
                    [some({"country": pick(self.countries), "expires": f"20{pick(range(26, 34))}-05-01"})]
                ),
                "languages": whole(
                    [
                        some(
                            {
                                "language": one,
                                "level": pick(("A2", "B1", "C1")),
                                "speaking": pick(("A1", "B2")),
                            }
                        )
                        for one in self.languages[:2]
                    ]
                ),
                "occupation": pick(self.work) if adult else "none",
                "qualifications": whole(
                    [some({"field": pick(self.work), "apostille": flip()})] if adult else []
                ),
                "work": whole(
                    [some({"occupation": pick(self.work), "from": "2012-01", "to": "2025-06"})]
                    if adult
                    else []
                ),
                "statuses": whole(
                    [some({"status": pick(self.base.statuses).id, "from": "2025-01-01", "to": "2027-01-01"})]
                    if flip()
                    else []
                ),
                "custody": pick(("sole", "joint")),
                "other_parent_consents": flip(),
                "exit_ban": flip(),
                "wanted": flip(),
                "criminal_record": flip(),
                "insured": flip(),
                "good_standing": flip(),
            }
            members.append(
                {"alias": f"bird{number}", "role": "parent" if adult else "child", **some(answers)}
            )
        happened = [
            some({"kind": pick(self.kinds), "for_views": flip(), "date": "2026-03"}) for _ in range(2)
        ]
        root = {
            "savings": whole([some({"currency": "XXA", "amount": pick((1000, 2000, 4000))}, "currency")]),
            "happened": whole(happened),
            "relatives": whole([some({"kin": "parent", "citizenship": pick(self.countries)})]),
            "sponsor": flip(),
            "host": flip(),
        }
        case = loads(msgspec.json.encode({"case": 1, "members": members, **some(root)}).decode(), self.form)
        return flatten(case)
