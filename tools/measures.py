"""How much of the atlas is used, settled and asked for.

python tools/measures.py      writes docs/measures.md and docs/kinds.md (some minutes: thirty interviews)
"""

from __future__ import annotations

import statistics
import sys
from collections import Counter
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.measures.families import best, first_undefined, interview, open_ways, whole
from tools import kinds
from vyrai.choose import form_of
from vyrai.choose._open import Items
from vyrai.family import Case, Form, flatten, load
from vyrai.law import Law
from vyrai.world import Atlas, World, load_atlas, stats, use

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/measures.md"
FULL = ROOT / "examples/paediatrician-2026-full.yaml"
DAYS = {date(2026, 11, 20): 0.6, date(2022, 10, 15): 0.4}
"""The days on which the fully answered family is decided, and the share of verdicts that must be settled."""
USED = 0.8
PUBLIC = {"BY": 0.37, "CZ": 0.64, "DE": 0.86, "GE": 0.48, "KZ": 0.5, "LT": 0.64, "PL": 0.49, "TR": 0.72}
"""By country the least share of facts that decide ways and rights on law, offices or organisations of
states: it never falls."""
OFFERS = {
    "AM": 0.6, "BY": 0.45, "CZ": 0.44, "DE": 0.6, "GE": 0.58, "IL": 0.37, "KZ": 0.46, "LT": 0.58,
    "PL": 0.49, "TR": 0.54,
}  # fmt: skip
"""The same for the facts on which provisions stand."""
WITHOUT_LAW: dict[str, int] = {}
"""How many requirements, doors and rights of a country modelled in depth may still lack their law."""
QUESTIONS, FAMILIES, SAME = 12, 30, 0.8


def used(atlas: Atlas) -> dict[str, tuple[int, int]]:
    """By country modelled in depth: facts used, and all, of entry, route, recognition, rights and cost."""
    deep = {country.folder for country in atlas.countries if country.depth == "deep"}
    return {
        one.country: (
            sum(part[0] for part in one.topics.values()),
            sum(part[1] for part in one.topics.values()),
        )
        for one in use(atlas)
        if one.country in deep
    }


def settled(law: Law, case: Case, on: date) -> tuple[int, int, Counter[str]]:
    """Requirement verdicts settled, and all; and by whom each open item could be settled."""
    family, world = law.family(flatten(case)), World(law.atlas, on)
    items, who = Items(case.form, family, world), Counter[str]()
    findings = [one for route in law.atlas.routes for one in law.decide(route, family, world).findings]
    for one in findings:
        if not one.bits:
            assert one.items, f"{one.requirement} is unknown and nobody is named who could settle it"
            who.update({items.who(items.reason(key)) for key in one.items})
    return sum(one.bits != 0 for one in findings), len(findings), who


def needed(law: Law, form: Form, seed: int, home: str, most: int) -> tuple[bool, int | None, int | None]:
    """Whether a family has an open way, and after how many questions the open group is complete.

    In the order that `ask` proposes, and first-undefined; None: not within `most`.
    """
    told = whole(form, seed, home)
    goal = open_ways(law, told)
    counts = []
    for asker in (best, first_undefined):
        states = interview(law, told, asker, most)
        counts.append(
            next((count for count, known in enumerate(states) if open_ways(law, known) == goal), None)
        )
    return bool(goal), counts[0], counts[1]


def home_of(atlas: Atlas) -> str:
    """The country that families leave."""
    return next(country.id for country in atlas.countries if country.origin)


