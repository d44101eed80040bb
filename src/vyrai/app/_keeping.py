"""Taking the notebook along: sealed, as a plain file, as a page, a table, or a few lines for a messenger."""

from __future__ import annotations

import secrets

from starlette.responses import Response

from vyrai.app._interview import asked_for_good
from vyrai.app._posting import text
from vyrai.app._refusals import RefusedError
from vyrai.app._sealed import available, look_at, seal
from vyrai.app._visit import Screen, Visit
from vyrai.choose import Comparison, ask, compare
from vyrai.family import ROOT, Case, Form, bare, dump
from vyrai.pages import brief, keep, keep_plain, keep_text, notebook, sensitive, table

_CONSONANTS, _VOWELS = "bdfghkmnprstvwz", "aeiou"
"""No sign that looks like another."""
_GROUPS = 7
_ASKED = 3
"""How many open questions the lines for a messenger name."""


def offered() -> str:
    """A passphrase out of syllables: easy to say and to write down, about 70 bits."""
    return "-".join("".join(map(secrets.choice, (_CONSONANTS, _VOWELS, _CONSONANTS))) for _ in range(_GROUPS))


def attachment(name: str, kind: str, data: str | bytes) -> Response:
    """A file to be saved by the browser, under a name that says nothing."""
    return Response(
        data, media_type=kind, headers={"content-disposition": f'attachment; filename="notes.{name}"'}
    )


def show_keep(visit: Visit, refused: RefusedError | None = None) -> str | Response:
    """All ways of taking the notebook along."""
    said = refused.text(visit.words) if refused else []
    return keep(visit.frame, visit.words, visit.atlas, available(), offered(), said)


def save(visit: Visit) -> str | Response:
    """The sealed file."""
    case = visit.book.case
    if case is None:
        return visit.to("keep")
    try:
        phrase = text(visit.form, "passphrase")
        look_at(phrase, text(visit.form, "again"))
        settled = asked_for_good(visit.book.form, visit.book.settled)
        return attachment("age", "application/octet-stream", seal(case, phrase, settled))
    except RefusedError as refused:
        return show_keep(visit, refused)


def show_plain(visit: Visit) -> str | Response:
    """What a plain file gives away, before it is made."""
    if visit.book.case is None:
        return visit.to("keep")
    return keep_plain(visit.frame, visit.words, visit.atlas)


def save_plain(visit: Visit) -> str | Response:
    """The case file in plain text; sensitive answers only if that was ticked."""
    case = visit.book.case
    if case is None:
        return visit.to("keep")
    whole = text(visit.form, "sensitive") == "yes"
    return attachment("yaml", "application/yaml; charset=utf-8", dump(case if whole else bare(case)))


def save_page(visit: Visit) -> str | Response:
    """The comparison as one page that needs nothing else."""
    if not visit.book.begun:
        return visit.to("keep")
    return attachment("html", "text/html; charset=utf-8", notebook(visit.book.comparison(), visit.words))


def save_table(visit: Visit) -> str | Response:
    """The comparison as a table for a spreadsheet."""
    if not visit.book.begun:
        return visit.to("keep")
    return attachment("csv", "text/csv; charset=utf-8", table(visit.book.comparison(), visit.words))


def show_text(visit: Visit) -> str | Response:
    """The lines for a messenger, to be copied."""
    case = visit.book.case
    if case is None:
        return visit.to("keep")
    return keep_text(visit.frame, visit.words, visit.atlas, _brief(visit, case))


def save_text(visit: Visit) -> str | Response:
    """The lines for a messenger as a file."""
    case = visit.book.case
    if case is None:
        return visit.to("keep")
    return attachment("txt", "text/plain; charset=utf-8", _brief(visit, case))


def _brief(visit: Visit, case: Case) -> str:
    """The lines are worked out anew without the sensitive answers, so that nothing in them rests on one."""
    book = visit.book

    def made() -> tuple[Comparison, list[str]]:
        less = bare(case)
        asked = ask(book.law, less, book.on, count=20)
        return compare(book.law, less, book.on), _kinds(book.form, [one.item for one in asked])

    comparison, keys = book.once("bare", made)
    return brief(comparison, visit.words, [dict(book.form.at(key).text) for key in keys])


def _kinds(form: Form, keys: list[str]) -> list[str]:
    """The first questions about the family or a person that are not sensitive, each kind once."""
    whole = {
        ROOT,
        *(name for name, fields in form.entities.items() if any(one.names for one in fields.values())),
    }
    kinds: dict[str, str] = {}
    for key in keys:
        field = form.at(key)
        if field.entity in whole and not sensitive(form, key):
            kinds.setdefault(field.id, key)
    return list(kinds.values())[:_ASKED]


SCREENS = (
    Screen("GET", "keep", show_keep),
    Screen("POST", "keep", save),
    Screen("GET", "keep/plain", show_plain),
    Screen("POST", "keep/plain", save_plain),
    Screen("GET", "keep/page", save_page),
    Screen("GET", "keep/table", save_table),
    Screen("GET", "keep/text", show_text),
    Screen("GET", "keep/lines", save_text),
)
