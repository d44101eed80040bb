"""What a checker of accessibility finds in a real browser: nothing, on one screen of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.app.tour import Shown, Tour
from tests.conftest import DEEP
from vyrai.words import LANGUAGES
from vyrai.world import load_atlas

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
AXE = ROOT / "build/pyodide/node_modules/axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
EVERY = {"type": "tag", "values": TAGS}
VIEWS: Any = [(360, "light"), (1280, "dark"), (360, "dark"), (1280, "light")]
"""Widths and colours: each language is seen in one of them, in `make deep` in all."""
LONG = 12_000
"""Signs of a screen that is seen in one language only, in `make deep` in all: the checker takes its time."""
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN = "document.querySelectorAll('main details').forEach(d => d.open = true)"
LOOK = """async rules => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false});
  return found.violations.map(v => [v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]);
}"""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not AXE.exists(), reason="needs npm"),
]


@pytest.fixture(scope="module")
def tour() -> Tour:
    return Tour(load_atlas(ROOT / "atlas"))


@pytest.fixture(params=LANGUAGES, ids=str)
def lang(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def screens(lang: str, tour: Tour) -> list[Shown]:
    return list(tour.screens(lang))


@pytest.fixture
def page(browser: Browser, tour: Tour, screens: list[Shown]) -> Iterator[Page]:
    """A tab to which the app answers without a socket. The policy of the app would keep the checker out."""
    context = browser.new_context(bypass_csp=True)
    context.route("**/*", tour.serving(screens))
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def test_nothing_is_found(page: Page, screens: list[Shown], lang: str) -> None:
    """With everything open that can be opened."""
    found: list[Any] = []
    turn = LANGUAGES.index(lang)
    own = VIEWS[turn % len(VIEWS)]
    for number, one in enumerate(screens):
        if not DEEP and len(one.html) > LONG and number % len(LANGUAGES) != turn:
            continue
        page.goto(one.address)
        page.evaluate(OPEN)
        for width, colours in VIEWS if DEEP else [own]:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=colours)
            found += [(one.name, width, colours, *each) for each in page.evaluate(LOOK, EVERY)]
            beyond = page.evaluate(OVER)
            found += [(one.name, width, f"{beyond} px wider than the screen")] if beyond > 0 else []
    assert not found, "\n".join(map(str, found))


def test_nothing_is_found_in_the_open_menu(page: Page, screens: list[Shown]) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(screens[0].address)
    page.locator(".lang summary").click()
    assert page.locator(".lang a").count() == len(LANGUAGES)
    assert page.locator(".lang a").first.is_visible()
    assert page.evaluate(LOOK, EVERY) == []


def test_the_checker_finds_what_is_wrong(page: Page, screens: list[Shown]) -> None:
    """So that finding nothing says something."""
    page.goto(screens[0].address)
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert {"color-contrast", "label"} <= {each[0] for each in page.evaluate(LOOK, EVERY)}
