"""What changed between two days, as text: by turn, then by country."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.choose.news_model import AskedNews, FactNews, FamilyNews, News, RightNews, RouteNews
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_open import worded
from vyrai.words import N_, Words

_TURNS = {
    "opened": N_("OPENED, OR OPENED WIDER"),
    "narrowed": N_("NARROWED"),
    "closed": N_("CLOSED"),
    "unclear": N_("NO LONGER KNOWN"),
    "changed": N_("OTHER CONDITIONS OR FIGURES"),
}


def draw(found: News, w: Words, family: bool) -> Paper:
    """The whole answer; `family`: it is about a case."""
    paper, cites = Paper(), Cites(found.sources, w)
    paper.heading(w("What changed from {start} to {end}", start=w.date(found.start), end=w.date(found.end)))
    if family:
        paper.para(w("Only what matters to this family, if its answers stay the same."))
    if not (found.routes or found.rights or found.events):
        paper.para(w("Nothing that the atlas knows of."))
    for turn, heading in _TURNS.items():
        routes = [one for one in found.routes if one.turn == turn]
        if routes:
            paper.heading(f"{w(heading)} ({w.number(len(routes))})")
            for route in routes:
                _route(paper, route, w, cites)
    _rights(paper, found.rights, w, cites)
    if found.events:
        paper.heading(w("WHAT HAPPENED"))
        for event in found.events:
            begin = w.date(event.begin) if event.begin else w("unknown")
            end = w.date(event.end) if event.end else w("no end known")
            paper.item(f"{w.text(event.title)}: {begin} – {end}{cites.of([event.fact])}", 0)
    paper.heading(w("SOURCES"), "-")
    cites.write(paper, True)
    paper.line()
    said = [w("Atlas {hash}.", hash=found.atlas[:12])]
    said.append(w("What nobody wrote down is not here: ask before a step that you cannot take back."))
    paper.para(" ".join(said))
    return paper


def _route(paper: Paper, route: RouteNews, w: Words, cites: Cites) -> None:
    paper.line()
    paper.item(f"{route.country}: {w.text(route.title)} ({route.route})", 0, "*")
    if route.family is not None:
        _family(paper, route.family, w)
    if route.door_before != route.door_after:
        was, now = w.door(route.door_before), w.door(route.door_after)
        paper.field(w("Door"), f"{was} → {now}{cites.of(route.door_facts)}", 2)
        for text in route.door_texts:
            paper.para(w.text(text), 18)
    for asked in route.asked:
        _asked(paper, asked, w, cites)
    for fact in route.facts:
        _fact(paper, fact, w, cites)


def _family(paper: Paper, family: FamilyNews, w: Words) -> None:
    was, now = w.way(family.before), w.way(family.after)
    paper.field(w("For you"), was if was == now else f"{was} → {now}", 2)
    for text in family.shut:
        paper.field(w("Not met"), worded(text, w).rstrip("."), 2)
    for text in family.own:
        paper.field(w("By itself"), w("time has passed: {answer}", answer=w.text(text)), 2)


def _asked(paper: Paper, asked: AskedNews, w: Words, cites: Cites) -> None:
    labels = {"asked": N_("Asked now"), "gone": N_("No longer"), "other_rule": N_("Other rule")}
    paper.field(w(labels[asked.now]), f"{worded(asked.wording, w).rstrip('.')}{cites.of(asked.facts, 2)}", 2)


def _fact(paper: Paper, fact: FactNews, w: Words, cites: Cites) -> None:
    was = w.valued(fact.before) if fact.before else w("unknown")
    now = w.valued(fact.after) if fact.after else w("unknown")
    why = f" ({w.reason(fact.why)})" if fact.why is not None else ""
    paper.field(
        w("Figure"), f"{w.text(fact.title).rstrip('.')}: {was} → {now}{why}{cites.of([fact.fact])}", 2
    )


def _rights(paper: Paper, rights: Iterable[RightNews], w: Words, cites: Cites) -> None:
    listed = list(rights)
    if not listed:
        return
    paper.heading(w("RIGHTS ({n})", n=w.number(len(listed))))
    for one in listed:
        was, now = (w.state(state) if state else w("unknown") for state in (one.before, one.after))
        said = f"{w.text(one.title)}: {w.text(one.right_title)}: {was} → {now}"
        paper.item(said + cites.of(one.facts), 0)
