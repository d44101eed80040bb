"""Every id that a file names must exist somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from vyrai.world._cross import requirements
from vyrai.world._files import FileRead
from vyrai.world._problems import Problem, nearest

_SECTIONS = {
    "fact": "facts",
    "status": "statuses",
    "step": "steps",
    "document": "documents",
    "route": "routes",
    "provision": "provisions",
    "place": "places",
    "event": "events",
    "unit": "units",
    "country": "countries",
}
_LISTS = {
    "topic": "topics",
    "language": "languages",
    "currency": "currencies",
    "right": "rights",
    "need": "needs",
    "need group": "need_groups",
    "provision kind": "provision_kinds",
    "setting": "settings",
    "citizenship": "countries",
}
_WHERE = {
    "topic": "codes.yaml, list `topics`",
    "language": "codes.yaml, list `languages`",
    "currency": "codes.yaml, list `currencies`",
    "right": "codes.yaml, list `rights`",
    "need": "codes.yaml, list `needs`",
    "need group": "codes.yaml, list `need_groups`",
    "provision kind": "codes.yaml, list `provision_kinds`",
    "setting": "codes.yaml, list `settings`",
    "citizenship": "codes.yaml, list `countries`",
    "unit": "units.yaml",
    "document": "documents.yaml",
    "country": "the country.yaml files",
    "event": "events.yaml",
    "fact": "the facts/ folders",
    "status": "the statuses.yaml files",
    "step": "the steps.yaml files",
    "route": "the routes/ folders",
    "provision": "the provisions.yaml files",
    "place": "the places.yaml files",
    "requirement": "the routes and provisions",
    "yield": "documents.yaml and the statuses.yaml files",
}


def known_ids(atlas: dict[str, Any]) -> dict[str, set[str]]:
    """All ids by kind."""
    known = {kind: {str(record["id"]) for record in atlas[section]} for kind, section in _SECTIONS.items()}
    known["requirement"] = {str(requirement["id"]) for requirement in requirements(atlas)}
    for kind, name in _LISTS.items():
        known[kind] = set(atlas["codes"].get(name, {}).get("codes", ()))
    known["right"] |= {str(record["id"]) for record in atlas["rights"]}
    known["need"] |= {str(record["id"]) for record in atlas["needs"]}
    known["citizenship"] |= known["country"]
    known["yield"] = known["document"] | known["status"]
    return known


def is_unit(name: str, units: Collection[str], pers: Collection[str]) -> bool:
    """Whether a unit is listed, or made of a listed unit and a `per` (or unit) that is (kilometres/hour)."""
    base, slash, per = name.partition("/")
    return name in units or (bool(slash) and base in units and (per in pers or per in units))


def references(files: Iterable[FileRead], atlas: dict[str, Any]) -> list[Problem]:
    """A problem for each id that does not exist."""
    known = known_ids(atlas)
    pers = {str(unit["per"]) for unit in atlas["units"] if unit.get("per")}
    found = []
    for file in files:
        for kind, name, line, *_ in file.refs:
            if name in known[kind] or (kind == "unit" and is_unit(name, known["unit"], pers)):
                continue
            what = "document or status" if kind == "yield" else kind
            found.append(
                Problem(
                    file.file,
                    line,
                    f"there is no {what} `{name}`",
                    "What is built on it would have nothing to stand on.",
                    f"{nearest(name, known[kind])} Or add it ({_WHERE[kind]}).",
                )
            )
    return found
