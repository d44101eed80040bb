"""An example worked by hand: two years from 16 January in an invented country, by a visa or by protection.

Times are those of the example from which the score was drawn up; there the months were rounded to tenths.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.belong.made import FACTS, bounds, land, offer, opens, status, step, the, way
from tests.law.made import number
from vyrai.belong import Belonging

ARRIVAL = date(2026, 1, 16)
SEEN = (
    *FACTS,
    number("f.refusals", (1, None), "months"),
    number("f.card", (108, 544), "days"),
    number("f.card-law", 60, "days"),
    number("f.average", (120, 127), "days"),
    number("f.longest", (120, 967), "days"),
)
VISA = status("visa", {"school": "yes", "care_benefit": "no"})
CARD = status("card", {"school": "yes", "care_benefit": "yes"})
PENDING = status("pending", {"school": "yes", "care_benefit": "no"})
PROTECTED = status("protected", {"school": "yes", "care_benefit": "yes"})
OFFERS = (
    offer("school", "school", right="school"),
    offer("place", "place", right="school", seen="f.refusals", school_year="f.september"),
    offer("benefit", "benefit", right="care_benefit", queue="f.now"),
    offer("certified", "benefit", right="care_benefit", queue="f.now", after=("p.certificate",)),
    offer("certificate", "assessment"),
)


def by_visa() -> Belonging:
    ways = (
        way("in", "st.visa", step("s.in", "f.now", ("st.visa",))),
        way("card", "st.card", step("s.card", "f.card", granted="st.card")),
    )
    return opens(land(*OFFERS, statuses=(VISA, CARD), ways=ways, facts=SEEN), on=ARRIVAL)


def by_protection(wait: str) -> Belonging:
    claim = step("s.claim", "f.now", ("st.pending",))
    ways = (way("in", "st.protected", claim, step("s.wait", wait, granted="st.protected")),)
    return opens(land(*OFFERS, statuses=(PENDING, PROTECTED), ways=ways, facts=SEEN), on=ARRIVAL)


@pytest.mark.parametrize("found", [by_visa(), by_protection("f.longest")], ids=["visa", "protection"])
def test_the_paper_changes_nothing_for_school(found: Belonging) -> None:
    assert bounds(the(found, "school").paper) == (24, 24)
    assert bounds(the(found, "place").real) == (16.5, 23)
    assert the(found, "place").cause == "place"


def test_the_benefit_opens_with_the_card() -> None:
    benefit = the(by_visa(), "benefit")
    assert (benefit.status, benefit.cause, benefit.state) == ("st.card", "status", "open")
    assert bounds(benefit.real) == (6.1, 20.5)


def test_or_with_protection() -> None:
    assert bounds(the(by_protection("f.average"), "benefit").real) == (19.8, 20.1)
    assert bounds(the(by_protection("f.longest"), "benefit").real) == (0, 20.1)


def test_a_certificate_of_which_nobody_knows_the_time_makes_the_least_none() -> None:
    assert bounds(the(by_visa(), "certified").real) == (0, 20.5)
