"""Where every way is closed the answer says what closes each; a plan marks what cannot be undone."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tests.belong.made import status
from tests.cli.conftest import run
from tests.law.made import ON, after, ask, parent
from tests.reach.made import country, describe, into, rich, ticked_all
from vyrai.choose import planning
from vyrai.choose.shut import ClosedOn, closed
from vyrai.family import flatten
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.planning import shuts
from vyrai.world import World
from vyrai.world._built import Bond

W = Words("en")
OLD = "citizen(p, 'XA') and p.good_standing"
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
OURS = parent(citizenships={"complete": True, "items": [{"country": "XB"}]})


def told(law: Law) -> tuple[ClosedOn, ...]:
    return planning(law, rich(OURS), "XA", ON, lives=50).closed


def test_what_closes_each_way_is_told_once_where_all_are_closed() -> None:
    own = (
        ask("mine", "citizen(p, 'XA')", "person"),
        ask("old", "citizen(p, 'XA') and p.good_standing", "person"),
    )
    law = country(into("visa", "st.here", CROSS, asked=own), into("permit", "st.here", CROSS, asked=own[:1]))
    shut = told(law)
    assert [one.way for one in shut] == [("r.permit",), ("r.visa",)]
    assert [len(one.wordings) for one in shut] == [1, 2]
    assert not any(one.door for one in shut)
    assert shuts(W, shut[0]).startswith("asked, but not so: ")
    # Where one is not closed, its plan is told and not what closes the others.
    assert told(country(into("visa", "st.here", CROSS), into("permit", "st.here", CROSS, asked=own))) == ()


def test_a_door_and_a_paper_from_before_close_too() -> None:
    door = ClosedOn(way=("r.visa",), door=True, wordings=(), facts=())
    assert shuts(W, door) == "nobody is taken today"
    both = replace(door, wordings=({}, {"en": "Be old"}))
    assert shuts(W, both) == (
        "nobody is taken today; asked, but not so: a paper that another way gives is needed before; Be old"
    )


def test_text_and_page_name_what_closes_each(tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    asked = ("plan", "examples/paediatrician-2026.yaml", "--to", "PK", "--on", "2026-11-20", "--html", page)
    answer = run(*asked)
    assert "WHAT CLOSES THEM" in answer.stdout
    assert "Visa Prior to Arrival: nobody is taken today [1]" in answer.stdout
    written = page.read_text()
    assert written.index("What closes them") < written.index("Visa Prior to Arrival")


def test_what_a_way_closes_and_binds_to_stands_where_it_begins_to() -> None:
    closes = (Bond(what={"en": "No other permit meanwhile"}, fact="f.fee"),)
    binds = (Bond(what={"en": "No going back"}),)
    asking = describe("asking", "f.now", level=0)
    file = describe("file", "f.week", who_comes="applicant", level=0)
    wait = describe("wait", "f.week", level=0, refused=True)
    law = country(into("visa", "st.here", asking, file, wait, CROSS, closes=closes, binds=binds))
    (plan,) = planning(law, rich(OURS), "XA", ON, lives=50).plans
    found = {step.id: [text["en"] for text, _ in step.closes] for step in plan.steps if step.closes}
    assert found == {"r.visa/s.file": ["No other permit meanwhile"], "r.visa/s.wait": ["No going back"]}
    (filed,) = [step for step in plan.steps if step.id == "r.visa/s.file"]
    assert "f.fee" in filed.facts


def test_ways_that_are_not_closed_are_not_among_them() -> None:
    own = (ask("mine", "citizen(p, 'XA')", "person"),)
    law = country(into("visa", "st.here", CROSS), into("permit", "st.here", CROSS, asked=own))
    shut = closed(law, law.family(flatten(rich(OURS))), World(law.atlas, ON), "XA")
    assert [one.way for one in shut] == [("r.permit",)]


def test_a_way_of_several_links_is_told_up_to_the_closed_one_and_a_way_to_stay_on_is_none_of_them() -> None:
    own = (replace(ask("mine", "citizen(p, 'XA')", "person"), source=("f.fee",)),)
    law = country(
        into("visit", "st.guest", CROSS),
        into(
            "claim", "st.here", describe("claim", "f.week"), asked=own, kind="protection", **after("st.guest")
        ),
        into("more", "st.more", describe("more", "f.week"), **after("st.here")),
        statuses=(status("guest"), status("here"), status("more")),
    )
    shut = closed(law, law.family(flatten(rich(OURS))), World(law.atlas, ON), "XA")
    assert [one.way for one in shut] == [("r.visit", "r.claim")]
    assert shut[0].facts == ("f.fee",)


def test_each_route_closes_and_binds_at_its_own_steps() -> None:
    """What two routes say of one step stands there together; the marks of a way are no steps of it."""
    first, second = (Bond(what={"en": text}) for text in ("No other visa", "No work elsewhere"))
    file = describe("file", "f.week", who_comes="applicant", level=0)
    grant = describe("grant", "f.week", level=0, refused=True)
    law = country(
        into("visit", "st.guest", CROSS, kind="visa-free", closes=(first,), binds=(first,)),
        into("permit", "st.here", file, grant, binds=(second,), closes=(second,), **after("st.guest")),
        statuses=(status("guest"), status("here", {"work": "yes"})),
    )
    (plan,) = [one for one in planning(law, rich(OURS), "XA", ON, lives=50).plans if len(one.way) == 2]
    found = {step.id: [text["en"] for text, _ in step.closes] for step in plan.steps if step.closes}
    assert found == {
        "r.visit/s.cross": ["No other visa", "No other visa"],
        "r.permit@r.visit/s.file": ["No work elsewhere"],
        "r.permit@r.visit/s.grant": ["No work elsewhere"],
    }


def test_what_a_way_closed_before_the_plan_begins_stands_with_none_of_its_marks() -> None:
    bound = (Bond(what={"en": "No going back"}),)
    file = describe("file", "f.week", who_comes="applicant", level=0)
    law = country(into("visa", "st.here", file, CROSS, closes=bound, binds=bound))
    (plan,) = planning(law, ticked_all(law, ("s.file", "granted", None)), "XA", ON, lives=50).plans
    assert [step.id for step in plan.steps if step.kind == "step"] == ["r.visa/s.cross"]
    assert {step.id for step in plan.steps if step.closes} <= {"r.visa/s.cross"}
