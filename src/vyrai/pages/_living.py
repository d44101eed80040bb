"""A member's everyday life, asked in three parts of plain questions and told in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from vyrai.belong import Part, Profile, Row
from vyrai.family import CaseError, Form
from vyrai.pages._ask import asking, wrong
from vyrai.pages._fields import Choice, label
from vyrai.pages._frame import Frame
from vyrai.pages._interview import Item, at, listed, telling
from vyrai.pages._screen import screen
from vyrai.words import N_
from vyrai.words import living as said

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

LIVING_PARTS = ("talk", "daily", "goals")
LIVING_TOLD = "told"
"""All of it in words, after the parts."""
_NAMES = {
    "talk": (N_("Talking"), N_("How {name} talks")),
    "daily": (N_("What is hard"), N_("{name}: what is hard")),
    "goals": (N_("Goals"), N_("{name}: goals and red lines")),
    LIVING_TOLD: (N_("All of it in words"), N_("{name}, in your words")),
}
"""By part its short name and its title."""
LIVING_FREE = ("calms", "upsets", "likes")
"""Questions of the first part that are answered in one's own words."""
NOT_SO = "not:"
"""With this begins what is settled by a no."""


def not_so(key: str, row: str) -> str:
    """What is settled by a no to a row, as long as the list is not all: `not:members/1.needs:walking`."""
    return f"{NOT_SO}{key}:{row}"


class Living(NamedTuple):
    """What a screen is made of.

    key, name: the member. written: what was posted and could not be taken, by the names in the form.
    hidden: whether somebody has read what cannot be hidden. coded: codes are asked for.
    """

    key: str
    name: str
    part: str
    edition: int
    undo: bool
    hidden: bool
    coded: bool
    settled: frozenset[str]
    written: Mapping[str, str]
    parts: Sequence[Part]
    red_lines: Mapping[str, Mapping[str, Any]]
    profile: Profile
    error: CaseError | None


class Line(NamedTuple):
    """A question that is answered in words."""

    name: str
    label: str
    value: str
    why: str = ""


class Asked(NamedTuple):
    """A row: the question, what hangs on it, no, somewhat, a lot."""

    name: str
    ask: str
    why: str
    choices: tuple[Choice, ...]


def needs(
    frame: Frame, words: Words, atlas: Atlas, form: Form, data: Mapping[str, Any], living: Living
) -> str:
    """The screen of a part."""
    w, here = words, living.part
    steps = [
        (part, w(short), frame.to("needs", living.name, part=part)) for part, (short, _) in _NAMES.items()
    ]
    return screen(
        "needs.html",
        frame,
        words,
        atlas,
        x=living,
        title=w(_NAMES[here][1], name=living.name),
        steps=steps,
        action=frame.to(f"needs/{quote(living.name, safe='')}/search"),
        error=living.error and wrong(living.error, w),
        said=said,
        others=_others(form, data, living),
        **_VALUES[here](words, form, data, living),
    )


def _talk(w: Words, form: Form, data: Mapping[str, Any], living: Living) -> dict[str, object]:
    key, person = f"{living.key}.talks_by", form.entities["person"]
    held = at(data, key)
    ticked = held if isinstance(held, list | tuple) else ()
    shown = {one.get("means"): one.get("how") for one in reversed(listed(at(data, f"{living.key}.sayings")))}
    return {
        "ways": [
            Choice(code, label(w, texts, code), code in ticked)
            for code, texts in form.codes["talks_by"].items()
        ],
        "ways_key": key,
        "asked": {name: _asking(w, form, living, name) for name in ("talks_by", "sayings")},
        "sayings": [
            _line(living, f"{living.key}.sayings.{code}", label(w, texts, code), shown.get(code))
            for code, texts in form.codes["meanings"].items()
        ],
        "free": [
            _line(
                living,
                f"{living.key}.{name}",
                asking(w, person[name].text, living.name),
                at(data, f"{living.key}.{name}"),
                asking(w, person[name].why, living.name),
            )
            for name in LIVING_FREE
        ],
    }


