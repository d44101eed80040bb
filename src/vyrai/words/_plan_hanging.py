"""What a way hangs on, and what nobody has answered of leaving, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vyrai.words._planned import FoundOf
from vyrai.words._words import Words

HANGING = 3
"""So many things are told; of more only how many."""


def hangs_on(w: Words, texts: Sequence[Mapping[str, str]]) -> str:
    """The first things that a way hangs on, and how many more; empty: nothing is open."""
    told = [w.text(text).rstrip(".") for text in texts[:HANGING]]
    more = len(texts) - len(told)
    return "; ".join([*told, *([w.plural("{n} more thing", "{n} more things", more)] if more else [])])


def unanswered(w: Words, found: FoundOf) -> list[str]:
    """What may stop the family at the border, for nobody has answered it."""
    if not (found.leaving and found.plans):
        return []
    asked = hangs_on(w, found.leaving)
    return [w("Not answered yet, and it may stop you at the border: {what}", what=asked)]
