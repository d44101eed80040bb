"""The oracle: a planning problem as a model for OR-Tools CP-SAT, with nothing of our own search in it.

Written from the meaning of a problem alone (docs/plans.md), so that a mistake of ours is not repeated here.
That a family which has gone does not come back follows from the rest; said again, it makes the solver faster.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from vyrai.reach.problem import OBJECTIVES, Placed, Plan, Problem, Step, Use

IN_HAND = -1
NEVER_GRANTED = 10**6
"""What a step that is always refused adds to the chance cost."""

Literal = cp_model.IntVar
Point = tuple[int, ...]


class Answer(NamedTuple):
    """Vectors of buckets that the oracle found, with their plans; whether nothing is missing; its solves."""

    plans: dict[Point, Plan]
    proven: bool
    solves: int

    @property
    def points(self) -> list[Point]:
        return sorted(self.plans)


def chance_cost(step: Step) -> int:
    if step.refused is None:
        return 0
    return NEVER_GRANTED if step.refused >= 1 else round(-math.log(1 - step.refused) * 10000)


class Oracle:
    """One problem as a model. `workers`: threads of the solver; None: one, set for a dozen steps."""

    def __init__(self, problem: Problem, workers: int | None = None) -> None:
        self.problem, self.workers = problem, workers
        self.model = cp_model.CpModel()
        self.horizon = problem.horizon
        self.months = range(-(-problem.horizon // problem.month))
        self.home, self.last = problem.places[0].id, problem.places[-1].id
        self.travels = len(problem.places) > 1
        self.transit = problem.places[1].id if len(problem.places) == 3 else None
        self.at = range(len(problem.steps))
        self.makers: dict[str, list[int]] = {}
        for at, step in enumerate(problem.steps):
            for paper in step.yields:
                self.makers.setdefault(paper, []).append(at)
        self._steps()
        self._papers()
        self._people()
        self._places()
        self._money()
        self._objectives()

    # ------------------------------------------------------------------ the model
    def _moves(self, place: str | None) -> list[int]:
        return [at for at in self.at if place is not None and self.problem.steps[at].moves_to == place]

    def _steps(self) -> None:
        model, horizon = self.model, self.horizon
        self.x: list[Literal] = []
        self.start: list[Any] = []
        self.end: list[Any] = []
        for step in self.problem.steps:
            days = step.days[1]
            x = model.new_bool_var(f"x {step.id}")
            start = model.new_int_var(0, horizon, f"start {step.id}")
            end = model.new_int_var(0, horizon + days, f"end {step.id}")
            model.add(end == start + days)
            model.add(end <= horizon).only_enforce_if(x)
            model.add(start == 0).only_enforce_if(~x)
            if step.windows:
                opened = [model.new_bool_var("") for _ in step.windows]
                for (first, last), one in zip(step.windows, opened, strict=True):
                    model.add_linear_constraint(start, first, last).only_enforce_if(one)
                model.add_bool_or(opened).only_enforce_if(x)
            self.x.append(x)
            self.start.append(start)
            self.end.append(end)

    def _papers(self) -> None:
        model, problem = self.model, self.problem
        held = {one.paper: one.until for one in problem.has}
        self.links: dict[tuple[int, str, int], Literal] = {}
        for at, step in enumerate(problem.steps):
            for paper in dict.fromkeys(step.needs):
                ways = [maker for maker in self.makers.get(paper, ()) if maker != at]
                chosen = [self._link(at, paper, maker) for maker in ways]
                if paper in held:
                    mine = self.links[at, paper, IN_HAND] = model.new_bool_var("")
                    until = held[paper]
                    if until is not None:
                        model.add(self.start[at] <= until).only_enforce_if(mine)
                    chosen.append(mine)
                model.add(sum(chosen) == 1).only_enforce_if(self.x[at])
                model.add(sum(chosen) == 0).only_enforce_if(~self.x[at])
        for paper in problem.sole:
            of = [(maker, link) for (_, made, maker), link in self.links.items() if made == paper]
            kept = {maker: model.new_bool_var("") for maker, _ in of}
            model.add_at_most_one(kept.values())
            for maker, link in of:
                model.add_implication(link, kept[maker])
        for goal in problem.goals:
            model.add(sum(self.x[at] for at in self.makers.get(goal, ())) == 1)
        for at, step in enumerate(problem.steps):
            if (
                step.extra
                or set(step.yields) & set(problem.goals)
                or (self.travels and step.moves_to == self.last)
            ):
                continue
            reasons = [link for (_, _, maker), link in self.links.items() if maker == at]
            if step.moves_to is not None and step.moves_to == self.transit:
                reasons += [self.x[one] for one in self.at if self._stands(one) == self.transit]
            model.add_bool_or([*reasons, ~self.x[at]])

    def _link(self, user: int, paper: str, maker: int) -> Literal:
        model = self.model
        link = self.links[user, paper, maker] = model.new_bool_var("")
        model.add_implication(link, self.x[maker])
        model.add(self.end[maker] <= self.start[user]).only_enforce_if(link)
        valid = self.problem.steps[maker].valid
        if valid is not None:
            model.add(self.start[user] <= self.end[maker] + valid).only_enforce_if(link)
        return link

    def _people(self) -> None:
        for person in self.problem.people:
            busy = [
                self.model.new_optional_fixed_size_interval_var(
                    self.start[at], step.attends.days, self.x[at], f"{person} {step.id}"
                )
                for at, step in enumerate(self.problem.steps)
                if step.attends and step.attends.days and person in step.attends.who
            ]
            self.model.add_no_overlap(busy)

    def _stands(self, at: int) -> str | None:
        """Where the family must be for a step; a move has no place."""
        step = self.problem.steps[at]
        return step.place if step.moves_to is None else None

    def _places(self) -> None:
        if not self.travels:
            return
        model, horizon = self.model, self.horizon
        self.leave = model.new_int_var(0, horizon, "leave")
        self.goes = model.new_int_var(0, horizon, "goes")
        self.arrive = model.new_int_var(0, horizon, "arrive")
        over, last = self._moves(self.transit), self._moves(self.last)
        self.by_transit = model.new_bool_var("by transit")
        model.add(sum(self.x[at] for at in over) == self.by_transit)
        model.add(sum(self.x[at] for at in last) == 1)
        for at in last:
            model.add(self.goes == self.start[at]).only_enforce_if(self.x[at])
            model.add(self.arrive == self.end[at]).only_enforce_if(self.x[at])
        model.add(self.leave == self.goes).only_enforce_if(~self.by_transit)
        for at in over:
            model.add(self.leave == self.start[at]).only_enforce_if(self.x[at])
            model.add(self.end[at] <= self.goes).only_enforce_if(self.x[at])
        model.add(self.leave <= self.goes)
        model.add(self.goes <= self.arrive)
        for at, step in enumerate(self.problem.steps):
            place = self._stands(at)
            over_at = self.start[at] + (step.attends.days if step.attends else 0)
            if place == self.home:
                model.add(over_at <= self.leave).only_enforce_if(self.x[at])
            elif place == self.last:
                model.add(self.start[at] >= self.arrive).only_enforce_if(self.x[at])
            elif place is not None:
                model.add_implication(self.x[at], self.by_transit)
                model.add(over_at <= self.goes).only_enforce_if(self.x[at])
                for move in over:
                    model.add(self.start[at] >= self.end[move]).only_enforce_if(self.x[at], self.x[move])

    def _stays(self) -> tuple[list[Any], list[Any], list[Any]]:
        """For each month whether the family is at home, on its way, there, on the first day of it."""
        model = self.model
        homes: list[Any] = []
        ways: list[Any] = []
        theres: list[Any] = []
        for k in self.months:
            day = k * self.problem.month
            if not self.travels:
                homes.append(1)
                ways.append(0)
                theres.append(0)
                continue
            home, way, there = (model.new_bool_var(f"{name} {k}") for name in ("home", "way", "there"))
            model.add(self.leave > day).only_enforce_if(home)
            model.add(self.leave <= day).only_enforce_if(~home)
            model.add(self.arrive <= day).only_enforce_if(there)
            model.add(self.arrive > day).only_enforce_if(~there)
            model.add_exactly_one([home, way, there])
            if homes:
                model.add_implication(home, homes[-1])
                model.add_implication(theres[-1], there)
            homes.append(home)
            ways.append(way)
            theres.append(there)
        return homes, ways, theres

    def _month_of(self, day: Any, x: Literal) -> list[Literal]:
        """For each month whether the day is in it; none of them if the step is not there."""
        month = self.problem.month
        months = [self.model.new_bool_var("") for _ in range(self.horizon // month + 1)]
        self.model.add(sum(months) == x)
        for k, one in enumerate(months):
            self.model.add_linear_constraint(day, k * month, k * month + month - 1).only_enforce_if(one)
        return months

    def _money(self) -> None:
        model, problem = self.model, self.problem
        homes, ways, theres = self._stays()
        monthly = [place.monthly for place in problem.places]
        on_way = monthly[1] if self.transit else 0
        paid: dict[int, list[Any]] = {
            at: self._paid(at, homes, theres) for at in self.at if problem.steps[at].income
        }
        months_of_fee = {
            at: self._month_of(self.start[at], self.x[at])
            for at in self.at
            if problem.steps[at].fee or problem.steps[at].locked
        }
        months_of_gain = {
            at: self._month_of(self.end[at], self.x[at]) for at in self.at if problem.steps[at].gain
        }
        left: list[Any] = []
        for k in self.months:
            left += [-monthly[0] * homes[k], -on_way * ways[k], -monthly[-1] * theres[k]]
            for at, months in paid.items():
                income = problem.steps[at].income
                assert income is not None
                left.append(income.monthly * months[k])
            left += [
                -(problem.steps[at].fee + problem.steps[at].locked) * months[k]
                for at, months in months_of_fee.items()
            ]
            if k:
                left += [problem.steps[at].gain * months[k - 1] for at, months in months_of_gain.items()]
            model.add(sum(left) + problem.savings >= problem.reserve)

    def _paid(self, at: int, homes: list[Any], theres: list[Any]) -> list[Any]:
        """For each month whether the income of a step may be counted; the solver counts it where it helps."""
        income = self.problem.steps[at].income
        assert income is not None
        paid = []
        for k in self.months:
            one = self.model.new_bool_var(f"paid {at} {k}")
            self.model.add_implication(one, self.x[at])
            self.model.add(self.end[at] + income.after <= k * self.problem.month).only_enforce_if(one)
            if income.only_at is not None and self.travels:
                self.model.add_implication(one, homes[k] if income.only_at == self.home else theres[k])
            paid.append(one)
        if income.months is not None:
            self.model.add(sum(paid) <= income.months)
        return paid

    # ------------------------------------------------------------------ what a plan comes to
    def _objectives(self) -> None:
        model, problem = self.model, self.problem
        steps, horizon, care = problem.steps, self.horizon, problem.care
        fees = sum(step.fee * x for step, x in zip(steps, self.x, strict=True))
        chance = sum(chance_cost(step) * x for step, x in zip(steps, self.x, strict=True))
        danger = sum(step.danger * x for step, x in zip(steps, self.x, strict=True))
        without = problem.quality_from - sum(step.quality * x for step, x in zip(steps, self.x, strict=True))
        if self.travels and problem.places[0].danger_every:
            stay = model.new_int_var(0, horizon, "stay")
            model.add_division_equality(stay, self.leave, problem.places[0].danger_every)
            danger += stay
        if care is not None and self.travels:
            gap, points = model.new_int_var(0, horizon, "gap"), model.new_int_var(0, horizon, "points")
            model.add_max_equality(gap, [0, self._made(care.paper) - self.leave])
            model.add_division_equality(points, gap, care.every)
            without += points
        exact = (self._made(problem.safe), fees, chance, danger, without)
        self.exact = dict(zip(OBJECTIVES, exact, strict=True))
        most = 2 * horizon + sum(
            abs(step.fee) + chance_cost(step) + abs(step.danger) + abs(step.quality) for step in steps
        )
        most += abs(problem.quality_from)
        self.bucket: dict[str, Any] = {}
        for name, value in self.exact.items():
            size = getattr(problem.buckets, name)
            one = self.bucket[name] = model.new_int_var(-most, most, name)
            # Rounded down, also below zero.
            model.add(size * one <= value)
            model.add(value <= size * one + size - 1)

    def _made(self, paper: str) -> Any:
        """The day on which the one maker of a goal ends."""
        made = self.model.new_int_var(0, self.horizon, f"made {paper}")
        for at in self.makers.get(paper, ()):
            self.model.add(made == self.end[at]).only_enforce_if(self.x[at])
        return made

    # ------------------------------------------------------------------ questions
    def front(
        self, by: Sequence[str] = OBJECTIVES, seconds: float | None = None, most: int | None = None
    ) -> Answer:
        """Every vector of buckets that none beats: the least sum, then without what that beats, and so on.

        `seconds` and `most` points end the question before that; then it is not proven.
        """
        model = self.model.clone()
        buckets = self._of(model, by)
        model.minimize(sum(buckets))
        found: dict[Point, Plan] = {}
        until = None if seconds is None else monotonic() + seconds
        for solves, solver in self._solutions(model, until):
            if solver is None:
                return Answer(found, True, solves)
            point = tuple(solver.value(one) for one in buckets)
            found[point] = self._plan(solver)
            if most is not None and len(found) > most:
                break
            better = [model.new_bool_var("") for _ in buckets]
            for one, bucket, value in zip(better, buckets, point, strict=True):
                model.add(bucket <= value - 1).only_enforce_if(one)
            model.add_bool_or(better)
            self._hint(model, solver)
        return Answer(found, False, len(found))

    def optimum(self, objective: str, seconds: float | None = None) -> Answer:
        """The plan that is best by one objective, then by the others in their order."""
        model = self.model.clone()
        order = (objective, *(name for name in OBJECTIVES if name != objective))
        buckets = dict(zip(order, self._of(model, order), strict=True))
        until = None if seconds is None else monotonic() + seconds
        todo = list(order)
        model.minimize(buckets[todo.pop(0)])
        last: cp_model.CpSolver | None = None
        for solves, solver in self._solutions(model, until):
            if solver is None:
                return Answer({}, True, solves)
            last = solver
            if not todo:
                point = tuple(solver.value(buckets[name]) for name in OBJECTIVES)
                return Answer({point: self._plan(solver)}, True, solves)
            done = order[len(order) - len(todo) - 1]
            model.add(buckets[done] == solver.value(buckets[done]))
            model.minimize(buckets[todo.pop(0)])
            self._hint(model, solver)
        return Answer({}, False, 0 if last is None else 1)

    @staticmethod
    def _of(model: cp_model.CpModel, names: Sequence[str]) -> list[Any]:
        """The variables of some objectives in a copy of the model, found by their names."""
        by_name = {variable.name: at for at, variable in enumerate(model.proto.variables)}
        return [model.get_int_var_from_proto_index(by_name[name]) for name in names]

    def _solutions(
        self, model: cp_model.CpModel, until: float | None
    ) -> Iterator[tuple[int, cp_model.CpSolver | None]]:
        """One optimum after the other of a model that grows, None where there is none; until time is up."""
        solves = 0
        while until is None or monotonic() < until:
            solver = cp_model.CpSolver()
            solver.parameters.num_workers = self.workers or 1
            solver.parameters.random_seed = 1
            if self.workers is None:
                # Half the time of a small problem goes into looking for what it is too small to have.
                solver.parameters.cp_model_probing_level = 0
                solver.parameters.linearization_level = 0
                solver.parameters.symmetry_level = 0
            if until is not None:
                solver.parameters.max_time_in_seconds = max(0.01, until - monotonic())
            status = solver.solve(model)
            solves += 1
            if status == cp_model.INFEASIBLE:
                yield solves, None
                return
            if status != cp_model.OPTIMAL:
                return
            yield solves, solver

    def _hint(self, model: cp_model.CpModel, solver: cp_model.CpSolver) -> None:
        model.clear_hints()
        for x in self.x:
            model.add_hint(x, solver.value(x))

    def _plan(self, solver: cp_model.CpSolver) -> Plan:
        steps = self.problem.steps
        placed = [
            Placed(step=steps[at].id, start=solver.value(self.start[at]), end=solver.value(self.end[at]))
            for at in self.at
            if solver.value(self.x[at])
        ]
        uses = tuple(
            Use(step=steps[user].id, paper=paper, made_by=None if maker == IN_HAND else steps[maker].id)
            for (user, paper, maker), link in self.links.items()
            if solver.value(link)
        )
        return Plan(
            steps=tuple(sorted(placed, key=lambda one: (one.start, one.end, one.step))),
            uses=uses,
            comes_to={name: solver.value(value) for name, value in self.exact.items()},
            bucketed={name: solver.value(one) for name, one in self.bucket.items()},
        )
