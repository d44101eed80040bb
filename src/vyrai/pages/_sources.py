"""Sources in the order in which the page first leans on them; each has its place in the list at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vyrai.choose.model import SourceOn

ORDER = ("surely", "perhaps", "too_old", "excluded", "not_yet_known", "not_that_day")
PAST = ("not_yet_known", "not_that_day")
"""Claims of other days: shown only where a fact has no others."""
TRUST = ("high", "medium", "low")
KINDS = ("law", "official", "igo", "ngo", "media", "peer")


class Cited(NamedTuple):
    """One fact as a chip shows it: its place in the list, the claim that counts, how many rivals."""

    fact: str
    number: int
    claim: SourceOn
    rivals: int


def _first(claim: SourceOn) -> tuple[int, int, int, str]:
    trust = TRUST.index(claim.confidence) if claim.confidence in TRUST else len(TRUST)
    kind = KINDS.index(claim.kind) if claim.kind in KINDS else len(KINDS)
    return ORDER.index(claim.standing), trust, kind, claim.as_of


class Sources:
    """Numbers each fact when it is first cited. `missing` holds cited facts that came without a claim."""

    def __init__(self, claims: Mapping[str, tuple[SourceOn, ...]]) -> None:
        self._claims = claims
        self._numbers: dict[str, int] = {}
        self.missing: set[str] = set()

    def claims(self, fact: str) -> list[SourceOn]:
        """The claims of a fact, the one that counts first."""
        found = sorted(self._claims.get(fact, ()), key=_first)
        return [claim for claim in found if claim.standing not in PAST] or found[:1]

    def cite(self, facts: Iterable[str]) -> list[Cited]:
        """One chip for each fact, each fact once, in the order given."""
        cited = []
        for fact in dict.fromkeys(facts):
            claims = self.claims(fact)
            if not claims:
                self.missing.add(fact)
                continue
            number = self._numbers.setdefault(fact, len(self._numbers) + 1)
            standing = sum(claim.standing in ("surely", "perhaps") for claim in claims)
            cited.append(Cited(fact, number, claims[0], max(0, standing - 1)))
        return cited

    def listed(self) -> list[tuple[str, int, list[SourceOn]]]:
        """Every fact cited so far with all its claims, by number."""
        return [(fact, number, self.claims(fact)) for fact, number in self._numbers.items()]
