"""One question as the parts of an HTML form: which widget, which choices, what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from vyrai.family import Field, Form

if TYPE_CHECKING:
    from vyrai.words import Words

FEW = 9
"""Up to so many choices stand open as buttons to tick; more are a list to choose from."""
Draws = Literal["radio", "checks", "select", "number", "date", "text"]


class Choice(NamedTuple):
    """One answer to choose."""

    value: str
    label: str
    chosen: bool


class Widget(NamedTuple):
    """One question as it is drawn.

    name: the path of the answer, under which it is posted. legend: the question; empty if the title says it.
    value: what was written before; of a date its year, month and day; of a number its two ends.
    open_end: `still so` may be ticked instead of a date.
    """

    name: str
    draws: Draws
    legend: str
    choices: tuple[Choice, ...] = ()
    value: tuple[str, ...] = ()
    unit: str = ""
    open_end: bool = False
    still: bool = False


def widget(
    form: Form, words: Words, field: Field, name: str, said: Any, legend: str, people: Sequence[str]
) -> Widget:
    """How to ask a question that is not a list. said: plain data as in the case file, None if nothing.

    people: the names that may be said where somebody is meant.
    """
    match field.kind:
        case "yesno":
            held = ("yes" if said else "no") if isinstance(said, bool) else None
            pairs = (("yes", words("Yes")), ("no", words("No")))
            return Widget(name, "radio", legend, _choices(pairs, (held,)))
        case "alias" | "aliases":
            draws: Draws = "checks" if field.kind == "aliases" else "radio"
            return Widget(name, draws, legend, _choices([(one, one) for one in people], _several(said)))
        case "code" | "codes" | "level":
            return _coded(form, words, field, name, said, legend)
        case "number":
            lo, hi = _ends(said)
            return Widget(name, "number", legend, value=(lo, hi), unit=_unit(words, field))
        case "date":
            still = said == "open"
            parts = ("" if still or not isinstance(said, str) else said).split("-")
            value = (*parts, "", "")[:3]
            return Widget(name, "date", legend, value=value, open_end=field.open_end, still=still)
        case _:
            return Widget(name, "text", legend, value=(said if isinstance(said, str) else "",))


def _coded(form: Form, words: Words, field: Field, name: str, said: Any, legend: str) -> Widget:
    codes = form.codes.get(field.codes or "", {})
    pairs = [(code, label(words, texts, code)) for code, texts in codes.items()]
    if field.codes not in form.ordered and len(pairs) > FEW:
        pairs.sort(key=lambda pair: words.order(pair[1]))
    if field.open and "other" not in codes:
        pairs.append(("other", words("something else")))
    if field.none and "none" not in codes:
        pairs.append(("none", words("none")))
    if not codes:
        return Widget(name, "text", legend, value=(said if isinstance(said, str) else "",))
    choices = _choices(pairs, _several(said))
    if field.kind == "codes":
        return Widget(name, "checks", legend, choices)
    return Widget(name, "radio" if len(pairs) <= FEW else "select", legend, choices)


def label(words: Words, texts: Mapping[str, Any], code: str) -> str:
    """The words for a code; the code beside a word that says nothing."""
    return words.text({lang: str(text) for lang, text in texts.items() if isinstance(text, str)}) or code


def _choices(pairs: Iterable[tuple[str, str]], held: Iterable[str | None]) -> tuple[Choice, ...]:
    chosen = {one.casefold() for one in held if one}
    return tuple(Choice(value, text, value.casefold() in chosen) for value, text in pairs)


def _several(said: Any) -> tuple[str, ...]:
    if isinstance(said, str):
        return (said,)
    return tuple(said) if isinstance(said, list | tuple) else ()


def _ends(said: Any) -> tuple[str, str]:
    if isinstance(said, Mapping):
        lo, hi = ("" if said.get(end) is None else str(said[end]) for end in ("lo", "hi"))
        return lo, hi
    return ("", "") if said is None else (str(said), "")


def _unit(words: Words, field: Field) -> str:
    if not field.unit:
        return ""
    return words.unit(field.unit)
