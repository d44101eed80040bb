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
