"""What is wrong with a planning problem: where, what, why it matters, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vyrai.family import CaseError, Where
from vyrai.reach._messages import MESSAGES

__all__ = ["ProblemError"]


class ProblemError(CaseError):
    """A problem that cannot be planned, told as a wrong case file is, so that faces show it alike."""

    def __init__(
        self, kind: str, where: Where, path: str = "", values: Mapping[str, str] | None = None
    ) -> None:
        # A name comes from a file of any origin: what it says to a terminal is not passed on.
        shown = {
            key: "".join(sign if sign.isprintable() else "?" for sign in value)
            for key, value in (values or {}).items()
        }
        super().__init__(kind, where, path, shown)

    def _part(self, index: int, translate: Callable[[str], str]) -> str:
        return translate(MESSAGES[self.kind][index]).format_map(self.values)
