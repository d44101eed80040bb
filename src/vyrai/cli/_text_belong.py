"""What opens for whom, as text: the papers on the way, each member, what ends when, the years to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from vyrai.belong import FROM_AGE, ONLY_PAPER, UNTIL_AGE, BridgeOn, Gap, StageOn, Support, Year
from vyrai.choose import Belongs
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.words import Words, parting
from vyrai.words import belonging as said
from vyrai.words.home import lacking

_WIDE = 20
_SIGNS = {
    "at_once": "+",
    "open": "+",
    "sometime": "?",
    "limited": "~",
    "closed": "x",
    "unknown": "?",
    "against": "-",
}


def draw(found: Belongs, w: Words) -> Paper:
    """The whole answer."""
    paper, cites = Paper(), Cites(found.sources, w)
    paper.heading(w("{country}: WHAT OPENS FOR WHOM", country=w.text(found.title)))
    _way(paper, found, w, cites)
    if not found.written:
        paper.line()
        paper.para(w("Nobody has written down yet what this country offers for needs."))
    _unborn(paper, found, w)
    for line in lacking(w, found.home):
        paper.item(line, 0, "!")
    _tracks(paper, found, w, cites)
    _appeals(paper, found, w, cites)
    for names in _alike(found):
        _member(paper, found, names, w, cites)
    _cliffs(paper, found, w, cites)
    _life(paper, found, w)
    for one in found.belonging.backups:
        first, *rest = said.backup(w, one)
        paper.line()
        paper.para(first)
        for text in rest:
            paper.item(text, 0)
    paper.heading(w("SOURCES"), "-")
    cites.write(paper, True)
    paper.line()
    basis(paper, found.basis, w)
    return paper


def _way(paper: Paper, found: Belongs, w: Words, cites: Cites) -> None:
    for number, link in enumerate(found.chain, 1):
        paper.item(f"{w.text(link.title)} ({link.route})", 0, f"{number}.")
    names = {name: w.text(text) for name, text in found.labels.items()}
    crossed = [one for link in found.chain for one in link.crosses or ()]
    for sure, text in parting.crossings(w, crossed, names):
        paper.item(f"{parting.red_line(w, sure)}: {text}", 0, "!")
    belonging = found.belonging
    paper.field(w("Arrival"), w.range(belonging.arrival) + cites.of(belonging.arrival.facts), 0, _WIDE)
    for stage in belonging.stages:
        if stage.stay:
            _paper(paper, stage, w, cites)
    for one in belonging.own or ():
        paper.item(parting.own(w, one), 0, "!")
        for stage in one.stages:
            _paper(paper, stage, w, cites)
    for text in said.about(w, belonging.arrives, belonging.window, found.way):
        paper.para(text)


def _paper(paper: Paper, stage: StageOn, w: Words, cites: Cites) -> None:
    """A status on the way, when it is held, for how long."""
    lasts = "" if stage.lasts is None else f"; {w('it lasts {time}', time=w.range(stage.lasts))}"
    facts = (*stage.after.facts, *(() if stage.lasts is None else stage.lasts.facts))
    when = said.when(w, stage.after)
    paper.field(w("Paper"), f"{w.text(stage.title)}: {when}{lasts}{cites.of(facts)}", 0, _WIDE)


def _tracks(paper: Paper, found: Belongs, w: Words, cites: Cites) -> None:
    """What to ask for in the first week, all at once."""
    if not found.belonging.tracks:
        return
    paper.heading(w("IN THE FIRST WEEK, ALL AT ONCE"), "-")
    for one in found.belonging.tracks:
        paper.item(f"{one.member}: {w.text(one.title)}{cites.of(one.facts)}", 0)
        if one.term:
            paper.field(w("The office says"), "; ".join(one.term.values()), 4, _WIDE)
        for line in said.track(w, one, found.belonging.arrives, found.labels, found.since_decision or ()):
            paper.para(line, 4)
    paper.para(said.letters(w))


def _appeals(paper: Paper, found: Belongs, w: Words, cites: Cites) -> None:
    """How long there is to object to a refusal, the shortest time first."""
    if not found.belonging.appeals:
        return
    paper.heading(w("IF THE ANSWER IS NO"), "-")
    for one in found.belonging.appeals:
        names = _titles(found, one.provisions, w)
        paper.item(f"{names}: {said.appeal(w, one, found.since_decision or ())}{cites.of(one.facts)}", 0)
    paper.para(said.about_appeals(w))


def _unborn(paper: Paper, found: Belongs, w: Words) -> None:
    """Children of whom no birth is known: nothing of ages can be reckoned."""
    told = {one.member for one in found.belonging.life}
    for person in found.people:
        if person.group == "child" and person.alias not in told:
            paper.item(said.no_birth(w, person.alias), 0, "!")


def _alike(found: Belongs) -> list[list[str]]:
    """The members of whom there is something to say, those together for whom it is the same."""
    groups: dict[bytes, list[str]] = {}
    everything: list[Support | Gap] = [*found.belonging.supports, *found.belonging.gaps]
    for name in dict.fromkeys(one.member for one in everything):
        mine = [msgspec.structs.replace(one, member="") for one in everything if one.member == name]
        groups.setdefault(msgspec.json.encode(mine), []).append(name)
    return list(groups.values())


def _member(paper: Paper, found: Belongs, names: Sequence[str], w: Words, cites: Cites) -> None:
    mine = [one for one in found.belonging.supports if one.member == names[0]]
    gaps = [one for one in found.belonging.gaps if one.member == names[0]]
    paper.heading(", ".join(names).upper(), "-")
    for flag in found.belonging.flags:
        if flag.member == names[0]:
            paper.item(said.red_line(w, flag.line, flag.sure), 0, "!")
    groups: dict[str, list[Support]] = {}
    for one in mine:
        groups.setdefault(said.group(one), []).append(one)
    for code in said.STATES:
        if code in groups:
            paper.para(said.state(w, code) + ":", style="bold")
            for one in groups[code]:
                _support(paper, found, one, _SIGNS[code], w, cites)
    if gaps:
        paper.para(w("Where nothing is there yet:"), style="bold")
        _gaps(paper, found, gaps, w, cites)


def _support(paper: Paper, found: Belongs, one: Support, sign: str, w: Words, cites: Cites) -> None:
    paper.item(w.text(one.title) + cites.of(one.facts), 0, sign)
    fields: list[tuple[str, str]] = []
    if one.term:
        fields.append((w("The office says"), "; ".join(one.term.values())))
    if one.places:
        fields.append((w("Only in"), _titles(found, one.places, w)))
    if one.setting:
        fields.append((w("Where"), w.text(found.labels[f"setting:{one.setting}"])))
    if one.against:
        fields.append((w("Red line"), w.text(found.labels[f"line:{one.against}"])))
    else:
        fields += _opened(found, one, w, cites)
    for label, text in fields:
        paper.field(label, text, 2, _WIDE)
    if one.note:
        paper.para(w.text(one.note), 2)


def _opened(found: Belongs, one: Support, w: Words, cites: Cites) -> list[tuple[str, str]]:
    """On which paper, when, what else is asked, money, ages, what helps until then."""
    fields: list[tuple[str, str]] = []
    if one.status is not None:
        fields.append((w("On which paper"), w.text(found.labels.get(one.status))))
    if one.state == "closed":
        fields.append((w("Why closed"), said.cause(w, one.cause or "unknown")))
    else:
        fields += _times(one, found.belonging.window, w, cites)
    fields += _conditions(one, w, cites)
    for label, bounds in (
        (w("Money"), one.amount),
        (w("You pay"), one.price),
        (w("After a stay of"), one.held),
    ):
        if bounds is not None:
            fields.append((label, w.range(bounds) + cites.of(bounds.facts)))
    counted = one.by_school_year or ()
    for end, label, age in (("from", w("From age"), one.from_age), ("until", w("Until age"), one.until_age)):
        if age is not None:
            fields.append((label, said.age(w, age, end in counted) + cites.of(age.facts)))
    if one.bridge is not None and one.cause is not None:
        fields.append((w("Until then"), _bridge(one.bridge, w, cites)))
    return fields


def _conditions(one: Support, w: Words, cites: Cites) -> list[tuple[str, str]]:
    """What else is asked, and who judges what nobody here can decide."""
    fields = []
    for asked in one.conditions:
        said_of_it = said.condition(w, w.text(asked.wording), asked.shuts, asked.verdict)
        fields.append((w("Asked for"), said_of_it + cites.of(asked.facts)))
        fields += [(w("Who judges"), w.text(who)) for who in asked.judges if asked.verdict == "unknown"]
    return fields


def _times(one: Support, window: int, w: Words, cites: Cites) -> list[tuple[str, str]]:
    """By law and as seen, what that comes to, and what is not known."""
    facts = () if one.seen is None else one.seen.facts
    fields = [
        (w("By law"), _by_law(one, w, cites)),
        (w("As seen"), said.when(w, one.seen) + cites.of(facts) + _queue(one, w, cites)),
    ]
    fields += [(w("Was seen"), cites.says(fact) + cites.of([fact])) for fact in one.observed]
    if one.kind != ONLY_PAPER:
        fields.append((w("Months"), said.both(w, one.paper, one.real, window)))
    if one.cause is not None and (one.cause != "unknown" or not one.missing):
        fields.append((w("Why not sooner"), said.cause(w, one.cause)))
    if one.missing:
        fields.append((w("Not written down"), said.missing(w, one.missing)))
    return fields


def _by_law(one: Support, w: Words, cites: Cites) -> str:
    text = said.when(w, one.due) + cites.of(() if one.due is None else one.due.facts)
    if one.law_time is not None:
        text += f"; {w('the office has {time}', time=w.range(one.law_time))}{cites.of(one.law_time.facts)}"
    return text


def _queue(one: Support, w: Words, cites: Cites) -> str:
    if one.queue is None:
        return ""
    return f"; {w('the queue: {time}', time=w.range(one.queue))}{cites.of(one.queue.facts)}"


def _bridge(bridge: BridgeOn, w: Words, cites: Cites) -> str:
    costs = "; ".join(cites.says(fact) + cites.of([fact]) for fact in bridge.costs)
    return f"{w.text(bridge.text)}{f': {costs}' if costs else ''}"


def _gaps(paper: Paper, found: Belongs, gaps: Iterable[Gap], w: Words, cites: Cites) -> None:
    """Each need for which nothing is there; those together of which the same is said."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in gaps:
        text = said.gap(w, one.begins, one.ends, one.cause, one.unwritten)
        bridges = tuple(_bridge(bridge, w, cites) for bridge in one.bridges)
        groups.setdefault((text, bridges), []).append(w.text(found.labels.get(one.need)) or one.need)
    for (text, bridges), needs in groups.items():
        paper.item(f"{'; '.join(needs)}: {text}", 0, "!")
        for bridge in bridges:
            paper.field(w("Until then"), bridge, 2, _WIDE)


