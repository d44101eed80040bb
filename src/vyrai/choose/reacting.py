"""What it is worth to react to refusals, where somebody counts them or the family supposes a share."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vyrai.choose._kind import Kind, kind_of
from vyrai.choose._pocket import NO, Asked, instead
from vyrai.choose.model import Record, Text
from vyrai.law import Family
from vyrai.reach import UNSAID, Draft, No, Plan, doors_only, few, most, policy, recourse

DECIDED = 9
"""So many steps are decided about at most: more take longer than anybody waits for."""


class TurnOn(Record, frozen=True, kw_only=True):
    """A row of the table: what to do after an answer.

    after: the row (from one) whose step got this `answer`, granted or refused; None: the start. kind, title:
    what to do now, as of a step of a plan, and of which route (a country in the pocket: None); all None:
    there (`safe`), or nothing is left of what was looked at. again: it was refused before. prepare: what is
    made ready for it first.
    """

    number: int
    after: int | None
    answer: str | None
    route: str | None
    kind: Kind | None
    title: Text | None
    again: bool
    prepare: tuple[Text, ...]
    safe: bool


class ReactingOn(Record, frozen=True, kw_only=True):
    """refused: the share of refusals that is supposed; None: each is counted. value: the likelihood of safety
    in the time of a plan for who reacts to each refusal as well as can be; without: for who stops at the
    first. exact: of the steps that were looked at; else it is of simulated answers. again: asking again, or
    another decision, is counted, once each; pocket: countries in the pocket that are counted. uncounted: what
    may follow a no and is left out, as nobody counts how often it is refused; unplanned: countries in the
    pocket into which there is no plan now; there: those where the family is. cut: after a third no the table
    goes on, and is not told. Fees and living are counted, pay is not.
    """

    refused: float | None
    value: float
    without: float
    exact: bool
    again: bool
    pocket: tuple[Text, ...]
    uncounted: tuple[Text, ...]
    unplanned: tuple[Text, ...]
    there: tuple[Text, ...]
    cut: bool
    turns: tuple[TurnOn, ...]


def reacting(
    asked: Asked, family: Family, draft: Draft, plans: Sequence[Plan], refused: float | None
) -> ReactingOn | None:
    """For the steps of these plans, those that are told first before the others, as many as can be gone
    through, what may follow their refusals, and other ways to what may be refused in them; None: there is no
    plan, or none that can do without pay.
    """
    if not plans:
        return None
    atlas = asked.law.atlas
    after = recourse(asked.law, family, asked.world, asked.country, draft, refused)
    kept = [*instead(asked, draft, refused)]
    pockets = {one.step.id: one.country for one in kept if one.step is not None}
    more = [*after.steps, *(one.step for one in kept if one.step is not None)]
    problem = doors_only(draft.problem)
    problem = msgspec.structs.replace(problem, steps=(*problem.steps, *more))
    if UNSAID in draft.unknown:
        problem = msgspec.structs.replace(problem, savings=most(problem))
    any_no = frozenset(step.id for step in problem.steps if step.refused != 0) - pockets.keys()
    noes = [*after.noes, *([No(NO, any_no, None, frozenset(pockets))] if pockets else [])]
    plans = few(problem, plans, DECIDED, noes)
    # Days by which a plan wants to be there are no doors: whoever waits for another answer comes later. And
    # a paper in hand that a plan makes anew is looked at as that one.
    anew = {use.paper for plan in plans for use in plan.uses if use.made_by is not None}
    has = tuple(one for one in problem.has if one.until is None or one.paper not in anew)
    problem = msgspec.structs.replace(problem, has=has)
    found = policy(problem, plans, noes=noes, most_moves=DECIDED, last=frozenset(pockets))
    if found.value == 0:
        return None  # It counts no pay, and plans that live on pay are none to it.
    of = draft.of | after.of
    used = {*found.moves, *(name for turn in found.turns for name in turn.prepare)}
    twice = {step for no in after.noes for step in no.steps for one in no.of if of[step] == of[one]}
    uncounted = [described for step, described in after.uncounted if step in found.moves]

    def title(name: str) -> Text | None:
        if name in pockets:
            return atlas.country(pockets[name]).title
        described = of[name][1]
        return None if described is None else atlas.step(described).title

    return ReactingOn(
        refused=refused,
        value=found.value,
        without=found.without,
        exact=found.exact,
        again=not after.of.keys().isdisjoint(used),
        pocket=tuple(atlas.country(country).title for country in pockets.values()),
        uncounted=(
            *(atlas.step(described).title for described in dict.fromkeys(uncounted)),
            *(atlas.country(one.country).title for one in kept if one.step is None and one.planned),
        ),
        unplanned=tuple(atlas.country(one.country).title for one in kept if not (one.planned or one.there)),
        there=tuple(atlas.country(one.country).title for one in kept if one.there),
        cut=found.cut,
        turns=tuple(
            TurnOn(
                number=one.number,
                after=one.after,
                answer=one.answer,
                route=None if one.do is None or one.do in pockets else of[one.do][0],
                kind=None
                if one.do is None
                else kind_of(one.do, None if one.do in pockets else of[one.do][1]),
                title=None if one.do is None else title(one.do),
                again=one.do in twice,
                prepare=tuple(text for name in one.prepare if (text := title(name)) is not None),
                safe=one.safe,
            )
            for one in found.turns
        ),
    )
