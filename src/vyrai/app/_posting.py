"""Reading what a form posts, in memory only: no part of it ever lies on the disk, and no thread is used."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser

if TYPE_CHECKING:
    from starlette.requests import Request

MOST = 1_200_000
"""Bytes of a posted form; the largest sealed file and its passphrase are smaller."""


async def posted(request: Request) -> FormData | None:
    """The form that was posted; None if it is too large. What is not a form is an empty one."""
    body = bytearray()
    large = False
    async for part in request.stream():
        # A browser that is not heard to the end shows an error of its own in place of our answer.
        large = large or len(body) + len(part) > MOST
        if large:
            body.clear()
        else:
            body += part
    if large:
        return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "multipart/form-data":
            parser = MultiPartParser(request.headers, _whole(bytes(body)), max_part_size=MOST)
            # Beyond this size Starlette moves an upload from memory to a temporary file.
            parser.spool_max_size = MOST
            return await parser.parse()
        return await FormParser(request.headers, _whole(bytes(body)), max_part_size=MOST).parse()
    except (MultiPartException, FormParserError):
        return FormData()


async def _whole(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body


def text(form: FormData, name: str) -> str:
    """A text of a form; empty where there is none, or a file."""
    found = form.get(name)
    return found if isinstance(found, str) else ""


def upload(form: FormData, name: str) -> bytes | None:
    """The bytes of a file of a form; None where none was chosen."""
    found = form.get(name)
    if not isinstance(found, UploadFile) or not (found.filename or found.size):
        return None
    return found.file.read()
