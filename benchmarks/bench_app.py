"""The app on the invented family: server time of its pages beside a bare Starlette page, and its start."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from benchmarks.measure import ROOT, fair, leave, line, steady, within
from tests.app.caller import HOST, Visitor, send
from tests.app.family import enter, entries
from tests.app.served import Served
from vyrai.world import load_atlas

BARE = """
import socket, uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
async def page(request): return HTMLResponse("<p>here</p>")
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(Starlette(routes=[Route("/", page)]), log_level="critical")).run([listening])
"""


class Family:
    """The invented family, with everything answered, that goes on answering."""

    def __init__(self) -> None:
        atlas = load_atlas(ROOT / "atlas")
        self.somebody = Visitor(atlas)
        enter(self.somebody, entries(atlas))
        self.root = "/".join(self.somebody.at.split("/")[:3])
        self.heads = [
            ("host", HOST),
            ("origin", f"http://{HOST}"),
            ("content-type", "application/x-www-form-urlencoded"),
        ]
        self.said = "no"

    def answer(self) -> None:
        """Another answer, without a look at what follows."""
        self.said = "yes" if self.said == "no" else "no"
        form = {"q": "sponsor", "path": "sponsor", "sponsor": self.said, "how": "answer"}
        reply = send(self.somebody.app, "POST", f"{self.root}/ask", urlencode(form).encode(), self.heads)
        assert reply.status == 303, reply.text

    def get(self, page: str) -> bytes:
        """A page."""
        reply = send(self.somebody.app, "GET", f"{self.root}/{page}", heads=self.heads[:1])
        assert reply.status == 200, reply.text
        return reply.body


def after(change: Callable[[], object], run: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """CPU seconds of a run after a change that is not counted: the best of several."""

    def once() -> float:
        change()
        start = time.process_time()
        run()
        return time.process_time() - start

    once()
    return steady(once, times)


def bare(html: str) -> float:
    """CPU seconds of the same bytes from an app that does nothing else."""

    async def page(request: object) -> HTMLResponse:
        return HTMLResponse(html)

    app = Starlette(routes=[Route("/", page)])
    return fair(lambda: send(app, "GET", "/", heads=[("host", HOST)]))[1]


def first_byte(host: str, path: str) -> None:
    """Ask a server, and wait for the first byte."""
    name, _, port = host.partition(":")
    with closing(socket.create_connection((name, int(port)), 10)) as line_:
        line_.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        assert line_.recv(1)


def start_ours() -> float:
    """Wall seconds from the command to the first byte."""
    start = time.perf_counter()
    with Served() as served:
        parts = urlsplit(served.link)
        first_byte(parts.netloc, parts.path)
        return time.perf_counter() - start


def start_bare() -> float:
    """The same of a server that does nothing else."""
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first_byte(f"127.0.0.1:{process.stdout.readline().strip()}", "/")
        spent = time.perf_counter() - start
        process.kill()
    return spent


def main() -> None:
    family = Family()
    question = after(lambda: None, lambda: (family.answer(), family.get("ask")))
    first = after(family.answer, lambda: family.get("compare"))
    again = fair(lambda: family.get("compare"))
    good = [
        within("an answer and the page after it", question, 0.15),
        within("the comparison, first", first, 0.5),
        within("the comparison, unchanged", again, 0.1),
    ]
    for name, ours, page in (
        ("the page after an answer, beside bare Starlette", question[1], "ask"),
        ("the comparison unchanged, beside bare Starlette", again[1], "compare"),
    ):
        line(name, ours, bare(family.get(page).decode()), judged=False)
    start_ours()
    begun = steady(start_ours, 5)
    good.append(within("from the start to the first byte, wall", begun, 1.0))
    start_bare()
    line("the same, beside bare Starlette", begun[1], steady(start_bare, 5)[1], judged=False)
    leave(good)


if __name__ == "__main__":
    main()
