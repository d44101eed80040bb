"""Codes as this face says them: shorter than `vyrai.words` does, or as headings."""

from __future__ import annotations

from vyrai.words import N_

WAYS = {"open": N_("Open"), "perhaps": N_("Perhaps"), "closed": N_("Closed")}
GROUPS = {
    "open": N_("Open, as far as the sources reach"),
    "perhaps": N_("Perhaps"),
    "closed": N_("Closed today"),
}
SIGNS = {"open": "met", "perhaps": "unk", "closed": "not", "met": "met", "unknown": "unk", "not met": "not"}
VERDICTS = {
    "met": N_("conditions met"),
    "not met": N_("conditions not met"),
    "unknown": N_("conditions unknown"),
}
DOORS = {
    "open": N_("door open"),
    "narrow": N_("door narrow: open for some"),
    "paused": N_("door paused: papers taken, nothing decided"),
    "closed": N_("door closed"),
    "unknown": N_("door unknown"),
}
DOORS_SHORT = {
    "open": N_("open"),
    "narrow": N_("narrow"),
    "paused": N_("paused"),
    "closed": N_("closed"),
    "unknown": N_("unknown"),
}
KINDS = {
    "law": N_("law"),
    "official": N_("official"),
    "igo": N_("international"),
    "ngo": N_("NGO"),
    "media": N_("media"),
    "peer": N_("peer"),
}
METRICS = {
    "safety": N_("weeks to safety"),
    "work": N_("weeks to lawful work"),
    "profession": N_("weeks to your own profession"),
    "money": N_("money spare or short"),
}
