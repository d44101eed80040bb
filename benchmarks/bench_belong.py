"""What opens for whom: one child on one way, all members on it, every country that says what it offers."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, as_a_command, fair, leave, within
from vyrai.belong import belong, child_scores
from vyrai.choose import abreast, belongs, form_of, leading
from vyrai.family import flatten, load
from vyrai.law import Chains, Law, timeline
from vyrai.world import World, load_atlas

ON = date(2026, 11, 20)
CHILD, EVERYWHERE, BESIDE = 0.02, 0.5, 0.5


def main() -> None:
    as_a_command()
    law = Law(load_atlas(ROOT / "atlas"))
    case = load(ROOT / "examples/paediatrician-2026.yaml", form_of(law.atlas))
    family, world = law.family(flatten(case)), World(law.atlas, ON)
    lands = [
        one.id for one in law.atlas.countries if leading(law, one.id) and law.atlas.provisions_of(one.id)
    ]
    most = max(lands, key=lambda code: len(law.atlas.provisions_of(code)))
    lines = {
        code: [timeline(law, world, chain) for chain in Chains(law, family, world, code).rows()]
        for code in lands
    }
    good = [
        within(
            f"one child, one way, {len(law.atlas.provisions_of(most))} provisions",
            fair(lambda: child_scores(law, family, world, lines[most][0], most)),
            CHILD,
        ),
        within(
            "all members, one way, with gaps and the years",
            fair(lambda: belong(law, family, world, lines[most][0], most)),
            CHILD,
        ),
        within(
            f"the best way into each of {len(lands)} countries, decided too",
            fair(lambda: [belongs(law, case, code, ON) for code in lands], 3),
            EVERYWHERE,
        ),
        within(
            "all ways into one country and twelve months of arrival",
            fair(lambda: abreast(law, case, most, ON), 3),
            BESIDE,
        ),
    ]
    leave(good)


if __name__ == "__main__":
    main()
