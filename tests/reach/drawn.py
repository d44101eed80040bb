"""Problems by chance, a few steps each: every kind of rule occurs, many have plans, some have none."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

PEOPLE = ("stork", "wren")
Draw = Any


def _step(
    draw: Draw, name: str, makes: list[str], papers: list[str], places: list[str | None]
) -> dict[str, Any]:
    likely = draw(st.integers(0, 20))
    step: dict[str, Any] = {"id": name, "yields": makes, "days": [min(likely, 1), likely, likely + 9]}
    step["needs"] = draw(st.lists(st.sampled_from(papers), max_size=2, unique=True)) if papers else []
    if draw(st.booleans()):
        who = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
        step["attends"] = {"days": draw(st.integers(0, min(likely, 6))), "who": who}
    step["place"] = draw(st.sampled_from(places))
    step["fee"] = draw(st.sampled_from((0, 0, 90, 300)))
    step["gain"] = draw(st.sampled_from((0, 0, 0, 200)))
    step["valid"] = draw(st.sampled_from((None, None, 0, 5, 40)))
    step["refused"] = draw(st.sampled_from((0, None, 0.25, 1)))
    step["danger"], step["quality"] = draw(st.integers(0, 2)), draw(st.integers(-2, 4))
    step["extra"] = draw(st.sampled_from((False, False, True)))
    if draw(st.integers(0, 3)) == 0:
        first = draw(st.integers(0, 70))
        step["windows"] = [[first, first + draw(st.integers(0, 9))], [first + 20, first + 40]]
    if draw(st.integers(0, 3)) == 0:
        only = draw(st.sampled_from((None, "home", "there")))
        step["income"] = {"monthly": 150, "after": draw(st.sampled_from((0, 30))), "only_at": only}
        step["income"]["months"] = draw(st.sampled_from((None, None, 1, 2)))
        step["locked"] = draw(st.sampled_from((0, 150, 400)))
    return step


@st.composite
def problems(draw: Draw) -> dict[str, Any]:
    """A problem as it is published; ways to a paper lead over papers drawn before it, so there is no ring."""
    way = draw(st.booleans())
    papers = ["passport"]
    steps = []
    for number in range(draw(st.integers(1, 3))):
        for letter in "ab"[: draw(st.integers(1, 2))]:
            steps.append(_step(draw, f"p{number}{letter}", [f"p{number}"], papers, [None, "home"]))
        papers = [*papers, f"p{number}"]
    if way:
        steps.append(_step(draw, "bus", ["out"], papers, [None]) | {"moves_to": "way"})
        steps.append(_step(draw, "stamp", ["stamp"], papers, ["way"]))
        papers = [*papers, "stamp"]
    for letter in "ab"[: draw(st.integers(1, 2))]:
        steps.append(_step(draw, f"go{letter}", ["arrived"], papers, [None]) | {"moves_to": "there"})
    papers = [*papers, "arrived"]
    for goal in ("status", "school"):
        for letter in "ab"[: draw(st.integers(1, 2))]:
            steps.append(_step(draw, f"{goal}-{letter}", [goal], papers, [None, "home", "there", "there"]))
    return {
        "steps": steps,
        "people": list(PEOPLE),
        "places": [
            {"id": "home", "monthly": 100, "danger_every": draw(st.sampled_from((0, 7)))},
            *([{"id": "way", "monthly": 150}] if way else []),
            {"id": "there", "monthly": 200},
        ],
        "has": [{"paper": "passport", "until": draw(st.sampled_from((None, 0, 25)))}],
        "sole": draw(st.lists(st.sampled_from(papers), max_size=2, unique=True)),
        "goals": ["status", "school"],
        "safe": "status",
        "care": draw(st.sampled_from((None, {"paper": "school", "every": 7}))),
        "quality_from": 10,
        "savings": draw(st.sampled_from((500, 1200, 9000))),
        "reserve": draw(st.sampled_from((0, 100))),
        "horizon": draw(st.sampled_from((75, 120))),
    }
