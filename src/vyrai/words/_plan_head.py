"""What is said before all plans: what the figures mean, how far the search came, what was left out."""

from __future__ import annotations

from vyrai.words._codes import N_
from vyrai.words._plan_living import short
from vyrai.words._planned import FoundOf
from vyrai.words._words import Words
from vyrai.words.belonging import route

RATE = "rate."
"""A fact that nobody knows, of which a sum would hang."""

_UNKEPT = {
    "over": N_(
        "The day that you were given for this is over, {date}: {step}. Tick what came of it, or write the "
        "new day; until then the plan goes on as if there had been none."
    ),
    "early": N_(
        "The day that you were given for this is too soon, {date}: {step}. What it needs is not ready by "
        "then, so the plan puts it later. Look whether it is right; if it is, ask for another before you "
        "miss it."
    ),
    "unused": N_(
        "No plan here keeps the day that you were given for this, {date}: {step}. It is of another way or "
        "country, or does not go together with another day that you wrote down: look whether both are right."
    ),
    "clash": N_(
        "Two things at one time, {date}: {step}, and: {other}. Somebody would have to be at both. The plan "
        "keeps the day of: {other}. For: {step} it reckons as if no day were given. Ask whether one can be "
        "moved, or whether there is time for both."
    ),
    "shut": N_(
        "The day that you were given for this is outside the days on which it is open, {date}: {step}. The "
        "plan goes on as if there were none: ask the office whether it is right."
    ),
    "far": N_(
        "The day that you were given for this is later than these plans look ahead, {date}: {step}. They go "
        "on as if there were none: look again when it is nearer."
    ),
}


AT_HEAD = {
    "home": N_("You have not said where you live: leaving it, and its danger, are not in these plans."),
    "leaving": N_("No way out of your country that fits is written down: leaving is not in these plans."),
    "shut": N_(
        "No way out of your country that leads there is open to you by what is known: leaving is not in "
        "these plans."
    ),
    "gone": N_(
        "You have left home already: how you come there from where you are nobody has written down, and it "
        "is not in these plans."
    ),
    "untold": N_(
        "Papers and stays that you have not named count as not there: ways that hang on one are not planned. "
        "If you hold one, write it down and look again."
    ),
}
"""What is not known of the whole and changes how all that follows is read."""


def about(w: Words, found: FoundOf) -> list[str]:
    """What the figures mean, and how far the search came."""
    said = []
    if found.there:
        said.append(w("You are in this country already: no journey is planned."))
    # Where nothing is left but ways of that kind it is said in the first line.
    told = found.plans or found.empty
    said += [w(AT_HEAD[code]) for code in AT_HEAD if code in found.unknown and (told or code != "untold")]
    if not found.plans:
        return said
    for code in found.unknown:
        if code.startswith(RATE):
            said.insert(
                0,
                w(
                    "No rate is known for this day: {fact}. Sums in that currency count as the least, so "
                    "what is said here of money may be far from yours.",
                    fact=code,
                ),
            )
    first = found.plans[0]
    if first.lacking is not None:
        said.insert(0, short(w, found, first.lacking, first.lived))
    said.append(
        w(
            "Days are reckoned with likely times. Where nobody has written down how long a step takes, no "
            'time is counted for it, and what follows stands as "not before" or "or later": it will be '
            "later. Weekends and holidays are not left out: look before whether an office is open."
        )
    )
    if found.reacting is not None and found.reacting.refused is not None:
        said.append(
            w(
                "Reckoned with refusals as you suppose them: {n} of 100, where it is not known today how "
                "often there are some.",
                n=round(found.reacting.refused * 100),
            )
        )
    elif len(found.plans) > 1:
        said += _no_likeliest(w, found)
    return said


def _no_likeliest(w: Words, found: FoundOf) -> list[str]:
    """That no plan can be called the likeliest, and why."""
    if not rates_known(found):
        return [
            w(
                "Which plan is likeliest to be granted nobody can say: how often these offices refuse is not "
                "known."
            )
        ]
    if not all(plan.refusals_unknown for plan in found.plans[: found.shown]):
        return []
    return [
        w(
            "Which plan is likeliest to be granted nobody can say: in each there is a decision of which it "
            "is not known how often it is a no."
        )
    ]


def bound(w: Words, found: FoundOf) -> str:
    """What the family was granted already shuts or binds to."""
    what = "; ".join(dict.fromkeys(w.text(text) for text, _ in found.bound))
    return w("What you were granted already shuts or binds, here too: {what}.", what=what)


def search(w: Words, found: FoundOf) -> str:
    """How many plans, and whether that is all."""
    if found.plans and found.plans[0].lacking is not None:
        said = w(
            "No plan was found for the money that you have. What follows lacks least; what other ways lack "
            "stands at the end."
        )
    else:
        said = w.plural("{n} plan was found.", "{n} plans were found.", len(found.plans))
    if found.left:
        ways = "; ".join(route(w, found.labels, one) for one in found.left)
        stopped = w("Not finished: you stopped the search. Not looked at to the end: {ways}.", ways=ways)
        return f"{said} {stopped}"
    if found.proven:
        return f"{said} {w('Every way was gone through: on its way none can be bettered by these figures.')}"
    stopped = w("Not finished: the time was up, or you stopped it. A better one may exist.")
    if found.sure:
        stopped = w(
            "Not finished: the time was up. By days until you are safe, fees and refusals none can be "
            "bettered; one with less danger, or better for the child, may exist."
        )
    return f"{said} {stopped}"


def crossed(w: Words, found: FoundOf) -> list[str]:
    """What the family has crossed out: it asked all the same, or these ways are left out."""
    said = []
    if found.crossed_out:
        said.append(
            w(
                "You have crossed out {country}. Here are its plans all the same, for you asked for them.",
                country=w.text(found.title),
            )
        )
    if found.crossed:
        ways = "; ".join(route(w, found.labels, one) for one in found.crossed)
        said.append(w("Not in these plans, for you crossed them out: {ways}", ways=ways))
    return said


def unkept(w: Words, found: FoundOf) -> list[str]:
    """Days that the family was given and that the plans do not keep, and what to do about each."""
    return [
        w(_UNKEPT[one.why], date=w.date(one.on), step=w.text(one.title), other=w.text(one.other))
        for one in found.unkept
    ]


def alike(w: Words, found: FoundOf, objective: str | None) -> list[str]:
    """Where one plan was asked for by an objective in which nobody can tell them apart."""
    if objective is None or len({plan.bucketed[objective] for plan in found.plans}) != 1:
        return []
    if len(found.plans) == 1:
        return []
    return [
        w(
            "In what you asked for all plans are alike, by what is known. The one that is shown is best in "
            "something else too."
        )
    ]


def rates_known(found: FoundOf) -> bool:
    """Whether it is known of some step how often it is refused."""
    return any(plan.comes_to["chance"] for plan in found.plans)
