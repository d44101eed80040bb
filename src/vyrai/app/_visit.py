"""One request for one screen of a notebook, and what its answer is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vyrai.app._notebooks import Notebook
from vyrai.pages import Frame, asset
from vyrai.words import Words

if TYPE_CHECKING:
    from vyrai.app._home import Home


class Visit:
    """One request for one screen of a notebook.

    form: what was posted. large: whether so much was posted that nothing of it was taken.
    """

    def __init__(
        self, home: Home, request: Request, book: Notebook, words: Words, form: FormData | None
    ) -> None:
        self.home, self.book, self.words = home, book, words
        self.form, self.large = FormData() if form is None else form, form is None
        self.atlas = home.atlas
        self.query = request.query_params
        self.here = request.path_params.get("here", request.url.path.split("/", 3)[3])
        self.path = request.path_params
        self.frame = Frame(
            "app", words.lang, self.here, asset(".css"), asset(".js"), book.begun, request.url.query
        )

    def to(self, page: str, key: str = "", /, **query: str) -> Response:
        """Another screen; the answer to a form is always one, so that reloading repeats nothing."""
        return to(self.frame.to(page, key, **query))

    @property
    def data(self) -> dict[str, Any] | None:
        """The answers as plain data."""
        return None if self.book.case is None else self.book.case.data()


def to(address: str) -> Response:
    """Another page; asked for anew, whatever was posted."""
    return RedirectResponse(address, 303)


Make = Callable[[Visit], str | Response]
"""Answers one visit: with the HTML of a screen, or with something else."""


class Screen(NamedTuple):
    """A screen of a notebook: where it is, by which method it is reached, and what makes it."""

    method: str
    path: str
    make: Make
