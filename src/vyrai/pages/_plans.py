"""Plans into a country, as a screen and a page of its own: steps through time, savings, sheets to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from vyrai.choose import Planning
from vyrai.choose.mending import RemedyOn
from vyrai.choose.plan_on import PlanOn
from vyrai.choose.planned import (
    First,
    Month,
    Visit,
    around,
    chosen,
    closing,
    first,
    lasts,
    later,
    loose,
    months,
    numbers,
    parts,
    purse,
    reckoned,
    safe_on,
    visits,
)
from vyrai.choose.step_on import StepOn
from vyrai.pages._alone import alone, desk_without_ways
from vyrai.pages._desk import Desk
from vyrai.pages._draw import Piece, piece
from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.pages._templates import PLANS
from vyrai.words import planning as said
from vyrai.words.home import lacking

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas

_TAIL = 10
"""How long a length that nobody knows is drawn, per cent."""
_TICKS = 4
"""So many months have their name on a scale at most."""
_LETTER = 2.8
"""Per cent of a scale that a letter takes on the narrowest phone."""
_ABOVE, _BELOW = -14, 24
"""Where the numbers of a dot stand, in pixels from its middle."""
_NEAR = 5
"""Plans that are nearer to each other than this, per cent, share a dot."""
_EDGE = 10
"""Room at the sides of the picture of plans, per cent."""
_WHOLE = 100


class Line(NamedTuple):
    """A step of a plan: its number, its day, what is said of it, and its bar."""

    number: int | None
    step: StepOn
    day: str
    over: str
    fields: list[said.Told]
    bar: tuple[Piece, ...]


class Part(NamedTuple):
    """Steps, and the marks that they lead to."""

    lines: list[Line]
    marks: list[Line]


class Bar(NamedTuple):
    """A month of the savings as a bar, in per cent of the picture."""

    x: str
    y: str
    width: str
    height: str
    kind: str


class Band(NamedTuple):
    """What is left in a month of eight in ten simulated lives: a line from the poorer to the richer end."""

    x: str
    low: str
    high: str
    told: str


class Savings(NamedTuple):
    """The savings month by month: bars, the line of nothing, the line of the reserve, and the figures. bands:
    one for each month; none where nobody lived the plan through.
    """

    bars: list[Bar]
    bands: list[Band]
    zero: str
    reserve: str
    months: tuple[Month, ...]
    top: int

    @property
    def locks(self) -> bool:
        """Whether money is put aside in some month."""
        return any(month.locked for month in self.months)


class Sheet(NamedTuple):
    """A visit to an office: its day, what to bring, what it costs."""

    visit: Visit
    day: str
    brings: list[str]
    fee: str


class Tick(NamedTuple):
    """Where a month begins on a scale, per cent; its name, empty where it does not fit, and its side."""

    at: str
    name: str
    anchor: str


class Told(NamedTuple):
    """One plan as it is drawn."""

    number: int
    plan: PlanOn
    names: str
    numbers: tuple[int | None, ...]
    figures: list[said.Told]
    parts: list[Part]
    ticks: list[Tick]
    savings: Savings
    sheets: list[Sheet]


class Dot(NamedTuple):
    """Plans at one place of the picture of all plans. dy: how far below its middle the numbers stand."""

    x: str
    y: str
    label: str
    dy: int
    anchor: str
    named: bool
    least: bool


class Picture(NamedTuple):
    """The plans by days to safety and fees. end, top: where the most of each stands, per cent."""

    dots: list[Dot]
    days: int
    money: int
    end: int = _WHOLE - _EDGE
    top: int = _EDGE


class Begin(NamedTuple):
    """What to begin with: in which plans, and what is said of it."""

    first: First
    plans: str
    fields: list[said.Told]


class Close(NamedTuple):
    """What is done before leaving: the step, in which plans, until when."""

    step: StepOn
    plans: str
    until: str


class Drawn(NamedTuple):
    """Everything that the templates ask for."""

    found: Planning
    begin: list[Begin]
    later: list[str]
    closing: list[Close]
    plans: list[Told]
    others: list[Told]
    picture: Picture
    month: list[said.Sum]
    places: list[said.Place]
    reckoned: int
    before: list[str]
    empty: list[tuple[str, str]]
    unplaced: tuple[str, ...]


class Ticked(NamedTuple):
    """A step that the family has ticked: the step, the only way of which it is said (empty: every one), and
    both with what came of it in words.
    """

    step: str
    route: str
    text: str


def ticked(words: Words, atlas: Atlas, deeds: Iterable[Mapping[str, Any]]) -> list[Ticked]:
    """What is ticked, in the order of the family; steps that the atlas does not know are left out."""
    titles = {one.id: words.text(one.title) for one in atlas.steps}
    ways = {one.id: words.text(one.title) for one in atlas.routes}
    outcomes = atlas.codes["outcomes"].codes
    told = []
    for deed in deeds:
        step, route = str(deed.get("step", "")), str(deed.get("route") or "")
        if step not in titles:
            continue
        came = words.text(outcomes.get(str(deed.get("outcome") or "done")))
        text = f"{titles[step]}: {came}"
        text = f"{text}, {words.date(str(deed['date']))}" if deed.get("date") else text
        told.append(Ticked(step, route, f"{text} ({ways[route]})" if route in ways else text))
    return told


def dated(words: Words, atlas: Atlas, days: Iterable[Mapping[str, Any]]) -> list[Ticked]:
    """The days that the family was given, the next one first."""
    titles = {one.id: words.text(one.title) for one in atlas.steps}
    ways = {one.id: words.text(one.title) for one in atlas.routes}
    told = []
    for one in sorted(days, key=lambda day: str(day.get("date"))):
        step, route, day = (str(one.get(name) or "") for name in ("step", "route", "date"))
        if step in titles and day:
            text = f"{words.date(day)}: {titles[step]}"
            told.append(Ticked(step, route, f"{text} ({ways[route]})" if route in ways else text))
    return told


def plans(
    frame: Frame,
    words: Words,
    atlas: Atlas,
    found: Planning,
    done: Sequence[Ticked] = (),
    days: Sequence[Ticked] = (),
) -> str:
    """The screen. done: what the family has ticked; days: those that it was given."""
    desk = desk_without_ways(words, frame, found.basis, found.sources, found.labels)
    values = _values(desk, words, found, None)
    html = screen("plans.html", frame, words, atlas, done=done, days=days, **values)
    return desk.sources.back(html)


def plans_alone(words: Words, found: Planning, objective: str | None = None) -> str:
    """The same as one page with everything inside. objective: only the plan that is best in it."""
    desk = desk_without_ways(words, None, found.basis, found.sources, found.labels)
    return alone(desk, "plans_alone.html", PLANS, _values(desk, words, found, objective))


def _values(desk: Desk, w: Words, found: Planning, objective: str | None) -> dict[str, object]:
    shown = chosen(found, objective)
    others = [at for at in range(len(found.plans)) if at not in shown]
    return {
        "c": desk.comparison,
        "d": desk,
        "said": said,
        "x": Drawn(
            found,
            _begin(w, found, shown),
            [said.begins(w, found, one.plan, one) for one in later(found) if one.plan - 1 in shown],
            _closing(w, found, shown),
            [_told(w, found, at) for at in shown],
            [_told(w, found, at) for at in others],
            _picture(found),
            said.month(w, found) if found.plans else [],
            _by_place(w, found, shown) if found.plans else [],
            1 + (reckoned(found, shown) if found.plans else 0),
            [*said.crossed(w, found), *said.alike(w, found, objective), *said.about(w, found)],
            [(said.way(w, found, way), _mends(w, found, way)) for way in found.empty],
            lacking(w, found.home),
        ),
    }


def _begin(w: Words, found: Planning, shown: Sequence[int]) -> list[Begin]:
    begin = []
    for one in first(found):
        mine = [number for number in one.plans if number - 1 in shown]
        if mine:
            names = w.list([w("plan {n}", n=number) for number in mine])
            at = numbers(found.plans[mine[0] - 1])
            waiting = said.Told(w("If you wait"), said.costs(w, one.lost))
            fields = said.fields(w, found, one.step, False, at)
            begin.append(Begin(one, names, [*fields, *([waiting] if waiting.text else [])]))
    return begin


def _closing(w: Words, found: Planning, shown: Sequence[int]) -> list[Close]:
    told = []
    for one in closing(found):
        names = [w("plan {n}", n=number) for number in one.plans if number - 1 in shown]
        if names:
            told.append(
                Close(one.step, w.list(names), said.closes(w, found.labels, one.on, one.door, one.given))
            )
    return told


def _by_place(w: Words, found: Planning, shown: Sequence[int]) -> list[said.Place]:
    """A month in each place, and how long the savings last there without pay, in the first plan shown."""
    plan = found.plans[reckoned(found, shown)]
    return said.by_place(w, found, lambda monthly: lasts(found, plan, monthly))


def _mends(w: Words, found: Planning, way: tuple[str, ...]) -> str:
    changes: list[RemedyOn] = [one for one in found.without if one.way == way]
    return w("; or ").join(said.remedy(w, found, one) for one in changes) or said.no_plan(w, found, way)


def _told(w: Words, found: Planning, at: int) -> Told:
    plan = found.plans[at]
    numbered, late, about = numbers(plan), loose(plan), around(plan)
    start = date.fromisoformat(found.start)
    last = max((_days(start, one.until) for one in plan.steps), default=0)
    top = max(30, last * (_WHOLE + _TAIL) // _WHOLE)

    def line(place: int) -> Line:
        step = plan.steps[place]
        return Line(
            numbered[place],
            step,
            said.first_day(w, step, late[place], about[place]),
            "" if step.until == step.on else said.over(w, step, late[place], about[place]),
            said.fields(w, found, step, late[place], numbered, about[place]),
            _bar(step, _days(start, step.on), _days(start, step.until), top),
        )

    money = months(found, plan)
    return Told(
        at + 1,
        plan,
        said.names(w, found, plan),
        numbered,
        said.figures(w, found, plan, safe_on(plan), said.Purse(*purse(found, plan)), numbered),
        [Part([line(one) for one in lines], [line(one) for one in marks]) for lines, marks in parts(plan)],
        _ticks(w, start, top),
        _savings(w, found, plan, money),
        [
            Sheet(
                one,
                said.day(w, one.step.on, *(of[plan.steps.index(one.step)] for of in (late, about))),
                said.brings(w, found, one.step, ()),
                said.fee(w, found, one.step),
            )
            for one in visits(plan)
        ],
    )


def _days(start: date, iso: str) -> int:
    return (date.fromisoformat(iso) - start).days


def _bar(step: StepOn, begins: int, ends: int, top: int) -> tuple[Piece, ...]:
    """Full while somebody must be there, hatched while one waits, dotted where nobody knows how long."""
    pieces = []
    if "days" in step.unknown:
        pieces.append(piece("unk", ends / top * _WHOLE, min(_WHOLE, ends / top * _WHOLE + _TAIL)))
    if ends > begins:
        pieces.append(piece("maybe", begins / top * _WHOLE, ends / top * _WHOLE))
    if step.who:
        pieces.append(piece("sure", begins / top * _WHOLE, (begins + 1) / top * _WHOLE))
    return tuple(pieces) or (piece("maybe", begins / top * _WHOLE, (begins + 1) / top * _WHOLE),)


def _ticks(w: Words, start: date, top: int) -> list[Tick]:
    """Where months begin on the scale, and their names; not all where there are many."""
    days = [start + timedelta(days=n) for n in range(top)]
    begins = [day for day in days if day.day == 1]
    apart = -(-len(begins) // _TICKS) or 1
    ticks: list[Tick] = []
    free = 0.0
    for day in begins[::apart]:
        at, name = (day - start).days / top * _WHOLE, w.month(day.month)
        width = (len(name) + 1) * _LETTER
        # At the end of the scale a name stands before its line, or nowhere: the picture would cut it.
        after, before = at + width <= _WHOLE, at - width >= free
        ticks.append(Tick(f"{at:.3g}", name if after or before else "", "start" if after else "end"))
        free = at + width
    return ticks


def _savings(w: Words, found: Planning, plan: PlanOn, money: tuple[Month, ...]) -> Savings:
    lived = () if plan.lived is None else plan.lived.lives.savings[: len(money)]
    most = max(
        found.savings or 0, found.reserve, *(one.left for one in money), *(one.p90 for one in lived), 1
    )
    least = min(0, *(one.left for one in money), *(one.p10 for one in lived))
    span, width = most - least, _WHOLE / len(money)

    def height(amount: int) -> float:
        return (most - amount) / span * _WHOLE

    bars = [
        Bar(
            f"{number * width + width / 8:.3g}",
            f"{height(max(0, one.left)):.3g}",
            f"{width * 3 / 4:.3g}",
            f"{abs(one.left) / span * _WHOLE:.3g}",
            "maybe" if one.assumed else "sure" if one.left >= 0 else "short",
        )
        for number, one in enumerate(money)
    ]
    bands = [
        Band(
            f"{(one.month + 1 / 2) * width:.3g}",
            f"{height(one.p10):.3g}",
            f"{height(one.p90):.3g}",
            said.between(w, found, one.p10, one.p90),
        )
        for one in lived
    ]
    reserve = f"{height(found.reserve):.3g}" if found.reserve else ""
    return Savings(bars, bands, f"{height(0):.3g}", reserve, money, most)


def _picture(found: Planning) -> Picture:
    days = max((one.comes_to["weeks"] for one in found.plans), default=0)
    money = max((one.comes_to["money"] for one in found.plans), default=0)
    room = _WHOLE - 2 * _EDGE
    places: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(found.plans, 1):
        x = _EDGE + one.comes_to["weeks"] / max(1, days) * room
        y = _WHOLE - _EDGE - one.comes_to["money"] / max(1, money) * room
        near = (str(round(x / _NEAR) * _NEAR), str(round(y / _NEAR) * _NEAR))
        places.setdefault(near, []).append(number)
    dots: list[Dot] = []
    for (across, up), mine in sorted(places.items(), key=lambda one: int(one[0][0])):
        here = [found.plans[number - 1] for number in mine]
        least = any({"weeks", "money"} & set(one.at_least) for one in here)
        named = any(number <= found.shown for number in mine)
        # So that neighbours do not write over each other.
        dy = _BELOW if sum(abs(int(dot.y) - int(up)) < _EDGE for dot in dots) % 2 else _ABOVE
        anchor = "start" if int(across) < _WHOLE / 5 else "end" if int(across) > _WHOLE * 4 / 5 else "middle"
        dots.append(Dot(across, up, ", ".join(map(str, mine)), dy, anchor, named, least))
    return Picture(dots, days, money)
