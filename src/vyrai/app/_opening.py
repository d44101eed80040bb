"""Opening a file that was saved: the notebook changes only once the whole file has been read."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._interview import FIRST, HIDES, asked_for_good
from vyrai.app._posting import text, upload
from vyrai.app._refusals import RefusedError
from vyrai.app._sealed import LARGEST, Opened, available, is_sealed, unseal
from vyrai.app._visit import Screen, Visit
from vyrai.family import CaseError, loads
from vyrai.pages import listed, open_file, opened

_NO_TEXT = ("binary", "not_utf8")
"""What is said of a file that is no text at all."""


def show_open(visit: Visit, refused: RefusedError | None = None) -> str | Response:
    """Where a file is chosen."""
    said = refused.text(visit.words) if refused else []
    return open_file(visit.frame, visit.words, visit.atlas, available(), said)


def take_file(visit: Visit) -> str | Response:
    """A file, or the way back to what was there before it."""
    book = visit.book
    if "undo" in visit.query:
        if visit.query["undo"] == str(book.edition):
            book.undo()
        return visit.to("answers") if book.begun else visit.to("")
    try:
        found = _read(visit)
    except RefusedError as refused:
        return show_open(visit, refused)
    book.replace(found.case, {FIRST, *asked_for_good(book.form, found.settled), *({HIDES} & book.settled)})
    return visit.to("opened")


def _read(visit: Visit) -> Opened:
    data = upload(visit.form, "file")
    if visit.large:
        raise RefusedError("large")
    if data is None:
        raise RefusedError("nothing")
    book = visit.book
    if is_sealed(data):
        return unseal(data, text(visit.form, "passphrase"), book.form, book.on)
    if not data.strip():
        raise RefusedError("empty")
    if len(data) > LARGEST:
        raise RefusedError("large")
    try:
        return Opened(loads(data, book.form, "notes", book.on), frozenset())
    except CaseError as error:
        if error.kind in _NO_TEXT:
            raise RefusedError("foreign") from None
        raise RefusedError("plain", wrong=error) from None


def show_opened(visit: Visit) -> str | Response:
    """That it worked, and how to take it back."""
    book = visit.book
    if not book.begun:
        return visit.to("open")
    people = len(listed((visit.data or {}).get(FIRST)))
    undo = visit.frame.to("open", undo=str(book.edition)) if book.undoable else None
    return opened(visit.frame, visit.words, visit.atlas, people, undo)


SCREENS = (
    Screen("GET", "open", show_open),
    Screen("POST", "open", take_file),
    Screen("GET", "opened", show_opened),
)
