"""The page of a comparison: what it holds, what it never holds, and that it is the same every time."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import msgspec
import pytest

from tests.pages.fake import comparison
from tests.pages.invented import text
from vyrai.choose.model import Comparison, Known
from vyrai.pages import notebook
from vyrai.words import Words

VOID = {"meta", "link", "br", "line", "rect", "circle", "path", "use", "img"}
_ITEMS, _CELLS = {"li", "dt", "dd"}, {"td", "th"}
_BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "section", "details", "form", "footer"} | {
    f"h{level}" for level in range(1, 7)
}
IMPLIED = {
    **dict.fromkeys(_BLOCKS, ({"p"},)),
    **dict.fromkeys(_ITEMS, ({"p"}, _ITEMS)),
    **dict.fromkeys(_CELLS, ({"p"}, _CELLS)),
    "tr": ({"p"}, _CELLS, {"tr"}),
}
"""By what begins, what may have ended before it without a word, the innermost first."""
ENDED = {
    **dict.fromkeys(("section", "article", "details", "main", "header", "aside", "form", "body"), ({"p"},)),
    **dict.fromkeys(("ul", "ol", "dl", "div", "footer"), ({"p"}, _ITEMS)),
    **dict.fromkeys((*_ITEMS, *_CELLS), ({"p"},)),
    "tr": ({"p"}, _CELLS),
    **dict.fromkeys(("thead", "tbody", "table"), ({"p"}, _CELLS, {"tr"})),
}
"""The same by what ends."""


class Tree(HTMLParser):
    """Elements in order, with their path, attributes and text; refuses what is not closed and must be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[dict[str, str]] = []
        self.all: list[dict[str, str]] = []
        self.feed(html)
        assert not self.stack

    def _left_out(self, may_end: tuple[set[str], ...]) -> None:
        """HTML lets some ends be left out: before what cannot stand inside, and where the parent ends."""
        for tags in may_end:
            if self.stack and self.stack[-1]["<"] in tags:
                self.stack.pop()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._left_out(IMPLIED.get(tag, ()))
        element = {**{name: value or "" for name, value in attrs}, "<": tag, "text": ""}
        element["in"] = " ".join(e["<"] for e in self.stack)
        self.all.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append({**{n: v or "" for n, v in attrs}, "<": tag, "text": "", "in": ""})

    def handle_endtag(self, tag: str) -> None:
        if self.stack and self.stack[-1]["<"] != tag:
            self._left_out(ENDED.get(tag, ()))
        if tag not in VOID:
            assert self.stack.pop()["<"] == tag, f"{tag} is closed in the wrong place"

    def handle_data(self, data: str) -> None:
        for element in self.stack:
            element["text"] += data

    def of(self, *tags: str) -> list[dict[str, str]]:
        return [element for element in self.all if element["<"] in tags]


@pytest.fixture(scope="module")
def made() -> Comparison:
    return comparison()


@pytest.fixture(scope="module", params=["en", "ru"])
def page(request: pytest.FixtureRequest, made: Comparison) -> str:
    return notebook(made, Words(request.param))


@pytest.fixture(scope="module")
def tree(page: str) -> Tree:
    return Tree(page)


def test_the_same_comparison_makes_the_same_bytes(made: Comparison, page: str) -> None:
    assert notebook(made, Words("en" if '<html lang="en"' in page else "ru")) == page


@pytest.mark.parametrize(("kind", "most"), [("perhaps", 5_500), ("closed", 900)])
def test_a_way_costs_few_bytes(kind: str, most: int) -> None:
    """What one way more adds: its cells, its fold and its sources; of a closed one a line and its sources."""
    few, many = (len(notebook(comparison(**{kind: n}), Words()).encode()) for n in (10, 30))
    assert (many - few) / 20 < most


def test_what_every_page_carries_is_small(made: Comparison) -> None:
    bare = msgspec.structs.replace(
        made, rows=(), leaving=(), next=None, first=None, people=(), also={}, perils=(), sources={}, events={}
    )
    assert len(notebook(bare, Words()).encode()) < 32_000


