"""Numbers that hide in texts of routes, steps, statuses, provisions: they do not change with their fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from vyrai.world._atlas import Atlas
from vyrai.world._built import Place, Provision, Route, Status, Step, Taking
from vyrai.world._problems import Problem

_MEASURES = frozenset({"duration", "age", "share", "money"})
_NESTED = frozenset({dict, list, tuple})
_NO_TEXT = frozenset({"examples", "when", "term"})


def numbers_in_texts(atlas: Atlas) -> Iterator[Problem]:
    """A warning for each English text that states a number with its unit."""
    words = {unit.title["en"] for unit in atlas.units if unit.title and unit.kind in _MEASURES}
    words |= {word.removesuffix("s") for word in words}
    if not words:
        return
    units = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    measure = re.compile(rf"\b\d[\d,.]*[ -]?(?:{units})\b")
    records: list[Route | Step | Status | Provision | Place | Taking] = [
        *atlas.routes,
        *atlas.steps,
        *atlas.statuses,
        *atlas.provisions,
        *atlas.places,
        *atlas.takings,
    ]
    for record in records:
        for line, text in _texts(_plain(record), record.line):
            found = measure.search(text)
            if found:
                yield Problem(
                    record.file,
                    line,
                    f"the text states {found[0]}",
                    "A number in a text has no source and no date, and stays when the law changes.",
                    "Leave it out of the text: the fact it stands on is shown beside it with its number.",
                    grave=False,
                )


def _plain(record: Any) -> Any:
    return msgspec.to_builtins(record, enc_hook=lambda _: None)  # only examples are kept as they are written


def _texts(piece: Any, line: int) -> Iterator[tuple[int, str]]:
    left = [(piece, line)]
    while left:  # in no order
        piece, line = left.pop()
        if type(piece) is not dict:
            left += [(part, line) for part in piece if type(part) in _NESTED]
        elif type(piece.get("en")) is str:
            yield line, piece["en"]
        else:
            line = piece.get("line", line)
            parts = piece.items()
            left += [(part, line) for key, part in parts if type(part) in _NESTED and key not in _NO_TEXT]
