"""What a command works with: the atlas, the law in it, the case, the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vyrai.cli._failures import speak, spoken
from vyrai.words import LANGUAGES, Words

if TYPE_CHECKING:
    from vyrai.family import Case
    from vyrai.law import Law
    from vyrai.world import Atlas, AtlasError


class Bad(click.ClickException):
    """Bad input: one message, exit 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """The message alone, on standard error."""
        click.echo(self.format_message(), err=True)


@dataclass(frozen=True)
class Session:
    """One case before one atlas."""

    law: Law
    case: Case
    words: Words
    on: date
    known: date | None


def open_atlas(folder: Path | None) -> Atlas:
    """The atlas of a folder or compiled file, or the program's own. Raises Bad and AtlasError."""
    from vyrai.world import load_atlas

    w = spoken()
    if folder is not None and not folder.exists():
        raise Bad(
            w("{file}: there is no such atlas; give its folder with --atlas or VYRAI_ATLAS", file=folder)
        )
    try:
        return load_atlas(folder)
    except OSError:
        raise Bad(w("{file}: the atlas cannot be read", file=folder or "atlas")) from None
    except ValueError as error:
        from vyrai.world import AtlasError

        if isinstance(error, AtlasError):
            raise
        raise Bad(w("{file}: this is not a compiled atlas; give its folder instead", file=folder)) from None


def family_atlas(folder: Path | None) -> Atlas:
    """The same for a command of a family: it is told of a broken atlas before the keepers are. Raises Bad."""
    from vyrai.world import AtlasError

    try:
        return open_atlas(folder)
    except AtlasError as error:
        raise Bad(broken(spoken(), error, chosen=folder is not None)) from None


def broken(w: Words, error: AtlasError, chosen: bool) -> str:
    """A broken atlas as a family is told of it: nothing is lost, what to do, then the message for keepers.

    chosen: whether the family named an atlas.
    """
    files = sorted({problem.file for problem in error.problems})
    mend = w(
        "What to do: get the program once more, or its next version. You need not mend anything yourself."
    )
    if chosen:
        mend = w(
            "What to do: leave out --atlas and VYRAI_ATLAS, then the facts of the program itself are used."
        )
    return "\n".join(
        [
            w(
                "There is no answer now: a file of facts that the program reads is broken: {files}.",
                files=", ".join(files),
            ),
            "  " + w("Nothing of yours is lost or changed, and it is no mistake in your answers."),
            "  " + mend,
            w("For whoever keeps these facts:"),
            str(error),
        ]
    )


def begin(
    context: click.Context, file: str, on: date | None, known: date | None, lang: str | None
) -> Session:
    """Read the atlas and the case. Raises Bad and CaseError."""
    speak(Words(lang or _written(file) or "en"))
    atlas = family_atlas(context.find_root().obj)
    from vyrai.choose import form_of
    from vyrai.family import load
    from vyrai.law import Law

    on = on or today()
    case = load(file, form_of(atlas), max(on, today()))
    words = Words(lang or (case.lang if case.lang in LANGUAGES else None) or "en")
    speak(words)
    return Session(Law(atlas), case, words, on, known)


_LANG = re.compile(r"""^[\s{]*["']?lang["']?\s*:\s*["']?([a-z]{2})\b""", re.MULTILINE)
_TOP = 4096


def _written(file: str) -> str | None:
    """The language that a case file names near its top, for what must be said before it can be read."""
    if file == "-":
        return None
    try:
        with Path(file).open(encoding="utf-8", errors="replace") as opened:
            found = _LANG.search(opened.read(_TOP))
    except OSError:
        return None
    return found[1] if found and found[1] in LANGUAGES else None


def today() -> date:
    """The day where the family is, by its own clock."""
    return date.today()  # noqa: DTZ011 - a zone of ours would be another day for some families


def named(session: Session, written: str) -> str:
    """The code of a country that is written as its code or by its name in any language; else what is written,
    as a code would be.
    """
    asked = written.casefold()
    names = ((one.id, one.title.values()) for one in session.law.atlas.countries)
    found = (code for code, titles in names if asked in {title.casefold() for title in titles})
    return next(found, written.upper())


def nearest(word: str, known: Iterable[str], words: Words) -> str:
    """A sentence that names the known words most like another."""
    listed = sorted(known)
    close = get_close_matches(word, listed, n=3, cutoff=0.5) or listed[:3]
    return words("Did you mean: {names}?", names=", ".join(close))


def folder_of(folder: Path | None) -> Path:
    """The atlas folder that is meant: the one named, else that of this checkout, else `atlas` here."""
    from vyrai.world._load import CHECKOUT

    return folder or (CHECKOUT if CHECKOUT.is_dir() else Path("atlas"))
