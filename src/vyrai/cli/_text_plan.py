"""Plans into a country, as text: what to begin with, the plans best in something, what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.choose import Planning
from vyrai.choose.plan_on import PlanOn
from vyrai.choose.planned import (
    around,
    chosen,
    closing,
    first,
    lasts,
    later,
    loose,
    numbers,
    parts,
    purse,
    reckoned,
    safe_on,
)
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.words import Words
from vyrai.words import planning as said
from vyrai.words.home import lacking

_WIDE = 28
_STEP = 26


def draw(
    found: Planning, w: Words, objective: str | None = None, everything: bool = False, over: bool = False
) -> Paper:
    """The whole answer. objective: only the plan that is best in it; everything: every plan in full; over: it
    is reckoned from a day that is over.
    """
    paper, cites = Paper(), Cites(found.sources, w)
    paper.heading(w("{country}: WHAT TO DO, IN WHICH ORDER", country=w.text(found.title)))
    if over:
        paper.item(
            w(
                "Reckoned from {date}, which is over: this is what was to be done then. For today leave out "
                "--on.",
                date=w.date(found.start),
            ),
            0,
            "!",
        )
    shown = range(len(found.plans)) if everything else chosen(found, objective)
    if found.plans or found.left:
        paper.para(said.search(w, found))
    else:
        paper.para(said.nothing(w, found, bool(found.empty)))
    if found.bound:
        facts = [fact for _, fact in found.bound if fact]
        paper.item(f"{said.bound(w, found)}{cites.of(facts)}", 0, "!")
    for text in (*said.crossed(w, found), *said.alike(w, found, objective), *said.about(w, found)):
        paper.para(text)
    for text in (*said.unkept(w, found), *said.unanswered(w, found), *lacking(w, found.home)):
        paper.item(text, 0, "!")
    if found.plans:
        _first(paper, found, w, cites, shown)
        _closing(paper, found, w, shown)
    for at in shown:
        _plan(paper, found, at, w, cites)
    _reacting(paper, found, w)
    _others(paper, found, shown, w)
    _living(paper, found, shown, w, cites)
    _closed(paper, found, w, cites)
    _empty(paper, found, w, cites)
    if found.unmade:
        paper.heading(w("PAPERS OF WHICH NOBODY HAS WRITTEN DOWN HOW TO GET THEM"), "-")
        for one in found.unmade:
            paper.item(w.text(found.labels.get(one)) or one, 0)
    paper.heading(w("NOT COUNTED"), "-")
    for text in said.not_counted(w, found):
        paper.item(text, 0)
    paper.heading(w("SOURCES"), "-")
    cites.write(paper, True)
    paper.line()
    basis(paper, found.basis, w)
    return paper


def _first(paper: Paper, found: Planning, w: Words, cites: Cites, shown: Sequence[int]) -> None:
    """What can be begun on the first day, and why of some plans nothing can."""
    begin = [(one, [number for number in one.plans if number - 1 in shown]) for one in first(found)]
    begin = [(one, plans) for one, plans in begin if plans]
    paper.heading(w("BEGIN WITH THIS"), "-")
    if begin:
        paper.para(w("From {date} on. It waits for nothing else.", date=w.date(found.start)))
    for one, plans in begin:
        names = w.list([w("plan {n}", n=number) for number in plans])
        paper.item(f"{said.title(w, one.step)} ({names}){cites.of(one.step.facts)}", 0)
        for told in said.fields(w, found, one.step, False, numbers(found.plans[plans[0] - 1])):
            paper.field(told.label, told.text, 2, _STEP)
        waiting = said.costs(w, one.lost)
        if waiting:
            paper.field(w("If you wait"), waiting, 2, _STEP)
    for of in later(found):
        if of.plan - 1 in shown:
            paper.item(said.begins(w, found, of.plan, of), 0)


def _closing(paper: Paper, found: Planning, w: Words, shown: Sequence[int]) -> None:
    """What is done before leaving, by what closes first."""
    items = [(one, [number for number in one.plans if number - 1 in shown]) for one in closing(found)]
    items = [(one, plans) for one, plans in items if plans]
    if items:
        paper.heading(w("BEFORE YOU LEAVE: WHAT CLOSES FIRST"), "-")
    for one, plans in items:
        names = w.list([w("plan {n}", n=number) for number in plans])
        paper.item(f"{said.title(w, one.step)} ({names})", 0)
        paper.field(w("At the latest"), said.closes(w, found.labels, one.on, one.door, one.given), 2, _STEP)


def _plan(paper: Paper, found: Planning, at: int, w: Words, cites: Cites) -> None:
    plan = found.plans[at]
    names = said.names(w, found, plan)
    heading = w("PLAN {n}", n=at + 1)
    paper.heading(f"{heading}: {names.upper()}" if names else heading, "-")
    paper.para(said.whole_way(w, found, plan), style="bold")
    paper.field(w("The way today"), w.way(plan.verdict), 0, _WIDE)
    if behind := said.gives_up(w, found, plan):
        paper.para(behind)
    for told in said.figures(w, found, plan, safe_on(plan), said.Purse(*purse(found, plan)), numbers(plan)):
        paper.field(told.label, told.text, 0, _WIDE)
    if plan.kept is not None:
        given = f"{said.kept(w, plan.kept)}{cites.of(plan.kept.facts)}"
        paper.field(w("A home and food"), given, 0, _WIDE)
    _steps(paper, found, plan, w, cites)
    _refusals(paper, found, plan, w, cites)


def _steps(paper: Paper, found: Planning, plan: PlanOn, w: Words, cites: Cites) -> None:
    at, late, about = numbers(plan), loose(plan), around(plan)
    for places, marks in parts(plan):
        paper.line()
        for place in places:
            step = plan.steps[place]
            day = said.day(w, step.on, late[place], about[place])
            paper.item(f"{day}: {said.title(w, step)}{cites.of(step.facts)}", 0, f"{at[place]}.")
            for told in said.fields(w, found, step, late[place], at, about[place]):
                paper.field(told.label, told.text, 4, _STEP)
            if step.step is not None:
                paper.field(w("In commands"), step.step, 4, _STEP)
        for place in marks:
            mark = plan.steps[place]
            day = said.first_day(w, mark, late[place], about[place])
            lasts = cites.of(mark.lasts.facts) if mark.lasts else ""
            paper.item(f"{said.title(w, mark)}: {day}{lasts}", 0, "==")


def _refusals(paper: Paper, found: Planning, plan: PlanOn, w: Words, cites: Cites) -> None:
    """What comes after each refusal."""
    if not plan.refusals:
        return
    at = numbers(plan)
    paper.line()
    paper.para(w("If the answer is no"), style="bold")
    paper.para(said.about_refusals(w, plan))
    for one in plan.refusals:
        step = said.title(w, plan.steps[one.step])
        told = said.after_refusal(w, found, one)
        paper.item(f"{step}. {told}{cites.of(one.facts)}", 0, f"{at[one.step]}.")


def _reacting(paper: Paper, found: Planning, w: Words) -> None:
    """What it is worth to react to refusals, where the family supposed how often there are some."""
    if found.reacting is None:
        return
    paper.heading(w("WHAT IT IS WORTH TO REACT TO A NO"), "-")
    for text in said.worth(w, found.reacting):
        paper.para(text)
    for number, text in said.turns(w, found, found.reacting):
        paper.item(text, 0, f"{number}.")
    for text in said.below(w, found, found.reacting):
        paper.para(text)


def _living(paper: Paper, found: Planning, shown: Sequence[int], w: Words, cites: Cites) -> None:
    """What a month there costs, and in each place."""
    sums = said.month(w, found)
    if not found.plans or not sums:
        return
    paper.heading(w("WHAT A MONTH THERE COSTS AT THE LEAST"), "-")
    for one in (*sums, *said.wage(w, found, True)):
        paper.field(one.label, f"{one.text}{cites.of(one.facts)}", 0, _WIDE)
    at = reckoned(found, shown)
    places = said.by_place(w, found, lambda monthly: lasts(found, found.plans[at], monthly))
    if places:
        paper.line()
        paper.para(w("By place, reckoned with plan {n}", n=at + 1))
    for place in places:
        paper.field(place.name, f"{place.told(w)}{cites.of(place.facts)}", 0, _WIDE)
    if places and found.living.place is None:
        paper.para(w("Plans for one of these places: --place, with its name from `vyrai belong --places`."))


def _others(paper: Paper, found: Planning, shown: Sequence[int], w: Words) -> None:
    """The plans that are not told in full, a line each."""
    others = [at for at in range(len(found.plans)) if at not in shown]
    if not others:
        return
    paper.heading(w.plural("{n} OTHER PLAN", "{n} OTHER PLANS", len(others)), "-")
    for at in others:
        plan = found.plans[at]
        names = said.names(w, found, plan)
        told = f"{said.whole_way(w, found, plan)}: {said.briefly(w, found, plan)}"
        paper.item(f"{names}. {told}" if names else told, 0, w("Plan {n}.", n=at + 1))
    paper.para(w("All of them step by step: --all"))


def _closed(paper: Paper, found: Planning, w: Words, cites: Cites) -> None:
    """Where every way is closed, what closes each."""
    if found.closed:
        paper.heading(w("WHAT CLOSES THEM"), "-")
    for one in found.closed:
        paper.item(f"{said.way(w, found, one.way)}: {said.shuts(w, one)}{cites.of(one.facts)}", 0)


def _empty(paper: Paper, found: Planning, w: Words, cites: Cites) -> None:
    """Ways without a plan, and the least that would make one."""
    if not found.empty:
        return
    paper.heading(w("WAYS WITHOUT A PLAN, AND WHAT WOULD MAKE ONE"), "-")
    for way in found.empty:
        would = [said.remedy(w, found, one) for one in found.without if one.way == way]
        text = w("; or ").join(would) or said.no_plan(w, found, way)
        paper.item(f"{said.way(w, found, way)}: {text}", 0)
    for one in said.wage(w, found, False):
        paper.field(one.label, f"{one.text}{cites.of(one.facts)}", 0, _WIDE)
