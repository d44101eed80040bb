"""The comparison as text: first what matters most, then each way, last on what it all stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from vyrai.choose.lands import KEEPERS, lands, thought
from vyrai.choose.model import Comparison, Peril, Question
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_ask import asked, command
from vyrai.cli._text_elsewhere import elsewhere
from vyrai.cli._text_end import ending
from vyrai.cli._text_overview import overview
from vyrai.cli._text_place import place
from vyrai.cli._text_way import Ways, brief
from vyrai.words import N_, Words
from vyrai.words.home import lacking

_GRAVE = 2
"""From this level of danger on a step stands in the list of dangers; the others stand at their way."""
_GREAT = 3
"""The same in an overview."""
_FEW = 5
"""More countries than that are told in an overview."""
_GROUPS = {"open": N_("OPEN"), "perhaps": N_("PERHAPS"), "closed": N_("CLOSED TODAY")}


def draw(comparison: Comparison, words: Words, everything: bool = False, only: Collection[str] = ()) -> Paper:
    """The whole answer; with many countries an overview of them, and `only` some in full."""
    paper, cites = Paper(), Cites(comparison.sources, words)
    labels = {name: words.text(text) for name, text in comparison.labels.items()}
    countries = {row.country for row in comparison.rows}
    short = not everything and not only and len(countries) > _FEW
    _first(paper, comparison, words, cites)
    _legend(paper, words)
    shown = [one for one in comparison.perils if not only or not countries.isdisjoint(only)]
    shown = [one for one in shown if not only or not set(one.countries) & (countries - set(only))]
    _perils(paper, shown, labels, words, cites, _GREAT if short else _GRAVE)
    if comparison.leaving:
        paper.heading(words("LEAVING WHERE YOU ARE"))
        brief(paper, comparison.leaving, labels, words, cites)
    if short:
        overview(paper, comparison, labels, words, cites)
    else:
        _ways(paper, comparison, labels, words, cites, everything, only)
    elsewhere(paper, comparison.elsewhere, words)
    ending(paper, comparison, words, cites, everything)
    return paper


def _ways(
    paper: Paper,
    comparison: Comparison,
    labels: dict[str, str],
    words: Words,
    cites: Cites,
    everything: bool,
    only: Collection[str],
) -> None:
    ways = Ways(paper, words, cites, labels)
    child = thought(comparison)
    ways.children = () if child is None else child.children
    ways.tells_best = not all(row.unbeaten for row in comparison.rows if row.way != "closed")
    told: set[str] = set()
    for group, heading in _GROUPS.items():
        of = [row for row in comparison.rows if row.way == group and (not only or row.country in only)]
        rows = sorted(words.by_name(of), key=lambda row: bool(row.red_lines))
        if not rows:
            continue
        paper.heading(f"{words(heading)} ({words.number(len(rows))})")
        here = ""
        for row in rows:
            if group == "closed" and not everything:
                ways.blocked(row)
                continue
            if row.country != here:
                here = row.country
                ways.place()
            if row.country not in told:
                told.add(row.country)
                place(paper, row, comparison, words, cites)
            ways.way(row)
    _also(paper, comparison, labels, words, cites, everything, only)


def _first(paper: Paper, comparison: Comparison, w: Words, cites: Cites) -> None:
    """At most a handful of lines: what is open, perhaps, closed; one question; one step."""
    paper.heading(w("Where you can go, {date}", date=w.date(comparison.basis.on)))
    if comparison.basis.known is not None:
        paper.para(w("It uses only what was known on {date}.", date=w.date(comparison.basis.known)))
    every = w.by_name(lands(comparison))
    for group, label in {"open": N_("Open"), "perhaps": N_("Perhaps"), "closed": N_("Closed today")}.items():
        of = [land for land in every if land.way == group]
        if group == "perhaps" and of:
            for place, keeper in enumerate(one for one in KEEPERS if any(land.keeper == one for land in of)):
                names = w.list([w.text(land.title) for land in of if land.keeper == keeper])
                paper.field("" if place else f"{w(label)}:", f"{w.keeper(keeper)}: {names}", 0, 14)
            continue
        found = [w.text(land.title) for land in of]
        paper.field(f"{w(label)}:", w.list(found) if found else w("nothing"), 0, 14)
    ways = [row for row in comparison.rows if row.way != "closed"]
    if len(ways) > 1 and all(row.unbeaten for row in ways):
        paper.field("", w("None of these is surely better than another on what is known."), 0, 14)
    child = thought(comparison)
    if child is not None:
        paper.field(f"{w.list(child.children)}:", w.thought(child.all, child.known), 0, 14)
    for line in lacking(w, comparison.home):
        paper.field("!", f"{line} {w('To see and print: {command}', command='vyrai home CASE')}", 0, 14)
    question, step = comparison.next, comparison.first
    if question is not None:
        paper.field(w("Ask next:"), f"{asked(question, w)} ({question.label})", 0, 14)
        paper.field("", _worth(question, w), 0, 14)
        paper.field("", w("To answer: {command}", command=command(question, w)), 0, 14)
    if step is not None:
        danger = w("danger {n} of 4", n=step.danger)
        paper.field(w("Do first:"), f"{w.text(step.title)} ({danger}){cites.of(step.facts)}", 0, 14)
        if step.who_learns:
            paper.field("", w("Who learns your name: {who}", who=w.once(step.who_learns)), 0, 14)


def _worth(question: Question, w: Words) -> str:
    many, settles = len(question.matters), question.settles
    said = [w.plural("It matters for {n} way.", "It matters for {n} ways.", many)]
    if settles:
        said = [w.plural("The answer would settle {n} way.", "The answer would settle {n} ways.", settles)]
    if question.danger:
        said.append(w("Finding out carries danger {n} of 4.", n=question.danger))
    if question.sensitive:
        said.append(w("It is sensitive: you need not answer."))
    return " ".join(said)


def _perils(
    paper: Paper, perils: Iterable[Peril], labels: dict[str, str], w: Words, cites: Cites, least: int
) -> None:
    """What can go wrong, the gravest first, and who would learn of the family."""
    graver = [one for one in perils if (one.level or 0) >= _GRAVE]
    listed = [one for one in graver if (one.level or 0) >= least]
    if not graver:
        return
    paper.heading(w("WHAT CAN GO WRONG, AND WHO WOULD LEARN OF YOU"))
    for one in listed:
        level = int(one.level or 0)
        said = [w("{n} of 4, {word}", n=level, word=w.danger(level))]
        said += [w.text(one.text).rstrip(".")] if one.text else []
        where = w.list([labels.get(country, country) for country in one.countries])
        said.append(f"{w.text(one.title)} ({where})")
        if one.who_learns:
            said.append(w("your name is learnt by: {who}", who=w.once(one.who_learns)))
        paper.item("; ".join(said) + cites.of(one.facts), 0, "!")
    if len(graver) > len(listed):
        more = len(graver) - len(listed)
        paper.line(w.plural("{n} lesser danger: --all", "{n} lesser dangers: --all", more))


def _legend(paper: Paper, w: Words) -> None:
    """What the three kinds of words mean, once."""
    paper.line()
    paper.para(
        w(
            "How to read it. Open, perhaps, closed: the answer for your family. Door: whether the office or "
            "border takes anybody at all today. Conditions: how many of those the law asks are met, not met, "
            "unknown. The alphabet gives the order: there is no ranking."
        )
    )


def _also(
    paper: Paper,
    comparison: Comparison,
    labels: dict[str, str],
    w: Words,
    cites: Cites,
    everything: bool,
    only: Collection[str],
) -> None:
    """Recognition and travel papers, by country."""
    titles = {row.country: w.text(row.title) for row in comparison.rows}
    listed = {
        country: links
        for country, links in comparison.also.items()
        if links and (not only or country in only)
    }
    if not listed:
        return
    paper.heading(w("RECOGNITION OF THE PROFESSION, TRAVEL PAPERS"))
    for country, links in sorted(listed.items(), key=lambda one: w.order(titles.get(one[0], one[0]))):
        paper.line(titles.get(country, country), "bold")
        shown = [link for link in links if everything or link.way != "closed"]
        brief(paper, shown, labels, w, cites)
        shut = [link for link in links if link.way == "closed"]
        if shut and not everything:
            names = "; ".join(w.text(link.title) for link in shut)
            paper.item(w("closed today: {names}", names=names))