def _line(living: Living, name: str, told: str, held: Any, why: str = "") -> Line:
    return Line(name, told, living.written.get(name, held if isinstance(held, str) else ""), why)


def _daily(w: Words, form: Form, data: Mapping[str, Any], living: Living) -> dict[str, object]:
    key = f"{living.key}.needs"
    held = at(data, key)
    much = {one.get("need"): one.get("much") for one in listed(held)}
    complete = isinstance(held, Mapping) and held.get("complete") is True
    scale = [("none", w("No"))] + [(code, label(w, of, code)) for code, of in form.codes["how_much"].items()]

    def chosen(row: Row) -> Any:
        no = row.need not in much and (complete or not_so(key, row.need) in living.settled)
        return living.written.get(f"{key}.{row.need}", "none" if no else much.get(row.need))

    return {
        "rows": [
            (
                w.text(part.title),
                [
                    Asked(
                        f"{key}.{row.need}",
                        asking(w, row.ask, living.name),
                        _because(w, row),
                        tuple(Choice(code, text, code == chosen(row)) for code, text in scale),
                    )
                    for row in part.rows
                ],
            )
            for part in living.parts
        ],
        "list_key": key,
        "held": [telling(form, w, "need", one) for one in listed(held)],
    }


def _because(w: Words, row: Row) -> str:
    """Why a question is asked: what support hangs on the answer."""
    if not row.kinds:
        return w("Asked because a school and a doctor must know it.")
    kinds = [w.text(one.title) for one in row.kinds]
    return w(
        "Asked because support hangs on it: {kinds}.",
        kinds="; ".join(kind[:1].lower() + kind[1:] for kind in kinds),
    )


def _goals(w: Words, form: Form, data: Mapping[str, Any], living: Living) -> dict[str, object]:
    key, fields = f"{living.key}.goals", form.entities["goal"]
    lines = {one.get("wish") for one in listed(at(data, "red_lines"))}
    return {
        "goals_key": key,
        "items": [Item(n, telling(form, w, "goal", one)) for n, one in enumerate(listed(at(data, key)), 1)],
        "asked": {"goals": _asking(w, form, living, "goals")},
        "line_of_goal": _line(living, f"{key}.words", asking(w, fields["words"].text, living.name), None),
        "picks": [
            (
                f"{key}.{name}",
                w.text(fields[name].text),
                [
                    Choice(code, label(w, of, code), living.written.get(f"{key}.{name}") == code)
                    for code, of in form.codes[fields[name].codes or ""].items()
                ],
            )
            for name in ("area", "voice")
        ],
        "red_lines": [
            Choice(code, label(w, of, code), code in lines) for code, of in living.red_lines.items()
        ],
        "red_title": w.text(form.field("family.red_lines").text),
    }


def _told(w: Words, form: Form, data: Mapping[str, Any], living: Living) -> dict[str, object]:
    mine = living.profile.needs
    return {
        "much": [
            (w(text), [one for one in mine if one.much == code])
            for code, text in said.HOW_MUCH.items()
            if any(one.much == code for one in mine)
        ]
    }


_VALUES = {"talk": _talk, "daily": _daily, "goals": _goals, LIVING_TOLD: _told}


def _asking(w: Words, form: Form, living: Living, name: str) -> tuple[str, str]:
    field = form.field(f"person.{name}")
    return asking(w, field.text, living.name), asking(w, field.why, living.name)


def _others(form: Form, data: Mapping[str, Any], living: Living) -> list[str]:
    """The other children, of whom the same may be asked."""
    roles = form.codes["roles"]
    return [
        str(one["alias"])
        for one in listed(data.get("members"))
        if roles[str(one["role"])].get("group") == "child" and one["alias"] != living.name
    ]
