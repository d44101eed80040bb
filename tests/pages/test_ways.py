"""Ways in are told in full, ways to stay on and closed ones in a line, and danger is never folded away."""

from __future__ import annotations

import re

import msgspec
import pytest

from tests.pages.fake import comparison
from tests.pages.invented import text
from vyrai.choose.lands import asks_after_entering
from vyrai.choose.model import Comparison, Known, Link, Open
from vyrai.pages import notebook
from vyrai.pages._desk import Desk
from vyrai.words import Words


@pytest.fixture(scope="module")
def made() -> Comparison:
    return comparison()


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def land(page: str, country: str) -> str:
    found = re.search(
        rf'<details class="land" id="land-{country}">.*?(?=<details class="land"|</section>)', page, re.S
    )
    assert found
    return found[0]


def test_ways_to_stay_on_stand_folded_under_their_country(made: Comparison) -> None:
    once = re.search(
        r'<details class="once">.*?</ul></details>', land(notebook(made, Words()), "xb"), re.DOTALL
    )
    assert once
    assert "Once there: 4 ways to stay on" in once[0]
    assert "Leave and come back, kind 1" in once[0]
    assert "Whether being dismissed counts as a threat" in once[0]
    assert "Leave and come back, kind 2" in once[0]
    assert "Nobody reads why" not in once[0]


def test_closed_ways_stand_folded_with_what_is_in_the_way(made: Comparison) -> None:
    page = notebook(made, Words())
    said = words_of(land(page, "xa"))
    assert "Closed today: 2 ways in" in said
    assert "A grandparent was a citizen of the place before the war" in said


def test_a_country_that_is_closed_is_a_line_with_one_blocker(made: Comparison) -> None:
    rows = [row for row in made.rows if row.country != "XD" or row.way == "closed"]
    page = notebook(msgspec.structs.replace(made, rows=tuple(rows)), Words())
    assert '<details class="land" id="land-xd">' not in page
    line = re.search(r'<li id="land-xd"><details><summary>(.*?)</summary>', page, re.DOTALL)
    assert line
    assert "A grandparent was a citizen of the place before the war" in line[1]


def test_a_country_stands_once_by_its_best_way(made: Comparison) -> None:
    page = notebook(made, Words())
    table = words_of(page[page.index('<table class="book"') : page.index("</table>")])
    for name in ("Arrowland", "Brookland", "Cedarland", "Dunland"):
        assert table.count(name) == 1
    assert "Brookland Visa-free stay, up to one year Open Door: takes people" in table
    assert "International protection" not in table  # there is another way without great danger


