"""Serving the app on this computer: a random port of 127.0.0.1, until nobody uses it any more."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Callable
from datetime import date
from time import monotonic

import uvicorn

from vyrai.app._gate import App, Receive, Scope, Send
from vyrai.app._home import application
from vyrai.world import Atlas

ADDRESS = "127.0.0.1"


def serve(
    atlas: Atlas,
    today: Callable[[], date],
    lang: str,
    idle: float,
    ready: Callable[[str], None],
    port: int = 0,
) -> None:
    """Serve until "forget everything" is pressed or nobody has come for `idle` seconds.

    ready: told the one link that opens the notebook, once the port is open. port: 0 for a random one.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with listening:
        listening.bind((ADDRESS, port))
        host = f"{ADDRESS}:{listening.getsockname()[1]}"
        secret = secrets.token_urlsafe(32)
        ending = asyncio.Event()
        app = Watched(application(atlas, [host], secret, today, ending.set, lang))
        config = uvicorn.Config(
            app, log_level="critical", access_log=False, server_header=False, lifespan="off"
        )
        asyncio.run(
            _run(
                uvicorn.Server(config), listening, app, ending, idle, lambda: ready(f"http://{host}/{secret}")
            )
        )


class Watched:
    """Remembers when somebody last came; nothing else."""

    def __init__(self, app: App) -> None:
        self._app, self.last = app, monotonic()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        self.last = monotonic()
        await self._app(scope, receive, send)


async def _run(
    server: uvicorn.Server,
    listening: socket.socket,
    app: Watched,
    ending: asyncio.Event,
    idle: float,
    ready: Callable[[], None],
) -> None:
    running = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not running.done():
        await asyncio.sleep(0.01)
    ready()
    while not running.done() and not ending.is_set() and monotonic() - app.last < idle:
        left = max(0.05, min(1.0, idle - (monotonic() - app.last)))
        await asyncio.wait(
            {running, asyncio.ensure_future(ending.wait())}, timeout=left, return_when="FIRST_COMPLETED"
        )
    server.should_exit = True
    await running
