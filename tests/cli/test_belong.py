"""`vyrai belong` on the invented atlas: what its text says, and what it will not pass over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, invented

UNSAID = ROOT / "tests/golden/cases/farland.yaml"
NEEDS = ROOT / "tests/golden/cases/farland-needs.yaml"
DAY = ("--to", "XA", "--on", "2026-11-20")


@pytest.mark.parametrize("beside", [("--ways",), ("--ways", "--places")])
def test_routes_of_one_way_are_never_told_as_a_list(beside: tuple[str, ...]) -> None:
    """A title may hold a comma: two routes joined by one would read as three."""
    text = " ".join(invented("belong", NEEDS, *DAY, *beside).stdout.split())
    assert "Guest visa › Settling" in text
    assert "Guest visa, Settling" not in text


def test_a_route_that_would_choose_nothing_is_refused() -> None:
    asked = ("belong", NEEDS, *DAY, "--route", "xa.guest-visa", "--places")
    assert invented(*asked).exit == 0
    answer = invented(*asked, "--ways")
    assert (answer.exit, answer.stdout) == (2, "")
    assert "leave out --route, or --ways" in answer.stderr


BESIDE = pytest.mark.parametrize("beside", [("--ways",), ("--places",), ("--places", "--ways")])


@BESIDE
def test_needs_that_nobody_was_asked_about_are_not_told_as_none(
    beside: tuple[str, ...], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    text = " ".join(invented("belong", UNSAID, *DAY, *beside, "--html", page).stdout.split())
    html = re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8"))
    for told in (text, html):
        assert "Nothing is said yet of the needs of Wren." in told
        assert "has named needs" not in told
    assert "`vyrai needs CASE`" in text
    assert "verdict" not in text, "there is no verdict whose ground it could tell"


@BESIDE
def test_who_said_that_there_are_no_needs_is_not_asked_again(beside: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    said = NEEDS.read_text(encoding="utf-8").replace(
        "[{need: speaking}, {need: walking}]", "{complete: yes, items: []}"
    )
    file.write_text(said, encoding="utf-8")
    page = tmp_path / "page.html"
    text = " ".join(invented("belong", file, *DAY, *beside, "--html", page).stdout.split())
    for told in (text, page.read_text(encoding="utf-8")):
        assert "No child of this family has named needs" in told
        assert "Nothing is said yet" not in told
