"""What can go wrong on the ways that are not closed, the gravest first, and who would learn of the family."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.choose.model import Peril
from vyrai.law import Law, Link


def perils(law: Law, links: Iterable[Link]) -> tuple[Peril, ...]:
    """Each step of the links that is dangerous, or by which somebody learns the name, once."""
    places: dict[str, dict[str, None]] = {}
    for link in links:
        for name in link.route.steps:
            places.setdefault(name, {})[link.route.folder] = None
    found = []
    for name, countries in places.items():
        step = law.atlas.step(name)
        danger = step.danger
        level = None if danger is None else danger.level
        if level == 0 or (level is None and not step.who_learns):
            continue
        fact = () if danger is None or danger.fact is None else (danger.fact,)
        found.append(
            Peril(
                step=name,
                title=step.title,
                level=level,
                text=None if danger is None else danger.text,
                who_learns=step.who_learns,
                countries=tuple(sorted(countries)),
                facts=fact or step.cites,
            )
        )
    return tuple(sorted(found, key=lambda one: (-(one.level or 0), one.title["en"], one.step)))
