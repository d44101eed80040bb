"""One page for a comparison: everything is inside the file, nothing runs, nothing is fetched."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vyrai.choose.lands import contacts, lands
from vyrai.choose.model import Comparison
from vyrai.pages._desk import Desk
from vyrai.pages._glance import glance
from vyrai.pages._leaving import leaving
from vyrai.pages._places import places, unknowns
from vyrai.pages._risks import risks
from vyrai.pages._ways import countries

if TYPE_CHECKING:
    from vyrai.words import Words

STYLES = ("tokens.css", "marks.css", "notebook.css", "media.css")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vyrai.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["style"] = _style()
    return environment


def _style() -> Markup:
    """The style sheets as one, without comments and spare white space."""
    folder = files("vyrai.pages") / "templates"
    text = "".join((folder / name).read_text(encoding="utf-8") for name in STYLES)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return Markup(re.sub(r" ?([{};,]) ?", r"\1", text).strip())  # noqa: S704 - our own style sheets


def notebook(comparison: Comparison, words: Words) -> str:
    """The page of a comparison in the language of `words`, as HTML text ending in a line break."""
    desk = Desk(comparison, words)
    every = desk.by_name(lands(comparison))
    html = (
        _environment()
        .get_template("notebook.html")
        .render(
            c=comparison,
            w=words,
            d=desk,
            glance=glance(desk, every),
            risks=risks(desk, every),
            countries=countries(comparison, every, places(desk)),
            leaving=leaving(desk),
            unknowns=unknowns(desk),
            contacts=contacts(comparison),
        )
    )
    return desk.sources.back(re.sub(r"\n\s*", "\n", html)).strip() + "\n"
