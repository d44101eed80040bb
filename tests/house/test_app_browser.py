"""The whole way of a family in a real browser, before a real `vyrai app`: questions, paper, the end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.app.caller import Visitor
from tests.app.family import enter, entries
from tests.app.served import Served
from tests.app.walking import follow
from tests.conftest import DEEP, start_chromium
from tests.house.hand import Hand, fits
from vyrai.world import Atlas, load_atlas

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

ROOT = Path(__file__).parents[2]
OPEN = "document.querySelectorAll('main details').forEach(d => d.open = true)"
ASKED = 10
"""So many questions are answered in the order in which they come."""
PHONE: Any = {"width": 360, "height": 780}
OWN = {"null null", "https://google.com https://google.com"}
"""What Chromium asks for by itself, whatever page is open, stands under these keys of its log."""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(ROOT / "atlas")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "network.json"


@pytest.fixture
def logged(playwright: Playwright, log: Path) -> Iterator[Browser]:
    """A Chromium that writes down what it does on the network."""
    started = start_chromium(playwright, f"--log-net-log={log}")
    yield started
    started.close()


def written(html: str) -> list[str]:
    """The answers on the page of all answers."""
    return re.findall(r'<dl class="answers">.*?</dl>', html, re.DOTALL)


class Watched:
    """A window as somebody has it, and what went wrong in it."""

    def __init__(self, browser: Browser, script: bool) -> None:
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.context = browser.new_context(viewport=PHONE, java_script_enabled=script)
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", lambda message: self.wrong.append(message.text))
        self.context.on(
            "response", lambda x: self.wrong.append(f"{x.status} {x.url}") if x.status >= 400 else None
        )
        self.page = self.context.new_page()

    def begin(self, served: Served, lang: str) -> None:
        """From the link that is printed to the first question."""
        self.page.goto(served.link)
        assert self.page.locator("html").get_attribute("lang") == lang
        follow(self.page.locator("main a.btn").first)

    def prints_the_comparison(self) -> None:
        """It fits with everything open, and on paper nothing is left of the buttons."""
        page = self.page
        follow(page.locator(".parts a[href$=compare]"))
        page.evaluate(OPEN)
        assert fits(page)
        assert page.locator(".book tbody tr").count() > 15
        assert page.pdf(format="A4").startswith(b"%PDF")
        page.emulate_media(media="print")
        assert not any(one.is_visible() for one in page.locator(".parts, .exit, .lang, .btn").all())
        page.emulate_media(media="screen")

    def close(self, served: Served) -> None:
        """Nothing was asked of anybody else, and nothing was wrong."""
        self.context.close()
        assert self.wrong == []
        assert {"/".join(url.split("/")[:3]) for url in self.asked if url[:5] != "data:"} == {served.origin}


def test_a_family_from_the_first_question_to_paper(logged: Browser, log: Path, atlas: Atlas) -> None:
    """All that it says, typed without script in one language; then looked at with script in another.

    Two of the children are like the others in all that is typed: their answers only in `make deep`.
    """
    alike = () if DEEP else ("members/1.", "members/3.")
    said = [one for one in entries(atlas, "be") if not one.key.startswith(alike)]
    with Served("--lang", "be") as served:
        window = Watched(logged, script=False)
        window.begin(served, "be")
        hand = Hand(window.page, said)
        hand.answer("members")
        for _ in range(ASKED):
            hand.answer_what_is_asked()
        hand.answer_the_rest()
        follow(window.page.locator(".parts a[href$=answers]"))
        like = Visitor(atlas, "be")
        enter(like, said)
        assert written(window.page.content()) == written(_read(window.page, like.get("answers").text))
        window.prints_the_comparison()

        other = Watched(logged, script=True)
        other.page.goto(window.page.url)
        other.page.locator(".lang summary").click()
        follow(other.page.locator(".lang a[lang=ru]"))
        follow(other.page.locator(".parts a[href$=answers]"))
        assert other.page.locator("html").get_attribute("lang") == "ru"
        assert written(other.page.content()) == written(_read(other.page, like.get("../ru/answers").text))
        follow(other.page.locator(".parts a[href$=compare]"))
        assert fits(other.page)
        window.close(served)
        other.close(served)
    logged.close()
    assert reached(log) == {served.origin}


def test_the_first_questions_with_script(logged: Browser, log: Path, atlas: Atlas) -> None:
    """As many as lead to a first answer."""
    with Served("--lang", "ru") as served:
        window = Watched(logged, script=True)
        window.begin(served, "ru")
        hand = Hand(window.page, entries(atlas, "ru"))
        hand.answer("members")
        for _ in range(ASKED):
            hand.answer_what_is_asked()
        window.prints_the_comparison()
        window.close(served)
    logged.close()
    assert reached(log) == {served.origin}


def _read(page: Page, html: str) -> str:
    """HTML as the browser writes it when it has read it."""
    other = page.context.new_page()
    other.set_content(html)
    read = other.content()
    other.close()
    return read


def reached(log: Path) -> set[str]:
    """All origins in the browser's own log of the network, beside what it asks for by itself."""
    told = json.loads(log.read_text(encoding="utf-8"))
    kind = told["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    events = [
        one["params"] for one in told["events"] if one["type"] == kind and "url" in one.get("params", {})
    ]
    urls = [one["url"] for one in events if one["network_isolation_key"] not in OWN]
    return {"/".join(url.split("/")[:3]) for url in urls if not url.startswith("data:")}


