"""How far long work is, on a terminal only; nothing is left of it when the work is over."""

from __future__ import annotations

import sys
from types import TracebackType

from vyrai.words import Words

_CLEAR = "\r\033[K"


class Progress:
    """One line on standard error that is written over."""

    def __init__(self, words: Words) -> None:
        self.words, self.seen = words, sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def tell(self, _what: str, done: int, of: int) -> None:
        """So many are done."""
        if self.seen:
            text = self.words(
                "Searching: way {n} of {all}. Control-C stops and tells what was found.",
                n=done + 1,
                all=of,
            )
            sys.stderr.write(_CLEAR + text)
            sys.stderr.flush()

    def country(self, _what: str, done: int, of: int) -> None:
        """So many countries are done."""
        if self.seen:
            text = self.words(
                "Searching: country {n} of {all}. Control-C stops and tells what was found.",
                n=done + 1,
                all=of,
            )
            sys.stderr.write(_CLEAR + text)
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.seen:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
