"""Finding things by words, and facts by country and topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from vyrai.choose.model import Text
from vyrai.pages._reader import Reader
from vyrai.pages._recipes import ANYWHERE

T = TypeVar("T")


class Shelf(NamedTuple):
    """A page of facts: its name in a link, what is on it, how many there are."""

    key: str
    name: str
    facts: int


def found(asked: str, things: Iterable[T], text: Callable[[T], str]) -> list[T]:
    """The things that have every word that is asked for, in the order given."""
    words = asked.casefold().split()
    return [one for one in things if all(word in text(one) for word in words)]


def haystack(reader: Reader, texts: Iterable[Text | None], *more: str) -> str:
    """What is searched: texts as this page says them and in English, and whatever else, in small letters."""
    known = [text for text in texts if text]
    said = dict.fromkeys(
        [*(reader.words.text(text) for text in known), *(text.get("en", "") for text in known)]
    )
    return " ".join([*said, *more]).casefold()


def shelves(reader: Reader, country: str) -> list[Shelf]:
    """The shelves of a country (empty: of none) in the order of their topics' names."""
    listed = []
    for key, facts in reader.library.shelved.items():
        if key.partition("-")[0] == (country or ANYWHERE):
            _, topic, part = reader.shelf(key)
            name = f"{reader.topic(topic)} {part}".strip()
            listed.append(Shelf(key, name, len(facts)))
    return sorted(listed, key=lambda one: (reader.words.order(one.name), one.key))
