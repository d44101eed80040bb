"""Getting out: ways with the same answer as one card, what only works inside as one short list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.choose.model import RANK, Link
from vyrai.pages._desk import Desk


class Card(NamedTuple):
    """One or more ways out that are answered alike: their names as one, and each with its own words."""

    title: str
    links: tuple[Link, ...]
    names: tuple[str, ...]


class Leaving(NamedTuple):
    """Ways out, and papers that are had only while one is inside."""

    cards: tuple[Card, ...]
    inside: tuple[Link, ...]


def leaving(desk: Desk) -> Leaving:
    """The routes out of the origin, those that are answered alike together."""
    inside, alike = [], dict[tuple[object, ...], list[Link]]()
    for link in desk.comparison.leaving:
        if _errand(link):
            inside.append(link)
        else:
            alike.setdefault(_answer(link), []).append(link)
    cards = sorted((_card(desk, links) for links in alike.values()), key=lambda card: RANK[card.links[0].way])
    return Leaving(tuple(cards), tuple(inside))


def _errand(link: Link) -> bool:
    """Whether it is a paper to get, with nothing to decide: an office takes its time for it, a road none."""
    return link.verdict == "met" and not link.open and (link.kind != "leaving" or bool(link.weeks.facts))


def _answer(link: Link) -> tuple[object, ...]:
    """What is said of a way out. One without a condition or question is alike to none."""
    if not link.blockers and not link.open:
        return (link.route,)
    shut = tuple((str(one.wording), one.member) for one in link.blockers)
    asked = tuple((one.item, one.reason) for one in link.open)
    return (link.kind, link.way, link.verdict, link.door.states, shut, asked, link.to_do)


def _card(desk: Desk, links: list[Link]) -> Card:
    titles = [desk.words.text(link.title) for link in links]
    start = _common(titles)
    names = [" ".join(title.split()[start:]) for title in titles]
    if len(links) == 1 or not all(names):
        return Card(desk.words.list(titles), tuple(links), tuple(titles))
    title = " ".join([*titles[0].split()[:start], desk.words.list(names)])
    return Card(title, tuple(links), tuple(name[:1].upper() + name[1:] for name in names))


def _common(titles: Iterable[str]) -> int:
    """How many words all begin with."""
    number = 0
    for words in zip(*(title.split() for title in titles), strict=False):
        if len(set(words)) > 1:
            break
        number += 1
    return number
