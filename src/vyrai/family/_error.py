"""The one exception of the package: what is wrong with a case file, without repeating what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from vyrai.family._messages import MESSAGES, MORE, TODO, WHY

__all__ = ["CaseError", "Where"]


class Where(msgspec.Struct, frozen=True):
    """A place in a file. Line and column count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class CaseError(ValueError):
    """A case that cannot be read.

    kind: a stable word for the kind of problem. where: the place. path: the answer it is about, as
    `members[2].birth` (counted from 1, never by alias), or empty. further: problems found after this one.
    `answer` among the values is what to write instead, a text of the catalogue too.
    """

    def __init__(
        self, kind: str, where: Where, path: str = "", values: Mapping[str, str] | None = None
    ) -> None:
        self.kind, self.where, self.path, self.further = kind, where, path, 0
        self.values = dict(values or {})
        super().__init__(kind)

    def _part(self, index: int, translate: Callable[[str], str]) -> str:
        values = dict(self.values)
        if "answer" in values:
            values["answer"] = translate(values["answer"]).format()
        return translate(MESSAGES[self.kind][index]).format_map(values)

    @property
    def what(self) -> str:
        """What is wrong, in English, without a full stop."""
        return self._part(0, str)

    @property
    def why(self) -> str:
        """Why it matters, in English."""
        return self._part(1, str)

    @property
    def todo(self) -> str:
        """What to write instead, in English."""
        return self._part(2, str)

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The whole message, three or four lines, each part passed through `translate` (gettext)."""
        place = f"{self.where}: {self.path}" if self.path else str(self.where)
        lines = [
            f"{place}: {self._part(0, translate)}",
            "  " + translate(WHY).format(text=self._part(1, translate)),
            "  " + translate(TODO).format(text=self._part(2, translate)),
        ]
        if self.further:
            lines.append("  " + translate(MORE[self.further > 1]).format(count=self.further))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()
