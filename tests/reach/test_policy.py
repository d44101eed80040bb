"""What to do after a refusal: against brute force, and as a family would read it."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reach.brute_policy import Brute
from tests.reach.invented import BY_WAY, PEOPLE, quickest, step
from vyrai.reach._moves import No
from vyrai.reach.policy import Policy, few, policy
from vyrai.reach.problem import Held, Income, Place, Problem, Step

replace = msgspec.structs.replace
ANY_SEED = st.integers(0, 10**6)


def small(seed: int) -> Problem:
    """A few steps over two or three places, with refusals, windows, papers in hand."""
    dice = random.Random(seed)
    places = ["home", "transit", "there"] if dice.random() < 0.5 else ["home", "there"]
    papers = ["a", "b", "c"]
    steps: list[Step] = []

    def add(makes: str, needs: tuple[str, ...], place: str | None, refusable: float, **more: Any) -> None:
        least = dice.randrange(1, 30)
        steps.append(
            step(
                f"{makes}{len(steps)}",
                makes,
                (least, least + dice.randrange(20), least + 20 + dice.randrange(40)),
                place,
                needs,
                fee=dice.randrange(0, 400, 50),
                danger=dice.randrange(3),
                refused=round(dice.uniform(0.1, 0.6), 2) if dice.random() < refusable else 0.0,
                **more,
            )
        )

    for at, paper in enumerate(papers):
        for _ in range(dice.choice([1, 1, 2])):
            needs = tuple(one for one in papers[:at] if dice.random() < 0.4)
            add(paper, needs, dice.choice([None, "home", "home", *places]), 0.4)
    saves = seed % 3 == 0
    if saves:
        aside = Income(monthly=dice.randrange(50, 600, 50), only_at="home")
        steps.append(Step(id="aside", yields=("aside",), days=(0, 0, 0), income=aside, windows=((0, 0),)))
    for to in places[1:]:
        for _ in range(dice.choice([1, 2])):
            needs = tuple(one for one in papers if dice.random() < 0.4)
            add(f"at_{to}", (*needs, "aside") if saves else needs, None, 0.2, moves_to=to)
    for _ in range(dice.choice([1, 2])):
        needs = tuple(one for one in papers if dice.random() < 0.5)
        windows = ((dice.randrange(100), 200),) if dice.random() < 0.2 else ()
        add("safe", needs, dice.choice(["there", "there", None]), 0.8, windows=windows)
    return Problem(
        steps=tuple(steps),
        places=tuple(Place(id=place, monthly=dice.randrange(0, 600, 50)) for place in places),
        goals=("safe",),
        safe="safe",
        people=PEOPLE,
        savings=dice.randrange(500, 6000),
        reserve=dice.choice([0, 300]),
        horizon=dice.choice([120, 250, 540]),
        has=tuple(Held(paper=one, until=dice.choice([None, 40])) for one in papers if dice.random() < 0.2),
    )


@given(ANY_SEED)
def test_values_are_those_of_the_whole_tree(seed: int) -> None:
    problem = small(seed)
    brute = Brute(problem)
    if len(brute.moves) > 6:
        problem = replace(problem, steps=tuple(one for one in problem.steps if not one.id.startswith("a")))
        brute = Brute(problem)
    told = policy(problem)
    assert told.exact
    assert set(told.moves) == set(brute.moves)
    values = brute.start(problem.savings)
    assert {one.step: one.value for one in told.first} == pytest.approx(values, abs=6e-5)
    assert told.value == pytest.approx(max(values.values(), default=0), abs=6e-5)
    without = brute.start(problem.savings, react=False)
    assert told.without == pytest.approx(max(without.values(), default=0), abs=6e-5)
    assert told.gain >= 0


def with_noes(problem: Problem, seed: int) -> tuple[Problem, list[No]]:
    """The same, and of some refusals what they open: asking again, with or without a letter before it."""
    dice = random.Random(seed)
    asked = [one for one in problem.steps if one.refused]
    noes: list[No] = []
    added: list[Step] = []
    for one in dice.sample(asked, min(len(asked), 2)):
        again = replace(
            one,
            id=f"{one.id}-again",
            needs=(*one.needs, f"letter:{one.id}"),
            refused=round(dice.uniform(0.1, 0.6), 2),
            days=(7, 14, 28),
        )
        letter = step(f"letter-{one.id}", f"letter:{one.id}", (1, 5, 9), None, (f"no:{one.id}",), fee=50)
        letters: tuple[Step, ...] = (letter,)
        if dice.random() < 0.5:
            again, letters = replace(again, needs=(*one.needs, f"no:{one.id}")), ()
        within = dice.choice([None, 3, 20])
        of = frozenset({one.id} | {other.id for other in asked if dice.random() < 0.2})
        steps = frozenset(step.id for step in (again, *letters))
        noes.append(No(paper=f"no:{one.id}", of=of, within=within, steps=steps))
        added += [again, *letters]
    return replace(problem, steps=(*problem.steps, *added)), noes


def with_ends(problem: Problem, seed: int) -> dict[str, frozenset[str]]:
    """Of some steps others that nobody asks for any more once they are granted."""
    dice = random.Random(seed)
    ids = [step.id for step in problem.steps if step.refused]
    ends = {one: frozenset(other for other in ids if other != one and dice.random() < 0.5) for one in ids}
    return {one: over for one, over in ends.items() if dice.random() < 0.7}


@given(ANY_SEED)
def test_values_with_what_refusals_open_are_those_of_the_whole_tree(seed: int) -> None:
    problem = small(seed)
    problem = replace(problem, steps=tuple(one for one in problem.steps if not one.id.startswith("a")))
    problem, noes = with_noes(problem, seed)
    ends, shuts = with_ends(problem, seed + 1), with_ends(problem, seed + 2)
    brute = Brute(problem, noes, ends, shuts)
    told = policy(problem, noes=noes, ends=ends, shuts=shuts, most_moves=20)
    assert told.exact
    values = brute.start(problem.savings)
    assert {one.step: one.value for one in told.first} == pytest.approx(values, abs=6e-5)
    assert told.value == pytest.approx(max(values.values(), default=0), abs=6e-5)
    without = brute.start(problem.savings, react=False)
    assert told.without == pytest.approx(max(without.values(), default=0), abs=6e-5)


NEAR = replace(
    BY_WAY, has=(*BY_WAY.has, *(Held(paper=paper) for paper in ("passports", "police", "evidence")))
)
"""The same family with most papers in hand: eight moves."""


def fork(**changes: object) -> Problem:
    """Ask the ministry (quick, often refused) or the court (slow, sure), then the visa."""
    problem = Problem(
        steps=(
            step("ministry", "leave", (7, 14, 21), fee=50, refused=0.5),
            step("court", "leave", (70, 70, 70), fee=100, refused=0.1),
            step("photo", "photo", (1, 1, 1), fee=5),
            step("visa", "visa", (14, 14, 14), None, ("leave", "photo"), fee=20, refused=0.2),
            step("unrelated", "cup", (1, 1, 1), refused=0.5),
        ),
        places=(Place(id="home", monthly=0),),
        goals=("visa",),
        safe="visa",
        savings=1_000,
        people=PEOPLE,
    )
    return replace(problem, **changes)


def test_the_table_says_what_to_do_after_each_answer() -> None:
    told = policy(fork())
    assert told.exact
    assert told.moves == ("ministry", "court", "visa")
    assert told.value == pytest.approx((0.5 + 0.5 * 0.9) * 0.8)
    assert told.without == pytest.approx(0.9 * 0.8)  # The sure way, were a refusal the end.
    assert told.gain == pytest.approx(0.04)
    # Either first is as likely: the cheaper stands first.
    assert [(one.step, one.value, one.fee, one.days) for one in told.first] == [
        ("ministry", 0.76, 50, 14),
        ("court", 0.76, 100, 70),
    ]
    rows = {one.number: one for one in told.turns}
    read = [
        (one.after and rows[one.after].do, one.answer, one.week, one.do, one.prepare, one.value, one.safe)
        for one in told.turns
    ]
    assert read == [
        (None, None, 0, "ministry", (), 0.76, False),
        ("ministry", "granted", 2, "visa", ("photo",), 0.8, False),
        ("ministry", "refused", 2, "court", (), 0.72, False),
        ("visa", "granted", 4, None, (), 1.0, True),
        ("visa", "refused", 4, None, (), 0.0, False),
        ("court", "granted", 12, "visa", ("photo",), 0.8, False),
        ("court", "refused", 12, None, (), 0.0, False),
        ("visa", "granted", 14, None, (), 1.0, True),
        ("visa", "refused", 14, None, (), 0.0, False),
    ]


def test_refusals_are_followed_as_deep_as_asked() -> None:
    assert [one.answer for one in policy(fork(), depth=0).turns] == [None, "granted", "granted"]
    deep = policy(fork(), depth=9)
    assert sum(one.answer == "refused" for one in deep.turns) == 4
    assert (policy(fork(), depth=0).cut, policy(fork(), depth=1).cut, deep.cut) == (True, True, False)


def test_what_is_made_ready_is_told_in_the_order_in_which_it_is_done() -> None:
    steps = (
        step("a-cross", "at_there", (1, 1, 1), None, ("out",), moves_to="there", attends=0),
        step("b-out", "out", (1, 1, 1), "home", ("letter",), attends=0),
        step("c-letter", "letter", (1, 1, 1), None, (), attends=0),
        step("d-ask", "safe", (2, 2, 2), "there", (), refused=0.1),
    )
    places = (Place(id="home", monthly=0), Place(id="there", monthly=0))
    (first,) = policy(fork(steps=steps, places=places, safe="safe", goals=("safe",))).turns[:1]
    assert (first.do, first.prepare) == ("d-ask", ("c-letter", "b-out", "a-cross"))


def test_time_and_money_end_what_could_be_done() -> None:
    assert policy(fork(horizon=35)).value == pytest.approx(
        0.5 * 0.8
    )  # No time for the court after a refusal.
    assert policy(fork(savings=150)).gain == 0  # Money for one of them.
    assert policy(fork(), money=150).value == policy(fork(savings=150)).value
    none = policy(fork(savings=30))
    assert (none.value, none.without) == (0, 0)
    assert [one.do for one in none.turns] == [None]


def test_a_row_goes_by_the_least_days_where_the_likely_are_too_many() -> None:
    steps = (
        step("visa", "visa", (7, 70, 70), refused=0.2),
        step("spare", "visa", (7, 70, 70), fee=5, refused=0.3),
    )
    told = policy(fork(steps=steps, horizon=20))
    assert told.value == pytest.approx(0.25 * (0.8 + 0.2 * 0.25 * 0.7), abs=6e-5)
    assert [(one.answer, one.week) for one in told.turns][:3] == [(None, 0), ("granted", 1), ("refused", 1)]


def test_safety_that_nobody_can_make_and_safety_in_hand() -> None:
    lost = policy(fork(safe="cake"))
    assert (lost.value, lost.without, lost.first, lost.moves) == (0, 0, (), ())
    assert lost.exact
    had = policy(fork(has=(Held(paper="visa"),)))
    assert (had.value, had.without, [one.safe for one in had.turns]) == (1, 1, [True])


def test_what_nobody_knows_is_named() -> None:
    steps = tuple(replace(one, refused=None) if one.id == "visa" else one for one in fork().steps)
    told = policy(fork(steps=steps))
    assert told.unknown == ("visa",)
    assert told.value == pytest.approx(0.95)


@pytest.mark.dear
def test_of_plans_only_their_steps_and_other_ways_to_what_may_be_refused() -> None:
    plan = quickest(NEAR)
    used = {one.step for one in plan.steps}
    assert {"notary", "visa", "drive", "shelter", "status", "bank"} <= used
    assert set(policy(NEAR, [plan]).moves) == {
        "notary",
        "court",
        "visa",
        "drive",
        "shelter",
        "rent",
        "status",
    }
    assert len(policy(NEAR, [plan], most_moves=6).moves) == 6
    assert set(policy(NEAR, [plan], most_moves=5).moves) < used
    slow = replace(
        NEAR, steps=tuple(replace(one, refused=0.0) if one.id == "notary" else one for one in NEAR.steps)
    )
    assert "court" not in policy(slow, [plan]).moves  # What cannot be refused needs no other way.
    sold = replace(
        NEAR, steps=tuple(replace(one, gain=900) if one.id == "bank" else one for one in NEAR.steps)
    )
    assert policy(sold, [plan]) == policy(sold, [plan], money=NEAR.savings + 900)


def test_plans_are_taken_together_as_far_as_few_steps_are_decided_about() -> None:
    plan = quickest(NEAR)
    by_court = replace(
        plan,
        steps=tuple(replace(one, step="court") if one.step == "notary" else one for one in plan.steps),
    )
    assert few(NEAR, [plan, by_court, plan]) == [plan, by_court, plan]
    decided = len(policy(NEAR, [plan], most_moves=0).moves)
    assert few(NEAR, [plan, by_court, plan], decided) == [plan, plan]
    assert few(NEAR, [plan, by_court], 1) == [plan]


def test_of_plans_only_what_follows_their_refusals() -> None:
    steps = (
        *fork().steps,
        step("ministry-again", "leave", (7, 7, 7), None, ("no:ministry",), refused=0.5),
        step("cup-again", "cup", (7, 7, 7), None, ("no:unrelated",), refused=0.5),
    )
    noes = [
        No(f"no:{one}", frozenset({one}), None, frozenset({again}))
        for one, again in (("ministry", "ministry-again"), ("unrelated", "cup-again"))
    ]
    plan = quickest(fork())
    told = policy(fork(steps=steps), [plan], noes=noes, most_moves=3)
    # What waits for a no counts half: three moves and the court would be too many.
    assert told.moves == ("ministry", "visa", "ministry-again")
    assert told.exact
    assert told.value == pytest.approx(0.75 * 0.8)
    assert told.without == pytest.approx(0.5 * 0.8)
    # With three days for it it is asked for next, and the court after it.
    soon = [no._replace(within=3) for no in noes]
    assert policy(fork(steps=steps), [plan], noes=soon, most_moves=4).value == pytest.approx(0.975 * 0.8)


def test_what_has_to_be_asked_for_within_days_is_asked_for_in_these_days_and_next() -> None:
    """A letter takes twenty days; what is asked for first, before the other answer, comes too late."""
    steps = (
        step("ministry", "leave", (7, 7, 7), refused=0.5),
        step("letter", "letter", (7, 7, 7), refused=0.3),
        step("reasons", "reasons", (20, 20, 20), None, ("no:ministry",), attends=0),
        step("again", "leave", (7, 7, 7), None, ("reasons",), refused=0.2),
        step("visa", "visa", (7, 7, 7), None, ("leave", "letter")),
    )
    problem = fork(steps=steps, safe="visa", goals=("visa",))
    for within, value in ((19, 0.5 * 0.7), (20, 0.9 * 0.7), (None, 0.9 * 0.7)):
        no = No("no:ministry", frozenset({"ministry"}), within, frozenset({"reasons", "again"}))
        told = policy(problem, noes=[no])
        assert told.value == pytest.approx(value, abs=6e-5)
        brute = Brute(problem, [no]).start(problem.savings)
        assert {one.step: one.value for one in told.first} == pytest.approx(brute, abs=6e-5)


def test_of_what_waits_for_a_no_only_what_can_be_refused_is_looked_at() -> None:
    steps = (
        *fork().steps,
        step("ministry-again", "leave", (7, 7, 7), None, ("no:ministry",), refused=0.5),
        step("visa-again", "visa", (7, 7, 7), None, ("no:visa",), refused=0.5),
    )
    noes = [
        No(f"no:{one}", frozenset({one}), None, frozenset({f"{one}-again"})) for one in ("ministry", "visa")
    ]
    by_court = replace(
        quickest(fork()),
        steps=tuple(
            replace(one, step="court") if one.step == "ministry" else one for one in quickest(fork()).steps
        ),
    )
    told = policy(fork(steps=steps), [by_court], noes=noes, most_moves=3)
    assert told.moves == ("court", "visa", "visa-again"), "the ministry is not asked, so it says no to nobody"
    # Two that wait count as one: four moves are no more than three.
    both = policy(fork(steps=steps), [quickest(fork())], noes=noes, most_moves=3)
    assert both.moves == ("ministry", "visa", "ministry-again", "visa-again")
    assert both.exact
    assert both.value == pytest.approx(0.75 * (0.8 + 0.2 * 0.5))


def test_of_moves_as_likely_the_sooner_stands_first_and_the_last_behind_all() -> None:
    steps = (
        step("slow", "visa", (50, 50, 50), fee=5, refused=0.2),
        step("quick", "visa", (9, 9, 9), fee=50, refused=0.2),
        step("fallback", "visa", (1, 1, 1), fee=1, refused=0.2),
    )
    problem = fork(steps=steps, horizon=90)
    assert [one.step for one in policy(problem).first] == ["fallback", "quick", "slow"]
    for most in (12, 0):
        told = policy(problem, last=frozenset({"fallback"}), most_moves=most)
        assert told.turns[0].do == "quick"
    assert [one.step for one in policy(problem, last=frozenset({"fallback"})).first][-1] == "fallback"


def test_another_way_brings_what_it_needs() -> None:
    steps = (
        *fork().steps,
        step("appeal", "leave", (7, 7, 7), None, ("letter",), refused=0.1),
        step("slow_letter", "letter", (30, 30, 30), refused=0.2),
        step("letter", "letter", (3, 3, 3), refused=0.2),
    )
    problem = fork(steps=steps)
    plan = quickest(fork())
    assert {"ministry", "visa"} <= {one.step for one in plan.steps}
    assert policy(problem, [plan]).moves == ("ministry", "court", "visa", "appeal", "letter")


@pytest.mark.dear
def test_too_many_states_are_rolled_out_and_that_is_said() -> None:
    exact = policy(NEAR)
    rolled = policy(NEAR, most_nodes=100)
    few = policy(NEAR, most_moves=5)
    assert exact.exact
    assert not rolled.exact
    assert rolled == few
    assert rolled.value <= exact.value + 4 * 0.025  # The standard error of 400 answers is at most 0.025.
    assert rolled.value >= exact.value - 0.1
    assert {one.step for one in rolled.first} == {one.step for one in exact.first}
    assert rolled == policy(NEAR, most_nodes=100)
    assert rolled.turns[0].do == rolled.first[0].step
    assert any(one.answer == "refused" and one.do for one in rolled.turns)


@settings(max_examples=10)  # each rolls hundreds of lives
@given(ANY_SEED)
def test_a_rollout_of_a_small_problem_is_near_and_is_published_whole(seed: int) -> None:
    problem = small(seed)
    exact, rolled = policy(problem), policy(problem, most_moves=0)
    assert rolled.value <= exact.value + 5 * 0.025
    assert msgspec.json.decode(msgspec.json.encode(rolled), type=Policy) == rolled


def test_who_is_there_crosses_no_second_time() -> None:
    """Two journeys there: after the first is granted the second is no move any more."""
    problem = Problem(
        steps=(
            step("by_land", "at_there", (5, 5, 5), None, (), moves_to="there", refused=0.5),
            step("by_sea", "stamp", (9, 9, 9), None, (), moves_to="there", refused=0.5),
            step("ask", "safe", (2, 2, 2), "there", (), refused=0.1),
        ),
        places=(Place(id="home", monthly=0), Place(id="there", monthly=0)),
        goals=("safe",),
        safe="safe",
        people=PEOPLE,
        savings=1_000,
        horizon=120,
    )
    turns = {one.number: one for one in policy(problem).turns}
    landed = [
        one.do
        for one in turns.values()
        if one.answer == "granted" and one.after is not None and turns[one.after].do == "by_land"
    ]
    assert landed == ["ask"]
