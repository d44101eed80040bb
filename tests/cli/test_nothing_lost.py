"""What a command leaves alone, and what it tells a family when something is not theirs to mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import INVENTED, invented, run

STAYS = """\
members:
- {alias: Stork, role: parent}
- {alias: Wren, role: child, birth: 2020-03}
others: [{alias: Raven}]
"""
OTHER = "<!doctype html>\n<title>A letter of ours</title>\n"


@pytest.fixture
def family(tmp_path: Path) -> Path:
    file = tmp_path / "case.yaml"
    file.write_text(STAYS, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (("compare",), "--html"),
        (("belong", "--to", "XA"), "--html"),
        (("home",), "--html"),
        (("pack", "--for", "anyone"), "--html"),
        (("helps",), "--csv"),
    ],
)
@pytest.mark.parametrize("content", [OTHER.encode(), b"\xff\xfe\x00", b"notes\n"])
def test_a_file_that_somebody_else_made_is_left_as_it_is(
    family: Path, tmp_path: Path, command: tuple[str, ...], option: str, content: bytes
) -> None:
    target = tmp_path / "page"
    target.write_bytes(content)
    verb, *rest = command
    found = invented(verb, family, *rest, option, target)
    assert (found.exit, found.stdout) == (2, "")
    assert "was not made by this program" in found.stderr
    assert target.read_bytes() == content


@pytest.mark.parametrize("first", [("compare",), ("belong", "--to", "XA"), ("home",)])
def test_a_page_of_ours_is_written_anew_in_whatever_language(
    family: Path, tmp_path: Path, first: tuple[str, ...]
) -> None:
    target = tmp_path / "page.html"
    target.touch()
    verb, *rest = first
    assert invented(verb, family, *rest, "--html", target, "--lang", "ru").exit == 0
    before = target.read_bytes()
    assert invented("pack", family, "--for", "anyone", "--html", target).exit == 0
    assert before != target.read_bytes()


def test_a_table_of_ours_is_written_anew_and_is_no_page(family: Path, tmp_path: Path) -> None:
    target = tmp_path / "table.csv"
    assert invented("helps", family, "--csv", target, "--lang", "ru").exit == 0
    assert invented("helps", family, "--csv", target).exit == 0
    assert invented("home", family, "--html", target).exit == 2


def test_a_file_that_cannot_be_read_is_left(
    family: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "page.html"
    target.write_text(OTHER, encoding="utf-8")
    reading = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self == target:
            raise PermissionError
        return reading(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert invented("home", family, "--html", target).exit == 2
    monkeypatch.undo()
    assert target.read_text(encoding="utf-8") == OTHER


@pytest.mark.parametrize("command", [("pack", "--for", "anyone"), ("board",)])
def test_who_stays_behind_has_no_pack_and_it_says_why(
    family: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    verb, *rest = command
    out = [tmp_path / "board.obz"] if verb == "board" else []
    found = invented(verb, family, *out, *rest, "--member", "raven")
    assert found.exit == 2
    assert "raven stays behind in this case" in found.stderr
    assert "You can choose: Stork, Wren." in found.stderr
    other = invented(verb, family, *out, *rest, "--member", "Rook")
    assert "there is nobody of that name" in other.stderr


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "atlas"
    shutil.copytree(INVENTED, folder)
    file = folder / "XA/provisions.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: place", "kind: plase"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", [("belong", "--to", "XA"), ("compare",), ("home",)])
def test_a_broken_atlas_is_told_to_a_family_before_its_keepers(
    family: Path, broken: Path, command: tuple[str, ...]
) -> None:
    verb, *rest = command
    found = run("--atlas", broken, verb, family, *rest)
    first, second, *others = found.stderr.splitlines()
    assert (found.exit, found.stdout) == (2, "")
    assert "XA/provisions.yaml" in first
    assert "Nothing of yours is lost" in second
    assert "leave out --atlas" in others[0]
    assert "there is no provision kind `plase`" in others[2]
    assert family.read_text(encoding="utf-8") == STAYS


def test_it_is_told_in_the_language_of_the_case(family: Path, broken: Path) -> None:
    family.write_text(f"lang: ru\n{STAYS}", encoding="utf-8")
    assert "Ничего вашего не пропало" in run("--atlas", broken, "compare", family).stderr
    family.write_text(f"lang: xx\n{STAYS}", encoding="utf-8")
    assert "Nothing of yours is lost" in run("--atlas", broken, "compare", family).stderr
    assert "Nothing of yours is lost" in run("--atlas", broken, "compare", family.with_name("none")).stderr
    stdin = run("--atlas", broken, "compare", "-", "<", family)
    assert stdin.exit == 2


def test_a_broken_atlas_of_the_program_itself_is_to_be_had_again() -> None:
    from vyrai.cli._session import broken as told
    from vyrai.words import Words
    from vyrai.world import AtlasError, Problem

    error = AtlasError([Problem("XA/a.yaml", 1, "what", "why", "todo")])
    assert "get the program once more" in told(Words("en"), error, chosen=False)


def test_keepers_are_told_at_once(broken: Path) -> None:
    found = run("--atlas", broken, "atlas", "show", "xa.place")
    assert (found.exit, found.stderr.partition(":")[0]) == (2, "XA/provisions.yaml")
