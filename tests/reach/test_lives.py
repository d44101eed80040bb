"""Lives: against simpy life by life, against the plan itself, and what must hold however the dice fall."""

from __future__ import annotations

import random
from collections import Counter
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reach.invented import BY_WAY, changed, quickest, step, stored
from vyrai.reach._life import Played, Player
from vyrai.reach._luck import Luck
from vyrai.reach._stage import Stage
from vyrai.reach.lives import Days, Lives, Rules, simulate
from vyrai.reach.problem import Attends, Held, Income, Place, Plan, Problem, Step

replace = msgspec.structs.replace
SEEDS = st.integers(0, 10**6)
WORLDS = [BY_WAY, BY_WAY, stored("small-01"), stored("small-05"), stored("small-07")]


def played(
    problem: Problem, plan: Plan, lives: int, seed: int = 7, rules: Rules | None = None
) -> list[Played]:
    rules = rules or Rules()
    stage = Stage(problem, plan, rules.keep_dates, rules.fallbacks)
    player = Player(stage, Luck(seed, lives), rules.tries, rules.wait, rules.remakes)
    return [player.play(life) for life in range(lives)]


def world(seed: int) -> tuple[Problem, Plan, Rules]:
    """Any of the invented worlds, changed."""
    dice = random.Random(seed)
    problem = dice.choice(WORLDS)
    problem, plan = changed(problem, quickest(problem), dice)
    return (
        problem,
        plan,
        Rules(
            tries=dice.choice([1, 2, 3]),
            wait=dice.choice([0, 7, 30]),
            remakes=dice.choice([0, 1, 2]),
            fallbacks=dice.random() < 0.8,
            keep_dates=dice.random() < 0.7,
        ),
    )


@given(SEEDS)
def test_a_life_is_the_same_whichever_was_played_before(seed: int) -> None:
    """It goes on from where it differs from the one before; that changes nothing of it."""
    problem, plan, rules = world(seed)
    stage, lives = Stage(problem, plan, rules.keep_dates, rules.fallbacks), 12

    def player() -> Player:
        return Player(stage, Luck(7, lives), rules.tries, rules.wait, rules.remakes)

    alone = [player().play(life) for life in range(lives)]
    order = [*range(lives), *range(lives)[::-1]]
    random.Random(seed).shuffle(order)
    for keeps in (True, False):
        shared = player()
        shared.keeps = keeps
        assert [shared.play(life) for life in order] == [alone[life] for life in order]


def by_simpy(problem: Problem, plan: Plan, lives: int, rules: Rules) -> None:
    """Every life as simpy plays it: days of safety and work, money by month, what lapsed, what failed."""
    pytest.importorskip(
        "simpy", reason="simpy is the oracle: in the development lock with the oracle of plans"
    )
    from tests.reach import simpy_lives

    theirs = simpy_lives.play(problem, plan, lives, 7, rules)
    ours = played(problem, plan, lives, 7, rules)
    assert [(one.safe, one.work, one.left, one.expired, one.failed) for one in ours] == [
        (one.safe, one.work, one.left, one.expired, one.failed) for one in theirs
    ]


# ---------------------------------------------------------------------- against simpy
@pytest.mark.parametrize("problem", [BY_WAY, stored("small-01"), stored("small-05")])
def test_a_thousand_lives_are_those_that_simpy_plays(problem: Problem) -> None:
    by_simpy(problem, quickest(problem), 1_000, Rules())


@given(SEEDS)
def test_in_any_world_lives_are_those_that_simpy_plays(seed: int) -> None:
    problem, plan, rules = world(seed)
    by_simpy(problem, plan, 8, rules)


# ---------------------------------------------------------------------- against the plan
def certain(problem: Problem) -> Problem:
    """Every step takes its likely days and is granted."""
    steps = [replace(one, days=(one.days[1],) * 3, refused=0.0) for one in problem.steps]
    return replace(problem, steps=tuple(steps))


