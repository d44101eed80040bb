"""A case, answered question by question as somebody types it into the forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from tests.app.caller import DAY, HOST, Visitor, send
from vyrai.choose import form_of
from vyrai.family import Field, Form, load
from vyrai.pages import listed, names
from vyrai.words import Words
from vyrai.world import Atlas

EXAMPLE = Path(__file__).parents[2] / "examples/paediatrician-2026.yaml"
"""The family of `make demo`."""
NEEDS = Path(__file__).parents[1] / "golden/cases/farland-needs.yaml"
"""A family with a child that has needs, for the invented atlas."""


class Entry(NamedTuple):
    """One press of a button: on which question, what was filled in before, which button."""

    key: str
    filled: Mapping[str, list[str]]
    how: str


def entries(atlas: Atlas, lang: str = "en", on: date = DAY, file: Path = EXAMPLE) -> list[Entry]:
    """Everything that a case file says, who goes first; its birds in the language of the interview."""
    form, words = form_of(atlas), Words(lang)
    said = load(file, form, on).data()
    people = {name.casefold(): words(name) for name in names(form, said)}
    return list(_Typing(form, people).record("family", "", said))


def enter(somebody: Visitor, said: list[Entry]) -> None:
    """Say all of it to the app, and look at no page in between."""
    heads = [
        ("host", HOST),
        ("origin", f"http://{HOST}"),
        ("content-type", "application/x-www-form-urlencoded"),
    ]
    path = "/".join([*somebody.at.split("/")[:3], "ask"])
    for one in said:
        form = {"q": [one.key], "path": [one.key], **one.filled, "how": [one.how]}
        reply = send(somebody.app, "POST", path, urlencode(form, doseq=True).encode(), heads)
        assert reply.status == 303, f"{one} was not taken"


class _Typing:
    """How the answers of a case are typed. people: by their names in the case, as they are to be chosen."""

    def __init__(self, form: Form, people: Mapping[str, str]) -> None:
        self._form, self._people = form, people

    def record(self, entity: str, head: str, said: Mapping[str, Any]) -> Iterator[Entry]:
        """All that is said about one person, or about the family."""
        for name, field in self._form.entities[entity].items():
            if name not in said or field.names:
                continue
            key, value = head + name, said[name]
            if isinstance(value, Mapping) and "unknown" in value:
                yield Entry(key, {}, value["unknown"])
            elif field.kind == "list":
                yield from self._list(field, key, value)
            else:
                yield Entry(key, self._filled(field, key, value), "answer")

    def _list(self, field: Field, key: str, value: Any) -> Iterator[Entry]:
        """Every record; those of people by what they are known by, the rest about them one by one."""
        of = self._form.entities[field.of or ""]
        later = []
        for number, record in enumerate(listed(value)):
            parts = {name: part for name, part in record.items() if not of[name].names}
            asked = {n for n in parts if not (field.whole and not (of[n].required or of[n].older))}
            unsaid = {n for n in parts if isinstance(parts[n], Mapping) and "unknown" in parts[n]}
            written: dict[str, list[str]] = {}
            for name in sorted(asked - unsaid):
                written |= self._filled(of[name], f"{key}.{name}", parts[name])
            yield Entry(key, written, "add")
            rest = {name: part for name, part in parts.items() if name not in asked or name in unsaid}
            later.append((f"{key}/{number}.", rest))
        complete = isinstance(value, Mapping) and value.get("complete") is True
        yield Entry(key, {}, "all" if field.whole or complete else "not_asked")
        for head, rest in later:
            yield from self.record(field.of or "", head, rest)

    def _filled(self, field: Field, name: str, value: Any) -> dict[str, list[str]]:
        """What the widget of a question posts for an answer."""
        match field.kind:
            case "yesno":
                return {name: ["yes" if value else "no"]}
            case "date" if value == "open":
                return {f"{name}|open": ["yes"]}
            case "date":
                return {f"{name}|{part}": [text] for part, text in zip("ymd", value.split("-"), strict=False)}
            case "number" if isinstance(value, Mapping):
                return {name: [str(value["lo"])], f"{name}|hi": [str(value["hi"])]}
            case "alias" | "aliases":
                several = [value] if isinstance(value, str) else value
                return {name: [self._people[one.casefold()] for one in several]}
            case "codes":
                return {name: [str(one) for one in value]}
            case _:
                return {name: [str(value)]}
