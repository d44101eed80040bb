"""The steps of a plan in the order in which they are told, and what each of them waits for."""

from __future__ import annotations

from collections.abc import Mapping

from vyrai.reach import HERE, HOME, LEFT, SAVED, Placed, Plan, Step

_UNTOLD = frozenset({HERE, SAVED})
"""Steps that only the reckoning needs."""


def needs_of(plan: Plan, steps: Mapping[str, Step]) -> dict[str, list[str]]:
    """Of each step those that must be over before: what it uses, and the crossing for what is there.

    steps: those of the problem by name.
    """
    crossing = next((one.step for one in plan.steps if steps[one.step].moves_to is not None), None)
    there = None if crossing is None else steps[crossing].moves_to
    needs: dict[str, list[str]] = {one.step: [] for one in plan.steps if one.step not in _UNTOLD}
    for use in plan.uses:
        if use.made_by is not None and _UNTOLD.isdisjoint((use.step, use.made_by)):
            needs[use.step].append(use.made_by)
    if crossing is None or crossing == HERE:
        return needs
    for name, before in needs.items():
        if steps[name].place == there:
            before.append(crossing)
        if LEFT in steps[name].yields:
            # It is one journey: nobody sets out before all is ready that lets them in.
            before += [made for made in needs[crossing] if made != name]
    return needs


def in_order(plan: Plan, needs: Mapping[str, list[str]], steps: Mapping[str, Step]) -> list[Placed]:
    """The steps by their day, and on one day each behind those that it needs; else what is done at home
    first, as a stamp before its translation.
    """
    depth = dict.fromkeys(needs, 0)
    shown = [placed for placed in plan.steps if placed.step in needs]
    for _ in plan.steps:  # no chain is longer than all steps
        depth = {name: max((depth[made] + 1 for made in of), default=0) for name, of in needs.items()}

    def order(placed: Placed) -> tuple[int, int, bool, str]:
        name = placed.step
        return placed.start, depth[name], steps[name].place != HOME, name

    return sorted(shown, key=order)
