"""Proven plans: the five lexicographic optima, then the exact Pareto front in buckets.

A choice of steps (`_choice`) is cut off when its least is no better than a plan in hand; what remains is
scheduled (`_schedule`). Both searches end, so what they found is proven on likely durations, unless a limit
stopped them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import monotonic

from vyrai.reach._choice import ALL, Box, Choice, Choices, Vector
from vyrai.reach._net import IN_HAND, Net
from vyrai.reach._schedule import Schedule, Stopped
from vyrai.reach.problem import OBJECTIVES, Front, Placed, Plan, Problem, Use

TIMED = (0, 3, 4)
"""The objectives that days decide: weeks, danger, quality."""


class _Enough(Exception):  # noqa: N818 -- the time is up, no error
    """The time given is used up."""


class Search:
    """One problem, searched for what is asked. `seconds`: time for each question (None: until proven)."""

    def __init__(
        self,
        problem: Problem,
        seconds: float | None = None,
        net: Net | None = None,
    ) -> None:
        """net: of the problem, where somebody has it already."""
        self.problem, self.seconds = problem, seconds
        self.net = net or Net(problem)
        self.nodes = 0
        self._until: float | None = None
        self._open = False

    # ------------------------------------------------------------------ questions
    def optimum(self, objective: str) -> Front:
        """The plan that is best by one objective, then by the others in their order; no plan: none exists."""
        first = OBJECTIVES.index(objective)
        order = (first, *(at for at in range(5) if at != first))
        best: list[tuple[tuple[int, ...], Plan]] = []

        def ceiling(least: Vector) -> Box | None:
            if not best:
                return ALL
            box = [*ALL]
            for at, found in zip(order, best[0][0], strict=True):
                if least[at] > found:
                    return None
                box[at] = found
                if least[at] < found:
                    return tuple(box)  # type: ignore[return-value]
            return None

        def add(vector: Vector, plan: Plan) -> None:
            best[:] = [(tuple(vector[at] for at in order), plan)]

        proven = self._run(ceiling, add, order, False)
        return Front(plans=tuple(plan for _, plan in best), by=(objective,), proven=proven, nodes=self.nodes)

    def some(self) -> Front:
        """Any plan at all, the first that is met; none: there is none."""
        found: list[Plan] = []

        def add(_: Vector, plan: Plan) -> None:
            found.append(plan)
            raise _Enough

        proven = self._run(lambda _: ALL, add, (), False)
        return Front(plans=tuple(found), by=OBJECTIVES[:1], proven=bool(found) or proven, nodes=self.nodes)

    def optima(self) -> dict[str, Front]:
        """The optimum of each objective."""
        return {objective: self.optimum(objective) for objective in OBJECTIVES}

    def front(self, by: Sequence[str] = OBJECTIVES, known: Iterable[Plan] = ()) -> Front:
        """Every plan that none beats in all of `by`; one for each vector of buckets. `known`: plans found
        before.
        """
        over = tuple(OBJECTIVES.index(name) for name in by)
        points: list[tuple[tuple[int, ...], Plan]] = []

        def ceiling(least: Vector) -> Box | None:
            if not points:
                return ALL
            box = [*ALL]
            for point, _ in points:
                above = [at for at, of_point in zip(over, point, strict=True) if of_point > least[at]]
                if not above:
                    return None
                if len(above) == 1:
                    at = above[0]
                    box[at] = min(box[at], point[over.index(at)] - 1)
            return tuple(box)  # type: ignore[return-value]

        def add(vector: Vector, plan: Plan) -> None:
            mine = tuple(vector[at] for at in over)
            points[:] = [
                (point, other)
                for point, other in points
                if not all(a <= b for a, b in zip(mine, point, strict=True))
            ]
            points.append((mine, plan))

        for plan in known:
            vector = self.vector_of(plan)
            if ceiling(vector) is not None:
                add(vector, plan)
        proven = self._run(ceiling, add, over, True)
        plans = tuple(plan for _, plan in sorted(points, key=lambda pair: pair[0]))
        return Front(plans=plans, by=tuple(by), proven=proven, nodes=self.nodes)

    @staticmethod
    def vector_of(plan: Plan) -> Vector:
        """What a plan comes to, in buckets."""
        weeks, money, chance, danger, quality = (plan.bucketed[name] for name in OBJECTIVES)
        return weeks, money, chance, danger, quality

    # ------------------------------------------------------------------ the work
    def _run(
        self,
        ceiling: Callable[[Vector], Box | None],
        add: Callable[[Vector, Plan], None],
        order: tuple[int, ...],
        whole: bool,
    ) -> bool:
        self.nodes = 0
        self._open = False
        self._until = None if self.seconds is None else monotonic() + self.seconds
        if whole:
            choices = Choices(self.net, ceiling, self._tick, lambda least: (sum(least[at] for at in order),))
        else:
            choices = Choices(self.net, ceiling, self._tick, lambda least: tuple(least[at] for at in order))
        try:
            for choice in choices.all():
                self._schedule(choices, choice, ceiling, add, order, whole)
        except _Enough:
            return False
        return not self._open

    def _tick(self) -> None:
        self.nodes += 1
        if self._until is not None and monotonic() > self._until:
            raise _Enough

    def _schedule(
        self,
        choices: Choices,
        choice: Choice,
        ceiling: Callable[[Vector], Box | None],
        add: Callable[[Vector, Plan], None],
        order: tuple[int, ...],
        whole: bool,
    ) -> None:
        """The best plan of one choice, or (`whole`) every one that none beats."""
        schedule = Schedule(self.net, choice.steps, choice.links)
        base = schedule.earliest()
        if base is None or schedule.short(*base):
            return
        low = base[0]
        safe = low[schedule.safe] + schedule.days[schedule.safe] if schedule.safe is not None else 0
        leave = low[schedule.leave] if schedule.leave is not None else 0
        corner = choices.vector(choice.sums, safe, leave, schedule.least_gap(low))
        asked = [at for at in order if at in TIMED]
        boxes: list[tuple[Box, Vector]] = [(ALL, corner)]
        while boxes:
            box, floor = boxes.pop()
            most = ceiling(floor)
            box = tuple(map(min, box, floor if most is None else most))  # type: ignore[assignment]
            if most is None or any(least > top for least, top in zip(floor, box, strict=True)):
                continue
            found = self._find(choices, choice, schedule, self._meet(floor, box, asked))
            if found is None:
                found = self._find(choices, choice, schedule, box)
                if found is None:
                    continue
                found = self._descend(choices, choice, schedule, box, floor, asked, found)
            if ceiling(found[0]) is not None:
                add(*found)
            if not whole:
                return
            # What is left lies below the plan found in one objective, at or above it in those before.
            raised = list(floor)
            for at in asked:
                if found[0][at] > floor[at]:
                    lower = tuple(found[0][at] - 1 if i == at else box[i] for i in range(5))
                    boxes.append((lower, tuple(raised)))  # type: ignore[arg-type]
                raised[at] = max(raised[at], found[0][at])

    def _descend(
        self,
        choices: Choices,
        choice: Choice,
        schedule: Schedule,
        box: Box,
        floor: Vector,
        asked: list[int],
        found: tuple[Vector, Plan],
    ) -> tuple[Vector, Plan]:
        """Lower one objective after the other, each as far as those before allow."""
        kept = list(box)
        for at in asked:
            while found[0][at] > floor[at]:
                kept[at] = found[0][at] - 1
                better = self._find(choices, choice, schedule, tuple(kept))  # type: ignore[arg-type]
                if better is None:
                    break
                found = better
            kept[at] = found[0][at]
        return found

    @staticmethod
    def _meet(corner: Vector, box: tuple[int, ...], asked: list[int]) -> Box:
        return tuple(corner[at] if at in asked else box[at] for at in range(5))  # type: ignore[return-value]

    def _find(
        self, choices: Choices, choice: Choice, schedule: Schedule, box: Box
    ) -> tuple[Vector, Plan] | None:
        try:
            starts = schedule.find(choices.limits(choice.sums, box))
        except Stopped:
            self._open = True
            starts = None
        self.nodes += schedule.nodes
        if self._until is not None and monotonic() > self._until:
            raise _Enough
        return None if starts is None else self._plan(choices, choice, schedule, starts)

    def _plan(
        self, choices: Choices, choice: Choice, schedule: Schedule, starts: list[int]
    ) -> tuple[Vector, Plan]:
        net, problem = self.net, self.problem
        days = schedule.days
        safe = starts[schedule.safe] + days[schedule.safe] if schedule.safe is not None else 0
        leave = starts[schedule.leave] if schedule.leave is not None else 0
        care = schedule.care
        gap = 0 if care is None else max(0, starts[care] + days[care] - leave)
        vector = choices.vector(choice.sums, safe, leave, gap)
        sums = choice.sums
        exact = (
            safe,
            sums.fee,
            sums.chance,
            sums.danger + (leave // choices.home_every if choices.home_every else 0),
            problem.quality_from - sums.quality + (gap // choices.every if choices.every else 0),
        )
        placed = sorted(
            (
                Placed(step=net.ids[step], start=starts[at], end=starts[at] + days[at])
                for at, step in enumerate(choice.steps)
            ),
            key=lambda one: (one.start, one.end, one.step),
        )
        uses = tuple(
            Use(
                step=net.ids[user],
                paper=net.papers[paper],
                made_by=None if maker == IN_HAND else net.ids[maker],
            )
            for user, paper, maker in sorted(
                choice.links, key=lambda link: (link[0], net.needs[link[0]].index(link[1]))
            )
            if paper not in net.states.values()
        )
        return vector, Plan(
            steps=tuple(placed),
            uses=uses,
            comes_to=dict(zip(OBJECTIVES, exact, strict=True)),
            bucketed=dict(zip(OBJECTIVES, vector, strict=True)),
        )
