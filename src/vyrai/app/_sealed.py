"""A notebook as one sealed file: age's own passphrase encryption, nothing of our own.

Inside is JSON with a format number: the case, and which questions are settled. It is filled up with spaces to
a size class, so that its length says little.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from importlib.util import find_spec
from typing import NamedTuple

import msgspec

from vyrai.app._refusals import RefusedError
from vyrai.family import Case, CaseError, Form, loads

FORMAT = 1
LEAST = 2**14
"""Bytes of the smallest size class; each further class is twice the one before."""
LARGEST = 1_000_000
"""Bytes of the largest case file that is read again."""
LONGEST = 2**20 + 2**13
"""Bytes of the largest sealed file: the largest size class, and what age adds."""
SHORTEST = 12
"""Signs of the shortest passphrase that is taken."""
_SIGNS = 5
"""How many different signs it has at least."""
_LOOKS = 5
"""How often a file has to be found too heavy: age guesses what a device can do from a few thousandths of a
second at each opening, and one that is busy in that moment looks slow.
"""
_HOW = re.compile(rb"age-encryption\.org/v1\n-> ([^ \n]+) ")
"""The head of a file, with the word for how it is sealed."""
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ENCODE = msgspec.json.Encoder(decimal_format="number")


class Opened(NamedTuple):
    """What was in a sealed file; `settled`: questions that are not to be asked again by themselves."""

    case: Case
    settled: frozenset[str]


class _Content(msgspec.Struct):
    format: int
    notes: msgspec.Raw = msgspec.Raw()
    settled: tuple[str, ...] = ()


def available() -> bool:
    """Whether files can be sealed and opened here: in a browser tab the library is missing."""
    return find_spec("pyrage") is not None


def seal(case: Case, passphrase: str, settled: Iterable[str] = ()) -> bytes:
    """The whole case, sensitive answers too, as a sealed file. Raises RefusedError."""
    if not available():
        raise RefusedError("absent")
    content = pack(case, settled)
    from pyrage import passphrase as age  # missing in a browser tab

    sealed: bytes = age.encrypt(content, plain(passphrase))
    return sealed


def unseal(sealed: bytes, passphrase: str, form: Form, today: date | None = None) -> Opened:
    """What is in a sealed file, whole or not at all. Raises RefusedError."""
    if not available():
        raise RefusedError("absent")
    _look(sealed)
    if not plain(passphrase):
        raise RefusedError("no_passphrase")
    return unpack(_opened(sealed, plain(passphrase)), form, today)


def _opened(sealed: bytes, passphrase: str) -> bytes:
    from pyrage import DecryptError
    from pyrage import passphrase as age

    kind = "heavy"
    for _ in range(_LOOKS):
        try:
            content: bytes = age.decrypt(sealed, passphrase)
        except DecryptError as error:
            kind = _kind(str(error))
            if kind != "heavy":
                break
        else:
            return content
    raise RefusedError(kind) from None


def is_sealed(data: bytes) -> bool:
    """Whether a file says of itself that it is an age file."""
    return data.startswith((b"age-encryption.org/", _ARMOUR))


def _look(sealed: bytes) -> None:
    """What can be said of a file without opening it."""
    if not sealed:
        raise RefusedError("empty")
    if len(sealed) > LONGEST:
        raise RefusedError("large")
    if not is_sealed(sealed):
        raise RefusedError("foreign")
    how = _HOW.match(sealed)
    if how and how[1] != b"scrypt":
        raise RefusedError("key")


def _kind(said: str) -> str:
    """Why age does not open a file. It cannot know a wrong passphrase from a damaged head."""
    if said == "Decryption failed":
        return "wrong"
    if said.startswith("Excessive work"):
        return "heavy"
    return "damaged"


def plain(passphrase: str) -> str:
    """A passphrase as it is used: no white space around it, and letters composed in one way."""
    return unicodedata.normalize("NFC", passphrase).strip()


def look_at(passphrase: str, again: str) -> None:
    """Whether a new passphrase can be taken. Raises RefusedError."""
    if not plain(passphrase):
        raise RefusedError("no_passphrase")
    if plain(passphrase) != plain(again):
        raise RefusedError("unlike")
    if len(plain(passphrase)) < SHORTEST or len(set(plain(passphrase))) < _SIGNS:
        raise RefusedError("short", {"n": SHORTEST})


# -- what is inside ----------------------------------------------------------------------------------------


def pack(case: Case, settled: Iterable[str] = ()) -> bytes:
    """A case, and what is settled, as what a sealed file holds. Raises RefusedError where it is too large."""
    content = _ENCODE.encode({"format": FORMAT, "notes": case.data(), "settled": sorted(settled)})
    if len(content) > LARGEST:
        raise RefusedError("too_much")
    return content.ljust(max(LEAST, 1 << (len(content) - 1).bit_length()))


def unpack(content: bytes, form: Form, today: date | None = None) -> Opened:
    """What is in the content of a sealed file. Raises RefusedError."""
    try:
        found = msgspec.json.decode(content, type=_Content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise RefusedError("other") from None
    if found.format > FORMAT:
        raise RefusedError("newer")
    try:
        return Opened(loads(bytes(found.notes), form, "notes", today), frozenset(found.settled))
    except CaseError as error:
        raise RefusedError("unlike_form", wrong=error) from None


__all__ = ["Opened", "available", "is_sealed", "look_at", "pack", "seal", "unpack", "unseal"]