def test_the_words_are_explained_once(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert said.count("whether the office or border takes anybody today") == 1
    assert "Conditions: 2 of 5 conditions met, 3 unknown." in said
    assert "Door: takes some people only." in said


def test_ways_out_with_the_same_answer_are_one_card(made: Comparison) -> None:
    leaving = re.search(r'<section class="sec" id="leaving".*?</section>', notebook(made, Words()), re.DOTALL)
    assert leaving
    assert "<b>By road to Elmland, Firland and Gorseland</b>" in leaving[0]
    assert leaving[0].count("Everybody has a paper to enter") == 2  # in its heading, and with its source
    inside = leaving[0][leaving[0].index("What only works while you are inside") :]
    assert "A new passport" in inside
    assert "By air" not in inside
    assert "По дороге в Elmland, Firland и Gorseland" in notebook(made, Words("ru"))


def test_what_to_get_first_stands_at_the_way(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert "First get: Is lark insured? (the same for swift)" in said


def test_nothing_is_better_is_said_once(made: Comparison) -> None:
    once = "None of these ways is surely better than another on what is known."
    assert once not in notebook(made, Words())
    assert "Nothing beats it on what is known." in notebook(made, Words())
    rows = tuple(msgspec.structs.replace(row, unbeaten=True) for row in made.rows if row.way == "perhaps")
    said = words_of(notebook(msgspec.structs.replace(made, rows=rows), Words()))
    assert said.count(once) == 1
    assert "Nothing beats it" not in said


def test_a_question_says_what_it_is_for_and_where_the_answer_goes(made: Comparison) -> None:
    card = re.search(r'id="next">.*?id="step"', notebook(made, Words()), re.DOTALL)
    assert card
    assert "Brookland: Visa-free stay, up to one year" in card[0]
    assert "Arrowland: Visa on grounds of conscience and Residence card" in card[0]
    assert "Tell it to whoever made this page for you." in card[0]
    command = "vyrai answer CASE relatives VALUE --save FILE"
    assert command in card[0]
    open_to_all = re.sub(r"<details>.*?</details>", "", card[0], flags=re.DOTALL)
    assert command not in open_to_all  # only for helpers, in a fold


def test_one_question_for_all_is_asked_once(made: Comparison) -> None:
    assert made.next
    of = {"label": "Stork.stays", "also": ("Lark.stays",)}
    page = notebook(msgspec.structs.replace(made, next=msgspec.structs.replace(made.next, **of)), Words())
    assert "For each of you: Does a relative" in page
    assert "in the case file, at: Stork.stays and Lark.stays." in page


def test_a_sum_says_what_it_is_made_of(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert "you have 2,000 XXA; fees: up to 240 XXA; rent until you may work: 900 to 3,100 XXA" in said
    assert "up to 1,340 XXA short or up to 1,100 XXA left" in said
    assert "fees: none was found" in said


def test_the_fewer_countries_the_more_is_told_of_each(made: Comparison) -> None:
    assert [Desk.full(n) for n in (1, 6, 7, 10, 11, 40)] == [3, 3, 2, 2, 1, 1]
    said = words_of(land(notebook(made, Words()), "xa"))
    more = said[said.index("Further ways in, with more in the way") :]
    assert "International protection" in more
    assert "Still unknown: Whether being dismissed counts as a threat" in more
    assert "Danger on the way: at least 3 of 4, great. Who learns your name: the border guard." in more
    assert "No separation of the family" in more


def test_a_column_that_is_alike_is_told_once(made: Comparison) -> None:
    said = words_of(land(notebook(made, Words()), "xa"))
    assert "Money left or short and School: as for Permit of the" in said


def test_a_mark_stands_with_what_keeps_it_open(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert "kept open, in your words, by “the visa”; until 1 March 2027; this answer surely holds" in said


def test_dangers_are_one_list_whose_heads_are_never_folded(made: Comparison) -> None:
    page, depth, seen = notebook(made, Words()), 0, ""
    for piece in re.split(
        r"(<summary>|</summary>)", page[page.index('id="risks"') : page.index('id="places"')]
    ):
        depth += {"<summary>": 1, "</summary>": -1}.get(piece, 0)
        seen += piece if depth else ""
    said = words_of(seen)
    assert "Danger 3 of 4, great : 1 step Going back closes for years" in said
    assert "Being sent back : Brookland" in said
    risks = words_of(page[page.index('id="risks"') : page.index('id="places"')])
    assert "At this step: Speak to the guard (Arrowland and xz)" in risks.replace("XZ", "xz")
    assert "Who learns your name: the border guard and the town." in risks
    assert "The high court stopped two returns" in risks
    assert "Files are taken at two of nine offices, by appointment." in page


def test_an_event_without_a_known_end_does_not_look_ended(made: Comparison) -> None:
    event = msgspec.structs.replace(made.events["xa.pause"], seen="2025-03-01")
    page = notebook(msgspec.structs.replace(made, events={"xa.pause": event}), Words())
    assert "since September 2023; still so on 1 March 2025, an end was not found" in page
    ended = msgspec.structs.replace(made.events["xa.pause"], end="2024-02")
    assert "September 2023 to February 2024" in notebook(
        msgspec.structs.replace(made, events={"xa.pause": ended}), Words()
    )


def test_whom_to_ask_is_said_by_country_and_where_nobody_was_found(made: Comparison) -> None:
    rows = tuple(
        msgspec.structs.replace(
            row, chain=tuple(msgspec.structs.replace(one, contacts=()) for one in row.chain)
        )
        if row.country == "XD"
        else row
        for row in made.rows
    )
    page = notebook(msgspec.structs.replace(made, rows=rows), Words())
    people = words_of(page[page.index('id="people"') : page.index('id="unknown"')])
    assert "No office or helper with an address or a telephone was found for: Dunland." in people
    assert "A free line answers on weekdays" in people


def needing(made: Comparison) -> Comparison:
    """The same family, one child of which has needs; the care of one country is known."""
    people = tuple(msgspec.structs.replace(one, needs=one.alias == "swift") for one in made.people)
    known, unknown = made.rows[0].weeks_to_work, made.rows[0].weeks_to_profession
    care = (
        msgspec.structs.replace(known, right="health_care", title={"en": "Health care"}),
        msgspec.structs.replace(
            unknown, right="care_benefit", title={"en": "Care benefit"}, weeks=None, note=None
        ),
    )
    rows = tuple(
        msgspec.structs.replace(
            row,
            school=tuple(
                msgspec.structs.replace(one, member=who)
                for one, who in zip(row.school, ("lark", "swift", "wren"), strict=False)
            ),
            care=care if row.country != "XD" else (care[1],),
            inclusion=Known(facts=("xa.wanted",)) if row.country == "XA" else Known(facts=()),
        )
        for row in made.rows
    )
    return msgspec.structs.replace(made, people=people, rows=rows)


def test_a_child_with_needs_is_thought_of_at_the_top_and_in_every_country(made: Comparison) -> None:
    page = notebook(needing(made), Words())
    top = words_of(page[: page.index('id="risks"')])
    assert "Swift: thought of in every country. Known so far, of 4: school in 3" in top
    assert "a benefit for care in 0. The rest nobody has written down yet." in top
    table = words_of(page[page.index('<table class="book"') : page.index("</table>")])
    assert table.count("Swift:") == 4
    assert "Care benefit: not written down yet" in table
    for country in ("xa", "xb", "xc", "xd"):
        said = words_of(land(page, country))
        assert "For Swift" in said
        assert "Care benefit: nobody has written this down yet" in said
    assert "412 posts for paediatricians" in words_of(land(page, "xa"))
    assert "nothing was found on life with needs there" in words_of(land(page, "xb"))
    assert "thought of in every country" not in notebook(made, Words())


def test_countries_that_are_perhaps_open_stand_by_what_they_hang_on(made: Comparison) -> None:
    table = notebook(made, Words())
    table = table[table.index('<table class="book"') : table.index("</table>")]
    said = words_of(table)
    only, sources = (
        "Perhaps: Only answers or papers of yours are missing",
        "Perhaps: Not known in the sources",
    )
    assert said.index(only) < said.index("Arrowland") < said.index(sources) < said.index("Dunland")
    assert said.index("Brookland") < said.index(only)
    assert "A person decides" not in said
    assert "2 answers of yours; 1 decision by a person; 1 thing not in the sources" in said


def test_a_sum_that_is_asked_for_stands_at_its_way(made: Comparison) -> None:
    cover = made.rows[2].rents[0]
    rows = tuple(
        msgspec.structs.replace(
            row, chain=tuple(msgspec.structs.replace(one, sums=(cover,)) for one in row.chain)
        )
        if row.country == "XC"
        else row
        for row in made.rows
    )
    page = notebook(msgspec.structs.replace(made, rows=rows), Words())
    assert "Sum it names: 420 to 610 XXA a month, Two rooms" in words_of(land(page, "xc"))
    assert "420 to 610 XXA a month (Two rooms)" in words_of(page[: page.index("</table>")])


def test_a_sensitive_answer_leaves_its_question_and_nothing_else(made: Comparison) -> None:
    hidden = Open(
        item="happened",
        label="happened",
        text=text("What was done to you?"),
        reason="perhaps_more",
        who="family",
        sensitive=True,
    )
    (first, *rest) = made.leaving
    said = words_of(
        notebook(
            msgspec.structs.replace(made, leaving=(msgspec.structs.replace(first, open=(hidden,)), *rest)),
            Words(),
        )
    )
    assert "What was done to you? your answer is not printed here" in said
    assert "you have named some" not in said


def test_no_day_ends_what_is_only_perhaps_open(made: Comparison) -> None:
    def holds(way: str) -> bool:
        row = msgspec.structs.replace(
            made.rows[1],
            way=way,
            chain=tuple(
                msgspec.structs.replace(one, way=way, until="2027-02-11") for one in made.rows[1].chain
            ),
        )
        return "holds until 11 February 2027" in notebook(
            msgspec.structs.replace(made, rows=(row,), leaving=()), Words()
        )

    assert holds("open")
    assert not holds("perhaps")


def test_what_was_read_after_the_day_asked_is_not_said_to_be_out_of_force(made: Comparison) -> None:
    late = {
        name: tuple(
            msgspec.structs.replace(one, standing="not_that_day", since="2026-11-26")
            if name == "xa.help"
            else one
            for one in claims
        )
        for name, claims in made.sources.items()
    }
    page = notebook(msgspec.structs.replace(made, sources=late), Words())
    people = words_of(page[page.index('id="people"') : page.index('id="unknown"')])
    assert "known only since 26 November 2026" in people
    assert "not in force" not in people


def test_birds_are_explained_where_the_first_one_stands(made: Comparison) -> None:
    said = words_of(notebook(made, Words()))
    assert said.index("Birds stand for your names: you are Stork.") < said.index("Lark")
    two = tuple(msgspec.structs.replace(one, group="adult") for one in made.people[:2])
    assert "Birds stand for your names: the adults are Stork and Lark." in notebook(
        msgspec.structs.replace(made, people=two), Words()
    )


CANDOUR = "speak to a lawyer before: telling a consul or a border officer something untrue"


def linked(made: Comparison, *kinds: str) -> tuple[Link, ...]:
    """A chain of routes of these kinds, named after their places."""
    link = made.rows[0].chain[0]
    return tuple(msgspec.structs.replace(link, kind=kind, route=f"xa.{n}") for n, kind in enumerate(kinds))


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (["visa", "protection"], {"xa.0", "xa.1"}),
        (["visa-free", "permit", "protection", "protection"], {"xa.0", "xa.2", "xa.3"}),
        (["protection", "visa"], set()),
        (["permit", "protection"], set()),
        (["visa", "permit"], set()),
    ],
)
def test_who_comes_in_as_a_visitor_and_then_asks_for_protection(
    made: Comparison, kinds: list[str], found: set[str]
) -> None:
    assert asks_after_entering(linked(made, *kinds)) == found


def test_whoever_would_ask_for_protection_after_a_visit_is_warned_once_in_a_country(made: Comparison) -> None:
    assert CANDOUR not in words_of(notebook(made, Words()))
    asking = tuple(
        msgspec.structs.replace(row, chain=linked(made, "visa", "protection")) if row.country == "XA" else row
        for row in made.rows
    )
    page = notebook(msgspec.structs.replace(made, rows=asking), Words())
    assert words_of(page).count(CANDOUR) == words_of(land(page, "xa")).count(CANDOUR) == 1
