"""One screen of the app or the site: a template in the frame that all of them have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vyrai.pages._frame import Frame
from vyrai.pages._templates import draw
from vyrai.words import LANGUAGES

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

TONGUES = {"be": "Беларуская", "ru": "Русский", "pl": "Polski", "en": "English"}
"""Languages by their own names, in the order in which families of this program speak them."""


def screen(template: str, frame: Frame, words: Words, atlas: Atlas, **values: object) -> str:
    """The HTML of a screen, ending in a line break."""
    w = words
    parts = {
        "ask": w("Questions"),
        "compare": w("Where to"),
        "weigh": w("Weighing"),
        "answers": w("Your answers"),
    }
    tongues = [(code, name) for code, name in TONGUES.items() if code in LANGUAGES]
    return draw(
        template,
        f=frame,
        w=words,
        stamp=Stamp(atlas),
        tongues=tongues,
        parts=list(parts.items()) if frame.face == "app" else [],
        **values,
    )


class Stamp:
    """On which atlas a screen stands."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas.version
        self.newest = date.fromordinal(max(atlas.newest, 1)).isoformat()
