"""A child's everyday life in the app: what was said is kept, and what is open is no no."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.app.caller import Reply, Visitor
from tests.app.family import enter, entries
from tests.app.page import Page
from vyrai.app._interview import HIDES, asked_for_good
from vyrai.choose import form_of
from vyrai.pages import not_so
from vyrai.world import Atlas

CASE = Path(__file__).parents[1] / "golden/cases/farland-needs.yaml"
ROWS = ("speaking", "walking", "eating")
CANARY = "kanarek-7391"


class Family:
    """A family of the invented atlas, at the screens of one child."""

    def __init__(self, atlas: Atlas, file: Path = CASE) -> None:
        self.visitor = Visitor(atlas)
        self.visitor.get("ask")
        enter(self.visitor, entries(atlas, file=file))
        self.root = "/".join(self.visitor.at.split("/")[:3])
        links = re.findall(r'href="(needs/[^"]+)"', self.get("answers").text)
        self.link = links[0]
        self.name = self.link.partition("/")[2]

    def get(self, link: str) -> Reply:
        return self.visitor.get(f"{self.root}/{link}")

    def part(self, part: str) -> str:
        return self.get(f"{self.link}?part={part}").text

    def key(self) -> str:
        found = re.search(r'name="(members/\d+)\.talks_by"', self.part("talk"))
        assert found
        return found[1]

    def save(self, part: str, how: str = "save", edition: str | None = None, **said: Any) -> str:
        """Press a button on a part; what is said by the names behind the member."""
        key = self.key()
        html = self.part(part)
        now = re.search(r'name="edition" value="(\d+)"', html)
        assert now
        form = {name if name == "red_lines" else f"{key}.{name}": value for name, value in said.items()}
        reply = self.visitor.send(
            f"{self.link.rpartition('/')[2]}/search",
            {"part": part, "edition": edition or now[1], "how": how, **form},
        )
        assert reply.status == 200
        return reply.text

    def daily(self, **rows: str) -> str:
        return self.save("daily", **{f"needs.{row}": much for row, much in rows.items()})

    def ticked(self, part: str) -> dict[str, str]:
        """What stands ticked on a part, by the last word of the name."""
        found = re.findall(r'name="([^"]*)" value="([^"]*)" checked', self.part(part))
        return {name.rpartition(".")[2]: value for name, value in found}


@pytest.fixture
def family(invented: Atlas) -> Family:
    return Family(invented)


def test_it_is_reached_from_the_question_the_answers_and_what_opens(family: Family) -> None:
    key = family.key()
    assert f'href="needs/{family.name}"' in family.get(f"ask?q={key}.needs").text
    assert f'href="needs/{family.name}"' in family.get("answers").text
    assert "Nothing is said yet of the needs" not in family.get("belong/XA").text


def test_what_opens_says_whose_needs_were_not_said(invented: Atlas) -> None:
    family = Family(invented, Path(__file__).parents[1] / "golden/cases/farland.yaml")
    html = family.get("belong/XA").text
    assert "Nothing is said yet of the needs" in html
    assert f'href="../needs/{family.name}"' in html


def test_talking_comes_first(family: Family) -> None:
    html = family.get(family.link).text
    assert f"<h1>How {family.name} talks</h1>" in html
    assert "No diagnosis is asked for." in html


def test_each_question_says_what_hangs_on_it(family: Family) -> None:
    html = family.part("daily")
    assert f"Is it hard for {family.name} to walk?" in html
    assert re.search(r"Asked because support hangs on it: [a-z]", html)
    assert "Asked because a school and a doctor must know it." in html


def test_answers_are_kept_and_told_in_words(family: Family) -> None:
    after = family.save(
        "talk", talks_by=["sounds", "pictures"], **{"sayings.yes": "takes your hand", "calms": "water"}
    )
    assert "what is hard</h1>" in after
    assert 'value="takes your hand"' in family.part("talk")
    assert "goals and red lines</h1>" in family.daily(speaking="much", eating="some")
    assert family.ticked("daily") == {"speaking": "much", "eating": "some"}
    family.save("goals", **{"goals.words": "a friend", "goals.area": "people", "goals.voice": "child_seen"})
    told = Page(family.part("told")).text
    for words in ("takes your hand", "water", "Needs help with eating", "a friend", "seen by what the child"):
        assert words in told
    assert "Talks with a board, pictures or a device" in told, "a need that follows from pictures"


def test_codes_are_shown_only_if_they_are_asked_for(family: Family) -> None:
    family.daily(speaking="much", eating="some", walking="none")
    for part in ("talk", "daily", "goals", "told"):
        assert "d330" not in family.part(part)
    html = family.get(f"{family.link}?part=told&icf=yes").text
    assert "d330.3" in html
    assert "It is no diagnosis." in html


def test_what_is_left_open_is_not_a_no(family: Family) -> None:
    family.daily(speaking="some", eating="none")
    assert family.ticked("daily") == {"speaking": "some", "eating": "none"}
    assert "is not answered: it stays unknown" in family.part("told") or "are not answered" in family.part(
        "told"
    )


def test_it_is_all_once_every_question_is_answered(family: Family) -> None:
    family.daily(speaking="some", eating="none", walking="none")
    assert "That is all." not in family.part("told"), "how the child talks is still open"
    family.save("talk", talks_by=["speech"])
    assert "That is all." in family.part("told")
    assert family.ticked("daily") == {"speaking": "some", "eating": "none", "walking": "none"}


def test_own_words_stay_and_a_no_takes_a_need_out(family: Family) -> None:
    key = family.key()
    family.visitor.send(
        f"{family.root}/search",
        {"q": f"{key}.needs", "path": f"{key}.needs", "how": "add", f"{key}.needs.need": "eating",
         f"{key}.needs.words": CANARY},
    )  # fmt: skip
    family.daily(eating="much")
    assert CANARY in family.part("told")
    family.daily(eating="none")
    assert CANARY not in family.part("told")


def test_undo_takes_the_last_screen_back(family: Family) -> None:
    before = family.ticked("daily")
    family.daily(speaking="much", eating="much", walking="much")
    assert family.ticked("daily") != before
    family.save("daily", how="undo")
    assert family.ticked("daily") == before


def test_what_was_emptied_is_taken_out_but_not_by_an_old_page(family: Family) -> None:
    family.save("talk", **{"calms": "water", "sayings.no": "turns away"}, talks_by=["board"])
    family.save("talk", edition="0", **{"calms": "", "sayings.no": ""})
    assert 'value="water"' in family.part("talk")
    family.save("talk", **{"calms": "", "sayings.no": ""})
    html = family.part("talk")
    assert "water" not in html
    assert "turns away" not in html
    assert "Talks with a board" not in family.part("told"), "the need went with its way of talking"


def test_a_goal_can_be_taken_out_and_red_lines_ticked(family: Family) -> None:
    family.save("goals", how="add", **{"goals.words": "a friend"})
    family.save("goals", how="add", **{"goals.words": "to read"})
    html = family.save("goals")
    assert "in your words</h1>" in html
    html = family.part("goals")
    assert html.index("a friend") < html.index("to read")
    edition = re.search(r'name="edition" value="(\d+)"', html)
    assert edition
    family.visitor.send(f"{family.name}/search", {"part": "goals", "edition": edition[1], "remove": "1"})
    assert "a friend" not in family.part("goals")
    family.visitor.send(f"{family.name}/search", {"part": "goals", "edition": edition[1], "remove": "1"})
    assert "to read" in family.part("goals"), "an old page takes nothing out"


def test_red_lines_of_the_family_stand_with_the_goals(family: Family) -> None:
    assert "No life in a camp" in family.part("goals")
    family.save("goals", red_lines=["no_camp"])
    assert 'value="no_camp" checked' in family.part("goals")
    family.save("goals", how="add", **{"goals.words": "a friend"})
    assert 'value="no_camp" checked' in family.part("goals"), "adding a goal leaves red lines alone"
    family.save("goals")
    assert 'value="no_camp" checked' not in family.part("goals")


def test_an_answer_that_cannot_be_taken_is_shown_again_and_nothing_is_kept(family: Family) -> None:
    html = family.save("talk", talks_by=["wings"], calms=CANARY)
    assert 'role="alert"' in html
    assert f'value="{CANARY}"' in html
    assert CANARY not in family.part("talk")


def test_nobody_of_that_name_leads_back_to_the_answers(family: Family) -> None:
    family.get("needs/nobody")
    assert family.visitor.at.endswith("/answers")
    family.visitor.send("needs/nobody/search", {"part": "talk"})
    assert family.visitor.at.endswith("/answers")
    family.get(f"{family.link}/search")
    assert family.visitor.at.endswith(f"/{family.link}")


def test_before_any_answer_there_is_nobody(invented: Atlas) -> None:
    visitor = Visitor(invented)
    assert visitor.get("needs/Swift").status == 200
    assert visitor.at.endswith("/answers")


def test_a_no_goes_along_with_a_sealed_notebook(invented: Atlas) -> None:
    """And nothing that is no question of the form does."""
    form = form_of(invented)
    kept = not_so("members/1.needs", "walking")
    settled = {kept, not_so("members/1.wings", "walking"), "members/1.needs", HIDES}
    assert asked_for_good(form, settled) == {kept, "members/1.needs"}


def test_own_words_are_told_nowhere_else(family: Family) -> None:
    """Neither in the comparison nor in what opens, nor for a messenger, nor in the plain file."""
    family.save("talk", **{"calms": CANARY, "upsets": CANARY, "likes": CANARY, "sayings.pain": CANARY})
    family.save("goals", how="add", **{"goals.words": CANARY})
    assert CANARY in family.part("told")
    for link in ("compare", "place/XA", "belong/XA", "weigh", "keep", "keep/text"):
        assert CANARY not in family.get(link).text, link
    for sensitive, there in (("no", False), ("yes", True)):
        plain = family.visitor.send(f"{family.root}/keep/plain", {"sensitive": sensitive}).text
        assert "members:" in plain
        assert (CANARY in plain) is there
