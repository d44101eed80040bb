"""What every face says of ways of weighing: what is counted, what came out, how much is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from vyrai.words._codes import N_
from vyrai.words._words import Words

_LEFT = {
    "closed": N_("Closed today"),
    "red_line": N_("Crosses your red line"),
    "crossed": N_("Crossed out by you"),
    "no_way_in": N_("No way in was found"),
}
"""Why a country is not weighed."""
_MUCH = {"half", "most", "nearly"}


def about(w: Words, samples: int) -> tuple[str, ...]:
    """What is counted, and what it is not."""
    return (
        w(
            "It counts ways of weighing. It is no ranking, no advice and no chance of success: nobody but "
            "you knows how much what should weigh."
        ),
        w(
            "{n} ways of weighing were drawn evenly. What is unknown was drawn anew each time from all that "
            "it may be. So a place of which little is known may come first too, and that says nothing good "
            "of it.",
            n=w.number(samples),
        ),
        w(
            "Each place is weighed by its one way in that has the least in the way. Hardly any: fewer than "
            "one in a hundred. Few: up to about one in seven. Some: up to two in five. About half: up to "
            "three in five. Most: up to nine in ten."
        ),
    )


def result(
    w: Words, matters: Collection[str], settled: Iterable[str], firsts: Iterable[Collection[str]]
) -> tuple[str, ...]:
    """What holds of all places together: what was asked to matter, and whether any stands out."""
    every = list(firsts)
    said = [w("All ways of weighing are counted, and none counts more than another.")]
    if matters:
        names = "; ".join(w.criterion(name) for name in matters)
        said = [
            w(
                "Counted are only ways of weighing in which this is among the three things that weigh most: "
                "{names}.",
                names=names,
            )
        ]
    if not every:
        return (*said, w("There is no place that could be weighed."))
    if len(every) == 1:
        return (*said, w("There is one place only, so it comes first however things are weighed."))
    said.append(
        w(
            "Whatever the unknown turns out to be, it is settled which place comes first: {share} of the "
            "ways of weighing.",
            share=w.share(settled),
        )
    )
    if not any(_MUCH & set(bands) for bands in every):
        said.append(
            w(
                "No place comes first for half of them. What matters most to you, and what is unknown, "
                "decides."
            )
        )
    return tuple(said)


def known_of(w: Words, known: int, partly: int, unknown: int, same: bool) -> str:
    """In how many places something is known."""
    if same:
        return w("alike everywhere, so it tells no places apart")
    places = known + partly + unknown
    said = [w("known in {n} of {all} places", n=w.number(known), all=w.number(places))]
    if not known:
        said = [w("known for sure in no place")]
    if partly:
        said.append(w("in part in {n}", n=w.number(partly)))
    if unknown:
        said.append(w("not at all in {n}", n=w.number(unknown)))
    return ", ".join(said)


def left(w: Words, countries: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Countries that are not weighed, each with the code of its reason, as a list of names by reason."""
    every = list(countries)
    found = [(w(label), sorted(name for why, name in every if why == code)) for code, label in _LEFT.items()]
    return [(label, names) for label, names in found if names]
