"""The sheet for the day on which nobody comes home: on a screen, and as one page to be printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from vyrai.choose import AtHome
from vyrai.choose.model import SourceOn
from vyrai.pages._frame import Frame
from vyrai.pages._screen import TONGUES, screen
from vyrai.pages._templates import environment
from vyrai.words import LANGUAGES
from vyrai.words import home as said

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

_COUNTS = ("surely", "perhaps")


def at_home_screen(
    frame: Frame, words: Words, atlas: Atlas, found: AtHome, languages: Sequence[Words]
) -> str:
    """The sheet with what can be done about it. languages: those in which it stands, one below the other."""
    others = [(code, name) for code, name in TONGUES.items() if code in LANGUAGES and code != words.lang]
    beside = languages[1].lang if len(languages) > 1 else ""
    parts = _parts(found, languages)
    return screen(
        "home.html",
        frame,
        words,
        atlas,
        x=found,
        sheets=parts,
        others=others,
        beside=beside,
        tonight=said.tonight(words),
    )


def sheet_alone(found: AtHome, languages: Sequence[Words]) -> str:
    """The sheet as one page with everything inside, as HTML text ending in a line break."""
    html = environment().get_template("sheet.html").render(w=languages[0], parts=_parts(found, languages))
    return re.sub(r"\n\s*", "\n", html).strip() + "\n"


def _parts(found: AtHome, languages: Sequence[Words]) -> list[Markup]:
    """The sheet in each language; the first has the heading of the page."""
    template = environment().get_template("_sheet.html")
    drawn = (
        template.render(w=w, x=found, said=said, cited=_Cited(found, w), top=place)
        for place, w in enumerate(languages, 1)
    )
    return [Markup(one) for one in drawn]  # noqa: S704 - a template of ours, which has escaped every answer


class _Cited:
    """The facts of a sheet with their numbers, in the order in which they are named."""

    def __init__(self, found: AtHome, words: Words) -> None:
        self._sources, self._words = found.sources, words
        self._numbers: dict[str, int] = {}

    def of(self, facts: Sequence[str]) -> list[int]:
        """The numbers of facts."""
        known = [fact for fact in facts if fact in self._sources]
        return [self._numbers.setdefault(fact, len(self._numbers) + 1) for fact in known]

    def says(self, facts: Sequence[str]) -> str:
        """What facts state."""
        return " ".join(
            self._words.text(self._best(fact).statement) for fact in facts if fact in self._sources
        )

    def listed(self) -> list[tuple[int, SourceOn]]:
        """Every fact that was named: its number, and the claim that counts."""
        return [(number, self._best(fact)) for fact, number in self._numbers.items()]

    def _best(self, fact: str) -> SourceOn:
        claims = self._sources[fact]
        return next((one for one in claims if one.standing in _COUNTS), claims[0])
