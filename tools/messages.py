"""Bring the catalogues up to date with the texts in code and templates: `python tools/messages.py`.

A text is a literal in `w("...")`, `words("...")` or `N_("...")`; a pair of them in `both` or `plural`.
New texts come in without a translation, texts that are gone go. Written beside what a person translated.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src/vyrai"
SINGLE = {"w", "words", "self", "N_"}
DOUBLE = {"plural", "both"}
Id = str | tuple[str, str]


def found(folder: Path = SRC) -> dict[Id, list[str]]:
    """Every text with the files it stands in."""
    texts: dict[Id, list[str]] = {}
    for file in sorted([*folder.rglob("*.py"), *folder.rglob("*.html"), *folder.rglob("*.svg")]):
        listed = _python(file) if file.suffix == ".py" else _template(file)
        for text in listed:
            where = texts.setdefault(text, [])
            name = str(file.relative_to(folder.parent.parent))
            if name not in where:
                where.append(name)
    return texts


def _python(file: Path) -> Iterator[Id]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name | ast.Attribute):
                name = function.id if isinstance(function, ast.Name) else function.attr
                yield from _texts(name, [one.value for one in node.args if isinstance(one, ast.Constant)])


def _template(file: Path) -> Iterator[Id]:
    tree = Environment(autoescape=True, extensions=["jinja2.ext.do"]).parse(file.read_text(encoding="utf-8"))
    for node in tree.find_all(nodes.Call):
        if isinstance(node.node, nodes.Name | nodes.Getattr):
            name = node.node.name if isinstance(node.node, nodes.Name) else node.node.attr
            yield from _texts(name, [one.value for one in node.args if isinstance(one, nodes.Const)])


def _texts(name: str, values: list[object]) -> Iterator[Id]:
    texts = [value for value in values if isinstance(value, str)]
    if name in SINGLE and texts:
        yield texts[0]
    elif name in DOUBLE and len(texts) >= 2:
        yield (texts[0], texts[1])


def update(file: Path, texts: dict[Id, list[str]]) -> Catalog:
    """The catalogue with exactly these texts; what was translated stays."""
    with file.open("rb") as source:
        old = read_po(source)
    new = Catalog(
        locale=old.locale,
        project="vyrai",
        header_comment=old.header_comment,
        charset="utf-8",
        fuzzy=False,
        creation_date=old.creation_date,
        revision_date=old.revision_date,
        last_translator=old.last_translator,
        language_team=old.language_team,
    )
    for text in sorted(texts, key=lambda one: one if isinstance(one, str) else one[0]):
        kept = old.get(text if isinstance(text, str) else text[0])
        same = kept is not None and kept.id == text
        new.add(text, kept.string if same and kept else None, [(name, 0) for name in texts[text]])
    return new


def main() -> int:
    """Update each catalogue in place; 1 if a translation is missing."""
    texts = found()
    missing = 0
    for file in sorted(SRC.glob("words/locale/*/LC_MESSAGES/vyrai.po")):
        catalogue = update(file, texts)
        with file.open("wb") as out:
            write_po(out, catalogue, width=110, include_lineno=False)
        untranslated = [message for message in catalogue if message.id and not _complete(message.string)]
        missing += len(untranslated)
        print(f"{file.relative_to(ROOT)}: {len(texts)} texts, {len(untranslated)} not translated")
    return 1 if missing else 0


def _complete(text: object) -> bool:
    return all(text) if isinstance(text, tuple) else bool(text)


if __name__ == "__main__":
    sys.exit(main())
