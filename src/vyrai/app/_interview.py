"""Which question comes next, and what an answer changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from vyrai.app._notebooks import Notebook
from vyrai.app._reading import Posted, read, record
from vyrai.family import Answers, CaseError, Form, flatten
from vyrai.pages import NOT_SO, at, listed, names, sensitive
from vyrai.words import N_, Words

FIRST = "members"
"""Nothing can be asked before it is known who goes."""
_BIRDS = (
    N_("Stork"),
    N_("Lark"),
    N_("Swift"),
    N_("Wren"),
    N_("Heron"),
    N_("Crane"),
    N_("Finch"),
    N_("Plover"),
    N_("Robin"),
    N_("Siskin"),
    N_("Dove"),
    N_("Kite"),
)
HIDES = "hides"
"""Settled once somebody has read what the program cannot hide."""
SENSITIVE = "sensitive"
"""Settled as long as no sensitive question is to be asked by itself."""
UNSAID = ("does_not_know", "will_not_say")


class Next(NamedTuple):
    """A question to ask: the keys of the same question about several people, and the ways it matters for."""

    keys: tuple[str, ...]
    matters: tuple[str, ...] = ()


def following(book: Notebook) -> Next | None:
    """The next question that is worth asking; the sensitive ones come last. None: nothing more."""
    if book.case is None or FIRST not in book.settled:
        return Next((FIRST,))
    return next(ahead(book), None)


def ahead(book: Notebook) -> Iterator[Next]:
    """All questions that are still worth asking, in the order in which they come."""
    later = []
    for found in _open(book):
        keys = tuple(key for key in found.keys if key not in book.settled)
        if keys and book.form.at(keys[0]).kind == "list":
            keys = keys[:1]  # one list fills a screen; the others come after it
        if keys and sensitive(book.form, keys[0]):
            later.append(Next(keys, found.matters))
        elif keys:
            yield Next(keys, found.matters)
    if SENSITIVE not in book.settled:
        yield from later


def put_off(book: Notebook) -> list[str]:
    """What was skipped, alone or with all that is sensitive, and would still settle something."""
    data = None if book.case is None else book.case.data()
    left_out = SENSITIVE in book.settled
    keys = [key for found in _open(book) for key in found.keys if at(data, key) is None]
    return [key for key in keys if key in book.settled or (left_out and sensitive(book.form, key))]


def asked_for_good(form: Form, settled: Iterable[str]) -> frozenset[str]:
    """What goes along with a saved notebook of all that is settled: questions, and whether sensitive ones are
    left out. Who opens it elsewhere reads anew what cannot be hidden there.
    """
    return frozenset(one for one in settled if one == SENSITIVE or _asks(form, _no_to(one)))


def _no_to(one: str) -> str:
    """The list that a no to one of its rows is about; anything else as it is."""
    return one.removeprefix(NOT_SO).partition(":")[0] if one.startswith(NOT_SO) else one


def _asks(form: Form, key: str) -> bool:
    try:
        form.at(key)
    except (KeyError, ValueError):
        return False
    return True


def _open(book: Notebook) -> Iterator[Next]:
    """Every question whose answer would settle something, but what somebody does not know or will not say."""
    case = book.case
    if case is None:
        return
    answers = flatten(case)
    for question in book.questions():
        keys = [question.item, *(key for label in question.also if (key := _key(answers, label)))]
        keys = [key for key in keys if answers.why.get(key) not in UNSAID]
        if keys:
            yield Next(tuple(keys), question.matters)


def _key(answers: Answers, label: str) -> str | None:
    """The flat key of a question about somebody, `members/1.birth`, from its label, `Lark.birth`."""
    name, _, rest = label.partition(".")
    return next((f"{key}.{rest}" for key, text in answers.labels.items() if text == name), None)


def answer(book: Notebook, key: str, paths: Sequence[str], how: str, posted: Posted, words: Words) -> bool:
    """What somebody did on the screen of a question; whether the next one may come.

    Raises CaseError where an answer cannot be taken; nothing has changed then.
    """
    keys = tuple(dict.fromkeys((key, *paths)))
    if how == "not_asked":
        book.settle(keys)
        return True
    if how == "undo":
        book.undo()
        return True
    field = book.form.at(key)
    if field.kind == "list":
        return _list_answer(book, key, how, posted, words)
    if how in UNSAID:
        book.change({path: {"unknown": how} for path in keys})
        book.settle(keys)
        return True
    said = {path: value for path in keys if (value := read(field, path, posted)) is not None}
    if said:
        book.change(said)
    book.settle(said)
    return bool(said)


def typed(book: Notebook, key: str, paths: Sequence[str], posted: Posted) -> dict[str, Any]:
    """What was written on the screen of a question, by the names in its form, to be shown again."""
    field = book.form.at(key)
    if field.kind == "list":
        fields = book.form.entities[field.of or ""]
        return {f"{key}.{name}": said for name, said in record(fields, key, posted).items()}
    return {path: read(field, path, posted) for path in dict.fromkeys((key, *paths))}


def _list_answer(book: Notebook, key: str, how: str, posted: Posted, words: Words) -> bool:
    field = book.form.at(key)
    fields = book.form.entities[field.of or ""]
    held = at(None if book.case is None else book.case.data(), key)
    written = record(fields, key, posted)
    if written and how in ("add", "all", "more", "does_not_know"):
        naming = next((one.name for one in fields.values() if one.names), None)
        if naming:
            written = {naming: _name(book, words), **written}
        book.change({f"{key}[+]": written})
        held = at(None if book.case is None else book.case.data(), key)
    if how == "add":
        return False
    if how == "will_not_say" and not listed(held):
        book.change({key: {"unknown": how}})
    elif not (field.required or (field.whole and how == "all" and listed(held))):
        complete: Any = {"all": True, "more": False}.get(how, {"unknown": how})
        book.change({key: {"complete": complete, "items": [dict(one) for one in listed(held)]}})
    book.settle((key,))
    return True


def remove(book: Notebook, key: str, number: int) -> None:
    """Take one record out of a list. Raises CaseError."""
    book.change({f"{key}[{number}]": None})


def _name(book: Notebook, words: Words) -> str:
    """A bird that nobody is called by yet."""
    data = None if book.case is None else book.case.data()
    taken = {one.casefold() for one in names(book.form, data)}
    free = (bird for bird in map(words, _BIRDS) if bird.casefold() not in taken)
    return next(free, f"Bird{len(taken) + 1}")


__all__ = [
    "FIRST",
    "HIDES",
    "SENSITIVE",
    "CaseError",
    "Next",
    "ahead",
    "answer",
    "asked_for_good",
    "following",
    "put_off",
    "remove",
    "typed",
]
