"""Invented ways and places, every field filled: what `fake` builds its comparison of."""

from __future__ import annotations

from typing import Any

from tests.pages.invented import PLACES, Facts, money, text, weeks
from vyrai.choose.model import (
    Counts,
    Danger,
    DoorNow,
    Known,
    Language,
    Link,
    Money,
    Open,
    Price,
    Range,
    RightFrom,
    Row,
    Text,
)


class Ways:
    """Ways whose facts are made as they are cited."""

    def __init__(self, facts: Facts) -> None:
        self.f = facts

    def door(self, state: str, name: str, words: str = "", why: str | None = None) -> DoorNow:
        states = tuple(state.split())
        return DoorNow(states=states, texts=(text(words),) if words else (), facts=self.f(name), why=why)

    def opened(self, item: str, words: str, reason: str, who: Any) -> Open:
        return Open(item=item, label=item, text=text(words), reason=reason, who=who)

    def link(
        self, cc: str, route: str, title: Text, verdict: str, way: str, state: str = "open", **more: Any
    ) -> Link:
        base: dict[str, Any] = {
            "route": f"{cc.lower()}.{route}",
            "kind": "visa",
            "title": title,
            "term": {"la": "visum conscientiae"},
            "on": "2026-11-20",
            "after": None,
            "verdict": verdict,
            "conditions": {
                "met": Counts(met=4, not_met=0, unknown=0),
                "not met": Counts(met=2, not_met=1, unknown=0),
                "unknown": Counts(met=2, not_met=0, unknown=len(more.get("open", ())) or 1),
            }[verdict],
            "way": way,
            "door": self.door(
                state, f"{cc.lower()}.{route}.door", "Files are taken at two of nine offices, by appointment."
            ),
            "until": "2027-02-11" if verdict == "met" else None,
            "covered": ("stork", "lark", "swift", "wren"),
            "unsure": (),
            "left_out": (),
            "blockers": (),
            "open": (),
            "support": (),
            "gives": f"{cc.lower()}.card",
            "gives_title": text("Residence card", "Карта пребывания"),
            "lasts": Range(lo=12, hi=36, unit="months", facts=self.f(f"{cc.lower()}.{route}.lasts")),
            "weeks": weeks(3, 14, *self.f(f"{cc.lower()}.{route}.wait")),
            "observed": (
                *self.f(
                    f"{cc.lower()}.{route}.seen", "In autumn none of 188 requests with a sponsor was granted."
                ),
                *self.f(
                    f"{cc.lower()}.{route}.story",
                    "One family waited 21 weeks and was asked for the diploma twice.",
                ),
            ),
            "contacts": self.f(f"{cc.lower()}.help", "A free line answers on weekdays in four languages."),
        }
        return Link(**{**base, **more})

    def right(self, name: str, state: Any, r: Range | None, status: str | None, note: str = "") -> RightFrom:
        return RightFrom(
            right=name,
            title=text(name),
            state=state,
            status=status,
            weeks=r,
            facts=self.f(f"xa.right.{name}"),
            note=text(note) if note else None,
        )

    def row(self, cc: str, way: str, chain: tuple[Link, ...], **more: Any) -> Row:
        low = cc.lower()
        base: dict[str, Any] = {
            "country": cc,
            "title": PLACES[cc],
            "way": way,
            "chain": chain,
            "red_lines": (),
            "unbeaten": False,
            "later": False,
            "mark": None,
            "weeks_to_safety": weeks(6, 22, *self.f(f"{low}.wait.observed")),
            "weeks_to_work": self.right("work", "yes", weeks(13, 91), "xa.card"),
            "weeks_to_profession": self.right(
                "practise", "unknown", weeks(70, 150), None, "Recognition of the diploma"
            ),
            "profession_wanted": Known(
                facts=(
                    *self.f(f"{low}.wanted", "412 posts for paediatricians stood open in the north."),
                    *self.f(f"{low}.wanted.list", "Doctors stand on the list of wanted work until 2027."),
                    *self.f(f"{low}.wanted.story", "Two were hired in the same town."),
                )
            ),
            "hired_before_licence": Known(
                facts=self.f(
                    f"{low}.hired", "A hospital may hire as an assistant, with no patients of her own."
                )
            ),
            "money": Money(
                fees=money(0, 240, *self.f(f"{low}.fee", value="0–240", unit="XXA")),
                rent_until_work=money(900, 3100),
                needs_until_work=money(900, 3100),
                needed=money(900, 3340),
                savings=money(2000, 2000),
                spare=money(-1340, 1100),
                missing=("xa.insurance",),
            ),
            "rents": (
                Price(
                    place="Willow",
                    title=text("Two rooms"),
                    value=Range(lo=420, hi=610, unit="XXA/month"),
                    when="2026-03",
                    fact=self.f(f"{low}.rent.willow")[0],
                ),
                Price(
                    place="Alder",
                    title=text("Two rooms"),
                    value=Range(lo=300, hi=None, unit="XXA/month"),
                    when="2022",
                    fact=self.f(f"{low}.rent.alder")[0],
                ),
            ),
            "pays": (
                Price(
                    place=None,
                    title=text("Assistant in a hospital"),
                    value=Range(lo=980, hi=1240, unit="XXA/month"),
                    when="2025-06",
                    fact=self.f(f"{low}.pay")[0],
                ),
            ),
            "language": (
                Language(
                    language="zz",
                    title=text("Arrowish", "стрельский"),
                    speaks=(),
                    level=self.f(
                        f"{low}.level", f"Grade two of the tongue of {cc} is asked of doctors.", value="B2"
                    ),
                    nearest="yy",
                    nearest_title=text("Birdish", "птичий"),
                    band="same_group",
                    new_script=False,
                    facts=self.f(f"{low}.language"),
                ),
            ),
            "school": (
                self.right("school", "yes", weeks(0, 0), "xa.visa"),
                self.right("school", "yes", weeks(0, 0), "xa.visa"),
                self.right(
                    "school",
                    "limited",
                    weeks(3, 34),
                    "xa.card",
                    "A place in a fitting class may take until the next year.",
                ),
            ),
            "danger_way": Danger(
                level=Range(lo=2, hi=2, unit="level"),
                texts=(text("The border guard may ask why you leave."),),
                who_learns=(text("the consulate", "консульство"), text("the visa centre")),
                facts=self.f(f"{low}.danger.way"),
            ),
            "danger_there": Known(
                facts=self.f(f"{low}.danger", "No abduction or attack on birds of the origin is known there.")
            ),
            "sent_back": Known(
                facts=self.f(f"{low}.sent-back", "The high court stopped two returns to the origin in 2025.")
            ),
            "renew_papers": Known(facts=()),
            "leads_to": ("xa.card",),
            "events": ("xa.pause",),
            "open": (),
        }
        return Row(**{**base, **more})
