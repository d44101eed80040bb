"""A good plan, and ways to spoil it for each rule; told/reasons.json has what the checker says of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools import replay

TOLD = Path(__file__).parent / "told"


def read(name: str) -> Any:
    return json.loads((TOLD / name).read_text(encoding="utf-8"))


def reasons(problem: Any, plan: Any) -> list[str]:
    return [str(fault) for each in replay.replay(problem, plan) for fault in each]


class Told:
    """A problem and a plan that keeps every rule of it, to be spoilt."""

    def __init__(self) -> None:
        self.problem, self.plan = read("problem.json"), read("plan.json")

    def step(self, name: str) -> Any:
        return next(step for step in self.problem["steps"] if step["id"] == name)

    def placed(self, name: str) -> Any:
        return next(placed for placed in self.plan["steps"] if placed["step"] == name)

    def move(self, name: str, start: int) -> None:
        self.placed(name).update(start=start, end=start + self.step(name)["days"][1])

    def add(self, name: str, start: int, **makers: str | None) -> None:
        self.plan["steps"].append({"step": name, "start": start, "end": start + self.step(name)["days"][1]})
        for paper, maker in makers.items():
            self.plan["uses"].append({"step": name, "paper": paper, "made_by": maker})

    def drop(self, name: str) -> None:
        self.plan["steps"].remove(self.placed(name))

    def use(self, name: str, paper: str) -> Any:
        return next(use for use in self.plan["uses"] if (use["step"], use["paper"]) == (name, paper))

    def unused(self, name: str, paper: str) -> None:
        self.plan["uses"].remove(self.use(name, paper))

    def free(self, name: str, *keys: str) -> None:
        for key in keys:
            del self.step(name)[key]

    def comes_to(self, name: str, exact: int, bucket: int) -> None:
        self.plan["comes_to"][name], self.plan["bucketed"][name] = exact, bucket

    def reasons(self) -> list[str]:
        return reasons(self.problem, self.plan)


SEEDS: dict[str, Callable[[Told], Any]] = {}


def seed(spoil: Callable[[Told], Any]) -> Callable[[Told], Any]:
    SEEDS[spoil.__name__] = spoil
    return spoil


# ---------------------------------------------------------------------- what is chosen
@seed
def maker_not_in_the_plan(told: Told) -> None:
    told.drop("photo")
    told.comes_to("money", 360, 3)


@seed
def need_without_a_use(told: Told) -> None:
    told.unused("status", "diploma")


@seed
def step_the_problem_does_not_have(told: Told) -> None:
    told.plan["steps"].append({"step": "swim", "start": 3, "end": 9})


@seed
def step_placed_twice(told: Told) -> None:
    told.plan["steps"].append(told.placed("work"))


@seed
def goal_that_nobody_makes(told: Told) -> None:
    told.problem["goals"].append("job")


@seed
def safety_that_nobody_makes(told: Told) -> None:
    told.problem["safe"] = "card"
    told.problem["goals"].append("card")


@seed
def goal_made_by_two(told: Told) -> None:
    told.add("special", 90, arrived="flight")


@seed
def nobody_goes_there(told: Told) -> None:
    told.free("flight", "moves_to")


@seed
def two_go_there(told: Told) -> None:
    told.add("walk", 36)


@seed
def two_go_on_the_way(told: Told) -> None:
    told.add("car", 30)


@seed
def step_that_nobody_uses(told: Told) -> None:
    told.add("e-visa", 0)


@seed
def step_that_may_no_longer_stand_unused(told: Told) -> None:
    told.free("sell", "extra")


# ---------------------------------------------------------------------- whose papers
@seed
def use_of_a_step_that_is_not_there(told: Told) -> None:
    told.plan["uses"].append({"step": "special", "paper": "arrived", "made_by": "flight"})


@seed
def use_of_what_is_not_needed(told: Told) -> None:
    told.plan["uses"].append({"step": "photo", "paper": "diploma"})


@seed
def use_said_twice(told: Told) -> None:
    told.plan["uses"].append({"step": "visa", "paper": "photo", "made_by": "photo"})


@seed
def paper_not_in_hand(told: Told) -> None:
    del told.problem["has"][1]


@seed
def maker_of_something_else(told: Told) -> None:
    told.use("status", "arrived")["made_by"] = "bus"


@seed
def paper_too_late(told: Told) -> None:
    told.move("visa", 1)


@seed
def paper_expired(told: Told) -> None:
    told.step("photo")["valid"] = 0
    told.move("visa", 3)


@seed
def paper_in_hand_expired(told: Told) -> None:
    told.problem["has"][0]["until"] = 1


@seed
def two_of_one_paper(told: Told) -> None:
    told.problem["sole"] = ["passport"]
    told.problem["steps"].append({"id": "exchange", "yields": ["passport"], "days": [1, 1, 1]})
    told.add("exchange", 0)
    told.step("school")["needs"].append("passport")
    told.plan["uses"].append({"step": "school", "paper": "passport", "made_by": "exchange"})


@seed
def paper_of_its_own(told: Told) -> None:
    told.step("sell").update(needs=["receipt"], yields=["receipt"])
    told.plan["uses"].append({"step": "sell", "paper": "receipt", "made_by": "sell"})


@seed
def two_steps_of_no_days_that_wait_for_each_other(told: Told) -> None:
    for name, makes, needs in (("hen", "hen", "egg"), ("egg", "egg", "hen")):
        told.problem["steps"].append({"id": name, "yields": [makes], "needs": [needs], "days": [0, 0, 0]})
        told.add(name, 8, **{needs: needs})


# ---------------------------------------------------------------------- days
@seed
def wrong_duration(told: Told) -> None:
    told.placed("work")["end"] += 1


@seed
def end_past_the_horizon(told: Told) -> None:
    told.problem["horizon"] = 86


@seed
def start_before_the_first_day(told: Told) -> None:
    told.move("photo", -1)


@seed
def window_missed(told: Told) -> None:
    told.move("school", 51)


@seed
def window_not_yet_open(told: Told) -> None:
    told.move("school", 39)


# ---------------------------------------------------------------------- people and places
@seed
def somebody_in_two_places(told: Told) -> None:
    told.move("sell", 3)


@seed
def somebody_who_is_nobody(told: Told) -> None:
    told.step("stamp")["attends"]["who"] = ["robin"]


@seed
def attending_at_home_after_leaving(told: Told) -> None:
    told.free("bus", "attends")
    told.move("sell", 28)


@seed
def starting_at_home_after_leaving(told: Told) -> None:
    told.free("sell", "attends")
    told.move("sell", 31)


@seed
def starting_there_before_arriving(told: Told) -> None:
    told.free("flight", "attends")
    told.step("status")["needs"] = ["diploma"]
    told.unused("status", "arrived")
    told.move("status", 36)
    told.comes_to("weeks", 76, 5)


@seed
def starting_on_the_way_before_leaving(told: Told) -> None:
    told.free("stamp", "needs", "attends")
    told.unused("stamp", "out")
    told.move("stamp", 31)


@seed
def attending_on_the_way_after_going_on(told: Told) -> None:
    told.free("flight", "attends")
    told.step("stamp")["attends"]["days"] = 5


@seed
def on_the_way_without_a_move(told: Told) -> None:
    told.free("bus", "moves_to")


@seed
def going_on_before_the_first_move_is_over(told: Told) -> None:
    told.free("stamp", "place", "needs")
    told.unused("stamp", "out")
    told.free("flight", "attends")
    told.step("bus")["extra"] = True
    told.move("stamp", 0)
    told.move("flight", 31)


# ---------------------------------------------------------------------- money
@seed
def money_short_for_living(told: Told) -> None:
    told.problem["savings"] = 270


@seed
def money_short_on_the_day_of_a_fee(told: Told) -> None:
    told.step("visa")["fee"] += 800
    told.comes_to("money", 1170, 11)
    told.problem["savings"] = 960


@seed
def money_short_before_a_gain_counts(told: Told) -> None:
    told.move("sell", 20)
    told.problem["savings"] = 300


@seed
def money_short_as_pay_hangs_on_living_at_home(told: Told) -> None:
    told.step("work")["income"]["only_at"] = "home"


@seed
def money_short_as_pay_comes_later(told: Told) -> None:
    told.step("work")["income"]["after"] = 94


@seed
def money_short_as_pay_ends(told: Told) -> None:
    told.step("work")["income"].update(monthly=200, months=1)


@seed
def money_short_as_it_is_locked(told: Told) -> None:
    told.step("photo")["locked"] = 1100
    told.step("photo")["income"] = {"monthly": 100, "after": 0, "only_at": "there", "months": 11}


@seed
def money_short_of_the_reserve(told: Told) -> None:
    told.problem["reserve"] = 731


# ---------------------------------------------------------------------- what is said of it
@seed
def key_that_nobody_knows(told: Told) -> None:
    told.plan["steps"][0]["who"] = "stork"


@seed
def key_left_out(told: Told) -> None:
    del told.plan["uses"]


@seed
def objective_that_nobody_knows(told: Told) -> None:
    told.plan["comes_to"]["luck"] = 7


@seed
def objective_left_out(told: Told) -> None:
    del told.plan["bucketed"]["chance"]


@seed
def day_in_words(told: Told) -> None:
    told.plan["steps"][2]["start"] = "five"


@seed
def day_of_yes(told: Told) -> None:
    told.plan["steps"][2]["start"] = True


@seed
def list_of_no_list(told: Told) -> None:
    told.plan["uses"] = {}


@seed
def plan_of_no_keys(told: Told) -> None:
    told.plan["steps"][1] = "visa"


def wrongly(key: str, name: str) -> None:
    def spoil(told: Told) -> None:
        told.plan[key][name] += 1

    SEEDS[f"{key}_{name}_wrong"] = spoil


for _name in replay.OBJECTIVES:
    wrongly("comes_to", _name)
    wrongly("bucketed", _name)
