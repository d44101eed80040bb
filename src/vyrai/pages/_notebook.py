"""One page for a comparison: everything is inside the file, nothing runs, nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vyrai.choose.lands import lands
from vyrai.choose.model import Comparison
from vyrai.pages._desk import Desk
from vyrai.pages._shown import whole
from vyrai.pages._templates import environment

if TYPE_CHECKING:
    from vyrai.words import Words


def notebook(comparison: Comparison, words: Words) -> str:
    """The page of a comparison in the language of `words`, as HTML text ending in a line break."""
    desk = Desk(comparison, words)
    every = desk.by_name(lands(comparison))
    html = environment().get_template("notebook.html").render(w=words, **whole(desk, every))
    closed = re.sub(r"\n\s*", "\n", html)
    # HTML lets the end of a list's item be left out before the next; on this page that is a thousand times.
    return desk.sources.back(re.sub(r"</li>\s*(?=<li|</[ou]l>)", "", closed)).strip() + "\n"
