"""Red lines of a family that take support out of the reckoning: a setting in which no child shall be."""

from __future__ import annotations

from collections.abc import Mapping

from vyrai.law import Family, Law
from vyrai.world import Provision


def settings_shut(law: Law, family: Family) -> dict[str, str]:
    """By setting the red line that it crosses, as far as the atlas says that it does."""
    listed = law.atlas.codes.get("wishes")
    lines = {} if listed is None else listed.codes
    settings = law.atlas.codes.get("settings")
    known = () if settings is None else settings.codes
    drawn = (family.known.get(f"{prefix}.wish") for prefix in family.lists.get("red_lines", ()))
    codes = [str(one[0]) for one in drawn if one is not None]
    broken = {str(lines.get(code, {}).get("breaks", "")): code for code in codes}
    return {setting: code for setting, code in broken.items() if setting in known}


def against(law: Law, shut: Mapping[str, str], provision: Provision) -> str | None:
    """The red line that a provision crosses: by itself, or by what must have come before it."""
    code = None if provision.setting is None else shut.get(provision.setting)
    before = (against(law, shut, law.atlas.provision(one)) for one in provision.after)
    return code or next((one for one in before if one is not None), None)
