"""Collect the fragments of changelog.d/ into a new section on top of CHANGELOG.md.

tools/changelog.py VERSION [DATE]   # writes the section and removes the fragments
tools/changelog.py                  # prints what the next section would say
"""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FRAGMENTS = ROOT / "changelog.d"
READERS = {
    "families": "For families",
    "facts": "For volunteers who edit facts",
    "developers": "For developers",
}
VERSION = re.compile(r"[0-9]+(\.[0-9]+)+([a-z]+[0-9]+)?")
NAME = re.compile(rf"[a-z0-9-]+\.({'|'.join(READERS)})\.md")


def fragments(folder: Path = FRAGMENTS) -> dict[str, list[Path]]:
    """The fragments for each kind of reader; a misnamed one is refused, so that none is lost."""
    found: dict[str, list[Path]] = {reader: [] for reader in READERS}
    for file in sorted(folder.glob("*")):
        if file.name == "README.md":
            continue
        match = NAME.fullmatch(file.name)
        if not match:
            raise SystemExit(
                f"{file.name} in {folder.name}/ would be lost: name it WORD.{'|'.join(READERS)}.md, "
                "for example abroad-12.families.md"
            )
        found[match[1]].append(file)
    return found


def section(title: str, found: dict[str, list[Path]]) -> str:
    """The section in Keep a Changelog form, the readers with nothing new left out."""
    parts = [f"## {title}\n"]
    for reader, files in found.items():
        if files:
            lines = [f"- {' '.join(file.read_text(encoding='utf-8').split())}" for file in files]
            parts.append(f"### {READERS[reader]}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def main(words: list[str]) -> None:
    """Print the next section, or release it."""
    found = fragments()
    if not words:
        print(section("Unreleased", found), end="")
        return
    if not VERSION.fullmatch(words[0]):
        raise SystemExit(
            f"{words[0]} is no version, and a release takes the fragments away: nothing was written. "
            "Write tools/changelog.py VERSION, as 1.4.0; without it the next section is printed"
        )
    day = words[1] if len(words) > 1 else date.today().isoformat()  # noqa: DTZ011 (the releaser's own day)
    log = ROOT / "CHANGELOG.md"
    head, mark, rest = log.read_text(encoding="utf-8").partition("<!-- releases -->\n")
    log.write_text(f"{head}{mark}\n{section(f'{words[0]} - {day}', found)}{rest}", encoding="utf-8")
    for file in (file for files in found.values() for file in files):
        file.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
