"""Packs with what they stand on: papers by audience, each with its sources."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.belong.made import land, offer, status, step, way
from tests.choose.real import FAMILIES, example, fact_ids, law
from tests.law.made import ON, case, child, parent
from vyrai.choose.packing import Packed, packed
from vyrai.law import Law
from vyrai.prove import AUDIENCES, Audience
from vyrai.world._built import Document, OnPaper, Reissue

FULL = next(one for one in FAMILIES if one.stem.endswith("-full"))
WREN = child(needs=[{"need": "speaking"}])


def paper(name: str, use: Any = "asked", *facts: str) -> OnPaper:
    return OnPaper({"en": name}, use, facts or ("f.now",))


def gets(found: Law, audience: Audience, *people: dict[str, Any], **keys: Any) -> list[str]:
    return [one.text["en"] for one in packed(found, case(*people), audience, ON, "XA", **keys).pack.papers]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("country", ["PL", "DE", "GE", "KZ"])
def test_every_fact_comes_with_its_source(audience: Audience, country: str) -> None:
    found = packed(law(), example(FULL), audience, ON, None if audience == "anyone" else country)
    assert fact_ids(msgspec.json.decode(msgspec.json.encode(found.pack))) == set(found.sources)
    assert all(found.sources.values())
    assert found.pack.members
    assert {name for one in found.pack.members for name in one.unanswered} == set(found.labels)


def test_foreign_certificates_are_said_to_be_of_no_use() -> None:
    found = packed(law(), example(FULL), "benefit", ON, "PL", "Swift")
    useless = [one for one in found.pack.papers if one.use == "useless"]
    assert [one.facts for one in useless] == [("pl.inclusion-assessment.foreign-certificate-not-recognised",)]
    assert found.pack.papers[-1] == useless[0], "what is asked for stands first"


def test_who_only_meets_a_child_asks_for_no_paper() -> None:
    given = land(offer("a", kind="school", papers=(paper("report"),)))
    assert gets(given, "anyone", WREN) == []


def test_an_assessment_belongs_to_whom_its_paper_opens() -> None:
    given = land(
        offer("a", kind="assessment", serves=("speaking",), papers=(paper("for school"),)),
        offer("b", kind="assessment", after=("p.c",), serves=("speaking",), papers=(paper("for money"),)),
        offer("c", kind="assessment", serves=("speaking",), papers=(paper("for money, before"),)),
        offer("d", kind="assessment", serves=("speaking",), papers=(paper("for all"),)),
        offer("s", kind="school", after=("p.a",), papers=(paper("report"),)),
        offer("m", kind="benefit", after=("p.b",), serves=("speaking",)),
    )
    assert gets(given, "school", WREN) == ["for school", "for all", "report"]
    assert gets(given, "benefit", WREN) == ["for money", "for money, before", "for all"]
    assert gets(given, "health", WREN) == ["for all"]
    assert gets(given, "school", child()) == ["report"], "no need is named that the rest would serve"


def test_only_what_concerns_those_who_are_meant_is_told() -> None:
    given = land(
        offer("c", kind="benefit", papers=(paper("of a child"),)),
        offer("a", kind="benefit", of="adult", papers=(paper("of an adult"),)),
        offer("e", kind="adult", of="person", papers=(paper("of anybody"),)),
    )
    assert gets(given, "benefit", parent(), child()) == ["of a child", "of an adult", "of anybody"]
    assert gets(given, "benefit", parent(), child(), member="wren") == ["of a child", "of anybody"]
    assert gets(given, "benefit", parent(), child(), member="stork") == ["of an adult", "of anybody"]


def test_a_paper_for_several_things_stands_once() -> None:
    given = land(
        offer("a", kind="school", papers=(paper("report", "asked", "f.now"),)),
        offer("b", kind="language", papers=(paper("report", "asked", "f.week"),)),
        offer("c", kind="place", papers=(paper("report", "useless"),)),
    )
    found = packed(given, case(child()), "school", ON, "XA")
    told = [(one.use, len(one.of), one.facts) for one in found.pack.papers]
    assert told == [("asked", 2, ("f.now", "f.week")), ("useless", 1, ("f.now",))]


def test_nothing_written_down_is_told_apart_from_nothing_asked() -> None:
    none = land(offer("a", kind="school"))
    other = land(offer("a", kind="school", serves=("hearing",), papers=(paper("report"),)))
    for given, written in ((none, False), (other, True)):
        found = packed(given, case(WREN), "school", ON, "XA").pack
        assert (found.papers, found.written) == ((), written)


def test_for_permits_the_steps_of_the_ways_in_name_the_papers() -> None:
    passport = Document(
        id="passport",
        title={"en": "Passport"},
        folder="",
        file="f",
        line=1,
        cites=("f.now",),
        reissue=Reissue(where={"en": "at home"}, fact="f.week"),
    )
    photo = Document(id="photo", title={"en": "Photo"}, folder="", file="f", line=1)
    where, steps = way("in", "st.a", step("s.in", "f.now", ("st.a",)))
    asked = tuple(msgspec.structs.replace(one, needs=("passport", "st.a", "photo")) for one in steps)
    given = land(statuses=(status("a", {}),), ways=((where, asked),))
    given = Law(msgspec.structs.replace(given.atlas, documents=(passport, photo)))
    found: Packed = packed(given, case(parent()), "status", ON, "XA")
    told = [(one.text["en"], one.again, one.facts) for one in found.pack.papers]
    assert told == [("Passport", {"en": "at home"}, ("f.now", "f.week")), ("Photo", None, ())]
    elsewhere = msgspec.structs.replace(where, kind="recognition")
    apart = Law(msgspec.structs.replace(given.atlas, routes=(elsewhere,)))
    assert packed(apart, case(parent()), "status", ON, "XA").pack.papers == ()
