"""What a compiled atlas holds. Ids are text, days ordinals (`date.toordinal`), texts {language: words}."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Text = dict[str, str]
Ids = tuple[str, ...]


class Span(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A time whose ends are intervals: first day `begin_lo` to `begin_hi`, last day `end_lo` to `end_hi`.

    None is "no bound": for `begin_lo` ever before, for the others ever after.
    """

    begin_lo: int | None
    begin_hi: int | None
    end_lo: int | None
    end_hi: int | None

    def surely(self, day: int) -> bool:
        """Whether the day certainly lies within."""
        return (
            self.begin_hi is not None and self.begin_hi <= day and (self.end_lo is None or day <= self.end_lo)
        )

    def perhaps(self, day: int) -> bool:
        """Whether the day may lie within (true where it surely does)."""
        return (self.begin_lo is None or self.begin_lo <= day) and (self.end_hi is None or day <= self.end_hi)

    def breaks(self) -> tuple[int, ...]:
        """The days on which `surely` or `perhaps` may change: each differs from the day before."""
        ends = (None if end is None else end + 1 for end in (self.end_lo, self.end_hi))
        return tuple(day for day in (self.begin_lo, self.begin_hi, *ends) if day is not None)


class Source(msgspec.Struct, frozen=True, gc=False):
    """Who says it and where."""

    publisher: str
    title: str
    url: str
    lang: str | None = None


class Shown(msgspec.Struct, frozen=True, gc=False):
    """What of a claim is shown and never decides. `valid` is as written, its days [first, last]."""

    statement: Text
    source: Source
    applies_to: str | Text | None = None
    law_ref: dict[str, str] | None = None
    note: str | Text | None = None
    valid: Any = None
    as_of_unknown: bool = False


class Claim(msgspec.Struct, frozen=True, gc=False):
    """One statement of a fact.

    value: ["number", lo, hi], ["code", text], ["codes", [..]], ["date", lo, hi], ["yesno", bool] or None.
    Either `valid` (a rule) or `observed` (first and last day of an observation).
    """

    kind: Literal["law", "official", "igo", "ngo", "media", "peer"]
    confidence: Literal["high", "medium", "low"]
    as_of: tuple[int, int]
    line: int
    value: list[Any] | None = None
    unit: str | None = None
    valid: Span | None = None
    observed: tuple[int, int] | None = None
    scope: str | None = None
    raw: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"{}"), name="shown")

    @property
    def decides(self) -> bool:
        """Whether a rule may lean on it: low-confidence and peer claims are only shown."""
        return self.kind != "peer" and self.confidence != "low"

    @property
    def shown(self) -> Shown:
        """Statement, source, notes (decoded on demand)."""
        return msgspec.json.decode(self.raw, type=Shown)


class Fact(msgspec.Struct, frozen=True, gc=False):
    """An id that names what is stated, and its claims. `folder` is its country, or "" for the whole atlas."""

    id: str
    topic: str
    claims: tuple[Claim, ...]
    folder: str
    file: str
    line: int
    title: Text | None = None
    reviewed: tuple[int, int] | None = None

    @property
    def unit(self) -> str | None:
        """The unit of its values."""
        return next((claim.unit for claim in self.claims if claim.unit), None)


class For(msgspec.Struct, frozen=True, gc=False):
    """Of whom a requirement is asked, and whom a failure leaves out."""

    each: Literal["person", "adult", "child", "applicant"]
    effect: Literal["person", "family", "applicant"] = "family"


class Gives(msgspec.Struct, frozen=True, gc=False):
    """Points (a fact) for a condition."""

    when: str
    gives: str


class Gate(msgspec.Struct, frozen=True, gc=False):
    """A condition without which points do not count."""

    when: str


class Tier(msgspec.Struct, frozen=True, gc=False):
    """Another number of points needed under a condition."""

    when: str
    at_least: str


class Points(msgspec.Struct, frozen=True, gc=False):
    """A points test: the sum over `of` of the best line of each group."""

    at_least: str
    of: tuple[tuple[Gives, ...], ...]
    gates: tuple[Gate, ...] = ()
    tiers: tuple[Tier, ...] = ()


class Example(msgspec.Struct, frozen=True, gc=False):
    """A fragment of a case, a day, and what the requirement then is."""

    given: Any
    then: Literal["met", "not met", "unknown"]
    on: str | None = None
    because: Ids = ()


class Requirement(msgspec.Struct, frozen=True, gc=False):
    """One condition of a route or of a provision."""

    id: str
    wording: Text
    source: Ids
    line: int
    who: For | None = msgspec.field(default=None, name="for")
    when: str | None = None
    rule_line: int = 0
    points: Points | None = None
    unless: Ids = ()
    excluded: Ids = ()
    valid: Span | None = None
    aside: bool = False
    note: str | Text | None = None
    raw_examples: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"[]"), name="examples")

    @property
    def examples(self) -> tuple[Example, ...]:
        """Its examples (decoded on demand)."""
        return msgspec.json.decode(self.raw_examples, type=tuple[Example, ...])