def page(atlas: Atlas) -> str:
    """docs/measures.md."""
    law, form = Law(atlas), form_of(atlas)
    lines = [
        "# Measures",
        "",
        f"Written by `python tools/measures.py` for the atlas {atlas.version[:12]}. Tests hold the limits.",
        "",
        "## Facts used",
        "",
        f"Of the facts of entry, route, recognition, rights and cost, at least {USED:.0%} are used by what",
        "decides, reckons or compares. The others have a reason in `unused.yaml`.",
        "",
        "| country | used | of | share |",
        "| --- | --- | --- | --- |",
        *(
            f"| {name} | {part} | {of} | {part / of:.0%} |"
            for name, (part, of) in sorted(used(atlas).items())
        ),
        "",
        "## Verdicts settled",
        "",
        "The invented family with everything answered (`examples/paediatrician-2026-full.yaml`): all",
        "requirements of all routes.",
        "",
        "| day | settled | of | share | at least | who could settle the rest |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    case = load(FULL, form)
    for on, least in DAYS.items():
        part, of, who = settled(law, case, on)
        rest = ", ".join(f"{name} {count}" for name, count in sorted(who.items()))
        lines.append(f"| {on} | {part} | {of} | {part / of:.0%} | {least:.0%} | {rest} |")
    lines += ["", "## Questions needed", "", *_interviews(law, form), "", "## On whose word", ""]
    found = stats(atlas)
    total = sum(found.kinds.values())
    lines += [
        f"{found.decisive} facts are decisive (cited by a requirement, door or right); {found.reviewed} of",
        "them were read again against their text. By the best source of each:",
        "",
        "| source | facts | share |",
        "| --- | --- | --- |",
        *(f"| {kind} | {count} | {count / total:.0%} |" for kind, count in found.kinds.items()),
        "",
        "Public: on law, an office or an organisation of states. It never falls below what stands here.",
        "The last column counts requirements, doors and rights of which no fact names its law or says",
        "that it was looked for.",
        "",
        "Offers are the facts on which provisions stand: counted apart, for their sources are others.",
        "",
        "| country | deciding | public | at least | offers | public | at least | rest on no law |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        *(
            f"| {word.country} | {word.decisive} | {word.share:.0%} | "
            f"{f'{PUBLIC[word.country]:.0%}' if word.country in PUBLIC else ''} | "
            f"{word.offers} | {f'{word.offers_share:.0%}' if word.offers else ''} | "
            f"{f'{OFFERS[word.country]:.0%}' if word.country in OFFERS else ''} | "
            f"{len(word.without_law)} of {word.places} |"
            for word in found.words
            if word.decisive
        ),
        "",
    ]
    return "\n".join(lines)


def _interviews(law: Law, form: Form) -> list[str]:
    home = home_of(law.atlas)
    rows = [needed(law, form, seed, home, 60) for seed in range(FAMILIES)]

    def within(place: int, only: bool) -> str:
        counted = [row for row in rows if row[0] or not only]
        hit = sum(row[place] is not None and int(row[place] or 0) <= QUESTIONS for row in counted)
        return f"{hit} of {len(counted)} ({hit / len(counted):.0%})"

    def middle(place: int) -> str:
        found = [60 if row[place] is None else int(row[place] or 0) for row in rows if row[0]]
        return f"{statistics.median(found):g}, at most {max(found)}"

    return [
        f"{FAMILIES} families of one to five, drawn from the form (`tests/measures/families.py`): an",
        "interview begins with names and roles only. A question about a list is answered with all that is",
        "in it. The *open* group is complete when the ways that are surely open are those of the fully",
        f"answered family; the goal is {SAME:.0%} of families within {QUESTIONS} questions. A family without",
        "any open way is complete from the start, so the second line leaves these out.",
        "",
        "| | as `ask` proposes | first undefined |",
        "| --- | --- | --- |",
        f"| complete within {QUESTIONS}, all families | {within(1, False)} | {within(2, False)} |",
        f"| complete within {QUESTIONS}, families with an open way | {within(1, True)} | {within(2, True)} |",
        f"| questions until complete, families with an open way (median) | {middle(1)} | {middle(2)} |",
    ]


def main() -> int:
    """Write both pages."""
    atlas = load_atlas()
    PAGE.write_text(page(atlas), encoding="utf-8")
    kinds.PAGE.write_text(kinds.page(atlas), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
