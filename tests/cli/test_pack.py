"""`vyrai pack` and `vyrai board`: on the terminal, as a page, and as a file that other programs open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from tests.cli.conftest import invented, run
from vyrai.cli._pack import AUDIENCES
from vyrai.prove import Audience, read
from vyrai.words.packing import beside

CHILD = """\
members:
- {alias: stork, role: parent, birth: 1990-01}
- alias: lark
  role: child
  birth: 2020-03
  needs: [{need: speaking, much: much, words: a secret of ours}]
  sayings: [{means: stop, how: lies down}]
  calms: a blue blanket
  medicine: a green pill
happened: [{kind: threat, for_views: yes, date: 2026-01, who: stork}]
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.yaml"
    file.write_text(CHILD, encoding="utf-8")
    return file


def test_the_audiences_are_those_of_the_engine() -> None:
    assert get_args(Audience) == AUDIENCES


def test_each_audience_reads_its_own(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "school.html"
    school = invented("pack", case, "--for", "school", "--to", "xa", "--html", page)
    assert school.exit == 0, school.stderr
    health = invented("pack", case, "--for", "health", "--to", "XA", "--json")
    for text in (school.stdout, page.read_text(encoding="utf-8")):
        assert "a blue blanket" in text
        assert "lies down" in text
        assert "a green pill" not in text
    assert "a green pill" in health.stdout
    assert json.loads(health.stdout)["pack"]["audience"] == "health"
    assert "a secret of ours" not in school.stdout + health.stdout


def test_a_school_reads_the_sheet_in_its_own_language_too(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "school.html"
    polish = run("pack", case_of(tmp_path), "--for", "school", "--to", "PL", "--lang", "ru", "--html", page)
    html = page.read_text(encoding="utf-8")
    assert polish.exit == 0, polish.stderr
    for text in (polish.stdout, html):
        assert "Для школы" in text or "ДЛЯ ШКОЛЫ" in text
        assert "Dla szkoły" in text
        assert "Co jest trudne" in text
        assert "Mało mówi albo nie mówi" in " ".join(text.split())
        assert text.count("a blue blanket") == 1, "the words of the family stand once, as they wrote them"
    english = run("pack", case_of(tmp_path), "--for", "school", "--to", "DE", "--lang", "ru").stdout
    assert "For the school: Germany" in english
    assert "What is hard" in english
    mine = run("pack", case_of(tmp_path), "--for", "school", "--to", "PL", "--lang", "pl").stdout
    assert "For the school" not in mine
    assert " / " not in mine.partition("Co jest trudne")[2].partition("\n")[0]
    chosen = run(
        "pack", case_of(tmp_path), "--for", "school", "--to", "PL", "--lang", "ru", "--with", "be"
    ).stdout
    assert "Dla szkoły" not in chosen
    health = run("pack", case_of(tmp_path), "--for", "health", "--to", "PL", "--lang", "ru").stdout
    assert "Co jest trudne" not in health


def case_of(folder: Path) -> Path:
    """The child once more, with no happening that only the invented atlas knows."""
    file = folder / "real.yaml"
    file.write_text(CHILD.partition("happened")[0], encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("lang", "audience", "spoken", "second"),
    [
        ("ru", "school", ("pl",), "pl"),
        ("ru", "school", ("he", "ar"), "en"),
        ("ru", "school", ("be", "ru"), None),
        ("en", "school", ("de",), None),
        ("ru", "health", ("pl",), None),
        ("ru", "school", (), "en"),
    ],
)
def test_which_language_stands_beside(
    lang: str, audience: str, spoken: tuple[str, ...], second: str | None
) -> None:
    assert beside(lang, audience, spoken) == second


def test_a_second_language_leaves_room_for_the_words_of_the_family(case: Path) -> None:
    said = invented("pack", case, "--for", "anyone", "--member", "LARK", "--with", "ru").stdout
    assert said.count("a blue blanket") == 1
    assert "Что меня успокаивает" in said
    assert "Стоп" in said


def test_adults_are_in_no_pack_of_a_school_unless_named(case: Path, small: Path) -> None:
    said = invented("pack", case, "--for", "school", "--to", "XA", "--member", "stork").stdout
    assert "STORK" in said
    alone = case.with_name("alone.yaml")
    alone.write_text("members: [{alias: stork, role: parent}]\n", encoding="utf-8")
    assert "Nobody of the family is meant" in invented("pack", alone, "--for", "school", "--to", "XA").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "school"), "--to"),
        (("--for", "school", "--to", "QQ"), "no such country"),
        (("--for", "anyone", "--member", "wren"), "there is nobody of that name in the case: wren"),
    ],
)
def test_what_is_not_there_is_told(case: Path, words: tuple[str, ...], said: str) -> None:
    answer = invented("pack", case, *words)
    assert (answer.exit, answer.stdout) == (2, "")
    assert said in answer.stderr


def test_a_board_holds_no_word_of_the_case_and_is_the_same_again(case: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "a.obz", tmp_path / "b.obz"
    for file in (out, again, again):
        answer = run("board", case, file, "--member", "lark", "--lang", "ru", "--with", "pl")
        assert answer.exit == 0, answer.stderr
    assert out.read_bytes() == again.read_bytes()
    boards = read(out.read_bytes())
    assert [boards.board(path)["locale"] for path in boards.paths.values()] == ["ru", "pl"]
    whole = b"".join(boards.files.values()).decode()
    for word in ("lark", "lies down", "a blue blanket"):
        assert word not in whole


def test_boards_that_the_child_has_go_along(case: Path, tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.obf", tmp_path / "a.obz"
    board = {"format": "open-board-0.1", "id": "mine", "buttons": [], "ext_other": {"kept": 1.5}}
    mine.write_text(json.dumps(board), encoding="utf-8")
    answer = run("board", case, out, "--member", "lark", "--read", mine)
    assert answer.exit == 0, answer.stderr
    boards = read(out.read_bytes())
    assert boards.board(boards.paths["mine"]) == board
    last = boards.board(boards.root)["buttons"][-1]
    assert last["load_board"] == {"id": "mine", "path": boards.paths["mine"]}
    twice = run("board", case, tmp_path / "b.obz", "--member", "lark", "--read", out)
    assert (twice.exit, "would be added" in twice.stderr) == (2, True)


@pytest.mark.dear
@pytest.mark.parametrize("content", [b"no board", b"PK\x03\x04 broken", None])
def test_what_is_no_board_is_neither_read_nor_written_over(
    content: bytes | None, case: Path, tmp_path: Path
) -> None:
    file = tmp_path / "x.obz"
    if content is not None:
        file.write_bytes(content)
        answer = run("board", case, file, "--member", "lark")
        assert (answer.exit, file.read_bytes()) == (2, content)
    answer = run("board", case, tmp_path / "y.obz", "--member", "lark", "--read", file)
    assert answer.exit == 2
    assert str(file) in answer.stderr
    assert not (tmp_path / "y.obz").exists()


def test_neither_the_case_nor_the_boards_that_were_read_are_written_over(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.obz"
    run("board", case, out, "--member", "lark")
    before = out.read_bytes()
    for words in ((case, case), (case, out, "--read", out)):
        answer = run("board", *words, "--member", "lark", "--lang", "pl")
        assert answer.exit == 2
    assert (case.read_text(encoding="utf-8"), out.read_bytes()) == (CHILD, before)
