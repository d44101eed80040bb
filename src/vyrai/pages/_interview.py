"""The interview: one question a screen, drawn from the form, with three honest ways not to answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vyrai.family import Field, Form
from vyrai.pages._fields import Widget, label, widget

if TYPE_CHECKING:
    from vyrai.words import Words


class Item(NamedTuple):
    """One record of a list as it was answered: the place in the list, counted from 1, and what it says."""

    number: int
    said: str


class Asked(NamedTuple):
    """What is asked on a screen: one question, about one or several.

    key: how the question is found again. lists: whether a list is asked for, item by item.
    paths: the answers that the screen gives. widgets: how each is asked; of a list, the fields of a new item.
    complete: what was said about "is that all?"
    """

    key: str
    field: Field
    title: str
    why: str
    paths: tuple[str, ...]
    widgets: tuple[Widget, ...]
    lists: bool = False
    items: tuple[Item, ...] = ()
    complete: bool | None = None


def names(form: Form, data: Mapping[str, Any] | None) -> list[str]:
    """The names of all people of a case."""
    people: list[str] = []
    for entity_field in form.entities["family"].values():
        fields = form.entities.get(entity_field.of or "", {})
        naming = next((field.name for field in fields.values() if field.names), None)
        if naming:
            people += [
                str(one[naming]) for one in listed((data or {}).get(entity_field.name)) if naming in one
            ]
    return people


def listed(value: Any) -> list[Mapping[str, Any]]:
    """The items of a list of the case, however it is written."""
    if isinstance(value, Mapping):
        value = value.get("items")
    return list(value) if isinstance(value, list | tuple) else []


def at(data: Any, key: str) -> Any:
    """What the case says under a flat key; None if nothing."""
    for part in key.split("."):
        name, _, place = part.partition("/")
        data = data.get(name) if isinstance(data, Mapping) else None
        if place:
            items = listed(data)
            data = items[int(place)] if int(place) < len(items) else None
    return data


def asked(
    form: Form,
    words: Words,
    keys: Sequence[str],
    data: Mapping[str, Any] | None,
    title: str,
    why: str,
    written: Mapping[str, Any],
) -> Asked:
    """The screen of a question; `keys` are the same question about one or several people.

    written: what was typed before and could not be taken, by the names in the form.
    """
    field = form.at(keys[0])
    people = names(form, data)
    if field.kind == "list":
        return _list(form, words, keys[0], field, data, title, why, people, written)
    widgets = []
    for key in keys:
        legend = "" if len(keys) == 1 else str(at(data, key.rpartition(".")[0] + ".alias") or key)
        widgets.append(widget(form, words, field, key, written.get(key, at(data, key)), legend, people))
    return Asked(keys[0], field, title, why, tuple(keys), tuple(widgets))


def _list(
    form: Form,
    words: Words,
    key: str,
    field: Field,
    data: Mapping[str, Any] | None,
    title: str,
    why: str,
    people: Sequence[str],
    written: Mapping[str, Any],
) -> Asked:
    held = at(data, key)
    items = [Item(n, telling(form, words, field.of or "", one)) for n, one in enumerate(listed(held), 1)]
    complete = held.get("complete") if isinstance(held, Mapping) else None
    fields = form.entities[field.of or ""]
    # Who goes is asked for by what must be said; everything else about them is a question of its own.
    person = field.whole
    widgets = tuple(
        widget(
            form,
            words,
            one,
            f"{key}.{one.name}",
            written.get(f"{key}.{one.name}"),
            of_new(words, one),
            people,
        )
        for one in fields.values()
        if one.kind != "list" and not one.names and (one.required or one.older or not person)
    )
    return Asked(
        key,
        field,
        title,
        why,
        (key,),
        widgets,
        True,
        tuple(items),
        complete if isinstance(complete, bool) else None,
    )


def of_new(words: Words, field: Field) -> str:
    """A question about somebody who has no name yet."""
    said = words.text(field.text).replace("{name}", words("this person"))
    return said[:1].upper() + said[1:]


def telling(form: Form, words: Words, entity: str, record: Mapping[str, Any]) -> str:
    """What one record says, in a few words; a bare yes, no or unknown, or a further
    level on the same scale, with its question.
    """
    said, scales = [], set[str | None]()
    for name, field in form.entities[entity].items():
        if name not in record or field.kind == "list":
            continue
        text = value(form, words, field, record[name], str(record.get(field.unit_from or "", "")))
        bare = (isinstance(record[name], bool | Mapping) and field.kind != "number") or field.codes in scales
        scales.update([field.codes] if field.kind == "level" else [])
        said.append(f"{of_new(words, field)} {text}" if bare else text)
    return " · ".join(said) or words("nothing yet")


def lines(form: Form, words: Words, field: Field, said: Any) -> tuple[str, ...]:
    """An answer in words, each record of a list as a line, and whether that is all."""
    if field.kind != "list" or (isinstance(said, Mapping) and "unknown" in said):
        return (value(form, words, field, said, ""),)
    told = tuple(telling(form, words, field.of or "", one) for one in listed(said))
    complete = said.get("complete") if isinstance(said, Mapping) else None
    if complete is True:
        return (*told, words("That is all.")) if told else (words("Nothing of this kind."),)
    if complete is False:
        return (*told, words("There is more."))
    return (*told, words("Perhaps there is more.")) if not field.whole else told


def value(form: Form, words: Words, field: Field, said: Any, unit: str) -> str:
    """One answer that is no list in words; `unit`: the currency that stands beside a number."""
    if isinstance(said, Mapping) and "unknown" in said:
        return words.reason(str(said["unknown"]))
    if isinstance(said, bool):
        return words("yes") if said else words("no")
    if isinstance(said, list | tuple):
        return words.list([_code(form, words, field, str(one)) for one in said])
    if field.kind == "date":
        return words("still so") if said == "open" else words.date(str(said))
    if field.kind == "number":
        lo, hi = (said.get("lo"), said.get("hi")) if isinstance(said, Mapping) else (said, said)
        return words.range(Number(_float(lo), _float(hi), unit or field.unit or ""))
    if field.kind == "alias":
        return str(said)[:1].upper() + str(said)[1:]
    return _code(form, words, field, str(said))


class Number(NamedTuple):
    """A number as it was answered."""

    lo: float | None
    hi: float | None
    unit: str


def _float(end: Any) -> float | None:
    return None if end is None else float(end)


def _code(form: Form, words: Words, field: Field, code: str) -> str:
    texts = form.codes.get(field.codes or "", {}).get(code)
    return label(words, texts, code) if texts else code


def sensitive(form: Form, key: str) -> bool:
    """Whether a question, or a list it stands in, is a sensitive one."""
    parts = key.split(".")
    heads = [".".join(parts[: count + 1]) for count in range(len(parts))]
    lists: Iterable[str] = [head.rpartition("/")[0] for head in heads if "/" in head]
    return any(form.at(one).sensitive for one in (*lists, key))
