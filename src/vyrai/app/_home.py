"""The app: one ASGI object that answers every request from the notebooks in its memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from hmac import compare_digest
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from vyrai.app import (
    _absent,
    _asking,
    _belonging,
    _browsing,
    _comparing,
    _keeping,
    _leaving,
    _needs,
    _opening,
    _packing,
    _planning,
    _weighing,
)
from vyrai.app._gate import App, Gate
from vyrai.app._leaving import WHILE_AWAY
from vyrai.app._notebooks import Notebooks
from vyrai.app._posting import posted
from vyrai.app._visit import Screen, Visit, to
from vyrai.choose import form_of
from vyrai.law import Law
from vyrai.pages import Library, assets, away
from vyrai.words import LANGUAGES, Words
from vyrai.world import Atlas

PARTS = (
    _leaving,
    _asking,
    _needs,
    _comparing,
    _belonging,
    _planning,
    _packing,
    _absent,
    _weighing,
    _browsing,
    _keeping,
    _opening,
)
"""The modules that have screens."""


class Home:
    """The notebooks of one process before one atlas.

    secret: opens one notebook, once. today: the day, asked anew for every notebook. gone: called when
    "forget everything" is pressed.
    """

    def __init__(
        self, atlas: Atlas, secret: str, today: Callable[[], date], gone: Callable[[], None], lang: str
    ) -> None:
        self.atlas, self.form = atlas, form_of(atlas)
        self.books = Notebooks(Law(atlas), self.form)
        self.words = {code: Words(code) for code in LANGUAGES}
        self._secret: str | None = secret
        self.gone = gone
        self._today, self._lang = today, lang
        self._library: Library | None = None

    def library(self, on: date) -> Library:
        """What the atlas says on a day, and nothing of a family. That of the last day asked for is kept."""
        if self._library is None or self._library.on != on:
            self._library = Library(self.atlas, on)
        return self._library

    # -- finding the way ----------------------------------------------------------------------------------

    async def open(self, request: Request) -> Response:
        """The link that the program printed: it opens one notebook, and never again."""
        named = str(request.path_params["secret"]).encode()
        if self._secret is None or not compare_digest(named, self._secret.encode()):
            return self._closed()
        self._secret = None
        return to(f"/{self.books.begin(self._today())}/{self._lang}/")

    def _closed(self) -> Response:
        words = self.words[self._lang]
        lines = [
            words("This page belongs to a notebook that is closed. Nothing of it is kept here."),
            words("Start the program again to begin a new one, or to open a file that you saved."),
        ]
        return Response("\n".join(lines), 404, media_type="text/plain; charset=utf-8")

    async def asset(self, request: Request) -> Response:
        """The style sheet and the script."""
        found = assets().get(request.path_params["name"])
        if found is None:
            return Response("", 404)
        kind, text = found
        return Response(text, media_type=kind)

    def page(self, screen: Screen) -> Callable[[Request], Any]:
        """A screen of a notebook: finds the notebook and the language, or says that it is closed."""

        async def handle(request: Request) -> Response:
            token = request.path_params["token"]
            book = self.books.find(token)
            lang = request.path_params["lang"]
            if book is None or lang not in LANGUAGES:
                return self._closed()
            if book.away and screen.path not in WHILE_AWAY:
                return HTMLResponse(away(self.words[lang], f"/{token}"))
            form = await posted(request) if request.method == "POST" else FormData()
            try:
                made = screen.make(Visit(self, request, book, self.words[lang], form))
            finally:
                if form is not None:
                    await form.close()
            return made if isinstance(made, Response) else HTMLResponse(made)

        return handle


def application(
    atlas: Atlas,
    hosts: Iterable[str],
    secret: str,
    today: Callable[[], date],
    gone: Callable[[], None] = lambda: None,
    lang: str = "en",
) -> App:
    """The app as one ASGI object, behind its gate.

    hosts: names with port under which it may be called. secret: the last part of the first link. Reads no
    file and opens no socket after it is made; holds nothing of a family beyond its own memory.
    """
    home = Home(atlas, secret, today, gone, lang)
    routes = [Route("/{token}/s/{name}", home.asset, methods=["GET"])]
    for screen in (s for part in PARTS for s in part.SCREENS):
        routes.append(Route(f"/{{token}}/{{lang}}/{screen.path}", home.page(screen), methods=[screen.method]))
    routes.append(Route("/{secret}", home.open, methods=["GET"]))
    return Gate(Starlette(routes=routes), hosts)


__all__ = ["application"]
