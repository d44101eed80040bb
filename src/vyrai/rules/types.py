"""Types of the rule language, and the signature a rule is checked against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

Kind = Literal["yesno", "code", "codes", "level", "number", "date", "duration", "list", "record", "text"]


class Type(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a part of a rule is.

    `of` narrows the kind: the unit of a number or duration, the code list of a code, the scale of a level,
    the entity of a record or of the items of a list. `None` means "any" (the literals 0 and 1 have no unit).
    """

    kind: Kind
    of: str | None = None

    def __str__(self) -> str:
        words = {
            "yesno": "yes or no",
            "code": f"a code of the list {self.of}" if self.of else "a code",
            "codes": f"a set of codes of the list {self.of}" if self.of else "a set of codes",
            "level": f"a level on the scale {self.of}",
            "number": f"a number of {self.of}" if self.of else "a number",
            "date": "a date",
            "duration": f"a duration in {self.of}",
            "list": f"a list of {self.of}",
            "record": f"one {self.of}",
            "text": "free text",
        }
        return words[self.kind]


OWN = "@"
"""Before the unit of an amount: the field beside it that names its currency (`@currency/month`)."""
YESNO = Type("yesno")
DATE = Type("date")
PLAIN = Type("number")


@dataclass(frozen=True)
class Signature:
    """The names a rule may use.

    entities: entity -> field -> type; the entity `family` holds the family's own fields and lists.
    codes: code list -> its codes, in order (levels take their order from it).
    facts: fact id -> type of its value; `None` for a fact that may be cited but has no value.
    """

    entities: Mapping[str, Mapping[str, Type]]
    codes: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Type | None] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    judgements: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()


class RuleError(ValueError):
    """A rule that cannot be read: where (line and column of its text, from 1), what, why, what to do."""

    def __init__(self, what: str, *, line: int = 1, column: int = 1, why: str = "", todo: str = "") -> None:
        self.what, self.line, self.column, self.why, self.todo = what, line, column, why, todo
        super().__init__("\n".join(part for part in (f"{line}:{column}: {what}", why, todo) if part))
