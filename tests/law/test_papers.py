"""Which papers a family surely has in hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.law.made import atlas, case, child, family, parent
from vyrai.law import Law

LAW = Law(atlas())
TODAY = date(2026, 11, 20).toordinal()
KIND: dict[str, Any] = {"kind": "diploma", "country": "XB"}


def papers(*members: dict[str, Any]) -> frozenset[str]:
    return family(LAW, case(*members)).papers(TODAY)


def learned(*qualifications: dict[str, Any]) -> dict[str, Any]:
    return parent(qualifications={"complete": True, "items": [*qualifications]})


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ({}, set()),
        ({"original": False, "apostille": True}, set()),
        ({"original": True}, {"diploma"}),
        ({"original": True, "apostille": False}, {"diploma"}),
        ({"original": True, "apostille": True}, {"diploma", "diploma-apostille"}),
    ],
)
def test_a_diploma_in_hand_is_a_paper_in_hand(said: dict[str, Any], held: set[str]) -> None:
    assert papers(learned({**KIND, **said}), child()) == held


def test_only_where_every_one_of_a_kind_is_there() -> None:
    there, lost = {**KIND, "original": True, "apostille": True}, {**KIND, "original": False}
    assert papers(learned(there, lost)) == frozenset()
    assert papers(learned(there, {**there, "apostille": False})) == {"diploma"}
    assert papers(learned({"country": "XB", "original": True})) == frozenset(), "of what kind nobody said"
