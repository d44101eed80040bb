"""What it is worth to react to refusals, in words: bands, never a figure of chance."""

from __future__ import annotations

from collections.abc import Mapping

from vyrai.words._codes import N_
from vyrai.words._lived import ReactingOf, TurnOf
from vyrai.words._planned import FoundOf
from vyrai.words._words import Words
from vyrai.words.belonging import route

_OFTEN = (
    (0.95, N_("nearly always")),
    (0.8, N_("in at least four of five cases")),
    (0.65, N_("in at least two of three cases")),
    (0.5, N_("in more than half of all cases")),
    (0.25, N_("in at least one of four cases")),
    (0.0, N_("in fewer than one of four cases")),
)
"""Words for a likelihood of safety, the greatest first."""
CANDOUR = N_(
    "If you mean to come in first and ask for protection then, speak to a lawyer before: telling a consul or "
    "a border officer something untrue about why you come can itself close doors."
)
_ALL = 100
_UNTITLED = {
    "journey": N_("The journey there"),
    "safe": N_("Be there and allowed to stay"),
    "file": N_("File for this way: nobody has written down its steps"),
}


def worth(w: Words, of: ReactingOf) -> list[str]:
    """What is supposed, and how often a family that reacts comes to safety, and one that does not."""
    supposed = w(
        "Reckoned with how often others were refused, each decision for itself; yours hang on your own case."
    )
    if of.refused is not None:
        supposed = _supposed(w, of.refused)
    react, stop = _often(w, of.value), _often(w, of.without)
    if of.value - of.without < 1 / _ALL:
        said = w(
            "Then safety is reached {often}. Of the ways that were looked at none is a help after a no.",
            often=react,
        )
    elif react == stop:
        said = w(
            "Then safety is reached {often}, somewhat oftener by whoever reacts to each no as is told here.",
            often=react,
        )
    else:
        said = w(
            "Then whoever reacts to each no as is told here comes to safety {react}; whoever stops at the "
            "first no, {stop}.",
            react=react,
            stop=stop,
        )
    counted = _counted(w, of)
    if not of.exact:
        counted = f"{counted} {w('There are too many ways to go through all: these are simulated answers.')}"
    return [supposed, said, counted]


def _counted(w: Words, of: ReactingOf) -> str:
    """What this table looks at after a no, and what it does not."""
    said = w(
        "Once a yes lets you in, no other way in is asked for. Fees, living and what you put aside at home "
        "are counted."
    )
    names = w.list([w.text(one) for one in of.pocket])
    if of.again and names:
        also = w("Asking once more is counted, and what is in your pocket: {names}.", names=names)
    elif of.again:
        also = w("Asking once more is counted, where the atlas says how.")
    elif names:
        also = w("What is in your pocket is counted: {names}.", names=names)
    else:
        also = w("Here each decision is asked for once.")
    if of.uncounted:
        names = "; ".join(w.text(one) for one in of.uncounted)
        left = w("Not in it, for nobody counts how often it is a no: {names}.", names=names)
        also = f"{also} {left}"
    if of.unplanned:
        names = w.list([w.text(one) for one in of.unplanned])
        also = f"{also} {w('In your pocket, but there is no plan now to get there: {names}.', names=names)}"
    if of.there:
        names = w.list([w.text(one) for one in of.there])
        here = w("You are in this country of your pocket already; it is not counted: {names}.", names=names)
        also = f"{also} {here}"
    courts = w("Courts, and what else may be done after a no, stand with each plan.")
    end = w(
        "Safety is here to be there, allowed to stay, and to get no later no on that way, as to a claim for "
        "protection; how long that answer takes is not counted."
    )
    hangs = w("What each way hangs on, as it stands with its plan, is taken as true here.")
    return f"{also} {courts} {said} {hangs} {end}"


def _supposed(w: Words, share: float) -> str:
    return w(
        "You suppose that each decision of which it is not known today how often it is refused is refused in "
        "{n} of 100 cases, each for itself. No source says so: take it as an example, and suppose no less "
        "than what was once counted, where a step says it.",
        n=round(share * _ALL),
    )


def turns(w: Words, found: FoundOf, of: ReactingOf) -> list[tuple[int, str]]:
    """What to do at the start and after each answer; a yes with which the family is there is left out."""
    shown = [one for one in of.turns if not (one.safe and one.answer == "granted")]
    place = {one.number: number for number, one in enumerate(shown, 1)}
    return [(place[one.number], _turn(w, found, one, place)) for one in shown]


def below(w: Words, found: FoundOf, of: ReactingOf) -> list[str]:
    """What stands under the table: what it leaves out, and what to mind before a visit."""
    said = []
    if of.cut:
        said.append(w("What comes after a third no is not told here: see what stands with each plan."))
    routes = {one.route for one in of.turns}
    if any(plan.asks_after_entry and not routes.isdisjoint(plan.way) for plan in found.plans):
        said.append(w(CANDOUR))
    return said


def _turn(w: Words, found: FoundOf, one: TurnOf, place: Mapping[int, int]) -> str:
    what = _what(w, found, one)
    if one.prepare:
        first = "; ".join(dict.fromkeys(w.text(title) for title in one.prepare))
        what = w("{what} (before it: {first})", what=what, first=first)
    if one.after is None:
        return w("Begin with: {what}", what=what)
    if one.answer == "refused":
        return w("After a no to {n}: {what}", n=place[one.after], what=what)
    return w("After a yes to {n}: {what}", n=place[one.after], what=what)


def _what(w: Words, found: FoundOf, one: TurnOf) -> str:
    if one.kind is None:
        if one.safe:
            return w("you are there and may stay")
        if one.answer == "granted":
            return w("this table looks no further; the plan of this way does")
        return w("nothing is left of what this table looks at; see what stands with the plan")
    step = w.text(one.title) or w(_UNTITLED.get(one.kind, _UNTITLED["file"]))
    if one.kind == "pocket":
        return w("{country}, which is in your pocket", country=step)
    if one.again:
        step = w("once more: {step}", step=step)
    return w("{way}: {step}", way=route(w, found.labels, (one.route,)), step=step) if one.route else step


def _often(w: Words, value: float) -> str:
    return w(next(text for least, text in _OFTEN if value >= least))
