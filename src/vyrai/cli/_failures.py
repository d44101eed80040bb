"""Errors that a person can mend, as one message each."""

from __future__ import annotations

import sys

from vyrai.words import Words

_said: list[Words] = []


def speak(words: Words) -> None:
    """From here on errors are told in this language."""
    _said[:] = [words]


def spoken() -> Words:
    """The language in which errors are told."""
    return _said[0] if _said else Words("en")


def shown(error: Exception) -> str | None:
    """The message for a mistake in a case or an atlas; None for a mistake of the program.

    The engine is looked up among what is loaded: nothing is imported to tell of an error.
    """
    family, world = sys.modules.get("vyrai.family"), sys.modules.get("vyrai.world")
    if family is not None and isinstance(error, family.CaseError):
        return str(error.text(spoken()))
    if world is not None and isinstance(error, world.AtlasError):
        return str(error)
    return None
