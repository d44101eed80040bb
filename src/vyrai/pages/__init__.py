"""The faces that draw HTML. Same comparison, answers and language, same bytes.

`notebook` is one page that needs nothing from outside, runs no script and reads on paper. The others are
screens of the app and the site, in one frame; those that need no answer take a Frame and a Reader.
"""

from __future__ import annotations

from vyrai.pages._about import about, people
from vyrai.pages._ask import Standing, Told, answers, asked_of, question
from vyrai.pages._belong import opens, opens_alone
from vyrai.pages._brief import brief
from vyrai.pages._browse import countries, country, route, routes
from vyrai.pages._changes import changes, year_before
from vyrai.pages._compared import compared, destination, red_lines
from vyrai.pages._facts import fact, facts, shelf
from vyrai.pages._first import begin_screen
from vyrai.pages._frame import Frame
from vyrai.pages._helps import helps_screen, helps_table, is_our_table
from vyrai.pages._hides import away, gone, hides
from vyrai.pages._home import at_home_screen, sheet_alone
from vyrai.pages._interview import asked, at, listed, names, sensitive
from vyrai.pages._keep import keep, keep_plain, keep_text, open_file, opened
from vyrai.pages._library import Library
from vyrai.pages._living import (
    LIVING_FREE,
    LIVING_PARTS,
    LIVING_TOLD,
    NOT_SO,
    Living,
    needs,
    not_so,
)
from vyrai.pages._note import note
from vyrai.pages._notebook import notebook
from vyrai.pages._pack import Links, pack_alone, packing
from vyrai.pages._papers import recipe, recipes
from vyrai.pages._plans import dated, plans, plans_alone, ticked
from vyrai.pages._reader import Reader
from vyrai.pages._reasons import reasons
from vyrai.pages._site import File, pages_in, site
from vyrai.pages._start import start
from vyrai.pages._table import table
from vyrai.pages._templates import asset, assets, is_ours
from vyrai.pages._weigh import Choice, weighed

__all__ = [
    "LIVING_FREE",
    "LIVING_PARTS",
    "LIVING_TOLD",
    "NOT_SO",
    "Choice",
    "File",
    "Frame",
    "Library",
    "Links",
    "Living",
    "Reader",
    "Standing",
    "Told",
    "about",
    "answers",
    "asked",
    "asked_of",
    "asset",
    "assets",
    "at",
    "at_home_screen",
    "away",
    "begin_screen",
    "brief",
    "changes",
    "compared",
    "countries",
    "country",
    "dated",
    "destination",
    "fact",
    "facts",
    "gone",
    "helps_screen",
    "helps_table",
    "hides",
    "is_our_table",
    "is_ours",
    "keep",
    "keep_plain",
    "keep_text",
    "listed",
    "names",
    "needs",
    "not_so",
    "note",
    "notebook",
    "open_file",
    "opened",
    "opens",
    "opens_alone",
    "pack_alone",
    "packing",
    "pages_in",
    "people",
    "plans",
    "plans_alone",
    "question",
    "reasons",
    "recipe",
    "recipes",
    "red_lines",
    "route",
    "routes",
    "sensitive",
    "sheet_alone",
    "shelf",
    "site",
    "start",
    "table",
    "ticked",
    "weighed",
    "year_before",
]
