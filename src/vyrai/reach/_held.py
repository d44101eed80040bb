"""Papers in hand on the first day, and until when everybody's is good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from vyrai.law import Family
from vyrai.reach.problem import Held


def in_hand(family: Family, papers: Iterable[str], today: int) -> Iterator[Held]:
    """These papers of a family, by name. today: as an ordinal."""
    for paper in sorted(papers):
        yield Held(paper=paper, until=_runs_out(family, paper, today))


def _runs_out(family: Family, paper: str, today: int) -> int | None:
    """The last day, from today, on which everybody's paper is good."""
    prefixes = [
        prefix
        for member in family.people["person"]
        for prefix in family.lists.get(f"{member}.citizenships", ())
    ]
    held = [[family.known.get(f"{prefix}.{name}") for name in ("document", "expires")] for prefix in prefixes]
    ends = [until[0][0] for document, until in held if document and until and document[0] == paper]
    last = min(ends, default=inf)
    return None if last == inf else int(last) - today
