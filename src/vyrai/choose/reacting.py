"""What it is worth to react to refusals, where somebody counts them or the family supposes a share."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vyrai.choose._kind import Kind, kind_of
from vyrai.choose.model import Record, Text
from vyrai.law import Law
from vyrai.reach import Draft, Plan, doors_only, few, policy

DECIDED = 9
"""So many steps are decided about at most: more take longer than anybody waits for."""


class TurnOn(Record, frozen=True, kw_only=True):
    """A row of the table: what to do after an answer.

    after: the row (from one) whose step got this `answer`, granted or refused; None: the start. kind, title:
    what to do now, as of a step of a plan, and of which route; all None: there (`safe`), or nothing is left
    of what was looked at. prepare: what is made ready for it first.
    """

    number: int
    after: int | None
    answer: str | None
    route: str | None
    kind: Kind | None
    title: Text | None
    prepare: tuple[Text, ...]
    safe: bool


class ReactingOn(Record, frozen=True, kw_only=True):
    """refused: the share of refusals that is supposed; None: each is counted. value: the likelihood of safety
    in the time of a plan for who reacts to each refusal as well as can be; without: for who stops at the
    first. exact: of the steps that were looked at; else it is of simulated answers. Fees and living are
    counted, pay is not.
    """

    refused: float | None
    value: float
    without: float
    exact: bool
    turns: tuple[TurnOn, ...]


def reacting(law: Law, draft: Draft, plans: Sequence[Plan], refused: float | None) -> ReactingOn | None:
    """For the steps of these plans, those that are told first before the others, as many as can be gone
    through, and other ways to what may be refused in them; None: there is no plan.
    """
    if not plans:
        return None
    # Days by which a plan wants to be there are no doors: whoever waits for another answer comes later. And
    # a paper in hand that a plan makes anew is looked at as that one.
    problem = doors_only(draft.problem)
    anew = {use.paper for plan in plans for use in plan.uses if use.made_by is not None}
    has = tuple(one for one in problem.has if one.until is None or one.paper not in anew)
    problem = msgspec.structs.replace(problem, has=has)
    found = policy(problem, few(problem, plans, DECIDED), most_moves=DECIDED)

    def text(name: str) -> Text | None:
        described = draft.of[name][1]
        return None if described is None else law.atlas.step(described).title

    return ReactingOn(
        refused=refused,
        value=found.value,
        without=found.without,
        exact=found.exact,
        turns=tuple(
            TurnOn(
                number=one.number,
                after=one.after,
                answer=one.answer,
                route=None if one.do is None else draft.of[one.do][0],
                kind=None if one.do is None else kind_of(one.do, draft.of[one.do][1]),
                title=None if one.do is None else text(one.do),
                prepare=tuple(title for name in one.prepare if (title := text(name)) is not None),
                safe=one.safe,
            )
            for one in found.turns
        ),
    )
