"""That of some children's needs nothing was said, and where to say it, as text."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.cli._paper import Paper
from vyrai.words import Words
from vyrai.words import belonging as said


def draw(paper: Paper, unasked: Sequence[str], named: bool, w: Words) -> None:
    """unasked: children of whose needs nothing was said; named: whether needs of any child were."""
    if unasked:
        paper.para(said.unasked(w, unasked))
        paper.para(
            w(
                "`vyrai app` asks plain questions about them; `vyrai needs CASE` shows what is said and "
                "what is open."
            )
        )
    elif not named:
        paper.para(w("No child of this family has named needs, so there is nothing to compare here."))
