"""A case without its sensitive answers."""

from __future__ import annotations

import msgspec

from vyrai.family._case import Answer, Case, Many, Record
from vyrai.family._form import ROOT, Form

__all__ = ["bare"]


def bare(case: Case) -> Case:
    """The same case as if no sensitive question had ever been asked."""
    return msgspec.structs.replace(case, root=_record(case.form, ROOT, case.root))


def _record(form: Form, entity: str, record: Record) -> Record:
    fields = form.entities[entity]
    return Record(
        {
            name: _answer(form, fields[name].of or "", value)
            for name, value in record.values.items()
            if not fields[name].sensitive
        }
    )


def _answer(form: Form, entity: str, value: Answer) -> Answer:
    if isinstance(value, Many):
        items = tuple(_record(form, entity, item) for item in value.items)
        return msgspec.structs.replace(value, items=items)
    return value
