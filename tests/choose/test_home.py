"""If the parents cannot come home: who takes a child is never guessed, and the sheet tells nothing else."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given

from tests.choose.real import FAMILIES, example, law
from tests.family.strategies import cases
from tests.law.made import ON, atlas, case, child, fact, number, parent
from tests.world.invented import claim, invented
from vyrai.choose import AtHome, at_home, belongs, compare, form_of
from vyrai.choose.home import ChildHome
from vyrai.choose.model import Range, Taken
from vyrai.family import Case, loads
from vyrai.law import Law
from vyrai.words import LANGUAGES, Words
from vyrai.words import home as said
from vyrai.world._built import Takes, Taking

INVENTED = Law(invented())
FULL = next(one for one in FAMILIES if one.stem == "paediatrician-2026-full")
OWN = {"alias", "role"}
"""What the sheet may read of a grown-up."""
OF_A_CHILD = OWN | {
    "residence", "takers", "school_now", "doctor_now", "medicine",
    "talks_by", "sayings", "calms", "upsets", "likes",
}  # fmt: skip
OF_A_LIST = {"languages": "language", "needs": "need"}
"""Of these lists one field of each record."""


def wren(**keys: Any) -> ChildHome:
    """The sheet of one child."""
    [one] = at_home(INVENTED, case(parent(), child(**keys)), ON).children
    return one


def takers(*items: dict[str, Any], complete: bool = True) -> dict[str, Any]:
    return {"takers": {"complete": complete, "items": list(items)} if complete else list(items)}


SIGNED = {"who": "an aunt", "paper": True, "until": "2027-05"}


@pytest.mark.parametrize(
    ("answers", "state", "until"),
    [
        ({}, "unwritten", None),
        ({"takers": {"unknown": "will_not_say"}}, "unwritten", None),
        (takers(), "none", None),
        (takers({"paper": False}), "none", None),
        (takers({"paper": False}, complete=False), "unwritten", None),
        (takers({"who": "an aunt"}), "unwritten", None),
        (takers(SIGNED), "in_place", "2027-05-01"),
        (takers(SIGNED, complete=False), "in_place", "2027-05-01"),
        (takers({"paper": False}, SIGNED, {"paper": True, "until": "2028-01-01"}), "in_place", "2028-01-01"),
        (takers({"paper": True, "until": "2028-01-01"}, SIGNED), "in_place", "2028-01-01"),
        (takers({"paper": True, "until": "2026-11-20"}), "in_place", "2026-11-20"),
        (takers({"paper": True, "until": "2026-11-19"}), "ended", None),
        (takers({"paper": True, "until": "2026-11-19"}, {"who": "a neighbour"}), "unwritten", None),
        (takers({"paper": True, "until": "2026-11"}), "unclear", None),
        (takers({"paper": True}), "unclear", None),
        (takers({"paper": True}, {"paper": False}), "unclear", None),
    ],
)
def test_whether_a_paper_is_in_place(answers: dict[str, Any], state: Any, until: str | None) -> None:
    one = msgspec.structs.replace(wren(**answers).taken, weeks=msgspec.UNSET)
    assert one == Taken(member="wren", state=state, until=until)


@pytest.mark.parametrize(
    ("times", "weeks"),
    [
        ((), (0, None)),
        ((None,), (0, None)),
        (("xa.nothing",), (0, None)),
        (("xa.two",), (2, 3)),
        (("xa.two", "xa.five"), (2, 3)),
        (("xa.five", None), (0, 5)),
    ],
)
def test_for_how_long_from_today_no_paper_is_in_place(
    times: tuple[str | None, ...], weeks: tuple[int, int | None]
) -> None:
    facts = (
        number("xa.two", (2, 3), "weeks"),
        number("xa.five", 5, "weeks"),
        fact("xa.nothing", claim(value=None)),
    )
    takings = tuple(
        Taking(f"xa.{place}", {"en": "a paper"}, "XA", "f", 1, takes=Takes(observed=time))
        for place, time in enumerate(times)
    )
    law = Law(atlas(*invented().routes, facts=facts, takings=takings))
    family = case(
        parent(), child(residence="XA", **takers()), child("lark", residence="XA", **takers(SIGNED))
    )
    for home in (compare(law, family, ON).home, belongs(law, family, "XA", ON).home):
        none, signed = home
        assert none.weeks is not msgspec.UNSET
        assert (none.weeks.lo, none.weeks.hi, none.weeks.unit) == (*weeks, "weeks")
        assert signed.weeks is msgspec.UNSET
    [other] = compare(law, case(parent(), child(residence="XB", **takers())), ON).home
    assert other.weeks
    assert other.weeks.hi is None, "of the country where the child lives nothing is written"


def test_the_comparison_says_it_of_each_child_and_of_nobody_else() -> None:
    family = case(parent(), child(**takers(SIGNED)), child("lark", **takers()))
    home = compare(INVENTED, family, ON).home
    assert [(one.member, one.state) for one in home] == [("wren", "in_place"), ("lark", "none")]
    assert compare(INVENTED, case(parent()), ON).home == ()


@pytest.mark.parametrize(
    ("answers", "todo"),
    [
        ({}, ("who", "paper", "school", "doctor", "medicine")),
        (takers({"who": "an aunt", "paper": True}), ("until", "school", "doctor", "medicine")),
        (takers({"who": "x", "paper": True, "until": "2020"}), ("ended", "school", "doctor", "medicine")),
        ({**takers(SIGNED), "school_now": "a", "doctor_now": "b", "medicine": "none"}, ()),
        (
            {**takers(SIGNED), "school_now": "a", "doctor_now": "b", "medicine": {"unknown": "will_not_say"}},
            (),
        ),
        (
            {**takers(SIGNED), "school_now": {"unknown": "does_not_know"}, "needs": [{"need": "speaking"}]},
            ("sayings", "school", "doctor", "medicine"),
        ),
    ],
)
def test_what_is_not_done_yet(answers: dict[str, Any], todo: tuple[str, ...]) -> None:
    assert wren(**answers).todo == todo


def test_a_child_is_told_in_the_words_of_the_family() -> None:
    one = wren(
        **takers(SIGNED),
        school_now="the small school",
        doctor_now={"unknown": "not_asked"},
        talks_by=["speech"],
        sayings=[{"means": "yes", "how": "claps"}, {}, {"how": "hums"}],
        needs=[{"need": "speaking"}, {}, {"need": "speaking"}],
        languages=[{"language": "xan"}],
        calms="rain",
    )
    assert (one.school, one.doctor, one.calms, one.upsets) == ("the small school", None, "rain", None)
    assert (one.talks_by, one.needs, one.languages) == (("speech",), ("speaking",), ("xan",))
    assert [(saying.means, saying.how) for saying in one.sayings] == [("yes", "claps"), (None, "hums")]
    assert [(taker.who, taker.place, taker.paper, taker.until) for taker in one.takers] == [
        ("an aunt", None, True, "2027-05")
    ]


def there(**keys: Any) -> AtHome:
    family = case(parent(), child(residence="XA", needs=[{"need": "speaking"}], **keys), child("lark"))
    return at_home(INVENTED, family, ON)


def test_the_papers_of_the_country_where_the_children_live_are_named_with_their_facts() -> None:
    found = there()
    ward, word = found.papers
    assert (found.countries, ward.country, ward.fee) == (("XA",), "XA", ("xa.ward.fee",))
    assert ward.takes is not None
    assert (ward.takes.hi, ward.takes.unit, ward.takes.facts) == (2, "weeks", ("xa.ward.term",))
    assert ward.lasts is not None
    assert (ward.lasts.lo, ward.lasts.unit) == (1, "years")
    assert set(found.sources) == {"xa.ward", "xa.ward.fee", "xa.ward.term", "xa.ward.lasts"}
    assert (word.takes, word.lasts, word.fee, word.note) == (
        None,
        None,
        (),
        {"en": "Nobody has seen it done."},
    )
    assert found.labels["XA"] == {"en": "Xanadu", "ru": "Ксанаду"}


def test_without_a_home_or_papers_there_is_nothing_to_name() -> None:
    assert at_home(INVENTED, case(parent(), child()), ON).papers == ()
    elsewhere = at_home(INVENTED, case(parent(), child(residence="XB")), ON)
    assert (elsewhere.countries, elsewhere.papers, elsewhere.sources) == (("XB",), (), {})


def test_an_atlas_without_the_lists_has_no_words_for_them() -> None:
    codes = {name: of for name, of in invented().codes.items() if name != "talks_by"}
    bare = Law(msgspec.structs.replace(invented(), codes=codes))
    assert at_home(bare, case(parent(), child(talks_by=["speech"])), ON).labels == {}


def stripped(of: Case) -> Case:
    """The case without any answer that the sheet may not read."""
    members = []
    for member in (
        of.data()["members"] if isinstance(of.data()["members"], list) else of.data()["members"]["items"]
    ):
        grown = member["role"] != "child"
        kept = {name: value for name, value in member.items() if name in (OWN if grown else OF_A_CHILD)}
        for name, field in {} if grown else OF_A_LIST.items():
            held = member.get(name)
            items = held["items"] if isinstance(held, dict) and "items" in held else held
            if isinstance(items, list):
                kept[name] = [{key: one[key] for key in one if key == field} for one in items]
        members.append(kept)
    return loads(json.dumps({"members": members}, default=str), of.form)


@given(cases())
def test_no_other_answer_changes_a_letter_of_the_sheet(of: Case) -> None:
    """What was done to the family, its papers, money, wishes, marks, ways, and words beside needs."""
    on = date(2026, 11, 20)
    assert msgspec.json.encode(at_home(law(), of, on)) == msgspec.json.encode(
        at_home(law(), stripped(of), on)
    )


CANARY = "kanarek-7391"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marked_words_in_all_other_answers_occur_nowhere(lang: str) -> None:
    from vyrai.cli._text_home import draw
    from vyrai.pages import sheet_alone

    data, status = example(FULL).data(), law().atlas.statuses[0]
    data["happened"]["items"][0]["who"] = "stork"
    data["refusals"]["items"][0] |= {"office": CANARY, "words": CANARY}
    data["marks"] = [{"what": "KZ", "mark": "keep", "keeps_open": CANARY}]
    about = next(name for one in law().atlas.judging() for name in one.judgements)
    data["judgements"] = [{"about": about, "value": True, "who": CANARY}]
    for member in data["members"]["items"] if isinstance(data["members"], dict) else data["members"]:
        member["statuses"] = [{"country": "PL", "status": status.id}]
        member["goals"] = [{"words": CANARY}]
        member["helps"] = [{"words": CANARY}]
        for need in member["needs"]["items"]:
            need["words"] = CANARY
    of = loads(json.dumps(data, default=str), form_of(law().atlas))
    found, words = at_home(law(), of, date(2026, 11, 26)), Words(lang)
    told = "\n".join(
        [
            msgspec.json.encode(found).decode(),
            "\n".join(line for line, _ in draw(found, [words]).lines),
            sheet_alone(found, [words]),
        ]
    )
    assert CANARY not in told
    assert status.id not in told
    for code in ("dismissal", "ban_from_profession", "threat"):
        assert words.text(law().atlas.codes["happenings"].codes[code]) not in told
    lived_in = set(found.countries)
    for country in law().atlas.countries:
        if country.id not in lived_in and country.id != "EU":
            assert not re.search(rf"\b{re.escape(words.text(country.title))}\b", told), country.id
    assert not re.search(
        r"(?i)asylum|refug|persecut|protest|extremis|vyrai|atlas\.", sheet_alone(found, [words])
    )


@pytest.mark.parametrize("country", sorted({one.folder for one in law().atlas.takings}))
def test_what_facts_say_on_the_sheet_is_not_of_leaving(country: str) -> None:
    for one in law().atlas.takings_of(country):
        facts = [*one.facts, *one.fee, *filter(None, (one.lasts, one.takes.law, one.takes.observed))]
        said_there = " ".join(
            claim.shown.statement["en"] for name in facts for claim in law().atlas.fact(name).claims
        )
        assert not re.search(
            r"(?i)\babroad\b|\bborder|\bleav|\bprison|\bdetain|\bpolic|\bpolitic", said_there
        )


def test_every_todo_and_state_has_words() -> None:
    w = Words("en")
    for one in (wren(), wren(**takers(SIGNED)), wren(**takers({"paper": True}))):
        assert all(said.todo(w, code) for code in one.todo)
        assert "wren" in said.standing(w, one.taken)
    lines = said.lacking(
        w, [wren().taken, wren(**takers()).taken, wren(**takers(SIGNED)).taken, wren().taken]
    )
    long = "For how long: unknown."
    assert lines == (
        f"If you cannot come home: no signed paper for wren and wren is written down yet. {long}",
        f"If you cannot come home, nobody holds a paper for wren yet. {long}",
    )
    soon = msgspec.structs.replace(wren(**takers()).taken, weeks=Range(lo=1, hi=2, unit="weeks"))
    assert said.lacking(w, [soon, wren(**takers({"paper": True})).taken]) == (
        "If you cannot come home, nobody holds a paper for wren yet. So it stays for 1 to 2 weeks, if you "
        "ask for one today.",
        "If you cannot come home: a paper for wren is signed, but nobody has written down for how long.",
    )
