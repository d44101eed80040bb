"""The rules of docs/plans.md once more, as formulas over starts: no day is lived through here."""

from __future__ import annotations

from itertools import combinations

from vyrai.reach.problem import Plan, Problem, Step


def broken(problem: Problem, plan: Plan) -> set[str]:
    """The rules of days, places and money that a plan breaks whose steps and uses are in order."""
    steps = {step.id: step for step in problem.steps}
    start = {placed.step: placed.start for placed in plan.steps}
    end = {name: day + steps[name].days[1] for name, day in start.items()}
    wrong = {"before the start"} if min(start.values()) < 0 else set()
    wrong |= {"horizon"} if max(end.values()) > problem.horizon else set()
    held = {one.paper: one.until for one in problem.has}
    for use in plan.uses:
        day = start[use.step]
        if use.made_by is None:
            until = held[use.paper]
            wrong |= {"paper in hand expired"} if until is not None and day > until else set()
        elif day < end[use.made_by]:
            wrong.add("paper too late")
        else:
            valid = steps[use.made_by].valid
            wrong |= {"paper expired"} if valid is not None and day > end[use.made_by] + valid else set()
    for name, day in start.items():
        windows = steps[name].windows
        wrong |= {"window"} if windows and all(day < a or day > b for a, b in windows) else set()
    for one, other in combinations(start, 2):
        both = set(_who(steps[one])) & set(_who(steps[other]))
        apart = (
            start[one] + _days(steps[one]) <= start[other] or start[other] + _days(steps[other]) <= start[one]
        )
        if both and not apart and _days(steps[one]) and _days(steps[other]):
            wrong.add("two places at once")
    return wrong | _places(problem, steps, start, end) | _money(problem, steps, start, end)


def _who(step: Step) -> tuple[str, ...]:
    return step.attends.who if step.attends else ()


def _days(step: Step) -> int:
    return step.attends.days if step.attends else 0


def _moves(steps: dict[str, Step], start: dict[str, int], end: dict[str, int]) -> tuple[int, int]:
    movers = [name for name in start if steps[name].moves_to]
    return min(start[name] for name in movers), max(end[name] for name in movers)


def _places(problem: Problem, steps: dict[str, Step], start: dict[str, int], end: dict[str, int]) -> set[str]:
    leave, arrived = _moves(steps, start, end)
    home, there = problem.places[0].id, problem.places[-1].id
    last = next(name for name in start if steps[name].moves_to == there)
    first = next((name for name in start if steps[name].moves_to not in (None, there)), None)
    wrong = {"move order"} if first and start[last] < end[first] else set()
    for name, day in start.items():
        place, free = steps[name].place, day + _days(steps[name])
        if place == home:
            wrong |= {"away from home"} if free > leave else set()
        elif place == there:
            wrong |= {"not there yet"} if day < arrived else set()
        elif place is not None:
            assert first is not None
            wrong |= {"not there yet"} if day < end[first] else set()
            wrong |= {"gone on already"} if free > start[last] else set()
    return wrong


def _money(problem: Problem, steps: dict[str, Step], start: dict[str, int], end: dict[str, int]) -> set[str]:
    leave, arrived = _moves(steps, start, end)
    month = problem.month
    cost = {place.id: place.monthly for place in problem.places}
    home, there = problem.places[0].id, problem.places[-1].id

    def lives(day: int) -> str:
        on_the_way = problem.places[1].id if len(problem.places) == 3 else ""
        return home if leave > day else there if arrived <= day else on_the_way

    for last in range(-(-problem.horizon // month)):
        days = [number * month for number in range(last + 1)]
        left = problem.savings - sum(cost.get(lives(day), 0) for day in days)
        begun = [steps[name] for name in start if 0 <= start[name] < (last + 1) * month]
        left -= sum(step.fee + step.locked for step in begun)
        left += sum(steps[name].gain for name in start if 0 <= end[name] < last * month)
        for name in start:
            pay = steps[name].income
            if pay:
                due = [day for day in days if end[name] + pay.after <= day]
                paid = [day for day in due if pay.only_at in (None, lives(day))]
                left += pay.monthly * len(paid[: pay.months])
        if left < problem.reserve:
            return {"money"}
    return set()
