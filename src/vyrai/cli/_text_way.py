"""One way as text: each link of its chain, then what the family wants to know of it."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.choose.model import Comparison, Link, Open, Range, RightFrom, Row, Shut
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.words import Words

_MOST_OPEN = 5
SIGNS = {"open": "+", "perhaps": "?", "closed": "x"}
_WIDE = 18


def title(row: Row, w: Words) -> str:
    """The chain by the names of its routes."""
    return f"{w.text(row.title)}: " + " > ".join(w.text(link.title) for link in row.chain)


def way(paper: Paper, row: Row, comparison: Comparison, w: Words, cites: Cites) -> None:
    """A way in full."""
    notes = [w("nothing here beats it on what is known")] if row.unbeaten else []
    if row.mark is not None:
        notes.append(w.mark(row.mark))
    paper.line()
    paper.para(f"{SIGNS[row.way]} {title(row, w)}", 0, 2, "bold")
    if notes:
        paper.para(f"({'; '.join(notes)})", 2)
    for red in row.red_lines:
        paper.field(w("Red line"), w.text(red), 2, _WIDE)
    for link in row.chain:
        _link(paper, link, comparison, w, cites)
    safety = row.weeks_to_safety
    paper.field(w("To safety"), w.range(safety) + cites.of(safety.facts), 2, _WIDE)
    paper.field(w("Lawful work"), right(row.weeks_to_work, w) + cites.of(row.weeks_to_work.facts), 2, _WIDE)
    own = row.weeks_to_profession
    paper.field(w("Own profession"), right(own, w) + cites.of(own.facts), 2, _WIDE)
    for school in [one for n, one in enumerate(row.school) if one not in row.school[:n]]:
        paper.field(w("School"), right(school, w) + cites.of(school.facts), 2, _WIDE)
    _money(paper, row, w, cites)
    danger = row.danger_way
    learns = w.list([w.text(one) for one in danger.who_learns])
    who = f"; {w('your name is learnt by: {who}', who=learns)}" if learns else ""
    paper.field(w("Danger on the way"), w.range(danger.level) + who + cites.of(danger.facts), 2, _WIDE)
    if row.leads_to:
        names = {link.route: w.text(link.title) for link in row.chain}
        paper.field(w("Leads on to"), w.list([names.get(one, one) for one in row.leads_to]), 2, _WIDE)
    unknown(paper, row.open, w, cites)


def _link(paper: Paper, link: Link, comparison: Comparison, w: Words, cites: Cites) -> None:
    """A link: the verdict on its day, the door, whom it covers."""
    name = w.text(link.title)
    said = [
        w("conditions {verdict}", verdict=w.verdict(link.verdict)),
        w("door {state}", state=w.door(link.door.states)),
    ]
    if link.door.why is not None:
        said[-1] += f" ({w.reason(link.door.why)})"
    if link.after is not None:
        said.append(w("filed on {date} at the earliest", date=w.date(link.on)))
    if link.until is not None:
        said.append(w("stands until {date}", date=w.date(link.until)))
    if link.lasts is not None:
        said.append(w("lasts {range}", range=w.range(link.lasts)))
    for members, text in ((link.left_out, w("leaves out {names}")), (link.unsure, w("unsure for {names}"))):
        if members and link.verdict != "not met":
            names = w.list([comparison.labels.get(one, one) for one in members])
            said.append(text.format(names=names))
    paper.item(f"{name}: {'; '.join(said)}{cites.of(link.door.facts)}", 2)
    for text in link.door.texts:
        paper.para(w.text(text), 6)
    for shut in link.blockers:
        paper.item(stands_in_the_way(shut, comparison.labels, w) + cites.of(shut.facts), 4, "x")


def stands_in_the_way(shut: Shut, labels: dict[str, str], w: Words) -> str:
    """A requirement that is not met, and of whom."""
    wording = w.text(shut.wording) or shut.requirement
    return f"{labels.get(shut.member, shut.member)}: {wording}" if shut.member else wording


def right(found: RightFrom, w: Words) -> str:
    """When a right opens."""
    if found.state == "no":
        said = w("stays closed")
    elif found.weeks is None:
        said = w("unknown") if found.state == "unknown" else f"{w.state(found.state)}; {w('when is unknown')}"
    else:
        when = _when(found.weeks, w)
        said = when if found.state == "yes" else f"{when} ({w.state(found.state)})"
        if found.state == "unknown":
            said = w("unknown; if it opens: {when}", when=when)
    note = w.text(found.note)
    return f"{said}; {note}" if note else said


def _when(weeks: Range, w: Words) -> str:
    return w("at once") if weeks.hi == 0 else w.range(weeks)


def _money(paper: Paper, row: Row, w: Words, cites: Cites) -> None:
    money = row.money
    said = [
        w("needed before the first pay: {range}", range=w.range(money.needed)),
        w("you have {range}", range=w.range(money.savings)),
        w("left or short: {range}", range=w.range(money.spare)),
    ]
    if money.missing:
        names = w.list(dict.fromkeys(money.missing))
        said.append(w("not in the sum: {names}", names=names))
    paper.field(w("Money"), "; ".join(said) + cites.of(money.needed.facts), 2, _WIDE)


def unknown(paper: Paper, items: Iterable[Open], w: Words, cites: Cites, indent: int = 2) -> None:
    """What is unknown: each with its reason and who could settle it."""
    listed = list(items)
    if not listed:
        return
    paper.line(" " * indent + w("Unknown:"))
    for one in listed[:_MOST_OPEN]:
        fact = one.item.partition(":")[2] if one.item.startswith("fact:") else ""
        mark = f" ({one.label})" if one.who == "family" else ""
        text = f"{w.text(one.text)}{mark}: {w.reason(one.reason)}; {w.who(one.who)}"
        paper.item(text + cites.of([fact]), indent + 2, "?")
    if len(listed) > _MOST_OPEN:
        more = len(listed) - _MOST_OPEN
        paper.line(" " * (indent + 2) + w.plural("{n} more thing", "{n} more things", more))


def brief(paper: Paper, link: Link, w: Words, cites: Cites) -> None:
    """A route apart from any chain, in two or three lines."""
    state = [w.way(link.way), w("door {state}", state=w.door(link.door.states))]
    paper.item(f"{w.text(link.title)}: {', '.join(state)}{cites.of(link.door.facts)}", 0, SIGNS[link.way])
    for shut in link.blockers[:2]:
        paper.item(stands_in_the_way(shut, {}, w) + cites.of(shut.facts, 2), 4, "x")
    unknown(paper, link.open[:2] if link.way != "closed" else (), w, cites, 2)


def blocked(paper: Paper, row: Row, w: Words, cites: Cites) -> None:
    """A closed way: its name, what stands in the way, on whose word."""
    said: list[str] = []
    for link in row.chain:
        if link.door.states == ("closed",):
            said.append(w("door closed") + cites.of(link.door.facts, 2))
        for shut in link.blockers[:2]:
            said.append((w.text(shut.wording) or shut.requirement) + cites.of(shut.facts, 2))
    paper.item(f"{title(row, w)}. {w('In the way:')} {'; '.join(said) or w('unknown')}", 0, "x")
