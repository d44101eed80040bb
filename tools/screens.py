"""Take a picture of every screen of the app: `python tools/screens.py [OUT] [--whole]`. Needs Chromium.

The invented family before the real atlas, as in the tests. --whole: the whole length of each screen, not only
what a phone shows at first.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import sync_playwright

from tests.app.tour import Tour
from vyrai.world import load_atlas

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
PHONE, DESK = (360, 780), (1280, 900)
SHOWN = {
    "start": (PHONE,),
    "first-question": (PHONE,),
    "question-of-several": (PHONE,),
    "question": (PHONE,),
    "question-list": (PHONE,),
    "question-sensitive": (PHONE,),
    "answer-refused": (PHONE,),
    "answers": (PHONE,),
    "compare": (PHONE, DESK),
    "place": (PHONE,),
    "why": (PHONE,),
    "needs-daily": (PHONE,),
    "belong": (PHONE,),
    "forget": (PHONE,),
}
"""The screens of the tour that docs/screens.md shows, and how wide."""


def main(words: list[str]) -> int:
    """Write NAME-WIDTH.png for each, and say how large it is."""
    whole = "--whole" in words
    names = [word for word in words if not word.startswith("--")]
    out = Path(names[0]) if names else ROOT / "docs/img/app"
    out.mkdir(parents=True, exist_ok=True)
    tour = Tour(load_atlas(ROOT / "atlas"))
    screens = {one.name: one for one in tour.screens("en")}
    answer = tour.serving(screens.values())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
        )
        for name in screens if whole else SHOWN:
            for width, height in SHOWN.get(name, (PHONE,)):
                tab = browser.new_page(viewport={"width": width, "height": height})
                tab.route("**/*", answer)
                tab.goto(screens[name].address)
                picture = out / f"{name}-{width}.png"
                tab.screenshot(path=picture, full_page=whole)
                tab.close()
                print(f"{picture.stat().st_size // 1024:4} kB {picture.name}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
