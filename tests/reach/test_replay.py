"""The checker takes what keeps every rule, and tells which one is broken, on which day and at which step."""

from __future__ import annotations

import ast
import copy
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.reach.drawn import problems
from tests.reach.faults import SEEDS, TOLD, Told, read, reasons
from tests.reach.formulas import broken
from tests.replayed import published, replayed
from tools import replay
from vyrai.reach import Front, Problem, Search, load

ROOT = Path(__file__).parents[2]
SMALL = sorted((ROOT / "benchmarks/plans").glob("small-*.json"))


def test_the_plan_that_is_spoilt_keeps_every_rule() -> None:
    assert Told().reasons() == []


@pytest.mark.parametrize("name", SEEDS)
def test_a_fault_is_told_and_nothing_else(name: str) -> None:
    told = Told()
    SEEDS[name](told)
    assert told.reasons() == [read("reasons.json")[name]]


def test_there_are_enough_faults_of_every_rule() -> None:
    """Each rule that the checker knows by name is broken by some fault."""
    assert len(SEEDS) >= 30
    tree = ast.parse((ROOT / "tools/replay.py").read_text(encoding="utf-8"))
    names = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("self.say", "Unreadable")
        and isinstance(node.args[0], ast.Constant)
    }
    told = {reason.rsplit(" [", 1)[1].removesuffix("]") for reason in read("reasons.json").values()}
    assert len(names) > 25
    assert names <= told


# ---------------------------------------------------------------------- what is good
@pytest.mark.parametrize("file", SMALL, ids=lambda file: file.name)
def test_what_is_found_is_good(file: Path) -> None:
    """The search is watched (conftest.py); read again as anybody would read it."""
    problem = load(file.read_text(encoding="utf-8"), file.name)
    front = Search(problem).front(("weeks", "money"))
    assert front.plans
    for plan in front.plans:
        assert reasons(published(problem), published(plan)) == []


@given(problems())
def test_what_is_found_for_any_problem_is_good(drawn: dict[str, Any]) -> None:
    problem = load(json.dumps(drawn))
    front = Search(problem, seconds=5).front()
    for plan in front.plans:
        assert reasons(drawn, published(plan)) == []
        assert broken(problem, plan) == set()


@given(problems(), st.data())
def test_living_through_a_plan_agrees_with_the_formulas(drawn: dict[str, Any], data: st.DataObject) -> None:
    problem = load(json.dumps(drawn))
    found = Search(problem, seconds=5).optimum("weeks").plans
    if not found:
        return
    plan = published(found[0])
    for placed in data.draw(st.lists(st.sampled_from(plan["steps"]), min_size=1, max_size=3)):
        days = data.draw(st.integers(-9, 40))
        placed["start"] += days
        placed["end"] += days
    # The replay ends on the last day: what would begin behind it is late, and nothing more is said of it.
    assume(all(placed["start"] <= problem.horizon for placed in plan["steps"]))
    faults = [fault for each in replay.replay(drawn, plan) for fault in each]
    rules = {fault.rule for fault in faults if not fault.rule.startswith(("comes_to", "bucketed"))}
    assert rules == broken(problem, msgspec.convert(plan, type(found[0])))


# ---------------------------------------------------------------------- fronts
def front_of(*plans: Any, **keys: Any) -> Any:
    return {"plans": list(plans), "by": ["weeks", "money"], "proven": True} | keys


def test_a_plan_that_another_beats_is_no_part_of_a_front() -> None:
    told = Told()
    assert reasons(told.problem, front_of(told.plan)) == []
    assert reasons(told.problem, front_of(told.plan, told.plan)) == [
        "the whole: plan 1 is in nothing better than plan 2 [beaten]",
        "the whole: plan 2 is in nothing better than plan 1 [beaten]",
    ]


@pytest.mark.parametrize("by", [[], ["luck"]])
def test_a_front_is_over_some_objectives(by: list[str]) -> None:
    told = Told()
    assert reasons(told.problem, front_of(told.plan, by=by)) == [
        "the whole: front.by: some of weeks, money, chance, danger, quality are wanted here [wrong value]"
    ]


def test_an_empty_front_is_good() -> None:
    assert reasons(Told().problem, front_of()) == []


def test_a_plan_that_is_no_plan_is_told() -> None:
    assert reasons(Told().problem, []) == ["the whole: plan: keys with values are wanted here [wrong value]"]


# ---------------------------------------------------------------------- the problem itself
SPOILT: list[tuple[Callable[[Told], Any], str]] = [
    (lambda told: told.problem.update(luck=1), "problem: there is no key 'luck' here"),
    (lambda told: told.problem.pop("safe"), "problem: the key 'safe' is missing"),
    (lambda told: told.problem.update(format=2), "problem.format: 1, the only format there is,"),
    (lambda told: told.problem.update(month=0), "problem.month: a whole number, 1 or more,"),
    (lambda told: told.step("visa").update(refused=1.5), "problem.steps[2].refused: a share from 0 to 1"),
    (lambda told: told.step("visa").update(days=[1, 2]), "problem.steps[2].days: a list of 3"),
    (lambda told: told.step("visa").update(fee=-1), "problem.steps[2].fee: a whole number, 0 or more,"),
    (lambda told: told.step("visa").update(extra=1), "problem.steps[2].extra: true or false"),
    (lambda told: told.step("visa").update(place="hut"), "problem.steps[2]: there is no place 'hut'"),
    (lambda told: told.step("bus").update(moves_to="home"), "problem.steps[5].moves_to: nobody moves home"),
    (lambda told: told.step("bus").update(id="visa"), "problem.steps: two steps have one id"),
    (lambda told: told.problem.update(places=[]), "problem.places: home, one on the way or not, the destin"),
]


