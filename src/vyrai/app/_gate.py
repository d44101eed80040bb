"""The gate: who may speak to the app at all, and what every answer carries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer. With `no-referrer` a browser sends `Origin: null` with a form, so it is same-origin."""

_OURS = ("same-origin", "none")


class Gate:
    """Lets through what comes from its own pages. Hosts are names with their port, as `127.0.0.1:8080`.

    The host is looked at before anything else: a foreign name that leads to this computer gets 421. Whatever
    may change something must say that it comes from our own page; a missing Origin is not a good one.
    """

    def __init__(self, app: App, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.encode("ascii") for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        status = self._refused(scope)
        if status:
            await _say(send, status)
            return

        async def carrying(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = [pair for pair in message.get("headers", ()) if pair[0].decode() not in HEADERS]
                message = {**message, "headers": [*held, *_pairs()]}
            await send(message)

        await self._app(scope, receive, carrying)

    def _refused(self, scope: Scope) -> int:
        heads: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            heads.setdefault(name.lower(), []).append(value)
        host = heads.get(b"host", [])
        if len(host) != 1 or host[0] not in self._hosts:
            return 421
        site = heads.get(b"sec-fetch-site", [b"none"])
        if scope["method"] in ("GET", "HEAD"):
            # A page of another origin may lead here by a plain link; it may not draw, fetch or frame us.
            moves = heads.get(b"sec-fetch-mode", [b"navigate"]) == [b"navigate"]
            top = heads.get(b"sec-fetch-dest", [b"document"]) == [b"document"]
            ours = all(value.decode("latin-1") in _OURS for value in site)
            return 0 if ours or (moves and top) else 403
        origin = heads.get(b"origin", [])
        ours = len(origin) == 1 and origin[0] == b"http://" + host[0]
        fetched = all(value.decode("latin-1") == "same-origin" for value in heads.get(b"sec-fetch-site", []))
        return 0 if ours and fetched else 403


def _pairs() -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in HEADERS.items()]


async def _say(send: Send, status: int) -> None:
    """A refusal without a page: whoever is refused is not told what lives here."""
    body = b"Not here.\n"
    heads = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": [*heads, *_pairs()]})
    await send({"type": "http.response.body", "body": body})
