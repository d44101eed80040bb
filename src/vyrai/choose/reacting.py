"""What it is worth to react to refusals, where somebody counts them or the family supposes a share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

import msgspec

from vyrai.choose._kind import Kind, kind_of
from vyrai.choose._pocket import NO, Asked, instead
from vyrai.choose.model import Record, Text
from vyrai.law import Family
from vyrai.reach import (
    HERE,
    SAFE,
    THERE,
    UNSAID,
    Draft,
    No,
    Plan,
    Problem,
    Step,
    Turn,
    after_safety,
    doors_only,
    few,
    most,
    policy,
    recourse,
)

Of = Mapping[str, tuple[str | None, str | None]]
"""By step its route and the step of the atlas."""
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
    goes on, and is not told. Of income only what is put aside at home is counted.
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
    later = _later(draft, plans)
    problem = doors_only(draft.problem)
    problem = msgspec.structs.replace(problem, steps=(*_decided(problem, later), *more))
    problem = msgspec.structs.replace(problem, people=_everybody(problem))
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
    of = draft.of | after.of
    ends = _ends(draft, problem, of)
    shuts, behind = _shuts(later, of), frozenset(pockets)
    found = policy(problem, plans, noes=noes, most_moves=DECIDED, last=behind, ends=ends, shuts=shuts)
    if found.value == 0:
        return None  # What the plans live on is not counted by it.
    used = {*found.moves, *(name for turn in found.turns for name in turn.prepare)}
    twice = {step for no in after.noes for step in no.steps for one in no.of if of[step] == of[one]}
    uncounted = [described for step, described in after.uncounted if step in found.moves]

    def named(name: str) -> tuple[str | None, str | None]:
        """The route and step that a row tells of: of safety the answer on which it hangs."""
        after = later.get(name)
        return of[name if after is None else after.asked[-1]]

    def title(name: str) -> Text | None:
        if name in pockets:
            return atlas.country(pockets[name]).title
        described = named(name)[1]
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
                route=None if one.do is None or one.do in pockets else named(one.do)[0],
                kind=None
                if one.do is None
                else kind_of(one.do, None if one.do in pockets else named(one.do)[1]),
                title=None if one.do is None else title(one.do),
                again=one.do in twice,
                prepare=tuple(text for name in one.prepare if (text := title(name)) is not None),
                safe=one.safe,
            )
            for one in _told(found.turns)
        ),
    )


def _told(turns: Sequence[Turn]) -> list[Turn]:
    """The rows of a table without that of being where the family is already: what follows comes instead."""
    here: dict[int | None, Turn] = {one.number: one for one in turns if one.do == HERE}
    rows = [one for one in turns if one.number not in here]
    numbers = {one.number: number for number, one in enumerate(rows, 1)}
    told = []
    for one in rows:
        before = here.get(one.after, one)
        after = None if before.after is None else numbers[before.after]
        row = msgspec.structs.replace(one, number=numbers[one.number], after=after, answer=before.answer)
        told.append(row)
    return told


class _Later(NamedTuple):
    """What may still be a no once the family is there: the share, and the steps, the last one at the end."""

    share: float
    asked: tuple[str, ...]


def _later(draft: Draft, plans: Sequence[Plan]) -> dict[str, _Later | None]:
    """By the step of safety of each plan; None where nothing that comes after it may be refused."""
    steps = {step.id: step for step in draft.problem.steps}
    found: dict[str, _Later | None] = {}
    for plan in plans:
        safe = next(one.step for one in plan.steps if SAFE in steps[one.step].yields)
        asked = tuple(name for name in after_safety(plan, steps) if steps[name].refused)
        share = 1 - prod(1 - (steps[name].refused or 0) for name in asked)
        found[safe] = _Later(share, asked) if asked else None
    return found


def _shuts(later: Mapping[str, _Later | None], of: Of) -> dict[str, frozenset[str]]:
    """One decision that is a no is a no for each way that hangs on it."""
    asked = {safe: {of[name][1] or name for name in one.asked} for safe, one in later.items() if one}
    return {
        safe: frozenset(other for other in asked if other != safe and asked[other] & mine)
        for safe, mine in asked.items()
    }


def _everybody(problem: Problem) -> tuple[str, ...]:
    """The people of a problem, and who else comes for its steps: whoever minds the children."""
    come = {name for step in problem.steps if step.attends for name in step.attends.who}
    return (*problem.people, *sorted(come - {*problem.people}))


def _decided(problem: Problem, later: Mapping[str, _Later | None]) -> Iterator[Step]:
    """The steps of a problem, of those of safety only these, refused as often as what comes after each: a way
    without a plan, and a visit beside a way to stay, is no end.
    """
    for step in problem.steps:
        if SAFE not in step.yields:
            yield step
        elif step.id in later:
            after = later[step.id]
            yield step if after is None else msgspec.structs.replace(step, refused=after.share)


def _ends(draft: Draft, problem: Problem, of: Of) -> dict[str, frozenset[str]]:
    """Whoever was granted a way in, by the last answer that is waited for outside, asks for no other: of each
    such step, and of what gives the same after a no, those that no way which needs it has.
    """
    outside = [one for one in problem.steps if one.refused != 0 and one.place != THERE]
    mine: dict[str, set[str]] = {}
    for way in draft.ways:
        parts = way.key.split("@")
        links = ["@".join(parts[at:]) for at in range(len(parts))]
        own = [one.id for link in links for one in outside if one.id.rpartition("/")[0] == link]
        asked = [one.id for one in outside if one.id in own and one.moves_to is None]
        if asked:
            mine.setdefault(asked[-1], set()).update(own)
    routed = {one.id for one in outside if of.get(one.id, (None, None))[0] is not None}
    found: dict[str, frozenset[str]] = {}
    for last, own_steps in mine.items():
        gives = next({*one.yields} for one in outside if one.id == last)
        same = [one.id for one in outside if gives <= {*one.yields}]
        found |= dict.fromkeys(same, frozenset(routed - own_steps - {*same}))
    return found
