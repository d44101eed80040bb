"""The form: which questions there are, of which type, with which answers to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

__all__ = ["ROOT", "Field", "Form", "Kind"]

ROOT = "family"
Kind = Literal["yesno", "code", "codes", "level", "number", "date", "text", "alias", "aliases", "list"]
_YES = ("yes", True)
_CHECKS = ("names", "not_future", "exact", "open_end", "none")


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One question.

    kind: as in the form; an alias question with `many` is of kind `aliases`. codes: name of the code list.
    none: `none` may be said.
    of: the entity of the items of a list. unit, unit_from, per: of a number. whole: a plain list is complete.
    older: (field with the role, pairs of roles of which the first is born before the second). group: (field
    of the items of a list, the group to which its code belongs); once: field whose answer no two items share.
    """

    entity: str
    name: str
    kind: Kind
    text: Mapping[str, str]
    why: Mapping[str, str]
    codes: str | None = None
    of: str | None = None
    unit: str | None = None
    unit_from: str | None = None
    per: str | None = None
    burden: int = 1
    danger: int = 0
    sensitive: bool = False
    required: bool = False
    whole: bool = False
    open: bool = False
    names: bool = False
    not_future: bool = False
    exact: bool = False
    open_end: bool = False
    none: bool = False
    least: int | None = None
    not_before: str | None = None
    older: tuple[str, tuple[tuple[str, str], ...]] | None = None
    group: tuple[str, str] | None = None
    once: str | None = None

    @property
    def id(self) -> str:
        """ENTITY.FIELD."""
        return f"{self.entity}.{self.name}"


