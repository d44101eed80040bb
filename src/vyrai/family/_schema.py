"""JSON Schema (2020-12) of the case file, made from the form."""

from __future__ import annotations

from typing import Any

from vyrai.family._case import REASONS, VERSION
from vyrai.family._form import ROOT, Field, Form

__all__ = ["schema"]

_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_ALIAS = {"type": "string", "pattern": r"^[^\s\d_][^\s]{0,23}$"}


def schema(form: Form) -> dict[str, Any]:
    """The schema of a case written as JSON.

    What it cannot say (a real day, an alias that exists) is checked by `loads` alone.
    """
    root = _record(form, ROOT)
    root["properties"] = {
        "case": {"const": VERSION},
        "lang": {"type": "string", "pattern": "^[a-z]{2,3}$"},
        **root["properties"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Case file",
        "description": "One family's answers. A missing one was not asked, {unknown: reason} leaves it open.",
        **root,
        "$defs": {
            "unknown": {
                "type": "object",
                "properties": {"unknown": {"enum": list(REASONS)}},
                "required": ["unknown"],
                "additionalProperties": False,
            },
            "complete": {
                "anyOf": [
                    {"type": "boolean"},
                    {"enum": ["yes", "no", "unknown"]},
                    {"$ref": "#/$defs/unknown"},
                ]
            },
            **{
                f"codes.{name}": {"enum": list(codes)}
                for name, codes in form.codes.items()
                if _used(form, name)
            },
            **{entity: _record(form, entity) for entity in form.entities if entity != ROOT},
        },
    }


def _used(form: Form, name: str) -> bool:
    return any(
        field.codes == name and not field.open
        for fields in form.entities.values()
        for field in fields.values()
    )


def _record(form: Form, entity: str) -> dict[str, Any]:
    fields = form.entities[entity]
    properties = {name: _field(field) for name, field in fields.items()}
    made: dict[str, Any] = {"type": "object", "properties": properties}
    required = [name for name, field in fields.items() if field.required]
    if required:
        made["required"] = required
    return made | {"additionalProperties": False}


def _field(field: Field) -> dict[str, Any]:
    value = _value(field)
    answers = [*(value.pop("anyOf") if "anyOf" in value else [value])]
    if not field.required:
        answers += [{"$ref": "#/$defs/unknown"}, {"type": "null"}]
    said: dict[str, Any] = {"anyOf": answers} if len(answers) > 1 else dict(answers[0])
    return {"description": field.text["en"], **said}


def _value(field: Field) -> dict[str, Any]:
    kind = field.kind
    if kind == "list":
        items = {"type": "array", "items": {"$ref": f"#/$defs/{field.of}"}}
        told = {
            "type": "object",
            "properties": {"complete": {"$ref": "#/$defs/complete"}, "items": items},
            "minProperties": 1,
            "additionalProperties": False,
        }
        return {"anyOf": [items, told]}
    if kind == "number":
        number: dict[str, Any] = {"type": "number"} | (
            {} if field.least is None else {"minimum": field.least}
        )
        ends = {
            "type": "object",
            "properties": {"lo": number, "hi": number},
            "minProperties": 1,
            "additionalProperties": False,
        }
        return {"anyOf": [number, ends]}
    if kind == "yesno":
        return {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}
    if kind == "date":
        if field.exact:
            return {"type": "string", "pattern": _DAY}
        year = {"type": "integer", "minimum": 1850, "maximum": 2200}
        text = {"type": "string", "pattern": _DATE}
        return {"anyOf": [text, year, *([{"const": "open"}] if field.open_end else [])]}
    one: dict[str, Any] = {"type": "string"}
    if kind in ("alias", "aliases"):
        one = _ALIAS
    elif field.codes is not None and not field.open:
        one = {"$ref": f"#/$defs/codes.{field.codes}"}
        one = {"anyOf": [one, {"const": "none"}]} if field.none else one
    return {"type": "array", "items": one} if kind in ("codes", "aliases") else one
