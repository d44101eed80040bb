"""The screens of the interview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.responses import Response

from vyrai.app._interview import (
    FIRST,
    HIDES,
    SENSITIVE,
    Next,
    ahead,
    answer,
    following,
    put_off,
    remove,
    typed,
)
from vyrai.app._visit import Screen, Visit
from vyrai.family import CaseError
from vyrai.pages import Standing, Told, answers, asked, asked_of, at, note, question, sensitive

TAKEN = "search"
"""Where the forms of the interview lead. Chromium asks its maker about every form that it could fill in, with
numbers made from the names of its fields; not about one that searches, by the last word of its address."""


def show_question(visit: Visit) -> str | Response:
    """The next question, or one that was asked for."""
    return _question(visit, visit.query.get("q", ""))


def _question(
    visit: Visit, wanted: str, error: CaseError | None = None, written: Mapping[str, Any] | None = None
) -> str | Response:
    """A question, by its key; empty: the next. error: why the last answer, `written`, could not be taken."""
    book = visit.book
    if wanted:
        try:
            book.form.at(wanted)
        except (KeyError, ValueError):
            return visit.to("ask")
        found: Next | None = Next((wanted,))
    else:
        found = following(book)
    if found is None:
        return _note_all_asked(visit)
    keys, matters = found
    if HIDES not in book.settled and sensitive(book.form, keys[0]):
        return visit.to("hides", q=keys[0])
    if not book.shown or book.shown[-1] != keys[0]:
        if keys[0] in book.shown:
            del book.shown[book.shown.index(keys[0]) :]
        book.shown.append(keys[0])
    title, why = asked_of(book.form, visit.words, keys, visit.data)
    x = asked(book.form, visit.words, keys, visit.data, title, why, written or {})
    back = visit.frame.to("ask", q=book.shown[-2]) if len(book.shown) > 1 else visit.frame.to("")
    names = [visit.words.text(visit.atlas.route(one).title) for one in matters]
    ready = book.begun and FIRST in book.settled
    standing = Standing(
        0 if book.opened else len(book.shown),
        book.edition,
        back,
        book.undoable,
        ready,
        names,
        error,
        _plainly(visit, keys[0]),
    )
    return question(visit.frame, visit.words, visit.atlas, book.form, x, standing)


def _plainly(visit: Visit, key: str) -> str:
    """Of the question for needs, the link to the plain questions about the same member."""
    member, _, name = key.rpartition(".")
    alias = at(visit.data, f"{member}.alias") if name == "needs" else None
    return visit.frame.to("needs", str(alias)) if alias else ""


def _note_all_asked(visit: Visit) -> str:
    w = visit.words
    links = [("compare", w("See where you can go")), ("answers", w("Look at your answers"))]
    if SENSITIVE in visit.book.settled:
        links.append(("hides", w("Sensitive questions were left out: ask them after all")))
    return note(
        visit.frame,
        w,
        visit.atlas,
        w("Nothing more to ask"),
        [_why_nothing_more(visit)],
        links,
    )


def _why_nothing_more(visit: Visit) -> str:
    """Whether it is others who must settle what is unknown, or answers that were skipped."""
    w, skipped = visit.words, len(put_off(visit.book))
    if not skipped:
        return w(
            "No further answer of yours would change what is open. What is still unknown, others must settle."
        )
    return w.plural(
        "{n} question was skipped: what hangs on it stays unknown until you answer it.",
        "{n} questions were skipped: what hangs on them stays unknown until you answer them.",
        skipped,
    )


def take_answer(visit: Visit) -> str | Response:
    """An answer, and then the next question."""
    book, form = visit.book, visit.form
    key, how = str(form.get("q", "")), str(form.get("how", "answer"))
    paths: list[str] = []
    try:
        book.form.at(key)
        taken = form.get("remove")
        if taken is not None:
            if str(form.get("edition")) == str(book.edition) and str(taken).isdigit():
                remove(book, key, int(str(taken)))
            return visit.to("ask", q=key)
        paths = [str(path) for path in form.getlist("path")]
        for path in paths:
            book.form.at(path)
        done = answer(book, key, paths, how, _Posted(form), visit.words)
    except (KeyError, ValueError) as error:
        if not isinstance(error, CaseError):
            return visit.to("ask")
        visit.frame = visit.frame._replace(here="ask", query=urlencode({"q": key}))
        return _question(visit, key, error, typed(book, key, paths, _Posted(form)))
    return visit.to("ask") if done else visit.to("ask", q=key)


class _Posted:
    """The texts of a form; files are not answers."""

    def __init__(self, form: FormData) -> None:
        self._form = form

    def getlist(self, name: str) -> list[str]:
        """All texts of one name."""
        return [one for one in self._form.getlist(name) if isinstance(one, str)]


def show_answers(visit: Visit) -> str:
    """Everything that was answered, to be changed."""
    book = visit.book

    def told(key: str) -> Told:
        title, _ = asked_of(book.form, visit.words, (key,), visit.data)
        return Told(key, title, (), sensitive(book.form, key))

    to_come = [told(one.keys[0]) for one in ahead(book)]
    skipped = [told(key) for key in put_off(book)]
    return answers(visit.frame, visit.words, visit.atlas, book.form, visit.data, to_come, skipped)


SCREENS = (
    Screen("GET", "ask", show_question),
    Screen("POST", "ask", take_answer),
    Screen("GET", TAKEN, lambda visit: visit.to("ask")),
    Screen("POST", TAKEN, take_answer),
    Screen("GET", "answers", show_answers),
)