@pytest.mark.parametrize(("spoil", "said"), SPOILT, ids=[said for _, said in SPOILT])
def test_a_problem_that_cannot_be_read_is_no_fault_of_the_plan(
    spoil: Callable[[Told], Any], said: str
) -> None:
    told = Told()
    spoil(told)
    with pytest.raises(replay.Unreadable) as error:
        told.reasons()
    assert str(error.value).startswith(said)


def test_what_is_left_out_has_its_default() -> None:
    """The defaults of the checker are written from the page, those of the records stand in the records."""
    least: dict[str, Any] = {
        "steps": [{"id": "go", "yields": ["there"], "days": [1, 1, 1], "income": {"monthly": 1}}],
        "places": [{"id": "home", "monthly": 1}, {"id": "there", "monthly": 1}],
        "goals": ["there"],
        "safe": "there",
        "savings": 1,
    }
    ours = msgspec.to_builtins(msgspec.convert(least, Problem))
    theirs = replay.read_problem(copy.deepcopy(least))
    assert msgspec.convert(theirs, Problem) == msgspec.convert(ours, Problem)


def test_a_step_that_nobody_knows_to_be_refused_costs_no_chance() -> None:
    assert [replay.chance(share) for share in (None, 0, 0.5, 1)] == [0, 0, 6931, 1_000_000]


# ---------------------------------------------------------------------- the command
def said(capsys: pytest.CaptureFixture[str], *words: Path | str) -> tuple[int, str, str]:
    code = replay.main([str(word) for word in words])
    answer = capsys.readouterr()
    return code, answer.out, answer.err


def test_the_command_takes_a_good_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, TOLD / "problem.json", TOLD / "plan.json") == (0, "every rule holds\n", "")


def test_the_command_tells_what_is_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = Told()
    told.plan["comes_to"]["money"] = 1
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(told.plan), encoding="utf-8")
    reason = "comes_to.money says 1, and the replay gives 370"
    assert said(capsys, TOLD / "problem.json", file) == (
        1,
        f"the whole: {reason} [comes_to money]\nrules broken: 1\n",
        "",
    )
    code, out, _ = said(capsys, "--json", TOLD / "problem.json", file)
    assert code == 1
    fault = {"rule": "comes_to money", "day": None, "step": None, "text": reason}
    assert json.loads(out) == {"good": False, "faults": [[fault]]}


def test_the_command_tells_which_plan_of_a_front(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told, other = Told(), Told()
    other.move("school", 51)
    other.comes_to("weeks", 77, 4)
    file = tmp_path / "front.json"
    file.write_text(json.dumps(front_of(told.plan, other.plan)), encoding="utf-8")
    code, out, _ = said(capsys, TOLD / "problem.json", file)
    assert code == 1
    assert out.splitlines() == [
        "plan 2, day 51, step school: it may start only within days [[40, 50], [80, 190]] [window]",
        "plan 2, the whole: bucketed.weeks says 4, and the replay gives 5 [bucketed weeks]",
        "the whole: plan 1 is in nothing better than plan 2 [beaten]",
        "rules broken: 3",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "Expecting property name"),
        ('{"steps": [], "steps": []}', "a key is written twice"),
        ("[]", "problem: keys with values are wanted here"),
    ],
)
def test_the_command_says_what_it_cannot_read(
    text: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "problem.json"
    file.write_text(text, encoding="utf-8")
    code, out, err = said(capsys, file, TOLD / "plan.json")
    assert (code, out) == (2, "")
    assert err.startswith(reason)


def test_the_command_wants_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, TOLD / "plan.json")[0] == 2
    assert said(capsys, TOLD / "problem.json", tmp_path / "none.json")[0] == 2


# ---------------------------------------------------------------------- independence
def test_the_checker_is_short_and_knows_nothing_of_the_program() -> None:
    text = (ROOT / "tools/replay.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    imported = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    assert imported <= sys.stdlib_module_names


def test_a_plan_that_a_search_invents_does_not_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """The watch over every search of these tests is awake."""
    problem = msgspec.convert(Told().problem, Problem)
    plan = Told().plan
    plan["steps"][0]["end"] += 1
    front = msgspec.convert(front_of(plan), Front)
    assert replayed(problem, front) == [
        "day 0, step photo: 2 days from then end on day 2 [duration]",
    ]
    monkeypatch.setattr(
        Search, "_run", lambda self, worse, add, order, whole: add((0,) * 5, front.plans[0]) or True
    )
    with pytest.raises(AssertionError, match="the checker refuses a plan that was found"):
        Search(problem).optimum("weeks")


@given(problems())
def test_the_front_holds_what_is_best_in_each_objective(drawn: dict[str, Any]) -> None:
    search = Search(load(json.dumps(drawn)), seconds=5)
    front = search.front()
    assume(front.proven)
    for objective, best in search.optima().items():
        assume(best.proven)
        assert bool(best.plans) == bool(front.plans)
        least = min((plan.bucketed[objective] for plan in front.plans), default=None)
        assert [plan.bucketed[objective] for plan in best.plans] == ([] if least is None else [least])
