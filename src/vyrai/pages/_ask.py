"""The screens of the interview: a question, and all answers on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from vyrai.family import CaseError, Form
from vyrai.pages._frame import Frame
from vyrai.pages._interview import Asked, at, lines, listed, of_new, sensitive, telling
from vyrai.pages._screen import screen
from vyrai.words import N_

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

ABOUT = 10
"""About so many answers lead to a first result."""


class Wrong(NamedTuple):
    """What is wrong with an answer, why it matters, what to do."""

    what: str
    why: str
    todo: str


class Standing(NamedTuple):
    """Where the interview stands: which question this is, what can be done besides answering it.

    number: from 1. back: the link to the question before. matters: the names of the ways that hang on it.
    plainly: of needs, the link to the plain questions about them.
    """

    number: int
    edition: int
    back: str
    undo: bool
    ready: bool
    matters: Sequence[str] = ()
    error: CaseError | None = None
    plainly: str = ""


def question(frame: Frame, words: Words, atlas: Atlas, form: Form, asked: Asked, standing: Standing) -> str:
    """The screen of one question."""
    return screen(
        "ask.html",
        frame,
        words,
        atlas,
        x=asked,
        sensitive=sensitive(form, asked.key),
        about=ABOUT,
        flock=_flock(min(standing.number - 1, ABOUT)),
        **{**standing._asdict(), "error": standing.error and _wrong(standing.error, words, form, asked)},
    )


_WHAT_TO_DO = {
    "date": N_("Write the year with four figures, as 2019. Month and day may stay open"),
    "impossible_date": N_("Check the month and the day, or leave the day open"),
    "number": N_("Write digits only, as 2000 or 1999.50. If you are not sure, write the least and the most"),
    "range": N_("Write the least first and the most second"),
    "required": N_("Answer it too, and press the button again"),
}
"""What to do in a form, where the words for a file would not help."""


def wrong(error: CaseError, words: Words) -> Wrong:
    """What is wrong with an answer, in the words of a form."""
    return Wrong(*(line[:1].upper() + line[1:] for line in _lines(error, words)))


def _lines(error: CaseError, words: Words) -> list[str]:
    first, why, todo, *_ = error.text(words).split("\n")
    said = [line.partition(": ")[2] or line for line in (first.partition(": ")[2], why, todo)]
    if error.kind in _WHAT_TO_DO:
        said[2] = words(_WHAT_TO_DO[error.kind])
    return said


def _wrong(error: CaseError, words: Words, form: Form, asked: Asked) -> Wrong:
    said = _lines(error, words)
    missing = form.entities.get(asked.field.of or "", {}).get(error.values.get("field", ""))
    if error.kind == "required" and missing is not None:
        said[0] = words(
            "one question is not answered: {question}", question=of_new(words, missing).rstrip("?")
        )
    return Wrong(*(line[:1].upper() + line[1:] for line in said))


def _flock(done: int) -> Markup:
    """Progress as a flock: so many birds of ten are on the way."""
    birds = Markup("").join(
        Markup('<path{} d="M{} {}q3-5.5 5.5 0q3-5.5 5.5 0"/>').format(
            Markup(' class="done"') if n < done else "", 5 + 19 * n, 22.5 - 3 * min(n, 9 - n)
        )
        for n in range(ABOUT)
    )
    return Markup('<svg viewBox="0 0 194 28" aria-hidden="true" focusable="false">{}</svg>').format(birds)


class Told(NamedTuple):
    """One answer, and where to change it."""

    key: str
    question: str
    said: tuple[str, ...]
    sensitive: bool


class Part(NamedTuple):
    """The answers about one person, or about the family. child: the name, if it is a child."""

    title: str
    answers: list[Told]
    child: str = ""


def answers(
    frame: Frame,
    words: Words,
    atlas: Atlas,
    form: Form,
    data: Mapping[str, Any] | None,
    ahead: Sequence[Told],
    skipped: Sequence[Told],
) -> str:
    """All answers on one screen; what is still to come, and what was skipped."""
    told = [] if data is None else _parts(form, words, data)
    return screen("answers.html", frame, words, atlas, told=told, ahead=ahead, skipped=skipped)


def _parts(form: Form, words: Words, data: Mapping[str, Any]) -> list[Part]:
    parts = []
    for name, field in form.entities["family"].items():
        fields = form.entities.get(field.of or "", {})
        naming = next((one.name for one in fields.values() if one.names), None)
        if naming is None:
            continue
        for number, record in enumerate(listed(data.get(name))):
            short = _short(record, fields)
            role = telling(form, words, field.of or "", short) if short else ""
            title = f"{record[naming]}: {role}" if role else str(record[naming])
            told = _told(form, words, field.of or "", f"{name}/{number}.", record, naming)
            child = form.codes["roles"].get(str(record.get("role")), {}).get("group") == "child"
            parts.append(Part(title, told, str(record[naming]) if child else ""))
    return [*parts, Part(words("The family"), _told(form, words, "family", "", data, None))]


def _short(record: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: said
        for name, said in record.items()
        if name in fields and fields[name].required and not fields[name].names
    }


def _told(
    form: Form, words: Words, entity: str, head: str, record: Mapping[str, Any], naming: str | None
) -> list[Told]:
    return [
        Told(
            head + name,
            asking(words, field.text, str(record.get(naming or "", ""))),
            lines(form, words, field, record[name]),
            sensitive(form, head + name),
        )
        for name, field in form.entities[entity].items()
        if name in record and name != naming
    ]


def asking(words: Words, text: Mapping[str, str], name: str) -> str:
    """A question in words, about somebody."""
    return words.text(text).replace("{name}", name)


def asked_of(
    form: Form, words: Words, keys: Sequence[str], data: Mapping[str, Any] | None
) -> tuple[str, str]:
    """The words of a question about whom it concerns, and why it is asked.

    keys: the same question about one or several people.
    """
    key, field = keys[0], form.at(keys[0])
    parts, name = key.split("."), ""
    for end in range(len(parts) - 1, 0, -1):
        record = at(data, ".".join(parts[:end]))
        if isinstance(record, Mapping) and "alias" in record:
            name = str(record["alias"])
            break
    name = words("each of you") if len(keys) > 1 else name
    said, why = asking(words, field.text, name), asking(words, field.why, name)
    return said[:1].upper() + said[1:], why[:1].upper() + why[1:]
