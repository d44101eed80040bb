"""What carries a child if the first thing fails: a second person, a second income, a second place."""

from __future__ import annotations

from vyrai.belong.model import Backup, Named
from vyrai.law import Family

POCKET = "pocket"
"""The mark of a place that is kept open in case another fails."""
_ENOUGH = 2


def backup(family: Family, member: str) -> Backup:
    """As far as the family has said it."""
    carers = len(family.people["adult"]) + len(family.lists.get(f"{member}.takers", ()))
    marks = (family.known.get(f"{prefix}.mark") for prefix in family.lists.get("marks", ()))
    kept = any(mark is not None and mark[0] == POCKET for mark in marks)
    return Backup(
        member=family.answers.labels[member],
        carer=_named(family, f"{member}.takers", carers >= _ENOUGH),
        income=_named(family, "income", len(family.lists.get("income", ())) >= _ENOUGH),
        place="named" if kept else "unknown",
    )


def _named(family: Family, key: str, enough: bool) -> Named:
    """Named, nobody where the list is whole and that is all, else unknown."""
    if enough:
        return "named"
    return "nobody" if family.known.get(key) == (True,) else "unknown"
