"""What a requirement makes of an example when it is tried is what the law decides of it alone."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.law.made import ON, after, ask, atlas, case, child, family, number, parent, route, span
from vyrai.law import Law
from vyrai.law._tries import Tries
from vyrai.world import Points, Requirement, World
from vyrai.world._model import Gate, Gives, Span, Tier

LOW, TWO = "xa.settled.points-low", "xa.two"
BLOCK = Points(
    at_least=TWO,
    of=((Gives("sponsor", LOW), Gives("host", TWO)), (Gives("p.insured", LOW),)),
    gates=(Gate("not p.wanted"),),
    tiers=(Tier("p.criminal_record", LOW), Tier("host", LOW)),
)
PERHAPS = Span(ON.toordinal() - 9, ON.toordinal() + 9, None, None)
ASKED = (
    ask("plain", "sponsor and (host or not sponsor)"),
    ask("each", "p.insured", "person"),
    ask("who", "p.insured", "adult", "person"),
    ask("one", "p.insured or sponsor", "applicant", "applicant"),
    ask("child", "p.insured", "child"),
    ask("later", "sponsor", valid=span("2030-01-01")),
    ask("perhaps", "sponsor", valid=PERHAPS),
    ask("excused", "sponsor", "person", unless=("xa.r.each",)),
    ask("shut", "sponsor", "person", excluded=("xa.r.each", "xa.r.perhaps")),
    ask("either", "sponsor", unless=("xa.r.plain",), excluded=("xa.r.later", "xa.r.perhaps"), aside=True),
    ask("points", None, "person", points=BLOCK),
)
FAMILIES: tuple[Any, ...] = (
    ((parent(),), {}),
    ((parent(insured=True), parent("robin")), {"sponsor": True}),
    ((parent(insured=True, wanted=False), child(insured=False)), {"sponsor": False, "host": True}),
    ((parent(insured=False, criminal_record=True, wanted=False), child(insured=True)), {"host": False}),
    ((parent(insured=True, criminal_record=False, wanted=True),), {"sponsor": True, "host": False}),
)


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.id)
def test_a_try_says_what_the_law_does(asked: Requirement) -> None:
    made = atlas(route(*ASKED), facts=(number(TWO, 2, "points"), number(LOW, 1, "points")))
    law, world = Law(made), World(made, ON)
    who = asked.who
    if who is not None and who.effect == "person":
        who = msgspec.structs.replace(who, effect="family")
    alone = msgspec.structs.replace(asked, who=who, aside=False)
    only = msgspec.structs.replace(
        made, routes=(route(alone), route(*(one for one in ASKED if one is not asked), name="xa.others"))
    )
    seen = set()
    for members, root in FAMILIES:
        of = family(law, case(*members, **root))
        verdict = Law(only).decide(only.routes[0], of, World(only, ON))
        tries = Tries(law.programs, asked, of, world)
        rule = law.programs.of(asked.id).rule
        assert tries.word(rule) == verdict.word
        assert tries.word(rule) == verdict.word, "asked again"
        seen.add(verdict.word)
    assert len(seen) > 1 or asked.id == "xa.r.later"


def test_the_status_that_comes_before_is_not_tried() -> None:
    made = atlas(route(ASKED[0], **after("xa.guest")))
    law = Law(made)
    of = family(law, case(sponsor=True, host=True))
    tries = Tries(law.programs, ASKED[0], of, World(made, ON))
    assert tries.word(law.programs.of("xa.r.plain").rule) == "met"
