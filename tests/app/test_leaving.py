"""Leaving: at once, with what the browser keeps; and for good. In a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, FilePayload

from tests.app.caller import Visitor
from tests.app.page import Page as Read
from tests.app.served import Served
from tests.app.uploads import place, upload
from tests.app.walking import back, follow
from vyrai.world import Atlas

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

INVENTED = Path(__file__).parents[1] / "invented_atlas"
CANARY = "kanarek-7391"
PLAIN = f"""
members:
- {{alias: Stork, role: parent}}
- {{alias: Lark, role: child, needs: [{{need: speaking, words: {CANARY}}}]}}
"""
PHRASE = "kot lampa rzeka dym"


# -- what the app answers ------------------------------------------------------------------------------------


@pytest.fixture
def family(invented: Atlas) -> Visitor:
    visitor = Visitor(invented)
    upload(visitor, PLAIN.encode())
    return visitor


def test_while_somebody_is_away_no_page_says_anything(family: Visitor) -> None:
    assert CANARY in family.get(place(family, "answers")).text
    pages = ["", "answers", "ask", "compare", "keep", "keep/table", "keep/lines", "forget", "hides", "open"]
    assert family.send(place(family, "leave"), {}).status == 204
    for page in pages:
        reply = family.get(place(family, page))
        assert reply.status == 200
        assert "This page is put away." in reply.text
        assert len(reply.text) < 1_000
        assert "content-disposition" not in reply.headers
    reply = family.send(place(family, "keep/plain"), {"sensitive": "yes"})
    assert CANARY not in reply.text


def test_coming_back_nothing_is_lost(family: Visitor) -> None:
    family.send(place(family, "leave"), {})
    family.send(place(family, "back"), {})
    assert CANARY in family.get(place(family, "answers")).text


def test_after_forgetting_there_is_a_page_that_needs_nothing_more(family: Visitor) -> None:
    answers = place(family, "answers")
    reply = family.send(place(family, "forget"), {})
    assert reply.headers["content-type"].startswith("text/html")
    assert "Everything is forgotten" in reply.text
    assert "cache" in reply.headers["clear-site-data"]
    for link in ("<a ", "stylesheet", "<script", "<form", "src="):
        assert link not in reply.text
    assert family.get(answers).status == 404


# -- before the first sensitive question ---------------------------------------------------------------------


def skip_to_sensitive(visitor: Visitor) -> str:
    """Skip every question; the page that comes where the first sensitive one would."""
    page = visitor.get(place(visitor, "ask")).text
    for _ in range(60):
        if 'name="path"' not in page:
            break
        key = page.partition('name="q" value="')[2].partition('"')[0]
        page = visitor.send(place(visitor, "ask"), {"q": key, "path": key, "how": "not_asked"}).text
    return page


def test_the_interview_passes_once_through_what_cannot_be_hidden(real: Atlas) -> None:
    visitor = Visitor(real)
    upload(visitor, PLAIN.encode())
    page = skip_to_sensitive(visitor)
    assert "What this program cannot hide" in page
    then = page.partition('name="q" value="')[2].partition('"')[0]
    page = visitor.send(place(visitor, "hides"), {"q": then, "how": "read"}).text
    assert "<b>Sensitive.</b>" in page
    assert f'value="{then}"' in page
    assert "What this program cannot hide</h1>" not in skip_to_sensitive(visitor)


def test_all_sensitive_questions_can_be_skipped_and_asked_after_all(real: Atlas) -> None:
    visitor = Visitor(real)
    upload(visitor, PLAIN.encode())
    then = skip_to_sensitive(visitor).partition('name="q" value="')[2].partition('"')[0]
    page = visitor.send(place(visitor, "hides"), {"q": then, "how": "skip"}).text
    assert "Nothing more to ask" in page
    assert "Sensitive questions were left out" in page
    assert "the sensitive questions are left out" in visitor.get(place(visitor, "hides")).text
    page = visitor.send(place(visitor, "hides"), {"q": "", "how": "read"}).text
    assert "<b>Sensitive.</b>" in page


def test_a_sensitive_question_that_is_asked_for_passes_there_too(family: Visitor) -> None:
    page = family.get(place(family, "ask?q=members/0.wanted")).text
    assert "What this program cannot hide</h1>" in page
    page = family.send(place(family, "hides"), {"q": "members/0.wanted", "how": "read"}).text
    assert 'value="members/0.wanted"' in page


@pytest.mark.parametrize("page", ["", "hides", "about"])
def test_without_script_the_tab_is_to_be_closed(family: Visitor, page: str) -> None:
    """The way out is then a plain link, and "back" leads to where somebody was."""
    said = Read(family.get(place(family, page)).text).text
    assert re.search(
        "runs no script, “back” shows the page again.* close the tab or the window", said, re.IGNORECASE
    )


# -- in a browser --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["as it is", "keeps pages for back"])
def chromium(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Browser]:
    """Playwright switches off that Chromium keeps whole pages; people have it switched on."""
    kept = request.param != "as it is"
    started = playwright.chromium.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        ignore_default_args=["--disable-back-forward-cache"] if kept else [],
    )
    yield started
    started.close()


@pytest.fixture
def served() -> Iterator[Served]:
    with Served(atlas=INVENTED) as made:
        yield made


def choose(page: Page, data: bytes) -> None:
    """Choose a file that holds this."""
    page.set_input_files("input[type=file]", FilePayload(name="film", mimeType="", buffer=data))


@pytest.fixture
def page(chromium: Browser, served: Served) -> Iterator[Page]:
    """A notebook with answers, and some pages behind it."""
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    opened.goto(served.link)
    follow(opened.get_by_role("link", name="Open a saved notebook"))
    choose(opened, PLAIN.encode())
    follow(opened.get_by_role("button", name="Open the file"))
    follow(opened.get_by_role("link", name="Look at your answers"))
    follow(opened.get_by_role("link", name="Save or take away"))
    back(opened)
    assert CANARY in opened.inner_text("body")
    yield opened
    context.close()


def leave(page: Page, how: str) -> None:
    if how == "button":
        page.get_by_role("link", name="Hide this").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("about:blank")


@pytest.mark.slow
@pytest.mark.parametrize("how", ["button", "shift"])
def test_leaving_at_once_leaves_nothing_to_come_back_to(page: Page, how: str) -> None:
    before = page.evaluate("history.length")
    leave(page, how)
    assert page.title() == ""
    assert page.inner_text("body") == ""
    assert page.evaluate("history.length") == before
    for _ in range(4):
        back(page)
        assert page.title() in {"Notes", ""}
        said = page.inner_text("body")
        assert CANARY not in said
        assert "Stork" not in said
        assert said == "" or "This page is put away." in said


@pytest.mark.slow
def test_whoever_left_can_go_on(page: Page) -> None:
    leave(page, "shift")
    back(page)
    follow(page.get_by_role("button", name="Open again"))
    follow(page.get_by_role("link", name="Your answers"))
    assert CANARY in page.inner_text("body")


@pytest.mark.slow
def test_writing_capital_letters_is_not_leaving(page: Page) -> None:
    follow(page.get_by_role("link", name="Save or take away"))
    page.get_by_label("Passphrase").press_sequentially("KOT")
    for letter in "KOT":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    assert page.url.endswith("/keep")


@pytest.mark.slow
def test_what_is_saved_sealed_is_opened_again(page: Page, tmp_path: Path) -> None:
    follow(page.get_by_role("link", name="Save or take away"))
    for label in ("Passphrase", "The same once more"):
        page.get_by_label(label).fill(PHRASE)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save sealed file").click()
    assert coming.value.suggested_filename == "notes.age"
    file = tmp_path / "notes.age"
    coming.value.save_as(file)
    page.goto(page.url.replace("/keep", "/open"))
    page.set_input_files("input[type=file]", file)
    page.get_by_label("Passphrase, if it is sealed").fill(PHRASE)
    follow(page.get_by_role("button", name="Open the file"))
    page.wait_for_url("**/opened")
    assert "It is the notebook of 2 people." in page.inner_text("main")


@pytest.mark.slow
def test_too_large_a_file_gets_a_page_and_no_broken_line(page: Page, tmp_path: Path) -> None:
    page.goto(page.url.replace("/answers", "/open"))
    film = tmp_path / "film"
    film.write_bytes(bytes(20_000_000))
    page.set_input_files("input[type=file]", film)
    follow(page.get_by_role("button", name="Open the file"))
    page.get_by_role("alert").wait_for()
    assert "The file is too large." in page.inner_text("main")


@pytest.mark.slow
def test_forgetting_ends_the_program_and_leaves_nothing_behind(page: Page, served: Served) -> None:
    follow(page.get_by_role("link", name="Forget everything"))
    follow(page.get_by_role("button", name="Forget everything now"))
    page.get_by_role("heading", name="Everything is forgotten").wait_for()
    assert served.process.wait(20) == 0
    for _ in range(4):
        with suppress(Error):  # there is nobody who could answer
            back(page)
        said = page.locator("html").inner_text()  # of the browser's own page of errors, mostly
        assert CANARY not in said
        assert "Stork" not in said


@pytest.mark.slow
def test_without_script_leaving_is_a_plain_link(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.link)
    page.get_by_role("link", name="Hide this").click()
    page.wait_for_url("about:blank")
    context.close()
