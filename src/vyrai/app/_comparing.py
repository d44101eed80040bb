"""The screens that say where a family can go."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._visit import Screen, Visit
from vyrai.pages import notebook


def show_comparison(visit: Visit) -> str | Response:
    """The comparison of this family."""
    if not visit.book.begun:
        return visit.to("ask")
    words, book = visit.words, visit.book
    return book.once(f"compare {words.lang}", lambda: notebook(book.comparison(), words))


SCREENS = (Screen("GET", "compare", show_comparison),)
