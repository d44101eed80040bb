"""One page for a comparison: everything is inside the file, nothing runs, nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vyrai.choose.lands import contacts, lands
from vyrai.choose.model import Comparison
from vyrai.pages._desk import Desk
from vyrai.pages._glance import glance
from vyrai.pages._leaving import leaving
from vyrai.pages._places import places, unknowns
from vyrai.pages._risks import risks
from vyrai.pages._templates import environment
from vyrai.pages._ways import countries

if TYPE_CHECKING:
    from vyrai.words import Words


def notebook(comparison: Comparison, words: Words) -> str:
    """The page of a comparison in the language of `words`, as HTML text ending in a line break."""
    desk = Desk(comparison, words)
    every = desk.by_name(lands(comparison))
    html = (
        environment()
        .get_template("notebook.html")
        .render(
            c=comparison,
            w=words,
            d=desk,
            glance=glance(desk, every),
            risks=risks(desk, every),
            countries=countries(comparison, every, places(desk)),
            leaving=leaving(desk),
            unknowns=unknowns(desk),
            contacts=contacts(comparison),
        )
    )
    return desk.sources.back(re.sub(r"\n\s*", "\n", html)).strip() + "\n"