class Form:
    """All questions by entity, and all code lists.

    entities: entity -> field name -> Field, in the order of the form; `family` is the root.
    codes: list -> code -> its data (texts by language, and more).
    ordered: the lists that go from least to most.
    bound, aged: of each entity the fields that are required or may not lie before another; those that tell
    ages.
    """

    __slots__ = ("_ranks", "aged", "bound", "codes", "entities", "ordered")

    def __init__(
        self,
        entities: Mapping[str, Mapping[str, Field]],
        codes: Mapping[str, Mapping[str, Mapping[str, Any]]],
        ordered: frozenset[str],
    ) -> None:
        self.entities, self.codes, self.ordered = entities, codes, ordered
        self.bound, self.aged = dict[str, tuple[Field, ...]](), dict[str, tuple[Field, ...]]()
        for entity, fields in entities.items():
            self.bound[entity] = tuple(one for one in fields.values() if one.required or one.not_before)
            self.aged[entity] = tuple(one for one in fields.values() if one.older)
        self._ranks = {name: {code: rank for rank, code in enumerate(codes[name])} for name in ordered}

    @classmethod
    def from_data(cls, questions: Sequence[Mapping[str, Any]], codes: Mapping[str, Any]) -> Form:
        """Build the form from decoded questions.yaml and codes.yaml.

        A code list is CODE -> {en, ru, ...}, with `ordered: true` in it or compiled as {ordered, codes}.
        Lists for `open` questions (statuses, steps, places, judgements) may be added by the caller; without
        them any id is taken. Raises ValueError that names the question.
        """
        lists: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        ordered = set[str]()
        for name, data in codes.items():
            inner = data.get("codes") if isinstance(data.get("ordered", False), bool) else None
            if data.get("ordered") in _YES:
                ordered.add(name)
            entries = data if inner is None or "en" in inner else inner
            lists[name] = {str(code): of for code, of in entries.items() if code != "ordered"}
        entities: dict[str, dict[str, Field]] = {}
        for question in questions:
            field = _field(question)
            fields = entities.setdefault(field.entity, {})
            if field.name in fields:
                raise ValueError(f"question {field.id}: asked twice")
            fields[field.name] = field
        form = cls(entities, lists, frozenset(ordered))
        form._verify()
        return form

    def _verify(self) -> None:
        for fields in self.entities.values():
            for field in fields.values():
                coded = field.kind in ("code", "codes", "level") and not field.open
                if coded and field.codes not in self.codes:
                    raise ValueError(f"question {field.id}: no code list {field.codes}")
                if field.kind == "level" and field.codes not in self.ordered:
                    raise ValueError(f"question {field.id}: the code list {field.codes} is not ordered")
                if field.kind == "list" and field.of not in self.entities:
                    raise ValueError(f"question {field.id}: no question is about the record kind {field.of}")
                for within in (field.once, field.group and field.group[0]):
                    if within and within not in self.entities.get(field.of or "", {}):
                        raise ValueError(f"question {field.id}: no question {field.of}.{within}")
                if field.group:
                    self._verify_groups(field, *field.group)
                for beside in (field.unit_from, field.not_before, field.older and field.older[0]):
                    if beside and beside not in fields:
                        raise ValueError(f"question {field.id}: no question {field.entity}.{beside}")
        if ROOT not in self.entities:
            raise ValueError(f"no question is about the {ROOT}")

    def _verify_groups(self, field: Field, name: str, group: str) -> None:
        """Each code that the items may have belongs to a list about the same, or to every list."""
        listed = self.entities[field.entity].values()
        known = {one.group[1] for one in listed if one.group and one.group[0] == name and one.of == field.of}
        for code, data in self.codes[self.entities[field.of or ""][name].codes or ""].items():
            if data.get("group", group) not in known:
                raise ValueError(f"question {field.id}: the code {code} is of no group that a list is for")

    def rank(self, codes: str, code: str) -> int:
        """Place of a code in an ordered list, the least being 0."""
        return self._ranks[codes][code]

    def field(self, id_: str) -> Field:
        """The question ENTITY.FIELD. Raises KeyError."""
        entity, _, name = id_.partition(".")
        return self.entities[entity][name]

    def at(self, key: str) -> Field:
        """The question of a flat key: `family.host`, `members`, `members/0.statuses/1.from`.

        Raises KeyError.
        """
        if "/" not in key:
            name = key.removeprefix(ROOT + ".")
            return self.entities[ROOT][name]
        head, _, rest = key.partition("/")
        field = self.entities[ROOT][head]
        for part in rest.split(".")[1:]:
            field = self.entities[field.of or ""][part.partition("/")[0]]
        return field

    def signature(self) -> dict[str, dict[str, dict[str, Any]]]:
        """What a rule may name: {entity: {field: {type, codes, ordered, unit, unit_from, per, list}}}.

        An alias is a code of no list, aliases are a set of such codes.
        """
        as_code = {"alias": "code", "aliases": "codes"}
        return {
            entity: {
                name: {
                    "type": as_code.get(field.kind, field.kind),
                    "codes": field.codes,
                    "ordered": field.codes in self.ordered,
                    "unit": field.unit,
                    "unit_from": field.unit_from,
                    "per": field.per,
                    "list": field.of,
                }
                for name, field in fields.items()
            }
            for entity, fields in self.entities.items()
        }


def _field(question: Mapping[str, Any]) -> Field:
    id_ = str(question.get("question", ""))
    entity, _, name = id_.partition(".")
    checks: Mapping[str, Any] = question.get("checks") or {}
    kind = question.get("type")
    older = checks.get("older")
    try:
        return msgspec.convert(
            {
                "entity": entity,
                "name": name,
                "kind": "aliases" if kind == "alias" and checks.get("many") in _YES else kind,
                "text": question.get("text"),
                "why": question.get("why") or {},
                "codes": question.get("codes"),
                "of": question.get("list"),
                "unit": question.get("unit"),
                "unit_from": question.get("unit_from"),
                "per": checks.get("per"),
                "burden": question.get("burden", 1),
                "danger": question.get("danger", 0),
                "whole": question.get("complete") in _YES,
                **{flag: question.get(flag) in _YES for flag in ("sensitive", "required", "open")},
                **{flag: checks.get(flag) in _YES for flag in _CHECKS},
                "least": checks.get("min"),
                "not_before": checks.get("not_before"),
                "older": older and (older["by"], older["order"]),
                "group": checks.get("group"),
                "once": checks.get("once"),
            },
            Field,
        )
    except msgspec.ValidationError as error:
        raise ValueError(f"question {id_}: {error}") from error
