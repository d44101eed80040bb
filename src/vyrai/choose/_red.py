"""Red lines of the family that a way crosses, or perhaps crosses; who would stay behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vyrai.choose.model import Crossing, Text
from vyrai.law import Chain, Family, Law, Link, holds_own, rights_of
from vyrai.law.chain import ENTRY, PROTECTION

SEPARATION = "left_out"
"""What breaks a red line wherever somebody of the family stays behind."""
_APART = frozenset({PROTECTION, "visa-free"})
"""Kinds of ways that each member goes in their own right, so that nobody need join anybody."""
_DATA = ("group", "breaks")


def drawn(law: Law, family: Family) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The red lines of the family: code, and what the atlas says of it."""
    for prefix in family.lists.get("red_lines", ()):
        wish = family.known.get(f"{prefix}.wish")
        if wish is not None:
            yield str(wish[0]), law.atlas.codes["wishes"].codes.get(wish[0], {})


def words(data: Mapping[str, Any]) -> Text:
    """The words of a red line."""
    return {name: text for name, text in data.items() if name not in _DATA}


def crossings(law: Law, family: Family, link: Link) -> tuple[Crossing, ...]:
    """What a link of a way crosses, as far as the atlas says what crosses a line."""
    found: list[Crossing] = []
    for code, data in drawn(law, family):
        breaks = data.get("breaks")
        if breaks == SEPARATION:
            cases = _separated(law, family, link)
        else:
            cases = iter([("kind", (), True)] if breaks == link.route.kind else [])
        found += [
            Crossing(line=code, title=words(data), how=how, members=who, sure=sure)
            for how, who, sure in cases
        ]
    return tuple(found)


def of_chain(law: Law, family: Family, chain: Chain) -> tuple[Crossing, ...]:
    """What the links that lead in cross, each thing once."""
    every = [one for link in chain.links[: chain.entry] for one in crossings(law, family, link)]
    return tuple({str(one): one for one in every}.values())


def _separated(law: Law, family: Family, link: Link) -> Iterator[tuple[Any, tuple[str, ...], bool]]:
    """Who would stay behind: surely, perhaps, or because only one may go.

    Of who all stay or all are uncertain nothing is said: nobody is parted, or the whole way is open.
    """
    everybody, verdict, kind = family.people["person"], link.verdict, link.route.kind
    if kind not in ENTRY and kind != "leaving":
        return

    def needing(names: tuple[str, ...]) -> Mapping[str, bool]:
        """Who of them needs the way, and whether that is sure; out of a country nobody is spared it."""
        if kind == "leaving":
            return dict.fromkeys(names, True)
        held = {one: holds_own(law, family, link.route.folder, link.on, one) for one in names}
        return {one: own is False for one, own in held.items() if own is not True}

    without, perhaps = needing(verdict.left_out), needing(verdict.unsure)
    out = tuple(one for one, sure in without.items() if sure)
    unsure = (*(one for one, sure in without.items() if not sure), *perhaps)
    if out and len(out) < len(everybody):
        yield "left_out", out, True
    if unsure and len(unsure) < len(everybody):
        yield "unsure", unsure, False
    if len(everybody) > 1 and not out and _alone(law, link):
        yield "alone", (), False


def _alone(law: Law, link: Link) -> bool:
    """Whether one person passes for all, and the status that is given takes no family along."""
    route, gives = link.route, link.route.gives
    one_passes = any(one.who is not None and one.who.effect == "applicant" for one in route.requirements)
    if not one_passes or route.kind in _APART or gives is None or gives.status is None:
        return False
    said = rights_of(law.atlas.status(gives.status), "family_joins", link.on.toordinal())
    return bool(said) and all(one.holds == "no" for one in said)
