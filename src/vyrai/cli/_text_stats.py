"""The atlas in numbers, as text for those who keep it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vyrai.cli._paper import Paper

if TYPE_CHECKING:
    from vyrai.world import CountryUse, Stats

_COLUMNS = ("facts", "claims", "routes", "requirements", "statuses", "steps", "open_questions")


def draw_stats(found: Stats) -> Paper:
    """How many of each thing, by country."""
    paper = Paper()
    paper.line(f"atlas {found.version[:12]}, facts of {found.oldest} to {found.newest}")
    paper.line()
    heads = [name.replace("_", " ") for name in _COLUMNS]
    paper.line("        " + "".join(f"{head:>15}" for head in heads), "bold")
    for country in found.countries:
        figures = "".join(f"{getattr(country, name):>15,}" for name in _COLUMNS)
        paper.line(f"{country.country or '(all)':<8}{figures}")
    paper.line()
    paper.para(f"{found.decisive:,} facts decide something; {found.reviewed:,} of them were read again.")
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in found.kinds.items())
    paper.para(f"Best source of those that decide: {kinds}.")
    paper.line()
    heads = ["deciding", *found.kinds, "public", "offers", "public", "rest on no law"]
    paper.line("        " + "".join(f"{head:>{max(9, len(head) + 2)}}" for head in heads), "bold")
    for word in found.words:
        counts = [f"{word.decisive:,}", *(f"{word.kinds.get(kind, 0):,}" for kind in found.kinds)]
        counts += [
            f"{word.share:.0%}" if word.decisive else "",
            f"{word.offers:,}",
            f"{word.offers_share:.0%}" if word.offers else "",
            f"{len(word.without_law):,} of {word.places:,}",
        ]
        cells = (f"{cell:>{max(9, len(head) + 2)}}" for head, cell in zip(heads, counts, strict=True))
        paper.line(f"{word.country:<8}" + "".join(cells))
    paper.line()
    paper.para(
        "Public: by law, an office or an organisation of states. Offers: facts on which provisions stand. Rest on no law: requirements, doors and"
        " rights of which no fact names its law, nor says that it was looked for."
    )
    return paper


def draw_use(found: Iterable[CountryUse]) -> Paper:
    """Which facts are used, by country; those that are not, by name."""
    paper = Paper()
    for country in found:
        paper.heading(
            f"{country.country}: {country.share:.0%} of the facts a family asks about first are used", "-"
        )
        for topic, (used, every) in country.topics.items():
            if every:
                paper.line(f"  {topic:<14}{used:>5,} of {every:,}")
        counts = (len(country.used), len(country.shown), len(country.excused), len(country.unused))
        paper.para("used {:,}, only shown {:,}, unused with a reason {:,}, unused {:,}".format(*counts), 2)
        for name in country.unused:
            paper.item(name, 2)
    return paper
