"""What only shows across files: ids twice, steps nobody takes, statuses nobody gives, units that differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vyrai.world._compile import dates_of
from vyrai.world._exceptions import problems as exceptions
from vyrai.world._locks import problems as locks
from vyrai.world._outcomes import problems as outcomes
from vyrai.world._posts import problems as posts
from vyrai.world._problems import Problem, nearest
from vyrai.world._rings import problems as rings
from vyrai.world._rounds import problems as rounds
from vyrai.world._supports import problems as supports
from vyrai.world._surroundings import problems as surroundings

Record = dict[str, Any]
_NAMED = {
    "facts": "fact",
    "routes": "route",
    "statuses": "status",
    "steps": "step",
    "documents": "document",
    "events": "event",
    "units": "unit",
    "questions": "question",
    "countries": "country",
    "languages": "language",
    "rights": "right",
    "needs": "need",
    "provisions": "provision",
    "places": "place",
    "takings": "taking",
}


def cross(atlas: dict[str, Any]) -> list[Problem]:
    """All problems between records."""
    return [
        *_twice(atlas),
        *_folders(atlas),
        *_steps(atlas),
        *_times(atlas),
        *_backwards(atlas),
        *_statuses(atlas),
        *_values(atlas),
        *_units(atlas),
        *_questions(atlas),
        *exceptions(requirements(atlas)),
        *supports(atlas),
        *outcomes(atlas),
        *posts(atlas),
        *locks(atlas),
        *surroundings(atlas),
        *rings(atlas),
        *rounds(atlas),
        *_unused(atlas),
    ]


def _at(record: Record, what: str, why: str, todo: str, grave: bool = True) -> Problem:
    return Problem(record["file"], record["line"], what, why, todo, grave)


def requirements(atlas: dict[str, Any]) -> Iterator[Record]:
    """All requirements, each with the file of what it is asked for."""
    for section, key in (("routes", "requirements"), ("provisions", "requires")):
        for record in atlas[section]:
            for requirement in record.get(key) or ():
                yield {**requirement, "file": record["file"]}


def _twice(atlas: dict[str, Any]) -> Iterator[Problem]:
    groups = [(kind, atlas[section]) for section, kind in _NAMED.items()]
    groups.append(("requirement", list(requirements(atlas))))
    for kind, records in groups:
        first: dict[Any, Record] = {}
        for record in records:
            if record["id"] in first:
                other = first[record["id"]]
                yield _at(
                    record,
                    f"the {kind} `{record['id']}` is there twice",
                    f"The other one is in {other['file']}:{other['line']}; nobody could say which is meant.",
                    "Make both into one (a fact may have several claims), or give this one another id.",
                )
            first.setdefault(record["id"], record)


def _folders(atlas: dict[str, Any]) -> Iterator[Problem]:
    folders = {record["folder"] for section in ("facts", "countries") for record in atlas[section]} - {""}
    whole = {folder.lower() for folder in folders}
    for section in ("facts", "routes", "statuses", "provisions", "places", "takings"):
        for record in atlas[section]:
            prefix = str(record["id"]).split(".")[0]
            wanted = record["folder"].lower()
            if wanted and prefix != wanted:
                yield _at(
                    record,
                    f"the id `{record['id']}` does not begin with its folder's country",
                    "The beginning of an id tells where to look it up.",
                    f"Call it `{wanted}.{str(record['id']).partition('.')[2] or record['id']}`, or move it.",
                )
            elif not wanted and prefix in whole:
                yield _at(
                    record,
                    f"the id `{record['id']}` begins with a country and is not in its folder",
                    "The beginning of an id tells where to look it up.",
                    f"Move it to {prefix.upper()}/facts/, or begin it with what it is about.",
                )
    for record in atlas["countries"]:
        if record["id"] != record["folder"]:
            yield _at(
                record,
                f"the folder {record['folder']} says it is the country `{record['id']}`",
                "Routes belong to the country of their folder.",
                f"Write country: {record['folder']}, or rename the folder.",
            )


def _steps(atlas: dict[str, Any]) -> Iterator[Problem]:
    taken = {step for route in atlas["routes"] for step in route.get("steps") or ()}
    for record in (*atlas["routes"], *atlas["steps"]):
        for outcome in (record.get("outcomes") or {}).values():
            taken.update((outcome or {}).get("steps") or ())
    for step in atlas["steps"]:
        if step["id"] not in taken:
            yield _at(
                step,
                f"no route takes the step `{step['id']}`",
                "A step that no route reaches is never shown to anybody.",
                "Name it under `steps:` of a route or of an outcome, or remove it.",
            )


def _times(atlas: dict[str, Any]) -> Iterator[Problem]:
    for route in atlas["routes"]:
        if (route.get("prior") or {}).get("times") and not (route.get("gives") or {}).get("status"):
            yield _at(
                route,
                f"the route `{route['id']}` says how often it may follow, but gives no status",
                "How often it was used is told by how often the status that it gives was had.",
                "Name the status under `gives:`, or take `times` out.",
            )


def _backwards(atlas: dict[str, Any]) -> Iterator[Problem]:
    """Doors and events that end before their fact lets them begin: an end that is left out is that of the
    fact's only claim.
    """
    facts = {fact["id"]: fact for fact in atlas["facts"]}
    doors = [(route, door) for route in atlas["routes"] for door in route["door"]]
    for record, one in [*doors, *((event, event) for event in atlas["events"])]:
        first, _, _, last = dates_of(one["when"], facts.get(one["fact"]))
        if first is not None and last is not None and first > last:
            yield Problem(
                record["file"],
                one["line"],
                f"this ends before the fact `{one['fact']}` begins",
                "It would never be in force: a day that is left out is that of the fact's only claim.",
                "Write both days, or name a fact that was in force in that time.",
            )


def _statuses(atlas: dict[str, Any]) -> Iterator[Problem]:
    given = {(route.get("gives") or {}).get("status") for route in atlas["routes"]}
    given |= {country.get(key) for country in atlas["countries"] for key in ("home", "citizens")}
    for record in (*atlas["routes"], *atlas["steps"]):
        given.update(record.get("yields") or ())
        for outcome in (record.get("outcomes") or {}).values():
            given.update((outcome or {}).get("yields") or ())
    for status in atlas["statuses"]:
        if status["id"] not in given:
            yield _at(
                status,
                f"nobody gives the status `{status['id']}`",
                "A status that no route, step or outcome leads to opens its rights to nobody.",
                "Name it under `gives:` of a route, `yields:` of a step, `home:` or `citizens:` of a "
                "country; or remove it.",
            )


def _values(atlas: dict[str, Any]) -> Iterator[Problem]:
    ruled = {name for name, uses in atlas["used"].items() if any(use == "rule" for *_, use in uses)}
    units = {unit["id"]: unit for unit in atlas["units"]}
    for fact in atlas["facts"]:
        claims = [claim for claim in fact.get("claims") or () if claim and claim.get("value")]
        kinds = {claim["value"][0] for claim in claims}
        stated = {claim.get("unit") for claim in claims}
        for name, seen, wrong in (
            ("units", stated, len(stated) > 1 and fact["id"] in ruled),
            ("kinds of value", kinds, len(kinds) > 1),
        ):
            if wrong:
                written = ", ".join(sorted(str(one or "none") for one in seen))
                yield _at(
                    fact,
                    f"the claims of `{fact['id']}` have different {name}: {written}",
                    "A rule compares every claim in force with the same thing.",
                    "Convert the values, or make a fact of its own for the other kind.",
                )
        yield from _codes(fact, claims, atlas["codes"], units)


def _codes(
    fact: Record, claims: list[Record], codes: dict[Any, Record], units: dict[Any, Record]
) -> Iterator[Problem]:
    for claim in claims:
        unit = units.get(claim.get("unit"), {})
        listed = codes.get(unit.get("of") or unit.get("id"))
        if listed is None or claim["value"][0] not in ("code", "codes"):
            continue
        value = claim["value"][1]
        for code in [value] if isinstance(value, str) else value:
            if code not in listed["codes"]:
                yield _at(
                    {**fact, "line": claim["line"]},
                    f"`{code}` is not in the list of its unit `{claim['unit']}`",
                    "A rule compares codes letter by letter.",
                    nearest(code, listed["codes"]),
                )


def _units(atlas: dict[str, Any]) -> Iterator[Problem]:
    currencies = atlas["codes"].get("currencies", {}).get("codes", {})
    for unit in atlas["units"]:
        if unit.get("kind") == "money" and unit.get("of") not in currencies:
            yield _at(
                unit,
                f"the unit `{unit['id']}` is money of the unknown currency `{unit.get('of')}`",
                "Money is converted by dated rates between known currencies.",
                f"{nearest(str(unit.get('of')), currencies)} Or add it (codes.yaml, list `currencies`).",
            )


def _questions(atlas: dict[str, Any]) -> Iterator[Problem]:
    names = {str(question["id"]) for question in atlas["questions"]}
    entities = {name.partition(".")[0] for name in names}
    for question in atlas["questions"]:
        entity = str(question["id"]).partition(".")[0]
        kind = question.get("type")
        listed = atlas["codes"].get(question.get("codes"))
        if kind == "list" and question.get("list") not in entities:
            yield _at(
                question,
                f"no question belongs to the record `{question.get('list')}`",
                "A list needs to know what its records hold.",
                f"{nearest(str(question.get('list')), entities)} Or add its questions.",
            )
        if kind in ("code", "codes", "level") and listed is None and not question.get("open"):
            yield _at(
                question,
                f"there is no code list `{question.get('codes')}`",
                "The answer is chosen from a list.",
                f"{nearest(str(question.get('codes')), atlas['codes'])} Or add it to codes.yaml.",
            )
        sibling = question.get("unit_from")
        if sibling is not None and f"{entity}.{sibling}" not in names:
            yield _at(
                question,
                f"there is no question `{entity}.{sibling}` to take the unit from",
                "A sum of money means nothing without its currency.",
                nearest(f"{entity}.{sibling}", names),
            )


def _unused(atlas: dict[str, Any]) -> Iterator[Problem]:
    facts = {str(fact["id"]) for fact in atlas["facts"]}
    for entry in atlas["unused"]:
        named = [*([entry["fact"]] if entry.get("fact") else []), *(entry.get("facts") or ())]
        for name in named:
            if name not in facts:
                yield _at(
                    entry,
                    f"there is no fact `{name}`",
                    "A reason for a fact that does not exist helps nobody.",
                    nearest(str(name), facts),
                )
        if entry.get("prefix") and not any(name.startswith(entry["prefix"]) for name in facts):
            yield _at(
                entry,
                f"no fact begins with `{entry['prefix']}`",
                "A reason for facts that do not exist helps nobody.",
                "Look at the ids in the facts/ folder, or remove this entry.",
            )
