"""How each member lives, as text: how the child talks first, then needs, goals, red lines."""

from __future__ import annotations

from vyrai.belong import Goal, NeedSaid, Profile, Profiles
from vyrai.cli._paper import Paper
from vyrai.words import Words
from vyrai.words import living as said

_WIDE = 22


def draw(found: Profiles, w: Words, coded: bool) -> Paper:
    """The whole answer. coded: with the codes, and how they are to be read."""
    paper = Paper()
    told = [one for one in found.members if one.begun] or list(found.members[:1])
    for one in told:
        _member(paper, one, w, coded)
    if found.red_lines:
        paper.heading(w("What you will not do"), "-")
        for line in found.red_lines:
            paper.item(w.text(line.title), 0)
    if coded:
        paper.heading(w("How to read the codes"), "-")
        for text in said.about_codes(w):
            paper.para(text)
    return paper


def _member(paper: Paper, one: Profile, w: Words, coded: bool) -> None:
    paper.heading(w("{name}, in your words", name=one.member))
    if one.group == "child" or one.talks_by or one.sayings:
        paper.para(w("How {name} talks", name=one.member), style="bold")
        by = "; ".join(w.text(way.title) for way in one.talks_by) or w("not asked yet")
        paper.field(w("Talks by"), by, 2, _WIDE)
    for saying in one.sayings:
        means = w("unknown") if saying.means is None else w.text(saying.means.title)
        paper.field(means, saying.how or w("unknown"), 2, _WIDE)
    for label, text in (
        (w("What calms"), one.calms),
        (w("What upsets"), one.upsets),
        (w("Likes, does well"), one.likes),
    ):
        if text:
            paper.field(label, text, 2, _WIDE)
    _needs(paper, one, w, coded)
    if one.goals:
        paper.line()
        paper.para(w("Goals, and whose wish they are"), style="bold")
        for goal in one.goals:
            _goal(paper, goal, w)


def _needs(paper: Paper, one: Profile, w: Words, coded: bool) -> None:
    paper.line()
    paper.para(w("What {name} needs", name=one.member), style="bold")
    for much, label in said.HOW_MUCH.items():
        mine = [need for need in one.needs if need.much == much]
        if mine:
            paper.para(f"{w(label)}:", 2)
        for need in mine:
            _need(paper, need, w)
    if coded and one.not_so:
        paper.para(w("Not named, and you said that the list is all:"), 2)
        for need in one.not_so:
            _need(paper, need, w)
    if one.complete:
        paper.para(w("That is all.") if one.needs else w("Nothing of this kind."), 2)
    elif one.open:
        paper.para(said.still_open(w, one.open, one.asked), 2)


def _need(paper: Paper, need: NeedSaid, w: Words) -> None:
    code = f" [{need.icf}]" if need.icf else ""
    paper.item(w.text(need.title) + code + (f": {need.words}" if need.words else ""), 4)


def _goal(paper: Paper, goal: Goal, w: Words) -> None:
    paper.item(goal.words or w("not said yet"))
    area = w("not said yet") if goal.area is None else w.text(goal.area.title)
    voice = w("not said yet") if goal.voice is None else w.text(goal.voice.title)
    paper.para(w("{area}; whose wish: {voice}", area=area, voice=voice), 4)
