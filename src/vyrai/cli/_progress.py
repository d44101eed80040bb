"""How far long work is, on a terminal only; nothing is left of it when the work is over."""

from __future__ import annotations

import sys
from types import TracebackType

from vyrai.words import Words

_CLEAR = "\r\033[K"


class Progress:
    """One line on standard error that is written over."""

    def __init__(self, words: Words, countries: bool = False) -> None:
        """countries: what is gone through is countries, else the ways into one."""
        self.words, self.seen, self.countries = words, sys.stderr.isatty(), countries

    def __enter__(self) -> Progress:
        return self

    def tell(self, _what: str, done: int, of: int) -> None:
        """So many are done."""
        if self.seen:
            sys.stderr.write(_CLEAR + self._said(self.words, done + 1, of))
            sys.stderr.flush()

    def _said(self, w: Words, number: int, of: int) -> str:
        if self.countries:
            return w(
                "Searching: country {n} of {all}. Control-C stops and tells what was found.", n=number, all=of
            )
        return w("Searching: way {n} of {all}. Control-C stops and tells what was found.", n=number, all=of)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.seen:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