def test_nothing_runs_and_nothing_is_fetched(page: str, tree: Tree) -> None:
    assert not tree.of("script", "iframe", "object", "embed", "form", "img", "base")
    assert [e["href"][:5] for e in tree.of("link")] == ["data:"]
    assert not [
        name for e in tree.all for name in e if name.startswith("on") or name in ("style", "src", "srcset")
    ]
    assert not re.search(r"url\((?!#)|@import|javascript:", page)
    policy = next(e for e in tree.of("meta") if e.get("http-equiv"))
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_only_sources_lead_outside(made: Comparison, tree: Tree) -> None:
    urls = {claim.url for claims in made.sources.values() for claim in claims}
    outside = [e for e in tree.of("a") if not e["href"].startswith("#")]
    assert {e["href"] for e in outside} <= urls | {"about:blank"}
    assert any(e.get("name") == "referrer" and e["content"] == "no-referrer" for e in tree.of("meta"))


def test_the_tab_says_nothing(tree: Tree) -> None:
    (title,) = tree.of("title")
    assert title["text"] in ("Notes", Words("ru")("Notes"))
    assert any(e.get("name") == "robots" and e["content"] == "noindex" for e in tree.of("meta"))


def test_every_link_within_the_page_arrives(tree: Tree) -> None:
    ids = [e["id"] for e in tree.all if "id" in e]
    assert len(ids) == len(set(ids))
    assert {e["href"][1:] for e in tree.of("a", "use") if e["href"].startswith("#")} <= set(ids)


def facts_shown(made: Comparison) -> set[str]:
    """Every fact that a door, a duration, a cell or a reason of a way that is not closed stands on."""
    found: set[str] = set()
    for peril in made.perils:
        found.update(peril.facts)
    for link in (*made.leaving, *(link for links in made.also.values() for link in links)):
        found.update((*link.door.facts, *link.contacts))
    for row in made.rows:
        if row.way == "closed":
            continue
        for link in row.chain:
            found.update((*link.door.facts, *link.contacts))
            found.update(fact for shut in link.blockers for fact in shut.facts)
        if not row.later:
            found.update(row.weeks_to_safety.facts if row.weeks_to_safety.hi else ())
            for right in (row.weeks_to_work, row.weeks_to_profession, *row.school):
                found.update(right.facts)
            found.update((*row.money.fees.facts, *row.danger_way.facts))
            found.update((*row.danger_there.facts, *row.sent_back.facts))
    return found


def test_every_fact_of_a_cell_has_its_source_on_the_page(made: Comparison, tree: Tree) -> None:
    listed = {e["href"] for e in tree.of("a")}
    for fact in sorted(facts_shown(made)):
        assert made.sources[fact][0].url in listed, f"{fact} has no source on the page"


def test_every_fact_stands_once_with_its_statement(made: Comparison, tree: Tree) -> None:
    """Where its source stands, there its words stand: no title, no number and no link goes without."""
    links = [e["href"] for e in tree.of("a")]
    said = {claim.url: claim.statement["en"] for claims in made.sources.values() for claim in claims}
    for url in said:
        assert links.count(url) <= sum(url == claim.url for of in made.sources.values() for claim in of)
    for element in tree.of("li"):
        if element.get("id", "").isdigit():
            assert any(words in element["text"] for words in said.values()), element["text"]


def test_every_source_of_a_place_is_named_and_leads_back(tree: Tree) -> None:
    ids = {e["id"] for e in tree.all if "id" in e}
    places = [e for e in tree.of("cite", "p") if e.get("id", "").startswith("_")]
    assert places
    for chip in [e for e in tree.of("a") if "data-k" in e]:
        assert re.search(r"\w.*, \S", chip["text"])
    back = [e["href"][1:] for e in tree.of("a") if e["text"] == "↩"]
    assert back
    assert set(back) <= ids
    assert not [e for e in tree.all if e.get("class") != "off" and re.fullmatch(r"\+\d+", e["text"].strip())]


