"""A published problem, read and checked before anything is searched: what belongs together must fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from vyrai.family._json import read_json
from vyrai.reach._ring import rings
from vyrai.reach._shape import Reader
from vyrai.reach.problem import FORMAT, Problem, Step

__all__ = ["load"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DAYS = "no time is shorter than that"
_SUMS = "what is paid and what is owned are told apart by their keys, not by a sign"
_COUNTS = "there can be no fewer"
_STEPS = "months, buckets and points are counted in steps of it"


def load(text: str, name: str = "problem", today: date | None = None) -> Problem:
    """The problem that a JSON text holds. name: the file, in messages; today: no plan starts before it.

    Raises CaseError where the text is no JSON, ProblemError (a CaseError) for the first thing that is wrong.
    """
    reader = Reader(name)
    problem = reader.read(read_json(text, name))
    checker = _Checker(problem, reader, today)
    checker.where()
    reader.check()  # without places nothing that follows makes sense
    checker.all()
    reader.check()
    return problem


class _Checker:
    def __init__(self, problem: Problem, reader: Reader, today: date | None) -> None:
        self.problem, self.reader, self.today = problem, reader, today
        self.wrong = reader.problem
        self.places = [place.id for place in problem.places]
        self.made = {paper for step in problem.steps for paper in step.yields}
        self.held = {held.paper for held in problem.has}

    def all(self) -> None:
        self.head()
        self.lows()
        self.goals()
        for at, step in enumerate(self.problem.steps, 1):
            self.step(step, f"steps[{at}]")
        self.moves()
        self.rings()

    def head(self) -> None:
        problem = self.problem
        if problem.format != FORMAT:
            self.wrong("format", "format", {"version": str(FORMAT)})
        if problem.start:
            day = _day(problem.start)
            if day is None:
                self.wrong("start", "start")
            elif self.today is not None and day < self.today:
                self.wrong("past", "start")
        self.once(problem.people, "people[{at}]", "person_twice")
        self.once(problem.goals, "goals[{at}]")
        self.once((held.paper for held in problem.has), "has[{at}].paper")
        self.once(problem.sole, "sole[{at}]")
        self.once((step.id for step in problem.steps), "steps[{at}].id", "two_of_one_id")

    def once(self, names: Iterable[str], path: str, kind: str = "twice") -> None:
        seen: set[str] = set()
        for at, name in enumerate(names, 1):
            if name in seen:
                self.wrong(kind, path.format(at=at), {"name": name})
            seen.add(name)

    def lows(self) -> None:
        """Numbers that are too low for what they count."""
        for path, value, limit, reason in _numbers(self.problem):
            if value is not None and value < limit:
                self.wrong("too_low", path, {"limit": str(limit), "reason": reason})

    def where(self) -> None:
        if len(self.places) < 2:
            self.wrong("few_places", "places")
        self.once(self.places, "places[{at}].id")
        if len(self.places) > 3:
            self.wrong("many_places", "places[4]")
        for at, place in enumerate(self.problem.places[1:], 2):
            if place.danger_every:
                values = {"name": place.id, "home": self.places[0]}
                self.wrong("danger_every", f"places[{at}].danger_every", values)

    def goals(self) -> None:
        problem = self.problem
        for at, goal in enumerate(problem.goals, 1):
            if goal not in self.made:
                self.wrong("unmade_goal", f"goals[{at}]", {"name": goal})
            elif goal in self.held:
                self.wrong("goal_in_hand", f"goals[{at}]", {"name": goal})
        if problem.safe not in problem.goals:
            self.wrong("not_a_goal", "safe", {"name": problem.safe})
        if problem.care is not None and problem.care.paper not in problem.goals:
            self.wrong("not_a_goal", "care.paper", {"name": problem.care.paper})

    def step(self, step: Step, path: str) -> None:
        self.once(step.yields, f"{path}.yields[{{at}}]")
        self.once(step.needs, f"{path}.needs[{{at}}]")
        if not step.yields:
            self.wrong("no_yield", f"{path}.yields")
        for at, need in enumerate(step.needs, 1):
            if need not in self.made | self.held:
                self.wrong("unmade_need", f"{path}.needs[{at}]", {"name": need})
        if step.attends is not None:
            self.once(step.attends.who, f"{path}.attends.who[{{at}}]", "person_twice")
            for at, person in enumerate(step.attends.who, 1):
                if person not in self.problem.people:
                    self.wrong("unknown_person", f"{path}.attends.who[{at}]")
        if list(step.days) != sorted(step.days):
            self.wrong("days", f"{path}.days")
        if step.refused is not None and not 0 <= step.refused <= 1:
            self.wrong("refused", f"{path}.refused")
        for at, (first, last) in enumerate(step.windows, 1):
            if last < first:
                self.wrong("window", f"{path}.windows[{at}]")
        self.step_places(step, path)

    def step_places(self, step: Step, path: str) -> None:
        only = step.income.only_at if step.income else None
        for key, name in (("place", step.place), ("moves_to", step.moves_to), ("income.only_at", only)):
            if name is not None and name not in self.places:
                self.wrong("unknown_place", f"{path}.{key}", {"name": name, "places": ", ".join(self.places)})
        if step.moves_to is not None:
            if step.moves_to == self.places[0]:
                values = {"name": step.moves_to, "places": ", ".join(self.places[1:])}
                self.wrong("moves_home", f"{path}.moves_to", values)
            if step.place is not None:
                self.wrong("place_of_a_move", f"{path}.place")
        if only in self.places[1:-1]:
            values = {"name": only, "home": self.places[0], "there": self.places[-1]}
            self.wrong("paid_on_the_way", f"{path}.income.only_at", values)

    def moves(self) -> None:
        """A place can be reached if it is the destination or something is done there."""
        reached = {step.moves_to for step in self.problem.steps}
        if reached - {None, *self.places}:
            return  # a slip in a name, which was told
        done = {step.place for step in self.problem.steps}
        for at, name in enumerate(self.places[1:], 2):
            if name not in reached and (name == self.places[-1] or name in done):
                self.wrong("no_move", f"places[{at}]", {"name": name})

    def rings(self) -> None:
        """Only where all else fits: a need without a maker is no ring."""
        ids = [step.id for step in self.problem.steps]
        if self.reader.problems:
            return
        for ring in rings(self.problem):
            kind = "ring" if len(ring) > 1 else "ring_of_one"
            self.wrong(kind, f"steps[{ids.index(ring[0]) + 1}]", {"steps": ", ".join(ring)})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _numbers(problem: Problem) -> Iterator[tuple[str, int | None, int, str]]:
    """Path, value, least value and the reason for it, of everything that is counted."""
    yield "savings", problem.savings, 0, _SUMS
    yield "reserve", problem.reserve, 0, _SUMS
    yield "horizon", problem.horizon, 1, _STEPS
    yield "month", problem.month, 1, _STEPS
    for name in problem.buckets.__struct_fields__:
        yield f"buckets.{name}", getattr(problem.buckets, name), 1, _STEPS
    if problem.care is not None:
        yield "care.every", problem.care.every, 1, _STEPS
    for at, place in enumerate(problem.places, 1):
        yield f"places[{at}].monthly", place.monthly, 0, _SUMS
        yield f"places[{at}].danger_every", place.danger_every, 0, _COUNTS
    for at, held in enumerate(problem.has, 1):
        yield f"has[{at}].until", held.until, 0, _DAYS
    for at, step in enumerate(problem.steps, 1):
        path = f"steps[{at}]"
        yield f"{path}.days[1]", step.days[0], 0, _DAYS
        yield f"{path}.fee", step.fee, 0, _SUMS
        yield f"{path}.locked", step.locked, 0, _SUMS
        yield f"{path}.gain", step.gain, 0, _SUMS
        yield f"{path}.valid", step.valid, 0, _DAYS
        yield f"{path}.danger", step.danger, 0, _COUNTS
        if step.attends is not None:
            yield f"{path}.attends.days", step.attends.days, 0, _DAYS
        if step.income is not None:
            yield f"{path}.income.monthly", step.income.monthly, 0, _SUMS
            yield f"{path}.income.after", step.income.after, 0, _DAYS
            yield f"{path}.income.months", step.income.months, 1, _COUNTS
        for number, (first, _) in enumerate(step.windows, 1):
            yield f"{path}.windows[{number}][1]", first, 0, _DAYS
