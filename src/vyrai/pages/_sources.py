"""Sources in the order in which the page first leans on them; each stands on it once.

A statement that the page tells is its own source. Every other has its place in the list at the end, under the
part of the page that leaned on it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vyrai.choose.model import SourceOn

ORDER = ("surely", "perhaps", "too_old", "excluded", "seen_later", "not_yet_known", "not_that_day")
COUNTS = ("surely", "perhaps")
PAST = ("seen_later", "not_yet_known", "not_that_day")
"""Claims of other days: shown only where a fact has no others; so is what is too old beside what counts."""
TRUST = ("high", "medium", "low")
BACK = "\N{SYMBOL FOR SHIFT OUT}"
"""Stands about the number of a fact where its ways back are put in at the end."""
MOST_BACK = 1
KINDS = ("law", "official", "igo", "ngo", "media", "peer")


class Cited(NamedTuple):
    """One fact: its number, its claims, the one that counts first; whether it is told only now."""

    fact: str
    number: int
    claims: tuple[SourceOn, ...]
    new: bool

    @property
    def claim(self) -> SourceOn:
        """The claim that counts."""
        return self.claims[0]

    @property
    def rivals(self) -> int:
        """How many other claims are in force with it."""
        return max(0, sum(claim.standing in COUNTS for claim in self.claims) - 1)


class Part(NamedTuple):
    """The sources that a part of the page was the first to lean on."""

    key: str
    facts: tuple[Cited, ...]


def _first(claim: SourceOn) -> tuple[int, int, int, str]:
    trust = TRUST.index(claim.confidence) if claim.confidence in TRUST else len(TRUST)
    kind = KINDS.index(claim.kind) if claim.kind in KINDS else len(KINDS)
    return ORDER.index(claim.standing), trust, kind, claim.as_of


class Sources:
    """Numbers each fact when it is first cited. `missing` holds cited facts that came without a claim."""

    def __init__(self, claims: Mapping[str, tuple[SourceOn, ...]]) -> None:
        self._claims = claims
        self._numbers: dict[str, int] = {}
        self._parts: dict[str, list[str]] = {}
        self._told: set[str] = set()
        self._cited: dict[str, list[int]] = {}
        self._places = 0
        self._here = ""
        self.missing: set[str] = set()

    def enter(self, part: str) -> str:
        """From here on facts belong to this part of the page. Says nothing."""
        self._here = part
        return ""

    def claims(self, fact: str) -> tuple[SourceOn, ...]:
        """The claims of a fact, the one that counts first."""
        found = sorted(self._claims.get(fact, ()), key=_first)
        counts = any(claim.standing in COUNTS for claim in found)
        gone = (*PAST, "too_old") if counts else PAST
        return tuple([claim for claim in found if claim.standing not in gone] or found[:1])

    def cite(self, facts: Iterable[str]) -> list[Cited]:
        """Each fact once, in the order given."""
        cited = []
        for fact in dict.fromkeys(facts):
            claims = self.claims(fact)
            if not claims:
                self.missing.add(fact)
                continue
            if fact not in self._numbers:
                self._numbers[fact] = len(self._numbers) + 1
                self._parts.setdefault(self._here, []).append(fact)
            cited.append(Cited(fact, self._numbers[fact], claims, False))
        return cited

    def tell(self, facts: Iterable[str]) -> list[Cited]:
        """Facts whose statements the page now tells; those that it has told already are not new."""
        told = [one._replace(new=one.fact not in self._told) for one in self.cite(facts)]
        self._told.update(one.fact for one in told)
        return told

    def place(self, cited: Iterable[Cited]) -> str:
        """A name for the place on the page where facts are now cited, to lead back to."""
        self._places += 1
        for one in cited:
            self._cited.setdefault(one.fact, []).append(self._places)
        return f"_{self._places}"

    def back(self, html: str) -> str:
        """The page with each number between two BACK turned into ways back to where the fact was cited.

        A place that nothing leads back to loses its name: there are hundreds.
        """
        named = {str(number): fact for fact, number in self._numbers.items()}
        goals: set[str] = set()

        def links(mark: re.Match[str]) -> str:
            places = self._cited.get(named[mark[1]], [])[:MOST_BACK]
            goals.update(map(str, places))
            return "".join(f"<a href=#_{n}>↩</a>" for n in places)

        linked = re.sub(f"{BACK}(\\d+){BACK}", links, html)
        return re.sub(r" id=_(\d+)", lambda name: name[0] if name[1] in goals else "", linked)

    def listed(self) -> list[Part]:
        """Every fact that was cited and not told, by the part of the page that leaned on it first."""
        every = {
            part: [fact for fact in facts if fact not in self._told] for part, facts in self._parts.items()
        }
        return [Part(part, tuple(self.cite(facts))) for part, facts in every.items() if facts]
