"""Numbers for sources: each fact that is leaned on gets one where it is first named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vyrai.choose.model import SourceOn
from vyrai.cli._paper import Paper
from vyrai.words import Words

_COUNTS = ("surely", "perhaps")


class Cites:
    """The facts named so far, in their order."""

    def __init__(self, sources: Mapping[str, Sequence[SourceOn]], words: Words) -> None:
        self.sources, self.words = sources, words
        self._numbers: dict[str, int] = {}

    def of(self, facts: Iterable[str], most: int = 6) -> str:
        """` [1, 2]` for facts; empty for none. Facts beyond `most` are counted only."""
        every = [fact for fact in dict.fromkeys(facts) if fact in self.sources]
        said = [str(self._numbers.setdefault(fact, len(self._numbers) + 1)) for fact in every[:most]]
        if len(every) > most:
            said.append(f"+{len(every) - most}")
        return f" [{', '.join(said)}]" if said else ""

    def says(self, fact: str) -> str:
        """What a fact states: of its claims the first that counts, else the first."""
        claims = self.sources.get(fact, ())
        best = next((one for one in claims if one.standing in _COUNTS), claims[0] if claims else None)
        if best is None:
            return ""
        said = self.words.text(best.statement)
        if best.standing not in _COUNTS:
            said += f" ({self.words.standing(best.standing)})"
        return said

    def shown(self) -> list[Sequence[SourceOn]]:
        """The claims of every fact that was named."""
        return [self.sources[fact] for fact in self._numbers]

    def write(self, paper: Paper) -> None:
        """The list of sources: number, fact, and of each claim the publisher, the kind and the day."""
        w = self.words
        for fact, number in self._numbers.items():
            claims = self.sources[fact]
            said = []
            for one in claims:
                day = w("read {date}", date=w.date(one.as_of)) if one.as_of_unknown else w.date(one.as_of)
                standing = "" if one.standing == "surely" else f", {w.standing(one.standing)}"
                said.append(f"{one.publisher} ({w.kind(one.kind)}, {day}{standing})")
            paper.para(f"[{number}] {fact}: {'; '.join(dict.fromkeys(said))}", 0, 4)
