"""The screens of packs: what one audience gets to read, and the board of first words as a file."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._keeping import attachment
from vyrai.app._visit import Screen, Visit
from vyrai.choose.packing import packed
from vyrai.family import Case
from vyrai.pages import Links, packing
from vyrai.prove import AUDIENCES, Audience, first_words, members, write
from vyrai.words import LANGUAGES, Words
from vyrai.words.packing import beside, own_name, whom

NONE = "none"
"""The answer of somebody who wants no second language where a pack would have one."""


def show_pack(visit: Visit) -> str | Response:
    """The sheets for one audience in a country, of all that they concern or of one member."""
    case = visit.book.case
    if case is None:
        return visit.to("ask")
    audience = next((one for one in AUDIENCES if one == visit.path["audience"]), None)
    known = {one.id for one in visit.atlas.countries}
    country = next((one for one in known if one == visit.query.get("to")), None)
    if audience is None or (country is None and audience != "anyone"):
        return visit.to("compare")
    aliases = _aliases(case)
    member = next((one for one in aliases if one == visit.query.get("member")), None)
    spoken = () if country is None else visit.atlas.country(country).languages
    second = _second(visit)
    if second is None and visit.query.get("with") != NONE:
        second = beside(visit.words.lang, audience, spoken)
    where = None if audience == "anyone" else country
    found = packed(visit.book.law, case, audience, visit.book.on, where, member)
    links = _Ways(visit, audience, country, member, second).links(aliases)
    return packing(
        visit.frame, visit.words, None if second is None else Words(second), visit.atlas, found, links
    )


def save_board(visit: Visit) -> Response:
    """The board of first words, in the language of the screen and a second one."""
    if visit.book.case is None:
        return visit.to("ask")
    second = _second(visit)
    languages = [visit.words.lang, *([] if second is None else [second])]
    data = write(first_words(visit.book.form, languages, own_name("first")))
    return attachment("obz", "application/zip", data)


def _second(visit: Visit) -> str | None:
    """The second language that was asked for, if it is another."""
    return next(
        (one for one in LANGUAGES if one == visit.query.get("with") and one != visit.words.lang), None
    )


def _aliases(case: Case) -> list[str]:
    return [str(one.values["alias"]) for one in members(case)]


class _Ways:
    """Where a screen leads: the same with one thing changed."""

    def __init__(
        self, visit: Visit, audience: Audience, country: str | None, member: str | None, second: str | None
    ) -> None:
        self._visit, self._audience = visit, audience
        self._now = {"to": country, "member": member, "with": second}

    def _to(self, audience: str, **change: str | None) -> str:
        query = {name: value for name, value in {**self._now, **change}.items() if value is not None}
        return self._visit.frame.to("pack", audience, **query)

    def links(self, aliases: list[str]) -> Links:
        """All of them; without a country only whoever meets the child can be chosen."""
        w, frame = self._visit.words, self._visit.frame
        offered = AUDIENCES if self._now["to"] is not None else ("anyone",)
        member, second = self._now["member"], self._now["with"]
        languages = [one for one in LANGUAGES if one != w.lang]
        return Links(
            audiences=[(whom(w, one), self._to(one), one == self._audience) for one in offered],
            members=[
                (w("All whom it concerns"), self._to(self._audience, member=None), member is None),
                *((one, self._to(self._audience, member=one), one == member) for one in aliases),
            ],
            tongues=[
                ("", self._to(self._audience, **{"with": NONE}), second is None),
                *((one, self._to(self._audience, **{"with": one}), one == second) for one in languages),
            ],
            board=frame.to("board", **({} if second is None else {"with": second})),
            asked={alias: f"members/{number}" for number, alias in enumerate(aliases)},
        )


SCREENS = (
    Screen("GET", "pack/{audience}", show_pack),
    Screen("GET", "board", save_board),
)
