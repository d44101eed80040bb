"""Catalogues: whole, with the same fields as the English, and read alike from source and compiled."""

from __future__ import annotations

import io
import string
import subprocess
import sys
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tools import messages
from vyrai.words import LANGUAGES
from vyrai.words._catalogue import compiled, translations

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted(ROOT.glob("src/vyrai/words/locale/*/LC_MESSAGES/vyrai.po"))


def catalogue(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source)


@cache
def texts() -> dict[messages.Id, list[str]]:
    return messages.found()


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_is_a_catalogue_for_each_language() -> None:
    assert {"en", *(file.parts[-3] for file in CATALOGUES)} == set(LANGUAGES)


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_every_text_of_code_and_templates_is_translated(file: Path) -> None:
    listed = catalogue(file)
    wanted = texts()
    kept = {message.id: message for message in listed if message.id}
    assert not set(wanted) - set(kept), "run `python tools/messages.py` and translate what is new"
    assert not set(kept) - set(wanted), "run `python tools/messages.py`: some texts are gone"
    for text, message in kept.items():
        said = [
            str(one) for one in (message.string if isinstance(message.string, tuple) else [message.string])
        ]
        assert all(said), f"{text!r} is not translated"
        assert not message.fuzzy
        for one in said:
            names = fields(text if isinstance(text, str) else text[1])
            assert fields(one) <= names, f"{text!r} has other fields than {one!r}"
            if isinstance(text, str):
                assert fields(one) == names


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_it_says_who_reviewed_it(file: Path) -> None:
    assert "# reviewed_by: " in file.read_text(encoding="utf-8").split("msgid", 1)[0]


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_the_source_is_read_as_babel_reads_it(file: Path) -> None:
    out = io.BytesIO()
    write_mo(out, catalogue(file))
    by_babel = GNUTranslations(io.BytesIO(out.getvalue()))
    ours = GNUTranslations(io.BytesIO(compiled(file.read_text(encoding="utf-8"))))
    assert ours._catalog == by_babel._catalog  # type: ignore[attr-defined]  # no public way in


PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#, fuzzy
msgid "unsure"
msgstr "no"

msgid "a"
msgstr "\\"b\\""
"""


def test_a_catalogue_newer_than_its_compiled_form_counts(tmp_path: Path) -> None:
    folder = tmp_path / "xx/LC_MESSAGES"
    folder.mkdir(parents=True)
    assert translations("xx", tmp_path).gettext("a") == "a"
    (folder / "vyrai.po").write_text(PO)
    found = translations("xx", tmp_path)
    assert (found.gettext("a"), found.gettext("unsure")) == ('"b"', "unsure")
    (folder / "vyrai.mo").write_bytes(compiled(PO.replace("b", "c")))
    assert translations("xx", tmp_path).gettext("a") == '"c"'


def test_updating_changes_nothing_that_is_up_to_date(tmp_path: Path) -> None:
    for file in CATALOGUES:
        before = {m.id: m.string for m in catalogue(file)}
        assert {m.id: m.string for m in messages.update(file, texts())} == before


def test_words_know_nothing_of_the_engine() -> None:
    code = "import sys, vyrai.words; print([m for m in sys.modules if m.startswith('vyrai.')])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert "family" not in said
    assert "world" not in said
