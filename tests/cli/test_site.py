"""`vyrai site`: files, their hashes, and never into a folder that holds anything else."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import invented

DAY = ("--on", "2026-11-20")


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_listed_with_its_hash(tmp_path: Path) -> None:
    out = tmp_path / "site"
    answer = invented("site", out, *DAY)
    assert (answer.exit, answer.stdout) == (0, "")
    files = held(out)
    listed = dict(line.split("  ", 1)[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert listed == {name: sha256(data).hexdigest() for name, data in files.items()}
    assert list(listed) == sorted(listed)
    assert f"{len(files) + 1} files" in answer.stderr


def test_twice_the_same_and_what_is_gone_goes(tmp_path: Path) -> None:
    out = tmp_path / "site"
    invented("site", out, *DAY)
    first = held(out)
    assert invented("site", out, *DAY).exit == 0
    assert held(out) == first
    assert invented("site", out, *DAY, "--lang", "pl").exit == 0
    assert {path.name for path in out.iterdir()} == {"SHA256SUMS", "index.html", "pl", "s"}


def test_another_day_tells_another_law(tmp_path: Path) -> None:
    for day in ("2023-06-01", "2024-03-01"):
        assert invented("site", tmp_path / day, "--on", day, "--lang", "en").exit == 0
    pages = [
        (tmp_path / day / "en/route/xa.guest-visa.html").read_text() for day in ("2023-06-01", "2024-03-01")
    ]
    assert '<b class="chip met">open</b>' in pages[0]
    assert '<b class="chip unk">unknown</b>' in pages[1]


@pytest.mark.parametrize("what", ["foreign", "changed", "link"])
def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path, what: str) -> None:
    out = tmp_path / "site"
    invented("site", out, *DAY, "--lang", "en")
    if what == "foreign":
        (out / "photo.jpg").write_bytes(b"dear")
    elif what == "changed":
        (out / "en/about.html").write_text("mine")
    else:
        (out / "en/about.html").unlink()
        (out / "en/about.html").symlink_to(tmp_path)
    before = held(out)
    answer = invented("site", out, *DAY)
    assert answer.exit == 2
    assert "something that was not written by this command" in answer.stderr
    assert held(out) == before


def test_a_folder_of_somebody_else_or_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path, tmp_path / "file"):
        assert invented("site", out, *DAY).exit == 2
    assert held(tmp_path) == {"file": b"mine"}


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert invented("site", tmp_path, *DAY, "--lang", "en").exit == 0
    assert (tmp_path / "en/index.html").exists()


def test_a_folder_left_half_done_is_written_anew(tmp_path: Path) -> None:
    invented("site", tmp_path, *DAY, "--lang", "en")
    whole = held(tmp_path)
    for name in ("en/about.html", "index.html"):
        (tmp_path / name).unlink()
    assert invented("site", tmp_path, *DAY, "--lang", "en").exit == 0
    assert held(tmp_path) == whole
