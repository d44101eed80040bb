"""Each change has a fragment that finds its reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import changelog


def test_fragments_are_named_for_their_readers() -> None:
    assert any(changelog.fragments().values()) or "\n## " in (changelog.ROOT / "CHANGELOG.md").read_text()


def test_a_misnamed_fragment_is_refused(tmp_path: Path) -> None:
    (tmp_path / "12.everybody.md").write_text("New.")
    with pytest.raises(SystemExit, match=r"12\.everybody\.md .* would be lost: name it"):
        changelog.fragments(tmp_path)


def test_a_section_leaves_out_readers_with_nothing_new(tmp_path: Path) -> None:
    (tmp_path / "2.families.md").write_text("Says\nmore.\n")
    (tmp_path / "1.families.md").write_text("Says less.\n")
    assert changelog.section("1.0", changelog.fragments(tmp_path)) == (
        "## 1.0\n\n### For families\n\n- Says less.\n- Says more.\n"
    )


def test_a_release_keeps_earlier_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "CHANGELOG.md"
    log.write_text("# Change log\n<!-- releases -->\n\n## 1.0 - 2026-01-01\n")
    folder = tmp_path / "changelog.d"
    folder.mkdir()
    (folder / "7.facts.md").write_text("A check.")
    monkeypatch.setattr(changelog, "ROOT", tmp_path)
    monkeypatch.setattr(changelog.fragments, "__defaults__", (folder,))
    changelog.main(["1.1", "2026-02-02"])
    section = "## 1.1 - 2026-02-02\n\n### For volunteers who edit facts\n\n- A check.\n"
    assert log.read_text() == f"# Change log\n<!-- releases -->\n\n{section}\n## 1.0 - 2026-01-01\n"
    assert not list(folder.iterdir())


@pytest.mark.parametrize("word", ["--help", "next", "1", "v1.2"])
def test_what_is_no_version_releases_nothing(word: str) -> None:
    """A release takes the fragments away."""
    before = changelog.fragments()
    with pytest.raises(SystemExit, match=r"is no version, .* nothing was written"):
        changelog.main([word])
    assert changelog.fragments() == before
