"""The page of the demo family on the real atlas: how much of it there is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.golden import command_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
BYTES, PIXELS = 530_000, 12_000
"""The whole page at 360 pixels, with every fold closed."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("real") / "notes.html"
    case = ROOT / "examples/paediatrician-2026.yaml"
    answer = command_file.run(f"vyrai compare {case} --on 2026-11-20 --html {page}")
    assert answer.exit == 0, answer.stderr
    return page


def test_it_is_light_and_short(browser: Browser, file: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(file.as_uri())
    assert page.locator(".way").count()
    assert len(file.read_bytes()) < BYTES
    assert page.evaluate("document.documentElement.scrollHeight") < PIXELS
    first = page.locator("#first")
    assert len(first.inner_text().split()) <= 60
    box = first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 800
    page.close()


def test_no_id_stands_where_words_should(browser: Browser, file: Path) -> None:
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    said = page.locator("main").inner_text()
    ids = page.evaluate(r"(said) => said.match(/\b(judged:|members\/|[a-z]{2}\.[a-z]+-[a-z-]+)\S*/gi)", said)
    assert not ids
    page.close()


def test_what_holds_of_many_countries_is_said_once_and_led_to(file: Path) -> None:
    html = file.read_text(encoding="utf-8")
    once = {
        "candour": "telling a consul or a border officer",
        "left-out": "whoever made this page can print them",
    }
    for place, words in once.items():
        assert html.count(words) == html.count(f'id="{place}"') == 1
        assert html.count(f'href="#{place}"') > 1
