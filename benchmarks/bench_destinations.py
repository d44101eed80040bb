"""Plans of the invented family into every destination, told whole.

Searched, lived through, mended, with what is left after each refusal and what to do first. Each country is
measured by itself, beside the loop that says how fast the machine is then, and the times are added up: in the
seconds that all of them take the speed of a shared machine changes.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, as_a_command, fair, leave, within
from vyrai.choose import destinations, form_of, planning
from vyrai.family import load
from vyrai.law import Law
from vyrai.world import load_atlas

ON, LIMIT = date(2026, 11, 20), 5.0


def main() -> None:
    as_a_command()
    law = Law(load_atlas(ROOT / "atlas"))
    case = load(ROOT / "examples/paediatrician-2026.yaml", form_of(law.atlas))
    lands = destinations(law, case)
    each = [fair(partial(planning, law, case, land, ON), 3) for land in lands]
    measured, corrected = map(sum, zip(*each, strict=True))
    leave([within(f"plans into each of {len(lands)} destinations", (measured, corrected), LIMIT)])


if __name__ == "__main__":
    main()
