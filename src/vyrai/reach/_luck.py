"""Luck: how long a step takes and whether it is refused, drawn once for each (seed, life, step, try).

Two plans that share a step meet the same luck with it, so that what differs between them is the plans, not
the dice. `random.Random` promises the same numbers on every platform and in every release for a seed; the
rest is plus, minus, times and square root, which IEEE 754 rounds in one way only.

The time is triangular between the least and the most days with its peak at the likely ones, told in whole
days. These three figures are all that offices and peers state: a triangle adds nothing to them, no tail
beyond the most that was reported (real waits have one: read P95 as "of what was reported"), and one figure
three times is a fixed time. A try after a refusal is judged afresh.
"""

from __future__ import annotations

from math import sqrt
from random import Random

from vyrai.reach.problem import Step


class Luck:
    """The draws of `lives` lives from one seed, made when first asked for and kept for the next plan."""

    def __init__(self, seed: int, lives: int) -> None:
        self.seed, self.lives = seed, lives
        self._known: dict[tuple[str, tuple[int, int, int], float | None, int], tuple[list[int], bool]] = {}

    def draws(self, step: Step, turn: int) -> list[int]:
        """Days of one try of a step in every life: d where it is granted, ~d (so less than nought) where
        refused.
        """
        return self.met(step, turn)[0]

    def met(self, step: Step, turn: int) -> tuple[list[int], bool]:
        """The same, and whether lives differ in them."""
        key = (step.id, step.days, step.refused, turn)
        known = self._known.get(key)
        if known is None:
            drawn = self._draw(step, turn)
            known = self._known[key] = drawn, min(drawn) != max(drawn)
        return known

    def _draw(self, step: Step, turn: int) -> list[int]:
        days = self._days(step, turn)
        refused = step.refused
        if not refused:
            return days
        chance = Random(f"{self.seed}/{step.id}/{turn}/refused").random  # noqa: S311 -- luck of a simulation, repeatable on purpose
        return [day if chance() >= refused else ~day for day in days]

    def _days(self, step: Step, turn: int) -> list[int]:
        least, likely, most = step.days
        if least == most:
            return [least] * self.lives
        drawn = Random(f"{self.seed}/{step.id}/{turn}/days").random  # noqa: S311 -- luck of a simulation, repeatable on purpose
        peak = (likely - least) / (most - least)
        rise, fall = (most - least) * (likely - least), (most - least) * (most - likely)
        low, high = least + 0.5, most + 0.5
        return [
            int(low + sqrt(u * rise)) if u < peak else int(high - sqrt((1 - u) * fall))
            for u in [drawn() for _ in range(self.lives)]
        ]
