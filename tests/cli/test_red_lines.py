"""What a family will not do, as it reads it: support not counted, who stays behind, papers of one child."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import invented, run

FAMILY = """\
members:
- {alias: Stork, role: parent, residence: BY, insured: yes}
- alias: Wren
  role: child
  birth: 2012-04
  residence: BY
  insured: no
  citizenships: [{country: KZ, document: passport}]
  takers: {complete: yes, items: []}
  needs: [{need: hearing, much: much}]
red_lines: [{wish: no_institution}, {wish: no_separation}]
"""
ON = ("--on", "2026-11-27")


@pytest.fixture
def family(tmp_path: Path) -> Path:
    file = tmp_path / "family.yaml"
    file.write_text(FAMILY, encoding="utf-8")
    return file


def words(html: str) -> str:
    return " ".join(re.sub(r"<style.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL).split())


def test_a_boarding_school_is_told_and_not_counted(family: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    found = run("belong", family, "--to", "BY", *ON, "--html", page)
    for text in (" ".join(found.stdout.split()), words(page.read_text(encoding="utf-8"))):
        told = text[text.index("Not counted: against your red line") :]
        assert "A boarding school for deaf pupils" in told
        assert "In an institution, day and night" in told
        assert "No child goes to an institution" in told
        assert "nobody holds a paper for Wren yet. For how long: unknown." in text
    listed = json.loads(run("belong", family, "--to", "BY", *ON, "--json").stdout)["belonging"]["supports"]
    against = {one["provision"]: one.get("against") for one in listed}
    assert against["by.belong.deaf-boarding"] == "no_institution"
    assert against["by.belong.school"] is None


def test_a_child_who_is_a_citizen_there_reads_so(family: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    found = run("belong", family, "--to", "KZ", *ON, "--html", page)
    for text in (" ".join(found.stdout.split()), words(page.read_text(encoding="utf-8"))):
        assert "Wren is a citizen there: what opens is reckoned on that" in text
        assert "Citizen of Kazakhstan" in text
    case = family.read_text(encoding="utf-8").replace("country: KZ", "country: PL")
    family.write_text(case, encoding="utf-8")
    said = " ".join(run("belong", family, "--to", "PL", *ON).stdout.split())
    assert "Nobody has written down what that opens" in said


def test_who_would_stay_behind_is_named_wherever_a_way_is_told(tmp_path: Path) -> None:
    atlas = tmp_path / "atlas"
    source = Path(__file__).parents[1] / "invented_atlas"
    for file in source.rglob("*.*"):
        to = atlas / file.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes())
    route = next(one for one in (atlas / "XA/routes").glob("*.yaml") if "kind: visa" in one.read_text())
    route.write_text(
        route.read_text(encoding="utf-8").replace(
            "requirements:\n",
            "requirements:\n"
            "- requirement: xa.guest-visa.insured\n"
            "  wording: {en: Is insured}\n"
            "  for: {each: person, effect: person}\n"
            "  when: p.insured\n"
            "  source: [xa.guest.who]\n"
            "  examples:\n"
            "  - {given: {members: [{alias: a, role: parent, insured: yes}]}, then: met}\n"
            "  - {given: {members: [{alias: a, role: parent, insured: no}]}, then: not met}\n"
            "  - {given: {members: [{alias: a, role: parent}]}, then: unknown}\n",
            1,
        ),
        encoding="utf-8",
    )
    case, page = tmp_path / "case.yaml", tmp_path / "page.html"
    case.write_text(
        "members:\n"
        "- {alias: stork, role: parent, insured: yes}\n"
        "- {alias: wren, role: child, insured: no}\n"
        "red_lines: [{wish: no_separation}]\n",
        encoding="utf-8",
    )
    line = "We are not separated: wren would stay behind"
    compared = run("--atlas", atlas, "compare", case, *ON, "--html", page)
    assert line in " ".join(compared.stdout.split()), compared.stderr
    assert line in words(page.read_text(encoding="utf-8"))
    page.unlink()
    opened = run("--atlas", atlas, "belong", case, "--to", "XA", *ON, "--html", page)
    for text in (" ".join(opened.stdout.split()), words(page.read_text(encoding="utf-8"))):
        assert line in text
        assert "This way does not take wren" in text
    assert "stay behind" not in invented("compare", case, *ON).stdout
