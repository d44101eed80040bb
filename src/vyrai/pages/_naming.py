"""Codes of the atlas as the pages that ask nobody anything call them."""

from __future__ import annotations

from vyrai.words import N_

KINDS = {
    "visa-free": N_("Coming in without a visa"),
    "visa": N_("Visas"),
    "protection": N_("Protection"),
    "permit": N_("Permits to stay"),
    "citizenship": N_("Citizenship"),
    "recognition": N_("Recognition of the profession"),
    "travel-document": N_("Travel papers"),
    "leaving": N_("Leaving"),
}
DOORS = {
    "open": N_("open"),
    "narrow": N_("narrow"),
    "paused": N_("paused"),
    "closed": N_("closed"),
    "unknown": N_("unknown"),
}
SIGNS = {"open": "met", "narrow": "nar", "paused": "pau", "closed": "not", "unknown": "unk"}
"""The class of the chip of a door."""
MARKS = {"open": "open", "narrow": "narrow", "paused": "paused", "closed": "shut", "unknown": "unk"}
"""The class of a door in a picture."""
DEPTHS = {
    "deep": N_("read in depth"),
    "gates": N_("only the gates: how to come in, and little more"),
}
FILED = {
    "outside": N_("Filed from outside the country."),
    "inside": N_("Filed inside the country."),
    "either": N_("Filed inside or outside the country."),
}
ASKED_OF = {
    "person": N_("asked of each person"),
    "adult": N_("asked of each adult"),
    "child": N_("asked of each child"),
    "applicant": N_("asked of the one who applies"),
}
COMES = {
    "each": N_("Everybody must come in person."),
    "applicant": N_("The one who applies must come in person."),
    "adults": N_("Every adult must come in person."),
    "parent": N_("A parent must come in person."),
    "nobody": N_("Nobody has to come in person."),
}
COLUMNS = {
    "profession_wanted": N_("Is the profession wanted?"),
    "hired_before_licence": N_("Hired before the full licence?"),
    "language_level": N_("The language, and which level is asked"),
    "rent": N_("Rent of a home"),
    "pay": N_("Pay"),
    "school": N_("School"),
    "danger_there": N_("Danger in the country"),
    "danger_way": N_("Danger on the way"),
    "sent_back": N_("Being sent back"),
    "renew_papers": N_("Renewing papers there"),
}
HOLDS = {"yes": N_("yes"), "no": N_("no"), "limited": N_("in part"), "unknown": N_("unknown")}
HOLD_SIGNS = {"yes": "met", "no": "not", "limited": "nar", "unknown": "unk"}
PROBLEMS = {
    "rivals": N_("Sources say different things. They stand side by side, and a rule must hold for each."),
    "too_old": N_("It is too old to lean on: whatever rests on it is unknown."),
    "past": N_("Nothing that is in force on this day was found: what stands here is of another day."),
    "weak": N_("Only a weak source says so: it is shown, and never decides."),
    "old": N_("Its newest source is more than a year old."),
    "undated": N_("The source has no date. Shown is the day on which it was read."),
}
USES = {
    "requirement": N_("a condition rests on it"),
    "rule": N_("a condition reckons with it"),
    "door": N_("the door rests on it"),
    "fee": N_("a fee"),
    "refusal": N_("what follows a refusal"),
    "outcome": N_("what follows a decision"),
    "observed": N_("what was observed"),
    "contacts": N_("whom to ask"),
    "cites": N_("told beside it"),
    "right": N_("a right rests on it"),
    "lasts": N_("how long it lasts"),
    "step": N_("a step"),
    "danger": N_("a danger"),
    "column": N_("told of the country"),
    "closes": N_("what it closes elsewhere"),
    "binds": N_("what it binds to"),
    "event": N_("when it happened"),
    "document": N_("a paper rests on it"),
    "provision": N_("a support rests on it"),
    "seen": N_("what was observed"),
}
TURNS = {
    "opened": N_("Opened, or opened wider"),
    "narrowed": N_("Narrowed"),
    "closed": N_("Closed"),
    "unclear": N_("No longer known"),
    "changed": N_("Other conditions or figures"),
}
ASKED_NOW = {"asked": N_("Asked now"), "gone": N_("No longer asked"), "other_rule": N_("By another rule")}
