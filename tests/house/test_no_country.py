"""No country in the engine: `src/` names no country, place or currency of the atlas; the atlas alone does.

The lists come from the atlas, the names of countries and currencies in four languages from Babel. Looked at
are string literals and identifiers of Python, the whole text of templates, pictures and styles, and every
message of the catalogues. Comments are free.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.messages.pofile import read_po
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src/vyrai"
ATLAS = ROOT / "atlas"
LANGUAGES = ("en", "be", "ru", "pl")
# The names of the interface languages, which are not countries.
LANGUAGE_NAMES = re.compile(r"беларуск|русск|польск|polski|białorusk", re.IGNORECASE)


def strings(node: Any) -> Iterator[str]:
    """Every string in a piece of YAML."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


def named(node: Any, *keys: str) -> Iterator[Any]:
    """Every value below one of the keys, at any depth."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in keys:
                yield value
            yield from named(value, *keys)
    elif isinstance(node, list):
        for value in node:
            yield from named(value, *keys)


@cache
def countries() -> frozenset[str]:
    """The country folders of the atlas."""
    return frozenset(folder.name for folder in ATLAS.glob("[A-Z][A-Z]") if folder.is_dir())


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes that occur in the atlas' own lists of codes and rates, but for English words."""
    known = Locale("en").currencies.keys() - {"ALL", "BOB", "COP", "MAD", "PEN", "SOS", "TOP", "TRY"}
    texts = [(ATLAS / name).read_text() for name in ("codes.yaml", "rates.yaml") if (ATLAS / name).exists()]
    return frozenset(word for text in texts for word in re.findall(r"\b[A-Z]{3}\b", text) if word in known)


@cache
def names() -> frozenset[str]:
    """Countries, currencies and places by name, as they are written in each language."""
    found: set[str] = set()
    for language in LANGUAGES:
        locale = Locale(language)
        found.update(locale.territories[code] for code in countries() if code in locale.territories)
        found.update(locale.currencies[code] for code in currencies() if code in locale.currencies)
    for file in ATLAS.glob("[A-Z][A-Z]/places.yaml"):
        for name in named(YAML(typ="safe").load(file), "name", "names"):
            found.update(strings(name))
    return frozenset(name for name in found if len(name) > 2)


@cache
def pattern() -> re.Pattern[str]:
    """Finds a code as a word of its own, a country as the prefix of an id, or a name in any of its cases."""
    codes = "|".join(sorted(countries() | currencies()))
    prefixes = "|".join(sorted(code.lower() for code in countries()))
    # Slavic names change their ending: compare without the last letter of a long name.
    stems = "|".join(re.escape(n[:-1] if len(n) > 5 and not n.isascii() else n) for n in sorted(names()))
    return re.compile(rf"\b(?:{codes})\b|\b(?:{prefixes})\.(?=[a-z])|\b(?:{stems})(?:\w{{0,3}}\b)")


def places_in(text: str) -> list[str]:
    """What of the atlas a text names."""
    return [found[0] for found in pattern().finditer(text) if not LANGUAGE_NAMES.match(found[0])]


def words_of(file: Path) -> Iterator[tuple[int, str]]:
    """The words of a source file that may not name a place, each with its line."""
    if file.suffix == ".py":
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            line = getattr(node, "lineno", 0)
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield line, node.value
            for field in ("id", "attr", "arg", "name"):
                identifier = getattr(node, field, None)
                if isinstance(identifier, str):
                    yield line, identifier
                    # warsaw_rent, rent_pln: a part in any case names the place as well
                    for part in identifier.lower().split("_"):
                        if part.upper() in currencies() or part.capitalize() in names():
                            yield line, part.upper() if part.upper() in currencies() else part.capitalize()
    elif file.suffix == ".po":
        with file.open("rb") as source:
            for message in read_po(source):
                for text in (*strings_of(message.id), *strings_of(message.string)):
                    yield message.lineno or 0, text
    else:
        yield from enumerate(file.read_text(encoding="utf-8").splitlines(), 1)


def strings_of(message: Any) -> tuple[str, ...]:
    """A message of a catalogue is one text, or one for each plural form."""
    return (message,) if isinstance(message, str) else tuple(message)


FILES = sorted(
    file
    for file in SRC.rglob("*")
    if file.is_file()
    and file.suffix
    in {".py", ".html", ".j2", ".jinja", ".svg", ".css", ".js", ".txt", ".po", ".pot", ".json", ".toml"}
    and "_data" not in file.parts
)


@pytest.mark.skipif(not countries(), reason="no country in the atlas yet")
@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SRC)))
def test_a_source_file_names_no_country(file: Path) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line}: {place}"
        for line, text in words_of(file)
        for place in places_in(text)
    ]
    assert not wrong, "countries, places and currencies belong into the atlas:\n" + "\n".join(wrong)


@pytest.mark.skipif(not {"PL", "BY"} <= countries(), reason="no country in the atlas yet")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("if country == 'PL':", ["PL"]),
        ("pl.humanitarian-visa", ["pl."]),
        ("жить в Польше", ["Польше"]),
        ("Polska, Poland", ["Polska", "Poland"]),
        ("Беларуская, Polski, sort by date, pl", []),
    ],
)
def test_the_pattern_finds_what_it_should(text: str, found: list[str]) -> None:
    assert places_in(text) == found
