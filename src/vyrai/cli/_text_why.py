"""One route explained as text: the verdict, each requirement, the door, steps, what would open it."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.choose.explained import Asked, DoorThen, StepOn, Why
from vyrai.choose.model import ItemOn, Link
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_end import basis
from vyrai.cli._text_open import barred, changed, unknown, worded
from vyrai.words import Words

_SIGNS = {"met": "+", "not met": "x", "unknown": "?"}
_WIDE = 14


def draw(found: Why, w: Words) -> Paper:
    """The whole answer."""
    paper, cites = Paper(), Cites(found.sources, w)
    _verdict(paper, found.link, w, cites)
    if found.link.blockers:
        paper.heading(w("WHAT STANDS IN THE WAY"), "-")
        for said in barred(found.link.blockers, _names(found), w, cites):
            paper.item(said, 0, "x")
    paper.heading(w("WHAT IS ASKED"), "-")
    for alike in _alike(found.asked):
        _asked(paper, alike, w, cites)
    if not found.asked:
        paper.para(w("No condition of this route is known to be in force on that day."))
    if found.support:
        paper.heading(w("WHAT SETTLES IT"), "-")
        _items(paper, found.support, w, cites, 0)
    _changes(paper, found, w)
    _door(paper, found.door_history, w, cites)
    _events(paper, found, w, cites)
    _steps(paper, found.steps, w, cites)
    _facts(paper, w("FEES"), found.fees, cites)
    _facts(paper, w("IF YOU ARE REFUSED"), found.refusal, cites)
    if found.closes:
        paper.heading(w("WHAT IT CLOSES OR BINDS YOU TO"), "-")
        for text, fact in found.closes:
            paper.item(w.text(text) + cites.of([fact] if fact else []), 0)
    _facts(paper, w("WHAT WAS OBSERVED"), found.link.observed, cites)
    _facts(paper, w("FURTHER"), found.cites, cites)
    _facts(paper, w("PEOPLE TO ASK"), found.link.contacts, cites)
    paper.heading(w("SOURCES"), "-")
    cites.write(paper, True)
    paper.line()
    basis(paper, found.basis, w)
    return paper


def _names(found: Why) -> dict[str, str]:
    """The short names of members who stand in the way, by their place in the case."""
    names: dict[str, str] = {}
    for requirement in {one.requirement for one in found.link.blockers}:
        members = [one.member for one in found.link.blockers if one.requirement == requirement]
        aliases = [
            one.member for one in found.asked if (one.requirement, one.verdict) == (requirement, "not met")
        ]
        if len(members) == len(aliases):
            names |= {at: alias for at, alias in zip(members, aliases, strict=True) if at and alias}
    return names


def _verdict(paper: Paper, link: Link, w: Words, cites: Cites) -> None:
    paper.heading(f"{w.text(link.title)} ({link.route})")
    if link.term:
        paper.field(w("Office’s term"), "; ".join(link.term.values()), 0, _WIDE)
    paper.field(w("On this day"), w.way(link.way), 0, _WIDE)
    paper.field(w("Conditions"), w.conditions(link.conditions), 0, _WIDE)
    door = w.door(link.door.states, link.door.whom)
    if link.door.why is not None:
        door += f" ({w.reason(link.door.why)})"
    paper.field(w("Door"), f"{door}{cites.of(link.door.facts)}", 0, _WIDE)
    if link.after is not None:
        paper.field(w("Filed"), w("not before {date}, after an earlier way", date=w.date(link.on)), 0, _WIDE)
    if link.until is not None:
        said = w("surely until {date}, if your answers stay the same", date=w.date(link.until))
        paper.field(w("It holds"), said, 0, _WIDE)
    if link.gives_title is not None:
        lasts = f" ({w.range(link.lasts)})" if link.lasts is not None else ""
        paper.field(w("It gives"), w.text(link.gives_title) + lasts, 0, _WIDE)


def _asked(paper: Paper, group: list[Asked], w: Words, cites: Cites) -> None:
    """A requirement: of whom, the verdict, on which answers and facts. Members who are alike are together."""
    first = group[0]
    names = w.list([one.member for one in group if one.member])
    wording = worded(first.wording, w).rstrip(".")
    facts = [fact for one in group for fact in one.facts]
    said = f"{f'{names}: ' if names else ''}{wording}: {w.verdict(first.verdict)}{cites.of(facts)}"
    paper.item(said, 0, _SIGNS[first.verdict])
    _items(paper, [item for one in group for item in one.items], w, cites, 4)
    unknown(paper, [item for one in group for item in one.open], w, cites, 4)


def _alike(asked: Iterable[Asked]) -> list[list[Asked]]:
    """Findings of one requirement with one verdict, together, in their order."""
    groups: dict[tuple[str, str], list[Asked]] = {}
    for one in asked:
        groups.setdefault((one.requirement, one.verdict), []).append(one)
    return list(groups.values())


def _items(paper: Paper, items: Iterable[ItemOn], w: Words, cites: Cites, indent: int) -> None:
    """Answers and facts, and what they say, each once; a sensitive answer is not repeated."""
    groups: dict[tuple[str, str], list[ItemOn]] = {}
    for one in items:
        _, dot, field = one.label.partition(".")
        value = w("your answer is not repeated here") if one.sensitive else w.valued(one.value)
        groups.setdefault((field if dot and ":" not in one.item else one.item, value), []).append(one)
    for (_, value), group in groups.items():
        first = group[0]
        fact = first.item.partition(":")[2] if first.item.startswith("fact:") else ""
        text = w.text(first.text).rstrip(".") or first.label
        others = [one.label.partition(".")[0] for one in group[1:] if one.item != first.item]
        alike = f"; {w('the same of {names}', names=w.list(others))}" if others else ""
        label = "" if fact else f" ({first.label}{alike})"
        paper.item(f"{text}{label}{f': {value}' if value else ''}{cites.of([fact])}", indent)


def _changes(paper: Paper, found: Why, w: Words) -> None:
    if found.link.verdict == "met":
        return
    paper.heading(w("WHAT WOULD OPEN IT"), "-")
    if not found.changes:
        paper.para(w("Nothing that you can change was found."))
    for change in found.changes:
        paper.item(changed(change, w), 0)
    if found.changes and found.link.door.states != ("open",):
        paper.para(w("The door would still be {state}.", state=w.door(found.link.door.states)))


def _door(paper: Paper, history: Iterable[DoorThen], w: Words, cites: Cites) -> None:
    listed = list(history)
    if not listed:
        return
    paper.heading(w("THE DOOR OVER TIME"), "-")
    for door in listed:
        begin = w.date(door.begin) if door.begin else w("unknown")
        end = w.date(door.end) if door.end else w("no end known")
        now = f" ({w('on this day')})" if door.now else ""
        text = f" {w.text(door.text)}" if door.text else ""
        paper.item(f"{begin} – {end}: {w.door([door.state])}{now}.{text}{cites.of([door.fact])}", 0)


def _events(paper: Paper, found: Why, w: Words, cites: Cites) -> None:
    if not found.events:
        return
    paper.heading(w("EVENTS THAT THE LAW REFERS TO"), "-")
    for event in found.events.values():
        begin = w.date(event.begin) if event.begin else w("unknown")
        end = w.date(event.end) if event.end else w("no end known")
        if event.seen:
            end += f" ({w('still so on {date}', date=w.date(event.seen))})"
        paper.item(f"{w.text(event.title)}: {begin} – {end}{cites.of([event.fact])}", 0)


def _steps(paper: Paper, steps: Iterable[StepOn], w: Words, cites: Cites) -> None:
    listed = list(steps)
    if not listed:
        return
    paper.heading(w("STEPS"), "-")
    for number, step in enumerate(listed, 1):
        paper.item(w.text(step.title), 0, f"{number}.")
        if step.where:
            paper.field(w("Where"), w.text(step.where), 3, _WIDE)
        paper.field(w("Takes"), w.range(step.weeks) + cites.of(step.weeks.facts), 3, _WIDE)
        if step.costs:
            paper.field(
                w("Costs"), " ".join(cites.says(one) + cites.of([one]) for one in step.costs), 3, _WIDE
            )
        if step.papers:
            paper.field(w("Papers"), w.list([w.text(one) for one in step.papers]), 3, _WIDE)
        danger = w("{n} of 4, {word}", n=step.danger, word=w.danger(step.danger))
        text = f". {w.text(step.danger_text)}" if step.danger_text else ""
        paper.field(w("Danger"), f"{danger}{text}", 3, _WIDE)
        if step.who_learns:
            paper.field(w("Learns of it"), w.once(step.who_learns), 3, _WIDE)


def _facts(paper: Paper, heading: str, facts: Iterable[str], cites: Cites) -> None:
    said = [cites.says(fact) + cites.of([fact]) for fact in dict.fromkeys(facts)]
    if said:
        paper.heading(heading, "-")
        for one in said:
            paper.item(one, 0)
