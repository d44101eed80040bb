"""Replay a published plan day by day: does it keep every rule of docs/plans.md?

    python tools/replay.py PROBLEM.json PLAN.json [--json]

PLAN.json holds one plan, or a front with its `plans`. This file knows that page alone and imports nothing of
what made the plan. Exit 0: all plans hold; 1: a rule is broken; 2: the files cannot be read.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any, NamedTuple

OBJECTIVES = ("weeks", "money", "chance", "danger", "quality")
NEVER = 10**9


class Fault(NamedTuple):
    """A broken rule: its name, the day and the step it shows at (if at one), and the reason in words."""

    rule: str
    day: int | None
    step: str | None
    text: str

    def __str__(self) -> str:
        place = [f"day {self.day}"] if self.day is not None else []
        place += [f"step {self.step}"] if self.step is not None else []
        return f"{', '.join(place) or 'the whole'}: {self.text} [{self.rule}]"


class Unreadable(Exception):  # noqa: N818 - said as it is
    """What was read has not the published shape: a rule and the reason."""

    def __str__(self) -> str:
        return str(self.args[1])


# Key, kind, what stands for a key left out. [kind]: a list; kind*n: n of them; kind?: null may be written.
SHAPES = """
problem: format one = 1; start text = ""; savings count; places [place]; goals [text]; sole [text] = []
problem: horizon count = 540; month length = 30; reserve count = 0; care care? = null; steps [step]; safe text
problem: quality_from whole = 0; buckets buckets = {}; currency text = ""; people [text] = []; has [held] = []
place: id text; monthly count; danger_every count = 0
held: paper text; until count? = null
care: paper text; every length
buckets: weeks length = 14; money length = 100; chance length = 300; danger length = 2; quality length = 3
step: id text; yields [text]; days count*3; needs [text] = []; attends attends? = null; fee count = 0
step: gain count = 0; income income? = null; place text? = null; moves_to text? = null; valid count? = null
step: refused share? = 0; danger whole = 0; quality whole = 0; extra flag = false; windows [whole*2] = []
step: unknown [text] = []; facts [text] = []; locked count = 0
attends: days count; who [text]
income: monthly count; after count = 30; only_at text? = null; months length? = null
front: plans [plan]; by [text]; proven flag; nodes count = 0
plan: steps [placed]; uses [use]; comes_to objectives; bucketed objectives
placed: step text; start whole; end whole
use: step text; paper text; made_by text? = null
objectives: weeks whole; money whole; chance whole; danger whole; quality whole
"""
KEYS: dict[str, dict[str, tuple[str, str | None]]] = {}
for _name, _, _fields in (line.partition(": ") for line in SHAPES.split("\n") if line):
    for _field in _fields.split("; "):
        _key, _kind, *_default = _field.replace(" = ", " ").split(" ", 2)
        KEYS.setdefault(_name, {})[_key] = (_kind, _default[0] if _default else None)


def shaped(value: Any, kind: str, where: str) -> Any:
    """The value with what was left out filled in. Raises Unreadable where it has another shape."""
    if kind.endswith("?"):
        return None if value is None else shaped(value, kind[:-1], where)
    if kind in KEYS:
        return _record(value, KEYS[kind], where)
    if kind.startswith("[") or "*" in kind:
        inner, _, count = kind.strip("[]").partition("*") if kind[0] != "[" else (kind[1:-1], "", "")
        if not isinstance(value, list) or (count and len(value) != int(count)):
            raise Unreadable("wrong value", f"{where}: a list {count and f'of {count} '}is wanted here")
        return [shaped(one, inner, f"{where}[{at}]") for at, one in enumerate(value, 1)]
    whole = isinstance(value, int) and not isinstance(value, bool)
    words, fits = {
        "text": ("a text", isinstance(value, str)),
        "flag": ("true or false", isinstance(value, bool)),
        "whole": ("a whole number", whole),
        "count": ("a whole number, 0 or more,", whole and value >= 0),
        "length": ("a whole number, 1 or more,", whole and value >= 1),
        "one": ("1, the only format there is,", whole and value == 1),
        "share": ("a share from 0 to 1", (whole or isinstance(value, float)) and 0 <= value <= 1),
    }[kind]
    if not fits:
        raise Unreadable("wrong value", f"{where}: {words} is wanted here")
    return value


def _record(value: Any, keys: dict[str, tuple[str, str | None]], where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unreadable("wrong value", f"{where}: keys with values are wanted here")
    for key in sorted(value.keys() - keys.keys()):
        raise Unreadable("unknown key", f"{where}: there is no key {key!r} here")
    for key in sorted({key for key, (_, default) in keys.items() if default is None} - value.keys()):
        raise Unreadable("missing key", f"{where}: the key {key!r} is missing")
    return {
        key: shaped(value[key] if key in value else json.loads(str(default)), kind, f"{where}.{key}")
        for key, (kind, default) in keys.items()
    }


def read_problem(data: Any) -> dict[str, Any]:
    """A problem with everything filled in and places that exist. Raises Unreadable."""
    problem: dict[str, Any] = shaped(data, "problem", "problem")
    places = [place["id"] for place in problem["places"]]
    if not 1 <= len(places) <= 3 or len(set(places)) < len(places):
        raise Unreadable("wrong value", "problem.places: home, one on the way or not, the destination")
    if len({step["id"] for step in problem["steps"]}) < len(problem["steps"]):
        raise Unreadable("wrong value", "problem.steps: two steps have one id")
    for at, step in enumerate(problem["steps"], 1):
        for name in (step["place"], step["moves_to"], step["income"] and step["income"]["only_at"]):
            if name is not None and name not in places:
                raise Unreadable("wrong value", f"problem.steps[{at}]: there is no place {name!r}")
        if step["moves_to"] == places[0]:
            raise Unreadable("wrong value", f"problem.steps[{at}].moves_to: nobody moves home")
    return problem


class Replay:
    """One plan lived through. `faults` are its broken rules."""

    def __init__(self, problem: dict[str, Any], plan: dict[str, Any]) -> None:
        self.problem, self.plan = problem, plan
        self.faults: list[Fault] = []
        self.steps: dict[str, dict[str, Any]] = {}
        self.start: dict[str, int] = {}
        self.end: dict[str, int] = {}
        self.free: dict[str, int] = {}
        self._placed({step["id"]: step for step in problem["steps"]})
        self.places = [place["id"] for place in problem["places"]]
        self.there = self._movers(self.places[-1]) if len(self.places) > 1 else []
        self.transit = self._movers(self.places[1]) if len(self.places) > 2 else []
        self.on_way = self.end[self.transit[0]] if self.transit else NEVER
        self.leave = min((self.start[name] for name in self.transit + self.there), default=NEVER)
        self.arrived = max(self.end[name] for name in self.transit + self.there) if self.there else NEVER
        self.links: dict[str, list[tuple[str, str | None]]] = {name: [] for name in self.steps}
        self.held = {one["paper"]: one["until"] for one in problem["has"]}
        self.over: dict[str, int] = {}
        self.times: dict[str, int] = {}
        self.sole: dict[str, str | None] = {}
        self._choice()
        self._uses()
        self._days()
        self._objectives()

    def say(self, rule: str, step: str | None, text: str, day: int | None = None) -> None:
        """Note a broken rule; it shows on the first day of its step, or on the day given."""
        shown = self.start.get(step) if day is None and step is not None else day
        self.faults.append(Fault(rule, shown, step, text))

    def _movers(self, place: str) -> list[str]:
        return [name for name, step in self.steps.items() if step["moves_to"] == place]

    def _makers_of(self, paper: str) -> list[str]:
        return [name for name, step in self.steps.items() if paper in step["yields"]]

    def _placed(self, known: dict[str, dict[str, Any]]) -> None:
        """Lengths. Ends are reckoned anew: what the plan says of them is a claim to be checked."""
        horizon = self.problem["horizon"]
        for placed in self.plan["steps"]:
            name, start = placed["step"], placed["start"]
            if name not in known:
                self.say("unknown step", name, "the problem has no such step", start)
                continue
            if name in self.steps:
                self.say("step twice", name, "this step stands in the plan twice", start)
                continue
            end = start + known[name]["days"][1]
            self.steps[name], self.start[name], self.end[name] = known[name], start, end
            self.free[name] = start + (known[name]["attends"] or {"days": 0})["days"]
            if start < 0:
                self.say("before the start", name, "it starts before the first day, which is day 0")
            if placed["end"] != end:
                self.say("duration", name, f"{end - start} days from then end on day {end}")
            if end > horizon:
                self.say("horizon", name, f"it ends on day {end}; all must be over on day {horizon}", end)

    def _choice(self) -> None:
        """Goals are made once, and the family is taken there once."""
        for goal in self.problem["goals"]:
            if not (makers := self._makers_of(goal)):
                self.say("goal not made", None, f"no step of the plan makes {goal!r}, which is a goal")
            for name in makers[1:]:
                self.say("goal made twice", name, f"{makers[0]} makes the goal {goal!r} too; one step must")
        if not self.there and len(self.places) > 1:
            self.say("no arrival", None, f"no step takes the family to {self.places[-1]!r}, the destination")
        for name in self.transit[1:] + self.there[1:]:
            self.say("moved twice", name, f"it takes the family to {self.steps[name]['moves_to']!r} again")
        if self.there and self.start[self.there[0]] < self.on_way < NEVER:
            text = f"{self.transit[0]}, the move before, is over on day {self.on_way} only"
            self.say("move order", self.there[0], text)

    def _uses(self) -> None:
        """Nothing needed is without a maker, nothing is made for nobody."""
        said: dict[tuple[str, str], str | None] = {}
        for name, paper, maker in (use.values() for use in self.plan["uses"]):
            if name not in self.steps:
                self.say("use by no step", name, f"it is said to use {paper!r}, and is not in the plan")
            elif paper not in self.steps[name]["needs"]:
                self.say("use without need", name, f"it is said to use {paper!r}, which it does not need")
            elif (name, paper) in said:
                self.say("use twice", name, f"whose {paper!r} it uses is said twice")
            elif maker is None and paper not in self.held:
                self.say("not in hand", name, f"it uses {paper!r} in hand, which nobody has")
            elif maker is not None and maker not in self.steps:
                self.say("missing step", name, f"it uses {paper!r} of {maker}, which is not in the plan")
            elif maker is not None and paper not in self.steps[maker]["yields"]:
                self.say("not its maker", name, f"it uses {paper!r} of {maker}, which does not make that")
            else:
                self.links[name].append((paper, maker))
            said.setdefault((name, paper), maker)
        used, goals = set(said.values()), set(self.problem["goals"])
        for name, step in self.steps.items():
            for paper in step["needs"]:
                if (name, paper) not in said:
                    self.say("missing paper", name, f"it needs {paper!r}, and uses nobody's")
            stay = name in self.transit and any(self._place(other) == 1 for other in self.steps)
            if not (step["extra"] or name in used or name in self.there or stay or goals & {*step["yields"]}):
                self.say("unused step", name, "no step uses what it makes, and it makes no goal")

    def _place(self, name: str) -> int | None:
        """0 at home, 1 on the way, 2 at the destination; None: anywhere, as for every step that moves."""
        step = self.steps[name]
        if step["place"] is None or step["moves_to"] is not None:
            return None
        return {self.places[-1]: 2, self.places[0]: 0}.get(step["place"], 1)

    def _days(self) -> None:
        month, end, reserve, left = (self.problem[one] for one in ("month", "horizon", "reserve", "savings"))
        for day in range(min([0, *self.start.values()]), end + 1):
            self.over |= {name: day for name in self.end if self.start[name] < self.end[name] == day}
            starting = [name for name, start in self.start.items() if start == day]
            self._begin(day, starting)
            self._attend(day)
            for name in starting:
                self._where(day, name)
            if day >= 0 and day // month * month < end:  # months that begin before the horizon count
                left += self._month(day) if day % month == 0 else 0
                left -= sum(self.steps[name]["fee"] + self.steps[name]["locked"] for name in starting)
                if left < reserve:  # told once: what follows is short because of it
                    self.say("money", None, f"{left} is left in month {day // month}, {reserve} must be", day)
                    reserve = -math.inf

    def _begin(self, day: int, starting: list[str]) -> None:
        """Start today's steps, each after those of today whose paper it uses: 0 days are over at once."""
        waiting = list(starting)
        while waiting:
            late = {one: {maker for _, maker in self.links[one]} - {*self.over, None} for one in waiting}
            ready = [one for one in waiting if not late[one]]
            ready = ready or [one for one in waiting if not late[one] <= {*waiting}] or waiting[:1]
            for name in ready:
                waiting.remove(name)
                self._papers(day, name)
                self.over |= {name: day} if self.end[name] == day else {}
                if (windows := self.steps[name]["windows"]) and not any(a <= day <= b for a, b in windows):
                    self.say("window", name, f"it may start only within days {windows}")

    def _papers(self, day: int, name: str) -> None:
        for paper, maker in self.links[name]:
            if paper in self.problem["sole"] and self.sole.setdefault(paper, maker) != maker:
                self.say("two of one paper", name, f"it uses another {paper!r} than a step before it")
            if maker is not None and maker not in self.over:
                text = f"it starts before {maker} is over (day {self.end[maker]}), whose {paper!r} it uses"
                self.say("paper too late", name, text)
                continue
            valid = self.held[paper] if maker is None else self.steps[maker]["valid"]
            until = valid if maker is None or valid is None else self.over[maker] + valid
            if until is not None and day > until:
                rule, whose = ("paper in hand", "in hand") if maker is None else ("paper", f"of {maker}")
                self.say(f"{rule} expired", name, f"{paper!r} {whose} may be used until day {until} only")

    def _attend(self, day: int) -> None:
        """Nobody is in two places on one day."""
        busy: dict[str, str] = {}
        for name, step in self.steps.items():
            for person in sorted({*step["attends"]["who"]} if step["attends"] else ()):
                if day == self.start[name] and person not in self.problem["people"]:
                    self.say("unknown person", name, f"it wants {person!r}, who is not of the family")
                if self.start[name] <= day < self.free[name]:
                    other = busy.setdefault(person, name)
                    if other != name and day == max(self.start[name], self.start[other]):
                        self.say("two places at once", name, f"{person} must be at {other} too", day)

    def _where(self, day: int, name: str) -> None:
        """The family is where the step starting today wants it, as long as somebody attends."""
        place, step, free = self._place(name), self.steps[name], self.free[name]
        if place == 0 and free > self.leave:
            text = f"it keeps them at home until day {free}, and they leave on day {self.leave}"
            self.say("away from home", name, text, max(day, self.leave))
        if place == 1 and not self.transit:
            self.say("never on the way", name, f"no step takes the family to {step['place']!r}")
        here = [0, self.on_way, self.arrived][place or 0]
        if max(day, 0) < here < NEVER:
            self.say("not there yet", name, f"the family is there on day {here} only")
        if place == 1 and self.there and free > self.start[self.there[0]]:
            text = f"it keeps them on the way until day {free}; they go on on day {self.start[self.there[0]]}"
            self.say("gone on already", name, text, max(day, self.start[self.there[0]]))

    def _month(self, day: int) -> int:
        """What the first day of a month brings: living there, pay that is due, gains of the month before."""
        month, way = self.problem["month"], [*self.places[1:-1], None][0]
        here = self.places[0] if self.leave > day else self.places[-1] if self.arrived <= day else way
        change = -sum(place["monthly"] for place in self.problem["places"] if place["id"] == here)
        for name, step in self.steps.items():
            change += step["gain"] if self.end[name] // month == day // month - 1 else 0
            income = step["income"]
            if income and self.end[name] + income["after"] <= day and income["only_at"] in (None, here):
                self.times[name] = self.times.get(name, 0) + 1
                change += income["monthly"] if self.times[name] <= (income["months"] or NEVER) else 0
        return int(change)

    def _objectives(self) -> None:
        problem, steps = self.problem, self.steps.values()
        leave = 0 if self.leave == NEVER else self.leave
        every, care = problem["places"][0]["danger_every"], problem["care"]
        gap = max(0, (self._made(care["paper"]) or 0) - leave) // care["every"] if care else 0
        exact = {
            "weeks": self._made(problem["safe"]),
            "money": sum(step["fee"] for step in steps),
            "chance": sum(chance(step["refused"]) for step in steps),
            "danger": sum(step["danger"] for step in steps) + (leave // every if every else 0),
            "quality": problem["quality_from"] - sum(step["quality"] for step in steps) + gap,
        }
        for name, value in exact.items():
            if value is not None:
                for key, right in (("comes_to", value), ("bucketed", value // problem["buckets"][name])):
                    if self.plan[key][name] != right:
                        text = f"{key}.{name} says {self.plan[key][name]}, and the replay gives {right}"
                        self.say(f"{key} {name}", None, text)

    def _made(self, paper: str) -> int | None:
        return min((self.end[name] for name in self._makers_of(paper)), default=None)


def chance(refused: float | None) -> int:
    """Ten-thousandths of -ln(share granted); nobody knows: 0; always refused: a million."""
    if not refused:
        return 0
    return 10**6 if refused >= 1 else round(-math.log(1 - refused) * 10000)


def replay(problem: Any, data: Any) -> list[list[Fault]]:
    """The broken rules of each plan of a file; of a front last its own. Raises Unreadable for the problem."""
    full, front = read_problem(problem), isinstance(data, dict) and "plans" in data
    try:
        read = shaped(data, *(("front", "front") if front else ("plan", "plan")))
        if front and not (read["by"] and {*read["by"]} <= {*OBJECTIVES}):
            raise Unreadable("wrong value", f"front.by: some of {', '.join(OBJECTIVES)} are wanted here")
    except Unreadable as wrong:
        return [[Fault(wrong.args[0], None, None, str(wrong))]]
    if not front:
        return [Replay(full, read).faults]
    points = [[plan["bucketed"][name] for name in read["by"]] for plan in read["plans"]]
    beaten = [
        Fault("beaten", None, None, f"plan {at} is in nothing better than plan {other}")
        for at, point in enumerate(points, 1)
        for other, rival in enumerate(points, 1)
        if other != at and all(a <= b for a, b in zip(rival, point, strict=True))
    ]
    return [*(Replay(full, plan).faults for plan in read["plans"]), beaten]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key is written twice")
    return dict(pairs)


def main(words: list[str]) -> int:
    """The command line."""
    files = [Path(word) for word in words if word != "--json"]
    try:
        if len(files) != 2:
            raise ValueError("usage: python tools/replay.py PROBLEM.json PLAN.json [--json]")
        problem, data = (json.loads(file.read_text("utf-8"), object_pairs_hook=_once) for file in files)
        found = replay(problem, data)
    except (OSError, ValueError, RecursionError, Unreadable) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if "--json" in words:
        told = [[fault._asdict() for fault in each] for each in found]
        print(json.dumps({"good": not any(found), "faults": told}, ensure_ascii=False))
    else:
        lines = [(at, fault) for at, each in enumerate(found, 1) for fault in each]
        for at, fault in lines:
            print(f"plan {at}, {fault}" if at < len(found) else fault)
        print(f"rules broken: {len(lines)}" if lines else "every rule holds")
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
