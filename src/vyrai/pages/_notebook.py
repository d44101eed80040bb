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


_PARAGRAPH_ENDS = re.compile(
    r"</p>\s*(?=<(?:p|div|[uo]l|dl|table|h[1-6]|section|details|form|footer)[ >]"
    r"|</(?:div|section|article|li|d[dt]|t[dh]|details|main|header|footer|aside|form|body)>)"
)
_ITEM_ENDS = re.compile(
    r"</li>\s*(?=<li|</[ou]l>)|</dt>\s*(?=<d[dt])|</dd>\s*(?=<d[dt]|</d(?:l|iv)>)"
    r"|</t[dh]>\s*(?=<t[dh][ >]|</tr>)|</tr>\s*(?=<tr[ >]|</t(?:head|body|able)>)"
)
"""What HTML lets be left out: the end of a paragraph before a block or at the end of what it stands in, and
that of an item or a cell before the next or at the end. On this page that is more than two thousand times.
"""
_PLAIN = re.compile(r'( (?:role|aria-hidden|scope|c?[xy]|width|height)=)"([A-Za-z0-9_.-]+)"(?=[ >])')
"""Values of attributes that need no quotation marks; in texts these are written as `&#34;`."""
_LINES = re.compile(r"(?<=>)\n(?=</?(?:div|[uod]l|li|p|h3|table|tr|section|details)[ >])")
"""Ends of lines at which a block begins or ends: nobody sees them."""


def notebook(comparison: Comparison, words: Words) -> str:
    """The page of a comparison in the language of `words`, as HTML text ending in a line break."""
    desk = Desk(comparison, words)
    every = desk.by_name(lands(comparison))
    html = environment().get_template("notebook.html").render(w=words, **whole(desk, every))
    closed = re.sub(r"\n\s*", "\n", html)
    page = desk.sources.back(_ITEM_ENDS.sub("", _PARAGRAPH_ENDS.sub("", closed)))
    return _LINES.sub("", _PLAIN.sub(r"\1\2", page)).strip() + "\n"
