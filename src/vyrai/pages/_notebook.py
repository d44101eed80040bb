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


_ITEM_ENDS = re.compile(r"</li>\s*(?=<li|</[ou]l>)|</dt>\s*(?=<d[dt])|</dd>\s*(?=<d[dt]|</d(?:l|iv)>)")
"""What HTML lets be left out: the end of a list's item before the next or at the end of the list. On this
page that is more than a thousand times.
"""


def notebook(comparison: Comparison, words: Words) -> str:
    """The page of a comparison in the language of `words`, as HTML text ending in a line break."""
    desk = Desk(comparison, words)
    every = desk.by_name(lands(comparison))
    html = environment().get_template("notebook.html").render(w=words, **whole(desk, every))
    closed = re.sub(r"\n\s*", "\n", html)
    return desk.sources.back(_ITEM_ENDS.sub("", closed)).strip() + "\n"
