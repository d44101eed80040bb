"""Places that nobody has modelled: a hint after the answer, marked as what it is."""

from __future__ import annotations

import msgspec

from vyrai.choose.model import Elsewhere, Place
from vyrai.cli._paper import Paper
from vyrai.words import N_, Words

_ASKS = {
    "visa_free": N_("Without a visa"),
    "on_arrival": N_("Visa on arrival"),
    "eta": N_("Electronic permit"),
    "e_visa": N_("Electronic visa"),
}


def elsewhere(paper: Paper, found: Elsewhere | msgspec.UnsetType, w: Words) -> None:
    """The heading, what the list says nothing of, and the places by what is asked."""
    if found is msgspec.UNSET:
        return
    paper.heading(w("PLACES THAT NOBODY HAS MODELLED"))
    paper.para(w.text(found.note), style="bold")
    if found.unknown:
        paper.para(w("unknown: the passport of {who} is not known", who=w.list(found.unknown)))
    elif found.without:
        paper.para(w("none: {who} holds no valid passport", who=w.list(found.without)))
    elif not found.places:
        paper.para(w("nothing was found"))
    elif found.last_seen is None:
        paper.para(w("What was asked of your passports, as seen on that day:"))
    else:
        paper.para(
            w("What was asked of your passports, as last seen on {date}:", date=w.date(found.last_seen))
        )
    for asks, label in _ASKS.items():
        places = sorted(
            ((w.text(one.title), one) for one in found.places if one.asks == asks),
            key=lambda one: w.order(one[0]),
        )
        if places:
            paper.field(f"{w(label)}:", "; ".join(_place(title, one, w) for title, one in places), 2, 24)
    source = found.source
    paper.para(
        w(
            "Source: {publisher} ({kind}), licence {licence}, {url}",
            publisher=source.publisher,
            kind=w.kind(source.kind),
            licence=source.licence,
            url=source.url,
        )
    )


def _place(title: str, place: Place, w: Words) -> str:
    if place.days is None:
        return title
    return w.plural("{place} ({n} day)", "{place} ({n} days)", place.days, place=title)
