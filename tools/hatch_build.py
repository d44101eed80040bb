"""What the wheel carries beside the source: the compiled atlas and the compiled gettext catalogues.

In a checkout only the catalogues are compiled, in place: there the atlas is compiled when it is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"


def build_catalogues(out: Path) -> list[Path]:
    """Compile each `vyrai.po` to `vyrai.mo` at the same place below `out`; say which were made."""
    made = []
    for po in sorted(SRC.glob("vyrai/words/locale/*/LC_MESSAGES/vyrai.po")):
        mo = (out / po.relative_to(SRC)).with_suffix(".mo")
        mo.parent.mkdir(parents=True, exist_ok=True)
        with po.open("rb") as source, mo.open("wb") as target:
            write_mo(target, read_po(source, locale=po.parts[-3], abort_invalid=True))
        made.append(mo)
    return made


def build_atlas(out: Path) -> list[Path]:
    """Compile the atlas to the one JSON file that an installed Vyrai reads."""
    sys.path.insert(0, str(SRC))
    if not (SRC / "vyrai/world/__init__.py").exists():
        return []
    world = import_module("vyrai.world")
    target = out / "vyrai/world/_data/atlas.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        world.build(ROOT / "atlas", target)
    except world.AtlasError as error:
        raise SystemExit(f"The wheel was not built, because the atlas has mistakes:\n{error}") from None
    return [target]


class DataHook(BuildHookInterface[Any]):
    """Give hatchling the generated files without leaving any of them in the source tree."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in place for an editable install, into build/ for a wheel."""
        if version == "editable":
            build_catalogues(SRC)
            return
        out = ROOT / "build/data"
        made = build_catalogues(out) + build_atlas(out)
        build_data["force_include"].update({str(file): str(file.relative_to(out)) for file in made})
