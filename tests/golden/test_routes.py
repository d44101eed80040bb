"""Every route on its table of cases: base family, changed answers, day, expected verdict, door, reasons."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from vyrai.choose import form_of
from vyrai.family import Case, flatten, load
from vyrai.law import Law
from vyrai.world import World, load_atlas

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TABLES = sorted(HERE.glob("routes/*/*.yaml"))


@cache
def law() -> Law:
    return Law(load_atlas(ROOT / "atlas"))


@cache
def base(name: str) -> Case:
    return load(ROOT / name, form_of(law().atlas))


def plain(value: Any) -> Any:
    """Dates as they are written: a case takes text."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def rows() -> list[Any]:
    reader = YAML(typ="safe")
    found = []
    for path in TABLES:
        table = reader.load(path)
        for case in table["cases"]:
            name = f"{path.parent.name}/{path.stem}: {case['case']}"
            found.append(pytest.param(table, case, id=name))
    return found


@pytest.mark.parametrize(("table", "case"), rows())
def test_case(table: dict[str, Any], case: dict[str, Any]) -> None:
    family = base(case.get("base", table["base"])).with_answers(plain(case.get("change") or {}), loose=True)
    on = date.fromisoformat(str(case["on"]))
    answers = flatten(family)
    verdict = law().decide(law().atlas.route(table["route"]), law().family(answers), World(law().atlas, on))
    assert verdict.word == case["verdict"], (verdict.open, [one.requirement for one in verdict.blockers])
    if "door" in case:
        door = verdict.door
        assert ("unknown" if door.why else "/".join(door.states)) == case["door"]
    named = (
        set(verdict.support) | set(verdict.open) | {item for one in verdict.findings for item in one.items}
    )
    said = {one.requirement for one in verdict.findings}
    for key in named:
        label = key.partition(":")[2] if ":" in key else answers.labels[key].casefold()
        said |= {key, label, f"members.{label}", key.partition("/")[0], key.rpartition(".")[2]}
    for item in case.get("because") or ():
        assert str(item).casefold() in said, (item, sorted(said))
