"""The peer's half of bench_peer.py, run by the peer's own Python: households in, answers and CPU time out.

The same six routes in its language. It has no unknown: a comparison with an answer that is missing counts as
not met.
"""

from __future__ import annotations

import json
import statistics
import sys
import time

ADULT, CHILD = "(#.age != null and #.age >= 18)", "(#.age != null and #.age < 18)"
CLEAN = "not some(ms, #.criminal == true)"
PASSPORTS = "all(ms, #.passport_days != null and #.passport_days >= 180)"
SAVINGS = "(savings != null and savings >= 600 * size + 1000)"
INCOME = "(income != null and income >= 900)"
CITIZEN = "some(ms, #.citizenship in ['aa', 'bb', 'cc'])"
WORKER = (
    f"some(ms, {ADULT} and #.profession in ['doctor', 'nurse', 'midwife', 'dentist'] and #.offer == true"
    " and (#.recognised == true or (#.lang != null and #.lang >= 4)))"
)
THREATENED = "some(ms, (#.dismissed == true and #.days != null and #.days < 1096) or #.arrested == true)"
ROUTES = {
    "work": f"{WORKER} and {PASSPORTS} and {CLEAN}",
    "humanitarian": f"{CITIZEN} and {THREATENED} and not some(ms, #.protected == true)",
    "visitor": f"{SAVINGS} and {PASSPORTS} and (insured == true or {INCOME})",
    "family": f"some(ms, #.relative in ['parent', 'spouse']) and (housing == true or {INCOME}) and {CLEAN}",
    "heritage": (
        "some(ms, #.heritage in ['card', 'descent'] and #.lang != null and #.lang >= 2)"
        f" and {CITIZEN} and {CLEAN}"
    ),
    "benefit": (
        f"(count(ms, {CHILD}) >= 3 or some(ms, {CHILD} and #.disabled == true))"
        f" and (housing == true or not {SAVINGS}) and (count(ms, {ADULT}) >= 2"
        f" or some(ms, {ADULT} and #.passport_days != null and #.passport_days >= 180))"
    ),
}


def graph() -> str:
    """One decision of an input, the six expressions and an output."""
    nodes = [
        {"id": "i", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}, "content": {}},
        {
            "id": "x",
            "type": "expressionNode",
            "name": "x",
            "position": {"x": 1, "y": 0},
            "content": {
                "expressions": [{"id": key, "key": key, "value": text} for key, text in ROUTES.items()]
            },
        },
        {"id": "o", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}, "content": {}},
    ]
    edges = [
        {"id": "a", "sourceId": "i", "targetId": "x", "type": "edge"},
        {"id": "b", "sourceId": "x", "targetId": "o", "type": "edge"},
    ]
    return json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})


def main() -> None:
    import zen  # type: ignore[import-not-found]  # only in its own venv

    households = json.load(sys.stdin)
    decision = zen.ZenEngine().create_decision(graph())
    bare = [zen.compile_expression(text) for text in ROUTES.values()]
    spent: dict[str, list[float]] = {"graph": [], "bare": []}
    answers: list[list[bool]] = []
    for _ in range(7):
        start = time.process_time()
        results = [decision.evaluate(household)["result"] for household in households]
        spent["graph"].append(time.process_time() - start)
        start = time.process_time()
        plain = [[one.evaluate(household) for one in bare] for household in households]
        spent["bare"].append(time.process_time() - start)
        answers = [[bool(result[key]) for key in ROUTES] for result in results]
        assert answers == [[bool(one) for one in row] for row in plain]
    json.dump(
        {"answers": answers, "spent": {name: statistics.median(times) for name, times in spent.items()}},
        sys.stdout,
    )


if __name__ == "__main__":
    main()
