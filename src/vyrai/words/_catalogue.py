"""Finding a catalogue: the compiled one, or straight from its source where that is newer (in a checkout)."""

from __future__ import annotations

import ast
import gettext
import io
import struct
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).resolve().parent / "locale"
NAME = "vyrai"


def translations(lang: str, folder: Path = HERE) -> gettext.NullTranslations:
    """The translations into a language; English, and a language that has none, are the message ids."""
    source = folder / lang / "LC_MESSAGES" / f"{NAME}.po"
    made = source.with_suffix(".mo")
    stale = source.exists() and (not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns)
    file = source if stale else made
    if not file.exists():
        return gettext.NullTranslations()
    state = file.stat()
    return _read(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _read(file: Path, _changed: int, _size: int) -> gettext.GNUTranslations:
    """A catalogue, read once as long as its file stays as it is."""
    whole = file.read_bytes() if file.suffix == ".mo" else compiled(file.read_text(encoding="utf-8"))
    return gettext.GNUTranslations(io.BytesIO(whole))


def compiled(source: str) -> bytes:
    """The compiled form of a catalogue's source, without the messages marked as unsure."""
    pairs = sorted((key.encode(), text.encode()) for key, text in _messages(source).items())
    start = 7 * 4
    offset = start + 16 * len(pairs)
    tables: tuple[list[int], list[int]] = ([], [])
    body = b""
    for which, table in enumerate(tables):
        for pair in pairs:
            table += [len(pair[which]), offset + len(body)]
            body += pair[which] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), start, start + 8 * len(pairs), 0, 0)
    return head + struct.pack(f"<{4 * len(pairs)}I", *tables[0], *tables[1]) + body


def _messages(source: str) -> dict[str, str]:
    """Message ids with their texts; the forms of a plural are parted by a zero byte."""
    found: dict[str, str] = {}
    for block in source.split("\n\n"):
        parts: dict[str, str] = {}
        name, unsure = "", False
        for line in block.splitlines():
            if line.startswith("#"):
                unsure = unsure or (line.startswith("#,") and "fuzzy" in line)
                continue
            word, _, quoted = line.partition(" ") if not line.startswith('"') else (name, "", line)
            name = word
            parts[name] = parts.get(name, "") + str(ast.literal_eval(quoted.strip() or '""'))
        forms = [text for key, text in parts.items() if key.startswith("msgstr")]
        if "msgid" in parts and any(forms) and (not unsure or not parts["msgid"]):
            plural = parts.get("msgid_plural")
            found[parts["msgid"] + ("" if plural is None else f"\0{plural}")] = "\0".join(forms)
    return found
