"""Join what was read of an atlas into one canonical JSON document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from vyrai.rules import Node
from vyrai.world import _passports as passports
from vyrai.world._files import FileRead
from vyrai.world._translations import lay_over, texts_of
from vyrai.world._values import bounds

FORMAT = 1
LISTS = (
    "countries", "documents", "events", "facts", "languages", "needs", "places", "provisions", "questions",
    "rights", "routes", "statuses", "steps", "takings", "units", "open_questions", "unused", "translations",
)  # fmt: skip
KEYS = {
    "countries": "country", "documents": "document", "events": "event", "facts": "fact",
    "languages": "language", "needs": "need", "places": "place",
    "provisions": "provision", "questions": "question", "rights": "right", "routes": "route",
    "statuses": "status", "steps": "step", "takings": "taking", "units": "unit",
}  # fmt: skip


def join(files: Iterable[FileRead]) -> dict[str, Any]:
    """All records by section, in the order of the files, each with its `id`, folder and file."""
    atlas: dict[str, Any] = {section: [] for section in LISTS}
    atlas["codes"], atlas["passports"] = {}, {}
    used: dict[str, list[list[str]]] = defaultdict(list)
    for file in files:
        if file.section in ("codes", "passports"):
            atlas[file.section].update(file.records or {})
        elif file.section:
            atlas[file.section].extend(_placed(record, file) for record in file.records if record is not None)
        for kind, name, _, owner, owner_id, use in file.refs:
            if kind == "fact" and [owner, owner_id, use] not in used[name]:
                used[name].append([owner, owner_id, use])
    atlas["used"] = {name: sorted(uses) for name, uses in used.items()}
    return atlas


def _placed(record: dict[str, Any], file: FileRead) -> dict[str, Any]:
    key = KEYS.get(file.section)
    placed = {name: value for name, value in record.items() if name != key}
    if key is not None:
        placed["id"] = record.get(key)
    for asked in ("requirements", "requires"):
        if placed.get(asked):
            placed[asked] = [_named(one) for one in placed[asked] if one is not None]
    return {**placed, "folder": file.country, "file": file.file}


def _named(requirement: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in requirement.items() if name != "requirement"}
    return {**rest, "id": requirement.get("requirement")}


def finish(atlas: dict[str, Any]) -> bytes:
    """The document as bytes, each text in every language."""
    atlas["translated"] = lay_over(atlas.pop("translations"), texts_of(atlas))
    return in_english(atlas)


def in_english(atlas: dict[str, Any]) -> bytes:
    """The document as bytes: dates of doors and events filled from their facts, sorted, with its version.

    Its texts stay as they were read, and what is said of translations is left out.
    """
    atlas.pop("translations", None)
    by_id = {fact["id"]: fact for fact in atlas["facts"]}
    for route in atlas["routes"]:
        for door in route["door"]:
            door["when"] = dates_of(door["when"], by_id.get(door["fact"]))
    for event in atlas["events"]:
        event["when"] = dates_of(event["when"], by_id.get(event["fact"]))
    for section in LISTS:
        if section in KEYS and section != "questions":
            atlas[section].sort(key=lambda record: str(record["id"]))
    seen = atlas.pop("passports")
    if seen:
        atlas["passports"] = passports.finish(seen)
    days = [claim["as_of"] for fact in atlas["facts"] for claim in fact["claims"]]
    head = {
        "format": FORMAT,
        "newest": max((day[0] for day in days), default=0),
        "oldest": min((day[0] for day in days), default=0),
    }
    body = msgspec.json.encode({**head, **atlas})  # files are read by name; a code list keeps its own order
    return b'%b,"version":"%b"}' % (body[:-1], sha256(body).hexdigest().encode())


def packed(document: bytes) -> bytes:
    """The document as `decode` takes it: each fact under its id, so that one is found without the others.

    The version is that of the document as `finish` made it, however it is packed.
    """
    parts = msgspec.json.decode(document, type=dict[str, msgspec.Raw])
    facts = msgspec.json.decode(parts["facts"], type=list[msgspec.Raw])
    named = {msgspec.json.decode(fact, type=_Named).id: fact for fact in facts}
    return msgspec.json.encode({**parts, "facts": named})


def without_examples(document: bytes) -> bytes:
    """The document without the examples of requirements, which only the check of a folder tries: they are
    half of what the routes take.
    """
    parts = msgspec.json.decode(document, type=dict[str, msgspec.Raw])
    routes = msgspec.json.decode(parts["routes"], type=list[dict[str, msgspec.Raw]])
    for route in routes:
        asked = msgspec.json.decode(route.get("requirements", b"[]"), type=list[dict[str, msgspec.Raw]])
        lean = [{key: part for key, part in one.items() if key != "examples"} for one in asked]
        route["requirements"] = msgspec.Raw(msgspec.json.encode(lean))
    return msgspec.json.encode({**parts, "routes": routes})


class _Named(msgspec.Struct):
    id: str


def laid_in(document: bytes, trees: Mapping[str, Node]) -> bytes:
    """The document with its rules already read: they follow from it and are no part of its version."""
    return b'%b,"trees":%b}' % (document[:-1], msgspec.json.encode(trees))


def dates_of(when: dict[str, Any], fact: dict[str, Any] | None) -> list[int | None]:
    """A span whose missing ends are those of the fact's only claim; it holds on the day that was said."""
    claims = fact["claims"] if fact else []
    said = max((claim["as_of"] for claim in claims), key=lambda day: day[1], default=None)
    own = claims[0].get("valid") if len(claims) == 1 else None
    span = bounds(when, said)
    if own is not None:
        begin = own[:2] if when.get("from") is None else span[:2]
        end = own[2:] if when.get("to") is None else span[2:]
        return [*begin, *end]
    return span
