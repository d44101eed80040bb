"""What could be changed within days is tried only where a verdict could turn on it; nothing is missed."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given

from tests.law.families import DAYS, cases
from tests.law.made import ON, ask, atlas, case, family, parent, route
from tests.law.test_reasons import NUMBERS
from tests.law.test_reasons import law as mixed
from vyrai.family import Case, flatten
from vyrai.law import Law, openings, question_of
from vyrai.law.trial import Trial
from vyrai.rules import SURELY_NOT
from vyrai.world import Atlas, World

SOON = {"person.insured", "person.good_standing", "citizenship.document"}


def soon(of: Atlas) -> Law:
    """The law of an atlas in which some answers can be made other within days, and no others."""
    questions = tuple(
        msgspec.structs.replace(
            one,
            checks={name: how for name, how in one.checks.items() if name != "changeable"}
            | ({"changeable": "soon"} if one.id in SOON else {}),
        )
        for one in of.questions
    )
    return Law(msgspec.structs.replace(of, questions=questions))


MIXED = soon(mixed().atlas)


@given(cases(), NUMBERS, DAYS)
def test_where_it_is_said_that_nothing_could_open_a_route_nothing_does(
    of: Case, number: int, on: date
) -> None:
    law, world = MIXED, World(MIXED.atlas, on)
    asked, who = law.atlas.route(f"xa.r{number}"), law.family(flatten(of))
    verdict = law.decide(asked, who, world)

    def may_change(key: str) -> bool:
        return law.may_change(question_of(law.atlas, key), soon=True)

    if verdict.bits == SURELY_NOT and openings(Trial(law, asked, who, world), may_change, False):
        assert law.soon.could_open(verdict)


@pytest.mark.parametrize(
    ("rules", "could"),
    [
        (("p.insured",), True),
        (("not sponsor",), False),
        (("p.insured", "not sponsor"), False),
        (("p.insured and p.good_standing",), True),
        (("any(c.country == 'XA' for c in p.citizenships)",), True),
        (("p.residence == 'XB'",), False),
    ],
)
def test_what_no_answer_within_days_could_change_shuts_for_good(rules: tuple[str, ...], could: bool) -> None:
    law = soon(atlas(route(*(ask(str(at), rule, "person") for at, rule in enumerate(rules)))))
    nowhere = {"complete": True, "items": []}
    stork = parent(insured=False, good_standing=False, residence="XA", citizenships=nowhere)
    who = family(law, case(stork, sponsor=True))
    verdict = law.decide(law.atlas.route("xa.r"), who, World(law.atlas, ON))
    assert (verdict.bits, law.soon.could_open(verdict)) == (SURELY_NOT, could)


@pytest.mark.parametrize("exception", ["unless", "excluded"])
def test_an_exception_may_turn_as_well(exception: str) -> None:
    aside = ask("aside", "p.insured", "person", aside=True)
    law = soon(atlas(route(ask("asked", "host", "person", **{exception: ("xa.r.aside",)}), aside)))
    who = family(law, case(parent(insured=exception == "excluded"), host=exception == "excluded"))
    verdict = law.decide(law.atlas.route("xa.r"), who, World(law.atlas, ON))
    assert (verdict.bits, law.soon.could_open(verdict)) == (SURELY_NOT, True)
