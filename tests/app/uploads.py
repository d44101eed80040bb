"""Sends a file the way a browser does."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from tests.app.caller import HOST, Reply, Visitor, send

EDGE = "----edge7391"


def part(head: str, body: bytes) -> bytes:
    return f"--{EDGE}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + body + b"\r\n"


def posted(texts: Mapping[str, str], file: bytes | None, name: str = "notes.age") -> bytes:
    """A form with a file; None where nobody chose one, as a browser sends it."""
    head = f'name="file"; filename="{name if file is not None else ""}"'
    parts = [part(f'name="{key}"', value.encode()) for key, value in texts.items()]
    return b"".join([*parts, part(head, file or b""), f"--{EDGE}--\r\n".encode()])


def place(visitor: Visitor, page: str) -> str:
    """The address of a page of the notebook, wherever the visitor is."""
    return "/".join([*visitor.at.split("/")[:3], page])


def upload(visitor: Visitor, file: bytes | None, phrase: str = "", kind: str = "") -> Reply:
    """Post a file to the page where one is opened, and follow where it leads."""
    page = place(visitor, "open")
    body = posted({"passphrase": phrase}, file)
    heads = [
        ("host", HOST),
        ("origin", f"http://{HOST}"),
        ("sec-fetch-site", "same-origin"),
        ("content-type", kind or f"multipart/form-data; boundary={EDGE}"),
    ]
    reply = send(visitor.app, "POST", page, body, heads)
    return visitor.get(urljoin(page, reply.headers["location"])) if reply.status == 303 else reply
