"""The static site: every page draws, every link leads somewhere, nothing runs, nothing is fetched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

import msgspec
import pytest

from tests.reach.made import held_in
from vyrai.pages import site
from vyrai.words import LANGUAGES
from vyrai.world import Atlas, load_atlas
from vyrai.world._terms import Codes, Unit

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "tests/invented_atlas"
DAY = date(2026, 11, 20)
FIRST, HEAVIEST = 100_000, 210_000
"""Bytes of the first page with all that it fetches, and of the heaviest."""
VOID = {"meta", "link", "input", "br", "line", "rect", "circle", "path", "use", "wbr"}


class Look(HTMLParser):
    """What of a page can be followed, is fetched, runs; its anchors; what is open and never closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.running: list[str] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.wrong += self._open

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
        if "id" in of:
            self.ids.append(of["id"])
        if tag == "a":
            self.links.append(of["href"])
        elif "href" in of or "src" in of:
            self.fetched.append(of.get("href", of.get("src", "")))
        self.running += [tag] if tag in ("script", "form", "iframe", "object", "button") else []
        self.running += [name for name in of if name.startswith("on") or name == "style"]

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"/{tag}")


class Built(NamedTuple):
    """A site, the atlas it was made from, and what is seen of its pages: each is read once for all tests."""

    atlas: Atlas
    files: dict[str, str]
    looks: dict[str, Look]


@pytest.fixture(
    scope="module", params=["tests/invented_atlas", pytest.param("atlas", marks=pytest.mark.slow)]
)
def built(request: pytest.FixtureRequest) -> Built:
    atlas = load_atlas(ROOT / request.param)
    files = {file.path: file.text for file in site(atlas, DAY, LANGUAGES)}
    return Built(atlas, files, {path: Look(text) for path, text in files.items() if path.endswith(".html")})


def test_every_link_leads_to_a_page_and_a_place_on_it(built: Built) -> None:
    looks = built.looks
    places = {path: set(look.ids) for path, look in looks.items()}
    wrong = []
    for path, look in looks.items():
        for link in look.links:
            if re.match(r"https?://|about:blank$", link):
                continue
            page, _, place = link.partition("#")
            goal = normpath(join(dirname(path), unquote(page))) if page else path
            if goal not in places or (place and unquote(place) not in places[goal]):
                wrong.append(f"{path}: {link}")
    assert not wrong


def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(built: Built) -> None:
    for path, look in built.looks.items():
        assert not look.running, path
        for link in look.fetched:
            inside = normpath(join(dirname(path), link))
            assert link.startswith(("data:", "#")) or inside in built.files, f"{path} fetches {link}"
    style = next(text for path, text in built.files.items() if path.endswith(".css"))
    assert not re.search(r"@import|https?:|//", style)


def test_every_page_is_sound(built: Built) -> None:
    for path, look in built.looks.items():
        assert not look.wrong, path
        assert len(look.ids) == len(set(look.ids)), f"{path} names two places alike"
        assert "None" not in re.sub(r"<[^>]*>", "", built.files[path]).split(), path


def test_everything_has_its_page_in_every_language(built: Built) -> None:
    looks = built.looks
    for lang in LANGUAGES:
        assert {f"{lang}/country/{one.id}.html" for one in built.atlas.countries} <= set(looks)
        assert {f"{lang}/route/{one.id}.html" for one in built.atlas.routes} <= set(looks)
        told = [
            name for path, look in looks.items() if path.startswith(f"{lang}/facts/") for name in look.ids
        ]
        assert sorted(set(told) & set(built.atlas.by_fact)) == sorted(built.atlas.by_fact)
        assert len([name for name in told if name in built.atlas.by_fact]) == len(built.atlas.facts)


def test_it_is_light(built: Built) -> None:
    style = sum(len(text.encode()) for path, text in built.files.items() if path.startswith("s/"))
    for lang in LANGUAGES:
        first = len(built.files["index.html"].encode()) + len(built.files[f"{lang}/index.html"].encode())
        assert first + style < FIRST
    assert max(len(text.encode()) for text in built.files.values()) < HEAVIEST


def test_it_says_where_the_questions_are_asked(built: Built) -> None:
    for lang in LANGUAGES:
        assert "vyrai app" in built.files[f"{lang}/about.html"]
        assert 'href="about.html"' in built.files[f"{lang}/index.html"]


def test_the_languages_lead_to_the_same_page(built: Built) -> None:
    route = built.atlas.routes[0].id
    page = built.files[f"en/route/{route}.html"]
    for lang in LANGUAGES:
        assert f'href="../../{lang}/route/{route}.html"' in page


def test_only_the_languages_that_are_asked_for() -> None:
    files = {file.path: file.text for file in site(load_atlas(INVENTED), DAY, ("pl",))}
    assert {path.partition("/")[0] for path in files} == {"s", "pl", "index.html"}
    assert "../en/" not in files["pl/countries.html"]


def test_a_way_says_in_which_months_a_round_is_decided() -> None:
    atlas = load_atlas(INVENTED)
    way = atlas.route("xa.settlement")
    quota = msgspec.structs.replace(way.decided_later["xa.quota"], months="xa.march", step="xa.settle")
    way = msgspec.structs.replace(way, decided_later={"xa.quota": quota})
    routes = tuple(way if one.id == way.id else one for one in atlas.routes)
    unit = Unit(id="month-of-year", kind="month", of="months-of-year")
    months = Codes(ordered=False, codes={"2": {"en": "February"}, "9": {"en": "September"}})
    held = held_in("xa.march", "2 9")
    atlas = msgspec.structs.replace(
        atlas,
        routes=routes,
        facts=(*atlas.facts, held),
        units=(*atlas.units, unit),
        codes={**atlas.codes, "months-of-year": months},
    )
    page = {file.path: file.text for file in site(atlas, DAY, ("en",))}["en/route/xa.settlement.html"]
    assert "Only in: February and September" in page


@pytest.mark.dear
def test_the_bytes_are_the_same_in_another_process() -> None:
    code = (
        "import hashlib, sys; from datetime import date; from pathlib import Path\n"
        "from vyrai.pages import site; from vyrai.world import load_atlas\n"
        "from vyrai.words import LANGUAGES\n"
        "sums = hashlib.sha256()\n"
        f"for file in site(load_atlas(Path({str(INVENTED)!r})), date(2026, 11, 20), LANGUAGES):\n"
        "    sums.update((file.path + file.text).encode())\n"
        "print(sums.hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/Adak"))
    }
    assert len(said) == 1


def test_the_way_out_is_told_as_what_it_is_without_script(built: Built) -> None:
    for page in ("en/index.html", "en/about.html"):
        assert "“back” shows the page again: close the tab or the window instead" in built.files[page]
        assert "Forget everything" not in built.files[page]
