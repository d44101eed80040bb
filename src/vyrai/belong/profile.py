"""What a family has said of each member's everyday life: how the child talks, needs, goals, in plain words.

Nothing is worked out here, and nothing is a diagnosis. Codes of the ICF are told only if asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from vyrai.family import Case, Many, Record
from vyrai.law.record import Record as Told
from vyrai.law.record import Text
from vyrai.world import Atlas, Need, Provision

QUALIFIERS = {"none": 0, "some": 2, "much": 3, None: 8}
"""How much it is, in the scale of the ICF: none, moderate, severe, not specified. So this program reads it;
somebody trained in the classification may read the same answer otherwise."""
ENVIRONMENT = "e"
"""With this letter begin codes of what is around a person: there the figure says how much it helps."""
Much = Literal["some", "much"]


class Coded(Told, frozen=True, kw_only=True):
    """A code of a list, and its words."""

    code: str
    title: Text


class NeedSaid(Told, frozen=True, kw_only=True):
    """A need that was named. much: None where nobody said how much it is. words: the family's own.

    icf: the code with its qualifier; only for whoever asks for it.
    """

    need: str
    title: Text
    much: Much | None
    words: str | None
    icf: str | None


class Saying(Told, frozen=True, kw_only=True):
    """What somebody means, and how it is shown."""

    means: Coded | None
    how: str | None


class Goal(Told, frozen=True, kw_only=True):
    """What is to come true. voice: whose wish it is; None where that was not said."""

    words: str | None
    area: Coded | None
    voice: Coded | None


class Profile(Told, frozen=True, kw_only=True):
    """A member's everyday life as the family tells it.

    complete: whether the needs are all. open: needs of the interview that nobody has answered yet.
    not_so: of a list that is all, the needs of the interview that were not named: codes, only if asked for.
    """

    member: str
    group: str
    talks_by: tuple[Coded, ...]
    sayings: tuple[Saying, ...]
    calms: str | None
    upsets: str | None
    likes: str | None
    needs: tuple[NeedSaid, ...]
    complete: bool
    open: int
    asked: int
    not_so: tuple[NeedSaid, ...]
    goals: tuple[Goal, ...]

    @property
    def begun(self) -> bool:
        """Whether anything of it was said."""
        texts = (self.calms, self.upsets, self.likes)
        return bool(self.talks_by or self.sayings or self.needs or self.goals or self.complete or any(texts))


class Profiles(Told, frozen=True, kw_only=True):
    """The members, children first, and what the family will not do. atlas: whose words these are."""

    format: int = 1
    atlas: str
    members: tuple[Profile, ...]
    red_lines: tuple[Coded, ...]


class Row(Told, frozen=True, kw_only=True):
    """A question of the interview. kinds: of support that hangs on the answer, in the order of the atlas."""

    need: str
    ask: Text
    kinds: tuple[Coded, ...]


class Part(Told, frozen=True, kw_only=True):
    """Questions of the interview that are about the same."""

    title: Text
    rows: tuple[Row, ...]


def profiles(atlas: Atlas, case: Case, member: str | None = None, coded: bool = False) -> Profiles:
    """Of each member, or of one by the alias, what was said. coded: with codes of the ICF."""
    teller = _Teller(atlas, coded)
    found = [teller.profile(one) for one in _listed(case.root, "members")]
    lines = [text for one in _listed(case.root, "red_lines") if (text := _text(one, "wish"))]
    titles = _texts(atlas, "wishes")
    return Profiles(
        atlas=atlas.version,
        members=tuple(
            sorted(
                (one for one in found if member is None or one.member.casefold() == member.casefold()),
                key=lambda one: one.group != "child",
            )
        ),
        red_lines=tuple(Coded(code=line, title=titles[line]) for line in lines),
    )


def interview(atlas: Atlas) -> tuple[Part, ...]:
    """The questions about needs, by part; with the kinds of support that are written down for each."""
    serving = _serving(atlas.provisions)
    needs = _in_order(atlas)
    parts = []
    for group, title in _texts(atlas, "need_groups").items():
        rows = tuple(
            Row(need=need.id, ask=need.ask, kinds=_kinds(atlas, serving.get(need.id, set())))
            for need in needs
            if need.ask and need.group == group
        )
        parts.append(Part(title=title, rows=rows))
    return tuple(part for part in parts if part.rows)


def asked_needs(atlas: Atlas) -> tuple[str, ...]:
    """The needs that the interview asks for."""
    return tuple(one.id for one in _in_order(atlas) if one.ask)


def follows(atlas: Atlas) -> dict[str, str]:
    """By way of talking the need that follows from it."""
    listed = atlas.codes.get("talks_by")
    return {} if listed is None else {code: of["need"] for code, of in listed.codes.items() if "need" in of}


def _in_order(atlas: Atlas) -> list[Need]:
    """Needs in the order of the code list, which is the order in which they are asked and told."""
    places = {code: place for place, code in enumerate(_texts(atlas, "needs"))}
    return sorted(atlas.needs, key=lambda one: places.get(one.id, len(places)))


def _serving(provisions: Iterable[Provision]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in provisions:
        for need in one.serves:
            found.setdefault(need, set()).add(one.kind)
    return found


def _kinds(atlas: Atlas, kinds: set[str]) -> tuple[Coded, ...]:
    texts = _texts(atlas, "provision_kinds")
    return tuple(Coded(code=code, title=title) for code, title in texts.items() if code in kinds)


class _Teller:
    """Tells members of one atlas."""

    def __init__(self, atlas: Atlas, coded: bool) -> None:
        self._atlas, self._coded = atlas, coded
        self._needs = {one.id: one for one in atlas.needs}
        self._asked = asked_needs(atlas)

    def profile(self, member: Record) -> Profile:
        needs = list(_listed(member, "needs"))
        named = [text for one in needs if (text := _text(one, "need"))]
        held = member.values.get("needs")
        complete = isinstance(held, Many) and held.complete is True
        left = [one for one in self._asked if one not in named]
        return Profile(
            member=_text(member, "alias") or "",
            group=str(self._atlas.codes["roles"].codes[_text(member, "role") or ""]["group"]),
            talks_by=tuple(self._code("talks_by", code) for code in _several(member, "talks_by")),
            sayings=tuple(
                Saying(means=self._coding(one, "means", "meanings"), how=_text(one, "how"))
                for one in _listed(member, "sayings")
            ),
            calms=_text(member, "calms"),
            upsets=_text(member, "upsets"),
            likes=_text(member, "likes"),
            needs=tuple(self._need(one, name) for one in needs if (name := _text(one, "need"))),
            complete=complete,
            open=0 if complete else len(left),
            asked=len(self._asked),
            not_so=tuple(self._not_so(one) for one in left) if complete and self._coded else (),
            goals=tuple(
                Goal(
                    words=_text(one, "words"),
                    area=self._coding(one, "area", "goal_areas"),
                    voice=self._coding(one, "voice", "voices"),
                )
                for one in _listed(member, "goals")
            ),
        )

    def _need(self, said: Record, name: str) -> NeedSaid:
        much = _text(said, "much")
        listed = self._needs.get(name)
        return NeedSaid(
            need=name,
            title=self._code("needs", name).title,
            much="much" if much == "much" else "some" if much else None,
            words=_text(said, "words"),
            icf=icf(listed, much) if self._coded and listed else None,
        )

    def _not_so(self, name: str) -> NeedSaid:
        title = self._code("needs", name).title
        code = icf(self._needs[name], "none")
        return NeedSaid(need=name, title=title, much=None, words=None, icf=code)

    def _coding(self, said: Record, field: str, codes: str) -> Coded | None:
        code = _text(said, field)
        return None if code is None else self._code(codes, code)

    def _code(self, codes: str, code: str) -> Coded:
        return Coded(code=code, title=_texts(self._atlas, codes)[code])


def icf(need: Need, much: str | None) -> str | None:
    """The code of a need with its qualifier, `d330.3`; `e125+3`: how much something around a person helps."""
    if need.icf is None or not need.qualified:
        return need.icf
    sign = "+" if need.icf.startswith(ENVIRONMENT) else "."
    return f"{need.icf}{sign}{QUALIFIERS[much]}"


def _texts(atlas: Atlas, codes: str) -> dict[str, Text]:
    """The words of a code list, without its further data."""
    listed = atlas.codes.get(codes)
    data: Mapping[str, Mapping[str, object]] = {} if listed is None else listed.codes
    return {
        code: {key: str(text) for key, text in of.items() if key not in ("icf", "need", "group")}
        for code, of in data.items()
    }


def _listed(said: Record, field: str) -> tuple[Record, ...]:
    held = said.values.get(field)
    return held.items if isinstance(held, Many) else ()


def _text(said: Record, field: str) -> str | None:
    held = said.values.get(field)
    return held if isinstance(held, str) else None


def _several(said: Record, field: str) -> tuple[str, ...]:
    held = said.values.get(field)
    return held if isinstance(held, tuple) else ()
