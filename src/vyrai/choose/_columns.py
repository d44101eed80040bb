"""The other columns of a row: language, danger, what facts say in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, cast

from vyrai.choose._words import partial
from vyrai.choose.model import Danger, Language, Mark, Text
from vyrai.law import Chain, Family, Law
from vyrai.law.record import span
from vyrai.world import Country, World

Band = Literal["known", "same_group", "same_family", "unrelated"]
_BANDS: tuple[Band, ...] = ("known", "same_group", "same_family", "unrelated")


def spoken(family: Family) -> dict[str, list[str]]:
    """Languages that somebody in the family surely speaks, and the aliases of who does."""
    found: dict[str, list[str]] = {}
    for member in family.people["person"]:
        for prefix in family.lists.get(f"{member}.languages", ()):
            language, level = family.known.get(f"{prefix}.language"), family.known.get(f"{prefix}.level")
            speaking = family.known.get(f"{prefix}.speaking")
            # Who understands a language and speaks nothing of it does not speak it.
            mute = any(said is not None and said[0][1] == 0 for said in (level, speaking))
            if language is not None and not mute and (level is None or level[0][0] > 0):
                found.setdefault(language[0], []).append(family.answers.labels[member])
    return found


def languages(law: Law, family: Family, country: Country) -> tuple[Language, ...]:
    """Each language of a country: who speaks it, else the nearest that somebody speaks."""
    speakers, listed = spoken(family), {one.id: one for one in law.atlas.languages}
    result = []
    for code in country.languages:
        band: Band | None = None
        nearest: str | None = None
        for known in sorted(speakers):
            at = "known" if known == code else _band(listed, known, code)
            if at in _BANDS and (band is None or _BANDS.index(at) < _BANDS.index(band)):
                band, nearest = at, known
        script = listed[code].script if code in listed else None
        scripts = {listed[one].script for one in speakers if one in listed}
        facts = [listed[one].fact for one in (code, nearest or "") if one in listed]
        result.append(
            Language(
                language=code,
                title=_title(law, code),
                speaks=tuple(speakers.get(code, ())),
                level=country.columns.get("language_level", ()),
                nearest=nearest,
                nearest_title=None if nearest is None else _title(law, nearest),
                band=band,
                new_script=None if script is None or not scripts else script not in scripts,
                facts=tuple(dict.fromkeys(one for one in facts if one is not None)),
            )
        )
    return tuple(result)


def _band(listed: Mapping[str, object], known: str, code: str) -> Band | None:
    for here, there in ((known, code), (code, known)):
        for near in getattr(listed.get(here), "near", ()):
            if near.to == there and near.band in _BANDS:
                return cast(Band, near.band)
    return None


def _title(law: Law, code: str) -> Text:
    coded = law.atlas.codes["languages"].codes.get(code, {}) if "languages" in law.atlas.codes else {}
    return {name: text for name, text in coded.items() if isinstance(text, str)} or {"en": code}


def danger(law: Law, world: World, chain: Chain, country: Country) -> Danger:
    """The most dangerous step of the links that lead in; up to the highest where one is not told."""
    steps = [law.atlas.step(name) for link in chain.links[: chain.entry] for name in link.route.steps]
    levels = [step.danger.level for step in steps if step.danger is not None]
    told = steps and all(step.danger is not None for step in steps)
    facts = [step.danger.fact for step in steps if step.danger is not None and step.danger.fact is not None]
    texts = [step.danger.text for step in steps if step.danger is not None and step.danger.text is not None]
    learns = {str(sorted(who.items())): who for step in steps for who in step.who_learns}
    return Danger(
        level=span(max(levels, default=0), max(levels, default=0) if told else 4, "of 4", facts),
        texts=tuple(texts),
        who_learns=tuple(learns.values()),
        facts=tuple(dict.fromkeys((*facts, *country.columns.get("danger_way", ())))),
    )


def marked(family: Family, names: Iterable[str]) -> str | None:
    """The prefix of the family's mark beside a place or one of its routes; the last one written counts."""
    wanted = set(names)
    prefixes = family.lists.get("marks", ())
    found = [one for one in prefixes if family.known.get(f"{one}.what", ("",))[0] in wanted]
    return found[-1] if found else None


def mark(family: Family, names: Iterable[str], stands: str | None) -> Mark | None:
    """The family's mark as a record."""
    prefix = marked(family, names)
    written = None if prefix is None else family.known.get(f"{prefix}.mark")
    if written is None:
        return None
    keeps, until = family.known.get(f"{prefix}.keeps_open"), family.known.get(f"{prefix}.until")
    return Mark(
        mark=str(written[0]),
        keeps_open=None if keeps is None else str(keeps[0]),
        until=None if until is None else partial(*until[0]),
        stands=stands,
    )
