"""The sheet that is handed over, on paper: two pages for three children, in every language."""

from __future__ import annotations

import itertools
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.choose.real import ROOT, example, law
from vyrai.choose import at_home
from vyrai.pages import sheet_alone
from vyrai.words import LANGUAGES, Words

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CASE = ROOT / "examples/paediatrician-2026-full.yaml"


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_three_children_fit_on_two_pages_and_on_a_phone(lang: str, browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    found = at_home(law(), example(CASE), date(2026, 11, 26))
    file.write_text(sheet_alone(found, [Words(lang)]), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 2


def test_the_same_case_gives_the_same_bytes_and_one_heading_of_the_page() -> None:
    found = at_home(law(), example(CASE), date(2026, 11, 26))
    both = [Words("ru"), Words("en")]
    html = sheet_alone(found, both)
    assert html == sheet_alone(at_home(law(), example(CASE), date(2026, 11, 26)), both)
    assert html.count("<h1") == 1
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