@pytest.mark.parametrize("problem", [BY_WAY, *(stored(f"small-{at:02}") for at in range(1, 13))])
def test_with_likely_days_and_no_refusal_a_life_is_the_plan(problem: Problem) -> None:
    problem = certain(problem)
    plan = quickest(problem)
    stage = Stage(problem, plan, keep_dates=True, fallbacks=True)
    player = Player(stage, Luck(1, 1), 3, 30, 2)
    life = player.play(0)
    assert player.end[: len(plan.steps)] == [one.end for one in plan.steps]
    assert life.safe == plan.comes_to["weeks"]
    assert min(life.left) >= 0
    assert not life.expired
    assert not life.failed
    told = simulate(problem, plan, lives=100)
    assert told.safe == Days(p50=life.safe, p80=life.safe, p95=life.safe)
    assert told.never_safe.share == told.failed.share == told.short.share == told.expired.share == 0
    assert (told.shortfall.mean, told.shortfall.p90) == (None, None)
    assert [(month.p10, month.p50, month.p90) for month in told.savings] == [
        (left,) * 3 for left in life.left
    ]


def test_the_longest_chain_of_a_certain_plan_is_its_longest_chain() -> None:
    problem = certain(BY_WAY)
    told = simulate(problem, quickest(problem), lives=10)
    chain = {one.step for one in told.critical if one.share.share == 1}
    assert chain == {"pack", "visa", "drive", "shelter", "status"}
    assert {one.share.share for one in told.critical} == {0, 1}


# ---------------------------------------------------------------------- what must hold
@given(SEEDS, st.integers(1, 5_000))
def test_more_savings_never_make_money_shorter(seed: int, more: int) -> None:
    problem, plan, rules = world(seed)
    poor = simulate(problem, plan, 20, seed, rules)
    rich = simulate(replace(problem, savings=problem.savings + more), plan, 20, seed, rules)
    assert rich.short.share <= poor.short.share
    assert rich.safe == poor.safe
    assert all(one.p10 == two.p10 + more for one, two in zip(rich.savings, poor.savings, strict=True))


@given(SEEDS)
def test_the_same_seed_gives_the_same_bytes_and_a_longer_run_begins_with_the_shorter(seed: int) -> None:
    problem, plan, rules = world(seed)
    first, again = (simulate(problem, plan, 20, seed, rules) for _ in range(2))
    assert msgspec.json.encode(first) == msgspec.json.encode(again)
    assert msgspec.json.decode(msgspec.json.encode(first), type=Lives) == first
    assert played(problem, plan, 30, seed, rules)[:20] == played(problem, plan, 20, seed, rules)


def test_the_bytes_are_the_same_everywhere() -> None:
    """Whole days, whole sums, and shares to four digits: no platform and no release rounds them otherwise."""
    told = msgspec.json.encode(simulate(BY_WAY, quickest(BY_WAY), 500))
    assert sha256(told).hexdigest()[:16] == "843c31e65dcc9e75"


def test_another_seed_is_another_luck() -> None:
    plan = quickest(BY_WAY)
    assert simulate(BY_WAY, plan, 200, 1) != simulate(BY_WAY, plan, 200, 2)


def test_plans_that_share_a_step_meet_the_same_luck() -> None:
    """Two plans differ in how they travel: what is before it happens on the same days in every life."""
    drive = quickest(BY_WAY)
    only_fly = replace(BY_WAY, steps=tuple(one for one in BY_WAY.steps if one.id != "drive"))
    fly = quickest(only_fly)
    luck = Luck(5, 50)
    ends = []
    for problem, plan in ((BY_WAY, drive), (only_fly, fly)):
        player = Player(Stage(problem, plan, True, True), luck, 3, 30, 2)
        at = [one.step for one in plan.steps].index("visa")
        ends.append([(player.play(life), player.end[at])[1] for life in range(50)])
    assert ends[0] == ends[1]
    assert len(set(ends[0])) > 10
    assert simulate(BY_WAY, drive, 50, 5, luck=luck) == simulate(BY_WAY, drive, 50, 5)
    with pytest.raises(ValueError, match="another seed or number of lives"):
        simulate(BY_WAY, drive, 50, 6, luck=luck)


