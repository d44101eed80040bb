"""When two units may meet in one comparison or sum."""

from __future__ import annotations

from typing import Literal

_SAME = {"years-of-age": "years", "age": "years"}


def plain(unit: str) -> str:
    """The unit as compared: ages count in years, and what a whole family pays or has is not `per family`."""
    return _SAME.get(unit, unit.removesuffix("/family"))


def meet(left: str | None, right: str | None) -> bool:
    """Whether two units may be compared or added; 0 and 1 have no unit and meet any."""
    return left is None or right is None or plain(left) == plain(right)


def product(left: str | None, right: str | None) -> str | Literal[False] | None:
    """The unit of a product, or False where it has none: a price per person times a count is a price."""
    if left is None or right is None:
        return left or right
    for price, number in ((left, right), (right, left)):
        if number == "count":
            return price.removesuffix("/person")
    return False
