"""Bad input: one clear message, exit 2, nothing written, and nothing of the case repeated."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, invented

CANARY = "kanarek-7391"


def replaced(old: str, new: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        assert old in SMALL
        file.write_text(SMALL.replace(old, new), encoding="utf-8")

    return make


def written(data: bytes) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        file.write_bytes(data)

    return make


def link(file: Path) -> None:
    file.with_name("other.yaml").write_text(SMALL)
    file.symlink_to(file.with_name("other.yaml"))


def unreadable(file: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    file.write_text(SMALL)
    file.chmod(0)


BOMB = b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"
BAD: dict[str, Callable[[Path], None]] = {
    "not YAML": written(f"members: [{{alias: {CANARY}".encode()),
    "wrong type": replaced("role: parent", f"role: [{CANARY}]"),
    "unknown key": replaced("birth: 1990-01", f"brith: {CANARY}"),
    "impossible date": replaced("1990-01", "1990-02-31"),
    "no date": replaced("1990-01", CANARY),
    "child older than parent": replaced("2020-03", "1980-03"),
    "negative money": replaced("900", "-73917391"),
    "no number": replaced("900", CANARY),
    "unknown currency": replaced("currency: XXA", f"currency: {CANARY}"),
    "unknown country": replaced("country: XA", f"country: {CANARY}"),
    "unknown happening": replaced("kind: threat", f"kind: {CANARY}"),
    "unknown language": replaced("birth: 1990-01", f"languages: [{{language: {CANARY}}}]"),
    "duplicate member": replaced("alias: lark", "alias: stork"),
    "unknown member": replaced("who: stork", f"who: {CANARY}"),
    "future": replaced("2026-01", "2097-01"),
    "10 MB": written(os.urandom(64) * 160_000),
    "10 MB of text": written(b"a" * 10_000_000),
    "bomb": written(BOMB),
    "binary": written(b"\0\1\2"),
    "not UTF-8": written("members: ж".encode("cp1251")),
    "empty": written(b""),
    "symlink": link,
    "directory": Path.mkdir,
    "pipe": os.mkfifo,
    "missing": lambda file: None,
    "unreadable": unreadable,
}
COMMANDS = {
    "compare": ("compare", "CASE", "--html", "OUT"),
    "why": ("why", "CASE", "xa.guest-visa"),
    "belong": ("belong", "CASE", "--to", "XA"),
    "plan": ("plan", "CASE", "--to", "XA", "--ics", "OUT"),
    "ask": ("ask", "CASE"),
    "answer": ("answer", "CASE", "sponsor", "yes", "--save", "OUT"),
    "mark": ("mark", "CASE", "XA", "keep", "--save", "OUT"),
    "done": ("done", "CASE", "xa.step", "--save", "OUT"),
    "date": ("date", "CASE", "xa.step", "2027-03-04", "--save", "OUT"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_bad_case(kind: str, command: str, lang: str, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    BAD[kind](file)
    before = sorted(tmp_path.iterdir())
    known = {"CASE": str(file), "OUT": str(tmp_path / "out.yaml")}
    answer = invented(*(known.get(word, word) for word in COMMANDS[command]), "--lang", lang)
    assert (answer.exit, answer.stdout) == (2, "")
    lines = answer.stderr.splitlines()
    assert lines[0].startswith(str(file)), answer.stderr
    assert 3 <= len(lines) <= 4
    assert lines[1].startswith("  Why: " if lang == "en" else "  Почему: ")
    assert lines[2].startswith("  Do: " if lang == "en" else "  Что делать: ")
    assert CANARY not in answer.stderr
    assert "73917391" not in answer.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("wrong", "lang", "said"),
    [
        (("birth: 1990-01", "birth: soon"), "en", "write a date, as 2019-05-14, 2019-05 or 2019"),
        (("birth: 1990-01", "birth: soon"), "ru", "напишите дату, как 2019-05-14, 2019-05 или 2019"),
        (("birth: 1990-01", "birth: soon"), "be", "напішыце дату, як 2019-05-14, 2019-05 або 2019"),
        (("birth: 1990-01", "birth: soon"), "pl", "napiszcie datę, np. 2019-05-14, 2019-05 albo 2019"),
        (
            ("birth: 1990-01", "statuses: [{status: xa.guest, to: soon}]"),
            "ru",
            "напишите дату, как 2019-05-14, 2019-05 или 2019, или open",
        ),
        (("amount: 900", "amount: [900]"), "pl", "napiszcie liczbę, np. 2000 albo {lo: 1500, hi: 2500} albo"),
        (("role: parent", "role: [parent]"), "be", "напішыце адзін з адказаў на выбар або {unknown:"),
    ],
)
def test_what_to_write_instead_is_said_in_the_language_of_the_rest(
    wrong: tuple[str, str], lang: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "case.yaml"
    replaced(*wrong)(file)
    assert said in invented("compare", file, "--lang", lang).stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("why", "CASE", "xa.guest"), "there is no such route in the atlas\n  Did you mean: xa.guest-visa"),
        (("mark", "CASE", "XX", "keep", "--save", "OUT"), "there is no such country or route in the atlas"),
        (("done", "CASE", "xa.nothing", "--save", "OUT"), "there is no such step in the atlas"),
        (("done", "CASE", "xa.settle", "--route", "xa.no", "--save", "OUT"), "on no way of that name"),
        (("date", "CASE", "xa.nothing", "2027-03-04", "--save", "OUT"), "there is no such step in the atlas"),
        (
            ("date", "CASE", "xa.settle", "soon", "--save", "OUT"),
            "dates[1].date: this is not a day of the calendar",
        ),
        (
            ("date", "CASE", "xa.settle", "2027-01", "--save", "OUT"),
            "not a day of the calendar, written whole",
        ),
        (
            ("date", "CASE", "xa.settle", "30.02.2027", "--save", "OUT"),
            "leave it out while you know only the",
        ),
        (
            ("date", "CASE", "xa.settle", "2026-01-01", "--save", "OUT"),
            "DAY: this day is over; write down what",
        ),
        (("atlas", "show", "xa.nothing"), "there is no such fact in the atlas"),
        (("answer", "CASE", "stork.nothing", CANARY, "--save", "OUT"), "there is no such answer"),
        (("answer", "CASE", "savings[1].amount", CANARY, "--save", "OUT"), "this is not a number"),
        (("answer", "CASE", "stork.exit_ban", CANARY, "--save", "OUT"), "this is neither yes nor no"),
        (("answer", "CASE", "happened[1].kind", CANARY, "--save", "OUT"), "this is not one of the"),
        (("answer", "CASE", "savings", f'{{"{CANARY}', "--save", "OUT"), "this is not JSON"),
        (("answer", "-", "sponsor", "-", "--save", "OUT"), "cannot both be read"),
        (("answer", "CASE", "sponsor", "yes"), "Missing option '--save'"),
        (("mark", "CASE", "XA", "love", "--save", "OUT"), "'love' is not one of"),
        (("compare", "CASE", "--on", "2026-02-30"), "there is no such day"),
        (("compare", "CASE", "--lang", "xx"), "'xx' is not one of"),
        (("ask", "CASE", "--count", "0"), "--count"),
        (("answer", "CASE", "sponsor", "yes", "--save", "CASE"), "it is never changed"),
        (("compare", "CASE", "--html", "CASE"), "it is never changed"),
        (("answer", "CASE", "sponsor", "yes", "--save", "FOLDER"), "this is a link or a folder"),
        (("answer", "CASE", "sponsor", "yes", "--save", "NOWHERE"), "it could not be written"),
        (("answer", "CASE", "sponsor", "yes", "--save", "PICTURE"), "is not a case, so it was left as it is"),
        (("atlas", "check", "NOWHERE"), "there is no such folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_bad_command(words: tuple[str, ...], said: str, small: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "picture").write_bytes(b"\x89PNG\0")
    names = {
        "CASE": small.name,
        "OUT": "out.yaml",
        "FOLDER": "folder",
        "NOWHERE": "no/where",
        "PICTURE": "picture",
    }
    before = {file: file.is_file() and file.read_bytes() for file in tmp_path.iterdir()}
    paths = {word: tmp_path / name for word, name in names.items()}
    answer = invented(*(paths.get(word, word) for word in words))
    assert (answer.exit, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert CANARY not in answer.stderr
    assert {file: file.is_file() and file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("what", ["nowhere", "picture"])
def test_a_bad_atlas(what: str, small: Path, tmp_path: Path) -> None:
    from tests.cli.conftest import run

    (tmp_path / "picture").write_bytes(b"\x89PNG\0")
    answer = run("--atlas", tmp_path / what, "compare", small)
    assert (answer.exit, answer.stdout) == (2, "")
    assert "atlas" in answer.stderr


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_mistake_of_the_program_repeats_nothing(
    debug: str, small: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(f"an answer: {CANARY}")

    monkeypatch.setattr("vyrai.choose.compare", fail)
    monkeypatch.setenv("VYRAI_DEBUG", debug)
    answer = invented("compare", small)
    assert (answer.exit, answer.stdout) == (70, "")
    assert CANARY not in answer.stderr + caplog.text
    assert ("test_bad_input.py" in answer.stderr) == bool(debug)


def test_a_sensitive_answer_is_not_repeated_by_an_answer(small: Path) -> None:
    """What was done to somebody is said to nobody, also not where a verdict rests on it."""
    told = "date: 2026-01, who: stork, paper: yes"
    small.write_text(SMALL.replace("date: 2026-01, who: stork", told), encoding="utf-8")
    answer = invented("why", small, "xa.guest-visa", "--on", "2026-11-20")
    assert answer.exit == 0
    assert "your answer is not repeated here" in answer.stdout
    assert ": threat" not in answer.stdout
