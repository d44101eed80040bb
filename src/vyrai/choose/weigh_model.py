"""What the view of ways of weighing is: plain records, alike for every face."""

from __future__ import annotations

from typing import Literal

from vyrai.choose.model import Basis, Number, Record, Text, Way

Band = Literal["none", "hardly", "few", "some", "half", "most", "nearly"]
"""For how many ways of weighing: none at all, hardly any, few, some, about half, most, nearly all."""
Known = Literal["known", "partly", "unknown"]


class Share(Record, frozen=True, kw_only=True):
    """A share of all ways of weighing. Two bands where it lies so near a border that a draw could move it."""

    share: Number
    bands: tuple[Band, ...]


class Reading(Record, frozen=True, kw_only=True):
    """What one place says of one criterion: from lo to hi, which it may be drawn as."""

    criterion: str
    lo: Number
    hi: Number
    known: Known


class Criterion(Record, frozen=True, kw_only=True):
    """One thing that is weighed; less is better in all. `best` and `worst` are the ends of its scale.

    known, partly, unknown: in how many places. same: it is alike everywhere, and tells no places apart.
    matters: it is asked to be among the three that weigh most.
    """

    name: str
    unit: str
    best: Number
    worst: Number
    known: int
    partly: int
    unknown: int
    same: bool
    matters: bool


class Weighed(Record, frozen=True, kw_only=True):
    """One place: for how many ways of weighing it comes first.

    surely: whatever the unknown turns out to be; at_most: if the unknown turns out as it is best for it.
    ranks: the shares in which it comes first, second and third; ties are shared.
    central: the mean weights where it comes first. suits: what weighs more there than it does otherwise.
    confidence: how often it comes first by just those weights, over what is unknown. Without `central` or
    `confidence` it never, or too seldom, comes first to say so.
    """

    country: str
    title: Text
    way: Way
    chain: tuple[str, ...]
    titles: tuple[Text, ...]
    first: Share
    surely: Share
    at_most: Share
    among_three: Share
    ranks: tuple[Number, Number, Number]
    central: dict[str, Number] | None
    suits: tuple[str, ...]
    confidence: Share | None
    readings: tuple[Reading, ...]


class LeftOut(Record, frozen=True, kw_only=True):
    """A country that is not weighed, and why."""

    country: str
    title: Text
    why: Literal["closed", "red_line", "crossed", "no_way_in"]


class Weighing(Record, frozen=True, kw_only=True):
    """For how many ways of weighing each place comes first. It is no ranking: places stand by the alphabet.

    samples: how many ways of weighing were drawn, each with its draw of what is unknown; bounds: of how many
    of them `surely` and `at_most` were reckoned. error: the largest standard error of a share.
    settled: the ways of weighing for which the unknown cannot change which place comes first.
    """

    format: int = 1
    basis: Basis
    matters: tuple[str, ...]
    samples: int
    bounds: int
    error: Number
    settled: Share
    criteria: tuple[Criterion, ...]
    places: tuple[Weighed, ...]
    left_out: tuple[LeftOut, ...]
    in_words_only: tuple[str, ...]