def test_luck_is_triangular_in_whole_days_and_refuses_its_share() -> None:
    luck = Luck(3, 20_000)
    drawn = luck.draws(step("a", "paper", (10, 20, 60), refused=0.3), 0)
    assert sum(day < 0 for day in drawn) / 20_000 == pytest.approx(0.3, abs=4 * (0.21 / 20_000) ** 0.5)
    days = [day if day >= 0 else ~day for day in drawn]
    assert min(days) >= 10
    assert max(days) <= 60
    assert sum(days) / 20_000 == pytest.approx(
        30, abs=4 * (350 / 3 / 20_000) ** 0.5
    )  # mean, variance of the triangle
    assert sum(day <= 20 for day in days) / 20_000 == pytest.approx(0.2205, abs=0.012)  # below 20.5
    assert luck.draws(step("a", "paper", (10, 20, 60), refused=0.3), 1) != drawn
    assert luck.draws(step("b", "paper", (10, 20, 60), refused=0.3), 0) != drawn
    assert set(luck.draws(step("c", "paper", (4, 4, 4)), 0)) == {4}
    assert min(luck.draws(step("d", "paper", (5, 5, 9)), 0)) == 5
    assert max(luck.draws(step("e", "paper", (5, 9, 9)), 0)) == 9


# ---------------------------------------------------------------------- what is not known
def test_what_nobody_knows_is_told_and_never_read_as_certain() -> None:
    plan = quickest(BY_WAY)
    known = simulate(BY_WAY, plan, 300)
    assert known.unknown == {}
    assert not known.at_least
    steps = [
        replace(one, refused=None)
        if one.id == "visa"
        else replace(one, unknown=("days", "fee"))
        if one.id == "pack"
        else one
        for one in BY_WAY.steps
    ]
    told = simulate(replace(BY_WAY, steps=tuple(steps)), plan, 300)
    assert told.unknown == {"days": ("pack",), "fee": ("pack",), "refused": ("visa",)}
    assert told.at_least
    assert told.never_safe.share < known.never_safe.share  # granted in every life: the more it must be said
    fallback = [replace(one, unknown=("days",)) if one.id == "fly" else one for one in BY_WAY.steps]
    turned_to = simulate(replace(BY_WAY, steps=tuple(fallback)), plan, 2_000)
    assert (turned_to.unknown, turned_to.at_least) == ({"days": ("fly",)}, True)
    never = simulate(replace(BY_WAY, steps=tuple(fallback)), plan, 2_000, rules=Rules(fallbacks=False))
    assert (never.unknown, never.at_least) == ({}, False)


def test_none_of_so_many_lives_is_not_never() -> None:
    problem = certain(BY_WAY)
    few, many = (simulate(problem, quickest(problem), lives).never_safe for lives in (10, 1_000))
    assert few.share == many.share == 0
    assert few.error > many.error > 0


# ---------------------------------------------------------------------- single fates
def only(problem: Problem, **changes: dict[str, object]) -> Problem:
    """A certain world but for some steps."""
    problem = certain(problem)
    return replace(
        problem,
        steps=tuple(replace(one, **changes.get(one.id, {})) for one in problem.steps),
    )


