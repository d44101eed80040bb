"""Every command on the invented atlas: it answers, twice the same, and changes nothing that it read."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CASE, INVENTED, ROOT, SMALL, invented, run
from vyrai.choose import form_of
from vyrai.family import load
from vyrai.world import load_atlas

DAY = ("--on", "2026-11-20")
SAVED = "It is plain text: whoever opens it can read your answers."


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize(
    "words",
    [
        ("compare", "CASE", *DAY),
        ("compare", "CASE", *DAY, "--all"),
        ("compare", "CASE", *DAY, "--known", "2023-01-01"),
        ("compare", "CASE", *DAY, "--json"),
        ("why", "CASE", "xa.guest-visa", *DAY),
        ("why", "CASE", "xa.settlement", *DAY),
        ("why", "CASE", "xa.practise", *DAY, "--json"),
        ("belong", "CASE", "--to", "xa", *DAY),
        ("belong", "CASE", "--to", "XA", "--route", "xa.settlement", *DAY, "--json"),
        ("belong", "CASE", "--to", "XA", "--ways", *DAY),
        ("belong", "CASE", "--to", "XA", "--places", *DAY),
        ("belong", "CASE", "--to", "XA", "--places", "--ways", *DAY),
        ("belong", "CASE", "--to", "XA", "--places", "--json", *DAY),
        ("plan", "CASE", "--to", "xa", *DAY),
        ("plan", "CASE", "--to", "XA", *DAY, "--all", "--reserve", "100"),
        ("plan", "CASE", "--to", "XA", *DAY, "--objective", "money"),
        ("plan", "CASE", "--to", "XA", *DAY, "--json"),
        ("home", "CASE", *DAY),
        ("home", "CASE", *DAY, "--with", "pl"),
        ("home", "CASE", *DAY, "--json"),
        ("helps", "CASE", *DAY),
        ("helps", "CASE", *DAY, "--json"),
        ("ask", "CASE", *DAY, "--count", "5"),
        ("ask", "CASE", *DAY, "--json"),
        ("atlas", "show", "xa.guest.who", *DAY),
        ("atlas", "show", "xa.guest.who", *DAY, "--json"),
    ],
    ids=" ".join,
)
def test_a_command_answers(small: Path, words: tuple[str, ...], lang: str) -> None:
    words = tuple(str(small) if word == "CASE" else word for word in words)
    answer = invented(*words, "--lang", lang)
    assert (answer.exit, answer.stderr) == (0, "")
    assert answer.stdout == invented(*words, "--lang", lang).stdout
    assert small.read_text(encoding="utf-8") == SMALL
    if "--json" in words:
        json.loads(answer.stdout)
    else:
        assert max(map(len, answer.stdout.splitlines())) <= 100 or "http" in answer.stdout
        assert "\x1b" not in answer.stdout


def test_places_that_nobody_has_modelled(small: Path) -> None:
    heading = "PLACES THAT NOBODY HAS MODELLED"
    assert heading not in invented("compare", small, *DAY).stdout
    assert "elsewhere" not in json.loads(invented("compare", small, *DAY, "--json").stdout)
    said = invented("compare", small, *DAY, "--all").stdout
    assert "unknown: the passport of lark is not known" in said
    paper = "citizenships: {complete: yes, items: [{country: XA, document: DOCUMENT}]}"
    whole = SMALL.replace("birth: 2020-03}", f"birth: 2020-03, {paper}}}")
    small.write_text(whole.replace("DOCUMENT", "id_card"), encoding="utf-8")
    assert "none: lark holds no valid passport" in invented("compare", small, *DAY, "--all").stdout
    small.write_text(whole.replace("DOCUMENT", "passport"), encoding="utf-8")
    said = invented("compare", small, *DAY, "--all").stdout.partition(heading)[2]
    assert "Nobody has checked this." in said
    assert "as last seen on 1 January 2025:\n  Without a visa:         Farland (30 days)\n" in said
    assert "Source: Border book of Xanadu" in said
    said = invented("compare", small, "--on", "2024-12-01", "--all").stdout
    assert "as seen on that day:\n  Without a visa:         Farland (30 days)\n" in said
    said = invented("compare", small, "--on", "2024-02-01", "--all").stdout
    assert "nothing was found" in said.partition(heading)[2]
    there = json.loads(invented("compare", small, *DAY, "--all", "--json").stdout)["elsewhere"]
    assert (there["checked"], there["last_seen"]) == (False, "2025-01-01")
    assert [(one["country"], one["asks"], one["days"]) for one in there["places"]] == [
        ("XB", "visa_free", 30)
    ]
    said = invented("compare", small, *DAY, "--all", "--lang", "ru").stdout
    assert "Дальняя Земля (30 дней)" in said


@pytest.mark.parametrize(
    "words", [("stats",), ("stats", "--use"), ("stats", "--json"), ("stats", "--use", "--json")]
)
def test_the_atlas_is_counted(words: tuple[str, ...]) -> None:
    answer = invented("atlas", *words)
    assert answer.exit == 0
    assert "XA" in answer.stdout


def test_check_finds_nothing_in_the_invented_atlas() -> None:
    answer = run("atlas", "check", INVENTED)
    assert answer.exit == 0, answer.stdout
    assert answer.stdout.splitlines()[-1].startswith("0 problems")


def test_check_leaves_with_1_if_there_is_a_problem(tmp_path: Path) -> None:
    for file in INVENTED.rglob("*.*"):
        copy = tmp_path / file.relative_to(INVENTED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8").replace("unit: years-of-age", "unit: leagues"))
    answer = run("atlas", "check", tmp_path)
    assert answer.exit == 1
    assert "leagues" in answer.stdout
    assert run("--atlas", tmp_path, "--version").exit in {0, 2}


def test_version() -> None:
    first, second = run("--version").stdout.splitlines()
    assert first.startswith("vyrai ")
    assert second.startswith("atlas ")
    assert len(second.split()[1].rstrip(",")) == 12
    assert invented("--version").stdout.splitlines()[0] == first


def test_the_atlas_may_come_from_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    here = invented("--version")
    monkeypatch.setenv("VYRAI_ATLAS", str(INVENTED))
    assert run("--version") == here


@pytest.mark.parametrize(
    "words",
    [
        ("answer", "CASE", "stork.birth", "1991-02", "--save", "FILE"),
        ("answer", "CASE", "stork.criminal_record", "will_not_say", "--save", "FILE"),
        ("answer", "CASE", "sponsor", "yes", "--save", "FILE"),
        ("answer", "CASE", "relatives[+]", '{"kin": "parent", "country": "XA"}', "--save", "FILE"),
        ("mark", "CASE", "XA", "pocket", "--note", "a friend", "--until", "2027-01-01", "--save", "FILE"),
        ("mark", "CASE", "xa.guest-visa", "crossed", "--save", "FILE"),
        ("done", "CASE", "STEP", "--date", "2026-11-01", "--save", "FILE"),
        ("done", "CASE", "STEP", "--outcome", "refused", "--save", "FILE"),
        ("done", "CASE", "xa.ask-for-visa", "--route", "xa.guest-visa", "--save", "FILE"),
        ("date", "CASE", "STEP", "2027-03-04", "--save", "FILE"),
        ("date", "CASE", "STEP", "4.03.2027", "--save", "FILE"),
    ],
    ids=lambda words: " ".join(words[:4]),
)
@pytest.mark.parametrize("name", ["next.yaml", "next.json"])
def test_what_records_writes_another_file(small: Path, words: tuple[str, ...], name: str) -> None:
    atlas, target = load_atlas(INVENTED), small.with_name(name)
    known = {"CASE": str(small), "FILE": str(target), "STEP": atlas.steps[0].id}
    for _ in range(2):  # a case may be saved over a case
        answer = invented(*(known.get(word, word) for word in words))
        assert (answer.exit, answer.stdout) == (0, "")
        assert answer.stderr == f"Written: {target}. {SAVED}\n"
    assert small.read_text(encoding="utf-8") == SMALL
    assert all(word in target.read_text() for word in words[2:-2] if word.startswith("xa."))
    assert target.stat().st_mode & 0o777 == 0o600
    assert {file.name for file in small.parent.iterdir()} == {small.name, name}
    assert load(target, form_of(atlas)) != load(small, form_of(atlas))


def test_of_a_decision_on_several_ways_it_is_asked_which_it_was(tmp_path: Path) -> None:
    """Else a plan asks anew for the visa that is there, or takes it for another."""
    demo = ROOT / "examples/nurse-2026.yaml"

    def told(*more: str, step: str = "de.wait-visa") -> str:
        answer = run("done", str(demo), step, *more, "--save", str(tmp_path / "next.yaml"))
        assert (answer.exit, answer.stdout) == (0, "")
        return answer.stderr

    assert "This step stands on several ways: " in told("--outcome", "granted")
    assert "de.blue-card" in told("--outcome", "granted")
    assert "several ways" not in told("--outcome", "granted", "--route", "de.blue-card")
    assert "several ways" not in told(step="buy-insurance")


def test_a_mark_takes_the_place_of_the_one_before(small: Path) -> None:
    first, second = small.with_name("a.yaml"), small.with_name("b.yaml")
    assert invented("mark", small, "XA", "pocket", "--save", first).exit == 0
    assert invented("mark", first, "XA", "crossed", "--save", second).exit == 0
    data = load(second, form_of(load_atlas(INVENTED))).data()
    assert [one["mark"] for one in data["marks"]] == ["crossed"]


def test_an_answer_is_read_from_standard_input(small: Path, tmp_path: Path) -> None:
    (tmp_path / "said").write_text("1992-07\n")
    target = tmp_path / "next.yaml"
    words = f"--atlas {INVENTED} answer {small} stork.birth - --save {target}".split()
    with (tmp_path / "said").open() as said:
        subprocess.run(
            [sys.executable, "-m", "vyrai.cli", *words], stdin=said, check=True, capture_output=True
        )
    assert "1992-07" in target.read_text(encoding="utf-8")


def test_an_answer_is_taken_out(small: Path) -> None:
    target = small.with_name("next.yaml")
    assert invented("answer", small, "stork.birth", "not_asked", "--save", target).exit == 0
    assert "1990" not in target.read_text(encoding="utf-8")


def test_a_case_from_standard_input(small: Path) -> None:
    from tests.golden import command_file

    by_name = invented("compare", small, *DAY)
    command = f"vyrai --atlas {INVENTED} compare - {' '.join(DAY)} < {small}"
    assert command_file.run(command) == by_name


def test_the_case_chooses_the_language(small: Path) -> None:
    small.write_text("lang: ru\n" + SMALL, encoding="utf-8")
    assert "Куда" in invented("compare", small, *DAY).stdout
    assert "Where" in invented("compare", small, *DAY, "--lang", "en").stdout


def test_the_page_is_written_beside_the_text(small: Path) -> None:
    page = small.with_name("notebook.html")
    answer = invented("compare", small, *DAY, "--html", page)
    assert answer.exit == 0
    assert str(page) in answer.stderr
    first = page.read_bytes()
    assert invented("compare", small, *DAY, "--html", page) == answer
    assert page.read_bytes() == first
    assert page.stat().st_mode & 0o777 == 0o600


def test_a_terminal_is_drawn_by_rich(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from vyrai.cli._paper import Paper

    paper = Paper(60)
    paper.heading("A heading")
    paper.item("an item " * 20)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    paper.write()
    assert "A heading" in capsys.readouterr().out


@pytest.mark.dear
def test_whoever_stops_reading_stops_the_program() -> None:
    command = f"{sys.executable} -m vyrai.cli compare {CASE} --on 2026-11-20 | head -1"
    said = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.count("\n") == 1
    assert said.stderr == ""


def test_help_imports_no_engine() -> None:
    code = (
        "import sys\nsys.argv=['vyrai','--help']\nfrom vyrai.cli import main\n"
        "try:\n main()\nfinally:\n print([m for m in sys.modules if m in "
        "('msgspec','rich','jinja2','ruamel.yaml','vyrai.world','vyrai.choose')])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert said.stdout.splitlines()[-1] == "[]"


def test_a_command_leaves_the_collector_as_it_was() -> None:
    """Else whoever runs commands in one process, as these tests do, fills the memory."""
    assert run("--version").exit == 0
    assert gc.isenabled()
