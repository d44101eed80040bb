"""Questions as text: what is asked, why, what it decides, what it costs to answer, how to answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vyrai.choose.model import Question
from vyrai.cli._paper import Paper
from vyrai.words import Words

_WIDE = 16


def asked(question: Question, w: Words) -> str:
    """What is asked; of several members, that it is asked about each."""
    said = w.text(question.text)
    if not question.also:
        return said
    names = [label.partition(".")[0] for label in (question.label, *question.also)]
    return w("For each of you ({names}): {question}", names=w.list(names), question=said)


def command(question: Question, w: Words, label: str = "") -> str:
    """How to give the answer."""
    return f"vyrai answer CASE {label or question.label} {w('VALUE')} --save FILE"


def draw(questions: Iterable[Question], titles: Mapping[str, str], w: Words) -> Paper:
    """The questions, the best first."""
    paper = Paper()
    for question in questions:
        if paper.lines:
            paper.line()
        paper.para(asked(question, w), style="bold")
        paper.field(w("Why"), w.text(question.why), 2, _WIDE)
        settles = w.plural("settles {n} way", "settles {n} ways", question.settles)
        names = "; ".join(titles.get(route, route) for route in question.matters)
        paper.field(w("It matters for"), f"{names} ({settles})" if question.settles else names, 2, _WIDE)
        paper.field(w("To answer"), w.burden(question.burden), 2, _WIDE)
        danger = w("{n} of 4, {word}", n=question.danger, word=w.danger(question.danger))
        paper.field(w("Danger"), danger, 2, _WIDE)
        if question.sensitive:
            text = w("Answer it where nobody looks over your shoulder, or leave it out: you need not say it.")
            paper.field(w("Sensitive"), text, 2, _WIDE)
        for label in (question.label, *question.also):
            paper.field(w("Answer with"), command(question, w, label), 2, _WIDE)
    if not paper.lines:
        paper.para(w("Nothing is left to ask: no answer of yours would settle another way."))
    return paper
