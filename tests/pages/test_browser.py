"""The page in a real browser: it fits, it can be read, the first screen is the first screen, it prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pages.fake import comparison
from vyrai.pages import notebook
from vyrai.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Every text against the nearest painted background, as WCAG 2.2 reckons it; pictures are measured by hand.
CONTRAST = """() => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const line = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => { const [r, g, b] = c.map(line);
                       return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
                          if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const poor = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.getClientRects().length || e.closest('style')) continue;
    const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 6) poor.push([walk.currentNode.data.trim().slice(0, 40), ratio]);
  }
  return poor;
}"""


@pytest.fixture(scope="module", params=["en", "ru"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page") / "notes.html"
    made.write_text(notebook(comparison(), Words(request.param)), encoding="utf-8")
    return made


@pytest.fixture(params=[(360, 800), (1280, 900)], ids=["phone", "desk"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture(params=["light", "dark"])
def page(
    request: pytest.FixtureRequest, browser: Browser, file: Path, size: tuple[int, int]
) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=request.param)
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


def test_no_sideways_scroll_even_with_everything_open(page: Page) -> None:
    assert page.evaluate(OVER) <= 0
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(OVER) <= 0


def test_text_stands_out(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(CONTRAST) == []


def test_the_first_screen_holds_what_matters(page: Page, size: tuple[int, int]) -> None:
    first = page.locator("#first")
    assert len(first.inner_text().split()) <= 60
    box = first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= size[1]


def test_folded_it_is_short(page: Page, size: tuple[int, int]) -> None:
    """Four countries, with everything folded."""
    most = {360: 9_000, 1280: 5_000}[size[0]]
    assert page.evaluate("document.documentElement.scrollHeight") < most


def test_a_number_leads_into_its_fold(browser: Browser, file: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(file.as_uri())
    link = page.locator("#step a[data-k]:visible").first
    goal = link.get_attribute("href")
    link.click()
    assert goal
    assert page.locator(f"[id='{goal[1:]}']").is_visible()
    page.close()


def test_a_thumb_can_hit_it(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    heights = page.evaluate(
        "[...document.querySelectorAll('summary, .tile, .deed, .exit, .mark')]"
        ".filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_the_keyboard_reaches_and_the_link_opens_what_it_points_into(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    inner = page.locator("details a[href^='#'][data-k]").last.get_attribute("href")
    assert inner
    assert page.locator(f"[id='{inner[1:]}']").count() == 1


@pytest.mark.parametrize("width", [320, 620, 768, 1024])
def test_widths_between(browser: Browser, file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(OVER) <= 0
    page.close()


def test_right_to_left_fits_too(browser: Browser, file: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(file.as_uri())
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate(OVER) <= 0
    page.close()


def test_paper_is_black_on_white_with_everything_told(browser: Browser, file: Path) -> None:
    page = browser.new_page(viewport={"width": 690, "height": 1000}, color_scheme="dark")
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate(OVER) <= 0
    inside = page.locator("details.land .way").first.bounding_box()
    assert inside
    assert inside["height"] > 50
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


def test_on_paper_each_country_begins_a_sheet(browser: Browser, file: Path) -> None:
    page = browser.new_page()
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    breaks = page.evaluate(
        "[...document.querySelectorAll('#lands, .land')].map(e => getComputedStyle(e).breakBefore)"
    )
    heading, first, *others = breaks  # the first country stands under the heading, which begins a sheet
    assert heading == "page"
    assert first == "auto"
    assert others
    assert set(others) == {"page"}
    page.close()
