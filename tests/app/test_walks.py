"""Random walks: whatever somebody presses, there is a page and a way on, and nothing said is lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.app.caller import Visitor
from tests.app.page import Control, Form, Page
from tests.conftest import DEEP
from vyrai.words import LANGUAGES
from vyrai.world import load_atlas

ATLAS = load_atlas(Path(__file__).parents[1] / "invented_atlas")
OWN = re.compile(r"^(?!https?:|about:|mailto:|#|\.\./s/)")
"""Links that stay inside."""
ENDS = ("forget",)
"""Screens whose form ends the notebook; they are looked at, and not pressed."""
WALKS = 500 if DEEP else min(50, settings().max_examples // 2)
"""A dozen in `make check`, fifty in `make test`."""
TAKES_AWAY = ("remove", "undo", "none", "open")
STRANGE = [
    "",
    "0",
    "-1",
    "1987",
    "2026-13",
    "open",
    "unknown",
    "1e9",
    "{name}",
    "<b>&\"'",
    "..",
    "\N{BIRD}",
    "x" * 399,
]


class Walk(RuleBasedStateMachine):
    """Somebody with one notebook and two tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.somebody = Visitor(ATLAS)
        self.tab: tuple[str, Page] | None = None
        self.before: list[str] = []
        self.said: dict[str, str] = {}
        self.status = 200

    @property
    def page(self) -> Page:
        return Page(self.somebody.last.text)

    def look(self) -> dict[str, str]:
        """What the page of all answers says, by where each answer can be changed."""
        at, last = self.somebody.at, self.somebody.last
        root = "/".join(at.split("/")[:3])
        html = self.somebody.get(f"{root}/answers").text
        self.somebody.at, self.somebody.last = at, last
        rows = re.findall(r"<dd>(.*?)</dd><dd><a href=\"([^\"]*)\"", html, re.DOTALL)
        return {link: said for said, link in rows}

    @initialize(lang=st.sampled_from(LANGUAGES))
    def begin(self, lang: str) -> None:
        self.somebody.get(f"../{lang}/")

    @rule(data=st.data())
    def follow(self, data: Any) -> None:
        """Follow any link that stays inside."""
        links = sorted({link for link in self.page.links if OWN.match(link)})
        self.before.append(self.somebody.at)
        self.status = self.somebody.get(data.draw(st.sampled_from(links))).status

    @rule(data=st.data())
    def press(self, data: Any) -> None:
        """Fill in a form with anything and press any of its buttons."""
        self._press(data, self.somebody.at, self.page)

    @rule()
    def keep_a_tab(self) -> None:
        """Leave this page open in another tab."""
        self.tab = (self.somebody.at, self.page)

    @rule(data=st.data())
    def press_in_the_other_tab(self, data: Any) -> None:
        """Press something on the page that was left open."""
        if self.tab is not None:
            self.somebody.at = self.tab[0]
            self._press(data, *self.tab)

    def _press(self, data: Any, at: str, page: Page) -> None:
        forms = [form for form in page.forms if form.method == "POST" and form.buttons and not form.upload]
        forms = [form for form in forms if form.action.rpartition("/")[2] not in ENDS]
        if not forms:
            return
        form: Form = data.draw(st.sampled_from(forms))
        button = data.draw(st.sampled_from(form.buttons))
        sent: dict[str, list[str]] = {}
        for name, value in form.hidden:
            sent.setdefault(name, []).append(value)
        for control in form.controls:
            value = data.draw(self._filled(control))
            if value is not None:
                sent.setdefault(control.name, []).append(value)
        if button.name:
            sent.setdefault(button.name, []).append(button.value)
        before = self.look()
        self.somebody.at = at
        self.status = self.somebody.send(form.action, sent).status
        if button.name not in TAKES_AWAY and button.value not in TAKES_AWAY:
            lost = [link for link in before if link not in self.look()]
            assert not lost, f"{len(lost)} answers are gone"

    @staticmethod
    def _filled(control: Control) -> st.SearchStrategy[str | None]:
        if control.kind in ("radio", "checkbox"):
            return st.sampled_from([None, *control.options])
        if control.options:
            return st.sampled_from(control.options)
        return st.one_of(st.none(), st.sampled_from(STRANGE), st.text(max_size=20))

    @rule(lang=st.sampled_from(LANGUAGES))
    def switch(self, lang: str) -> None:
        """Read the same page in another language."""
        parts = self.somebody.at.split("/")
        self.status = self.somebody.get("/".join([*parts[:2], lang, *parts[3:]])).status

    @rule()
    def reload(self) -> None:
        """Load the page again."""
        before = self.look()
        self.status = self.somebody.get(self.somebody.at).status
        assert self.look() == before

    @rule()
    def back(self) -> None:
        """Go where the browser was before."""
        if self.before:
            self.status = self.somebody.get(self.before.pop()).status

    @invariant()
    def there_is_always_a_page_and_a_way_on(self) -> None:
        assert self.status == 200
        page = self.page
        assert page.heads, "a page without a heading"
        assert any(OWN.match(link) for link in page.links), "a dead end"
        assert "{name}" not in page.text.replace("{name}" if self._wrote_name else "\0", "")

    @property
    def _wrote_name(self) -> bool:
        return any("{name}" in said for said in self.look().values())


@pytest.mark.dear
def test_no_walk_leads_to_a_mistake_a_dead_end_or_a_lost_answer() -> None:
    run_state_machine_as_test(
        Walk, settings=settings(max_examples=WALKS, stateful_step_count=30, deadline=None)
    )
