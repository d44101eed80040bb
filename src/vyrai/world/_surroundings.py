"""What only shows between places, provisions and steps: of which country they are, and what lies in what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem

Record = dict[str, Any]


def problems(atlas: Record) -> Iterator[Problem]:
    """Places of another country, regions that lie in a town or in themselves, one thing told twice."""
    places = {one["id"]: one for one in atlas["places"]}
    folders = {one["id"]: one["folder"] for name in ("provisions", "steps") for one in atlas[name]}
    for place in atlas["places"]:
        yield from _around(place, places)
        yield from _here(place, folders)
    for provision in atlas["provisions"]:
        for name in provision.get("in") or ():
            if name in places and places[name]["folder"] != provision["folder"]:
                yield _elsewhere(provision, provision["line"], f"the place `{name}`")


def _around(place: Record, places: dict[str, Record]) -> Iterator[Problem]:
    """What is wrong with the region in which a place lies."""
    outer = places.get(place.get("within") or "")
    if outer is None:
        return
    if outer["folder"] != place["folder"]:
        yield _elsewhere(place, place["line"], f"the place `{outer['id']}`")
    elif outer["kind"] != "region" or outer.get("within"):
        yield Problem(
            place["file"],
            place["line"],
            f"`{place['id']}` lies in `{outer['id']}`, which is no region of the country itself",
            "What is known of the region counts in the place; it is looked up one step outward.",
            "Under `within:` name a region that lies in no other place.",
        )


def _here(place: Record, folders: dict[str, str]) -> Iterator[Problem]:
    told: set[str] = set()
    for differs in place.get("here") or ():
        for kind in ("provision", "step"):
            name = (differs or {}).get(kind)
            if name is None:
                continue
            if folders.get(name, place["folder"]) not in ("", place["folder"]):
                yield _elsewhere(place, differs["line"], f"the {kind} `{name}`")
            if name in told:
                yield Problem(
                    place["file"],
                    differs["line"],
                    f"`{place['id']}` speaks of `{name}` twice",
                    "Only one of the two would be reckoned with.",
                    "Make one of both.",
                )
            told.add(name)


def _elsewhere(record: Record, line: int, what: str) -> Problem:
    return Problem(
        record["file"],
        line,
        f"`{record['id']}` names {what}, of another country",
        "A place, and what is offered there, belong to one country.",
        "Name one of the same folder.",
    )
