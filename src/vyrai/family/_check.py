"""Nodes to a case: the form decides what each written answer means and whether it can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from vyrai.family._case import REASONS, VERSION, Answer, Case, Many, Record, Span, Unknown
from vyrai.family._dates import days
from vyrai.family._error import CaseError, Where
from vyrai.family._form import ROOT, Field, Form
from vyrai.family._node import Items, Node, Pairs, Text
from vyrai.family._scalars import KINDS, Wrong, near, number, scalar

__all__ = ["check"]

_HEAD = ("case", "lang")
_TAG = re.compile(r"[a-z]{2,3}")


def check(node: Node | None, form: Form, name: str, today: date | None = None, loose: bool = False) -> Case:
    """The case that a text holds; if loose, answers may be about people who are not in it.

    Raises CaseError for the first problem, which counts the others.
    """
    checker = _Checker(form, name, today or date.today())  # noqa: DTZ011 - the day on the family's own clock
    case = checker.case(node)
    if not loose:
        checker.people()
    if checker.problems:
        first, *others = sorted(checker.problems, key=lambda one: (one.where.line, one.where.column))
        first.further = len(others)
        raise first
    assert case is not None
    return case


class _Checker:
    """Walks the nodes once, gathering problems; then looks at what belongs together."""

    def __init__(self, form: Form, name: str, today: date) -> None:
        self.form, self.file, self.today = form, name, today
        self.problems: list[CaseError] = []
        self.names = set[str]()
        self.references: list[tuple[str, Node, str]] = []

    def problem(self, kind: str, node: Node, path: str, values: Mapping[str, str] | None = None) -> None:
        self.problems.append(CaseError(kind, Where(self.file, node.line, node.column), path, values))

    def case(self, node: Node | None) -> Case | None:
        if node is None or (isinstance(node, Pairs) and not node.pairs):
            self.problems.append(CaseError("empty", Where(self.file)))
            return None
        if not isinstance(node, Pairs):
            self.problem("want_map", node, "", {"keys": ", ".join(self.form.entities[ROOT])})
            return None
        version, lang = node.get("case"), node.get("lang")
        if version is not None and not (isinstance(version, Text) and version.value == str(VERSION)):
            self.problem("version", version, "case", {"version": str(VERSION)})
        tag = lang.value if isinstance(lang, Text) and _TAG.fullmatch(lang.value) else None
        if lang is not None and tag is None:
            self.problem("lang", lang, "lang")
        root = self.record(node, ROOT, "", _HEAD)
        return None if root is None else Case(self.form, root, tag)

    def people(self) -> None:
        """Whoever an answer is about must be in the case."""
        for alias, where, path in self.references:
            if alias not in self.names:
                self.problem("unknown_alias", where, path)

    def record(self, node: Node, entity: str, path: str, extra: tuple[str, ...] = ()) -> Record | None:
        fields = self.form.entities[entity]
        if not isinstance(node, Pairs):
            self.problem("want_map", node, path, {"keys": ", ".join(fields)})
            return None
        values: dict[str, Answer] = {}
        spots: dict[str, Node] = {}
        for key, value in node.pairs:
            field = fields.get(key.value)
            if field is not None:
                answer = self.answer(value, field, f"{path}.{field.name}" if path else field.name)
                if answer is not None:
                    values[field.name], spots[field.name] = answer, value
            elif key.value not in extra:
                self.unknown_key(key, [*fields, *extra], path)
        for field in self.form.bound[entity]:
            if field.required and node_absent(node.get(field.name)):
                self.problem("required", node, path, {"field": field.name})
            self.order(field, values, spots, path)
        return Record(values)

    def unknown_key(self, key: Text, keys: list[str], path: str) -> None:
        meant = near(key.value, keys)
        if meant:  # what is so near to a word of the form is a slip of the pen, and may be repeated
            self.problem("unknown_key_near", key, path, {"key": key.value, "near": meant})
        else:
            self.problem("unknown_key", key, path, {"keys": ", ".join(keys)})

    def answer(self, node: Node, field: Field, path: str) -> Answer | None:
        """The checked answer; None if there is none or it does not pass."""
        if node_absent(node):
            return None
        try:
            if isinstance(node, Pairs) and node.get("unknown") is not None:
                return self.unknown(node, field, path)
            if field.kind == "list":
                return self.many(node, field, path)
            if field.kind in ("codes", "aliases"):
                return self.several(node, field, path)
            if field.kind == "number" and isinstance(node, Pairs):
                return self.span(node, field)
            if not isinstance(node, Text):
                raise Wrong("want_value", answer=KINDS[field.kind])
            return self.one(node, field, path)
        except Wrong as wrong:
            self.problem(wrong.kind, node, path, wrong.values)
            return None

    def one(self, node: Text, field: Field, path: str) -> Answer:
        value = scalar(node.value, node.plain, field, self.form, self.today)
        if field.kind in ("alias", "aliases"):
            alias = node.value.casefold()
            if not field.names:
                self.references.append((alias, node, path))
            elif alias in self.names:
                raise Wrong("duplicate_alias")
            else:
                self.names.add(alias)
        return value

    def unknown(self, node: Pairs, field: Field, path: str) -> Unknown:
        reason = node.get("unknown")
        if len(node.pairs) != 1 or not isinstance(reason, Text) or reason.value not in REASONS:
            raise Wrong("unknown_reason", reasons=", ".join(REASONS))
        if field.required:
            raise Wrong("required", field=field.name)
        return Unknown(reason.value)

    def several(self, node: Node, field: Field, path: str) -> tuple[str, ...]:
        if not isinstance(node, Items):
            if isinstance(node, Text) and node.plain and node.value == "unknown":
                raise Wrong("bare_unknown")
            raise Wrong("want_several")
        values = list[str]()
        for item in node.items:
            if not isinstance(item, Text):
                raise Wrong("want_several")
            value = self.one(item, field, path)
            assert isinstance(value, str)
            values.append(value)
        return tuple(values)

    def span(self, node: Pairs, field: Field) -> Span:
        ends = {}
        for key, end in node.pairs:
            if key.value not in ("lo", "hi") or not isinstance(end, Text):
                raise Wrong("range")
            ends[key.value] = number(end.value, field)
        lo, hi = ends.get("lo"), ends.get("hi")
        if not ends or (lo is not None and hi is not None and lo > hi):
            raise Wrong("range")
        return Span(lo, hi)

    def many(self, node: Node, field: Field, path: str) -> Many:
        complete: bool | None = True if field.whole else None
        reason = None
        items: Node | None = node
        if isinstance(node, Pairs):
            if not node.pairs or any(key.value not in ("complete", "items") for key, _ in node.pairs):
                raise Wrong("want_list")
            items = node.get("items")
            said = node.get("complete")
            if said is not None:
                complete, reason = self.completeness(said)
        if isinstance(node, Text) and node.plain and node.value == "unknown":
            raise Wrong("bare_unknown")
        if items is None or node_absent(items):
            items = Items(())
        if not isinstance(items, Items):
            raise Wrong("want_list")
        if field.required and not items.items:
            raise Wrong("empty")
        made = list[tuple[Record, Node]]()
        for n, item in enumerate(items.items, 1):
            record = self.record(item, field.of or "", f"{path}[{n}]")
            if record is not None:
                made.append((record, item))
        self.ages(field, made, path)
        self.groups(field, made, path)
        self.twice(field, made, path)
        return Many(tuple(record for record, _ in made), complete, reason)

    def completeness(self, node: Node) -> tuple[bool | None, str | None]:
        if isinstance(node, Pairs):
            reason = node.get("unknown")
            if len(node.pairs) == 1 and isinstance(reason, Text) and reason.value in REASONS:
                return None, reason.value
        elif isinstance(node, Text):
            said = {"yes": True, "true": True, "no": False, "false": False, "unknown": None}
            if node.value.lower() in said:
                return said[node.value.lower()], None
        raise Wrong("completeness")

    def order(self, field: Field, values: dict[str, Answer], spots: dict[str, Node], path: str) -> None:
        """A date that may not lie before another one beside it."""
        if field.not_before is None:
            return
        begin, end = values.get(field.not_before), values.get(field.name)
        if isinstance(begin, str) and isinstance(end, str) and days(end)[1] < days(begin)[0]:
            self.problem("order", spots[field.name], f"{path}.{field.name}", {"field": field.not_before})

    def ages(self, listed: Field, made: list[tuple[Record, Node]], path: str) -> None:
        """Nobody is born before those who must be older."""
        for field in self.form.aged[listed.of or ""]:
            assert field.older is not None
            by, pairs = field.older
            for older, younger in pairs:
                first = [days(born)[0] for record, _ in made if (born := _date_of(record, field, by, older))]
                for n, (record, node) in enumerate(made, 1):
                    born = _date_of(record, field, by, younger)
                    if born and first and days(born)[1] < max(first):
                        spot = node.get(field.name) if isinstance(node, Pairs) else None
                        values = {"younger": younger, "older": older}
                        self.problem("older", spot or node, f"{path}[{n}].{field.name}", values)
                        return

    def groups(self, listed: Field, made: list[tuple[Record, Node]], path: str) -> None:
        """Every item that belongs to a group belongs to that which the list is for."""
        if listed.group is None:
            return
        name, group = listed.group
        for n, (record, node) in enumerate(made, 1):
            said = record.values.get(name)
            codes = self.form.codes[self.form.entities[listed.of or ""][name].codes or ""]
            own = codes[said].get("group", group) if isinstance(said, str) else group
            if own != group:
                fields = self.form.entities[listed.entity].values()
                other = next(one.name for one in fields if one.group == (name, own))
                values = {"list": listed.name, "other": other}
                self.problem("other_list", node, f"{path}[{n}].{name}", values)

    def twice(self, listed: Field, made: list[tuple[Record, Node]], path: str) -> None:
        """No two items are about the same."""
        seen: dict[str, int] = {}
        for n, (record, node) in enumerate(made, 1):
            said = record.values.get(listed.once or "")
            if isinstance(said, str) and said != "other":
                first = seen.setdefault(said, n)
                if first != n:
                    spot = f"{path}[{n}].{listed.once}"
                    self.problem("twice", node, spot, {"first": f"{path}[{first}]"})


def _date_of(record: Record, field: Field, by: str, role: str) -> str | None:
    born = record.values.get(field.name)
    return born if isinstance(born, str) and record.values.get(by) == role else None


def node_absent(node: Node | None) -> bool:
    """Whether nothing is said."""
    return node is None or (isinstance(node, Text) and node.absent)
