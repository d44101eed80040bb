"""After a refusal: what may then be done, and the quickest plan that is left, here and in the pocket.

A plan is followed up to the day of the answer. The family is then as if it had ticked what is done by that
day and the refusal, with so much less in its purse, and is planned for anew.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec

from vyrai.choose._bonds import bonds
from vyrai.choose._pocket import Asked, items, lasts, pocket
from vyrai.choose.beside import beside
from vyrai.choose.model import Record, Text
from vyrai.family import Case, flatten
from vyrai.law.chain import PROTECTION
from vyrai.reach import (
    GIVEN,
    HERE,
    LEFT,
    MINDER,
    RECKONED,
    SAFE,
    STAY,
    Draft,
    Placed,
    Plan,
    Planned,
    before_safety,
    draft,
    quickest,
    spent,
    undated,
)
from vyrai.world import Bond, Route

REFUSED = "refused"


class LeftOn(Record, frozen=True, kw_only=True):
    """The quickest plan that is left, of the ways with work if there is one.

    on: safe there and allowed to stay, on likely days. way: the routes up to then; also: those of other ways
    whose papers it uses before; out: the way out of the country, if it still leaves. same: it is the way of
    the plan itself, by what may be done after a refusal. at_least: the day is only "not before"; about: it
    may be sooner or later, for a wait before it is reckoned as is usual or by the law. fees: still to be
    paid; fees_at_least: at the least. danger: as of a plan. keeps_open: what keeps the place open, as the
    family wrote it. refused: of its steps of which somebody counts refusals the greatest share, 0 to 1.
    """

    country: str
    title: Text
    way: tuple[str, ...]
    also: tuple[str, ...]
    out: str | None
    same: bool
    on: str
    at_least: bool
    about: bool
    fees: int
    fees_at_least: bool
    danger: int
    refused: float
    keeps_open: str | None = None


class RefusalOn(Record, frozen=True, kw_only=True):
    """A refusal of a step of a plan, by its number there. on: the day of the answer, on likely days.

    text, facts: what the atlas says may then be done. stays: it decides nothing about being there, where the
    family is by then. here: the plan that is left into the same country (None: none with this money and
    time); pocket: those into countries that the family keeps in its pocket. closes: what the steps up to
    this one have shut elsewhere or bound to.
    """

    step: int
    on: str
    text: Text | None
    facts: tuple[str, ...]
    stays: bool
    closes: tuple[Text, ...]
    here: LeftOn | None
    pocket: tuple[LeftOn, ...]


class Refusals:
    """What comes after the refusals that plans of one draft may meet."""

    def __init__(self, asked: Asked, drafted: Draft) -> None:
        self.asked, self.drafted = asked, drafted
        self.steps = {step.id: step for step in drafted.problem.steps}
        self.pocket = pocket(asked)
        steps = asked.law.atlas.steps
        self.crossings = {step.id for step in steps if step.moves}
        # By the form of this law, which knows the steps that its plans are made of.
        self.case = msgspec.structs.replace(asked.case, form=asked.law.form)
        self.data = asked.case.data()

    def of(self, one: Planned, order: list[Placed], more: int = 0) -> tuple[RefusalOn, ...]:
        """Each of a plan, whose steps are told in this order. more: a sum that the plan reckons with beside
        the savings.
        """
        bound = bonds(self.asked.law, self.drafted, order)
        return tuple(
            self._refusal(one, order, number, more, bound)
            for number, placed in enumerate(order)
            if self.steps[placed.step].refused != 0
        )

    def _refusal(
        self, one: Planned, order: list[Placed], number: int, more: int, bound: dict[str, tuple[Bond, ...]]
    ) -> RefusalOn:
        placed = order[number]
        law, (route, described) = self.asked.law, self.drafted.of[placed.step]
        sources = [] if described is None else [law.atlas.step(described).outcomes]
        sources += [] if route is None else [law.atlas.route(route).outcomes]
        outcome = next((of["refused"] for of in sources if "refused" in of), None)
        on = self.asked.world.on + timedelta(days=placed.end)
        # On one day too, what comes behind it in the plan is not done yet.
        over = [of for of in order[:number] if of.end <= placed.end]
        free = self._free(over)
        case = self._then([of for of in over if of.step not in free], placed, described, on)
        begun = set(one.plan.steps) - set(order[number + 1 :])
        begun_ids = [of.step for of in order[: number + 1]]
        followed = msgspec.structs.replace(one.plan, steps=tuple(begun))
        reserve = self.asked.reserve - more + spent(self.drafted.problem, followed, placed.end)
        reserve -= sum(self.steps[name].locked for name in free.intersection(begun_ids))
        closed = route if described is None else None
        unknown = {what for name in begun_ids for what in self.steps[name].unknown}
        granted = () if route is None else law.atlas.route(route).binds
        closes = {
            bond.what["en"]: bond.what
            for name in begun_ids
            for bond in bound.get(name, ())
            if name != placed.step or bond not in granted
        }
        return RefusalOn(
            step=number,
            on=on.isoformat(),
            text=None if outcome is None else outcome.text,
            facts=() if outcome is None else outcome.facts,
            stays=self._stays(placed, one.plan),
            closes=tuple(closes.values()),
            here=_later(self._left(case, self.asked.country, on, reserve, one.way, closed), unknown),
            pocket=tuple(
                msgspec.structs.replace(left, keeps_open=said)
                for country, (said, until) in self.pocket.items()
                if lasts(until, on.isoformat())
                and (left := _later(self._left(case, country, on, reserve), unknown)) is not None
            ),
        )

    def _free(self, over: list[Placed]) -> frozenset[str]:
        """Steps that lock money of which nothing has come back yet: after a no at home it is set free, and
        locked again where their paper is asked for once more. over: what is done by then.
        """
        there = HERE in self.steps or any(self.steps[of.step].moves_to for of in over)
        return frozenset() if there else frozenset(name for name, step in self.steps.items() if step.locked)

    def _stays(self, refused: Placed, plan: Plan) -> bool:
        """Whether the family is there by then on papers that this answer does not touch; that on a claim for
        protection ends the stay for it.
        """
        decides = any(paper.startswith((GIVEN, STAY)) for paper in self.steps[refused.step].yields)
        route = self.drafted.of[refused.step][0]
        claim = route is not None and self.asked.law.atlas.route(route).kind == PROTECTION
        there = any(SAFE in self.steps[of.step].yields and of.end <= refused.end for of in plan.steps)
        hangs = refused.step in before_safety(plan, self.steps)
        return there and not (hangs or decides or claim)

    def _then(self, over: list[Placed], refused: Placed, described: str | None, on: date) -> Case:
        """The family on the day of the answer. over: the steps that are done by then."""
        asked, problem = self.asked, self.drafted.problem
        done = [(name, of.end, None) for of in over if (name := self.drafted.of[of.step][1]) is not None]
        ticks = [*done, *([] if described is None else [(described, refused.end, REFUSED)])]
        changes: dict[str, object] = {"done": self._ticked(ticks)}
        everybody = [alias for alias in problem.people if alias != MINDER]
        if any(self.steps[of.step].moves_to and self.drafted.of[of.step][1] is None for of in over):
            changes |= {f"{alias}.residence": asked.country for alias in everybody}
        came = next((of.end for of in over if self.steps[of.step].moves_to and of.step != HERE), None)
        if came is not None:
            day = (asked.world.on + timedelta(came)).isoformat()
            stay = {"country": asked.country, "from": day, "to": "open"}
            changes |= {f"{alias}.stays": self._with(alias, "stays", stay) for alias in everybody}
        return self.case.with_answers(changes, on)

    def _with(self, alias: str, name: str, item: dict[str, str]) -> object:
        """A list of a member with one item more."""
        members = items(self.data, "members")
        held = next((one.get(name) for one in members if one.get("alias") == alias), None)
        if isinstance(held, dict) and "items" in held:
            return {**held, "items": [*held["items"], item]}
        return [*(held if isinstance(held, list) else []), item]

    def _own(self, route: Route) -> list[str]:
        """The steps that only this country asks for."""
        return [name for name in route.steps if self.asked.law.atlas.step(name).folder == route.folder]

    def _done(self, route: Route, over: set[Any]) -> bool:
        """Whether all of a route is done: it is no other way. Of one without steps nobody knows that."""
        own = self._own(route)
        return bool(own) and over.issuperset(own)

    def _from_outside(self, route: Route, over: set[Any]) -> bool:
        """Whether a route begins outside the country and not all is done by which one comes in on it."""
        own = self._own(route)
        at = next((number for number, name in enumerate(own) if name in self.crossings), None)
        begun = own if at is None else own[: at + 1]
        return (route.filed == "outside" or at is not None) and not over.issuperset(begun)

    def _ticked(self, ticks: list[tuple[str, int, str | None]]) -> object:
        """The list of what is done, with more."""
        held = self.data.get("done")
        names = {name for name, _, _ in ticks}
        more = [
            {"step": name, "date": (self.asked.world.on + timedelta(day)).isoformat()}
            | ({} if outcome is None else {"outcome": outcome})
            for name, day, outcome in ticks
        ]
        whole = [*(one for one in items(self.data, "done") if one.get("step") not in names), *more]
        return {**held, "items": whole} if isinstance(held, dict) and "items" in held else whole

    def _left(
        self,
        case: Case,
        country: str,
        on: date,
        reserve: int,
        way: str | None = None,
        closed: str | None = None,
    ) -> LeftOn | None:
        """The quickest plan into a country. way: that of the plan; closed: a route that is refused whole."""
        law, world = self.asked.law, self.asked.world.at(on)
        place = self.asked.place if country == self.asked.country else None
        family = law.family(flatten(case))
        drafted = draft(law, family, world, country, max(0, reserve), quality=False, place=place)
        if reserve < 0:
            # The sum that the plan takes as if it were there is more than what is paid by then.
            richer = msgspec.structs.replace(drafted.problem, savings=drafted.problem.savings - reserve)
            drafted = replace(drafted, problem=richer)
        there = HERE in {step.id for step in drafted.problem.steps}
        over = {tick["step"] for tick in items(case.data(), "done") if tick.get("outcome") != REFUSED}
        ways = tuple(
            of
            for of in drafted.ways
            if closed not in [link.route.id for link in of.chain.links]
            and not (there and self._from_outside(of.chain.links[0].route, over))
            and not (there and self._done(of.chain.links[-1].route, over))
        )
        best = quickest(replace(drafted, ways=ways), self.asked.seconds)
        if best is None:
            return None
        open_ = undated(drafted.problem, best)
        steps = {step.id: step for step in drafted.problem.steps}
        chain = next(of.chain for of in ways if of.key == best.way)
        own = tuple(link.route.id for link in chain.links)
        outs = [drafted.of[of.step][0] for of in best.plan.steps if LEFT in steps[of.step].yields]
        return LeftOn(
            country=country,
            title=law.atlas.country(country).title,
            way=own[: chain.entry],
            also=tuple(route.id for route in beside(law, drafted, best.plan, own)),
            out=next(iter(outs), None),
            same=best.way == way,
            on=(on + timedelta(days=best.plan.comes_to["weeks"])).isoformat(),
            at_least=bool(open_ - RECKONED),
            about=not RECKONED.isdisjoint(open_),
            fees=best.plan.comes_to["money"],
            fees_at_least="fee" in {what for _, what in best.unknown},
            danger=best.plan.comes_to["danger"],
            refused=max((steps[of.step].refused or 0 for of in best.plan.steps), default=0),
        )


def _later(left: LeftOn | None, unknown: Set[str]) -> LeftOn | None:
    """The same told from the day of an answer that may itself come later. unknown: of the steps up to it."""
    if left is None:
        return None
    return msgspec.structs.replace(
        left,
        at_least=left.at_least or not unknown.isdisjoint({"days", "steps"}),
        about=left.about or not unknown.isdisjoint(RECKONED),
    )
