"""The keys of a provision that say how a refusal may be objected to."""

from __future__ import annotations

from vyrai.world._shapes import Shape, ref, text

APPEAL: dict[str, Shape] = {"appeal": ref("fact", "provision"), "appeal_to": text}
"""appeal: a fact with the time, from the day the decision reached the family; appeal_to: the office. Either
may be left out: somebody may know to whom, and not how long.
"""
