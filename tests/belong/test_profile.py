"""What a family said of each member's everyday life, in its own words; codes only if asked for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.made import case, child, parent
from tests.world.invented import invented
from vyrai.belong import Profile, asked_needs, follows, interview, profiles
from vyrai.choose import form_of
from vyrai.family import Form, loads
from vyrai.world import Atlas, Need, load_atlas

ROOT = Path(__file__).parents[2]
ATLAS = invented()
SWIFT = child(
    talks_by=["sounds", "pictures"],
    sayings=[{"means": "yes", "how": "takes your hand"}, {"how": "hums"}],
    calms="water",
    needs=[
        {"need": "speaking", "much": "much", "words": "a few sounds"},
        {"need": "walking", "much": "some"},
        {"need": "board_or_device"},
    ],
    goals=[{"words": "a friend", "area": "people", "voice": "child_seen"}, {"words": "to read"}],
)


@cache
def real() -> Atlas:
    return load_atlas(ROOT / "atlas")


@cache
def form() -> Form:
    return form_of(real())


def the(*members: dict[str, Any], coded: bool = False, **root: Any) -> Profile:
    return profiles(ATLAS, case(*members, **root), coded=coded).members[0]


def test_what_was_said_is_told() -> None:
    one = the(parent(), SWIFT)
    assert [way.title["en"] for way in one.talks_by] == ["Sounds or single words", "Pictures"]
    assert [(said.means and said.means.title["en"], said.how) for said in one.sayings] == [
        ("Yes", "takes your hand"),
        (None, "hums"),
    ]
    assert (one.calms, one.upsets, one.likes) == ("water", None, None)
    assert [(need.need, need.much, need.words) for need in one.needs] == [
        ("speaking", "much", "a few sounds"),
        ("walking", "some", None),
        ("board_or_device", None, None),
    ]
    assert [
        (goal.words, goal.area and goal.area.code, goal.voice and goal.voice.code) for goal in one.goals
    ] == [
        ("a friend", "people", "child_seen"),
        ("to read", None, None),
    ]


def test_children_come_first_and_one_can_be_asked_for() -> None:
    found = profiles(ATLAS, case(parent(), SWIFT))
    assert [one.group for one in found.members] == ["child", "adult"]
    name = found.members[0].member
    assert [one.member for one in profiles(ATLAS, case(parent(), SWIFT), name.upper()).members] == [name]
    assert profiles(ATLAS, case(parent(), SWIFT), "nobody").members == ()


def test_red_lines_are_of_the_family() -> None:
    found = profiles(
        ATLAS, case(parent(), red_lines=[{"wish": "soon_safe"}, {"wish": {"unknown": "not_asked"}}])
    )
    assert [line.title["en"] for line in found.red_lines] == ["Safe as soon as possible"]


def test_no_code_unless_it_is_asked_for() -> None:
    assert "d330" not in msgspec.json.encode(profiles(ATLAS, case(parent(), SWIFT))).decode()
    assert [need.icf for need in the(parent(), SWIFT, coded=True).needs] == ["d330.3", "d450.2", "e125+8"]


def test_a_need_that_was_not_asked_is_open_and_never_a_no() -> None:
    one = the(parent(), SWIFT, coded=True)
    assert (one.complete, one.open, one.asked, one.not_so) == (False, 1, 3, ())


def test_a_list_that_is_all_says_no_to_the_rest() -> None:
    done = SWIFT | {"needs": {"complete": True, "items": SWIFT["needs"]}}
    assert the(parent(), done).not_so == ()
    one = the(parent(), done, coded=True)
    assert (one.complete, one.open) == (True, 0)
    assert [(need.need, need.icf) for need in one.not_so] == [("eating", "d550.0")]


def test_whether_anything_was_said() -> None:
    assert not the(child()).begun
    assert not the(child(needs={"unknown": "will_not_say"})).begun
    for said in ({"calms": "water"}, {"needs": {"complete": True, "items": []}}, {"talks_by": ["speech"]}):
        assert the(child(**said)).begun


def test_what_helps_and_what_is_no_measure() -> None:
    from vyrai.belong.profile import icf

    assert icf(Need("aid", icf="e125"), "much") == "e125+3"
    assert icf(Need("aid", icf="e125"), "none") == "e125+0"
    assert icf(Need("signs", icf="d340", qualified=False), "much") == "d340"
    assert icf(Need("own"), "much") is None


def test_the_interview_is_in_parts_with_what_hangs_on_it() -> None:
    parts = interview(ATLAS)
    assert [part.title["en"] for part in parts] == [
        "Understanding and being understood",
        "Every day",
        "Moving, seeing, hearing",
    ]
    assert [row.need for part in parts for row in part.rows] == ["speaking", "eating", "walking"]
    kinds = {row.need: [kind.code for kind in row.kinds] for part in parts for row in part.rows}
    assert kinds["eating"] == []
    assert "therapy" in kinds["speaking"]


def test_a_need_follows_from_a_way_of_talking() -> None:
    assert follows(ATLAS)["pictures"] == "board_or_device"
    assert "speech" not in follows(ATLAS)


def test_an_atlas_without_the_lists_asks_nothing() -> None:
    bare = msgspec.structs.replace(ATLAS, codes={}, needs=(Need("own", ask={"en": "?"}, group="talk"),))
    assert (interview(bare), follows(bare), asked_needs(bare)) == ((), {}, ("own",))


def test_the_real_interview_is_about_twenty_questions_in_four_languages() -> None:
    rows = [row for part in interview(real()) for row in part.rows]
    assert 18 <= len(rows) <= 25
    assert len(rows) == len(asked_needs(real()))
    for row in rows:
        assert set(row.ask) >= {"en", "ru", "be", "pl"}
        assert all("{name}" in text for text in row.ask.values())
    known = set(real().codes["needs"].codes)
    assert (
        {one.id for one in real().needs}
        == known
        == {row.need for row in rows} | set(follows(real()).values())
    )


@given(st.data())
def test_twenty_answers_give_at_least_fifteen_coded_items(data: st.DataObject) -> None:
    """Whichever twenty questions are answered, and how much it is said to be."""
    rows = data.draw(st.permutations(asked_needs(real())))[:20]
    needs = [{"need": row, "much": data.draw(st.sampled_from(["some", "much"]))} for row in rows]
    said = json.dumps({"members": [{"alias": "Wren", "role": "child", "needs": needs}]})
    found = profiles(real(), loads(said, form()), coded=True).members[0]
    assert len({need.icf for need in found.needs if need.icf}) >= 15
    assert {need.icf[-1] for need in found.needs if need.icf} <= {"2", "3"}


@pytest.mark.parametrize("need", real().needs, ids=lambda need: need.id)
def test_every_need_has_a_code_and_no_words_of_others(need: Need) -> None:
    assert need.icf
    assert need.title == {
        lang: text for lang, text in real().codes["needs"].codes[need.id].items() if lang not in ("icf",)
    }
