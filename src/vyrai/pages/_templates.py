"""The templates of every face, and the style sheet they share."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

STYLES = ("tokens.css", "marks.css", "notebook.css", "media.css")
"""Of the page that is one file."""
OPENS = ("tokens.css", "marks.css", "notebook.css", "opens.css", "media.css")
"""Of the page that says what opens for whom."""
PACKS = ("tokens.css", "marks.css", "notebook.css", "packs.css", "media.css")
"""Of a pack that is one file."""
PLANS = (
    "tokens.css",
    "marks.css",
    "notebook.css",
    "opens.css",
    "browse.css",
    "packs.css",
    "plans.css",
    "media.css",
)
"""Of the page that says what to do in which order."""
SCREENS = (
    "tokens.css",
    "marks.css",
    "notebook.css",
    "opens.css",
    "screens.css",
    "browse.css",
    "sheet.css",
    "packs.css",
    "plans.css",
    "media.css",
)
"""Of the app and the site, which have many."""
SHEET = ("tokens.css", "notebook.css", "sheet.css", "media.css")
"""Of the sheet that is handed over."""


OWN_MARK = (
    """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; """
    """img-src data:">\n"""
    '<meta name="referrer" content="no-referrer">\n'
    '<meta name="robots" content="noindex">\n'
    '<meta name="color-scheme" content="light dark">'
)
"""What stands in the head of every page that is one file, and by which such a page is known again."""
_HEAD = 2000
"""So many signs of a page are looked at for the mark."""


def is_ours(page: str) -> bool:
    """Whether a page that is one file was made here, so that a new one may take its place."""
    head = page[:_HEAD]
    return head.startswith("<!doctype html>") and OWN_MARK in head


@cache
def environment() -> Environment:
    """The templates; whatever is put into them is escaped, whatever is missing is an error."""
    made = Environment(
        loader=PackageLoader("vyrai.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["own_mark"] = Markup(OWN_MARK)  # noqa: S704 - our own text
    made.globals["style"] = inline(STYLES)
    made.globals["sheet_style"] = inline(SHEET)
    return made


def inline(names: tuple[str, ...]) -> Markup:
    """Style sheets to stand within a page: they are files of ours, and nothing of a family is in them."""
    return Markup(style(names))  # noqa: S704 - our own style sheets


def style(names: tuple[str, ...]) -> str:
    """Style sheets as one, without comments and spare white space."""
    folder = files("vyrai.pages") / "templates"
    text = "".join((folder / name).read_text(encoding="utf-8") for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"(?<=[\w-]):\s", ":", re.sub(r"\s+", " ", text))  # a colon in quotes follows no word
    return re.sub(r" ?([{};,]) ?", r"\1", text).strip()


@cache
def assets() -> dict[str, tuple[str, str]]:
    """The files that all screens share: by the name in a link, the kind and the text."""
    sheet = style(SCREENS)
    script = (files("vyrai.pages") / "templates/leave.js").read_text(encoding="utf-8")
    return {
        f"{_mark(sheet)}.css": ("text/css; charset=utf-8", sheet),
        f"{_mark(script)}.js": ("text/javascript; charset=utf-8", script),
    }


def _mark(text: str) -> str:
    """A name that changes with the text, so that no old copy is ever used with a new page."""
    return sha256(text.encode()).hexdigest()[:12]


def asset(suffix: str) -> str:
    """The name of the style sheet (`.css`) or the script (`.js`)."""
    return next(name for name in assets() if name.endswith(suffix))


def draw(template: str, **values: object) -> str:
    """One page, without the white space that only the template needs."""
    html = environment().get_template(template).render(**values)
    return re.sub(r"\n\s*", "\n", html).strip() + "\n"
