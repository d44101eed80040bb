"""What holds of every record: sources for every fact it names, the same bytes, nothing sensitive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from tests.choose.real import DAYS, FAMILIES, example, fact_ids, law
from tests.conftest import DEEP
from tests.law.families import DAYS as ANY_DAY
from tests.law.families import cases
from tests.law.made import ask as requirement
from tests.law.made import atlas, case, number, route
from tests.world.invented import invented
from vyrai.choose import Comparison, ask, compare, why
from vyrai.family import Case
from vyrai.law import Law, rate_facts
from vyrai.world import World

WHOLE = settings().max_examples > 25
"""Whether all routes are looked at; `make check` takes fewer."""
few = settings(max_examples=max(10, settings().max_examples // 5))
INVENTED = Law(invented())


@cache
def compared(path: Path, on: date) -> Comparison:
    return compare(law(), example(path), on)


def sourced(of: Law, record: Any, on: date) -> list[str]:
    """Facts that a record names without their sources; what is named and is no fact has none."""
    world = World(of.atlas, on)
    missing = []
    for name in sorted(fact_ids(record)):
        behind = rate_facts(world, name) if name.startswith("rate.") else (name,)
        missing += [one for one in behind if one not in record.sources and one in of.atlas.by_fact]
        if not name.startswith("rate."):
            assert name in of.atlas.by_fact, name
    return missing


def _each() -> Iterator[Any]:
    """Each family on each day; one for each day, the others are left to `make deep`."""
    for place, on in enumerate(DAYS):
        for at, path in enumerate(FAMILIES):
            quick = at == (place + 1) % len(DAYS) * len(FAMILIES) // len(DAYS)
            yield pytest.param(path, on, id=f"{path.stem}-{on}", marks=() if quick else pytest.mark.deep)


@pytest.mark.dear
@pytest.mark.parametrize(("path", "on"), [*_each()])
def test_every_fact_named_has_its_sources(path: Path, on: date) -> None:
    assert sourced(law(), compared(path, on), on) == []


@pytest.mark.dear
@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_every_fact_named_by_a_reason_has_its_sources(path: Path) -> None:
    step = 1 if DEEP else len(FAMILIES) if WHOLE else 3 * len(FAMILIES)
    for one in law().atlas.routes[FAMILIES.index(path) % step :: step]:
        found = why(law(), example(path), one.id, DAYS[-1])
        assert sourced(law(), found, DAYS[-1]) == [], one.id


@few
@given(cases(), ANY_DAY)
def test_invented_records_have_their_sources_and_are_the_same_each_time(of: Case, on: date) -> None:
    found = compare(INVENTED, of, on)
    assert sourced(INVENTED, found, on) == []
    assert msgspec.json.encode(compare(Law(invented()), of, on)) == msgspec.json.encode(found)
    for name in ("xa.guest-visa", "xa.settlement", "xa.practise"):
        assert sourced(INVENTED, why(INVENTED, of, name, on), on) == []


CANARY = {
    "alias": "stork",
    "role": "parent",
    "diagnosis_paper": True,
    "exit_ban": True,
    "needs": [{"need": "speaking", "words": "canary-need"}],
}


def test_no_sensitive_answer_stands_in_a_record() -> None:
    rule = (
        "any(h.kind == 'arrest' and h.for_views for h in happened) and p.exit_ban and p.diagnosis_paper "
        "and count(r for r in refusals if r.date <= on) >= 1 and sponsor"
    )
    made = Law(atlas(*invented().routes, route(requirement("all", rule, "person"))))
    of = case(
        CANARY,
        happened=[{"kind": "arrest", "for_views": True, "date": "1987-06-05"}],
        refusals=[{"date": "1988-07-06", "office": "canary-office", "words": "canary-words"}],
        sponsor=True,
    )
    on = date(2026, 11, 20)
    found = why(made, of, "xa.r", on)
    assert found.link.verdict == "met"
    values = {one.label: (one.value, one.sensitive) for one in found.support}
    assert values["sponsor"] == ("yes", False)
    assert {label for label, (_, sensitive) in values.items() if not sensitive} == {"sponsor"}
    assert all(value is None for label, (value, _) in values.items() if label != "sponsor")
    shown = msgspec.json.encode((compare(made, of, on), found, ask(made, of, on, None, 9))).decode()
    for canary in ("canary", "1987", "1988"):
        assert canary not in shown


@pytest.mark.dear
def test_the_order_of_countries_changes_nothing() -> None:
    on = DAYS[-1]
    turned = msgspec.structs.replace(
        law().atlas, countries=law().atlas.countries[::-1], routes=law().atlas.routes[::-1]
    )
    one, two = compared(FAMILIES[0], on), compare(Law(turned), example(FAMILIES[0]), on)
    assert [(row.country, row.way, row.unbeaten) for row in one.rows] == [
        (row.country, row.way, row.unbeaten) for row in two.rows
    ]
    assert one.next == two.next


def test_a_rate_behind_a_reason() -> None:
    """Turned round it has no id of its own: its source is that of the rate it is made of."""
    rule = requirement("a", "money('XXB') >= fact('xa.pennies')")
    pennies = number("xa.pennies", 100, "XXB")
    crowns = case(savings={"complete": True, "items": [{"currency": "XXA", "amount": 100}]})
    made = Law(atlas(route(rule, filed="outside"), facts=(pennies,)))
    found = why(made, crowns, "xa.r", date(2026, 11, 20))
    assert found.link.verdict == "met"
    assert {one.label: one.value for one in found.support}["rate.xxa-xxb"] is None
    assert "rate.xxb-xxa" in found.sources
    rateless = tuple(one for one in made.atlas.facts if one.id != "rate.xxb-xxa")
    blind = why(Law(msgspec.structs.replace(made.atlas, facts=rateless)), crowns, "xa.r", date(2026, 11, 20))
    assert [(one.label, one.reason, one.who) for one in blind.link.open] == [
        ("rate.xxa-xxb", "fact_missing", "atlas")
    ]
