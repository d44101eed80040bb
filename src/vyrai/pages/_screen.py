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
_PART = {"country": "countries", "route": "routes", "fact": "facts"}
"""The part of the navigation that a page about one thing belongs to."""


def screen(template: str, frame: Frame, words: Words, atlas: Atlas, **values: object) -> str:
    """The HTML of a screen, ending in a line break."""
    w = words
    asking = {
        "ask": w("Questions"),
        "compare": w("Where to"),
        "weigh": w("Weighing"),
        "answers": w("Your answers"),
    }
    browsing = {
        "countries": w("Countries"),
        "routes": w("Ways"),
        "recipes": w("Papers"),
        "facts": w("Facts"),
        "changes": w("What changed"),
        "people": w("People to ask"),
    }
    page = frame.here.partition("/")[0]
    here = tab = _PART.get(page, page)
    parts, around = browsing, []
    if frame.face == "app":
        # On a phone there is room for few parts: those that ask nothing stand together behind one of them.
        parts = asking | {"countries": w("Look around")}
        around = list(browsing.items()) if here in browsing else []
        tab = "countries" if around else here
    tongues = [(code, name) for code, name in TONGUES.items() if code in (frame.languages or LANGUAGES)]
    return draw(
        template,
        f=frame,
        w=words,
        stamp=Stamp(atlas),
        tongues=tongues,
        parts=list(parts.items()),
        around=around,
        here=here,
        tab=tab,
        **values,
    )


class Stamp:
    """On which atlas a screen stands."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas.version
        self.newest = date.fromordinal(max(atlas.newest, 1)).isoformat()
