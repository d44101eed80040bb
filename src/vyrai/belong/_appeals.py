"""How long one may object if an answer is no, and to whom: the shortest time first, the unknown last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vyrai.belong._clock import PEOPLE
from vyrai.belong._gate import figure, known
from vyrai.belong.model import Appeal
from vyrai.world import Provision, World

_UNDECIDED = frozenset({PEOPLE, "work"})
"""Kinds of support of which no office decides by itself, so that there is nothing to object to."""


def appeal(world: World, *alike: Provision) -> Appeal:
    """How a refusal of provisions may be objected to that are alike in it."""
    fact = alike[0].appeal
    return Appeal(
        time=figure(world, fact),
        to=alike[0].appeal_to,
        provisions=tuple(one.id for one in alike),
        facts=() if fact is None else (fact,),
    )


def appeals(world: World, asked: Iterable[Provision]) -> tuple[Appeal, ...]:
    """Of everything that may be refused, those alike together; nothing twice, however many ask for it."""
    groups: dict[tuple[str | None, str], list[Provision]] = {}
    for one in {one.id: one for one in asked if one.kind not in _UNDECIDED}.values():
        groups.setdefault((one.appeal, str(one.appeal_to)), []).append(one)
    found = sorted(groups.values(), key=lambda alike: _soonest(world, alike[0]))
    return tuple(appeal(world, *alike) for alike in found)


def _soonest(world: World, one: Provision) -> tuple[bool, Any, bool, str]:
    time = known(world, one.appeal)
    return one.appeal is None, time.lo, one.appeal_to is None, one.id
