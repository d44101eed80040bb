"""What a way hangs on, and what nobody has answered of leaving, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from vyrai.words._planned import ClosedOf, FoundOf
from vyrai.words._words import Words
from vyrai.words.belonging import route

HANGING = 5
"""So many things are told; of more only how many."""


def hangs_on(w: Words, texts: Sequence[Mapping[str, str]]) -> str:
    """The first things that a way hangs on, and how many more; empty: nothing is open."""
    told = [w.text(text).rstrip(".") for text in texts[:HANGING]]
    more = len(texts) - len(told)
    return "; ".join([*told, *([w.plural("{n} more thing", "{n} more things", more)] if more else [])])


class BarredOf(Protocol):
    """An answer to whom the border where they live may be closed."""

    @property
    def barred(self) -> Sequence[ClosedOf]:
        """What closes it."""

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """Titles of routes."""


def barred(w: Words, found: BarredOf) -> list[str]:
    """What surely stops the family at the border where it lives."""
    if not found.barred:
        return []
    asked = [w.text(one).rstrip(".") for of in found.barred for one in of.wordings]
    return [
        w(
            "By what you have said you can be stopped and held at the border of the country where you live. "
            "Asked, but not so: {what}. What follows goes over it all the same. Do not follow it before you "
            "have spoken with people who help in this: they stand with “{route}”.",
            what="; ".join(asked) or w("nobody is taken today"),
            route="; ".join(route(w, found.labels, of.way) for of in found.barred),
        )
    ]


def unanswered(w: Words, found: FoundOf) -> list[str]:
    """What surely stops the family at the border, and what may, for nobody has answered it."""
    if not found.plans:
        return []
    said = barred(w, found)
    if found.leaving:
        # Each of them may be the one, so none is left out.
        what = "; ".join(w.text(text).rstrip(".") for text in found.leaving)
        said.append(w("Not answered yet, and it may stop you at the border: {what}", what=what))
    return said
