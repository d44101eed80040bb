"""Questions as text: what is asked, why, what it decides, what it costs to answer, how to answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vyrai.choose.model import Question
from vyrai.cli._paper import Paper
from vyrai.words import Words

_WIDE = 16


def draw(questions: Iterable[Question], titles: Mapping[str, str], w: Words) -> Paper:
    """The questions, the best first."""
    paper = Paper()
    for question in questions:
        if paper.lines:
            paper.line()
        paper.para(w.text(question.text), style="bold")
        paper.field(w("Why"), w.text(question.why), 2, _WIDE)
        settles = w.plural("settles {n} way", "settles {n} ways", question.settles)
        names = "; ".join(titles.get(route, route) for route in question.matters)
        paper.field(w("It matters for"), f"{names} ({settles})", 2, _WIDE)
        paper.field(w("To answer"), w.burden(question.burden), 2, _WIDE)
        danger = w("{n} of 4, {word}", n=question.danger, word=w.danger(question.danger))
        paper.field(w("Danger"), danger, 2, _WIDE)
        if question.sensitive:
            text = w("Answer it where nobody looks over your shoulder, or leave it out: you need not say it.")
            paper.field(w("Sensitive"), text, 2, _WIDE)
        paper.field(
            w("Answer with"), f"vyrai answer CASE {question.label} {w('VALUE')} --save FILE", 2, _WIDE
        )
    if not paper.lines:
        paper.para(w("Nothing is left to ask: no answer of yours would settle another way."))
    return paper