def test_rivals_stand_side_by_side(page: str) -> None:
    assert page.count("class=rivals") == 1
    assert "The ministry says sixty days." in page
    assert "A bird waited a year." in page


def test_no_cell_is_empty_and_none_holds_a_dash(tree: Tree) -> None:
    for cell in tree.of("td", "th", "dd", "dt", "li", "p", "h1", "h2", "h3", "h4"):
        assert cell["text"].strip() not in ("", "-", "–", "—"), cell


def test_unknown_has_its_own_look_and_says_why(page: str) -> None:
    for gap in re.findall(r'<p class="gap">.*?</p>', page):
        assert re.search(r"<b>\S.*</b>: \S", gap)
    assert page.count("class=gap") > 2
    assert page.count("class=unkn") > 3


def test_headings_go_down_step_by_step(tree: Tree) -> None:
    levels = [int(e["<"][1]) for e in tree.all if re.fullmatch(r"h\d", e["<"])]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in itertools.pairwise(levels))


def test_pictures_are_hidden_from_readers_of_the_screen(tree: Tree) -> None:
    assert all(e.get("aria-hidden") == "true" for e in tree.of("svg"))


def test_nothing_is_promised_or_ranked(page: str) -> None:
    words = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    assert not re.search(r"entitled|eligible|guarantee|\bbest\b|\brank\b|\d ?%|#1\b", words, re.IGNORECASE)


def test_parts_and_countries_keep_their_order(made: Comparison, tree: Tree) -> None:
    shown = [row for row in made.rows if row.way != "closed" and not row.later]
    anchors = {e["id"] for e in tree.of("article", "li") if re.fullmatch(r"x[a-d]-\d+", e.get("id", ""))}
    assert len(tree.of("article")) == len(shown) - 1  # the fourth way into a country is told in a few lines
    assert len(anchors) == len(made.rows)
    parts = [e["id"] for e in tree.of("section") if e.get("id")]
    assert parts == ["first", "risks", "places", "leaving", "lands", "people", "unknown", "sources"]
    lands = [e["id"] for e in tree.of("details") if e.get("class") == "land"]
    english = "Arrowland" in tree.of("body")[0]["text"]
    order = ["xb", "xc", "xa", "xd"] if english else ["xc", "xb", "xa", "xd"]
    assert lands == [f"land-{one}" for one in order]


def test_text_of_the_records_is_text() -> None:
    made = comparison()
    row = msgspec.structs.replace(made.rows[0], title=text("<script>alert(1)</script> & co"))
    page = notebook(msgspec.structs.replace(made, rows=(row,)), Words())
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in page


def test_a_text_in_another_language_is_marked(made: Comparison) -> None:
    page = notebook(made, Words("ru"))
    assert '<html lang="ru"' in page
    assert '<span lang="en">International protection</span>' in page
    assert "Виза по соображениям совести" in page


def test_what_is_in_no_column_is_not_printed(made: Comparison) -> None:
    """Support items and the labels of answers may tell of sensitive answers: the page prints neither."""
    link = made.rows[0].chain[0]
    told = msgspec.structs.replace(link, support=("members/0.CANARY-ARREST",))
    row = msgspec.structs.replace(made.rows[0], chain=(told,))
    assert made.next
    question = msgspec.structs.replace(made.next, item="CANARY-ITEM", label="CANARY-LABEL", sensitive=True)
    page = notebook(msgspec.structs.replace(made, rows=(row,), next=question), Words())
    assert "CANARY" not in page


def test_a_fact_without_a_source_does_not_break_the_page(made: Comparison) -> None:
    row = msgspec.structs.replace(made.rows[0], danger_there=Known(facts=("nobody.wrote-this",)))
    assert "nobody.wrote-this" not in notebook(msgspec.structs.replace(made, rows=(row,)), Words())


def test_a_page_with_nothing_known_still_stands(made: Comparison) -> None:
    bare = msgspec.structs.replace(
        made, rows=(), leaving=(), next=None, first=None, people=(), also={}, perils=(), sources={}, events={}
    )
    assert "<h1" in notebook(bare, Words())