def test_a_step_refused_for_good_gives_way_to_another_with_its_time_and_its_fee() -> None:
    plan = quickest(BY_WAY)
    problem = only(BY_WAY, drive={"refused": 1.0})
    (life,) = played(problem, plan, 1)
    # Driving is refused on three tries of 3 days, 30 days apart; flying takes a day.
    assert life.safe == plan.comes_to["weeks"] - 3 + 3 * 3 + 2 * 30 + 1
    assert life.left[-1] < played(only(BY_WAY), plan, 1)[0].left[-1] - 3 * 200 - 500 + 200
    assert not life.failed
    (alone,) = played(problem, plan, 1, rules=Rules(fallbacks=False))
    assert (alone.safe, alone.failed) == (-1, True)
    told = simulate(problem, plan, 1, rules=Rules(fallbacks=False))
    assert told.safe == Days(p50=None, p80=None, p95=None)
    assert told.never_safe.share == 1
    assert told.critical == ()


def test_another_step_waits_for_a_paper_that_is_still_being_made() -> None:
    problem = Problem(
        steps=(
            step("translate", "translation", (200, 200, 200)),
            step("ask", "card", (2, 2, 2), refused=1.0),
            step("ask_with_papers", "card", (5, 5, 5), needs=("translation",)),
        ),
        places=(Place(id="home", monthly=0),),
        goals=("card", "translation"),
        safe="card",
        savings=0,
        people=("stork",),
    )
    plan = quickest(problem)
    assert "ask_with_papers" not in {placed.step for placed in plan.steps}
    (life,) = played(problem, plan, 1)
    assert life.safe == 200 + 5
    assert not life.failed


def test_a_copy_of_a_step_is_no_other_way() -> None:
    problem = only(BY_WAY, police_1={"refused": 1.0}, police_2={"refused": 1.0})
    assert played(problem, quickest(BY_WAY), 1)[0].failed


def test_a_lapsed_paper_is_made_again_while_that_can_be_done() -> None:
    plan = quickest(BY_WAY)
    usual = plan.comes_to["weeks"]
    (life,) = played(only(BY_WAY, bank={"valid": 20}), plan, 1)  # Made by day 8, used on day 30, takes a day.
    assert (life.safe, life.expired) == (usual + 1, True)
    (gone,) = played(only(BY_WAY, police_1={"valid": 10}), plan, 1)  # The family has left home by then.
    assert (gone.safe, gone.expired, gone.failed) == (-1, True, True)
    (never,) = played(only(BY_WAY, bank={"valid": 20}), plan, 1, rules=Rules(remakes=0))
    assert never.failed


def test_a_paper_in_hand_that_lapses_is_made_where_somebody_makes_it() -> None:
    until = replace(BY_WAY, has=(Held(paper="autism", until=40),))
    plan = quickest(BY_WAY)
    assert played(certain(until), plan, 1)[0].failed
    maker = step("doctor", "autism", (5, 5, 5), "there", fee=80)
    (life,) = played(certain(replace(until, steps=(*until.steps, maker))), plan, 1)
    assert (life.failed, life.expired) == (False, True)


def test_nobody_is_in_two_places() -> None:
    """The pack takes the only person for as long as it lasts: the others wait."""
    plan = quickest(BY_WAY)
    problem = only(BY_WAY, pack={"attends": Attends(days=25, who=("stork",))})
    (life,) = played(problem, plan, 1)
    # Passports from day 25, the border on 45 to 47: the visa starts then and not on day 30.
    assert life.safe == plan.comes_to["weeks"] + 47 - 30


def test_safety_in_hand_and_no_work_in_the_plan() -> None:
    problem = replace(certain(BY_WAY), safe="passports_in_hand")
    assert simulate(problem, quickest(certain(BY_WAY)), 5).safe == Days(p50=0, p80=0, p95=0)
    idle = replace(BY_WAY, steps=tuple(replace(one, income=None) for one in BY_WAY.steps))
    assert simulate(idle, quickest(BY_WAY), 5).work is None
    assert simulate(BY_WAY, quickest(BY_WAY), 5).work is not None


def test_what_comes_after_the_horizon_does_not_come() -> None:
    plan = quickest(BY_WAY)
    problem = only(BY_WAY, status={"days": (600, 600, 600), "gain": 9_000})
    (life,) = played(problem, plan, 1)
    assert (life.safe, life.work, life.failed) == (-1, -1, True)
    assert life.left[-1] < 0