def _cliffs(paper: Paper, found: Belongs, w: Words, cites: Cites) -> None:
    if not found.belonging.cliffs:
        return
    paper.heading(w("WHAT ENDS WHEN"), "-")
    for one in found.belonging.cliffs:
        ends = said.ends(w, one, found.basis.on)
        paper.item(f"{one.member}: {ends}{cites.of(one.age.facts)}", 0)


def _life(paper: Paper, found: Belongs, w: Words) -> None:
    life = found.belonging.life
    if not life or not found.written:
        return
    paper.heading(w("THE YEARS UP TO {age}", age=UNTIL_AGE), "-")
    for _, alike in groupby(life, lambda one: (one.member, one.by_law, one.perhaps, one.gap)):
        _years(paper, found, list(alike), w)
    for of in found.belonging.grown:
        months = w("of {n} months {months}", n=w.number(of.months), months=said.months(w, of))
        between = w.span(FROM_AGE, UNTIL_AGE)
        paper.item(
            w("{name}, {ages}, adult paths together: {months}", name=of.member, ages=between, months=months),
            0,
        )


def _years(paper: Paper, found: Belongs, years: Sequence[Year], w: Words) -> None:
    first, last = years[0], years[-1]
    ages = w.span(first.age, last.age) if last.age != first.age else w.number(first.age)
    parts = (
        [] if first.gap is None else [w("Nothing by law for sure: {cause}", cause=said.cause(w, first.gap))]
    )
    if first.by_law:
        parts.append(w("By law: {names}", names=_titles(found, first.by_law, w)))
    if first.perhaps:
        parts.append(w("Perhaps: {names}", names=_titles(found, first.perhaps, w)))
    paper.item(f"{first.member}, {ages}: {'. '.join(parts)}", 0)


def _titles(found: Belongs, names: Iterable[str], w: Words) -> str:
    return "; ".join(w.text(found.labels.get(name)) for name in names)
