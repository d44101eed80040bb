"""The invented places, facts and words that the tests of the page are drawn from."""

from __future__ import annotations

from typing import Any

from vyrai.choose.model import (
    Crossing,
    Peril,
    Range,
    SourceOn,
    Text,
)

PLACES = {
    "XA": {"en": "Arrowland", "ru": "Стрелия"},
    "XB": {"en": "Brookland", "ru": "Ручьевия"},
    "XC": {"en": "Cedarland", "ru": "Кедрия"},
    "XD": {"en": "Dunland"},
}
TOGETHER = Crossing(
    line="together", title={"en": "No separation of the family"}, how="kind", members=(), sure=True
)
KINDS = ("law", "official", "igo", "ngo", "media", "peer")
LABELS = {
    "xa.card": {"en": "Residence card"},
    "xa.visa": {"en": "Visa on grounds of conscience"},
    "xb.stay": {"en": "Visa-free stay"},
    "stork": {"en": "Stork"},
    "lark": {"en": "Lark"},
    "swift": {"en": "Swift"},
    "wren": {"en": "Wren"},
}


def text(en: str, ru: str | None = None) -> Text:
    return {"en": en} if ru is None else {"en": en, "ru": ru}


class Facts:
    """Makes a claim for each fact that is asked for."""

    def __init__(self) -> None:
        self.made: dict[str, tuple[SourceOn, ...]] = {}

    def __call__(self, name: str, statement: str = "", **change: Any) -> tuple[str, ...]:
        number = len(self.made)
        if name not in self.made:
            claim = {
                "fact": name,
                "title": text(name.replace(".", " ").replace("-", " ").capitalize()),
                "statement": text(
                    statement or f"The gazette of the place says how {name.split('.')[-1]} is done there."
                ),
                "value": None,
                "unit": None,
                "standing": "surely",
                "kind": KINDS[number % 6],
                "confidence": "high",
                "publisher": (
                    "Gazette of Laws",
                    "Ministry of Nests",
                    "Agency for Birds on the Way, Northern Desk and Archive",
                    "Migrant Help",
                    "Morning Post",
                    "Chat of doctors",
                )[number % 6],
                "source_title": "On the entry and stay of birds, article 12",
                "url": f"https://gazette.example/{name}",
                "lang": "la",
                "as_of": f"20{20 + number % 7}-0{1 + number % 9}",
                "old": number % 7 < 3,
            }
            first = SourceOn(**{**claim, **change})
            self.made[name] = (first,)
        return (name,)

    def rival(self, name: str, **change: Any) -> None:
        import msgspec

        first = self.made[name][0]
        self.made[name] += (msgspec.structs.replace(first, **change),)


def weeks(lo: float | None, hi: float | None, *facts: str) -> Range:
    return Range(lo=lo, hi=hi, unit="weeks", facts=facts)


def money(lo: float | None, hi: float | None, *facts: str) -> Range:
    return Range(lo=lo, hi=hi, unit="XXA", facts=facts)


def perils(f: Facts) -> tuple[Peril, ...]:
    """One that is grave, and one of which nothing is known but who learns of it."""
    return (
        Peril(
            step="xa.guard",
            title=text("Speak to the guard", "Поговорить с пограничником"),
            level=3,
            text=text("Going back closes for years."),
            who_learns=(text("the border guard, the town"), text("the town")),
            countries=("XA", "XZ"),
            facts=f("xa.guard"),
        ),
        Peril(
            step="xa.lodge",
            title=text("Hand in the papers"),
            level=None,
            text=None,
            who_learns=(text("the visa centre"),),
            countries=("XA",),
        ),
    )
