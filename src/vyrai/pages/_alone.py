"""What the pages beside the comparison share: a desk without ways, and a page with everything inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from vyrai.choose.model import Basis, Comparison, Person, SourceOn, Text
from vyrai.pages._desk import Desk
from vyrai.pages._frame import Frame
from vyrai.pages._templates import environment, inline

if TYPE_CHECKING:
    from vyrai.words import Words


def desk_without_ways(
    words: Words,
    frame: Frame | None,
    basis: Basis,
    sources: Mapping[str, tuple[SourceOn, ...]],
    labels: Mapping[str, Text],
    people: tuple[Person, ...] = (),
) -> Desk:
    """The desk of a page that compares no ways, with its own sources and words for ids."""
    told = Comparison(
        basis=basis,
        people=people,
        rows=(),
        next=None,
        first=None,
        leaving=(),
        also={},
        perils=(),
        sources=dict(sources),
        events={},
        labels=dict(labels),
    )
    return Desk(told, words, frame)


def alone(desk: Desk, template: str, style: tuple[str, ...], values: Mapping[str, object]) -> str:
    """One page with everything inside, as HTML text ending in a line break."""
    html = environment().get_template(template).render(w=desk.words, style=inline(style), **values)
    return desk.sources.back(re.sub(r"\n\s*", "\n", html)).strip() + "\n"
