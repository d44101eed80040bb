"""Many countries as text: each in a few lines, by its best way."""

from __future__ import annotations

from collections.abc import Mapping

from vyrai.choose.lands import KEEPERS, Land, lands, open_of, thought
from vyrai.choose.matters import counts
from vyrai.choose.model import Comparison, Row
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_open import barred, unknown
from vyrai.cli._text_way import SIGNS, Ways
from vyrai.words import Words


def overview(paper: Paper, comparison: Comparison, labels: Mapping[str, str], w: Words, cites: Cites) -> None:
    """Every country by its best way, and how to see more of it."""
    every = w.by_name(lands(comparison))
    ways = Ways(paper, w, cites, labels)
    paper.heading(w("COUNTRIES ({n})", n=w.number(len(every))))
    paper.para(
        w(
            "Of each country the way with the least in the way. Everything about one: add --to and its code; "
            "about all: --all."
        )
    )
    child = thought(comparison)
    ways.children = () if child is None else child.children
    for land in every:
        if land.way == "open":
            _land(paper, land, ways, w, cites)
    for keeper in KEEPERS:
        of = [land for land in every if land.way == "perhaps" and land.keeper == keeper]
        if of:
            paper.heading(f"{w('Perhaps')}: {w.keeper(keeper)} ({w.number(len(of))})", "-")
        for land in of:
            _land(paper, land, ways, w, cites)
    shut = [land for land in every if land.way == "closed"]
    if shut:
        paper.heading(w("CLOSED TODAY"), "-")
        for land in shut:
            ways.blocked(land.best)


def _land(paper: Paper, land: Land, ways: Ways, w: Words, cites: Cites) -> None:
    row = land.best
    names = " > ".join(w.text(link.title) for link in row.chain)
    paper.line()
    paper.para(f"{SIGNS[row.way]} {w.text(land.title)} ({land.country}): {names}", 0, 2, "bold")
    for link in row.chain:
        said = [w.way(link.way), w.conditions(link.conditions), w.doorway(link.door.states, link.door.whom)]
        if link.after is not None:
            said.append(w("only once the way before it is granted"))
        begin = f"{w.text(link.title)}: " if len(row.chain) > 1 else ""
        paper.item(begin + "; ".join(said) + cites.of(link.door.facts, 2), 2)
        for shut in barred(link.blockers[:1], {}, w, cites):
            paper.item(shut, 4, "x")
    ways.crossed(row)
    paper.field(w("To safety"), ways.safety(row), 2, 18)
    paper.field(w("Lawful work"), ways.work(row), 2, 18)
    for label, told in (
        (w("Sums it names"), ways.sums(row)),
        (w("Child with needs"), ways.care(row)),
        (w("Its first months"), ways.months(row)),
    ):
        if told:
            paper.field(label, told, 2, 18)
    paper.field(
        w("Danger on the way"), w.range(row.danger_way.level) + cites.of(row.danger_way.facts, 2), 2, 18
    )
    missing = w.lacking(counts(open_of(row)))
    if missing:
        paper.field(w("Missing"), missing, 2, 18)
    unknown(paper, row.open, w, cites, 4, 1)
    _more(paper, land, row, w)


def _more(paper: Paper, land: Land, row: Row, w: Words) -> None:
    said = []
    others = len([one for one in land.entries if one is not row])
    if others:
        said.append(w.plural("{n} more way", "{n} more ways", others))
    if land.closed:
        said.append(w.plural("{n} way closed today", "{n} ways closed today", len(land.closed)))
    if land.later:
        said.append(w.plural("{n} way to stay on", "{n} ways to stay on", len(land.later)))
    if said:
        paper.line("  " + w.list(said))
