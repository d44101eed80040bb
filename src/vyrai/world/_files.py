"""Which files an atlas has, and each one read: records, what they refer to, what is wrong with them.

What was read is kept in a cache folder by the content of the file and of this code, so that only what
changed is read again. Nothing of a family is ever there.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from vyrai.world import _lists as lists
from vyrai.world import _passports as passports
from vyrai.world import _provisions as provisions
from vyrai.world import _routes as routes
from vyrai.world import _spots as spots
from vyrai.world import _takings as takings
from vyrai.world import _translations as translations
from vyrai.world._folder import atlas_files
from vyrai.world._kept import Kept
from vyrai.world._problems import AtlasError, Problem, nearest
from vyrai.world._reader import Node, read
from vyrai.world._shapes import Context, Shape, list_of


class FileRead(msgspec.Struct):
    """One file: `section` of the compiled atlas, `country` folder ("" for the whole atlas), its records.

    texts: the English of every text in it.
    """

    file: str
    section: str
    country: str
    records: Any
    problems: list[Problem]
    refs: list[tuple[str, str, int, str, str, str]]
    texts: list[str] = []
    readable: bool = True


def one(shape: Shape) -> Shape:
    """A file that is one record."""

    def read_one(node: Node, ctx: Context) -> Any:
        return [shape(node, ctx)]

    return read_one


_WHOLE: dict[str, tuple[str, Shape]] = {
    "units.yaml": ("units", list_of(lists.UNIT)),
    "codes.yaml": ("codes", lists.codes),
    "questions.yaml": ("questions", list_of(lists.QUESTION)),
    "languages.yaml": ("languages", list_of(lists.LANGUAGE)),
    "rates.yaml": ("facts", lists.FACTS),
    "rights.yaml": ("rights", list_of(lists.CODED)),
    "needs.yaml": ("needs", list_of(lists.NEED)),
    passports.HEAD: ("passports", passports.head),
    passports.TABLE: ("passports", passports.table),
    translations.FOLDER: (translations.SECTION, one(translations.FILE)),
}
_EITHER: dict[str, tuple[str, Shape]] = {
    "events.yaml": ("events", list_of(lists.EVENT)),
    "documents.yaml": ("documents", list_of(lists.DOCUMENT)),
    "steps.yaml": ("steps", list_of(routes.STEP)),
    "statuses.yaml": ("statuses", list_of(routes.STATUS)),
    "facts/": ("facts", lists.FACTS),
    "open-questions.yaml": ("open_questions", list_of(lists.OPEN_QUESTION)),
}
_COUNTRY: dict[str, tuple[str, Shape]] = {
    "country.yaml": ("countries", one(lists.COUNTRY)),
    "routes/": ("routes", one(routes.ROUTE)),
    "provisions.yaml": ("provisions", list_of(provisions.PROVISION)),
    "places.yaml": ("places", list_of(spots.PLACE)),
    "takings.yaml": ("takings", list_of(takings.TAKING)),
    "unused.yaml": ("unused", list_of(lists.UNUSED)),
    "contacts.yaml": ("facts", lists.FACTS),
}
_PART = re.compile(r"(steps|statuses|provisions)-[a-z]+\.yaml$")
"""A long list may be split: `steps-work.yaml` is read like `steps.yaml`."""


def place(name: str) -> tuple[str, str, Shape | None]:
    """(country, section, shape) of a file by its name below the atlas; no shape if it does not belong."""
    country, _, rest = name.rpartition("/") if name.count("/") == 0 else name.partition("/")
    if name.count("/") and not (country.isalpha() and country.isupper()):
        country, rest = "", name
    known = {**_EITHER, **(_COUNTRY if country else _WHOLE)}
    folder, slash, _ = _PART.sub(r"\1.yaml", rest).partition("/")
    section, shape = known.get(folder + slash, ("", None))
    return country, section, shape


def _misplaced(name: str, country: str) -> Problem:
    known = [*_EITHER, *(_COUNTRY if country else _WHOLE)]
    folder, slash, _ = name.removeprefix(f"{country}/").partition("/")
    return Problem(
        name,
        1,
        "the atlas has no such file",
        "What a file may say is known by its name and folder; this one would be passed over.",
        nearest(folder + slash, known),
    )


def read_file(name: str, content: bytes) -> FileRead:
    """Read one file by its name below the atlas; problems are in the result, never raised."""
    country, section, shape = place(name)
    made = FileRead(name, section, country, [], [], [])
    if shape is None:
        made.problems.append(_misplaced(name, country))
        return made
    try:
        words = content.decode("utf-8")
        root = passports.cells(words) if name == passports.TABLE else read(words, name)
    except AtlasError as error:
        made.problems, made.readable = error.problems, False
        return made
    except UnicodeDecodeError:
        made.problems.append(
            Problem(
                name,
                1,
                "this file is not UTF-8 text",
                "Letters of other alphabets would come out wrong.",
                "Save it again as UTF-8.",
            )
        )
        made.readable = False
        return made
    ctx = Context(name)
    made.records = shape(root, ctx)
    made.problems, made.refs = ctx.problems, ctx.refs
    if section != translations.SECTION:
        made.texts = sorted({text["en"] for text in translations.texts_of(made.records)})
    return made


@cache
def _code() -> bytes:
    """A mark of the code that reads files: what it wrote before a change is not trusted after it."""
    mark = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        mark.update(path.read_bytes())
    return mark.digest()


def read_all(atlas: Path, cache_dir: Path | None = None) -> list[FileRead]:
    """Every file of an atlas, from the cache where its content has not changed."""
    encoder, decoder = msgspec.json.Encoder(), msgspec.json.Decoder(FileRead)
    files, kept = list[FileRead](), None if cache_dir is None else Kept(cache_dir / "files.kept")
    for path in atlas_files(atlas):
        name, content = path.relative_to(atlas).as_posix(), path.read_bytes()
        if kept is None:
            files.append(read_file(name, content))
            continue
        key = sha256(_code() + name.encode() + b"\0" + content).hexdigest()
        found = kept.found(name, key)
        if found is None:
            files.append(read_file(name, content))
            kept.add(name, key, encoder.encode(files[-1]))
        else:
            files.append(decoder.decode(found))
    if kept is not None:
        kept.write()
    return files
