"""What every drawing of a comparison shows, by the names under which the templates ask for it."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.choose.lands import Land, contacts
from vyrai.pages._desk import Desk
from vyrai.pages._glance import glance
from vyrai.pages._leaving import leaving
from vyrai.pages._places import places, unknowns
from vyrai.pages._risks import risks
from vyrai.pages._ways import countries
from vyrai.words.home import lacking


def shown(desk: Desk, every: Sequence[Land]) -> dict[str, object]:
    """Of some countries: dangers, the ways, what is unknown, whom to ask."""
    lands = tuple(every)
    return {
        "c": desk.comparison,
        "d": desk,
        "risks": risks(desk, lands),
        "countries": countries(desk.comparison, lands, places(desk)),
        "unknowns": unknowns(desk),
        "contacts": contacts(desk.comparison),
    }


def whole(desk: Desk, every: Sequence[Land]) -> dict[str, object]:
    """Of all countries: the same, the first glance, how to leave, children whom nobody may take."""
    return shown(desk, every) | {
        "glance": glance(desk, every),
        "leaving": leaving(desk),
        "unplaced": lacking(desk.words, desk.comparison.home),
    }
