"""What is said of ways without a plan, and of what would make one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vyrai.words._codes import N_
from vyrai.words._plan_hanging import hangs_on
from vyrai.words._plan_living import Sum, more
from vyrai.words._plan_sums import money
from vyrai.words._planned import ClosedOf, FoundOf, RemedyOf
from vyrai.words._words import Words

_MONTH = 30


def remedy(w: Words, found: FoundOf, of: RemedyOf) -> str:
    """A change that would make a plan, and what it does not mend."""
    said = _mend(w, found, of)
    asked = hangs_on(w, of.hangs_on)
    return w("{mend}; and it hangs on: {what}", mend=said, what=asked) if asked else said


def _mend(w: Words, found: FoundOf, of: RemedyOf) -> str:
    said = []
    if of.inside is not None:
        said.append(_inside(w, of.inside))
    if of.paper_titles:
        one, many = (
            N_("this paper in hand, good to the end: {papers}"),
            N_("these papers in hand, good to the end: {papers}"),
        )
        titles = w.list([w.text(title) for title in of.paper_titles])
        said.append(w(one if len(of.paper_titles) == 1 else many, papers=titles))
    if of.sum is not None:
        said.append(more(w, found, of.sum, of.by, of.weeks))
    if of.days is not None:
        weeks = -(-of.days // 7)
        said.append(
            w.plural("{n} week more time for everything", "{n} weeks more time for everything", weeks)
        )
    return w("; and ").join(said)


def _inside(w: Words, titles: Sequence[Mapping[str, str]]) -> str:
    """Only who is there already can ask for it."""
    if not titles:
        return w("being in the country already, on another paper")
    steps = "; ".join(w.text(title) for title in titles)
    return w("being in the country already, on another paper, for this is done there: {steps}", steps=steps)


def no_plan(w: Words, found: FoundOf, way: Sequence[str]) -> str:
    """What is said of a way without a plan that nothing mends, or of which nobody knows what does."""
    if found.left or not found.proven:
        return w("not looked at long enough to say what would make one")
    why = next((one for one in found.hopeless if tuple(one.way) == tuple(way)), None)
    if why is not None and why.days is not None:
        return w.plural(
            "none in the time that is looked at: by what is known it takes about {n} month or more",
            "none in the time that is looked at: by what is known it takes about {n} months or more",
            why.days // _MONTH,
        )
    if why is not None and why.border:
        return w(
            "none: nobody is let out without a visa for this border, and whoever has one comes in with that"
        )
    if why is not None:
        return w("none from here: it is asked for outside the country, and you are in it")
    return w("none, even with enough money, every paper, two years more and being there already")


def nothing(w: Words, found: FoundOf, ways: bool) -> str:
    """What is said where there is no plan at all. ways: some way is not closed."""
    if not found.proven:
        return w("No plan was found so far.")
    if not ways and "untold" in found.unknown:
        return w(
            "Every way into this country that is left hangs on papers or stays that you have not named: they "
            "count as not there. If you hold one, write it down and look again."
        )
    if found.crossed and not ways:
        return w("Every way into this country that is not closed you have crossed out.")
    if ways:
        return w("With this money and in this time there is no plan into this country.")
    return w(
        "Every way into this country is closed to you today, or leads to no paper that lets you stay. What "
        "would open one, if anything does, stands with the country."
    )


def shuts(w: Words, of: ClosedOf) -> str:
    """What closes a way."""
    asked = [w.text(one) or w("a paper that another way gives is needed before") for one in of.wordings]
    told = [w("nobody is taken today")] if of.door else []
    told += [w("asked, but not so: {what}", what="; ".join(asked))] if asked else []
    return "; ".join(told)


def wage(w: Words, found: FoundOf, beside: bool) -> list[Sum]:
    """The pay in which sums that are lacking are told as weeks of work. beside: it stands beside plans that
    lack a sum; else, where none does, beside the ways without a plan.
    """
    if found.wage is None or beside != any(plan.lacking for plan in found.plans):
        return []
    sum_ = money(w, found, found.wage.monthly)
    told = w("{sum} a month before tax; the weeks count as if nothing of it were spent", sum=sum_)
    return [Sum(w("The lowest pay at home, by law"), told, found.wage.facts)]
