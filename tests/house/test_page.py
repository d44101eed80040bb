"""The page that a family is given, in a real browser: it fetches nothing, and fits a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.golden import command_file

ROOT = Path(__file__).parents[2]
CLI = ROOT / "src/vyrai/cli/__init__.py"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CLI.exists() and list((ROOT / "examples").glob("*-2026.yaml"))), reason="no page yet"
    ),
]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that `make demo` writes."""
    page = tmp_path_factory.mktemp("page") / "notebook.html"
    case = ROOT / "examples/paediatrician-2026.yaml"
    answer = command_file.run(f"vyrai compare {case} --on 2026-11-20 --html {page}")
    assert answer.exit == 0, answer.stderr
    return page


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [360, 1280], ids=["phone", "desk"])
def test_the_page_needs_nothing_from_outside(
    browser: Browser, notebook: Path, width: int, script: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(notebook.as_uri())
    assert page.title()
    assert asked == [notebook.as_uri()]
    assert said == []
    if script:
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, f"the page is {beyond} px wider than the screen"
    context.close()


def test_the_page_prints(browser: Browser, notebook: Path) -> None:
    page = browser.new_page()
    page.goto(notebook.as_uri())
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()
