"""Going from page to page in a real browser, and being there before anything is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

BETWEEN_TWO_PAGES = "Not attached to an active page"
TRIES = 20


def follow(link: Locator) -> None:
    """Press what leads to another page, and wait until that is there."""
    with link.page.expect_navigation():
        link.click()


def back(page: Page) -> None:
    """Go back as the button of the browser does, which cannot be pressed between two pages."""
    for left in reversed(range(TRIES)):
        page.wait_for_load_state()
        try:
            page.go_back()
        except Error as error:
            if BETWEEN_TWO_PAGES not in error.message or not left:
                raise
            page.wait_for_timeout(100)
        else:
            return
