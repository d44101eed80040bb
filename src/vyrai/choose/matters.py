"""Unknown things that are one matter: a question about several members, what one person judges at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.choose.model import Open, Text


class Matter(NamedTuple):
    """One or more unknown things that are told in one go."""

    opens: tuple[Open, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """What it is about, each wording once."""
        return _once(one.text for one in self.opens)

    @property
    def judges(self) -> tuple[tuple[Text | None, Text | None], ...]:
        """Who judges, and what helps that person, each once."""
        pairs = [(one.judge, one.helps) for one in self.opens]
        return tuple(pair for place, pair in enumerate(pairs) if pair not in pairs[:place])


def matters(items: Iterable[Open]) -> tuple[Matter, ...]:
    """Each matter once, in the order of its first thing."""
    found: list[list[Open]] = []
    for one in items:
        alike = next((group for group in found if _alike(group, one)), None)
        if alike is None:
            found.append([one])
        else:
            alike.append(one)
    return tuple(Matter(tuple(group)) for group in found)


def _alike(group: list[Open], one: Open) -> bool:
    """Whether a thing joins others: the same question about another member; of what a person judges the words
    are the same, or the judge with the help.
    """
    if one.reason != group[0].reason:
        return False
    if one.judge is None or group[0].judge is None:
        return one.item == group[0].item or _question(one) == _question(group[0]) != ""
    words = all(other.text == one.text for other in group)
    return words or all((other.judge, other.helps) == (one.judge, one.helps) for other in group)


def _question(one: Open) -> str:
    """What is asked about each member alike; empty if it is no such question."""
    member, _, field = one.label.partition(".")
    return field if one.who == "family" and not member.endswith("]") else ""


def counts(items: Iterable[Open]) -> dict[str, int]:
    """How many matters there are, by who could settle them."""
    found: dict[str, int] = {}
    for one in matters(items):
        who = one.opens[0].who
        found[who] = found.get(who, 0) + 1
    return found


def _once(texts: Iterable[Text]) -> tuple[Text, ...]:
    every = list(texts)
    return tuple(text for place, text in enumerate(every) if text not in every[:place])
