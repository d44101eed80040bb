"""One way explained to a family: what is asked, what settles it, what is in the way, what would open it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from vyrai.choose import Comparison, Why
from vyrai.choose.explained import Asked
from vyrai.choose.model import Change, ItemOn, Mark
from vyrai.pages._asking import Asked as Unknown
from vyrai.pages._desk import Desk
from vyrai.pages._doors import History
from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.world import World

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

SIGNS = {"met": "met", "not met": "not", "unknown": "unk"}
_ORDER = ("not met", "unknown", "met")


class Told(NamedTuple):
    """An answer or a fact that counts, and what it says; of whom else it is so."""

    text: str
    value: str
    fact: str


class Condition(NamedTuple):
    """One requirement with one verdict: of whom, and what the verdict rests on."""

    verdict: str
    sign: str
    names: str
    asked: Asked
    items: list[Told]
    unknown: list[Unknown]


def reasons(
    frame: Frame, words: Words, atlas: Atlas, comparison: Comparison, why: Why, mark: Mark | None
) -> str:
    """The screen of one route for one family; `mark`: what the family wrote beside it."""
    desk = Desk(msgspec.structs.replace(comparison, sources=why.sources), words, frame)
    desk.sources.enter(why.country)
    conditions = [_condition(desk, group) for group in _alike(why.asked)]
    conditions.sort(key=lambda one: _ORDER.index(one.verdict))
    html = screen(
        "why.html",
        frame,
        words,
        atlas,
        c=desk.comparison,
        d=desk,
        why=why,
        x=why.link,
        conditions=conditions,
        support=_items(desk, why.support),
        changes=[_changed(desk, one) for one in why.changes],
        history=History(atlas.route(why.link.route), _world(atlas, why)),
        what=why.link.route,
        mark=mark,
    )
    return desk.sources.back(html)


def _world(atlas: Atlas, why: Why) -> World:
    """The day on which the reasons are told."""
    on, known = why.basis.on, why.basis.known
    return World(atlas, date.fromisoformat(on), None if known is None else date.fromisoformat(known))


def _alike(asked: Iterable[Asked]) -> list[list[Asked]]:
    """Findings of one requirement with one verdict, together, in their order."""
    groups: dict[tuple[str, str], list[Asked]] = {}
    for one in asked:
        groups.setdefault((one.requirement, one.verdict), []).append(one)
    return list(groups.values())


def _condition(desk: Desk, group: list[Asked]) -> Condition:
    first = group[0]
    names = desk.of([one.member for one in group if one.member])
    items = _items(desk, [item for one in group for item in one.items])
    unknown = desk.merged([item for one in group for item in one.open])
    return Condition(first.verdict, SIGNS[first.verdict], names, first, items, unknown)


def _items(desk: Desk, items: Iterable[ItemOn]) -> list[Told]:
    """Answers and facts with what they say, each once; a sensitive answer is not repeated."""
    w = desk.words
    found: dict[tuple[str, str], list[str]] = {}
    texts: dict[tuple[str, str], Told] = {}
    for one in items:
        _, dot, field = one.label.partition(".")
        value = w("your answer is not repeated here") if one.sensitive else _value(desk, one.value)
        fact = one.item.partition(":")[2] if one.item.startswith("fact:") else ""
        key = (field if dot and not fact else one.item, value)
        found.setdefault(key, []).append(one.label.partition(".")[0] if dot and not fact else "")
        texts.setdefault(key, Told(w.text(one.text).rstrip(".") or one.label, value, fact))
    told = []
    for key, one_told in texts.items():
        others = [name for name in found[key][1:] if name]
        same = f" ({w('the same of {names}', names=w.list(others))})" if others else ""
        told.append(one_told._replace(text=one_told.text + same))
    return told


def _value(desk: Desk, value: str | None) -> str:
    w = desk.words
    said = []
    for part in (value or "").split(" | "):
        figure, _, unit = part.rpartition(" ")
        known = figure[-1:].isdigit() or (figure and w.unit(unit) != unit)
        said.append(
            w.figure(figure, unit) if known else {"yes": w("yes"), "no": w("no")}.get(part, w.date(part))
        )
    return " | ".join(said)


def _changed(desk: Desk, change: Change) -> str:
    """Answers that would be others, and which; the same answer of several people once."""
    w = desk.words
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one, becomes in zip(change.items, change.becomes, strict=True):
        who, dot, field = one.label.partition(".")
        text = w(
            "if the answer to “{answer}” were: {value}", answer=w.text(one.text), value=_value(desk, becomes)
        )
        groups.setdefault((field, becomes) if dot else (one.label, becomes), []).append((text, who))
    said = []
    for group in groups.values():
        others = w.list([who for _, who in group[1:]])
        said.append(group[0][0] + (f" ({w('the same of {names}', names=others)})" if others else ""))
    return "; ".join(said)
