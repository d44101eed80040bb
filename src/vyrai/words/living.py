"""What every face says of a member's everyday life: how much, what is open, how a code is to be read."""

from __future__ import annotations

from vyrai.words._codes import N_
from vyrai.words._words import Words

HOW_MUCH = {
    "much": N_("A lot"),
    "some": N_("Somewhat"),
    None: N_("How much was not said"),
}
"""The heads under which needs stand, the heaviest first."""


def still_open(w: Words, n: int, asked: int) -> str:
    """How much of the interview nobody has answered; a need that was not asked is not a no."""
    return w.plural(
        "{n} question of {asked} is not answered: it stays unknown, and is not a no.",
        "{n} questions of {asked} are not answered: they stay unknown, and are not a no.",
        n,
        asked=w.number(asked),
    )


def about_codes(w: Words) -> tuple[str, ...]:
    """How the codes came about, and what they are not."""
    return (
        w(
            "Codes of the International Classification of Functioning (WHO). The words are ours; its own are "
            "not repeated here."
        ),
        w(
            "The figure after the point is how this program reads your answers: 0 no, 2 somewhat, 3 a lot, "
            "8 not said. After a plus it says how much something helps."
        ),
        w("It is no diagnosis. Whoever knows the classification well may read the same answers otherwise."),
    )
