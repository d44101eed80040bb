"""Reading, compiling, keeping and loading."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.world.invented import INVENTED, copy, invented
from vyrai.world import AtlasError, Problem, build, cache_of, check, compile_atlas, decode, load_atlas
from vyrai.world import _files as files
from vyrai.world import _load as load
from vyrai.world._built import AgesBy
from vyrai.world._reader import read


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    first = compile_atlas(INVENTED)
    assert compile_atlas(copy(tmp_path), tmp_path / "cache") == first
    assert compile_atlas(tmp_path / "atlas", tmp_path / "cache") == first


def test_the_version_is_that_of_the_content(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    file = folder / "XA/facts/entry.yaml"
    file.write_text(f"# a remark\n{file.read_text()}")
    remarked = decode(compile_atlas(folder))
    file.write_text(file.read_text().replace("ten crowns", "eleven crowns"))
    assert decode(compile_atlas(folder)).version not in {invented().version, remarked.version}
    assert len(invented().version) == 64


def test_ages_that_are_counted_by_school_years_are_read(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    file = folder / "XA/provisions.yaml"
    by_birthday = "  school_year: xa.school-year\n"
    assert by_birthday in file.read_text()
    by_year = f"{by_birthday}  ages_by: {{school_year: xa.school-year, until: calendar_year}}\n"
    file.write_text(file.read_text().replace(by_birthday, by_year))
    read_so = decode(compile_atlas(folder)).provision("xa.belong.place").ages_by
    assert read_so == AgesBy("xa.school-year", ends="calendar_year")


def test_newest_and_oldest() -> None:
    from datetime import date

    assert date.fromordinal(invented().newest) == date(2026, 11, 1)
    assert date.fromordinal(invented().oldest) == date(2019, 1, 1)


def test_an_empty_folder_is_an_empty_atlas(tmp_path: Path) -> None:
    atlas = decode(compile_atlas(tmp_path))
    assert (atlas.facts, atlas.newest) == ((), 0)
    assert check(tmp_path) == []


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy(tmp_path)
    compile_atlas(folder, tmp_path / "cache")
    again: list[str] = []
    whole = files.read_file

    def noted(name: str, content: bytes) -> Any:
        again.append(name)
        return whole(name, content)

    monkeypatch.setattr(files, "read_file", noted)
    (folder / "steps.yaml").write_text((folder / "steps.yaml").read_text() + "# a remark\n")
    compile_atlas(folder, tmp_path / "cache")
    assert again == ["steps.yaml"]
    compile_atlas(folder, tmp_path / "cache")
    assert again == ["steps.yaml"]


def test_a_folder_is_compiled_again_only_when_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy(tmp_path)
    first = load_atlas(folder)
    assert (cache_of(folder) / "atlas.json").is_file()
    monkeypatch.setattr(load, "compile_atlas", lambda *_: pytest.fail("nothing has changed"))
    assert load_atlas(folder).version == first.version
    monkeypatch.undo()
    file = folder / "XA/facts/entry.yaml"
    file.write_text(file.read_text().replace("ten crowns", "eleven crowns"))
    os.utime(file, (1, 1))
    assert load_atlas(folder).version != first.version


def test_a_wheel_reads_the_compiled_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = tmp_path / "_data/atlas.json"
    build(INVENTED, packaged)
    assert load_atlas(packaged).version == invented().version
    monkeypatch.setattr(load, "CHECKOUT", tmp_path / "no such folder")
    monkeypatch.setattr(load, "PACKAGED", packaged)
    assert load_atlas().version == invented().version


def test_a_checkout_reads_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "CHECKOUT", copy(tmp_path))
    assert load_atlas().version == invented().version


def test_no_wheel_is_built_of_an_atlas_with_mistakes(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "XA/steps.yaml").write_text("- step: xa.walk\n  title: {en: Walk}\n")
    with pytest.raises(AtlasError):
        build(folder, tmp_path / "atlas.json")
    assert not (tmp_path / "atlas.json").exists()


def test_loading_needs_no_yaml() -> None:
    build_and_load = (
        "import sys; from pathlib import Path; from vyrai.world import load_atlas;"
        "load_atlas(Path(sys.argv[1])); print(any(name.startswith('ruamel') for name in sys.modules))"
    )
    folder = cache_of(INVENTED).parent
    compiled = folder / "invented-for-loading.json"
    build(INVENTED, compiled)
    said = subprocess.run(
        [sys.executable, "-c", build_and_load, str(compiled)], capture_output=True, text=True, check=True
    )
    compiled.unlink()
    assert said.stdout == "False\n"


def test_something_else_is_no_compiled_atlas(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}")
    with pytest.raises(msgspec.ValidationError):
        load_atlas(other)


TEXTS = ["", "# nothing\n", "- a: 1\n- [b, 'c']\n", "{en: What now?, ru: 'x'}\n", "a: &x {b: NO}\nc: *x\n"]


@pytest.mark.parametrize("text", TEXTS)
def test_both_readers_read_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(text, "file")
    real = builtins.__import__

    def without(name: str, *args: Any, **keys: Any) -> Any:
        if name == "ruamel.yaml.cyaml":
            raise ImportError(name)
        return real(name, *args, **keys)

    monkeypatch.setattr(builtins, "__import__", without)
    assert read(text, "file") == fast


def test_a_key_that_is_no_word() -> None:
    assert list(read("[a]: 1\n", "file").value) == ["?"]


def test_a_forbidden_character() -> None:
    with pytest.raises(AtlasError) as error:
        read("a: \x01\n", "file")
    assert error.value.problems[0].line == 1


def test_further_checks_see_a_sound_atlas_only(tmp_path: Path) -> None:
    def look(atlas: Any) -> list[Problem]:
        return [Problem("f", 1, f"{len(atlas.routes)} routes", "why", "todo")]

    assert [problem.what for problem in check(INVENTED, further=[look])] == ["3 routes"]
    folder = copy(tmp_path)
    (folder / "XA/steps.yaml").unlink()
    assert "3 routes" not in [problem.what for problem in check(folder, further=[look])]
    folder = copy(tmp_path / "other")
    (folder / "XA/open-questions.yaml").write_text("- question: {en: Why?}\n")
    file = folder / "XA/routes/guest-visa.yaml"
    file.write_text(file.read_text().replace("when: sponsor", "when: sponsors"))
    assert [problem.what for problem in check(folder, further=[look])] == [
        "the rule of `xa.guest-visa.vouched` cannot be read (column 1): there is no question family.sponsors"
    ]


def test_how_often_a_route_may_follow_may_be_a_fact(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    route = folder / "XA/routes/settlement.yaml"
    said = route.read_text(encoding="utf-8").replace("times: once", "times: xa.practise.tries")
    route.write_text(said, encoding="utf-8")
    made = decode(compile_atlas(folder))
    prior = made.route("xa.settlement").prior
    assert prior is not None
    assert prior.times == "xa.practise.tries"
    assert "requirement" in {use.use for use in made.used_by("xa.practise.tries")}
