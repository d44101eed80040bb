"""Take the pictures of README.md from the real page: `python tools/picture.py [OUT]`. Needs Chromium."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
SIZES = {1280: 900, 360: 780}
"""Width and height of the screens that are shown."""


def main(words: list[str]) -> int:
    """Write notebook-1280.png and notebook-360.png; 0, or the exit code of the program."""
    out = Path(words[0]) if words else ROOT / "docs/img"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "notebook.html"
        case = "examples/paediatrician-2026.yaml"
        vyrai = [
            sys.executable,
            "-m",
            "vyrai.cli",
            "compare",
            case,
            "--on",
            "2026-11-20",
            "--html",
            str(page),
        ]
        made = subprocess.run(vyrai, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode
        if made:
            return made
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
            )
            for width, height in SIZES.items():
                tab = browser.new_page(
                    viewport={"width": width, "height": height}, device_scale_factor=1 if width > 500 else 2
                )
                tab.goto(page.as_uri())
                tab.screenshot(path=out / f"notebook-{width}.png")
                tab.close()
            browser.close()
    for picture in sorted(out.glob("notebook-*.png")):
        print(picture.relative_to(ROOT) if picture.is_relative_to(ROOT) else picture)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
