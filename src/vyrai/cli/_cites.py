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

    def counts(self, fact: str) -> bool:
        """Whether a claim of the fact counts on the day."""
        return any(one.standing in _COUNTS for one in self.sources.get(fact, ()))

    def figure(self, fact: str) -> str:
        """The value of a fact, else what it states."""
        claims = self.sources.get(fact, ())
        value = next((one.value for one in claims if one.value and one.standing in _COUNTS), "")
        return value if value[:1].isalpha() else self.says(fact)

    def title(self, fact: str) -> str:
        """What a fact is about; empty where nothing is known of it."""
        claims = self.sources.get(fact, ())
        return self.words.text(claims[0].title) if claims else ""

    def says(self, fact: str) -> str:
        """What a fact states: of its claims the first that counts, else the first."""
        claims = self.sources.get(fact, ())
        best = next((one for one in claims if one.standing in _COUNTS), claims[0] if claims else None)
        if best is None:
            return ""
        said = self.words.text(best.statement)
        if best.standing not in _COUNTS:
            said += f" ({self.words.standing(best.standing, best.since)})"
        return said

    def write(self, paper: Paper, everything: bool) -> None:
        """The list of sources: of everything also rivals and addresses."""
        for fact, number in self._numbers.items():
            claims = self.sources[fact]
            said = list(dict.fromkeys(self._source(one) for one in claims))
            most = len(said) if everything else 1
            more = f" (+{len(said) - most})" if len(said) > most else ""
            paper.para(f"[{number}] {fact}: {'; '.join(said[:most])}{more}", 0, 4)
            if everything:
                for url in dict.fromkeys(one.url for one in claims):
                    paper.line(f"    {url}")

    def _source(self, one: SourceOn) -> str:
        w = self.words
        day = w("read {date}", date=w.date(one.as_of)) if one.as_of_unknown else w.date(one.as_of)
        standing = "" if one.standing == "surely" else f"; {w.standing(one.standing, one.since)}"
        return f"{one.publisher} ({w.kind(one.kind)}, {day}{standing})"
