"""Six routes over generated households: ours with unknown and reasons, against zen-engine without either.

The peer is no dependency of Vyrai. Give it a Python of its own, once:

    python3 -m venv build/peers && build/peers/bin/pip install zen-engine
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, cpu, leave, line
from vyrai.rules import SURE, UNKNOWN, Env, Known, Signature, Type, condition, parse
from vyrai.rules.types import YESNO

PEER = ROOT / "build/peers/bin/python"
YES_NO = ("recognised", "dismissed", "arrested", "offer", "criminal", "disabled", "protected")
CODES = {
    "countries": ("aa", "bb", "cc", "dd", "ee", "ff"),
    "work": ("doctor", "nurse", "midwife", "dentist", "cook", "smith", "clerk", "driver"),
    "kin": ("none", "parent", "spouse", "cousin"),
    "heritage": ("none", "card", "descent", "name"),
}
PERSON = {
    "age": Type("number", "years"),
    "lang": Type("number", "points"),
    "days": Type("number", "days"),
    "passport_days": Type("number", "days"),
    "citizenship": Type("code", "countries"),
    "profession": Type("code", "work"),
    "relative": Type("code", "kin"),
    "heritage": Type("code", "heritage"),
    **dict.fromkeys(YES_NO, YESNO),
}
FAMILY = {
    "members": Type("list", "person"),
    "savings": Type("number", "XXA"),
    "income": Type("number", "XXA/month"),
    "insured": YESNO,
    "housing": YESNO,
}
FACTS = {
    "adult": ("years", 18),
    "window": ("days", 1096),
    "passport": ("days", 180),
    "job-language": ("points", 4),
    "card-language": ("points", 2),
    "each": ("XXA/person", 600),
    "base": ("XXA", 1000),
    "income": ("XXA/month", 900),
    "many": ("count", 3),
    "two": ("count", 2),
}
ADULT, CHILD = "m.age >= fact('adult')", "m.age < fact('adult')"
CLEAN = "not any(m.criminal for m in members)"
PASSPORTS = "all(m.passport_days >= fact('passport') for m in members)"
SAVINGS = "savings >= fact('each') * count(m for m in members) + fact('base')"
INCOME = "income >= fact('income')"
CITIZEN = "any(m.citizenship in ('aa', 'bb', 'cc') for m in members)"
ROUTES = (
    f"any({ADULT} and m.profession in ('doctor', 'nurse', 'midwife', 'dentist') and m.offer"
    f" and (m.recognised or m.lang >= fact('job-language')) for m in members) and {PASSPORTS} and {CLEAN}",
    f"{CITIZEN} and any(m.dismissed and m.days < fact('window') or m.arrested for m in members)"
    " and not any(m.protected for m in members)",
    f"{SAVINGS} and {PASSPORTS} and (insured or {INCOME})",
    f"any(m.relative in ('parent', 'spouse') for m in members) and (housing or {INCOME}) and {CLEAN}",
    f"any(m.heritage in ('card', 'descent') and m.lang >= fact('card-language') for m in members)"
    f" and {CITIZEN} and {CLEAN}",
    f"(count(m for m in members if {CHILD}) >= fact('many') or any({CHILD} and m.disabled for m in members))"
    f" and (housing or not {SAVINGS})"
    f" and (count(m for m in members if {ADULT}) >= fact('two')"
    f" or any({ADULT} and m.passport_days >= fact('passport') for m in members))",
)


def households(count: int, gaps: float, seed: int = 7) -> list[dict[str, Any]]:
    """Two adults and up to four children each; an answer is missing with a probability of `gaps`."""
    pick = random.Random(seed)
    shares = {
        "recognised": 0.3,
        "dismissed": 0.1,
        "arrested": 0.04,
        "offer": 0.2,
        "criminal": 0.02,
        "disabled": 0.06,
        "protected": 0.03,
    }

    def some(answers: dict[str, Any]) -> dict[str, Any]:
        return {name: None if pick.random() < gaps else value for name, value in answers.items()}

    made = []
    for _ in range(count):
        members = [
            some(
                {
                    "age": pick.randrange(18, 66) if place < 2 else pick.randrange(18),
                    "lang": pick.randrange(7),
                    "days": pick.randrange(3000),
                    "passport_days": pick.randrange(60, 3650),
                    "citizenship": pick.choice(CODES["countries"]),
                    "profession": pick.choice(CODES["work"]),
                    "relative": pick.choices(CODES["kin"], (85, 5, 5, 5))[0],
                    "heritage": pick.choices(CODES["heritage"], (85, 5, 5, 5))[0],
                    **{name: pick.random() < share for name, share in shares.items()},
                }
            )
            for place in range(2 + pick.randrange(5))
        ]
        root = {
            "savings": pick.randrange(15000),
            "income": pick.randrange(3000),
            "insured": pick.random() < 0.5,
            "housing": pick.random() < 0.4,
        }
        made.append({**some(root), "size": len(members), "ms": members})
    return made


def flat(household: dict[str, Any]) -> tuple[dict[str, Any], dict[str, tuple[str, ...]]]:
    """Answers by item key and lists, as `vyrai.family` gives them."""
    prefixes = tuple(f"members/{place}" for place in range(household["size"]))
    rows = [("family", household), *zip(prefixes, household["ms"], strict=True)]
    known = {
        f"{prefix}.{name}": ((value, value),) if type(value) is int else (value,)
        for prefix, row in rows
        for name, value in row.items()
        if value is not None and name not in ("ms", "size")
    }
    return {**known, "members": (True,)}, {"members": prefixes}


def ours() -> Any:
    """The six routes, ready to decide: a function from flat answers to bits and reasons."""
    facts = {f"fact:{name}": ((value, value),) for name, (_, value) in FACTS.items()}
    names = Signature(
        {"family": FAMILY, "person": PERSON},
        CODES,
        {name: Type("number", unit) for name, (unit, _) in FACTS.items()},
    )
    rules = [condition(parse(text, names)) for text in ROUTES]

    def decide(known: dict[str, Any], lists: dict[str, tuple[str, ...]]) -> list[tuple[int, tuple[str, ...]]]:
        env = Env(Known(known, facts.get), lists, 1)
        env.remember()
        return [rule(env) for rule in rules]

    return decide


def compared(count: int, gaps: float) -> tuple[float, dict[str, float]]:
    """CPU seconds a household, ours and theirs, after holding all answers against each other."""
    made, decide = households(count, gaps), ours()
    inputs = [flat(one) for one in made]
    peer = subprocess.run(
        [PEER, ROOT / "benchmarks/peer_zen.py"],
        input=json.dumps(made),
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = json.loads(peer.stdout)
    settled = early = 0
    for known, answers in zip(inputs, theirs["answers"], strict=True):
        for (bits, _), answer in zip(decide(*known), answers, strict=True):
            if bits == UNKNOWN:
                early += 1
            else:
                settled += 1
                assert (bits == SURE) == answer, "the same household, two answers"
    print(f"gaps {gaps:.0%}: {settled} settled answers are the same; {early} are open here and settled there")
    spent = cpu(lambda: [decide(*known) for known in inputs])
    return spent / count, {name: seconds / count for name, seconds in theirs["spent"].items()}


def main() -> None:
    if not PEER.exists():
        print(
            "zen-engine is not installed, so nothing is compared:",
            (__doc__ or "").strip().splitlines()[-1].strip(),
        )
        return
    good = []
    for gaps in (0.0, 0.1, 0.3):
        spent, peer = compared(1000, gaps)
        good.append(line(f"a household, 6 routes, gaps {gaps:.0%}, zen graph", spent, peer["graph"]))
        line(
            f"a household, 6 routes, gaps {gaps:.0%}, zen bare expressions", spent, peer["bare"], judged=False
        )
    leave(good)


if __name__ == "__main__":
    main()
