"""Writing what a person named: whole or not at all, readable by nobody else, never over what was read."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vyrai.cli._session import Bad
from vyrai.words import Words

if TYPE_CHECKING:
    from vyrai.family import Case


def write_case(target: str, case: Case, source: str, words: Words) -> None:
    """Save a case, as JSON if the name says so, and say that it can be read by whoever has it."""
    from vyrai.family import CaseError, dump, load

    file = _checked(target, source, words)
    if file.exists():
        try:
            load(file, case.form)
        except CaseError:
            raise Bad(
                words("{file}: this file exists and is not a case, so it was left as it is", file=target)
            ) from None
    if file.suffix == ".json":
        import msgspec

        plain = msgspec.json.Encoder(decimal_format="number").encode(case.data())
        text = msgspec.json.format(plain, indent=2).decode() + "\n"
    else:
        text = dump(case)
    _write(file, text, words)
    click.echo(
        words("Written: {file}. It is plain text: whoever opens it can read your answers.", file=target),
        err=True,
    )


def write_page(
    target: str, page: str, source: str, words: Words, known: Callable[[str], bool] | None = None
) -> None:
    """Save a page, table or calendar, and say that it can be read by whoever has it; over another file only
    if that is known for one of ours (None: as a page).
    """
    from vyrai.pages import is_ours

    file = _checked(target, source, words)
    if file.exists():
        known = known or is_ours
        try:
            before = file.read_bytes()
        except OSError:
            before = b"?"
        if before and not known(before.decode("utf-8", "replace")):
            raise Bad(
                words(
                    "{file}: this file exists and was not made by this program, so it was left as it is; "
                    "name another",
                    file=target,
                )
            )
    _write(file, page, words)
    click.echo(
        words("Written: {file}. Whoever opens it can read what it says of you.", file=target), err=True
    )


def write_boards(target: str, boards: bytes, sources: Sequence[str], words: Words) -> None:
    """Save a package of boards; over another file only if that is one too."""
    from vyrai.prove import BoardError, read

    file = _checked(target, sources[0], words)
    for source in sources[1:]:
        _checked(target, source, words)
    if file.exists():
        try:
            read(file.read_bytes())
        except (BoardError, OSError):
            raise Bad(
                words("{file}: this file exists and holds no boards, so it was left as it is", file=target)
            ) from None
    _write(file, boards, words)
    click.echo(words("Written: {file}. No word of your case stands in it.", file=target), err=True)


def _checked(target: str, source: str, words: Words) -> Path:
    """The file to write, if it may be written."""
    file = Path(target)
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise Bad(words("{file}: this is a link or a folder, so nothing was written there", file=target))
    if source != "-" and file.exists() and file.samefile(source):
        raise Bad(
            words(
                "{file}: this is the file that was read, and it is never changed; name another", file=target
            )
        )
    return file


def _write(file: Path, text: str | bytes, words: Words) -> None:
    """Write beside the target under a name that says nothing, then put it in its place."""
    beside = file.with_name(f".{secrets.token_hex(4)}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(text.encode() if isinstance(text, str) else text)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(file)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError:
        raise Bad(
            words("{file}: it could not be written; look at the folder and its rights", file=str(file))
        ) from None
