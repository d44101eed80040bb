"""What carries a child if the first thing fails, as far as the family has said it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.belong.made import WREN, land, offer, opens
from tests.law.made import case, family, parent
from vyrai.belong import Backup, belong
from vyrai.law import timeline
from vyrai.world import World

NOBODY = {"complete": True, "items": []}


def of(*members: dict[str, Any], **root: Any) -> Backup:
    from tests.belong.made import chain
    from tests.law.made import ON

    law, people = land(offer("a")), case(*members, **root)
    world = World(law.atlas, ON)
    found = belong(law, family(law, people), world, timeline(law, world, chain(law, people)), "XA")
    return found.backups[0]


def test_two_adults_are_two_who_can_care() -> None:
    assert of(parent(), parent("kite"), WREN).carer == "named"


@pytest.mark.parametrize(
    ("takers", "said"), [([{"place": "near"}], "named"), (NOBODY, "nobody"), (None, "unknown")]
)
def test_of_one_adult_it_hangs_on_who_takes_the_child(takers: Any, said: str) -> None:
    wren = WREN if takers is None else {**WREN, "takers": takers}
    assert of(parent(), wren).carer == said


def test_incomes_and_places() -> None:
    none = of(parent(), WREN)
    assert (none.income, none.place) == ("unknown", "unknown")
    assert of(parent(), WREN, income=NOBODY).income == "nobody"
    kept = of(parent(), WREN, marks=[{"what": "XA", "mark": "pocket"}])
    assert kept.place == "named"
    assert of(parent(), WREN, marks=[{"what": "XA", "mark": "keep"}]).place == "unknown"


def test_it_is_asked_of_children_with_needs_only() -> None:
    plain = {**WREN, "needs": []}
    assert opens(land(offer("a")), parent(), plain).backups == ()
