"""Codes as this face says them: shorter than `vyrai.words` does, or as headings."""

from __future__ import annotations

from vyrai.words import N_

WAYS = {"open": N_("Open"), "perhaps": N_("Perhaps"), "closed": N_("Closed")}
MEANT = {
    "open": N_("by your answers and the sources, all of you can go this way today."),
    "perhaps": N_("something is not known yet, or it is not open to all. No promise."),
    "closed": N_("today something surely stands in the way."),
}
HANGS = {
    "you": N_("your answers decide"),
    "person": N_("somebody decides"),
    "sources": N_("sources are silent"),
}
KEPT = {
    "you": N_(
        "On the way shown nothing else is unknown. "
        "Whether you may leave, and how safe it is there, is told apart."
    ),
    "person": N_("Whatever you answer, somebody still decides, or the door takes only some."),
    "sources": N_("Nobody that we found writes whether the door is open, or what is asked."),
}
COLUMNS = {
    "weeks_to_work": N_("Weeks to any lawful work"),
    "weeks_to_profession": N_("Weeks to your own profession"),
    "money": N_("Money left or short"),
    "school": N_("School"),
}
SIGNS = {"open": "met", "perhaps": "unk", "closed": "not", "met": "met", "unknown": "unk", "not met": "not"}
KINDS = {
    "law": N_("law"),
    "official": N_("official"),
    "igo": N_("international"),
    "ngo": N_("NGO"),
    "media": N_("media"),
    "peer": N_("peer"),
}
