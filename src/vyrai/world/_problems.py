"""What `atlas check` says about a file: where, what, why it matters, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing to mend in the atlas. `line` counts from 1; what is not `grave` is a warning."""

    file: str
    line: int
    what: str
    why: str
    todo: str
    grave: bool = True

    def __str__(self) -> str:
        kind = "" if self.grave else "warning: "
        return f"{self.file}:{self.line}: {kind}{self.what}\n  {self.why}\n  {self.todo}"


class AtlasError(ValueError):
    """The atlas cannot be compiled; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that names the known word most like `word`, or lists a few of the known ones."""
    words = sorted(known)
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{close[0]}`?"
    if len(words) <= 12:
        return f"Known here: {', '.join(words)}." if words else "None is known yet."
    return f"{len(words)} are known, for example {', '.join(words[:3])}."