@given(SEEDS)
def test_with_so_much_more_money_runs_out_no_more_often_than_the_family_bears(seed: int) -> None:
    problem, plan, rules = world(seed)
    problem, risk = replace(problem, savings=problem.savings // 3), (0.0, 0.1, 0.4, 1.0)[seed % 4]
    enough = simulate(problem, plan, 100, rules=rules, risk=risk).shortfall.enough

    def short(more: int) -> float:
        richer = replace(problem, savings=problem.savings + more)
        return simulate(richer, plan, 100, rules=rules).short.share

    assert short(enough) <= risk
    assert not enough or short(enough - 1) > risk


def test_who_bears_to_run_out_in_every_life_needs_no_more() -> None:
    poor = replace(BY_WAY, savings=0)
    assert simulate(poor, quickest(BY_WAY), 50, risk=1.0).shortfall.enough == 0
    assert simulate(poor, quickest(BY_WAY), 50, risk=0.0).shortfall.enough > 0


def told_one_by_one(problem: Problem, plan: Plan, lives: int, rules: Rules) -> dict[str, object]:
    """What is told of lives, from every one of them, each played for itself."""
    every = played(problem, plan, lives, 2026, rules)

    def rank(values: list[int], part: int) -> int:
        return sorted(values)[-(-len(values) * part // 100) - 1]

    lacking = [-min(one.left) for one in every if min(one.left) < 0]
    safe = [one.safe if one.safe >= 0 else 10**9 for one in every]
    days = [rank(safe, part) for part in (50, 80, 95)]
    return {
        "safe": [None if day == 10**9 else day for day in days],
        "failed": round(sum(one.failed for one in every) / lives, 4),
        "short": round(len(lacking) / lives, 4),
        "expired": round(sum(one.expired for one in every) / lives, 4),
        "lacking": (round(sum(lacking) / len(lacking)), rank(lacking, 90)) if lacking else (None, None),
        "months": [
            tuple(rank([one.left[month] for one in every], part) for part in (10, 50, 90))
            for month in range(len(every[0].left))
        ],
        "critical": Counter(
            at for one in every for at in range(one.chain.bit_length()) if one.chain >> at & 1
        ),
    }


def same(found: Lives, told: dict[str, object]) -> None:
    """What is told of lives is what each of them says by itself."""
    assert [found.safe.p50, found.safe.p80, found.safe.p95] == told["safe"]
    assert (found.failed.share, found.short.share, found.expired.share) == (
        told["failed"],
        told["short"],
        told["expired"],
    )
    assert (found.shortfall.mean, found.shortfall.p90) == told["lacking"]
    assert [(one.p10, one.p50, one.p90) for one in found.savings] == told["months"]
    critical = told["critical"]
    assert isinstance(critical, Counter)
    safes = found.lives - round(found.never_safe.share * found.lives)
    assert [one.share.share for one in found.critical] == [
        round(critical[at] / safes, 4) for at in range(len(found.critical))
    ]


@given(SEEDS)
def test_lives_that_are_alike_are_told_as_often_as_they_are(seed: int) -> None:
    """Of days that take few values many lives are the same; those that ask again are each their own."""
    problem, plan, rules = world(seed)
    few = tuple(
        replace(one, days=(one.days[0], *(min(day, one.days[0] + 2) for day in one.days[1:])))
        for one in problem.steps
    )
    poor = replace(problem, steps=few, savings=problem.savings * (seed % 4) // 4)
    found = simulate(poor, plan, 400, rules=rules)
    told = told_one_by_one(poor, plan, 400, rules)
    same(found, told)


def until_decided(decide: dict[str, Any], mark: dict[str, Any], *more: Step, horizon: int = 90) -> Problem:
    """A crossing, safety, and the decision on which nothing hangs but the last mark, or not in time."""
    decided = {"place": None, "needs": ("safe",), "attends": 0, **decide}
    marked = {"place": "there", "needs": ("decided",), "attends": 0, **mark}
    return Problem(
        steps=(
            step("cross", "in", (1, 3, 9), None, (), moves_to="there"),
            step("safe", "safe", (0, 2, 4), "there", ("in",), attends=0),
            step("decide", "decided", (3, 60, 120), **decided),
            step("mark", "marked", (0, 0, 0), **marked),
            *more,
        ),
        places=(Place(id="home", monthly=100), Place(id="there", monthly=50)),
        goals=("safe", "marked", *(paper for one in more for paper in one.yields if paper != "decided")),
        safe="safe",
        people=("stork",),
        savings=170,
        horizon=horizon,
        has=(Held(paper="held", until=70),),
    )


PAY = Income(monthly=40, after=0)
MADE = step("made", "made", (0, 0, 0), None, (), valid=50, attends=0)
LATE = step("late", "late", (70, 70, 70), "there", ("in",), attends=0)


@pytest.mark.parametrize(
    ("decide", "mark", "more"),
    [
        ({}, {}, ()),
        ({"refused": 0.3}, {}, ()),
        ({"refused": 0.3}, {}, (step("spare", "decided", (5, 9, 60), None, ("safe",), attends=0),)),
        ({"valid": 9}, {}, ()),
        ({"gain": 300}, {}, ()),
        ({"income": PAY}, {}, ()),
        ({"locked": 90}, {}, ()),
        ({"fee": 300, "attends": 1}, {}, ()),
        ({"place": "home", "needs": (), "refused": 0.2}, {}, ()),
        ({"valid": 9}, {"needs": ("decided", "late")}, (LATE,)),
        ({}, {"fee": 400}, ()),
        ({}, {"gain": 300}, ()),
        ({}, {"locked": 400}, ()),
        ({}, {"income": PAY}, ()),
        ({}, {"attends": 30}, (LATE, step("other", "else", (1, 1, 1), "there", ("late",), attends=2))),
        ({}, {"windows": ((0, 20), (60, 70))}, ()),
        ({}, {"needs": ("decided", "held")}, ()),
        ({}, {"needs": ("decided", "made")}, (MADE,)),
        ({"needs": ()}, {"place": "home"}, ()),
        ({}, {}, (step("thanks", "thanked", (9, 9, 9), None, ("marked",), fee=400, attends=0),)),
    ],
)
def test_lives_that_differ_in_their_last_wait_are_told_by_whether_it_ends_in_time(
    decide: dict[str, Any], mark: dict[str, Any], more: tuple[Step, ...]
) -> None:
    problem = until_decided(decide, mark, *more)
    likely = until_decided(
        {**decide, "refused": 0.0},
        {**mark, "windows": ()},
        *(one for one in more if one.id != "spare"),
        horizon=400,
    )
    plan = quickest(replace(likely, savings=9_000))
    for tries in (1, 3):
        rules = Rules(tries=tries, wait=7, keep_dates=False)
        found = simulate(problem, plan, 600, rules=rules)
        same(found, told_one_by_one(problem, plan, 600, rules))
        assert 0 < found.failed.share < 1
        lacks = sorted((-min(one.left) for one in played(problem, plan, 600, 2026, rules)), reverse=True)
        assert found.shortfall.enough == max(0, lacks[60]), "one in ten may lack more"


def test_a_last_wait_that_safety_hangs_on_is_told_day_by_day() -> None:
    problem = until_decided({}, {"needs": ("safe",)}, horizon=400)
    steps = [one for one in problem.steps if one.id != "decide"]
    slow = [replace(one, days=(3, 60, 120)) if one.id == "safe" else one for one in steps]
    problem = replace(problem, steps=tuple(slow))
    plan = quickest(replace(problem, savings=9_000))
    found = simulate(problem, plan, 600)
    same(found, told_one_by_one(problem, plan, 600, Rules()))
    assert found.safe.p50 != found.safe.p80
