"""Speaks to the app as a browser would, without a socket, a thread or a loop."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import unquote, urlencode, urljoin, urlsplit

from vyrai.app import application
from vyrai.world import Atlas

HOST = "127.0.0.1:4321"
SECRET = "the-first-link"
DAY = date(2026, 11, 20)


class Reply(NamedTuple):
    """What the app answered; `headers` in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def send(app: Any, method: str, path: str, body: bytes = b"", heads: Iterable[tuple[str, str]] = ()) -> Reply:
    """One request with exactly these headers."""
    before, _, query = path.partition("?")
    left = [{"type": "http.request", "body": body, "more_body": False}]
    said: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        return left.pop() if left else {"type": "http.disconnect"}

    async def answer(message: Mapping[str, Any]) -> None:
        said.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(before),
        "raw_path": before.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in heads],
        "server": ("127.0.0.1", 4321),
        "client": ("127.0.0.1", 1),
    }
    _finish(app(scope, receive, answer))
    headers = {name.decode(): value.decode("latin-1") for name, value in said[0]["headers"]}
    return Reply(said[0]["status"], headers, b"".join(one.get("body", b"") for one in said[1:]))


def _finish(answering: Awaitable[None]) -> None:
    """Run to the end what waits for nothing: the app needs no loop to answer."""
    steps = answering.__await__()
    try:
        while True:
            steps.send(None)
    except StopIteration:
        return


class Visitor:
    """Somebody with one notebook open, in one language; follows where the app leads."""

    def __init__(self, atlas: Atlas, lang: str = "en", **made: Any) -> None:
        self.app = application(atlas, [HOST], SECRET, lambda: DAY, lang=lang, **made)
        self.at = f"/{SECRET}"
        self.last = self.get("")

    def get(self, link: str) -> Reply:
        """Follow a link of the page that is open."""
        return self._go("GET", link)

    def send(self, link: str, form: Mapping[str, Any]) -> Reply:
        """Send a form of the page that is open."""
        return self._go("POST", link, urlencode(form, doseq=True).encode())

    def _go(self, method: str, link: str, body: bytes = b"") -> Reply:
        heads = [("host", HOST), ("sec-fetch-site", "same-origin")]
        if method == "POST":
            heads += [("origin", f"http://{HOST}"), ("content-type", "application/x-www-form-urlencoded")]
        address = urljoin(f"http://{HOST}{self.at}", link)
        parts = urlsplit(address)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        reply = send(self.app, method, path, body, heads)
        if reply.status == 303:
            self.at = path
            return self._go("GET", reply.headers["location"])
        saved = "content-disposition" in reply.headers  # the browser stays where it is
        if reply.headers.get("content-type", "").startswith("text/html") and not saved:
            self.at = path if method == "GET" else self.at
            self.last = reply
        return reply