def test_the_link_works_once(browser: Browser) -> None:
    with Served() as served:
        first, second = browser.new_context(), browser.new_context()
        reply = first.new_page().goto(served.link)
        assert reply is not None
        assert reply.ok
        again = second.new_page().goto(served.link)
        assert again is not None
        assert again.status == 404
        assert "closed" in again.text()
        first.close()
        second.close()


def test_when_nobody_comes_it_ends_by_itself(browser: Browser) -> None:
    with Served("--idle", "0.05") as served:
        page = browser.new_page()
        page.goto(served.link)
        code, said = served.ended()
        assert code == 0
        assert "Nothing of the notebook is kept" in said
        with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
            page.reload()
        page.close()


@pytest.mark.parametrize("kept", [True, False], ids=["pages kept for back", "pages asked anew"])
def test_after_forget_everything_nothing_comes_back(playwright: Playwright, atlas: Atlas, kept: bool) -> None:
    """Playwright switches off that Chromium keeps whole pages for "back"; people have it switched on."""
    own = start_chromium(playwright, ignore_default_args=["--disable-back-forward-cache"] if kept else [])
    with Served() as served:
        context = own.new_context(viewport=PHONE)
        page = context.new_page()
        page.goto(served.link)
        follow(page.locator("main a.btn").first)
        Hand(page, entries(atlas)).answer("members")
        follow(page.locator(".parts a[href$=answers]"))
        assert "Swift" in page.inner_text("main")
        before = page.url
        follow(page.locator(".foot-deeds a[href$=forget]"))
        follow(page.locator("main form button"))
        code, said = served.ended()
        assert code == 0
        assert "Nothing of the notebook is kept" in said
        for _ in range(3):
            _try(page, "back")
            assert "Swift" not in page.locator("html").inner_text()
        _try(page, before)
        assert "Swift" not in page.locator("html").inner_text()
        _no_page_comes(context, before)
        context.close()
    own.close()


def _try(page: Page, where: str) -> None:
    """Go there, wherever that leads: nobody answers any more."""
    from playwright.sync_api import Error

    with suppress(Error):
        page.go_back() if where == "back" else page.goto(where)


def _no_page_comes(context: BrowserContext, where: str) -> None:
    other = context.new_page()
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        other.goto(where)
