"""The hand that types a case into the forms of the app, in a real browser."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.app.family import Entry
from tests.app.walking import follow

if TYPE_CHECKING:
    from playwright.sync_api import Page

OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    page.wait_for_load_state()
    return int(page.evaluate(OVER)) <= 0


class Hand:
    """Types into the forms of the notebook that is open."""

    def __init__(self, page: Page, said: list[Entry]) -> None:
        self.page = page
        self.left: dict[str, list[Entry]] = defaultdict(list)
        for one in said:
            self.left[one.key].append(one)

    def answer_what_is_asked(self) -> None:
        """The question that is shown, about one or several."""
        form = self.page.locator("form.answering")
        paths = [one.get_attribute("value") or "" for one in form.locator("input[name=path]").all()]
        if len(paths) == 1 and paths[0] in self.left:
            self.answer(paths[0])
            return
        written = [path for path in paths if path in self.left and self.left[path][0].filled]
        for path in written:
            (one,) = self.left.pop(path)
            self._fill(one)
        self._press("answer" if written else "not_asked")

    def answer(self, key: str) -> None:
        """All that is to be said to one question, which is shown."""
        for one in self.left.pop(key):
            self._fill(one)
            self._press(one.how)

    def answer_the_rest(self) -> None:
        """What was not asked, found by its address."""
        for key in list(self.left):
            self.page.goto(re.sub(r"[^/]*$", "", self.page.url) + f"ask?q={key}")
            if self.page.url.partition("?")[0].endswith("hides"):
                follow(self.page.locator("main form button").first)
            self.answer(key)

    def _fill(self, one: Entry) -> None:
        for name, values in one.filled.items():
            for value in values:
                inputs = self.page.locator(f'form.answering [name="{name}"]')
                ticks = self.page.locator(f'form.answering input[name="{name}"][value="{value}" i]')
                if ticks.count() and ticks.get_attribute("type") in ("radio", "checkbox"):
                    ticks.check()
                elif inputs.evaluate("e => e.tagName") == "SELECT":
                    inputs.select_option(value)
                else:
                    inputs.fill(value)

    def _press(self, how: str) -> None:
        assert fits(self.page)
        follow(self.page.locator(f'form.answering button[name=how][value="{how}"]').first)
        assert not self.page.locator("[role=alert]").count(), self.page.locator("[role=alert]").inner_text()
