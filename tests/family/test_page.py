"""docs/case-file.md: its tables are those of the form. VYRAI_RECORD=1 writes them anew."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from tests.family.form import ROOT, TODAY, read_form
from vyrai.family import Field, Form, loads

PAGE = ROOT / "docs/case-file.md"
ABOUT = {
    "family": "The family",
    "person": "A member",
    "citizenship": "A citizenship",
    "language": "A language",
    "qualification": "A qualification",
    "spell": "A spell of work",
    "status": "A visa or permit held",
    "stay": "A stay",
    "need": "A need",
    "saying": "A sign of the child",
    "goal": "A goal",
    "taker": "Somebody who takes the child",
    "help": "A support promised",
    "relative": "A relative",
    "other": "Somebody who stays behind",
    "money": "Money",
    "money_flow": "Money that keeps coming",
    "thing": "A thing owned",
    "happening": "Something that happened",
    "refusal": "A refusal by word of mouth",
    "offer": "An offer of work",
    "wish": "A wish or red line",
    "mark": "A mark",
    "deed": "Something done",
    "given": "A day that was given",
    "judgement": "A judgement",
}
PLAIN = {"yesno": "yes/no", "text": "text", "alias": "short name", "aliases": "short names"}


def answer(field: Field) -> str:
    """How the answer is written, in a few words."""
    named = f"`{field.codes}`"
    about = ABOUT[field.of or "family"].lower()
    kinds = {
        "code": f"one of {named}" + (", or `none`" if field.none else ""),
        "codes": f"several of {named}",
        "level": f"one of {named}",
        "date": "a whole day" if field.exact else "date, or `open`" if field.open_end else "date",
        "number": f"number of {field.unit}" if field.unit else f"amount in `{field.unit_from}`",
        "list": f"list: [{about}](#{about.replace(' ', '-')})",
    }
    return PLAIN.get(field.kind) or kinds[field.kind]


def questions(form: Form) -> Iterator[str]:
    for entity, fields in form.entities.items():
        yield f"### {ABOUT[entity]}"
        yield ""
        yield "| key | question | answer |"
        yield "| --- | --- | --- |"
        for name, field in fields.items():
            key = f"`{name}`" + (" †" if field.sensitive else "") + (" (needed)" if field.required else "")
            yield f"| {key} | {field.text['en'].replace('{name}', 'this person')} | {answer(field)} |"
        yield ""


def codes(form: Form) -> Iterator[str]:
    used = {field.codes for fields in form.entities.values() for field in fields.values()}
    for name, listed in form.codes.items():
        if name in used:
            said = ", ".join(f"`{code}` {of['en']}" for code, of in listed.items())
            yield f"- **`{name}`**" + (" (from least to most)" if name in form.ordered else "") + f": {said}."


def filled(page: str, name: str, lines: Iterator[str]) -> str:
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    made = "\n".join(lines).strip("\n")
    return pattern.sub(lambda found: f"{found[1]}\n{made}\n\n{found[2]}", page)


def test_the_tables_are_those_of_the_form() -> None:
    page, form = PAGE.read_text(encoding="utf-8"), read_form()
    made = filled(filled(page, "questions", questions(form)), "codes", codes(form))
    if os.environ.get("VYRAI_RECORD"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made


def test_the_snippets_are_cases() -> None:
    snippets = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert snippets
    for snippet in snippets:
        loads(snippet, read_form(), today=TODAY)
