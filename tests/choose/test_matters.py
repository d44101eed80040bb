"""What a perhaps hangs on, what a child with needs finds in a country, which sums a way names."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.law.made import ON, ask, atlas, case, child, fact, gives, number, parent, price, route
from tests.pages.fake import comparison
from tests.world.invented import invented
from vyrai.choose import compare, why
from vyrai.choose._words import sources
from vyrai.choose.lands import for_child, keeper, lands, sums_of, thought
from vyrai.choose.matters import counts, matters
from vyrai.choose.model import Comparison, Open, Row
from vyrai.law import Law
from vyrai.world import World
from vyrai.world._built import Judgement, Right, Status
from vyrai.world._model import Gate, Gives, Points

MADE = comparison()


def opened(item: str, text: str = "", who: Any = "person", **keys: Any) -> Open:
    reason = {
        "person": "needs_judgement",
        "family": "not_asked",
        "atlas": "fact_missing",
        "time": "decided_later",
    }
    keys = {"label": item, "reason": reason[who], **keys}
    return Open(item=item, text={"en": text or item}, who=who, **keys)


def alike(*items: Open) -> list[list[str]]:
    return [[one.item for one in matter.opens] for matter in matters(items)]


CONSUL, DOCTOR, LETTER = {"en": "the consul"}, {"en": "a doctor"}, {"en": "a letter"}


def test_what_one_person_judges_with_the_same_help_is_one_matter() -> None:
    first = opened("judged:a", "points for work", judge=CONSUL, helps=LETTER)
    second = opened("judged:b", "points for a degree", judge=CONSUL, helps=LETTER)
    third = opened("judged:c", "points for English", judge=DOCTOR, helps=LETTER)
    assert alike(first, third, second) == [["judged:a", "judged:b"], ["judged:c"]]
    (one,) = matters((first, second))
    assert one.texts == ({"en": "points for work"}, {"en": "points for a degree"})
    assert one.judges == ((CONSUL, LETTER),)


def test_what_stands_in_the_same_words_is_told_once_with_every_judge() -> None:
    first = opened("judged:a", "passes the medical", judge=DOCTOR)
    second = opened("judged:b", "passes the medical", judge=CONSUL, helps=LETTER)
    (one,) = matters((first, second))
    assert one.texts == ({"en": "passes the medical"},)
    assert one.judges == ((DOCTOR, None), (CONSUL, LETTER))
    assert alike(first, second, opened("judged:c", "is healthy", judge=CONSUL, helps=LETTER)) == [
        ["judged:a", "judged:b"],
        ["judged:c"],
    ]


def test_a_question_about_several_members_is_one_matter_and_nothing_else_is() -> None:
    stork, lark = (opened(f"members/{n}.stays", who="family", label=f"{a}.stays") for n, a in enumerate("SL"))
    other = opened("members/1.birth", who="family", label="L.birth")
    refused = msgspec.structs.replace(lark, reason="will_not_say")
    kin = [opened(f"relatives/{n}.born", who="family", label=f"relatives[{n}].born") for n in (1, 2)]
    judged = opened("judged:a", judge=CONSUL)
    whole = opened("sponsor", who="family")
    assert alike(stork, judged, lark, other, refused) == [
        ["members/0.stays", "members/1.stays"],
        ["judged:a"],
        ["members/1.birth"],
        ["members/1.stays"],
    ]
    assert len(alike(*kin)) == 2
    assert len(alike(whole, opened("savings", who="family"), whole)) == 2
    assert counts([stork, lark, judged, opened("fact:x", who="atlas")]) == {
        "family": 1,
        "person": 1,
        "atlas": 1,
    }


def hanging(*items: Open, door: tuple[str, ...] = ("open",), left_out: tuple[str, ...] = ()) -> Row:
    link = MADE.rows[0].chain[0]
    link = msgspec.structs.replace(
        link,
        way="perhaps",
        open=items,
        left_out=left_out,
        door=msgspec.structs.replace(link.door, states=door),
    )
    return msgspec.structs.replace(MADE.rows[0], way="perhaps", chain=(link,))


ANSWER, JUDGED, SOURCE = opened("sponsor", who="family"), opened("judged:a"), opened("fact:x", who="atlas")


@pytest.mark.parametrize(
    ("row", "hangs"),
    [
        (hanging(ANSWER), "you"),
        (hanging(), "you"),
        (hanging(ANSWER, JUDGED), "person"),
        (hanging(ANSWER, door=("narrow",)), "person"),
        (hanging(ANSWER, left_out=("swift",)), "person"),
        (hanging(JUDGED, SOURCE), "sources"),
        (hanging(ANSWER, door=("unknown",)), "sources"),
    ],
)
def test_what_a_country_hangs_on(row: Row, hangs: str) -> None:
    assert keeper(row) == hangs
    assert lands(msgspec.structs.replace(MADE, rows=(row,)))[0].keeper == hangs


STATUS = Status(
    id="st.a", title={"en": "a"}, folder="XA", file="f", line=1,
    rights=(Right("school", "yes"), Right("health_care", "limited")),
)  # fmt: skip
NEEDS: dict[str, Any] = {"needs": [{"need": "speaking"}]}


def of_children(*members: dict[str, Any], **other: Any) -> Comparison:
    visa = route(ask("a", "sponsor"), name="visa", filed="outside", **gives("st.a"))
    return compare(Law(atlas(visa, statuses=(STATUS,), **other)), case(*members, sponsor=True), ON)


def test_for_a_child_with_needs_every_way_says_what_it_opens() -> None:
    made = of_children(parent(), child("wren", **NEEDS), child("lark"))
    (row,) = made.rows
    assert [(one.right, one.member, one.state) for one in for_child(row, ("wren",))] == [
        ("school", "wren", "yes"),
        ("health_care", None, "limited"),
        ("care_benefit", None, "unknown"),
    ]
    told = thought(made)
    assert told is not None
    assert (told.children, told.all) == (("wren",), 1)
    assert told.known == {"school": 1, "health_care": 1, "care_benefit": 0}
    assert thought(msgspec.structs.replace(made, rows=())) is None


def test_nothing_is_said_of_needs_that_nobody_named() -> None:
    for members in ((parent(), child()), (parent(**NEEDS), child()), (parent(), child(needs=[]))):
        made = of_children(*members)
        assert made.rows[0].care == ()
        assert made.rows[0].inclusion.facts == ()
        assert thought(made) is None


def test_what_is_written_of_life_with_needs_comes_before_other_schools() -> None:
    (country,) = (one for one in invented().countries if one.id == "XA")
    column = msgspec.structs.replace(country, columns={**country.columns, "school": ("xa.s", "xa.i2")})
    facts = (
        number("xa.s", 1, "count"),
        number("xa.i1", 1, "count", topic="inclusion"),
        number("xa.i2", 1, "count", topic="inclusion"),
        msgspec.structs.replace(number("xb.i", 1, "count", topic="inclusion"), folder="XB"),
    )
    others = tuple(one for one in invented().countries if one.id != "XA")
    made = of_children(parent(), child(**NEEDS), facts=facts, countries=(column, *others))
    shown = made.rows[0].inclusion.facts
    assert shown[0] == "xa.i2"
    assert shown[-1] == "xa.s"
    assert "xa.i1" in shown[1:-1]
    assert "xb.i" not in shown
    assert set(made.rows[0].inclusion.facts) <= set(made.sources)


def test_a_sum_that_a_condition_names_stands_at_its_way() -> None:
    sum_ = fact(
        "xa.r.cover",
        price(30, "XXA"),
        price((10, None), "XXA/month"),
        price(30, "XXA"),
        price(7, "count"),
        msgspec.structs.replace(price(1, "XXA"), value=None),
        msgspec.structs.replace(price(1, "XXA"), unit=None),
    )
    asked = msgspec.structs.replace(ask("a", "sponsor"), source=("xa.r.cover", "xa.r.paid"))
    paid = number("xa.r.paid", 5, "XXA")
    of = route(asked, name="visa", filed="outside", fees=("xa.r.paid",))
    (row,) = compare(Law(atlas(of, facts=(sum_, paid))), case(sponsor=True), ON).rows
    assert [(one.fact, one.value.lo, one.value.hi, one.value.unit) for one in sums_of(row)] == [
        ("xa.r.cover", 30, 30, "XXA"),
        ("xa.r.cover", 10, None, "XXA/month"),
    ]
    twice = msgspec.structs.replace(row, chain=(*row.chain, *row.chain))
    assert sums_of(twice) == sums_of(row)


def test_a_line_of_points_is_told_by_its_title() -> None:
    titled = msgspec.structs.replace(number("xa.work", 1, "points"), title={"en": "Points for work"})
    who = {"en": "the office"}
    judges = {
        "xa.j.work": Judgement(who=who, fact="xa.work"),
        "xa.j.plain": Judgement(who=who),
        "xa.j.gate": Judgement(who=who, fact="xa.work"),
        "xa.j.apart": Judgement(who=who, fact="xa.work"),
    }
    lines = tuple(Gives(f"judged('xa.j.{name}')", "xa.work") for name in ("work", "plain"))
    points = Points("xa.work", (lines,), gates=(Gate("judged('xa.j.gate')"),))
    table = msgspec.structs.replace(ask("points", None), points=points)
    of = route(table, ask("apart", "judged('xa.j.apart')"), judgements=judges, filed="outside")
    found = {
        one.label: one.text for one in why(Law(atlas(of, facts=(titled,))), case(), "xa.r", ON).link.open
    }
    assert found == {
        "xa.j.work": {"en": "Points for work"},
        "xa.j.plain": {"en": "points"},
        "xa.j.gate": {"en": "Points for work"},
        "xa.j.apart": {"en": "apart"},
    }


def test_what_was_first_said_after_the_day_says_since_when_it_is_known() -> None:
    def since(said: int, **keys: Any) -> Any:
        late = price(1, "count", as_of=(said, said), **keys)
        world = World(atlas(facts=(fact("xa.late", late),)), ON)
        (claim,) = sources(world, ["xa.late"])["xa.late"]
        return claim.standing, claim.since

    day = ON.toordinal()
    unruled: dict[str, Any] = {"valid": None}
    assert since(day + 2, observed=(day + 2, day + 2), **unruled) == ("seen_later", "2026-11-22")
    assert since(day, observed=(day + 2, day + 2), **unruled) == ("seen_later", None)
    assert since(day, observed=(day, day), **unruled) == ("surely", None)
